//! A regular expression of a pattern, compiled under bounds.

use std::ops::Range;

use regex::{Regex, RegexBuilder};
use toml::Spanned;

use super::look::{Look, composed};
use crate::newsroom::Message;
use crate::newsroom::regex_work::waits_for;
use crate::text::Span;
use crate::text::normal::same_look;

/// Maximum length of an expression in bytes, as it is written.
const MAX_LENGTH: usize = 4 << 10;

/// Maximum size in bytes of an expression once it is compiled.
const MAX_SIZE: usize = 1 << 19;

/// Maximum size of its tables while it looks.
const MAX_TABLE: usize = 1 << 18;

/// Maximum depth of its groups.
const MAX_DEPTH: u32 = 50;

/// Maximum number of matches in one paragraph.
const MAX_MATCHES: usize = 1_000;

/// A compiled expression, and what it writes.
#[derive(Clone, Debug)]
pub struct Expression {
    regex: Regex,
    waits_for: u64,
    replacement: Option<String>,
    /// Whether the replacement names groups.
    has_groups: bool,
}

/// Why an expression cannot be used, and where, if that is not the expression itself.
type Refusal = (Option<Range<usize>>, Message);

impl Expression {
    /// Compiles an expression.
    ///
    /// # Errors
    /// What is wrong with it or with the groups in its replacement.
    pub fn compile(written: &str, replacement: Option<&Spanned<String>>) -> Result<Expression, Refusal> {
        if written.len() > MAX_LENGTH {
            return Err((None, too_big()));
        }
        let text = composed(written);
        let mut parser = regex_syntax::ParserBuilder::new();
        let parsed = parser.nest_limit(MAX_DEPTH).build().parse(&text).map_err(|error| {
            let said = error.to_string();
            let en = said.lines().last().unwrap_or_default().trim().trim_start_matches("error: ");
            (
                None,
                Message::new(
                    format!("यह regex नहीं पढ़ा जा सका: {en}"),
                    format!("not a regular expression: {en}"),
                ),
            )
        })?;
        if parsed.properties().minimum_len() == Some(0) {
            let message = Message::new(
                "यह regex ख़ाली पाठ पर भी लगता है; उसमें कोई अक्षर ज़रूरी बनाएँ",
                "this expression matches where nothing stands; have it match at least one character",
            );
            return Err((None, message));
        }
        let build = RegexBuilder::new(&text)
            .nest_limit(MAX_DEPTH)
            .size_limit(MAX_SIZE)
            .dfa_size_limit(MAX_TABLE)
            .build();
        let regex = build.map_err(|_| (None, too_big()))?;
        let has_groups = replacement.is_some_and(|text| text.get_ref().contains('$'));
        if let Some(group) = replacement.and_then(|text| unknown_group(text.get_ref(), &regex)) {
            let message = Message::new(
                format!("`replacement`: `regex` में समूह `{group}` नहीं है; $ ही छापना हो तो $$ लिखें"),
                format!("`replacement`: there is no group `{group}` in `regex`; write $$ for a $"),
            );
            return Err((replacement.map(Spanned::span), message));
        }
        let replacement = replacement.map(|text| text.get_ref().clone());
        Ok(Expression { regex, waits_for: waits_for(&parsed), replacement, has_groups })
    }

    /// How much work a text of so many bytes may be.
    pub fn work(&self, bytes: usize) -> u64 {
        self.waits_for.saturating_mul(bytes as u64)
    }

    /// What it matches in a paragraph, from left to right, and what would be written there.
    pub fn matches(&self, look: &Look<'_>) -> Vec<(Span, Option<String>)> {
        let Some(replacement) = &self.replacement else {
            let found = self.regex.find_iter(look.text()).take(MAX_MATCHES);
            return found.map(|found| (look.place(found.range()).span, None)).collect();
        };
        if !self.has_groups {
            let found = self.regex.find_iter(look.text()).take(MAX_MATCHES);
            return found.map(|found| whole(look, found.range(), replacement)).collect();
        }
        let found = self.regex.captures_iter(look.text()).take(MAX_MATCHES);
        let found = found.filter_map(|captures| {
            let mut wanted = String::new();
            captures.expand(replacement, &mut wanted);
            // What was taken from the text is written as keyboards type it
            Some(whole(look, captures.get(0)?.range(), &same_look(&wanted)))
        });
        found.collect()
    }
}

/// Where a match stands in its block, and what to write there: of words that are matched in part, with the other parts.
fn whole(look: &Look<'_>, found: Range<usize>, wanted: &str) -> (Span, Option<String>) {
    let place = look.place(found);
    (place.span, Some(format!("{}{wanted}{}", same_look(&place.before), same_look(&place.after))))
}

fn too_big() -> Message {
    Message::new(
        "यह regex बहुत बड़ा है; गिनतियाँ {…} घटाएँ, या शब्दों के लिए `words` लिखें",
        "this expression is too big; make the counts in {…} smaller, or write `words` for words",
    )
}

/// A group that a replacement names and an expression does not have.
fn unknown_group(replacement: &str, regex: &Regex) -> Option<String> {
    let mut rest = replacement;
    while let Some(at) = rest.find('$') {
        rest = &rest[at + 1..];
        if let Some(after) = rest.strip_prefix('$') {
            rest = after;
            continue;
        }
        let name = match rest.strip_prefix('{') {
            Some(inner) => inner.split('}').next().unwrap_or_default(),
            None => {
                let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(rest.len());
                &rest[..end]
            }
        };
        let is_known = match name.parse::<usize>() {
            Ok(number) => number < regex.captures_len(),
            Err(_) => regex.capture_names().flatten().any(|known| known == name),
        };
        if !is_known {
            return Some(name.to_owned());
        }
    }
    None
}
