//! What an expression of time says, as it is written: any day of any month may stand there, existing or not.

use crate::newsroom::calendar::{DayPart, Season, Shift, Unit};
use crate::newsroom::observance::Observance;
use crate::text::{Span, TokenRange};

/// A number and where it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// The number.
    pub value: i16,
    /// Where it is written.
    pub span: Span,
}

/// An expression of time in a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeExpression {
    /// All of it.
    pub span: Span,
    /// The first token and the one after the last.
    pub tokens: TokenRange,
    /// What it says.
    pub meaning: Meaning,
    /// The time of day that goes with a day.
    pub clock: Option<Clock>,
    /// The time of day until which it goes on.
    pub until: Option<Clock>,
    /// Where its clause looks, by the tense of the verb.
    pub direction: Option<Direction>,
    /// What the words around it make of it: के बाद, लगभग.
    pub modifier: Option<Modifier>,
}

/// The `mod` of TIMEX3: what the words around an expression make of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Modifier {
    /// से पहले.
    Before,
    /// के बाद.
    After,
    /// तक.
    OnOrBefore,
    /// से.
    OnOrAfter,
    /// से कम.
    LessThan,
    /// से ज़्यादा.
    MoreThan,
    /// अधिकतम.
    EqualOrLess,
    /// कम से कम.
    EqualOrMore,
    /// की शुरुआत.
    Start,
    /// के मध्य.
    Mid,
    /// के अंत.
    End,
    /// लगभग.
    Approx,
}

impl Modifier {
    /// The value of the attribute `mod` in TIMEX3.
    pub fn as_timex(self) -> &'static str {
        match self {
            Modifier::Before => "BEFORE",
            Modifier::After => "AFTER",
            Modifier::OnOrBefore => "ON_OR_BEFORE",
            Modifier::OnOrAfter => "ON_OR_AFTER",
            Modifier::LessThan => "LESS_THAN",
            Modifier::MoreThan => "MORE_THAN",
            Modifier::EqualOrLess => "EQUAL_OR_LESS",
            Modifier::EqualOrMore => "EQUAL_OR_MORE",
            Modifier::Start => "START",
            Modifier::Mid => "MID",
            Modifier::End => "END",
            Modifier::Approx => "APPROX",
        }
    }
}

/// Where an expression without a year or a date looks from the dateline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// To the dateline's own day or before.
    Back,
    /// To the dateline's own day or after.
    Ahead,
    /// Strictly before: बीते बुधवार.
    Before,
    /// Strictly after: आगामी बुधवार.
    After,
}

/// What an expression of time says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// A day, month or year: 12 मार्च, अगले सोमवार, 2012.
    Date(CalendarDate),
    /// All from one to another, both included: 12–14 मार्च, 2019-20, सोमवार से शुक्रवार.
    Range(CalendarDate, CalendarDate),
    /// Years that have a name together: 90 के दशक, 21वीं सदी, वित्त वर्ष 2024-25.
    Era(Era),
    /// So many days from the dateline, in the direction of the clause: आज 0, कल 1, परसों 2.
    Near(i8),
    /// A stretch at the dateline: पिछले महीने, अगले तीन दिनों.
    Stretch(Stretch),
    /// A distance from a day: दो हफ़्ते पहले, एक दिन बाद.
    Offset(Offset),
    /// A time of day by itself, or from one to another: शाम 5 बजे, 10 से 12 बजे.
    Clock(Clock, Option<Clock>),
    /// So long: तीन घंटे, 30-दिवसीय.
    Duration(Length),
    /// Again and again: हर सोमवार, रोज़.
    Set(Repeat),
    /// A day that is kept every year: गणतंत्र दिवस.
    Observance(Kept),
    /// Now: फ़िलहाल, इस समय.
    Present,
}

/// A date of the Gregorian calendar, of which some may be unsaid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CalendarDate {
    /// The day of the week, 1 (Monday) to 7.
    pub weekday: Option<Part>,
    /// The day of the month.
    pub day: Option<Part>,
    /// The month: 1 to 12 in words, any number in figures.
    pub month: Option<Part>,
    /// The year.
    pub year: Option<Part>,
    /// The stretch that it lies in: अगले महीने (की 10 तारीख़).
    pub frame: Option<Frame>,
    /// Which of several it is: तीसरे (गुरुवार).
    pub nth: Option<Nth>,
    /// So many days from the dateline, as an end of a range: आज (से शनिवार तक) 0, कल 1.
    pub near: Option<i8>,
}

/// A unit at the dateline; with [`Unit::Day`] the day itself is meant (अगले सोमवार).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// Which one.
    pub shift: Shift,
    /// Of what.
    pub unit: Unit,
}

/// A place in a row: the nth weekday, day or week of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Nth {
    /// Which, from 1; -1 is the last; 0 the one in which a day lies.
    pub number: i8,
    /// Of what: [`Unit::Week`], [`Unit::Month`] or [`Unit::Day`]; weekdays count as days.
    pub unit: Unit,
}

/// Years in a row with a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Era {
    /// Ten years from this one.
    Decade(i16),
    /// A decade whose century is not said, as in 90 के दशक: 0 to 9.
    ShortDecade(i8),
    /// The nth century.
    Century(i8),
    /// The nth century before Christ.
    CenturyBefore(i8),
    /// April to March, from the April of one year to the March of another.
    Fiscal(Part, Part),
    /// A fiscal year by its place at the dateline, or a quarter or half of one.
    FiscalPart(FiscalYear, Option<Nth>),
    /// A year before Christ.
    YearBefore(i16),
    /// A season, of a year where one is said.
    Season(Season, SeasonYear),
}

/// Which fiscal year is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FiscalYear {
    /// The one that begins in April of this year.
    From(i16),
    /// One seen from that of the dateline: चालू वित्त वर्ष.
    Shifted(Shift),
}

/// The year whose season is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeasonYear {
    /// This one.
    Of(i16),
    /// One seen from that of the dateline: पिछली सर्दियों.
    Shifted(Shift),
    /// Not said.
    Unsaid,
}

/// A stretch at the dateline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Before, around or after it.
    pub shift: Shift,
    /// How many units; `None` for some (पिछले कुछ वर्षों).
    pub amount: Option<Amount>,
    /// The unit.
    pub unit: Unit,
    /// Whether it is one unit of the calendar (पिछले साल), not so many days (पिछले एक साल).
    pub is_unit: bool,
}

/// A distance from a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offset {
    /// How far.
    pub length: Length,
    /// Before it or after it.
    pub is_before: bool,
    /// From what.
    pub anchor: Anchor,
}

/// What a distance is measured from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The dateline: दो साल पहले.
    Dateline,
    /// The dateline, whatever the verb: अब से दो दिन बाद.
    Now,
    /// The expression before it: 12 मार्च से दो दिन पहले.
    Before,
    /// Something told: हमले के एक दिन बाद. The days that it joins are given as numbers of expressions of
    /// the block, where the sentence names them: the day of what was told, and the other.
    Event {
        /// The day of the event.
        event: Option<u16>,
        /// The day so far from it.
        other: Option<u16>,
    },
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// The hour, as written, or `None` for a part of the day only.
    pub hour: Option<u8>,
    /// The minute.
    pub minute: u8,
    /// The second, where it is written.
    pub second: Option<u8>,
    /// The part of the day.
    pub part: Option<DayPart>,
    /// All of it.
    pub span: Span,
}

/// How long something is: up to three measures, the greatest first.
pub type Length = [Option<Measure>; 3];

/// So many of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measure {
    /// How many; `None` for some.
    pub amount: Option<Amount>,
    /// Of what.
    pub unit: Unit,
}

/// A number of things in hundredths: डेढ़ is 150.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Amount {
    /// Hundredths of one.
    pub hundredths: u64,
}

/// How something recurs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeat {
    /// On every date that agrees: हर सोमवार, हर साल 2 अक्टूबर.
    Date(CalendarDate),
    /// Once in so many units.
    Every(Measure),
}

/// A day that is kept every year, as written.
#[derive(Clone, Copy, Debug)]
pub struct Kept {
    /// What is kept.
    pub observance: &'static Observance,
    /// Which time: the 78 of 78वाँ.
    pub ordinal: Option<Part>,
    /// The year beside it.
    pub year: Option<Part>,
    /// Which one, seen from the dateline.
    pub shift: Option<Shift>,
    /// The day in brackets beside it.
    pub beside: Option<CalendarDate>,
}

impl PartialEq for Kept {
    fn eq(&self, other: &Kept) -> bool {
        std::ptr::eq(self.observance, other.observance)
            && (self.ordinal, self.year, self.shift, self.beside)
                == (other.ordinal, other.year, other.shift, other.beside)
    }
}

impl Eq for Kept {}

impl CalendarDate {
    /// Where day, month and year are written, without the weekday.
    pub fn span(&self) -> Option<Span> {
        let parts = [self.day, self.month, self.year].into_iter().flatten();
        parts.map(|part| part.span).reduce(Span::to)
    }

    /// Whether it is a day and a month.
    pub fn is_day_of_month(&self) -> bool {
        self.day.is_some() && self.month.is_some()
    }

    /// Whether nothing but a weekday is said.
    pub fn is_weekday_only(&self) -> bool {
        self.weekday.is_some() && self.day.is_none() && self.month.is_none() && self.nth.is_none()
    }
}

impl TimeExpression {
    /// The date it is, if it is one.
    pub fn date(&self) -> Option<&CalendarDate> {
        match &self.meaning {
            Meaning::Date(date) => Some(date),
            _ => None,
        }
    }

    /// The dates it gives: of a range both ends.
    pub fn dates(&self) -> impl Iterator<Item = &CalendarDate> {
        let (first, second) = match &self.meaning {
            Meaning::Date(date) => (Some(date), None),
            Meaning::Range(from, to) => (Some(from), Some(to)),
            Meaning::Observance(Kept { beside, .. }) => (beside.as_ref(), None),
            _ => (None, None),
        };
        first.into_iter().chain(second)
    }

    /// The times of day it gives.
    pub fn clocks(&self) -> impl Iterator<Item = Clock> {
        let (first, second) = match self.meaning {
            Meaning::Clock(from, to) => (Some(from), to),
            _ => (None, None),
        };
        [first, second, self.clock, self.until].into_iter().flatten()
    }

    /// Whether it says the year.
    pub fn has_year(&self) -> bool {
        match &self.meaning {
            Meaning::Era(_) => true,
            Meaning::Observance(kept) => kept.year.is_some(),
            _ => self.dates().any(|date| date.year.is_some()),
        }
    }
}
