//! वाक्य कहीं पूर्ण विराम (।) पर ख़त्म होते हैं, कहीं फ़ुल स्टॉप (.) पर, या पैराग्राफ़ बिना चिह्न के।
//!
//! ## क्यों
//! कोई भी एक चले तो वह न्यूज़रूम की पसंद है; दोनों चलें तो ख़बर टुकड़ों में जोड़ी हुई लगती है।
//!
//! ## उदाहरण
//! - ✗ पुल सोमवार को खुलेगा। मरम्मत पूरी हो चुकी है**.** रास्ता साफ़ है।
//! - ✓ पुल सोमवार को खुलेगा। मरम्मत पूरी हो चुकी है। रास्ता साफ़ है।
//! - ✓ डॉ. ए.पी.जे. अब्दुल कलाम को याद किया गया।
//!
//! ## क्या करें
//! जो चिह्न ख़बर में ज़्यादा है, सुधार उसे सब जगह लगा देता है। फ़ुल स्टॉप वहीं गिना जाता है जहाँ उससे पहले वाक्य पूरा करने वाली
//! क्रिया हो; डॉ., ए.पी.जे. जैसे नामों के बिंदु नहीं छुए जाते। जहाँ बाक़ी पैराग्राफ़ चिह्न पर ख़त्म होते हैं, वहाँ लंबे पैराग्राफ़ के अंत में
//! छूटा चिह्न बताया जाता है।
//! ---
//! Sentences end here with a danda (।), there with a full stop (.), or a paragraph ends without either.
//!
//! ## Why
//! Either is a newsroom's choice; both make a story look pieced together.
//!
//! ## Example
//! - ✗ पुल सोमवार को खुलेगा। मरम्मत पूरी हो चुकी है**.** रास्ता साफ़ है।
//! - ✓ पुल सोमवार को खुलेगा। मरम्मत पूरी हो चुकी है। रास्ता साफ़ है।
//! - ✓ डॉ. ए.पी.जे. अब्दुल कलाम को याद किया गया।
//!
//! ## What to do
//! The fix puts the mark that the article has more often everywhere. A full stop counts only behind a verb that ends a sentence;
//! the dots of abbreviations and initials are left alone. Where the other paragraphs end with a mark, a long one that ends without
//! is marked.

use crate::reading::{BlockView, Reading};
use crate::rules::facts::Ending;
use crate::rules::finite_verbs::is_verb_at_end;
use crate::rules::mixed_style::{Mixture, STANDARD, Side, Use};
use crate::rules::{About, Applicability, Fact, Finding, Message, Place, Says};
use crate::text::letters::DANDA;
use crate::text::{BlockKind, Span, TokenKind};

const CODE: &str = "text/danda";

/// What ends a sentence, by side.
const MARKS: [char; 2] = [DANDA, '.'];

/// A paragraph lacks its mark only if so many words, or more than one sentence, show that it is no headline …
const MIN_WORDS: usize = 25;

/// … and there are so many that have one for each that lacks it.
const ENDED_FOR_ONE: usize = 4;

/// By which mark the sentences of a block end.
pub(in crate::rules) fn gather(reading: &Reading<'_>, block: usize, out: &mut Vec<Fact>) {
    let view = reading.view(block);
    if view.block.is_beside_text() {
        return;
    }
    let ends = (1..view.block.tokens.len()).filter_map(|at| Some((at, side(&view, at)?)));
    out.extend(ends.map(|(at, side)| {
        let place = Place { block, span: view.block.tokens[at].span };
        Fact { about: About::EndOfSentence, says: Says::Side(side), place }
    }));
    if let Some((ending, span)) = end_of_paragraph(&view) {
        out.push(Fact {
            about: About::Mark(DANDA),
            says: Says::Ending(ending),
            place: Place { block, span },
        });
    }
}

/// Whether a paragraph of running text ends with a mark, and where; `None` for what may be a headline.
fn end_of_paragraph(view: &BlockView<'_>) -> Option<(Ending, Span)> {
    let tokens = &view.block.tokens;
    let last = tokens.last().filter(|_| view.block.kind == BlockKind::Paragraph)?;
    // “हम जीतेंगे।”
    let inner = tokens.iter().rev().find(|token| !is_closing(token.kind))?;
    if matches!(inner.kind, TokenKind::Mark(DANDA | '.' | '?' | '!')) {
        return Some((Ending::Marked, inner.span));
    }
    let is_text = view.block.sentences.len() > 1
        || tokens.iter().filter(|token| token.is_word()).take(MIN_WORDS).count() == MIN_WORDS;
    let at = tokens.len() - 1;
    (last.is_devanagari() && is_text && is_verb_at_end(view, at)).then_some((Ending::Unmarked, last.span))
}

/// Marks an article that ends its sentences in two ways.
pub(in crate::rules) fn judge(reading: &Reading<'_>, facts: &[Fact], out: &mut Vec<Finding>) {
    if facts[0].about == About::Mark(DANDA) {
        return out.extend(without_end(reading, facts));
    }
    // Each mark is rewritten as all others of its side are
    let alike = |one: Use| Use { word: Some(one.side.index() as u32), ..one };
    let uses: Vec<Use> = facts.iter().filter_map(Use::of).map(alike).collect();
    let names =
        [Message::new("पूर्ण विराम (।)", "the danda (।)"), Message::new("फ़ुल स्टॉप (.)", "the full stop (.)")];
    let mixture = Mixture {
        code: CODE,
        names: &names,
        on_tie: STANDARD,
        is_decided: false,
        uses: &uses,
        shown: &uses,
        written: |one| MARKS[one.side.index()].to_string(),
        rewritten: |_, side| Some(MARKS[side.index()].to_string()),
    };
    let Some(mut finding) = mixture.finding() else { return };
    let count = |side: Side| uses.iter().filter(|one| one.side == side).count();
    let odd = uses.iter().find(|one| one.place == finding.place).map_or(Side::ADVISED, |one| one.side);
    let (few, many) = (&names[odd.index()], &names[odd.opposite().index()]);
    finding.message = Message::new(
        format!("यह वाक्य {} पर ख़त्म है, बाक़ी {} {} पर। एक ही रखें।", few.hi, count(odd.opposite()), many.hi),
        format!(
            "this sentence ends with {}, {} others with {}; keep one",
            few.en,
            count(odd.opposite()),
            many.en
        ),
    );
    for (fix, kept) in finding.fixes.iter_mut().zip([many, few]) {
        fix.title = Message::new(
            format!("सब जगह {} लगाएँ ({} बदलाव)", kept.hi, fix.edits.len()),
            format!("write {} everywhere ({} changes)", kept.en, fix.edits.len()),
        );
    }
    out.push(finding);
}

/// The paragraphs that end without a mark, if most end with one.
fn without_end(reading: &Reading<'_>, facts: &[Fact]) -> Vec<Finding> {
    let is_marked = |fact: &Fact| fact.says == Says::Ending(Ending::Marked);
    // What stands before the first is a headline, a standfirst or a byline
    let start = facts.iter().position(is_marked).unwrap_or(facts.len());
    let (ended, lacking): (Vec<&Fact>, Vec<&Fact>) = facts[start..].iter().partition(|fact| is_marked(fact));
    if ended.len() < ENDED_FOR_ONE * lacking.len() {
        return Vec::new();
    }
    let written = |fact: &Fact| fact.place.span.of(reading.article.blocks[fact.place.block].text());
    let stops = ended.iter().filter(|fact| written(fact) == ".").count();
    let mark = if stops * 2 > ended.len() { '.' } else { DANDA };
    let finding = |fact: &&Fact| {
        let message = Message::new(
            format!("पैराग्राफ़ के अंत में “{mark}” छूट गया है।"),
            format!("“{mark}” is missing at the end of the paragraph"),
        );
        Finding::new(CODE, fact.place, message)
            .replace_with(format!("{}{mark}", written(fact)), Applicability::Suggested)
    };
    lacking.iter().map(finding).collect()
}

/// Which of [`MARKS`] token `at` is, if it ends a sentence.
fn side(view: &BlockView<'_>, at: usize) -> Option<Side> {
    let tokens = &view.block.tokens;
    let follows_word = tokens[at - 1].is_devanagari();
    match tokens[at].kind {
        TokenKind::Mark(DANDA) if follows_word => Some(Side::ADVISED),
        TokenKind::Mark('.') => {
            // The आई of ए.आई. is no verb
            let is_initial = view.is_glued(at - 1) && view.is_mark(at.wrapping_sub(2), '.');
            let ends = !is_initial
                && view.is_glued(at)
                && (!view.is_glued(at + 1) || is_closing(tokens[at + 1].kind));
            (follows_word && ends && is_verb_at_end(view, at - 1)).then_some(Side::OTHER)
        }
        _ => None,
    }
}

fn is_closing(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::Mark('”' | '’' | '"' | '\'' | ')' | ']'))
}
