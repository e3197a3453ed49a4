//! Names of the gazetteers in a block: the longest match from left to right.

use std::ops::Range;

use smallvec::SmallVec;

use super::block::BlockView;
use crate::newsroom::{NameRef, NameWalk, Newsroom};
use crate::text::{Script, Span};

/// Words that are a name of one or more actors.
#[derive(Clone, Debug)]
pub struct NameUse {
    /// The tokens of the name.
    pub tokens: Range<u32>,
    /// The name in the prose, without what is joined to it.
    pub span: Span,
    /// The names it may be.
    pub names: SmallVec<[NameRef; 1]>,
    /// The name is in Latin letters.
    pub latin: bool,
}

/// A name is at most so many words.
const MOST_WORDS: usize = 8;

/// The names in a block.
pub(super) fn find(view: &BlockView<'_>, newsroom: &Newsroom) -> Vec<NameUse> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < view.words.len() {
        match longest(view, newsroom, at) {
            Some(found) => {
                at = found.tokens.end as usize;
                out.push(found);
            }
            None => at += 1,
        }
    }
    out
}

/// The longest name that begins at token `start`.
fn longest(view: &BlockView<'_>, newsroom: &Newsroom, start: usize) -> Option<NameUse> {
    let first = view.word(start)?;
    if first.script == Script::Other {
        return None;
    }
    let mut best = None;
    let mut here = Step { walk: first.names.clone(), at: start };
    for _ in 0..MOST_WORDS {
        if !here.walk.is_empty() {
            best = here.name(view, newsroom, start, None).or(best);
        }
        if best.as_ref().is_none_or(|name: &NameUse| name.tokens.end as usize <= here.at) {
            best = here.joined_name(view, newsroom, start).or(best);
        }
        match here.next(view, newsroom) {
            Some(next) => here = next,
            None => break,
        }
    }
    best
}

/// A name read up to and including the word at token `at`.
struct Step {
    walk: NameWalk,
    at: usize,
}

impl Step {
    /// Reads the next word of the name.
    fn next(&self, view: &BlockView<'_>, newsroom: &Newsroom) -> Option<Step> {
        let gap = newsroom.walk(&self.walk, " ");
        if gap.is_empty() {
            return None;
        }
        let at = after_separator(view, self.at)?;
        let walk = newsroom.walk(&gap, &view.word(at)?.key);
        let joined_may_end = view.word(at)?.text.chars().count() > 4;
        (!walk.is_empty() || joined_may_end).then_some(Step { walk, at })
    }

    fn name(
        &self,
        view: &BlockView<'_>,
        newsroom: &Newsroom,
        start: usize,
        cut: Option<usize>,
    ) -> Option<NameUse> {
        let latin = view.word(start)?.script == Script::Latin;
        let tokens = &view.block.tokens;
        let opened = (start..self.at).any(|at| view.is_mark(at, '('));
        let last = if opened && view.is_mark(self.at + 1, ')') { self.at + 1 } else { self.at };
        let mut span = tokens[start].span.to(tokens[last].span);
        if let Some(stem) = cut {
            span.end = tokens[self.at].span.start + stem as u32;
        }
        let written = span.of(view.block.text());
        let fits = |name: &NameRef| name.latin == latin && (!latin || latin_case_fits(written, name.acronym));
        let names: SmallVec<_> = newsroom.names(&self.walk).into_iter().filter(fits).collect();
        (!names.is_empty()).then(|| NameUse { tokens: start as u32..last as u32 + 1, span, names, latin })
    }

    /// The name that ends here if a postposition joined to the last word is taken away: मोदीजी.
    fn joined_name(&self, view: &BlockView<'_>, newsroom: &Newsroom, start: usize) -> Option<NameUse> {
        let joined = view.word(self.at)?.joined.as_ref().filter(|_| self.at == start)?;
        Step { walk: joined.names.clone(), at: self.at }.name(view, newsroom, start, Some(joined.stem))
    }
}

/// The token of the word that goes on a name after token `at`: past a space, a hyphen, the full stop of an
/// initial, or the opening bracket of जनता दल (यूनाइटेड).
fn after_separator(view: &BlockView<'_>, at: usize) -> Option<usize> {
    let next = at + 1;
    let is_word = |at: usize| view.word(at).is_some();
    if is_word(next) {
        return Some(next);
    }
    let hyphen = view.is_mark(next, '-') && view.is_glued(next) && view.is_glued(next + 1);
    let initial = view.is_mark(next, '.') && view.is_glued(next);
    let bracket = view.is_mark(next, '(') && view.is_glued(next + 1);
    ((hyphen || initial || bracket) && is_word(next + 1)).then_some(next + 1)
}

/// Latin names are written with a capital, acronyms all in capitals.
fn latin_case_fits(written: &str, acronym: bool) -> bool {
    if acronym {
        !written.chars().any(char::is_lowercase)
    } else {
        written.chars().next().is_some_and(char::is_uppercase)
    }
}
