//! शब्द दिखता ठीक है, पर ग़लत अक्षरों से टाइप हुआ है।
//!
//! ## क्यों
//! “आज” की जगह अ और ा जोड़कर “अाज”, दो बार लगी मात्रा, पूर्ण विराम की जगह | या विसर्ग की जगह : छपने पर लगभग वैसे ही दिखते हैं,
//! लेकिन खोज, वर्तनी-जाँच, मिलान और पढ़कर सुनाने वाले प्रोग्राम उस शब्द को पहचान नहीं पाते।
//!
//! ## उदाहरण
//! - ✗ बैठक **अाज** होगी**|**
//! - ✓ बैठक **आज** होगी**।**
//! - ✗ उन्हें **दु:ख** है।
//! - ✓ उन्हें **दुःख** है।
//! - ✗ मंत्री ने **कहाः** “पुल खुलेगा।”
//! - ✗ शीर्षक में **fnYyh** छपा है। (कृतिदेव में दिल्ली)
//!
//! ## क्या करें
//! सुधार करें: वही शब्द सही अक्षरों से लिखा जाता है, दिखावट और अर्थ नहीं बदलते। पुराने फ़ॉन्ट (कृतिदेव, चाणक्य) का पाठ तभी पहचाना
//! जाता है जब उसमें से हिंदी के शब्द निकलें; बदला हुआ पाठ एक बार पढ़ लें। शब्द के भीतर के ZWJ और ZWNJ जैसे हैं, वैसे रहते हैं।
//! ---
//! Letters that look right but are made of the wrong characters.
//!
//! ## Why
//! अ with ा for आ, a vowel sign typed twice, | for the danda or : for the visarga look much the same in print, but search,
//! spelling checks and screen readers no longer know the word.
//!
//! ## Example
//! - ✗ बैठक **अाज** होगी**|**
//! - ✓ बैठक **आज** होगी**।**
//! - ✗ उन्हें **दु:ख** है।
//! - ✓ उन्हें **दुःख** है।
//! - ✗ मंत्री ने **कहाः** “पुल खुलेगा।”
//! - ✗ शीर्षक में **fnYyh** छपा है। (दिल्ली in Kruti Dev)
//!
//! ## What to do
//! Apply the fix: the same word in the right characters; neither look nor meaning changes. Text for an old font (Kruti Dev,
//! Chanakya) is recognised only if words of Hindi come out; read it once after it is converted. Invisible joiners inside a word
//! (ZWJ, ZWNJ) stay.

use crate::reading::{BlockView, Reading, is_known};
use crate::rules::finite_verbs::is_verb_at_end;
use crate::rules::flaw::{Flaw, FlawKind};
use crate::rules::legacy_font::{self, Legacy};
use crate::rules::{About, Applicability, Fact, Finding, Fix, MAX_RELATED, Message, Place, Says};
use crate::rules::{damaged_words, stray_characters, visarga_and_colon};
use crate::text::legacy::LegacyFont;
use crate::text::letters::{VISARGA, ZWJ, ZWNJ, is_joiner};
use crate::text::{Span, TokenKind};

pub const CODE: &str = "spelling/encoding";

/// From so many broken words on, in so many paragraphs, of every so many words one, an article is broken throughout.
const THROUGHOUT: (usize, usize, usize) = (20, 3, 12);

/// From so many words with two signs that are drawn as one, the signs are typed so on purpose.
const PIECED_HABIT: usize = 3;

/// From so many words with joiners on, every other word, the joiners are those of a program.
const JOINED_THROUGHOUT: usize = 30;

/// Gathers whether a block has flaws, and how many words with joiners.
pub(in crate::rules) fn gather(reading: &Reading<'_>, block: usize, out: &mut Vec<Fact>) {
    let view = reading.view(block);
    let whole = Place { block, span: Span::new(0, view.block.text().len()) };
    if !flaws(reading, &view).is_empty() {
        out.push(Fact { about: About::Article, says: Says::Flaws, place: whole });
    }
    let has_joiners = has(view.block.text(), ZWJ) || has(view.block.text(), ZWNJ);
    if has_joiners && joined(&view).next().is_some() {
        out.push(Fact { about: About::Article, says: Says::Joiners, place: whole });
    }
}

/// Marks each flaw, or the article where it is full of them.
pub(in crate::rules) fn judge(reading: &Reading<'_>, facts: &[Fact], out: &mut Vec<Finding>) {
    let blocks = |says: Says| facts.iter().filter(move |fact| fact.says == says).map(|fact| fact.place.block);
    let mut all: Vec<(usize, Flaw)> = Vec::new();
    for block in blocks(Says::Flaws) {
        all.extend(flaws(reading, &reading.view(block)).into_iter().map(|flaw| (block, flaw)));
    }
    settle_pieced(reading, &mut all);
    let words: usize = blocks(Says::Flaws).map(|block| words_of(&reading.view(block)).count()).sum();
    for kind in [FlawKind::Broken, FlawKind::Font] {
        let (alike, others): (Vec<_>, Vec<_>) = all.into_iter().partition(|(_, flaw)| flaw.kind == kind);
        all = others;
        if is_throughout(&alike, kind, words) {
            out.push(of_article(&alike, kind));
        } else {
            out.extend(alike.into_iter().map(|(block, flaw)| of_flaw(block, flaw)));
        }
    }
    out.extend(all.into_iter().map(|(block, flaw)| of_flaw(block, flaw)));
    out.extend(of_joiners(reading, blocks(Says::Joiners)));
}

/// Decides on the words with two signs that are drawn as one. Where the article has several, that is how its keyboard
/// or converter writes the one; where there is one, a sign may be too many, so a word that nobody knows is not offered.
fn settle_pieced(reading: &Reading<'_>, all: &mut [(usize, Flaw)]) {
    let is_pieced = |flaw: &Flaw| flaw.kind == FlawKind::Pieced;
    let is_habit = all.iter().filter(|(_, flaw)| is_pieced(flaw)).nth(PIECED_HABIT - 1).is_some();
    for (_, flaw) in all.iter_mut().filter(|(_, flaw)| is_pieced(flaw)) {
        if is_habit {
            flaw.is_certain = true;
        } else {
            flaw.repairs.retain(|(_, text)| is_known(text, reading.newsroom));
        }
    }
}

/// Whether an article is full of flaws of one kind.
fn is_throughout(alike: &[(usize, Flaw)], kind: FlawKind, words: usize) -> bool {
    let (flaws, paragraphs, share) = THROUGHOUT;
    let blocks = alike.chunk_by(|a, b| a.0 == b.0).count();
    let is_much = kind == FlawKind::Font || (alike.len() >= flaws && alike.len() * share >= words);
    blocks >= paragraphs && is_much
}

/// The flaws of a block, in order.
fn flaws(reading: &Reading<'_>, view: &BlockView<'_>) -> Vec<Flaw> {
    let mut found = damaged_words::find(reading, view);
    found.extend(stray_characters::find(reading, view));
    let has_visarga = has(view.block.text(), VISARGA);
    let is_only_bar = view.block.tokens.iter().filter(|token| token.is_mark('|')).count() == 1;
    for (at, token) in view.block.tokens.iter().enumerate() {
        found.extend(match token.kind {
            TokenKind::Word(_) if has_visarga => visarga_and_colon::visarga_for_colon(view, at),
            TokenKind::Mark('|') => bar_for_danda(view, at, is_only_bar),
            TokenKind::Mark(':') => visarga_and_colon::colon_for_visarga(view, at),
            _ => None,
        });
    }
    let old = legacy_font::find(view.block.text(), &reading.newsroom.lexicon);
    found.extend(old.into_iter().map(of_old_font));
    // A word that was misread, or touches what was, has no other fault
    let misread: Vec<Span> = stray_characters::misread_spans(view.block.text()).collect();
    found.retain(|flaw| !misread.iter().any(|span| span.overlaps(flaw.span) && *span != flaw.span));
    // Of two that mark one place the longer says more
    found.sort_by_key(|flaw| (flaw.span.start, std::cmp::Reverse(flaw.span.end)));
    let mut end = 0;
    found.retain(|flaw| {
        let is_apart = flaw.span.start >= end;
        end = end.max(flaw.span.end);
        is_apart
    });
    found
}

/// One flaw as a finding.
fn of_flaw(block: usize, flaw: Flaw) -> Finding {
    let mut finding = Finding::new(CODE, Place { block, span: flaw.span }, flaw.message);
    for (number, (span, text)) in flaw.repairs.into_iter().enumerate() {
        finding =
            finding.fix(Place { block, span }, text, Applicability::safe_if(flaw.is_certain && number == 0));
    }
    if let (FlawKind::Font, Some(fix)) = (flaw.kind, finding.fixes.first_mut()) {
        fix.title = Message::new("यूनिकोड में बदलें", "convert to Unicode");
    }
    for fix in finding.fixes.iter_mut().filter(|fix| fix.edits.iter().all(|(_, text)| text.trim().is_empty()))
    {
        fix.title = Message::new("अदृश्य अक्षर हटाएँ", "remove the invisible character");
    }
    finding
}

/// An article that is full of flaws, as one finding that repairs it.
fn of_article(alike: &[(usize, Flaw)], kind: FlawKind) -> Finding {
    let (block, first) = &alike[0];
    let places = || alike.iter().map(|(block, flaw)| Place { block: *block, span: flaw.span });
    let count = alike.len();
    let message = match kind {
        FlawKind::Font => Message::new(
            format!("पूरी ख़बर पुराने फ़ॉन्ट में टाइप हुई है ({count} बार) और यूनिकोड में पढ़ी नहीं जाती।"),
            format!(
                "the whole article is typed for an old font ({count} passages) and cannot be read as Unicode"
            ),
        ),
        _ => Message::new(
            format!("पूरी ख़बर में अक्षर टूटे हुए हैं ({count} बार); पाठ शायद PDF या पुराने फ़ॉन्ट से आया है।"),
            format!(
                "letters are broken throughout the article ({count} times); it may come from a PDF or an old font"
            ),
        ),
    };
    let mut finding = Finding::new(CODE, Place { block: *block, span: first.span }, message);
    let also = Message::new("यहाँ भी", "here too");
    finding.related =
        std::sync::Arc::new(places().skip(1).take(MAX_RELATED).map(|place| (place, also.clone())).collect());
    let edit = |(block, flaw): &(usize, Flaw)| {
        let (span, text) = flaw.repairs.first()?;
        Some((Place { block: *block, span: *span }, text.clone()))
    };
    let edits: Vec<(Place, String)> = alike.iter().filter_map(edit).collect();
    let title = match kind {
        FlawKind::Font => Message::new("पूरी ख़बर यूनिकोड में बदलें", "convert the whole article to Unicode"),
        _ => Message::new(
            format!("पूरी ख़बर में {} शब्द सुधारें", edits.len()),
            format!("repair {} words in the whole article", edits.len()),
        ),
    };
    if !edits.is_empty() {
        finding.fixes.push(Fix { title, applicability: Applicability::Suggested, edits: edits.into() });
    }
    finding
}

/// The words of Hindi in a block.
fn words_of<'a>(view: &'a BlockView<'_>) -> impl Iterator<Item = Span> + 'a {
    view.block.tokens.iter().filter(|token| token.is_devanagari()).map(|token| token.span)
}

/// Whether a text has a character, found by its bytes.
fn has(text: &str, c: char) -> bool {
    memchr::memmem::find(text.as_bytes(), c.encode_utf8(&mut [0; 4]).as_bytes()).is_some()
}

/// The words of a block with invisible joiners in them.
fn joined<'a>(view: &'a BlockView<'_>) -> impl Iterator<Item = Span> + 'a {
    words_of(view).filter(|span| span.of(view.block.text()).contains(is_joiner))
}

/// An article in which every other word has an invisible joiner.
fn of_joiners(reading: &Reading<'_>, blocks: impl Iterator<Item = usize> + Clone) -> Option<Finding> {
    let words: usize = blocks.clone().map(|block| words_of(&reading.view(block)).count()).sum();
    let mut places: Vec<Place> = Vec::new();
    for block in blocks {
        places.extend(joined(&reading.view(block)).map(|span| Place { block, span }));
    }
    if places.len() < JOINED_THROUGHOUT || places.len() * 2 < words {
        return None;
    }
    let count = places.len();
    let message = Message::new(
        format!("आधे शब्दों में अदृश्य जोड़क (ZWJ, ZWNJ) हैं ({count} शब्द); खोज में ये नहीं मिलेंगे।"),
        format!("every other word ({count}) has an invisible joiner in it, so search will not find them"),
    );
    let mut finding = Finding::new(CODE, places[0], message);
    let without = |place: &Place| {
        let text = place.span.of(reading.view(place.block).block.text());
        (*place, text.chars().filter(|&c| !is_joiner(c)).collect::<String>())
    };
    let title = Message::new("पूरी ख़बर से अदृश्य जोड़क हटाएँ", "remove the joiners from the whole article");
    finding.fixes.push(Fix {
        title,
        applicability: Applicability::Suggested,
        edits: places.iter().map(without).collect(),
    });
    Some(finding)
}

/// Text typed for a font of the time before Unicode.
fn of_old_font(old: Legacy) -> Flaw {
    let (hi, en) = match old.font {
        LegacyFont::KrutiDev => ("कृतिदेव", "Kruti Dev"),
        LegacyFont::Chanakya => ("चाणक्य", "Chanakya"),
    };
    let said = beginning(&old.text);
    let message = Message::new(
        format!("{hi} में टाइप हुआ पाठ, जो यूनिकोड में नहीं पढ़ा जाता: “{said}”।"),
        format!("text in the old font {en}, which cannot be read as Unicode: “{said}”"),
    );
    Flaw::new(old.span, FlawKind::Font, message, old.is_whole.then_some(old.text), false)
}

/// As much of a text as a message has room for.
fn beginning(text: &str) -> String {
    const MAX_CHARS: usize = 40;
    match text.char_indices().nth(MAX_CHARS) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

/// A bar right after a word, at the end of a sentence.
fn bar_for_danda(view: &BlockView<'_>, at: usize, is_only_bar: bool) -> Option<Flaw> {
    let tokens = &view.block.tokens;
    let before = tokens[at.checked_sub(1)?];
    let ends = tokens.get(at + 1).is_none_or(|next| next.span.start > tokens[at].span.end);
    let alone = is_only_bar || view.is_glued(at);
    if !ends || !before.is_devanagari() || !alone || !is_verb_at_end(view, at - 1) {
        return None;
    }
    let message = Message::new("पूर्ण विराम (।) की जगह | टाइप हुआ है।", "| is typed instead of the danda (।)");
    Some(Flaw::new(tokens[at].span, FlawKind::Typed, message, Some("।".to_owned()), true))
}
