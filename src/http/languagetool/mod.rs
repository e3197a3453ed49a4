//! The part of LanguageTool's HTTP API that its clients need: `/v2/check`, `/v2/languages`, `/v2/maxtextlength`.
//!
//! What is taken and what is left is in `docs/serve.md`. All offsets count UTF-16 code units, as LanguageTool's do.

mod annotated;
mod choice;
mod matches;

use std::borrow::Cow;

use serde_json::json;

use super::article::{Article, ReadArticle};
use super::newsroom::CurrentNewsroom;
use super::refusal::Refusal;
use crate::newsroom::{Locale, Message};

use annotated::Annotated;
use choice::RuleChoice;
use matches::Matches;

/// The type of a body of `POST /v2/check`.
pub const FORM: &str = "application/x-www-form-urlencoded";

/// The codes of the one language there is, as clients ask for it; the first is how it is called where none is asked for.
const LANGUAGES: [(&str, &str); 2] = [("hi-IN", "Hindi (India)"), ("hi", "Hindi")];

/// A text to check, as a client of LanguageTool asks.
pub struct Question {
    annotated: Annotated,
    article: Article,
    choice: RuleChoice,
    /// The language that it asked for, as it is called in the answer.
    language: (&'static str, &'static str),
}

impl Question {
    /// Reads the parameters of a request, from a form or the query of an address. Those that mean nothing here are passed over.
    ///
    /// # Errors
    /// There is no text, it is too long, its annotations are none, or it is in another language.
    pub fn parse(form: &[u8]) -> Result<Question, Refusal> {
        let (mut text, mut data, mut language) = (None, None, None);
        let mut choice = RuleChoice::default();
        for (name, value) in pairs(form) {
            match &*name {
                "text" => text = Some(value),
                "data" => data = Some(value),
                "language" => language = Some(value),
                _ => choice.read(&name, &value),
            }
        }
        let language = known(language.ok_or_else(|| missing("language"))?)?;
        let annotated = match (text, data) {
            (Some(text), None) => Annotated::of_text(text.into_owned()),
            (None, Some(data)) => Annotated::parse(&data)?,
            (Some(_), Some(_)) => return Err(both()),
            (None, None) => return Err(missing("text")),
        };
        let article = Article::new(annotated.text.clone())?;
        Ok(Question { annotated, article, choice: choice.checked()?, language })
    }

    /// Reads the article and tells what was found, as JSON; takes its time. `locale` is the language of messages, else that
    /// of the newsroom.
    ///
    /// # Errors
    /// As [`Article::read`].
    pub fn answer(self, newsroom: &CurrentNewsroom, locale: Option<Locale>) -> Result<Vec<u8>, Refusal> {
        let ReadArticle { mut snapshot, .. } = self.article.read(newsroom)?;
        snapshot.retain(|found| self.choice.wants(found.finding.rule));
        let locale = locale.or(snapshot.newsroom.config.locale).unwrap_or_default();
        let matches = Matches { snapshot: &snapshot, annotated: &self.annotated, locale };
        let (code, name) = self.language;
        let answer = json!({
            "software": {
                "name": "vartani",
                "version": env!("CARGO_PKG_VERSION"),
                "buildDate": "",
                "apiVersion": 1,
                "premium": false,
                "status": "",
            },
            "warnings": { "incompleteResults": false },
            "language": {
                "name": name,
                "code": code,
                "detectedLanguage": { "name": name, "code": code, "confidence": 1.0 },
            },
            "matches": matches.all(),
        });
        serde_json::to_vec(&answer).map_err(|_| Refusal::fault())
    }
}

/// The parameters of a form. LibreOffice 7.4 sends `text=…&language=…` with the text as it is, where `&`, `+` and `%` mean
/// themselves: a form that is encoded has no byte beyond ASCII.
fn pairs(form: &[u8]) -> Vec<(Cow<'_, str>, Cow<'_, str>)> {
    let as_it_is = || {
        let sent = str::from_utf8(form).ok().filter(|sent| !sent.is_ascii())?;
        sent.strip_prefix("text=")?.rsplit_once("&language=")
    };
    match as_it_is() {
        None => form_urlencoded::parse(form).collect(),
        Some((text, rest)) => {
            let rest = &form[form.len() - rest.len() - "language=".len()..];
            let text = (Cow::Borrowed("text"), Cow::Borrowed(text));
            std::iter::once(text).chain(form_urlencoded::parse(rest)).collect()
        }
    }
}

/// What `/v2/languages` says.
pub fn languages() -> Vec<u8> {
    let all = LANGUAGES.map(|(code, name)| json!({ "name": name, "code": "hi", "longCode": code }));
    json!(all).to_string().into_bytes()
}

/// The language that is asked for.
fn known(asked: Cow<'_, str>) -> Result<(&'static str, &'static str), Refusal> {
    if asked.eq_ignore_ascii_case("auto") {
        return Ok(LANGUAGES[0]);
    }
    LANGUAGES.into_iter().find(|(code, _)| code.eq_ignore_ascii_case(&asked)).ok_or_else(|| {
        let message = Message::new(
            format!("'{asked}' की जाँच vartani नहीं करती; language=hi, hi-IN या auto भेजें"),
            format!("'{asked}' is not a language code known to vartani; send language=hi, hi-IN or auto"),
        );
        Refusal::bad("language", message)
    })
}

fn missing(name: &str) -> Refusal {
    let message = Message::new(format!("'{name}' नहीं भेजा गया"), format!("Missing '{name}' parameter"));
    Refusal::bad("parameter", message)
}

fn both() -> Refusal {
    let message =
        Message::new("'text' और 'data' में से एक ही भेजें", "Set only one of the parameters 'text' and 'data'");
    Refusal::bad("parameter", message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_is_not_encoded_is_read_as_it_is() {
        let of = |form: &str| -> Vec<(String, String)> {
            pairs(form.as_bytes()).into_iter().map(|(name, value)| (name.into(), value.into())).collect()
        };
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let raw = of("text=राम & श्याम 5% +2&language=श&language=hi-IN&level=picky");
        let text = pair("text", "राम & श्याम 5% +2&language=श");
        assert_eq!(raw, [text, pair("language", "hi-IN"), pair("level", "picky")]);
        let encoded = of("language=hi&text=%E0%A4%B0+%26");
        assert_eq!(encoded, [pair("language", "hi"), pair("text", "र &")]);
        assert_eq!(of("text=AB+%26&language=hi"), [pair("text", "AB &"), pair("language", "hi")]);
    }
}
