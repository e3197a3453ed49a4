//! The clock: which day it is where a newsroom works.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::newsroom::{DEFAULT_ZONE, Newsroom};

/// Today, by the newsroom's time zone.
pub fn today(newsroom: &Newsroom) -> Date {
    day_of(Timestamp::now(), newsroom)
}

fn day_of(moment: Timestamp, newsroom: &Newsroom) -> Date {
    let zone = newsroom.config.time_zone.as_ref().map_or(DEFAULT_ZONE, |zone| zone.get_ref());
    moment.to_zoned_datetime(TimeZone::get(zone).unwrap_or(TimeZone::UTC)).date()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::newsroom::Config;

    #[test]
    fn a_late_evening_in_london_is_the_next_day_in_delhi() {
        let moment: Timestamp = "2025-03-12T20:00:00Z".parse().unwrap();
        let day = |toml: &str| {
            let config = Config::parse(toml, |_| true).unwrap();
            day_of(moment, &Newsroom::shipped(config)).to_string()
        };
        assert_eq!(day(""), "2025-03-13");
        assert_eq!(day("time-zone = \"Europe/London\""), "2025-03-12");
    }
}
