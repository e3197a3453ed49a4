//! What a title claims of a person, and whether that was so on the day of the article.

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::newsroom::gazetteer::joined_key;
use crate::newsroom::offices::{self, Bare};
use crate::newsroom::{Actor, ActorRef, Role};
use crate::reading::{BlockView, Mention, Reading, Title, TitleContext, other_time};

/// An office whose title cannot be judged on the day of the article.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct UnknownOffice {
    /// The office (`US/president`); the title where the role has no office.
    pub office: String,
    /// The last day for which it is known.
    pub known_until: Date,
}

/// For so many days after leaving an office the title still stands in stories begun before.
const GRACE_DAYS: i32 = 3;

/// Beyond the record, so many days after its last an end on record still stands against the title.
const RETURN_DAYS: i32 = 366;

/// What is wrong with a title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// The person had the office before, or will have it.
    NotOnTheDay,
    /// The person has the office and is called a former holder.
    NotFormer,
    /// The person never had the office.
    SomebodyElses,
}

/// Who held an office.
#[derive(Clone, Copy, Debug)]
pub(super) struct Holder {
    pub actor: ActorRef,
    /// The last day for which that is known, if it is before the day asked for.
    pub known_until: Option<Date>,
}

/// That a person holds, or once held, an office.
pub(super) struct Claim<'r> {
    pub reading: &'r Reading<'r>,
    pub view: BlockView<'r>,
    pub mention: &'r Mention,
    pub actor: &'r Actor,
    pub day: Date,
    pub title: Title<'r>,
    /// Whether the title is said behind the name, so that it cannot be somebody else's who is named before.
    pub is_behind: bool,
    /// The offices that the title names.
    offices: Vec<String>,
    /// The person's own roles that the title may mean.
    pub meant: Vec<&'r Role>,
}

impl<'r> Claim<'r> {
    /// The claims before and behind a mention that can be judged.
    pub fn read(
        reading: &'r Reading<'r>,
        mention: &'r Mention,
        day: Date,
    ) -> impl Iterator<Item = Claim<'r>> {
        let actor = reading.actor(mention);
        // Of bodies the newsroom knows the offices by their names
        let is_of_body = |role: &Role| role.office.is_some() && offices::place_of(role).is_none();
        let own: Vec<String> =
            actor.roles.iter().filter(|role| !is_of_body(role)).map(offices::title_of).collect();
        let is_title = move |key: &str, owner: Option<&str>| {
            let owner = owner.or_else(|| own_government(actor, key, day));
            own.iter().any(|own| own == key)
                || owner.is_some_and(|owner| !reading.newsroom.offices_titled(owner, key).is_empty())
        };
        let context = reading.title_context(mention.block);
        let before = context.before(mention.tokens.start(), &is_title).map(|title| (title, false));
        let behind = context.after(mention.tokens.end(), &is_title).map(|title| (title, true));
        let claim = move |(title, is_behind)| Claim::of(reading, context, mention, day, title, is_behind);
        before.into_iter().chain(behind).map(claim).filter(Claim::can_be_judged)
    }

    fn of(
        reading: &'r Reading<'r>,
        context: TitleContext<'r>,
        mention: &'r Mention,
        day: Date,
        title: Title<'r>,
        is_behind: bool,
    ) -> Claim<'r> {
        let actor = reading.actor(mention);
        let of_owner = |owner| reading.newsroom.offices_titled(owner, &title.key);
        let of_own = || own_government(actor, &title.key, day).map(of_owner);
        let offices: Vec<String> = title.owner.map(of_owner).or_else(of_own).unwrap_or_default();
        let is_meant = |role: &&Role| match (&role.office, title.owner) {
            (Some(office), Some(_)) => offices.contains(office),
            (Some(_), None) => offices::place_of(role).is_some() && offices::title_of(role) == title.key,
            (None, Some(_)) => is_titled_as(role, &title),
            (None, None) => false,
        };
        let meant = actor.roles.iter().filter(is_meant).collect();
        Claim { reading, view: context.view, mention, actor, day, title, is_behind, offices, meant }
    }

    fn can_be_judged(&self) -> bool {
        let name = self.mention.tokens.start();
        let is_former_measured = self
            .title
            .former
            .is_some_and(|at| self.view.word_before(at).is_some_and(|word| offices::is_measure(&word.key)));
        !self.title.is_qualified
            && !is_former_measured
            && self.actor.died.is_none_or(|died| self.day < died.earliest())
            && !self.view.is_quoted(name)
            && !self.leaves_a_legacy()
            && !other_time::is_told(self.reading, self.mention.block, name, self.day, |start, end| {
                self.meant
                    .iter()
                    .any(|role| role.from.earliest() < end && role.to.is_none_or(|to| start < to.latest()))
            })
    }

    /// Whether what is spoken of is of the person's time: राष्ट्रपति ओबामा की नीति.
    fn leaves_a_legacy(&self) -> bool {
        let after = self.mention.tokens.end();
        let is_of = self.view.word(after).is_some_and(|word| offices::is_of(&word.key));
        is_of
            && (1..=2).any(|at| self.view.word(after + at).is_some_and(|word| offices::is_legacy(&word.key)))
    }

    /// What is wrong; `None` where all may be right.
    pub fn fault(&self) -> Option<Fault> {
        if self.title.former.is_some() {
            return self.is_no_former().then_some(Fault::NotFormer);
        }
        if self.may_be_right() {
            return None;
        }
        if self.meant.is_empty() {
            return self.is_somebody_elses().then_some(Fault::SomebodyElses);
        }
        // Of roles that are no office, earlier terms may be missing
        if self.meant.iter().all(|role| role.office.is_none() && self.day < role.from.earliest()) {
            return None;
        }
        let can_be_bare = match offices::bare(&self.title.key) {
            Bare::Always => true,
            Bare::Once => self.has_begun(),
            Bare::Never => false,
        };
        ((self.title.owner.is_some() || can_be_bare) && self.is_within_record()).then_some(Fault::NotOnTheDay)
    }

    /// Whether the person may hold, or have held until just now, an office of this title.
    fn may_be_right(&self) -> bool {
        let since = self.day.checked_sub(GRACE_DAYS.days()).unwrap_or(self.day);
        let may_be_held = |role: &Role| role.may_be_held_on(self.day) || role.may_be_held_on(since);
        self.actor.roles.iter().filter(|role| self.is_like(role)).any(may_be_held)
    }

    /// Whether a role may be what a title means that is not written quite so: the same office, or one with an end
    /// of the title in common, of the same country, state or body as far as that is said.
    fn is_like(&self, role: &Role) -> bool {
        if role.office.as_ref().is_some_and(|office| self.offices.contains(office)) {
            return true;
        }
        let own = offices::title_of(role);
        let is_like_it = own.ends_with(&self.title.key) || self.title.key.ends_with(&own);
        let owner = role.office.as_deref().and_then(|office| office.split_once('/')).map(|(owner, _)| owner);
        let is_owner = match self.title.owner {
            None => true,
            Some(said) => owner == Some(said) || names_owner(&role.title, &self.title.owner_written),
        };
        is_like_it && is_owner
    }

    /// Whether the person is in all offices that the title may mean, as far as is known.
    fn is_no_former(&self) -> bool {
        let held = |role: &&Role| {
            role.held_on(self.day) && (role.certainly_held_on(self.day) || self.is_last_known(role))
        };
        let Some(now) = self.meant.iter().copied().find(held) else { return false };
        let since = now.from.latest().checked_add(GRACE_DAYS.days()).unwrap_or(Date::MAX);
        since <= self.day && self.meant.iter().all(|role| role.office == now.office)
    }

    fn is_last_known(&self, role: &Role) -> bool {
        let last =
            role.office.as_deref().and_then(|office| self.reading.newsroom.last_holder(office, self.day));
        last.is_some_and(|(actor, ..)| actor == self.mention.actor)
    }

    /// Whether the office is known to be held by another, and the title is said of this person, not of somebody
    /// who meets the person: अमेरिकी राष्ट्रपति मोदी से मिलेंगे.
    fn is_somebody_elses(&self) -> bool {
        let after = self.view.word(self.mention.tokens.end());
        (self.is_behind || after.is_some_and(|word| &*word.key == "ने")) && self.holder().is_some()
    }

    /// Who held the office on the day, if another did.
    pub fn holder(&self) -> Option<Holder> {
        let newsroom = self.reading.newsroom;
        let of_nearest = self.nearest().and_then(|role| role.office.clone());
        let offices = if self.meant.is_empty() { self.offices.clone() } else { Vec::from_iter(of_nearest) };
        let certain = |office: &String| {
            let (actor, _) = newsroom.holder_on(office, self.day)?;
            Some(Holder { actor, known_until: None })
        };
        let last = |office: &String| {
            let (actor, _, known) = newsroom.last_holder(office, self.day)?;
            Some(Holder { actor, known_until: Some(known) })
        };
        let holder = offices.iter().find_map(certain).or_else(|| offices.iter().find_map(last))?;
        (holder.actor != self.mention.actor).then_some(holder)
    }

    /// The day up to which is known what the fault rests on, if it is before the day of the article.
    pub fn known_until(&self, fault: Fault) -> Option<Date> {
        match fault {
            Fault::NotOnTheDay => None,
            Fault::SomebodyElses => self.holder()?.known_until,
            Fault::NotFormer => {
                let held = self.meant.iter().find(|role| role.held_on(self.day))?;
                held.known_until().filter(|known| *known < self.day)
            }
        }
    }

    /// The role for which it is on record that the title is right on the day: held on it, or, of a former holder, before
    /// it and not again.
    pub fn verified(&self) -> Option<&'r Role> {
        let is_held = |role: &&&Role| role.certainly_held_on(self.day);
        if self.title.former.is_none() {
            return self.meant.iter().find(is_held).copied();
        }
        let is_past = |role: &&&Role| role.to.is_some_and(|to| to.latest() <= self.day);
        let is_open = self.meant.iter().any(|role| role.may_be_held_on(self.day));
        self.meant.iter().rfind(is_past).copied().filter(|_| !is_open)
    }

    /// The office that nobody has looked up for the day of the article, so that the title cannot be judged.
    pub fn unknown(&self) -> Option<UnknownOffice> {
        if self.fault().is_some_and(|fault| self.known_until(fault).is_none()) {
            return None;
        }
        let own = self.meant.iter().find_map(|role| {
            let known_until = role.known_until().filter(|known| *known < self.day)?;
            Some(UnknownOffice { office: role.office.as_ref().unwrap_or(&role.title).clone(), known_until })
        });
        let of_others = || {
            let known = |office: &String| self.reading.newsroom.office_known_until(office, self.day);
            let (office, known_until) =
                self.offices.iter().find_map(|office| Some((office, known(office)?)))?;
            Some(UnknownOffice { office: office.clone(), known_until })
        };
        own.or_else(|| of_others().filter(|_| self.title.former.is_none()))
    }

    /// The role that the title means: the last before the day, else the first after it.
    pub fn nearest(&self) -> Option<&'r Role> {
        let before = self.meant.iter().rfind(|role| role.from.earliest() <= self.day);
        before.or(self.meant.first()).copied()
    }

    /// Whether one of the terms meant has begun by the day.
    pub fn has_begun(&self) -> bool {
        self.meant.iter().any(|role| role.from.latest() <= self.day)
    }

    /// Whether the day is not so far beyond the record, or beyond an election whose outcome is not on record, that the
    /// person may have taken the office up again.
    fn is_within_record(&self) -> bool {
        let ends = self.meant.iter().filter_map(|role| role.to).map(|to| to.latest());
        let known = ends.chain([self.reading.newsroom.data_day()]).max().unwrap_or(Date::MIN);
        let office = self.nearest().and_then(|role| role.office.as_deref());
        let is_open = office.is_some_and(|office| self.reading.newsroom.is_undecided(office, self.day));
        !is_open && known.checked_add(RETURN_DAYS.days()).is_ok_and(|limit| self.day <= limit)
    }
}

/// The country whose office a title with no country before it means when it is said of somebody who has an office of that
/// country on the day: रक्षा मंत्री एस जयशंकर. One who has an office of a state may be the state's: वित्त मंत्री.
fn own_government<'a>(actor: &'a Actor, title: &str, day: Date) -> Option<&'a str> {
    let held = actor.roles.iter().filter(|role| role.held_on(day)).filter_map(offices::place_of);
    let country = |place: &'a str| match place.split_once('-') {
        None => Some(place),
        Some((country, _)) => (offices::bare(title) == Bare::Always).then_some(country),
    };
    let mut countries = held.map(country);
    let first = countries.next()??;
    countries.all(|other| other == Some(first)).then_some(first)
}

/// Whether a role that is no office of one person is what a title says: बिहार के उपमुख्यमंत्री.
fn is_titled_as(role: &Role, title: &Title<'_>) -> bool {
    offices::title_of(role) == title.key && names_owner(&role.title, &title.owner_written)
}

/// Whether a title has an owner, by its joined key, at the beginning of a word: not सपा in बसपा.
fn names_owner(title: &str, owner: &str) -> bool {
    let words: Vec<&str> = title.split(' ').collect();
    (0..words.len()).any(|from| joined_key(&words[from..].join(" ")).starts_with(owner))
}
