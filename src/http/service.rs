//! From a request to its answer.

use std::sync::Arc;

use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    ACCESS_CONTROL_MAX_AGE, CACHE_CONTROL, CONTENT_TYPE, HeaderName, HeaderValue, VARY, WWW_AUTHENTICATE,
    X_CONTENT_TYPE_OPTIONS,
};
use hyper::{Method, Request, Response, StatusCode};
use serde_json::json;

use super::access::{Access, Asked};
use super::article::MAX_TEXT;
use super::body;
use super::languagetool::{self, FORM};
use super::newsroom::CurrentNewsroom;
use super::refusal::Refusal;
use super::v1::Question;
use super::worker::Worker;
use crate::newsroom::Locale;

/// Browsers ask whether a page of the web may reach this machine.
const ALLOW_PRIVATE_NETWORK: HeaderName = HeaderName::from_static("access-control-allow-private-network");

const JSON: &str = "application/json";
const TEXT: &str = "text/plain; charset=utf-8";

/// All that is needed to answer.
pub struct Service {
    pub access: Access,
    pub newsroom: CurrentNewsroom,
    pub worker: Worker,
    /// The language of messages, unless a request asks for another.
    pub locale: Option<Locale>,
}

/// The body of an answer, with its type.
struct Answer {
    media: &'static str,
    body: Bytes,
}

impl Answer {
    fn response(self) -> Response<Full<Bytes>> {
        with_type(Response::new(Full::new(self.body)), self.media)
    }
}

impl Service {
    /// Answers a request, whatever it is.
    pub async fn answer(self: Arc<Self>, request: Request<Incoming>) -> Response<Full<Bytes>> {
        let asked = self.access.ask(request.method(), request.uri(), request.headers());
        let origin = asked.as_ref().ok().and_then(|asked| asked.origin.clone());
        let is_languagetool = request.uri().path().contains("/v2/");
        let answer = match asked {
            Ok(asked) if asked.is_preflight => Ok(preflight()),
            Ok(asked) => self.clone().route(asked, request).await.map(Answer::response),
            Err(refusal) => Err(refusal),
        };
        let mut response = answer.unwrap_or_else(|refusal| self.refused(&refusal, is_languagetool));
        let headers = response.headers_mut();
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
        headers.insert(VARY, HeaderValue::from_static("Origin"));
        if let Some(origin) = origin {
            headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        }
        response
    }

    async fn route(self: Arc<Self>, asked: Asked, request: Request<Incoming>) -> Result<Answer, Refusal> {
        let method = request.method().clone();
        if asked.path == "/v1/health" {
            return match method {
                Method::GET | Method::HEAD => Ok(health()),
                _ => Err(Refusal::method("GET")),
            };
        }
        if !asked.has_token {
            return Err(Refusal::token());
        }
        match asked.path.as_str() {
            "/v1/check" if method != Method::POST => Err(Refusal::method("POST")),
            "/v1/check" => self.check(request).await,
            "/v2/check" => self.languagetool_check(request).await,
            "/v2/languages" | "/v2/maxtextlength" if method != Method::GET => Err(Refusal::method("GET")),
            "/v2/languages" => Ok(Answer { media: JSON, body: languagetool::languages().into() }),
            "/v2/maxtextlength" => Ok(Answer { media: TEXT, body: MAX_TEXT.to_string().into() }),
            _ => Err(Refusal::nothing_here()),
        }
    }

    /// `POST /v1/check`.
    async fn check(self: Arc<Self>, request: Request<Incoming>) -> Result<Answer, Refusal> {
        if !body::is_of_type(request.headers(), JSON) {
            return Err(Refusal::content_type(JSON));
        }
        let question = Question::parse(&body::read(request.into_body()).await?)?;
        let service = self.clone();
        let answer = self.worker.run(move || question.answer(&service.newsroom, service.locale)).await??;
        Ok(Answer { media: JSON, body: answer.into() })
    }

    /// `POST /v2/check` with a form, or `GET` with a query.
    async fn languagetool_check(self: Arc<Self>, request: Request<Incoming>) -> Result<Answer, Refusal> {
        let question = match *request.method() {
            Method::GET => {
                languagetool::Question::parse(request.uri().query().unwrap_or_default().as_bytes())?
            }
            Method::POST if body::is_of_type(request.headers(), FORM) => {
                languagetool::Question::parse(&body::read(request.into_body()).await?)?
            }
            Method::POST => return Err(Refusal::content_type(FORM)),
            _ => return Err(Refusal::method("POST")),
        };
        let service = self.clone();
        let answer = self.worker.run(move || question.answer(&service.newsroom, service.locale)).await??;
        Ok(Answer { media: JSON, body: answer.into() })
    }

    /// Says why a request is not answered: in JSON, or as LanguageTool does to those who asked under its addresses.
    fn refused(&self, refusal: &Refusal, is_languagetool: bool) -> Response<Full<Bytes>> {
        let message = refusal.message.in_locale(self.locale.unwrap_or_default());
        let (media, body) = match is_languagetool {
            true => (TEXT, format!("Error: {message}")),
            false => (JSON, json!({ "error": { "code": refusal.code, "message": message } }).to_string()),
        };
        let mut response = with_type(Response::new(Full::new(body.into())), media);
        *response.status_mut() = refusal.status;
        if refusal.status == StatusCode::UNAUTHORIZED {
            response.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}

fn with_type(mut response: Response<Full<Bytes>>, media: &'static str) -> Response<Full<Bytes>> {
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(media));
    response
}

/// `GET /v1/health`: that somebody is here, and nothing that a stranger may not know.
fn health() -> Answer {
    let body = json!({ "status": "ok", "version": env!("CARGO_PKG_VERSION") }).to_string();
    Answer { media: JSON, body: body.into() }
}

/// What a browser wants to know before a page that was let in asks.
fn preflight() -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::default());
    *response.status_mut() = StatusCode::NO_CONTENT;
    let headers = response.headers_mut();
    headers.insert(ACCESS_CONTROL_ALLOW_METHODS, HeaderValue::from_static("GET, POST"));
    headers.insert(ACCESS_CONTROL_ALLOW_HEADERS, HeaderValue::from_static("Authorization, Content-Type"));
    headers.insert(ACCESS_CONTROL_MAX_AGE, HeaderValue::from_static("600"));
    headers.insert(ALLOW_PRIVATE_NETWORK, HeaderValue::from_static("true"));
    response
}
