//! What the reader of TOML says, in both languages.
//!
//! `toml` and `serde` speak English only, in a few forms that are known, except for what we told them ourselves. What has another form is about how TOML is
//! written, and whoever wrote the file needs the place more than the reason.

use super::Message;
use super::nearest::nearest;

/// What an error of the reader says, in one line.
pub fn message(said: &str) -> Message {
    if let Some(message) = Message::unpacked(said) {
        return message;
    }
    let en = said.trim_end().replace('\n', "; ");
    let message = Message { hi: hindi(&en), en };
    match meant(&message.en) {
        Some(meant) => Message::new(
            format!("{}; क्या `{meant}` चाहिए?", message.hi),
            format!("{}; did you mean `{meant}`?", message.en),
        ),
        None => message,
    }
}

/// Of names that may stand somewhere the one that was probably meant.
fn meant(said: &str) -> Option<&str> {
    if !said.starts_with("unknown ") {
        return None;
    }
    let mut names = said.split('`').skip(1).step_by(2);
    let written = names.next()?;
    nearest(written, names)
}

fn hindi(said: &str) -> String {
    let between = |beginning: &str, end: &str| {
        let rest = said.strip_prefix(beginning)?;
        if end.is_empty() { Some((rest, "")) } else { rest.split_once(end) }
    };
    for kind in ["field", "variant"] {
        if let Some((name, choices)) = between(&format!("unknown {kind} `"), "`, expected ") {
            let choices = choices.strip_prefix("one of ").unwrap_or(choices).replace(" or ", ", ");
            return format!("`{name}` यहाँ नहीं चलता; ये चलते हैं: {choices}");
        }
        if let Some((name, _)) = between(&format!("unknown {kind} `"), "`") {
            return format!("`{name}` यहाँ नहीं चलता; उसे हटा दें");
        }
    }
    if let Some((name, _)) = between("missing field `", "`") {
        return format!("`{name}` नहीं लिखा है; उसे जोड़ें");
    }
    if let Some((name, _)) = between("duplicate field `", "`") {
        return format!("`{name}` दो बार लिखा है; एक हटा दें");
    }
    if said.starts_with("duplicate key") {
        return "यह ऊपर भी लिखा है; एक हटा दें".to_owned();
    }
    if let Some((found, wanted)) = between("invalid type: ", ", expected ") {
        return format!("यहाँ {} चाहिए, {} नहीं", sort(wanted), sort(found));
    }
    if let Some((found, _)) = between("invalid value: ", ", expected ") {
        return format!("यह मान यहाँ नहीं चलता: {}", sort(found));
    }
    "यहाँ TOML की लिखावट ग़लत है; उद्धरण चिह्न, कोष्ठक और = जाँच लें".to_owned()
}

/// What a sort of value is called; behind the name of some stands the value.
fn sort(en: &str) -> String {
    const SORTS: [(&str, &str); 12] = [
        ("string", "उद्धरण चिह्नों में शब्द"),
        ("a string", "उद्धरण चिह्नों में शब्द"),
        ("integer", "संख्या"),
        ("floating point", "संख्या"),
        ("an integer", "संख्या"),
        ("i8", "संख्या"),
        ("boolean", "true या false"),
        ("a boolean", "true या false"),
        ("sequence", "[…] में सूची"),
        ("a sequence", "[…] में सूची"),
        ("map", "खंड या {…}"),
        ("a map", "खंड या {…}"),
    ];
    let (name, value) = en.split_once([' ']).unwrap_or((en, ""));
    let whole = SORTS.iter().find(|(known, _)| *known == en).map(|(_, hi)| (*hi).to_owned());
    let with_value = || {
        let hi = SORTS.iter().find(|(known, _)| *known == name).map(|(_, hi)| *hi)?;
        Some(if value.starts_with(['"', '`']) { format!("{hi} ({value})") } else { hi.to_owned() })
    };
    whole.or_else(with_value).unwrap_or_else(|| {
        if en.starts_with("struct") { "खंड या {…}".into() } else { format!("“{en}”") }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_reader_says_is_said_in_hindi_too() {
        let hi = |said: &str| message(said).hi;
        assert_eq!(
            hi("unknown field `colour`, expected `nasal` or `nukta`"),
            "`colour` यहाँ नहीं चलता; ये चलते हैं: `nasal`, `nukta`"
        );
        assert_eq!(
            hi("unknown field `age`, expected one of `kind`, `name`"),
            "`age` यहाँ नहीं चलता; ये चलते हैं: `kind`, `name`"
        );
        assert_eq!(hi("missing field `name`"), "`name` नहीं लिखा है; उसे जोड़ें");
        assert_eq!(
            hi("invalid type: integer `7`, expected a string"),
            "यहाँ उद्धरण चिह्नों में शब्द चाहिए, संख्या (`7`) नहीं"
        );
        assert!(hi("invalid string\nexpected `\"`, `'`").starts_with("यहाँ TOML की लिखावट ग़लत है"));
    }

    #[test]
    fn what_a_file_gets_wrong_is_told_in_hindi() {
        #[derive(Debug, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        #[allow(dead_code)]
        struct Written {
            name: String,
            also: Vec<String>,
        }
        for (text, hi) in [
            ("nam = \"आशा\"", "`nam` यहाँ नहीं चलता; ये चलते हैं: `name`, `also`; क्या `name` चाहिए?"),
            ("name = \"आशा\"", "`also` नहीं लिखा है; उसे जोड़ें"),
            ("name = 7\nalso = []", "यहाँ उद्धरण चिह्नों में शब्द चाहिए, संख्या (`7`) नहीं"),
            ("name = \"आशा\"\nalso = \"अ\"", "यहाँ […] में सूची चाहिए, उद्धरण चिह्नों में शब्द (\"अ\") नहीं"),
            ("name = \"आशा\"\nname = \"अ\"", "यह ऊपर भी लिखा है; एक हटा दें"),
            ("name = \"आशा", "यहाँ TOML की लिखावट ग़लत है; उद्धरण चिह्न, कोष्ठक और = जाँच लें"),
        ] {
            let error = toml::from_str::<Written>(text).unwrap_err();
            assert_eq!(message(error.message()).hi, hi, "{}", error.message());
        }
    }
}
