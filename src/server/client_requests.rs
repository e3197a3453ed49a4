//! What the client is asked, each in a task of its own and under a timeout: a client that never answers must
//! hold up nothing.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use serde_json::Value;
use tower_lsp::Client;
use tower_lsp::lsp_types::notification::{DidChangeWatchedFiles, Notification as _};
use tower_lsp::lsp_types::request::{Formatting, Request as _};
use tower_lsp::lsp_types::{
    ConfigurationItem, DidChangeWatchedFilesRegistrationOptions, FileSystemWatcher, GlobPattern,
    Registration, Unregistration,
};

use super::session::Session;

/// An answer of the client is waited for so long.
const CLIENT_TIMEOUT: Duration = Duration::from_secs(5);

/// What a client is asked to watch: configurations and actor files, and articles.
const WATCHED: [&str; 2] = ["**/*.toml", "**/*.{txt,text,md,markdown,mdown,mkd,html,htm,xhtml}"];

/// Asks the client what its user has set.
pub fn ask_settings(session: &Arc<Session>) {
    if !session.capabilities().has_configuration {
        return;
    }
    let session = session.clone();
    tokio::spawn(async move {
        let item = ConfigurationItem { scope_uri: None, section: Some("vartani".to_owned()) };
        let asked = ask(&session, |client| async move { client.configuration(vec![item]).await });
        if let Some(Ok(values)) = asked.await {
            session.take_settings(values.first().unwrap_or(&Value::Null));
            offer_formatting(&session);
            refresh(&session).await;
        }
    });
}

/// Has the client watch articles and the files that a newsroom writes its choices into.
pub fn watch_files(session: &Arc<Session>) {
    if !session.capabilities().watches_files {
        return;
    }
    let session = session.clone();
    tokio::spawn(async move {
        let watcher = |pattern: &str| FileSystemWatcher {
            glob_pattern: GlobPattern::String(pattern.to_owned()),
            kind: None,
        };
        let options = DidChangeWatchedFilesRegistrationOptions { watchers: WATCHED.map(watcher).to_vec() };
        let registration = Registration {
            id: "vartani-files".to_owned(),
            method: DidChangeWatchedFiles::METHOD.to_owned(),
            register_options: serde_json::to_value(options).ok(),
        };
        ask(&session, |client| async move { client.register_capability(vec![registration]).await }).await;
    });
}

/// Tells the client that articles are formatted where the user has set that, and that they are not any more where the
/// user has taken it back.
pub fn offer_formatting(session: &Arc<Session>) {
    let is_wanted = session.settings().formatting;
    let can_be_told = session.capabilities().registers_formatting;
    if !can_be_told || session.is_formatter.swap(is_wanted, Ordering::AcqRel) == is_wanted {
        return;
    }
    let session = session.clone();
    let (id, method) = ("vartani-formatting".to_owned(), Formatting::METHOD.to_owned());
    tokio::spawn(async move {
        let told = ask(&session, move |client| async move {
            if is_wanted {
                let registration = Registration { id, method, register_options: None };
                client.register_capability(vec![registration]).await
            } else {
                client.unregister_capability(vec![Unregistration { id, method }]).await
            }
        });
        told.await;
    });
}

/// Asks the client something and waits a while for the answer. The question stays open after that:
/// tower-lsp panics on an answer that nobody waits for.
pub async fn ask<F>(session: &Session, question: impl FnOnce(Client) -> F) -> Option<F::Output>
where
    F: Future<Output: Send> + Send + 'static,
{
    let answer = tokio::spawn(question(session.client.clone()));
    tokio::time::timeout(CLIENT_TIMEOUT, answer).await.ok()?.ok()
}

/// Has the client ask again for what it shows, where it can.
async fn refresh(session: &Session) {
    if session.capabilities().refreshes_diagnostics && session.capabilities().pulls {
        ask(session, |client| async move { client.workspace_diagnostic_refresh().await }).await;
    }
    if session.capabilities().refreshes_hints {
        ask(session, |client| async move { client.inlay_hint_refresh().await }).await;
    }
    if session.capabilities().refreshes_tokens {
        ask(session, |client| async move { client.semantic_tokens_refresh().await }).await;
    }
    if session.capabilities().refreshes_lenses {
        ask(session, |client| async move { client.code_lens_refresh().await }).await;
    }
}

/// Has the client ask again after a while.
pub fn refresh_after(session: &Arc<Session>, wait: Duration) {
    let session = session.clone();
    tokio::spawn(async move {
        tokio::time::sleep(wait).await;
        refresh(&session).await;
    });
}
