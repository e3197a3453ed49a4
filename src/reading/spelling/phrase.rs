//! Names of several words: न्यू यॉर्क, न्यूयॉर्क, न्यू-यॉर्क; ए.पी.जे., ए पी जे, एपीजे.

use smallvec::SmallVec;

/// Whether a character only stands between the words of a name.
fn separates(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '\u{2010}'..='\u{2015}' | '.' | '·' | '॰' | '\'' | '’' | '‘')
}

/// The words of a name.
pub(super) fn words(name: &str) -> SmallVec<[&str; 4]> {
    name.split(separates).filter(|word| !word.is_empty()).collect()
}

/// Whether a name is a single word.
pub(super) fn is_word(name: &str) -> bool {
    !name.is_empty() && !name.contains(separates)
}

/// A name without what stands between its words.
pub(super) fn joined(name: &str) -> std::borrow::Cow<'_, str> {
    if name.contains(separates) {
        name.chars().filter(|&c| !separates(c)).collect::<String>().into()
    } else {
        name.into()
    }
}

/// What stands between the words of a name, without the words.
pub(super) fn seams(name: &str) -> impl Iterator<Item = char> + '_ {
    name.chars().filter(|&c| separates(c))
}
