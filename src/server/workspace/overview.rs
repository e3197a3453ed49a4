//! Scanning the closed articles of the open folders for a session.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::Ordering;
use std::sync::{Arc, PoisonError, Weak};
use std::time::Duration;

use tokio::sync::Notify;
use tower_lsp::jsonrpc::Error;
use tower_lsp::lsp_types::request::WorkDoneProgressCreate;
use tower_lsp::lsp_types::{Diagnostic, ProgressToken, Url, WorkDoneProgressCreateParams};

use super::closed::Overview;
use super::folders::TOKEN;
use super::scan::Terms;
use crate::diagnostics::Snapshot;
use crate::diagnostics::cross_file::{ByConfig, severity};
use crate::rules::Message;
use crate::server::client_requests::{ask, refresh_after};
use crate::server::progress::{Cancel, Progress};
use crate::server::session::Session;

/// After something has changed, so long nothing more must change before a scan for a client that is sent
/// diagnostics: saving all files is one change.
const DEBOUNCE: Duration = Duration::from_millis(300);

/// What is known of the closed articles of all open folders, scanned anew if something may have changed.
/// Progress is told under `token`. A request that is dropped takes its scan with it.
///
/// # Errors
/// `RequestCancelled` where `cancel` says so.
pub async fn overview(
    session: &Arc<Session>,
    token: Option<ProgressToken>,
    cancel: &Cancel,
) -> Result<Arc<Overview>, Error> {
    let workspace = &session.workspace;
    // Changes of files are told by a client that watches them; of others nobody knows
    let changes = workspace.changes.load(Ordering::Acquire);
    if session.capabilities().watches_files && workspace.seen.load(Ordering::Acquire) == changes {
        return Ok(workspace.latest());
    }
    let _guard = cancel.on_drop();
    let title = Message::new("ख़बरें पढ़ी जा रही हैं", "Reading articles");
    let title = title.in_locale(session.locale(None)).to_owned();
    let mut progress = token.map(|token| Progress::begin(session.client.clone(), token, title));
    let terms = Terms {
        folders: workspace.folders().clone(),
        generation: workspace.generation.load(Ordering::Acquire),
        dateline: session.settings().dateline,
        across: session.settings().across,
        open: open_articles(session),
        locale: session.settings().locale,
        client_locale: session.capabilities().locale,
        encoding: session.capabilities().encoding,
        diagnostics: session.capabilities().diagnostics,
    };
    let (scanner, cancelled) = (workspace.scanner.clone(), cancel.clone());
    let scan = move || {
        let mut scanner = scanner.lock().unwrap_or_else(PoisonError::into_inner);
        let overview = scanner.scan(&terms, &cancelled, |done, of| {
            if let Some(progress) = &mut progress {
                progress.report(done, of);
            }
        });
        (overview, scanner.notes())
    };
    let scanned = tokio::task::spawn_blocking(scan).await;
    let Ok((Some((overview, across)), notes)) = scanned else {
        return Err(Error::request_cancelled());
    };
    notes.into_iter().for_each(|note| session.log(&note));
    let overview = Arc::new(overview);
    *workspace.latest.write().unwrap_or_else(PoisonError::into_inner) = overview.clone();
    workspace.seen.store(changes, Ordering::Release);
    keep_across(session, across);
    Ok(overview)
}

/// Open articles that lie on disk, as they were last read.
fn open_articles(session: &Session) -> Vec<(PathBuf, Arc<Snapshot>)> {
    let open = session.documents.all_latest().into_iter();
    open.filter_map(|(uri, snapshot)| Some((uri.to_file_path().ok()?, snapshot))).collect()
}

/// Whether diagnostics of closed articles are sent to the client without its asking.
pub fn pushes_closed(session: &Session) -> bool {
    !session.capabilities().pulls && session.settings().workspace_diagnostics == Some(true)
}

/// The diagnostics to send for a closed article.
pub fn of_closed(session: &Session, uri: &Url) -> Vec<Diagnostic> {
    if !pushes_closed(session) {
        return Vec::new();
    }
    session.workspace.latest().get(uri).map(|closed| closed.diagnostics.to_vec()).unwrap_or_default()
}

/// Whether somebody wants to know: the user, or the newsroom of an open article.
pub fn compares_articles(session: &Session) -> bool {
    let asked = session.settings().across;
    let wants = |snapshot: &Snapshot| severity(&snapshot.newsroom, asked).is_some();
    asked || session.documents.all_latest().iter().any(|(_, snapshot)| wants(snapshot))
}

/// Keeps what a scan has found; open articles are held against it anew.
fn keep_across(session: &Arc<Session>, found: ByConfig) {
    if session.workspace.set_across(found) {
        session.read_all_again();
        refresh_after(session, Duration::ZERO);
    }
}

/// Keeps a client up to date on closed articles that is sent diagnostics and wants those too, until the
/// session ends.
pub async fn keep_up(session: Weak<Session>, changed: Arc<Notify>) {
    let mut shown: BTreeMap<Url, String> = BTreeMap::new();
    loop {
        changed.notified().await;
        tokio::time::sleep(DEBOUNCE).await;
        let Some(session) = session.upgrade() else { return };
        let mut now = BTreeMap::new();
        if pushes_closed(&session) || compares_articles(&session) {
            let Ok(overview) = overview_unasked(&session).await else { continue };
            let overview = if pushes_closed(&session) { overview } else { Arc::default() };
            now.extend(overview.iter().map(|(uri, closed)| (uri.clone(), closed.id.clone())));
        }
        let differs = |uri: &&Url| shown.get(*uri) != now.get(*uri);
        let all = shown.keys().chain(now.keys().filter(|uri| !shown.contains_key(*uri)));
        all.filter(differs).for_each(|uri| session.queue.read(uri.clone()));
        shown = now;
    }
}

async fn overview_unasked(session: &Arc<Session>) -> Result<Arc<Overview>, Error> {
    let cancel = Cancel::default();
    *session.workspace.unasked.lock().unwrap_or_else(PoisonError::into_inner) = cancel.clone();
    // Later scans read what has changed, which is soon done; a bar at every save would only flicker
    let is_first = session.workspace.latest().is_empty();
    let token = if is_first { make_token(session).await } else { None };
    overview(session, token, &cancel).await
}

/// A token under which the client shows progress that it did not ask for, if it does that.
async fn make_token(session: &Session) -> Option<ProgressToken> {
    if !session.capabilities().shows_progress {
        return None;
    }
    let token = ProgressToken::String(TOKEN.to_owned());
    let params = WorkDoneProgressCreateParams { token: token.clone() };
    let made =
        ask(session, |client| async move { client.send_request::<WorkDoneProgressCreate>(params).await });
    made.await?.ok()?;
    Some(token)
}
