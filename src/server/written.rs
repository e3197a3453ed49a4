//! Messages to the client that are written as they are sent, past tower-lsp.
//!
//! tower-lsp 0.20 makes a tree of JSON of each message and writes that, which takes ten times as long as writing it at
//! once. So it is handed a short message with a number, which keeps its turn among the others, and the output puts the
//! written one in its place.

use std::collections::BTreeMap;
use std::io;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, ready};

use tokio::io::AsyncWrite;
use tower_lsp::lsp_types::notification::Notification;

/// Maximum size in bytes of a message that stands for another.
const MAX_STANDING_FOR: usize = 128;

/// Stands for a message that is written already, by its number.
pub struct WrittenMessage;

impl Notification for WrittenMessage {
    type Params = u64;
    const METHOD: &'static str = "$/vartani/written";
}

/// Messages that wait for their turn.
#[derive(Clone, Default)]
pub struct Written(Arc<Mutex<Waiting>>);

#[derive(Default)]
struct Waiting {
    last: u64,
    bodies: BTreeMap<u64, Vec<u8>>,
}

impl Written {
    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Keeps a message. Its number is to be sent as a [`WrittenMessage`].
    pub fn keep(&self, body: Vec<u8>) -> u64 {
        let mut waiting = self.lock();
        waiting.last += 1;
        let number = waiting.last;
        waiting.bodies.insert(number, body);
        number
    }

    /// The message with a number, once. What was kept before it and was not sent never will be.
    fn take(&self, number: u64) -> Option<Vec<u8>> {
        let mut waiting = self.lock();
        let later = waiting.bodies.split_off(&(number + 1));
        std::mem::replace(&mut waiting.bodies, later).remove(&number)
    }
}

/// The output of tower-lsp, on which written messages take the place of what stands for them.
pub struct WrittenOutput<W> {
    inner: Pin<Box<W>>,
    written: Written,
    /// What is yet to be passed on, from `done` on.
    waiting: Vec<u8>,
    done: usize,
}

impl<W: AsyncWrite> WrittenOutput<W> {
    /// An output that passes on to another one.
    pub fn new(inner: W, written: Written) -> WrittenOutput<W> {
        WrittenOutput { inner: Box::pin(inner), written, waiting: Vec::new(), done: 0 }
    }

    /// Passes on all that waits.
    fn poll_pass_on(&mut self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        while self.done < self.waiting.len() {
            match ready!(self.inner.as_mut().poll_write(context, &self.waiting[self.done..]))? {
                0 => return Poll::Ready(Err(io::ErrorKind::WriteZero.into())),
                count => self.done += count,
            }
        }
        self.waiting.clear();
        self.done = 0;
        Poll::Ready(Ok(()))
    }

    /// Takes whole messages, as tower-lsp writes them.
    fn take(&mut self, mut messages: &[u8]) {
        while let Some((message, body, rest)) = first_message(messages) {
            match number_in(body).and_then(|number| self.written.take(number)) {
                Some(body) => {
                    self.waiting
                        .extend_from_slice(format!("Content-Length: {}\r\n\r\n", body.len()).as_bytes());
                    self.waiting.extend_from_slice(&body);
                }
                None => self.waiting.extend_from_slice(message),
            }
            messages = rest;
        }
        self.waiting.extend_from_slice(messages);
    }
}

/// The first of some messages, its body, and what stands behind it.
fn first_message(messages: &[u8]) -> Option<(&[u8], &[u8], &[u8])> {
    let start = memchr::memmem::find(messages, b"\r\n\r\n")? + 4;
    let header = std::str::from_utf8(&messages[..start]).ok()?;
    let length: usize = header.strip_prefix("Content-Length:")?.trim().parse().ok()?;
    let (message, rest) = messages.split_at_checked(start + length)?;
    Some((message, &message[start..], rest))
}

/// The number of the written message for which a body stands.
fn number_in(body: &[u8]) -> Option<u64> {
    let is_short = body.len() <= MAX_STANDING_FOR;
    let body = std::str::from_utf8(body).ok().filter(|_| is_short)?;
    let params = body.split_once(WrittenMessage::METHOD)?.1.split_once("\"params\":")?.1;
    params.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}

impl<W: AsyncWrite> AsyncWrite for WrittenOutput<W> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buf: &[u8],
    ) -> Poll<io::Result<usize>> {
        ready!(self.poll_pass_on(context))?;
        // All of it is taken, so that what comes next begins with a message again
        self.take(buf);
        match self.poll_pass_on(context) {
            Poll::Ready(Err(error)) => Poll::Ready(Err(error)),
            Poll::Ready(Ok(())) | Poll::Pending => Poll::Ready(Ok(buf.len())),
        }
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(self.poll_pass_on(context))?;
        self.inner.as_mut().poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(self.poll_pass_on(context))?;
        self.inner.as_mut().poll_shutdown(context)
    }
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

    use super::*;

    fn message(body: &str) -> String {
        format!("Content-Length: {}\r\n\r\n{body}", body.len())
    }

    #[tokio::test]
    async fn written_messages_are_sent_in_their_turn_through_a_narrow_pipe() {
        let (ours, mut theirs) = tokio::io::duplex(7);
        let written = Written::default();
        let mut output = WrittenOutput::new(ours, written.clone());
        let body = r#"{"jsonrpc":"2.0","method":"$/logTrace","params":"नमस्ते"}"#;
        let lost = written.keep(b"{}".to_vec());
        let number = written.keep(body.as_bytes().to_vec());
        let stands_for = message(&format!(
            r#"{{"jsonrpc":"2.0","method":"{}","params":{number}}}"#,
            WrittenMessage::METHOD
        ));
        let (before, after) = (message(r#"{"id":1}"#), message(r#"{"id":2}"#));
        let sent = format!("{before}{stands_for}{after}");
        let sending = async {
            output.write_all(sent.as_bytes()).await.unwrap();
            output.shutdown().await.unwrap();
        };
        let mut received = String::new();
        tokio::join!(sending, async { theirs.read_to_string(&mut received).await.unwrap() });
        assert_eq!(received, format!("{before}{}{after}", message(body)));
        assert!(written.take(lost).is_none(), "what was never sent is not kept");
    }
}
