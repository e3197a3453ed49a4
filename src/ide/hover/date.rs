//! The card on a date.

use jiff::civil::Date;

use super::Card;
use crate::diagnostics::Snapshot;
use crate::ide::wording::{date, distance, full_date, say};
use crate::newsroom::Locale;
use crate::newsroom::calendar::Unit;
use crate::newsroom::saka::SakaDate;
use crate::reading::TimeMention;
use crate::reading::time::{Kept, Meaning};

/// The card on the date at a byte of the document; none where it is open which days are meant.
pub(super) fn card(snapshot: &Snapshot, offset: usize, locale: Locale) -> Option<Card> {
    let time = snapshot.time_at(offset)?;
    let markdown = if let Some(day) = one_day(time) {
        one_day_card(snapshot, time, day, locale)
    } else if time.start.is_none() && snapshot.dateline.date.is_none() && time.class() == "weekday" {
        let (hi, en) = (
            "तारीख़ पता नहीं: ख़बर में डेटलाइन नहीं है। शुरू में “नई दिल्ली, 12 मार्च (भाषा)।” जैसी पंक्ति लिखें।",
            "No date: the article has no dateline. Begin it with a line such as “नई दिल्ली, 12 मार्च (भाषा)।”.",
        );
        say(locale, hi, en).to_owned()
    } else {
        several_days(time, locale)?
    };
    Some(Card { span: snapshot.span(time.block, time.expression.span), markdown })
}

fn one_day_card(snapshot: &Snapshot, time: &TimeMention, day: Date, locale: Locale) -> String {
    let mut lines = Vec::new();
    match &time.expression.meaning {
        // दो साल पहले is no day of two years ago
        Meaning::Offset(offset)
            if offset.length.iter().flatten().any(|measure| measure.unit >= Unit::Month) =>
        {
            return format!("{} **{}**", say(locale, "लगभग", "about"), date(day, locale));
        }
        Meaning::Observance(kept) => lines.push(kept_line(kept, day, locale)),
        _ => {}
    }
    if let Some(from) = time.from {
        let from = full_date(from, locale);
        lines.push(match locale {
            Locale::Hi => format!("{from} से गिनकर"),
            Locale::En => format!("counted from {from}"),
        });
    }
    lines.extend(day_lines(snapshot, day, locale));
    format!("**{}**\n\n{}", full_date(day, locale), lines.join("  \n"))
}

/// The name of what is kept, and which time it is.
fn kept_line(kept: &Kept, day: Date, locale: Locale) -> String {
    let name = kept.observance.name;
    match (kept.observance.ordinal_in(day.year()), locale) {
        (Some(ordinal), Locale::Hi) => format!("{ordinal}वाँ {name}"),
        (Some(ordinal), Locale::En) => format!("{name}, number {ordinal}"),
        (None, _) => name.to_owned(),
    }
}

fn one_day(time: &TimeMention) -> Option<Date> {
    time.date.or(time.start.filter(|start| time.end == start.tomorrow().ok()))
}

/// How far the day is from the dateline, and its Saka date.
pub(in crate::ide) fn day_lines(snapshot: &Snapshot, day: Date, locale: Locale) -> Vec<String> {
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
    use crate::diagnostics::test_support::{at, snapshot};
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
                "**बुधवार, 12 मार्च 2025**\n\nख़बर की तारीख़ से 3 दिन पहले  \n\
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
    fn a_distance_tells_from_where_and_how_exactly() {
        let text = "नई दिल्ली, 12 मार्च 2025 (भाषा)। हमले के एक दिन बाद मंत्री बुधवार को पहुँचे। वे दो साल पहले भी आए थे।";
        let (words, markdown) = card(text, "एक दिन बाद", Locale::Hi).unwrap();
        assert_eq!(words, "एक दिन बाद");
        assert!(
            markdown.starts_with("**बुधवार, 12 मार्च 2025**\n\nमंगलवार, 11 मार्च 2025 से गिनकर"),
            "{markdown}"
        );
        assert_eq!(card(text, "दो साल", Locale::Hi).unwrap().1, "लगभग **12 मार्च 2023**");
    }

    #[test]
    fn a_day_that_is_kept_is_counted() {
        let text = "नई दिल्ली, 12 अगस्त 2025 (भाषा)। स्वतंत्रता दिवस पर परेड होगी।";
        let markdown = card(text, "स्वतंत्रता", Locale::Hi).unwrap().1;
        assert!(markdown.starts_with("**शुक्रवार, 15 अगस्त 2025**\n\n79वाँ स्वतंत्रता दिवस"), "{markdown}");
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
