//! Which characters are quotation marks, and to which side they lean.

use std::ops::Range;

use crate::text::letters::{DANDA, is_devanagari};
use crate::text::{Span, Token, TokenKind};

/// A quotation mark: one character, or two that stand for one (`''`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuotationMark {
    /// Where it stands.
    pub span: Span,
    /// Its first token.
    pub token: u32,
    /// How it is typed.
    pub form: Form,
    /// Whether it opens a quotation or closes one.
    pub side: Side,
    /// What it touches on the left.
    pub left: Neighbour,
    /// What it touches on the right.
    pub right: Neighbour,
    /// Whether a mark that ends something stands before it, with or without a space between.
    pub(super) is_after_end: bool,
    /// Its partner, as an index of the marks of the block.
    pub(super) partner: Option<u32>,
}

/// How a quotation mark is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `“`, `„`, `”`.
    Curly(char),
    /// `"`.
    Straight,
    /// Two single ones for a double one: `''`, `‘‘`, `’’`, `‘’`.
    Doubled(char, char),
    /// `‘`, `’`.
    SingleCurly(char),
    /// `'`.
    SingleStraight,
    /// `«`, `»`.
    Angled(char),
}

/// Which side of a quotation a mark stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Before it.
    Opens,
    /// Behind it.
    Closes,
}

/// What touches a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Neighbour {
    /// The beginning or the end of the block.
    Edge,
    /// White space.
    Space,
    /// A letter, a sign or what stands for an address.
    Letter,
    /// A digit.
    Digit,
    /// A bracket that opens.
    Bracket,
    /// A mark that ends what stands before it: `,`, `।`, `)`.
    End,
    /// A dash, a hyphen, a slash.
    Joint,
    /// Another quotation mark.
    Quote,
}

/// Kinds of marks that are matched with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    Double,
    Single,
    Angled,
}

impl QuotationMark {
    /// Its tokens.
    pub fn tokens(&self) -> Range<usize> {
        let start = self.token as usize;
        start..start + if matches!(self.form, Form::Doubled(..)) { 2 } else { 1 }
    }

    pub(super) fn family(&self) -> Family {
        self.form.family()
    }
}

impl Form {
    pub(super) fn family(self) -> Family {
        match self {
            Form::SingleCurly(_) | Form::SingleStraight => Family::Single,
            Form::Angled(_) => Family::Angled,
            _ => Family::Double,
        }
    }

    /// Whether it is one of the double marks.
    pub fn is_double(self) -> bool {
        self.family() == Family::Double
    }

    /// Which side its shape is for, if it has one.
    pub fn lean(self) -> Option<Side> {
        match self {
            Form::Curly(c) | Form::SingleCurly(c) | Form::Angled(c) => lean(c),
            Form::Doubled(a, b) if a == b => lean(a),
            _ => None,
        }
    }

    /// Whether a quotation may begin with this and end with the other.
    pub fn fits(self, close: Form) -> bool {
        match (self, close) {
            (Form::Curly('“'), Form::Curly('”')) | (Form::Curly('„'), Form::Curly(_)) => true,
            (Form::Doubled('‘', '‘'), Form::Doubled('’', '’')) => true,
            (Form::Doubled('`', '`'), Form::Doubled(a, b)) => a == b,
            (Form::SingleCurly('‘'), Form::SingleCurly('’')) => true,
            (Form::Angled(a), Form::Angled(b)) => a != b,
            (Form::Straight, Form::Straight) | (Form::SingleStraight, Form::SingleStraight) => true,
            (Form::Doubled('\'', '\''), Form::Doubled('\'', '\'')) => true,
            _ => false,
        }
    }
}

fn lean(c: char) -> Option<Side> {
    match c {
        '“' | '„' | '‘' | '«' | '`' => Some(Side::Opens),
        '”' | '’' | '»' => Some(Side::Closes),
        _ => None,
    }
}

fn is_single(c: char) -> bool {
    matches!(c, '\'' | '‘' | '’' | '`')
}

/// Whether a character is a quotation mark, or may be one.
fn is_quote(c: char) -> bool {
    is_single(c) || matches!(c, '"' | '“' | '”' | '„' | '«' | '»')
}

/// The quotation mark that begins with token `at`, if one does. Whether it opens or closes is left to others.
pub(super) fn mark_at(text: &str, tokens: &[Token], at: usize) -> Option<QuotationMark> {
    let TokenKind::Mark(c) = tokens[at].kind else { return None };
    if !is_quote(c) {
        return None;
    }
    let next = tokens.get(at + 1).filter(|next| next.span.start == tokens[at].span.end);
    let next = next.and_then(|next| match next.kind {
        TokenKind::Mark(next) => Some(next),
        _ => None,
    });
    let form = match (c, next) {
        (_, Some(other)) if is_single(c) && is_single(other) => Form::Doubled(c, other),
        ('"', _) => Form::Straight,
        ('“' | '”' | '„', _) => Form::Curly(c),
        ('\'', _) => Form::SingleStraight,
        ('‘' | '’', _) => Form::SingleCurly(c),
        ('«' | '»', _) => Form::Angled(c),
        // A grave accent alone is no quotation mark of Hindi
        _ => return None,
    };
    let last = if matches!(form, Form::Doubled(..)) { at + 1 } else { at };
    let span = tokens[at].span.to(tokens[last].span);
    let before = &text[..span.start as usize];
    let is_after_end = before.trim_end().ends_with([DANDA, ',', '?', '!', '.', '…']);
    let left = before.chars().next_back().map_or(Neighbour::Edge, neighbour);
    let right = text[span.end as usize..].chars().next().map_or(Neighbour::Edge, neighbour);
    let token = at as u32;
    Some(QuotationMark { span, token, form, side: Side::Opens, left, right, is_after_end, partner: None })
}

fn neighbour(c: char) -> Neighbour {
    match c {
        _ if c.is_whitespace() => Neighbour::Space,
        _ if is_quote(c) => Neighbour::Quote,
        '0'..='9' | '०'..='९' => Neighbour::Digit,
        '(' | '[' | '{' | '<' => Neighbour::Bracket,
        '-' | '–' | '—' | '‑' | '/' | '|' | '=' | '*' | '_' | '+' | '~' => Neighbour::Joint,
        DANDA | ',' | '.' | '?' | '!' | ';' | ':' | ')' | ']' | '}' | '>' | '…' | '॥' | '%' => {
            Neighbour::End
        }
        _ => Neighbour::Letter,
    }
}

/// What stands left and right of a mark, other quotation marks passed over.
pub(super) fn beyond(text: &str, mark: &QuotationMark) -> (Neighbour, Neighbour) {
    let skip = |c: &char| is_quote(*c);
    let left = text[..mark.span.start as usize].chars().rev().find(|c| !skip(c));
    let right = text[mark.span.end as usize..].chars().find(|c| !skip(c));
    (left.map_or(Neighbour::Edge, neighbour), right.map_or(Neighbour::Edge, neighbour))
}

/// Where a mark stands, by what it touches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Position {
    /// As a mark that opens.
    Opening,
    /// As a mark that closes.
    Closing,
    /// Between spaces, or between letters.
    Unclear,
}

/// Where a mark stands.
pub(super) fn position(text: &str, mark: &QuotationMark) -> Position {
    use Neighbour::{Bracket, Digit, Edge, End, Joint, Letter, Space};
    let (left, right) = beyond(text, mark);
    match (left, right) {
        (Edge | Space | Bracket | Joint, Letter | Digit | Bracket) | (Edge, Space) => Position::Opening,
        // `"…और`, but `है ",`
        (Edge | Bracket, End) => Position::Opening,
        (Space, End) if starts_with_dots(text, mark) => Position::Opening,
        (Space, End) => Position::Closing,
        (Letter | Digit | End | Joint, Edge | Space | End | Joint) | (Space, Edge) => Position::Closing,
        _ => Position::Unclear,
    }
}

fn starts_with_dots(text: &str, mark: &QuotationMark) -> bool {
    text[mark.span.end as usize..].starts_with(['.', '…'])
}

/// Whether a single mark is an apostrophe, a prime or a decade's (’80). `is_open` tells whether a single mark waits for
/// its partner, `closes_later` whether the next single mark of the block stands as one that closes.
pub(super) fn is_apostrophe(text: &str, mark: &QuotationMark, is_open: bool, closes_later: bool) -> bool {
    let (before, after) = (&text[..mark.span.start as usize], &text[mark.span.end as usize..]);
    let (last, next) = (before.chars().next_back(), after.chars().next());
    let is_foreign = |c: Option<char>| c.is_some_and(|c| c.is_alphabetic() && !is_devanagari(c));
    let opens_by_shape = mark.form.lean() == Some(Side::Opens);
    match (mark.left, mark.right) {
        (Neighbour::Letter, Neighbour::Letter) if is_foreign(last) || is_foreign(next) => true,
        (Neighbour::Letter, Neighbour::Letter) => !is_open && !opens_by_shape,
        // 6' लंबा, 1990's
        (Neighbour::Digit, _) => !is_open || position(text, mark) != Position::Closing,
        // players' union
        (Neighbour::Letter, _) if is_foreign(last) && !is_open => true,
        // ’80 के दशक, but ‘24 घंटे’
        (Neighbour::Edge | Neighbour::Space | Neighbour::Bracket | Neighbour::Joint, Neighbour::Digit) => {
            let digits = after.chars().take_while(|c| c.is_ascii_digit() || matches!(c, '०'..='९')).count();
            digits == 2 && (mark.form.lean() == Some(Side::Closes) || !closes_later)
        }
        _ => false,
    }
}

/// Whether a double mark behind a number is that of inches: `6'2"`, or `55"` where no quotation is open.
pub(super) fn is_inches(text: &str, mark: &QuotationMark, is_open: bool) -> bool {
    if mark.left != Neighbour::Digit
        || !matches!(mark.form, Form::Straight | Form::Curly('”') | Form::Doubled('\'', '\''))
    {
        return false;
    }
    let before = text[..mark.span.start as usize].trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
    let follows_feet = before.trim_end().ends_with(['\'', '’', '′']) && {
        let feet = before.trim_end().trim_end_matches(['\'', '’', '′']);
        feet.ends_with(|c: char| c.is_ascii_digit())
    };
    follows_feet || !is_open
}
