//! What running a program costs.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// A program with its arguments.
#[derive(Clone)]
pub struct Program {
    pub path: PathBuf,
    pub arguments: Vec<OsString>,
    /// On how many threads it may work.
    pub threads: usize,
}

/// Seconds that runs took.
#[derive(Clone, Copy)]
pub struct Cost {
    /// By the clock.
    pub wall: f64,
    /// Of the processor.
    pub processor: f64,
}

impl Program {
    pub fn new(path: impl Into<PathBuf>, arguments: &[&str]) -> Program {
        let arguments = arguments.iter().map(Into::into).collect();
        Program { path: path.into(), arguments, threads: 1 }
    }

    /// The same with a file or a folder behind the other arguments.
    pub fn of(mut self, path: impl Into<OsString>) -> Program {
        self.arguments.push(path.into());
        self
    }

    pub fn threads(mut self, threads: usize) -> Program {
        self.threads = threads;
        self
    }

    /// What one pass costs: the least of some runs, of as many passes each. `None` if the program is not installed.
    pub fn cost(&self, runs: usize, passes: usize) -> Option<Cost> {
        // The shell has a clock of milliseconds for its children; /proc has hundredths of seconds
        const PASSES: &str = r#"TIMEFORMAT='%3R %3U %3S'; passes=$1; shift
            time for ((i = 0; i < passes; i++)); do "$@" >/dev/null 2>&1 </dev/null; done"#;
        installed(&self.path)?;
        let run = || {
            let mut shell = self.set(Command::new("bash"));
            shell.args(["-c", PASSES, "bash"]).arg(passes.to_string()).arg(&self.path).args(&self.arguments);
            let said = shell.output().expect("bash runs").stderr;
            let said = String::from_utf8_lossy(&said);
            let times: Vec<f64> = said.split_whitespace().filter_map(|word| word.parse().ok()).collect();
            let &[wall, user, system] = &*times else { panic!("bash tells times, not {said:?}") };
            Cost { wall: wall / passes as f64, processor: (user + system) / passes as f64 }
        };
        (0..runs).map(|_| run()).reduce(|best, cost| Cost {
            wall: best.wall.min(cost.wall),
            processor: best.processor.min(cost.processor),
        })
    }

    /// Seconds by the clock from its start to its end: the median of some runs.
    pub fn start_to_end(&self, runs: usize) -> Option<f64> {
        installed(&self.path)?;
        let run = |_| {
            let begun = Instant::now();
            self.quiet().status().expect("it runs");
            begun.elapsed()
        };
        let mut times: Vec<Duration> = (0..runs).map(run).collect();
        times.sort();
        Some(times[runs / 2].as_secs_f64())
    }

    /// The most memory it held, in MB. What a run asks for in its very last moment may be missed.
    pub fn peak(&self) -> Option<f64> {
        installed(&self.path)?;
        let mut child = self.quiet().spawn().expect("it runs");
        let mut peak = 0.0_f64;
        while child.try_wait().expect("it can be waited for").is_none() {
            peak = peak.max(held(child.id()).unwrap_or(0.0));
            std::thread::sleep(Duration::from_millis(1));
        }
        Some(peak)
    }

    fn quiet(&self) -> Command {
        let mut command = self.set(Command::new(&self.path));
        command.args(&self.arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    /// In an encoding in which characters are counted, and on so many threads.
    fn set(&self, mut command: Command) -> Command {
        command.env("RAYON_NUM_THREADS", self.threads.to_string()).env("LC_ALL", "C.UTF-8");
        command
    }
}

/// The most memory that a process ever held, in MB (Linux).
pub fn held(process: u32) -> Option<f64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().trim_end_matches(" kB").parse::<f64>().ok()? * 1024.0 / 1e6)
}

/// Where a program is, by its path or on the `PATH`.
pub fn installed(program: &Path) -> Option<PathBuf> {
    if program.components().count() > 1 {
        return program.exists().then(|| program.to_owned());
    }
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}
