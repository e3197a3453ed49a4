//! Several ways to write one thing, mixed in one article: one finding that counts them all, and a fix that settles them.

use std::sync::Arc;

pub(super) use crate::newsroom::orthography::Side;

use super::{Applicability, Edits, Fact, Finding, Fix, MAX_RELATED, Message, Place, Related, Says};

/// Why the first way is kept, where it is the one of the Central Hindi Directorate's standard.
pub(super) const STANDARD: (&str, &str) = ("मानक वर्तनी यही है", "the standard advises it");

/// One place where the thing is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Use {
    /// Where it stands.
    pub place: Place,
    /// Which way it is written.
    pub side: Side,
    /// The number of the word that is written, among those of the mixture, if words have numbers there: uses of one word
    /// are rewritten alike.
    pub word: Option<u32>,
}

impl Use {
    /// The use that a fact tells of; `None` where it says something else.
    pub fn of(fact: &Fact) -> Option<Use> {
        match fact.says {
            Says::Side(side) | Says::School { side, .. } | Says::Compound(side, _) => {
                Some(Use { place: fact.place, side, word: None })
            }
            _ => None,
        }
    }
}

/// What to write, unless it is written already.
pub(super) fn unless_written(text: String, written: &str) -> Option<String> {
    (text != written).then_some(text)
}

/// A mixture of ways: what [`Mixture::finding`] needs to know of it.
pub(super) struct Mixture<'a, Uses: Fn(Use) -> String, Rewrite: Fn(Use, Side) -> Option<String>> {
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
    /// What would be written there in another way; `None` where that is what is written.
    pub rewritten: Rewrite,
}

impl<Uses: Fn(Use) -> String, Rewrite: Fn(Use, Side) -> Option<String>> Mixture<'_, Uses, Rewrite> {
    /// The finding, if there is more than one way: on the first place that is not written as most are.
    pub(super) fn finding(&self) -> Option<Finding> {
        let counts = self.counts();
        let count = |side: Side| counts[side.index()];
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
        let why = if is_majority { None } else { Some(self.on_tie) };
        let message = self.message(odd.side, kept, &others, &counts, why);
        let mut finding = Finding::new(self.code, odd.place, message);
        finding.related = Arc::new(self.related(odd, kept));
        let sides = std::iter::once(kept).chain(others[..others.len() - 1].iter().copied());
        finding.fixes = sides.map(|side| self.settle(side)).filter(|fix| !fix.edits.is_empty()).collect();
        Some(finding)
    }

    /// How often each way is used, by side.
    fn counts(&self) -> Vec<usize> {
        let mut counts = vec![0; self.names.len()];
        for one in self.uses {
            if let Some(count) = counts.get_mut(one.side.index()) {
                *count += 1;
            }
        }
        counts
    }

    /// What is mixed, and which way to keep: what is written first, then what it is called. `why` is said where the counts
    /// do not say it.
    fn message(
        &self,
        odd: Side,
        kept: Side,
        all: &[Side],
        counts: &[usize],
        why: Option<(&str, &str)>,
    ) -> Message {
        let count = |side: Side| counts[side.index()];
        let name = |side: Side| &self.names[side.index()];
        let in_brackets = |why: Option<&str>| why.map(|why| format!(" ({why})")).unwrap_or_default();
        let (why_hi, why_en) = (why.map(|(hi, _)| hi), why.map(|(_, en)| en));
        let (a, b) = (count(odd), count(kept));
        if let (Some(one), Some(other), [_, _]) = (self.example(odd), self.example(kept), all) {
            let (counts_hi, counts_en) = (format!("{a} और {b} बार"), format!("{a}× and {b}×"));
            return Message::new(
                format!(
                    "“{one}” में {}, “{other}” में {}: “{other}” का ढंग रखें{}।",
                    name(odd).hi,
                    name(kept).hi,
                    in_brackets(Some(why_hi.unwrap_or(&counts_hi))),
                ),
                format!(
                    "“{one}” has {}, “{other}” {}: write all like “{other}”{}",
                    name(odd).en,
                    name(kept).en,
                    in_brackets(Some(why_en.unwrap_or(&counts_en))),
                ),
            );
        }
        let hi: Vec<String> =
            all.iter().map(|&side| format!("{} {} बार", name(side).hi, count(side))).collect();
        let en: Vec<String> = all.iter().map(|&side| format!("{} {}×", name(side).en, count(side))).collect();
        let (many_hi, many_en) = match all.len() {
            2 => ("दो".to_owned(), "two".to_owned()),
            3 => ("तीन".to_owned(), "three".to_owned()),
            many => (many.to_string(), many.to_string()),
        };
        let (hi, en) = (hi.join(", "), en.join(", "));
        // A school is a ढंग, one word in quotation marks has रूप
        let form = if name(kept).hi.starts_with('“') { "रूप" } else { "ढंग" };
        Message::new(
            format!("एक ख़बर में {many_hi} {form}: {hi}। {} रखें{}।", name(kept).hi, in_brackets(why_hi)),
            format!("{many_en} forms in one article: {en}; keep {}{}", name(kept).en, in_brackets(why_en)),
        )
    }

    /// The first place of a side as an example, unless its name says it.
    fn example(&self, side: Side) -> Option<String> {
        let of = |uses: &[Use]| uses.iter().copied().find(|one| one.side == side);
        let text = of(self.shown).or_else(|| of(self.uses)).map(&self.written)?;
        (!self.names[side.index()].hi.contains(&text)).then_some(text)
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
        let mut texts: Vec<String> = Vec::new();
        let mut add = |text: String| {
            texts.push(text);
            texts.len() as u32 - 1
        };
        let mut of_word: Vec<Option<Option<u32>>> = Vec::new();
        let changed = self.uses.iter().filter(|one| one.side != side);
        let rewritten = changed.filter_map(|one| {
            let Some(word) = one.word.map(|word| word as usize) else {
                return Some((one.place, add((self.rewritten)(*one, side)?)));
            };
            if of_word.len() <= word {
                of_word.resize(word + 1, None);
            }
            let text = *of_word[word].get_or_insert_with(|| (self.rewritten)(*one, side).map(&mut add));
            Some((one.place, text?))
        });
        let mut edits: Vec<(Place, u32)> = Vec::with_capacity(self.uses.len());
        edits.extend(rewritten);
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
            format!("पूरी ख़बर में {} रखें ({} बदलाव)", name.hi, edits.len()),
            format!("keep {} in the whole article ({} changes)", name.en, edits.len()),
        );
        Fix { title, applicability: Applicability::Suggested, edits: Edits::Alike(edits, texts.into()) }
    }
}
