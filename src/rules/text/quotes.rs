//! उद्धरण चिह्न बेमेल है, बंद या खुला नहीं है, या उसका स्पेस ग़लत ओर है।
//!
//! ## क्यों
//! एक चिह्न छूट जाए तो पाठक नहीं जानता कि किसकी बात कहाँ ख़त्म हुई। स्पेस ग़लत ओर हो तो पंक्ति टूटने पर चिह्न अपने उद्धरण से अलग
//! जा गिरता है।
//!
//! ## उदाहरण
//! - ✗ “हम तैयार हैं, **”मंत्री** ने कहा।
//! - ✓ “हम तैयार हैं,**” मंत्री** ने कहा।
//! - ✗ मंत्री ने कहा, **''** बैठक होगी।**"**
//! - ✗ **“** हम तैयार हैं, मंत्री ने कहा।
//! - ✓ ’80 के दशक में 6'2" लंबे खिलाड़ी ने ‘भारत रत्न’ पर कहा, “हम जीतेंगे।”
//!
//! ## क्या करें
//! स्पेस का सुधार केवल स्पेस को हटाता, जोड़ता या चिह्न के दूसरी ओर करता है। उद्धरण कई पैराग्राफ़ों का हो तो हर पैराग्राफ़ चिह्न से
//! खुले और आख़िरी बंद हो, या केवल पहला खुले। “ ” और " " एक ही ख़बर में हों तो जो ज़्यादा है, वही रखें; `vartani.toml` में
//! `[text] quotes = "curly"` या `"straight"` से तय करें।
//! ---
//! A quotation mark without its partner, with one of another kind, or with its space on the wrong side.
//!
//! ## Why
//! Where one mark is missing, a reader does not know whose words end where. With the space on the wrong side the mark breaks away
//! from its quotation at the end of a line.
//!
//! ## Example
//! - ✗ “हम तैयार हैं, **”मंत्री** ने कहा।
//! - ✓ “हम तैयार हैं,**” मंत्री** ने कहा।
//! - ✗ मंत्री ने कहा, **''** बैठक होगी।**"**
//! - ✗ **“** हम तैयार हैं, मंत्री ने कहा।
//! - ✓ ’80 के दशक में 6'2" लंबे खिलाड़ी ने ‘भारत रत्न’ पर कहा, “हम जीतेंगे।”
//!
//! ## What to do
//! The fix of a space only removes it, adds it or moves it to the other side of the mark. In a quotation of several paragraphs each
//! of them opens and the last one closes, or only the first opens. Where “ ” and " " are both used in an article, keep the kind that
//! it has more often, or decide with `[text] quotes = "curly"` or `"straight"` in `vartani.toml`.

use crate::newsroom::Quotes;
use crate::reading::Reading;
use crate::reading::quotation::{Form, Neighbour, Partner, QuotationMark, Side};
use crate::rules::quotation_kinds::{QuotationFault as Fault, QuotationStyle as Style};
use crate::rules::{About, Fact, Finding, Place, Says, quotation_faults};
use crate::text::{Block, Span};

/// The quotation marks of a block that are wrong, and the kinds of those that are right.
pub(in crate::rules) fn gather(reading: &Reading<'_>, block: usize, out: &mut Vec<Fact>) {
    let quotations = &reading.blocks[block].quotations;
    if quotations.marks.is_empty() {
        return;
    }
    let marks = reading.quotation_marks(block);
    let text = &reading.article.blocks[block];
    let mut say = |says: Says, span: Span| {
        out.push(Fact { about: About::Article, says, place: Place { block, span } });
    };
    for (mark, partner) in &marks {
        if matches!(mark.form, Form::Angled(_)) {
            continue;
        }
        let pair = match *partner {
            Partner::Mark(other) => Some(&marks[other].0),
            _ => None,
        };
        if let Some((fault, span)) = spacing(text, mark, partner) {
            say(Says::Quotation(fault), span);
        }
        match pair {
            None if *partner == Partner::Missing && is_of_hindi(text, mark) => {
                let fault = if mark.side == Side::Opens { Fault::NeverClosed } else { Fault::NeverOpened };
                say(Says::Quotation(fault), mark.span);
            }
            Some(other) => {
                let (open, close) = if mark.side == Side::Opens { (mark, other) } else { (other, mark) };
                if !open.form.fits(close.form) {
                    if mark.side == Side::Opens {
                        say(Says::Quotation(Fault::Mismatch), mark.span);
                    }
                } else if let Some(style) = Style::of_pair(mark.form, other.form) {
                    say(Says::QuotationStyle(style), mark.span);
                }
            }
            None => {}
        }
    }
}

/// Marks what is wrong, and what is of another kind than the rest.
pub(in crate::rules) fn judge(reading: &Reading<'_>, facts: &[Fact], out: &mut Vec<Finding>) {
    let house = match reading.newsroom.config.text.quotes {
        Quotes::Consistent => None,
        Quotes::Curly => Some(Style::Curly),
        Quotes::Straight => Some(Style::Straight),
    };
    quotation_faults::judge(reading, facts, house, out);
}

/// What is wrong with the spaces beside a mark, and the mark with them.
fn spacing(block: &Block, mark: &QuotationMark, partner: &Partner) -> Option<(Fault, Span)> {
    let text = block.text();
    let (before, after) = (&text[..mark.span.start as usize], &text[mark.span.end as usize..]);
    let blank = |c: char| matches!(c, ' ' | '\u{A0}');
    let start = before.trim_end_matches(blank).len();
    let end = text.len() - after.trim_start_matches(blank).len();
    // A line break is no space, and a single mark without a partner may be anything
    let is_apart = |span: &str| !span.is_empty();
    if !mark.form.is_double() && *partner == Partner::Missing {
        return None;
    }
    let (gap_before, gap_after) =
        (&text[start..mark.span.start as usize], &text[mark.span.end as usize..end]);
    let has_before = start > 0 && is_apart(gap_before) && !text[..start].ends_with('\n');
    let has_after = end < text.len() && is_apart(gap_after) && !text[end..].starts_with('\n');
    let (fault, start, end) = match mark.side {
        Side::Opens => {
            let clings = matches!(mark.left, Neighbour::Letter | Neighbour::Digit | Neighbour::End);
            match (clings, has_after) {
                (true, true) => (Fault::OpensBehind, mark.span.start as usize, end),
                (true, false) => (Fault::LacksBefore, mark.span.start as usize, mark.span.end as usize),
                (false, true) => (Fault::SpaceInsideOpen, mark.span.start as usize, end),
                (false, false) => return None,
            }
        }
        Side::Closes => {
            let clings = mark.right == Neighbour::Letter && starts_word(after);
            match (has_before, clings) {
                (true, true) => (Fault::ClosesAhead, start, mark.span.end as usize),
                (false, true) => (Fault::LacksAfter, mark.span.start as usize, mark.span.end as usize),
                (true, false) => (Fault::SpaceInsideClose, start, mark.span.end as usize),
                (false, false) => return None,
            }
        }
    };
    Some((fault, Span::new(start, end)))
}

/// Whether a text begins with a word, not with a sign or an address.
fn starts_word(text: &str) -> bool {
    text.chars().next().is_some_and(|c| c.is_alphabetic() && !crate::text::letters::is_matra(c))
}

/// Whether the word that a mark without a partner stands at is of Hindi: of other languages and of code we know too little.
fn is_of_hindi(block: &Block, mark: &QuotationMark) -> bool {
    let tokens = &block.tokens;
    let range = mark.tokens();
    match mark.side {
        Side::Opens => {
            let next = tokens[range.end..].iter().find(|token| token.is_word());
            next.is_some_and(|token| token.is_devanagari())
        }
        Side::Closes => {
            let last = tokens[..range.start].iter().rev().find(|token| token.is_word());
            last.is_some_and(|token| token.is_devanagari())
        }
    }
}
