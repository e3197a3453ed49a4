//! What may stand at the caret in `vartani.toml`: keys, codes of rules and their values.

use super::suggestion::{Suggestion, SuggestionKind};
use crate::ide::wording::say;
use crate::newsroom::{Level, Locale};
use crate::rules::RULES;
use crate::text::Span;

/// Keys by table, with what they are for in Hindi and in English.
pub(in crate::ide) const KEYS: &[(&str, &str, &str, &str)] = &[
    (
        "",
        "extends",
        "साझा फ़ाइलें या pack:NAME, जहाँ यह चुप हो",
        "shared files or pack:NAME, for what this one leaves open",
    ),
    ("", "locale", "संदेशों की भाषा: hi या en", "language of messages: hi or en"),
    ("", "fail-on", "किस दर्जे के निशान पर check फ़ेल हो", "severity from which check fails"),
    ("", "time-zone", "“आज” किस शहर की घड़ी से: Asia/Kolkata", "whose clock tells today: Asia/Kolkata"),
    ("", "actors", "न्यूज़रूम के अपने नामों की फ़ाइलें", "the newsroom's actor files"),
    ("", "exclude", "जो फ़ाइलें और फ़ोल्डर ख़बर नहीं हैं", "files and folders that are no articles"),
    ("", "skip", "जो हिस्से न पढ़े जाएँ (regex)", "what is not read (regular expressions)"),
    (
        "",
        "require-reason",
        "निशान रोकने वाली टिप्पणी में वजह भी चाहिए",
        "a comment that hides marks has to say why",
    ),
    ("pattern", "name", "नियम का नाम; निशान में style/NAME", "what the rule is called; marks show style/NAME"),
    ("pattern", "regex", "किस पर निशान लगे (regex)", "what is marked (a regular expression)"),
    ("pattern", "words", "किन शब्दों पर निशान लगे", "what is marked: words or phrases"),
    ("pattern", "inflect", "शब्दों के बाक़ी रूप भी: मरने वाला, मरने वालों", "other forms of the words, too"),
    ("pattern", "replacement", "उसकी जगह क्या लिखें", "what to write instead"),
    ("pattern", "safe", "--fix बिना पूछे बदल सकता है", "whether --fix may write it without a look"),
    ("pattern", "message", "निशान क्या कहे", "what is said of a mark"),
    ("pattern", "severity", "निशान का दर्जा", "severity of a mark"),
    ("pattern", "fields", "ख़बर के किन हिस्सों में", "in which parts of an article"),
    ("pattern", "reason", "क्यों, पढ़ने वालों के लिए", "why, for people"),
    ("pattern", "author", "किसने तय किया", "who decided it"),
    ("pattern", "since", "कब से", "since when"),
    ("pattern", "flags", "वाक्य जिन पर निशान लगना ही चाहिए", "sentences that must be marked"),
    ("pattern", "accepts", "वाक्य जिन पर निशान नहीं लगना चाहिए", "sentences that must not be marked"),
    ("overrides", "path", "किन फ़ाइलों में (.gitignore जैसा)", "in which files, as in a .gitignore"),
    ("overrides", "rules", "[rules] जैसा, इन फ़ाइलों के लिए", "as [rules], for these files"),
    ("overrides", "spelling", "[spelling] जैसा, इन फ़ाइलों के लिए", "as [spelling], for these files"),
    ("overrides", "text", "[text] जैसा, इन फ़ाइलों के लिए", "as [text], for these files"),
    ("overrides", "date", "[date] जैसा, इन फ़ाइलों के लिए", "as [date], for these files"),
    ("sets", "from", "किस तारीख़ की ख़बर से", "from articles of which day on"),
    ("sets", "to", "किस तारीख़ की ख़बर तक, वह भी", "up to articles of which day, that one too"),
    ("sets", "enabled", "चालू है या बंद", "whether it holds at all"),
    ("sets", "reason", "क्यों, पढ़ने वालों के लिए", "why, for people"),
    ("sets", "rules", "[rules] जैसा, इन दिनों के लिए", "as [rules], for these days"),
    ("sets", "pattern", "न्यूज़रूम के अपने नियम, इन दिनों के लिए", "rules of the newsroom's own, for these days"),
    (
        "examples",
        "flags",
        "वाक्य, जिनमें ⟦…⟧ पर ही निशान लगे",
        "sentences in which ⟦…⟧ must be marked, and nothing else",
    ),
    ("examples", "accepts", "वाक्य, जिनमें कोई निशान न लगे", "sentences in which nothing must be marked"),
    (
        "ledger",
        "file",
        "बही: किस नियम के निशानों का क्या किया गया, इसी मशीन पर",
        "counts what is done with marks, by rule, on this machine",
    ),
    ("pack", "version", "फ़ाइल का रूप: 1", "the form of the file: 1"),
    ("pack", "title", "यह शैली क्या है", "what this style is"),
    ("pack", "sources", "ये नियम कहाँ दर्ज हैं", "where its rules are on record"),
    ("ignore", "path", "किस फ़ाइल में (.gitignore जैसा)", "in which file, as in a .gitignore"),
    ("ignore", "text", "निशान वाले किन शब्दों पर", "on which marked words"),
    ("ignore", "rule", "किस नियम के निशान", "marks of which rule"),
    ("ignore", "reason", "क्यों, पढ़ने वालों के लिए", "why, for people"),
    ("spelling", "prefer", "न्यूज़रूम की तय वर्तनियाँ", "spellings the newsroom has decided on"),
    (
        "spelling",
        "avoid",
        "जो रूप नहीं चाहिए, और उसकी जगह क्या लिखें",
        "forms that are not wanted, with what to write",
    ),
    ("spelling", "accept", "जो शब्द जैसे हैं वैसे सही हैं", "words that are right as they are"),
    ("spelling", "keep-latin", "जो शब्द रोमन में ही छपें", "words that stay in Latin letters"),
    (
        "spelling",
        "acronyms",
        "संक्षिप्त नाम हिंदी या रोमन में: नाटो, NATO",
        "acronyms in Hindi or in Latin letters: नाटो, NATO",
    ),
    ("spelling", "nasal", "अनुस्वार या पंचमाक्षर: हिंदी, हिन्दी", "anusvara or a half nasal: हिंदी, हिन्दी"),
    ("spelling", "chandrabindu", "चंद्रबिंदु रहे या नहीं: हाँ, हां", "chandrabindu or not: हाँ, हां"),
    ("spelling", "nukta", "नुक़्ता रहे या नहीं: ज़मीन, जमीन", "nukta or not: ज़मीन, जमीन"),
    ("spelling", "glide", "ए या ये: गए, गये", "ए or ये: गए, गये"),
    ("spelling", "visarga", "विसर्ग रहे या नहीं: दुःख, दुख", "visarga or not: दुःख, दुख"),
    ("text", "digits", "1, 2, 3 या १, २, ३", "1, 2, 3 or १, २, ३"),
    ("text", "quotes", "“ ” या \" \"", "“ ” or \" \""),
    (
        "date",
        "day-of-reading",
        "“आज” ख़बर की तारीख़, या अगले दिन पढ़ने वाले का भी",
        "आज is the dateline's day, or the next day's too",
    ),
    ("date", "form", "12 मार्च, मार्च 12 या 12/3/2025", "12 मार्च, मार्च 12 or 12/3/2025"),
    ("date", "years", "2024-25 या 2024-2025", "2024-25 or 2024-2025"),
    ("spelling", "reph", "रेफ के बाद एक अक्षर या दो: कर्तव्य, कर्त्तव्य", "doubling after half र: कर्तव्य, कर्त्तव्य"),
];

/// Tables, each as it is begun, with what they are for.
pub(in crate::ide) const TABLES: &[(&str, &str, &str)] = &[
    ("[[pattern]]", "न्यूज़रूम का अपना नियम", "a rule of the newsroom's own"),
    ("[[overrides]]", "कुछ फ़ाइलों में अलग पसंद", "what some files do otherwise"),
    ("[sets.NAME]", "कुछ दिनों के नियम: चुनाव, त्योहार", "rules for some days: an election, a festival"),
    ("[[ignore]]", "जो निशान न दिखें", "marks that are not shown"),
    ("[ledger]", "कौन-सा नियम कितनी बार माना गया", "how often each rule is heeded"),
    ("[examples]", "वाक्य, जिन पर पसंद परखी जाए", "sentences that the house style is tried on"),
    ("[pack]", "यह शैली क्या है", "what this style is"),
    ("[rules]", "नियम और उनका दर्जा", "rules and their severity"),
    ("[spelling]", "वर्तनी की पसंद", "choices about spelling"),
    ("[date]", "तारीख़ों की पसंद", "choices about dates"),
    ("[text]", "विराम चिह्न और अंक", "choices about marks and digits"),
];

/// What may stand at byte `offset` of a `vartani.toml`, in the order of its documentation.
pub fn complete_settings(text: &str, offset: usize, locale: Locale) -> Vec<Suggestion> {
    let Some(before) = text.get(..offset) else { return Vec::new() };
    let (table, place) = place(before);
    let table = kind(table);
    let (Place::Key { start } | Place::Value { start, .. }) = place else { return Vec::new() };
    let written = before[start..].trim_start();
    let mut replace = Span::new(offset - written.len(), offset);
    // An editor has typed the closing mark already
    let closing = match written.chars().next() {
        Some('"') => "\"",
        Some('[') => "]",
        _ => "\0",
    };
    if text[offset..].starts_with(closing) {
        replace.end += 1;
    }
    let rest = text[replace.range().end..].lines().next().unwrap_or_default();
    let equals = if rest.trim_start().starts_with('=') { "" } else { " = " };
    let suggest = |label: &str, insert: String, kind, detail: &str| Suggestion {
        label: label.to_owned(),
        insert,
        replace,
        kind,
        detail: detail.to_owned(),
    };
    let mut out = Vec::new();
    if let Place::Value { key, .. } = place {
        let value = |value: &str| suggest(value, format!("\"{value}\""), SuggestionKind::Value, "");
        out.extend(values(table, key).into_iter().map(value));
    } else {
        let key = |key: &str, quote: &str, detail: &str| {
            suggest(key, format!("{quote}{key}{quote}{equals}"), SuggestionKind::Key, detail)
        };
        if table == "rules" {
            out.extend(RULES.iter().map(|rule| key(rule.code, "\"", rule.summary(locale))));
        }
        let keys = KEYS.iter().filter(|(of, ..)| *of == table);
        out.extend(keys.map(|(_, name, hi, en)| key(name, "", say(locale, hi, en))));
        out.extend(TABLES.iter().map(|(table, hi, en)| {
            suggest(table, (*table).to_owned(), SuggestionKind::Key, say(locale, hi, en))
        }));
    }
    let written = written.trim_start_matches('"');
    out.retain(|suggestion| match suggestion.kind {
        SuggestionKind::Value => suggestion.label.starts_with(written),
        _ => suggestion.label.contains(written),
    });
    out
}

/// The words that a key may be set to; none for a key with values of the writer's.
pub(in crate::ide) fn values(table: &str, key: &str) -> Vec<&'static str> {
    let words: &[&str] = match (table, key) {
        ("ignore", "rule") => return RULES.iter().map(|rule| rule.code).collect(),
        ("rules", _) | ("pattern", "severity") => Level::OF_RULE,
        ("", "fail-on") => Level::FAIL_ON,
        ("", "locale") => &["hi", "en"],
        ("spelling", "acronyms") => &["devanagari", "latin"],
        ("spelling", "nasal") => &["consistent", "anusvara", "pancham"],
        ("spelling", "chandrabindu" | "nukta" | "visarga") => &["consistent", "keep", "drop"],
        ("spelling", "glide") => &["consistent", "e", "ye"],
        ("date", "day-of-reading") => &["same", "next"],
        ("date", "form") => &["consistent", "day-month", "month-day", "figures"],
        ("date", "years") => &["consistent", "short", "long"],
        ("text", "digits") => &["consistent", "ascii", "devanagari"],
        ("text", "quotes") => &["consistent", "curly", "straight"],
        ("spelling", "reph") => &["consistent", "single"],
        _ => &[],
    };
    words.to_vec()
}

/// The table whose keys may stand in a table, which may be part of another: `spelling` for `overrides.spelling`.
fn kind(table: &str) -> &str {
    let mut parts = table.split('.');
    let first = parts.next().unwrap_or_default();
    let inner = match first {
        "overrides" => parts.next_back(),
        // Behind the name of the set
        "sets" => parts.next().and_then(|_| parts.next_back()),
        _ => return table,
    };
    inner.unwrap_or(first)
}

/// Where in a TOML file the caret stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place<'a> {
    /// In a comment or a list.
    Elsewhere,
    /// Where a key is written, or a table; the line begins at `start`.
    Key { start: usize },
    /// Behind the equals sign that ends before `start`.
    Value { key: &'a str, start: usize },
}

/// The table and the place that the text before the caret ends in.
fn place(before: &str) -> (&str, Place<'_>) {
    let (mut table, mut start, mut equals) = ("", 0, None);
    let (mut depth, mut quote, mut is_comment) = (0_i32, None, false);
    let mut letters = before.char_indices();
    while let Some((at, c)) = letters.next() {
        match c {
            '\n' => {
                (quote, is_comment) = (None, false);
                if depth <= 0 {
                    let line = before[start..at].split('#').next().unwrap_or_default().trim();
                    if line.starts_with('[') && line.ends_with(']') {
                        table = line.trim_matches(['[', ']']).trim();
                    }
                    (start, equals, depth) = (at + 1, None, 0);
                }
            }
            _ if is_comment => {}
            '\\' if quote == Some('"') => drop(letters.next()),
            '"' | '\'' if quote.is_none() => quote = Some(c),
            _ if quote.is_some() => quote = quote.filter(|&open| open != c),
            '#' => is_comment = true,
            '=' if equals.is_none() => equals = Some(at),
            '[' | '{' if equals.is_some() => depth += 1,
            ']' | '}' if equals.is_some() => depth -= 1,
            _ => {}
        }
    }
    let place = match equals {
        _ if is_comment || depth > 0 => Place::Elsewhere,
        Some(at) => Place::Value { key: before[start..at].trim().trim_matches('"'), start: at + 1 },
        None => Place::Key { start },
    };
    (table, place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::newsroom::Config;

    /// What is suggested at the mark `|`, as the file would be with it.
    fn suggested(text: &str) -> Vec<String> {
        let offset = text.find('|').expect("a caret");
        let text = text.replace('|', "");
        let all = complete_settings(&text, offset, Locale::Hi);
        let taken = |s: Suggestion| {
            let mut text = text.clone();
            text.replace_range(s.replace.range(), &s.insert);
            text
        };
        all.into_iter().map(taken).collect()
    }

    #[test]
    fn keys_of_the_table_in_hand() {
        assert_eq!(suggested("fai|"), ["fail-on = "]);
        assert_eq!(suggested("loc| = \"hi\""), ["locale = \"hi\""]);
        assert_eq!(suggested("[spelling] # वर्तनी\nacc|"), ["[spelling] # वर्तनी\naccept = "]);
        assert_eq!(suggested("[rules]\n\"date/week|\""), ["[rules]\n\"date/weekday\" = "]);
        assert_eq!(
            suggested("[overrides.spelling]\nnas|"),
            ["[overrides.spelling]\nnasal = "],
            "what some files do otherwise"
        );
        assert_eq!(suggested("[sets.\"चुनाव\"]\nfro|"), ["[sets.\"चुनाव\"]\nfrom = "]);
        assert_eq!(suggested("[[sets.chunav.pattern]]\nregex|"), ["[[sets.chunav.pattern]]\nregex = "]);
        assert_eq!(suggested("[rules]\nimposs|"), ["[rules]\n\"date/impossible\" = "]);
        assert_eq!(suggested("locale = \"hi\"\n[ru|]"), ["locale = \"hi\"\n[rules]"]);
    }

    #[test]
    fn values_of_the_key_in_hand() {
        assert_eq!(suggested("locale = |"), ["locale = \"hi\"", "locale = \"en\""]);
        assert_eq!(suggested("fail-on = \"war|\""), ["fail-on = \"warning\""]);
        assert_eq!(suggested("[rules]\n\"date/weekday\" = \"o|"), ["[rules]\n\"date/weekday\" = \"off\""]);
        assert_eq!(suggested("fail-on = \"of|"), [""; 0], "a failure cannot be off");
        assert_eq!(suggested("[[ignore]]\nrule = \"date/week|\""), ["[[ignore]]\nrule = \"date/weekday\""]);
    }

    #[test]
    fn lists_and_comments_are_the_writers() {
        for text in ["# loc|", "[spelling]\nprefer = [\n  \"मॉ|", "skip = ['|", "locale = \"hi\" |"] {
            assert_eq!(suggested(text), [""; 0], "{text}");
        }
        assert_eq!(suggested("[spelling]\nprefer = [\n  \"मॉस्को\",\n]\nkee|").len(), 1);
    }

    /// The key that a table is under: `sets` for `[sets.NAME]`.
    fn name(head: &str) -> &str {
        head.trim_matches(['[', ']']).split('.').next().unwrap()
    }

    #[test]
    fn every_key_is_one_that_the_style_knows_and_none_is_missing() {
        let tables = [
            ("", ""),
            ("spelling", "[spelling]\n"),
            ("text", "[text]\n"),
            ("ignore", "[[ignore]]\n"),
            ("pattern", "[[pattern]]\n"),
            ("overrides", "[[overrides]]\n"),
            ("sets", "[sets.chunav]\n"),
            ("examples", "[examples]\n"),
            ("pack", "[pack]\n"),
            ("ledger", "[ledger]\n"),
        ];
        for (table, head) in tables {
            let faults = Config::parse(&format!("{head}no-such-key = 1\n"), |_| true).unwrap_err();
            let said = faults[0].message.en.split("; did you mean").next().unwrap();
            let known = said.split('`').skip(3).step_by(2);
            let offered: Vec<&str> = KEYS.iter().filter(|k| k.0 == table).map(|k| k.1).collect();
            let tables = TABLES.iter().filter(|_| table.is_empty()).map(|t| name(t.0));
            let mut offered: Vec<&str> = offered.into_iter().chain(tables).collect();
            let mut known: Vec<&str> = known.collect();
            offered.sort_unstable();
            known.sort_unstable();
            assert_eq!(offered, known, "{}", faults[0].message);
        }
        for rule in RULES {
            for severity in Level::OF_RULE {
                let text = format!("[rules]\n\"{}\" = \"{severity}\"\n", rule.code);
                assert!(Config::parse(&text, |code| code == rule.code).is_ok(), "{text}");
            }
        }
    }
}
