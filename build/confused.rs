//! Compiles `data/lexicon/confused.tsv`: words that stand for another, with what has to be around them.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use crate::rows;
use crate::text::fold::orthographic;

/// The words of each class.
type Classes = BTreeMap<String, Vec<String>>;

/// The tables that `newsroom::confused` includes.
pub fn compile(folder: &Path) -> String {
    let read = |name: &str| rows(&folder.join(name)).into_iter().skip(1);
    let words = |list: &str| list.split(' ').map(orthographic).collect();
    let classes: Classes = read("confused-words.tsv").map(|row| (row[0].clone(), words(&row[1]))).collect();
    let reasons: Vec<Vec<String>> = read("confused-reasons.tsv").collect();
    let mut patterns: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in read("confused.tsv") {
        let [pattern, needs, why] = &row[..] else { panic!("confused.tsv: {row:?} has three columns") };
        let reason = reasons.iter().position(|reason| reason[0] == *why);
        let reason = reason.unwrap_or_else(|| panic!("confused.tsv: {why:?} is no reason"));
        let items: Vec<&str> = pattern.split(' ').collect();
        let is_target = |item: &&str| item.starts_with('⟦');
        let target =
            items.iter().position(is_target).unwrap_or_else(|| panic!("confused.tsv: {pattern} has no ⟦…⟧"));
        let (wrong, rights) = items[target].trim_matches(['⟦', '⟧']).split_once('>').expect("⟦wrong>right⟧");
        let rights: Vec<&str> = rights.split('|').collect();
        let list = |items: &[&str]| {
            items.iter().map(|item| self::item(item, &classes)).collect::<Vec<_>>().join(", ")
        };
        let compiled = format!(
            "Pattern {{ before: &[{}], after: &[{}], rights: &{rights:?}, needs: {}, reason: &REASONS[{reason}] }}",
            list(&items[..target]),
            list(&items[target + 1..]),
            self::needs(needs),
        );
        for wrong in wrong.split('|') {
            let class = wrong.strip_prefix('[').map(|class| class.trim_end_matches(']'));
            let words = class.map_or_else(|| vec![orthographic(wrong)], |class| classes[class].clone());
            words.into_iter().for_each(|word| patterns.entry(word).or_default().push(compiled.clone()));
        }
    }
    let mut out = String::from("static REASONS: &[Reason] = &[\n");
    for reason in &reasons {
        let _ = writeln!(out, "    Reason {{ hi: {:?}, en: {:?} }},", reason[1], reason[2]);
    }
    out.push_str("];\nstatic PATTERNS: &[(&str, &[Pattern])] = &[\n");
    for (wrong, patterns) in patterns {
        let _ = writeln!(out, "    ({wrong:?}, &[{}]),", patterns.join(",\n        "));
    }
    out + "];\n"
}

/// What one word has to be: conditions that all hold.
fn item(written: &str, classes: &Classes) -> String {
    let conditions: Vec<String> =
        written.split('&').map(|condition| self::condition(condition, classes)).collect();
    format!("&[{}]", conditions.join(", "))
}

fn condition(written: &str, classes: &Classes) -> String {
    let (is_negated, alternatives) = written.strip_prefix('!').map_or((false, written), |rest| (true, rest));
    let (mut words, mut prefixes, mut kinds) = (Vec::new(), Vec::new(), Vec::new());
    for one in alternatives.split('|') {
        match one {
            "^" | "$" => kinds.push("Kind::Edge"),
            "@any" => kinds.push("Kind::Any"),
            "@known" => kinds.push("Kind::Known"),
            "@number" => kinds.push("Kind::Number"),
            "@name" => kinds.push("Kind::Name"),
            "@land" => kinds.push("Kind::Land"),
            _ => {
                if let Some(class) = one.strip_prefix('[') {
                    let class = class.trim_end_matches(']');
                    let known = classes.get(class);
                    words.extend(
                        known.unwrap_or_else(|| panic!("confused.tsv: {class:?} is no class")).clone(),
                    );
                } else if let Some(prefix) = one.strip_suffix('*') {
                    prefixes.push(orthographic(prefix));
                } else {
                    words.push(orthographic(one));
                }
            }
        }
    }
    words.sort();
    words.dedup();
    let kinds = kinds.join(", ");
    format!(
        "Condition {{ words: &{words:?}, prefixes: &{prefixes:?}, kinds: &[{kinds}], is_negated: {is_negated} }}"
    )
}

fn needs(written: &str) -> String {
    match written {
        "" => "Needs::Nothing".to_owned(),
        "first-person" => "Needs::FirstPerson".to_owned(),
        "third-person" => "Needs::ThirdPerson".to_owned(),
        "ergative" => "Needs::Ergative".to_owned(),
        other => {
            let later =
                other.strip_prefix("later:").unwrap_or_else(|| panic!("confused.tsv: {other:?} is no need"));
            let words: Vec<String> = later.split('|').map(orthographic).collect();
            format!("Needs::Later(&{words:?})")
        }
    }
}
