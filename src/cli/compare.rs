//! `vartani compare`: whether two spellings are one name, for people and for measuring.
//!
//! The answer to a pair is a line of five columns with tabs between them:
//! `A`, `B`, `same` or `different`, the score in [0, 1], the reason. A and B are echoed byte for byte.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::Path;

use super::articles::{STDIN, reason};
use super::{Outcome, arguments, complain};
use crate::newsroom::Lexicon;
use crate::reading::spelling::compare;

pub fn run(arguments: &arguments::Compare) -> super::Result {
    let lexicon = Lexicon::shipped();
    let output = BufWriter::new(io::stdout().lock());
    let answered = match (&arguments.pairs, arguments.spellings.as_slice()) {
        (Some(path), _) => answer_file(path, output, &lexicon),
        (None, [a, b]) => one(a, b, &lexicon, output).map(|()| Vec::new()),
        _ => return Err("name two spellings, or a file of pairs with --pairs".to_owned()),
    };
    match answered {
        Ok(bad) => {
            bad.iter().for_each(|line| complain(&line.to_string()));
            Ok(if bad.is_empty() { Outcome::Done } else { Outcome::Trouble })
        }
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(Outcome::Done),
        Err(error) => Err(format!(
            "{}: {}",
            arguments.pairs.as_deref().unwrap_or(Path::new("stdout")).display(),
            reason(&error)
        )),
    }
}

fn answer_file(path: &Path, output: impl Write, lexicon: &Lexicon) -> io::Result<Vec<BadLine>> {
    if path.as_os_str() == STDIN {
        return answer(io::stdin().lock(), output, lexicon);
    }
    answer(BufReader::with_capacity(1 << 16, File::open(path)?), output, lexicon)
}

/// A line of the input that is no pair.
#[derive(Clone, Debug, PartialEq, Eq)]
struct BadLine {
    /// The line, counted from 1.
    line: usize,
    /// What is wrong with it.
    problem: &'static str,
}

impl std::fmt::Display for BadLine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "line {}: {}", self.line, self.problem)
    }
}

/// Writes the answer to one pair.
fn one(a: &str, b: &str, lexicon: &Lexicon, mut output: impl Write) -> io::Result<()> {
    let found = compare(a, b, lexicon);
    let verdict = if found.same { "same" } else { "different" };
    writeln!(output, "{a}\t{b}\t{verdict}\t{:.3}\t{found}", found.score)
}

/// Answers every line of `input` with one line of `output`: two columns with a tab between them, more
/// columns are passed over.
///
/// A line that is no pair is answered `different` with the reason `error:…` and returned, so that
/// answers stay beside their questions and nothing goes wrong unseen. `\r\n` ends a line as `\n` does.
///
/// # Errors
/// Where `input` cannot be read or `output` cannot be written.
fn answer(mut input: impl BufRead, mut output: impl Write, lexicon: &Lexicon) -> io::Result<Vec<BadLine>> {
    let mut bad = Vec::new();
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        let row = line.strip_suffix(b"\n").unwrap_or(&line);
        let row = row.strip_suffix(b"\r").unwrap_or(row);
        match pair(row) {
            Ok((a, b)) => one(a, b, lexicon, &mut output)?,
            Err((id, problem)) => {
                let mut columns = row.splitn(3, |&byte| byte == b'\t');
                output.write_all(columns.next().unwrap_or_default())?;
                output.write_all(b"\t")?;
                output.write_all(columns.next().unwrap_or_default())?;
                writeln!(output, "\tdifferent\t0.000\terror:{id}")?;
                bad.push(BadLine { line: number, problem });
            }
        }
    }
    output.flush()?;
    Ok(bad)
}

/// The two spellings of a line, or what is wrong with it: an id and a sentence.
fn pair(row: &[u8]) -> Result<(&str, &str), (&'static str, &'static str)> {
    let row = std::str::from_utf8(row).map_err(|_| ("not-utf8", "not UTF-8; save the file as UTF-8"))?;
    let mut columns = row.split('\t');
    match (columns.next(), columns.next()) {
        (Some(a), Some(b)) => Ok((a, b)),
        _ => Err(("no-tab", "no tab; write two spellings with a tab between them")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(input: &[u8]) -> (String, Vec<BadLine>) {
        let mut output = Vec::new();
        let bad = answer(input, &mut output, &Lexicon::shipped()).expect("memory can be written");
        (String::from_utf8_lossy(&output).into_owned(), bad)
    }

    #[test]
    fn a_pair_is_answered_in_five_columns() {
        let (said, bad) = answers("हिन्दी\tहिंदी\r\nराम\tरोहन\tfurther\n".as_bytes());
        assert_eq!(said, "हिन्दी\tहिंदी\tsame\t1.000\tnasal\nराम\tरोहन\tdifferent\t0.000\tveto:letters\n");
        assert_eq!(bad, []);
    }

    #[test]
    fn every_line_is_answered_and_a_bad_one_is_told() {
        let (said, bad) = answers(b"\xe0\xa4\tx\nno pair\n\nA\tA");
        assert_eq!(said.lines().count(), 4);
        assert!(said.ends_with("A\tA\tsame\t1.000\tidentical\n"));
        assert!(said.contains("no pair\t\tdifferent\t0.000\terror:no-tab"));
        assert_eq!(bad.iter().map(|b| b.line).collect::<Vec<_>>(), [1, 2, 3]);
        assert!(bad[1].to_string().starts_with("line 2: no tab"));
    }
}
