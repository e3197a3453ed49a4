//! What spellings cost: pairs answered in a second, and the curve of an article's clustering from ten
//! thousand words to a million. `cargo bench --bench spelling`; sizes in words may follow `--`.
//!
//! The articles are made up: every tenth word is of a vocabulary that grows with the article, half of those
//! unknown names in several spellings, so that candidates grow as they do in a newspaper's archive.

use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use vartani::newsroom::{Config, Newsroom};
use vartani::reading::{DateHints, Reader};
use vartani::text::{Article, Format};

const SIZES: [usize; 3] = [10_000, 100_000, 1_000_000];
const PAIRS: usize = 1_000_000;
const SENTENCE: [&str; 12] = ["ने", "बैठक", "में", "कहा", "कि", "सरकार", "इस", "मामले", "की", "जांच", "करेगी", "और"];

fn main() {
    if std::env::args().any(|argument| argument == "--test") {
        return;
    }
    let given: Vec<usize> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    let sizes = if given.is_empty() { SIZES.to_vec() } else { given };
    println!("{:>10} {:>10} {:>12} {:>8}", "words", "time", "words/s", "names");
    for words in sizes {
        let text = article(words);
        let (time, names) = fastest(|| cluster(&text));
        println!(
            "{words:>10} {:>8.1}ms {:>12.0} {names:>8}",
            millis(time),
            words as f64 / time.as_secs_f64()
        );
    }
    let pairs = pairs();
    let (time, answers) = fastest(|| ask(&pairs));
    assert_eq!(answers, PAIRS);
    println!("\ncompare --pairs: {:.0} pairs a second", PAIRS as f64 / time.as_secs_f64());
}

/// Reads an article, and counts the names that it spells in more than one way.
fn cluster(text: &str) -> usize {
    let mut reader = Reader::new(Arc::new(Newsroom::shipped(Config::default())));
    let article = Article::parse(text, Format::Plain);
    reader.read(&article, text, DateHints::default()).variants.len()
}

/// Asks `vartani compare --pairs -`, and counts the answers.
fn ask(pairs: &str) -> usize {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vartani"));
    command.args(["compare", "--pairs", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().expect("vartani starts");
    let mut input = child.stdin.take().expect("it is piped");
    std::thread::scope(|scope| {
        scope.spawn(move || input.write_all(pairs.as_bytes()).expect("vartani reads"));
        let output = child.wait_with_output().expect("vartani ends");
        output.stdout.iter().filter(|&&byte| byte == b'\n').count()
    })
}

/// The best of three, with what it returned.
fn fastest(run: impl Fn() -> usize) -> (Duration, usize) {
    let timed = |_| {
        let start = Instant::now();
        let result = run();
        (start.elapsed(), result)
    };
    (0..3).map(timed).min().expect("three runs")
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// Running text of so many words, in paragraphs of sixty.
fn article(words: usize) -> String {
    let mut text = String::with_capacity(words * 16);
    let mut random = Random(7);
    for at in 0..words {
        if at % 10 == 0 {
            text += &name(&mut random, words / 40);
        } else {
            text += SENTENCE[at % SENTENCE.len()];
        }
        text += if at % 60 == 59 { "।\n" } else { " " };
    }
    text
}

/// One of so many names, in one of its spellings.
fn name(random: &mut Random, many: usize) -> String {
    const CONSONANTS: [&str; 12] = ["क", "ग", "ट", "ड", "न", "प", "ब", "म", "र", "ल", "व", "स"];
    const VOWELS: [[&str; 2]; 5] = [["ा", "ा"], ["ि", "ी"], ["ु", "ू"], ["े", "ै"], ["ो", "ौ"]];
    let mut number = random.below(many);
    let respelt = random.below(4) == 0;
    let mut name = String::new();
    for syllable in 0..4 {
        name += CONSONANTS[number % CONSONANTS.len()];
        number /= CONSONANTS.len();
        name += VOWELS[(number + syllable) % VOWELS.len()][usize::from(respelt && syllable == 1)];
    }
    name
}

/// Pairs of the words of an article, each with one of a few that are near it in the alphabet.
fn pairs() -> String {
    let text = article(100_000);
    let mut words: Vec<&str> = text.split([' ', '\n', '।']).filter(|word| !word.is_empty()).collect();
    words.sort_unstable();
    words.dedup();
    let pair = |at: usize| {
        let (one, other) = (words[at % words.len()], words[(at + 1 + at / words.len() % 8) % words.len()]);
        format!("{one}\t{other}\n")
    };
    (0..PAIRS).map(pair).collect()
}

/// The same numbers every time (xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end.max(1) as u64) as usize
    }
}
