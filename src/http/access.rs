//! Which requests are let in: those under our own address, of nobody's web page, with the token.

use hyper::header::{
    ACCESS_CONTROL_REQUEST_METHOD, AUTHORIZATION, HOST, HeaderMap, HeaderName, HeaderValue, ORIGIN,
};
use hyper::{Method, Uri};

use super::origin::Origin;
use super::refusal::Refusal;
use super::token::Token;

/// How browsers say where a request comes from, also where they send no `Origin`.
const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// The names under which this machine knows itself. Any other name may have been made to lead here by whoever owns it.
const OUR_NAMES: [&str; 3] = ["127.0.0.1", "localhost", "[::1]"];

/// What is let in.
pub struct Access {
    port: u16,
    token: Token,
    origins: Vec<Origin>,
}

/// A request of somebody who may ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The path, without a token in front of it.
    pub path: String,
    /// The web page that asks, if it is one.
    pub origin: Option<HeaderValue>,
    /// Whether it is only a browser's question whether its page may ask.
    pub is_preflight: bool,
    /// Whether the token came with it.
    pub has_token: bool,
}

impl Access {
    /// Lets in what comes to a port with a token, of no web page but these.
    pub fn new(port: u16, token: Token, origins: Vec<Origin>) -> Access {
        Access { port, token, origins }
    }

    /// Looks at the head of a request. Whether it needs a token is for the caller to say.
    ///
    /// # Errors
    /// It came under another name than ours, or from a web page that was not named.
    pub fn ask(&self, method: &Method, uri: &Uri, headers: &HeaderMap) -> Result<Asked, Refusal> {
        let mut hosts = headers.get_all(HOST).iter();
        let host = hosts.next().and_then(|host| host.to_str().ok()).ok_or_else(Refusal::host)?;
        let is_ours = self.is_ours(host) && hosts.next().is_none();
        if !is_ours || uri.authority().is_some_and(|authority| !self.is_ours(authority.as_str())) {
            return Err(Refusal::host());
        }
        let origin = headers.get(ORIGIN);
        let is_of_page =
            headers.get(SEC_FETCH_SITE).is_some_and(|site| site != "none" && site != "same-origin");
        let is_allowed = |origin: &HeaderValue| self.origins.iter().any(|one| one.is(origin.as_bytes()));
        if origin.map_or(is_of_page, |origin| !is_allowed(origin)) {
            return Err(Refusal::origin());
        }
        let (path, has_token) = self.without_token(uri.path());
        let is_preflight = method == Method::OPTIONS
            && origin.is_some()
            && headers.contains_key(ACCESS_CONTROL_REQUEST_METHOD);
        Ok(Asked {
            path: path.to_owned(),
            origin: origin.cloned(),
            is_preflight,
            has_token: has_token || self.bears_token(headers),
        })
    }

    /// Whether a host and port are those of this server.
    fn is_ours(&self, host: &str) -> bool {
        let of_port = match host.rsplit_once(':') {
            Some((name, port)) if !port.ends_with(']') => port.parse() == Ok(self.port) && is_our_name(name),
            _ => self.port == 80 && is_our_name(host),
        };
        of_port && host.is_ascii()
    }

    /// A path without the token in front of it, and whether there is one: `/TOKEN/v2/check` is `/v2/check`. Clients that
    /// know nothing but an address can be given it so.
    fn without_token<'p>(&self, path: &'p str) -> (&'p str, bool) {
        let Some((first, rest)) = path.strip_prefix('/').and_then(|path| path.split_once('/')) else {
            return (path, false);
        };
        match self.token.is(first.as_bytes()) {
            true => (&path[path.len() - rest.len() - 1..], true),
            false => (path, false),
        }
    }

    fn bears_token(&self, headers: &HeaderMap) -> bool {
        let sent = headers.get(AUTHORIZATION).map(HeaderValue::as_bytes).unwrap_or_default();
        match sent.split_at_checked("Bearer ".len()) {
            Some((scheme, token)) => {
                scheme.eq_ignore_ascii_case(b"Bearer ") && self.token.is(token.trim_ascii())
            }
            None => false,
        }
    }
}

fn is_our_name(name: &str) -> bool {
    OUR_NAMES.iter().any(|ours| ours.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(path: &str, headers: &[(&'static str, &str)]) -> Result<Asked, &'static str> {
        let token = Token::new().unwrap();
        let filled = |text: &str| text.replace("TOKEN", token.as_str());
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(*name, filled(value).parse().unwrap());
        }
        let uri = filled(path).parse().unwrap();
        let access = Access::new(8347, token, vec![Origin::parse("https://cms.example.in").unwrap()]);
        access.ask(&Method::POST, &uri, &map).map_err(|refusal| refusal.code)
    }

    #[test]
    fn only_our_own_names_lead_here() {
        for host in ["127.0.0.1:8347", "localhost:8347", "LocalHost:8347", "[::1]:8347"] {
            assert!(ask("/v1/check", &[("host", host)]).is_ok(), "{host}");
        }
        for host in [
            "evil.example:8347",
            "127.0.0.1",
            "127.0.0.1:80",
            "127.0.0.1.evil.example:8347",
            "[::1]",
            "[::2]:8347",
            "",
        ] {
            assert_eq!(ask("/v1/check", &[("host", host)]), Err("host"), "{host}");
        }
        assert_eq!(ask("/v1/check", &[]), Err("host"), "nobody says whom it is for");
        assert_eq!(
            ask("/", &[("host", "localhost:8347"), ("host", "evil.example")]),
            Err("host"),
            "two of them"
        );
        assert_eq!(ask("http://evil.example/v1/check", &[("host", "localhost:8347")]), Err("host"));
    }

    #[test]
    fn no_web_page_asks_that_was_not_named() {
        let host = ("host", "127.0.0.1:8347");
        assert!(ask("/", &[host, ("origin", "https://cms.example.in")]).is_ok());
        for origin in ["https://evil.example", "null", "http://cms.example.in", "https://cms.example.in:444"]
        {
            assert_eq!(ask("/", &[host, ("origin", origin)]), Err("origin"), "{origin}");
        }
        assert_eq!(ask("/", &[host, ("sec-fetch-site", "cross-site")]), Err("origin"), "an image of a page");
        assert!(ask("/", &[host, ("sec-fetch-site", "none")]).is_ok(), "the user typed the address");
    }

    #[test]
    fn the_token_is_in_a_header_or_in_front_of_the_path() {
        let host = ("host", "127.0.0.1:8347");
        let has = |path: &str, bears: &str| ask(path, &[host, ("authorization", bears)]).unwrap().has_token;
        assert!(has("/v1/check", "Bearer TOKEN") && has("/v1/check", "bearer TOKEN"));
        assert!(
            !has("/v1/check", "TOKEN") && !has("/v1/check", "Bearer TOKENx") && !has("/v1/check", "Bearer ")
        );
        assert!(!has("/v1/check", "Basic TOKEN") && !has("/tokenx/v1/check", ""));
        let asked = ask("/TOKEN/v2/check", &[host]).unwrap();
        assert_eq!((asked.path.as_str(), asked.has_token), ("/v2/check", true));
        assert!(
            !ask("/TOKEN", &[host]).unwrap().has_token,
            "without anything behind it, it is a path like any other"
        );
    }
}
