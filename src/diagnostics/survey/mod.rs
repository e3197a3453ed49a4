//! What an archive really does: which spellings it uses, how often, where and when, and what rules mark in it.
//!
//! Each article gives its counts ([`ArticleCounts`]), which add up ([`Counts`]) on one machine or on many; the sums are lines
//! ([`Row`]), and [`Tables`] is what a person wants to see of them.

mod article_counts;
mod choice;
mod counts;
mod row;
mod tables;
mod titles;
mod unlisted;
mod unlisted_variants;

pub use article_counts::ArticleCounts;
pub use choice::{Cell, Choice, SpellingUse};
pub use counts::{Counts, RowFault};
pub use row::{Kind, Row};
pub use tables::{NewName, RuleMarks, Tables};
pub use titles::{school_title, side_title};
