//! `vartani inspect`: what was understood of an article, as JSON Lines in order of appearance.

use serde::Serialize;

use super::arguments::Inspect;
use super::outcome::{self, Outcome};
use super::output::{complain_of, print};
use crate::diagnostics::Snapshot;
use crate::files::{Document, Newsrooms};
use crate::newsroom::Role;
use crate::reading::time::Modifier;
use crate::reading::{DatelineSource, Mention, Reader, TimeMention, Variants};
use crate::text::Span;

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum Line<'a> {
    Dateline {
        place: Option<&'a str>,
        date: Option<String>,
        source: Option<&'static str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        span: Option<Bytes>,
        /// The name that the date has in the front matter or the metadata, and where it stands.
        #[serde(skip_serializing_if = "Option::is_none")]
        stated: Option<Stated<'a>>,
    },
    Time {
        text: &'a str,
        span: Bytes,
        class: &'static str,
        timex: &'a str,
        start: Option<String>,
        end: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        from: Option<String>,
        #[serde(rename = "mod", skip_serializing_if = "Option::is_none")]
        modifier: Option<&'static str>,
    },
    Actor {
        text: &'a str,
        span: Bytes,
        id: &'a str,
        name: &'a str,
        role: Option<&'a str>,
        /// The last day for which the role is known, where that is before the article's.
        #[serde(skip_serializing_if = "Option::is_none")]
        known_until: Option<String>,
    },
    Name {
        text: &'a str,
        span: Bytes,
        preferred: &'a str,
        variants: Vec<&'a str>,
    },
}

#[derive(Serialize)]
struct Stated<'a> {
    name: &'a str,
    span: Bytes,
}

#[derive(Serialize)]
struct Bytes {
    start: u32,
    end: u32,
}

pub fn run(arguments: &Inspect) -> outcome::Result {
    let mut newsrooms = Newsrooms::new(arguments.reading.config.as_deref());
    let name = arguments.reading.name_of(&arguments.path);
    let newsroom = newsrooms.of(name);
    let trouble = complain_of(&newsrooms.troubles());
    let Some(newsroom) = newsroom else {
        return Ok(Outcome::Trouble);
    };
    let document = Document::read(&arguments.path, name, arguments.reading.dateline)?;
    let Document { text, format, hints, .. } = document;
    let read = Snapshot::take(text, format, &mut Reader::new(newsroom), hints);
    let mut lines: Vec<(Span, Line<'_>)> = vec![(Span::default(), dateline(&read))];
    lines.extend(read.times.iter().map(|mention| time(&read, mention)));
    lines.extend(read.mentions.iter().map(|mention| actor(&read, mention)));
    let unlisted = read.variants.iter().filter(|variants| variants.actor.is_none());
    lines.extend(unlisted.flat_map(|variants| names(&read, variants)));
    lines[1..].sort_by_key(|(span, _)| *span);
    for (_, line) in &lines {
        print(&(serde_json::to_string(line).expect("strings and numbers") + "\n"))?;
    }
    Ok(if trouble { Outcome::Trouble } else { Outcome::Done })
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
