//! एक ही देश या संस्था के लिए ख़बर में अलग-अलग नाम चल रहे हैं।
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
//! न्यूज़रूम की पसंद का नाम पूरी ख़बर में लिखें। पूरा नाम और एक संक्षिप्त नाम साथ चल सकते हैं; दो संक्षिप्त नाम नहीं।
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
//! Choose the form your newsroom prefers and keep to it. A full name and one short form may go together; two short forms may not.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::newsroom::{Actor, Kind, offices};
use crate::reading::{Mention, Reading};
use crate::rules::{About, Applicability, Fact, Finding, MAX_RELATED, Message, Place, Related, Says};
use crate::text::fold::orthographic;

const CODE: &str = "actor/name-form";

/// By which of its names a country or an organisation is called in a block. What stands in brackets right behind
/// another name of it is a gloss: म्यांमार (बर्मा).
pub(in crate::rules) fn gather(reading: &Reading<'_>, block: usize, out: &mut Vec<Fact>) {
    let view = reading.view(block);
    let mut before: Option<&Mention> = None;
    for mention in reading.mentions_in(block).iter().filter(|mention| !mention.latin) {
        let actor = reading.actor(mention);
        let counts = match actor.kind {
            Kind::Place => is_country(actor) && stands_by_itself(reading, mention),
            Kind::Organisation => true,
            _ => false,
        };
        let is_gloss = before.is_some_and(|before| {
            before.actor == mention.actor
                && mention.tokens.start() - before.tokens.end() <= 2
                && view.is_mark(before.tokens.end(), '(')
        });
        before = Some(mention);
        if counts && !is_gloss {
            let place = Place { block, span: mention.span };
            out.push(Fact { about: About::Actor(mention.actor), says: Says::Name(mention.form), place });
        }
    }
}

/// Marks the rarer of two short names of one place or organisation.
pub(in crate::rules) fn judge(reading: &Reading<'_>, facts: &[Fact], out: &mut Vec<Finding>) {
    let Some(Fact { about: About::Actor(actor), .. }) = facts.first() else { return };
    let mut forms: BTreeMap<u8, Vec<Place>> = BTreeMap::new();
    for fact in facts {
        if let Says::Name(form) = fact.says {
            forms.entry(form).or_default().push(fact.place);
        }
    }
    if forms.len() > 1 {
        findings(reading.newsroom.actor(*actor), &forms, out);
    }
}

fn findings(actor: &Actor, forms: &BTreeMap<u8, Vec<Place>>, out: &mut Vec<Finding>) {
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
            .map(|&form| format!("“{}” {}{unit}", text(form), count(form)))
            .collect::<Vec<_>>()
            .join(", ")
    };
    // The full name of a body goes with its short form; of a country there is no need of both
    let may_stay = |form: u8| form == kept || (actor.kind == Kind::Organisation && !short(&form));
    for (&form, places) in forms.iter().filter(|(form, _)| !may_stay(**form)) {
        let (written, kept) = (text(form), text(kept));
        let message = Message::new(
            format!("{}: {}। एक ही रखें।", names_of_one(actor.kind, forms.len()), tally(" बार")),
            format!(
                "“{written}” and “{kept}” are names of the same {}: {}; keep to one",
                if actor.kind == Kind::Place { "place" } else { "body" },
                tally("×")
            ),
        );
        let here = |form: u8| Message::new(format!("यहाँ “{}”", text(form)), format!("“{}” here", text(form)));
        let others = forms.iter().filter(|(other, _)| **other != form);
        let others =
            others.flat_map(|(&other, places)| places.iter().map(move |place| (*place, here(other))));
        let related: Arc<Related> = Arc::new(others.take(MAX_RELATED).collect());
        for &place in places {
            let mut finding = Finding::new(CODE, place, message.clone());
            finding.related = related.clone();
            out.push(finding.replace_with(kept, Applicability::Suggested));
        }
    }
}

/// `एक ही संस्था के दो नाम`.
fn names_of_one(kind: Kind, names: usize) -> String {
    let what = if kind == Kind::Place { "जगह" } else { "संस्था" };
    let names = if names == 2 { "दो".to_owned() } else { names.to_string() };
    format!("एक ही {what} के {names} नाम")
}

/// Whether a place is a country: of a city the district or the old name is another thing.
fn is_country(place: &Actor) -> bool {
    let name = place.names.first().map(|name| orthographic(&name.text));
    name.and_then(|name| offices::place(&name)).is_some_and(|code| !code.contains('-'))
}

/// Whether the name of a place is not part of the name of something else.
fn stands_by_itself(reading: &Reading<'_>, mention: &Mention) -> bool {
    let view = reading.view(mention.block);
    let next = mention.tokens.end();
    view.word(next).is_none_or(|word| super::goes_on_after_a_name(&word.key))
}
