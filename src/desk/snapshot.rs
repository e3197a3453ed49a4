//! An article at one moment, with everything that is known of it.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::review::{Mark, mark_findings, of_block, without_skipped};
use super::{Lines, Position};
use crate::newsroom::Newsroom;
use crate::reading::{
    BlockReading, DateHints, Dateline, Mention, NameUse, Reader, Reading, TimeMention, Variants,
};
use crate::rules::Finding;
use crate::text::{Article, Block, Format, Span};

/// An article at one moment, read and marked. It never changes, and is shared by `Arc`: whatever an
/// editor asks is answered from one snapshot. Spans of its parts are in the prose of their block
/// ([`Snapshot::span`] brings them to the document); spans of `marks` are in the document.
#[derive(Debug)]
pub struct Snapshot {
    /// The document.
    pub text: Arc<str>,
    /// How it is marked up.
    pub format: Format,
    /// Its blocks.
    pub article: Article,
    /// What each block says by itself.
    blocks: Vec<Arc<BlockReading>>,
    /// What the rules found in each block by itself.
    found: Vec<Arc<[Finding]>>,
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
    pub variants: Vec<Variants>,
    /// What the rules found, in order.
    pub marks: Vec<Mark>,
}

impl Snapshot {
    /// Reads and marks a document.
    pub fn take(text: Arc<str>, format: Format, reader: &mut Reader, hints: DateHints) -> Snapshot {
        Snapshot::take_after(None, text, format, reader, hints)
    }

    /// Reads and marks a document after a change. What an earlier snapshot by the same reader knows of
    /// blocks that are still there is taken over; the result is that of a fresh [`Snapshot::take`].
    pub fn take_after(
        before: Option<&Snapshot>,
        text: Arc<str>,
        format: Format,
        reader: &mut Reader,
        hints: DateHints,
    ) -> Snapshot {
        let newsroom = reader.newsroom().clone();
        let document = without_skipped(&text, &newsroom);
        let known = Known::of(before.filter(|before| Arc::ptr_eq(&before.newsroom, &newsroom)));
        let article = Article::parse_again(&document, format, |prose| known.block(prose));
        let read =
            |block: &Block| known.reading(block.text()).unwrap_or_else(|| Arc::new(reader.read_block(block)));
        let blocks = article.blocks.iter().map(read).collect();
        let reading = reader.assemble(&article, &document, blocks, hints);
        let found: Vec<Arc<[Finding]>> = (0..article.blocks.len())
            .map(|block| {
                let found = known.found(article.blocks[block].text(), block);
                found.unwrap_or_else(|| of_block(&reading, block).into())
            })
            .collect();
        let marks = mark_findings(
            &document,
            format,
            &reading,
            found.iter().flat_map(|found| found.iter().cloned()).collect(),
        );
        let Reading { blocks, dateline, mentions, times, variants, .. } = reading;
        let lines = Lines::of(&text);
        drop(document);
        Snapshot {
            text,
            format,
            article,
            blocks,
            found,
            lines,
            newsroom,
            dateline,
            mentions,
            times,
            variants,
            marks,
        }
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
        self.variants.iter().find(|variants| {
            let mut places = variants.spellings.iter().flat_map(|spelling| &spelling.places);
            places.any(|&(block, span)| touches(self.span(block, span), offset))
        })
    }

    /// Line and column of a byte, as people count.
    pub fn position(&self, offset: usize) -> Position {
        self.lines.position(&self.text, offset)
    }
}

/// What is known of blocks from an earlier snapshot, by their prose.
struct Known<'a> {
    before: Option<&'a Snapshot>,
    by_prose: FxHashMap<&'a str, usize>,
}

impl<'a> Known<'a> {
    fn of(before: Option<&'a Snapshot>) -> Known<'a> {
        let blocks = before.map_or(&[][..], |before| &before.article.blocks);
        Known {
            before,
            by_prose: blocks.iter().enumerate().map(|(number, block)| (block.text(), number)).collect(),
        }
    }

    fn find(&self, prose: &str) -> Option<(&'a Snapshot, usize)> {
        Some((self.before?, *self.by_prose.get(prose)?))
    }

    fn block(&self, prose: &str) -> Option<&'a Block> {
        self.find(prose).map(|(before, number)| &before.article.blocks[number])
    }

    fn reading(&self, prose: &str) -> Option<Arc<BlockReading>> {
        self.find(prose).map(|(before, number)| before.blocks[number].clone())
    }

    /// The findings of a block, which is now the one with number `now`.
    fn found(&self, prose: &str, now: usize) -> Option<Arc<[Finding]>> {
        let (before, number) = self.find(prose)?;
        let found = &before.found[number];
        if number == now || found.is_empty() {
            return Some(found.clone());
        }
        Some(found.iter().map(|finding| finding.clone().moved_to(now)).collect())
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
    const PIECES: [&str; 16] = [
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
            let (mut text, mut before) = (String::new(), None::<Snapshot>);
            for (place, length, piece) in edits {
                let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
                let at = place.index(starts.len());
                let end = starts[(at + length).min(starts.len() - 1)];
                text.replace_range(starts[at]..end, PIECES[piece]);
                let after = Snapshot::take_after(before.as_ref(), text.as_str().into(), format, &mut reader, hints);
                let fresh = Snapshot::take(text.as_str().into(), format, &mut Reader::new(newsroom.clone()), hints);
                prop_assert_eq!(&after.marks, &fresh.marks);
                prop_assert_eq!(&after.mentions, &fresh.mentions);
                prop_assert_eq!(&after.times, &fresh.times);
                before = Some(after);
            }
        }
    }
}
