//! निशान रोकने वाली टिप्पणी अब किसी काम की नहीं।
//!
//! ## क्यों
//! ख़बर बदल जाती है, टिप्पणी रह जाती है: वह पढ़ने वाले को भटकाती है, और कल वहाँ सचमुच की ग़लती हुई तो उसका निशान भी रोक देगी। नियम
//! पहले से बंद है, क्योंकि कई न्यूज़रूम हर ख़बर के साँचे में वही टिप्पणी रखते हैं।
//!
//! ## उदाहरण
//! - ✗ `<!-- vartani: ignore date/weekday -->` और नीचे के पैराग्राफ़ में वार सही है
//! - ✓ `<!-- vartani: ignore date/weekday; पुराना पत्र -->` और नीचे का वार तारीख़ से नहीं मिलता
//!
//! ## क्या करें
//! टिप्पणी हटा दें, या उसमें से वह नियम। टिप्पणी का नियम बंद हो, या दूसरी ख़बरों से मिलाने वाला हो, तो निशान नहीं लगता।
//! ---
//! A comment for vartani that hides no mark any more.
//!
//! ## Why
//! An article changes and the comment stays: it misleads who reads it, and will hide a real fault tomorrow. The rule is off
//! by default, since some newsrooms keep such a comment in the template of every article.
//!
//! ## Example
//! - ✗ `<!-- vartani: ignore date/weekday -->` above a paragraph whose weekday is right
//! - ✓ `<!-- vartani: ignore date/weekday; an old letter -->` above one whose weekday does not fit its date
//!
//! ## What to do
//! Delete the comment, or the rule in it. Nothing is said of a rule that is off, nor of one that looks at other articles.

use crate::rules::Message;

/// The code of the rule, found by `diagnostics`: a reading knows no comments.
pub const CODE: &str = "text/unused-ignore";

/// What is said of a comment that hides nothing of a rule, or nothing at all where it names none.
pub fn message(rule: Option<&str>) -> Message {
    match rule {
        Some(rule) => Message::new(
            format!("टिप्पणी बेअसर है: यहाँ इस नियम का कोई निशान नहीं ({rule})। हटा दें।"),
            format!("the comment has no effect: nothing is marked here ({rule}); delete it"),
        ),
        None => Message::new(
            "टिप्पणी बेअसर है: यहाँ कोई निशान नहीं। हटा दें।",
            "the comment has no effect: nothing is marked here; delete it",
        ),
    }
}
