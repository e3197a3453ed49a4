//! व्यक्ति का पूरा नाम पहली बार में नहीं, बाद में आता है।
//!
//! ## क्यों
//! पहली बार पूरा नाम, फिर छोटा: पाठक को ढूँढ़ना नहीं पड़ता कि बात किसकी है।
//!
//! ## उदाहरण
//! - ✗ **पेसकोव** ने कहा कि बातचीत होगी। दिमित्री पेसकोव ने तारीख़ नहीं बताई।
//! - ✓ **दिमित्री पेसकोव** ने कहा कि बातचीत होगी। पेसकोव ने तारीख़ नहीं बताई।
//!
//! ## क्या करें
//! पहली बार पूरा नाम लिखें, आगे छोटा। शीर्षक, उद्धरण और पद के साथ लिखे नाम (प्रधानमंत्री मोदी) पर निशान नहीं लगता; जिसका पूरा
//! नाम ख़बर में कहीं नहीं आता, उस पर भी नहीं।
//! ---
//! A person's full name comes after the first mention.
//!
//! ## Why
//! With the full name first and the short one after it, nobody has to look for who is meant.
//!
//! ## Example
//! - ✗ **पेसकोव** ने कहा कि बातचीत होगी। दिमित्री पेसकोव ने तारीख़ नहीं बताई।
//! - ✓ **दिमित्री पेसकोव** ने कहा कि बातचीत होगी। पेसकोव ने तारीख़ नहीं बताई।
//!
//! ## What to do
//! Write the full name at the first mention and the short one after it. Headlines, quotations and names with a title (प्रधानमंत्री मोदी)
//! are left alone, and so is whoever's full name the article never gives.

use std::collections::hash_map::Entry;

use rustc_hash::FxHashMap;

use crate::newsroom::{ActorRef, Form, Kind, offices};
use crate::reading::{Mention, Reading};
use crate::rules::{Applicability, Finding, Message, Place};
use crate::text::{BlockKind, TokenKind};

const CODE: &str = "actor/first-mention";

/// Marks first mentions in running text by a short name, where the full one comes later.
pub(in crate::rules) fn check(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    // Whoever is first mentioned by a short name, with that mention and the first by a full one
    let mut by_actor: FxHashMap<ActorRef, Option<(&Mention, Option<&Mention>)>> = FxHashMap::default();
    for mention in reading.mentions.iter().filter(|mention| !mention.latin) {
        let is_form = |form: Form| {
            let actor = reading.actor(mention);
            actor.names.get(mention.form as usize).is_some_and(|name| name.form == form)
        };
        match by_actor.entry(mention.actor) {
            Entry::Occupied(mut met) => match met.get_mut() {
                Some((_, full @ None)) if is_form(Form::Full) && is_running_text(reading, mention.block) => {
                    *full = Some(mention);
                }
                _ => {}
            },
            Entry::Vacant(new) if reading.actor(mention).kind != Kind::Person => _ = new.insert(None),
            Entry::Vacant(new) if is_running_text(reading, mention.block) => {
                let is_short = is_form(Form::Short) && stands_by_itself(reading, mention);
                new.insert(is_short.then_some((mention, None)));
            }
            Entry::Vacant(_) => {}
        }
    }
    let found = by_actor.values().filter_map(|met| {
        let (first, full) = (*met)?;
        Some(finding(reading, first, full?))
    });
    let mut found: Vec<Finding> = found.collect();
    found.sort_by_key(|finding| finding.place);
    out.extend(found);
}

fn finding(reading: &Reading<'_>, first: &Mention, full: &Mention) -> Finding {
    let place = |mention: &Mention| Place { block: mention.block, span: mention.span };
    let name = full.span.of(reading.article.blocks[full.block].text());
    let message = Message::new(
        format!("पहली बार पूरा नाम लिखें: “{name}”। अभी वह आगे जाकर आता है।"),
        format!("give the full name “{name}” first: now it only comes later"),
    );
    let there = Message::new(format!("यहाँ “{name}”"), format!("“{name}” here"));
    Finding::new(CODE, place(first), message)
        .relate(place(full), there)
        .replace_with(name, Applicability::Suggested)
}

/// Whether a name is no part of other words (ट्रंप प्रशासन), stands with no title, and is the writer's word.
fn stands_by_itself(reading: &Reading<'_>, mention: &Mention) -> bool {
    let view = reading.view(mention.block);
    let (name, after) = (mention.tokens.start(), mention.tokens.end());
    let titled = || {
        let roles = &reading.actor(mention).roles;
        let ends_title = |word: &str| roles.iter().any(|role| role.title.rsplit(' ').next() == Some(word));
        view.word_before(name).is_some_and(|word| ends_title(&word.text))
            || reading.title_context(mention.block).before(name, |key, _| offices::is_title(key)).is_some()
    };
    view.word(after).is_some_and(|word| super::goes_on_after_a_name(&word.key))
        && !titled()
        && !view.is_quoted(name)
}

/// Whether a block is a paragraph of sentences, no headline and no caption. The first of several blocks is a
/// headline if it has one sentence.
fn is_running_text(reading: &Reading<'_>, block: usize) -> bool {
    let blocks = &reading.article.blocks;
    if block == 0 && blocks.len() > 1 && blocks[0].sentences.len() == 1 {
        return false;
    }
    let block = &blocks[block];
    let ends = |c: char| matches!(c, '।' | '.' | '?' | '!' | '|' | '”' | '"' | '’');
    let last = block.tokens.last().map(|token| token.kind);
    block.kind == BlockKind::Paragraph && matches!(last, Some(TokenKind::Mark(c)) if ends(c))
}
