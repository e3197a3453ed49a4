//! What a pattern must hold to be used: its keys, and the examples that its writer gives.

use std::ops::Range;

use toml::Spanned;

use super::set::{FAMILY, Patterns};
use super::written::PatternConfig;
use crate::newsroom::{Message, PartialDate};
use crate::text::{Span, tokens};

/// Maximum length of a name, in characters.
const MAX_NAME: usize = 64;

/// Says what is wrong with the keys of a pattern.
pub fn check(written: &Spanned<PatternConfig>, fault: &mut impl FnMut(Range<usize>, Message)) {
    let (pattern, place) = (written.get_ref(), written.span());
    if !is_name(pattern.name.get_ref()) {
        fault(pattern.name.span(), bad_name(pattern.name.get_ref()));
    }
    if pattern.regex.is_some() != pattern.words.is_empty() {
        fault(
            place.clone(),
            Message::new(
                "`[[pattern]]` में `regex` या `words` में से एक लिखें",
                "write either `regex` or `words` in `[[pattern]]`",
            ),
        );
    }
    if pattern.replacement.is_none() && pattern.message.is_none() {
        fault(
            place.clone(),
            Message::new(
                "`[[pattern]]` में `replacement` या `message` लिखें",
                "write `replacement` or `message` in `[[pattern]]`",
            ),
        );
    }
    if pattern.inflect.is_some() && pattern.words.is_empty() {
        fault(place, Message::new("`inflect` केवल `words` के साथ चलता है", "`inflect` goes with `words` only"));
    }
    if let Some(since) =
        pattern.since.as_ref().filter(|since| since.get_ref().parse::<PartialDate>().is_err())
    {
        fault(
            since.span(),
            Message::new(
                format!("“{}” तारीख़ नहीं है; 2025-03-12 की तरह लिखें", since.get_ref()),
                format!("\"{}\" is not a valid date; use YYYY-MM-DD", since.get_ref()),
            ),
        );
    }
}

/// Whether a name may stand in a code and in a comment.
fn is_name(name: &str) -> bool {
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '\u{0900}'..='\u{0963}');
    !name.is_empty() && name != "pattern" && name.chars().count() <= MAX_NAME && name.chars().all(fits)
}

fn bad_name(name: &str) -> Message {
    Message::new(
        format!("`name`: “{name}” नहीं चलता; {MAX_NAME} तक अक्षर, अंक, - और _ लिखें, “pattern” नहीं"),
        format!(
            "`name`: \"{name}\" will not do; use up to {MAX_NAME} letters, digits, - and _, not \"pattern\""
        ),
    )
}

/// What is said of a name that another pattern has.
pub fn named_twice(name: &str) -> Message {
    Message::new(
        format!("`{FAMILY}{name}` नाम का नियम ऊपर भी है; दूसरा नाम रखें"),
        format!("there is another rule called `{FAMILY}{name}` above; choose another name"),
    )
}

/// What is said of `words` without a word.
pub fn no_word() -> Message {
    Message::new("`words`: इसमें कोई शब्द नहीं है", "`words`: there is no word in this")
}

/// Says which examples do not hold, and which replacements another pattern marks.
pub fn examples(
    patterns: &Patterns,
    written: &[(Option<&str>, &Spanned<PatternConfig>)],
    mut fault: impl FnMut(Range<usize>, Message),
) {
    for (number, (set, pattern)) in written.iter().enumerate() {
        let pattern = pattern.get_ref();
        let code = format!("{FAMILY}{}", pattern.name.get_ref());
        for example in &pattern.flags {
            let (text, wanted) = marked(example.get_ref());
            let found = patterns.spans(&text, |other| other == number);
            if found.is_empty() || (!wanted.is_empty() && wanted != found) {
                fault(example.span(), not_flagged(&code, &text, &found));
            }
        }
        for example in &pattern.accepts {
            let (text, _) = marked(example.get_ref());
            if let Some(found) = patterns.spans(&text, |other| other == number).first() {
                fault(example.span(), flagged(&code, found.of(&text)));
            }
        }
        let Some(replacement) = pattern.replacement.as_ref().filter(|text| !text.get_ref().contains('$'))
        else {
            continue;
        };
        let text = replacement.get_ref();
        let marking = patterns.matches(text, &tokens(text), |other| {
            // Two sets need not hold at the same time
            written[other].0.is_none_or(|other| Some(other) == *set)
        });
        if let Some(other) = marking.first().and_then(|one| patterns.get(one.pattern)) {
            fault(replacement.span(), marked_again(text, &other.code));
        }
    }
}

impl Patterns {
    fn spans(&self, text: &str, wanted: impl Fn(usize) -> bool) -> Vec<Span> {
        self.matches(text, &tokens(text), wanted).into_iter().map(|found| found.span).collect()
    }
}

/// A sentence without ⟦ and ⟧, and what stood between them.
pub fn marked(sentence: &str) -> (String, Vec<Span>) {
    let (mut text, mut marks, mut open) = (String::new(), Vec::new(), 0);
    for c in sentence.chars() {
        match c {
            '⟦' => open = text.len(),
            '⟧' => marks.push(Span::new(open, text.len())),
            c => text.push(c),
        }
    }
    (text, marks)
}

fn not_flagged(code: &str, text: &str, found: &[Span]) -> Message {
    let Some(first) = found.first() else {
        return Message::new(
            format!("`flags`: `{code}` इस वाक्य में कुछ नहीं पकड़ता"),
            format!("`flags`: `{code}` marks nothing in this sentence"),
        );
    };
    let words = first.of(text);
    Message::new(
        format!("`flags`: `{code}` इस वाक्य में “{words}” पकड़ता है, ⟦…⟧ वाले शब्द नहीं"),
        format!("`flags`: `{code}` marks “{words}” in this sentence, not what stands in ⟦…⟧"),
    )
}

fn flagged(code: &str, words: &str) -> Message {
    Message::new(
        format!("`accepts`: `{code}` इस वाक्य में “{words}” पकड़ता है"),
        format!("`accepts`: `{code}` marks “{words}” in this sentence"),
    )
}

fn marked_again(replacement: &str, code: &str) -> Message {
    Message::new(
        format!("`replacement`: “{replacement}” पर `{code}` निशान लगाता है; दोनों में से एक बदलें"),
        format!("`replacement`: `{code}` marks “{replacement}”; change one of the two"),
    )
}
