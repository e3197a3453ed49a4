//! Work that takes a while, shown to the client, which may call it off.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use tokio::sync::mpsc;
use tower_lsp::Client;
use tower_lsp::lsp_types::notification::Progress as ProgressNotification;
use tower_lsp::lsp_types::{
    ProgressParams, ProgressParamsValue, ProgressToken, WorkDoneProgress, WorkDoneProgressBegin,
    WorkDoneProgressEnd, WorkDoneProgressReport,
};

/// A client is told no more often.
const BETWEEN_REPORTS: Duration = Duration::from_millis(100);

/// Whether work has been called off: asked by who does it, said by who wanted it.
#[derive(Clone, Debug, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl Cancel {
    /// Calls the work off.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether the work has been called off.
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    /// Calls the work off when the guard is dropped: a request that the client cancels is dropped.
    pub fn on_drop(&self) -> CancelOnDrop {
        CancelOnDrop(self.clone())
    }
}

/// See [`Cancel::on_drop`].
pub struct CancelOnDrop(Cancel);

impl Drop for CancelOnDrop {
    fn drop(&mut self) {
        self.0.cancel();
    }
}

/// Tells the client how far some work is, in order, under a token that the client gave or knows.
pub struct Progress {
    sender: mpsc::UnboundedSender<WorkDoneProgress>,
    last: Option<Instant>,
}

impl Progress {
    /// Begins to tell.
    pub fn begin(client: Client, token: ProgressToken, title: String) -> Progress {
        let (sender, mut values) = mpsc::unbounded_channel();
        tokio::spawn(async move {
            while let Some(value) = values.recv().await {
                let params =
                    ProgressParams { token: token.clone(), value: ProgressParamsValue::WorkDone(value) };
                client.send_notification::<ProgressNotification>(params).await;
            }
        });
        let begin = WorkDoneProgressBegin {
            title,
            cancellable: Some(true),
            percentage: Some(0),
            ..WorkDoneProgressBegin::default()
        };
        let _ = sender.send(WorkDoneProgress::Begin(begin));
        Progress { sender, last: None }
    }

    /// So many of so many things are done.
    pub fn report(&mut self, done: usize, of: usize) {
        if self.last.is_some_and(|last| last.elapsed() < BETWEEN_REPORTS) {
            return;
        }
        self.last = Some(Instant::now());
        let report = WorkDoneProgressReport {
            message: Some(format!("{done}/{of}")),
            percentage: Some((100 * done / of.max(1)) as u32),
            ..WorkDoneProgressReport::default()
        };
        let _ = self.sender.send(WorkDoneProgress::Report(report));
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        let _ = self.sender.send(WorkDoneProgress::End(WorkDoneProgressEnd::default()));
    }
}
