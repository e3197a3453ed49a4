//! Takes the client's bytes apart into messages before tower-lsp sees them.
//!
//! tower-lsp 0.20 stops reading for good at the first header or body that it cannot parse. Here the
//! stream goes on behind it: in place of what cannot be read it gets a request that the
//! [`guard`](super::guard) answers with the error that the protocol asks for.

use std::io;

use serde_json::error::Category;
use tokio::io::{
    AsyncBufRead, AsyncBufReadExt as _, AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _,
    BufReader,
};
use tower_lsp::jsonrpc::{Error, Request, Response};

/// Stands for a message that is no JSON.
const NO_JSON: &str = "$/vartani/noJson";

/// Stands for a message that is JSON, but no request, notification or answer.
const NO_MESSAGE: &str = "$/vartani/noMessage";

/// No line of a header is longer.
const LONGEST_LINE: u64 = 8192;

/// The error to answer to what stands for a message that could not be read.
pub fn error_of(method: &str) -> Option<Error> {
    match method {
        NO_JSON => Some(Error::parse_error()),
        NO_MESSAGE => Some(Error::invalid_request()),
        _ => None,
    }
}

/// Passes messages on until the input or the output ends.
pub async fn sift(input: impl AsyncRead + Unpin, mut output: impl AsyncWrite + Unpin) -> io::Result<()> {
    let mut input = BufReader::new(input);
    let mut body = Vec::new();
    while let Some(length) = header(&mut input).await? {
        let fault = match length {
            None => Some(NO_JSON),
            Some(length) => {
                // Grows with what comes, not with what is announced
                body = Vec::new();
                if (&mut input).take(length).read_to_end(&mut body).await? as u64 != length {
                    break;
                }
                fault_of(&body)
            }
        };
        if let Some(method) = fault {
            body = format!(r#"{{"jsonrpc":"2.0","id":null,"method":"{method}"}}"#).into_bytes();
        }
        output.write_all(format!("Content-Length: {}\r\n\r\n", body.len()).as_bytes()).await?;
        output.write_all(&body).await?;
    }
    Ok(())
}

/// The length that a header announces, `Some(None)` for one that announces none, `None` at the end.
async fn header(input: &mut (impl AsyncBufRead + Unpin)) -> io::Result<Option<Option<u64>>> {
    let mut length = None;
    loop {
        let mut line = Vec::new();
        input.take(LONGEST_LINE).read_until(b'\n', &mut line).await?;
        match line.trim_ascii() {
            _ if line.is_empty() => return Ok(None),
            [] => return Ok(Some(length)),
            line => length = announced(line).or(length),
        }
    }
}

/// The length that a line of a header announces. It may stand behind the rest of a message that was
/// longer than announced.
fn announced(line: &[u8]) -> Option<u64> {
    const NAME: &[u8] = b"content-length:";
    let at = line.windows(NAME.len()).rposition(|name| name.eq_ignore_ascii_case(NAME))?;
    std::str::from_utf8(&line[at + NAME.len()..]).ok()?.trim().parse().ok()
}

/// What stands for a message that cannot be read.
fn fault_of(body: &[u8]) -> Option<&'static str> {
    let error = serde_json::from_slice::<Request>(body).err()?;
    if serde_json::from_slice::<Response>(body).is_ok() {
        return None;
    }
    Some(if error.classify() == Category::Data { NO_MESSAGE } else { NO_JSON })
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn sifted(input: &[u8]) -> String {
        let mut output = Vec::new();
        sift(input, &mut output).await.unwrap();
        String::from_utf8(output).unwrap()
    }

    #[tokio::test]
    async fn messages_pass_and_faults_are_replaced() {
        let exit = r#"{"jsonrpc":"2.0","method":"exit"}"#;
        let plain = format!("Content-Length: {}\r\n\r\n{exit}", exit.len());
        assert_eq!(sifted(plain.as_bytes()).await, plain);
        let other = format!("content-type: x; charset=utf8\ncontent-length:{}\n\n{exit}", exit.len());
        assert_eq!(sifted(other.as_bytes()).await, plain);
        let too_long = sifted(format!("Content-Length: 3\r\n\r\n{exit}{plain}").as_bytes()).await;
        assert!(too_long.contains(NO_JSON) && too_long.ends_with(&plain), "{too_long}");
        assert!(sifted(b"Content-Length: 2\r\n\r\n{}").await.contains(NO_MESSAGE));
        assert_eq!(sifted(b"Content-Length: 18446744073709551615\r\n\r\n{}").await, "");
        assert_eq!(sifted(&plain.as_bytes()[..plain.len() - 1]).await, "");
    }
}
