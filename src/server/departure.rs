//! How and when the client takes its leave: it says `exit`, or the process that started us is gone.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::Duration;

use tokio::sync::Notify;

/// Interval at which the client's process is looked for.
const CHECK_INTERVAL: Duration = Duration::from_secs(2);

/// How and when the client takes its leave.
#[derive(Clone, Default)]
pub struct Departure(Arc<State>);

#[derive(Default)]
struct State {
    exit_said: AtomicBool,
    changed: Notify,
    shutdown_said: AtomicBool,
    /// The process of the client; 0 for none.
    process: AtomicU32,
}

impl Departure {
    /// The client has said `exit`.
    pub fn exit(&self) {
        self.0.exit_said.store(true, Ordering::Release);
        self.0.changed.notify_waiters();
    }

    /// The client has said `shutdown`.
    pub fn shutdown(&self) {
        self.0.shutdown_said.store(true, Ordering::Release);
    }

    /// The client has said which process it is.
    pub fn watch(&self, process: u32) {
        self.0.process.store(process, Ordering::Release);
    }

    /// Waits until the client has said `exit`; at once if it has.
    pub async fn exited(&self) {
        loop {
            let changed = self.0.changed.notified();
            if self.0.exit_said.load(Ordering::Acquire) {
                return;
            }
            changed.await;
        }
    }

    /// Waits until the client's process is gone, for ever where it has not said which one it is.
    pub async fn orphaned(&self) {
        loop {
            tokio::time::sleep(CHECK_INTERVAL).await;
            let process = self.0.process.load(Ordering::Acquire);
            if process != 0 && !is_alive(process) {
                return;
            }
        }
    }

    /// The exit code that the protocol asks for: 0 after `shutdown`, 1 without.
    pub fn code(&self) -> u8 {
        u8::from(!self.0.shutdown_said.load(Ordering::Acquire))
    }
}

/// Whether there is a process of this number. Where nobody can tell, the pipe tells when the client is gone.
#[cfg(unix)]
fn is_alive(process: u32) -> bool {
    use rustix::io::Errno;
    use rustix::process::{Pid, test_kill_process};
    let pid = i32::try_from(process).ok().and_then(Pid::from_raw);
    pid.is_none_or(|pid| test_kill_process(pid) != Err(Errno::SRCH))
}

#[cfg(not(unix))]
fn is_alive(_: u32) -> bool {
    true
}
