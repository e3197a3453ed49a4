//! The threads on which articles are read.

use super::failure::Failure;
use crate::newsroom::Message;

/// So many threads as are asked for, or one for each processor.
///
/// # Errors
/// They cannot be started.
pub fn pool(jobs: Option<u16>) -> Result<rayon::ThreadPool, Failure> {
    let builder = rayon::ThreadPoolBuilder::new().num_threads(jobs.map_or(0, usize::from));
    builder.build().map_err(|error| {
        Failure::Message(Message::new(
            format!("थ्रेड शुरू नहीं हो सके: {error}; --jobs 1 आज़माएँ"),
            format!("threads cannot be started: {error}; try --jobs 1"),
        ))
    })
}
