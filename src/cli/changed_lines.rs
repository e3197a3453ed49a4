//! `check --changed-since REV`: the lines of articles that changed since a revision of git.
//!
//! Git itself is asked, in the folder one works in: which lines of the working tree are not those of the revision, and
//! which files it does not know yet. Nothing of a repository is run: no external diff, no text conversion, no monitor.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use rustc_hash::FxHashMap;

use super::failure::Failure;
use crate::files::absolute;
use crate::rules::Message;

/// The lines that changed, by the path of the file from the root.
#[derive(Debug)]
pub struct ChangedLines {
    /// The folder of the repository. Files outside are taken as new.
    root: PathBuf,
    /// Numbers of lines from 1; `None` where all of a file is new.
    by_file: FxHashMap<PathBuf, Option<Vec<Range<usize>>>>,
}

impl ChangedLines {
    /// Asks git what changed since a revision.
    ///
    /// # Errors
    /// There is no git, no repository, or no such revision in it; the sentence says what to do.
    pub fn since(revision: &str) -> Result<ChangedLines, Failure> {
        let root = git(&["rev-parse", "--show-toplevel"])?;
        if !root.status.success() {
            return Err(no_repository().into());
        }
        let root = PathBuf::from(lines_of(&root).trim_end_matches(['\r', '\n']));
        let root = root.canonicalize().unwrap_or(root);
        let commit = format!("{revision}^{{commit}}");
        let commit = git(&["rev-parse", "--verify", "--quiet", "--end-of-options", &commit])?;
        if !commit.status.success() {
            return Err(no_revision(revision, is_shallow()).into());
        }
        let commit = lines_of(&commit).trim().to_owned();
        let root_option = root.display().to_string();
        let changed = git(&[
            "-C",
            &root_option,
            "diff",
            "--unified=0",
            "--no-color",
            "--no-ext-diff",
            "--no-textconv",
            "--no-renames",
            "--src-prefix=a/",
            "--dst-prefix=b/",
            &commit,
            "--",
        ])?;
        let named = git(&["-C", &root_option, "diff", "--name-only", "--no-renames", "-z", &commit, "--"])?;
        let fresh = git(&["-C", &root_option, "ls-files", "--others", "--exclude-standard", "-z"])?;
        if let Some(failed) = [&changed, &named, &fresh].into_iter().find(|said| !said.status.success()) {
            return Err(failed_git(failed).into());
        }
        let mut hunks = hunks(&lines_of(&changed));
        let mut by_file = FxHashMap::default();
        // What git takes for no text, such as a Word document, it names without lines
        for name in lines_of(&named).split('\0').filter(|name| !name.is_empty()) {
            by_file.insert(root.join(name), hunks.remove(name));
        }
        for name in lines_of(&fresh).split('\0').filter(|name| !name.is_empty()) {
            by_file.insert(root.join(name), None);
        }
        Ok(ChangedLines { root, by_file })
    }

    /// The lines of a file that changed, counted from 1; `None` where all of it is new.
    pub fn of(&self, file: &Path) -> Option<&[Range<usize>]> {
        let file = absolute(file);
        let file = file.canonicalize().unwrap_or(file);
        match self.by_file.get(&file) {
            Some(changed) => changed.as_deref(),
            None => file.starts_with(&self.root).then_some(&[]),
        }
    }
}

/// Runs git, which takes no locks, asks nobody and quotes no letters beyond ASCII.
fn git(arguments: &[&str]) -> Result<Output, Failure> {
    let mut command = Command::new("git");
    command.args(["-c", "core.quotePath=false", "-c", "core.fsmonitor=false"]).args(arguments);
    command.env("GIT_OPTIONAL_LOCKS", "0").env("GIT_TERMINAL_PROMPT", "0");
    command.output().map_err(|error| {
        Failure::Message(Message::new(
            format!("--changed-since: git नहीं चल सका: {error}; git इंस्टॉल करें या यह विकल्प हटा दें"),
            format!("--changed-since needs git, which cannot be run: {error}; install git, or leave --changed-since out"),
        ))
    })
}

fn lines_of(said: &Output) -> String {
    String::from_utf8_lossy(&said.stdout).into_owned()
}

fn is_shallow() -> bool {
    git(&["rev-parse", "--is-shallow-repository"]).is_ok_and(|said| lines_of(&said).trim() == "true")
}

/// The files of a patch, each with the lines that are new in it.
fn hunks(patch: &str) -> FxHashMap<String, Vec<Range<usize>>> {
    let mut found: FxHashMap<String, Vec<Range<usize>>> = FxHashMap::default();
    let mut file = None;
    // How many lines of articles follow, which may look like anything
    let mut repeated = 0;
    for line in patch.split('\n') {
        if repeated > 0 {
            repeated -= usize::from(!line.starts_with('\\'));
            continue;
        }
        if let Some(name) = line.strip_prefix("+++ ") {
            file = name_of(name).map(|name| found.entry(name).or_default());
        } else if let Some((gone, new)) = line.strip_prefix("@@ -").and_then(hunk) {
            repeated = gone.len() + new.len();
            if let Some(lines) = &mut file {
                lines.push(new);
            }
        }
    }
    found
}

/// The lines of `3,2 +3,4 @@` before and after.
fn hunk(line: &str) -> Option<(Range<usize>, Range<usize>)> {
    let (before, rest) = line.split_once(" +")?;
    let (after, _) = rest.split_once(" @@")?;
    let lines = |range: &str| {
        let (start, count) = range.split_once(',').unwrap_or((range, "1"));
        let (start, count): (usize, usize) = (start.parse().ok()?, count.parse().ok()?);
        Some(start..start + count)
    };
    Some((lines(before)?, lines(after)?))
}

/// The name in `b/NAME`, or in `"b/NAME"` with marks as C writes them; none for `/dev/null`.
fn name_of(name: &str) -> Option<String> {
    let name = name.trim_end_matches(['\r', '\t']);
    let Some(quoted) = name.strip_prefix('"').and_then(|name| name.strip_suffix('"')) else {
        return name.strip_prefix("b/").map(str::to_owned);
    };
    let mut bytes = Vec::new();
    let mut rest = quoted.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'\\' {
            bytes.push(byte);
            continue;
        }
        bytes.push(match rest.next()? {
            b'n' => b'\n',
            b't' => b'\t',
            b'r' => b'\r',
            b'a' => 7,
            b'b' => 8,
            b'f' => 12,
            b'v' => 11,
            octal @ b'0'..=b'3' => {
                let digit = |byte: u8| byte.wrapping_sub(b'0');
                (digit(octal) << 6) | (digit(rest.next()?) << 3) | digit(rest.next()?)
            }
            other => other,
        });
    }
    String::from_utf8_lossy(&bytes).strip_prefix("b/").map(str::to_owned)
}

fn no_repository() -> Message {
    Message::new(
        "--changed-since: यह फ़ोल्डर git का नहीं है; git clone वाले में चलाएँ या यह विकल्प हटा दें",
        "--changed-since: this folder is in no repository of git; run it in a clone, or leave --changed-since out",
    )
}

fn no_revision(revision: &str, is_shallow: bool) -> Message {
    if is_shallow {
        return Message::new(
            format!(
                "--changed-since {revision}: यह git के इस अधूरे क्लोन में नहीं है; `git fetch --unshallow` या CI में \
                 fetch-depth: 0 से पूरा इतिहास लाएँ"
            ),
            format!(
                "--changed-since {revision}: this shallow clone has no such revision; bring the history with \
                 `git fetch --unshallow`, in CI with fetch-depth: 0"
            ),
        );
    }
    Message::new(
        format!("--changed-since {revision}: git ऐसा कोई संस्करण नहीं जानता; `git log` में देख लें"),
        format!("--changed-since {revision}: git knows no such revision; `git log` lists them"),
    )
}

fn failed_git(said: &Output) -> Message {
    let error = String::from_utf8_lossy(&said.stderr);
    let first = error.lines().next().unwrap_or_default();
    Message::new(
        format!("--changed-since: git रुक गया: {first}"),
        format!("--changed-since: git failed: {first}"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_patch_tells_the_new_lines_of_each_file() {
        let patch = "diff --git a/a.txt b/a.txt\n--- a/a.txt\n+++ b/a.txt\n@@ -2 +2,2 @@\n-पुल टूटा।\n+पुल खुला।\n+++ b/x.txt\n\
                     @@ -9,2 +9,0 @@ @@\n-एक\n-दो\n\
                     diff --git a/b b/b\n--- /dev/null\n+++ \"b/\\340\\244\\225\\\"\\n.txt\"\n@@ -0,0 +1 @@\n+क\n@@ -3,0 +4,2 @@\n+क\n+ख\n\\ No newline at end of file\n\
                     --- a/c.txt\n+++ /dev/null\n@@ -1 +0,0 @@\n-क\n";
        let mut found: Vec<_> = hunks(patch).into_iter().collect();
        found.sort_by(|a, b| a.0.cmp(&b.0));
        assert_eq!(
            found,
            [("a.txt".to_owned(), vec![2..4, 9..9]), ("क\"\n.txt".to_owned(), vec![1..2, 4..6])]
        );
    }
}
