//! The checker over HTTP, for programs on this machine: a face of the house.
//!
//! It listens on a loopback address and nowhere else, and runs only where somebody starts it. Any web page that a browser
//! shows can reach a loopback address, and so can other users of the machine; therefore:
//!
//! - `access` lets a request in only with our own address as its `Host` (no other name leads here), without an `Origin` or
//!   with one that the user named, and with the token;
//! - `body` reads no more than what an article may be, in a bounded time, and only of requests that were let in;
//! - `listener` bounds the connections and how long each may be silent;
//! - `worker` bounds how many texts are read at a time, and turns a panic into an answer.
//!
//! `v1` is our own API, `languagetool` a part of LanguageTool's; `docs/serve.md` describes both.

mod access;
mod article;
mod body;
mod languagetool;
mod listener;
mod newsroom;
mod origin;
mod refusal;
mod service;
mod token;
mod v1;
mod worker;

use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use crate::files::Trouble;
use crate::newsroom::{Locale, Message};

use access::Access;
use newsroom::CurrentNewsroom;
use origin::Origin;
use service::Service;
use token::Token;
use worker::Worker;

/// What to serve, and to whom.
#[derive(Debug)]
pub struct Settings {
    /// The loopback address to listen on; port 0 is any free one.
    pub listen: SocketAddr,
    /// The folder whose newsroom checks: the nearest `vartani.toml` upwards from it.
    pub root: PathBuf,
    /// The file with the token, which is written where there is none; `None` for a new token.
    pub token_file: Option<PathBuf>,
    /// Which web pages may ask, as `https://cms.example.in`.
    pub allowed_origins: Vec<String>,
    /// The language of messages, unless a request asks for another.
    pub locale: Option<Locale>,
    /// Whether to end when standard input is closed.
    pub ends_with_stdin: bool,
}

/// What a user must know to ask.
#[derive(Debug)]
pub struct Started {
    /// Where it listens.
    pub address: SocketAddr,
    /// The token, where it is a new one; one from a file is not repeated.
    pub token: Option<String>,
    /// What is wrong in the files of the newsroom.
    pub troubles: Vec<Trouble>,
}

/// Why it cannot serve.
#[derive(Debug)]
pub enum StartError {
    /// What to tell a person.
    Told(Message),
    /// The configuration is broken.
    Newsroom(Vec<Trouble>),
}

impl From<Message> for StartError {
    fn from(message: Message) -> StartError {
        StartError::Told(message)
    }
}

/// Serves until the process ends, or until standard input is closed where that is wanted. `tell` is called when requests
/// are taken, and returns whether the user could be told how to ask; if not, there is nobody to serve.
///
/// # Errors
/// The address is not one of this machine alone or is in use, the token file cannot be used, an origin is none, or the
/// configuration is broken.
pub fn run(settings: Settings, tell: impl FnOnce(Started) -> bool) -> Result<(), StartError> {
    if !settings.listen.ip().is_loopback() {
        return Err(not_loopback(settings.listen).into());
    }
    let origins = settings.allowed_origins.iter().map(|origin| Origin::parse(origin));
    let origins = origins.collect::<Result<Vec<_>, Message>>()?;
    let token = match &settings.token_file {
        Some(path) => Token::of_file(path).map_err(|error| StartError::Told(error.message()))?,
        None => Token::new().map_err(|error| cannot_start(&error))?,
    };
    let (newsroom, troubles) = CurrentNewsroom::open(&settings.root).map_err(StartError::Newsroom)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    let runtime = runtime.map_err(|error| cannot_start(&error))?;
    let served = runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind(settings.listen).await;
        let listener = listener.map_err(|error| cannot_listen(settings.listen, &error))?;
        let address = listener.local_addr().map_err(|error| cannot_start(&error))?;
        let shown = settings.token_file.is_none().then(|| token.as_str().to_owned());
        if !tell(Started { address, token: shown, troubles }) {
            return Ok(());
        }
        let service = Arc::new(Service {
            access: Access::new(address.port(), token, origins),
            newsroom,
            worker: Worker::new(),
            locale: settings.locale,
        });
        tokio::select! {
            () = listener::serve(listener, service) => {}
            () = closed_stdin(), if settings.ends_with_stdin => {}
        }
        Ok(())
    });
    // A text that is still being read must not hold the process
    runtime.shutdown_background();
    served
}

/// Waits until standard input is closed; what comes from it is read and forgotten.
async fn closed_stdin() {
    let _ = tokio::io::copy(&mut tokio::io::stdin(), &mut tokio::io::sink()).await;
}

fn not_loopback(address: SocketAddr) -> Message {
    let ip = address.ip();
    Message::new(
        format!("{ip} केवल इसी मशीन का पता नहीं है; 127.0.0.1 या [::1] लिखें"),
        format!("{ip} is not an address of this machine alone; use 127.0.0.1 or [::1]"),
    )
}

fn cannot_listen(address: SocketAddr, error: &io::Error) -> Message {
    match error.kind() {
        io::ErrorKind::AddrInUse => Message::new(
            format!("{address} पर कोई और प्रोग्राम चल रहा है; --listen में दूसरा पोर्ट दें"),
            format!("{address} is in use by another program; give another port with --listen"),
        ),
        io::ErrorKind::PermissionDenied => Message::new(
            format!("{address} पर सुनने की अनुमति नहीं है; --listen में 1023 से बड़ा पोर्ट दें"),
            format!("{address} may not be listened on; give a port above 1023 with --listen"),
        ),
        _ => Message::new(
            format!("{address} पर सुना नहीं जा सकता: {error}"),
            format!("{address} cannot be listened on: {error}"),
        ),
    }
}

fn cannot_start(error: &io::Error) -> Message {
    Message::new(format!("सर्वर शुरू नहीं हो सका: {error}"), format!("the server cannot start: {error}"))
}
