//! Runs the targets on stable Rust: seeds, mutated at random, as long as one likes.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash as _, Hasher as _};
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use vartani_fuzz::{TARGETS, Target, compiled};

/// Maximum size of an input in bytes: what is slow is another test's matter.
const MAX_LENGTH: usize = 4096;

/// Timeout of one input, in a build without optimizations too.
const PATIENCE: Duration = Duration::from_secs(10);

const USAGE: &str = "driver [--seconds N] [--random N] [TARGET…]\ndriver --replay TARGET FILE…";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    if let ["--replay", name, files @ ..] = &arguments[..] {
        let Some(target) = target(name) else { return misused() };
        files.iter().for_each(|file| target(&std::fs::read(file).expect("the file can be read")));
        return ExitCode::SUCCESS;
    }
    let (mut seconds, mut random, mut names) = (10, 1, Vec::new());
    let mut rest = arguments.into_iter();
    while let Some(argument) = rest.next() {
        match argument {
            "--seconds" | "--random" => {
                let Some(number) = rest.next().and_then(|number| number.parse().ok()) else {
                    return misused();
                };
                *(if argument == "--seconds" { &mut seconds } else { &mut random }) = number;
            }
            name if target(name).is_some() => names.push(name),
            _ => return misused(),
        }
    }
    if names.is_empty() {
        names.extend(TARGETS.map(|(name, _)| name));
    }
    let mut sound = true;
    for name in names {
        sound &= target(name).is_some_and(|target| run(name, target, Duration::from_secs(seconds), random));
    }
    ExitCode::from(u8::from(!sound))
}

fn misused() -> ExitCode {
    eprintln!("{USAGE}\ntargets: {}", TARGETS.map(|(name, _)| name).join(" "));
    ExitCode::from(2)
}

fn target(name: &str) -> Option<Target> {
    TARGETS.iter().find(|(other, _)| *other == name).map(|(_, target)| *target)
}

/// Runs a target until time is up; false if it broke a promise.
fn run(name: &str, target: Target, time: Duration, random: u64) -> bool {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let seeds = seeds(&folder.join("seeds").join(name), name);
    let mut random = Random(random.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let (start, mut count, mut slowest) = (Instant::now(), 0u64, Duration::ZERO);
    while start.elapsed() < time || count < seeds.len() as u64 {
        let input = match seeds.get(count as usize) {
            Some(seed) => seed.clone(),
            None => random.mutated(&seeds),
        };
        let began = Instant::now();
        let outcome = catch_unwind(|| target(&input));
        let took = began.elapsed();
        slowest = slowest.max(took);
        count += 1;
        if outcome.is_err() || took > PATIENCE {
            let kept = keep(&folder.join("crashes"), name, &input);
            let what = if outcome.is_err() { "broke a promise" } else { "took too long" };
            eprintln!("{name}: input {count} {what} ({took:.1?}); kept as {}", kept.display());
            return false;
        }
    }
    eprintln!("{name}: {count} inputs in {:.0?}, the slowest took {slowest:.1?}", start.elapsed());
    true
}

fn seeds(folder: &Path, name: &str) -> Vec<Vec<u8>> {
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let mut seeds: Vec<Vec<u8>> = paths.iter().filter_map(|path| std::fs::read(path).ok()).collect();
    if name == "cache" {
        seeds.push(compiled());
    }
    assert!(!seeds.is_empty(), "{} has seeds", folder.display());
    seeds
}

/// Writes down an input that broke a promise.
fn keep(folder: &Path, name: &str, input: &[u8]) -> PathBuf {
    let mut hasher = DefaultHasher::new();
    input.hash(&mut hasher);
    let path = folder.join(format!("{name}-{:016x}", hasher.finish()));
    let written = std::fs::create_dir_all(folder).and_then(|()| std::fs::write(&path, input));
    written.expect("the input can be kept");
    path
}

/// Bytes that matter to some reader or other.
const TOKENS: [&str; 32] = [
    "\n",
    "\r\n",
    "\u{c}",
    "\t",
    " ",
    "।",
    "|",
    "“",
    "”",
    "\"",
    "'",
    "<!-- vartani: ignore -->",
    "<",
    ">",
    "[",
    "](",
    "़",
    "्",
    "ा",
    "\u{200d}",
    "😀",
    "\u{feff}",
    "मॉस्को",
    "मास्को",
    "31 अप्रैल 2025",
    "बुधवार",
    "{",
    "}",
    "null",
    "=",
    "Content-Length: 9\r\n\r\n",
    "\u{0}",
];

/// An xorshift: the same inputs for the same number.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end.max(1) as u64) as usize
    }

    /// A seed with some changes.
    fn mutated(&mut self, seeds: &[Vec<u8>]) -> Vec<u8> {
        let mut bytes = seeds[self.below(seeds.len())].clone();
        for _ in 0..=self.below(8) {
            let at = self.below(bytes.len() + 1);
            let end = (at + self.below(24)).min(bytes.len());
            match self.below(7) {
                0 => drop(bytes.drain(at..end)),
                1 => {
                    let token = TOKENS[self.below(TOKENS.len())].bytes();
                    bytes.splice(at..at, token);
                }
                2 => {
                    let part = bytes[at..end].repeat(1 + self.below(40));
                    bytes.splice(at..at, part);
                }
                3 => {
                    let other = &seeds[self.below(seeds.len())];
                    let from = self.below(other.len());
                    let to = (from + self.below(64)).min(other.len());
                    bytes.splice(at..at, other[from..to].iter().copied());
                }
                4 if at < bytes.len() => bytes[at] ^= 1 << self.below(8),
                5 if at < bytes.len() => bytes[at] = self.below(256) as u8,
                _ => {
                    let number = self.below(1 << 34).to_string();
                    bytes.splice(at..at, number.bytes());
                }
            }
            bytes.truncate(MAX_LENGTH);
        }
        bytes
    }
}
