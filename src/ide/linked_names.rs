//! The places of an article at which one word of a name can be written anew together.
//!
//! Whatever is typed at one of them an editor writes at the others unasked, so the set is small: the same word, in
//! the same letters, where it names the same actor or the same unlisted name. Behind the word nothing is linked:
//! whoever types there goes on (भारत, भारतीय), and does not mean the other places.

use crate::diagnostics::Snapshot;
use crate::ide::references::occurrences;
use crate::ide::selection::word_at;
use crate::text::Span;

/// What a word of a name may be made of, as a regular expression: letters and signs of Devanagari without digits and
/// dandas, joiners, and Latin letters. It has no more than what engines of JavaScript and Rust have in common.
pub const WORD_PATTERN: &str = r"[\u0900-\u0963\u0970-\u097f\u200c\u200dA-Za-z\u00c0-\u024f]+";

/// Places that are linked, in the order of the article. Behind a change they stand at the same words, whatever these
/// are now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkedNames {
    /// The word as it was when the places were linked.
    word: String,
    /// Number of the block and of the token in it.
    words: Vec<(usize, usize)>,
    /// Of each block with such a word, in the same order, how many tokens it has.
    tokens: Vec<usize>,
}

impl LinkedNames {
    /// The places that are linked with the word around byte `offset`, two at least. `None` before and behind a word,
    /// and at what is no name.
    pub fn at(snapshot: &Snapshot, offset: usize) -> Option<LinkedNames> {
        let (number, at) = word_at(snapshot, offset)?;
        let here = editable(snapshot, number, at)?;
        if !(here.start as usize..here.end as usize).contains(&offset) {
            return None;
        }
        let names = occurrences(snapshot, offset);
        let is_in_a_name =
            |span: Span| names.iter().any(|name| name.start <= span.start && span.end <= name.end);
        let word = here.of(&snapshot.text);
        let is_linked = |span: &Span| span.of(&snapshot.text) == word && is_in_a_name(*span);
        let mut out = LinkedNames { word: word.to_owned(), words: Vec::new(), tokens: Vec::new() };
        for (number, block) in snapshot.article.blocks.iter().enumerate() {
            for at in (0..block.tokens.len()).filter(|&at| block.tokens[at].is_word()) {
                if editable(snapshot, number, at).is_some_and(|span| is_linked(&span)) {
                    out.words.push((number, at));
                    out.tokens.push(block.tokens.len());
                }
            }
        }
        (out.words.len() > 1 && out.words.contains(&(number, at))).then_some(out)
    }

    /// Whether one of the places is at byte `offset`, or ends there.
    pub fn has(&self, snapshot: &Snapshot, offset: usize) -> bool {
        word_at(snapshot, offset).is_some_and(|word| self.words.contains(&word))
    }

    /// Where the words stand in the document, for a caret at byte `offset`. `None` where they are no longer all alike, or
    /// the article has changed otherwise, and behind a word at which nothing has been typed.
    pub fn spans(&self, snapshot: &Snapshot, offset: usize) -> Option<Vec<Span>> {
        let mut out = Vec::with_capacity(self.words.len());
        for (&(number, at), &count) in self.words.iter().zip(&self.tokens) {
            let block = snapshot.article.blocks.get(number)?;
            let is_same = block.tokens.len() == count && block.tokens[at].is_word();
            out.push(editable(snapshot, number, at).filter(|_| is_same)?);
        }
        let word = out.first()?.of(&snapshot.text);
        if word == self.word && out.iter().any(|span| span.end as usize == offset) {
            return None;
        }
        out.iter().all(|span| span.of(&snapshot.text) == word).then_some(out)
    }
}

/// Where a token stands in the document, if no markup is inside of it.
fn editable(snapshot: &Snapshot, block: usize, token: usize) -> Option<Span> {
    let block = &snapshot.article.blocks[block];
    block.to_editable(block.tokens.get(token)?.span)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::test_support::{at, markdown, nth, plain};

    /// The words linked with the one around the mark `|`, each with its number among those that are alike.
    fn linked(marked: &str) -> Vec<Span> {
        let offset = at(marked, "|");
        let snapshot = plain(&marked.replace('|', ""));
        LinkedNames::at(&snapshot, offset)
            .and_then(|linked| linked.spans(&snapshot, offset))
            .unwrap_or_default()
    }

    #[test]
    fn a_word_of_a_name_is_linked_where_it_names_the_same_actor() {
        let text = "नरेंद्र मोदी आए। 😀 मोदी ने कहा। ललित मोदी नहीं आए। मोदीजी मुस्कराए। नरेंद्र मोदी लौटे।";
        let expected = [nth(text, "मोदी", 0), nth(text, "मोदी", 1), nth(text, "मोदी", 4)];
        assert_eq!(linked(&text.replacen("मोदी ने", "मो|दी ने", 1)), expected);
        let expected = [nth(text, "नरेंद्र", 0), nth(text, "नरेंद्र", 1)];
        assert_eq!(linked(&text.replacen("नरेंद्र", "|नरेंद्र", 1)), expected, "at its beginning");
        let text = "समुद्री आंधी अम्फान तट से टकराई। अम्फान कमज़ोर पड़ा।\nअंफान से नुकसान हुआ।";
        let expected = [nth(text, "अम्फान", 0), nth(text, "अम्फान", 1)];
        assert_eq!(linked(&text.replacen("अम्फान", "अम्|फान", 1)), expected, "spelled alike only");
    }

    #[test]
    fn whoever_may_be_going_on_writes_in_one_place() {
        for text in [
            "भारत ने कहा। भारत| ने सुना।",   // भारतीय
            "पुतिन ने कहा। पुतिन|",          // पुतिनजी
            "पुतिन ने कहा। पु|तिनजी ने सुना।", // another word
            "पु|तिन ने कहा।",               // once
            "बै|ठक हुई। बैठक टली।",          // no name
            "पुतिन ने| कहा। पुतिन ने सुना।",
            "मॉ|स्को शांत है। मास्को चुप है।", // another spelling
        ] {
            assert_eq!(linked(text), [], "{text}");
        }
    }

    #[test]
    fn markup_inside_of_a_word_is_left_alone() {
        let text = "पुतिन आए। पु**तिन** गए। *पुतिन* लौटे।";
        let snapshot = markdown(text);
        let offset = at(text, "तिन आए");
        let linked = LinkedNames::at(&snapshot, offset).and_then(|linked| linked.spans(&snapshot, offset));
        assert_eq!(linked, Some(vec![nth(text, "पुतिन", 0), nth(text, "पुतिन", 1)]));
    }

    #[test]
    fn what_is_linked_stays_so_while_it_is_typed() {
        let text = "पुतिन ने कहा कि वे आएँगे। योगी ने सुना।\n\nपुतिन लौटे।";
        let before = plain(text);
        let linked = LinkedNames::at(&before, at(text, "ुतिन")).unwrap();
        let typed = text.replace("पुतिन", "योगी");
        let after = plain(&typed);
        let behind = nth(text, "पुतिन", 1).end as usize;
        assert_eq!(linked.spans(&before, behind), None, "nothing is typed yet");
        let offset = nth(&typed, "योगी", 2).end as usize;
        assert_eq!(linked.spans(&after, offset), Some(vec![nth(&typed, "योगी", 0), nth(&typed, "योगी", 2)]));
        assert!(linked.has(&after, offset) && !linked.has(&after, at(&typed, "योगी ने सुना")));
        for (other, why) in [
            (text.replacen("पुतिन", "योगी", 1), "only one of them is changed"),
            (text.replace("पुतिन", "पुतिन जी"), "a word more"),
            (text.replace("पुतिन", ""), "no word any more"),
            (text.replace("\n\n", " "), "another paragraph"),
        ] {
            assert_eq!(linked.spans(&plain(&other), 0), None, "{why}");
        }
    }
}
