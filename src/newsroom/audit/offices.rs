//! Offices: a seat that one person holds at a time.

use std::collections::{BTreeMap, BTreeSet};

use super::doubt::{Doubt, Entry};
use crate::newsroom::Message;
use crate::newsroom::actor::Role;

/// One person's time in an office.
#[derive(Clone, Copy)]
struct Term<'a> {
    entry: Entry<'a>,
    number: usize,
    role: &'a Role,
}

pub(super) fn doubts<'a>(entries: &[Entry<'a>], out: &mut Vec<Doubt<'a>>) {
    let ids: BTreeSet<&str> = entries.iter().map(|entry| entry.actor.id.as_str()).collect();
    let mut terms: BTreeMap<&str, Vec<Term<'_>>> = BTreeMap::new();
    for entry in entries {
        for (number, role) in entry.actor.roles.iter().enumerate() {
            let Some(office) = &role.office else { continue };
            if entry.file.is_some()
                && let Some(message) = unknown(office, &ids)
            {
                out.push(Doubt::of_role(*entry, number, message));
            }
            terms.entry(office).or_default().push(Term { entry: *entry, number, role });
        }
    }
    for (office, mut terms) in terms {
        terms.sort_by_key(|term| (term.role.from, term.entry.file.is_some()));
        for (at, term) in terms.iter().enumerate() {
            out.extend(shared(office, &terms[..at], *term));
            out.extend(gap(office, &terms[..at], *term));
        }
    }
}

/// What is wrong with the name of an office.
fn unknown(office: &str, ids: &BTreeSet<&str>) -> Option<Message> {
    let is_slug = |text: &str| {
        !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    let Some((place, what)) = office.split_once('/').filter(|(_, what)| is_slug(what)) else {
        return Some(Message::new(
            format!("पद “{office}” को जगह/पद की तरह लिखें: \"IN/president\""),
            format!("the office \"{office}\" is not of the form where/what: \"IN/president\""),
        ));
    };
    let (country, part) =
        place.split_once('-').map_or((place, None), |(country, part)| (country, Some(part)));
    let in_capitals = |text: &str| text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    let is_code = country.len() == 2
        && in_capitals(country)
        && part.is_none_or(|part| (1..=3).contains(&part.len()) && in_capitals(part));
    (!is_code && !ids.contains(place)).then(|| {
        Message::new(
            format!("पद “{office}” ({what}) अनजान है: “{place}” न किसी देश का कोड है, न किसी नाम की id"),
            format!(
                "the office \"{office}\" ({what}) is unknown: \"{place}\" is no code of a country and no id of an actor"
            ),
        )
    })
}

/// Says that an office has two holders: of the later, or of the one that is audited.
fn shared<'a>(office: &str, earlier: &[Term<'a>], term: Term<'a>) -> Option<Doubt<'a>> {
    let other = earlier
        .iter()
        .find(|other| other.entry.actor.id != term.entry.actor.id && other.role.overlaps(term.role))?;
    let (term, other) = if term.entry.file.is_some() { (term, *other) } else { (*other, term) };
    let (title, from) = (&term.role.title, term.role.from);
    let (holder, since) = (&other.entry.actor.id, other.role.from);
    let until = |open: &str| other.role.to.map_or(open.to_owned(), |to| to.to_string());
    let message = Message::new(
        format!(
            "“{title}” ({from} से) [{holder}] के पास भी है ({since} से {} तक), पर पद {office} एक ही का है; \
             तारीख़ें सुधारें, या दूसरे में `to` लिखें",
            until("अब")
        ),
        format!(
            "\"{title}\" from {from} is held by [{holder}] too ({since} to {}), and the office {office} has one holder; \
             correct the dates or close the other's with `to`",
            until("open")
        ),
    );
    Some(Doubt::of_role(term.entry, term.number, message))
}

/// Says that nobody is on record between two holders.
fn gap<'a>(office: &str, earlier: &[Term<'a>], term: Term<'a>) -> Option<Doubt<'a>> {
    let ends: Option<Vec<_>> = earlier.iter().map(|term| term.role.to).collect();
    let last = ends?.into_iter().max_by_key(|to| to.latest())?;
    let from = term.role.from;
    let message = Message::new(
        format!("{last} से {from} तक {office} पर कोई दर्ज नहीं है"),
        format!("nobody is on record as {office} from {last} to {from}"),
    );
    (last.latest() < term.role.from.earliest())
        .then(|| Doubt::of_role(term.entry, term.number, message).noted())
}
