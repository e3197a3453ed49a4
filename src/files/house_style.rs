//! A `vartani.toml` on disk, with the files that it extends and the files that its patterns mean.

use std::fs;
use std::path::{Path, PathBuf};

use ignore::gitignore::{Gitignore, GitignoreBuilder};
use jiff::tz::TimeZone;
use toml::Spanned;

use super::absolute;
use super::named::{Refusal, locate};
use super::read::{MAX_CONFIG, read_regular};
use crate::newsroom::{Config, DEFAULT_ZONE, Fault, FileFault, Ignored, Layers, Message, Override, Source};
use crate::rules::Codes;

/// A house style with its files.
pub(super) struct HouseStyle {
    /// What it says for all articles.
    pub config: Config,
    layers: Layers,
    /// What is no article, anchored at the folder of the configuration.
    exclude: Gitignore,
    /// What is ignored in some files, with the files.
    ignored: Vec<(Gitignore, Ignored)>,
    /// The files of each override.
    overrides: Vec<Gitignore>,
}

impl HouseStyle {
    /// Reads the house style that a text of the file `path` is, with the files that it extends: below its folder, or below
    /// one of those that are `allowed`.
    ///
    /// # Errors
    /// Everything that is wrong in it, each in its file.
    pub fn read(path: &Path, text: String, allowed: &[PathBuf]) -> Result<HouseStyle, Vec<FileFault>> {
        let own = Source { identity: identity(path), path: path.to_owned(), text };
        let layers = Layers::load(own, &mut |from, name| extended(path, from, name, allowed))?;
        let config = layers.config(&Codes)?;
        let text = layers.text();
        let read = || {
            check_zone(&config, text)?;
            let exclude = matcher("exclude", &config.exclude, text, path)?;
            let of_override = |special: &Override| {
                let place = special.path.span();
                let patterns = special.path.get_ref().0.iter();
                let patterns: Vec<_> =
                    patterns.map(|pattern| Spanned::new(place.clone(), pattern.clone())).collect();
                matcher("path", &patterns, text, path)
            };
            let overrides = config.overrides.iter().map(of_override).collect::<Result<_, _>>()?;
            Ok((exclude, ignored(&config, text, path)?, overrides))
        };
        match read() {
            Ok((exclude, ignored, overrides)) => {
                Ok(HouseStyle { config, layers, exclude, ignored, overrides })
            }
            Err(faults) => Err(layers.locate_all(faults)),
        }
    }

    /// The files that it extends.
    pub fn extended(&self) -> Vec<PathBuf> {
        self.layers.paths().skip(1).map(Path::to_owned).collect()
    }

    /// The file that it means by a name under a key; `config` is the `vartani.toml` in force.
    ///
    /// # Errors
    /// It may not name that file.
    pub fn locate(
        &self,
        key: &str,
        config: &Path,
        name: &Spanned<String>,
        allowed: &[PathBuf],
    ) -> Result<PathBuf, FileFault> {
        let from = &self.layers.source_at(name.span().start).path;
        locate_from(config, from, name.get_ref(), allowed).map_err(|refusal| {
            let fault = Fault::new(self.layers.text(), name.span(), refusal.message(key, name.get_ref()));
            self.layers.locate_all(vec![fault]).remove(0)
        })
    }

    /// Whether a file or folder is no article.
    pub fn excludes(&self, path: &Path, is_folder: bool) -> bool {
        is_among(&self.exclude, path, is_folder)
    }

    /// The numbers of what is ignored in an article beside what is ignored everywhere.
    pub fn ignored_in(&self, article: &Path) -> Vec<usize> {
        numbers(self.ignored.iter().map(|(files, _)| files), article)
    }

    /// What is ignored, by its number.
    pub fn ignored(&self, number: usize) -> Ignored {
        self.ignored[number].1.clone()
    }

    /// The numbers of the overrides that mean an article.
    pub fn overrides_of(&self, article: &Path) -> Vec<usize> {
        numbers(self.overrides.iter(), article)
    }

    /// What it says for articles that some overrides mean.
    pub fn config_with(&self, overrides: &[usize]) -> Config {
        self.layers.config_with(overrides, &self.config)
    }
}

/// The numbers of those that mean an article.
fn numbers<'g>(patterns: impl Iterator<Item = &'g Gitignore>, article: &Path) -> Vec<usize> {
    let meant = patterns.enumerate().filter(|(_, files)| is_among(files, article, false));
    meant.map(|(number, _)| number).collect()
}

/// A file that another one extends.
///
/// # Errors
/// It may not be named, or cannot be read.
fn extended(config: &Path, from: &Source, name: &str, allowed: &[PathBuf]) -> Result<Source, Message> {
    let path =
        locate_from(config, &from.path, name, allowed).map_err(|refusal| refusal.message("extends", name))?;
    let text = read_regular(&path, MAX_CONFIG).map_err(|error| error.message().behind("`extends`: "))?.text;
    Ok(Source { identity: identity(&path), path, text })
}

/// The file that a name means in `from`, which is `config` or a file that it extends.
///
/// # Errors
/// The name leads out of the folders of both.
fn locate_from(config: &Path, from: &Path, name: &str, allowed: &[PathBuf]) -> Result<PathBuf, Refusal> {
    if from == config {
        return locate(config, name, allowed);
    }
    let folder = absolute(config).parent().map(Path::to_owned);
    let within: Vec<PathBuf> = folder.into_iter().chain(allowed.iter().cloned()).collect();
    locate(from, name, &within)
}

/// The one path that a file has, through all links.
fn identity(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| absolute(path))
}

/// Whether a file or folder, or one above it, is meant by patterns.
fn is_among(patterns: &Gitignore, path: &Path, is_folder: bool) -> bool {
    if patterns.is_empty() {
        return false;
    }
    let path = absolute(path);
    path.starts_with(patterns.path()) && patterns.matched_path_or_any_parents(&path, is_folder).is_ignore()
}

/// # Errors
/// A time zone that nobody knows, with its place in `text`, the configuration.
fn check_zone(style: &Config, text: &str) -> Result<(), Vec<Fault>> {
    let Some(zone) = &style.time_zone else { return Ok(()) };
    if TimeZone::get(zone.get_ref()).is_ok() {
        return Ok(());
    }
    let name = zone.get_ref();
    let message = Message::new(
        format!(
            "`time-zone`: “{name}” कोई जानी हुई घड़ी नहीं है; “{DEFAULT_ZONE}” या “Europe/London” की तरह लिखें"
        ),
        format!(
            "`time-zone`: \"{name}\" is not known; write a name such as \"{DEFAULT_ZONE}\" or \"Europe/London\""
        ),
    );
    Err(vec![Fault::new(text, zone.span(), message)])
}

/// What is ignored in some files, with the files.
///
/// # Errors
/// As [`matcher`].
fn ignored(style: &Config, text: &str, config: &Path) -> Result<Vec<(Gitignore, Ignored)>, Vec<Fault>> {
    let some_files = style.ignore.iter().filter_map(|ignored| Some((ignored.path.as_ref()?, ignored)));
    let one = |(path, ignored): (&Spanned<String>, &Ignored)| {
        Ok((matcher("path", std::slice::from_ref(path), text, config)?, ignored.clone()))
    };
    some_files.map(one).collect()
}

/// The files that patterns mean which stand under a key of a configuration.
///
/// # Errors
/// Every pattern that is none, with its place in `text`, the configuration.
fn matcher(
    key: &str,
    patterns: &[Spanned<String>],
    text: &str,
    config: &Path,
) -> Result<Gitignore, Vec<Fault>> {
    let config = absolute(config);
    let mut builder = GitignoreBuilder::new(config.parent().unwrap_or(&config));
    builder.allow_unclosed_class(false);
    let fault = |pattern: &Spanned<String>| {
        let written = pattern.get_ref();
        let message = Message::new(
            format!("`{key}`: “{written}” .gitignore जैसा पैटर्न नहीं है; कोष्ठक और \\ जाँच लें"),
            format!(
                "`{key}`: \"{written}\" is no pattern as in .gitignore; check its brackets, braces and backslashes"
            ),
        );
        Fault::new(text, pattern.span(), message)
    };
    let bad = |pattern: &&Spanned<String>| builder.add_line(None, pattern.get_ref()).is_err();
    let faults: Vec<Fault> = patterns.iter().filter(bad).map(fault).collect();
    if !faults.is_empty() {
        return Err(faults);
    }
    // Each pattern is good; all together they may still be too long for the matcher
    builder.build().map_err(|_| patterns.first().map(fault).into_iter().collect())
}
