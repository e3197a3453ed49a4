//! शब्द या वाक्यांश पर न्यूज़रूम का अपना नियम है।
//!
//! ## क्यों
//! हर अख़बार के कुछ नियम उसके अपने होते हैं। वे `vartani.toml` में एक बार लिखे जाते हैं, और निशान नियम का नाम बताता है: `style/NAME`।
//!
//! ## उदाहरण
//! `vartani.toml` में `[[pattern]]`, `name = "mritak"`, `words = ["मरने वाला"]`, `replacement = "मृतक"` हो तो
//! - ✗ **मरने वालों** की सूची जारी हुई।
//! - ✓ **मृतकों** की सूची जारी हुई।
//!
//! ## क्या करें
//! सुझाव मानें, या शब्द इसी तरह रहना हो तो `[[ignore]]` या टिप्पणी लिखें। नियम में `accepts` के वाक्य जोड़ने से वह उन पर फिर कभी नहीं लगता।
//! किसी एक नियम का दर्जा `[rules]` में `"style/NAME" = "off"` से बदलें। पूरा ब्योरा: docs/house-style.md।
//! ---
//! A word or phrase that a rule of the newsroom's own is about.
//!
//! ## Why
//! Every paper has rules of its own. They are written once, in `vartani.toml`, and a mark shows the name of its rule: `style/NAME`.
//!
//! ## Example
//! With `[[pattern]]`, `name = "mritak"`, `words = ["मरने वाला"]`, `replacement = "मृतक"` in `vartani.toml`:
//! - ✗ **मरने वालों** की सूची जारी हुई।
//! - ✓ **मृतकों** की सूची जारी हुई।
//!
//! ## What to do
//! Take the suggestion, or write `[[ignore]]` or a comment where the words are to stand. Sentences that are added under `accepts` in
//! the rule are never marked again. `"style/NAME" = "off"` under `[rules]` changes the severity of one of them. All about it:
//! docs/house-style.md.

use crate::newsroom::patterns::Match;
use crate::newsroom::{Level, Message, Pattern};
use crate::reading::Reading;
use crate::rules::{Applicability, Finding, Place};

pub const CODE: &str = "style/pattern";

/// Marks what the newsroom's own patterns match in a block.
pub(in crate::rules) fn check(reading: &Reading<'_>, block: usize, out: &mut Vec<Finding>) {
    let config = &reading.newsroom.config;
    if config.patterns.is_empty() {
        return;
    }
    let here = &reading.article.blocks[block];
    let (field, day) = (here.field(), reading.dateline.date);
    let wanted = |number: usize| {
        config.patterns.get(number).is_some_and(|pattern| {
            (pattern.fields.is_empty() || pattern.fields.contains(&field))
                && config.level_of_pattern(pattern, day) != Some(Level::Off)
                && config.holds(pattern, day)
        })
    };
    for found in config.patterns.matches(here.text(), &here.tokens, wanted) {
        let Some(pattern) = config.patterns.get(found.pattern) else { continue };
        let place = Place { block, span: found.span };
        let message = message(pattern, found.span.of(here.text()), &found);
        let applicability = Applicability::safe_if(pattern.is_safe && found.replacements.len() == 1);
        let finding = Finding::new(CODE, place, message).of_pattern(pattern.code.clone());
        let with_fix = |finding: Finding, text: &String| finding.replace_with(text, applicability);
        out.push(found.replacements.iter().fold(finding, with_fix));
    }
}

/// What the newsroom says of a match, or else what to write for it and why.
fn message(pattern: &Pattern, written: &str, found: &Match) -> Message {
    if let Some(message) = &pattern.message {
        return message.clone();
    }
    let wanted = found.replacements.first().map_or("", String::as_str);
    let reason = |default: &str| pattern.reason.clone().unwrap_or_else(|| default.to_owned());
    let (hi, en) = (reason("vartani.toml में यही तय है"), reason("vartani.toml has decided so"));
    let hi_end = if hi.ends_with(['।', '.', '!', '?']) { "" } else { "।" };
    match wanted {
        "" => Message::new(format!("“{written}” हटा दें: {hi}{hi_end}"), format!("delete “{written}”: {en}")),
        _ => Message::new(
            format!("“{written}” की जगह “{wanted}” लिखें: {hi}{hi_end}"),
            format!("write “{wanted}” for “{written}”: {en}"),
        ),
    }
}
