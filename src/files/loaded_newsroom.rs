//! A newsroom as it was read from its files, and what it is for each of its articles.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::house_style::HouseStyle;
use crate::newsroom::{Config, Newsroom};

/// A newsroom that was met.
pub(super) struct LoadedNewsroom {
    newsroom: Arc<Newsroom>,
    /// Its house style; `None` for articles that belong to no newsroom.
    style: Option<HouseStyle>,
    /// Its actor files, whether they exist or not.
    pub actor_files: Vec<PathBuf>,
    /// The files that its house style extends.
    pub extended: Vec<PathBuf>,
    /// The ledger that it keeps.
    pub ledger: Option<PathBuf>,
    /// The same newsroom for files in which something is ignored or done otherwise, by the numbers of what is.
    for_files: FxHashMap<(Vec<usize>, Vec<usize>), Arc<Newsroom>>,
}

impl LoadedNewsroom {
    /// What articles are read for that belong to no newsroom.
    pub fn shipped(newsroom: Arc<Newsroom>) -> LoadedNewsroom {
        let (actor_files, extended, for_files) = (Vec::new(), Vec::new(), FxHashMap::default());
        LoadedNewsroom { newsroom, style: None, actor_files, extended, ledger: None, for_files }
    }

    /// A newsroom with the house style and the actor files that it was read from, and the ledger that it keeps.
    pub fn new(
        newsroom: Arc<Newsroom>,
        style: HouseStyle,
        actor_files: Vec<PathBuf>,
        ledger: Option<PathBuf>,
    ) -> LoadedNewsroom {
        let extended = style.extended();
        LoadedNewsroom {
            newsroom,
            style: Some(style),
            actor_files,
            extended,
            ledger,
            for_files: FxHashMap::default(),
        }
    }

    /// Whether its house style says that a file or folder is no article.
    pub fn excludes(&self, path: &Path, is_folder: bool) -> bool {
        self.style.as_ref().is_some_and(|style| style.excludes(path, is_folder))
    }

    /// The newsroom as it is for one article; `chosen` adds to a configuration what is wanted beyond it.
    pub fn newsroom_of(&mut self, article: &Path, chosen: impl FnOnce(Config) -> Config) -> Arc<Newsroom> {
        let LoadedNewsroom { newsroom, style: Some(style), for_files, .. } = self else {
            return self.newsroom.clone();
        };
        let (ignored, overrides) = (style.ignored_in(article), style.overrides_of(article));
        if ignored.is_empty() && overrides.is_empty() {
            return newsroom.clone();
        }
        let special = for_files.entry((ignored, overrides)).or_insert_with_key(|(ignored, overrides)| {
            let mut special = (**newsroom).clone();
            special.ignored.extend(ignored.iter().map(|&number| style.ignored(number)));
            if !overrides.is_empty() {
                special.config = chosen(style.config_with(overrides));
            }
            Arc::new(special)
        });
        special.clone()
    }
}
