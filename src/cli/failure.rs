//! Why a command did not come to its end.

use std::io;

use crate::files::FileError;
use crate::rules::Message;

/// What a command fails with: one sentence for the person who typed it.
#[derive(Debug)]
pub enum Failure {
    /// A file could not be read or written.
    File(FileError),
    /// Standard output could not be written.
    Output(io::Error),
    /// What there is to say.
    Message(Message),
}

impl Failure {
    /// The sentence; `None` where whoever reads the output has gone away and needs none.
    pub fn message(&self) -> Option<Message> {
        Some(match self {
            Failure::File(error) => error.message(),
            Failure::Output(error) => return unwritten(error),
            Failure::Message(message) => message.clone(),
        })
    }
}

/// What is said where standard output could not be written.
fn unwritten(error: &io::Error) -> Option<Message> {
    Some(match error.kind() {
        io::ErrorKind::BrokenPipe => return None,
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Message::new(
            "नतीजा पूरा नहीं लिखा जा सका: डिस्क भर गई है",
            "the output could not be written to its end: the disk is full",
        ),
        _ => Message::new(
            format!("नतीजा पूरा नहीं लिखा जा सका: {error}"),
            format!("the output could not be written to its end: {error}"),
        ),
    })
}

impl From<FileError> for Failure {
    fn from(error: FileError) -> Failure {
        Failure::File(error)
    }
}

impl From<Message> for Failure {
    fn from(message: Message) -> Failure {
        Failure::Message(message)
    }
}
