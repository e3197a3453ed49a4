//! निशान रोकने वाली टिप्पणी समझ में नहीं आई।
//!
//! ## क्यों
//! Markdown और HTML में टिप्पणी लिखकर निशान रोके जा सकते हैं: `ignore` उस पैराग्राफ़ के लिए जिसमें वह है, नहीं तो अगले के लिए;
//! `off` वहाँ से `on` तक या ख़बर के अंत तक। नियम का नाम ग़लत हो तो टिप्पणी से कोई निशान नहीं रुकता, और लिखने वाले को इसका पता नहीं चलता।
//!
//! ## उदाहरण
//! - ✗ `<!-- vartani: ignore date/weekdy -->`
//! - ✓ `<!-- vartani: ignore date/weekday -->` अगला पैराग्राफ़
//! - ✓ `<!-- vartani: off spelling/latin; ब्रांड के नाम -->` … `<!-- vartani: on spelling/latin -->`
//!
//! ## क्या करें
//! `vartani rules` से नियम का सही नाम लें। नियम न लिखें तो टिप्पणी सब नियमों पर लागू है। .txt में टिप्पणी छप जाएगी, इसलिए वहाँ
//! `vartani.toml` में `[[ignore]]` लिखें: `path` (फ़ाइल), `text` (निशान वाले शब्द) और `rule`। `require-reason = true` हो तो हर ऐसी
//! टिप्पणी में `;` के बाद वजह भी चाहिए।
//! ---
//! A comment for vartani cannot be understood.
//!
//! ## Why
//! In Markdown and HTML a comment hides marks: `ignore` for the paragraph it stands in, or else for the next one;
//! `off` from there to `on` or to the end. If the rule's name is wrong the comment hides nothing, and who wrote it would not know.
//!
//! ## Example
//! - ✗ `<!-- vartani: ignore date/weekdy -->`
//! - ✓ `<!-- vartani: ignore date/weekday -->` and the next paragraph
//! - ✓ `<!-- vartani: off spelling/latin; names of brands -->` … `<!-- vartani: on spelling/latin -->`
//!
//! ## What to do
//! Take the rule's name from `vartani rules`. Without a name a comment is for all rules. In plain text a comment would be
//! printed; write `[[ignore]]` in `vartani.toml` there, with `path` (a file), `text` (the marked words) and `rule`. Under
//! `require-reason = true` every such comment has to say why, after a semicolon.

use crate::rules::Message;

/// The code of the rule, found by `diagnostics`: a reading knows no comments.
pub const CODE: &str = "text/ignore";

/// What is said of a name that no rule has.
pub fn no_rule(name: &str) -> Message {
    Message::new(
        format!("“{name}” नाम का कोई नियम नहीं, टिप्पणी बेअसर है। नाम `vartani rules` में देखें।"),
        format!("there is no rule “{name}”, so this comment has no effect; see `vartani rules`"),
    )
}

/// What is said of a comment that does not say why, where the newsroom wants to know.
pub fn no_reason() -> Message {
    Message::new(
        "टिप्पणी में वजह नहीं लिखी: `;` के बाद लिखें कि निशान क्यों न दिखे।",
        "the comment gives no reason; write why after a semicolon",
    )
}

/// What is said of a comment that asks for nothing vartani knows.
pub fn no_verb(word: &str) -> Message {
    if word.is_empty() {
        return Message::new(
            "“vartani:” के बाद ignore, off या on लिखें।",
            "write ignore, off or on after “vartani:”",
        );
    }
    Message::new(
        format!("“{word}” समझ में नहीं आया: ignore, off या on लिखें।"),
        format!("“{word}” is not known here; write ignore, off or on"),
    )
}
