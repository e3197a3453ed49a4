//! Reading open documents: what is kept of them, what waits to be read, and the reading of one.
//!
//! Nothing here knows a client. The [`scheduler`](super::scheduler) decides when what is read.

pub mod host;
pub mod job;
pub mod queue;
