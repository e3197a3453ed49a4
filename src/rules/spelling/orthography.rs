//! एक ही ख़बर में वर्तनी के दो ढंग मिल गए हैं, जैसे हिन्दी और हिंदी।
//!
//! ## क्यों
//! हिंदी/हिन्दी, हाँ/हां, ज़मीन/जमीन, गए/गये, दुःख/दुख: दोनों रूप सही हैं, पर एक ख़बर में दोनों चलें तो वह कई हाथों की लिखी लगती
//! है, और खोजने पर आधी ही मिलती है। गिनती एक-एक शब्द की नहीं, पूरे ढंग की होती है; इसलिए हर ढंग पर एक ही निशान लगता है
//! और एक ही फ़ैसला काफ़ी होता है।
//!
//! ## उदाहरण
//! - ✗ **हिन्दी** दिवस पर हिंदी के लेखक जुटे।
//! - ✓ हिंदी दिवस पर हिंदी के लेखक जुटे।
//! - ✗ वे पटना गए और शाम को लौट **गये**।
//! - ✓ जन्म, अन्य, सम्मान, नींद, स्थायी, रुपये: इनका दूसरा रूप है ही नहीं।
//!
//! ## क्या करें
//! जो ढंग ख़बर में ज़्यादा है, सुधार पूरी ख़बर में वही कर देता है; बराबरी पर केंद्रीय हिंदी निदेशालय की मानक वर्तनी चलती है। न्यूज़रूम की
//! पसंद `vartani.toml` में लिखें, तब दूसरे ढंग के हर शब्द पर निशान लगेगा: `[spelling]` में `nasal = "anusvara"` या `"pancham"`, `chandrabindu`,
//! `nukta` और `visarga` = `"keep"` या `"drop"`, `glide = "e"` या `"ye"`, `reph = "single"`। एक ही शब्द दो तरह लिखा हो तो यह सूचना है,
//! अलग-अलग शब्दों में ढंग बदला हो तो केवल संकेत। नामों पर और “ ” में लिखी कृतियों पर निशान नहीं लगता।
//! ---
//! Two schools of spelling in one article, such as हिन्दी and हिंदी.
//!
//! ## Why
//! हिंदी/हिन्दी, हाँ/हां, ज़मीन/जमीन, गए/गये, दुःख/दुख are both right, but both in one story read like several hands, and search
//! finds half of it. The rule counts by class, not word by word: a class has one mark, and one decision settles it.
//!
//! ## Example
//! - ✗ **हिन्दी** दिवस पर हिंदी के लेखक जुटे।
//! - ✓ हिंदी दिवस पर हिंदी के लेखक जुटे।
//! - ✗ वे पटना गए और शाम को लौट **गये**।
//! - ✓ जन्म, अन्य, सम्मान, नींद, स्थायी, रुपये have no other spelling.
//!
//! ## What to do
//! The fix writes the whole article as most of it is; where both are as many, as the Central Hindi Directorate's standard has it.
//! Put the newsroom's choice into `vartani.toml`, and each place that is otherwise is marked: under `[spelling]`
//! `nasal = "anusvara"` or `"pancham"`; `chandrabindu`, `nukta` and `visarga` = `"keep"` or `"drop"`; `glide = "e"` or `"ye"`;
//! `reph = "single"`. One word written both ways is an information, two schools in different words a hint. Names, and titles
//! in quotation marks, are left alone.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::newsroom::Newsroom;
use crate::newsroom::orthography::{Choice, School};
use crate::reading::{BlockView, Reading, Word, WordId};
use crate::rules::mixed_style::{Mixture, STANDARD, Side, Use};
use crate::rules::quoted_titles::in_titles;
use crate::rules::{About, Applicability, Fact, Finding, Message, Place, Says};
use crate::text::fold::orthographic;

const CODE: &str = "spelling/orthography";

/// Why the first spelling of a pair is kept where none is more frequent in the article.
const IN_PRINT: (&str, &str) = ("अख़बारों में यही ज़्यादा", "papers print it more often");

/// By which schools the words of a block are spelt; not those of names, which are spelt as their bearers spell them.
pub(in crate::rules) fn gather(reading: &Reading<'_>, block: usize, out: &mut Vec<Fact>) {
    let view = reading.view(block);
    let is_name = |at: usize| reading.mention_with(block, at).is_some();
    each_choice(&view, reading.newsroom, is_name, |at, _, choice| {
        let Some(word) = view.words[at] else { return };
        let place = Place { block, span: view.block.tokens[at].span };
        let says = Says::School { side: choice.side, tells: choice.tells, word };
        out.push(Fact { about: About::School(choice.school), says, place });
    });
}

/// Calls `each` with every token of a block that shows a school, its word and the choice; not those that are part of a name, stand in
/// a title or are accepted by the newsroom.
pub(crate) fn each_choice(
    view: &BlockView<'_>,
    newsroom: &Newsroom,
    is_name: impl Fn(usize) -> bool,
    mut each: impl FnMut(usize, &Word, Choice),
) {
    for (at, is_in_title) in in_titles(view).into_iter().enumerate() {
        let Some(word) = view.word(at).filter(|word| !word.schools.is_empty()) else { continue };
        if is_in_title || is_name(at) || newsroom.accepts(&word.text) {
            continue;
        }
        for choice in &word.schools {
            if choice.school == School::Glide && &*word.key == "लिए" && !is_postposition(view, at) {
                continue;
            }
            each(at, word, *choice);
        }
    }
}

/// Marks what is not spelt by the school of the newsroom, or of the rest of the article.
pub(in crate::rules) fn judge(reading: &Reading<'_>, facts: &[Fact], out: &mut Vec<Finding>) {
    let Some(&Fact { about: About::School(school), says: Says::School { side: first, .. }, .. }) =
        facts.first()
    else {
        return;
    };
    let house = reading.newsroom.config.spelling.side(school);
    let wanted = house.unwrap_or(first);
    if facts.iter().all(|fact| matches!(fact.says, Says::School { side, .. } if side == wanted)) {
        return;
    }
    let undecided = Undecided::of(reading, school, facts);
    match house {
        Some(side) => {
            let odd = undecided.uses.iter().filter(|one| one.side != side && undecided.tells(one));
            out.extend(odd.map(|one| against_the_house(school, *one, undecided.word(one), side)));
        }
        None => out.extend(mixed(reading, school, &undecided)),
    }
}

/// The uses of a school without words on which the newsroom has decided, which are `spelling/house`'s, and names
/// that are marked as inconsistent.
#[derive(Default)]
struct Undecided<'a> {
    /// The words, each once, with whether they tell the school and on which side they are.
    words: Vec<(WordId, &'a Word, bool, Side)>,
    /// The uses, in the order of the article, each with the number of its word.
    uses: Vec<Use>,
}

impl<'a> Undecided<'a> {
    fn of(reading: &'a Reading<'_>, school: School, facts: &[Fact]) -> Undecided<'a> {
        let mut out = Undecided::default();
        let prefer = reading.newsroom.config.spelling.prefer.iter();
        let decided: FxHashSet<String> = prefer.map(|text| orthographic(text)).collect();
        if school.spellings().iter().any(|spelling| decided.contains(&orthographic(spelling))) {
            return out;
        }
        // What holds for one use of a word holds for all of them
        let mut numbers: FxHashMap<WordId, Option<u32>> = FxHashMap::default();
        for fact in facts {
            let Says::School { side, tells, word: id } = fact.says else { continue };
            let number = *numbers.entry(id).or_insert_with(|| {
                let word = reading.vocabulary.word(id);
                let is_open = !reading.is_spelt_variously(id) && !decided.contains(&*word.key);
                is_open.then(|| {
                    out.words.push((id, word, tells, side));
                    out.words.len() as u32 - 1
                })
            });
            if number.is_some() {
                out.uses.push(Use { place: fact.place, side, word: number });
            }
        }
        out
    }

    fn entry(&self, one: &Use) -> Option<&(WordId, &'a Word, bool, Side)> {
        self.words.get(one.word? as usize)
    }

    fn word(&self, one: &Use) -> Option<&'a Word> {
        self.entry(one).map(|entry| entry.1)
    }

    fn tells(&self, one: &Use) -> bool {
        self.entry(one).is_some_and(|entry| entry.2)
    }

    /// The uses of the words that are `wanted`.
    fn uses_of(&self, wanted: impl Fn(&(WordId, &'a Word, bool, Side)) -> bool) -> Vec<Use> {
        let is_wanted: Vec<bool> = self.words.iter().map(wanted).collect();
        let of_wanted = |one: &&Use| one.word.is_some_and(|word| is_wanted[word as usize]);
        self.uses.iter().filter(of_wanted).copied().collect()
    }

    /// The uses of the first word that is written in more than one way.
    fn one_word_both_ways(&self, school: School) -> Vec<Use> {
        if matches!(school, School::Pair(_)) {
            return self.uses.clone();
        }
        // The side on which each word is first, and whether it is on another one too
        let mut sides: FxHashMap<&str, (Side, bool)> = FxHashMap::default();
        for (_, word, _, side) in &self.words {
            let (first, is_both) = sides.entry(&word.key).or_insert((*side, false));
            *is_both |= first != side;
        }
        // Words are in the order of their first use
        let is_both = |word: &&Word| sides.get(&*word.key).is_some_and(|(_, is_both)| *is_both);
        let first = self.words.iter().map(|(_, word, ..)| *word).find(is_both);
        first.map_or_else(Vec::new, |first| self.uses_of(|(_, word, ..)| word.key == first.key))
    }
}

/// Whether the लिए at token `at` means “for”: of the verb, many who write लिए write लिये.
fn is_postposition(view: &BlockView<'_>, at: usize) -> bool {
    let before = view.word_before(at).map_or("", |word| &*word.key);
    before.ends_with("के") || matches!(before, "इस" | "उस" | "जिस" | "किस")
}

fn written(reading: &Reading<'_>, place: Place) -> String {
    place.span.of(reading.article.blocks[place.block].text()).to_owned()
}

/// One finding for an article in two minds.
fn mixed(reading: &Reading<'_>, school: School, undecided: &Undecided<'_>) -> Option<Finding> {
    if is_of_one_mind(&undecided.uses) {
        return None;
    }
    let both_ways = undecided.one_word_both_ways(school);
    let is_question = both_ways.is_empty();
    let uses = match is_question {
        true => undecided.uses_of(|(_, word, tells, _)| *tells && is_ordinary(school, word)),
        false => undecided.uses_of(|(_, _, tells, _)| *tells),
    };
    if is_question && (uses.len() < FEWEST || is_of_one_mind(&uses)) {
        return None;
    }
    let is_of_word = !is_question && is_of_one_mind(&uses);
    let finding = Mixture {
        code: CODE,
        names: &side_names(school),
        on_tie: if matches!(school, School::Pair(_)) { IN_PRINT } else { STANDARD },
        is_decided: false,
        uses: if is_of_word { &both_ways } else { &uses },
        shown: if is_question { &uses } else { &both_ways },
        written: |one| written(reading, one.place),
        rewritten: |one, side| reading.vocabulary.spelt(undecided.entry(&one)?.0, school, side),
    };
    Some(Finding { is_question, ..finding.finding()? })
}

/// Words below this are taken for names, as far as schools are told from different words.
const ORDINARY_PER_MILLION: f32 = 4.0;

/// From different words a school is told only where so many show one.
const FEWEST: usize = 5;

fn is_of_one_mind(uses: &[Use]) -> bool {
    uses.windows(2).all(|pair| pair[0].side == pair[1].side)
}

fn is_ordinary(school: School, word: &Word) -> bool {
    let is_name = word.names.as_ref().is_some_and(|names| !names.here.is_empty());
    !is_name && word.per_million >= ORDINARY_PER_MILLION && school.knows(&word.key)
}

/// What the sides of a school are called.
pub(crate) fn side_names(school: School) -> Vec<Message> {
    let both =
        |advised: [&str; 2], other: [&str; 2]| [advised, other].map(|[hi, en]| Message::new(hi, en)).to_vec();
    match school {
        School::Nasal => both(["अनुस्वार", "anusvara"], ["पंचमाक्षर", "a half nasal letter"]),
        School::Chandrabindu => both(["चंद्रबिंदु", "chandrabindu"], ["केवल बिंदु", "a dot for chandrabindu"]),
        School::NuktaZ => both(["ज़ नुक़्ते से", "ज़ with nukta"], ["ज बिना नुक़्ते", "ज without nukta"]),
        School::NuktaF => both(["फ़ नुक़्ते से", "फ़ with nukta"], ["फ बिना नुक़्ते", "फ without nukta"]),
        School::NuktaQ => {
            both(["क़-ख़-ग़ नुक़्ते से", "क़, ख़ and ग़ with nukta"], ["क-ख-ग बिना नुक़्ते", "क, ख and ग without nukta"])
        }
        School::Glide => both(["ए/ई", "ए/ई"], ["ये/यी", "ये/यी"]),
        School::Visarga => both(["विसर्ग", "visarga"], ["बिना विसर्ग का ढंग", "the form without visarga"]),
        School::Reph => both(
            ["रेफ के बाद एक अक्षर", "a single letter after half र"],
            ["रेफ के बाद दो अक्षर", "a doubled letter after half र"],
        ),
        School::Pair(_) => {
            let quoted = |spelling: &&str| Message::new(format!("“{spelling}”"), format!("“{spelling}”"));
            school.spellings().iter().map(quoted).collect()
        }
    }
}

/// A word that is not spelt as `vartani.toml` has decided.
fn against_the_house(school: School, one: Use, word: Option<&Word>, side: Side) -> Finding {
    let text = word.map_or("", |word| &word.text);
    let wanted = word.map_or_else(String::new, |word| school.spelt(&word.text, &word.key, side));
    let names = side_names(school);
    let (is, house) = (&names[one.side.index()], &names[side.index()]);
    let message = Message::new(
        format!("“{text}” की जगह “{wanted}” लिखें: vartani.toml में {} तय है।", house.hi),
        format!("“{text}” has {}; vartani.toml has decided on {}: write “{wanted}”", is.en, house.en),
    );
    // Without its nukta राज़ is राज; everything else stays the same word
    let is_certain =
        side == Side::ADVISED || !matches!(school, School::NuktaZ | School::NuktaF | School::NuktaQ);
    Finding::new(CODE, one.place, message).replace_with(wanted, Applicability::safe_if(is_certain))
}
