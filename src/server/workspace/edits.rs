//! Edits over several files and of others than the article: one spelling in a whole folder, a new actor of the newsroom, a
//! word for the user's dictionary.
//!
//! They are made when a writer has chosen them, not before.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use tower_lsp::lsp_types::{TextEdit, Url, WorkspaceEdit};

use super::scan::articles_in;
use crate::diagnostics::Snapshot;
use crate::files::today;
use crate::files::{Document, FileError, MAX_CONFIG, Newsrooms, Problem, dictionary_path, read_regular};
use crate::ide::config_edit::{StyleChange, difference};
use crate::ide::respell_workspace::Respelling;
use crate::newsroom::Dictionary;
use crate::newsroom::actor_file::place_of;
use crate::newsroom::new_actor::{NewActor, append};
use crate::reading::ReaderPool;
use crate::server::features::edits::{Step, steps, text_edits};
use crate::server::position::{Encoding, LineMapper};
use crate::server::progress::Cancel;
use crate::server::session::Session;
use crate::text::Lines;

/// The actor file that is made for a newsroom without one.
const ACTORS: &str = "actors.toml";

/// The edit that respells all articles of the folder in which one stands: the open ones in the version that
/// was looked at, the others as they lie on disk. `None` if there is nothing to do.
pub async fn respell(session: &Session, article: &Url, respelling: &Respelling) -> Option<WorkspaceEdit> {
    let folder = session.workspace.folder_of(&article.to_file_path().ok()?)?;
    let mut all: Vec<(Url, Option<i32>, Vec<TextEdit>)> = Vec::new();
    let open: Vec<Url> = session.documents.all().into_iter().filter(|uri| is_below(uri, &folder)).collect();
    for uri in open.clone() {
        // What changes right now is left for the next time
        let Ok(shot) = session.shot(&uri).await else { continue };
        let edits = text_edits(session.page(&shot), &respelling.edits(&shot.snapshot));
        all.push((uri, Some(shot.version), edits));
    }
    let cancel = Cancel::default();
    let _guard = cancel.on_drop();
    let work = Work {
        folder,
        open,
        respelling: respelling.clone(),
        dateline: session.settings().dateline,
        encoding: session.capabilities().encoding,
    };
    let closed = tokio::task::spawn_blocking(move || work.closed(&cancel)).await.ok()?;
    all.extend(closed.into_iter().map(|(uri, edits)| (uri, None, edits)));
    all.retain(|(.., edits)| !edits.is_empty());
    all.sort_by(|a, b| a.0.cmp(&b.0));
    let mut respelt = Vec::new();
    for (uri, version, edits) in &all {
        respelt.push(Step::Edit { target: session.target(uri, *version), edits: edits.clone() });
    }
    steps(session.capabilities().edits, respelt).filter(|_| !all.is_empty())
}

/// The edit that adds an actor to the newsroom's first actor file. If there is none it is made, and named in
/// `vartani.toml`. `None` where no file can be made or one cannot be read.
pub async fn add_actor(session: &Session, article: &Url, actor: &NewActor) -> Option<WorkspaceEdit> {
    let (config, toml, version) = session.house(article).await?;
    let first = session.actor_files(article).await.into_iter().next();
    let uri = match &first {
        Some(first) => first.clone(),
        None => config.join(ACTORS).ok()?,
    };
    let (text, file_version) = session.text_of(&uri).await;
    let mut actor = actor.clone();
    actor.id = free_id(text.as_deref().unwrap_or_default(), &actor.id);
    let appended = append(text.as_deref().unwrap_or_default(), std::slice::from_ref(&actor));
    let mut all = vec![change(session, &uri, file_version, text.as_deref(), &appended)];
    if first.is_none() {
        let named = StyleChange::Actors(ACTORS.to_owned()).apply(toml.as_deref().unwrap_or_default())?;
        all.insert(0, change(session, &config, version, toml.as_deref(), &named));
    }
    steps(session.capabilities().edits, all)
}

/// The edit that adds a word to the user's own dictionary, which is made if there is none. `None` where the word is in it,
/// or it cannot be read.
pub async fn add_word(session: &Session, word: &str) -> Option<WorkspaceEdit> {
    let path = dictionary_path()?;
    let uri = Url::from_file_path(&path).ok()?;
    let (text, version) = match session.documents.copy(&uri) {
        Some(open) => (Some(open.rope.to_string()), Some(open.version)),
        None => {
            let read = tokio::task::spawn_blocking(move || read_regular(&path, MAX_CONFIG)).await.ok()?;
            match read {
                Ok(file) => (Some(file.text), None),
                Err(FileError { problem: Problem::Missing, .. }) => (None, None),
                Err(error) => {
                    session.log(&error.message());
                    return None;
                }
            }
        }
    };
    let longer = Dictionary::with_word(text.as_deref().unwrap_or_default(), word)?;
    steps(session.capabilities().edits, vec![change(session, &uri, version, text.as_deref(), &longer)])
}

/// A document as it is to be, where it was `before`; `None` if there was none.
fn change<'a>(
    session: &Session,
    uri: &'a Url,
    version: Option<i32>,
    before: Option<&str>,
    after: &str,
) -> Step<'a> {
    let target = session.target(uri, version);
    let Some(before) = before else { return Step::Create { target, text: after.to_owned() } };
    let lines = Lines::of(before);
    let page = LineMapper { text: before, lines: &lines, encoding: session.capabilities().encoding };
    Step::Edit { target, edits: text_edits(page, &[difference(before, after)]) }
}

/// What is to be done about the closed articles of a folder.
struct Work {
    folder: PathBuf,
    open: Vec<Url>,
    respelling: Respelling,
    dateline: Option<jiff::civil::Date>,
    encoding: Encoding,
}

impl Work {
    fn closed(&self, cancel: &Cancel) -> Vec<(Url, Vec<TextEdit>)> {
        let newsrooms = Arc::new(Mutex::new(Newsrooms::default()));
        let paths = articles_in(std::slice::from_ref(&self.folder), &newsrooms).paths;
        let readers = ReaderPool::default();
        let mut readers = readers.lend();
        let mut out = Vec::new();
        for path in paths.iter().take_while(|_| !cancel.is_cancelled()) {
            let Ok(uri) = Url::from_file_path(path) else { continue };
            if self.open.contains(&uri) {
                continue;
            }
            let Ok(mut document) = Document::read(path, path, self.dateline) else { continue };
            if !self.respelling.may_concern(&document.text) {
                continue;
            }
            let newsroom = {
                let mut newsrooms = newsrooms.lock().unwrap_or_else(PoisonError::into_inner);
                newsrooms.of(path).unwrap_or_else(|| newsrooms.default_newsroom())
            };
            document.hints.today = Some(today(&newsroom));
            let reader = readers.of(&newsroom);
            let snapshot = Snapshot::take(document.text, document.format, reader, document.hints);
            let page = LineMapper { text: &snapshot.text, lines: &snapshot.lines, encoding: self.encoding };
            out.push((uri, text_edits(page, &self.respelling.edits(&snapshot))));
        }
        out
    }
}

fn is_below(uri: &Url, folder: &Path) -> bool {
    uri.to_file_path().is_ok_and(|path| path.starts_with(folder))
}

/// An id that no table of an actor file has.
fn free_id(file: &str, wanted: &str) -> String {
    let numbered = (2..).map(|number| format!("{wanted}-{number}"));
    let mut ids = std::iter::once(wanted.to_owned()).chain(numbered);
    ids.find(|id| place_of(file, id).is_none()).unwrap_or_default()
}
