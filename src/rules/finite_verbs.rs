//! Words that end sentences.

use crate::newsroom::calendar::tense;
use crate::reading::BlockView;
use crate::text::normal::same_look;

/// Whether the word at token `at` is a verb, or another word, that a sentence may end with.
pub(super) fn is_verb_at_end(view: &BlockView<'_>, at: usize) -> bool {
    let ends = |word: &str| matches!(word, "है" | "हैं" | "था" | "थे" | "थी" | "थीं" | "हो" | "की" | "नहीं" | "रहे");
    view.word(at).is_some_and(|word| ends(&same_look(&word.text)) || tense(&word.key).is_some())
}
