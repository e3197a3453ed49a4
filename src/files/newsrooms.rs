//! Which newsroom an article belongs to: the nearest `vartani.toml` upwards from it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::dictionary::{dictionary_path, read_dictionary};
use super::house_style::HouseStyle;
use super::loaded_newsroom::LoadedNewsroom;
use super::read::{MAX_CONFIG, read_regular, read_text};
use super::rule_choice::RuleChoice;
use super::user_config::{UserConfig, UserFault};
use super::{FileError, absolute};
use crate::newsroom::{Config, Dictionary, Fault, FileFault, Level, Newsroom, packs};
use crate::rules::{Message, VERIFIED};

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
        let mut met = self.by_config.get_mut(&config)?.take()?;
        let newsroom = met.newsroom_of(article, |config| self.with_choices(config));
        self.by_config.insert(config, Some(met));
        Some(newsroom)
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
        self.meet(article).map(|met| met.actor_files.clone()).unwrap_or_default()
    }

    /// The ledger that an article's newsroom keeps, if it keeps one.
    pub fn ledger_of(&mut self, article: &Path) -> Option<PathBuf> {
        self.meet(article)?.ledger.clone()
    }

    /// The files that the house style of an article extends.
    pub fn extended_files_of(&mut self, article: &Path) -> Vec<PathBuf> {
        self.meet(article).map(|met| met.extended.clone()).unwrap_or_default()
    }

    /// Whether the newsroom that a file or folder stands in says that it is no article.
    pub fn exclude(&mut self, path: &Path, is_folder: bool) -> bool {
        self.meet(path).is_some_and(|met| met.excludes(path, is_folder))
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
        let Some(config) = config else { return Some(LoadedNewsroom::shipped(self.default_newsroom())) };
        let text = self.text_of(config)?;
        let allowed = self.allowed().to_owned();
        let read = HouseStyle::read(config, text, &allowed);
        let say = |(path, fault): FileFault| self.say(&path, What::Fault(fault));
        let style = read.map_err(|faults| faults.into_iter().for_each(say)).ok()?;
        let files = self.named(&style, config);
        let ledger = self.ledger(&style, config);
        let newsroom =
            Newsroom::shipped(self.with_choices(style.config.clone())).with_dictionary(self.dictionary());
        let newsroom = Arc::new(self.with_own_actors(newsroom, files.clone(), config));
        Some(LoadedNewsroom::new(newsroom, style, files, ledger))
    }

    /// The ledger that a house style names; one that it may not name is said and not kept.
    fn ledger(&mut self, style: &HouseStyle, config: &Path) -> Option<PathBuf> {
        let allowed = self.allowed().to_owned();
        let located = style.locate("ledger", config, style.config.ledger.file.as_ref()?, &allowed);
        located.map_err(|(path, fault)| self.say(&path, What::Fault(fault))).ok()
    }

    /// The text of a configuration, or of a pack that is given in place of one.
    fn text_of(&mut self, config: &Path) -> Option<String> {
        // What the user names may be a pipe; what is found is somebody else's
        let read = match config.to_str().and_then(packs::find).filter(|_| self.given.is_some()) {
            Some(Ok(pack)) => return Some(pack.text.to_owned()),
            Some(Err(message)) => {
                self.say(config, What::Fault(Fault::new("", 0..0, message)));
                return None;
            }
            None if self.given.is_some() => read_text(config),
            None => read_regular(config, MAX_CONFIG),
        };
        read.map_err(|error| self.say(config, What::Unread(error))).ok().map(|file| file.text)
    }

    /// The actor files that a house style names; one that it may not name is said and left out.
    fn named(&mut self, style: &HouseStyle, config: &Path) -> Vec<PathBuf> {
        let allowed = self.allowed().to_owned();
        let mut files = Vec::new();
        for name in &style.config.actors {
            match style.locate("actors", config, name, &allowed) {
                Ok(path) => files.push(path),
                Err((path, fault)) => self.say(&path, What::Fault(fault)),
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

/// The folder in which the search for a configuration begins.
fn folder_of(path: &Path) -> PathBuf {
    let is_stream = STREAMS.iter().any(|stream| path.starts_with(stream));
    match path.parent() {
        Some(folder) if !is_stream && !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}
