//! What an article is made of: its headings, who comes up under them and when.

use rustc_hash::FxHashSet;

use crate::diagnostics::Snapshot;
use crate::newsroom::{ActorRef, Kind, Newsroom};
use crate::text::{BlockKind, Span, fold};

/// U+FFFC stands in prose for what is no text: code, an image.
const OBJECT: char = '\u{FFFC}';

/// An entry of the outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The heading, the actor's full name, or the date as written.
    pub name: String,
    /// The actor's role on the article's day or what the newsroom says of it; the day that is meant.
    pub detail: Option<String>,
    /// What it is.
    pub class: EntryClass,
    /// What belongs to it: of a heading all up to the next of its level.
    pub span: Span,
    /// Where it is named; inside `span`.
    pub name_span: Span,
    /// What stands under it, in order.
    pub children: Vec<Entry>,
}

/// What an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryClass {
    /// A heading of level 1 to 6.
    Heading(u8),
    /// An actor where the article first names it.
    Actor(Kind, ActorRef),
    /// A date where the article first gives it.
    Date,
}

/// The headings of an article with what belongs to each, in order, not nested.
pub fn sections(snapshot: &Snapshot) -> Vec<(u8, Span)> {
    let headings: Vec<(u8, usize)> = snapshot
        .article
        .blocks
        .iter()
        .filter_map(|block| match block.kind {
            BlockKind::Heading(level) => Some((level, block.start as usize)),
            _ => None,
        })
        .collect();
    let end = |at: usize, level: u8| {
        let next = headings[at + 1..].iter().find(|(other, _)| *other <= level);
        next.map_or(snapshot.text.len(), |(_, start)| snapshot.lines.start(snapshot.lines.number(*start)))
    };
    let section =
        |(at, &(level, start)): (usize, &(u8, usize))| (level, Span::new(start, end(at, level).max(start)));
    headings.iter().enumerate().map(section).collect()
}

/// The outline of an article: headings nested by their levels, and under each the actors and dates that the
/// article names there for the first time.
pub fn outline(snapshot: &Snapshot) -> Vec<Entry> {
    let mut flat = headings(snapshot);
    flat.extend(actors(snapshot));
    flat.extend(dates(snapshot));
    flat.sort_by_key(|entry| (entry.name_span.start, entry.span.end == entry.name_span.end));
    let mut open: Vec<Entry> = Vec::new();
    let mut out = Vec::new();
    for entry in flat {
        while open.last().is_some_and(|last| !holds(last, &entry)) {
            close(&mut open, &mut out);
        }
        open.push(entry);
    }
    while !open.is_empty() {
        close(&mut open, &mut out);
    }
    out
}

fn holds(outer: &Entry, inner: &Entry) -> bool {
    matches!(outer.class, EntryClass::Heading(_))
        && outer.span.start <= inner.span.start
        && inner.span.end <= outer.span.end
}

/// Puts the last open entry under the one before it.
fn close(open: &mut Vec<Entry>, out: &mut Vec<Entry>) {
    if let Some(done) = open.pop() {
        open.last_mut().map_or(out, |outer| &mut outer.children).push(done);
    }
}

/// The entries of an article, without nesting: headings, then actors, then dates.
pub fn entries(snapshot: &Snapshot) -> Vec<Entry> {
    headings(snapshot).into_iter().chain(actors(snapshot)).chain(dates(snapshot)).collect()
}

/// What somebody looks for: words that a name must hold, in Devanagari or Latin letters, in any school of
/// spelling. No words find everything.
#[derive(Clone, Debug)]
pub struct Query(Vec<String>);

impl Query {
    /// The words of a text.
    pub fn of(text: &str) -> Query {
        Query(text.split_whitespace().map(key).collect())
    }

    /// Whether an entry of an article that was read for `newsroom` is looked for; an actor by any of its names.
    pub fn finds(&self, name: &str, class: EntryClass, newsroom: &Newsroom) -> bool {
        let EntryClass::Actor(_, actor) = class else { return self.is_in(name) };
        let actor = newsroom.actor(actor);
        actor.names.iter().map(|name| &name.text).chain(&actor.latin).any(|name| self.is_in(name))
    }

    fn is_in(&self, text: &str) -> bool {
        let text = key(text);
        self.0.iter().all(|word| text.contains(word.as_str()))
    }
}

fn key(text: &str) -> String {
    fold::orthographic(text).to_lowercase()
}

fn headings(snapshot: &Snapshot) -> Vec<Entry> {
    let blocks = snapshot.article.blocks.iter();
    let headings = blocks.filter(|block| matches!(block.kind, BlockKind::Heading(_)));
    let entry = |(block, (level, section)): (&crate::text::Block, (u8, Span))| {
        let name_span = block.document_span();
        let words = block.text().split(|c: char| c.is_whitespace() || c == OBJECT);
        Entry {
            name: words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" "),
            detail: None,
            class: EntryClass::Heading(level),
            span: section.to(name_span),
            name_span,
            children: Vec::new(),
        }
    };
    headings.zip(sections(snapshot)).map(entry).collect()
}

fn actors(snapshot: &Snapshot) -> Vec<Entry> {
    let mut seen = FxHashSet::default();
    let first = snapshot.mentions().iter().filter(|mention| seen.insert(mention.actor));
    let entry = |mention: &crate::reading::Mention| {
        let actor = snapshot.newsroom.actor(mention.actor);
        let role = snapshot.dateline.date.and_then(|date| actor.role_on(date));
        let detail = role.map_or(&actor.hi, |role| &role.title);
        let span = snapshot.span(mention.block, mention.span);
        Entry {
            name: actor.name().to_owned(),
            detail: Some(detail.clone()).filter(|detail| !detail.is_empty()),
            class: EntryClass::Actor(actor.kind, mention.actor),
            span,
            name_span: span,
            children: Vec::new(),
        }
    };
    first.map(entry).collect()
}

fn dates(snapshot: &Snapshot) -> Vec<Entry> {
    let mut seen = FxHashSet::default();
    let entry = |time: &crate::reading::TimeMention| {
        let span = snapshot.span(time.block, time.expression.span);
        let written = time.expression.span.of(snapshot.article.blocks[time.block].text());
        let detail = time.date.map(|date| date.to_string());
        // One day may be written as 12 मार्च, as बुधवार and as आज
        seen.insert(detail.clone().unwrap_or_else(|| time.timex.clone())).then(|| Entry {
            name: written.split_whitespace().collect::<Vec<_>>().join(" "),
            detail,
            class: EntryClass::Date,
            span,
            name_span: span,
            children: Vec::new(),
        })
    };
    snapshot.times().iter().filter(|time| time.is_on_calendar()).filter_map(entry).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::test_support::{markdown, plain};

    const TEXT: &str = "---\ndate: 2025-03-12\n---\n# पुतिन का 😀 दौरा\n\nपुतिन 12 मार्च को आए।\n\n## पहला दिन\n\nनरेंद्र मोदी मिले। पुतिन बोले।\n\n### शाम\n\nबुधवार को भोज हुआ।\n\n## अगला दिन\n\n13 मार्च को विदाई होगी।\n";

    /// The outline as text, one entry a line, indented.
    fn written(entries: &[Entry], depth: usize) -> Vec<String> {
        let lines = |entry: &Entry| {
            let detail = entry.detail.as_deref().map_or(String::new(), |detail| format!(" ({detail})"));
            let mut lines = vec![format!("{}{}{detail}", "- ".repeat(depth), entry.name)];
            lines.extend(written(&entry.children, depth + 1));
            lines
        };
        entries.iter().flat_map(lines).collect()
    }

    #[test]
    fn headings_nest_and_hold_what_comes_up_first() {
        assert_eq!(
            written(&outline(&markdown(TEXT)), 0),
            [
                "पुतिन का 😀 दौरा",
                "- व्लादिमीर पुतिन (रूस के राष्ट्रपति)",
                "- 12 मार्च (2025-03-12)",
                "- पहला दिन",
                "- - नरेंद्र मोदी (भारत के प्रधानमंत्री)",
                "- - शाम",
                "- अगला दिन",
                "- - 13 मार्च (2025-03-13)",
            ]
        );
    }

    #[test]
    fn a_name_is_inside_its_entry_and_children_inside_their_parents() {
        fn check(entries: &[Entry], outer: Span) {
            for entry in entries {
                let inside = |inner: Span, outer: Span| outer.start <= inner.start && inner.end <= outer.end;
                assert!(inside(entry.name_span, entry.span) && inside(entry.span, outer), "{}", entry.name);
                assert!(!entry.name.is_empty());
                check(&entry.children, entry.span);
            }
        }
        check(&outline(&markdown(TEXT)), Span::new(0, TEXT.len()));
        let crlf = TEXT.replace('\n', "\r\n");
        check(&outline(&markdown(&crlf)), Span::new(0, crlf.len()));
    }

    #[test]
    fn plain_text_has_no_headings() {
        let found = outline(&plain("रूस चुप है।\r\nरूस और चीन मिले।"));
        assert_eq!(found.iter().map(|entry| entry.name.as_str()).collect::<Vec<_>>(), ["रूस", "चीन"]);
        assert_eq!(outline(&plain("")), []);
    }

    #[test]
    fn entries_are_found_in_both_scripts() {
        let snapshot = markdown(TEXT);
        let names = |query: &str| {
            let query = Query::of(query);
            let finds = |entry: &Entry| query.finds(&entry.name, entry.class, &snapshot.newsroom);
            entries(&snapshot).into_iter().filter(finds).map(|entry| entry.name).collect::<Vec<_>>()
        };
        assert_eq!(names("putin"), ["व्लादिमीर पुतिन"]);
        assert_eq!(names("मोदी"), ["नरेंद्र मोदी"]);
        assert_eq!(names("नरेन्द्र"), ["नरेंद्र मोदी"], "of another school");
        assert_eq!(names("पुतिन"), ["पुतिन का 😀 दौरा", "व्लादिमीर पुतिन"]);
        assert_eq!(names("मार्च"), ["12 मार्च", "13 मार्च"]);
        assert_eq!(names("").len(), 8);
        assert_eq!(names("क्ष"), [""; 0]);
    }
}
