//! Which newsroom an article belongs to: the nearest `vartani.toml` upwards from it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use ignore::gitignore::{Gitignore, GitignoreBuilder};
use jiff::tz::TimeZone;
use rustc_hash::{FxHashMap, FxHashSet};
use toml::Spanned;

use super::compiled::Compiled;
use super::{absolute, read_text};
use crate::newsroom::{Actor, Config, DEFAULT_ZONE, Fault, Gazetteer, Ignored, Newsroom, actor_file};
use crate::rules::Rule;

/// The name of the configuration.
pub const CONFIG: &str = "vartani.toml";

/// Where shells and systems keep streams that are open. As `-`, these belong to the current folder.
const STREAMS: [&str; 3] = ["/dev/stdin", "/dev/fd", "/proc/self/fd"];

/// A fault in a file of a newsroom.
#[derive(Clone, Debug)]
pub struct Trouble {
    /// The file.
    pub path: PathBuf,
    /// Where in it, and what; `None` for a file that cannot be read.
    pub fault: Option<Fault>,
    /// What to tell a person: the file, the place, what is wrong and what to do.
    pub sentence: String,
}

/// The newsrooms of the articles that were asked for, each read once.
#[derive(Default)]
pub struct Newsrooms {
    /// One configuration for all, from the command line.
    given: Option<PathBuf>,
    by_folder: FxHashMap<PathBuf, Option<PathBuf>>,
    by_config: FxHashMap<Option<PathBuf>, Option<LoadedNewsroom>>,
    /// Newsrooms as they were before [`Newsrooms::forget`], for those whose files are broken since.
    last_good: FxHashMap<Option<PathBuf>, LoadedNewsroom>,
    troubles: Vec<Trouble>,
    nobodys: Option<Arc<Newsroom>>,
}

/// A newsroom that was met.
struct LoadedNewsroom {
    newsroom: Arc<Newsroom>,
    /// What is no article, anchored at the folder of the configuration.
    exclude: Gitignore,
    /// What is ignored in some files, with the files.
    ignored: Vec<(Gitignore, Ignored)>,
    /// The same newsroom for files in which something is ignored, by the numbers of what is.
    for_files: FxHashMap<Vec<usize>, Arc<Newsroom>>,
}

impl Newsrooms {
    /// Newsrooms under a configuration from the command line, or to be found.
    pub fn new(given: Option<&Path>) -> Newsrooms {
        Newsrooms { given: given.map(Path::to_owned), ..Newsrooms::default() }
    }

    /// Forgets what files said, so that they are read again. A newsroom whose configuration is broken by
    /// then stays as it was.
    pub fn forget(&mut self) {
        let known = self.by_config.drain().filter_map(|(config, met)| Some((config, met?)));
        self.last_good.extend(known);
        self.by_folder.clear();
    }

    /// The troubles met since this was last asked.
    pub fn troubles(&mut self) -> Vec<Trouble> {
        std::mem::take(&mut self.troubles)
    }

    /// The newsroom of articles that belong to none: the knowledge that ships.
    pub fn default_newsroom(&mut self) -> Arc<Newsroom> {
        self.nobodys.get_or_insert_with(|| Arc::new(Newsroom::shipped(Config::default()))).clone()
    }

    /// The newsroom of an article; `None` if its configuration is broken (see [`Newsrooms::troubles`]).
    pub fn of(&mut self, article: &Path) -> Option<Arc<Newsroom>> {
        self.meet(article)?;
        let config = self.config_of(article);
        let met = self.by_config.get_mut(&config)?.as_mut()?;
        Some(met.newsroom_of(article))
    }

    /// The configuration in force for an article; `None` where there is none.
    pub fn config_of(&mut self, article: &Path) -> Option<PathBuf> {
        match &self.given {
            Some(given) => Some(given.clone()),
            None => self.nearest(folder_of(article)),
        }
    }

    /// The actor files of an article's newsroom.
    pub fn actor_files_of(&mut self, article: &Path) -> Vec<PathBuf> {
        let Some(config) = self.config_of(article) else { return Vec::new() };
        let folder = config.parent().unwrap_or(Path::new("")).to_owned();
        let newsroom = self.of(article);
        newsroom.iter().flat_map(|newsroom| &newsroom.config.actors).map(|file| folder.join(file)).collect()
    }

    /// Whether the newsroom that a file or folder stands in says that it is no article.
    pub fn exclude(&mut self, path: &Path, is_folder: bool) -> bool {
        self.meet(path).is_some_and(|met| is_among(&met.exclude, path, is_folder))
    }

    fn meet(&mut self, path: &Path) -> Option<&LoadedNewsroom> {
        let config = self.config_of(path);
        if !self.by_config.contains_key(&config) {
            let met = self.open(config.as_deref()).or_else(|| self.last_good.remove(&config));
            self.by_config.insert(config.clone(), met);
        }
        self.by_config.get(&config)?.as_ref()
    }

    fn nearest(&mut self, folder: PathBuf) -> Option<PathBuf> {
        if let Some(known) = self.by_folder.get(&folder) {
            return known.clone();
        }
        let found = absolute(&folder).ancestors().map(|f| f.join(CONFIG)).find(|config| config.is_file());
        self.by_folder.insert(folder, found.clone());
        found
    }

    fn open(&mut self, config: Option<&Path>) -> Option<LoadedNewsroom> {
        let Some(config) = config else {
            let exclude = Gitignore::empty();
            let (ignored, for_files) = (Vec::new(), FxHashMap::default());
            return Some(LoadedNewsroom { newsroom: self.default_newsroom(), exclude, ignored, for_files });
        };
        let text = read_text(config).map_err(|sentence| self.say(config, None, sentence)).ok()?;
        let read = Config::parse(&text, |rule| Rule::find(rule).is_some()).and_then(|style| {
            let exclude = matcher("exclude", &style.exclude, &text, config)?;
            check_zone(&style, &text)?;
            Ok((exclude, ignored(&style, &text, config)?, style))
        });
        match read {
            Ok((exclude, ignored, style)) => {
                let own = self.own_actors(&style, config);
                let newsroom = Newsroom::shipped(style);
                let newsroom = Arc::new(own.into_iter().fold(newsroom, Newsroom::with_gazetteer));
                Some(LoadedNewsroom { newsroom, exclude, ignored, for_files: FxHashMap::default() })
            }
            Err(faults) => {
                faults.iter().for_each(|fault| self.say_fault(config, fault));
                None
            }
        }
    }

    /// The newsroom's own actors; those of big files compiled from the time before, if nothing changed.
    fn own_actors(&mut self, style: &Config, config: &Path) -> Option<Gazetteer> {
        let folder = config.parent().unwrap_or(Path::new(""));
        let files: Vec<PathBuf> = style.actors.iter().map(|file| folder.join(file)).collect();
        let compiled = Compiled::of(&files);
        if let Some(known) = compiled.as_ref().and_then(Compiled::open) {
            return Some(known);
        }
        let troubles = self.troubles.len();
        let actors = self.read_actors(style, config);
        // What is wrong in a file is to be said again the next time
        let is_sound = self.troubles.len() == troubles;
        match compiled.filter(|_| is_sound) {
            Some(compiled) => Some(compiled.keep(&actors)),
            None => (!actors.is_empty()).then(|| Gazetteer::of(&actors)),
        }
    }

    /// The newsroom's own actors; a broken table is said and left out.
    fn read_actors(&mut self, style: &Config, config: &Path) -> Vec<Actor> {
        let folder = config.parent().unwrap_or(Path::new(""));
        let (mut all, mut ids) = (Vec::new(), FxHashSet::default());
        for file in &style.actors {
            let path = folder.join(file);
            let text = match read_text(&path) {
                Ok(text) => text,
                Err(sentence) => {
                    self.say(
                        config,
                        None,
                        format!("{sentence} (named under `actors` in {})", config.display()),
                    );
                    continue;
                }
            };
            let (actors, faults) = actor_file::parse(&text);
            faults.iter().for_each(|fault| self.say_fault(&path, fault));
            for actor in actors {
                if ids.insert(actor.id.clone()) {
                    all.push(actor);
                    continue;
                }
                let (path_said, id) = (path.display(), &actor.id);
                let twice = format!("{path_said}: [{id}] is defined already; the first one is used");
                self.say(&path, None, twice);
            }
        }
        all
    }

    fn say_fault(&mut self, path: &Path, fault: &Fault) {
        let sentence = format!("{}:{}:{}: {}", path.display(), fault.line, fault.column, fault.message);
        self.say(path, Some(fault.clone()), sentence);
    }

    fn say(&mut self, path: &Path, fault: Option<Fault>, sentence: String) {
        self.troubles.push(Trouble { path: path.to_owned(), fault, sentence });
    }
}

impl LoadedNewsroom {
    /// The newsroom as it is for one article.
    fn newsroom_of(&mut self, article: &Path) -> Arc<Newsroom> {
        let here = self.ignored.iter().enumerate().filter(|(_, (files, _))| is_among(files, article, false));
        let here: Vec<usize> = here.map(|(number, _)| number).collect();
        if here.is_empty() {
            return self.newsroom.clone();
        }
        let LoadedNewsroom { newsroom, ignored, for_files, .. } = self;
        let special = for_files.entry(here).or_insert_with_key(|here| {
            let mut special = (**newsroom).clone();
            special.ignored.extend(here.iter().map(|&number| ignored[number].1.clone()));
            Arc::new(special)
        });
        special.clone()
    }
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
    let message = format!(
        "`time-zone`: \"{}\" is not known; write a name such as \"{DEFAULT_ZONE}\" or \"Europe/London\"",
        zone.get_ref()
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
        let message = format!(
            "`{key}`: \"{}\" is no pattern as in .gitignore; check its brackets, braces and backslashes",
            pattern.get_ref()
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

/// The folder in which the search for a configuration begins.
fn folder_of(path: &Path) -> PathBuf {
    let is_stream = STREAMS.iter().any(|stream| path.starts_with(stream));
    match path.parent() {
        Some(folder) if !is_stream && !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}
