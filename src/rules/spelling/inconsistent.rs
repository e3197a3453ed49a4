//! एक ही नाम लेख में दो तरह से लिखा गया है।
//!
//! ## क्यों
//! “मॉस्को” और “मास्को”, “ट्रंप” और “ट्रम्प” दोनों चलते हैं, पर एक ख़बर में एक ही रूप चले तो पाठक को भरोसा रहता है कि बात एक ही
//! शहर या व्यक्ति की है, और खोजने पर पूरी ख़बर मिलती है।
//!
//! ## उदाहरण
//! - ✗ बातचीत **मॉस्को** में होगी। **मास्को** ने तारीख़ नहीं बताई।
//! - ✓ बातचीत **मॉस्को** में होगी। **मॉस्को** ने तारीख़ नहीं बताई।
//! - ✓ **रूस** और **रूसी** अधिकारी, **दिन** और **दीन**: अलग शब्द हैं, इन पर यह नियम चुप रहता है।
//!
//! ## क्या करें
//! एक रूप चुनकर पूरे लेख में वही रखें। सुझाव इस क्रम से बनता है: `vartani.toml` की पसंद (`[spelling] prefer`), आपके अपने नामों की
//! फ़ाइल, लेख में जो रूप ज़्यादा बार आया, vartani का नामकोश, और बराबरी पर जो पहले आया। जो शब्द सचमुच अलग हों, उन्हें
//! `[spelling] accept` में लिखें।
//!
//! जो नाम कभी एक होते हैं, कभी दो (**मिश्र** और **मिश्रा**), उन पर यह नियम चेताता नहीं, पूछता है।
//! ---
//! One and the same name is spelt in two ways in the article.
//!
//! ## Why
//! मॉस्को and मास्को, ट्रंप and ट्रम्प are both in use, but one spelling in one story assures the reader that it speaks of one
//! city or person, and lets search find all of it.
//!
//! ## Example
//! - ✗ बातचीत **मॉस्को** में होगी। **मास्को** ने तारीख़ नहीं बताई।
//! - ✓ बातचीत **मॉस्को** में होगी। **मॉस्को** ने तारीख़ नहीं बताई।
//! - ✓ **रूस** and **रूसी**, **दिन** and **दीन** are different words; the rule is silent on them.
//!
//! ## What to do
//! Choose one form and keep to it. The advice comes, in this order, from `vartani.toml` (`[spelling] prefer`), your own actor
//! files, the form used most in the article, the gazetteer that ships, and the form used first. List words that really are
//! different under `[spelling] accept`.
//!
//! Of names that are sometimes one and sometimes two (**मिश्र** and **मिश्रा**) the rule asks, and does not warn.

use crate::reading::{Because, Spelling, Variants};
use crate::rules::{Finding, Message, Place};

const CODE: &str = "spelling/inconsistent";

/// A finding points to at most so many other places; the counts in its message are of all.
const MAX_RELATED: usize = 50;

/// Marks every occurrence of a spelling that is not the one to keep.
pub(in crate::rules) fn check(variants: &Variants, out: &mut Vec<Finding>) {
    let others = variants.spellings.iter().enumerate().filter(|(number, _)| *number != variants.kept);
    out.extend(others.flat_map(|(_, spelling)| findings(variants, spelling)));
}

fn findings<'a>(variants: &'a Variants, spelling: &'a Spelling) -> impl Iterator<Item = Finding> + 'a {
    let (message, others) = (message(variants, spelling), others(variants, spelling));
    spelling.places.iter().map(move |&(block, span)| {
        let mut finding = Finding::new(CODE, Place { block, span }, message.clone());
        finding.related = others.clone();
        finding.is_question = variants.is_doubtful;
        finding.replace_with(&variants.spellings[variants.kept].text, false)
    })
}

fn message(variants: &Variants, spelling: &Spelling) -> Message {
    let (written, wanted) = (&spelling.text, &variants.spellings[variants.kept].text);
    let Message { hi, en } = why_kept(variants);
    let (times_hi, times_en) = (tally(variants, " बार"), tally(variants, "×"));
    if variants.is_doubtful {
        return Message::new(
            format!(
                "“{written}” और “{wanted}” एक ही नाम हैं या दो? इस लेख में: {times_hi}। एक ही हों तो “{wanted}” रखें: {hi}।"
            ),
            format!(
                "are “{written}” and “{wanted}” one name or two? In this article: {times_en}; if they are one, keep “{wanted}”: {en}"
            ),
        );
    }
    Message::new(
        format!("“{written}” और “{wanted}” एक ही नाम हैं; इस लेख में: {times_hi}। “{wanted}” रखें: {hi}।"),
        format!(
            "“{written}” and “{wanted}” are one name; in this article: {times_en}; keep “{wanted}”: {en}"
        ),
    )
}

/// Where the other spellings stand.
fn others(variants: &Variants, spelling: &Spelling) -> Vec<(Place, Message)> {
    let here = |text: &str| Message::new(format!("यहाँ “{text}”"), format!("“{text}” here"));
    let others = variants.spellings.iter().filter(|other| other.text != spelling.text);
    let places = others.flat_map(|other| {
        other.places.iter().map(move |&(block, span)| (Place { block, span }, here(&other.text)))
    });
    places.take(MAX_RELATED).collect()
}

/// `मॉस्को (2 बार), मास्को (1 बार)`.
fn tally(variants: &Variants, unit: &str) -> String {
    let count = |spelling: &Spelling| format!("{} ({}{unit})", spelling.text, spelling.places.len());
    variants.spellings.iter().map(count).collect::<Vec<_>>().join(", ")
}

/// Why a spelling is the one to keep, as the end of a sentence.
pub fn why_kept(variants: &Variants) -> Message {
    let kept = &variants.spellings[variants.kept];
    let (hi, en) = match variants.because {
        Because::House => ("vartani.toml में यही तय है", "vartani.toml prefers it"),
        Because::OwnActors => ("आपके नामों की फ़ाइल में यही है", "your actor file has it"),
        Because::Majority if kept.places.len() > 1 => {
            ("लेख में यही ज़्यादा बार आया है", "the article has it more often")
        }
        Because::Majority | Because::First => ("लेख में यही पहले आया है", "the article has it first"),
        Because::Gazetteer => ("नामकोश में यही है", "the gazetteer has it"),
        Because::Lexicon => ("शब्दकोश में यही है", "it is the word in the lexicon"),
    };
    Message::new(hi, en)
}
