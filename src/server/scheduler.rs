//! Decides when a document is read, away from the task that talks to the client.
//!
//! The scheduler owns all reading: whoever changes a document asks for it, the latest text wins, and a result
//! for a text that has changed meanwhile is dropped. An article is read in a task of its own, never twice at
//! once, and long articles wait for each other: none makes a short one wait.

use std::sync::{Arc, Weak};
use std::time::Duration;

use rustc_hash::FxHashMap;
use tokio::sync::Semaphore;
use tower_lsp::lsp_types::Url;

use super::analysis::host::lock;
use super::analysis::job::Job;
use super::analysis::queue::{ReadDocument, Tasks, Waiting};
use super::client_requests::refresh_after;
use super::documents::{DocumentSnapshot, DocumentText};
use super::publish::{clear_troubles, publish, publish_closed, tell_troubles, tell_unknown_offices};
use super::session::Session;
use crate::newsroom::Message;

/// Size in bytes from which an article is long: what is shorter takes some tens of milliseconds at most.
const LONG: usize = 256 << 10;

/// Starts the scheduler. It ends when the session does.
pub fn start(session: &Arc<Session>, waiting: Waiting) {
    tokio::spawn(schedule(Arc::downgrade(session), waiting));
}

async fn schedule(session: Weak<Session>, mut waiting: Waiting) {
    let lanes = Lanes::default();
    // The documents that are being read, and whether they have changed since
    let mut reading: FxHashMap<Url, bool> = FxHashMap::default();
    while let Some(Tasks { mut documents, is_reload, read }) = waiting.next().await {
        let Some(session) = session.upgrade() else { return };
        for ReadDocument { uri, generation, troubles } in read {
            if generation == lock(&session.host).generation() {
                tell_troubles(&session, troubles).await;
            }
            if reading.remove(&uri) == Some(true) && !documents.contains(&uri) {
                documents.push(uri.clone());
            }
            publish(&session, &uri).await;
            tell_unknown_offices(&session, &uri);
        }
        if is_reload {
            for uri in reload(&session).await {
                if !documents.contains(&uri) {
                    documents.push(uri);
                }
            }
        }
        for uri in documents {
            if let Some(has_changed) = reading.get_mut(&uri) {
                *has_changed = true;
            } else if begin(&session, &uri, &lanes).await {
                reading.insert(uri, false);
            }
        }
    }
}

/// Forgets what files said and returns the documents to read again.
async fn reload(session: &Arc<Session>) -> Vec<Url> {
    clear_troubles(session).await;
    lock(&session.host).reload();
    let uris = session.documents.touch_all();
    refresh_after(session, Duration::ZERO);
    uris
}

/// Begins to read a document as it is now and returns true, if that is not done; else tells the client. All that
/// is pushed to it is pushed by the scheduler, so that the last word on a document is the last that was said.
async fn begin(session: &Arc<Session>, uri: &Url, lanes: &Lanes) -> bool {
    let Some(copy) = session.documents.copy(uri) else {
        lock(&session.host).close(uri);
        publish_closed(session, uri).await;
        return false;
    };
    if session.documents.is_read(uri) {
        publish(session, uri).await;
        return false;
    }
    let settings = session.settings();
    let lane = lanes.of(&copy);
    let (epoch, version) = (copy.epoch, copy.version);
    let job = Job {
        host: session.host.clone(),
        uri: uri.clone(),
        copy,
        given: settings.dateline,
        others: session.workspace.others(settings.across),
    };
    let (session, uri) = (session.clone(), uri.clone());
    tokio::spawn(async move {
        let turn = lane.acquire_owned().await;
        let read = tokio::task::spawn_blocking(move || job.run()).await;
        drop(turn);
        let read = match read {
            Ok((snapshot, read)) => {
                session.documents.keep(&uri, DocumentSnapshot { epoch, version, snapshot });
                read
            }
            // A panic while reading loses this snapshot; the next change is read again
            Err(_) => {
                session.log(&Message::new(
                    format!("{uri} पढ़ी नहीं जा सकी; यह vartani की ग़लती है"),
                    format!("{uri} could not be read; this is a fault of vartani"),
                ));
                ReadDocument { uri, generation: 0, troubles: Vec::new() }
            }
        };
        session.queue.done(read);
    });
    true
}

/// How many articles are read at once. Long ones are read one after the other, and short ones beside them.
struct Lanes {
    short: Arc<Semaphore>,
    long: Arc<Semaphore>,
}

impl Default for Lanes {
    fn default() -> Lanes {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Lanes { short: Arc::new(Semaphore::new(cores.max(2))), long: Arc::new(Semaphore::new(1)) }
    }
}

impl Lanes {
    fn of(&self, copy: &DocumentText) -> Arc<Semaphore> {
        if copy.rope.len_bytes() < LONG { self.short.clone() } else { self.long.clone() }
    }
}
