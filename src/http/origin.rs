//! Where a web page comes from, as browsers say it in `Origin`.

use crate::newsroom::Message;

/// Scheme, host and port of a web page, as `https://cms.example.in`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin(String);

impl Origin {
    /// An origin that a user names; a slash at its end is left out.
    ///
    /// # Errors
    /// It is a pattern, a page or no address at all. `null` is refused, too: every page in a sandbox calls itself so.
    pub fn parse(text: &str) -> Result<Origin, Message> {
        let plain = text.strip_suffix('/').unwrap_or(text).to_ascii_lowercase();
        let is_origin = plain.split_once("://").is_some_and(|(scheme, host)| {
            let of_scheme = |c: char| c.is_ascii_alphanumeric() || "+-.".contains(c);
            let of_host = |c: char| c.is_ascii_alphanumeric() || "-._:[]".contains(c);
            !scheme.is_empty()
                && scheme.chars().all(of_scheme)
                && !host.is_empty()
                && host.chars().all(of_host)
        });
        if is_origin {
            return Ok(Origin(plain));
        }
        Err(Message::new(
            format!(
                "--allow-origin: “{text}” किसी वेबसाइट का पता नहीं है; https://cms.example.in की तरह लिखें, बिना * और बिना पन्ने के"
            ),
            format!(
                "--allow-origin: \"{text}\" is not an origin; write it as https://cms.example.in, without * and without a path"
            ),
        ))
    }

    /// Whether it is what a browser says.
    pub fn is(&self, said: &[u8]) -> bool {
        self.0.as_bytes().eq_ignore_ascii_case(said)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_a_scheme_and_a_host_and_nothing_else() {
        for good in [
            "https://cms.example.in",
            "http://localhost:3000/",
            "chrome-extension://abcdef",
            "http://[::1]:8080",
        ] {
            assert!(Origin::parse(good).is_ok(), "{good}");
        }
        for bad in [
            "*",
            "null",
            "cms.example.in",
            "https://",
            "https://*.example.in",
            "https://a.in/page",
            "file:///",
            "https://a b",
        ] {
            assert!(Origin::parse(bad).is_err(), "{bad}");
        }
        let origin = Origin::parse("https://CMS.example.in/").unwrap();
        assert!(origin.is(b"https://cms.example.in") && !origin.is(b"https://cms.example.in.evil.example"));
    }
}
