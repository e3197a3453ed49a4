//! Every day that papers can print reads back to itself, and a wrong weekday is always found.

use std::sync::Arc;

use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use vartani::diagnostics::diagnose;
use vartani::newsroom::{Config, Newsroom};
use vartani::newsroom::{month_name, weekday_name};
use vartani::reading::{DateHints, Reader};
use vartani::text::devanagari_digits;
use vartani::text::{Article, Format};

/// The forms in which a day is printed. All give the year.
fn forms(day: Date) -> Vec<String> {
    let (d, m, y) = (day.day(), month_name(day.month()), day.year());
    let weekday = weekday_name(day.weekday().to_monday_one_offset());
    let mut forms = vec![
        format!("{d} {m} {y}"),
        format!("{d} {m}, {y}"),
        format!("{d}-{m}-{y}"),
        format!("{d:02} {m} {y}"),
        format!("{m} {d}, {y}"),
        format!("{d} {m} सन् {y}"),
        format!("{d:02}.{:02}.{y}", day.month()),
        format!("{d}/{}/{y}", day.month()),
        format!("{d:02}-{:02}-{y}", day.month()),
        format!("{y:04}-{:02}-{d:02}", day.month()),
        format!("{weekday}, {d} {m} {y}"),
        format!("{weekday} ({d} {m} {y})"),
        format!("{d} {m} {y} ({weekday})"),
        format!("{d} {m} {y}, {weekday}"),
        format!("{d} {m} {y}, दिन {weekday}"),
        format!("{weekday} यानी {d} {m} {y}"),
    ];
    forms.extend(NUMBERS.get(usize::from(d.unsigned_abs())).map(|word| format!("{word} {m} {y}")));
    let in_devanagari: Vec<String> = forms.iter().map(|form| devanagari_digits(form)).collect();
    forms.extend(in_devanagari);
    forms
}

const NUMBERS: [&str; 32] = [
    "शून्य",
    "एक",
    "दो",
    "तीन",
    "चार",
    "पाँच",
    "छह",
    "सात",
    "आठ",
    "नौ",
    "दस",
    "ग्यारह",
    "बारह",
    "तेरह",
    "चौदह",
    "पंद्रह",
    "सोलह",
    "सत्रह",
    "अठारह",
    "उन्नीस",
    "बीस",
    "इक्कीस",
    "बाईस",
    "तेईस",
    "चौबीस",
    "पच्चीस",
    "छब्बीस",
    "सत्ताईस",
    "अट्ठाईस",
    "उनतीस",
    "तीस",
    "इकतीस",
];

fn reader() -> Reader {
    Reader::new(Arc::new(Newsroom::shipped(Config::default())))
}

/// A day from 1600 to 2200.
fn days() -> impl Strategy<Value = Date> {
    (0i64..219_511).prop_map(|days| date(1600, 1, 1).saturating_add(days.days()))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_printed_form_of_a_day_reads_back_to_it(day in days()) {
        let mut reader = reader();
        for form in forms(day) {
            let text = format!("बैठक {form} को हुई।");
            let article = Article::parse(&text, Format::Plain);
            let reading = reader.read(&article, &text, DateHints::default());
            prop_assert_eq!(reading.times.len(), 1, "{}", text);
            prop_assert_eq!(reading.times[0].date, Some(day), "{}", text);
        }
    }

    #[test]
    fn a_wrong_weekday_is_always_found(day in days(), shift in 1i64..7) {
        let mut reader = reader();
        let wrong = weekday_name(day.saturating_add(shift.days()).weekday().to_monday_one_offset());
        let (d, m, y) = (day.day(), month_name(day.month()), day.year());
        for form in [
            format!("{wrong}, {d} {m} {y}"),
            format!("{wrong} ({d} {m} {y})"),
            format!("{wrong} {d} {m} {y}"),
            format!("{d} {m} {y} ({wrong})"),
            format!("{d} {m} {y}, {wrong}"),
            format!("{d:02}.{:02}.{y} ({wrong})", day.month()),
            format!("{wrong} यानी {d} {m} {y}"),
        ] {
            let text = format!("बैठक {form} को हुई।");
            let marks = diagnose(&text, Format::Plain, &mut reader, DateHints::default());
            prop_assert!(marks.iter().any(|mark| mark.rule == "date/weekday"), "{}", text);
        }
    }

    #[test]
    fn the_same_day_without_a_year_is_found_from_a_dateline_near_it(day in days(), away in -60i64..=60) {
        let mut reader = reader();
        let hints = DateHints { given: day.checked_add(away.days()).ok(), ..DateHints::default() };
        let right = weekday_name(day.weekday().to_monday_one_offset());
        let wrong = weekday_name(day.tomorrow().unwrap_or(day).weekday().to_monday_one_offset());
        let verb = if away >= 0 { "हुई" } else { "होगी" };
        for (weekday, is_wrong) in [(right, false), (wrong, true)] {
            let text = format!("बैठक {weekday} ({} {}) को {verb}।", day.day(), month_name(day.month()));
            let marks = diagnose(&text, Format::Plain, &mut reader, hints);
            let found = marks.iter().any(|mark| mark.rule == "date/weekday");
            prop_assert_eq!(found, is_wrong, "{} on {:?}", text, hints.given);
        }
    }
}

/// Sentences in which papers put a day: with the weekday and the day as they should be.
const SENTENCES: &[&str] = &[
    "मुख्यमंत्री {w}, {d} {m} को नई इमारत का उद्घाटन करेंगे।",
    "अदालत ने अगली सुनवाई {w} ({d} {m}) के लिए तय की है।",
    "विश्वविद्यालय की परीक्षाएँ {d} {m} ({w}) से शुरू होंगी।",
    "नामांकन की आख़िरी तारीख़ {d} {m}, {w} है।",
    "फ़िल्म {w} {d} {m} को सिनेमाघरों में आएगी।",
    "मतदान {d} {m} {y}, {w} को सुबह सात बजे से होगा।",
    "टीम {w} ({d} {m} {y}) को रवाना होगी और अगले दिन पहुँचेगी।",
    "बैंक {d} {m} यानी {w} को बंद रहेंगे।",
    "मंडी में {w}, {d} {m} को नीलामी होगी, किसानों को पहले से पर्ची दी जाएगी।",
    "कैबिनेट की बैठक {d} {m} {y} ({w}) को बुलाई गई है।",
];

#[test]
fn a_fault_put_into_a_sentence_is_found() {
    let mut reader = reader();
    let written_on = date(2025, 3, 12);
    let hints = DateHints { given: Some(written_on), ..DateHints::default() };
    let fill = |sentence: &str, weekday: &str, day: i8, month: i8| {
        sentence
            .replace("{w}", weekday)
            .replace("{d}", &day.to_string())
            .replace("{m}", month_name(month))
            .replace("{y}", "2025")
    };
    let (mut faults, mut missed) = (0, Vec::new());
    for (number, sentence) in SENTENCES.iter().enumerate() {
        for days in 1..=45i64 {
            let day = written_on.saturating_add(days.days());
            let name =
                |shift: i64| weekday_name(day.saturating_add(shift.days()).weekday().to_monday_one_offset());
            let mut marks = |text: &str| -> Vec<&'static str> {
                let marks = diagnose(text, Format::Plain, &mut reader, hints);
                marks.iter().map(|mark| mark.rule).filter(|rule| rule.starts_with("date/")).collect()
            };
            let right = fill(sentence, name(0), day.day(), day.month());
            assert_eq!(marks(&right), [""; 0], "{right}");
            let shifted = fill(sentence, name(1 + days % 6), day.day(), day.month());
            let impossible = fill(sentence, name(0), 31 + (number % 3) as i8, [2, 4, 6][number % 3]);
            for (text, rule) in [(shifted, "date/weekday"), (impossible, "date/impossible")] {
                faults += 1;
                if !marks(&text).contains(&rule) {
                    missed.push(text);
                }
            }
        }
    }
    assert!(missed.len() * 100 <= faults * 3, "{} of {faults} faults missed: {missed:#?}", missed.len());
}
