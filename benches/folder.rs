//! What checking a folder costs, beside peers: time of the processor, and megabytes a second of it.
//!
//! `vartani check`, and what of `typos`, `hunspell` with its Hindi dictionary and `wc -m` is on the `PATH`, read the articles
//! of a temporary folder; of several runs the one that took least counts. The text is generated, unless a folder of text
//! files is named, whose words are as varied as real news is. Prints a Markdown table and, for programs, the same as a line
//! of JSON. `cargo bench --bench folder`; a number of articles, a folder, or `--vartani PROGRAM` may follow `--`.

mod news;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Articles are of about so many bytes …
const BYTES: usize = 6_000;

/// … in so many lines.
const LINES: usize = 5;

const RUNS: usize = 5;

/// Programs with their arguments; `{}` is the folder, `*` its files.
const PEERS: [(&str, &[&str]); 4] = [
    ("vartani", &["check", "--format", "json", "{}"]),
    ("typos", &["--format", "silent", "--threads", "1", "{}"]),
    ("hunspell", &["-d", "hi_IN", "-l", "*"]),
    ("wc", &["-m", "*"]),
];

/// What is asked of the bench.
struct Asked {
    articles: usize,
    folder: Option<PathBuf>,
    vartani: PathBuf,
}

fn asked() -> Asked {
    let mut asked =
        Asked { articles: 1000, folder: None, vartani: PathBuf::from(env!("CARGO_BIN_EXE_vartani")) };
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--vartani" => asked.vartani = PathBuf::from(arguments.next().expect("a program")),
            number if number.parse::<usize>().is_ok() => asked.articles = number.parse().expect("a number"),
            folder if Path::new(folder).is_dir() => asked.folder = Some(PathBuf::from(folder)),
            _ => {}
        }
    }
    asked
}

/// What a run takes: time of the processor where the system tells it (Linux), else that of the clock. `None` if the program
/// is not installed.
fn cost(program: &Path, arguments: &[&str], folder: &Path, files: &[PathBuf]) -> Option<Duration> {
    let mut command = Command::new(program);
    for argument in arguments {
        match *argument {
            "{}" => drop(command.arg(folder)),
            "*" => drop(command.args(files)),
            argument => drop(command.arg(argument)),
        }
    }
    // On one processor, as the peers are, and in an encoding in which characters are counted
    command.env("RAYON_NUM_THREADS", "1").env("LC_ALL", "C.UTF-8");
    command.stdout(Stdio::null()).stderr(Stdio::null()).stdin(Stdio::null());
    let (begun, before) = (Instant::now(), of_children());
    command.status().ok()?;
    Some(match (before, of_children()) {
        (Some(before), Some(after)) => after - before,
        _ => begun.elapsed(),
    })
}

/// The time of the processor that the programs took that have ended.
fn of_children() -> Option<Duration> {
    const TICKS_A_SECOND: f64 = 100.0;
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    // Behind the name, which may have spaces, the 14th and 15th value
    let mut values = stat.rsplit_once(')')?.1.split_whitespace().skip(13);
    let mut ticks = || values.next()?.parse::<f64>().ok();
    Some(Duration::from_secs_f64((ticks()? + ticks()?) / TICKS_A_SECOND))
}

/// Writes generated articles.
fn write_news(folder: &Path, articles: usize) {
    // One text cut in pieces, so that no two articles are the same
    let text = news::article(articles * BYTES);
    for (number, lines) in text.lines().collect::<Vec<_>>().chunks(LINES).enumerate() {
        std::fs::write(folder.join(format!("{number}.txt")), lines.join("\n")).expect("a file");
    }
}

fn main() {
    let asked = asked();
    let temporary = tempfile::tempdir().expect("a temporary folder");
    let folder = asked.folder.as_deref().unwrap_or_else(|| {
        write_news(temporary.path(), asked.articles);
        temporary.path()
    });
    let entries = std::fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path());
    let files: Vec<PathBuf> =
        entries.filter(|path| path.extension().is_some_and(|end| end == "txt")).collect();
    let bytes: u64 = files.iter().filter_map(|file| Some(file.metadata().ok()?.len())).sum();
    println!("{} articles, {:.1} MB\n", files.len(), bytes as f64 / 1e6);
    println!("| program | ms of the processor | MB/s | against vartani |");
    println!("| --- | ---: | ---: | ---: |");
    let (mut of_vartani, mut json) = (None, Vec::new());
    for (name, arguments) in PEERS {
        let program = if name == "vartani" { &*asked.vartani } else { Path::new(name) };
        let best = (0..RUNS).filter_map(|_| cost(program, arguments, folder, &files)).min();
        let Some(best) = best.map(|best| best.as_secs_f64().max(1e-3)) else {
            eprintln!("{name} is not installed");
            continue;
        };
        let first = *of_vartani.get_or_insert(best);
        let rate = bytes as f64 / best / 1e6;
        println!("| {name} | {:.0} | {rate:.1} | {:.2}× |", best * 1e3, best / first);
        json.push(format!(r#""{name}":{{"seconds":{best:.3},"megabytes_a_second":{rate:.1}}}"#));
    }
    println!("\n{}\n\n{{{}}}", news::load(), json.join(","));
}
