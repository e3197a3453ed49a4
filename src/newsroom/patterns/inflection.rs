//! The inflected forms of a noun or adjective, by how it ends.
//!
//! Gender is not known, so that the forms of both are there: whoever looks a form up meets no word that is not Hindi.

/// What a form of a word does in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Slot {
    /// The word as it is listed.
    Base,
    /// The oblique singular or the plural of a masculine in ा: घोड़े.
    Masculine,
    /// The direct plural of a feminine, with chandrabindu: किताबें, नदियाँ, माताएँ.
    Feminine,
    /// The same with a bindu: नदियां, माताएं.
    FeminineBindu,
    /// The oblique plural: घोड़ों, नदियों; of a feminine in ा it is another: माताओं.
    Oblique,
    /// The oblique plural of a feminine in ा, or of what ends in उ or ऊ: माताओं, आलुओं.
    ObliqueO,
}

/// An ending of words, what it leaves of them when it is taken away, and the ending of each form. The first that fits holds.
type Row = (&'static str, &'static [(Slot, &'static str)]);

const ROWS: [Row; 8] = [
    (
        "िया",
        &[
            (Slot::Feminine, "ियाँ"),
            (Slot::FeminineBindu, "ियां"),
            (Slot::Oblique, "ियों"),
            (Slot::Masculine, "िये"),
        ],
    ),
    (
        "ा",
        &[
            (Slot::Masculine, "े"),
            (Slot::Oblique, "ों"),
            (Slot::Feminine, "ाएँ"),
            (Slot::FeminineBindu, "ाएं"),
            (Slot::ObliqueO, "ाओं"),
        ],
    ),
    ("ी", &[(Slot::Feminine, "ियाँ"), (Slot::FeminineBindu, "ियां"), (Slot::Oblique, "ियों")]),
    ("ि", &[(Slot::Feminine, "ियाँ"), (Slot::FeminineBindu, "ियां"), (Slot::Oblique, "ियों")]),
    ("ू", &[(Slot::Feminine, "ुएँ"), (Slot::FeminineBindu, "ुएं"), (Slot::ObliqueO, "ुओं")]),
    ("ु", &[(Slot::Feminine, "ुएँ"), (Slot::FeminineBindu, "ुएं"), (Slot::ObliqueO, "ुओं")]),
    ("ो", &[(Slot::ObliqueO, "ोओं")]),
    ("", &[(Slot::Feminine, "ें"), (Slot::FeminineBindu, "ें"), (Slot::Oblique, "ों")]),
];

/// What a word that is inflected by the last row ends in: a consonant, with or without a nukta.
fn ends_in_consonant(word: &str) -> bool {
    word.chars().next_back().is_some_and(|c| matches!(c, 'क'..='ह' | '\u{0958}'..='\u{095F}' | '\u{093C}'))
}

fn row(word: &str) -> Option<(&str, &'static [(Slot, &'static str)])> {
    ROWS.iter().find_map(|(ending, forms)| {
        let stem = word.strip_suffix(ending)?;
        // Of a word of one letter nothing would be left
        let fits = if ending.is_empty() { ends_in_consonant(word) } else { !stem.is_empty() };
        fits.then_some((stem, *forms))
    })
}

/// The inflected forms of a word or of the last word of a phrase, without the form that it has itself.
pub fn forms(word: &str) -> Vec<(Slot, String)> {
    let Some((stem, forms)) = row(word) else { return Vec::new() };
    forms.iter().map(|(slot, ending)| (*slot, format!("{stem}{ending}"))).collect()
}

/// A word in the form that another has; the word itself where its own kind has no such form.
pub fn in_slot(word: &str, slot: Slot) -> String {
    let Some((stem, forms)) = row(word).filter(|_| slot != Slot::Base) else { return word.to_owned() };
    let ending = |wanted: Slot| forms.iter().find(|(slot, _)| *slot == wanted).map(|(_, ending)| *ending);
    let found = match slot {
        Slot::Oblique => ending(Slot::Oblique).or(ending(Slot::ObliqueO)),
        Slot::ObliqueO => ending(Slot::ObliqueO).or(ending(Slot::Oblique)),
        slot => ending(slot),
    };
    found.map_or_else(|| word.to_owned(), |ending| format!("{stem}{ending}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(word: &str) -> Vec<String> {
        forms(word).into_iter().map(|(_, form)| form).collect()
    }

    #[test]
    fn words_are_inflected_by_how_they_end() {
        assert_eq!(all("ठेका"), ["ठेके", "ठेकों", "ठेकाएँ", "ठेकाएं", "ठेकाओं"]);
        assert_eq!(all("पार्टी"), ["पार्टियाँ", "पार्टियां", "पार्टियों"]);
        assert_eq!(all("समिति"), ["समितियाँ", "समितियां", "समितियों"]);
        assert_eq!(all("बैठक"), ["बैठकें", "बैठकें", "बैठकों"]);
        assert_eq!(all("आलू"), ["आलुएँ", "आलुएं", "आलुओं"]);
        assert_eq!(all("चिड़िया"), ["चिड़ियाँ", "चिड़ियां", "चिड़ियों", "चिड़िये"]);
        assert_eq!(all("ने"), [""; 0]);
    }

    #[test]
    fn a_replacement_takes_the_form_of_what_it_replaces() {
        assert_eq!(in_slot("हर्जाना", Slot::Oblique), "हर्जानों");
        assert_eq!(in_slot("हर्जाना", Slot::Masculine), "हर्जाने");
        assert_eq!(in_slot("मुआवज़ा", Slot::Base), "मुआवज़ा");
        assert_eq!(in_slot("संवाददाता", Slot::ObliqueO), "संवाददाताओं");
        assert_eq!(in_slot("पत्रकार", Slot::ObliqueO), "पत्रकारों");
        assert_eq!(in_slot("पत्रकार", Slot::Masculine), "पत्रकार");
    }
}
