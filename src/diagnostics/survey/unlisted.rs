//! Names and words that neither the gazetteers nor the lexicon know.

use crate::newsroom::Newsroom;
use crate::reading::{BlockView, Mention, Word};
use crate::text::{Script, Span};

/// A word that Hindi uses more often than this is no part of a name that nobody knows.
const RARE_PER_MILLION: f32 = 1.0;

/// Minimum number of characters of a word that is told.
const MIN_CHARS: usize = 3;

/// Maximum number of words in a name.
const MAX_WORDS: usize = 4;

/// Calls `each` with every run of rare words of a block in which one is unknown.
pub(super) fn each(
    view: &BlockView<'_>,
    newsroom: &Newsroom,
    mentions: &[Mention],
    mut each: impl FnMut(Span),
) {
    let is_name =
        |at: usize| mentions.iter().any(|mention| mention.tokens.start() <= at && at < mention.tokens.end());
    let part = |at: usize| view.word(at).filter(|word| !is_name(at) && may_be_part(word, newsroom));
    for sentence in view.block.sentences.iter() {
        if view.is_other_language(sentence.clone()) {
            continue;
        }
        let mut at = sentence.start;
        while at < sentence.end {
            let start = at;
            let mut is_unknown = false;
            while at < sentence.end && at - start < MAX_WORDS {
                let Some(word) = part(at) else { break };
                is_unknown |= word.per_million == 0.0;
                at += 1;
            }
            if is_unknown {
                let tokens = &view.block.tokens;
                each(tokens[start].span.to(tokens[at - 1].span));
            }
            at = at.max(start + 1);
        }
    }
}

fn may_be_part(word: &Word, newsroom: &Newsroom) -> bool {
    word.script == Script::Devanagari
        && word.per_million <= RARE_PER_MILLION
        && word.text.chars().count() >= MIN_CHARS
        && word.names.is_none()
        && word.joined.is_none()
        && word.repair.is_none()
        && word.misspelling.is_none()
        && word.guess.is_none()
        && !newsroom.accepts(&word.text)
}
