//! Which newsroom an article belongs to: the nearest `vartani.toml` upwards from it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ignore::gitignore::{Gitignore, GitignoreBuilder};
use jiff::tz::TimeZone;
use rustc_hash::{FxHashMap, FxHashSet};
use toml::Spanned;

use super::dictionary::{dictionary_path, read_dictionary};
use super::named::locate;
use super::read::{MAX_CONFIG, read_regular, read_text};
use super::rule_choice::RuleChoice;
use super::user_config::{UserConfig, UserFault};
use super::{FileError, absolute};
use crate::newsroom::{Config, DEFAULT_ZONE, Dictionary, Fault, Ignored, Level, Newsroom};
use crate::rules::{Message, Rule, VERIFIED};

/// The name of the configuration.
pub const CONFIG: &str = "vartani.toml";

/// Where shells and systems keep streams that are open. As `-`, these belong to the current folder.
const STREAMS: [&str; 3] = ["/dev/stdin", "/dev/fd", "/proc/self/fd"];

/// Something wrong in a file of a newsroom.
#[derive(Clone, Debug)]
pub struct Trouble {
    /// The file in which it is to be put right.
    pub path: PathBuf,
    what: What,
}

#[derive(Clone, Debug)]
pub(super) enum What {
    /// A configuration cannot be read.
    Unread(FileError),
    /// An actor file that is named in the configuration cannot be read.
    ActorsUnread(FileError),
    /// A fault at a place in the file.
    Fault(Fault),
    /// An id that another file has already.
    Twice(String),
}

impl Trouble {
    /// Where in the file, and what; `None` where it has no place.
    pub fn fault(&self) -> Option<&Fault> {
        match &self.what {
            What::Fault(fault) => Some(fault),
            _ => None,
        }
    }

    /// What to tell a person: the file, the place, what is wrong and what to do.
    pub fn message(&self) -> Message {
        let path = self.path.display();
        match &self.what {
            What::Unread(error) => error.message(),
            What::ActorsUnread(error) => {
                let Message { hi, en } = error.message();
                Message::new(
                    format!("{hi} ({path} के `actors` से)"),
                    format!("{en} (named under `actors` in {path})"),
                )
            }
            What::Fault(Fault { line, column, message, .. }) => {
                message.behind(&format!("{path}:{line}:{column}: "))
            }
            What::Twice(id) => Message::new(
                format!("{path}: [{id}] पहले से है; पहले वाला ही चलेगा"),
                format!("{path}: [{id}] is defined already; the first one is used"),
            ),
        }
    }
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
    pub(super) troubles: Vec<Trouble>,
    nobodys: Option<Arc<Newsroom>>,
    /// Whether no file of a workspace is read.
    is_restricted: bool,
    /// Whether titles that are on record are marked, too.
    verifies: bool,
    /// Severities of rules, over those of configurations.
    levels: BTreeMap<String, Level>,
    /// Which rules are wanted.
    choice: RuleChoice,
    /// Folders that the user allows for actor files; `None` until somebody asks.
    allowed: Option<Vec<PathBuf>>,
    /// The words of the user's own dictionary; `None` until somebody asks.
    dictionary: Option<Arc<FxHashSet<String>>>,
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

    /// Reads no configuration and no actor file from now on: an editor says so of folders whose authors its user
    /// does not trust.
    pub fn restrict(&mut self) {
        let levels = std::mem::take(&mut self.levels);
        *self = Newsrooms { is_restricted: true, verifies: self.verifies, levels, ..Newsrooms::default() };
    }

    /// Has titles that are on record marked, too, whatever configurations say; or leaves that to them again.
    pub fn verify(&mut self, verifies: bool) {
        if self.verifies != verifies {
            self.verifies = verifies;
            self.forget();
        }
    }

    /// Gives rules these severities, whatever configurations say.
    pub fn set_levels(&mut self, levels: &BTreeMap<String, Level>) {
        if self.levels != *levels {
            self.levels.clone_from(levels);
            self.forget();
        }
    }

    /// Has these rules only from now on, whatever configurations say.
    pub fn choose(&mut self, choice: RuleChoice) {
        self.choice = choice;
        self.forget();
    }

    /// A configuration with what is wanted beyond it.
    fn with_choices(&self, mut config: Config) -> Config {
        if self.verifies {
            config.set_level(VERIFIED, Level::Hint);
        }
        for (rule, level) in &self.levels {
            config.set_level(rule, *level);
        }
        self.choice.apply(&mut config);
        config
    }

    /// Forgets what files said, so that they are read again. A newsroom whose configuration is broken by
    /// then stays as it was.
    pub fn forget(&mut self) {
        let known = self.by_config.drain().filter_map(|(config, met)| Some((config, met?)));
        self.last_good.extend(known);
        self.by_folder.clear();
        self.allowed = None;
        self.dictionary = None;
        self.nobodys = None;
    }

    /// The troubles met since this was last asked.
    pub fn troubles(&mut self) -> Vec<Trouble> {
        std::mem::take(&mut self.troubles)
    }

    /// The newsroom of articles that belong to none: the knowledge that ships.
    pub fn default_newsroom(&mut self) -> Arc<Newsroom> {
        let dictionary = self.dictionary();
        let config = self.with_choices(Config::default());
        let made = || Arc::new(Newsroom::shipped(config).with_dictionary(dictionary));
        self.nobodys.get_or_insert_with(made).clone()
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
            None if self.is_restricted => None,
            None => self.nearest(folder_of(article)),
        }
    }

    /// The actor files of an article's newsroom, whether they exist or not; those it may not name are left out.
    pub fn actor_files_of(&mut self, article: &Path) -> Vec<PathBuf> {
        let Some(config) = self.config_of(article) else { return Vec::new() };
        let Some(newsroom) = self.of(article) else { return Vec::new() };
        let allowed = self.allowed().to_owned();
        let named = newsroom.config.actors.iter();
        named.filter_map(|name| locate(&config, name.get_ref(), &allowed).ok()).collect()
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
        // What the user names may be a pipe; what is found is somebody else's
        let is_given = self.given.is_some();
        let read = if is_given { read_text(config) } else { read_regular(config, MAX_CONFIG) };
        let text = read.map_err(|error| self.say(config, What::Unread(error))).ok()?.text;
        let read = Config::parse(&text, |rule| Rule::find(rule).is_some()).and_then(|style| {
            let exclude = matcher("exclude", &style.exclude, &text, config)?;
            check_zone(&style, &text)?;
            Ok((exclude, ignored(&style, &text, config)?, style))
        });
        match read {
            Ok((exclude, ignored, style)) => {
                let files = self.named(&style, &text, config);
                let newsroom = Newsroom::shipped(self.with_choices(style)).with_dictionary(self.dictionary());
                let newsroom = Arc::new(self.with_own_actors(newsroom, files, config));
                Some(LoadedNewsroom { newsroom, exclude, ignored, for_files: FxHashMap::default() })
            }
            Err(faults) => {
                faults.into_iter().for_each(|fault| self.say(config, What::Fault(fault)));
                None
            }
        }
    }

    /// The actor files that a configuration names; one that it may not name is said and left out.
    pub(super) fn named(&mut self, style: &Config, text: &str, config: &Path) -> Vec<PathBuf> {
        let allowed = self.allowed().to_owned();
        let mut files = Vec::new();
        for name in &style.actors {
            match locate(config, name.get_ref(), &allowed) {
                Ok(path) => files.push(path),
                Err(refusal) => {
                    let fault = Fault::new(text, name.span(), refusal.message(name.get_ref()));
                    self.say(config, What::Fault(fault));
                }
            }
        }
        files
    }

    /// The folders that the user allows for actor files.
    fn allowed(&mut self) -> &[PathBuf] {
        if self.allowed.is_none() {
            let config = UserConfig::read().unwrap_or_else(|fault| {
                match fault {
                    UserFault::File(error) => self.say(&error.path.clone(), What::Unread(error)),
                    UserFault::Fault(path, fault) => self.say(&path, What::Fault(fault)),
                }
                UserConfig::default()
            });
            self.allowed = Some(config.actor_folders);
        }
        self.allowed.as_deref().unwrap_or_default()
    }

    /// The words of the user's own dictionary; a line that is no word is said and left out.
    fn dictionary(&mut self) -> Arc<FxHashSet<String>> {
        if let Some(known) = &self.dictionary {
            return known.clone();
        }
        let read = read_dictionary().unwrap_or_else(|error| {
            self.say(&error.path.clone(), What::Unread(error));
            Dictionary::default()
        });
        if let Some(path) = dictionary_path() {
            read.faults.into_iter().for_each(|fault| self.say(&path, What::Fault(fault)));
        }
        self.dictionary.insert(Arc::new(read.words)).clone()
    }

    pub(super) fn say(&mut self, path: &Path, what: What) {
        self.troubles.push(Trouble { path: path.to_owned(), what });
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

/// The folder in which the search for a configuration begins.
fn folder_of(path: &Path) -> PathBuf {
    let is_stream = STREAMS.iter().any(|stream| path.starts_with(stream));
    match path.parent() {
        Some(folder) if !is_stream && !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}
