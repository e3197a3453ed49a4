//! Offices to look up again: what is known of them may have passed.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::{Actor, Newsroom, Role};

/// An office whose holder should be looked up again.
#[derive(Clone, Copy, Debug)]
pub struct Due<'a> {
    /// The last known holder.
    pub actor: &'a Actor,
    /// The role without an end.
    pub role: &'a Role,
    /// Why: its expected end has come, or it was last checked long ago.
    pub reason: Reason,
}

/// Why an office is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The end that was expected (the first day it may be) has come.
    Ended(Date),
    /// It was last known to be held on this day, and that is too long ago.
    Unchecked(Date),
}

/// The offices to look up again on a day: those expected to have ended first, then those not checked in the last
/// `days` days, the longest ago first.
pub fn due(newsroom: &Newsroom, on: Date, days: i64) -> Vec<Due<'_>> {
    let fresh = on.checked_sub(days.days()).unwrap_or(Date::MIN);
    let of_role = |actor, role: &'_ Role| {
        let ended = role.expected_end.map(|end| end.earliest()).filter(|end| *end <= on).map(Reason::Ended);
        let unchecked = role.known_until().filter(|known| *known < fresh).map(Reason::Unchecked);
        Some((actor, ended.or(unchecked)?))
    };
    let mut due: Vec<Due<'_>> = newsroom
        .actors()
        .flat_map(|actor| actor.roles.iter().map(move |role| (actor, role)))
        .filter(|(actor, role)| role.to.is_none() && actor.died.is_none())
        .filter_map(|(actor, role)| {
            let (actor, reason) = of_role(actor, role)?;
            Some(Due { actor, role, reason })
        })
        .collect();
    due.sort_by(|a, b| (a.reason, &a.actor.id).cmp(&(b.reason, &b.actor.id)));
    due
}

#[cfg(test)]
mod tests {
    use super::super::{Config, actor_file};
    use super::*;

    #[test]
    fn an_end_that_was_expected_comes_before_what_was_checked_long_ago() {
        let (actors, faults) = actor_file::parse(
            r#"
[asha-devi]
kind = "person"
name = "आशा देवी"
latin = "Asha Devi"
roles = [
  { title = "सरपंच", en = "village head", from = "2020", to = "2024-05" },
  { title = "प्रमुख", en = "block head", from = "2024-05", checked = "2026-06-01", expected_end = "2026-11" },
  { title = "सदस्य", en = "member", from = "2024-06", checked = "2025-01-01" },
  { title = "संरक्षक", en = "patron", from = "2024-07", checked = "2026-10-01" },
]
"#,
        );
        assert_eq!(faults, []);
        let newsroom = Newsroom::shipped(Config::default()).with_actors(&actors);
        let due = due(&newsroom, "2026-11-27".parse().unwrap(), 180);
        let ours: Vec<_> =
            due.iter().filter(|due| due.actor.id == "asha-devi").map(|due| due.role.title.as_str()).collect();
        assert_eq!(ours, ["प्रमुख", "सदस्य"]);
        assert!(due.is_sorted_by_key(|due| due.reason));
    }
}
