//! A new table for an actor file, appended to what somebody wrote by hand.

use std::fmt::Write as _;

use toml_edit::Value;

use super::PartialDate;
use super::actor::{Kind, Role};

/// What is known of an actor who gets a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewActor {
    /// The id; see [`slug`].
    pub id: String,
    /// What sort of thing it is.
    pub kind: Kind,
    /// The Hindi name in full.
    pub name: String,
    /// The Latin name.
    pub latin: String,
    /// One line on who or what it is, in Hindi.
    pub hi: String,
    /// One line on who or what it is, in English.
    pub en: String,
    /// Other Hindi names.
    pub also: Vec<String>,
    /// The item of Wikidata.
    pub qid: Option<String>,
    /// Date of birth.
    pub born: Option<PartialDate>,
    /// Date of death.
    pub died: Option<PartialDate>,
    /// Offices held, in order of time.
    pub roles: Vec<Role>,
    /// Where it is from, if other than the file says.
    pub source: Option<String>,
    /// The day on which roles without an end were known to be held.
    pub as_of: Option<PartialDate>,
}

impl NewActor {
    /// An actor of whom only the names are known.
    pub fn named(id: String, kind: Kind, name: String, latin: String) -> NewActor {
        NewActor {
            id,
            kind,
            name,
            latin,
            hi: String::new(),
            en: String::new(),
            also: Vec::new(),
            qid: None,
            born: None,
            died: None,
            roles: Vec::new(),
            source: None,
            as_of: None,
        }
    }

    /// The table. `hi` and `en` stand in it even when empty, to be filled in.
    pub fn to_toml(&self) -> String {
        let mut out = format!("[{}]\n", self.id);
        line(&mut out, "kind", self.kind.word());
        line(&mut out, "name", &*self.name);
        line(&mut out, "latin", &*self.latin);
        if !self.also.is_empty() {
            line(&mut out, "also", self.also.iter().map(String::as_str).collect::<Value>());
        }
        line(&mut out, "hi", &*self.hi);
        line(&mut out, "en", &*self.en);
        let known = [
            ("qid", self.qid.clone()),
            ("born", self.born.map(|date| date.to_string())),
            ("died", self.died.map(|date| date.to_string())),
            ("source", self.source.clone()),
            ("as_of", self.as_of.map(|date| date.to_string())),
        ];
        for (key, value) in known {
            if let Some(value) = value {
                line(&mut out, key, value);
            }
        }
        if !self.roles.is_empty() {
            out.push_str("roles = [\n");
            for role in &self.roles {
                let _ = writeln!(out, "  {},", inline(role));
            }
            out.push_str("]\n");
        }
        out
    }
}

/// A table that adds roles and days to an actor of record: see [`Patch`](super::patch::Patch).
pub fn patch_table(id: &str, roles: &[Role], born: Option<PartialDate>, died: Option<PartialDate>) -> String {
    let mut out = format!("[{id}]\npatch = true\n");
    for (key, day) in [("born", born), ("died", died)].into_iter().filter_map(|(key, day)| Some((key, day?)))
    {
        line(&mut out, key, day.to_string());
    }
    if !roles.is_empty() {
        out.push_str("roles = [\n");
        for role in roles {
            let _ = writeln!(out, "  {},", inline(role));
        }
        out.push_str("]\n");
    }
    out
}

fn line(out: &mut String, key: &str, value: impl Into<Value>) {
    let _ = writeln!(out, "{key} = {}", value.into().to_string().trim());
}

/// A role as an inline table.
fn inline(role: &Role) -> String {
    let mut table = toml_edit::InlineTable::new();
    table.insert("title", role.title.as_str().into());
    table.insert("en", role.en.as_str().into());
    if let Some(office) = &role.office {
        table.insert("office", office.as_str().into());
    }
    table.insert("from", role.from.to_string().into());
    if let Some(to) = role.to {
        table.insert("to", to.to_string().into());
    }
    let days = [("checked", role.checked), ("expected_end", role.expected_end)];
    for (key, day) in days.into_iter().filter_map(|(key, day)| Some((key, day?))) {
        table.insert(key, day.to_string().into());
    }
    table.to_string()
}

/// A Latin name as an id: `Śaśi Tharoor` is `sasi-tharoor`. Empty if no letter of it is Latin.
pub fn slug(latin: &str) -> String {
    let mut out = String::new();
    for c in latin.chars().map(plain_letter) {
        if c.is_ascii_alphanumeric() {
            out.push(c);
        } else if !matches!(c, '\'' | '’' | '.') && !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    out.truncate(out.trim_end_matches('-').len());
    out
}

/// A Latin letter in lower case without its marks, for the letters that names in news have.
fn plain_letter(c: char) -> char {
    match c.to_lowercase().next().unwrap_or(c) {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ḍ' | 'ď' | 'đ' => 'd',
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
        'ğ' => 'g',
        'ḥ' => 'h',
        'ì'..='ï' | 'ī' | 'ı' => 'i',
        'ł' | 'ḷ' => 'l',
        'ñ' | 'ń' | 'ṇ' | 'ṅ' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ř' | 'ṛ' | 'ṟ' => 'r',
        'ś' | 'š' | 'ş' | 'ṣ' => 's',
        'ṭ' | 'ţ' | 'ť' => 't',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        other => other,
    }
}

/// The text of an actor file with tables appended; nothing before them is touched.
pub fn append(text: &str, tables: &[NewActor]) -> String {
    let mut out = text.to_owned();
    for table in tables {
        if !out.is_empty() {
            out.truncate(out.trim_end_matches('\n').len());
            out.push_str("\n\n");
        }
        out.push_str(&table.to_toml());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::actor_file;
    use super::*;

    #[test]
    fn a_table_reads_back_as_it_was_meant() {
        let role = Role {
            title: "सरपंच".into(),
            en: "village head".into(),
            office: Some("rampur/head".into()),
            from: "2019".parse().unwrap(),
            to: Some("2024-05".parse().unwrap()),
            checked: None,
            expected_end: Some("2024-05".parse().unwrap()),
        };
        let new = NewActor {
            also: vec!["आशा \"दीदी\"".into()],
            born: Some("1970-05".parse().unwrap()),
            roles: vec![role.clone()],
            source: Some("Wikidata Q1".into()),
            ..NewActor::named("asha-devi".into(), Kind::Person, "आशा देवी".into(), "Asha Devi".into())
        };
        let before = "# ours\nsource = \"desk\"\n\n[other]\nkind = \"place\"   # keep\nname = \"रामपुर\"\nlatin = \"Rampur\"\n\n\n";
        let text = append(before, &[new]);
        assert!(text.starts_with(before.trim_end()), "{text}");
        let (actors, faults) = actor_file::parse(&text);
        assert_eq!(faults, []);
        let asha = &actors[1];
        assert_eq!(
            (asha.id.as_str(), asha.name(), asha.source.as_str()),
            ("asha-devi", "आशा देवी", "Wikidata Q1")
        );
        assert_eq!(asha.roles, [role]);
        assert_eq!(asha.names[1].text, "आशा \"दीदी\"");
        assert_eq!(actors[0].source, "desk", "the head of the file still holds");
    }

    #[test]
    fn an_id_is_made_of_a_latin_name() {
        assert_eq!(slug("Recep Tayyip Erdoğan"), "recep-tayyip-erdogan");
        assert_eq!(slug("K. P. Sharma Oli"), "k-p-sharma-oli");
        assert_eq!(slug("Côte d’Ivoire"), "cote-divoire");
        assert_eq!(slug("आशा"), "");
    }
}
