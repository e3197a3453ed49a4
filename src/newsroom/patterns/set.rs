//! The patterns of a newsroom, compiled, and what they match in the text of a paragraph.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::expression::Expression;
use super::found::Match;
use super::look::Look;
use super::phrases::Phrases;
use super::written::PatternConfig;
use crate::newsroom::{Level, Message};
use crate::text::{Field, Token};

/// What stands before the name of a pattern in its code.
pub const FAMILY: &str = "style/";

/// Maximum work of expressions on a paragraph, in bytes times characters that an expression may wait for. What follows is
/// not looked for. It is more than a hundred expressions of ten characters do to a hundred kilobytes.
const MAX_WORK: u64 = 200_000_000;

/// A pattern of a newsroom.
#[derive(Clone, Debug)]
pub struct Pattern {
    /// Its code: `style/NAME`.
    pub code: Arc<str>,
    /// The set of rules that it is in; it always holds if it is in none.
    pub set: Option<Arc<str>>,
    /// What is said of it, if the newsroom has words for that.
    pub message: Option<Message>,
    /// Why, for people.
    pub reason: Option<String>,
    /// Who decided it.
    pub author: Option<String>,
    /// Since when.
    pub since: Option<String>,
    /// What to write instead, as it is written in the file.
    pub replacement: Option<String>,
    /// How grave it is, as the pattern says itself.
    pub severity: Option<Level>,
    /// In which parts of an article; in all if empty.
    pub fields: Vec<Field>,
    /// Number of sentences that it must or must not mark.
    pub examples: usize,
    /// Whether its replacement may be written without a look.
    pub is_safe: bool,
    pub(super) expression: Option<Expression>,
}

/// The patterns of a newsroom, in the order of their priority.
#[derive(Clone, Debug, Default)]
pub struct Patterns {
    pub(super) all: Vec<Arc<Pattern>>,
    /// The numbers of those with a regular expression.
    pub(super) expressions: Vec<usize>,
    pub(super) phrases: Arc<Phrases>,
}

impl Patterns {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// All of them, in the order of their priority.
    pub fn iter(&self) -> impl Iterator<Item = &Pattern> {
        self.all.iter().map(|pattern| &**pattern)
    }

    /// A pattern by its number.
    pub fn get(&self, number: usize) -> Option<&Pattern> {
        self.all.get(number).map(|pattern| &**pattern)
    }

    /// The pattern with this code.
    pub fn find(&self, code: &str) -> Option<&Pattern> {
        if !code.starts_with(FAMILY) {
            return None;
        }
        self.iter().find(|pattern| &*pattern.code == code)
    }

    /// What those patterns that are `wanted` match in the text of a paragraph, from left to right. Matches do not overlap.
    pub fn matches(&self, text: &str, tokens: &[Token], wanted: impl Fn(usize) -> bool) -> Vec<Match> {
        if self.all.is_empty() {
            return Vec::new();
        }
        let look = Look::of(text, tokens);
        let mut found = self.phrases.matches(text, tokens);
        let mut work = MAX_WORK;
        for &number in &self.expressions {
            let expression = self.all[number].expression.as_ref();
            let Some(expression) = expression.filter(|_| work > 0 && wanted(number)) else { continue };
            work = work.saturating_sub(expression.work(text.len()));
            found.extend(expression.matches(&look).into_iter().map(|(span, replacement)| Match {
                pattern: number,
                span,
                replacements: replacement.into_iter().collect(),
            }));
        }
        found.retain(|one| wanted(one.pattern) && !reads_so_already(text, one));
        without_overlaps(found)
    }
}

impl Pattern {
    pub(super) fn of(written: &PatternConfig, set: Option<&str>, expression: Option<Expression>) -> Pattern {
        Pattern {
            code: format!("{FAMILY}{}", written.name.get_ref()).into(),
            set: set.map(Arc::from),
            message: written.message.clone().map(|message| message.0),
            reason: written.reason.clone(),
            author: written.author.clone(),
            since: written.since.as_ref().map(|since| since.get_ref().clone()),
            replacement: written.replacement.as_ref().map(|text| text.get_ref().clone()),
            severity: written.severity,
            fields: written.fields.clone(),
            examples: written.flags.len() + written.accepts.len(),
            is_safe: written.safe,
            expression,
        }
    }
}

/// Whether a match is part of what would be written for it: सर्वर for सर्व, where सर्वर stands already.
fn reads_so_already(text: &str, found: &Match) -> bool {
    let (start, end) = (found.span.start as usize, found.span.end as usize);
    let written = &text[start..end];
    found.replacements.iter().any(|wanted| {
        wanted.match_indices(written).any(|(at, _)| {
            text[..start].ends_with(&wanted[..at]) && text[end..].starts_with(&wanted[at + written.len()..])
        })
    })
}

/// Of matches that overlap the one whose pattern stands first, and of one pattern the first.
fn without_overlaps(mut found: Vec<Match>) -> Vec<Match> {
    found.sort_by_key(|one| (one.pattern, one.span));
    let mut taken: BTreeMap<u32, Match> = BTreeMap::new();
    for one in found {
        let before = taken.range(..one.span.end).next_back();
        if before.is_none_or(|(_, before)| before.span.end <= one.span.start) {
            taken.insert(one.span.start, one);
        }
    }
    taken.into_values().collect()
}
