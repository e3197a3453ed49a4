//! The command line: arguments in, reports and exit codes out.
//!
//! A face of the house: here is I/O, the clock and colour. Exit codes of every command: 0 done, 1
//! findings (`check`, `try`, `packs test` and `actors check`), 2 a usage, configuration or I/O error, said in one sentence on stderr.

mod actors;
mod arguments;
mod baseline;
mod changed_lines;
mod check;
mod check_article;
mod check_export;
mod check_filter;
mod compare;
mod cross_file;
mod explain;
mod failure;
mod help;
mod init;
mod input_file;
mod inspect;
mod ledger;
mod man;
mod options;
mod outcome;
mod output;
mod packs;
mod progress;
mod report;
mod rewrite;
mod rule_names;
#[cfg(feature = "serve")]
mod serve;
mod survey;
mod telling;
mod threads;
mod trial;

use std::ffi::OsString;
use std::io::{IsTerminal as _, Write as _};
use std::process::ExitCode;

use clap::FromArgMatches as _;

use crate::newsroom::{Locale, Message};
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
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    output::speak(help::locale_of(&arguments));
    let arguments = match parse(&arguments) {
        Ok(arguments) => arguments,
        Err(error) => return ExitCode::from(tell(&error, &arguments)),
    };
    let outcome = match arguments.command {
        Command::Check(check) => check::run(&check),
        Command::Try(wanted) => trial::run(&wanted),
        Command::Survey(wanted) => survey::run(&wanted),
        Command::Inspect(inspect) => inspect::run(&inspect),
        Command::Compare(compare) => compare::run(&compare),
        Command::Explain(explain) => explain::run(&explain),
        Command::Rules(rules) => explain::list(&rules),
        Command::Actors(actors) => actors::run(&actors),
        Command::Ledger(ledger) => ledger::run(&ledger),
        Command::Packs(packs) => packs::run(&packs),
        Command::Init(init) => init::run(&init),
        Command::Schema => print(crate::ide::config_schema::SCHEMA).map(|()| Outcome::Done),
        #[cfg(feature = "server")]
        Command::Lsp(lsp) => {
            return match crate::server::run(lsp.listen, lsp.log_file.as_deref()) {
                Ok(code) => ExitCode::from(code),
                Err(error) => {
                    complain(&Message::new(
                        format!("सर्वर शुरू नहीं हो सका: {error}"),
                        format!("the server cannot start: {error}"),
                    ));
                    ExitCode::from(2)
                }
            };
        }
        #[cfg(feature = "serve")]
        Command::Serve(arguments) => serve::run(arguments),
        Command::Completions { shell } => {
            let mut written = Vec::new();
            clap_complete::generate(shell, &mut help::command(output::locale()), "vartani", &mut written);
            print(&String::from_utf8_lossy(&written)).map(|()| Outcome::Done)
        }
        Command::Man(man) => man::run(&man),
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

/// Reads a command line.
fn parse(arguments: &[OsString]) -> Result<Arguments, clap::Error> {
    let mut command = help::command(output::locale());
    let matches = command.try_get_matches_from_mut(arguments)?;
    Arguments::from_arg_matches(&matches).map_err(|error| error.format(&mut command))
}

/// Says what is wrong with the arguments, or what was asked about the program, and returns the exit code.
fn tell(error: &clap::Error, arguments: &[OsString]) -> u8 {
    let is_hindi = output::locale() == Locale::Hi;
    let colour = |text: &clap::builder::StyledStr| {
        let text = match std::io::stdout().is_terminal() {
            true => text.ansi().to_string(),
            false => text.to_string(),
        };
        if is_hindi { help::localised(&text) } else { text }
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
    if let Some(fault) = help::fault(error).filter(|_| is_hindi) {
        complain_as(&fault);
        let usage = help::usage(error).unwrap_or_default();
        let usage = usage.lines().map(|line| format!("प्रयोग: {}\n", printable(line.trim())));
        let _ = writeln!(std::io::stderr(), "{}पूरी मदद के लिए --help दें", usage.collect::<String>());
        return 2;
    }
    // What it repeats of the arguments must not reach the terminal as it is
    let safe = arguments.iter().map(|argument| printable(&argument.to_string_lossy()).into_owned().into());
    let _ = parse(&safe.collect::<Vec<OsString>>()).err().as_ref().unwrap_or(error).print();
    2
}
