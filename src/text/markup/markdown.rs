//! Markdown: CommonMark with tables, footnotes, strikethrough, heading attributes and front matter.
//!
//! `pulldown-cmark` finds the structure; this reader finds for every event which bytes of the
//! document are the prose's own and which only stand for it.

#[cfg(test)]
mod tests;

use std::iter::repeat_n;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use super::front_matter;
use super::html::{self, element::Element, element::Skip};
use super::page::Page;
use crate::text::{Article, BlockKind, Span};

const BYTE_ORDER_MARK: char = '\u{FEFF}';

pub(super) fn parse(text: &str) -> Article {
    let body = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    let start = text.len() - body.len();
    let front = front_matter::find(body);
    let body_start = start + front.as_ref().map_or(0, |front| front.end);
    let mut reader = Reader::new(text, formulas(text, body_start));
    if let Some(front) = &front {
        front_matter::read(text, start, front, &mut reader.page);
        reader.page.begin(BlockKind::Paragraph);
    }
    // no task lists: with heading attributes they let pulldown-cmark 0.13.6 panic
    let mut options =
        Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_HEADING_ATTRIBUTES;
    options.set(Options::ENABLE_TABLES, has_sound_tables(&text[body_start..]));
    for (event, source) in Parser::new_ext(&text[body_start..], options).into_offset_iter() {
        reader.see(event, body_start + source.start..body_start + source.end);
    }
    let front_matter = front.map(|front| Span::new(start + front.inner.start, start + front.inner.end));
    Article { front_matter, ..reader.page.into_article() }
}

/// Whether tables are to be read at all. `pulldown-cmark` fills up short rows with empty cells; where these might be
/// more than the document has bytes, its bars make no tables.
fn has_sound_tables(body: &str) -> bool {
    let (mut columns, mut missing) = (0_usize, 0);
    for line in body.split(['\n', '\r']) {
        let row = line.trim_start_matches(['>', ' ', '\t']);
        let cells = row.bytes().filter(|byte| *byte == b'|').count() + 1;
        if row.is_empty() {
            columns = 0;
        } else if row.chars().all(|c| matches!(c, '|' | '-' | ':') || c.is_whitespace()) {
            columns = columns.max(cells);
        } else {
            missing += columns.saturating_sub(cells);
        }
    }
    missing <= body.len()
}

/// The formulas from a line `$$` to the next, with the lines: blank ones inside would make several paragraphs of one.
/// Of code nothing is read anyway.
fn formulas(text: &str, start: usize) -> Vec<Range<usize>> {
    let (mut out, mut open, mut code) = (Vec::new(), None, None);
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        let written = line.trim();
        let fence = ["```", "~~~"].into_iter().find(|fence| written.starts_with(fence));
        if fence.is_some() && open.is_none() && (code.is_none() || code == fence) {
            code = if code.is_none() { fence } else { None };
        } else if written == "$$" && code.is_none() {
            match open.take() {
                Some(start) => out.push(start..at + line.len()),
                None => open = Some(at),
            }
        }
        at += line.len();
    }
    out
}

struct Reader<'a> {
    document: &'a str,
    page: Page,
    /// See [`formulas`].
    formulas: Vec<Range<usize>>,
    /// The kinds of text of the list items and footnotes around.
    around: Vec<BlockKind>,
    /// Up to where the document has been read.
    reached: usize,
    /// A line break before what comes next, and whether it is a hard one.
    line_break: Option<(Range<usize>, bool)>,
    passing: Option<Passing>,
}

/// What is not read as it comes.
enum Passing {
    /// Everything up to the end of this element of Markdown.
    Until(TagEnd),
    /// Everything up to the end tag of this element of HTML, or the end of the block.
    Element(Skip),
    /// A block of HTML, to be read when its lines are together.
    Html(Vec<Range<usize>>),
}

impl<'a> Reader<'a> {
    fn new(document: &'a str, formulas: Vec<Range<usize>>) -> Self {
        Reader {
            document,
            page: Page::new(),
            formulas,
            around: Vec::new(),
            reached: 0,
            line_break: None,
            passing: None,
        }
    }

    fn see(&mut self, event: Event<'_>, source: Range<usize>) {
        if self.passes(&event, &source) {
            return;
        }
        let escape = usize::from(matches!(event, Event::Text(_)) && self.is_escaped(&source));
        self.settle_line_break(source.start - escape);
        let reached = match event {
            Event::Start(_) => source.start,
            _ => source.end,
        };
        match event {
            Event::Start(tag) => self.start(tag, source),
            Event::End(tag) => self.end(tag, source),
            Event::Text(_) | Event::InlineHtml(_) if self.is_in_formula(source.start) => {
                self.page.object(source)
            }
            Event::Text(text) => self.text(&text, source, escape),
            Event::SoftBreak => self.line_break = Some((self.reached.min(source.start)..source.end, false)),
            Event::HardBreak => self.line_break = Some((self.reached.min(source.start)..source.end, true)),
            Event::InlineHtml(tag) => self.tag(&tag, source),
            Event::Code(_) | Event::InlineMath(_) | Event::DisplayMath(_) | Event::FootnoteReference(_) => {
                self.page.object(source);
            }
            Event::Rule => self.page.begin(self.kind()),
            Event::Html(_) | Event::TaskListMarker(_) => {}
        }
        self.reached = reached;
    }

    /// Whether the event belongs to what is passed over.
    fn passes(&mut self, event: &Event<'_>, source: &Range<usize>) -> bool {
        let is_over = match &mut self.passing {
            None => return false,
            Some(Passing::Until(end)) => matches!(event, Event::End(tag) if tag == end),
            Some(Passing::Element(skip)) => match event {
                Event::InlineHtml(tag) => {
                    self.reached = source.end;
                    match name_of(tag) {
                        Some((name, true)) if skip.ends_with(&name) => self.passing = None,
                        Some((name, false)) => skip.start(&name),
                        _ => {}
                    }
                    return true;
                }
                Event::Start(tag) => is_block(tag.to_end()),
                Event::End(tag) => is_block(*tag),
                event => *event == Event::Rule,
            },
            Some(Passing::Html(lines)) => {
                if let Event::Html(_) = event {
                    lines.push(source.clone());
                }
                // its end reads the lines
                return *event != Event::End(TagEnd::HtmlBlock);
            }
        };
        if is_over {
            self.passing = None;
        }
        !is_over
    }

    fn start(&mut self, tag: Tag<'_>, source: Range<usize>) {
        let end = tag.to_end();
        if is_block(end) {
            self.page.begin(self.kind());
        }
        match tag {
            Tag::Heading { level, .. } => self.page.begin(BlockKind::Heading(level as u8)),
            Tag::TableCell => self.page.begin(BlockKind::Cell),
            Tag::Item => self.enter(BlockKind::ListItem),
            Tag::FootnoteDefinition(_) => self.enter(BlockKind::Paragraph),
            Tag::CodeBlock(_) => self.passing = Some(Passing::Until(end)),
            Tag::HtmlBlock => self.passing = Some(Passing::Html(Vec::new())),
            Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. } => {
                self.page.object(source);
                self.passing = Some(Passing::Until(end));
            }
            Tag::Image { .. } => self.page.object(source.start..source.start + "![".len()),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, source: Range<usize>) {
        match tag {
            TagEnd::Item | TagEnd::FootnoteDefinition => _ = self.around.pop(),
            TagEnd::HtmlBlock => self.read_html(),
            // the words after an image are no part of what it shows
            TagEnd::Image if self.reached > source.start => self.page.object(self.reached..source.end),
            _ => {}
        }
        if is_block(tag) {
            self.page.begin(self.kind());
        }
    }

    fn is_in_formula(&self, at: usize) -> bool {
        let next = self.formulas.partition_point(|formula| formula.end <= at);
        self.formulas.get(next).is_some_and(|formula| formula.start <= at)
    }

    fn enter(&mut self, kind: BlockKind) {
        self.around.push(kind);
        self.page.begin(kind);
    }

    fn kind(&self) -> BlockKind {
        self.around.last().copied().unwrap_or(BlockKind::Paragraph)
    }

    /// `escape` is the number of bytes before the text that only escape its first character.
    fn text(&mut self, text: &str, source: Range<usize>, escape: usize) {
        if self.document.get(source.clone()) != Some(text) {
            return self.page.decoded(text, source);
        }
        let escaped = text.chars().next().filter(|_| escape > 0).map_or(0, char::len_utf8);
        let plain = source.start + escaped;
        self.page.decoded(&text[..escaped], source.start - escape..plain);
        self.page.text(&text[escaped..], plain);
    }

    /// Whether the text begins with a character that a backslash makes plain.
    fn is_escaped(&self, text: &Range<usize>) -> bool {
        let skipped = self.document.get(self.reached..text.start);
        skipped.is_some_and(|skipped| skipped.ends_with('\\'))
    }

    /// A line break reaches to what comes next: `> ` and indentation are part of it.
    fn settle_line_break(&mut self, next: usize) {
        match self.line_break.take() {
            Some((source, true)) => self.page.line_break(source.start..source.end.max(next)),
            Some((source, false)) => self.page.soft_break(source.start..source.end.max(next)),
            None => {}
        }
    }

    /// A tag of HTML in running text.
    fn tag(&mut self, tag: &str, source: Range<usize>) {
        let Some((name, is_end)) = name_of(tag) else {
            return;
        };
        match Element::of(&name) {
            Element::Inline => {}
            Element::Break => self.page.line_break(source),
            Element::Code | Element::Skipped(_) if !is_end => {
                self.page.object(source);
                if !tag.ends_with("/>") {
                    self.passing = Some(Passing::Element(Skip::from(&name)));
                }
            }
            _ => self.page.object(source),
        }
    }

    /// Reads a block of HTML, with the prefixes of its lines blanked out so that offsets stay.
    fn read_html(&mut self) {
        let Some(Passing::Html(lines)) = self.passing.take() else {
            return;
        };
        let Some(offset) = lines.first().map(|line| line.start) else {
            return;
        };
        let mut html = String::new();
        for line in lines {
            let prefix = line.start.saturating_sub(offset + html.len());
            html.extend(repeat_n(' ', prefix));
            html.push_str(&self.document[line]);
        }
        html::read(&html, offset, self.kind(), &mut self.page);
    }
}

/// The name of a tag in lower case, and whether it is an end tag; nothing for comments and the like.
fn name_of(tag: &str) -> Option<(Vec<u8>, bool)> {
    let inner = tag.strip_prefix('<')?;
    let name = inner.strip_prefix('/').unwrap_or(inner);
    let end = name.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>'));
    let name = &name[..end.unwrap_or(name.len())];
    let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic());
    is_name.then(|| (name.to_ascii_lowercase().into_bytes(), inner.starts_with('/')))
}

fn is_block(tag: TagEnd) -> bool {
    use TagEnd::{Emphasis, Image, Link, Strikethrough, Strong, Subscript, Superscript};
    !matches!(tag, Emphasis | Strong | Strikethrough | Superscript | Subscript | Link | Image)
}
