//! देवनागरी के बीच रोमन में लिखा नाम, जिसका हिंदी रूप प्रचलित है।
//!
//! ## क्यों
//! “Kyiv ने कहा” पढ़ते हुए पाठक को लिपि बदलनी पड़ती है, और वही नाम दूसरे पैराग्राफ़ में “कीव” हो तो एक शहर दो बन जाते हैं।
//!
//! ## उदाहरण
//! - ✗ **Kyiv** ने प्रस्ताव का समर्थन किया।
//! - ✓ **कीव** ने प्रस्ताव का समर्थन किया।
//! - ✓ कीव (Kyiv) ने प्रस्ताव का समर्थन किया।
//!
//! ## क्या करें
//! हिंदी रूप लिखें। जो संक्षेप आपके यहाँ रोमन में ही छपते हैं, उन्हें `vartani.toml` में दर्ज करें:
//! `[spelling] keep-latin = ["NATO"]`। कोष्ठक में दिया गया रोमन रूप, पता, हैंडल और लिंक नहीं टोके जाते।
//! ---
//! A name in Latin letters amid Devanagari that has a usual Hindi form.
//!
//! ## Why
//! The reader has to change scripts at “Kyiv ने कहा”, and where the next paragraph prints कीव, one city becomes two.
//!
//! ## Example
//! - ✗ **Kyiv** ने प्रस्ताव का समर्थन किया।
//! - ✓ **कीव** ने प्रस्ताव का समर्थन किया।
//! - ✓ कीव (Kyiv) ने प्रस्ताव का समर्थन किया।
//!
//! ## What to do
//! Write the Hindi form. List what your newsroom prints in Latin letters in `vartani.toml`:
//! `[spelling] keep-latin = ["NATO"]`. A Latin form in brackets, addresses, handles and links are left alone.

use crate::newsroom::Form;
use crate::reading::{BlockView, Mention, Reading};
use crate::rules::{Finding, Message, Place};
use crate::text::{Script, TokenKind};

const CODE: &str = "spelling/latin";

/// Marks names of actors in Latin letters in Hindi prose.
pub(in crate::rules) fn check(reading: &Reading<'_>, block: usize, out: &mut Vec<Finding>) {
    for mention in reading.mentions_in(block).iter().filter(|mention| mention.latin) {
        let view = reading.view(mention.block);
        let written = mention.span.of(view.block.text());
        if !reading.newsroom.style.spelling.keep_latin.iter().any(|kept| kept == written)
            && is_running_hindi(&view, mention)
        {
            out.push(finding(reading, mention, written));
        }
    }
}

fn finding(reading: &Reading<'_>, mention: &Mention, written: &str) -> Finding {
    let actor = reading.actor(mention);
    // A surname or an acronym becomes the short Hindi form, a full name the full one
    let short = mention.form > 0;
    let of_form = |form| actor.names.iter().find(move |name| name.form == form);
    let hindi = short.then(|| of_form(Form::Short)).flatten().map_or(actor.name(), |name| &name.text);
    let message = Message::new(
        format!("“{written}” रोमन में है; हिंदी में “{hindi}” लिखते हैं।"),
        format!("“{written}” is in Latin letters; Hindi writes “{hindi}”"),
    );
    Finding::new(CODE, Place { block: mention.block, span: mention.span }, message).replace_with(hindi, false)
}

/// Whether the name stands as a word in a Hindi sentence: not in brackets, not in a list of Latin words, no link or handle.
fn is_running_hindi(view: &BlockView<'_>, mention: &Mention) -> bool {
    let (start, end) = (mention.tokens.0 as usize, mention.tokens.1 as usize);
    let latin = |at: usize| view.word(at).is_some_and(|word| word.script != Script::Devanagari);
    let mark = |at: usize, marks: &[char]| matches!(view.block.tokens.get(at).map(|t| t.kind), Some(TokenKind::Mark(c)) if marks.contains(&c));
    let glued = &['@', '#', '/', '.', '_', '&', '\'', '’'];
    // Part of an address, of a Latin name, of Île-de-France or PDP-11
    let hyphen = |at: usize, beyond: usize| {
        view.is_mark(at, '-') && !view.word(beyond).is_some_and(|w| w.script == Script::Devanagari)
    };
    if let Some(before) = start.checked_sub(1)
        && (latin(before)
            || view.is_mark(before, '(')
            || (view.is_glued(start) && (mark(before, glued) || hyphen(before, before.wrapping_sub(1)))))
    {
        return false;
    }
    if latin(end)
        || view.is_mark(end, ')')
        || (view.is_glued(end) && ((mark(end, glued) && view.is_glued(end + 1)) || hyphen(end, end + 1)))
    {
        return false;
    }
    let sentence = view.sentence(start);
    let (mut hindi, mut other) = (0, 0);
    for word in sentence.filter_map(|at| view.word(at)) {
        *(if word.script == Script::Devanagari { &mut hindi } else { &mut other }) += 1;
    }
    hindi > other
}
