//! Offices that an article names on a day for which nobody has looked them up.

use std::collections::BTreeSet;

use super::Message;
use super::title_claim::{Claim, UnknownOffice};
use crate::newsroom::calendar::date_in_words;
use crate::newsroom::{Kind, Locale};
use crate::reading::Reading;

/// The offices in a block that could not be judged, in the order of the text.
pub fn unknown_offices(reading: &Reading<'_>, block: usize) -> Vec<UnknownOffice> {
    let Some(day) = reading.dateline.date else { return Vec::new() };
    let mentions = reading.mentions_in(block).iter();
    let persons = mentions.filter(|mention| reading.actor(mention).kind == Kind::Person);
    persons
        .flat_map(|mention| Claim::read(reading, mention, day))
        .filter_map(|claim| claim.unknown())
        .collect()
}

/// How many offices could not be judged, and to what day they are known; `None` where there is none.
pub fn offices_in_words(offices: &BTreeSet<UnknownOffice>) -> Option<Message> {
    let days = || offices.iter().map(|office| office.known_until);
    let (first, last) = (days().min()?, days().max()?);
    let names: BTreeSet<&str> = offices.iter().map(|office| office.office.as_str()).collect();
    let day = |day, locale| date_in_words(day, locale);
    let (hi_until, en_until) = if first == last {
        (day(last, Locale::Hi), day(last, Locale::En))
    } else {
        let span = |joined: &str, locale| format!("{}{joined}{}", day(first, locale), day(last, locale));
        (span(" से ", Locale::Hi), span(" to ", Locale::En))
    };
    Some(match names.len() {
        1 => Message::new(
            format!("1 पद की जाँच नहीं हो सकी: उसकी जानकारी {hi_until} तक की है।"),
            format!("1 office could not be judged: it is known up to {en_until}"),
        ),
        count => Message::new(
            format!("{count} पदों की जाँच नहीं हो सकी: उनकी जानकारी {hi_until} तक की है।"),
            format!("{count} offices could not be judged: they are known up to {en_until}"),
        ),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_sentence_tells_how_many_and_to_what_day() {
        let office = |office: &str, day: &str| UnknownOffice {
            office: office.to_owned(),
            known_until: day.parse().unwrap(),
        };
        let said = |offices: &[UnknownOffice]| {
            offices_in_words(&offices.iter().cloned().collect()).map(|said| (said.hi, said.en))
        };
        assert_eq!(said(&[]), None);
        let (hi, en) = said(&[office("US/president", "2026-10-10")]).unwrap();
        assert_eq!(hi, "1 पद की जाँच नहीं हो सकी: उसकी जानकारी 10 अक्टूबर 2026 तक की है।");
        assert_eq!(en, "1 office could not be judged: it is known up to 10 October 2026");
        let (hi, _) =
            said(&[office("US/president", "2026-10-10"), office("FR/president", "2026-09-24")]).unwrap();
        assert_eq!(hi, "2 पदों की जाँच नहीं हो सकी: उनकी जानकारी 24 सितंबर 2026 से 10 अक्टूबर 2026 तक की है।");
    }
}
