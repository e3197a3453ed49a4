//! Proposals from a few choices.

use super::*;
use crate::newsroom::{Config, Nasal, Sign};

fn of(item: &str, word: &str, spellings: &[(&str, u64)]) -> Choice {
    let spellings: Vec<SpellingUse> = spellings
        .iter()
        .map(|(spelling, uses)| SpellingUse {
            spelling: (*spelling).to_owned(),
            uses: *uses,
            articles: uses.div_ceil(2),
            ..SpellingUse::default()
        })
        .collect();
    let uses = spellings.iter().map(|one| one.uses).sum();
    Choice { item: item.to_owned(), word: word.to_owned(), uses, spellings }
}

fn tables() -> Tables {
    Tables {
        articles: 120,
        names: vec![
            of("moscow", "मॉस्को", &[("मास्को", 38), ("मॉस्को", 2)]),
            of("donald-trump", "डोनाल्ड ट्रंप", &[("डोनाल्ड ट्रंप", 19), ("डोनाल्ड ट्रम्प", 1)]),
            of("kyiv", "कीव", &[("कीव", 5), ("कीएव", 4)]),
        ],
        orthography: vec![
            of("nasal", "", &[("anusvara", 95), ("pancham", 5)]),
            of("nukta-z", "", &[("drop", 60), ("keep", 1)]),
            of("nukta-f", "", &[("drop", 30), ("keep", 3)]),
            of("chandrabindu", "", &[("drop", 55), ("keep", 45)]),
            of("visarga", "", &[("keep", 6)]),
            of("reph", "", &[("double", 40)]),
            of("pair", "महत्व", &[("महत्व", 20), ("महत्त्व", 1)]),
        ],
        habits: vec![of("text.digits", "", &[("ascii", 900)]), of("date.form", "", &[("day-month", 8)])],
        ..Tables::default()
    }
}

#[test]
fn what_is_clear_is_set_and_the_rest_is_told() {
    let text = proposal(&tables(), "archive");
    let config = Config::parse(&text, |_| true).unwrap_or_else(|faults| panic!("{faults:?}\n{text}"));
    assert_eq!((config.spelling.nasal, config.spelling.nukta), (Nasal::Anusvara, Sign::Drop));
    assert_eq!(config.spelling.chandrabindu, Sign::Consistent, "55 of 100");
    assert_eq!(config.spelling.visarga, Sign::Consistent, "six are too few");
    assert_eq!(config.spelling.prefer, ["मास्को", "ट्रंप", "महत्व"]);
    for line in [
        "nukta = \"drop\"               # 95 %: drop 90, keep 4\n",
        "# chandrabindu = \"drop\"      # 55 %: drop 55, keep 45\n",
        "# visarga = \"keep\"           # 100 %: keep 6\n",
        "# reph                       # 100 %: double 40\n",
        "#   कीव 5 / कीएव 4\n",
        "digits = \"ascii\"             # 100 %: ascii 900\n",
        "# form = \"day-month\"         # 100 %: day-month 8\n",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
}

#[test]
fn an_archive_that_never_had_to_choose_gives_a_file_that_decides_nothing() {
    let text = proposal(&Tables::default(), "archive");
    let config = Config::parse(&text, |_| true).unwrap();
    assert_eq!((config.spelling.prefer.len(), config.rules.len()), (0, 0));
}
