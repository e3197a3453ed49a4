//! A name that the newsroom does not know yet, for its file of actors.

use super::{Action, ActionKind, Change, touching_variants};
use crate::diagnostics::Snapshot;
use crate::newsroom::new_actor::{NewActor, slug};
use crate::newsroom::{Kind, Newsroom, sound};
use crate::rules::Message;
use crate::text::Span;

/// Maximum number of words in a name.
const MAX_WORDS: usize = 6;

/// The table of an actor for the name that is selected or, at a caret, for one that nobody has listed and that
/// the article spells in several ways. Its Latin name is for the writer to fill in.
pub fn new_name(snapshot: &Snapshot, range: Span) -> Option<Action> {
    let name = if range.is_empty() { unlisted(snapshot, range) } else { selected(snapshot, range) }?;
    let title = Message::new(
        format!("“{name}” को न्यूज़रूम के नामों में जोड़ें"),
        format!("add “{name}” to the newsroom's actors"),
    );
    let actor = NewActor::named(id(&name), Kind::Person, name, String::new());
    let change = Change::Actor(Box::new(actor));
    Some(Action { title, kind: ActionKind::House, is_preferred: false, marks: Vec::new(), change })
}

fn unlisted(snapshot: &Snapshot, range: Span) -> Option<String> {
    let mut variants = touching_variants(snapshot, range).filter(|variants| variants.actor.is_none());
    variants.next().map(|variants| variants.spellings[variants.kept].text.clone())
}

/// What is selected, if it is some words of Devanagari in one paragraph that name nobody yet.
fn selected(snapshot: &Snapshot, range: Span) -> Option<String> {
    let is_known =
        |mention: &crate::reading::Mention| snapshot.span(mention.block, mention.span).touches(range);
    if snapshot.mentions().iter().any(is_known) {
        return None;
    }
    let is_inside = |place: Span| range.start <= place.start && place.end <= range.end;
    let words = snapshot.article.blocks.iter().map(|block| {
        let inside = block.tokens.iter().filter(|token| is_inside(block.to_document(token.span)));
        inside.map(|token| (token.is_devanagari(), block.word(*token))).collect::<Vec<_>>()
    });
    let mut words = words.filter(|words| !words.is_empty());
    let (words, None) = (words.next()?, words.next()) else { return None };
    let is_short = words.len() <= MAX_WORDS && words.iter().all(|(is_word, _)| *is_word);
    let words: Vec<&str> = words.into_iter().map(|(_, word)| word).collect();
    (is_short && may_be_name(&words, &snapshot.newsroom)).then(|| words.join(" "))
}

/// A word that Hindi uses more often than this is no part of a name by itself: कहा, आज, बहुत.
const COMMON_PER_MILLION: f32 = 1100.0;

/// A word that Hindi uses more often than this neither begins nor ends a name: ने, को, है.
const PARTICLE_PER_MILLION: f32 = 2500.0;

/// Whether words may be a name: no word twice in a row, no particle at either end, and not only common words.
fn may_be_name(words: &[&str], newsroom: &Newsroom) -> bool {
    let per_million = |word: &&str| newsroom.lexicon.per_million(word);
    let is_particle = |word: Option<&&str>| word.is_none_or(|word| per_million(word) > PARTICLE_PER_MILLION);
    words.windows(2).all(|pair| pair[0] != pair[1])
        && !is_particle(words.first())
        && !is_particle(words.last())
        && words.iter().any(|word| per_million(word) <= COMMON_PER_MILLION)
}

/// An id for a name in Devanagari, by its sound: a label, which nobody reads as a spelling.
fn id(name: &str) -> String {
    let id = slug(&sound::key(name));
    if id.is_empty() { "new-name".to_owned() } else { id }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::test_support::{at, nth, plain};

    fn added(text: &str, range: Span) -> Option<(String, String)> {
        let Change::Actor(actor) = new_name(&plain(text), range)?.change else { panic!("no actor") };
        Some((actor.id.clone(), actor.name.clone()))
    }

    #[test]
    fn a_selected_name_gets_a_table() {
        let text = "बैठक में सुलोचना ठकरे आईं। नरेंद्र मोदी नहीं आए।\nसरपंच आए।";
        assert_eq!(
            added(text, nth(text, "सुलोचना ठकरे", 0)),
            Some(("sulucn-tkri".into(), "सुलोचना ठकरे".into()))
        );
        assert_eq!(added(text, nth(text, "नरेंद्र मोदी", 0)), None, "he is known");
        assert_eq!(added(text, nth(text, "ठकरे आईं।", 0)), None, "a mark is no part of a name");
        assert_eq!(added(text, nth(text, "आए।\nसरपंच", 0)), None);
        assert_eq!(added(text, Span::new(0, 0)), None);
    }

    #[test]
    fn what_cannot_be_a_name_is_not_offered() {
        let text = "सचिव ने ने कहा कि ठकरे ठकरे को बहुत काम है। आशा देवी ने कहा।";
        for part in ["ने ने", "ने", "ठकरे ठकरे", "ठकरे को", "ने कहा", "बहुत काम"]
        {
            assert_eq!(added(text, nth(text, part, 0)), None, "{part}");
        }
        let text = "कमल भोंडवेकर आए।";
        assert_eq!(added(text, nth(text, "कमल भोंडवेकर", 0)).unwrap().1, "कमल भोंडवेकर", "a word may be a name");
    }

    #[test]
    fn a_caret_on_a_name_in_two_spellings_means_the_one_to_keep() {
        let text = "भोंडवेकर ने कहा। भोडवेकर लौटे। भोंडवेकर गए।";
        let caret = Span::new(at(text, "भोडवेकर"), at(text, "भोडवेकर"));
        assert_eq!(added(text, caret).unwrap().1, "भोंडवेकर");
        let known = "मॉस्को शांत है। मास्को में बर्फ़ गिरी।";
        assert_eq!(added(known, Span::new(0, 0)), None);
    }
}
