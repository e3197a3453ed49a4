//! The tokens of a block as the grammar of time sees them.

use super::Part;
use crate::newsroom::calendar::{CalendarWord, Shift, Unit};
use crate::reading::block_view::BlockView;
use crate::text::{Span, TokenKind, letters};

/// What was read, and the token after it.
pub(super) type Read<T> = Option<(T, usize)>;

/// The tokens of a block with the questions that the grammar asks of them. Past the end there is nothing.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    pub view: &'a BlockView<'a>,
}

impl Words<'_> {
    /// How many tokens there are.
    pub fn len(self) -> usize {
        self.view.block.tokens.len()
    }

    /// What the word at `at` says of time.
    pub fn calendar(self, at: usize) -> Option<CalendarWord> {
        self.view.word(at)?.calendar
    }

    /// What the word before `at` says of time.
    pub fn before(self, at: usize) -> Option<CalendarWord> {
        self.calendar(at.checked_sub(1)?)
    }

    /// Whether the word at `at` says this.
    pub fn is(self, at: usize, word: CalendarWord) -> bool {
        self.calendar(at) == Some(word)
    }

    /// The orthographic key of the word at `at`, empty where there is none.
    pub fn key(&self, at: usize) -> &str {
        self.view.word(at).map_or("", |word| &word.key)
    }

    /// The mark at `at`.
    pub fn mark(self, at: usize) -> Option<char> {
        match self.view.block.tokens.get(at)?.kind {
            TokenKind::Mark(mark) => Some(mark),
            _ => None,
        }
    }

    /// Whether a dash of any length is at `at`.
    pub fn is_dash(self, at: usize) -> bool {
        matches!(self.mark(at), Some('-' | '–' | '—' | '−'))
    }

    /// Whether tokens `at - 1` and `at` touch.
    pub fn is_glued(self, at: usize) -> bool {
        self.view.is_glued(at)
    }

    /// Whether a number in figures is at `at`.
    pub fn is_figure(self, at: usize) -> bool {
        self.view.block.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number)
    }

    /// The number in figures at `at` and how many digits it has.
    pub fn figure(self, at: usize) -> Option<(u32, usize)> {
        let token = self.view.block.tokens.get(at).filter(|token| token.kind == TokenKind::Number)?;
        let text = self.view.block.word(*token);
        Some((letters::number(text)?, text.chars().count()))
    }

    /// The span of tokens `start` to `end`, exclusive.
    pub fn span(self, start: usize, end: usize) -> Span {
        let tokens = &self.view.block.tokens;
        match (tokens.get(start), tokens.get(end.saturating_sub(1))) {
            (Some(first), Some(last)) if start < end => first.span.to(last.span),
            (Some(first), _) => first.span,
            _ => Span::default(),
        }
    }

    /// A value written in token `at`.
    pub fn part(self, at: usize, value: i16) -> Part {
        Part { value, span: self.span(at, at + 1) }
    }

    /// The weekday at `at`.
    pub fn weekday(self, at: usize) -> Option<Part> {
        match self.calendar(at)? {
            CalendarWord::Weekday(day) => Some(self.part(at, i16::from(day))),
            CalendarWord::ShortWeekday(day) if self.shares_its_ending(at, day) => {
                Some(self.part(at, i16::from(day)))
            }
            _ => None,
        }
    }

    /// Whether the short weekday at `at` has its वार from the next: शनि और रविवार. In सोमवार को रवि और मंगलवार को
    /// मोहन it is a name; रवि is sooner one than a day, but beside Monday.
    fn shares_its_ending(self, at: usize, day: i8) -> bool {
        let Some(CalendarWord::Weekday(next)) = self.calendar(at + 2) else { return false };
        let is_told_of = matches!(self.before(at), Some(CalendarWord::On | CalendarWord::Agent));
        self.is(at + 1, CalendarWord::And) && !is_told_of && (day != 7 || next == 1)
    }

    /// इस, पिछले, आने वाले …
    pub fn shift(self, at: usize) -> Read<Shift> {
        match self.calendar(at)? {
            CalendarWord::Shift(shift) => Some((shift, at + 1)),
            CalendarWord::Arriving => {
                let dash = usize::from(self.is_dash(at + 1));
                self.is(at + 1 + dash, CalendarWord::Vala).then_some((Shift::Coming, at + 2 + dash))
            }
            _ => None,
        }
    }

    /// Past the word at `at` if it is `word`.
    pub fn past(self, at: usize, word: CalendarWord) -> usize {
        if self.is(at, word) { at + 1 } else { at }
    }

    /// Past से or से लेकर, where one is at `at`.
    pub fn past_from(self, at: usize) -> Option<usize> {
        let is_long = self.key(at + 1) == "लेकर";
        self.is(at, CalendarWord::From).then_some(at + 1 + usize::from(is_long))
    }

    /// Past महीने or के महीने, as in जून के महीने में.
    pub fn past_month_word(self, at: usize) -> usize {
        let next = self.past(at, CalendarWord::Of);
        if self.is(next, CalendarWord::Unit(Unit::Month)) { next + 1 } else { at }
    }

    /// Past ठीक, लगभग.
    pub fn past_about(self, at: usize) -> usize {
        at + usize::from(self.is_about(at))
    }

    /// Whether ठीक, लगभग or the like is at `at`.
    pub fn is_about(self, at: usize) -> bool {
        matches!(self.calendar(at), Some(CalendarWord::About | CalendarWord::Roughly))
    }

    /// Past the dot of an abbreviation that touches the word before `at`: अक्टू. and फ़र॰.
    pub fn past_dot(self, at: usize) -> usize {
        at + usize::from(self.is_glued(at) && matches!(self.mark(at), Some('.' | '॰')))
    }

    /// Whether an expression that ends before `at` is closed: by a mark, the end, or a word that goes with times.
    pub fn is_closed(self, at: usize) -> bool {
        let is_mark = self.mark(at).is_some_and(|mark| !matches!(mark, '%' | '°' | '₹' | '$' | '/'));
        let is_end = at >= self.len();
        let is_word = matches!(
            self.calendar(at),
            Some(CalendarWord::On | CalendarWord::From | CalendarWord::Until | CalendarWord::In)
        );
        is_mark || is_end || is_word
    }

    /// Whether की and a month of another calendar, or a feast that begins one, stand before `at`: मुहर्रम की 10 तारीख़.
    pub fn is_of_another_month(self, at: usize) -> bool {
        let Some(before) = at.checked_sub(2).filter(|_| self.before(at) == Some(CalendarWord::Of)) else {
            return false;
        };
        self.is(before, CalendarWord::OtherMonth)
            || self.view.word(before).is_some_and(|word| word.observances.is_some())
    }

    /// Whether में, की, से or तक is at `at`.
    pub fn is_followed_by_postposition(self, at: usize) -> bool {
        matches!(
            self.calendar(at),
            Some(CalendarWord::In | CalendarWord::Of | CalendarWord::From | CalendarWord::Until)
        )
    }

    /// Whether the word at `at` is one end of a unit, or its middle: शुरुआत, मध्य, अंत.
    pub fn is_edge(self, at: usize) -> bool {
        matches!(self.calendar(at), Some(CalendarWord::Edge | CalendarWord::EdgeLast))
    }

    /// Whether के बीच is at `at`.
    pub fn is_between(self, at: usize) -> bool {
        self.is(at, CalendarWord::Of) && self.is(at + 1, CalendarWord::Between)
    }

    /// Whether a mark joins the number before `at` to a number after it: 2,500; 12.5; 3:2.
    pub fn goes_on_in_figures(self, at: usize) -> bool {
        let joins = matches!(self.mark(at), Some('.' | ',' | '/' | ':'));
        joins && self.is_glued(at) && self.is_glued(at + 1) && self.is_figure(at + 1)
    }

    /// Whether the number at `at` is the tail of a longer figure or has a sign of its own: the 13 of 2.13,
    /// 1,013 or ₹13.
    pub fn is_tail(self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.mark(before));
        match before {
            Some('₹' | '$' | '#' | '€' | '£' | '+' | '@' | '%') => self.is_glued(at),
            // 8 .30: a blank has slipped in
            Some('.' | ':') if self.is_glued(at) && at > 1 && self.is_figure(at - 2) => true,
            Some('.' | ',' | '/' | ':') => {
                self.is_glued(at) && (at < 2 || self.is_figure(at - 2)) && (at < 2 || self.is_glued(at - 1))
            }
            _ => false,
        }
    }

    /// Whether the number at `at` is a number of something: धारा 30, टी-20, सं. 12.
    pub fn is_numbered(self, at: usize) -> bool {
        let mark = at.checked_sub(1).and_then(|before| self.mark(before));
        let skipped = usize::from(matches!(mark, Some('.' | ':' | '-' | '–' | '—' | '−' | '॰')));
        self.before(at - skipped) == Some(CalendarWord::Numbered)
    }
}
