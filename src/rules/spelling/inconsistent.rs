//! एक ही नाम ख़बर में दो तरह से लिखा गया है।
//!
//! ## क्यों
//! “मॉस्को” और “मास्को”, “ट्रंप” और “ट्रम्प” दोनों चलते हैं, पर एक ख़बर में एक ही रूप चले तो पाठक को भरोसा रहता है कि बात एक ही
//! शहर या व्यक्ति की है, और खोजने पर पूरी ख़बर मिलती है।
//!
//! ## उदाहरण
//! - ✗ बातचीत **मॉस्को** में होगी। **मास्को** ने तारीख़ नहीं बताई।
//! - ✓ बातचीत **मॉस्को** में होगी। **मॉस्को** ने तारीख़ नहीं बताई।
//! - ✓ **रूस** और **रूसी** अधिकारी, **दिन** और **दीन**: अलग शब्द हैं, इन पर निशान नहीं लगता।
//!
//! ## क्या करें
//! एक रूप चुनकर पूरी ख़बर में वही रखें। सुझाव इस क्रम से बनता है: `vartani.toml` की पसंद (`[spelling] prefer`), न्यूज़रूम की नामों की
//! फ़ाइल, ख़बर में जो रूप ज़्यादा बार आया, vartani का नामकोश, जो रूप ज़्यादा चलता है, और बराबरी पर जो पहले आया। जो शब्द सचमुच अलग हों, उन्हें
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
//! files, the form used most in the article, the gazetteer that ships, the form in wider use, and the form used first. List words that really are
//! different under `[spelling] accept`.
//!
//! Of names that are sometimes one and sometimes two (**मिश्र** and **मिश्रा**) the rule asks, and does not warn.

use std::cmp::Reverse;
use std::sync::Arc;

use crate::reading::{Because, Spelling, Variants};
use crate::rules::{Applicability, Finding, MAX_RELATED, Message, Related};

const CODE: &str = "spelling/inconsistent";

/// Maximum number of spellings that a finding points to; the message says how many there are.
const MAX_NAMED: usize = 8;

/// Marks every occurrence of a spelling that is not the one to keep.
pub(in crate::rules) fn check(variants: &Variants, out: &mut Vec<Finding>) {
    let named = named(variants);
    // What most spellings of a name in very many have in common is told once and shared
    let of_all = Arc::new(others(variants, &named, None));
    for (number, spelling) in variants.spellings.iter().enumerate().filter(|(at, _)| *at != variants.kept) {
        let message = message(variants, spelling);
        let related = match named.contains(&number) {
            true => Arc::new(others(variants, &named, Some(number))),
            false => of_all.clone(),
        };
        out.extend(spelling.places.iter().map(|place| {
            let mut finding = Finding::new(CODE, *place, message.clone());
            finding.related = related.clone();
            finding.is_question = variants.is_doubtful;
            finding.replace_with(&variants.spellings[variants.kept].text, Applicability::Suggested)
        }));
    }
}

/// The spellings to name, as numbers in the order of their first use: the one to keep and the most frequent.
fn named(variants: &Variants) -> Vec<usize> {
    let mut numbers: Vec<usize> = (0..variants.spellings.len()).collect();
    numbers.sort_by_key(|&at| (at != variants.kept, Reverse(variants.spellings[at].places.len())));
    numbers.truncate(MAX_NAMED);
    numbers.sort_unstable();
    numbers
}

fn message(variants: &Variants, spelling: &Spelling) -> Message {
    let kept = &variants.spellings[variants.kept];
    let (written, wanted) = (&spelling.text, &kept.text);
    let Message { hi, en } = why_kept(variants);
    if variants.is_doubtful {
        return Message::new(
            format!("“{written}” और “{wanted}”: एक ही नाम या दो? एक हो तो “{wanted}” रखें ({hi})।"),
            format!("“{written}” and “{wanted}”: one name or two? If it is one, keep “{wanted}” ({en})"),
        );
    }
    // A word of every day is no name
    let is_word = variants.because == Because::Lexicon;
    let (what_hi, what_en) =
        if is_word { ("एक शब्द", "one word") } else { ("एक नाम", "one name") };
    let number = variants.spellings.len();
    let (how_many_hi, how_many_en) = match number {
        2 => ("दो".to_owned(), "two".to_owned()),
        _ => (number.to_string(), number.to_string()),
    };
    let (a, b) = (spelling.places.len(), kept.places.len());
    match variants.because {
        Because::Majority if b > a => Message::new(
            format!(
                "{what_hi}, {how_many_hi} वर्तनियाँ: “{written}” {a} बार, “{wanted}” {b} बार। “{wanted}” रखें।"
            ),
            format!("{what_en}, {how_many_en} spellings: “{written}” {a}×, “{wanted}” {b}×; keep “{wanted}”"),
        ),
        _ => Message::new(
            format!("{what_hi}, {how_many_hi} वर्तनियाँ: “{written}”, “{wanted}”। “{wanted}” रखें ({hi})।"),
            format!("{what_en}, {how_many_en} spellings: “{written}”, “{wanted}”; keep “{wanted}” ({en})"),
        ),
    }
}

/// Where the named spellings stand, without one of them.
fn others(variants: &Variants, named: &[usize], without: Option<usize>) -> Related {
    let here = |text: &str| Message::new(format!("यहाँ “{text}”"), format!("“{text}” here"));
    let others = named.iter().filter(|&&at| Some(at) != without).map(|&at| &variants.spellings[at]);
    let places = others.flat_map(|other| other.places.iter().map(move |place| (*place, here(&other.text))));
    places.take(MAX_RELATED).collect()
}

/// Why a spelling is the one to keep, in a few words.
pub fn why_kept(variants: &Variants) -> Message {
    let kept = &variants.spellings[variants.kept];
    let (hi, en) = match variants.because {
        Because::House => ("vartani.toml में यही तय है", "vartani.toml prefers it"),
        Because::OwnActors => ("नामों की फ़ाइल में यही है", "your actor file has it"),
        Because::Majority if kept.places.len() > 1 => ("यही ज़्यादा बार आया", "the article has it more often"),
        Because::Majority | Because::First => ("पहले यही आया", "the article has it first"),
        Because::Text => ("ख़बर के पाठ में यही है", "the text of the article has it"),
        Because::Gazetteer => ("vartani के नामकोश में यही है", "the gazetteer has it"),
        Because::Lexicon => ("शब्दकोश में यही है", "the dictionary has it"),
        Because::Usage => ("यही ज़्यादा चलता है", "it is in wider use"),
    };
    Message::new(hi, en)
}
