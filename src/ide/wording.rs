//! How cards and hints put dates and names into words.

use std::borrow::Cow;

use jiff::civil::Date;

use crate::newsroom::{Actor, Kind, Locale, Newsroom, Role, calendar};
use crate::reading::{Dateline, DatelineSource};
use crate::text::fold::orthographic;

pub(super) use crate::newsroom::calendar::{date_in_words as date, partial_in_words as partial};

/// `बुधवार, 12 मार्च 2025`, `Wednesday, 12 March 2025`.
pub(super) fn full_date(day: Date, locale: Locale) -> String {
    let weekday = match locale {
        Locale::Hi => calendar::weekday_name(day.weekday().to_monday_one_offset()).to_owned(),
        Locale::En => day.strftime("%A").to_string(),
    };
    format!("{weekday}, {}", date(day, locale))
}

/// How far a day is from the dateline: `ख़बर की तारीख़ से 3 दिन पहले`.
pub(super) fn distance(day: Date, dateline: &Dateline, locale: Locale) -> Option<String> {
    let days = (day - dateline.date?).get_days();
    let today = dateline.source == Some(DatelineSource::Today);
    Some(match locale {
        Locale::Hi => {
            let anchor = if today { "आज" } else { "ख़बर की तारीख़" };
            match days {
                0 if today => "आज".to_owned(),
                0 => "ख़बर की तारीख़".to_owned(),
                1 => format!("{anchor} से एक दिन बाद"),
                -1 => format!("{anchor} से एक दिन पहले"),
                _ if days > 0 => format!("{anchor} से {days} दिन बाद"),
                _ => format!("{anchor} से {} दिन पहले", -days),
            }
        }
        Locale::En => {
            let anchor = if today { "today" } else { "the dateline" };
            match days {
                0 if today => "today".to_owned(),
                0 => "the day of the dateline".to_owned(),
                1 => format!("1 day after {anchor}"),
                -1 => format!("1 day before {anchor}"),
                _ if days > 0 => format!("{days} days after {anchor}"),
                _ => format!("{} days before {anchor}", -days),
            }
        }
    })
}

/// The Hindi or the English of a pair.
pub(super) fn say<'a>(locale: Locale, hi: &'a str, en: &'a str) -> &'a str {
    match locale {
        Locale::Hi => hi,
        Locale::En => en,
    }
}

/// What a date that leaves something open was counted from: `15 मार्च 2025 से गिनकर (डेटलाइन की तारीख़)`.
pub(super) fn counted_from(dateline: &Dateline, locale: Locale) -> Option<String> {
    let day = date(dateline.date?, locale);
    let (hi, en) = match dateline.source? {
        DatelineSource::FrontMatter => ("ऊपर लिखी date: की तारीख़", "dateline: the front matter"),
        DatelineSource::Metadata => ("पेज के मेटाडेटा की तारीख़", "dateline: the page's metadata"),
        DatelineSource::TimeElement => ("पेज के <time> की तारीख़", "dateline: the page's <time>"),
        DatelineSource::Modified => ("पिछले बदलाव की तारीख़", "the day of the last change"),
        DatelineSource::Opening => ("डेटलाइन की तारीख़", "dateline: the article's opening"),
        DatelineSource::Given => ("सेटिंग की तारीख़", "dateline: the setting"),
        DatelineSource::FileName => ("फ़ाइल के नाम की तारीख़", "dateline: the name of the file"),
        DatelineSource::Today => ("आज; ख़बर की तारीख़ नहीं मिली", "today; the article has no dateline"),
    };
    Some(match locale {
        Locale::Hi => format!("{day} से गिनकर ({hi})"),
        Locale::En => format!("counted from {day} ({en})"),
    })
}

/// What sort of thing an actor is.
pub(super) fn kind(kind: Kind, locale: Locale) -> &'static str {
    let (hi, en) = match kind {
        Kind::Person => ("व्यक्ति", "person"),
        Kind::Organisation => ("संस्था", "organisation"),
        Kind::Place => ("जगह", "place"),
        Kind::Work => ("कृति", "work"),
        Kind::Programme => ("योजना या अभियान", "programme"),
        Kind::Event => ("घटना", "event"),
    };
    say(locale, hi, en)
}

/// Who or what an actor is, in one line; the other language where the record has only that.
pub(super) fn description(actor: &Actor, locale: Locale) -> &str {
    let (wanted, other) = match locale {
        Locale::Hi => (&actor.hi, &actor.en),
        Locale::En => (&actor.en, &actor.hi),
    };
    if wanted.is_empty() { other } else { wanted }
}

/// That a role is the last known on a day for which nobody has looked it up: `10 अक्टूबर 2026 तक की जानकारी में`.
pub(super) fn last_known(role: &Role, day: Date, locale: Locale) -> Option<String> {
    let known = role.known_until().filter(|known| *known < day)?;
    let known = date(known, locale);
    Some(match locale {
        Locale::Hi => format!("{known} तक की जानकारी में"),
        Locale::En => format!("Last known, as of {known}"),
    })
}

/// A name of an actor with the spellings of its words that `vartani.toml` prefers to those of the record.
pub(super) fn house_spelling<'a>(actor: &Actor, name: &'a str, newsroom: &Newsroom) -> Cow<'a, str> {
    let preferred = |word: &str| {
        let others = actor.spellings.iter().filter(|s| s.of == word).flat_map(|s| &s.others);
        let keys: Vec<String> = others.map(|other| orthographic(other)).chain([orthographic(word)]).collect();
        newsroom.config.spelling.prefer.iter().find(|wanted| keys.contains(&orthographic(wanted)))
    };
    if newsroom.config.spelling.prefer.is_empty() {
        return name.into();
    }
    if let Some(whole) = preferred(name) {
        return whole.clone().into();
    }
    let words = name.split(' ').map(|word| preferred(word).map_or(word, String::as_str));
    words.collect::<Vec<_>>().join(" ").into()
}

/// Text of the newsroom's files, so that Markdown shows it as it is.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '&' | '~' | '!') {
            out.push('\\');
        }
        out.push(if matches!(c, '\n' | '\r') { ' ' } else { c });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distance_is_counted_from_the_dateline() {
        let dateline = |source| Dateline {
            date: Some("2025-03-12".parse().unwrap()),
            source: Some(source),
            ..Dateline::default()
        };
        let say =
            |day: &str, source, locale| distance(day.parse().unwrap(), &dateline(source), locale).unwrap();
        use DatelineSource::{Opening, Today};
        assert_eq!(say("2025-03-12", Opening, Locale::Hi), "ख़बर की तारीख़");
        assert_eq!(say("2025-02-28", Opening, Locale::Hi), "ख़बर की तारीख़ से 12 दिन पहले");
        assert_eq!(say("2025-03-13", Today, Locale::Hi), "आज से एक दिन बाद");
        assert_eq!(say("2025-03-11", Opening, Locale::En), "1 day before the dateline");
        assert_eq!(distance("2025-03-11".parse().unwrap(), &Dateline::default(), Locale::Hi), None);
    }

    #[test]
    fn markdown_shows_names_as_they_are() {
        assert_eq!(escape("जद (यू) *नया*"), "जद (यू) \\*नया\\*");
    }
}
