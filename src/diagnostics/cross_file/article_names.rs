//! What one article says of names: its names and rare words, with where they stand.

use crate::diagnostics::Snapshot;
use crate::diagnostics::suppression::Suppressions;
use crate::reading::Vocabulary;
use crate::rules::{Place, across};
use crate::text::{Span, Token};

/// A word more common than this is one of the language, unless it is part of a name.
const RARE_PER_MILLION: f32 = 1.0;

/// A word more common than this after a rare one is no surname.
const SURNAME_PER_MILLION: f32 = 100.0;

/// The names and rare words of an article, in its order.
#[derive(Clone, Debug, Default)]
pub struct ArticleNames {
    /// The words of all of them, one after the other.
    text: String,
    uses: Vec<Use>,
}

/// A phrase at a place.
#[derive(Clone, Copy, Debug)]
struct Use {
    /// Its words, in [`ArticleNames::text`].
    words: Span,
    is_name: bool,
    place: Place,
}

/// A name, or a rare word with the word after it that may be its surname.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Phrase<'a> {
    pub text: &'a str,
    /// Whether all of its words count; else the first.
    pub is_name: bool,
}

impl ArticleNames {
    /// The names of an article.
    pub fn of(snapshot: &Snapshot) -> ArticleNames {
        let lexicon = &snapshot.newsroom.lexicon;
        ArticleNames::by(snapshot, |block, at| {
            let block = &snapshot.article.blocks[block];
            lexicon.per_million(block.word(block.tokens[at]))
        })
    }

    /// The same where the words of the reader that made the snapshot are at hand: nothing is looked up again.
    pub fn with(snapshot: &Snapshot, vocabulary: &Vocabulary) -> ArticleNames {
        let lexicon = &snapshot.newsroom.lexicon;
        ArticleNames::by(snapshot, |block, at| {
            let word = snapshot.blocks[block].words[at].map(|id| vocabulary.word(id));
            // A broken word is known by what was meant
            match word.filter(|word| word.repair.is_none()) {
                Some(word) => word.per_million,
                None => {
                    let block = &snapshot.article.blocks[block];
                    lexicon.per_million(block.word(block.tokens[at]))
                }
            }
        })
    }

    /// The names of an article by how often its words occur in a million, asked for by block and token.
    fn by(snapshot: &Snapshot, per_million: impl Fn(usize, usize) -> f32) -> ArticleNames {
        let comments = {
            let patterns = &snapshot.newsroom.config.patterns;
            Suppressions::of(&snapshot.text, snapshot.format, &snapshot.article, patterns)
        };
        let mut names = ArticleNames::default();
        let mut add = |phrase: Phrase<'_>, block: usize, span| {
            if !comments.hides([across::CODE], snapshot.span(block, span)) {
                names.push(phrase, Place { block, span });
            }
        };
        let mut mentions = snapshot.mentions().iter().peekable();
        for (number, block) in snapshot.article.blocks.iter().enumerate() {
            let mut at = 0;
            while at < block.tokens.len() {
                while mentions.next_if(|m| (m.block, m.tokens.start()) < (number, at)).is_some() {}
                let here = |m: &&crate::reading::Mention| (m.block, m.tokens.start()) == (number, at);
                if let Some(mention) = mentions.next_if(here) {
                    if !mention.latin {
                        let text = mention.span.of(block.text());
                        add(Phrase { text, is_name: true }, number, mention.span);
                    }
                    at = mention.tokens.end().max(at + 1);
                    continue;
                }
                let token = &block.tokens[at];
                at += 1;
                if !token.is_devanagari() || per_million(number, at - 1) > RARE_PER_MILLION {
                    continue;
                }
                let is_surname =
                    |next: &&Token| next.is_devanagari() && per_million(number, at) < SURNAME_PER_MILLION;
                let end =
                    block.tokens.get(at).filter(is_surname).map_or(token.span.end, |next| next.span.end);
                let text = Span { end, ..token.span }.of(block.text());
                add(Phrase { text, is_name: false }, number, token.span);
            }
        }
        names.text.shrink_to_fit();
        names.uses.shrink_to_fit();
        names
    }

    pub(super) fn push(&mut self, phrase: Phrase<'_>, place: Place) {
        let start = self.text.len();
        self.text.push_str(phrase.text);
        let words = Span::new(start, self.text.len());
        self.uses.push(Use { words, is_name: phrase.is_name, place });
    }

    /// What stands where, in the order of the article.
    pub(super) fn uses(&self) -> impl Iterator<Item = (Phrase<'_>, Place)> {
        let phrase = |one: &Use| Phrase { text: one.words.of(&self.text), is_name: one.is_name };
        self.uses.iter().map(move |one| (phrase(one), one.place))
    }
}
