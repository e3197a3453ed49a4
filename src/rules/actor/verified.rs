//! यह पद इस व्यक्ति के पास ख़बर की तारीख़ को दर्ज है।
//!
//! ## क्यों
//! डेस्क को दिखता है कि कौन-से नाम और पद फिर से देखने की ज़रूरत नहीं: व्यक्ति, पद, दिन और वर्तनी, चारों दर्ज हैं।
//!
//! ## उदाहरण
//! 12 मार्च 2025 की ख़बर में:
//! - **रूसी राष्ट्रपति व्लादिमीर पुतिन** ने कहा।
//! - **पूर्व अमेरिकी राष्ट्रपति जो बाइडेन** ने कहा।
//!
//! ## क्या करें
//! कुछ नहीं; यह निशान ग़लती का नहीं है। नियम पहले से बंद है: `check --verified` या एडिटर की `verified` सेटिंग इसे चालू करती है। जिस दिन
//! तक पद की जानकारी है, उसके बाद की ख़बर में निशान नहीं लगता।
//! ---
//! It is on record that the person held this office on the day of the article.
//!
//! ## Why
//! It shows a desk which names and titles need not be looked up: person, title, day and spelling are on record.
//!
//! ## Example
//! In a story of 12 March 2025:
//! - **रूसी राष्ट्रपति व्लादिमीर पुतिन** ने कहा।
//! - **पूर्व अमेरिकी राष्ट्रपति जो बाइडेन** ने कहा।
//!
//! ## What to do
//! Nothing: this mark is no fault. The rule is off by default; `check --verified` or the editor's setting `verified` turns it on. Beyond the
//! day up to which an office is known it is silent.

use crate::newsroom::calendar::date_in_words;
use crate::newsroom::{Kind, Locale};
use crate::reading::Reading;
use crate::rules::title_claim::Claim;
use crate::rules::{Finding, Message, Place};
use crate::text::Span;
use crate::text::fold::orthographic;

const CODE: &str = "actor/verified";

/// Marks titles that the person had on the day of the article.
pub(in crate::rules) fn check(reading: &Reading<'_>, block: usize, out: &mut Vec<Finding>) {
    let Some(day) = reading.dateline.date else { return };
    let mentions = reading.mentions_in(block).iter();
    let persons = mentions.filter(|mention| reading.actor(mention).kind == Kind::Person && !mention.latin);
    for mention in persons {
        out.extend(Claim::read(reading, mention, day).filter_map(|claim| finding(&claim)));
    }
}

fn finding(claim: &Claim<'_>) -> Option<Finding> {
    let role = claim.verified()?;
    let (name, text) = (claim.mention.span, claim.view.block.text());
    let form = claim.actor.names.get(claim.mention.form as usize)?;
    if orthographic(name.of(text)) != orthographic(&form.text) {
        return None;
    }
    let token = |at: usize| claim.view.block.tokens.get(at).map(|token| token.span);
    let title = token(claim.title.start)?.to(token(claim.title.tokens.end - 1)?);
    let span = Span { start: title.start.min(name.start), end: title.end.max(name.end) };
    let day = |locale| date_in_words(claim.day, locale);
    let person = claim.actor.name();
    let message = if claim.title.former.is_some() {
        Message::new(
            format!("दर्ज है: यह पद पहले {person} के पास था: {}।", role.in_words(Locale::Hi)),
            format!("on record: {person} held this office before: {}", role.in_words(Locale::En)),
        )
    } else {
        Message::new(
            format!("दर्ज है: {} को यह पद {person} के पास था।", day(Locale::Hi)),
            format!("on record: {person} held this office on {}", day(Locale::En)),
        )
    };
    Some(Finding::new(CODE, Place { block: claim.mention.block, span }, message))
}
