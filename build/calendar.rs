//! Compiles `data/calendar/` into the tables that `newsroom::calendar` and `newsroom::observance` include.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use crate::rows;
use crate::text::fold::orthographic;

/// The tables that `newsroom::calendar` includes.
pub fn words(folder: &Path) -> String {
    let (mut words, mut months, mut weekdays) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    for file in ["words.tsv", "numbers.tsv"] {
        for row in &rows(&folder.join(file))[1..] {
            let [word, class, value] = &row[..] else { panic!("{file}: {row:?} has not 3 columns") };
            let known = calendar_word(class, value);
            let known = known.unwrap_or_else(|| panic!("{file}: {row:?}: no such class or value"));
            let names = match class.as_str() {
                "month" => Some(&mut months),
                "weekday" => Some(&mut weekdays),
                _ => None,
            };
            if let (Some(names), Ok(number)) = (names, value.parse::<i8>()) {
                names.entry(number).or_insert_with(|| word.clone());
            }
            if class == "number" {
                for (ordinal, value) in ordinals(word, value) {
                    words.entry(ordinal).or_insert(value);
                }
            }
            words.insert(orthographic(word), known);
        }
    }
    let tenses: BTreeMap<String, String> = rows(&folder.join("tense.tsv"))[1..]
        .iter()
        .map(|row| {
            let is_none = row[1] == "none";
            let tense =
                if is_none { "None".to_owned() } else { format!("Some(Tense::{})", variant(&row[1])) };
            (orthographic(&row[0]), tense)
        })
        .collect();
    let stances: BTreeMap<String, String> = rows(&folder.join("stance.tsv"))[1..]
        .iter()
        .map(|row| (orthographic(&row[0]), format!("Stance::{}", variant(&row[1]))))
        .collect();
    let table = |entries: BTreeMap<String, String>| {
        entries.iter().map(|(key, value)| format!("    ({key:?}, {value}),\n")).collect::<String>()
    };
    let list = |items: Vec<&String>| items.iter().map(|item| format!("{item:?}, ")).collect::<String>();
    let mut out = format!("static WORDS: &[(&str, CalendarWord)] = &[\n{}];\n", table(words));
    let _ = writeln!(out, "static TENSES: &[(&str, Option<Tense>)] = &[\n{}];", table(tenses));
    let _ = writeln!(out, "static STANCES: &[(&str, Stance)] = &[\n{}];", table(stances));
    let _ = writeln!(out, "static MONTHS: [&str; 12] = [{}];", list(months.values().collect()));
    let _ = writeln!(out, "static WEEKDAYS: [&str; 7] = [{}];", list(weekdays.values().collect()));
    out
}

/// A class of `data/calendar/words.tsv` with its value as an expression of `CalendarWord`.
fn calendar_word(class: &str, value: &str) -> Option<String> {
    let class_name = variant(class);
    let argument = match class {
        "month" | "short-month" | "weekday" | "short-weekday" | "number" | "ordinal" | "near"
        | "days-long" => value.parse::<i8>().ok()?.to_string(),
        "scale" => value.parse::<u32>().ok()?.to_string(),
        "unit" | "lasting" | "often" | "part-letter" | "all" => format!("Unit::{}", variant(value)),
        "day-part" | "shift" | "fraction" | "season" => format!("{class_name}::{}", variant(value)),
        "weather" => format!("Season::{}", variant(value)),
        "meridiem" => format!("DayPart::{}", variant(value)),
        _ if value.is_empty() => return Some(format!("CalendarWord::{class_name}")),
        _ => return None,
    };
    Some(format!("CalendarWord::{class_name}({argument})"))
}

/// `half-year` as the name of a variant: `HalfYear`.
fn variant(name: &str) -> String {
    name.split('-').map(|part| part[..1].to_uppercase() + &part[1..]).collect()
}

/// The ordinals of a number in words: पाँचवाँ, पाँचवीं, पाँचवें.
fn ordinals(word: &str, value: &str) -> impl Iterator<Item = (String, String)> {
    let is_regular = value.parse::<i8>().is_ok_and(|value| value >= 5 && value != 6);
    let endings = is_regular.then_some(["वाँ", "वीं", "वें", "वा", "वी", "वे"]);
    endings.into_iter().flatten().map(move |ending| {
        (orthographic(&format!("{word}{ending}")), format!("CalendarWord::Ordinal({value})"))
    })
}

/// The table that `newsroom::observance` includes, sorted by the words of the names.
pub fn observances(path: &Path) -> String {
    let (mut names, mut table) = (BTreeMap::new(), String::new());
    for (number, row) in rows(path)[1..].iter().enumerate() {
        let [name, also, day, first] = &row[..] else { panic!("{row:?} has not 4 columns") };
        let bad = || -> ! { panic!("{}: {row:?}: the day or the year is unreadable", path.display()) };
        let day = observed_on(day).unwrap_or_else(|| bad());
        let first = if first.is_empty() { 0 } else { first.parse::<i16>().unwrap_or_else(|_| bad()) };
        let _ = writeln!(table, "    Observance {{ name: {name:?}, day: {day}, first: {first} }},");
        for spelling in std::iter::once(name.as_str()).chain(also.split(';')).filter(|name| !name.is_empty())
        {
            let keys: Vec<String> = spelling.split([' ', '-']).map(orthographic).collect();
            names.insert(keys, number);
        }
    }
    let names: String = names.iter().map(|(keys, number)| format!("    (&{keys:?}, {number}),\n")).collect();
    format!(
        "static NAMES: &[(&[&str], u16)] = &[\n{names}];\nstatic OBSERVANCES: &[Observance] = &[\n{table}];\n"
    )
}

/// The column `day` of `data/calendar/observances.tsv` as an expression of `ObservedOn`.
fn observed_on(day: &str) -> Option<String> {
    let month_day = |text: &str| {
        let (month, day) = text.split_once('-')?;
        Some((month.parse::<i8>().ok()?, day.parse::<i8>().ok()?))
    };
    if let Some(days) = day.strip_prefix("easter") {
        return Some(format!("ObservedOn::Easter {{ days: {} }}", days.parse::<i8>().ok()?));
    }
    if let Some((month, rest)) = day.split_once("-W") {
        let (nth, weekday) = rest.rsplit_once('-')?;
        let [month, nth, weekday] = [month, nth, weekday].map(|number| number.parse::<i8>().ok());
        return Some(format!(
            "ObservedOn::Weekday {{ month: {}, nth: {}, weekday: {} }}",
            month?, nth?, weekday?
        ));
    }
    if let Some((month, day)) = month_day(day) {
        return Some(format!("ObservedOn::Fixed {{ month: {month}, day: {day} }}"));
    }
    let mut years = String::new();
    for entry in day.split_whitespace() {
        let (year, rest) = entry.split_once(':')?;
        let (month, day) = month_day(rest)?;
        let _ = write!(years, "date({}, {month}, {day}), ", year.parse::<i16>().ok()?);
    }
    Some(format!("ObservedOn::Listed(&[{years}])"))
}
