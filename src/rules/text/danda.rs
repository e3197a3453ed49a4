//! वाक्य कहीं पूर्ण विराम (।) पर ख़त्म होते हैं, कहीं फ़ुल स्टॉप (.) पर।
//!
//! ## क्यों
//! दोनों में से कोई भी एक चले तो वह घर की शैली है; दोनों चलें तो लगता है कि ख़बर टुकड़ों में जोड़ी गई है।
//!
//! ## उदाहरण
//! - ✗ पुल सोमवार को खुलेगा। मरम्मत पूरी हो चुकी है**.** रास्ता साफ़ है।
//! - ✓ पुल सोमवार को खुलेगा। मरम्मत पूरी हो चुकी है। रास्ता साफ़ है।
//! - ✓ डॉ. ए.पी.जे. अब्दुल कलाम को याद किया गया।
//!
//! ## क्या करें
//! जो चिह्न लेख में ज़्यादा है, सुधार उसे हर जगह रख देता है। फ़ुल स्टॉप वहीं गिना जाता है जहाँ उसके पहले वाक्य पूरा करने वाली
//! क्रिया हो; संक्षेपों और आद्याक्षरों के बिंदु नहीं छुए जाते।
//! ---
//! Sentences end here with a danda (।), there with a full stop (.).
//!
//! ## Why
//! Either is a house style; both make a story look pieced together.
//!
//! ## Example
//! - ✗ पुल सोमवार को खुलेगा। मरम्मत पूरी हो चुकी है**.** रास्ता साफ़ है।
//! - ✓ पुल सोमवार को खुलेगा। मरम्मत पूरी हो चुकी है। रास्ता साफ़ है।
//! - ✓ डॉ. ए.पी.जे. अब्दुल कलाम को याद किया गया।
//!
//! ## What to do
//! The fix puts the mark that the article has more often everywhere. A full stop counts only behind a verb that ends a sentence;
//! the dots of abbreviations and initials are left alone.

use crate::reading::{BlockView, Reading};
use crate::rules::finite_verbs::is_verb_at_end;
use crate::rules::mixed_style::{Mixture, STANDARD, Use};
use crate::rules::{About, Fact, Finding, Message, Place};
use crate::text::TokenKind;
use crate::text::letters::DANDA;

const CODE: &str = "text/danda";

/// What ends a sentence, by side.
const MARKS: [char; 2] = [DANDA, '.'];

/// By which mark the sentences of a block end.
pub(in crate::rules) fn gather(reading: &Reading<'_>, block: usize, out: &mut Vec<Fact>) {
    let view = reading.view(block);
    if view.block.is_beside_text() {
        return;
    }
    let ends = (1..view.block.tokens.len()).filter_map(|at| Some((at, side(&view, at)?)));
    out.extend(ends.map(|(at, side)| {
        let place = Place { block, span: view.block.tokens[at].span };
        Fact { about: About::Article, says: side, place }
    }));
}

/// Marks an article that ends its sentences in two ways.
pub(in crate::rules) fn judge(_: &Reading<'_>, facts: &[Fact], out: &mut Vec<Finding>) {
    let uses: Vec<Use> = facts.iter().map(Use::from).collect();
    let names =
        [Message::new("पूर्ण विराम (।)", "the danda (।)"), Message::new("फ़ुल स्टॉप (.)", "the full stop (.)")];
    let mixture = Mixture {
        code: CODE,
        names: &names,
        on_tie: STANDARD,
        is_decided: false,
        uses: &uses,
        shown: &uses,
        written: |one| MARKS[usize::from(one.side)].to_string(),
        rewritten: |_, side| MARKS[usize::from(side)].to_string(),
    };
    out.extend(mixture.finding());
}

/// Which of [`MARKS`] token `at` is, if it ends a sentence.
fn side(view: &BlockView<'_>, at: usize) -> Option<u32> {
    let tokens = &view.block.tokens;
    let follows_word = tokens[at - 1].is_devanagari();
    match tokens[at].kind {
        TokenKind::Mark(DANDA) if follows_word => Some(0),
        TokenKind::Mark('.') => {
            // The आई of ए.आई. is no verb
            let is_initial = view.is_glued(at - 1) && view.is_mark(at.wrapping_sub(2), '.');
            let ends = !is_initial
                && view.is_glued(at)
                && (!view.is_glued(at + 1) || is_closing(tokens[at + 1].kind));
            (follows_word && ends && is_verb_at_end(view, at - 1)).then_some(1)
        }
        _ => None,
    }
}

fn is_closing(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::Mark('”' | '’' | '"' | '\'' | ')' | ']'))
}
