//! शब्द की वर्तनी ग़लत है।
//!
//! ## क्यों
//! “स्थिती”, “नही” या “आर्शीवाद” किसी ढंग में सही नहीं हैं। ऐसी ग़लत वर्तनियाँ vartani के पास सूची में हैं, शब्द के सब रूपों के साथ; उन पर
//! हर ख़बर में निशान लगता है। जिन शब्दों की दो वर्तनियाँ चलती हैं (गर्मी-गरमी, महत्व-महत्त्व, हिंदी-हिन्दी), वे इस सूची में नहीं हैं।
//!
//! ## उदाहरण
//! - ✗ बाँध की **स्थिती** गंभीर है।
//! - ✓ बाँध की **स्थिति** गंभीर है।
//! - ✗ **उन्होने** कहा कि **जरुरत** पड़ी तो फिर आएँगे।
//! - ✓ **उन्होंने** कहा कि **जरूरत** पड़ी तो फिर आएँगे।
//! - ✓ “हमार **गाव** कइसे छूटी” भोजपुरी का गीत है: दूसरी भाषाओं, नामों और कृतियों पर निशान नहीं लगता।
//!
//! ## क्या करें
//! सुधार सही वर्तनी रख देता है। जो रूप न्यूज़रूम में सही है, उसे `vartani.toml` में `[spelling] accept` में या अपने शब्दकोश में लिखें।
//! ग़लत वर्तनियों के वर्ग: docs/misspellings.md।
//! ---
//! A word is misspelt.
//!
//! ## Why
//! “स्थिती”, “नही” or “आर्शीवाद” are right in no school of spelling. vartani has a list of such misspellings, with all forms of the
//! words, and marks them in every article. Words with two spellings in use (गर्मी and गरमी, महत्व and महत्त्व, हिंदी and हिन्दी) are not
//! in it.
//!
//! ## Example
//! - ✗ बाँध की **स्थिती** गंभीर है।
//! - ✓ बाँध की **स्थिति** गंभीर है।
//! - ✗ **उन्होने** कहा कि **जरुरत** पड़ी तो फिर आएँगे।
//! - ✓ **उन्होंने** कहा कि **जरूरत** पड़ी तो फिर आएँगे।
//! - ✓ “हमार **गाव** कइसे छूटी” is a song in Bhojpuri: other languages, names and titles of works are left alone.
//!
//! ## What to do
//! The fix writes the right spelling. List a form that is right in your newsroom under `[spelling] accept` in `vartani.toml` or in
//! your own dictionary. docs/misspellings.md explains the classes.

use crate::newsroom::misspellings::DOT_EXTRA;
use crate::newsroom::orthography;
use crate::newsroom::{Kind, Misspelling, NameRef};
use crate::reading::{BlockView, Reading, Word};
use crate::rules::quoted_titles::in_titles;
use crate::rules::{Applicability, Finding, Message, Place};
use crate::text::fold::orthographic;

const CODE: &str = "spelling/misspelling";

/// In a sentence where a guess is made, at most one word in so many is unknown.
const MIN_KNOWN_TO_UNKNOWN: usize = 4;

/// What so many write in a million words is meant even beside a name …
const EVIDENT_PER_MILLION: f32 = 300.0;

/// … and what fewer write, by a slip in so many characters.
const EVIDENT_LONG_PER_MILLION: f32 = 50.0;
const EVIDENT_CHARS: usize = 7;

/// Fewer characters are never evident.
const MIN_EVIDENT_CHARS: usize = 5;

/// A word that so many write, in a million words, is itself rather than the beginning of a name.
const NO_NAME_PER_MILLION: f32 = 300.0;

/// Words that make the word after them a name.
const BEFORE_A_NAME: &[&str] = &["श्री", "श्रीमती", "सुश्री", "कुमारी", "डॉ", "डॉक्टर", "पंडित", "स्वामी", "मौलाना"];

/// Marks the words that are misspelt.
pub(in crate::rules) fn check(reading: &Reading<'_>, block: usize, out: &mut Vec<Finding>) {
    let view = reading.view(block);
    let has_any = |at| misspelling(&view, at).is_some() || guess(&view, at).is_some();
    if !(0..view.words.len()).any(has_any) {
        return;
    }
    for (at, is_in_title) in in_titles(&view).into_iter().enumerate() {
        let Some(word) = view.word(at).filter(|word| word.misspelling.is_some() || word.guess.is_some())
        else {
            continue;
        };
        let is_no_name = word.misspelling.as_ref().is_some_and(|it| it.class.id == DOT_EXTRA);
        if is_in_title
            || (reading.mention_with(block, at).is_some() && !is_no_name)
            || view.is_other_language(view.sentence(at))
        {
            continue;
        }
        let place = Place { block, span: view.block.tokens[at].span };
        match (misspelling(&view, at), guess(&view, at)) {
            (Some(misspelling), _) if !misspelling.is_name || !is_beside_a_name(&view, at) => {
                let instead = super::confused::instead(&view, at, &misspelling.rights[0]);
                out.push(finding(word, misspelling, instead, place));
            }
            (None, Some(meant))
                if (is_evident(reading, word, meant) || !is_of_a_name(reading, &view, at))
                    && is_readable(&view, at) =>
            {
                let instead = super::confused::instead(&view, at, meant);
                out.push(question(word, instead.as_deref().unwrap_or(meant), place));
            }
            _ => {}
        }
    }
}

fn misspelling<'a>(view: &BlockView<'a>, at: usize) -> Option<&'a Misspelling> {
    view.word(at)?.misspelling.as_deref()
}

/// The word that may be meant by a word that nobody knows.
fn guess<'a>(view: &BlockView<'a>, at: usize) -> Option<&'a str> {
    view.word(at)?.guess.as_deref()
}

/// Whether what a word is a slip of is so common, and the word so long, that it is no name.
fn is_evident(reading: &Reading<'_>, word: &Word, meant: &str) -> bool {
    let per_million = match word.text.chars().count() {
        ..MIN_EVIDENT_CHARS => f32::INFINITY,
        EVIDENT_CHARS.. => EVIDENT_LONG_PER_MILLION,
        _ => EVIDENT_PER_MILLION,
    };
    meant.contains(' ') || reading.newsroom.lexicon.per_million(meant) >= per_million
}

/// Whether nearly all words of the sentence with token `at` are known: in a dialect or a list of names a guess is none.
fn is_readable(view: &BlockView<'_>, at: usize) -> bool {
    let words: Vec<&Word> = view.sentence(at).filter_map(|at| view.word(at)).collect();
    let unknown = words.iter().filter(|word| word.per_million == 0.0 && word.names.is_none()).count();
    unknown * MIN_KNOWN_TO_UNKNOWN <= words.len()
}

/// Whether a word stands as part of a name: after an honorific, or beside a name or a word that nobody knows.
fn is_beside_a_name(view: &BlockView<'_>, at: usize) -> bool {
    let is_named =
        |word: &Word| word.names.as_ref().is_some_and(|names| !names.here.is_empty() || names.of_person);
    is_beside(view, at, |word| is_named(word) || is_strange(word))
}

/// Whether a word that nobody knows may be part of somebody's name: after an honorific, or beside the name of a person or
/// another word that nobody knows. Beside a place or an institution it is as good as anywhere.
fn is_of_a_name(reading: &Reading<'_>, view: &BlockView<'_>, at: usize) -> bool {
    // के, जो and में begin names too
    let of_person = |word: &Word| {
        word.names.as_ref().filter(|_| word.per_million < NO_NAME_PER_MILLION).is_some_and(|names| {
            let is_person = |name: &NameRef| reading.newsroom.actor(name.actor).kind == Kind::Person;
            names.of_person || names.here.iter().any(is_person)
        })
    };
    is_beside(view, at, |word| of_person(word) || is_strange(word))
}

fn is_strange(word: &Word) -> bool {
    word.per_million == 0.0 && word.misspelling.is_none() && word.guess.is_none() && word.names.is_none()
}

fn is_beside(view: &BlockView<'_>, at: usize, is_name: impl Fn(&Word) -> bool) -> bool {
    let before = at.checked_sub(1).and_then(|before| view.word(before));
    before.is_some_and(|word| BEFORE_A_NAME.contains(&&*word.text) || is_name(word))
        || view.word(at + 1).is_some_and(is_name)
}

/// `instead` is what to write where the right spelling would still be the wrong word: बढाएं हैं for बढ़ाए हैं.
fn finding(word: &Word, misspelling: &Misspelling, instead: Option<String>, place: Place) -> Finding {
    let (written, class) = (&word.text, misspelling.class);
    let right = instead.as_ref().unwrap_or(&misspelling.rights[0]);
    let message = Message::new(
        format!("“{written}” की सही वर्तनी “{right}” है: {}।", class.hi),
        format!("“{written}” is misspelt: write “{right}” ({})", class.en),
    );
    let finding = Finding::new(CODE, place, message);
    if let Some(right) = instead {
        return finding.replace_with(right, Applicability::Suggested);
    }
    let is_certain = misspelling.rights.len() == 1 && shows_no_school(word, &misspelling.rights[0]);
    let applicability = Applicability::safe_if(is_certain);
    misspelling.rights.iter().fold(finding, |finding, right| finding.replace_with(right, applicability))
}

fn question(word: &Word, meant: &str, place: Place) -> Finding {
    let written = &word.text;
    let message = Message::new(
        format!("“{written}” शब्दकोश में नहीं है। कहीं “{meant}” तो नहीं?"),
        format!("“{written}” is in no dictionary: is “{meant}” meant?"),
    );
    Finding { is_question: true, ..Finding::new(CODE, place, message) }
        .replace_with(meant, Applicability::Suggested)
}

/// Whether the right form takes no side among the schools of spelling that the misspelling does not take.
fn shows_no_school(word: &Word, right: &str) -> bool {
    orthography::choices(right, &orthographic(right)) == word.schools
}
