//! What is wrong: one file per rule, in a folder per family.
//!
//! A rule is a function from a [`Reading`] to [`Finding`]s. The comment at the head of its file is its
//! public documentation, in Hindi and in English; `vartani explain` prints it. A rule knows nothing of
//! severities, files or editors.

mod actor;
mod contrast;
mod damaged_words;
mod date;
mod digit_groups;
mod edits;
mod facts;
mod finding;
mod finite_verbs;
mod flaw;
pub(crate) mod habits;
mod joined_names;
mod latin_nouns;
mod legacy_font;
mod mixed_style;
mod quotation_faults;
mod quotation_kinds;
mod quoted_titles;
mod spelling;
mod stray_characters;
mod style;
mod text;
mod title_claim;
mod unknown_office;
mod visarga_and_colon;

use std::cmp::Ordering;

pub use crate::newsroom::Message;
pub use crate::text::Place;
pub(crate) use contrast::Contrasts;
pub use edits::Edits;
pub use facts::{About, Fact, Says};
pub use finding::{Applicability, Finding, Fix, MAX_RELATED, Related};
pub use spelling::across;
pub use spelling::inconsistent::why_kept;
pub(crate) use spelling::orthography;
pub use text::{ignore, unused_ignore};
pub use title_claim::UnknownOffice;
pub use unknown_office::{offices_in_words, unknown_offices};

use crate::newsroom::{KnownRules, Locale, Severity};
use crate::reading::{Reading, Variants};

/// What a rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// People, places and organisations.
    Actor,
    /// Days, months, years and hours.
    Date,
    /// How words and names are spelt.
    Spelling,
    /// What the newsroom itself looks for.
    Style,
    /// Marks, digits and blanks.
    Text,
}

/// One rule.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Its code: family, slash, name.
    pub code: &'static str,
    /// Its severity, unless the newsroom decides otherwise; `None` for a rule that is off by itself.
    pub severity: Option<Severity>,
    /// Looks for it.
    pub check: Check,
    /// The comment at the head of its file.
    doc: &'static str,
}

/// How a rule looks. The less it can look at, the less often it is asked: at every keystroke only about
/// what is new in the article.
#[derive(Clone, Copy, Debug)]
pub enum Check {
    /// What is found in a block depends on nothing outside it, except for who ([`Reading::mentions_in`]) and
    /// when ([`Reading::times_in`], the dateline) is meant.
    Block(fn(&Reading<'_>, usize, &mut Vec<Finding>)),
    /// What is found in the spellings of a name depends on nothing but them.
    Variants(fn(&Variants, &mut Vec<Finding>)),
    /// What is found depends on facts that are gathered in each block, like a [`Check::Block`], and then
    /// judged together with all others about the same thing, in the order of the article.
    Facts(fn(&Reading<'_>, usize, &mut Vec<Fact>), fn(&Reading<'_>, &[Fact], &mut Vec<Finding>)),
    /// What is found in one place may depend on any other. Asked at every keystroke.
    Article(fn(&Reading<'_>, &mut Vec<Finding>)),
    /// Found by the floor above: what is wrong is not in what the article says by itself.
    Elsewhere,
}

// `static DOCS: &[(&str, &str)]`: for each rule file its code and its comment, collected by build.rs.
include!(concat!(env!("OUT_DIR"), "/rule_docs.rs"));

/// So similar, from 0 to 1, must be what was written and the name of a rule, for the rule to be meant.
const NEAR: f64 = 0.8;

/// The codes of all rules, for a configuration that names some.
pub struct Codes;

impl KnownRules for Codes {
    fn knows(&self, code: &str) -> bool {
        Rule::find(code).is_some()
    }

    fn nearest(&self, code: &str) -> Option<&str> {
        Rule::nearest(code).map(|rule| rule.code)
    }
}

/// The code of the rule that marks what is right.
pub const VERIFIED: &str = "actor/verified";

/// The code of the rule that looks for the newsroom's own patterns, each of which has a code of its own.
pub const PATTERN: &str = style::pattern::CODE;

/// All rules, by family and name.
pub static RULES: &[Rule] = &[
    rule("actor/age", Some(Severity::Warning), Check::Block(actor::age::check)),
    rule("actor/first-mention", Some(Severity::Hint), Check::Article(actor::first_mention::check)),
    rule(
        "actor/name-form",
        Some(Severity::Hint),
        Check::Facts(actor::name_form::gather, actor::name_form::judge),
    ),
    rule("actor/title", Some(Severity::Warning), Check::Block(actor::title::check)),
    rule(VERIFIED, None, Check::Block(actor::verified::check)),
    rule("date/contradiction", Some(Severity::Warning), Check::Article(date::contradiction::check)),
    rule("date/duration", Some(Severity::Warning), Check::Block(date::duration::check)),
    rule("date/fiscal-year", Some(Severity::Warning), Check::Block(date::fiscal_year::check)),
    rule("date/form", Some(Severity::Information), Check::Facts(date::form::gather, date::form::judge)),
    rule("date/impossible", Some(Severity::Error), Check::Block(date::impossible::check)),
    rule("date/observance", Some(Severity::Warning), Check::Block(date::observance::check)),
    rule("date/range", Some(Severity::Warning), Check::Block(date::range::check)),
    rule("date/relative", None, Check::Block(date::relative::check)),
    rule("date/tense", Some(Severity::Warning), Check::Block(date::tense::check)),
    rule("date/time", Some(Severity::Error), Check::Block(date::time::check)),
    rule("date/weekday", Some(Severity::Warning), Check::Block(date::weekday::check)),
    rule("spelling/across", None, Check::Elsewhere),
    rule(
        "spelling/compound",
        Some(Severity::Information),
        Check::Facts(spelling::compound::gather, spelling::compound::judge),
    ),
    rule("spelling/confused", Some(Severity::Warning), Check::Block(spelling::confused::check)),
    rule(
        "spelling/encoding",
        Some(Severity::Warning),
        Check::Facts(spelling::encoding::gather, spelling::encoding::judge),
    ),
    rule("spelling/house", Some(Severity::Warning), Check::Article(spelling::house::check)),
    rule("spelling/inconsistent", Some(Severity::Warning), Check::Variants(spelling::inconsistent::check)),
    rule("spelling/latin", Some(Severity::Information), Check::Article(spelling::latin::check)),
    rule("spelling/misspelling", Some(Severity::Warning), Check::Block(spelling::misspelling::check)),
    rule(
        "spelling/orthography",
        Some(Severity::Information),
        Check::Facts(spelling::orthography::gather, spelling::orthography::judge),
    ),
    rule(PATTERN, Some(Severity::Information), Check::Block(style::pattern::check)),
    rule("text/danda", Some(Severity::Information), Check::Facts(text::danda::gather, text::danda::judge)),
    rule("text/digits", Some(Severity::Information), Check::Facts(text::digits::gather, text::digits::judge)),
    rule("text/ignore", Some(Severity::Warning), Check::Elsewhere),
    rule("text/quotes", Some(Severity::Warning), Check::Facts(text::quotes::gather, text::quotes::judge)),
    rule("text/repeated-word", Some(Severity::Warning), Check::Block(text::repeated_word::check)),
    rule("text/spacing", Some(Severity::Hint), Check::Facts(text::spacing::gather, text::spacing::judge)),
    rule(unused_ignore::CODE, None, Check::Elsewhere),
];

const fn rule(code: &'static str, severity: Option<Severity>, check: Check) -> Rule {
    Rule { code, severity, check, doc: doc_of(code) }
}

/// The documentation of a rule; a rule without one does not compile.
const fn doc_of(code: &str) -> &'static str {
    let mut at = 0;
    while at < DOCS.len() {
        if same(DOCS[at].0, code) {
            return DOCS[at].1;
        }
        at += 1;
    }
    panic!("the file of the rule has no documentation")
}

const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut at = 0;
    while at < a.len() && at < b.len() && a[at] == b[at] {
        at += 1;
    }
    at == a.len() && at == b.len()
}

impl Rule {
    /// What it is about: what stands before the slash of its code.
    pub fn family(&self) -> Family {
        match self.code.split_once('/').map_or("", |(family, _)| family) {
            "actor" => Family::Actor,
            "date" => Family::Date,
            "spelling" => Family::Spelling,
            "style" => Family::Style,
            _ => Family::Text,
        }
    }

    /// Whether a rule is about how words are spelt.
    pub fn is_spelling(code: &str) -> bool {
        Rule::find(code).is_some_and(|rule| rule.family() == Family::Spelling)
    }

    /// Whether a word that the user's dictionary has is left alone by a rule. What the newsroom has decided outlives a
    /// dictionary; that a word is right says nothing of its letters, nor of whether it is the one that is meant.
    pub fn heeds_dictionary(code: &str) -> bool {
        let outlives = [spelling::house::CODE, spelling::confused::CODE, spelling::encoding::CODE];
        Rule::is_spelling(code) && !outlives.contains(&code)
    }

    /// The rule with this code.
    pub fn find(code: &str) -> Option<&'static Rule> {
        RULES.iter().find(|rule| rule.code == code)
    }

    /// The rule that was probably meant by a code that there is not. The family before the stroke is often left out or
    /// mistaken for another, so the name decides.
    pub fn nearest(code: &str) -> Option<&'static Rule> {
        let name = |code: &str| code.rsplit('/').next().unwrap_or_default().to_owned();
        let code = code.trim().to_lowercase();
        // A family alone means all of its rules
        if RULES.iter().any(|rule| rule.code.split_once('/').is_some_and(|(family, _)| family == code)) {
            return None;
        }
        let likeness = |rule: &Rule| {
            (strsim::jaro_winkler(&name(&code), &name(rule.code)), strsim::jaro_winkler(&code, rule.code))
        };
        let all = RULES.iter().map(|rule| (likeness(rule), rule));
        let near = all.filter(|((by_name, _), _)| *by_name >= NEAR);
        near.max_by(|(a, _), (b, _)| a.partial_cmp(b).unwrap_or(Ordering::Equal)).map(|(_, rule)| rule)
    }

    /// Its documentation in one language: a line that says what is wrong, then Markdown.
    pub fn documentation(&self, locale: Locale) -> &'static str {
        let (hi, en) = self.doc.split_once("\n---\n").unwrap_or((self.doc, self.doc));
        match locale {
            Locale::Hi => hi.trim(),
            Locale::En => en.trim(),
        }
    }

    /// What the rule looks for, in one line.
    pub fn summary(&self, locale: Locale) -> &'static str {
        self.documentation(locale).lines().next().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_is_documented_in_both_languages() {
        for rule in RULES {
            for (locale, parts) in [
                (Locale::Hi, ["## क्यों", "## उदाहरण", "## क्या करें"]),
                (Locale::En, ["## Why", "## Example", "## What to do"]),
            ] {
                let doc = rule.documentation(locale);
                for part in parts {
                    assert!(doc.contains(part), "{} lacks {part} in {locale:?}", rule.code);
                }
                assert!(
                    rule.summary(locale).chars().count() < 110,
                    "{}: the first line is a summary",
                    rule.code
                );
            }
        }
        assert!(RULES.is_sorted_by_key(|rule| rule.code));
        assert_eq!(RULES.len(), DOCS.len(), "every file of a rule is in the table");
    }
}
