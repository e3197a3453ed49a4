//! A fix is safe only if every word that it leaves is known: the one place where that is decided for all rules.

use crate::newsroom::{Newsroom, gazetteer};
use crate::reading::Reading;
use crate::rules::{Applicability, Finding, Fix, Place};
use crate::text::damage::damage;
use crate::text::normal::is_well_formed;
use crate::text::{Script, Span, TokenKind, tokens};

/// Makes those safe fixes of a finding suggested that would write a word nobody knows.
pub(super) fn demote_unknown(reading: &Reading<'_>, finding: &mut Finding) {
    if !finding.fixes.iter().any(|fix| fix.applicability.is_safe()) {
        return;
    }
    let shown: Vec<String> =
        finding.related.iter().flat_map(|(place, _)| words(place_text(reading, *place))).collect();
    for fix in finding.fixes.iter_mut().filter(|fix| fix.applicability.is_safe()) {
        fix.applicability = Applicability::safe_if(writes_known_words(reading, fix, &shown));
    }
}

/// Whether each word that a fix leaves stood there before, is one of those the finding points to, or is known.
fn writes_known_words(reading: &Reading<'_>, fix: &Fix, shown: &[String]) -> bool {
    fix.edits.iter().all(|(place, insert)| {
        let text = reading.article.blocks[place.block].text();
        let around = whole_words(reading, place);
        let before = words(around.of(text));
        let head = &text[around.start as usize..place.span.start as usize];
        let tail = &text[place.span.end as usize..around.end as usize];
        let after = words(&format!("{head}{insert}{tail}"));
        is_name(insert.trim(), reading.newsroom)
            || after
                .iter()
                .all(|word| before.contains(word) || shown.contains(word) || is_known(word, reading.newsroom))
    })
}

/// Whether a word is built as words are, and is in the lexicon, in a gazetteer or among the newsroom's choices.
fn is_known(word: &str, newsroom: &Newsroom) -> bool {
    if damage(word).is_some() || !is_well_formed(word) {
        return false;
    }
    let config = &newsroom.config.spelling;
    let mut chosen = config.prefer.iter().chain(config.avoid.values());
    // A form of a word that the newsroom has chosen ends otherwise
    newsroom.lexicon.per_million(word) > 0.0
        || is_name(word, newsroom)
        || chosen.any(|chosen| words(chosen).iter().any(|one| word.starts_with(one.trim_end_matches('ा'))))
}

/// Whether words are a name of somebody, or begin one.
fn is_name(words: &str, newsroom: &Newsroom) -> bool {
    let walk = newsroom.walk(&newsroom.start(), &gazetteer::key(words));
    !newsroom.names(&walk).is_empty() || !newsroom.walk(&walk, " ").is_empty()
}

/// A place made to reach to the ends of the words that it touches.
fn whole_words(reading: &Reading<'_>, place: Place) -> Span {
    let tokens = &reading.article.blocks[place.block].tokens;
    let first = tokens.partition_point(|token| token.span.end < place.span.start);
    let touching = tokens[first..].iter().take_while(|token| token.span.start <= place.span.end);
    touching.filter(|token| token.is_word()).fold(place.span, |span, token| span.to(token.span))
}

/// The words of Hindi in a text.
fn words(text: &str) -> Vec<String> {
    let hindi = tokens(text).into_iter().filter(|token| token.kind == TokenKind::Word(Script::Devanagari));
    hindi.map(|token| token.span.of(text).to_owned()).collect()
}

fn place_text<'a>(reading: &'a Reading<'_>, place: Place) -> &'a str {
    place.span.of(reading.article.blocks[place.block].text())
}
