//! Standard output and standard error: written whole or known not to be, and safe for the terminal or log they go to.

use std::io::{self, Write as _};
use std::sync::OnceLock;

use super::failure::Failure;
use crate::newsroom::Locale;
use crate::rules::Message;
use crate::text::printable;

/// The language in which this process speaks on standard error.
static LOCALE: OnceLock<Locale> = OnceLock::new();

/// Chooses the language of standard error: the one asked for, else that of the user's environment.
pub fn speak(asked: Option<Locale>) {
    let _ = LOCALE.set(asked.unwrap_or_else(of_environment));
}

/// The language of standard error.
pub fn locale() -> Locale {
    LOCALE.get().copied().unwrap_or(Locale::En)
}

/// The language of a user who has not said which: Hindi in a Hindi environment, else English.
fn of_environment() -> Locale {
    let said = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    match ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(said) {
        Some(value) if value.starts_with("hi") => Locale::Hi,
        _ => Locale::En,
    }
}

/// Writes to standard output, to its last byte.
///
/// # Errors
/// It could not be written; the process ends, silently if its reader has gone away (`| head`).
pub fn print(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(Failure::Output)
}

/// Writes one line to standard output, whatever is in it.
///
/// # Errors
/// As [`print`].
pub fn print_line(text: &str) -> Result<(), Failure> {
    print(&format!("{}\n", printable(text)))
}

/// Says on standard error what went wrong, in one line.
pub fn complain(message: &Message) {
    complain_as(message.in_locale(locale()));
}

/// Says a sentence on standard error that there is in one language only.
pub fn complain_as(sentence: &str) {
    // A log of GitHub Actions takes what stands behind `##[` for a command
    let sentence = printable(sentence).replace("##[", "## [");
    // There is nobody left to be told that it cannot be written
    let _ = writeln!(io::stderr().lock(), "vartani: {sentence}");
}

/// Says what is wrong in the files of newsrooms; whether there was anything to say.
pub fn complain_of(troubles: &[crate::files::Trouble]) -> bool {
    troubles.iter().for_each(|trouble| complain(&trouble.message()));
    !troubles.is_empty()
}

/// Says what could not be found or listed and which folders had nothing in them; whether there was anything to say.
pub fn complain_of_found(found: &crate::files::Found) -> bool {
    found.errors.iter().for_each(|error| complain(&error.message()));
    found.barren.iter().for_each(|folder| complain(&folder.message()));
    !found.errors.is_empty() || !found.barren.is_empty()
}
