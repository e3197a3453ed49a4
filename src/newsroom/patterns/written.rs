//! A `[[pattern]]` of `vartani.toml` as it is written.

use serde::Deserialize;
use serde::de::{Deserializer, Error, MapAccess, Visitor};
use toml::Spanned;

use crate::newsroom::{Level, Message};
use crate::text::Field;

/// A rule of the newsroom's own: what it marks, what it says of that and what to write instead.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PatternConfig {
    /// What the rule is called: marks show it as `style/NAME`. Letters, digits, - and _.
    #[cfg_attr(test, schemars(with = "String"))]
    pub name: Spanned<String>,
    /// What is marked, as a regular expression over the text of a paragraph; `\b` is the edge of a word in Devanagari, too.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub regex: Option<Spanned<String>>,
    /// What is marked, as words or phrases.
    #[serde(default)]
    #[cfg_attr(test, schemars(with = "Vec<String>"))]
    pub words: Vec<Spanned<String>>,
    /// Whether the inflected forms of `words` are marked, too; they are unless this is `false`.
    pub inflect: Option<bool>,
    /// What to write instead: `$1` is what the first group of `regex` matched. Of `words` it is inflected as they are.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub replacement: Option<Spanned<String>>,
    /// Whether `--fix` may write the replacement without a look.
    #[serde(default)]
    pub safe: bool,
    /// What is said of a mark, in 100 characters.
    pub message: Option<PatternMessage>,
    /// How grave a mark is; `information` if not set.
    pub severity: Option<Level>,
    /// In which parts of an article; in all if not set.
    #[serde(default)]
    pub fields: Vec<Field>,
    /// Why, for people.
    pub reason: Option<String>,
    /// Who decided it.
    pub author: Option<String>,
    /// Since when: a year, a month or a day.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub since: Option<Spanned<String>>,
    /// Sentences that must be marked, or the file is not loaded; ⟦ and ⟧ may stand around what is.
    #[serde(default)]
    #[cfg_attr(test, schemars(with = "Vec<String>"))]
    pub flags: Vec<Spanned<String>>,
    /// Sentences that must not be marked, or the file is not loaded.
    #[serde(default)]
    #[cfg_attr(test, schemars(with = "Vec<String>"))]
    pub accepts: Vec<Spanned<String>>,
}

/// What is said of a mark: one text for both languages, or one in each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PatternMessage(pub Message);

impl<'de> Deserialize<'de> for PatternMessage {
    fn deserialize<D: Deserializer<'de>>(value: D) -> Result<PatternMessage, D::Error> {
        value.deserialize_any(OneOrTwo)
    }
}

#[cfg(test)]
impl schemars::JsonSchema for PatternMessage {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "PatternMessage".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A text for both languages, or one in each.",
            "anyOf": [
                { "type": "string" },
                {
                    "type": "object",
                    "additionalProperties": false,
                    "minProperties": 1,
                    "properties": { "hi": { "type": "string" }, "en": { "type": "string" } }
                }
            ]
        })
    }
}

struct OneOrTwo;

impl<'de> Visitor<'de> for OneOrTwo {
    type Value = PatternMessage;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<PatternMessage, E> {
        Ok(PatternMessage(Message::same(text)))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<PatternMessage, A::Error> {
        let (mut hi, mut en) = (None, None);
        while let Some((key, text)) = map.next_entry::<String, String>()? {
            match key.as_str() {
                "hi" => hi = Some(text),
                "en" => en = Some(text),
                other => return Err(A::Error::unknown_field(other, &["hi", "en"])),
            }
        }
        let any = hi.clone().or(en.clone()).ok_or_else(|| A::Error::missing_field("hi"))?;
        Ok(PatternMessage(Message::new(hi.unwrap_or_else(|| any.clone()), en.unwrap_or(any))))
    }
}
