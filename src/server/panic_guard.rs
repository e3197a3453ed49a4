//! What stands between the transport and the server, so that neither can take the other down.
//!
//! tower-lsp 0.20 runs every handler on the transport's own task: a panic in one ends them all, and
//! `exit` with the client's pipe still open is never seen by the loop that reads. The guard turns a
//! panic into an error answer, and tells when `exit` has come.

use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Instant;

use futures::FutureExt as _;
use serde_json::Value;
use tower::Service;
use tower_lsp::jsonrpc::{Error, Id, Request, Response};

use super::departure::Departure;
use super::framing;
use super::log::Log;

/// A service whose calls do not panic.
pub struct Guard<S> {
    inner: S,
    departure: Departure,
    log: Arc<Log>,
}

impl<S> Guard<S> {
    /// Guards a service.
    pub fn new(inner: S, log: Arc<Log>) -> (Guard<S>, Departure) {
        let departure = Departure::default();
        (Guard { inner, departure: departure.clone(), log }, departure)
    }
}

type Answer<E> = Pin<Box<dyn Future<Output = Result<Option<Response>, E>> + Send>>;

impl<S> Service<Request> for Guard<S>
where
    S: Service<Request, Response = Option<Response>>,
    S::Future: Send + 'static,
    S::Error: Send + 'static,
{
    type Response = Option<Response>;
    type Error = S::Error;
    type Future = Answer<S::Error>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, request: Request) -> Self::Future {
        let request = repaired(request);
        let id = request.id().cloned();
        if let Some(error) = framing::error_of(request.method()) {
            return Box::pin(async move { Ok(id.map(|id| Response::from_error(id, error))) });
        }
        match (request.method(), &id) {
            ("exit", _) => self.departure.exit(),
            ("shutdown", _) => self.departure.shutdown(),
            ("initialize", _) => process_of(&request).into_iter().for_each(|id| self.departure.watch(id)),
            // What begins so may be left unheard as a notification, but a request is answered
            (method, Some(id)) if method.starts_with("$/") => {
                let refusal = Response::from_error(id.clone(), Error::method_not_found());
                return Box::pin(async move { Ok(Some(refusal)) });
            }
            _ => {}
        }
        let (log, came) = (self.log.clone(), Instant::now());
        let method = request.method().to_owned();
        let called = catch_unwind(AssertUnwindSafe(|| self.inner.call(request)));
        Box::pin(async move {
            let answered = match called {
                Ok(future) => AssertUnwindSafe(future).catch_unwind().await,
                Err(panic) => Err(panic),
            };
            let outcome = match &answered {
                Err(_) => "a fault of vartani",
                Ok(Ok(Some(response))) if response.is_error() => "refused",
                Ok(_) => "done",
            };
            log.done(&method, came.elapsed(), outcome);
            answered.unwrap_or_else(|_| Ok(id.map(apology)))
        })
    }
}

/// The process that says it is the client.
fn process_of(initialize: &Request) -> Option<u32> {
    initialize.params()?.get("processId")?.as_u64()?.try_into().ok()
}

/// A request that tower-lsp 0.20 reads as it is meant. Some clients write `"params": null`, or params of their own,
/// where there are none, which it refuses; and it looks for `workspace.diagnostics` under a name that no client writes.
fn repaired(request: Request) -> Request {
    let is_null = request.params().is_some_and(Value::is_null);
    let has_none = matches!(request.method(), "shutdown" | "exit");
    if !is_null && !has_none && request.method() != "initialize" {
        return request;
    }
    let (method, id, mut params) = request.into_parts();
    if let Some(workspace) = params.as_mut().and_then(|params| params.pointer_mut("/capabilities/workspace"))
        && let Some(diagnostics) = workspace.get("diagnostics").cloned()
    {
        workspace["diagnostic"] = diagnostics;
    }
    let mut repaired = Request::build(method);
    if let Some(id) = id {
        repaired = repaired.id(id);
    }
    if let Some(params) = params.filter(|params| !params.is_null() && !has_none) {
        repaired = repaired.params(params);
    }
    repaired.finish()
}

fn apology(id: Id) -> Response {
    Response::from_error(id, Error::internal_error())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Panics on `bad`, whether in the call or in its future.
    struct Clumsy;

    impl Service<Request> for Clumsy {
        type Response = Option<Response>;
        type Error = std::convert::Infallible;
        type Future = Answer<Self::Error>;

        fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
            Poll::Ready(Ok(()))
        }

        fn call(&mut self, request: Request) -> Self::Future {
            assert_ne!(request.method(), "bad-call");
            Box::pin(async move {
                assert_ne!(request.method(), "bad-future");
                Ok(request.id().cloned().map(|id| Response::from_ok(id, "fine".into())))
            })
        }
    }

    #[tokio::test]
    async fn a_panic_is_an_error_answer_and_the_next_call_is_served() {
        let (mut guard, departure) = Guard::new(Clumsy, Arc::default());
        for method in ["bad-call", "bad-future"] {
            let answer = guard.call(Request::build(method).id(7).finish()).await.unwrap().unwrap();
            assert_eq!((answer.id(), answer.is_error()), (&Id::Number(7), true), "{method}");
            assert_eq!(
                guard.call(Request::build(method).finish()).await.unwrap(),
                None,
                "{method} as notification"
            );
        }
        assert!(guard.call(Request::build("good").id(8).finish()).await.unwrap().unwrap().is_ok());
        assert_eq!(departure.code(), 1);
        guard.call(Request::build("shutdown").id(9).finish()).await.unwrap();
        guard.call(Request::build("exit").finish()).await.unwrap();
        departure.exited().await;
        assert_eq!(departure.code(), 0);
    }
}
