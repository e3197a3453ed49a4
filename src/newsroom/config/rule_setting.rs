//! What a newsroom sets a rule to: a severity, or a table with the parts of an article that it looks at.

use std::fmt;

use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, Error, IntoDeserializer, MapAccess, Visitor};

use crate::newsroom::Level;
use crate::text::Field;

/// What a newsroom sets a rule to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RuleSetting {
    /// Its severity; that of the rule itself if not set.
    pub severity: Option<Level>,
    /// In which parts of an article it marks something; in all if empty.
    pub fields: Vec<Field>,
}

/// The same, written as a table.
#[derive(Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct RuleTable {
    /// How grave a mark is.
    severity: Option<Level>,
    /// In which parts of an article; in all if not set.
    fields: Vec<Field>,
}

impl From<Level> for RuleSetting {
    fn from(level: Level) -> RuleSetting {
        RuleSetting { severity: Some(level), fields: Vec::new() }
    }
}

impl<'de> Deserialize<'de> for RuleSetting {
    fn deserialize<D: Deserializer<'de>>(value: D) -> Result<RuleSetting, D::Error> {
        value.deserialize_any(LevelOrTable)
    }
}

#[cfg(test)]
impl schemars::JsonSchema for RuleSetting {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "RuleSetting".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let (level, table) = (generator.subschema_for::<Level>(), generator.subschema_for::<RuleTable>());
        schemars::json_schema!({
            "description": "A severity, or a table with the parts of an article that the rule looks at.",
            "anyOf": [level, table]
        })
    }
}

struct LevelOrTable;

impl<'de> Visitor<'de> for LevelOrTable {
    type Value = RuleSetting;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<RuleSetting, E> {
        Level::deserialize(text.into_deserializer()).map(RuleSetting::from)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<RuleSetting, A::Error> {
        let RuleTable { severity, fields } = RuleTable::deserialize(MapAccessDeserializer::new(map))?;
        Ok(RuleSetting { severity, fields })
    }
}
