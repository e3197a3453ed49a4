//! What checking a folder costs: articles and megabytes a second, and the most memory.
//!
//! Writes articles to a temporary folder, has `vartani check` and, where it is on the `PATH`, `typos` read
//! them, and prints a Markdown table: of several runs the fastest. `cargo bench --bench folder`; the number of
//! articles may follow `--`.

mod news;

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Articles are of about so many bytes …
const BYTES: usize = 6_000;

/// … in so many lines.
const LINES: usize = 5;

const RUNS: usize = 5;

const PEERS: [(&str, &[&str]); 2] =
    [(env!("CARGO_BIN_EXE_vartani"), &["check", "--format", "json"]), ("typos", &["--format", "silent"])];

/// How long a program takes for a folder; `None` if it is not installed.
fn time(program: &str, arguments: &[&str], folder: &Path) -> Option<Duration> {
    let mut command = Command::new(program);
    command.args(arguments).arg(folder).stdout(Stdio::null()).stderr(Stdio::null());
    let begun = Instant::now();
    command.status().ok()?;
    Some(begun.elapsed())
}

fn main() {
    let asked = std::env::args().find_map(|argument| argument.parse().ok());
    let mut articles: usize = asked.unwrap_or(1000);
    let folder = tempfile::tempdir().expect("a temporary folder");
    // One text cut in pieces, so that no two articles are the same
    let text = news::article(articles * BYTES);
    let mut bytes = 0;
    for (number, lines) in text.lines().collect::<Vec<_>>().chunks(LINES).enumerate() {
        let article = lines.join("\n");
        bytes += article.len();
        std::fs::write(folder.path().join(format!("{number}.txt")), article).expect("a file");
        articles = number + 1;
    }
    println!("| program | articles/s | MB/s |");
    println!("| --- | ---: | ---: |");
    for (program, arguments) in PEERS {
        let name = program.rsplit('/').next().unwrap_or(program);
        let best = (0..RUNS).filter_map(|_| time(program, arguments, folder.path())).min();
        let Some(best) = best.map(|best| best.as_secs_f64()) else {
            eprintln!("{name} is not installed");
            continue;
        };
        println!("| {name} | {:.0} | {:.1} |", articles as f64 / best, bytes as f64 / best / 1e6);
    }
    println!("\n{}", news::load());
}
