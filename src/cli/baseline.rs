//! Baselines: what stood in an archive before anybody checked it, so that only what comes anew is reported.
//!
//! A baseline counts, for each file, the findings of a rule on the same words. It knows no lines, so it holds whatever
//! is written above a finding; the first so many findings on those words are taken for the old ones.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::failure::Failure;
use crate::diagnostics::Diagnostic;
use crate::files::{FileError, TextFile, absolute, read_text, replace};
use crate::rules::Message;
use crate::text::Span;

/// The form of the file. Another form has another number.
const VERSION: u32 = 1;

/// How often a rule found the same words in a file: by rule, then by words.
type Counts = BTreeMap<String, BTreeMap<String, usize>>;

/// The file.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "vartani-baseline")]
    version: u32,
    findings: BTreeMap<String, Counts>,
}

/// What was found when the baseline was written.
#[derive(Debug)]
pub struct Baseline {
    /// The folder of the file, from which it names articles.
    folder: PathBuf,
    findings: BTreeMap<String, Counts>,
}

impl Baseline {
    /// Reads a baseline.
    ///
    /// # Errors
    /// It cannot be read, is none, or is of another version.
    pub fn read(path: &Path) -> Result<Baseline, Failure> {
        let TextFile { text, .. } = read_text(path)?;
        let file: File = serde_json::from_str(&text).map_err(|error| not_a_baseline(path, &text, &error))?;
        if file.version != VERSION {
            return Err(another_version(path, file.version).into());
        }
        Ok(Baseline { folder: folder_of(path), findings: file.findings })
    }

    /// The baseline to write into a file: what is there already of other articles stays, where these still exist.
    ///
    /// # Errors
    /// A file of that name is there and is no baseline.
    pub fn to_write(path: &Path) -> Result<Baseline, Failure> {
        let mut old = match path.exists() {
            true => Baseline::read(path)?,
            false => Baseline { folder: folder_of(path), findings: BTreeMap::new() },
        };
        let folder = old.folder.clone();
        old.findings.retain(|name, _| folder.join(name).exists());
        Ok(old)
    }

    /// Puts the findings of an article in the place of those it had.
    pub fn put(&mut self, article: &Path, text: &str, found: &[Diagnostic]) {
        let mut counts = Counts::new();
        for found in found {
            let of_rule = counts.entry(found.code().to_owned()).or_default();
            *of_rule.entry(found.span.of(text).to_owned()).or_default() += 1;
        }
        let name = self.name_of(article);
        match counts.is_empty() {
            true => self.findings.remove(&name),
            false => self.findings.insert(name, counts),
        };
    }

    /// Writes the file.
    ///
    /// # Errors
    /// The file cannot be written; then it is as it was.
    pub fn write(self, path: &Path) -> Result<(), FileError> {
        let file = File { version: VERSION, findings: self.findings };
        let text = serde_json::to_string_pretty(&file).expect("strings and numbers") + "\n";
        replace(path, |out| out.write_all(text.as_bytes()).map(|()| true))
    }

    /// The findings of an article that are not in the baseline, asked for in the order of the text.
    pub fn news<'a>(&'a self, article: &Path, text: &'a str) -> impl FnMut(&str, Span) -> bool + 'a {
        let known = self.findings.get(&self.name_of(article));
        let mut met: FxHashMap<(String, &'a str), usize> = FxHashMap::default();
        move |rule, span| {
            let words = span.of(text);
            let allowed = known.and_then(|known| known.get(rule)?.get(words)).copied().unwrap_or_default();
            let met = met.entry((rule.to_owned(), words)).or_default();
            *met += 1;
            *met > allowed
        }
    }

    /// The articles in it that are no longer there.
    pub fn gone(&self) -> usize {
        self.findings.keys().filter(|name| !self.folder.join(name).exists()).count()
    }

    /// What the baseline calls an article: its path from the folder of the baseline, with `/`.
    fn name_of(&self, article: &Path) -> String {
        let article = absolute(article);
        let shared = article.components().zip(self.folder.components()).take_while(|(a, b)| a == b).count();
        let up = self.folder.components().skip(shared).map(|_| Component::ParentDir);
        let path: PathBuf = up.chain(article.components().skip(shared)).collect();
        let name = path.display().to_string();
        if cfg!(windows) { name.replace('\\', "/") } else { name }
    }
}

/// The folder of a file, from the root.
fn folder_of(path: &Path) -> PathBuf {
    absolute(path).parent().map_or_else(PathBuf::new, Path::to_owned)
}

fn not_a_baseline(path: &Path, text: &str, error: &serde_json::Error) -> Failure {
    // A later version may have other fields
    let version = serde_json::from_str::<serde_json::Value>(text)
        .ok()
        .and_then(|file| file["vartani-baseline"].as_u64());
    if let Some(version) =
        version.and_then(|version| u32::try_from(version).ok()).filter(|&version| version != VERSION)
    {
        return another_version(path, version).into();
    }
    let (path, line) = (path.display(), error.line());
    Failure::Message(Message::new(
        format!("{path}:{line}: यह पुराने निशानों की फ़ाइल नहीं है; --write-baseline से किसी और नाम की बनाएँ"),
        format!("{path}:{line}: this is no baseline; write one under another name with --write-baseline"),
    ))
}

fn another_version(path: &Path, version: u32) -> Message {
    let path = path.display();
    Message::new(
        format!("{path}: यह फ़ाइल संस्करण {version} की है, चाहिए {VERSION}; हटाकर --write-baseline से नई बनाएँ"),
        format!(
            "{path}: the baseline is of version {version} and this vartani reads version {VERSION}; delete it and write it \
             anew with --write-baseline {path}"
        ),
    )
}

/// What is said of a baseline with articles that are gone.
pub fn gone(path: &Path, articles: usize) -> Option<Message> {
    let path = path.display();
    (articles > 0).then(|| {
        let (hi, en) = if articles == 1 {
            ("1 ख़बर अब नहीं है".to_owned(), "1 of its articles is gone".to_owned())
        } else {
            (format!("{articles} ख़बरें अब नहीं हैं"), format!("{articles} of its articles are gone"))
        };
        Message::new(
            format!("{path}: {hi}; --write-baseline पर इसमें से हट जाती हैं"),
            format!("{path}: {en}; --write-baseline leaves out what is gone"),
        )
    })
}
