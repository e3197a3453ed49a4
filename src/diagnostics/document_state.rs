//! An article that is being written: what one snapshot leaves for the next.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use super::incremental::IncrementalFindings;
use super::placement::place;
use super::skipped::without_skipped;
use super::{PlacedFinding, Snapshot};
use crate::reading::{DateHints, Reader, Reading, ReadingState};
use crate::text::{Article, Edit, Format, Lines};

/// An article between two keystrokes. Whatever is typed, its snapshots are those of a fresh
/// [`Snapshot::take`]; only what has changed is read and checked again.
#[derive(Debug, Default)]
pub struct DocumentState {
    memory: ReadingState,
    checks: IncrementalFindings,
    /// The last snapshot.
    last: Option<Arc<Snapshot>>,
    /// Its text as it was read, where that was another one.
    read: Option<String>,
}

impl DocumentState {
    /// Reads and checks the article as it is now.
    pub fn read(
        &mut self,
        text: String,
        format: Format,
        reader: &mut Reader,
        hints: DateHints,
    ) -> Arc<Snapshot> {
        self.read_among(text, format, reader, hints, |_| Vec::new())
    }

    /// Like [`DocumentState::read`], with what is found by looking `beyond` the article.
    pub fn read_among(
        &mut self,
        text: String,
        format: Format,
        reader: &mut Reader,
        hints: DateHints,
        beyond: impl FnOnce(&Snapshot) -> Vec<PlacedFinding>,
    ) -> Arc<Snapshot> {
        let mut snapshot = self.take(text, format, reader, hints);
        snapshot.add(beyond(&snapshot));
        let snapshot = Arc::new(snapshot);
        self.last = Some(snapshot.clone());
        snapshot
    }

    pub(super) fn take(
        &mut self,
        text: String,
        format: Format,
        reader: &mut Reader,
        hints: DateHints,
    ) -> Snapshot {
        if !self.memory.is_of(reader) {
            *self = DocumentState::default();
        }
        let newsroom = reader.newsroom().clone();
        let document = without_skipped(&text, &newsroom);
        let last = self.last.take().filter(|last| last.format == format);
        let edit = last.as_ref().map(|last| Edit::between(&last.text, &text));
        let edit_of_read = match (&document, self.read.as_deref(), &last) {
            (Cow::Borrowed(_), None, _) | (_, _, None) => edit,
            (_, read, Some(last)) => Some(Edit::between(read.unwrap_or(&last.text), &document)),
        };
        let article = Article::parse_again(
            &document,
            format,
            edit_of_read.zip(last.as_ref().map(|last| &last.article)),
        );
        let lines = match edit.zip(last.as_ref()) {
            Some((edit, last)) => last.lines.after(edit, &text),
            None => Lines::of(&text),
        };
        let (reading, changes) = reader.read_again(&mut self.memory, &article, &document, hints);
        self.checks.update(&reading, &changes);
        let found = place(&document, format, &reading, self.checks.found());
        let Reading { blocks, dateline, variants, .. } = reading;
        self.read = match document {
            Cow::Owned(document) => Some(document),
            Cow::Borrowed(_) => None,
        };
        Snapshot {
            lines,
            text,
            format,
            article,
            blocks,
            newsroom,
            dateline,
            variants,
            found,
            unknown_offices: self.checks.unknown_offices(),
            mentions: OnceLock::new(),
            times: OnceLock::new(),
            diagnostics: OnceLock::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::newsroom::{Config, Newsroom};

    /// Pieces of news from which edits are made: names in several spellings, dates, faults, line breaks.
    const PIECES: [&str; 57] = [
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
        "कल” ",
        "\"कल ",
        "कल\" ",
        "‘कल",
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
        "नई दिल्ली, 14 मार्च 2025 (भाषा)। ",
        "मरने वालों ",
    ];

    /// Some rules hold on one day only, and one in headlines only.
    const SETS: &str = "[rules]\n\"text/repeated-word\" = { fields = [\"headline\"] }\n\
        [sets.a]\nfrom = 2025-03-14\nrules = { \"date/weekday\" = \"off\", \"date/relative\" = \"hint\" }\n\
        [[sets.a.pattern]]\nname = \"a\"\nwords = [\"मरने वाला\"]\nreplacement = \"मृतक\"\n";

    proptest! {
        #[test]
        fn after_any_edits_a_snapshot_is_that_of_a_fresh_read(
            edits in proptest::collection::vec((any::<prop::sample::Index>(), 0usize..6, 0..PIECES.len()), 1..24),
            format in prop::sample::select(vec![Format::Plain, Format::Markdown, Format::Html]),
            style in prop::sample::select(vec!["", SETS]),
        ) {
            let newsroom = Arc::new(Newsroom::shipped(Config::parse(style, |_| true).unwrap()));
            let hints = DateHints { given: "2025-03-12".parse().ok(), ..DateHints::default() };
            let mut reader = Reader::new(newsroom.clone());
            let (mut text, mut draft) = (String::new(), DocumentState::default());
            for (place, length, piece) in edits {
                let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
                let at = place.index(starts.len());
                let end = starts[(at + length).min(starts.len() - 1)];
                text.replace_range(starts[at]..end, PIECES[piece]);
                let after = draft.read(text.clone(), format, &mut reader, hints);
                let fresh = Snapshot::take(text.clone(), format, &mut Reader::new(newsroom.clone()), hints);
                prop_assert_eq!(after.diagnostics(), fresh.diagnostics());
                prop_assert_eq!(&after.unknown_offices, &fresh.unknown_offices);
                prop_assert_eq!(after.mentions(), fresh.mentions());
                prop_assert_eq!(after.times(), fresh.times());
                prop_assert_eq!(&after.variants, &fresh.variants);
                prop_assert_eq!(&after.dateline, &fresh.dateline);
            }
        }
    }

    /// Words of which it matters in which blocks they stand: in Latin letters and in Hindi, in titles, in several spellings.
    const WORDS: [&str; 12] = [
        "Founders ",
        "फाउंडर्स ",
        "फाउंडर्स\n",
        "startup ",
        "स्टार्टअप ",
        "“स्टार्टअप” ",
        "\n",
        "कंपनी ने कहा। ",
        "हिन्दी ",
        "हिंदी\n",
        "अम्फान ",
        "अंफान\n",
    ];

    proptest! {
        #[test]
        fn after_any_edits_words_are_found_where_they_stand(
            edits in proptest::collection::vec((any::<prop::sample::Index>(), 0usize..40, 0..WORDS.len()), 1..24),
        ) {
            let newsroom = Arc::new(Newsroom::shipped(Config::default()));
            let hints = DateHints::default();
            let mut reader = Reader::new(newsroom.clone());
            let (mut text, mut draft) = (String::new(), DocumentState::default());
            for (place, length, piece) in edits {
                let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
                let at = place.index(starts.len());
                let end = starts[(at + length).min(starts.len() - 1)];
                text.replace_range(starts[at]..end, WORDS[piece]);
                let after = draft.read(text.clone(), Format::Plain, &mut reader, hints);
                let fresh = Snapshot::take(text.clone(), Format::Plain, &mut Reader::new(newsroom.clone()), hints);
                prop_assert_eq!(after.diagnostics(), fresh.diagnostics());
                prop_assert_eq!(&after.variants, &fresh.variants);
            }
        }
    }
}
