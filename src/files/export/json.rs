//! The JSON of a CMS: an array of objects, an object with such an array in it, one object, or JSON Lines.

use std::collections::HashMap;
use std::ops::Range;

use serde_json::value::RawValue;

use super::found::{Export, MAX_FAULTS};
use super::item::{Item, Part, Role};
use crate::text::{is_name_of_day, is_name_of_desk};

/// Maximum length of a value that may be a date, in bytes.
const MAX_DATE: usize = 60;

/// The members of an object, as they are written.
type Object<'a> = HashMap<String, &'a RawValue>;

/// The fields that are prose where nobody has said which are.
const PROSE: [&str; 6] = ["title", "headline", "summary", "text", "body", "content"];

/// Which members of an object are read, by name; `.` for one within another: `title.rendered`.
#[derive(Clone, Copy, Debug, Default)]
pub struct Fields<'a> {
    /// Those that are prose; where none is named, those that are called as prose often is.
    pub prose: &'a [String],
    /// The desk of an article; where none is named, those that are called as desks often are.
    pub desk: &'a [String],
}

impl<'a> Fields<'a> {
    fn prose_of(self, value: &RawValue) -> Vec<&'a str> {
        if self.prose.is_empty() {
            return PROSE.into_iter().filter(|name| member(value, name).is_some()).collect();
        }
        self.prose.iter().map(String::as_str).collect()
    }
}

/// Reads the articles of a text.
pub(super) fn read(text: &str, fields: Fields<'_>, is_lines: bool) -> Export {
    let mut export = Export::default();
    let whole: Option<&RawValue> = if is_lines { None } else { serde_json::from_str(text).ok() };
    match whole {
        Some(value) => {
            for (number, value) in items(value, fields).into_iter().enumerate() {
                add(&mut export, text, value, fields, None, number + 1);
            }
        }
        None => lines(&mut export, text, fields),
    }
    if export.items.is_empty() && export.faults.is_empty() {
        let hi = "इसमें कोई ख़बर नहीं मिली".to_owned();
        export.fault(None, hi, "there is no item in it".to_owned());
    }
    export
}

/// JSON Lines: a line is an object.
fn lines(export: &mut Export, text: &str, fields: Fields<'_>) {
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        read_line(export, text, line, fields, number + 1);
        if export.faults.len() == MAX_FAULTS {
            break;
        }
    }
}

/// Reads one line of JSON Lines, which stands in `text`.
pub(super) fn read_line(export: &mut Export, text: &str, line: &str, fields: Fields<'_>, number: usize) {
    match serde_json::from_str::<&RawValue>(line.trim_start_matches('\u{FEFF}')) {
        Ok(value) => add(export, text, value, fields, Some(number), number),
        Err(_) => export.fault(
            Some(number),
            "यह पंक्ति JSON नहीं है; छोड़ दी गई".to_owned(),
            "this line is not JSON; it was passed over".to_owned(),
        ),
    }
}

/// The objects of a value that may be articles.
fn items<'a>(value: &'a RawValue, fields: Fields<'_>) -> Vec<&'a RawValue> {
    if let Ok(all) = serde_json::from_str::<Vec<&RawValue>>(value.get()) {
        return all;
    }
    let Ok(object) = serde_json::from_str::<Object<'_>>(value.get()) else { return Vec::new() };
    if fields.prose.iter().any(|field| member(value, field).is_some()) {
        return vec![value];
    }
    let mut arrays: Vec<Vec<&RawValue>> =
        object.values().filter_map(|value| serde_json::from_str(value.get()).ok()).collect();
    arrays.retain(|all: &Vec<&RawValue>| {
        all.iter().any(|item| fields.prose.iter().any(|field| member(item, field).is_some()))
    });
    arrays.into_iter().max_by_key(Vec::len).unwrap_or_default()
}

/// Adds one article; what it lacks is told.
fn add(
    export: &mut Export,
    text: &str,
    value: &RawValue,
    fields: Fields<'_>,
    line: Option<usize>,
    number: usize,
) {
    let mut item = Item::default();
    if let Ok(object) = serde_json::from_str::<Object<'_>>(value.get()) {
        let mut days: Vec<(String, String)> = Vec::new();
        let is_desk = |name: &str| fields.desk.is_empty() && is_name_of_desk(name);
        for (name, value) in object.iter().filter(|(name, _)| is_name_of_day(name) || is_desk(name)) {
            let said: Option<String> = serde_json::from_str(value.get()).ok();
            days.extend(said.filter(|said| said.len() <= MAX_DATE).map(|said| (name.clone(), said)));
        }
        days.sort();
        days.iter().for_each(|(name, day)| item.state(name, day));
        item.id =
            object.get("id").map(|id| serde_json::from_str(id.get()).unwrap_or_else(|_| id.get().to_owned()));
    }
    for name in fields.desk {
        let desk = member(value, name).and_then(|desk| serde_json::from_str::<String>(desk.get()).ok());
        desk.into_iter().for_each(|desk| item.state("desk", &desk));
    }
    let mut found: Vec<(Role, &str, usize)> = Vec::new();
    let prose: Vec<&str> = fields.prose_of(value);
    if prose.is_empty() {
        let (hi, en) = ("इसमें पाठ का कोई खाना नहीं है", "has no field that may be its text");
        export.fault(line, format!("ख़बर {number}: {hi}"), format!("item {number}: {en}"));
    }
    for field in prose {
        match member(value, field).map(RawValue::get) {
            Some("null") => {}
            Some(raw) if raw.starts_with('"') => {
                found.push((Role::of(field), raw, raw.as_ptr().addr() - text.as_ptr().addr()));
            }
            other => {
                let (hi, en) = match other {
                    None => (format!("खाना “{field}” नहीं है"), "is missing"),
                    Some(_) => (format!("खाने “{field}” में पाठ नहीं है"), "is not text"),
                };
                export.fault(
                    line,
                    format!("ख़बर {number}: {hi}"),
                    format!("item {number}: the field \"{field}\" {en}"),
                );
            }
        }
    }
    // The order of the file, so that what is found is in it, too
    found.sort_by_key(|(role, _, at)| (*role == Role::Body, *at));
    for (role, raw, at) in &found {
        item.field(*role, &parts(&raw[1..raw.len() - 1], at + 1));
    }
    if !found.is_empty() {
        export.items.push(item);
    }
}

/// The member of an object with a name, or with a path of names.
fn member<'a>(value: &'a RawValue, path: &str) -> Option<&'a RawValue> {
    let object: Object<'a> = serde_json::from_str(value.get()).ok()?;
    if let Some(found) = object.get(path) {
        return Some(found);
    }
    let (name, rest) = path.split_once('.')?;
    member(object.get(name)?, rest)
}

/// The stretches of a string that stands at byte `at` of the file, between its quotation marks.
fn parts(raw: &str, at: usize) -> Vec<Part> {
    let (mut parts, mut from) = (Vec::new(), 0);
    while from < raw.len() {
        let plain = raw[from..].find('\\').unwrap_or(raw.len() - from);
        let mut push = |range: Range<usize>, text: String, is_verbatim: bool| {
            parts.push(Part { text, source: at + range.start..at + range.end, is_verbatim });
        };
        if plain > 0 {
            push(from..from + plain, raw[from..from + plain].to_owned(), true);
        }
        from += plain;
        if from == raw.len() {
            break;
        }
        // A character beyond the sixteen bits is written as two
        let lengths = if raw[from..].starts_with("\\u") { [6, 12] } else { [2, 2] };
        let decoded = lengths.into_iter().find_map(|length| {
            let escape = raw.get(from..from + length)?;
            Some((serde_json::from_str::<String>(&format!("\"{escape}\"")).ok()?, length))
        });
        let (text, length) = decoded.unwrap_or_else(|| ("\u{FFFC}".to_owned(), lengths[0]));
        let end = (from + length).min(raw.len());
        push(from..end, text, false);
        from = end;
    }
    parts
}
