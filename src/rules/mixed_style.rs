//! Several ways to write one thing, mixed in one article: one finding that counts them all, and a fix that settles them.

use std::sync::Arc;

pub(super) use crate::newsroom::orthography::Side;

use super::{Applicability, Fact, Finding, Fix, MAX_RELATED, Message, Place, Related, Says};

/// Why the first way is kept, where it is the one of the Central Hindi Directorate's standard.
pub(super) const STANDARD: (&str, &str) = ("मानक वर्तनी यही है", "the standard advises it");

/// One place where the thing is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Use {
    /// Where it stands.
    pub place: Place,
    /// Which way it is written.
    pub side: Side,
}

impl Use {
    /// The use that a fact tells of; `None` where it says something else.
    pub fn of(fact: &Fact) -> Option<Use> {
        match fact.says {
            Says::Side(side) | Says::School { side, .. } | Says::Compound(side, _) => {
                Some(Use { place: fact.place, side })
            }
            _ => None,
        }
    }
}

/// A mixture of ways: what [`Mixture::finding`] needs to know of it.
pub(super) struct Mixture<'a, Uses: Fn(Use) -> String, Rewrite: Fn(Use, Side) -> String> {
    /// The rule's code.
    pub code: &'static str,
    /// What each way is called, by side: `अनुस्वार`, `“रुपये”`.
    pub names: &'a [Message],
    /// Why the first is kept where none is more frequent, as the end of a sentence.
    pub on_tie: (&'static str, &'static str),
    /// Whether the first is kept even where another is more frequent.
    pub is_decided: bool,
    /// Where the thing is written, in the order of the article.
    pub uses: &'a [Use],
    /// Whose uses to show first: the message cites them, and the mark stands on one of them.
    pub shown: &'a [Use],
    /// What is written at a place.
    pub written: Uses,
    /// What would be written there in another way.
    pub rewritten: Rewrite,
}

impl<Uses: Fn(Use) -> String, Rewrite: Fn(Use, Side) -> String> Mixture<'_, Uses, Rewrite> {
    /// The finding, if there is more than one way: on the first place that is not written as most are.
    pub(super) fn finding(&self) -> Option<Finding> {
        let count = |side: Side| self.uses.iter().filter(|one| one.side == side).count();
        let sides: Vec<Side> =
            (0..self.names.len() as u8).map(Side).filter(|&side| count(side) > 0).collect();
        // Of several that are used equally often the first, which is the one advised
        let most = sides.iter().copied().max_by_key(|&side| (count(side), std::cmp::Reverse(side)))?;
        let kept = if self.is_decided { Side::ADVISED } else { most };
        let odd = *self.shown.iter().find(|one| one.side != kept)?;
        let others: Vec<Side> = std::iter::once(odd.side)
            .chain(sides.iter().copied().filter(|&side| side != kept && side != odd.side))
            .chain([kept])
            .collect();
        let is_majority = others[..others.len() - 1].iter().all(|&side| count(side) < count(kept));
        let list = |part: &dyn Fn(Side) -> String| others.iter().map(|&side| part(side)).collect::<Vec<_>>();
        let (name, example) = (&self.names[kept.index()], |side| self.example(side));
        let hi =
            list(&|side| format!("{}{} {} बार", self.names[side.index()].hi, example(side), count(side)));
        let en = list(&|side| format!("{}{} {}×", self.names[side.index()].en, example(side), count(side)));
        let (why_hi, why_en) = match is_majority {
            true => ("लेख में यही ज़्यादा है", "the article has it more often"),
            false => self.on_tie,
        };
        let message = Message::new(
            format!("इस लेख में {}। पूरे लेख में {} रखें: {why_hi}।", hi.join(", "), name.hi),
            format!("in this article {}; keep {} throughout: {why_en}", en.join(", "), name.en),
        );
        let mut finding = Finding::new(self.code, odd.place, message);
        finding.related = Arc::new(self.related(odd, kept));
        let sides = std::iter::once(kept).chain(others[..others.len() - 1].iter().copied());
        finding.fixes = sides.map(|side| self.settle(side)).filter(|fix| !fix.edits.is_empty()).collect();
        Some(finding)
    }

    /// The first place of a side as an example, unless its name says it.
    fn example(&self, side: Side) -> String {
        let of = |uses: &[Use]| uses.iter().copied().find(|one| one.side == side);
        match of(self.shown).or_else(|| of(self.uses)).map(&self.written) {
            Some(text) if !self.names[side.index()].hi.contains(&text) => format!(" (“{text}”)"),
            _ => String::new(),
        }
    }

    /// The other places that are not written as most are, and the first that is.
    fn related(&self, odd: Use, kept: Side) -> Related {
        let first = self.shown.iter().chain(self.uses).find(|one| one.side == kept);
        let others = self.uses.iter().filter(|one| one.side != kept && one.place != odd.place);
        let places = first.into_iter().chain(others).take(MAX_RELATED);
        let here = |one: &Use| {
            let text = (self.written)(*one);
            (one.place, Message::new(format!("यहाँ “{text}”"), format!("“{text}” here")))
        };
        places.map(here).collect()
    }

    /// Writes everything in one way.
    fn settle(&self, side: Side) -> Fix {
        let changed = self.uses.iter().filter(|one| one.side != side);
        let rewritten = changed.map(|one| (one, (self.rewritten)(*one, side)));
        let differs = |(one, text): &(&Use, String)| *text != (self.written)(**one);
        let mut edits: Vec<(Place, String)> =
            rewritten.filter(differs).map(|(one, text)| (one.place, text)).collect();
        // Of हे हे हे each two may be one word: what shares letters with what is written already waits for the next time
        edits.sort_by_key(|(place, _)| *place);
        let mut done: Option<Place> = None;
        edits.retain(|(place, _)| {
            let is_free =
                done.is_none_or(|done| done.block != place.block || !done.span.overlaps(place.span));
            if is_free {
                done = Some(*place);
            }
            is_free
        });
        let name = &self.names[side.index()];
        let title = Message::new(
            format!("पूरे लेख में {} रखें ({} जगह)", name.hi, edits.len()),
            format!("keep {} in the whole article ({} places)", name.en, edits.len()),
        );
        Fix { title, applicability: Applicability::Suggested, edits }
    }
}
