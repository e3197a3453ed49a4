//! What a newsroom's own gazetteer of a million names costs: to open, to look into, and while articles are checked.
//!
//! Writes a folder with a generated actor file, opens the newsroom twice (the first time compiles it into a cache of
//! its own), and checks the sample articles with and without it. `cargo bench --bench gazetteer`; another number of
//! names may follow `--`.

use std::fmt::Write as _;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use vartani::diagnostics::diagnose;
use vartani::files::{Newsrooms, find};
use vartani::newsroom::{Config, Gazetteer, Newsroom, gazetteer};
use vartani::reading::{DateHints, Reader};
use vartani::text::Format;

/// Set for the run that measures: the folder with the newsroom.
const FOLDER: &str = "VARTANI_BENCH_FOLDER";

fn main() {
    if let Some(folder) = std::env::var_os(FOLDER) {
        return measure(Path::new(&folder));
    }
    let names = std::env::args().filter_map(|argument| argument.parse().ok()).next().unwrap_or(1_000_000);
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("vartani.toml"), "actors = [\"names.toml\"]\n").expect("written");
    fs::write(folder.path().join("names.toml"), actor_file(names)).expect("written");
    println!("{names} names");
    // The cache of whoever runs this is left alone
    let own = std::env::current_exe().expect("this program");
    let ended = Command::new(own).env("XDG_CACHE_HOME", folder.path()).env(FOLDER, folder.path()).status();
    assert!(ended.is_ok_and(|status| status.success()));
}

/// The `n`th of many words that nobody has.
fn word(mut n: usize) -> (String, String) {
    const SOUNDS: [(&str, &str); 16] = [
        ("ढे", "dhe"),
        ("ठू", "thu"),
        ("झो", "jho"),
        ("घी", "ghi"),
        ("फा", "pha"),
        ("भि", "bhi"),
        ("खु", "khu"),
        ("छै", "chhai"),
        ("थौ", "thau"),
        ("णा", "na"),
        ("षि", "shi"),
        ("टे", "te"),
        ("डु", "du"),
        ("ञो", "nyo"),
        ("धा", "dha"),
        ("ङी", "ngi"),
    ];
    let (mut hindi, mut latin) = (String::new(), String::new());
    for _ in 0..4 {
        let (one, other) = SOUNDS[n % SOUNDS.len()];
        hindi += one;
        latin += other;
        n /= SOUNDS.len();
    }
    (hindi, latin)
}

fn actor_file(names: usize) -> String {
    let mut out = String::from("source = \"generated\"\nas_of = \"2025-06-30\"\n");
    for n in 0..names {
        let ((first, first_latin), (last, last_latin)) = (word(n), word(n.wrapping_mul(40_503) + n / 65_536));
        let _ = write!(
            out,
            "\n[p{n}]\nkind = \"person\"\nname = \"{first} {last}\"\nlatin = \"{first_latin} {last_latin}\"\nhi = \"गढ़ा हुआ नाम\"\n"
        );
    }
    out
}

fn measure(folder: &Path) {
    let open = || {
        let start = Instant::now();
        let mut newsrooms = Newsrooms::new(None);
        let newsroom = newsrooms.of(&folder.join("a.txt")).expect("a newsroom");
        assert!(newsrooms.troubles().is_empty());
        (newsroom, start.elapsed())
    };
    let (_, compiled) = open();
    println!("compile, once                {compiled:>12.1?}");
    let mut times: Vec<Duration> = (0..9).map(|_| open().1).collect();
    times.sort();
    println!("open, median of {}            {:>12.1?}", times.len(), times[times.len() / 2]);
    println!("of that, from the bytes      {:>12.1?}", opening(folder));
    let own = open().0;

    let keys: Vec<String> = (0..100_000).map(|n| gazetteer::key(&word(n * 7).0)).collect();
    let start = Instant::now();
    for key in &keys {
        black_box(own.walk(&own.start(), key));
    }
    println!("look up one word             {:>12.1?}", start.elapsed() / keys.len() as u32);

    let paths = find(&["tests/articles".into()], ".txt, .md, .html", |_| false, |_, _| false).paths;
    let articles: Vec<String> =
        paths.iter().map(|path| fs::read_to_string(path).expect("an article")).collect();
    let shipped = Arc::new(Newsroom::shipped(Config::default()));
    // In turns, so that whatever else the machine does falls on both; the least of many is what the work takes
    let both = || (check(&shipped, &articles), check(&own, &articles));
    let (without, with) =
        (0..101).map(|_| both()).reduce(|a, b| (a.0.min(b.0), a.1.min(b.1))).expect("many rounds");
    let more = 100.0 * (with.as_secs_f64() / without.as_secs_f64() - 1.0);
    println!("check, without               {without:>12.1?}");
    println!("check, with                  {with:>12.1?} ({more:+.1} %)");
}

/// The time to open a compiled gazetteer whose bytes are in memory and are what their digest says: the least of many.
fn opening(folder: &Path) -> Duration {
    let mut kept =
        fs::read_dir(folder.join("vartani")).expect("the cache").map(|entry| entry.expect("a file"));
    let mut bytes = fs::read(kept.next().expect("a compiled file").path()).expect("readable");
    bytes.truncate(bytes.len() - blake3::OUT_LEN);
    let bytes: Arc<Vec<u8>> = Arc::new(bytes);
    let open = || {
        let start = Instant::now();
        black_box(Gazetteer::opened(bytes.clone()).expect("a gazetteer"));
        start.elapsed()
    };
    (0..21).map(|_| open()).min().expect("many times")
}

/// The time to check all articles by a reader that has not met their words.
fn check(newsroom: &Arc<Newsroom>, articles: &[String]) -> Duration {
    let start = Instant::now();
    let mut reader = Reader::new(newsroom.clone());
    for article in articles {
        black_box(diagnose(article, Format::Plain, &mut reader, DateHints::default()));
    }
    start.elapsed()
}
