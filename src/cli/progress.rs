//! How far a run over many articles has got.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A progress bar on a terminal, for runs that take longer than a second.
pub struct Progress {
    bar: ProgressBar,
    done: AtomicU64,
    is_shown: AtomicBool,
}

impl Progress {
    pub fn start(articles: usize, is_quiet: bool) -> Progress {
        let bar = ProgressBar::with_draw_target(Some(articles as u64), ProgressDrawTarget::hidden());
        if let Ok(config) = ProgressStyle::with_template("{bar:30} {pos}/{len}") {
            bar.set_style(config);
        }
        Progress { bar, done: AtomicU64::new(0), is_shown: AtomicBool::new(is_quiet) }
    }

    pub fn tick(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if self.bar.elapsed() > Duration::from_secs(1) {
            if !self.is_shown.swap(true, Ordering::Relaxed) {
                self.bar.set_draw_target(ProgressDrawTarget::stderr());
            }
            self.bar.set_position(done);
        }
    }

    pub fn suspend<T>(&self, write: impl FnOnce() -> T) -> T {
        self.bar.suspend(write)
    }

    pub fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
