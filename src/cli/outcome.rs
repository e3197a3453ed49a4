//! How a command ended, from which the exit code follows.

use super::failure::Failure;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// All is well.
    Done,
    /// There are findings at or above the severity that fails.
    Findings,
    /// Something could not be read; it has been said already.
    Trouble,
}

/// What a command returns.
pub type Result = std::result::Result<Outcome, Failure>;
