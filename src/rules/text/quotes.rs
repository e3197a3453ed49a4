//! उद्धरण चिह्न ग़लत शब्द से चिपका है।
//!
//! ## क्यों
//! बंद करने वाला चिह्न पिछले शब्द से सटता है और उसके बाद जगह आती है; खोलने वाला अगले शब्द से सटता है। उलटा होने पर पंक्ति
//! टूटते समय चिह्न अपने उद्धरण से अलग जा पड़ता है, और पाठक को लगता है कि उद्धरण अब शुरू हुआ।
//!
//! ## उदाहरण
//! - ✗ “हम तैयार हैं, **”मंत्री** ने कहा।
//! - ✓ “हम तैयार हैं,**” मंत्री** ने कहा।
//!
//! ## क्या करें
//! सुझाया गया सुधार केवल ख़ाली जगह को चिह्न के दूसरी ओर ले जाता है; अर्थ नहीं बदलता।
//! ---
//! A quotation mark clings to the wrong word.
//!
//! ## Why
//! A closing mark stands right after the word before it, an opening one right before the word after it. The other way
//! round the mark breaks away from its quotation at the end of a line, and a reader takes it for the beginning of one.
//!
//! ## Example
//! - ✗ “हम तैयार हैं, **”मंत्री** ने कहा।
//! - ✓ “हम तैयार हैं,**” मंत्री** ने कहा।
//!
//! ## What to do
//! The fix only moves the space to the other side of the mark; the meaning stays.

use crate::reading::Reading;
use crate::rules::{Applicability, Finding, Message, Place};
use crate::text::{Span, TokenKind};

const CODE: &str = "text/quotes";

/// Marks curly quotation marks with the space on the wrong side.
pub(in crate::rules) fn check(reading: &Reading<'_>, block: usize, out: &mut Vec<Finding>) {
    let block_read = &reading.article.blocks[block];
    let text = block_read.text();
    for token in block_read.tokens.iter() {
        let TokenKind::Mark(mark @ ('“' | '”')) = token.kind else { continue };
        let at = token.span.start as usize;
        let (before, after) = (&text[..at], &text[token.span.end as usize..]);
        let wrong = match mark {
            '”' => spaced_end(before) && starts_word(after),
            _ => ends_word(before) && spaced_start(after),
        };
        // A paragraph that uses one sign for both sides is of another school
        if wrong && is_paired(text, at, mark) {
            out.push(finding(block, text, at, mark));
        }
    }
}

/// Whether the other sign of the pair stands where it should: an opening one before ”, a closing one after “.
fn is_paired(text: &str, at: usize, mark: char) -> bool {
    match mark {
        '”' => text[..at].rfind(['“', '”']).is_some_and(|i| text[i..].starts_with('“')),
        _ => text[at + mark.len_utf8()..]
            .find(['“', '”'])
            .is_some_and(|i| text[at + mark.len_utf8() + i..].starts_with('”')),
    }
}

fn finding(block: usize, text: &str, at: usize, mark: char) -> Finding {
    let end = at + mark.len_utf8();
    let gap_before = at - text[..at].trim_end().len();
    let gap_after = text[end..].len() - text[end..].trim_start().len();
    let span = Span::new(at - gap_before, end + gap_after);
    let (message, mended) = match mark {
        '”' => (
            Message::new(
                "बंद करने वाला उद्धरण चिह्न पिछले शब्द से अलग और अगले से चिपका है। चिह्न के पहले की जगह उसके बाद रखें।",
                "the closing quotation mark stands apart from its quotation and clings to the next word; move the space behind it",
            ),
            "” ",
        ),
        _ => (
            Message::new(
                "खोलने वाला उद्धरण चिह्न पिछले शब्द से चिपका है। चिह्न के बाद की जगह उसके पहले रखें।",
                "the opening quotation mark clings to the word before it; move the space before it",
            ),
            " “",
        ),
    };
    let mut finding =
        Finding::new(CODE, Place { block, span }, message).replace_with(mended, Applicability::Safe);
    finding.fixes[0].title =
        Message::new("जगह चिह्न के दूसरी ओर रखें", "move the space to the other side of the mark");
    finding
}

fn spaced_end(before: &str) -> bool {
    before.ends_with(char::is_whitespace) && !before.trim_end().is_empty()
}

fn spaced_start(after: &str) -> bool {
    after.starts_with(char::is_whitespace) && !after.trim_start().is_empty()
}

fn starts_word(after: &str) -> bool {
    after.chars().next().is_some_and(char::is_alphanumeric)
}

fn ends_word(before: &str) -> bool {
    before.chars().next_back().is_some_and(|c| c.is_alphanumeric() || crate::text::letters::is_devanagari(c))
}
