//! Dates in full: of आज, बुध… or `budh` the day by the dateline.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::suggestion::{Suggestion, SuggestionKind, Typed};
use crate::diagnostics::Snapshot;
use crate::ide::wording::{distance, full_date};
use crate::newsroom::{Locale, calendar, sound};
use crate::text::fold::orthographic;

/// Days that Hindi names by their distance; कल and परसों look both ways.
const NEAR_DAYS: [(&str, &[i64]); 3] = [("आज", &[0]), ("कल", &[-1, 1]), ("परसों", &[-2, 2])];

/// In Latin letters a day's name is recognised from so many letters on.
const SHORTEST_LATIN: usize = 3;

/// Adds the days that the word may name.
pub(super) fn suggest(snapshot: &Snapshot, typed: &Typed<'_>, locale: Locale, out: &mut Vec<Suggestion>) {
    let Some(dateline) = snapshot.dateline.date else { return };
    let is_common = typed.is_common(&snapshot.newsroom);
    let begins = |word: &str| if is_common { word == typed.text } else { begins(typed, word) };
    let near = NEAR_DAYS.iter().filter(|(word, _)| begins(word));
    let mut days: Vec<Date> = near.flat_map(|(_, days)| days.iter().map(|&n| away(dateline, n))).collect();
    for weekday in (1..=7).filter(|&day| begins(calendar::weekday_name(day))) {
        let since = i64::from((dateline.weekday().to_monday_one_offset() - weekday).rem_euclid(7));
        days.extend([away(dateline, -since), away(dateline, 7 - since)]);
    }
    out.extend(days.into_iter().map(|day| {
        let text = full_date(day, Locale::Hi);
        Suggestion {
            label: text.clone(),
            insert: text,
            replace: typed.span,
            kind: SuggestionKind::Date,
            detail: distance(day, &snapshot.dateline, locale).unwrap_or_default(),
        }
    }));
}

fn away(day: Date, days: i64) -> Date {
    day.saturating_add(days.days())
}

fn begins(typed: &Typed<'_>, word: &str) -> bool {
    if typed.is_devanagari {
        return orthographic(word).starts_with(&orthographic(typed.text));
    }
    let sounds = sound::beginnings(typed.text);
    typed.text.len() >= SHORTEST_LATIN
        && sounds.iter().any(|typed| typed.len() > 1 && sound::key(word).starts_with(typed))
}

#[cfg(test)]
mod tests {
    use crate::diagnostics::test_support::snapshot;
    use crate::ide::completion::{Occasion, SuggestionKind, complete};
    use crate::newsroom::Locale;

    fn dates(typed: &str) -> Vec<(String, String)> {
        let text = format!("नई दिल्ली, 15 मार्च 2025 (भाषा)। बैठक {typed}");
        let all = complete(&snapshot(&text, ""), text.len(), Occasion::Asked, Locale::Hi);
        let dates = all.into_iter().filter(|s| s.kind == SuggestionKind::Date);
        dates.map(|s| (s.replace.of(&text).to_owned() + " → " + &s.label, s.detail)).collect()
    }

    #[test]
    fn a_weekday_is_the_last_or_the_next() {
        let wednesdays = |typed: &str| {
            [
                (format!("{typed} → बुधवार, 12 मार्च 2025"), "ख़बर की तारीख़ से 3 दिन पहले".to_owned()),
                (format!("{typed} → बुधवार, 19 मार्च 2025"), "ख़बर की तारीख़ से 4 दिन बाद".to_owned()),
            ]
        };
        for typed in ["बुध", "बुधवार", "budh"] {
            assert_eq!(dates(typed), wednesdays(typed));
        }
        assert_eq!(dates("शनि")[0].1, "ख़बर की तारीख़");
    }

    #[test]
    fn today_and_its_neighbours() {
        assert_eq!(dates("आज"), [("आज → शनिवार, 15 मार्च 2025".into(), "ख़बर की तारीख़".into())]);
        assert_eq!(
            dates("कल").iter().map(|d| &d.1).collect::<Vec<_>>(),
            ["ख़बर की तारीख़ से एक दिन पहले", "ख़बर की तारीख़ से एक दिन बाद"]
        );
        assert_eq!(dates("kal").len(), 2);
        assert_eq!(dates("ka"), []);
        assert_eq!(dates("परस").len(), 2);
        assert_eq!(dates("पर"), [], "a postposition");
    }

    #[test]
    fn without_a_dateline_there_are_none() {
        let text = "बैठक बुध";
        let all = complete(&snapshot(text, ""), text.len(), Occasion::Asked, Locale::Hi);
        assert!(all.iter().all(|s| s.kind != SuggestionKind::Date));
    }
}
