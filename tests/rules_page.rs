//! `docs/rules.md` is made from the comments at the head of the rules, and is as new as they are.
//!
//! After a change of a rule: `UPDATE_EXPECT=1 cargo test --test rules_page`.

use std::fmt::Write as _;

use expect_test::expect_file;
use vartani::newsroom::{Locale, Severity};
use vartani::rules::RULES;

#[test]
fn the_page_of_the_rules_is_current() {
    expect_file!["../docs/rules.md"].assert_eq(&page());
}

fn page() -> String {
    let mut page = "# नियम · Rules

<!-- Made from src/rules/ by `UPDATE_EXPECT=1 cargo test --test rules_page`. Do not edit. -->

यही पन्ने `vartani explain नियम` और एडिटर में निशान का लिंक दिखाते हैं। दर्जा vartani.toml के `[rules]` में बदला जा सकता है।

`vartani explain RULE` and the link of a mark in an editor show the same pages. `[rules]` in vartani.toml changes a severity.

| नियम · rule | दर्जा · severity | क्या जाँचता है · what it checks |
| --- | --- | --- |
"
    .to_owned();
    for rule in RULES {
        let (hi, en) = severity(rule.severity);
        let anchor = rule.code.replace('/', "");
        let summary = (rule.summary(Locale::Hi), rule.summary(Locale::En));
        let _ =
            writeln!(page, "| [`{}`](#{anchor}) | {hi} · {en} | {} {} |", rule.code, summary.0, summary.1);
    }
    for rule in RULES {
        let _ = write!(page, "\n## {}\n", rule.code);
        for locale in [Locale::Hi, Locale::En] {
            // Its headings stand one level below that of the rule
            let _ = writeln!(page, "\n{}", rule.documentation(locale).replace("## ", "### "));
        }
    }
    page
}

fn severity(severity: Option<Severity>) -> (&'static str, &'static str) {
    match severity {
        Some(Severity::Error) => ("ग़लती", "error"),
        Some(Severity::Warning) => ("चेतावनी", "warning"),
        Some(Severity::Information) => ("सूचना", "information"),
        Some(Severity::Hint) => ("संकेत", "hint"),
        None => ("बंद", "off"),
    }
}
