//! The words and phrases of all patterns with their forms, looked up word by word, so that ten thousand cost what one does.

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::found::Match;
use super::inflection::{Slot, forms, in_slot};
use crate::text::normal::same_look;
use crate::text::{Span, Token, tokens};

/// All phrases, by the look of their first word.
#[derive(Clone, Debug, Default)]
pub struct Phrases(FxHashMap<Box<str>, Vec<Phrase>>);

#[derive(Clone, Debug)]
struct Phrase {
    pattern: usize,
    /// The look of the words and marks behind the first.
    rest: Box<[Box<str>]>,
    /// What may be written for it.
    replacements: SmallVec<[Box<str>; 1]>,
}

impl Phrases {
    /// Adds a phrase of a pattern, with its inflected forms if it `inflects`; `false` if it has no word in it.
    pub fn add(&mut self, pattern: usize, phrase: &str, inflects: bool, replacement: Option<&str>) -> bool {
        if !tokens(phrase).iter().any(|token| token.is_word()) {
            return false;
        }
        let phrase = phrase.trim();
        let replacement = replacement.map(str::trim);
        let mut forms = if inflects { forms(&same_look(phrase)) } else { Vec::new() };
        forms.insert(0, (Slot::Base, phrase.to_owned()));
        for (slot, form) in forms {
            self.add_form(pattern, &form, replacement.map(|text| in_slot(text, slot)));
        }
        true
    }

    fn add_form(&mut self, pattern: usize, form: &str, replacement: Option<String>) {
        let mut words = tokens(form).into_iter().map(|token| Box::from(&*same_look(token.span.of(form))));
        let Some(first) = words.next() else { return };
        let rest: Box<[Box<str>]> = words.collect();
        let phrases: &mut Vec<Phrase> = self.0.entry(first).or_default();
        let replacement = replacement.map(Box::from);
        match phrases.iter_mut().find(|known| known.pattern == pattern && known.rest == rest) {
            Some(known) => {
                if let Some(text) = replacement
                    && !known.replacements.contains(&text)
                {
                    known.replacements.push(text);
                }
            }
            None => phrases.push(Phrase { pattern, rest, replacements: replacement.into_iter().collect() }),
        }
    }

    /// Every phrase in a text that has these tokens; of one pattern the longest at each word.
    pub fn matches(&self, text: &str, tokens: &[Token]) -> Vec<Match> {
        let mut out: Vec<Match> = Vec::new();
        if self.0.is_empty() {
            return out;
        }
        for (at, token) in tokens.iter().enumerate() {
            let Some(phrases) = self.0.get(&*same_look(token.span.of(text))) else { continue };
            let here = out.len();
            for phrase in phrases.iter().filter(|phrase| phrase.goes_on(text, &tokens[at + 1..])) {
                let last = tokens[at + phrase.rest.len()];
                let span = Span { end: last.span.end, ..token.span };
                let replacements = phrase.replacements.iter().map(|text| text.to_string()).collect();
                let one = Match { pattern: phrase.pattern, span, replacements };
                match out[here..].iter_mut().find(|other| other.pattern == phrase.pattern) {
                    Some(other) if other.span.end < span.end => *other = one,
                    Some(_) => {}
                    None => out.push(one),
                }
            }
        }
        out
    }
}

impl Phrase {
    fn goes_on(&self, text: &str, next: &[Token]) -> bool {
        self.rest.len() <= next.len()
            && self.rest.iter().zip(next).all(|(word, token)| **word == *same_look(token.span.of(text)))
    }
}
