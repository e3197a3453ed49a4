//! A text in which a client says what is markup, and the way back to what it sent.

use serde::Deserialize;

use crate::http::refusal::Refusal;
use crate::newsroom::Message;
use crate::text::{Lines, Span};

/// A text to read, in pieces that stand beside each other in what the client sent.
pub struct Annotated {
    /// What is read.
    pub text: String,
    lines: Lines,
    /// In order, none of them empty in `text`.
    pieces: Vec<Piece>,
}

struct Piece {
    /// The byte of `text` at which it begins.
    start: usize,
    /// Where it begins in what was sent, in UTF-16 code units.
    sent: usize,
    /// The length of markup that is read as something else, in UTF-16 code units; `None` for text that is read as it is.
    markup: Option<usize>,
}

/// The parameter `data`.
#[derive(Deserialize)]
struct Data {
    annotation: Vec<Annotation>,
}

#[derive(Deserialize)]
struct Annotation {
    text: Option<String>,
    markup: Option<String>,
    #[serde(rename = "interpretAs")]
    interpret_as: Option<String>,
}

impl Annotated {
    /// A text without markup.
    pub fn of_text(text: String) -> Annotated {
        let lines = Lines::of(&text);
        Annotated { text, lines, pieces: vec![Piece { start: 0, sent: 0, markup: None }] }
    }

    /// The text in the parameter `data`: `{"annotation": [{"text": "…"}, {"markup": "<p>", "interpretAs": "\n"}]}`.
    ///
    /// # Errors
    /// It is not such JSON.
    pub fn parse(data: &str) -> Result<Annotated, Refusal> {
        let data: Data = serde_json::from_str(data).map_err(|error| {
            let message = Message::new(
                format!("'data' ठीक JSON नहीं है: {error}"),
                format!("'data' is not the JSON that is expected: {error}"),
            );
            Refusal::bad("json", message)
        })?;
        let (mut text, mut pieces, mut sent) = (String::new(), Vec::new(), 0);
        for Annotation { text: plain, markup, interpret_as } in data.annotation {
            let length = markup.as_deref().map(units);
            let read = plain.as_deref().or(interpret_as.as_deref()).unwrap_or_default();
            if !read.is_empty() {
                pieces.push(Piece {
                    start: text.len(),
                    sent,
                    markup: if plain.is_some() { None } else { length },
                });
                text.push_str(read);
            }
            sent += plain.as_deref().map_or(length.unwrap_or_default(), units);
        }
        if pieces.is_empty() {
            pieces.push(Piece { start: 0, sent: 0, markup: None });
        }
        Ok(Annotated { lines: Lines::of(&text), text, pieces })
    }

    /// Where a span stands in what was sent: offset and length in UTF-16 code units.
    pub fn sent(&self, span: Span) -> (usize, usize) {
        let (start, end) = (span.start as usize, span.end as usize);
        let first = &self.pieces[self.pieces.partition_point(|piece| piece.start <= start).saturating_sub(1)];
        let last = self.last(span);
        let from = match first.markup {
            Some(_) => first.sent,
            None => first.sent + self.units(first.start, start),
        };
        let to = match last.markup {
            Some(length) => last.sent + length,
            None => last.sent + self.units(last.start, end),
        };
        (from, to.saturating_sub(from))
    }

    /// Whether a span is text as it was sent, so that it may be replaced.
    pub fn is_plain(&self, span: Span) -> bool {
        let last = self.last(span);
        last.markup.is_none() && last.start <= span.start as usize
    }

    /// The piece with the last byte of a span.
    fn last(&self, span: Span) -> &Piece {
        let end = span.end.max(span.start + 1) as usize;
        &self.pieces[self.pieces.partition_point(|piece| piece.start < end).saturating_sub(1)]
    }

    /// The length of a stretch of the text, in UTF-16 code units.
    fn units(&self, start: usize, end: usize) -> usize {
        let width = self.lines.width(&self.text, start..end.max(start));
        (width.characters + width.supplementary) as usize
    }
}

/// The length of a text in UTF-16 code units.
pub fn units(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    const DATA: &str = r#"{"annotation": [{"markup": "<p>"}, {"text": "😀 बैठक "}, {"markup": "<b>"}, {"text": "हुई"},
        {"markup": "</b>"}, {"text": "।"}, {"markup": "</p><p>", "interpretAs": "\n\n"}, {"text": "राम"}]}"#;

    #[test]
    fn a_word_stands_where_it_was_sent() {
        let sent = "<p>😀 बैठक <b>हुई</b>।</p><p>राम";
        let annotated = Annotated::parse(DATA).unwrap();
        assert_eq!(annotated.text, "😀 बैठक हुई।\n\nराम");
        let place = |word: &str| {
            let start = annotated.text.find(word).unwrap();
            annotated.sent(Span::new(start, start + word.len()))
        };
        let there = |word: &str| {
            let start = sent.find(word).unwrap();
            (units(&sent[..start]), units(word))
        };
        for word in ["बैठक", "हुई", "।", "राम"] {
            assert_eq!(place(word), there(word), "{word}");
        }
        assert_eq!(place("हुई।"), there("हुई</b>।"), "with the markup in it");
        assert_eq!(place("\n\n"), there("</p><p>"));
    }

    #[test]
    fn what_has_markup_in_it_is_not_replaced() {
        let annotated = Annotated::parse(DATA).unwrap();
        let is_plain = |word: &str| {
            let start = annotated.text.find(word).unwrap();
            annotated.is_plain(Span::new(start, start + word.len()))
        };
        assert!(is_plain("बैठक") && is_plain("हुई") && is_plain("राम"));
        assert!(!is_plain("हुई।") && !is_plain("\n\n") && !is_plain("।\n"));
    }

    #[test]
    fn a_text_without_markup_is_itself_and_nothing_is_nothing() {
        let annotated = Annotated::of_text("😀 राम".into());
        assert_eq!(annotated.sent(Span::new(5, 14)), (3, 3));
        assert!(annotated.is_plain(Span::new(5, 14)));
        assert_eq!(Annotated::parse(r#"{"annotation": []}"#).unwrap().sent(Span::new(0, 0)), (0, 0));
        assert!(Annotated::parse("[]").is_err() && Annotated::parse("{").is_err());
    }
}
