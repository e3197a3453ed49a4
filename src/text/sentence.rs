//! Where a sentence ends.

use std::ops::Range;

use super::letters::DANDA;
use super::{Token, TokenKind, aksharas};

/// Short words that take a full stop without ending a sentence: titles and names' initials spelt out.
const ABBREVIATIONS: &[&str] = &[
    "डॉ",
    "डा",
    "प्रो",
    "श्री",
    "पं",
    "मो",
    "मोहम्मद",
    "कु",
    "सुश्री",
    "इंजी",
    "ले",
    "लेफ्टि",
    "कै",
    "सं",
    "पृ",
    "रु",
    "रू",
    "ई",
    "वि",
    "Dr",
    "Mr",
    "Mrs",
    "Ms",
    "Prof",
    "St",
    "vs",
    "No",
];

/// Maximum number of tokens of a sentence: what does not end within them is cut there, so that looking through the
/// sentence of a word has a bound.
const MAX_TOKENS: usize = 500;

/// The sentences of a block, as ranges of `tokens`. They cover all tokens, without gaps.
///
/// A sentence ends after `।`, `?`, `!` or `॥`, or after a full stop that is no part of an abbreviation,
/// initials or a number; closing quotation marks and brackets belong to the sentence they close.
pub fn sentences(text: &str, tokens: &[Token]) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while at < tokens.len() {
        let end = at + 1;
        if ends_sentence(text, tokens, at) {
            let mut end = end;
            while end < tokens.len() && closes(tokens, end) {
                end += 1;
            }
            out.push(start..end);
            start = end;
            at = end;
        } else {
            if end - start == MAX_TOKENS {
                out.push(start..end);
                start = end;
            }
            at = end;
        }
    }
    if start < tokens.len() {
        out.push(start..tokens.len());
    }
    out
}

fn closes(tokens: &[Token], at: usize) -> bool {
    let glued = tokens[at - 1].span.end == tokens[at].span.start;
    let again = matches!(tokens[at].kind, TokenKind::Mark(DANDA | '?' | '!' | '॥' | '.'));
    again || (glued && matches!(tokens[at].kind, TokenKind::Mark('”' | '’' | '"' | '\'' | ')' | ']' | '»')))
}

fn ends_sentence(text: &str, tokens: &[Token], at: usize) -> bool {
    match tokens[at].kind {
        TokenKind::Mark(DANDA | '?' | '!' | '॥') => true,
        TokenKind::Mark('.') => full_stop_ends(text, tokens, at),
        _ => false,
    }
}

fn full_stop_ends(text: &str, tokens: &[Token], at: usize) -> bool {
    let stop = tokens[at].span;
    let next_glued = tokens.get(at + 1).is_some_and(|next| next.span.start == stop.end);
    if next_glued && !closes(tokens, at + 1) {
        return false;
    }
    let Some(before) = at.checked_sub(1).map(|i| tokens[i]) else {
        return true;
    };
    match before.kind {
        TokenKind::Word(_) if before.span.end == stop.start => {
            let word = before.span.of(text);
            !(is_initial(word) || ABBREVIATIONS.contains(&word))
        }
        // `1. पहला`: a number at the start of the block is the number of a list
        TokenKind::Number => at > 1,
        _ => true,
    }
}

/// One letter by its English name (ए, बी, जे, एम …) or one Latin capital.
fn is_initial(word: &str) -> bool {
    const LETTERS: &[&str] = &[
        "ए",
        "बी",
        "सी",
        "डी",
        "ई",
        "एफ",
        "एफ़",
        "जी",
        "एच",
        "आई",
        "जे",
        "के",
        "एल",
        "एम",
        "एन",
        "ओ",
        "पी",
        "क्यू",
        "आर",
        "एस",
        "टी",
        "यू",
        "वी",
        "डब्ल्यू",
        "डब्लू",
        "एक्स",
        "वाई",
        "जेड",
        "ज़ेड",
    ];
    LETTERS.contains(&word) || (word.len() == 1 && word.is_ascii()) || is_bare_consonant(word)
}

fn is_bare_consonant(word: &str) -> bool {
    let mut clusters = aksharas(word);
    let only = clusters.next();
    clusters.next().is_none() && only.is_some_and(|a| a.chars().count() == 1 && !matches!(a, "न" | "व"))
}

#[cfg(test)]
mod tests {
    use super::super::tokens;
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        let tokens = tokens(text);
        sentences(text, &tokens)
            .into_iter()
            .map(|s| &text[tokens[s.start].span.start as usize..tokens[s.end - 1].span.end as usize])
            .collect()
    }

    #[test]
    fn danda_and_full_stop_end_sentences() {
        assert_eq!(split("वे आए। वे गए. क्या सच? हाँ!"), ["वे आए।", "वे गए.", "क्या सच?", "हाँ!"]);
    }

    #[test]
    fn abbreviations_and_initials_do_not() {
        let text = "डॉ. ए.पी.जे. अब्दुल कलाम और डा. सिंह आए। 3.5 प्रतिशत बढ़ा।";
        assert_eq!(split(text), ["डॉ. ए.पी.जे. अब्दुल कलाम और डा. सिंह आए।", "3.5 प्रतिशत बढ़ा।"]);
    }

    #[test]
    fn what_never_ends_is_cut() {
        let text = "और ".repeat(2 * MAX_TOKENS + 1);
        let tokens = tokens(&text);
        assert_eq!(sentences(&text, &tokens), [0..MAX_TOKENS, MAX_TOKENS..2 * MAX_TOKENS, 1000..1001]);
    }

    #[test]
    fn a_closing_quotation_mark_stays_with_its_sentence() {
        assert_eq!(split("“हम आएंगे।” उन्होंने कहा।"), ["“हम आएंगे।”", "उन्होंने कहा।"]);
    }
}
