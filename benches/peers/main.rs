//! How fast vartani is, beside others in the same run: one table, and the same in JSON.
//!
//! Measured on real news where it is there, else on generated news that is like it, and the table says which. Peers are `typos`,
//! `typos-lsp`, `hunspell` with its Hindi dictionary, `textlint` with `textlint-rule-prh`, `wc -m` and a server that does
//! nothing; what is not on the `PATH` is left out. Needs Linux and bash.
//!
//! `cargo bench --bench peers`, and behind `--`: a folder of text files to measure with, `quick` for a minute of it, `curves` to draw
//! docs/images/growth.svg instead, `update` to write the table into docs/performance.md, `--vartani PROGRAM` for another build.

mod corpus;
mod curves;
mod keystrokes;
mod picture;
mod programs;
mod table;

use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::json;

use corpus::Corpus;
use keystrokes::{Effort, Typing, type_into};
use programs::{Cost, Program, installed};
use table::Column::{Hunspell, Limit, Textlint, Typos, Vartani};
use table::Goal::{AtLeast, AtMost, Times};
use table::{Column, Goal, Row};

/// As an argument: be the server that does nothing.
const IDLE: &str = "--be-an-idle-server";

/// What is asked of the bench.
struct Asked {
    folder: Option<PathBuf>,
    vartani: PathBuf,
    quick: bool,
    curves: bool,
    update: bool,
}

fn asked() -> Asked {
    let vartani = PathBuf::from(env!("CARGO_BIN_EXE_vartani"));
    let mut asked = Asked { folder: None, vartani, quick: false, curves: false, update: false };
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--vartani" => asked.vartani = PathBuf::from(arguments.next().expect("a program")),
            "--bench" => {}
            "quick" => asked.quick = true,
            "curves" => asked.curves = true,
            "update" => asked.update = true,
            folder => asked.folder = Some(PathBuf::from(folder)),
        }
    }
    asked
}

fn main() {
    if std::env::args().any(|argument| argument == IDLE) {
        return keystrokes::idle();
    }
    // `cargo test --benches` only wants to know that it runs
    if std::env::args().any(|argument| argument == "--test") {
        return;
    }
    let asked = asked();
    let corpus = Corpus::open(asked.folder.as_deref());
    let (date, before) = (today(), load());
    let mut report = json!({"date": date, "machine": machine(), "corpus": corpus.what});
    let (name, mut text) = if asked.curves {
        let charts = curves::measure(&asked.vartani, &corpus, asked.quick);
        report["curves"] = curves::json(&charts);
        ("curves", curves::markdown(&charts))
    } else {
        let rows = Bench { corpus: &corpus, vartani: &asked.vartani, quick: asked.quick }.rows();
        report["rows"] = table::json(&rows);
        let brackets = "In brackets: how many times that figure vartani's is.";
        ("peers", format!("{}\n{brackets} Of knowledge, in KB: {}.\n", table::markdown(&rows), knowledge()))
    };
    report["load average, before and after"] = json!([before, load()]);
    let machine = machine();
    text += &format!(
        "Measured on {date} on {machine} (load average {before} before, {} after), on {}.\n",
        load(),
        corpus.what
    );
    print!("{text}");
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.json"));
    std::fs::write(&file, format!("{report:#}\n")).expect("a file");
    println!("\nThe same in {}", file.display());
    if asked.update && !asked.curves {
        update(&text);
    }
}

/// Writes the table into docs/performance.md in place of the one before.
fn update(text: &str) {
    const BEGIN: &str = "<!-- what `cargo bench --bench peers -- update` wrote -->\n";
    const END: &str = "<!-- until here -->";
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/performance.md");
    let page = std::fs::read_to_string(&file).expect("a page");
    let (head, rest) = page.split_once(BEGIN).expect("the page has a place for the table");
    let (_, tail) = rest.split_once(END).expect("the table has an end");
    std::fs::write(&file, format!("{head}{BEGIN}\n{text}\n{END}{tail}")).expect("a page");
}

/// What measures the lines of the table.
struct Bench<'a> {
    corpus: &'a Corpus,
    vartani: &'a Path,
    quick: bool,
}

impl Bench<'_> {
    fn rows(&self) -> Vec<Row> {
        let scratch = tempfile::tempdir().expect("a temporary folder");
        let mut rows = self.folder(scratch.path());
        rows.extend(self.many_articles(scratch.path()));
        rows.extend(self.one_article(scratch.path()));
        rows.extend(self.keystrokes());
        rows.push(self.size());
        rows
    }

    /// `vartani check` of a path.
    fn check(&self, options: &[&str], path: &Path) -> Program {
        Program::new(self.vartani, &[&["check", "--format", "json"], options].concat()).of(path)
    }

    /// What a folder costs on one thread.
    fn folder(&self, scratch: &Path) -> Vec<Row> {
        let folder = scratch.join("folder");
        std::fs::create_dir(&folder).expect("a folder");
        let written = self.corpus.write(&folder, None);
        let megabytes = written.bytes as f64 / 1e6;
        let runs = if self.quick { 1 } else { 3 };
        let of_files =
            |program: Program| written.files.iter().fold(program, |program, file| program.of(file));
        let programs = [
            (Vartani, Some(self.check(&[], &written.path)), 5),
            (Typos, Some(typos(&written.path, 1)), 10),
            (Hunspell, Some(of_files(hunspell())), 1),
            (Textlint, textlint(scratch, &written.path), 1),
            (Limit, Some(of_files(wc())), 20),
        ];
        let mut time =
            Row::new("a folder, one thread: ms of the processor", &[Times(1.0, Typos), Times(4.0, Limit)]);
        let mut speed = Row::new("the same: MB/s", &[]);
        let mut peak = Row::new("the same: peak MB of memory", &[AtMost(40.0)]);
        for (column, program, passes) in programs {
            let Some(program) = program else { continue };
            let cost = program.cost(if passes > 1 { runs } else { 1 }, passes);
            time = time.with(column, cost.map(|cost| cost.processor * 1e3));
            speed = speed.with(column, cost.map(|cost| megabytes / cost.processor));
            peak = peak.with(column, cost.and_then(|_| program.peak()));
        }
        vec![time, speed, peak]
    }

    /// What more threads and other articles cost, over many articles.
    fn many_articles(&self, scratch: &Path) -> Vec<Row> {
        let folder = scratch.join("many");
        std::fs::create_dir(&folder).expect("a folder");
        let count = if self.quick { 1_000 } else { 10_000 };
        let written = self.corpus.write(&folder, Some(count));
        let megabytes = written.bytes as f64 / 1e6;
        let runs = if self.quick { 1 } else { 3 };
        let both = |program: &dyn Fn(usize) -> Program| (program(1).cost(runs, 1), program(2).cost(runs, 1));
        let (one, two) = both(&|threads| self.check(&[], &written.path).threads(threads));
        let (typos_one, typos_two) = both(&|threads| typos(&written.path, threads));
        let across = self.check(&["--across"], &written.path).cost(runs, 1);
        let ratio = |a: Option<Cost>, b: Option<Cost>, of: fn(Cost) -> f64| Some(of(a?) / of(b?));
        vec![
            Row::new(format!("{count} articles ({megabytes:.0} MB), one thread: ms of the processor"), &[])
                .with(Vartani, one.map(|cost| cost.processor * 1e3))
                .with(Typos, typos_one.map(|cost| cost.processor * 1e3)),
            Row::new("the same on two threads: times as fast", &[AtLeast(1.9)])
                .with(Vartani, ratio(one, two, |cost| cost.wall))
                .with(Typos, ratio(typos_one, typos_two, |cost| cost.wall)),
            Row::new("the same with --across: times the time of the processor", &[AtMost(1.3)])
                .with(Vartani, ratio(across, one, |cost| cost.processor)),
            Row::new("the same with --across: peak MB of memory", &[])
                .with(Vartani, self.check(&["--across"], &written.path).peak()),
        ]
    }

    /// A short article from start to end, a long one in memory.
    fn one_article(&self, scratch: &Path) -> Vec<Row> {
        const SHORT: usize = 5_000;
        const LONG: usize = 10_000_000;
        let (short, long) = (scratch.join("short.txt"), scratch.join("long.txt"));
        std::fs::write(&short, self.corpus.text(SHORT)).expect("a file");
        std::fs::write(&long, self.corpus.text(LONG)).expect("a file");
        let runs = if self.quick { 11 } else { 51 };
        let millis = |program: &Program, runs| program.start_to_end(runs).map(|seconds| seconds * 1e3);
        let start = Row::new("an article of 5 KB, from start to end: ms", &[AtMost(4.0)])
            .with(Vartani, millis(&self.check(&[], &short), runs))
            .with(Typos, millis(&typos(&short, 1), runs))
            .with(Hunspell, millis(&hunspell().of(&short), runs / 5))
            .with(Textlint, textlint(scratch, &short).and_then(|textlint| millis(&textlint, 1)))
            .with(Limit, millis(&wc().of(&short), runs));
        let peak = Row::new("an article of 10 MB: peak MB of memory", &[AtMost(6.0 * LONG as f64 / 1e6)])
            .with(Vartani, self.check(&[], &long).peak())
            .with(Typos, typos(&long, 1).peak())
            .with(Limit, wc().of(&long).peak());
        vec![start, peak]
    }

    /// Typing into articles of some sizes.
    fn keystrokes(&self) -> Vec<Row> {
        const SIZES: [usize; 4] = [6, 60, 600, 6_000];
        let sizes = if self.quick { &SIZES[..3] } else { &SIZES };
        let most = Duration::from_secs(if self.quick { 2 } else { 20 });
        let servers = servers(self.vartani);
        let mut rows = Vec::new();
        for &size in sizes {
            let text = self.corpus.text(size * 1_000);
            let effort = Effort { keystrokes: 400, most };
            let typed: Vec<(Column, Option<Typing>)> = servers
                .iter()
                .map(|(column, server)| (*column, type_into(server, &text, &[], effort)))
                .collect();
            let row = |what: &str, goals: &[Goal], of: fn(Typing) -> f64| {
                let row = Row::new(format!("typing in {size} KB: {what}"), goals);
                typed.iter().fold(row, |row, (column, typing)| row.with(*column, typing.map(of)))
            };
            let [first, p99, peak] = goals_of(size);
            rows.push(row("ms to the first diagnostics", &first, |typing| typing.first));
            rows.push(row("ms of a keystroke, p50", &[], |typing| typing.p50));
            rows.push(row("ms of a keystroke, p99", &p99, |typing| typing.p99));
            rows.push(row("peak MB of memory", &peak, |typing| typing.peak));
        }
        if let (Some(small), Some(large)) = (rows.get(6), rows.get(14)) {
            let times = |column| Some(large.of(column)? / small.of(column)?);
            let row = Row::new("p99 in 6,000 KB, in times that in 60 KB", &[AtMost(8.0)]);
            let row =
                [Vartani, Typos, Limit].into_iter().fold(row, |row, column| row.with(column, times(column)));
            rows.push(row);
        }
        rows
    }

    /// The programs themselves.
    fn size(&self) -> Row {
        let megabytes = |program: &Path| Some(installed(program)?.metadata().ok()?.len() as f64 / 1e6);
        Row::new("the program: MB", &[AtMost(12.0)])
            .with(Vartani, megabytes(self.vartani))
            .with(Typos, megabytes(Path::new("typos")))
            .with(Hunspell, megabytes(Path::new("hunspell")))
    }
}

/// Goals for typing into an article of so many KB: the first diagnostics, a keystroke, memory.
fn goals_of(size: usize) -> [Vec<Goal>; 3] {
    match size {
        6 => [vec![], vec![AtMost(0.6), Times(1.5, Typos)], vec![]],
        60 => [vec![AtMost(8.0)], vec![AtMost(0.8)], vec![]],
        600 => [vec![], vec![AtMost(2.0)], vec![AtMost(30.0)]],
        _ => [vec![AtMost(400.0)], vec![AtMost(8.0)], vec![AtMost(72.0)]],
    }
}

/// The servers that are typed into.
fn servers(vartani: &Path) -> [(Column, Program); 3] {
    let own = std::env::current_exe().expect("this program");
    [
        (Vartani, Program::new(vartani, &["lsp"])),
        (Typos, Program::new("typos-lsp", &[])),
        (Limit, Program::new(own, &[IDLE])),
    ]
}

/// `typos` of a path.
fn typos(path: &Path, threads: usize) -> Program {
    Program::new("typos", &["--format", "silent", "--threads", &threads.to_string()]).of(path)
}

fn hunspell() -> Program {
    Program::new("hunspell", &["-d", "hi_IN", "-l"])
}

fn wc() -> Program {
    Program::new("wc", &["-m"])
}

/// `textlint` of a path, with some spellings of ours.
fn textlint(scratch: &Path, path: &Path) -> Option<Program> {
    const SPELLINGS: usize = 40;
    let program = installed(Path::new("textlint"))?.canonicalize().ok()?;
    let modules = program.ancestors().find(|folder| folder.ends_with("node_modules"))?;
    let rows = include_str!("../../data/lexicon/misspellings.tsv").lines();
    let mut rules = "version: 1\nrules:\n".to_owned();
    for row in rows.filter(|row| row.contains("\texact\t")).take(SPELLINGS) {
        let mut words = row.split('\t').skip(2);
        let (wrong, right) = (words.next()?, words.next()?);
        rules += &format!("  - expected: {right}\n    patterns: [{wrong}]\n");
    }
    let (prh, config) = (scratch.join("prh.yml"), scratch.join(".textlintrc.json"));
    std::fs::write(&prh, rules).ok()?;
    std::fs::write(&config, json!({"rules": {"prh": {"rulePaths": [prh]}}}).to_string()).ok()?;
    let textlint = Program::new(&program, &["--rules-base-directory"]).of(modules).of("-c").of(config);
    Some(textlint.of("-f").of("json").of(path))
}

/// What each part of the knowledge weighs that is compiled into the program, the heaviest first.
fn knowledge() -> String {
    let entries = std::fs::read_dir(env!("OUT_DIR")).into_iter().flatten().flatten();
    let mut parts: Vec<(u64, String)> = entries
        .filter_map(|entry| {
            Some((entry.metadata().ok()?.len() / 1_000, entry.file_name().into_string().ok()?))
        })
        .filter(|(kilobytes, name)| *kilobytes > 0 && (name.ends_with(".bin") || name.ends_with(".fst")))
        .collect();
    parts.sort_by(|a, b| b.cmp(a));
    parts.iter().map(|(kilobytes, name)| format!("{name} {kilobytes}")).collect::<Vec<_>>().join(", ")
}

fn today() -> String {
    jiff::Timestamp::now().strftime("%Y-%m-%d %H:%M UTC").to_string()
}

fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let known = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = known
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(": ").map(|(_, name)| name));
    format!("{cores} cores, {}", model.unwrap_or("processor unknown"))
}

/// How many programs were at work in the last minute.
fn load() -> f64 {
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    load.split(' ').next().and_then(|load| load.parse().ok()).unwrap_or(f64::NAN)
}
