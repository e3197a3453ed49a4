//! A text that was to be a date or a severity and is none.

use std::fmt;

use super::Message;

/// What is wrong with a value that somebody wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ValueError {
    /// It is no date that is known to the day, the month or the year.
    Date(String),
    /// It is no day of the calendar.
    Day(String),
    /// It is none of the severities that may stand there.
    Severity(String, &'static [&'static str]),
}

impl ValueError {
    /// What is wrong and what to write, in both languages.
    pub fn message(&self) -> Message {
        match self {
            ValueError::Date(text) => Message::new(
                format!("“{text}” कोई तारीख़ नहीं है; 2025-03-12, 2025-03 या 2025 की तरह लिखें"),
                format!("\"{text}\" is no date; write it as 2025-03-12, 2025-03 or 2025"),
            ),
            ValueError::Day(text) => Message::new(
                format!("“{text}” कोई तारीख़ नहीं है; 2025-03-12 की तरह लिखें"),
                format!("\"{text}\" is no date; write it as 2025-03-12"),
            ),
            ValueError::Severity(text, choices) => {
                let (last, first) = choices.split_last().unwrap_or((&"", &[]));
                let first = first.join(", ");
                Message::new(
                    format!("“{text}” कोई दर्जा नहीं है; {first} या {last} लिखें"),
                    format!("\"{text}\" is no severity; write {first} or {last}"),
                )
            }
        }
    }
}

impl fmt::Display for ValueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.message().fmt(f)
    }
}

impl std::error::Error for ValueError {}
