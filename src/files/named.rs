//! Which files a `vartani.toml` may name: what is below its own folder, or below one that the user allows.
//!
//! A workspace is somebody else's text. A name is judged first by how it is written, so that nothing outside is
//! even looked at, and then by where it leads.

use std::fs;
use std::path::{Component, Path, PathBuf};

use crate::newsroom::Message;

/// Why a name under `actors` or `extends` is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// It is the name of another machine: `\\server\share`.
    Network,
    /// It is written from the root.
    Absolute,
    /// It leads upwards.
    Upwards,
    /// It is a link, or below one, that leads out of the folder.
    Link,
}

impl Refusal {
    /// The sentence about a name under a key, to be said at its place in the configuration.
    pub fn message(self, key: &str, name: &str) -> Message {
        let (hi, en) = match self {
            Refusal::Network => ("दूसरी मशीन पर है", "is on another machine"),
            Refusal::Absolute => ("पूरा पता है", "is an absolute path"),
            Refusal::Upwards => ("इस फ़ोल्डर से बाहर है", "leads out of this folder"),
            Refusal::Link => ("इस फ़ोल्डर से बाहर का लिंक है", "is a link out of this folder"),
        };
        Message::new(
            format!("`{key}`: “{name}” {hi}, इसलिए नहीं पढ़ा गया; फ़ाइल को vartani.toml के फ़ोल्डर में रखें"),
            format!(
                "`{key}`: \"{name}\" {en}; it was not read; put the file below the folder of vartani.toml"
            ),
        )
    }
}

/// The file that `config` means by a name; it need not exist yet. `allowed` are the folders that the user's own
/// configuration allows besides.
///
/// # Errors
/// The name leads somewhere else.
pub(super) fn locate(config: &Path, name: &str, allowed: &[PathBuf]) -> Result<PathBuf, Refusal> {
    if name.starts_with("\\\\") || name.starts_with("//") {
        return Err(Refusal::Network);
    }
    let folder = super::absolute(config).parent().map_or_else(|| PathBuf::from("/"), Path::to_owned);
    let written = Path::new(name);
    let path = folder.join(written);
    let is_allowed = |path: &Path| allowed.iter().any(|allowed| path.starts_with(allowed));
    if !is_allowed(&without_dots(&path)) {
        let is_drive = name.as_bytes().get(1) == Some(&b':');
        if is_drive || written.has_root() || matches!(written.components().next(), Some(Component::Prefix(_)))
        {
            return Err(Refusal::Absolute);
        }
        if written.components().any(|part| part == Component::ParentDir) {
            return Err(Refusal::Upwards);
        }
    }
    let Some(real) = real(&path) else { return Ok(path) };
    let is_within = |folder: &Path| fs::canonicalize(folder).is_ok_and(|folder| real.starts_with(folder));
    if is_within(&folder) || allowed.iter().any(|allowed| is_within(allowed)) {
        // As it is written: that is what a person knows
        return Ok(config.parent().unwrap_or(Path::new("")).join(written));
    }
    Err(Refusal::Link)
}

/// Where a path leads through all links. Of one that does not exist yet, its nearest folder that does; `None`
/// where there is none.
fn real(path: &Path) -> Option<PathBuf> {
    path.ancestors().find_map(|part| match fs::canonicalize(part) {
        Ok(real) => Some(real),
        // A link that leads nowhere would be followed by whoever makes the file
        Err(_) if part.is_symlink() => Some(fs::read_link(part).unwrap_or_default()),
        Err(_) => None,
    })
}

/// A path without `.` and `..`, as it is written.
fn without_dots(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                plain.pop();
            }
            part => plain.push(part),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_below_the_folder_is_taken_whether_it_exists_or_not() {
        let folder = tempfile::tempdir().unwrap();
        let config = folder.path().join("vartani.toml");
        for name in ["names.toml", "नाम/हमारे.toml", "./names.toml", "..names.toml"] {
            assert_eq!(locate(&config, name, &[]), Ok(folder.path().join(name)), "{name}");
        }
    }

    #[test]
    fn a_name_that_leads_elsewhere_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let config = folder.path().join("desk/vartani.toml");
        fs::create_dir(folder.path().join("desk")).unwrap();
        fs::write(folder.path().join("names.toml"), "").unwrap();
        for (name, refusal) in [
            ("/dev/zero", Refusal::Absolute),
            ("/dev/stdin", Refusal::Absolute),
            ("/proc/self/environ", Refusal::Absolute),
            ("C:\\names.toml", Refusal::Absolute),
            ("\\\\server\\share\\names.toml", Refusal::Network),
            ("//server/share/names.toml", Refusal::Network),
            ("../names.toml", Refusal::Upwards),
            ("a/../../names.toml", Refusal::Upwards),
        ] {
            assert_eq!(locate(&config, name, &[]), Err(refusal), "{name}");
        }
        let allowed = [folder.path().to_owned()];
        assert!(locate(&config, "../names.toml", &allowed).is_ok());
        let whole = folder.path().join("names.toml");
        assert_eq!(locate(&config, whole.to_str().unwrap(), &allowed), Ok(whole));
    }

    #[test]
    #[cfg(unix)]
    fn a_link_is_judged_by_where_it_leads() {
        use std::os::unix::fs::symlink;
        let folder = tempfile::tempdir().unwrap();
        let config = folder.path().join("desk/vartani.toml");
        fs::create_dir(folder.path().join("desk")).unwrap();
        fs::write(folder.path().join("names.toml"), "").unwrap();
        fs::write(folder.path().join("desk/own.toml"), "").unwrap();
        let link = |target: &str, name: &str| symlink(target, folder.path().join("desk").join(name)).unwrap();
        link("own.toml", "inside.toml");
        link("../names.toml", "outside.toml");
        link("/no/such/place", "lost.toml");
        link("..", "above");
        link("/dev", "devices");
        assert!(locate(&config, "inside.toml", &[]).is_ok());
        for name in ["outside.toml", "lost.toml", "above/names.toml", "above/new.toml", "devices/zero"] {
            assert_eq!(locate(&config, name, &[]), Err(Refusal::Link), "{name}");
        }
    }
}
