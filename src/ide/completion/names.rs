//! Names, in the spelling that the newsroom prefers.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use super::suggestion::{MAX_SUGGESTIONS, Occasion, Suggestion, SuggestionKind, Typed};
use crate::diagnostics::Snapshot;
use crate::ide::wording::{description, house_spelling, say};
use crate::newsroom::{Actor, ActorRef, Form, Kind, Locale, Name, NameRef, gazetteer, sound};

/// Maximum number of names that begin as typed that are looked at.
const MAX_LOOKED_AT: usize = 1024;

/// Maximum number of those that are ordered by how often Hindi uses them.
const MAX_WEIGHED: usize = 512;

/// An actor who may be meant, with the best reason. The smaller, the better.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Candidate {
    /// Fewer words typed say less.
    words: Reverse<usize>,
    /// The article speaks of this actor already: the more often, the better.
    mentions: Reverse<usize>,
    fit: Fit,
    is_not_alone: bool,
    /// From what ships, not from the newsroom's own files.
    is_shipped: bool,
    /// The bytes of the key that are not typed yet.
    left: usize,
    actor: ActorRef,
    form: u8,
    is_latin: bool,
}

impl Candidate {
    /// How likely this actor is meant, by how often the news uses the name and by how it fits.
    fn score(&self, usage: u64) -> u64 {
        let fit = match self.fit {
            Fit::Whole => 16,
            Fit::Letter => 8,
            Fit::Ear => 2,
        };
        usage * if self.is_not_alone { fit / 2 } else { fit }
    }
}

/// How well a name fits what is typed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// To its end; what is typed in Latin letters, by ear too: `shah`, शाह.
    Whole,
    /// By letter, as far as it is typed.
    Letter,
    /// By ear.
    Ear,
}

/// Adds the names of the actors that may be meant, the likeliest first.
pub(super) fn suggest(
    snapshot: &Snapshot,
    typed: &[Typed<'_>],
    occasion: Occasion,
    locale: Locale,
    out: &mut Vec<Suggestion>,
) {
    let mut mentions: FxHashMap<ActorRef, usize> = FxHashMap::default();
    let is_typed = |span: crate::text::Span| typed.iter().any(|typed| typed.span.overlaps(span));
    for mention in snapshot.mentions().iter().filter(|m| !is_typed(snapshot.span(m.block, m.span))) {
        *mentions.entry(mention.actor).or_default() += 1;
    }
    let mut best: FxHashMap<ActorRef, Candidate> = FxHashMap::default();
    for (number, typed) in typed.iter().enumerate() {
        for (left, name, fit) in beginning(snapshot, typed, number, occasion) {
            let candidate = Candidate {
                words: Reverse(number),
                mentions: Reverse(mentions.get(&name.actor).copied().unwrap_or_default()),
                fit,
                is_not_alone: !name.alone,
                is_shipped: !snapshot.newsroom.is_own(name.actor),
                left,
                actor: name.actor,
                form: name.form,
                is_latin: name.latin,
            };
            let known = best.entry(name.actor).or_insert(candidate);
            *known = candidate.min(*known);
        }
    }
    let mut candidates: Vec<Candidate> = best.into_values().collect();
    // Who fits two words is meant; who fits only the second is not
    let words = candidates.iter().map(|c| c.words).min();
    candidates.retain(|c| Some(c.words) == words);
    candidates.sort_unstable();
    candidates.truncate(MAX_WEIGHED);
    if occasion == Occasion::Typing && typed[0].is_devanagari {
        let all = snapshot.newsroom.lexicon.per_million_beginning(typed[0].text);
        candidates.retain(|c| is_worth_a_list(snapshot, c, typed[0].text, all));
    }
    let usage = |c: &Candidate| usage(snapshot, c.actor);
    candidates.sort_by_cached_key(|c| (c.mentions, Reverse(c.score(usage(c))), c.left, c.actor));
    for candidate in candidates {
        add(snapshot, &candidate, &typed[candidate.words.0], locale, out);
        if out.len() >= MAX_SUGGESTIONS {
            return;
        }
    }
}

/// The names that begin as typed, by letter and by ear, with what is left of them.
fn beginning(
    snapshot: &Snapshot,
    typed: &Typed<'_>,
    words_before: usize,
    occasion: Occasion,
) -> Vec<(usize, NameRef, Fit)> {
    let newsroom = &snapshot.newsroom;
    let key = gazetteer::key(typed.text).to_lowercase();
    let is_common = words_before == 0 && typed.is_common(newsroom);
    if is_common {
        let here = newsroom.walk(&newsroom.start(), &key);
        let is_word_of_a_name = !newsroom.names(&here).is_empty() || !newsroom.walk(&here, " ").is_empty();
        if !is_word_of_a_name {
            return Vec::new();
        }
    }
    let mut out = Vec::new();
    for (left, name) in newsroom.beginning(&key, MAX_LOOKED_AT) {
        out.push((left, name, if left == 0 { Fit::Whole } else { Fit::Letter }));
    }
    let is_heard = !is_common && (occasion == Occasion::Asked || !typed.is_devanagari);
    for key in sound::beginnings(typed.text).iter().filter(|key| is_heard && key.len() > 1) {
        for (left, name) in newsroom.sounding(key, MAX_LOOKED_AT) {
            let is_whole = left == 0 && !name.latin && !typed.is_devanagari;
            out.push((left, name, if is_whole { Fit::Whole } else { Fit::Ear }));
        }
    }
    out
}

/// Whether a name in the making is likelier than a word: of all words that begin so, every other one is the name's. Of
/// whom the article or the newsroom speaks is always worth a list, and who fits two words.
///
/// What is not a person and is called by several words has common words among them: whoever begins फ़सल hardly ever
/// means the फ़सल बीमा योजना. It gets a list from its second word on.
fn is_worth_a_list(snapshot: &Snapshot, candidate: &Candidate, typed: &str, all: f32) -> bool {
    if candidate.words.0 > 0 || candidate.mentions.0 > 0 || !candidate.is_shipped {
        return true;
    }
    let (lexicon, actor) = (&snapshot.newsroom.lexicon, snapshot.newsroom.actor(candidate.actor));
    let Some(name) = actor.names.get(candidate.form as usize) else { return false };
    let mut words = name.text.split([' ', '-']).filter(|word| word.starts_with(typed));
    let usual = words.next().map(|word| lexicon.per_million(word));
    let is_one_word = actor.kind == Kind::Person || !name.text.contains([' ', '-']);
    usual.is_some_and(|usual| 2.0 * usual >= all && (is_one_word || usual == 0.0))
}

/// How often the news uses the name, in a hundred million words: as often as Hindi does, now and then where somebody
/// holds an office, and often where the newsroom has listed the name itself.
fn usage(snapshot: &Snapshot, actor: ActorRef) -> u64 {
    const NOW_AND_THEN: u64 = 100;
    const OFTEN: u64 = 5000;
    let is_own = snapshot.newsroom.is_own(actor);
    let (lexicon, actor) = (&snapshot.newsroom.lexicon, snapshot.newsroom.actor(actor));
    let name = short(actor).map_or(actor.name(), |name| &name.text);
    let rarest = name.split([' ', '-']).map(|word| lexicon.per_million(word)).reduce(f32::min);
    let usage = (rarest.unwrap_or_default() * 100.0) as u64;
    match (is_own, actor.roles.is_empty()) {
        (true, _) => usage.max(OFTEN),
        (false, false) => usage.max(NOW_AND_THEN),
        (false, true) => usage + 1,
    }
}

fn short(actor: &Actor) -> Option<&Name> {
    actor.names.iter().find(|name| name.form == Form::Short)
}

/// Adds the forms of the actor's name, the one that is being typed first.
fn add(
    snapshot: &Snapshot,
    candidate: &Candidate,
    typed: &Typed<'_>,
    locale: Locale,
    out: &mut Vec<Suggestion>,
) {
    let actor = snapshot.newsroom.actor(candidate.actor);
    let (full, short) = (actor.name(), short(actor).map(|name| name.text.as_str()));
    let matched = actor.names.get(candidate.form as usize).filter(|_| !candidate.is_latin);
    let other = matched.filter(|name| name.form == Form::Other).map(|name| name.text.as_str());
    // Whoever has typed a first name wants all of it
    let short_again = short.filter(|_| candidate.words.0 == 0);
    let forms = match other {
        Some(_) => [other, Some(full), short_again],
        None if begins_full_name(actor, typed.text) => [Some(full), short_again, None],
        None => [short, Some(full), None],
    };
    let role = snapshot.dateline.date.and_then(|day| actor.role_on(day));
    let detail = role.map_or(description(actor, locale), |role| say(locale, &role.title, &role.en));
    for form in forms.into_iter().flatten() {
        let text = house_spelling(actor, form, &snapshot.newsroom).into_owned();
        let is_new = !out.iter().any(|known| known.label == text && known.detail == detail);
        if is_new && out.len() < MAX_SUGGESTIONS {
            out.push(Suggestion {
                label: text.clone(),
                insert: text,
                replace: typed.span,
                kind: SuggestionKind::Name(actor.kind),
                detail: detail.to_owned(),
            });
        }
    }
}

/// Whether what is typed begins the full name, in either script.
fn begins_full_name(actor: &Actor, typed: &str) -> bool {
    let sounds = sound::beginnings(typed);
    let full = [Some(actor.name()), actor.latin.first().map(String::as_str)];
    full.into_iter().flatten().any(|name| {
        let name = sound::key(name);
        sounds.iter().any(|typed| name.starts_with(typed))
    })
}

#[cfg(test)]
mod tests {
    use crate::diagnostics::test_support::{snapshot, snapshot_in};
    use crate::ide::completion::{Occasion, complete};
    use crate::newsroom::{Config, Locale};

    const ACTORS: &str = r#"
[sulochana-thakre]
kind = "person"
name = "सुलोचना ठकरे"
short = "ठकरे"
alone = true
latin = "Sulochana Thakre"
hi = "काल्पनिक सरपंच"
roles = [{ title = "सरपंच", en = "village head", from = "2020-02-01", to = "2025-03-01" }]

[mahila-mandal]
kind = "organisation"
name = "ग्राम महिला मंडल"
alone = true
short = "ग्राममं"
also = ["जीएमएम"]
latin = "Village Women's Circle"
latin_also = ["GMM"]
"#;

    fn suggested(text: &str) -> Vec<String> {
        complete(&snapshot(text, ACTORS), text.len(), Occasion::Asked, Locale::Hi)
            .into_iter()
            .map(|s| s.label)
            .collect()
    }

    #[test]
    fn a_name_is_found_in_both_scripts_and_by_ear() {
        for typed in ["put", "puti", "पुति", "पूत", "poot", "पुत"] {
            assert_eq!(suggested(typed)[..2], ["पुतिन", "व्लादिमीर पुतिन"], "{typed}");
        }
        for typed in ["jelen", "zele", "जेलेन", "ज़ेले", "Jelens"] {
            let all = suggested(typed);
            assert!(all.contains(&"ज़ेलेंस्की".to_owned()), "{typed}: {all:?}");
        }
        assert_eq!(suggested("jelen")[0], "ज़ेलेंस्की", "the news knows him better than जिलिन");
        assert_eq!(suggested("bja")[0], "भाजपा");
        assert_eq!(suggested("व्लादिमीर पु"), ["व्लादिमीर पुतिन"], "the first name is there already");
        assert_eq!(suggested("वोलोदिमीर जेल"), ["वोलोदिमिर ज़ेलेंस्की"], "the spelling that is kept");
        assert_eq!(suggested("narendra mo")[0], "नरेंद्र मोदी");
        assert_eq!(suggested("मोद")[..2], ["मोदी", "नरेंद्र मोदी"], "letters before sounds");
        assert!(suggested("shah")[..6].contains(&"अमित शाह".to_owned()), "{:?}", suggested("shah"));
    }

    #[test]
    fn the_form_that_is_typed_comes_first() {
        assert_eq!(suggested("sulo")[..2], ["सुलोचना ठकरे", "ठकरे"]);
        assert_eq!(suggested("thakr")[..2], ["ठकरे", "सुलोचना ठकरे"]);
        assert_eq!(suggested("जीएम")[..2], ["जीएमएम", "ग्राम महिला मंडल"]);
    }

    #[test]
    fn the_detail_is_the_role_on_the_articles_day() {
        let detail = |date: &str| {
            let text = format!("उज्जैन, {date} (भाषा)। सुलोच");
            complete(&snapshot(&text, ACTORS), text.len(), Occasion::Asked, Locale::Hi)[0].detail.clone()
        };
        assert_eq!(detail("12 जनवरी 2025"), "सरपंच");
        assert_eq!(detail("12 मार्च 2025"), "काल्पनिक सरपंच");
    }

    #[test]
    fn whom_the_article_names_comes_first() {
        let of = |article: &str| suggested(&format!("{article}thak"))[0].clone();
        assert_eq!(of("अनुराग ठाकुर ने कहा। "), "अनुराग ठाकुर");
        assert_ne!(of("बैठक हुई। "), "अनुराग ठाकुर");
    }

    #[test]
    fn the_house_decides_the_spelling() {
        let config = Config::parse("[spelling]\nprefer = [\"मास्को\"]\n", |_| true).unwrap();
        let text = "mosc";
        let first = complete(&snapshot_in(config, text, ""), text.len(), Occasion::Asked, Locale::Hi)[0]
            .label
            .clone();
        assert_eq!((first.as_str(), suggested(text)[0].as_str()), ("मास्को", "मॉस्को"));
    }

    #[test]
    fn ordinary_words_are_left_in_peace() {
        for typed in ["बैठक में", "उन्होंने कहा", "यह है"] {
            assert_eq!(suggested(typed), [""; 0], "{typed}");
        }
        assert!(suggested("भारत").contains(&"भारतीय जनता पार्टी".to_owned()));
    }

    #[test]
    fn the_list_is_short_and_always_the_same() {
        for typed in ["ra", "ma", "सं", "pr"] {
            let once = suggested(typed);
            assert!(once.len() <= 50 && !once.is_empty(), "{typed}: {}", once.len());
            assert_eq!(once, suggested(typed));
        }
    }
}
