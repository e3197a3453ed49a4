//! `vartani compare`: whether two spellings are one name, for people and for measuring.
//!
//! The answer to a pair is a line of five columns with tabs between them:
//! `A`, `B`, `same` or `different`, the score in [0, 1], the reason. A and B are echoed byte for byte.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::Path;

use rayon::prelude::*;

use super::arguments;
use super::failure::Failure;
use super::outcome::{self, Outcome};
use super::output::complain;
use crate::files::{FileError, STDIN};
use crate::newsroom::{Config, Message, Newsroom};
use crate::reading::spelling::compare;

pub fn run(arguments: &arguments::Compare) -> outcome::Result {
    let newsroom = Newsroom::shipped(Config::default());
    let mut output = BufWriter::new(io::stdout().lock());
    let answered = match (&arguments.pairs, arguments.spellings.as_slice()) {
        (Some(path), _) => answer_file(path, output, &newsroom),
        (None, [a, b]) => one(a, b, &newsroom, &mut output)
            .and_then(|()| output.flush())
            .map(|()| Vec::new())
            .map_err(Failure::Output),
        _ => {
            return Err(Message::new(
                "दो वर्तनियाँ लिखें, या --pairs में जोड़ों की फ़ाइल दें",
                "name two spellings, or a file of pairs with --pairs",
            )
            .into());
        }
    };
    let bad = answered?;
    bad.iter().for_each(|line| complain(&line.message()));
    Ok(if bad.is_empty() { Outcome::Done } else { Outcome::Trouble })
}

fn answer_file(path: &Path, output: impl Write, newsroom: &Newsroom) -> Result<Vec<BadLine>, Failure> {
    let unreadable = |error: io::Error| FileError::reading(path, &error).into();
    let input: Box<dyn BufRead> = match path.as_os_str() == STDIN {
        true => Box::new(BufReader::with_capacity(BUFFER, io::stdin().lock())),
        false => Box::new(BufReader::with_capacity(BUFFER, File::open(path).map_err(unreadable)?)),
    };
    answer(input, output, newsroom, unreadable)
}

/// A line of the input that is no pair.
#[derive(Clone, Debug, PartialEq, Eq)]
struct BadLine {
    /// The line, counted from 1.
    line: usize,
    /// What is wrong with it.
    problem: Problem,
}

/// What is wrong with a line that is no pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Problem {
    NotUtf8,
    NoTab,
}

impl Problem {
    /// What the answer to the line says.
    fn id(self) -> &'static str {
        match self {
            Problem::NotUtf8 => "not-utf8",
            Problem::NoTab => "no-tab",
        }
    }
}

impl BadLine {
    fn message(&self) -> Message {
        let (hi, en) = match self.problem {
            Problem::NotUtf8 => ("UTF-8 में नहीं है; फ़ाइल UTF-8 में सहेजें", "not UTF-8; save the file as UTF-8"),
            Problem::NoTab => (
                "टैब नहीं है; दो वर्तनियाँ टैब से अलग करके लिखें",
                "no tab; write two spellings with a tab between them",
            ),
        };
        Message::new(format!("पंक्ति {}: {hi}", self.line), format!("line {}: {en}", self.line))
    }
}

/// Writes the answer to one pair.
fn one(a: &str, b: &str, newsroom: &Newsroom, mut output: impl Write) -> io::Result<()> {
    let found = compare(a, b, newsroom);
    let verdict = if found.same { "same" } else { "different" };
    let thousandths = (found.score * 1000.0).round() as u32;
    let (whole, rest) = (thousandths / 1000, thousandths % 1000);
    writeln!(output, "{a}\t{b}\t{verdict}\t{whole}.{rest:03}\t{}", found.reason(newsroom))
}

/// Answers every line of `input` with one line of `output`: two columns with a tab between them, more
/// columns are passed over.
///
/// A line that is no pair is answered `different` with the reason `error:…` and returned, so that
/// answers stay beside their questions and nothing goes wrong unseen. `\r\n` ends a line as `\n` does.
/// What has arrived is answered before more is read: a program may ask and wait for the answer.
///
/// # Errors
/// Where `input` cannot be read, as `unreadable` tells it, or `output` cannot be written.
fn answer(
    mut input: impl BufRead,
    mut output: impl Write,
    newsroom: &Newsroom,
    unreadable: impl Fn(io::Error) -> Failure,
) -> Result<Vec<BadLine>, Failure> {
    let mut bad = Vec::new();
    let mut lines_before = 0;
    let mut block = Vec::new();
    loop {
        let arrived = input.fill_buf().map_err(&unreadable)?;
        let ended = arrived.is_empty();
        let whole = match arrived.iter().rposition(|&byte| byte == b'\n') {
            Some(newline) => newline + 1,
            None => arrived.len(),
        };
        block.extend_from_slice(&arrived[..whole]);
        input.consume(whole);
        if !ended && block.last() != Some(&b'\n') {
            continue;
        }
        let lines: Vec<&[u8]> = block.split_inclusive(|&byte| byte == b'\n').collect();
        let answers: Vec<Answers> = lines
            .par_chunks(CHUNK)
            .enumerate()
            .map(|(at, chunk)| Answers::to(chunk, lines_before + at * CHUNK, newsroom))
            .collect();
        for answer in answers {
            output.write_all(&answer.text).map_err(Failure::Output)?;
            bad.extend(answer.bad);
        }
        output.flush().map_err(Failure::Output)?;
        lines_before += lines.len();
        block.clear();
        if ended {
            return Ok(bad);
        }
    }
}

/// How many lines one thread answers at a time.
const CHUNK: usize = 256;

/// So many bytes are read at a time, where so many have arrived.
const BUFFER: usize = 1 << 20;

/// The answers to some lines.
#[derive(Default)]
struct Answers {
    text: Vec<u8>,
    bad: Vec<BadLine>,
}

impl Answers {
    fn to(lines: &[&[u8]], lines_before: usize, newsroom: &Newsroom) -> Answers {
        let mut answers = Answers::default();
        for (at, line) in lines.iter().enumerate() {
            let row = line.strip_suffix(b"\n").unwrap_or(line);
            let row = row.strip_suffix(b"\r").unwrap_or(row);
            match pair(row) {
                Ok((a, b)) => one(a, b, newsroom, &mut answers.text).expect("memory can be written"),
                Err(problem) => {
                    let mut columns = row.splitn(3, |&byte| byte == b'\t');
                    answers.text.extend_from_slice(columns.next().unwrap_or_default());
                    answers.text.push(b'\t');
                    answers.text.extend_from_slice(columns.next().unwrap_or_default());
                    answers.text.extend_from_slice(
                        format!("\tdifferent\t0.000\terror:{}\n", problem.id()).as_bytes(),
                    );
                    let line = lines_before + at + 1;
                    answers.bad.push(BadLine { line, problem });
                }
            }
        }
        answers
    }
}

/// The two spellings of a line, or what is wrong with it.
fn pair(row: &[u8]) -> Result<(&str, &str), Problem> {
    let mut columns = std::str::from_utf8(row).map_err(|_| Problem::NotUtf8)?.split('\t');
    columns.next().zip(columns.next()).ok_or(Problem::NoTab)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(input: &[u8]) -> (String, Vec<BadLine>) {
        let mut output = Vec::new();
        let bad = answer(input, &mut output, &Newsroom::shipped(Config::default()), Failure::Output)
            .expect("memory can be written");
        (String::from_utf8_lossy(&output).into_owned(), bad)
    }

    #[test]
    fn a_pair_is_answered_in_five_columns() {
        let (said, bad) = answers("हिन्दी\tहिंदी\r\nराम\tरोहन\tfurther\n".as_bytes());
        assert_eq!(said, "हिन्दी\tहिंदी\tsame\t1.000\tnasal\nराम\tरोहन\tdifferent\t0.000\tveto:letters\n");
        assert_eq!(bad, []);
    }

    #[test]
    fn answers_come_in_the_order_of_the_questions() {
        let question = |n: usize| format!("{}\tराम", "क".repeat(n % 7 + 1));
        let input: String = (0..3000).map(|n| question(n) + "\n").collect();
        for capacity in [3, 64, 1 << 20] {
            let reader = io::BufReader::with_capacity(capacity, input.as_bytes());
            let mut output = Vec::new();
            answer(reader, &mut output, &Newsroom::shipped(Config::default()), Failure::Output)
                .expect("memory can be written");
            let said = String::from_utf8(output).expect("answers are UTF-8");
            assert_eq!(said.lines().count(), 3000);
            assert!(said.lines().enumerate().all(|(n, line)| line.starts_with(&question(n))));
        }
    }

    #[test]
    fn every_line_is_answered_and_a_bad_one_is_told() {
        let (said, bad) = answers(b"\xe0\xa4\tx\nno pair\n\nA\tA");
        assert_eq!(said.lines().count(), 4);
        assert!(said.ends_with("A\tA\tsame\t1.000\tidentical\n"));
        assert!(said.contains("no pair\t\tdifferent\t0.000\terror:no-tab"));
        assert_eq!(bad.iter().map(|b| b.line).collect::<Vec<_>>(), [1, 2, 3]);
        assert!(bad[1].message().en.starts_with("line 2: no tab"));
    }
}
