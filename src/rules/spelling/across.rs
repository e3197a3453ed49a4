//! एक ही नाम अलग-अलग ख़बरों में अलग वर्तनी से लिखा है।
//!
//! ## क्यों
//! एक न्यूज़रूम एक शहर को एक ही तरह लिखे तो पाठक को भरोसा रहता है, और खोजने पर सारी ख़बरें मिलती हैं।
//!
//! ## उदाहरण
//! - ✗ पहली ख़बर: वार्ता **मॉस्को** में होगी। दूसरी ख़बर: **मास्को** में बर्फ़ गिरी।
//! - ✓ दोनों ख़बरों में **मॉस्को**।
//!
//! ## क्या करें
//! नियम पहले से बंद है: `vartani check --across`, एडिटर की सेटिंग `across` या `vartani.toml` में
//! `"spelling/across" = "hint"` इसे चालू करता है। एक रूप चुनकर `[spelling] prefer` में लिख दें, तो फिर वही सुझाया जाएगा। बिना चुने वह रूप
//! सुझाया जाता है जो ज़्यादा ख़बरों में है। एक ही ख़बर में दोनों रूप हों तो उन पर `spelling/inconsistent` निशान लगाता है।
//! ---
//! One and the same name is spelt in different ways in different articles.
//!
//! ## Why
//! A paper that prints a city in one way is trusted, and search finds all of its stories.
//!
//! ## Example
//! - ✗ One article: वार्ता **मॉस्को** में होगी। Another: **मास्को** में बर्फ़ गिरी।
//! - ✓ **मॉस्को** in both.
//!
//! ## What to do
//! The rule is off by default. `vartani check --across`, the editor's setting `across` or `"spelling/across" = "hint"` in
//! `vartani.toml` turns it on. Choose a form and write it into `[spelling] prefer`; from then on it is the one advised. Without a
//! choice it is the form that most articles have. An article with both forms is marked by `spelling/inconsistent`.

use crate::reading::Because;
use crate::rules::Message;

/// The code of the rule, found by `diagnostics`: a reading knows no other articles.
pub const CODE: &str = "spelling/across";

/// What is said of a spelling that `others`, articles with how often each has it, spell as `kept`. So many of
/// them are named.
pub fn message(
    written: &str,
    kept: &str,
    others: &[(&str, u32)],
    most_named: usize,
    because: Because,
) -> Message {
    let named = |unit: &str| {
        let one = |(article, count): &(&str, u32)| format!("{article} ({count}{unit})");
        others.iter().take(most_named).map(one).collect::<Vec<_>>().join(", ")
    };
    let (more_hi, more_en) = match others.len().saturating_sub(most_named) {
        0 => (String::new(), String::new()),
        1 => (" और 1 ख़बर".to_owned(), " and 1 more".to_owned()),
        more => (format!(" और {more} ख़बरें"), format!(" and {more} more")),
    };
    let (hi, en) = match because {
        Because::House => ("vartani.toml में यही तय है", "vartani.toml prefers it"),
        Because::OwnActors => ("नामों की फ़ाइल में यही है", "your actor file has it"),
        Because::Majority | Because::Text => ("ज़्यादा ख़बरों में यही है", "more articles have it"),
        Because::Gazetteer => ("vartani के नामकोश में यही है", "the gazetteer has it"),
        Because::Usage => ("यही ज़्यादा चलता है", "it is in wider use"),
        Because::Lexicon => ("शब्दकोश में यही है", "the dictionary has it"),
        Because::First => ("पहली ख़बर में यही है", "the first article has it"),
    };
    Message::new(
        format!("यहाँ “{written}” है, दूसरी ख़बरों में “{kept}”: {}{more_hi}। “{kept}” रखें ({hi})।", named(" बार")),
        format!("“{written}” is “{kept}” in other articles: {}{more_en}; keep “{kept}”: {en}", named("×")),
    )
}
