//! ऐसा समय जो घड़ी में नहीं होता, जैसे 25:70 बजे।
//!
//! ## क्यों
//! घंटे 24 तक और मिनट 59 तक होते हैं। ऐसा समय टाइप की चूक है, और पाठक जान नहीं सकता कि कार्यक्रम कब है।
//!
//! ## उदाहरण
//! - ✗ बैठक **25:70 बजे** शुरू होगी।
//! - ✗ ट्रेन **रात 8.75 बजे** चलेगी।
//! - ✓ ट्रेन **रात 8.45 बजे** चलेगी।
//!
//! ## क्या करें
//! स्रोत से समय मिलाएँ। सुधार सुझाया नहीं जाता: सही समय आप ही जानते हैं।
//! ---
//! A time that no clock shows, such as 25:70.
//!
//! ## Why
//! There are 24 hours and 59 minutes. Such a time is a slip of the keyboard, and the reader cannot know when to come.
//!
//! ## Example
//! - ✗ बैठक **25:70 बजे** शुरू होगी।
//! - ✗ ट्रेन **रात 8.75 बजे** चलेगी।
//! - ✓ ट्रेन **रात 8.45 बजे** चलेगी।
//!
//! ## What to do
//! Check the time with the source. No fix is offered: only you know the right time.

use crate::reading::Reading;
use crate::reading::time::Clock;
use crate::rules::{Finding, Message, Place};

const CODE: &str = "date/time";

/// Marks times of day that do not exist.
pub(in crate::rules) fn check(reading: &Reading<'_>, block: usize, out: &mut Vec<Finding>) {
    let clocks = reading.blocks[block].times.iter().flat_map(|time| time.clocks());
    out.extend(clocks.filter_map(|clock| finding(&clock, block)));
}

fn finding(clock: &Clock, block: usize) -> Option<Finding> {
    let hour = clock.hour.filter(|_| clock.of_day().is_none())?;
    let (hi, en) = if hour > 24 {
        (
            format!("{hour} बजे कुछ नहीं होता: दिन में 24 घंटे होते हैं।"),
            format!("there is no hour {hour}: a day has 24"),
        )
    } else if clock.minute > 59 {
        (
            format!("{} मिनट कुछ नहीं होता: घंटे में मिनट 59 तक गिने जाते हैं।", clock.minute),
            format!("there is no minute {}: an hour is counted to 59", clock.minute),
        )
    } else {
        (
            "24 बजे के बाद के मिनट अगले दिन के होते हैं।".to_owned(),
            "minutes after 24:00 are of the next day".to_owned(),
        )
    };
    let message = Message::new(format!("{hi} समय मिला लें।"), format!("{en}; check the time"));
    Some(Finding::new(CODE, Place { block, span: clock.span }, message))
}
