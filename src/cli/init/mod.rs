//! `vartani init`: a commented configuration to start from, or one that says what an archive does.

mod proposal;

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::Path;

use super::arguments::Init;
use super::outcome::{self, Outcome};
use super::output::{locale, print_line};
use super::survey::{Survey, tables_of};
use crate::files::{CONFIG, FileError};
use crate::newsroom::Message;
use proposal::proposal;

/// What `init` writes: every key, each with what it does, in a form that changes nothing.
pub const TEMPLATE: &str = include_str!("template.toml");

pub fn run(arguments: &Init) -> outcome::Result {
    let path = arguments.folder.join(CONFIG);
    if arguments.from_archive.is_empty() {
        write(&path, TEMPLATE)?;
        let written = Message::new(
            format!("{} लिखी गई; हर पंक्ति टिप्पणी है, जब तक आप # न हटाएँ", path.display()),
            format!("{} is written; every line in it is a comment until you take the # away", path.display()),
        );
        print_line(written.in_locale(locale()))?;
        return Ok(Outcome::Done);
    }
    if path.exists() {
        return Err(exists(&path).into());
    }
    let survey = Survey::of_archive(arguments.from_archive.clone(), arguments.json_field.clone());
    let (tables, outcome) = tables_of(&survey)?;
    let names: Vec<String> = arguments.from_archive.iter().map(|path| path.display().to_string()).collect();
    write(&path, &proposal(&tables, &names.join(", ")))?;
    let written = Message::new(
        format!("{} लिखी गई, {} ख़बरों से; पढ़कर सुधारें", path.display(), tables.articles),
        format!("{} is written, made of {} articles; read and correct it", path.display(), tables.articles),
    );
    print_line(written.in_locale(locale()))?;
    Ok(outcome)
}

/// Writes a configuration where there is none.
///
/// # Errors
/// There is one, or it cannot be written.
fn write(path: &Path, text: &str) -> Result<(), super::failure::Failure> {
    let file = OpenOptions::new().write(true).create_new(true).open(path);
    let written = file.and_then(|mut file| {
        // Half a configuration would be in force
        file.write_all(text.as_bytes()).inspect_err(|_| drop(fs::remove_file(path)))
    });
    match written {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(exists(path).into()),
        Err(error) => Err(FileError::writing(path, &error).into()),
    }
}

fn exists(path: &Path) -> Message {
    let path = path.display();
    Message::new(
        format!("{path} पहले से है; उसे नहीं बदला गया"),
        format!("{path} exists already and was not touched"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::newsroom::Config;
    use crate::rules::Rule;

    #[test]
    fn the_template_is_valid_as_it_is_and_with_every_key_in_force() {
        let known = |rule: &str| Rule::find(rule).is_some();
        assert!(Config::parse(TEMPLATE, known).is_ok());
        let is_key = |line: &&str| {
            let is_one = line.contains(" = ") || line.starts_with("# [");
            line.starts_with("# ") && is_one && !line.contains("  ")
        };
        let in_force: String = TEMPLATE
            .lines()
            .map(|line| if is_key(&line) { format!("{}\n", &line[2..]) } else { format!("{line}\n") })
            .collect();
        let config = Config::parse(&in_force, known).unwrap();
        assert!(
            config.locale.is_some()
                && config.fail_on.is_some()
                && !config.spelling.prefer.is_empty()
                && !config.rules.is_empty()
                && config.ignore.len() == 1
                && config.overrides.len() == 1
                && config.sets.len() == 1
        );
    }
}
