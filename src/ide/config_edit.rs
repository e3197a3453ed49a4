//! Changes of a newsroom's `vartani.toml` that keep everything else in it as it is.

use toml_edit::{Array, ArrayOfTables, DocumentMut, Item, Table, TableLike, Value};

use crate::text::Span;

/// A choice that a writer makes for the whole newsroom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StyleChange {
    /// One spelling of a name is to be used.
    Prefer {
        /// The spelling.
        spelling: String,
        /// The other spellings of the name, which can be preferred no more.
        others: Vec<String>,
    },
    /// A word is right as it is.
    Accept(String),
    /// A name stays in Latin letters.
    KeepLatin(String),
    /// A file of actors is the newsroom's, by its path from the folder of `vartani.toml`.
    Actors(String),
    /// A rule is not looked for.
    RuleOff(String),
    /// Marks of a rule are not shown in one file, on some words or on any.
    Ignore {
        /// The file, as a path from the folder of `vartani.toml`, with slashes.
        path: String,
        /// The words.
        text: Option<String>,
        /// The code of the rule.
        rule: String,
    },
}

impl StyleChange {
    /// The text of `vartani.toml` with the change; comments and order stay. An empty text becomes one
    /// with the change alone. `None` if the text cannot be read, or the change is there already.
    pub fn apply(&self, toml: &str) -> Option<String> {
        let mut document: DocumentMut = toml.parse().ok()?;
        match self {
            StyleChange::Prefer { spelling, others } => {
                let list = list(&mut document, "prefer")?;
                list.retain(|value| value.as_str().is_none_or(|text| !others.iter().any(|o| o == text)));
                add(list, spelling);
            }
            StyleChange::Accept(word) => add(list(&mut document, "accept")?, word),
            StyleChange::KeepLatin(word) => add(list(&mut document, "keep-latin")?, word),
            StyleChange::Actors(file) => add(array(document.as_table_mut(), "actors")?, file),
            StyleChange::RuleOff(code) => set(table(&mut document, "rules")?, code, "off"),
            StyleChange::Ignore { path, text, rule } => ignore(&mut document, path, text.as_deref(), rule)?,
        }
        let changed = document.to_string();
        (changed != toml).then(|| with_line_ends_of(toml, changed))
    }

    /// What to replace in `toml` to make the change: the smallest stretch, so that a caret elsewhere stays.
    pub fn edit(&self, toml: &str) -> Option<(Span, String)> {
        Some(difference(toml, &self.apply(toml)?))
    }
}

/// The table of this name, made if it is missing.
fn table<'a>(document: &'a mut DocumentMut, name: &str) -> Option<&'a mut dyn TableLike> {
    document.entry(name).or_insert_with(|| Item::Table(Table::new())).as_table_like_mut()
}

/// The list under `[spelling]`, made if it is missing.
fn list<'a>(document: &'a mut DocumentMut, name: &str) -> Option<&'a mut Array> {
    array(table(document, "spelling")?, name)
}

/// The list of this name, made if it is missing.
fn array<'a>(table: &'a mut dyn TableLike, name: &str) -> Option<&'a mut Array> {
    table.entry(name).or_insert_with(|| Item::Value(Value::Array(Array::new()))).as_array_mut()
}

/// Sets a key, with the white space and the comment that stood around its value.
fn set(table: &mut dyn TableLike, key: &str, text: &str) {
    let mut value = Value::from(text);
    if let Some(old) = table.get(key).and_then(Item::as_value) {
        *value.decor_mut() = old.decor().clone();
    }
    table.insert(key, Item::Value(value));
}

/// Adds a table to `[[ignore]]`, unless one like it is there.
fn ignore(document: &mut DocumentMut, path: &str, text: Option<&str>, rule: &str) -> Option<()> {
    let tables = || Item::ArrayOfTables(ArrayOfTables::new());
    let tables = document.entry("ignore").or_insert_with(tables).as_array_of_tables_mut()?;
    let keys =
        [("path", Some(pattern(path))), ("text", text.map(str::to_owned)), ("rule", Some(rule.to_owned()))];
    let mut table = Table::new();
    for (key, value) in keys.iter().filter_map(|(key, value)| Some((key, value.as_ref()?))) {
        table.insert(key, Item::Value(value.into()));
    }
    let says = |table: &Table, key: &str| table.get(key).and_then(Item::as_str).map(str::to_owned);
    let is_there = tables.iter().any(|other| keys.iter().all(|(key, value)| says(other, key) == *value));
    if !is_there {
        tables.push(table);
    }
    Some(())
}

/// A path as a pattern of a `.gitignore` that means this file alone.
fn pattern(path: &str) -> String {
    let mut out = String::from(if path.contains('/') { "" } else { "/" });
    for c in path.chars() {
        if matches!(c, '*' | '?' | '[' | ']' | '\\') || (out.is_empty() && matches!(c, '#' | '!')) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Adds a text at the end of a list, on a line of its own where the others are.
fn add(list: &mut Array, text: &str) {
    if list.iter().any(|value| value.as_str() == Some(text)) {
        return;
    }
    let lead = list.iter().last().and_then(|last| last.decor().prefix()).and_then(|prefix| prefix.as_str());
    let own_line = lead.and_then(|lead| lead.rfind('\n').map(|at| lead[at..].to_owned()));
    match own_line {
        Some(lead) => list.push_formatted(Value::from(text).decorated(lead, "")),
        None => list.push(text),
    }
}

/// `toml_edit` ends new lines with `\n`.
fn with_line_ends_of(model: &str, text: String) -> String {
    if model.contains("\r\n") { text.replace("\r\n", "\n").replace('\n', "\r\n") } else { text }
}

/// The smallest stretch of `before` that changed, and what stands there now.
pub fn difference(before: &str, after: &str) -> (Span, String) {
    let same = |(a, b): &(char, char)| a == b;
    let start: usize = before.chars().zip(after.chars()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
    let (rest_before, rest_after) = (&before[start..], &after[start..]);
    let pairs = rest_before.chars().rev().zip(rest_after.chars().rev());
    let end: usize = pairs.take_while(same).map(|(c, _)| c.len_utf8()).sum();
    let insert = rest_after[..rest_after.len() - end].to_owned();
    (Span::new(start, before.len() - end), insert)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::newsroom::Config;

    fn prefer(spelling: &str, others: &[&str]) -> StyleChange {
        StyleChange::Prefer {
            spelling: spelling.into(),
            others: others.iter().map(|o| (*o).to_owned()).collect(),
        }
    }

    #[test]
    fn a_new_file_has_the_choice_alone() {
        let made = prefer("मॉस्को", &["मास्को"]).apply("").unwrap();
        assert_eq!(made, "[spelling]\nprefer = [\"मॉस्को\"]\n");
        let made = StyleChange::RuleOff("spelling/latin".into()).apply("").unwrap();
        assert_eq!(made, "[rules]\n\"spelling/latin\" = \"off\"\n");
    }

    #[test]
    fn comments_and_order_stay() {
        let toml = "# हमारी पसंद\nlocale = \"hi\" # हिंदी\n\n[spelling]\n# तय\nprefer = [\"ट्रंप\"] # 2024\n\n[rules]\n\"text/quotes\" = \"hint\"\n";
        let changed = prefer("मॉस्को", &["मास्को"]).apply(toml).unwrap();
        assert_eq!(changed, toml.replace("[\"ट्रंप\"]", "[\"ट्रंप\", \"मॉस्को\"]"));
        let changed = StyleChange::Accept("अम्फान".into()).apply(toml).unwrap();
        assert_eq!(changed, toml.replace("# 2024\n", "# 2024\naccept = [\"अम्फान\"]\n"));
        let changed = StyleChange::RuleOff("text/quotes".into()).apply(toml).unwrap();
        assert_eq!(changed, toml.replace("\"hint\"", "\"off\""));
    }

    #[test]
    fn what_is_ignored_gets_a_table_of_its_own() {
        let ignore = |path: &str, text: Option<&str>| StyleChange::Ignore {
            path: path.into(),
            text: text.map(str::to_owned),
            rule: "date/weekday".into(),
        };
        let toml = "locale = \"hi\"\n\n[rules]\n\"text/quotes\" = \"hint\"\n";
        let once = ignore("मेला/a[1].txt", Some("बुधवार (13 मार्च)")).apply(toml).unwrap();
        let table =
            "\n[[ignore]]\npath = 'मेला/a\\[1\\].txt'\ntext = \"बुधवार (13 मार्च)\"\nrule = \"date/weekday\"\n";
        assert_eq!(once, format!("{toml}{table}"));
        assert_eq!(ignore("मेला/a[1].txt", Some("बुधवार (13 मार्च)")).apply(&once), None, "it is there");
        let twice = ignore("b.txt", None).apply(&once).unwrap();
        assert_eq!(twice, format!("{once}\n[[ignore]]\npath = \"/b.txt\"\nrule = \"date/weekday\"\n"));
        let config = Config::parse(&twice, |_| true).unwrap();
        assert!(
            config.ignore[1].covers("date/weekday", "कुछ") && !config.ignore[0].covers("date/weekday", "कुछ")
        );
    }

    #[test]
    fn a_choice_against_an_earlier_one_takes_its_place() {
        let toml = "[spelling]\nprefer = [\"मास्को\", \"ट्रंप\"]\n";
        let changed = prefer("मॉस्को", &["मास्को"]).apply(toml).unwrap();
        assert!(!changed.contains("मास्को") && changed.contains("मॉस्को"), "{changed}");
        assert_eq!(prefer("ट्रंप", &["ट्रम्प"]).apply(toml), None, "nothing to change");
    }

    #[test]
    fn a_list_over_several_lines_gets_a_line() {
        let toml = "[spelling]\r\nkeep-latin = [\r\n  \"NATO\",\r\n  \"AI\", # 😀\r\n]\r\n";
        let changed = StyleChange::KeepLatin("OPEC".into()).apply(toml).unwrap();
        assert!(changed.contains("\r\n  \"OPEC\"") && changed.contains("# 😀"), "{changed}");
        assert!(!changed.replace("\r\n", "").contains('\n'), "{changed:?}");
        let read: toml::Table = toml::from_str(&changed).unwrap();
        let kept = read["spelling"]["keep-latin"].as_array().unwrap();
        assert_eq!(kept.iter().filter_map(|v| v.as_str()).collect::<Vec<_>>(), ["NATO", "AI", "OPEC"]);
    }

    #[test]
    fn only_what_changed_is_replaced() {
        let toml = "# क 😀\n[spelling]\nprefer = [\"ट्रंप\"]\n";
        let (span, insert) = prefer("मॉस्को", &[]).edit(toml).unwrap();
        assert_eq!((span.of(toml), insert.as_str()), ("", ", \"मॉस्को\""));
        assert_eq!(
            span.start as usize,
            toml.find(']').unwrap() + toml[toml.find(']').unwrap() + 1..].find(']').unwrap() + 1
        );
    }

    #[test]
    fn a_file_that_cannot_be_read_is_left_alone() {
        assert_eq!(prefer("मॉस्को", &[]).apply("[spelling\n"), None);
        assert_eq!(prefer("मॉस्को", &[]).apply("spelling = 3\n"), None);
        assert_eq!(StyleChange::Accept("क".into()).apply("[spelling]\naccept = \"ख\"\n"), None);
    }
}
