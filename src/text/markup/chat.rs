//! Chats that WhatsApp exported: what stands before a message is no prose.

/// Maximum length of the name of a sender, in bytes.
const MAX_SENDER: usize = 200;

/// The length of `12/03/25, 9:41 pm - रमेश: ` or `[12/03/25, 9:41:05 PM] रमेश: ` at the beginning of a line; 0 where there is no
/// such thing.
pub(super) fn prefix(line: &str) -> usize {
    // Nearly no line begins so
    if !line.starts_with(|c: char| is_digit(c) || matches!(c, '[' | '\u{200E}')) {
        return 0;
    }
    let rest = line.trim_start_matches('\u{200E}');
    let after_time = match rest.strip_prefix('[') {
        Some(rest) => moment(rest).and_then(|rest| rest.strip_prefix("] ")),
        None => moment(rest).and_then(|rest| rest.strip_prefix(" - ")),
    };
    let Some(message) = after_time else { return 0 };
    let sender = message.find(": ").filter(|end| *end <= MAX_SENDER);
    let sender = sender.filter(|end| !message[..*end].contains(['।', '?', '!']));
    let message = sender.map_or(message, |end| &message[end + ": ".len()..]);
    line.len() - message.len()
}

/// What follows a date and a time of day.
fn moment(text: &str) -> Option<&str> {
    let rest = behind(behind(digits(text)?, &['/', '.', '-'])?, &['/', '.', '-'])?;
    let rest = rest.strip_prefix(',').unwrap_or(rest).strip_prefix(' ')?;
    let rest = behind(digits(rest)?, &[':', '.'])?;
    let rest = behind(rest, &[':', '.']).unwrap_or(rest);
    let half = rest.trim_start_matches([' ', '\u{202F}', '\u{A0}']);
    Some(HALVES.iter().find_map(|name| half.strip_prefix(name)).unwrap_or(rest))
}

/// How the halves of the day are written.
const HALVES: [&str; 8] = ["am", "pm", "AM", "PM", "a.m.", "p.m.", "पूर्वाह्न", "अपराह्न"];

/// What follows one of some marks and a number.
fn behind<'a>(text: &'a str, marks: &[char]) -> Option<&'a str> {
    digits(text.strip_prefix(marks)?)
}

/// What follows a number of one to four digits.
fn digits(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(is_digit);
    let count = text[..text.len() - rest.len()].chars().count();
    (1..=4).contains(&count).then_some(rest)
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '०'..='९')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_wrote_when_is_no_prose() {
        for (line, message) in [
            ("12/03/25, 9:41 pm - रमेश: मंत्री ने कहा।", "मंत्री ने कहा।"),
            ("12/03/2025, 21:41 - डेस्क हिंदी: समय: शाम", "समय: शाम"),
            ("[12/03/25, 9:41:05\u{202F}PM] रमेश: बैठक है।", "बैठक है।"),
            ("\u{200E}[12.03.25, 21:41:05] रमेश: बैठक है।", "बैठक है।"),
            ("12/03/25, 9:41 am - रमेश को जोड़ा गया", "रमेश को जोड़ा गया"),
        ] {
            assert_eq!(&line[prefix(line)..], message);
        }
        for line in [
            "12/03/2025 को बैठक होगी।",
            "12 मार्च, 9:41 बजे - बैठक: शुरू",
            "[1] स्रोत: सरकार",
            "2-1 से जीत: भारत",
            "",
        ] {
            assert_eq!(prefix(line), 0, "{line}");
        }
    }
}
