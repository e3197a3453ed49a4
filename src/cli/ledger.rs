//! `vartani ledger`: which rules are right too seldom, by what writers did with their marks.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use serde_json::json;
use unicode_width::UnicodeWidthStr as _;

use super::failure::Failure;
use super::options::LocaleOption;
use super::outcome::{self, Outcome};
use super::output::{complain, complain_of, locale, print};
use crate::files::ledger::{Answers, read};
use crate::files::{Newsrooms, STDIN};
use crate::newsroom::{Locale, Message};

/// From how many answers on a rule is judged.
const MIN_ANSWERS: u64 = 10;

/// From which share on, in hundredths, a rule is right often enough.
const RIGHT: u64 = 90;

#[derive(Args, Debug)]
pub struct Ledger {
    /// The ledger [default: that of the vartani.toml in force here]
    pub file: Option<PathBuf>,
    /// The form of the table
    #[arg(long, value_enum, default_value_t = LedgerFormat::Human)]
    pub format: LedgerFormat,
    #[command(flatten)]
    pub locale: LocaleOption,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LedgerFormat {
    /// For people: a table, the rules that are right least often first
    Human,
    /// For programs: JSON Lines, one rule a line
    Json,
}

pub fn run(arguments: &Ledger) -> outcome::Result {
    let path = match &arguments.file {
        Some(file) => file.clone(),
        None => of_newsroom()?,
    };
    let (answers, broken) = read(&path)?;
    let mut rules: Vec<(String, Answers)> = answers.into_iter().collect();
    rules.sort_by_key(|(_, answers)| (answers.all() < MIN_ANSWERS, answers.share()));
    let text = match arguments.format {
        LedgerFormat::Human => for_people(&rules, arguments.locale.asked().unwrap_or_else(locale)),
        LedgerFormat::Json => rules.iter().map(|(rule, answers)| line(rule, *answers)).collect(),
    };
    print(&text)?;
    if broken > 0 {
        let path = path.display();
        complain(&Message::new(
            format!("{path}: {broken} पंक्तियाँ पढ़ी नहीं जा सकीं; वे छोड़ दी गईं"),
            format!("{path}: lines that cannot be read and were passed over: {broken}"),
        ));
        return Ok(Outcome::Trouble);
    }
    Ok(Outcome::Done)
}

/// The ledger of the newsroom of this folder.
///
/// # Errors
/// It keeps none.
fn of_newsroom() -> Result<PathBuf, Failure> {
    let mut newsrooms = Newsrooms::new(None);
    let ledger = newsrooms.ledger_of(Path::new(STDIN));
    complain_of(&newsrooms.troubles());
    ledger.ok_or_else(|| {
        Message::new(
            "यहाँ की vartani.toml में कोई बही नहीं है; `[ledger]` में `file = \"ledger.tsv\"` लिखें",
            "the vartani.toml here keeps no ledger; write `file = \"ledger.tsv\"` under `[ledger]`",
        )
        .into()
    })
}

/// Whether a rule has been asked often enough and was right too seldom.
fn is_seldom_right(answers: Answers) -> bool {
    answers.all() >= MIN_ANSWERS && answers.share() < RIGHT
}

fn line(rule: &str, answers: Answers) -> String {
    let Answers { accepted, ignored, right } = answers;
    let seldom = is_seldom_right(answers);
    format!(
        "{}\n",
        json!({ "rule": rule, "accepted": accepted, "ignored": ignored, "right": right, "seldom_right": seldom })
    )
}

fn for_people(rules: &[(String, Answers)], locale: Locale) -> String {
    let head = Message::new("   माने  छिपाए  सही बताए   %  नियम\n", "accepted ignored   right   %  rule\n");
    let seldom = Message::new("  ← बहुत बार ग़लत", "  ← right too seldom");
    let mut out = head.in_locale(locale).to_owned();
    for (rule, answers) in rules {
        let Answers { accepted, ignored, right } = *answers;
        let note = if is_seldom_right(*answers) { seldom.in_locale(locale) } else { "" };
        let space = " ".repeat(if note.is_empty() { 0 } else { 24_usize.saturating_sub(rule.width()) });
        let share = answers.share();
        let _ = writeln!(out, "{accepted:>8} {ignored:>7} {right:>7} {share:>3}  {rule}{space}{note}");
    }
    out
}
