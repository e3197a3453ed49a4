//! What a client's user may set.

use std::collections::BTreeMap;
use std::fmt;

use jiff::civil::Date;
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::ide::{HintChoice, People};
use crate::newsroom::{Level, Locale, Message, ValueError};

/// The settings of the section `vartani`, as clients write them.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
#[allow(clippy::struct_excessive_bools)] // each is a choice of its own
pub struct Settings {
    /// The language of messages; the client's own where it is not set.
    pub locale: Option<Locale>,
    /// The day articles are written, for those that do not say so themselves.
    #[serde(deserialize_with = "date")]
    pub dateline: Option<Date>,
    /// How long a mark that touches the word being typed waits, in milliseconds.
    pub typing_delay: u64,
    /// Whether articles that are not open are marked; if not set, for a client that asks for it.
    pub workspace_diagnostics: Option<bool>,
    /// Whether names are marked that other articles of the open folders spell in another way.
    pub across: bool,
    /// Whether titles that are on record are marked, too.
    pub verified: bool,
    /// Whether a line over a name in several spellings counts them.
    pub lenses: bool,
    /// Whether names and days are coloured.
    pub colours: bool,
    /// Whether a word of a name that is typed anew is written at its other places too, by an editor that links them.
    pub linked_editing: bool,
    /// Whether vartani formats articles, which is making all safe fixes.
    pub formatting: bool,
    /// Severities of rules by their codes, over those of every newsroom. A code that no rule has is left alone: an editor's
    /// extension may be newer than its server.
    pub rules: BTreeMap<String, Level>,
    /// Inlay hints.
    pub hints: Hints,
}

/// Which inlay hints are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Hints {
    /// The dates that weekdays and dates without a year mean.
    pub dates: bool,
    /// The year of every date that lacks it, not only where it is in doubt.
    pub years: bool,
    /// What is told of people at first mention.
    pub people: PeopleHints,
}

/// What hints tell of people at first mention.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum PeopleHints {
    /// Nothing.
    #[default]
    Off,
    /// The role on the article's date.
    Role,
    /// The Latin name.
    Latin,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            locale: None,
            dateline: None,
            typing_delay: 2000,
            workspace_diagnostics: None,
            across: false,
            verified: false,
            lenses: false,
            colours: true,
            linked_editing: false,
            formatting: false,
            rules: BTreeMap::new(),
            hints: Hints::default(),
        }
    }
}

impl From<Hints> for HintChoice {
    fn from(Hints { dates, years, people }: Hints) -> HintChoice {
        let people = match people {
            PeopleHints::Off => People::Nothing,
            PeopleHints::Role => People::Role,
            PeopleHints::Latin => People::Latin,
        };
        HintChoice { dates, years, people }
    }
}

impl Default for Hints {
    fn default() -> Hints {
        Hints { dates: true, years: false, people: PeopleHints::Off }
    }
}

impl Settings {
    /// Reads settings, whether they stand by themselves or under `vartani`, over those that the client gave at
    /// the beginning. `None` where nothing is said: some clients send `null` or `{}` for a section that their
    /// user does not have.
    ///
    /// # Errors
    /// Where a setting has a value that it cannot have.
    pub fn read(initial: &Value, later: &Value) -> Result<Option<Settings>, SettingsError> {
        let later = own(later);
        if later.is_null() || later.as_object().is_some_and(Map::is_empty) {
            return Ok(None);
        }
        Settings::deserialize(laid_over(own(initial), later)).map(Some).map_err(SettingsError)
    }
}

/// Settings that have a value that they cannot have, and are not taken.
#[derive(Debug)]
pub struct SettingsError(serde_json::Error);

impl SettingsError {
    /// What is wrong with them, in both languages.
    pub fn message(&self) -> Message {
        let said = self.0.to_string();
        let Message { hi, en } = Message::unpacked(&said).unwrap_or_else(|| Message::same(said));
        Message::new(
            format!("vartani की सेटिंग: {hi}; पहले वाली सेटिंग ही लागू हैं"),
            format!("the settings of vartani: {en}; they are left as they were"),
        )
    }
}

impl fmt::Display for SettingsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.message().fmt(f)
    }
}

impl std::error::Error for SettingsError {}

/// Whether the client says at the beginning that its user does not trust the authors of the open folders:
/// `"trusted": false`. No setting of a folder can take that back.
pub fn is_untrusted(options: &Value) -> bool {
    own(options).get("trusted") == Some(&Value::Bool(false))
}

/// The settings of vartani, which may stand in their section.
fn own(value: &Value) -> &Value {
    value.get("vartani").unwrap_or(value)
}

/// What is said later where something is said, else what was said before.
fn laid_over(before: &Value, later: &Value) -> Value {
    match (before, later) {
        (_, Value::Null) => before.clone(),
        (Value::Object(before), Value::Object(later)) => {
            let mut both = before.clone();
            for (key, value) in later {
                both.insert(key.clone(), laid_over(before.get(key).unwrap_or(&Value::Null), value));
            }
            Value::Object(both)
        }
        _ => later.clone(),
    }
}

fn date<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    let text = Option::<String>::deserialize(deserializer)?.filter(|text| !text.is_empty());
    text.map(|text| {
        let told = |_| serde::de::Error::custom(ValueError::Day(text.clone()).message().packed());
        text.parse().map_err(told)
    })
    .transpose()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn settings_stand_by_themselves_or_in_their_section() {
        let read = |value: &Value| Settings::read(&Value::Null, value);
        let plain = read(&json!({"locale": "en", "hints": {"people": "role"}})).unwrap().unwrap();
        assert_eq!(
            (plain.locale, plain.hints),
            (Some(Locale::En), Hints { dates: true, years: false, people: PeopleHints::Role })
        );
        let section =
            read(&json!({"vartani": {"dateline": "2025-03-12", "typingDelay": 0}})).unwrap().unwrap();
        assert_eq!((section.dateline.unwrap().to_string(), section.typing_delay), ("2025-03-12".into(), 0));
        assert_eq!([read(&Value::Null).unwrap(), read(&json!({})).unwrap()], [None, None]);
        let Message { hi, en } = read(&json!({"dateline": "31 अप्रैल"})).unwrap_err().message();
        let wrong = "\"31 अप्रैल\" is no date; write it as 2025-03-12";
        assert_eq!(en, format!("the settings of vartani: {wrong}; they are left as they were"));
        let wrong = "“31 अप्रैल” कोई तारीख़ नहीं है; 2025-03-12 की तरह लिखें";
        assert_eq!(hi, format!("vartani की सेटिंग: {wrong}; पहले वाली सेटिंग ही लागू हैं"));
    }

    #[test]
    fn what_is_said_later_is_laid_over_what_was_said_first() {
        let initial = json!({"vartani": {"locale": "en", "typingDelay": 7, "hints": {"people": "role"}}});
        let later = json!({"locale": null, "typingDelay": 9, "hints": {"dates": false}});
        let both = Settings::read(&initial, &later).unwrap().unwrap();
        assert_eq!((both.locale, both.typing_delay), (Some(Locale::En), 9));
        assert_eq!(both.hints, Hints { dates: false, years: false, people: PeopleHints::Role });
    }
}
