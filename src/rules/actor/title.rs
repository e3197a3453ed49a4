//! नाम के आगे जो पद लिखा है, वह लेख की तारीख़ पर उस व्यक्ति का नहीं था।
//!
//! ## क्यों
//! पद बदलते रहते हैं, और पुरानी कॉपी से आया “राष्ट्रपति” या छूटा हुआ “पूर्व” पाठक को ग़लत जानकारी देता है।
//!
//! ## उदाहरण
//! 12 मार्च 2025 की ख़बर में:
//! - ✗ **अमेरिकी राष्ट्रपति जो बाइडेन** ने कहा।
//! - ✓ **पूर्व अमेरिकी राष्ट्रपति जो बाइडेन** ने कहा।
//! - ✓ **अमेरिकी राष्ट्रपति डोनाल्ड ट्रंप** ने कहा।
//!
//! ## क्या करें
//! “पूर्व” जोड़ें या हटाएँ, या नाम मिला लें; सुझाव में उस दिन का पदाधिकारी भी होता है। लेख की तारीख़ न मिले, पद की जानकारी उस दिन
//! तक की न हो, बात उद्धरण में हो, या वाक्य किसी और समय की बात करे, तो यह नियम चुप रहता है।
//! ---
//! The title before a name was not that person's on the day of the article.
//!
//! ## Why
//! Offices change hands. A राष्ट्रपति left over from old copy, or a missing पूर्व, misinforms the reader.
//!
//! ## Example
//! In a story of 12 March 2025:
//! - ✗ **अमेरिकी राष्ट्रपति जो बाइडेन** ने कहा।
//! - ✓ **पूर्व अमेरिकी राष्ट्रपति जो बाइडेन** ने कहा।
//! - ✓ **अमेरिकी राष्ट्रपति डोनाल्ड ट्रंप** ने कहा।
//!
//! ## What to do
//! Add or take away पूर्व, or check the name; who held the office on that day is among the fixes. Without a dateline, beyond the day
//! up to which offices are on record, in quotations, and where the sentence speaks of another time, the rule is silent.

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::newsroom::calendar::date_in_words;
use crate::newsroom::offices::{self, Bare};
use crate::newsroom::{Actor, ActorRef, Kind, Locale, Role};
use crate::reading::title::{self, Title};
use crate::reading::{BlockView, Mention, Reading, other_time, quotation};
use crate::rules::{Finding, Message, Place};

const CODE: &str = "actor/title";

/// So many days after leaving an office the title still stands in stories begun before.
const GRACE_DAYS: i32 = 7;

/// Beyond the record, so many days after its last an end on record still stands against the title.
const RETURN_DAYS: i32 = 366;

/// Marks titles that were somebody else's on the day of the article.
pub(in crate::rules) fn check(reading: &Reading<'_>, block: usize, out: &mut Vec<Finding>) {
    let Some(day) = reading.dateline.date else { return };
    let mentions = reading.mentions_in(block).iter();
    let persons = mentions.filter(|mention| reading.actor(mention).kind == Kind::Person);
    out.extend(persons.filter_map(|mention| {
        let claim = Claim::read(reading, mention, day)?;
        claim.finding(claim.fault()?)
    }));
}

/// What is wrong with a title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    /// The person had the office before, or will have it.
    NotOnTheDay,
    /// The person has the office and is called a former holder.
    NotFormer,
    /// The person never had the office.
    SomebodyElses,
}

/// That a person holds, or once held, an office.
struct Claim<'r> {
    reading: &'r Reading<'r>,
    view: BlockView<'r>,
    mention: &'r Mention,
    actor: &'r Actor,
    day: Date,
    title: Title,
    /// The person's own roles that the title may mean.
    meant: Vec<&'r Role>,
}

impl<'r> Claim<'r> {
    /// The claim before a mention; `None` where there is none, or none that can be judged.
    fn read(reading: &'r Reading<'r>, mention: &'r Mention, day: Date) -> Option<Claim<'r>> {
        let (view, actor) = (reading.view(mention.block), reading.actor(mention));
        let name = mention.tokens.0 as usize;
        let roles: Vec<(&Role, String)> = actor
            .roles
            .iter()
            .filter(|role| offices::place_of(role).is_some())
            .map(|role| (role, offices::title_of(role)))
            .collect();
        let title = title::before(&view, name, |key, place| {
            roles.iter().any(|(_, own)| own == key)
                || place.is_some_and(|place| reading.newsroom.office_titled(place, key).is_some())
        })?;
        let is_meant = |role: &Role, key: &str| {
            key == title.key && title.place.is_none_or(|place| offices::place_of(role) == Some(place))
        };
        let meant = roles.iter().filter(|(role, key)| is_meant(role, key)).map(|(role, _)| *role).collect();
        let claim = Claim { reading, view, mention, actor, day, title, meant };
        claim.can_be_judged().then_some(claim)
    }

    fn can_be_judged(&self) -> bool {
        let name = self.mention.tokens.0 as usize;
        let is_former_measured = self
            .title
            .former
            .is_some_and(|at| self.view.word_before(at).is_some_and(|word| offices::is_measure(&word.key)));
        !self.title.is_qualified
            && !is_former_measured
            && self.actor.died.is_none_or(|died| self.day < died.earliest())
            && !quotation::is_quoted(&self.view, name)
            && !other_time::is_told(self.reading, self.mention.block, name, self.day, |start, end| {
                self.meant
                    .iter()
                    .any(|role| role.from.earliest() < end && role.to.is_none_or(|to| start < to.latest()))
            })
    }

    fn fault(&self) -> Option<Fault> {
        if self.title.former.is_some() {
            return self.is_no_former().then_some(Fault::NotFormer);
        }
        if self.may_be_right() {
            return None;
        }
        if self.meant.is_empty() {
            return self.is_somebody_elses().then_some(Fault::SomebodyElses);
        }
        let can_be_bare = match offices::bare(&self.title.key) {
            Bare::Always => true,
            Bare::Once => self.has_begun(),
            Bare::Never => false,
        };
        ((self.title.place.is_some() || can_be_bare) && self.is_within_record()).then_some(Fault::NotOnTheDay)
    }

    /// Whether the day is not so far beyond the record that somebody may have taken the office up again.
    fn is_within_record(&self) -> bool {
        let ends = self.meant.iter().filter_map(|role| role.to).map(|to| to.latest());
        let known = ends.chain([offices::data_day()]).max().unwrap_or(Date::MIN);
        known.checked_add(RETURN_DAYS.days()).is_ok_and(|limit| self.day <= limit)
    }

    /// Whether the person may hold, or have held until just now, an office of this title.
    fn may_be_right(&self) -> bool {
        let since = self.day.checked_sub(GRACE_DAYS.days()).unwrap_or(self.day);
        let is_like_it = |role: &&Role| offices::title_of(role).ends_with(&self.title.key);
        let may_be_held = |role: &Role| role.may_be_held_on(self.day) || role.may_be_held_on(since);
        self.actor.roles.iter().filter(is_like_it).any(may_be_held)
    }

    /// Whether the person is certainly in all offices that the title may mean.
    fn is_no_former(&self) -> bool {
        let held = |role: &&Role| role.certainly_held_on(self.day);
        let Some(now) = self.meant.iter().copied().find(held) else { return false };
        let since = now.from.latest().checked_add(GRACE_DAYS.days()).unwrap_or(Date::MAX);
        since <= self.day && self.meant.iter().all(|role| role.office == now.office)
    }

    /// Whether the office is certainly held by another, and the title is said of this person: of one who acts.
    fn is_somebody_elses(&self) -> bool {
        let after = self.view.word(self.mention.tokens.1 as usize);
        after.is_some_and(|word| &*word.key == "ने") && self.holder().is_some()
    }

    /// Who held the office on the day, with the role.
    fn holder(&self) -> Option<(ActorRef, &'r Role)> {
        let newsroom = self.reading.newsroom;
        let office = match self.nearest() {
            Some(role) => role.office.clone()?,
            None => newsroom.office_titled(self.title.place?, &self.title.key)?,
        };
        newsroom.holder_on(&office, self.day).filter(|(holder, _)| *holder != self.mention.actor)
    }

    /// The role that the title means: the last before the day, else the first after it.
    fn nearest(&self) -> Option<&'r Role> {
        let before = self.meant.iter().rfind(|role| role.from.earliest() <= self.day);
        before.or(self.meant.first()).copied()
    }

    fn finding(&self, fault: Fault) -> Option<Finding> {
        let (tokens, text) = (&self.view.block.tokens, self.view.block.text());
        let place = |span| Place { block: self.mention.block, span };
        let token = |at: usize| tokens.get(at).map(|token| token.span);
        let title = token(self.title.tokens.start)?.to(token(self.title.tokens.end - 1)?);
        let former = self.title.former.and_then(token);
        let marked = former.unwrap_or(title).to(self.mention.span);
        let mut finding = Finding::new(CODE, place(marked), self.message(fault));
        if let Some(former) = former {
            let without = former.to(title).of(text).replacen("पूर्व", "", 1);
            return Some(finding.fix(place(former.to(title)), without.trim_start(), false));
        }
        if self.meant.iter().any(|role| role.to.is_some_and(|to| to.latest() <= self.day)) {
            finding = finding.fix(place(title), format!("पूर्व {}", title.of(text)), false);
        }
        if let Some((holder, _)) = self.holder() {
            let name = self.reading.newsroom.actor(holder).name();
            finding = finding.fix(place(self.mention.span), name, false);
        }
        Some(finding)
    }

    fn message(&self, fault: Fault) -> Message {
        Message::new(self.in_hindi(fault), self.in_english(fault))
    }

    fn in_hindi(&self, fault: Fault) -> String {
        let (name, day) = (self.actor.name(), date_in_words(self.day, Locale::Hi));
        let own = self.own(Locale::Hi);
        if fault == Fault::NotFormer {
            return format!("{day} को {name} इसी पद पर: {own}। “पूर्व” हटाएँ।");
        }
        let mut parts = vec![format!("{day} को यह पद {name} का नहीं था।")];
        match self.actor.role_on(self.day) {
            _ if !own.is_empty() => parts.push(format!("उनका कार्यकाल: {own}।")),
            Some(current) => parts.push(format!("उस दिन उनका पद: {}।", current.title)),
            None => {}
        }
        if let Some((holder, role)) = self.holder() {
            let holder = self.reading.newsroom.actor(holder).name();
            parts.push(format!("उस दिन {}: {holder}।", role.title));
        }
        let ask = if self.has_begun() {
            "“पूर्व” जोड़ें या नाम मिला लें।"
        } else {
            "पद या नाम मिला लें।"
        };
        parts.push(ask.to_owned());
        parts.join(" ")
    }

    fn in_english(&self, fault: Fault) -> String {
        let (name, day) = (self.actor.name(), date_in_words(self.day, Locale::En));
        let own = self.own(Locale::En);
        if fault == Fault::NotFormer {
            return format!("{name} was in office on {day}: {own}; take away “पूर्व”");
        }
        let mut parts = vec![format!("{name} did not hold this office on {day}")];
        match self.actor.role_on(self.day) {
            _ if !own.is_empty() => parts.push(format!("their term: {own}")),
            Some(current) => parts.push(format!("on that day they were {}", current.en)),
            None => {}
        }
        if let Some((holder, role)) = self.holder() {
            let holder = self.reading.newsroom.actor(holder).name();
            parts.push(format!("{} was {holder}", role.en));
        }
        let ask = if self.has_begun() {
            "add “पूर्व” or check the name"
        } else {
            "check the title or the name"
        };
        parts.push(ask.to_owned());
        parts.join("; ")
    }

    /// The terms of the person that the title may mean, in words.
    fn own(&self, locale: Locale) -> String {
        self.meant.iter().map(|role| role.in_words(locale)).collect::<Vec<_>>().join("; ")
    }

    /// Whether one of these terms has begun by the day.
    fn has_begun(&self) -> bool {
        self.meant.iter().any(|role| role.from.latest() <= self.day)
    }
}
