//! One article of an export as a page of HTML, with the way back to the file.

use std::ops::Range;

use crate::text::Span;

/// An article of an export.
#[derive(Debug, Default)]
pub struct Item {
    /// The page that is made of its fields.
    pub html: String,
    /// The `id` that the export gives it.
    pub id: Option<String>,
    /// Where the stretches of the page are from, in order.
    pieces: Vec<Piece>,
}

#[derive(Debug)]
struct Piece {
    html: Range<usize>,
    source: Range<usize>,
    /// Whether it stands in the file as it does in the page.
    is_verbatim: bool,
}

/// A stretch of the value of a field: what it says, and the bytes of the file that say it.
#[derive(Clone, Debug)]
pub(super) struct Part {
    pub text: String,
    pub source: Range<usize>,
    pub is_verbatim: bool,
}

/// What a field is to a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Headline,
    Description,
    Body,
}

impl Role {
    /// What a field of a name is: `title`, `summary`; anything else is running text.
    pub fn of(name: &str) -> Role {
        let last = name.rsplit('.').find(|part| !matches!(*part, "rendered" | "raw" | "hi" | "value"));
        match last.unwrap_or(name).to_lowercase().as_str() {
            "title" | "headline" | "heading" | "शीर्षक" => Role::Headline,
            "description" | "summary" | "excerpt" | "subtitle" | "standfirst" | "abstract" => {
                Role::Description
            }
            _ => Role::Body,
        }
    }
}

impl Item {
    /// Adds a day or a desk that the item gives of itself.
    pub(super) fn state(&mut self, name: &str, value: &str) {
        let value = value.replace(['"', '<', '>', '&'], " ");
        self.html.push_str(&format!("<meta name=\"{name}\" content=\"{value}\">\n"));
    }

    /// Adds a field.
    pub(super) fn field(&mut self, role: Role, parts: &[Part]) {
        let is_markup =
            |part: &Part| ["</", "<p", "<br", "<P", "<div"].iter().any(|tag| part.text.contains(tag));
        let is_html = role != Role::Headline && parts.iter().any(is_markup);
        let (open, close) = match role {
            Role::Headline => ("<title>", "</title>\n"),
            Role::Description if !is_html => ("<meta name=\"description\" content=\"", "\">\n"),
            _ => ("<p>", "</p>\n"),
        };
        self.html.push_str(open);
        for part in parts {
            if is_html {
                self.push(&part.text, part.source.clone(), part.is_verbatim);
            } else {
                self.plain(part, role == Role::Body);
            }
        }
        self.html.push_str(close);
    }

    /// Text without markup: what HTML would read otherwise is written for it, and a line of running text is a paragraph.
    fn plain(&mut self, part: &Part, is_running: bool) {
        let written = |c: char| match c {
            '<' => Some("&lt;"),
            '>' => Some("&gt;"),
            '&' => Some("&amp;"),
            '"' if !is_running => Some("&quot;"),
            '\n' if is_running => Some("<p>"),
            _ => None,
        };
        let mut from = 0;
        for (at, c) in part.text.char_indices() {
            let Some(html) = written(c) else { continue };
            self.stretch(part, from..at);
            from = at + c.len_utf8();
            let source = self.source(part, at..from);
            self.push(html, source, false);
        }
        self.stretch(part, from..part.text.len());
    }

    fn stretch(&mut self, part: &Part, range: Range<usize>) {
        let source = self.source(part, range.clone());
        self.push(&part.text[range], source, part.is_verbatim);
    }

    fn source(&self, part: &Part, range: Range<usize>) -> Range<usize> {
        match part.is_verbatim {
            true => part.source.start + range.start..part.source.start + range.end,
            false => part.source.clone(),
        }
    }

    fn push(&mut self, text: &str, source: Range<usize>, is_verbatim: bool) {
        if text.is_empty() {
            return;
        }
        let start = self.html.len();
        self.html.push_str(text);
        self.pieces.push(Piece { html: start..self.html.len(), source, is_verbatim });
    }

    /// Where a stretch of the page stands in the file: the smallest stretch that holds all of it.
    pub fn to_source(&self, span: Span) -> Span {
        let (start, end) = (span.start as usize, (span.end as usize).max(span.start as usize));
        let first = self.pieces.partition_point(|piece| piece.html.end <= start);
        let last = self.pieces.partition_point(|piece| piece.html.start < end.max(start + 1));
        let place = |piece: &Piece, at: usize, is_end: bool| match piece.is_verbatim {
            true => piece.source.start + at.clamp(piece.html.start, piece.html.end) - piece.html.start,
            false if is_end => piece.source.end,
            false => piece.source.start,
        };
        let from = self.pieces.get(first).map_or(0, |piece| place(piece, start, false));
        let to = last.checked_sub(1).map_or(from, |last| place(&self.pieces[last], end, true));
        Span::new(from, to.max(from))
    }

    /// Like [`Item::to_source`], if the stretch stands in the file as it does in the page and `text` may stand there, too.
    pub fn to_editable(&self, span: Span, text: &str) -> Option<Span> {
        let at = self.pieces.partition_point(|piece| piece.html.end < span.end as usize);
        let piece = self.pieces.get(at).filter(|piece| piece.is_verbatim)?;
        let is_inside = piece.html.start <= span.start as usize && span.end as usize <= piece.html.end;
        let is_syntax = |c: char| c.is_control() || matches!(c, '"' | '\\' | '<' | '>' | '&');
        (is_inside && !text.contains(is_syntax)).then(|| self.to_source(span))
    }
}
