//! A newsroom, and the documents that are open with it.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::civil::Date;
use vartani::diagnostics::{DocumentState, PlacedFinding, Snapshot, safe_fixes};
use vartani::ide::{self, Occasion};
use vartani::newsroom::{Config, Locale, Newsroom, Severity};
use vartani::reading::{DateHints, Reader, date_in_file_name};
use vartani::text::Format;

use crate::message::{
    self, Answer, Card, Changes, Completion, Diagnostic, DocumentOptions, Fix, Mark, Options, Outcome,
    Related, Request, TextEdit,
};
use crate::newsroom::{FileFault, newsroom};
use crate::told::{Replaced, Step, steps};
use crate::utf16::Utf16;

/// Number of words that a reader may have met besides those of its document. Every letter that is typed makes a new one.
const MAX_WORDS_GONE: usize = 1 << 14;

/// A newsroom, and the documents that are open with it.
pub struct Checker {
    /// What ships, from which each newsroom is made.
    knowledge: Newsroom,
    newsroom: Arc<Newsroom>,
    locale: Locale,
    today: Option<Date>,
    documents: HashMap<String, Document>,
}

/// An open document as it was last read, by a reader of its own: its words go when it does.
struct Document {
    version: u32,
    options: DocumentOptions,
    reader: Reader,
    state: DocumentState,
    snapshot: Arc<Snapshot>,
    /// The one whose marks were told last; none where they are told anew, because another newsroom reads.
    told: Option<Arc<Snapshot>>,
}

impl Default for Checker {
    fn default() -> Checker {
        let knowledge = Newsroom::shipped(Config::default());
        Checker {
            newsroom: Arc::new(knowledge.clone()),
            knowledge,
            locale: Locale::Hi,
            today: None,
            documents: HashMap::new(),
        }
    }
}

impl Checker {
    /// Answers a request in JSON.
    pub fn answer(&mut self, request: &[u8]) -> Vec<u8> {
        let answer = match serde_json::from_slice(request) {
            Ok(request) => self.call(request).map_or_else(Answer::Error, Answer::Result),
            Err(error) => Answer::Error(format!("this is no request: {error}")),
        };
        serde_json::to_vec(&answer).unwrap_or_default()
    }

    fn call(&mut self, request: Request) -> Result<Outcome<'_>, String> {
        Ok(match request {
            Request::Configure(options) => Outcome::Faults(self.configure(&options)),
            Request::Open { id, text, options } => {
                let mut document = Document::open(text, options, self.newsroom.clone(), self.today);
                document.tell();
                let document = self.documents.entry(id).insert_entry(document).into_mut();
                Outcome::Changes(document.changes(None, &[], self.locale))
            }
            Request::Edit { id, edits } => {
                let document = self.documents.get_mut(&id).ok_or_else(|| not_open(&id))?;
                let replaced = document.edit(&edits, self.newsroom.clone(), self.today);
                let told = document.tell();
                let mut changes = document.changes(told.as_deref(), &replaced, self.locale);
                changes.replaced = edits.iter().map(message::Replaced::by).collect();
                Outcome::Changes(changes)
            }
            Request::Diagnostics { id } => {
                let document = self.documents.get_mut(&id).ok_or_else(|| not_open(&id))?;
                document.tell();
                Outcome::Changes(document.changes(None, &[], self.locale))
            }
            Request::Hover { id, offset } => Outcome::Card(self.document(&id)?.hover(offset, self.locale)),
            Request::Complete { id, offset } => {
                Outcome::Completions(self.document(&id)?.complete(offset, self.locale))
            }
            Request::Fix { id } => Outcome::Edits(self.document(&id)?.fix()),
            Request::Close { id } => {
                self.documents.remove(&id).ok_or_else(|| not_open(&id))?;
                Outcome::Closed(())
            }
        })
    }

    fn document(&self, id: &str) -> Result<&Document, String> {
        self.documents.get(id).ok_or_else(|| not_open(id))
    }

    fn configure(&mut self, options: &Options) -> Vec<message::Fault> {
        let (newsroom, faults) = newsroom(options, &self.knowledge);
        self.locale = match options.locale {
            Some(message::Locale::Hi) => Locale::Hi,
            Some(message::Locale::En) => Locale::En,
            None => newsroom.config.locale.unwrap_or_default(),
        };
        (self.newsroom, self.today) = (Arc::new(newsroom), options.today);
        for document in self.documents.values_mut() {
            let text = document.snapshot.text.clone();
            document.read(text, self.newsroom.clone(), self.today);
            document.told = None;
        }
        let told = |(file, fault): &FileFault| message::Fault {
            file: file.clone(),
            line: fault.line,
            column: fault.column,
            message: fault.message.in_locale(self.locale).to_owned(),
        };
        faults.iter().map(told).collect()
    }
}

fn not_open(id: &str) -> String {
    format!("no document {id:?} is open")
}

impl Document {
    fn open(
        text: String,
        options: DocumentOptions,
        newsroom: Arc<Newsroom>,
        today: Option<Date>,
    ) -> Document {
        let mut reader = Reader::new(newsroom);
        let mut state = DocumentState::default();
        let snapshot = state.read(text, format(&options), &mut reader, hints(&options, today));
        Document { version: 1, options, reader, state, snapshot, told: None }
    }

    /// Reads the document as it is now.
    fn read(&mut self, text: String, newsroom: Arc<Newsroom>, today: Option<Date>) {
        let words = self.snapshot.article.blocks.iter().map(|block| block.tokens.len()).sum::<usize>();
        let may_go_on = Arc::ptr_eq(self.reader.newsroom(), &newsroom)
            && self.reader.vocabulary().len() <= 2 * words + MAX_WORDS_GONE;
        if !may_go_on {
            self.reader = Reader::new(newsroom);
        }
        let hints = hints(&self.options, today);
        self.snapshot = self.state.read(text, format(&self.options), &mut self.reader, hints);
    }

    /// Makes edits one after another, reads what is there then, and returns what was replaced.
    fn edit(&mut self, edits: &[TextEdit], newsroom: Arc<Newsroom>, today: Option<Date>) -> Vec<Replaced> {
        let mut text: Option<String> = None;
        let mut replaced = Vec::with_capacity(edits.len());
        for edit in edits {
            let range = match &text {
                None => Utf16::of(&self.snapshot).range(edit.start, edit.end),
                Some(text) => Utf16::range_in(text, edit.start, edit.end),
            };
            replaced.push(Replaced { start: range.start, end: range.end, inserted: edit.insert.len() });
            text.get_or_insert_with(|| self.snapshot.text.clone()).replace_range(range, &edit.insert);
        }
        self.version += 1;
        if let Some(text) = text {
            self.read(text, newsroom, today);
        }
        replaced
    }

    /// Remembers that the marks of now are told, and returns those that were told before.
    fn tell(&mut self) -> Option<Arc<Snapshot>> {
        self.told.replace(self.snapshot.clone())
    }

    /// The marks of now, as they differ from those of `told`.
    fn changes(&self, told: Option<&Snapshot>, replaced: &[Replaced], locale: Locale) -> Changes<'_> {
        let marks = steps(told, replaced, &self.snapshot).into_iter().map(|step| match step {
            Step::Keep(count) => Mark::Told(count as i64),
            Step::Drop(count) => Mark::Told(-(count as i64)),
            Step::New(found) => Mark::New(self.diagnostic(found, locale)),
        });
        Changes { version: self.version, replaced: Vec::new(), marks: marks.collect() }
    }

    fn diagnostic(&self, found: &PlacedFinding, locale: Locale) -> Diagnostic<'_> {
        let page = Utf16::of(&self.snapshot);
        let found = found.diagnostic(&self.snapshot.article);
        let (start, end) = page.ends(found.span);
        let related = found.related.iter().map(|(span, message)| {
            let (start, end) = page.ends(*span);
            Related { start, end, message: message.in_locale(locale).to_owned() }
        });
        let fixes = found.fixes.iter().map(|fix| Fix {
            title: fix.title.in_locale(locale).to_owned(),
            safe: fix.applicability.is_safe(),
            edits: fix.edits.iter().map(|(span, insert)| page.edit(*span, insert)).collect(),
        });
        Diagnostic {
            rule: found.code().to_owned(),
            severity: severity(found.severity),
            start,
            end,
            text: found.span.of(&self.snapshot.text),
            related: related.collect(),
            fixes: fixes.collect(),
            message: found.message.in_locale(locale).to_owned(),
        }
    }

    fn hover(&self, offset: usize, locale: Locale) -> Option<Card> {
        let page = Utf16::of(&self.snapshot);
        let card = ide::hover(&self.snapshot, page.byte(offset), locale)?;
        let (start, end) = page.ends(card.span);
        Some(Card { start, end, markdown: card.markdown })
    }

    fn complete(&self, offset: usize, locale: Locale) -> Vec<Completion> {
        let page = Utf16::of(&self.snapshot);
        let list = ide::complete(&self.snapshot, page.byte(offset), Occasion::Typing, locale);
        let one = |found: ide::Suggestion| Completion {
            edit: page.edit(found.replace, &found.insert),
            label: found.label,
            detail: found.detail,
        };
        list.into_iter().map(one).collect()
    }

    fn fix(&self) -> Vec<TextEdit> {
        let page = Utf16::of(&self.snapshot);
        safe_fixes(self.snapshot.diagnostics())
            .1
            .iter()
            .map(|(span, insert)| page.edit(*span, insert))
            .collect()
    }
}

fn hints(options: &DocumentOptions, today: Option<Date>) -> DateHints {
    DateHints { given: options.dateline, file_name: date_in_file_name(&options.name), today }
}

fn format(options: &DocumentOptions) -> Format {
    match options.format {
        message::Format::Plain => Format::Plain,
        message::Format::Markdown => Format::Markdown,
        message::Format::Html => Format::Html,
    }
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Hint => "hint",
        Severity::Information => "information",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}
