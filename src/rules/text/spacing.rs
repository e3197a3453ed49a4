//! विराम चिह्न के पहले जगह है, उसके बाद नहीं है, या शब्दों के बीच दो जगहें हैं।
//!
//! ## क्यों
//! “ ।” और “ ,” में चिह्न अगली पंक्ति के सिरे पर जा गिरता है; “है।वे” में दो वाक्य चिपक जाते हैं और खोज में शब्द नहीं मिलता।
//!
//! ## उदाहरण
//! - ✗ मंत्री पटना पहुँचे**⎵,** फिर गया गए**⎵।**
//! - ✓ मंत्री पटना पहुँचे, फिर गया गए।
//! - ✗ पानी उतर गया**।**लोग लौट आए।
//!
//! ## क्या करें
//! सुधार जगह हटाता या जोड़ता है, अर्थ नहीं बदलता। जिस लेख में कोई चिह्न ज़्यादातर ऐसे ही लगा हो, उसमें एक ही निशान लगता है और सुधार
//! सबको एक साथ ठीक करता है।
//! ---
//! A space before a mark, none after it, or two spaces between words.
//!
//! ## Why
//! With “ ।” and “ ,” the mark falls to the head of the next line; in “है।वे” two sentences cling together, and search does not find
//! the words.
//!
//! ## Example
//! - ✗ मंत्री पटना पहुँचे**⎵,** फिर गया गए**⎵।**
//! - ✓ मंत्री पटना पहुँचे, फिर गया गए।
//! - ✗ पानी उतर गया**।**लोग लौट आए।
//!
//! ## What to do
//! The fix takes the space away or adds it; the meaning stays. Where an article sets most of a mark so, there is one finding, and
//! its fix mends them all.

use crate::reading::{BlockView, Reading, Word};
use crate::rules::{About, Applicability, Fact, Finding, Fix, Message, Place};
use crate::text::letters::DANDA;
use crate::text::{Span, TokenKind};

const CODE: &str = "text/spacing";

/// Length in bytes of a letter or sign of Devanagari.
const LETTER: usize = 3;

/// Finite forms of होना, which are of no tense by themselves.
const COPULA: [&str; 4] = ["है", "हैं", "हूँ", "हूं"];

/// So many faults of one sort are one habit, and reported once.
const HABIT: usize = 6;

/// What facts say is wrong with a space: it stands before the mark …
const BEFORE: u32 = 0;
/// … or there instead of behind it …
const MISPLACED: u32 = 1;
/// … or it lacks behind the mark …
const LACKING: u32 = 2;
/// … or, about the article, it is doubled.
const DOUBLE: u32 = 3;

/// What is wrong with a space.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fault {
    /// It stands before this mark.
    Before(char),
    /// It lacks after this mark.
    After(char),
    /// It lacks before a bracket that opens.
    BeforeBracket,
    /// It is doubled.
    Double,
}

/// Where a space is wrong, and what should stand there.
struct Slip {
    fault: Fault,
    place: Place,
    mended: String,
}

/// Where white space of a block is missing, doubled or before a mark.
pub(in crate::rules) fn gather(reading: &Reading<'_>, block: usize, out: &mut Vec<Fact>) {
    let view = &reading.view(block);
    let tokens = &view.block.tokens;
    let text = view.block.text();
    let mut slips = Vec::new();
    for at in 1..tokens.len() {
        let (before, here) = (tokens[at - 1], tokens[at]);
        let gap = Span { start: before.span.end, end: here.span.start }.of(text);
        let slip = |about, says, start: u32, end: u32| Fact {
            about,
            says,
            place: Place { block, span: Span { start, end } },
        };
        match here.kind {
            TokenKind::Mark(mark)
                if !gap.is_empty() && is_blank(gap) && may_not_stand_apart(view, at, mark) =>
            {
                let next_clings =
                    view.is_glued(at + 1) && (tokens[at + 1].is_devanagari() || clings(view, at, mark));
                let says = if next_clings { MISPLACED } else { BEFORE };
                slips.push(slip(About::Mark(mark), says, before.span.end, here.span.end));
            }
            TokenKind::Mark(mark) if gap.is_empty() && clings(view, at, mark) => {
                slips.push(slip(About::Mark(mark), LACKING, here.span.start, here.span.end));
            }
            TokenKind::Mark('(') if gap.is_empty() && clings_to_bracket(view, at) => {
                slips.push(slip(About::Mark('('), LACKING, here.span.start, here.span.end));
            }
            _ if is_double(gap) && before.is_devanagari() && here.is_devanagari() => {
                slips.push(slip(About::Article, DOUBLE, before.span.end, here.span.start));
            }
            _ => {}
        }
    }
    // Columns are set with spaces, and so is verse
    let doubles = slips.iter().filter(|slip| slip.says == DOUBLE).count();
    if doubles * 4 > tokens.len() {
        slips.retain(|slip| slip.says != DOUBLE);
    }
    out.extend(slips);
}

/// Marks what is wrong with the spaces at one mark, or within sentences.
pub(in crate::rules) fn judge(_: &Reading<'_>, facts: &[Fact], out: &mut Vec<Finding>) {
    let mut slips: Vec<Slip> = facts.iter().map(Slip::from).collect();
    slips.sort_by_key(|slip| slip.fault);
    for alike in slips.chunk_by(|a, b| a.fault == b.fault) {
        if alike.len() >= HABIT {
            out.push(finding(alike));
        } else {
            out.extend(alike.chunks(1).map(finding));
        }
    }
}

impl From<&Fact> for Slip {
    fn from(fact: &Fact) -> Slip {
        let (fault, mended) = match (fact.about, fact.says) {
            (About::Mark(mark), BEFORE) => (Fault::Before(mark), mark.to_string()),
            (About::Mark(mark), MISPLACED) => (Fault::Before(mark), format!("{mark} ")),
            (About::Mark('('), _) => (Fault::BeforeBracket, " (".to_owned()),
            (About::Mark(mark), _) => (Fault::After(mark), format!("{mark} ")),
            _ => (Fault::Double, " ".to_owned()),
        };
        Slip { fault, place: fact.place, mended }
    }
}

/// White space within a line.
fn is_blank(gap: &str) -> bool {
    gap.chars().all(|c| matches!(c, ' ' | '\u{A0}'))
}

/// Two or three spaces: more are a column, or the start of another thing.
fn is_double(gap: &str) -> bool {
    is_blank(gap) && (2..=3).contains(&gap.chars().count())
}

/// Whether token `at`, with white space before it, is a mark that ends what stands before it.
fn may_not_stand_apart(view: &BlockView<'_>, at: usize, mark: char) -> bool {
    let tokens = &view.block.tokens;
    let follows = match tokens[at - 1].kind {
        TokenKind::Word(_) => tokens[at - 1].is_devanagari(),
        TokenKind::Number => mark == DANDA,
        TokenKind::Mark(end) => matches!(end, '”' | '’' | ')') && matches!(mark, ',' | DANDA),
    };
    let next = tokens.get(at + 1).filter(|_| view.is_glued(at + 1)).map(|next| next.kind);
    match mark {
        ',' | DANDA => {
            follows
                && !matches!(next, Some(TokenKind::Number))
                && !tokens.get(at + 1).is_some_and(|next| next.is_mark(mark))
        }
        '?' | '!' => follows && matches!(next, None | Some(TokenKind::Mark('”' | '’' | '"' | '\''))),
        _ => false,
    }
}

/// Whether the word after token `at` clings to that mark.
fn clings(view: &BlockView<'_>, at: usize, mark: char) -> bool {
    let tokens = &view.block.tokens;
    if !view.is_glued(at + 1) {
        return false;
    }
    let (before, next) = (tokens[at - 1], tokens[at + 1]);
    match mark {
        DANDA => {
            let is_year = next.kind == TokenKind::Number && next.span.len() > 2;
            before.is_devanagari()
                && (next.is_word() || is_year || matches!(next.kind, TokenKind::Mark('“' | '‘')))
        }
        ',' | '?' | '!' => before.is_devanagari() && next.is_devanagari(),
        // A full stop where a finite verb ends the sentence: what follows another word may be an abbreviation or an address
        '.' => {
            let is_finite = |word: &Word| word.tense.is_some() || COPULA.contains(&&*word.text);
            // Letters of a name are none: ई.आई.
            let is_initial = at > 1 && view.is_mark(at - 2, '.') && view.is_glued(at - 1);
            !is_initial
                && view.word(at - 1).is_some_and(is_finite)
                && next.is_devanagari()
                && !view.is_mark(at + 2, '.')
        }
        _ => false,
    }
}

/// Whether the bracket at token `at` clings to the word before it and holds an age, a number or a word: राम(45). An ending
/// in brackets belongs to its word: अभ्यर्थी(ओं).
fn clings_to_bracket(view: &BlockView<'_>, at: usize) -> bool {
    let tokens = &view.block.tokens;
    if !tokens[at - 1].is_devanagari() || tokens[at - 1].span.len() < 2 * LETTER {
        return false;
    }
    match tokens.get(at + 1).map(|next| next.kind) {
        Some(TokenKind::Number) => view.is_mark(at + 2, ')'),
        Some(TokenKind::Word(_)) => {
            let is_long = tokens[at + 1].is_devanagari() && tokens[at + 1].span.len() > 3 * LETTER;
            is_long && view.word(at + 1).is_some_and(|word| word.per_million > 0.0)
        }
        _ => false,
    }
}

/// One finding for slips of one sort.
fn finding(alike: &[Slip]) -> Finding {
    let first = &alike[0];
    let (message, title) = match first.fault {
        Fault::Before(mark) => (
            Message::new(
                format!("“{mark}” के पहले जगह नहीं होती।"),
                format!("there is no space before “{mark}”"),
            ),
            Message::new("जगह हटाएँ", "take the space away"),
        ),
        Fault::After(mark) => (
            Message::new(
                format!("“{mark}” के बाद जगह छूट गई है।"),
                format!("a space is missing after “{mark}”"),
            ),
            Message::new("जगह जोड़ें", "add a space"),
        ),
        Fault::BeforeBracket => (
            Message::new("“(” के पहले जगह छूट गई है।", "a space is missing before “(”"),
            Message::new("जगह जोड़ें", "add a space"),
        ),
        Fault::Double => (
            Message::new("शब्दों के बीच एक से ज़्यादा जगह है।", "there is more than one space between the words"),
            Message::new("एक जगह रखें", "leave one space"),
        ),
    };
    let (message, title) = match alike.len() {
        1 => (message, title),
        count => (
            Message::new(
                format!("{} इस लेख में {count} जगह ऐसा है।", message.hi),
                format!("{}; so it is in {count} places of this article", message.en),
            ),
            Message::new(format!("हर जगह {}", title.hi), format!("{} everywhere", title.en)),
        ),
    };
    let mut finding = Finding::new(CODE, first.place, message);
    let edits = alike.iter().map(|slip| (slip.place, slip.mended.clone())).collect();
    finding.fixes.push(Fix { title, applicability: Applicability::Safe, edits });
    finding
}
