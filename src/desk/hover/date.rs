//! The card on a date.

use jiff::civil::Date;

use super::Card;
use crate::desk::Snapshot;
use crate::desk::phrases::{distance, full_date, say};
use crate::newsroom::Locale;
use crate::newsroom::saka::SakaDate;
use crate::reading::TimeMention;

/// The card on the date at a byte of the document; none where it is open which days are meant.
pub(super) fn card(snapshot: &Snapshot, offset: usize, locale: Locale) -> Option<Card> {
    let time = snapshot.time_at(offset)?;
    let markdown = if let Some(day) = one_day(time) {
        format!("**{}**\n\n{}", full_date(day, locale), day_lines(snapshot, day, locale).join("  \n"))
    } else if time.start.is_none() && snapshot.dateline.date.is_none() && time.class() == "weekday" {
        let (hi, en) = (
            "तारीख़ तय नहीं: लेख में डेटलाइन नहीं है। शुरू में “नई दिल्ली, 12 मार्च (भाषा)।” जैसी पंक्ति लिखें।",
            "No date: the article has no dateline. Begin it with a line such as “नई दिल्ली, 12 मार्च (भाषा)।”.",
        );
        say(locale, hi, en).to_owned()
    } else {
        several_days(time, locale)?
    };
    Some(Card { span: snapshot.span(time.block, time.expression.span), markdown })
}

fn one_day(time: &TimeMention) -> Option<Date> {
    time.date.or(time.start.filter(|start| time.end == start.tomorrow().ok()))
}

/// How far the day is from the dateline, and its Saka date.
pub(in crate::desk) fn day_lines(snapshot: &Snapshot, day: Date, locale: Locale) -> Vec<String> {
    let saka = SakaDate::of(day).map(|saka| {
        let (hi, en) = saka.month_name();
        let (month, era) =
            (say(locale, hi, en), say(locale, "शक संवत (राष्ट्रीय पंचांग)", "Saka era (national calendar)"));
        format!("{} {month} {}, {era}", saka.day, saka.year)
    });
    [distance(day, &snapshot.dateline, locale), saka].into_iter().flatten().collect()
}

fn several_days(time: &TimeMention, locale: Locale) -> Option<String> {
    let (first, end) = (time.start?, time.end?);
    let last = end.yesterday().ok()?;
    let days = (end - first).get_days();
    let (from, to) = (full_date(first, locale), full_date(last, locale));
    Some(match locale {
        Locale::Hi => format!("**{from}** से **{to}** तक\n\n{days} दिन"),
        Locale::En => format!("**{from}** to **{to}**\n\n{days} days"),
    })
}

#[cfg(test)]
mod tests {
    use crate::desk::sample::{at, snapshot};
    use crate::newsroom::Locale;

    fn card(text: &str, words: &str, locale: Locale) -> Option<(String, String)> {
        let snapshot = snapshot(text, "");
        let card = super::super::hover(&snapshot, at(text, words), locale)?;
        Some((card.span.of(text).to_owned(), card.markdown))
    }

    #[test]
    fn a_weekday_is_a_day() {
        let text = "नई दिल्ली, 15 मार्च 2025 (भाषा)। समिति की बैठक बुधवार को हुई।";
        assert_eq!(
            card(text, "बुधवार", Locale::Hi).unwrap(),
            (
                "बुधवार".into(),
                "**बुधवार, 12 मार्च 2025**\n\nडेटलाइन से 3 दिन पहले  \n\
                 21 फाल्गुन 1946, शक संवत (राष्ट्रीय पंचांग)"
                    .into()
            )
        );
        assert_eq!(
            card(text, "बुधवार", Locale::En).unwrap().1,
            "**Wednesday, 12 March 2025**\n\n3 days before the dateline  \n\
             21 Phalguna 1946, Saka era (national calendar)"
        );
    }

    #[test]
    fn days_in_a_row_are_counted() {
        let text = "नई दिल्ली, 15 मार्च 2025 (भाषा)। मेला 20 से 23 मार्च तक चलेगा।";
        let (words, markdown) = card(text, "23 मार्च", Locale::Hi).unwrap();
        assert_eq!(words, "20 से 23 मार्च");
        assert_eq!(markdown, "**गुरुवार, 20 मार्च 2025** से **रविवार, 23 मार्च 2025** तक\n\n4 दिन");
    }

    #[test]
    fn an_open_day_is_not_guessed() {
        let dated = "नई दिल्ली, 15 मार्च 2025 (भाषा)। बुधवार का बाज़ार मशहूर है।";
        assert_eq!(card(dated, "बुधवार", Locale::Hi), None);
        let undated = card("बैठक बुधवार को हुई।", "बुधवार", Locale::Hi).unwrap().1;
        assert!(undated.contains("डेटलाइन नहीं है"), "{undated}");
        assert_eq!(card("नई दिल्ली, 15 मार्च 2025। 31 अप्रैल को चुनाव होंगे।", "अप्रैल", Locale::Hi), None);
    }
}
