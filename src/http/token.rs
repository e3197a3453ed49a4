//! The token that a request must carry.

use std::fs::OpenOptions;
use std::io::{self, Write as _};
use std::path::Path;

use crate::files::{FileError, Problem, read_regular};
use crate::newsroom::Message;

/// What only the user and the user's programs know. It is printable, and may stand in an address as it is.
pub struct Token(String);

/// Number of random bytes of a new token.
const NEW: usize = 16;

/// How long a token may be, in characters.
const LENGTH: std::ops::RangeInclusive<u64> = 16..=256;

impl Token {
    /// A new token.
    ///
    /// # Errors
    /// The system has no random numbers.
    pub fn new() -> io::Result<Token> {
        let mut random = [0; NEW];
        getrandom::fill(&mut random).map_err(io::Error::other)?;
        Ok(Token(random.iter().map(|byte| format!("{byte:02x}")).collect()))
    }

    /// The token in a file, which is written with a new one, for its user alone, if it does not exist.
    ///
    /// # Errors
    /// The file cannot be read or written, holds no token, or others may read it.
    pub fn of_file(path: &Path) -> Result<Token, TokenError> {
        match read_regular(path, *LENGTH.end() + 2) {
            Ok(file) => {
                if others_may_read(path) {
                    return Err(TokenError::Open(path.display().to_string()));
                }
                Token::parse(&file.text).ok_or_else(|| TokenError::NoToken(path.display().to_string()))
            }
            Err(FileError { problem: Problem::Missing, .. }) => {
                Token::write(path).map_err(|error| TokenError::File(FileError::writing(path, &error)))
            }
            Err(error) => Err(TokenError::File(error)),
        }
    }

    fn write(path: &Path) -> io::Result<Token> {
        let token = Token::new()?;
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.open(path)?.write_all(format!("{}\n", token.0).as_bytes())?;
        Ok(token)
    }

    fn parse(text: &str) -> Option<Token> {
        let token = text.trim();
        let is_token = LENGTH.contains(&(token.len() as u64))
            && token.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
        is_token.then(|| Token(token.to_owned()))
    }

    /// The token as it is sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether this was sent. The time that it takes says nothing of the token: digests are compared, all of them.
    pub fn is(&self, sent: &[u8]) -> bool {
        blake3::hash(self.0.as_bytes()) == blake3::hash(sent)
    }
}

/// Why the file with the token cannot be used.
pub enum TokenError {
    /// The file cannot be read or written.
    File(FileError),
    /// What it holds is no token.
    NoToken(String),
    /// Other users of the machine may read it.
    Open(String),
}

impl TokenError {
    /// What to tell a person.
    pub fn message(&self) -> Message {
        match self {
            TokenError::File(error) => error.message(),
            TokenError::NoToken(path) => Message::new(
                format!(
                    "{path}: टोकन में A–Z, a–z, 0–9, - और _ के 16 से 256 अक्षर होते हैं; फ़ाइल हटा दें तो नया बन जाएगा"
                ),
                format!(
                    "{path}: a token has 16 to 256 of the letters A–Z, a–z, 0–9, - and _; delete the file to have a new one made"
                ),
            ),
            TokenError::Open(path) => Message::new(
                format!("{path}: टोकन दूसरे लोग भी पढ़ सकते हैं; chmod 600 करें"),
                format!("{path}: others may read this token; chmod 600 it"),
            ),
        }
    }
}

#[cfg(unix)]
fn others_may_read(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    path.metadata().is_ok_and(|found| found.permissions().mode() & 0o077 != 0)
}

#[cfg(not(unix))]
fn others_may_read(_: &Path) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_new_token_is_another_and_fits_into_an_address() {
        let (one, other) = (Token::new().unwrap(), Token::new().unwrap());
        assert!(one.is(one.as_str().as_bytes()) && !one.is(other.as_str().as_bytes()) && !one.is(b""));
        assert!(Token::parse(one.as_str()).is_some_and(|read| read.is(one.as_str().as_bytes())));
        assert!(Token::parse("छोटा").is_none() && Token::parse("too-short").is_none());
        assert!(Token::parse("with/a/slash/in/it/all").is_none());
    }
}
