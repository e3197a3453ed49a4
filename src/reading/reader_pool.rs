//! Readers for many threads, which remember the words they met.

use std::sync::{Arc, Mutex};

use rustc_hash::FxHashMap;

use super::reader::Reader;
use crate::newsroom::Newsroom;

/// Readers by newsroom, while no thread uses them.
#[derive(Default)]
pub struct ReaderPool {
    idle: Mutex<Vec<FxHashMap<usize, Reader>>>,
}

/// Readers lent to a thread; they go back when it is done.
pub struct ReaderGuard<'a> {
    from: &'a ReaderPool,
    readers: FxHashMap<usize, Reader>,
}

impl ReaderPool {
    /// Lends the readers of one thread.
    pub fn lend(&self) -> ReaderGuard<'_> {
        let readers = self.idle.lock().ok().and_then(|mut idle| idle.pop()).unwrap_or_default();
        ReaderGuard { from: self, readers }
    }
}

impl ReaderGuard<'_> {
    /// The reader for a newsroom.
    pub fn of(&mut self, newsroom: &Arc<Newsroom>) -> &mut Reader {
        self.readers.entry(Arc::as_ptr(newsroom).addr()).or_insert_with(|| Reader::new(newsroom.clone()))
    }
}

impl Drop for ReaderGuard<'_> {
    fn drop(&mut self) {
        if let Ok(mut idle) = self.from.idle.lock() {
            idle.push(std::mem::take(&mut self.readers));
        }
    }
}
