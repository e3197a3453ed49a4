//! What a newsroom does not want read: its regular expressions, compiled under one bound.

use std::ops::Range;

use regex::{Regex, RegexBuilder};

/// Maximum number of expressions.
const MAX_EXPRESSIONS: usize = 100;

/// Maximum size in bytes of an expression once it is compiled. Few come to a tenth of it.
const MAX_SIZE: usize = 1 << 20;

/// Maximum size of an expression's tables while it looks.
const MAX_TABLE: usize = 1 << 18;

/// Maximum length in bytes of a match: what is longer may not be found.
const MAX_LENGTH: usize = 16 << 10;

/// Maximum number of matches in an article, of all expressions together. What follows is read.
const MAX_MATCHES: usize = 20_000;

/// The expressions of a newsroom.
#[derive(Clone, Debug, Default)]
pub struct Skip(Vec<Regex>);

impl Skip {
    /// Compiles expressions.
    ///
    /// # Errors
    /// The number of the expression that cannot be used, and why.
    pub fn compile<'a>(expressions: impl IntoIterator<Item = &'a str>) -> Result<Skip, (usize, String)> {
        let mut compiled = Vec::new();
        for (number, expression) in expressions.into_iter().enumerate() {
            if number == MAX_EXPRESSIONS {
                return Err((number, format!("there are more than {MAX_EXPRESSIONS} expressions")));
            }
            let expression =
                RegexBuilder::new(expression).size_limit(MAX_SIZE).dfa_size_limit(MAX_TABLE).build();
            compiled.push(expression.map_err(|error| (number, reason(&error)))?);
        }
        Ok(Skip(compiled))
    }

    /// What is not to be read of a document, in no order: spans may overlap.
    pub fn spans(&self, document: &str) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut left = MAX_MATCHES;
        for expression in &self.0 {
            let mut at = 0;
            while left > 0 && at < document.len() {
                // A bound on how far an expression looks for the end of what it has begun
                let end = boundary(document, at + 2 * MAX_LENGTH);
                match expression.find_at(&document[..end], at).map(|found| found.range()) {
                    Some(place) if !place.is_empty() => {
                        at = place.end;
                        left -= 1;
                        found.push(place);
                    }
                    Some(nothing) => {
                        at = boundary(document, nothing.end + 1);
                        left -= 1;
                    }
                    None if end == document.len() => break,
                    None => at = boundary(document, at + MAX_LENGTH),
                }
            }
        }
        found
    }
}

/// The last line of what the compiler says: the ones before it show the expression.
fn reason(error: &regex::Error) -> String {
    error.to_string().lines().last().unwrap_or_default().trim().to_owned()
}

/// The first place at or behind byte `at` where a character begins, or the end.
fn boundary(text: &str, at: usize) -> usize {
    (at..text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len())
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
        assert!(matches!(compile(&["क"; MAX_EXPRESSIONS + 1]), Err(MAX_EXPRESSIONS)));
        assert!(compile(&["क"; MAX_EXPRESSIONS]).is_ok());
    }

    #[test]
    fn an_expression_that_matches_everywhere_has_an_end() {
        let text = "क".repeat(2 * MAX_MATCHES);
        assert_eq!(skipped(&["ग|क"], &text).len(), MAX_MATCHES);
    }
}
