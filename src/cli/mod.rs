//! The command line: arguments in, reports and exit codes out.
//!
//! A face of the house: here is I/O, the clock and colour. Exit codes of every command: 0 done, 1
//! findings (`check` and `actors check`), 2 a usage, configuration or I/O error, said in one sentence on stderr.

mod actors;
mod arguments;
mod check;
mod compare;
mod cross_file;
mod explain;
mod init;
mod input_file;
mod inspect;
mod reader_pool;
mod report;
mod rewrite;

use std::process::ExitCode;

use clap::{CommandFactory as _, Parser as _};

use arguments::{Arguments, Command};

/// Runs the command line of this process.
pub fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { 2 } else { 0 });
        }
    };
    let outcome = match arguments.command {
        Command::Check(check) => check::run(&check),
        Command::Inspect(inspect) => inspect::run(&inspect),
        Command::Compare(compare) => compare::run(&compare),
        Command::Explain(explain) => explain::run(&explain),
        Command::Rules(rules) => explain::list(&rules),
        Command::Actors(actors) => actors::run(&actors),
        Command::Init(init) => init::run(&init),
        #[cfg(feature = "server")]
        Command::Lsp(lsp) => {
            return match crate::server::run(lsp.listen, lsp.log_file.as_deref()) {
                Ok(code) => ExitCode::from(code),
                Err(error) => {
                    complain(&format!("the server cannot start: {error}"));
                    ExitCode::from(2)
                }
            };
        }
        Command::Completions { shell } => {
            let mut written = Vec::new();
            clap_complete::generate(shell, &mut Arguments::command(), "vartani", &mut written);
            print(&String::from_utf8_lossy(&written));
            Ok(Outcome::Done)
        }
    };
    match outcome {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Ok(Outcome::Trouble) => ExitCode::from(2),
        Err(sentence) => {
            complain(&sentence);
            ExitCode::from(2)
        }
    }
}

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// All is well.
    Done,
    /// There are findings at or above the severity that fails.
    Findings,
    /// Something could not be read; it has been said already.
    Trouble,
}

/// What a command returns; an error is one sentence for the person who typed it.
type Result = std::result::Result<Outcome, String>;

/// Says what is wrong in the files of newsrooms; whether there was anything to say.
fn complain_of(troubles: &[crate::files::Trouble]) -> bool {
    troubles.iter().for_each(|trouble| complain(&trouble.sentence));
    !troubles.is_empty()
}

/// Says on stderr what went wrong.
fn complain(sentence: &str) {
    eprintln!("vartani: {sentence}");
}

/// Writes to stdout. A reader that has gone away (`| head`) is no error.
fn print(text: &str) {
    use std::io::Write as _;
    if std::io::stdout().lock().write_all(text.as_bytes()).is_err() {
        std::process::exit(0);
    }
}
