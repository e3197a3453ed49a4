//! A colon typed for the visarga (`दु:ख`, `अत:`), and a visarga typed for the colon (`दिल्लीः`).

use super::Message;
use super::flaw::{Flaw, FlawKind};
use crate::newsroom::visarga;
use crate::reading::BlockView;
use crate::text::letters::{VIRAMA, VISARGA, is_consonant};

/// A word with a visarga that is taken for a colon is used so often, in a million words, …
const LEAST_PER_MILLION: f32 = 1.0;

/// … and so often where a consonant stands before it, as in words that keep their visarga.
const COMMON_PER_MILLION: f32 = 5.0;

/// `कहाः` for कहा: — no Hindi word ends in a long vowel, or a nasal one, and a visarga.
pub(super) fn visarga_for_colon(view: &BlockView<'_>, at: usize) -> Option<Flaw> {
    let word = view.word(at)?;
    let bare = word.text.strip_suffix(VISARGA)?;
    let last = bare.chars().next_back()?;
    let is_name = word.names.as_ref().is_some_and(|names| !names.here.is_empty());
    let is_known = word.per_million >= LEAST_PER_MILLION || word.names.is_some();
    let is_colon = if is_consonant(last) {
        // भोपालः, सवालः at the head of a paragraph; प्रायः and नमः anywhere are words
        let is_word = visarga::ends_so(&word.text) || bare.ends_with(['त', 'श']) || view.is_glued(at + 1);
        let is_common = is_name || word.per_million >= COMMON_PER_MILLION;
        at == 0
            && !is_word
            && is_common
            && !view.is_other_language(view.sentence(at))
            && view.word(at + 1).is_some()
    } else {
        is_known && !matches!(last, 'ि' | 'ु' | 'ृ' | 'अ' | 'इ' | 'उ' | 'ऽ' | VIRAMA)
    };
    if !is_colon {
        return None;
    }
    let message = Message::new(
        format!("“{bare}” के बाद विसर्ग (ः) टाइप हुआ है, कोलन (:) चाहिए।"),
        format!("a visarga (ः) is typed after “{bare}” instead of a colon (:)"),
    );
    Some(Flaw::new(view.block.tokens[at].span, FlawKind::Typed, message, Some(format!("{bare}:")), true))
}

/// `दु:ख` for दुःख, `अत:` for अतः; the colon is token `at`.
pub(super) fn colon_for_visarga(view: &BlockView<'_>, at: usize) -> Option<Flaw> {
    let before = view.word(at.checked_sub(1)?).filter(|_| view.is_glued(at))?;
    let tokens = &view.block.tokens;
    let glued = view.word(at + 1).filter(|_| view.is_glued(at + 1));
    let (span, repaired) = match glued {
        Some(after) => {
            if !visarga::joins(&before.text, &after.text) {
                return None;
            }
            (tokens[at - 1].span.to(tokens[at + 1].span), format!("{}{VISARGA}{}", before.text, after.text))
        }
        None => {
            let repaired = format!("{}{VISARGA}", before.text);
            let goes_on = tokens.get(at + 1).is_some_and(|next| next.span.start > tokens[at].span.end);
            if !visarga::ends_so(&repaired) || !goes_on {
                return None;
            }
            (tokens[at - 1].span.to(tokens[at].span), repaired)
        }
    };
    let message = Message::new(
        format!("“{repaired}” में कोलन (:) टाइप हुआ है, विसर्ग (ः) चाहिए।"),
        format!("a colon (:) is typed in “{repaired}” instead of the visarga (ः)"),
    );
    Some(Flaw::new(span, FlawKind::Typed, message, Some(repaired), true))
}
