//! The command line: arguments in, reports and exit codes out.
//!
//! A face of the house: here is I/O, the clock and colour. Exit codes of every command: 0 done, 1
//! findings (`check` and `actors check`), 2 a usage, configuration or I/O error, said in one sentence on stderr.

mod actors;
mod arguments;
mod baseline;
mod changed_lines;
mod check;
mod check_export;
mod check_filter;
mod compare;
mod cross_file;
mod explain;
mod failure;
mod init;
mod input_file;
mod inspect;
mod options;
mod outcome;
mod output;
mod report;
mod rewrite;
mod rule_names;

use std::ffi::OsString;
use std::io::IsTerminal as _;
use std::process::ExitCode;

use clap::{CommandFactory as _, Parser as _};

use crate::text::printable;
use arguments::{Arguments, Command};
use outcome::Outcome;
use output::{complain, complain_as, print};

/// Runs the command line of this process.
pub fn run() -> ExitCode {
    run_with(std::env::args_os())
}

/// Runs a command line, of which the first word is the name of the program.
pub fn run_with(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => return ExitCode::from(tell(&error)),
    };
    output::speak(arguments.locale());
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
                    complain_as(&format!("the server cannot start: {error}"));
                    ExitCode::from(2)
                }
            };
        }
        Command::Completions { shell } => {
            let mut written = Vec::new();
            clap_complete::generate(shell, &mut Arguments::command(), "vartani", &mut written);
            print(&String::from_utf8_lossy(&written)).map(|()| Outcome::Done)
        }
    };
    match outcome {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Ok(Outcome::Trouble) => ExitCode::from(2),
        Err(failure) => match failure.message() {
            Some(message) => {
                complain(&message);
                ExitCode::from(2)
            }
            None => ExitCode::SUCCESS,
        },
    }
}

/// Says what is wrong with the arguments, or what was asked about the program, and returns the exit code.
fn tell(error: &clap::Error) -> u8 {
    let colour = |text: &clap::builder::StyledStr| match std::io::stdout().is_terminal() {
        true => text.ansi().to_string(),
        false => text.to_string(),
    };
    if !error.use_stderr() {
        return match print(&colour(&error.render())).map_err(|failure| failure.message()) {
            Err(Some(message)) => {
                complain(&message);
                2
            }
            _ => 0,
        };
    }
    // What it repeats of the arguments must not reach the terminal as it is
    let safe = std::env::args_os().map(|argument| printable(&argument.to_string_lossy()).into_owned());
    let _ = Arguments::try_parse_from(safe).err().as_ref().unwrap_or(error).print();
    2
}
