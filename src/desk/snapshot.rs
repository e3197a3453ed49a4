//! An article at one moment, with everything that is known of it.

use std::sync::{Arc, OnceLock};

use super::review::{Found, Mark};
use super::{Draft, Lines, Position};
use crate::newsroom::Newsroom;
use crate::reading::{BlockReading, DateHints, Dateline, Mention, NameUse, Reader, TimeMention, Variants};
use crate::text::{Article, Format, Span};

/// An article at one moment, read and marked. It never changes, and is shared by `Arc`: whatever an
/// editor asks is answered from one snapshot. Spans of its parts are in the prose of their block
/// ([`Snapshot::span`] brings them to the document); spans of marks are in the document.
#[derive(Debug)]
pub struct Snapshot {
    /// The document.
    pub text: String,
    /// How it is marked up.
    pub format: Format,
    /// Its blocks.
    pub article: Article,
    /// What each block says by itself.
    pub(super) blocks: Vec<Arc<BlockReading>>,
    /// Where its lines begin.
    pub lines: Lines,
    /// The newsroom it was read for.
    pub newsroom: Arc<Newsroom>,
    /// Place and date it is written from.
    pub dateline: Dateline,
    /// Who is mentioned, in order.
    pub mentions: Vec<Mention>,
    /// The times it mentions, in order.
    pub times: Vec<TimeMention>,
    /// The names it spells in more than one way.
    pub variants: Vec<Arc<Variants>>,
    /// What the rules found, in order.
    pub found: Vec<Found>,
    /// What was found, placed when somebody first looks.
    pub(super) marks: OnceLock<Vec<Mark>>,
}

impl Snapshot {
    /// Reads and marks a document.
    pub fn take(text: String, format: Format, reader: &mut Reader, hints: DateHints) -> Snapshot {
        Draft::default().take(text, format, reader, hints)
    }

    /// What the rules found, in order, with all that belongs to it: the same as `found`, number by number.
    pub fn marks(&self) -> &[Mark] {
        self.marks.get_or_init(|| self.found.iter().map(|found| found.mark(&self.article)).collect())
    }

    /// Adds what was found by looking beyond the article.
    pub fn add(&mut self, found: Vec<Found>) {
        if found.is_empty() {
            return;
        }
        self.found.extend(found);
        self.found.sort_unstable_by(|a, b| a.order().cmp(&b.order()));
        self.marks = OnceLock::new();
    }

    /// Where a span of a block's prose stands in the document.
    pub fn span(&self, block: usize, span: Span) -> Span {
        self.article.blocks[block].to_document(span)
    }

    /// The mention at byte `offset` of the document, its last byte's end included.
    pub fn mention_at(&self, offset: usize) -> Option<&Mention> {
        self.mentions.iter().find(|mention| touches(self.span(mention.block, mention.span), offset))
    }

    /// The words at byte `offset` of the document that are a name of one or more actors, with their block,
    /// whether it is settled who is meant or not.
    pub fn name_at(&self, offset: usize) -> Option<(usize, &NameUse)> {
        let blocks = self.blocks.iter().enumerate();
        let mut names = blocks.flat_map(|(block, read)| read.names.iter().map(move |name| (block, name)));
        names.find(|(block, name)| touches(self.span(*block, name.span), offset))
    }

    /// The time at byte `offset` of the document.
    pub fn time_at(&self, offset: usize) -> Option<&TimeMention> {
        self.times.iter().find(|time| touches(self.span(time.block, time.expression.span), offset))
    }

    /// The variants with a spelling at byte `offset` of the document.
    pub fn variants_at(&self, offset: usize) -> Option<&Variants> {
        self.variants.iter().map(|variants| &**variants).find(|variants| {
            let mut places = variants.spellings.iter().flat_map(|spelling| &spelling.places);
            places.any(|&(block, span)| touches(self.span(block, span), offset))
        })
    }

    /// Line and column of a byte, as people count.
    pub fn position(&self, offset: usize) -> Position {
        self.lines.position(&self.text, offset)
    }
}

/// Whether a caret at `offset` touches the span.
pub(super) fn touches(span: Span, offset: usize) -> bool {
    (span.start as usize..=span.end as usize).contains(&offset)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::newsroom::HouseStyle;

    /// Pieces of news from which edits are made: names in several spellings, dates, faults, line breaks.
    const PIECES: [&str; 51] = [
        "मॉस्को ",
        "मास्को ",
        "डोनाल्ड ट्रंप ",
        "ट्रम्प ",
        "अम्फान ",
        "अंफान ",
        "बुधवार (13 मार्च 2025) ",
        "31 अप्रैल ",
        "ने ने ",
        "अाज ",
        "करण जौहर ",
        "करन ",
        "😀",
        "\n",
        "\r\n",
        "है। ",
        "नई दिल्ली, 12 मार्च (भाषा)। ",
        "राहुल गांधी ",
        "राहुल ",
        "यूएस ",
        "अमेरिका ने ",
        "नेपाल ",
        "संसद ",
        "अजित सिंह ",
        "राजनाथ सिंह ",
        "हिन्दी ",
        "हिंदी ",
        "<!-- vartani: ignore -->",
        "72 वर्षीय ",
        "रूस के पूर्व राष्ट्रपति ",
        "पुतिन ने ",
        "2019 में ",
        "तत्कालीन ",
        "बीते 20 मार्च को ",
        "25 जनवरी (",
        "गणतंत्र दिवस) ",
        "“कल ",
        "थे.\n",
        "40 ",
        "१२ ",
        "और , ",
        "वे आए।हम ",
        "यहाँ  वहाँ ",
        "युद्धविराम ",
        "युद्ध विराम ",
        "युद्ध-विराम ",
        "राजकुमार ",
        "राज कुमार ",
        "30-दिवसीय ",
        "ज़मीन ",
        "जमीन ",
    ];

    proptest! {
        #[test]
        fn after_any_edits_a_snapshot_is_that_of_a_fresh_read(
            edits in proptest::collection::vec((any::<prop::sample::Index>(), 0usize..6, 0..PIECES.len()), 1..24),
            format in prop::sample::select(vec![Format::Plain, Format::Markdown, Format::Html]),
        ) {
            let newsroom = Arc::new(Newsroom::shipped(HouseStyle::default()));
            let hints = DateHints { given: "2025-03-12".parse().ok(), ..DateHints::default() };
            let mut reader = Reader::new(newsroom.clone());
            let (mut text, mut draft) = (String::new(), Draft::default());
            for (place, length, piece) in edits {
                let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
                let at = place.index(starts.len());
                let end = starts[(at + length).min(starts.len() - 1)];
                text.replace_range(starts[at]..end, PIECES[piece]);
                let after = draft.read(text.clone(), format, &mut reader, hints);
                let fresh = Snapshot::take(text.clone(), format, &mut Reader::new(newsroom.clone()), hints);
                prop_assert_eq!(after.marks(), fresh.marks());
                prop_assert_eq!(&after.mentions, &fresh.mentions);
                prop_assert_eq!(&after.times, &fresh.times);
                prop_assert_eq!(&after.variants, &fresh.variants);
                prop_assert_eq!(&after.dateline, &fresh.dateline);
            }
        }
    }
}
