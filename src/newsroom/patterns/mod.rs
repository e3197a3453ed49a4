//! The newsroom's own rules, `[[pattern]]` in `vartani.toml`: compiled under bounds, and found in the text of a paragraph.
//!
//! Where two of them meet, the one that stands first in the file holds.

mod check;
mod expression;
mod found;
mod inflection;
mod look;
mod phrases;
mod set;
mod written;

use std::collections::BTreeMap;
use std::sync::Arc;

use toml::Spanned;

use super::{Fault, Message};
pub use check::marked;
use expression::Expression;
pub use found::Match;
use phrases::Phrases;
pub use set::{FAMILY, Pattern, Patterns};
pub use written::{PatternConfig, PatternMessage};

/// Maximum number of patterns of a newsroom.
const MAX_PATTERNS: usize = 20_000;

/// Maximum number of those with a regular expression.
const MAX_EXPRESSIONS: usize = 1_000;

/// A pattern as it is written, with the name of the set that it is in.
type WrittenPattern<'a> = (Option<&'a str>, &'a Spanned<PatternConfig>);

impl Patterns {
    /// Compiles the patterns of a `vartani.toml`, each with the set that it is in.
    ///
    /// # Errors
    /// Every pattern that cannot be used, or does not do what its examples say, with its place in `text`, the file.
    pub fn compile(written: &[WrittenPattern<'_>], text: &str) -> Result<Patterns, Vec<Fault>> {
        if let Some((_, one_more)) = written.get(MAX_PATTERNS) {
            let message = Message::new(
                format!("{MAX_PATTERNS} से ज़्यादा [[pattern]] हैं; कुछ हटा दें"),
                format!("there are more than {MAX_PATTERNS} of [[pattern]]; delete some"),
            );
            return Err(vec![Fault::new(text, one_more.span(), message)]);
        }
        let (mut patterns, mut phrases, mut faults) = (Patterns::default(), Phrases::default(), Vec::new());
        let (mut names, mut expressions) = (BTreeMap::new(), 0);
        for (number, (set, written)) in written.iter().enumerate() {
            let pattern = written.get_ref();
            let mut fault = |place, message| faults.push(Fault::new(text, place, message));
            check::check(written, &mut fault);
            if names.insert(pattern.name.get_ref().as_str(), ()).is_some() {
                fault(pattern.name.span(), check::named_twice(pattern.name.get_ref()));
            }
            let mut expression = None;
            if let Some(regex) = &pattern.regex {
                expressions += 1;
                match Expression::compile(regex.get_ref(), pattern.replacement.as_ref()) {
                    _ if expressions > MAX_EXPRESSIONS => fault(regex.span(), too_many()),
                    Ok(compiled) => {
                        expression = Some(compiled);
                        patterns.expressions.push(number);
                    }
                    Err((place, message)) => fault(place.unwrap_or_else(|| regex.span()), message),
                }
            }
            let inflects = pattern.inflect != Some(false);
            let replacement = pattern.replacement.as_ref().map(|text| text.get_ref().as_str());
            for word in &pattern.words {
                if !phrases.add(number, word.get_ref(), inflects, replacement) {
                    fault(word.span(), check::no_word());
                }
            }
            patterns.all.push(Arc::new(Pattern::of(pattern, *set, expression)));
        }
        patterns.phrases = Arc::new(phrases);
        if faults.is_empty() {
            check::examples(&patterns, written, |place, message| {
                faults.push(Fault::new(text, place, message));
            });
        }
        if faults.is_empty() { Ok(patterns) } else { Err(faults) }
    }
}

fn too_many() -> Message {
    Message::new(
        format!("{MAX_EXPRESSIONS} से ज़्यादा `regex` हैं; शब्दों के लिए `words` लिखें"),
        format!("there are more than {MAX_EXPRESSIONS} of `regex`; write `words` for words"),
    )
}

#[cfg(test)]
mod tests;
