//! Kinds of faults with quotation marks, and kinds of pairs of them.

use crate::reading::quotation::Form;

/// What is wrong with a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum QuotationFault {
    /// One that opens touches the word before it, with a space behind it.
    OpensBehind,
    /// One that closes touches the word behind it, with a space before it.
    ClosesAhead,
    /// A space lacks before one that opens.
    LacksBefore,
    /// A space lacks behind one that closes.
    LacksAfter,
    /// A space stands behind one that opens.
    SpaceInsideOpen,
    /// A space stands before one that closes.
    SpaceInsideClose,
    /// A quotation is not closed.
    NeverClosed,
    /// A quotation is closed that was not opened.
    NeverOpened,
    /// A quotation ends with another kind of mark than it begins with.
    Mismatch,
}

impl QuotationFault {
    /// All of them.
    pub const ALL: [QuotationFault; 9] = [
        QuotationFault::OpensBehind,
        QuotationFault::ClosesAhead,
        QuotationFault::LacksBefore,
        QuotationFault::LacksAfter,
        QuotationFault::SpaceInsideOpen,
        QuotationFault::SpaceInsideClose,
        QuotationFault::NeverClosed,
        QuotationFault::NeverOpened,
        QuotationFault::Mismatch,
    ];
}

/// A kind of double marks, both of a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum QuotationStyle {
    /// `“ ”`.
    Curly,
    /// `" "`.
    Straight,
    /// `'' ''`.
    Doubled,
}

impl QuotationStyle {
    /// All of them.
    pub const ALL: [QuotationStyle; 3] =
        [QuotationStyle::Curly, QuotationStyle::Straight, QuotationStyle::Doubled];

    /// The kind of a pair of double marks.
    pub fn of_pair(one: Form, other: Form) -> Option<QuotationStyle> {
        match (one, other) {
            (Form::Curly('“' | '”'), Form::Curly(_)) => Some(QuotationStyle::Curly),
            (Form::Straight, Form::Straight) => Some(QuotationStyle::Straight),
            (Form::Doubled(..), Form::Doubled(..)) => Some(QuotationStyle::Doubled),
            _ => None,
        }
    }

    /// The kind that a mark is of.
    pub fn of(form: Form) -> QuotationStyle {
        match form {
            Form::Straight | Form::SingleStraight => QuotationStyle::Straight,
            Form::Doubled('\'', '\'') => QuotationStyle::Doubled,
            _ => QuotationStyle::Curly,
        }
    }

    /// The two marks of this kind.
    pub fn marks(self, is_double: bool) -> (&'static str, &'static str) {
        match (self, is_double) {
            (QuotationStyle::Curly, true) => ("“", "”"),
            (QuotationStyle::Curly, false) => ("‘", "’"),
            (QuotationStyle::Straight, true) => ("\"", "\""),
            (QuotationStyle::Doubled, true) => ("''", "''"),
            (QuotationStyle::Straight | QuotationStyle::Doubled, false) => ("'", "'"),
        }
    }

    /// Both marks, as a message shows them.
    pub fn shown(self) -> String {
        let (open, close) = self.marks(true);
        format!("{open} {close}")
    }
}
