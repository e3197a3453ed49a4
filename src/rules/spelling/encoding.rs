//! अक्षर दिखते ठीक हैं, पर ग़लत चिह्नों से बने हैं।
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
//! सुधार लगा दें: वही शब्द सही चिह्नों से लिखा जाता है, दिखावट और अर्थ नहीं बदलते। पुराने फ़ॉन्ट (कृतिदेव, चाणक्य) का पाठ तभी पहचाना
//! जाता है जब उसमें से हिंदी के शब्द निकलें; बदला हुआ पाठ एक बार पढ़ लें। शब्द के भीतर के अदृश्य जोड़क (ZWJ, ZWNJ)
//! जहाँ के तहाँ रहते हैं।
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

use crate::reading::{BlockView, Reading};
use crate::rules::finite_verbs::is_verb_at_end;
use crate::rules::legacy_font::{self, Legacy};
use crate::rules::{Finding, Message, Place};
use crate::text::legacy::LegacyFont;
use crate::text::letters::VISARGA;
use crate::text::{Span, TokenKind, normal};

const CODE: &str = "spelling/encoding";

/// Words with a visarga inside or at the end, by the part before it and the part after it.
const VISARGA_WORDS: &[(&str, &str)] = &[
    ("दु", "ख"),
    ("दु", "खद"),
    ("दु", "खी"),
    ("नि", "शुल्क"),
    ("नि", "संदेह"),
    ("अंत", "करण"),
    ("प्रात", "काल"),
    ("पुन", "निर्माण"),
    ("दु", "साहस"),
    ("नि", "स्वार्थ"),
    ("स्वत", "स्फूर्त"),
    ("अंत", "पुर"),
    ("नि", "शब्द"),
    ("पुन", "गठन"),
    ("दु", "स्वप्न"),
    ("नि", "संतान"),
    ("नि", "शक्त"),
];

/// Marks what is typed in other characters than it seems to be.
pub(in crate::rules) fn check(reading: &Reading<'_>, block: usize, out: &mut Vec<Finding>) {
    let view = reading.view(block);
    // Several bars are a table or the lines of a poem, not dandas
    let has_one_bar = view.block.tokens.iter().filter(|token| token.is_mark('|')).nth(1).is_none();
    for (at, token) in view.block.tokens.iter().enumerate() {
        let found = match token.kind {
            TokenKind::Word(_) => malformed(&view, at).or_else(|| visarga_for_colon(&view, at)),
            TokenKind::Mark('|') if has_one_bar || view.is_glued(at) => bar_for_danda(&view, at),
            TokenKind::Mark(':') => colon_for_visarga(&view, at),
            _ => None,
        };
        if let Some((span, mended, message)) = found {
            out.push(Finding::new(CODE, Place { block, span }, message).replace_with(mended, true));
        }
    }
    let old = legacy_font::find(view.block.text(), &reading.newsroom.lexicon);
    out.extend(old.into_iter().map(|old| of_old_font(block, old)));
}

/// Text typed for a font of the time before Unicode.
fn of_old_font(block: usize, old: Legacy) -> Finding {
    let (hi, en) = match old.font {
        LegacyFont::KrutiDev => ("कृतिदेव", "Kruti Dev"),
        LegacyFont::Chanakya => ("चाणक्य", "Chanakya"),
    };
    let message = Message::new(
        format!(
            "यह पाठ पुराने फ़ॉन्ट ({hi}) में टाइप हुआ है और यूनिकोड में पढ़ा नहीं जाता। इसमें लिखा है: “{}”।",
            beginning(&old.text)
        ),
        format!(
            "this is typed for an old font ({en}) and cannot be read as Unicode; it says “{}”",
            beginning(&old.text)
        ),
    );
    let mut finding =
        Finding::new(CODE, Place { block, span: old.span }, message).replace_with(old.text, false);
    finding.fixes[0].title = Message::new("यूनिकोड में बदलें", "convert to Unicode");
    finding
}

/// As much of a text as a message has room for.
fn beginning(text: &str) -> String {
    const MOST: usize = 60;
    match text.char_indices().nth(MOST) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

type Found = (Span, String, Message);

/// A word whose signs are doubled, pieced together or in the wrong order.
fn malformed(view: &BlockView<'_>, at: usize) -> Option<Found> {
    let token = view.block.tokens[at];
    if !token.is_devanagari() || view.word(at)?.well_formed {
        return None;
    }
    let written = view.block.word(token);
    let mended = normal::well_formed(written).into_owned();
    if mended == written {
        return None;
    }
    let message = Message::new(
        format!("“{mended}” ग़लत चिह्नों से लिखा है: दिखता एक-सा है, पर खोज और जाँच में नहीं मिलेगा।"),
        format!(
            "“{mended}” is typed in the wrong characters: it looks the same, but search will not find it"
        ),
    );
    Some((token.span, mended, message))
}

/// A bar right after a word, at the end of a sentence.
fn bar_for_danda(view: &BlockView<'_>, at: usize) -> Option<Found> {
    let tokens = &view.block.tokens;
    let before = tokens[at.checked_sub(1)?];
    let ends = tokens.get(at + 1).is_none_or(|next| next.span.start > tokens[at].span.end);
    if !ends || !before.is_devanagari() || !is_verb_at_end(view, at - 1) {
        return None;
    }
    let message =
        Message::new("पूर्ण विराम की जगह खड़ी लकीर (|) टाइप हुई है।", "a vertical bar is typed for the danda");
    Some((tokens[at].span, "।".to_owned(), message))
}

/// `कहाः` for कहा: — no Hindi word ends in a long vowel and a visarga.
fn visarga_for_colon(view: &BlockView<'_>, at: usize) -> Option<Found> {
    const LEAST_PER_MILLION: f32 = 1.0;
    let word = view.word(at)?;
    let bare = word.text.strip_suffix(VISARGA)?;
    let is_known = word.per_million >= LEAST_PER_MILLION || word.names.is_some();
    if !is_known || !bare.ends_with(['ा', 'ी', 'ू', 'े', 'ै', 'ो', 'ौ']) {
        return None;
    }
    let message = Message::new(
        format!("“{bare}” के बाद कोलन (:) की जगह विसर्ग (ः) टाइप हुआ है।"),
        format!("a visarga is typed for the colon after “{bare}”"),
    );
    Some((view.block.tokens[at].span, format!("{bare}:"), message))
}

/// `दु:ख` for दुःख.
fn colon_for_visarga(view: &BlockView<'_>, at: usize) -> Option<Found> {
    if !view.is_glued(at) || !view.is_glued(at + 1) {
        return None;
    }
    let (before, after) = (view.word(at - 1)?, view.word(at + 1)?);
    if !VISARGA_WORDS.contains(&(&*before.text, &*after.text)) {
        return None;
    }
    let span = view.block.tokens[at - 1].span.to(view.block.tokens[at + 1].span);
    let mended = format!("{}{VISARGA}{}", before.text, after.text);
    let message = Message::new(
        format!("“{mended}” में विसर्ग की जगह कोलन (:) टाइप हुआ है।"),
        format!("a colon is typed for the visarga of “{mended}”"),
    );
    Some((span, mended, message))
}
