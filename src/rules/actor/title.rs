//! ख़बर की तारीख़ पर यह पद इस व्यक्ति के पास नहीं था।
//!
//! ## क्यों
//! पद बदलते रहते हैं, और पुरानी ख़बर से आया “राष्ट्रपति” या छूटा हुआ “पूर्व” पाठक को ग़लत जानकारी देता है।
//!
//! ## उदाहरण
//! 12 मार्च 2025 की ख़बर में:
//! - ✗ **अमेरिकी राष्ट्रपति जो बाइडेन** ने कहा।
//! - ✗ **भाजपा अध्यक्ष राजनाथ सिंह** ने कहा।
//! - ✓ **पूर्व अमेरिकी राष्ट्रपति जो बाइडेन** ने कहा।
//! - ✓ **अमेरिकी राष्ट्रपति डोनाल्ड ट्रंप** ने कहा।
//!
//! ## क्या करें
//! “पूर्व” जोड़ें या हटाएँ, या पद और नाम जाँच लें; सुझाव में यह भी होता है कि उस दिन पद पर कौन था। जिस दिन तक पद की जानकारी है, उसके बाद की
//! ख़बर में नियम केवल सूचना देता है कि तब पद किसके पास था, और `check` अंत में बताता है कि कितने पदों की जाँच नहीं हो सकी। निशान नहीं
//! लगता जब ख़बर की तारीख़ न मिले, बात उद्धरण में हो, या वाक्य (या उससे पहले का पैराग्राफ़) किसी और समय का हो। जिस पद के साथ देश न लिखा हो
//! (रक्षा मंत्री), वह उसी देश का माना जाता है जिसका पद उस व्यक्ति के पास है; राज्यपाल जैसे पद, जो कई जगह होते हैं, राज्य के बिना नहीं जाँचे जाते।
//! ---
//! The title given with a name was not that person's on the day of the article.
//!
//! ## Why
//! Offices change hands. A राष्ट्रपति left over from old copy, or a missing पूर्व, misinforms the reader.
//!
//! ## Example
//! In a story of 12 March 2025:
//! - ✗ **अमेरिकी राष्ट्रपति जो बाइडेन** ने कहा।
//! - ✗ **भाजपा अध्यक्ष राजनाथ सिंह** ने कहा।
//! - ✓ **पूर्व अमेरिकी राष्ट्रपति जो बाइडेन** ने कहा।
//! - ✓ **अमेरिकी राष्ट्रपति डोनाल्ड ट्रंप** ने कहा।
//!
//! ## What to do
//! Add or remove पूर्व, or check the title and the name; who held the office on that day is among the fixes. Beyond the day up to which an
//! office is known, the rule only informs who held it then, and `check` says at the end how many offices could not be judged. Without a
//! dateline, in quotations, and where the sentence (or the paragraph before) speaks of another time, it is silent. A title with no country before it
//! (रक्षा मंत्री) is taken for that of the country in whose office the person is; one that many places give (राज्यपाल) is judged only with its state.

use jiff::civil::Date;

use super::super::title_claim::{Claim, Fault};
use crate::newsroom::calendar::{date_in_words, partial_in_words};
use crate::newsroom::{Kind, Locale, Role};
use crate::reading::Reading;
use crate::rules::{Finding, Message, Place};
use crate::text::Span;

const CODE: &str = "actor/title";

/// Maximum number of terms of an office that a message lists.
const MAX_TERMS: usize = 2;

/// Marks titles that were somebody else's on the day of the article.
pub(in crate::rules) fn check(reading: &Reading<'_>, block: usize, out: &mut Vec<Finding>) {
    let Some(day) = reading.dateline.date else { return };
    let mentions = reading.mentions_in(block).iter();
    let persons = mentions.filter(|mention| reading.actor(mention).kind == Kind::Person);
    for mention in persons {
        let claims = Claim::read(reading, mention, day);
        out.extend(claims.filter_map(|claim| finding(&claim, claim.fault()?)));
    }
}

fn finding(claim: &Claim<'_>, fault: Fault) -> Option<Finding> {
    let (tokens, text) = (&claim.view.block.tokens, claim.view.block.text());
    let place = |span| Place { block: claim.mention.block, span };
    let token = |at: usize| tokens.get(at).map(|token| token.span);
    let title = token(claim.title.tokens.start)?.to(token(claim.title.tokens.end - 1)?);
    let former = claim.title.former.and_then(token);
    let whole = token(claim.title.start).filter(|_| fault == Fault::SomebodyElses);
    let written = whole.or(former).unwrap_or(title);
    let name = claim.mention.span;
    let marked = Span { start: written.start.min(name.start), end: title.end.max(name.end) };
    let mut finding = Finding::new(CODE, place(marked), message(claim, fault));
    finding.is_dated = claim.known_until(fault).is_some();
    if let Some(former) = former.filter(|_| fault == Fault::NotFormer) {
        let without = former.to(title).of(text).replacen("पूर्व", "", 1);
        let fix = Message::new("“पूर्व” हटाएँ", "remove “पूर्व”");
        return Some(finding.fix_titled(fix, place(former.to(title)), without.trim_start()));
    }
    if claim.meant.iter().any(|role| role.to.is_some_and(|to| to.latest() <= claim.day)) {
        let fix = Message::new("“पूर्व” जोड़ें", "add “पूर्व”");
        finding = finding.fix_titled(fix, place(title), format!("पूर्व {}", title.of(text)));
    }
    if let Some(holder) = claim.holder() {
        let right = claim.reading.newsroom.actor(holder.actor).name();
        let fix = Message::new(format!("नाम बदलें: “{right}”"), format!("change the name to “{right}”"));
        finding = finding.fix_titled(fix, place(name), right);
    }
    Some(finding)
}

fn message(claim: &Claim<'_>, fault: Fault) -> Message {
    match fault {
        Fault::NotOnTheDay => not_on_the_day(claim),
        Fault::NotFormer => not_former(claim),
        Fault::SomebodyElses => somebody_elses(claim),
    }
}

/// `12 मार्च 2025 को`, `24 सितंबर 2026 तक की जानकारी में`.
fn when(day: Date, known_until: Option<Date>) -> (String, String) {
    match known_until {
        None => (
            format!("{} को", date_in_words(day, Locale::Hi)),
            format!("on {}", date_in_words(day, Locale::En)),
        ),
        Some(known) => (
            format!("{} तक की जानकारी में", date_in_words(known, Locale::Hi)),
            format!("as known up to {}", date_in_words(known, Locale::En)),
        ),
    }
}

/// `20 जनवरी 2021 – 20 जनवरी 2025`.
fn term(role: &Role, locale: Locale) -> String {
    let from = partial_in_words(role.from, locale);
    match (role.to, locale) {
        (Some(to), _) => format!("{from} – {}", partial_in_words(to, locale)),
        (None, Locale::Hi) => format!("{from} से"),
        (None, Locale::En) => format!("since {from}"),
    }
}

/// When the person held the office, in brackets; of many terms the nearest.
fn terms(claim: &Claim<'_>, locale: Locale) -> String {
    let Some(nearest) = claim.nearest() else { return String::new() };
    let same = claim.meant.iter().filter(|role| role.office == nearest.office);
    let all: Vec<String> = same.map(|role| term(role, locale)).collect();
    if all.len() > MAX_TERMS {
        format!(" ({})", term(nearest, locale))
    } else {
        format!(" ({})", all.join(", "))
    }
}

fn not_on_the_day(claim: &Claim<'_>) -> Message {
    let name = claim.actor.name();
    let (hi, en) = when(claim.day, None);
    let holder = claim.holder().map(|holder| {
        let right = claim.reading.newsroom.actor(holder.actor).name();
        match holder.known_until {
            None => (format!(" उस दिन: {right}।"), format!("; that day: {right}")),
            Some(known) => {
                let (hi, en) = when(claim.day, Some(known));
                (format!(" {hi}: {right}।"), format!("; {en}: {right}"))
            }
        }
    });
    let (of_day, on_day) = holder.unwrap_or_default();
    let (ask, asked) = if claim.has_begun() {
        ("“पूर्व” जोड़ें या नाम जाँच लें।", "add “पूर्व” or check the name")
    } else {
        ("पद या नाम जाँच लें।", "check the title or the name")
    };
    Message::new(
        format!("यह पद {hi} {name} के पास नहीं था{}।{of_day} {ask}", terms(claim, Locale::Hi)),
        format!("{name} did not hold this office {en}{}{on_day}; {asked}", terms(claim, Locale::En)),
    )
}

fn not_former(claim: &Claim<'_>) -> Message {
    let name = claim.actor.name();
    let (hi, en) = when(claim.day, claim.known_until(Fault::NotFormer));
    let held = claim.meant.iter().find(|role| role.held_on(claim.day));
    let term = |locale| held.map(|role| format!(" ({})", term(role, locale))).unwrap_or_default();
    Message::new(
        format!("“पूर्व” हटाएँ: {hi} यह पद {name} के पास था{}।", term(Locale::Hi)),
        format!("remove “पूर्व”: {name} held this office {en}{}", term(Locale::En)),
    )
}

fn somebody_elses(claim: &Claim<'_>) -> Message {
    let name = claim.actor.name();
    let (hi, en) = when(claim.day, claim.known_until(Fault::SomebodyElses));
    let Some(holder) = claim.holder() else {
        return Message::new(
            format!("यह पद {hi} {name} के पास नहीं था। पद या नाम जाँच लें।"),
            format!("{name} did not hold this office {en}; check the title or the name"),
        );
    };
    let right = claim.reading.newsroom.actor(holder.actor).name();
    Message::new(
        format!("यह पद {name} के पास नहीं, {right} के पास था ({hi})। पद या नाम जाँच लें।"),
        format!("this office was held by {right}, not {name} ({en}); check the title or the name"),
    )
}
