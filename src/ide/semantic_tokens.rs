//! What an editor may colour: actors and dates.

use rustc_hash::FxHashSet;

use crate::diagnostics::Snapshot;
use crate::newsroom::{Form, Kind};
use crate::text::Span;

/// A stretch of the document on one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Highlight {
    /// Where it stands: never empty, never over a line break.
    pub span: Span,
    /// What it is.
    pub class: Class,
    /// The article names the actor here for the first time.
    pub is_first: bool,
    /// The newsroom does not want this form of the name.
    pub is_avoided: bool,
}

/// What a stretch of the document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// The name of an actor.
    Actor(Kind),
    /// A date, a weekday, a range of days.
    Date,
}

/// What is to be coloured, in order, nothing overlapping. `within` leaves out what does not touch that
/// stretch of the document.
pub fn highlights(snapshot: &Snapshot, within: Option<Span>) -> Vec<Highlight> {
    let mut out = Vec::with_capacity(snapshot.mentions().len() + snapshot.times().len());
    let mut seen = FxHashSet::default();
    for mention in snapshot.mentions() {
        let actor = snapshot.newsroom.actor(mention.actor);
        let form = actor.names.get(mention.form as usize).filter(|_| !mention.latin);
        let highlight = Highlight {
            span: mention.span,
            class: Class::Actor(actor.kind),
            is_first: seen.insert(mention.actor),
            is_avoided: form.is_some_and(|name| name.form == Form::Avoid),
        };
        place(snapshot, mention.block, highlight, within, &mut out);
    }
    for time in snapshot.times() {
        let span = time.expression.span;
        let highlight = Highlight { span, class: Class::Date, is_first: false, is_avoided: false };
        place(snapshot, time.block, highlight, within, &mut out);
    }
    out.sort_by_key(|highlight| (highlight.span, highlight.class == Class::Date));
    let mut end = 0;
    out.retain(|highlight| {
        let is_free = highlight.span.start >= end;
        end = if is_free { highlight.span.end } else { end };
        is_free
    });
    out
}

/// Puts a highlight of a block's prose where it stands in the document: whole, or, where markup or a line
/// break is inside, word by word.
fn place(
    snapshot: &Snapshot,
    number: usize,
    highlight: Highlight,
    within: Option<Span>,
    out: &mut Vec<Highlight>,
) {
    let block = &snapshot.article.blocks[number];
    let whole = block.to_document(highlight.span);
    if within.is_some_and(|within| whole.end < within.start || within.end < whole.start) {
        return;
    }
    if let Some(span) = block.to_editable(highlight.span) {
        return out.extend(on_lines(&snapshot.text, span).map(|span| Highlight { span, ..highlight }));
    }
    let first = block.tokens.partition_point(|token| token.span.end <= highlight.span.start);
    for token in block.tokens[first..].iter().take_while(|token| token.span.start < highlight.span.end) {
        let span = Span {
            start: token.span.start.max(highlight.span.start),
            end: token.span.end.min(highlight.span.end),
        };
        let lines = on_lines(&snapshot.text, block.to_document(span));
        out.extend(lines.map(|span| Highlight { span, ..highlight }));
    }
}

/// The parts of a stretch on each of its lines.
fn on_lines(text: &str, span: Span) -> impl Iterator<Item = Span> + '_ {
    let base = span.start as usize;
    let written = span.of(text);
    written.split(['\n', '\r']).filter(|part| !part.is_empty()).map(move |part| {
        let start = base + (part.as_ptr() as usize - written.as_ptr() as usize);
        Span::new(start, start + part.len())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::test_support::{at, markdown, nth, plain};

    fn texts(snapshot: &Snapshot) -> Vec<(&str, Class)> {
        highlights(snapshot, None).iter().map(|h| (h.span.of(&snapshot.text), h.class)).collect()
    }

    #[test]
    fn actors_have_kinds_and_dates_are_dates() {
        let text = "नई दिल्ली, 12 मार्च (भाषा)। बुधवार को भाजपा के नरेंद्र मोदी 😀 रूस गए।";
        assert_eq!(
            texts(&plain(text)),
            [
                ("नई दिल्ली", Class::Actor(Kind::Place)),
                ("12 मार्च", Class::Date),
                ("बुधवार", Class::Date),
                ("भाजपा", Class::Actor(Kind::Organisation)),
                ("नरेंद्र मोदी", Class::Actor(Kind::Person)),
                ("रूस", Class::Actor(Kind::Place)),
            ]
        );
    }

    #[test]
    fn the_first_mention_of_an_actor_is_known() {
        let text = "पुतिन आए। व्लादिमीर पुतिन लौटे। रूस चुप है।";
        let first: Vec<bool> = highlights(&plain(text), None).iter().map(|h| h.is_first).collect();
        assert_eq!(first, [true, false, true]);
    }

    #[test]
    fn markup_and_line_breaks_inside_a_name_stay_dark() {
        let text = "**व्लादिमीर** पुतिन और व्लादिमीर\r\nपुतिन, 12\nमार्च को।";
        let spans: Vec<Span> = highlights(&markdown(text), None).iter().map(|h| h.span).collect();
        let expected = [
            nth(text, "व्लादिमीर", 0),
            nth(text, "पुतिन", 0),
            nth(text, "व्लादिमीर", 1),
            nth(text, "पुतिन", 1),
            nth(text, "12", 0),
            nth(text, "मार्च", 0),
        ];
        assert_eq!(spans, expected);
    }

    #[test]
    fn a_stretch_has_what_touches_it() {
        let text = "रूस ने कहा।\nचीन चुप है।\nजापान बोला।";
        let second = Span::new(at(text, "चीन"), at(text, "जापान") - 1);
        let found = highlights(&plain(text), Some(second));
        assert_eq!(found.iter().map(|h| h.span.of(text)).collect::<Vec<_>>(), ["चीन"]);
    }
}
