//! The quotation marks of one block, matched with each other.

use super::marks::{
    Family, Form, Position, QuotationMark, Side, is_apostrophe, is_inches, mark_at, position,
};
use super::{Neighbour, Quotations};
use crate::text::Token;

/// More single marks than this in a row are no quotation marks.
const MAX_RUN: usize = 3;

/// Marks that wait for their partners.
struct Matcher<'a> {
    text: &'a str,
    marks: Vec<QuotationMark>,
    /// The marks of each family that are open, as indices.
    double: Vec<u32>,
    single: Vec<u32>,
    angled: Vec<u32>,
    /// Those that close what was not opened.
    loose_closing: Vec<u32>,
}

/// The quotation marks of a block, each with its side and, if it has one, its partner.
pub(in crate::reading) fn find(text: &str, tokens: &[Token]) -> Quotations {
    let found = candidates(text, tokens);
    let mut matcher = Matcher {
        text,
        marks: Vec::new(),
        double: Vec::new(),
        single: Vec::new(),
        angled: Vec::new(),
        loose_closing: Vec::new(),
    };
    let nexts = next_positions(text, &found);
    for (mark, next) in found.into_iter().zip(nexts) {
        matcher.take(mark, next);
    }
    matcher.finish()
}

/// What may be quotation marks, in order.
fn candidates(text: &str, tokens: &[Token]) -> Vec<QuotationMark> {
    let mut found: Vec<QuotationMark> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let Some(mark) = mark_at(text, tokens, at) else {
            at += 1;
            continue;
        };
        let end = mark.tokens().end;
        let run = run_of_singles(tokens, at);
        if run > MAX_RUN {
            at += run;
            continue;
        }
        // ‘‘वह बोला, ‘हाँ’’’: the inner one closes first
        let is_inner_first = run == MAX_RUN && mark.left != Neighbour::Space && mark.left != Neighbour::Edge;
        if is_inner_first {
            let inner = Form::of_single(mark.form);
            found.extend(inner.map(|form| QuotationMark {
                form,
                span: tokens[at].span,
                right: Neighbour::Quote,
                ..mark
            }));
            at += 1;
        } else {
            found.push(mark);
            at = end;
        }
    }
    found
}

impl Form {
    /// The first of two single marks by itself.
    fn of_single(form: Form) -> Option<Form> {
        match form {
            Form::Doubled('\'', _) => Some(Form::SingleStraight),
            Form::Doubled(c, _) => Some(Form::SingleCurly(c)),
            _ => None,
        }
    }
}

/// How many single marks stand in a row from token `at` on.
fn run_of_singles(tokens: &[Token], at: usize) -> usize {
    let is_single = |token: &Token| ['\'', '‘', '’', '`'].iter().any(|&c| token.is_mark(c));
    let mut end = at;
    while tokens.get(end).is_some_and(is_single)
        && (end == at || tokens[end - 1].span.end == tokens[end].span.start)
    {
        end += 1;
    }
    end - at
}

/// For each mark where the next one of its family stands, and whether that one is of a shape that may close.
fn next_positions(text: &str, marks: &[QuotationMark]) -> Vec<Option<(Position, bool)>> {
    let mut next: [Option<(Position, bool)>; 3] = [None; 3];
    let mut out = vec![None; marks.len()];
    for (at, mark) in marks.iter().enumerate().rev() {
        let family = mark.family() as usize;
        out[at] = next[family];
        let position = position(text, mark);
        next[family] =
            Some((position, position == Position::Closing || mark.form.lean() != Some(Side::Opens)));
    }
    out
}

impl Matcher<'_> {
    /// Takes the next mark: gives it a side and matches it.
    fn take(&mut self, mut mark: QuotationMark, next: Option<(Position, bool)>) {
        let family = mark.family();
        let is_open = !self.open(family).is_empty();
        let closes_later =
            next.is_some_and(|(position, may_close)| may_close && position == Position::Closing);
        let is_no_quote = match family {
            Family::Single => is_apostrophe(self.text, &mark, is_open, closes_later),
            Family::Double => is_inches(self.text, &mark, is_open),
            Family::Angled => false,
        };
        if is_no_quote {
            return;
        }
        mark.side = side(self.text, &mark, is_open, next.is_some_and(|(_, may_close)| may_close));
        let number = self.marks.len() as u32;
        self.marks.push(mark);
        match mark.side {
            Side::Opens => self.open(family).push(number),
            Side::Closes => self.close(family, number),
        }
    }

    fn open(&mut self, family: Family) -> &mut Vec<u32> {
        match family {
            Family::Double => &mut self.double,
            Family::Single => &mut self.single,
            Family::Angled => &mut self.angled,
        }
    }

    fn close(&mut self, family: Family, number: u32) {
        // A single mark does not reach over a double one that is open
        let outer = if family == Family::Single { self.double.last().copied() } else { None };
        let opening = self.open(family).last().copied().filter(|&one| outer.is_none_or(|outer| outer < one));
        let Some(opening) = opening else {
            if family != Family::Angled {
                self.loose_closing.push(number);
            }
            return;
        };
        self.open(family).pop();
        if family == Family::Double {
            // What was opened inside is never closed, and waits for no other paragraph
            while self.single.pop_if(|single| *single > opening).is_some() {}
        }
        self.marks[opening as usize].partner = Some(number);
        self.marks[number as usize].partner = Some(opening);
    }

    fn finish(self) -> Quotations {
        let mut turns = Vec::new();
        let mut end = 0;
        for mark in &self.marks {
            if let (Side::Opens, Some(partner)) = (mark.side, mark.partner)
                && mark.token >= end
            {
                end = self.marks[partner as usize].token;
                turns.extend([mark.token, end]);
            }
        }
        let mut loose: Vec<u32> = self.loose_closing;
        loose.extend(self.double.iter().chain(&self.single));
        loose.sort_unstable();
        Quotations { marks: self.marks, turns, loose: loose.into() }
    }
}

/// Whether a mark opens or closes: by its shape, unless it stands where its shape cannot; else by where it stands;
/// else by whether a quotation is open.
fn side(text: &str, mark: &QuotationMark, is_open: bool, may_close_later: bool) -> Side {
    let by_company = if is_open { Side::Closes } else { Side::Opens };
    let position = position(text, mark);
    match (mark.form.lean(), position) {
        // “हम तैयार हैं,“ वे बोले
        (Some(Side::Opens), Position::Closing) if is_open || mark.right == Neighbour::Edge => Side::Closes,
        // ”हम तैयार हैं,” वे बोले
        (Some(Side::Closes), Position::Opening)
            if !is_open && (may_close_later || mark.left == Neighbour::Edge) =>
        {
            Side::Opens
        }
        (Some(side), _) => side,
        (None, Position::Opening) => Side::Opens,
        (None, Position::Closing) => Side::Closes,
        (None, Position::Unclear) => by_company,
    }
}
