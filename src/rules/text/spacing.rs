//! विराम चिह्न से पहले स्पेस, उसके बाद स्पेस नहीं, दो चिह्न साथ, या शब्दों के बीच दो स्पेस।
//!
//! ## क्यों
//! “ ।” और “ ,” में चिह्न अगली पंक्ति के सिरे पर जा गिरता है; “है।वे” में दो वाक्य चिपक जाते हैं और खोज में शब्द नहीं मिलता।
//!
//! ## उदाहरण
//! - ✗ मंत्री पटना पहुँचे**⎵,** फिर गया गए**⎵।**
//! - ✓ मंत्री पटना पहुँचे, फिर गया गए।
//! - ✗ पानी उतर गया**।**लोग लौट आए।
//! - ✗ लोग लौट आए**，** पर बिजली नहीं आई**।.**
//!
//! ## क्या करें
//! सुधार स्पेस हटाता या जोड़ता है, अर्थ नहीं बदलता। कोलन (:) से पहले स्पेस पर निशान तभी लगता है जब उसी ख़बर में वह बिना स्पेस के भी हो।
//! जिस ख़बर में कोई चिह्न छह बार ऐसे लगा हो, उसमें एक ही निशान लगता है और सुधार सबको एक साथ ठीक करता है।
//! ---
//! A space before a mark, none after it, two marks together, or two spaces between words.
//!
//! ## Why
//! With “ ।” and “ ,” the mark falls to the head of the next line; in “है।वे” two sentences run together, and search does not find
//! the words.
//!
//! ## Example
//! - ✗ मंत्री पटना पहुँचे**⎵,** फिर गया गए**⎵।**
//! - ✓ मंत्री पटना पहुँचे, फिर गया गए।
//! - ✗ पानी उतर गया**।**लोग लौट आए।
//! - ✗ लोग लौट आए**，** पर बिजली नहीं आई**।.**
//!
//! ## What to do
//! The fix removes the space or adds it; the meaning stays. A space before a colon is marked only where the article also has colons
//! without one. Where a fault occurs six times in an article, there is one finding, and its fix corrects them all.

use crate::reading::{BlockView, Reading, Word};
use crate::rules::facts::SpaceFault;
use crate::rules::finite_verbs::is_verb_at_end;
use crate::rules::{About, Applicability, Fact, Finding, Fix, Message, Place, Says};
use crate::text::letters::{DANDA, is_devanagari};
use crate::text::{Span, TokenKind};

const CODE: &str = "text/spacing";

/// Length in bytes of a letter or sign of Devanagari.
const LETTER: usize = 3;

/// Finite forms of होना, which are of no tense by themselves.
const COPULA: [&str; 4] = ["है", "हैं", "हूँ", "हूं"];

/// So many faults of one sort are one habit, and reported once.
const HABIT: usize = 6;

/// So many words before the last are more than a verse has.
const VERSE_WORDS: usize = 15;

/// What is wrong with a space.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fault {
    /// It stands before this mark.
    Before(char),
    /// It lacks after this mark.
    After(char),
    /// It lacks before a bracket that opens.
    BeforeBracket,
    /// There is another mark before this one.
    TwoMarks(char),
    /// The mark is full-width.
    Wide(char),
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
        let slip = |about, fault, start: u32, end: u32| Fact {
            about,
            says: Says::Space(fault),
            place: Place { block, span: Span { start, end } },
        };
        match here.kind {
            TokenKind::Mark(mark)
                if !gap.is_empty() && is_blank(gap) && may_not_stand_apart(view, at, mark) =>
            {
                let next_clings =
                    view.is_glued(at + 1) && (tokens[at + 1].is_devanagari() || clings(view, at, mark));
                let fault = if next_clings { SpaceFault::Misplaced } else { SpaceFault::Before };
                slips.push(slip(About::Mark(mark), fault, before.span.end, here.span.end));
            }
            TokenKind::Mark(mark) if gap.is_empty() && clings(view, at, mark) => {
                slips.push(slip(About::Mark(mark), SpaceFault::Lacking, here.span.start, here.span.end));
            }
            TokenKind::Mark(mark) if is_second_mark(view, at, mark) => {
                slips.push(slip(About::Mark(mark), SpaceFault::TwoMarks, before.span.start, here.span.end));
            }
            TokenKind::Mark(mark) if narrow(mark).is_some() && touches_hindi(view, at) => {
                slips.push(slip(About::Mark(mark), SpaceFault::Wide, here.span.start, here.span.end));
            }
            TokenKind::Mark(':') if is_colon_of_text(view, at) => {
                let (fault, start) = match gap.is_empty() {
                    true => (SpaceFault::None, here.span.start),
                    false => (SpaceFault::Before, before.span.end),
                };
                slips.push(slip(About::Mark(':'), fault, start, here.span.end));
            }
            TokenKind::Mark('(') if gap.is_empty() && clings_to_bracket(view, at) => {
                slips.push(slip(About::Mark('('), SpaceFault::Lacking, here.span.start, here.span.end));
            }
            _ if is_double(gap) && before.is_devanagari() && here.is_devanagari() => {
                slips.push(slip(About::Article, SpaceFault::Double, before.span.end, here.span.start));
            }
            _ => {}
        }
    }
    // Columns are set with spaces, and so is verse
    let is_double = |slip: &Fact| slip.says == Says::Space(SpaceFault::Double);
    let doubles = slips.iter().filter(|slip| is_double(slip)).count();
    if doubles * 4 > tokens.len() {
        slips.retain(|slip| !is_double(slip));
    }
    out.extend(slips);
}

/// Marks what is wrong with the spaces at one mark, or within sentences.
pub(in crate::rules) fn judge(reading: &Reading<'_>, facts: &[Fact], out: &mut Vec<Finding>) {
    let (right, wrong): (Vec<&Fact>, Vec<&Fact>) =
        facts.iter().partition(|fact| fact.says == Says::Space(SpaceFault::None));
    // A space before every colon, or before most, is the house's way to tell it from the visarga
    if facts[0].about == About::Mark(':') && right.len() < wrong.len().max(1) {
        return;
    }
    let written = |fact: &Fact| fact.place.span.of(reading.article.blocks[fact.place.block].text());
    let around = |fact: &Fact| {
        let text = reading.article.blocks[fact.place.block].text();
        (&text[..fact.place.span.start as usize], &text[fact.place.span.end as usize..])
    };
    let mut slips: Vec<Slip> =
        wrong.into_iter().filter_map(|fact| Slip::new(fact, written(fact), around(fact))).collect();
    slips.sort_by_key(|slip| slip.fault);
    for alike in slips.chunk_by(|a, b| a.fault == b.fault) {
        if alike.len() >= HABIT {
            out.push(finding(alike));
        } else {
            out.extend(alike.chunks(1).map(finding));
        }
    }
}

impl Slip {
    /// `around` is the prose before the place and behind it.
    fn new(fact: &Fact, written: &str, around: (&str, &str)) -> Option<Slip> {
        let Says::Space(said) = fact.says else { return None };
        let (fault, mended) = match (fact.about, said) {
            (About::Mark(mark), SpaceFault::TwoMarks) => {
                (Fault::TwoMarks(mark), one_mark(written).unwrap_or_default())
            }
            (About::Mark(mark), SpaceFault::Wide) => (Fault::Wide(mark), in_narrow(mark, around)),
            (About::Mark(mark), SpaceFault::Before) => (Fault::Before(mark), mark.to_string()),
            (About::Mark(mark), SpaceFault::Misplaced) => (Fault::Before(mark), format!("{mark} ")),
            (About::Mark('('), _) => (Fault::BeforeBracket, " (".to_owned()),
            (About::Mark(mark), _) => (Fault::After(mark), format!("{mark} ")),
            _ => (Fault::Double, " ".to_owned()),
        };
        Some(Slip { fault, place: fact.place, mended })
    }
}

/// What stands for a full-width mark: the narrow one, and the space that the wide one has within it.
fn in_narrow(mark: char, (before, after): (&str, &str)) -> String {
    let narrow = narrow(mark).unwrap_or_default();
    let is_in_word = |c: char| c.is_alphanumeric() || is_devanagari(c);
    // A straight mark opens a quotation if those before it are pairs
    let opens =
        |c: char| matches!(c, '“' | '‘' | '(') || (c == '"' && before.matches('"').count().is_multiple_of(2));
    let space = |is_there: bool| if is_there { " " } else { "" };
    match mark {
        '（' => format!("{}{narrow}", space(before.ends_with(is_in_word))),
        '．' => narrow.to_owned(),
        _ => format!("{narrow}{}", space(after.starts_with(|c| is_in_word(c) || opens(c)))),
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

/// Whether token `at` is a mark right behind another, of which only one can be meant: `।.`, `,,`, `,।`. Two dandas end a
/// verse; behind a verb or a long sentence, in a paragraph without other ones, they are a slip.
fn is_second_mark(view: &BlockView<'_>, at: usize, mark: char) -> bool {
    let tokens = &view.block.tokens;
    let TokenKind::Mark(before) = tokens[at - 1].kind else { return false };
    let is_third =
        tokens.get(at + 1).is_some_and(|next| matches!(next.kind, TokenKind::Mark(',' | '.' | DANDA)));
    let follows_word = at >= 2 && tokens[at - 2].is_devanagari() && view.is_glued(at - 1);
    let is_short = |span: Span| span.of(view.block.text()).chars().count() <= 1;
    let gap = Span { start: tokens[at - 1].span.end, end: tokens[at].span.start };
    if !follows_word || is_third || !is_short(gap) || !is_blank(gap.of(view.block.text())) {
        return false;
    }
    match (before, mark) {
        (',', ',' | DANDA) | (DANDA, ',') => true,
        (DANDA, '.') => true,
        ('.', DANDA) => ends_sentence(view, at - 2),
        (DANDA, DANDA) => ends_sentence(view, at - 2) && !has_other_verse_end(view, at),
        _ => false,
    }
}

/// Whether the word at token `at` is a verb, or has more words before it than a verse.
fn ends_sentence(view: &BlockView<'_>, at: usize) -> bool {
    let sentence = view.sentence(at).start.min(at)..at;
    let words = view.block.tokens[sentence].iter().filter(|token| token.is_word());
    is_verb_at_end(view, at) || words.take(VERSE_WORDS).count() == VERSE_WORDS
}

/// Whether a block has a double danda besides the one that ends with token `at`.
fn has_other_verse_end(view: &BlockView<'_>, at: usize) -> bool {
    let tokens = &view.block.tokens;
    let is_end = |other: usize| {
        tokens[other].is_mark('॥') || (tokens[other].is_mark(DANDA) && tokens[other - 1].is_mark(DANDA))
    };
    // Enough of them are looked at to know
    (1..tokens.len()).filter(|&other| is_end(other)).take(2).any(|other| other != at)
}

/// Which of two marks is meant, where that is plain.
fn one_mark(written: &str) -> Option<String> {
    let marks: Vec<char> = written.chars().filter(|c| !c.is_whitespace()).collect();
    match marks[..] {
        [a, b] if a == b => Some(a.to_string()),
        [DANDA, '.'] | ['.', DANDA] => Some(DANDA.to_string()),
        _ => None,
    }
}

/// The mark that Hindi has for a full-width one.
fn narrow(mark: char) -> Option<&'static str> {
    Some(match mark {
        '，' | '、' => ",",
        '。' | '｡' => "।",
        '．' => ".",
        '：' => ":",
        '；' => ";",
        '？' => "?",
        '！' => "!",
        '（' => "(",
        '）' => ")",
        _ => return None,
    })
}

/// Whether a word of Hindi touches token `at`, or stands beside the bracket at that token.
fn touches_hindi(view: &BlockView<'_>, at: usize) -> bool {
    let tokens = &view.block.tokens;
    let is_bracket = tokens[at].is_mark('（') || tokens[at].is_mark('）');
    let before = tokens[at - 1].is_devanagari() && (is_bracket || view.is_glued(at));
    let after = tokens.get(at + 1).is_some_and(|token| token.is_devanagari());
    before || (after && (is_bracket || view.is_glued(at + 1)))
}

/// Whether token `at` is a colon behind a word and before what is told: no ratio, no hour, no visarga.
fn is_colon_of_text(view: &BlockView<'_>, at: usize) -> bool {
    let tokens = &view.block.tokens;
    let gap = Span { start: tokens[at - 1].span.end, end: tokens[at].span.start }.of(view.block.text());
    let is_near = matches!(gap, "" | " " | "\u{A0}");
    tokens[at - 1].is_devanagari() && is_near && tokens.get(at + 1).is_some() && !view.is_glued(at + 1)
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
                format!("“{mark}” से पहले स्पेस है, हटाएँ।"),
                format!("there is a space before “{mark}”; remove it"),
            ),
            Message::new("स्पेस हटाएँ", "remove the space"),
        ),
        Fault::After(mark) => (
            Message::new(
                format!("“{mark}” के बाद स्पेस छूट गया है।"),
                format!("a space is missing after “{mark}”"),
            ),
            Message::new("स्पेस जोड़ें", "add a space"),
        ),
        Fault::BeforeBracket => (
            Message::new("“(” से पहले स्पेस छूट गया है।", "a space is missing before “(”"),
            Message::new("स्पेस जोड़ें", "add a space"),
        ),
        Fault::Double => (
            Message::new("शब्दों के बीच एक से ज़्यादा स्पेस हैं।", "there is more than one space between the words"),
            Message::new("एक ही स्पेस रखें", "keep one space"),
        ),
        Fault::TwoMarks(mark) => (
            Message::new(
                format!("“{mark}” से ठीक पहले एक और विराम चिह्न है: एक ही रखें।"),
                format!("there is another mark right before “{mark}”; keep one"),
            ),
            Message::new("एक ही चिह्न रखें", "keep one mark"),
        ),
        Fault::Wide(mark) => {
            let narrow = narrow(mark).unwrap_or_default();
            (
                Message::new(
                    format!("“{mark}” चीनी-जापानी का चौड़ा चिह्न है: “{narrow}” लगाएँ।"),
                    format!("“{mark}” is a full-width mark; write “{narrow}”"),
                ),
                Message::new(format!("“{narrow}” लगाएँ"), format!("write “{narrow}”")),
            )
        }
    };
    let (message, title) = match alike.len() {
        1 => (message, title),
        count => (
            Message::new(
                format!("{} इस ख़बर में ऐसा {count} बार है।", message.hi),
                format!("{} ({count} times in this article)", message.en),
            ),
            Message::new(format!("सब जगह {}", title.hi), format!("{} everywhere", title.en)),
        ),
    };
    let mut finding = Finding::new(CODE, first.place, message);
    let fixable = alike.iter().filter(|slip| !slip.mended.is_empty());
    let edits: Vec<_> = fixable.map(|slip| (slip.place, slip.mended.clone())).collect();
    if !edits.is_empty() {
        let applicability = Applicability::safe_if(!matches!(first.fault, Fault::TwoMarks(_)));
        finding.fixes.push(Fix { title, applicability, edits: edits.into() });
    }
    finding
}
