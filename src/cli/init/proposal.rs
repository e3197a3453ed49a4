//! A `vartani.toml` that says what an archive does anyhow, with the counts behind each choice.

use std::fmt::Write as _;

use crate::diagnostics::survey::{Choice, SpellingUse, Tables};

/// From which share of the uses on, in hundredths, a choice is clear.
const CLEAR: u64 = 90;

/// From how many uses on, and in how many articles, a school of spelling or a form is clear.
const MIN_USES: u64 = 20;
const MIN_ARTICLES: u64 = 5;

/// From how many uses of a name or a word on its spelling is clear.
const MIN_SPELLING_USES: u64 = 10;

/// Maximum number of names, words and rules that are listed.
const MAX_LISTED: usize = 60;

/// Maximum number of words that a choice is shown on.
const MAX_SHOWN: usize = 3;

/// Keys of `[spelling]` with the schools that they decide, which a survey tells apart.
const SCHOOLS: [(&str, &[&str]); 6] = [
    ("nasal", &["nasal"]),
    ("chandrabindu", &["chandrabindu"]),
    ("nukta", &["nukta-z", "nukta-f", "nukta-q"]),
    ("glide", &["glide"]),
    ("visarga", &["visarga"]),
    ("reph", &["reph"]),
];

/// Values that a key may not have: what the archive does so is only told.
const NO_VALUE: &[&str] = &["double"];

/// The text of the proposed file.
pub fn proposal(tables: &Tables, archive: &str) -> String {
    let mut out = head(tables, archive);
    out.push_str("\n[spelling]\n");
    prefer(&mut out, tables);
    for (key, schools) in SCHOOLS {
        let counted: Vec<&Choice> = of_items(&tables.orthography, schools).collect();
        choice(&mut out, key, &counted, &divided(tables, schools));
    }
    for table in ["text", "date"] {
        let _ = writeln!(out, "\n[{table}]");
        for habit in &tables.habits {
            if let Some(key) = habit.item.strip_prefix(table).and_then(|key| key.strip_prefix('.')) {
                choice(&mut out, key, &[habit], "");
            }
        }
    }
    rules(&mut out, tables);
    out
}

fn head(tables: &Tables, archive: &str) -> String {
    format!(
        "# vartani: {archive} की {articles} ख़बरें जैसे लिखी हैं, उससे बना प्रस्ताव। पढ़ें, सुधारें, फिर रखें।\n\
         # A proposal made of what {articles} articles of {archive} do. Read it, correct it, then keep it.\n\
         # जो पंक्ति # के बिना है, वह साफ़ है: {MIN_USES} या ज़्यादा प्रयोग ({MIN_ARTICLES} या ज़्यादा ख़बरों में), {CLEAR} % एक ओर; बाक़ी आप तय करें।\n\
         # A line without # is clear: at least {MIN_USES} uses in at least {MIN_ARTICLES} articles, {CLEAR} % of them alike; the rest is yours.\n\
         # सब कुंजियाँ, all keys: docs/configuration.md\n",
        articles = tables.articles,
    )
}

/// What the survey counted of some schools.
fn of_items<'t>(choices: &'t [Choice], items: &'t [&str]) -> impl Iterator<Item = &'t Choice> {
    choices.iter().filter(|choice| items.contains(&choice.item.as_str()))
}

/// Sums over several choices of one key: values with uses and articles, the most frequent first.
fn sums(choices: &[&Choice]) -> Vec<(String, u64, u64)> {
    let mut sums: Vec<(String, u64, u64)> = Vec::new();
    for SpellingUse { spelling, uses, articles, .. } in choices.iter().flat_map(|choice| &choice.spellings) {
        match sums.iter_mut().find(|(value, ..)| value == spelling) {
            // An article that shows two of several schools is counted as one
            Some((_, all, most)) => (*all, *most) = (*all + uses, (*most).max(*articles)),
            None => sums.push((spelling.clone(), *uses, *articles)),
        }
    }
    sums.sort_by_key(|(_, uses, _)| std::cmp::Reverse(*uses));
    sums
}

/// A line for a key: in force if the choice is clear, else as a comment; nothing if the archive never had to choose.
fn choice(out: &mut String, key: &str, choices: &[&Choice], shown: &str) {
    let sums = sums(choices);
    let Some((value, uses, articles)) = sums.first() else { return };
    let all: u64 = sums.iter().map(|(_, uses, _)| uses).sum();
    let is_clear = is_clear(*uses, all, MIN_USES) && *articles >= MIN_ARTICLES;
    let counts: Vec<String> = sums.iter().map(|(value, uses, _)| format!("{value} {uses}")).collect();
    let share = percent(*uses, all);
    let line = match is_clear {
        // What no value says is only told
        _ if NO_VALUE.contains(&value.as_str()) => format!("# {key}"),
        true => format!("{key} = \"{value}\""),
        false => format!("# {key} = \"{value}\""),
    };
    let _ = writeln!(out, "{line:<28} # {share} %: {}{shown}", counts.join(", "));
}

fn is_clear(uses: u64, all: u64, least: u64) -> bool {
    all >= least && uses * 100 >= all * CLEAR
}

/// The share in hundredths, rounded down, so that 100 means all.
fn percent(uses: u64, all: u64) -> u64 {
    uses * 100 / all.max(1)
}

/// The words that the archive writes on both sides of some schools, the most divided first.
fn divided(tables: &Tables, schools: &[&str]) -> String {
    let words = of_items(&tables.divided_words, schools).take(MAX_SHOWN).map(spellings);
    let words: Vec<String> = words.collect();
    if words.is_empty() { String::new() } else { format!("; {}", words.join(", ")) }
}

/// The spellings of a word or name with their numbers: मॉस्को 40 / मास्को 3.
fn spellings(choice: &Choice) -> String {
    let all = choice.spellings.iter().map(|one| format!("{} {}", one.spelling, one.uses));
    all.collect::<Vec<_>>().join(" / ")
}

/// Names and pairs of spellings: those that are clear under `prefer`, the others as comments.
fn prefer(out: &mut String, tables: &Tables) {
    let pairs = of_items(&tables.orthography, &["pair"]);
    let all: Vec<&Choice> = tables.names.iter().chain(pairs).chain(&tables.unlisted).collect();
    let is_listed = |choice: &Choice| !choice.item.is_empty();
    let (clear, open): (Vec<&Choice>, Vec<&Choice>) = all.into_iter().partition(|choice| {
        let most = choice.spellings.first().map_or(0, |most| most.uses);
        is_listed(choice) && is_clear(most, choice.uses, MIN_SPELLING_USES)
    });
    let lines: Vec<(String, String)> = clear
        .iter()
        .filter_map(|choice| Some((preferred(choice)?, spellings(choice))))
        .take(MAX_LISTED)
        .collect();
    if !lines.is_empty() {
        out.push_str("prefer = [\n");
        for (spelling, counts) in lines {
            let _ = writeln!(out, "  {:<24} # {counts}", format!("\"{spelling}\","));
        }
        out.push_str("]\n");
    }
    let open: Vec<String> =
        open.into_iter().take(MAX_LISTED).map(|choice| format!("#   {}\n", spellings(choice))).collect();
    if !open.is_empty() {
        out.push_str(
            "# तय नहीं; `prefer` में कौन-सा जाए, आप चुनें — not clear; choose what goes under `prefer`:\n",
        );
        out.push_str(&open.concat());
    }
}

/// The word to prefer of a choice: of a name of several words the one that its two most frequent spellings differ in.
fn preferred(choice: &Choice) -> Option<String> {
    let [most, next, ..] = &choice.spellings[..] else { return None };
    let words: Vec<&str> = most.spelling.split(' ').collect();
    let others: Vec<&str> = next.spelling.split(' ').collect();
    if words.len() != others.len() {
        return None;
    }
    let mut odd = words.iter().zip(&others).filter(|(word, other)| word != other);
    match (odd.next(), odd.next()) {
        (Some((word, _)), None) => Some((*word).to_owned()),
        _ => None,
    }
}

/// What rules mark in the archive, as comments.
fn rules(out: &mut String, tables: &Tables) {
    out.push_str("\n[rules]\n# इन ख़बरों में कितने निशान लगते हैं — how many marks these articles get\n");
    for rule in tables.rules.iter().take(MAX_LISTED) {
        let line = format!("# \"{}\" = \"off\"", rule.code);
        let _ = writeln!(out, "{line:<36} # {} निशान, marks; {} ख़बरें, articles", rule.marks, rule.articles);
    }
}

#[cfg(test)]
mod tests;
