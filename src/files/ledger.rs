//! The ledger: how often writers took a rule's advice, let it stand or said that the words are right, in a file of the
//! newsroom's own. It never holds a word of an article, and nothing is sent.
//!
//! A line an answer, `DAY<tab>RULE<tab>ANSWER`, below a head that says what the file is: a file without it is not touched.

use std::collections::BTreeMap;
use std::fs::OpenOptions;
use std::io::{self, Write as _};
use std::path::Path;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::read::read_regular;
use super::{FileError, Problem};
use crate::newsroom::Message;

/// The first line of a ledger.
const HEAD: &str = "# vartani ledger 1\n";

/// Maximum size of a ledger, in bytes: several million answers.
const MAX_LEDGER: u64 = 128 << 20;

/// What a writer said to a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Answer {
    /// The fix was made.
    Accepted,
    /// The mark was hidden.
    Ignored,
    /// The words are right as they are.
    Right,
}

/// How often each answer was given to marks of a rule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Answers {
    /// The fix was made.
    pub accepted: u64,
    /// The mark was hidden.
    pub ignored: u64,
    /// The words are right as they are.
    pub right: u64,
}

impl Answer {
    const ALL: [Answer; 3] = [Answer::Accepted, Answer::Ignored, Answer::Right];

    fn word(self) -> &'static str {
        match self {
            Answer::Accepted => "accepted",
            Answer::Ignored => "ignored",
            Answer::Right => "right",
        }
    }
}

impl Answers {
    /// All of them.
    pub fn all(self) -> u64 {
        self.accepted + self.ignored + self.right
    }

    /// How many in a hundred said that the rule was right, rounded down.
    pub fn share(self) -> u64 {
        self.accepted * 100 / self.all().max(1)
    }

    fn add(&mut self, answer: Answer) {
        match answer {
            Answer::Accepted => self.accepted += 1,
            Answer::Ignored => self.ignored += 1,
            Answer::Right => self.right += 1,
        }
    }
}

/// Adds an answer to marks of some rules to a ledger, which is made if it is missing.
///
/// # Errors
/// It cannot be written, or the file is something else than a ledger.
pub fn note(path: &Path, day: Date, rules: &[String], answer: Answer) -> Result<(), FileError> {
    let failed = |error: io::Error| FileError::writing(path, &error);
    let mut lines = String::new();
    match read_regular(path, MAX_LEDGER) {
        Ok(file) if !file.text.starts_with(HEAD) => return Err(no_ledger(path)),
        Ok(_) => {}
        Err(FileError { problem: Problem::Missing, .. }) => {
            // Whoever else makes it meanwhile has written the head
            match OpenOptions::new().write(true).create_new(true).open(path) {
                Ok(mut file) => file.write_all(HEAD.as_bytes()).map_err(failed)?,
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(failed(error)),
            }
        }
        Err(error) => return Err(error),
    }
    for rule in rules.iter().filter(|rule| is_code(rule)) {
        lines.push_str(&format!("{day}\t{rule}\t{}\n", answer.word()));
    }
    let mut file = OpenOptions::new().append(true).open(path).map_err(failed)?;
    // In one piece, so that lines of two editors do not mix
    file.write_all(lines.as_bytes()).map_err(failed)
}

/// The answers in a ledger by rule, and how many of its lines are none.
///
/// # Errors
/// It cannot be read, or is none.
pub fn read(path: &Path) -> Result<(BTreeMap<String, Answers>, usize), FileError> {
    let text = read_regular(path, MAX_LEDGER)?.text;
    let lines = text.strip_prefix(HEAD).ok_or_else(|| no_ledger(path))?.lines();
    let (mut answers, mut broken) = (BTreeMap::<String, Answers>::new(), 0);
    // After two ledgers were joined the head comes again
    for line in lines.filter(|line| !line.is_empty() && *line != HEAD.trim_end()) {
        match answer_of(line) {
            Some((rule, answer)) => answers.entry(rule.to_owned()).or_default().add(answer),
            None => broken += 1,
        }
    }
    Ok((answers, broken))
}

fn answer_of(line: &str) -> Option<(&str, Answer)> {
    let mut parts = line.split('\t');
    let (day, rule, word) = (parts.next()?, parts.next()?, parts.next()?);
    day.parse::<Date>().ok()?;
    let answer = Answer::ALL.into_iter().find(|answer| answer.word() == word)?;
    (parts.next().is_none() && is_code(rule)).then_some((rule, answer))
}

/// Whether a text may be the code of a rule: a client could send anything.
fn is_code(rule: &str) -> bool {
    let is_name = |name: &str| !name.is_empty() && !name.chars().any(|c| c.is_whitespace() || c.is_control());
    rule.len() <= 256 && rule.split_once('/').is_some_and(|(family, name)| is_name(family) && is_name(name))
}

fn no_ledger(path: &Path) -> FileError {
    let (name, head) = (path.display(), HEAD.trim_end());
    let why = Message::new(
        format!(
            "{name}: यह बही नहीं है, इसलिए छुई नहीं गई; पहली पंक्ति `{head}` हो, या `[ledger]` में दूसरी फ़ाइल लिखें"
        ),
        format!(
            "{name}: not a ledger, so it was not touched; its first line must be `{head}`, or name another file under `[ledger]`"
        ),
    );
    FileError::new(path, Problem::NothingToWrite(why))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_counted_by_rule_and_hold_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ledger.tsv");
        let day = "2026-03-12".parse().unwrap();
        let rules = |rule: &str| vec![rule.to_owned()];
        note(&path, day, &rules("date/weekday"), Answer::Accepted).unwrap();
        note(&path, day, &rules("date/weekday"), Answer::Ignored).unwrap();
        note(&path, day, &rules("style/मृतक"), Answer::Right).unwrap();
        note(&path, day, &rules("date/week\tday\n"), Answer::Right).unwrap();
        let text = std::fs::read_to_string(&path).unwrap();
        let lines = "2026-03-12\tdate/weekday\taccepted\n2026-03-12\tdate/weekday\tignored\n2026-03-12\tstyle/मृतक\tright\n";
        assert_eq!(text, format!("{HEAD}{lines}"));
        let (answers, broken) = read(&path).unwrap();
        assert_eq!(broken, 0);
        assert_eq!(answers["date/weekday"], Answers { accepted: 1, ignored: 1, right: 0 });
        assert_eq!((answers["date/weekday"].share(), answers["style/मृतक"].share()), (50, 0));
    }

    #[test]
    fn a_file_that_is_something_else_is_not_touched() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("article.txt");
        std::fs::write(&path, "बैठक हुई।\n").unwrap();
        let day = "2026-03-12".parse().unwrap();
        let error = note(&path, day, &["date/weekday".to_owned()], Answer::Accepted).unwrap_err();
        assert!(error.message().en.contains("not a ledger"), "{error}");
        assert!(read(&path).is_err());
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "बैठक हुई।\n");
    }

    #[test]
    fn a_broken_line_is_passed_over_and_counted() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ledger.tsv");
        let text = format!(
            "{HEAD}2026-03-12\tdate/weekday\taccepted\nकुछ और\n{HEAD}2026-13-12\tdate/weekday\tright\n"
        );
        std::fs::write(&path, text).unwrap();
        let (answers, broken) = read(&path).unwrap();
        assert_eq!((answers["date/weekday"].all(), broken), (1, 2));
    }
}
