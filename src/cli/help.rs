//! Help and usage errors in Hindi: what stands in English at the arguments, from a table.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory as _, Error};

use super::arguments::Arguments;
use crate::newsroom::{Locale, Message, ValueError};

/// Lines of an English text, a tab and the Hindi one.
const TEXTS: &str = include_str!("help.tsv");

const TEMPLATE: &str = "{before-help}{about-with-newline}\nप्रयोग: {usage}\n\n{all-args}{after-help}";

/// The language that a command line asks for, before it is known to be right.
pub fn locale_of(arguments: &[OsString]) -> Option<Locale> {
    let of = |value: &str| match value {
        "hi" => Some(Locale::Hi),
        "en" => Some(Locale::En),
        _ => None,
    };
    let texts: Vec<&str> = arguments.iter().filter_map(|argument| argument.to_str()).collect();
    let joined = texts.iter().find_map(|text| text.strip_prefix("--locale="));
    let behind = texts.windows(2).find(|two| two[0] == "--locale").map(|two| two[1]);
    joined.or(behind).and_then(of)
}

/// The command line with its help in one language.
pub fn command(locale: Locale) -> Command {
    match locale {
        Locale::Hi => in_hindi(Arguments::command()),
        Locale::En => Arguments::command(),
    }
}

/// What help or an error of clap looks like in Hindi, where clap has no setting for it.
pub fn localised(text: &str) -> String {
    text.replace("[OPTIONS]", "[विकल्प]")
}

fn in_hindi(command: Command) -> Command {
    let about = command.get_about().map(|about| hindi(&about.to_string()));
    let flag =
        |name: &'static str, action, help: &str| Arg::new(name).long(name).action(action).help(hindi(help));
    command
        .about(about.unwrap_or_default())
        .help_template(TEMPLATE)
        .subcommand_help_heading("कमांड")
        .subcommand_value_name("कमांड")
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(flag("help", ArgAction::Help, "Print help").short('h'))
        .arg(flag("version", ArgAction::Version, "Print version").short('V'))
        .mut_args(argument_in_hindi)
        .mut_subcommands(in_hindi)
}

fn argument_in_hindi(argument: Arg) -> Arg {
    let heading = if argument.is_positional() { "क्या" } else { "विकल्प" };
    let help = argument.get_help().map(|help| hindi(&help.to_string())).unwrap_or_default();
    let argument = argument.help_heading(heading);
    if !argument.get_action().takes_values() {
        return argument.help(help);
    }
    let argument = argument.hide_default_value(true).hide_possible_values(true);
    let default = argument.get_default_values().first().map(|value| value.to_string_lossy().into_owned());
    let default = default.map(|value| format!(" [न देने पर: {value}]")).unwrap_or_default();
    let values = argument.get_possible_values();
    let values: Vec<_> = values.iter().filter(|value| !value.is_hide_set()).collect();
    let names: Vec<&str> = values.iter().map(|value| value.get_name()).collect();
    let all = if names.is_empty() {
        String::new()
    } else {
        format!(" [इनमें से: {}]", names.join(", "))
    };
    let long: String = values
        .iter()
        .filter_map(|value| {
            Some(format!("\n- {}: {}", value.get_name(), hindi(&value.get_help()?.to_string())))
        })
        .collect();
    let argument = match long.is_empty() {
        true => argument,
        false => argument.long_help(format!("{help}{default}\n{long}")),
    };
    argument.help(format!("{help}{default}{all}"))
}

/// A text in Hindi; as it is where the table lacks it.
fn hindi(text: &str) -> String {
    found(text).unwrap_or(text).to_owned()
}

fn found(text: &str) -> Option<&'static str> {
    TEXTS.lines().filter_map(|line| line.split_once('\t')).find(|(en, _)| *en == text).map(|(_, hi)| hi)
}

/// What is wrong with a command line, in one sentence of Hindi; `None` for what has no sentence, as help.
pub fn fault(error: &Error) -> Option<String> {
    let context = |kind| match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) if !texts.is_empty() => Some(texts.join(", ")),
        ContextValue::StyledStr(text) => Some(text.to_string()),
        ContextValue::Number(number) => Some(number.to_string()),
        _ => None,
    };
    let argument = context(ContextKind::InvalidArg).unwrap_or_default();
    let value = context(ContextKind::InvalidValue).unwrap_or_default();
    // Of several that are near the nearest comes last
    let nearest = |kind| match error.get(kind)? {
        ContextValue::Strings(texts) => texts.last().cloned(),
        _ => context(kind),
    };
    let meant = |kind| nearest(kind).map(|text| format!("; क्या आपका मतलब “{text}” था?")).unwrap_or_default();
    Some(match error.kind() {
        ErrorKind::InvalidValue if value.is_empty() => format!("“{argument}” का मान नहीं दिया गया"),
        ErrorKind::InvalidValue => {
            let valid = context(ContextKind::ValidValue).unwrap_or_default();
            format!("“{argument}” का मान “{value}” नहीं हो सकता; इनमें से दें: {valid}")
        }
        ErrorKind::ValueValidation => {
            let source = std::error::Error::source(error);
            let value_error = || source?.downcast_ref::<ValueError>().map(ValueError::message);
            match source.and_then(|source| source.downcast_ref::<Message>()).cloned().or_else(value_error) {
                Some(wrong) => format!("{argument}: {}", wrong.hi),
                None => format!("“{argument}” का मान “{value}” नहीं हो सकता"),
            }
        }
        ErrorKind::UnknownArgument => {
            format!("“{argument}” यहाँ नहीं चलता{}", meant(ContextKind::SuggestedArg))
        }
        ErrorKind::InvalidSubcommand => {
            let name = context(ContextKind::InvalidSubcommand).unwrap_or_default();
            format!("“{name}” नाम की कोई कमांड नहीं है{}", meant(ContextKind::SuggestedSubcommand))
        }
        ErrorKind::ArgumentConflict => {
            let prior = context(ContextKind::PriorArg).unwrap_or_default();
            match prior == argument || prior.is_empty() {
                true => format!("“{argument}” एक ही बार दिया जा सकता है"),
                false => format!("“{argument}” और “{prior}” साथ नहीं चलते"),
            }
        }
        ErrorKind::MissingRequiredArgument => format!("यह नहीं दिया गया: {argument}"),
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            format!("“{argument}” के मान गिनती में सही नहीं हैं")
        }
        ErrorKind::InvalidUtf8 => "कोई शब्द UTF-8 में नहीं है".to_owned(),
        _ => return None,
    })
}

/// How the command is called, as clap puts it into an error.
pub fn usage(error: &Error) -> Option<String> {
    let ContextValue::StyledStr(usage) = error.get(ContextKind::Usage)? else { return None };
    let usage = usage.to_string();
    Some(localised(usage.strip_prefix("Usage: ").unwrap_or(&usage)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Calls `look` with each text that help shows of a command and those below it.
    fn texts(command: &Command, look: &mut impl FnMut(String)) {
        command.get_about().into_iter().for_each(|about| look(about.to_string()));
        for argument in command.get_arguments() {
            argument.get_help().into_iter().for_each(|help| look(help.to_string()));
            if argument.get_action().takes_values() {
                let values = argument.get_possible_values();
                values.iter().filter_map(|value| value.get_help()).for_each(|help| look(help.to_string()));
            }
        }
        command.get_subcommands().for_each(|command| texts(command, look));
    }

    #[test]
    fn every_text_of_the_help_is_there_in_hindi_and_no_other() {
        let mut missing = Vec::new();
        let mut used = vec!["Print help".to_owned(), "Print version".to_owned()];
        texts(&Arguments::command(), &mut |text| {
            if found(&text).is_none() {
                missing.push(text.clone());
            }
            used.push(text);
        });
        assert_eq!(missing, [""; 0]);
        let lines = TEXTS.lines().filter(|line| !line.starts_with('#'));
        let left: Vec<&str> =
            lines.filter(|line| !used.iter().any(|en| line.split('\t').next() == Some(en))).collect();
        assert_eq!(left, [""; 0]);
    }

    #[test]
    fn the_language_is_known_before_the_arguments_are() {
        let of = |line: &str| locale_of(&line.split(' ').map(OsString::from).collect::<Vec<_>>());
        assert_eq!(of("vartani check --locale hi --fxi"), Some(Locale::Hi));
        assert_eq!(of("vartani check --locale=en a.txt"), Some(Locale::En));
        assert_eq!(of("vartani check --locale"), None);
    }
}
