//! What somebody may have meant who wrote a name that there is not.

use std::cmp::Ordering;

/// So similar, from 0 to 1, must be what was written and a name, for the name to be meant.
const NEAR: f64 = 0.8;

/// The name that is most like what was written, if one is like it.
pub fn nearest<'a>(written: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let written = written.to_lowercase();
    let all = names.into_iter().map(|name| (strsim::jaro_winkler(&written, name), name));
    let near = all.filter(|(likeness, _)| *likeness >= NEAR);
    near.max_by(|(a, _), (b, _)| a.partial_cmp(b).unwrap_or(Ordering::Equal)).map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_fingers_is_understood_and_another_word_is_not() {
        let names = ["nasal", "nukta", "glide"];
        assert_eq!(nearest("nukat", names), Some("nukta"));
        assert_eq!(nearest("Nasal", names), Some("nasal"));
        assert_eq!(nearest("colour", names), None);
    }
}
