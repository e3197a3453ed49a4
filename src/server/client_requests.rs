//! What the client is asked, each in a task of its own and under a timeout: a client that never answers must
//! hold up nothing.

use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;
use tower_lsp::Client;
use tower_lsp::lsp_types::notification::{DidChangeWatchedFiles, Notification as _};
use tower_lsp::lsp_types::{
    ConfigurationItem, DidChangeWatchedFilesRegistrationOptions, FileSystemWatcher, GlobPattern, Registration,
};

use super::session::Session;

/// An answer of the client is waited for so long.
const CLIENT_TIMEOUT: Duration = Duration::from_secs(5);

/// What a client is asked to watch: configurations and actor files, and articles.
const WATCHED: [&str; 2] = ["**/*.toml", "**/*.{txt,text,md,markdown,mdown,mkd,html,htm,xhtml}"];

impl Session {
    /// Asks the client what its user has set.
    pub fn ask_settings(self: &Arc<Self>) {
        if !self.capabilities().has_configuration {
            return;
        }
        let session = self.clone();
        tokio::spawn(async move {
            let item = ConfigurationItem { scope_uri: None, section: Some("vartani".to_owned()) };
            let asked = session.ask(|client| async move { client.configuration(vec![item]).await });
            if let Some(Ok(values)) = asked.await {
                session.take_settings(values.first().unwrap_or(&Value::Null));
                session.refresh().await;
            }
        });
    }

    /// Has the client watch articles and the files that a newsroom writes its choices into.
    pub fn watch_files(self: &Arc<Self>) {
        if !self.capabilities().watches_files {
            return;
        }
        let session = self.clone();
        tokio::spawn(async move {
            let watcher = |pattern: &str| FileSystemWatcher {
                glob_pattern: GlobPattern::String(pattern.to_owned()),
                kind: None,
            };
            let options =
                DidChangeWatchedFilesRegistrationOptions { watchers: WATCHED.map(watcher).to_vec() };
            let registration = Registration {
                id: "vartani-files".to_owned(),
                method: DidChangeWatchedFiles::METHOD.to_owned(),
                register_options: serde_json::to_value(options).ok(),
            };
            session.ask(|client| async move { client.register_capability(vec![registration]).await }).await;
        });
    }

    /// Asks the client something and waits a while for the answer. The question stays open after that:
    /// tower-lsp panics on an answer that nobody waits for.
    pub async fn ask<F>(&self, question: impl FnOnce(Client) -> F) -> Option<F::Output>
    where
        F: Future<Output: Send> + Send + 'static,
    {
        let answer = tokio::spawn(question(self.client.clone()));
        tokio::time::timeout(CLIENT_TIMEOUT, answer).await.ok()?.ok()
    }

    /// Has the client ask again for what it shows, where it can.
    async fn refresh(&self) {
        if self.capabilities().refreshes_diagnostics && self.capabilities().pulls {
            self.ask(|client| async move { client.workspace_diagnostic_refresh().await }).await;
        }
        if self.capabilities().refreshes_hints {
            self.ask(|client| async move { client.inlay_hint_refresh().await }).await;
        }
        if self.capabilities().refreshes_tokens {
            self.ask(|client| async move { client.semantic_tokens_refresh().await }).await;
        }
    }

    /// Has the client ask again after a while.
    pub fn refresh_after(self: &Arc<Self>, wait: Duration) {
        let session = self.clone();
        tokio::spawn(async move {
            tokio::time::sleep(wait).await;
            session.refresh().await;
        });
    }
}
