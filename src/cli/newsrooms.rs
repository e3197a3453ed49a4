//! Which newsroom an article belongs to: the nearest `vartani.toml` upwards from it.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::articles::{self, STDIN};
use super::complain;
use crate::newsroom::{Actor, Fault, HouseStyle, Newsroom, actor_file};
use crate::rules::Rule;

/// The name of the configuration.
pub const CONFIG: &str = "vartani.toml";

/// The newsrooms of a run, each read once.
pub struct Newsrooms {
    /// One configuration for all, from the command line.
    given: Option<PathBuf>,
    by_folder: FxHashMap<PathBuf, Option<PathBuf>>,
    by_config: FxHashMap<Option<PathBuf>, Option<Arc<Newsroom>>>,
    /// Whether some file had a fault, which has been said.
    pub trouble: bool,
}

impl Newsrooms {
    /// Newsrooms under a configuration from the command line, or to be found.
    pub fn new(given: Option<&Path>) -> Newsrooms {
        Newsrooms {
            given: given.map(Path::to_owned),
            by_folder: FxHashMap::default(),
            by_config: FxHashMap::default(),
            trouble: false,
        }
    }

    /// The newsroom of an article; `None` if its configuration is broken, which has been said.
    pub fn of(&mut self, article: &Path) -> Option<Arc<Newsroom>> {
        let config = match &self.given {
            Some(given) => Some(given.clone()),
            None => self.nearest(folder_of(article)),
        };
        if let Some(known) = self.by_config.get(&config) {
            return known.clone();
        }
        let newsroom = self.open(config.as_deref()).map(Arc::new);
        self.by_config.insert(config, newsroom.clone());
        newsroom
    }

    fn nearest(&mut self, folder: PathBuf) -> Option<PathBuf> {
        if let Some(known) = self.by_folder.get(&folder) {
            return known.clone();
        }
        let absolute = std::path::absolute(&folder).unwrap_or_else(|_| folder.clone());
        let found = absolute.ancestors().map(|f| f.join(CONFIG)).find(|config| config.is_file());
        self.by_folder.insert(folder, found.clone());
        found
    }

    fn open(&mut self, config: Option<&Path>) -> Option<Newsroom> {
        let Some(config) = config else {
            return Some(Newsroom::shipped(HouseStyle::default()));
        };
        let text = match fs::read_to_string(config) {
            Ok(text) => text,
            Err(error) => {
                self.say(&format!("{}: {}", config.display(), articles::reason(&error)));
                return None;
            }
        };
        match HouseStyle::parse(&text, |rule| Rule::find(rule).is_some()) {
            Ok(style) => {
                let actors = self.read_actors(&style, config);
                Some(Newsroom::shipped(style).with_actors(&actors))
            }
            Err(faults) => {
                faults.iter().for_each(|fault| self.say_fault(config, fault));
                None
            }
        }
    }

    /// The newsroom's own actors; a broken table is said and left out.
    fn read_actors(&mut self, style: &HouseStyle, config: &Path) -> Vec<Actor> {
        let folder = config.parent().unwrap_or(Path::new(""));
        let mut all: Vec<Actor> = Vec::new();
        for file in &style.actors {
            let path = folder.join(file);
            let text = match fs::read_to_string(&path) {
                Ok(text) => text,
                Err(error) => {
                    self.say(&format!(
                        "{}: {} (named under `actors` in {})",
                        path.display(),
                        articles::reason(&error),
                        config.display()
                    ));
                    continue;
                }
            };
            let (actors, faults) = actor_file::parse(&text);
            faults.iter().for_each(|fault| self.say_fault(&path, fault));
            for actor in actors {
                if all.iter().any(|other| other.id == actor.id) {
                    self.say(&format!(
                        "{}: [{}] is defined already; the first one is used",
                        path.display(),
                        actor.id
                    ));
                } else {
                    all.push(actor);
                }
            }
        }
        all
    }

    fn say_fault(&mut self, path: &Path, fault: &Fault) {
        self.say(&format!("{}:{}:{}: {}", path.display(), fault.line, fault.column, fault.message));
    }

    fn say(&mut self, sentence: &str) {
        self.trouble = true;
        complain(sentence);
    }
}

/// The folder in which the search for a configuration begins.
fn folder_of(article: &Path) -> PathBuf {
    let folder = if article.is_dir() { Some(article) } else { article.parent() };
    match folder {
        Some(folder) if article.as_os_str() != STDIN && !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}
