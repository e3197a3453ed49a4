//! One row of an import, whatever it was written in, and the rows of one actor together.

use crate::newsroom::{Kind, Message, PartialDate, Role};
use crate::text::letters::is_devanagari;
use crate::text::normal::same_look;

/// A row: what it says of one actor, and perhaps of one role.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// Where it stands: `line 12`, `result 12`.
    pub place: Message,
    pub qid: Option<String>,
    pub id: Option<String>,
    pub kind: Option<Kind>,
    pub name: String,
    pub latin: String,
    pub also: Vec<String>,
    pub hi: String,
    pub en: String,
    pub born: Option<PartialDate>,
    pub died: Option<PartialDate>,
    pub role: Option<Role>,
}

/// All that the rows of one actor say.
#[derive(Debug)]
pub(super) struct EntityRows {
    pub first: Row,
    pub roles: Vec<Role>,
}

impl Row {
    /// A row out of its cells by name: those of the query service, or the keys of actor files.
    pub fn of<'a>(place: Message, cell: impl Fn(&str) -> Option<&'a str>) -> Row {
        let text = |names: &[&str]| {
            let found = names.iter().find_map(|name| cell(name)).map(str::trim);
            found.filter(|text| !text.is_empty()).map(str::to_owned)
        };
        let day = |name: &str, precision: &str| date(cell(name)?, cell(precision));
        let also = text(&["also", "alsoHi"]).unwrap_or_default();
        let qid = text(&["qid", "item"]).map(|item| item.rsplit('/').next().unwrap_or_default().to_owned());
        Row {
            place,
            qid: qid.filter(|qid| qid.starts_with('Q')),
            id: text(&["id"]),
            kind: text(&["kind"]).and_then(|kind| Kind::called(&kind)),
            name: clean(&text(&["name", "nameHi"]).unwrap_or_default()),
            latin: text(&["latin", "nameEn"]).unwrap_or_default(),
            also: also.split([';', '|']).map(clean).filter(|name| is_hindi(name)).collect(),
            hi: text(&["hi", "descriptionHi"]).unwrap_or_default(),
            en: text(&["en", "descriptionEn"]).unwrap_or_default(),
            born: day("born", "bornPrecision"),
            died: day("died", "diedPrecision"),
            role: role(&text, day("from", "fromPrecision"), day("to", "toPrecision")),
        }
    }
}

fn role(
    text: &impl Fn(&[&str]) -> Option<String>,
    from: Option<PartialDate>,
    to: Option<PartialDate>,
) -> Option<Role> {
    let (title, from) = (text(&["title", "titleHi"]).filter(|title| is_hindi(title))?, from?);
    let is_in_order = to.is_none_or(|to| from.earliest() <= to.latest());
    is_in_order.then(|| Role {
        title,
        en: text(&["title_en", "titleEn"]).unwrap_or_default(),
        office: text(&["office"]),
        from,
        to,
        checked: None,
        expected_end: None,
    })
}

impl EntityRows {
    pub fn of(mut row: Row) -> EntityRows {
        let roles = row.role.take().into_iter().collect();
        EntityRows { first: row, roles }
    }

    /// Whether a row tells more of this actor.
    pub fn is_of(&self, row: &Row) -> bool {
        match (&self.first.qid, &row.qid) {
            (Some(one), Some(other)) => one == other,
            (None, None) => {
                let differ = self.first.born.zip(row.born).is_some_and(|(one, other)| one != other);
                !differ && (&self.first.id, &self.first.name) == (&row.id, &row.name)
            }
            _ => false,
        }
    }

    pub fn add(&mut self, row: Row) {
        self.roles.extend(row.role.filter(|role| !self.roles.contains(role)));
        let more = row.also.into_iter().filter(|name| !self.first.also.contains(name));
        self.first.also.extend(more.collect::<Vec<_>>());
    }
}

/// Whether a name is in Devanagari throughout.
pub(super) fn is_hindi(name: &str) -> bool {
    !name.is_empty()
        && name.chars().all(|c| is_devanagari(c) || !c.is_alphabetic())
        && name.chars().any(is_devanagari)
}

/// A name in canonical characters, without what tells namesakes apart: आशा देवी (सरपंच).
fn clean(name: &str) -> String {
    let name = name.split(" (").next().unwrap_or(name);
    name.split_whitespace().map(|word| same_look(word).into_owned()).collect::<Vec<_>>().join(" ")
}

/// A date as actor files write it, or as the query service does (`1952-10-07T00:00:00Z`) with its precision:
/// 11 the day, 10 the month, 9 the year. Without precision the first of January is taken for no more than a year.
fn date(text: &str, precision: Option<&str>) -> Option<PartialDate> {
    let text = text.trim();
    let Some((day, _)) = text.split_once('T') else { return text.parse().ok() };
    let known = match precision.map(str::trim) {
        Some("11") => day,
        Some("10") => day.get(..7)?,
        Some("9") => day.get(..4)?,
        Some(_) => return None,
        None if day.ends_with("-01-01") => day.get(..4)?,
        None => day,
    };
    known.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_as_exact_as_its_source_says() {
        let said = |text: &str, precision| date(text, precision).map(|date| date.to_string());
        assert_eq!(said("1952-10-07T00:00:00Z", Some("11")).as_deref(), Some("1952-10-07"));
        assert_eq!(said("1952-10-01T00:00:00Z", Some("10")).as_deref(), Some("1952-10"));
        assert_eq!(said("1952-01-01T00:00:00Z", Some("9")).as_deref(), Some("1952"));
        assert_eq!(said("1952-01-01T00:00:00Z", None).as_deref(), Some("1952"));
        assert_eq!(said("1900-01-01T00:00:00Z", Some("7")), None, "a century");
        assert_eq!(said("http://www.wikidata.org/.well-known/genid/1", None), None, "unknown");
        assert_eq!(said("1952-10", None).as_deref(), Some("1952-10"));
    }

    #[test]
    fn a_name_is_cleaned_and_must_be_hindi() {
        assert_eq!(clean("  आशा  देवी (राजनेता)"), "आशा देवी");
        assert_eq!(clean("फ\u{093C}िरोज़"), clean("\u{095E}िरोज़"));
        assert!(is_hindi("एच. डी. देवगौड़ा") && !is_hindi("Asha") && !is_hindi("आशा Devi") && !is_hindi("12"));
    }
}
