//! What an article says about time: expressions read by a grammar over tokens, then resolved against the
//! dateline.
//!
//! Reading ([`find`]) is a pure function of a block: it says what is written, existing or not. Resolving
//! ([`resolve`]) is a cheap pass over what was read: it says which days are meant on the day of the
//! dateline, or that this cannot be known.

mod clock;
mod date;
mod direction;
mod duration;
mod era;
mod event_anchor;
mod expression;
mod find;
mod fiscal;
mod mention;
mod modifier;
mod number;
mod numeric_date;
mod observance;
mod offset;
mod ordinal;
mod range;
mod relative;
mod resolve;
mod set;
mod time_of_day;
mod timex;
mod words;
mod year;

pub use expression::{
    Amount, Anchor, CalendarDate, Clock, Direction, Era, FiscalYear, Frame, Kept, Length, Meaning, Measure,
    Modifier, Nth, Offset, Part, Repeat, SeasonYear, Stretch, TimeExpression,
};
pub use find::find;
pub use mention::TimeMention;
pub use resolve::{day_at, nearest_day, resolve, resolve_all};
