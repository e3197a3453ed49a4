//! vartani के लिए लिखी टिप्पणी समझ में नहीं आई।
//!
//! ## क्यों
//! Markdown और HTML में एक टिप्पणी vartani को चुप कराती है: `ignore` उस पैराग्राफ़ के लिए जिसमें वह है, नहीं तो अगले के लिए;
//! `off` वहाँ से `on` तक या लेख के अंत तक। नियम का नाम ग़लत हो तो टिप्पणी कुछ नहीं छिपाती, और लिखने वाले को इसका पता नहीं चलता।
//!
//! ## उदाहरण
//! - ✗ `<!-- vartani: ignore date/weekdy -->`
//! - ✓ `<!-- vartani: ignore date/weekday -->` अगला पैराग्राफ़
//! - ✓ `<!-- vartani: off spelling/latin; ब्रांड के नाम -->` … `<!-- vartani: on spelling/latin -->`
//!
//! ## क्या करें
//! `vartani rules` से नियम का सही नाम लें। नाम न हो तो टिप्पणी सब नियमों के लिए है। सादे पाठ में टिप्पणी छप जाती, इसलिए वहाँ
//! `vartani.toml` में `[[ignore]]` लिखें: `path` (फ़ाइल), `text` (चिह्नित शब्द) और `rule`।
//! ---
//! A comment for vartani cannot be understood.
//!
//! ## Why
//! In Markdown and HTML a comment keeps vartani silent: `ignore` for the paragraph it stands in, or else for the next one;
//! `off` from there to `on` or to the end. If the rule's name is wrong the comment hides nothing, and who wrote it would not know.
//!
//! ## Example
//! - ✗ `<!-- vartani: ignore date/weekdy -->`
//! - ✓ `<!-- vartani: ignore date/weekday -->` and the next paragraph
//! - ✓ `<!-- vartani: off spelling/latin; names of brands -->` … `<!-- vartani: on spelling/latin -->`
//!
//! ## What to do
//! Take the rule's name from `vartani rules`. Without a name a comment is for all rules. In plain text a comment would be
//! printed; write `[[ignore]]` in `vartani.toml` there, with `path` (a file), `text` (the marked words) and `rule`.

use crate::rules::Message;

/// The code of the rule, found by `diagnostics`: a reading knows no comments.
pub const CODE: &str = "text/ignore";

/// What is said of a name that no rule has.
pub fn no_rule(name: &str) -> Message {
    Message::new(
        format!(
            "“{name}” नाम का कोई नियम नहीं है, इसलिए यह टिप्पणी कुछ नहीं छिपाती। नियमों के नाम `vartani rules` बताता है।"
        ),
        format!("there is no rule “{name}”, so that this comment hides nothing; `vartani rules` lists them"),
    )
}

/// What is said of a comment that asks for nothing vartani knows.
pub fn no_verb(word: &str) -> Message {
    Message::new(
        format!("“{word}” से vartani कुछ नहीं समझती। यहाँ ignore, off या on लिखें।"),
        format!("vartani does not know “{word}”; write ignore, off or on here"),
    )
}
