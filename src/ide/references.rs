//! All places in an article that name the same thing.

use rustc_hash::FxHashSet;

use crate::diagnostics::Snapshot;
use crate::ide::selection::word_at;
use crate::newsroom::{ActorRef, Kind};
use crate::reading::{Mention, Variants};
use crate::text::{Place, Span};

/// What respect adds to a name, with or without a space.
const HONORIFIC: &str = "जी";

/// What a caret stands on, if it is an actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NamedActor {
    /// The name in the document.
    pub span: Span,
    /// Who is named.
    pub actor: ActorRef,
}

/// The actor that is named at byte `offset` of the document.
pub fn actor_at(snapshot: &Snapshot, offset: usize) -> Option<NamedActor> {
    if let Some(mention) = snapshot.mention_at(offset) {
        return Some(NamedActor { span: snapshot.span(mention.block, mention.span), actor: mention.actor });
    }
    if let Some((mention, span)) = honoured_at(snapshot, offset) {
        return Some(NamedActor { span, actor: mention.actor });
    }
    let variants = snapshot.variants_at(offset)?;
    let span = spans(snapshot, variants).find(|span| span.touches_caret(offset))?;
    Some(NamedActor { span, actor: variants.actor? })
}

/// All places of the document that name what is named at byte `offset`, in order: the same actor in any
/// form and script, or a name nobody has listed in all its spellings. Empty where nothing is named.
pub fn occurrences(snapshot: &Snapshot, offset: usize) -> Vec<Span> {
    let mut out: Vec<Span> = match actor_at(snapshot, offset) {
        Some(named) => of_actor(snapshot, named.actor),
        None => snapshot.variants_at(offset).map(|v| spans(snapshot, v).collect()).unwrap_or_default(),
    };
    out.sort();
    out.dedup();
    out
}

fn of_actor(snapshot: &Snapshot, actor: ActorRef) -> Vec<Span> {
    let mentions = snapshot.mentions().iter().filter(|mention| mention.actor == actor);
    let mut out: Vec<Span> = mentions.map(|m| snapshot.span(m.block, m.span)).collect();
    let places = honoured(snapshot, |mention| mention.actor == actor);
    out.extend(places.into_iter().map(|place| snapshot.span_of(place)));
    // What the gazetteer does not know, but the ear does: a spelling that nobody has listed
    for variants in snapshot.variants.iter().filter(|variants| variants.actor == Some(actor)) {
        let heard = variants.spellings.iter().flat_map(|spelling| &spelling.places);
        let unmentioned = heard.filter(|place| !is_mentioned(snapshot, **place));
        out.extend(unmentioned.map(|place| snapshot.span_of(*place)));
    }
    out
}

/// Where the name of a person stands with an honorific joined to it and is a word of its own for the reader
/// (मोदीजी). Only names that the article also has by
/// themselves, in a mention that `is_meant`.
pub(super) fn honoured(snapshot: &Snapshot, is_meant: impl Fn(&Mention) -> bool) -> Vec<Place> {
    let blocks = &snapshot.article.blocks;
    let meant = snapshot.mentions().iter().filter(|m| is_one_word_of_a_person(snapshot, m) && is_meant(m));
    let names: FxHashSet<&str> = meant.map(|m| m.span.of(blocks[m.block].text())).collect();
    if names.is_empty() {
        return Vec::new();
    }
    let mut out = Vec::new();
    for (number, block) in blocks.iter().enumerate() {
        for token in block.tokens.iter().filter(|token| token.is_devanagari()) {
            let Some(stem) = block.word(*token).strip_suffix(HONORIFIC) else { continue };
            let end = token.span.start + stem.len() as u32;
            let place = Place { block: number, span: token.span };
            if names.contains(stem) && !is_mentioned(snapshot, place) {
                out.push(Place { span: Span { end, ..token.span }, ..place });
            }
        }
    }
    out
}

/// The person who is honoured at byte `offset`: a mention without the honorific, and the name in the document.
pub(super) fn honoured_at(snapshot: &Snapshot, offset: usize) -> Option<(&Mention, Span)> {
    let (number, at) = word_at(snapshot, offset)?;
    let blocks = &snapshot.article.blocks;
    let token = blocks[number].tokens[at];
    let stem = blocks[number].word(token).strip_suffix(HONORIFIC)?;
    let names_it =
        |m: &&Mention| m.span.of(blocks[m.block].text()) == stem && is_one_word_of_a_person(snapshot, m);
    let mention = snapshot.mentions().iter().find(names_it)?;
    let span = Span { end: token.span.start + stem.len() as u32, ..token.span };
    Some((mention, snapshot.span(number, span)))
}

fn is_one_word_of_a_person(snapshot: &Snapshot, mention: &Mention) -> bool {
    mention.tokens.count() == 1
        && !mention.latin
        && snapshot.newsroom.actor(mention.actor).kind == Kind::Person
}

/// Where the spellings of a name stand in the document.
fn spans<'a>(snapshot: &'a Snapshot, variants: &'a Variants) -> impl Iterator<Item = Span> + 'a {
    let places = variants.spellings.iter().flat_map(|spelling| &spelling.places);
    places.map(|place| snapshot.span_of(*place))
}

/// Whether a stretch is part of the name of an actor.
pub(super) fn is_mentioned(snapshot: &Snapshot, Place { block, span }: Place) -> bool {
    let next = snapshot.mentions().partition_point(|m| (m.block, m.span.end) <= (block, span.start));
    snapshot.mentions().get(next).is_some_and(|m| m.block == block && m.span.overlaps(span))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::test_support::{at, markdown, nth, plain};

    fn texts<'a>(text: &'a str, spans: &[Span]) -> Vec<&'a str> {
        spans.iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn an_actor_is_found_in_every_form_spelling_and_script() {
        let text =
            "व्लादिमीर पुतिन 😀 आए।\r\nवोलोदिमीर ज़ेलेंस्की थे; ज़ेलेंस्कीजी ने पूतिन से बात की।\r\nPutin लौटे, पुतिन के साथ।";
        let snapshot = plain(text);
        let expected = ["व्लादिमीर पुतिन", "पूतिन", "Putin", "पुतिन"];
        for caret in ["पूतिन", "Putin", "पुतिन के", "मीर"] {
            let found = occurrences(&snapshot, at(text, caret));
            assert_eq!(texts(text, &found), expected, "from {caret}");
        }
        let found = occurrences(&snapshot, at(text, "ज़ेलेंस्कीजी"));
        assert_eq!(texts(text, &found), ["वोलोदिमीर ज़ेलेंस्की", "ज़ेलेंस्की"], "without what is joined");
    }

    #[test]
    fn an_honoured_name_is_the_name() {
        // A word of its own for the reader: the lexicon has it
        let text = "नरेंद्र मोदी आए। मोदी ने कहा। मोदीजी मुस्कराए।";
        let expected = ["नरेंद्र मोदी", "मोदी", "मोदी"];
        for caret in ["मोदी ने", "मोदीजी", "जी म"] {
            let found = occurrences(&plain(text), at(text, caret));
            assert_eq!(texts(text, &found), expected, "from {caret}");
        }
        let text = "गुरुजी ने भाजी खाई। मोदीजी आए।";
        assert_eq!(occurrences(&plain(text), at(text, "मोदीजी")), [], "nothing says who that is");
    }

    #[test]
    fn a_name_nobody_listed_is_found_in_all_spellings() {
        let text = "समुद्री आंधी अम्फान तट से टकराई। अम्फान कमज़ोर पड़ा।\nअंफान से नुकसान हुआ।";
        let found = occurrences(&plain(text), at(text, "अंफान"));
        assert_eq!(found, [nth(text, "अम्फान", 0), nth(text, "अम्फान", 1), nth(text, "अंफान", 0)]);
    }

    #[test]
    fn people_with_one_surname_are_kept_apart() {
        let text = "डोनाल्ड ट्रंप आए। इवांका ट्रंप लौटीं। मेलानिया ट्रंप रुकीं।";
        let found = occurrences(&plain(text), at(text, "डोनाल्ड"));
        assert_eq!(texts(text, &found), ["डोनाल्ड ट्रंप"]);
    }

    #[test]
    fn a_middle_name_that_no_list_has_is_part_of_the_name() {
        let text = "डोनाल्ड जॉन ट्रंप आए। ट्रंप रुके। सचिन रमेश तेंदुलकर मिले।";
        let found = occurrences(&plain(text), at(text, "डोनाल्ड"));
        assert_eq!(texts(text, &found), ["डोनाल्ड जॉन ट्रंप", "ट्रंप"]);
        let text = "सोनिया राहुल गांधी से मिलीं। राहुल के गांधी मैदान में आने पर भीड़ थी।";
        let found = occurrences(&plain(text), at(text, "राहुल गांधी"));
        assert_eq!(texts(text, &found), ["राहुल गांधी", "राहुल"], "two people, or other words between");
        let text = "नरेंद्र ने मोदी को और डोनाल्ड, जॉन, ट्रंप को बुलाया।";
        assert_eq!(occurrences(&plain(text), at(text, "नरेंद्र")), []);
        assert_eq!(occurrences(&plain(text), at(text, "डोनाल्ड")), []);
    }

    #[test]
    fn nothing_is_named_by_an_ordinary_word() {
        let text = "दिन भर दीन लोगों की मदद की गई। 😀";
        let snapshot = plain(text);
        assert!((0..=text.len()).all(|offset| occurrences(&snapshot, offset).is_empty()));
        assert_eq!(occurrences(&plain(""), 0), []);
    }

    #[test]
    fn a_name_in_markup_is_found_with_the_markup_inside() {
        let text = "# पुतिन का दौरा\n\n**व्लादिमीर** पुतिन आए। `पुतिन`";
        let found = occurrences(&markdown(text), at(text, "पुतिन"));
        assert_eq!(texts(text, &found), ["पुतिन", "व्लादिमीर** पुतिन"]);
    }

    #[test]
    fn an_actor_is_the_newsrooms_own_or_one_that_ships() {
        let text = "आशा देवी और नरेंद्र मोदी मिले।";
        let snapshot = plain(text);
        let own = |part: &str| {
            let named = actor_at(&snapshot, at(text, part)).unwrap();
            (snapshot.newsroom.actor(named.actor).id.as_str(), snapshot.newsroom.is_own(named.actor))
        };
        assert_eq!((own("देवी"), own("मोदी")), (("asha-devi", true), ("narendra-modi", false)));
    }
}
