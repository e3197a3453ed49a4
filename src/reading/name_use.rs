//! Words that are a name, before it is settled whose.

use std::ops::Range;

use smallvec::SmallVec;

use super::block_view::BlockView;
use crate::newsroom::NameRef;
use crate::text::{Script, Span, TokenRange};

/// Words that are a name of one or more actors.
#[derive(Clone, Debug)]
pub struct NameUse {
    /// The tokens of the name.
    pub tokens: TokenRange,
    /// The name in the prose, without what is joined to it.
    pub span: Span,
    /// The names it may be.
    pub names: SmallVec<[NameRef; 1]>,
    /// The one of them that it is wherever it stands, if there is one.
    pub unambiguous: Option<NameRef>,
    /// The name is in Latin letters.
    pub latin: bool,
}

impl NameUse {
    /// The tokens as one of `names`, if one of them fits what is written. Of the last word the name is the
    /// first `stem` bytes, if something is joined to it.
    pub(super) fn of(
        view: &BlockView<'_>,
        tokens: Range<usize>,
        names: &[NameRef],
        stem: Option<usize>,
    ) -> Option<NameUse> {
        if names.is_empty() {
            return None;
        }
        let latin = view.word(tokens.start)?.script == Script::Latin;
        let opened = tokens.clone().any(|at| view.is_mark(at, '('));
        let end = if opened && view.is_mark(tokens.end, ')') { tokens.end + 1 } else { tokens.end };
        let (first, last) = (view.block.tokens[tokens.start].span, view.block.tokens[end - 1].span);
        let mut span = first.to(last);
        if let Some(stem) = stem {
            span.end = last.start + stem as u32;
        }
        let written = span.of(view.block.text());
        let fits = |name: &NameRef| name.latin == latin && (!latin || latin_case_fits(written, name.acronym));
        let names: SmallVec<_> = names.iter().copied().filter(fits).collect();
        (!names.is_empty()).then(|| NameUse {
            tokens: TokenRange::new(tokens.start, end),
            span,
            names,
            unambiguous: None,
            latin,
        })
    }
}

/// Latin names are written with a capital, acronyms all in capitals.
fn latin_case_fits(written: &str, acronym: bool) -> bool {
    if acronym {
        !written.chars().any(char::is_lowercase)
    } else {
        written.chars().next().is_some_and(char::is_uppercase)
    }
}
