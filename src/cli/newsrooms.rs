//! Which newsroom an article belongs to: the nearest `vartani.toml` upwards from it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use ignore::gitignore::{Gitignore, GitignoreBuilder};
use rustc_hash::FxHashMap;
use toml::Spanned;

use super::articles::{absolute, read_text};
use super::complain;
use crate::newsroom::{Actor, Fault, HouseStyle, Newsroom, actor_file};
use crate::rules::Rule;

/// The name of the configuration.
pub const CONFIG: &str = "vartani.toml";

/// Where shells and systems keep streams that are open. As `-`, these belong to the current folder.
const STREAMS: [&str; 3] = ["/dev/stdin", "/dev/fd", "/proc/self/fd"];

/// The newsrooms of a run, each read, and its faults said, once.
pub struct Newsrooms {
    /// One configuration for all, from the command line.
    given: Option<PathBuf>,
    by_folder: FxHashMap<PathBuf, Option<PathBuf>>,
    by_config: FxHashMap<Option<PathBuf>, Option<Met>>,
    /// Whether some file had a fault, which has been said.
    pub trouble: bool,
}

/// A newsroom of this run.
struct Met {
    newsroom: Arc<Newsroom>,
    /// What is no article, anchored at the folder of the configuration.
    exclude: Gitignore,
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
        self.meet(article).map(|met| met.newsroom.clone())
    }

    /// Whether the newsroom that a file or folder stands in says that it is no article.
    pub fn exclude(&mut self, path: &Path, is_folder: bool) -> bool {
        let Some(Met { exclude, .. }) = self.meet(path) else { return false };
        if exclude.is_empty() {
            return false;
        }
        let path = absolute(path);
        path.starts_with(exclude.path()) && exclude.matched_path_or_any_parents(&path, is_folder).is_ignore()
    }

    fn meet(&mut self, path: &Path) -> Option<&Met> {
        let config = match &self.given {
            Some(given) => Some(given.clone()),
            None => self.nearest(folder_of(path)),
        };
        if !self.by_config.contains_key(&config) {
            let met = self.open(config.as_deref());
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

    fn open(&mut self, config: Option<&Path>) -> Option<Met> {
        let Some(config) = config else {
            let newsroom = Newsroom::shipped(HouseStyle::default());
            return Some(Met { newsroom: Arc::new(newsroom), exclude: Gitignore::empty() });
        };
        let text = read_text(config).map_err(|sentence| self.say(&sentence)).ok()?;
        let read = HouseStyle::parse(&text, |rule| Rule::find(rule).is_some())
            .and_then(|style| Ok((exclude(&style, &text, config)?, style)));
        match read {
            Ok((exclude, style)) => {
                let actors = self.read_actors(&style, config);
                Some(Met { newsroom: Arc::new(Newsroom::shipped(style).with_actors(&actors)), exclude })
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
            let text = match read_text(&path) {
                Ok(text) => text,
                Err(sentence) => {
                    self.say(&format!("{sentence} (named under `actors` in {})", config.display()));
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

/// What a newsroom excludes.
///
/// # Errors
/// Every pattern that is none, with its place in `text`, the configuration.
fn exclude(style: &HouseStyle, text: &str, config: &Path) -> Result<Gitignore, Vec<Fault>> {
    let config = absolute(config);
    let mut builder = GitignoreBuilder::new(config.parent().unwrap_or(&config));
    builder.allow_unclosed_class(false);
    let fault = |pattern: &Spanned<String>| {
        let message = format!(
            "`exclude`: \"{}\" is no pattern as in .gitignore; check its brackets, braces and backslashes",
            pattern.get_ref()
        );
        Fault::new(text, pattern.span(), message)
    };
    let bad = |pattern: &&Spanned<String>| builder.add_line(None, pattern.get_ref()).is_err();
    let faults: Vec<Fault> = style.exclude.iter().filter(bad).map(fault).collect();
    if !faults.is_empty() {
        return Err(faults);
    }
    // Each pattern is good; all together they may still be too long for the matcher
    builder.build().map_err(|_| style.exclude.first().map(fault).into_iter().collect())
}

/// The folder in which the search for a configuration begins.
fn folder_of(path: &Path) -> PathBuf {
    let is_stream = STREAMS.iter().any(|stream| path.starts_with(stream));
    match path.parent() {
        Some(folder) if !is_stream && !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}
