//! What the user allows on this machine, whatever a workspace says: `vartani/config.toml` in the folder of the
//! user's configurations.

use std::path::{Path, PathBuf};

use etcetera::{BaseStrategy as _, choose_base_strategy};
use serde::Deserialize;

use super::read::{MAX_CONFIG, read_regular};
use super::{FileError, Problem};
use crate::newsroom::{Fault, Message};

/// The user's own configuration.
#[derive(Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(super) struct UserConfig {
    /// Folders in which the actor files of any newsroom may be, and what its house style extends, besides its own:
    /// absolute paths.
    pub actor_folders: Vec<PathBuf>,
}

/// What is wrong with the user's own configuration.
pub(super) enum UserFault {
    File(FileError),
    Fault(PathBuf, Fault),
}

impl UserConfig {
    /// Reads the user's own configuration; without one nothing is allowed.
    ///
    /// # Errors
    /// The file cannot be read, or holds what is not known.
    pub fn read() -> Result<UserConfig, UserFault> {
        let Ok(strategy) = choose_base_strategy() else { return Ok(UserConfig::default()) };
        let path = strategy.config_dir().join("vartani").join("config.toml");
        match read_regular(&path, MAX_CONFIG) {
            Ok(file) => UserConfig::parse(&file.text).map_err(|fault| UserFault::Fault(path, fault)),
            Err(FileError { problem: Problem::Missing | Problem::Denied, .. }) => Ok(UserConfig::default()),
            Err(error) => Err(UserFault::File(error)),
        }
    }

    fn parse(text: &str) -> Result<UserConfig, Fault> {
        let config: UserConfig = toml::from_str(text).map_err(|error| Fault::from_toml(text, &error))?;
        let is_whole = |folder: &&PathBuf| folder.is_absolute() && folder.as_path() != Path::new("/");
        match config.actor_folders.iter().find(|folder| !is_whole(folder)) {
            Some(folder) => {
                let at = text.find("actor-folders").unwrap_or_default();
                let folder = folder.display();
                let message = Message::new(
                    format!("`actor-folders`: “{folder}” फ़ोल्डर का पूरा पता नहीं है; / से शुरू करें"),
                    format!(
                        "`actor-folders`: \"{folder}\" is not the absolute path of a folder; write it from the root"
                    ),
                );
                Err(Fault::new(text, at..at + "actor-folders".len(), message))
            }
            None => Ok(config),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_absolute() {
        let read = |text: &str| UserConfig::parse(text);
        assert_eq!(read("").unwrap(), UserConfig::default());
        assert!(read("actor-folders = [\"names\"]").unwrap_err().message.en.contains("absolute"));
        assert!(read("actor-folders = [\"/\"]").is_err());
        assert!(read("actors = [\"/srv/names\"]").is_err());
    }
}
