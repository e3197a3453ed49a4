//! एक ही देश या संस्था के लिए लेख में अलग-अलग नाम चल रहे हैं।
//!
//! ## क्यों
//! “अमेरिका” और “यूएस”, “भाजपा” और “बीजेपी” एक ही हैं, पर हर पाठक यह नहीं जानता। एक ख़बर में एक नाम चले तो पढ़ना आसान होता है।
//!
//! ## उदाहरण
//! - ✗ **अमेरिका** ने हामी भरी। **यूएस** के अधिकारी सोमवार को पहुँचेंगे।
//! - ✓ **अमेरिका** ने हामी भरी। **अमेरिका** के अधिकारी सोमवार को पहुँचेंगे।
//! - ✓ **भारतीय जनता पार्टी** की बैठक हुई। **भाजपा** ने उम्मीदवार तय किए।
//!
//! ## क्या करें
//! अपने यहाँ का चलन चुनें और पूरे लेख में वही लिखें। पूरा नाम और उसका एक संक्षेप साथ चल सकते हैं; दो संक्षेप नहीं।
//! ---
//! One country or body goes by several names in the article.
//!
//! ## Why
//! अमेरिका and यूएस, भाजपा and बीजेपी are the same, but not every reader knows. A story is easier to read with one name.
//!
//! ## Example
//! - ✗ **अमेरिका** ने हामी भरी। **यूएस** के अधिकारी सोमवार को पहुँचेंगे।
//! - ✓ **अमेरिका** ने हामी भरी। **अमेरिका** के अधिकारी सोमवार को पहुँचेंगे।
//! - ✓ **भारतीय जनता पार्टी** की बैठक हुई। **भाजपा** ने उम्मीदवार तय किए।
//!
//! ## What to do
//! Choose the form of your house and keep to it. A full name and one short form may go together; two short forms may not.

use std::collections::BTreeMap;

use crate::newsroom::{Actor, Kind};
use crate::reading::{Mention, Reading};
use crate::rules::{Finding, Message, Place};

const CODE: &str = "actor/name-form";

/// Marks the rarer of two short names of one place or organisation.
pub(in crate::rules) fn check(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    let mut by_actor: BTreeMap<_, BTreeMap<u8, Vec<&Mention>>> = BTreeMap::new();
    for mention in
        reading.mentions.iter().filter(|mention| !mention.latin && stands_by_itself(reading, mention))
    {
        by_actor.entry(mention.actor).or_default().entry(mention.form).or_default().push(mention);
    }
    for (actor, forms) in by_actor.iter().filter(|(_, forms)| forms.len() > 1) {
        let record = reading.newsroom.actor(*actor);
        if matches!(record.kind, Kind::Place | Kind::Organisation) {
            findings(record, forms, out);
        }
    }
}

fn findings(actor: &Actor, forms: &BTreeMap<u8, Vec<&Mention>>, out: &mut Vec<Finding>) {
    let text = |form: u8| actor.names[form as usize].text.as_str();
    // Of forms used equally often the first in the entry is kept: the preferred one
    let short = |form: &u8| !text(*form).contains(' ');
    let Some(kept) =
        forms.keys().copied().filter(short).max_by_key(|form| (forms[form].len(), u8::MAX - form))
    else {
        return;
    };
    if forms.keys().filter(|form| short(form)).count() < 2 {
        return;
    }
    let count = |form: u8| forms[&form].len();
    let tally = |unit: &str| {
        forms
            .keys()
            .map(|&form| format!("{} ({}{unit})", text(form), count(form)))
            .collect::<Vec<_>>()
            .join(", ")
    };
    // The full name of a body goes with its short form; of a country there is no need of both
    let may_stay = |form: u8| form == kept || (actor.kind == Kind::Organisation && !short(&form));
    for (_, mentions) in forms.iter().filter(|(form, _)| !may_stay(**form)) {
        for mention in mentions {
            let form = text(mention.form);
            let message = Message::new(
                format!("“{form}” और “{}” एक ही नाम हैं; इस लेख में: {}। एक ही रूप रखें।", text(kept), tally(" बार")),
                format!(
                    "“{form}” and “{}” are one and the same; in this article: {}; keep to one form",
                    text(kept),
                    tally("×")
                ),
            );
            let mut finding = Finding::new(CODE, place(mention), message);
            let others = forms.values().flatten().filter(|other| other.form != mention.form);
            finding.related = others
                .map(|other| {
                    (
                        place(other),
                        Message::new(
                            format!("यहाँ “{}”", text(other.form)),
                            format!("“{}” here", text(other.form)),
                        ),
                    )
                })
                .collect();
            out.push(finding.replace_with(text(kept), false));
        }
    }
}

/// Whether the name of a place is not part of the name of something else.
fn stands_by_itself(reading: &Reading<'_>, mention: &Mention) -> bool {
    if reading.actor(mention).kind != Kind::Place {
        return true;
    }
    let view = reading.view(mention.block);
    let next = mention.tokens.1 as usize;
    view.word(next).is_none_or(|word| super::goes_on_after_a_name(&word.key))
}

fn place(mention: &Mention) -> Place {
    Place { block: mention.block, span: mention.span }
}
