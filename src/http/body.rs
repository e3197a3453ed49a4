//! What a client sends behind the head of its request: in bounds, and in time.

use std::time::Duration;

use http_body_util::{BodyExt as _, LengthLimitError, Limited};
use hyper::body::{Body as _, Bytes, Incoming};
use hyper::header::{CONTENT_TYPE, HeaderMap};

use super::refusal::Refusal;
use crate::newsroom::Message;

/// Maximum size of a body, in bytes. A letter of Hindi takes nine where a form encodes it.
pub const MAX_BODY: usize = 8 << 20;

/// Timeout for a body to arrive.
const BODY_TIMEOUT: Duration = Duration::from_secs(20);

/// Reads a body.
///
/// # Errors
/// It is too large, too slow or cut short.
pub async fn read(body: Incoming) -> Result<Bytes, Refusal> {
    if body.size_hint().lower() > MAX_BODY as u64 {
        return Err(Refusal::body_too_large(MAX_BODY));
    }
    match tokio::time::timeout(BODY_TIMEOUT, Limited::new(body, MAX_BODY).collect()).await {
        Err(_) => Err(Refusal::body_late()),
        Ok(Ok(body)) => Ok(body.to_bytes()),
        Ok(Err(error)) if error.is::<LengthLimitError>() => Err(Refusal::body_too_large(MAX_BODY)),
        Ok(Err(_)) => {
            let message = Message::new("अनुरोध अधूरा है", "the request is cut short");
            Err(Refusal::bad("body", message))
        }
    }
}

/// Whether the body is of a type, whatever its parameters.
pub fn is_of_type(headers: &HeaderMap, wanted: &str) -> bool {
    let said = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    said.split(';').next().is_some_and(|media| media.trim().eq_ignore_ascii_case(wanted))
}
