//! Connections: how many at a time, and how long each may be silent.

use std::convert::Infallible;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;

use super::service::Service;

/// Maximum number of connections; others wait until one ends.
const MAX_CONNECTIONS: usize = 64;

/// Timeout for the head of a request, counted from the beginning of the connection or from the answer before.
const HEAD_TIMEOUT: Duration = Duration::from_secs(10);

/// Maximum size of the head of a request, in bytes.
const MAX_HEAD: usize = 64 << 10;

/// Maximum age of a connection; the request that is being answered then is answered.
const MAX_AGE: Duration = Duration::from_secs(600);

/// Timeout for a connection that is too old to take the last answer.
const LAST_ANSWER_TIMEOUT: Duration = Duration::from_secs(60);

/// How long nothing is accepted where the system has no room for another connection.
const NO_ROOM: Duration = Duration::from_millis(100);

/// Takes connections for ever.
pub async fn serve(listener: TcpListener, service: Arc<Service>) {
    let places = Arc::new(Semaphore::new(MAX_CONNECTIONS));
    loop {
        let place = places.clone().acquire_owned().await;
        let Ok((stream, _)) = listener.accept().await else {
            tokio::time::sleep(NO_ROOM).await;
            continue;
        };
        let service = service.clone();
        tokio::spawn(async move {
            connection(stream, service).await;
            drop(place);
        });
    }
}

/// Answers what comes over one connection. What goes wrong with it ends it, and concerns nobody else.
async fn connection(stream: TcpStream, service: Arc<Service>) {
    let _ = stream.set_nodelay(true);
    let answer = service_fn(move |request| {
        let service = service.clone();
        async move { Ok::<_, Infallible>(service.answer(request).await) }
    });
    let mut builder = http1::Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(HEAD_TIMEOUT).max_buf_size(MAX_HEAD);
    let mut connection = pin!(builder.serve_connection(TokioIo::new(stream), answer));
    tokio::select! {
        _ = connection.as_mut() => return,
        () = tokio::time::sleep(MAX_AGE) => {}
    }
    connection.as_mut().graceful_shutdown();
    let _ = tokio::time::timeout(LAST_ANSWER_TIMEOUT, connection).await;
}
