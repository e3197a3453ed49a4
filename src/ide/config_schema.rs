//! The JSON Schema of `vartani.toml`, for editors that know TOML but not vartani.
//!
//! The schema and the table of keys in `docs/configuration.md` are made from the types in `newsroom/config`, after a
//! change of them: `UPDATE_EXPECT=1 cargo test --lib config_schema`.

/// The schema, as JSON (draft 7).
pub const SCHEMA: &str = include_str!("../../docs/vartani.schema.json");

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use expect_test::expect_file;
    use schemars::generate::SchemaSettings;
    use serde_json::{Map, Value, json};

    use crate::ide::completion::settings::{KEYS, TABLES, values};
    use crate::newsroom::{Config, Level};
    use crate::rules::RULES;

    const BEGIN: &str =
        "<!-- Made from src/newsroom/config by `UPDATE_EXPECT=1 cargo test --lib config_schema`. -->\n";
    const END: &str = "<!-- End of what is made. -->\n";

    /// Leaves of each description its first paragraph, without links.
    fn shorten(value: &mut Value) {
        match value {
            Value::Object(fields) => {
                if let Some(Value::String(text)) = fields.get_mut("description") {
                    let first = text.split("\n\n").next().unwrap_or_default();
                    *text = first.replace('\n', " ").replace("[`", "`").replace("`]", "`");
                }
                fields.values_mut().for_each(shorten);
            }
            Value::Array(items) => items.iter_mut().for_each(shorten),
            _ => {}
        }
    }

    fn schema() -> Value {
        let schema = SchemaSettings::draft07().into_generator().into_root_schema_for::<Config>();
        let mut schema = schema.to_value();
        schema["title"] = json!("vartani.toml");
        shorten(&mut schema);
        let codes: Vec<&str> = RULES.iter().map(|rule| rule.code).collect();
        let codes = json!({ "anyOf": [{ "enum": codes }, { "pattern": "^style/" }] });
        schema["properties"]["rules"]["propertyNames"] = codes.clone();
        for table in ["Override", "RuleSet"] {
            schema["definitions"][table]["properties"]["rules"]["propertyNames"] = codes.clone();
        }
        schema["properties"]["fail-on"] =
            json!({ "description": schema["properties"]["fail-on"]["description"], "enum": Level::FAIL_ON });
        schema
    }

    /// The keys of a table, with what the schema says of them.
    fn keys<'a>(schema: &'a Value, table: &str) -> &'a Map<String, Value> {
        let name = match table {
            "" => return schema["properties"].as_object().unwrap(),
            "ignore" => "Ignored",
            "pattern" => "PatternConfig",
            "overrides" => "Override",
            "sets" => "RuleSet",
            "examples" => "Examples",
            "pack" => "PackHead",
            "ledger" => "LedgerConfig",
            "spelling" => "SpellingStyle",
            "text" => "TextStyle",
            _ => "DateStyle",
        };
        schema["definitions"][name]["properties"].as_object().unwrap()
    }

    /// The words that a key may have, if it has no others.
    fn words(schema: &Value, key: &Value) -> Vec<String> {
        let text = |value: &Value| value.as_str().map(str::to_owned);
        if let Some(words) = key["enum"].as_array() {
            return words.iter().filter_map(text).collect();
        }
        if let Some(name) = key["$ref"].as_str().and_then(|path| path.rsplit('/').next()) {
            return words(schema, &schema["definitions"][name]);
        }
        let choices = ["oneOf", "anyOf", "allOf"].into_iter().find_map(|of| key[of].as_array());
        let of_choice = |choice: &Value| match text(&choice["const"]) {
            Some(word) => vec![word],
            None => words(schema, choice),
        };
        choices.into_iter().flatten().flat_map(of_choice).collect()
    }

    fn table() -> String {
        let schema = schema();
        let mut out = "| कुंजी · key | मान · values | क्या · what |\n| --- | --- | --- |\n".to_owned();
        let name = |head: &'static str| head.trim_matches(['[', ']']).split('.').next().unwrap_or_default();
        let tables = TABLES.iter().map(|(head, ..)| name(head));
        for table in std::iter::once("").chain(tables) {
            for (_, key, hi, en) in KEYS.iter().filter(|(of, ..)| *of == table) {
                let said = &keys(&schema, table)[*key];
                let words = words(&schema, said);
                let refers = said["$ref"].as_str().or_else(|| said["allOf"][0]["$ref"].as_str());
                let kind = said["type"].as_array().map_or(&said["type"], |kinds| &kinds[0]);
                let values = match kind.as_str() {
                    _ if !words.is_empty() => {
                        words.iter().map(|word| format!("`\"{word}\"`")).collect::<Vec<_>>().join(", ")
                    }
                    Some("array") if !self::words(&schema, &said["items"]).is_empty() => {
                        let of_item = self::words(&schema, &said["items"]);
                        of_item.iter().map(|word| format!("`[\"{word}\"]`")).collect::<Vec<_>>().join(", ")
                    }
                    _ if refers.is_some_and(|path| path.ends_with("/OneOrMore")) => {
                        "`\"…\"`, `[\"…\"]`".to_owned()
                    }
                    _ if refers.is_some_and(|path| path.ends_with("/PatternMessage")) => {
                        "`\"…\"`, `{ hi = \"…\", en = \"…\" }`".to_owned()
                    }
                    _ if refers.is_some() => "`{}`".to_owned(),
                    Some("integer") => "`1`".to_owned(),
                    _ if said["format"] == "date" => "`2026-03-01`, `\"2026-03-01\"`".to_owned(),
                    Some("array") if said["items"]["$ref"].is_string() => "`[]`".to_owned(),
                    Some("array") => "`[\"…\"]`".to_owned(),
                    Some("boolean") => "`false`, `true`".to_owned(),
                    Some("object") if said["propertyNames"].is_object() => {
                        "`{ \"date/weekday\" = \"off\" }`".to_owned()
                    }
                    Some("object") => "`{ \"…\" = \"…\" }`".to_owned(),
                    _ => "`\"…\"`".to_owned(),
                };
                let table = match table {
                    "" => String::new(),
                    "sets" => "sets.\"…\".".to_owned(),
                    _ => format!("{table}."),
                };
                let _ = writeln!(out, "| `{table}{key}` | {values} | {hi} · {en} |");
            }
        }
        let levels = Level::OF_RULE.map(|level| format!("`\"{level}\"`")).join(", ");
        let levels = format!("{levels}, `{{ severity = \"hint\", fields = [\"headline\"] }}`");
        out + &format!("| `rules.\"…\"` | {levels} | नियम का दर्जा · severity of a rule |\n")
    }

    #[test]
    fn the_schema_is_that_of_the_types() {
        let text = serde_json::to_string_pretty(&schema()).unwrap() + "\n";
        expect_file!["../../docs/vartani.schema.json"].assert_eq(&text);
    }

    #[test]
    fn the_page_has_the_keys_of_the_types() {
        let page = include_str!("../../docs/configuration.md");
        let (before, rest) = page.split_once(BEGIN).expect("the place of the table");
        let (_, after) = rest.split_once(END).expect("the end of the table");
        expect_file!["../../docs/configuration.md"]
            .assert_eq(&format!("{before}{BEGIN}\n{}\n{END}{after}", table()));
    }

    #[test]
    fn completion_offers_the_words_of_the_schema() {
        let schema = schema();
        for (table, key, ..) in KEYS {
            let mut words = words(&schema, &keys(&schema, table)[*key]);
            let mut offered = values(table, key);
            if (*table, *key) == ("ignore", "rule") {
                continue;
            }
            words.sort_unstable();
            offered.sort_unstable();
            assert_eq!(offered, words, "{table} {key}");
        }
    }
}
