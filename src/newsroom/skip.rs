//! What a newsroom does not want read: its regular expressions, compiled under one bound and matched under another.

use std::ops::Range;

use regex::{Regex, RegexBuilder, RegexSetBuilder};

use super::Message;
use super::regex_work::waits_for;
use crate::text::boundary::ceil_char_boundary;

/// Maximum number of expressions.
const MAX_EXPRESSIONS: usize = 100;

/// Maximum size in bytes of all expressions once they are compiled. Few come to a hundredth of it.
const MAX_SIZE: usize = 1 << 21;

/// Maximum size of an expression's tables while it looks.
const MAX_TABLE: usize = 1 << 18;

/// Maximum length in bytes of a match: what is longer may not be found.
const MAX_LENGTH: usize = 16 << 10;

/// Maximum number of matches in an article, of all expressions together. What follows is read.
const MAX_MATCHES: usize = 20_000;

/// Maximum work on an article, of all expressions together, in bytes times characters that an expression may wait for.
/// What follows is read. It is more than ten expressions of ten characters do to three megabytes.
const MAX_WORK: u64 = 300_000_000;

/// The expressions of a newsroom.
#[derive(Clone, Debug, Default)]
pub struct Skip(Vec<Expression>);

#[derive(Clone, Debug)]
struct Expression {
    regex: Regex,
    /// How many characters it may wait for at once, see [`waits_for`].
    waits_for: u64,
}

impl Skip {
    /// Compiles expressions.
    ///
    /// # Errors
    /// The number of the expression that cannot be used, and why.
    pub fn compile<'a>(expressions: impl IntoIterator<Item = &'a str>) -> Result<Skip, (usize, Message)> {
        let expressions: Vec<&str> = expressions.into_iter().collect();
        if expressions.len() > MAX_EXPRESSIONS {
            let message = Message::new(
                format!("{MAX_EXPRESSIONS} से ज़्यादा regex हैं; कुछ हटा दें"),
                format!("there are more than {MAX_EXPRESSIONS} expressions"),
            );
            return Err((MAX_EXPRESSIONS, message));
        }
        let mut compiled = Vec::new();
        for (number, expression) in expressions.iter().enumerate() {
            let regex = RegexBuilder::new(expression).size_limit(MAX_SIZE).dfa_size_limit(MAX_TABLE).build();
            let regex = regex.map_err(|error| (number, reason(&error)))?;
            let waits_for = regex_syntax::parse(expression).map_or(u64::MAX, |parsed| waits_for(&parsed));
            compiled.push(Expression { regex, waits_for });
        }
        if let Err(error) = RegexSetBuilder::new(&expressions).size_limit(MAX_SIZE).build() {
            return Err((expressions.len() - 1, reason(&error)));
        }
        Ok(Skip(compiled))
    }

    /// What is not to be read of a document, in no order: spans may overlap.
    pub fn spans(&self, document: &str) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let (mut left, mut work) = (MAX_MATCHES, MAX_WORK);
        for Expression { regex, waits_for } in &self.0 {
            let mut at = 0;
            while left > 0 && work > 0 && at < document.len() {
                // A bound on how far an expression looks for the end of what it has begun
                let end = ceil_char_boundary(document, at + 2 * MAX_LENGTH);
                let before = at;
                match regex.find_at(&document[..end], at).map(|found| found.range()) {
                    Some(place) if !place.is_empty() => {
                        at = place.end;
                        left -= 1;
                        found.push(place);
                    }
                    Some(nothing) => {
                        at = ceil_char_boundary(document, nothing.end + 1);
                        left -= 1;
                    }
                    None if end == document.len() => break,
                    None => at = ceil_char_boundary(document, at + MAX_LENGTH),
                }
                work = work.saturating_sub(waits_for.saturating_mul((at - before) as u64));
            }
        }
        found
    }
}

/// The last line of what the compiler says: the ones before it show the expression.
fn reason(error: &regex::Error) -> Message {
    match error {
        regex::Error::CompiledTooBig(_) => Message::new(
            "सब regex मिलकर बहुत बड़े हैं; गिनतियाँ {…} घटाएँ",
            "all expressions together are too big; make the counts in {…} smaller",
        ),
        _ => {
            let said = error.to_string();
            let en = said.lines().last().unwrap_or_default().trim();
            Message::new(format!("यह regex नहीं पढ़ा जा सका: {en}"), en)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn skipped(expressions: &[&str], text: &str) -> Vec<String> {
        let spans = Skip::compile(expressions.iter().copied()).unwrap().spans(text);
        spans.into_iter().map(|span| text[span].to_owned()).collect()
    }

    #[test]
    fn what_an_expression_matches_is_found_wherever_it_stands() {
        let far = "यह ".repeat(MAX_LENGTH);
        let text = format!("[[क]] और {far}[[ख\nग]]{far} [[घ]]");
        assert_eq!(skipped(&[r"(?s)\[\[.*?\]\]"], &text), ["[[क]]", "[[ख\nग]]", "[[घ]]"]);
        assert_eq!(skipped(&["x*", "^और"], "और xx"), ["xx", "और"]);
    }

    #[test]
    fn what_would_take_too_much_is_refused() {
        let compile = |expressions: &[&str]| Skip::compile(expressions.iter().copied()).map_err(|(at, _)| at);
        assert!(matches!(compile(&["क", r"\w{1000}{100}"]), Err(1)));
        assert!(matches!(compile(&["("]), Err(0)));
        let half = [r"\w{40}"; 100];
        assert!(compile(&half[..1]).is_ok());
        assert!(matches!(compile(&half), Err(99)), "all together");
        assert!(matches!(compile(&["क"; MAX_EXPRESSIONS + 1]), Err(MAX_EXPRESSIONS)));
        assert!(compile(&["क"; MAX_EXPRESSIONS]).is_ok());
    }

    #[test]
    fn an_expression_that_matches_everywhere_has_an_end() {
        let text = "क".repeat(2 * MAX_MATCHES);
        assert_eq!(skipped(&["ग|क"], &text).len(), MAX_MATCHES);
    }

    #[test]
    fn expressions_that_wait_for_much_look_less_far() {
        let waits = |expression| waits_for(&regex_syntax::parse(expression).unwrap());
        assert_eq!([r"(?s)\[\[.*?\]\]", r"\bRT\b", "[ab]*a[ab]{500}"].map(waits), [5, 4, 502]);
        let text = "ab".repeat(600_000) + "xyz";
        assert_eq!(skipped(&["[yz]+", "ab.?z"], &text), ["yz"]);
        assert_eq!(skipped(&["[ab]*c[ab]{500}", "[yz]+"], &text), [""; 0], "nothing is left for the second");
    }
}
