//! Rules about actors: their names, titles and ages.

pub(super) mod age;
pub(super) mod first_mention;
pub(super) mod name_form;
pub(super) mod title;
pub(super) mod verified;

/// Words that may follow a name without making it part of a longer one (यूएस ओपन, मद्रास हाई कोर्ट).
const AFTER_A_NAME: &[&str] = &[
    "ने",
    "को",
    "का",
    "के",
    "की",
    "से",
    "में",
    "पर",
    "तक",
    "द्वारा",
    "और",
    "या",
    "व",
    "एवं",
    "तथा",
    "भी",
    "ही",
    "तो",
    "जैसे",
    "सहित",
    "समेत",
    "बनाम",
    "है",
    "हैं",
    "था",
    "थे",
    "नहीं",
    "जा",
    "आ",
    "कि",
    "जहां",
    "जिसने",
    "जो",
];

/// Whether a word, by its key, goes on with the sentence after a name, not with the name.
fn goes_on_after_a_name(word: &str) -> bool {
    AFTER_A_NAME.contains(&word)
}
