//! What was understood of an article: its dateline, times, actors and unlisted names, in order of appearance.

use serde::Serialize;

use crate::diagnostics::Snapshot;
use crate::newsroom::Role;
use crate::reading::time::Modifier;
use crate::reading::{DatelineSource, Mention, TimeMention, Variants};
use crate::text::Span;

/// What was understood of one place, as `vartani inspect` prints it: bytes of the document, ISO dates, ends exclusive.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Line<'a> {
    /// The day and the place the article is written from.
    Dateline {
        /// The place, as printed.
        place: Option<&'a str>,
        /// The day.
        date: Option<String>,
        /// Where the day is from.
        source: Option<&'static str>,
        /// The dateline in the article.
        #[serde(skip_serializing_if = "Option::is_none")]
        span: Option<Bytes>,
        /// The name that the date has in the front matter or the metadata, and where it stands.
        #[serde(skip_serializing_if = "Option::is_none")]
        stated: Option<Stated<'a>>,
    },
    /// An expression of time.
    Time {
        /// As it is written.
        text: &'a str,
        /// Where.
        span: Bytes,
        /// What sort it is: `date`, `weekday`.
        class: &'static str,
        /// Its value in TIMEX3.
        timex: &'a str,
        /// The first day.
        start: Option<String>,
        /// The day after the last.
        end: Option<String>,
        /// The day from which a duration counts.
        #[serde(skip_serializing_if = "Option::is_none")]
        from: Option<String>,
        /// How exact it is, in TIMEX3.
        #[serde(rename = "mod", skip_serializing_if = "Option::is_none")]
        modifier: Option<&'static str>,
    },
    /// A name of an actor.
    Actor {
        /// As it is written.
        text: &'a str,
        /// Where.
        span: Bytes,
        /// The id of the actor.
        id: &'a str,
        /// The name that is preferred.
        name: &'a str,
        /// The office on the day of the article.
        role: Option<&'a str>,
        /// The last day for which the role is known, where that is before the article's.
        #[serde(skip_serializing_if = "Option::is_none")]
        known_until: Option<String>,
    },
    /// A name in no gazetteer that the article writes in several ways.
    Name {
        /// As it is written.
        text: &'a str,
        /// Where.
        span: Bytes,
        /// The spelling to keep.
        preferred: &'a str,
        /// The others.
        variants: Vec<&'a str>,
    },
}

/// The day that a document gives of itself.
#[derive(Debug, Serialize)]
pub struct Stated<'a> {
    name: &'a str,
    span: Bytes,
}

/// Bytes of the document, half-open.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Bytes {
    /// The first byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

/// What was understood of an article: the dateline, then all else in the order of the text.
pub fn lines(read: &Snapshot) -> Vec<Line<'_>> {
    let mut lines: Vec<(Span, Line<'_>)> = vec![(Span::default(), dateline(read))];
    lines.extend(read.times().iter().map(|mention| time(read, mention)));
    lines.extend(read.mentions().iter().map(|mention| actor(read, mention)));
    let unlisted = read.variants.iter().filter(|variants| variants.actor.is_none());
    lines.extend(unlisted.flat_map(|variants| names(read, variants)));
    lines[1..].sort_by_key(|(span, _)| *span);
    lines.into_iter().map(|(_, line)| line).collect()
}

fn bytes(span: Span) -> Bytes {
    Bytes { start: span.start, end: span.end }
}

fn dateline(read: &Snapshot) -> Line<'_> {
    let dateline = &read.dateline;
    let source = dateline.source.map(|source| match source {
        DatelineSource::FrontMatter => "front-matter",
        DatelineSource::Metadata => "metadata",
        DatelineSource::TimeElement => "time-element",
        DatelineSource::Modified => "modified",
        DatelineSource::Opening => "opening",
        DatelineSource::Given => "given",
        DatelineSource::FileName => "file-name",
        DatelineSource::Today => "today",
    });
    Line::Dateline {
        place: dateline.place.as_deref(),
        date: dateline.date.map(|date| date.to_string()),
        source,
        span: dateline.written.map(|place| bytes(read.span_of(place))),
        stated: dateline.stated.as_ref().map(|(name, span)| Stated { name, span: bytes(*span) }),
    }
}

fn time<'a>(read: &'a Snapshot, mention: &'a TimeMention) -> (Span, Line<'a>) {
    let span = read.span(mention.block, mention.expression.span);
    let line = Line::Time {
        text: span.of(&read.text),
        span: bytes(span),
        class: mention.class(),
        timex: &mention.timex,
        start: mention.start.map(|date| date.to_string()),
        end: mention.end.map(|date| date.to_string()),
        from: mention.from.map(|date| date.to_string()),
        modifier: mention.expression.modifier.map(Modifier::as_timex),
    };
    (span, line)
}

fn actor<'a>(read: &'a Snapshot, mention: &Mention) -> (Span, Line<'a>) {
    let span = read.span(mention.block, mention.span);
    let record = read.newsroom.actor(mention.actor);
    let role = read.dateline.date.and_then(|date| record.role_on(date));
    let known_until = role.and_then(Role::known_until).filter(|known| read.dateline.date > Some(*known));
    let line = Line::Actor {
        text: span.of(&read.text),
        span: bytes(span),
        id: &record.id,
        name: record.name(),
        role: role.map(|role| role.title.as_str()),
        known_until: known_until.map(|known| known.to_string()),
    };
    (span, line)
}

/// The occurrences of a name that is in no gazetteer and spelt in more than one way.
fn names<'a>(read: &'a Snapshot, variants: &'a Variants) -> impl Iterator<Item = (Span, Line<'a>)> {
    let preferred = &*variants.spellings[variants.kept].text;
    variants.spellings.iter().flat_map(move |spelling| {
        spelling.places.iter().map(move |place| {
            let span = read.span_of(*place);
            let others =
                variants.spellings.iter().map(|s| &*s.text).filter(|text| *text != preferred).collect();
            (span, Line::Name { text: &spelling.text, span: bytes(span), preferred, variants: others })
        })
    })
}
