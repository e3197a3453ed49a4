//! The rows of our own data do not contradict one another.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use vartani::newsroom::audit::{ActorFile, audit};
use vartani::newsroom::{Actor, Config, Kind, Newsroom};
use vartani::reading::{DateHints, Reader};
use vartani::text::{Article, Format};

fn shipped() -> Vec<Actor> {
    Newsroom::shipped(Config::default()).actors().cloned().collect()
}

fn places(actors: &[Actor]) -> impl Iterator<Item = &Actor> {
    actors.iter().filter(|actor| actor.kind == Kind::Place)
}

/// The spellings that the rows of places call other spellings of a name, with that name and the id.
fn misspellings(actors: &[Actor]) -> BTreeMap<&str, (&str, &str)> {
    places(actors)
        .flat_map(|place| {
            let others = place.spellings.iter().flat_map(|spelling| &spelling.others);
            others.map(|other| (other.as_str(), (place.name(), place.id.as_str())))
        })
        .collect()
}

#[test]
fn no_name_of_a_place_is_called_a_misspelling_of_another() {
    let actors = shipped();
    let misspellings = misspellings(&actors);
    let mut clashes = Vec::new();
    for place in places(&actors) {
        for name in &place.names {
            if let Some((right, id)) = misspellings.get(name.text.as_str()) {
                clashes.push(format!("{} of [{}] is a spelling of {right} [{id}]", name.text, place.id));
            }
        }
    }
    assert!(clashes.is_empty(), "\n{}\n", clashes.join("\n"));
}

#[test]
fn no_name_of_several_words_has_a_word_that_is_called_a_misspelling() {
    let actors = shipped();
    let misspellings = misspellings(&actors);
    let mut clashes = Vec::new();
    for actor in &actors {
        for name in actor.names.iter().filter(|name| name.text.contains([' ', '-'])) {
            for word in name.text.split([' ', '-', '(', ')']) {
                match misspellings.get(word) {
                    Some((right, id)) if *id != actor.id => clashes.push(format!(
                        "{} of [{}] has {word}, which is a spelling of {right} [{id}]",
                        name.text, actor.id
                    )),
                    _ => {}
                }
            }
        }
    }
    assert!(clashes.is_empty(), "\n{}\n", clashes.join("\n"));
}

#[test]
fn the_latin_form_of_a_place_is_that_of_one_unless_a_row_says_no() {
    let actors = shipped();
    let mut rows: BTreeMap<&str, Vec<&Actor>> = BTreeMap::new();
    for place in places(&actors).filter(|place| place.names.iter().any(|name| name.alone)) {
        for latin in &place.latin {
            rows.entry(latin).or_default().push(place);
        }
    }
    let shared = rows.iter().filter(|(_, places)| places.len() > 1);
    let clashes: Vec<_> = shared
        .map(|(latin, places)| {
            format!("{latin}: {:?}", places.iter().map(|place| &place.id).collect::<Vec<_>>())
        })
        .collect();
    assert!(clashes.is_empty(), "\n{}\n", clashes.join("\n"));
}

#[test]
fn a_form_stands_once_in_an_entry_of_a_place_or_an_organisation() {
    let mut twice = Vec::new();
    let actors = shipped();
    for actor in actors.iter().filter(|actor| actor.kind != Kind::Person) {
        let spellings = actor.spellings.iter().flat_map(|spelling| &spelling.others);
        let mut seen = BTreeSet::new();
        for form in actor.names.iter().map(|name| &name.text).chain(spellings) {
            if !seen.insert(form) {
                twice.push(format!("[{}]: {form}", actor.id));
            }
        }
    }
    assert!(twice.is_empty(), "\n{}\n", twice.join("\n"));
}

#[test]
fn every_state_has_its_districts() {
    let actors = shipped();
    let districts = |state: &str| {
        let said = [format!("{state} का ज़िला"), format!("{state} का शहर")];
        places(&actors).filter(|place| said.contains(&place.hi)).count()
    };
    for (state, least) in
        [("उत्तर प्रदेश", 75), ("बिहार", 38), ("मध्य प्रदेश", 55), ("राजस्थान", 41), ("नागालैंड", 17)]
    {
        assert!(districts(state) >= least, "{state}: {}", districts(state));
    }
}

#[test]
fn a_number_belongs_to_a_name() {
    let ids = |text: &str| {
        let mut reader = Reader::new(Arc::new(Newsroom::shipped(Config::default())));
        let article = Article::parse(text, Format::Plain);
        let reading = reader.read(&article, text, DateHints::default());
        reading.mentions.iter().map(|mention| reading.actor(mention).id.clone()).collect::<Vec<_>>()
    };
    for written in ["चंद्रयान-3", "चंद्रयान 3", "चंद्रयान-३", "चन्द्रयान-3"]
    {
        assert_eq!(ids(&format!("{written} चाँद पर उतरा।")), ["chandrayaan-3"], "{written}");
    }
    assert_eq!(ids("आदित्य-एल1 सूर्य की ओर है।"), ["aditya-l1"]);
    assert_eq!(ids("संसद ने अनुच्छेद 370 हटाया।"), ["article-370"]);
    assert_eq!(ids("योजना के चंद्रयान 30 नहीं, अनुच्छेद 371 बचा है।"), [""; 0]);
}

#[test]
fn a_file_with_roles_of_after_june_2025_says_what_they_rest_on() {
    let late = ["2025-07", "2025-08", "2025-09", "2025-1", "2026"];
    let keys = ["from", "to", "checked"];
    let mut silent = Vec::new();
    for folder in ["data/actors/india", "data/actors/world"] {
        for file in std::fs::read_dir(folder).unwrap() {
            let path = file.unwrap().path();
            let written = std::fs::read_to_string(&path).unwrap();
            let head = written.lines().take_while(|line| line.starts_with('#'));
            let is_late = |key| late.iter().any(|day| written.contains(&format!("{key} = \"{day}")));
            if keys.into_iter().any(is_late) && !head.into_iter().any(|line| line.starts_with("# Rests on")) {
                silent.push(path);
            }
        }
    }
    assert!(silent.is_empty(), "no `# Rests on` at the head of {silent:?}");
}

/// People in the news who held no office that has a day on record, and whose birth is given in several ways or not at all.
const NEITHER: &[&str] = &[
    "abu-salem",
    "ajay-alok",
    "anmol-bishnoi",
    "asiya-andrabi",
    "bittu-bajrangi",
    "chhota-rajan",
    "chhota-shakeel",
    "darshan-pal",
    "davinder-singh-dsp",
    "dhaval-buch",
    "digvijay-chautala",
    "disha-ravi",
    "gunaratna-sadavarte",
    "honeypreet-insan",
    "iqbal-ansari",
    "kalbe-jawad",
    "kanika-kapoor",
    "ketan-parekh",
    "khalid-rasheed-farangi-mahali",
    "lakha-sidhana",
    "lav-agarwal",
    "madhu-kishwar",
    "monu-manesar",
    "naresh-meena",
    "pooja-singhal",
    "priti-gandhi",
    "raman-gangakhedkar",
    "rangoli-chandel",
    "reena-paswan",
    "safoora-zargar",
    "shehnaaz-gill",
    "showik-chakraborty",
    "supriyo-bhattacharya",
    "swati-chaturvedi",
    "tahir-hussain",
];

#[test]
fn everybody_has_a_birth_a_role_or_a_death() {
    let actors = shipped();
    let people = actors.iter().filter(|actor| actor.kind == Kind::Person);
    let bare =
        people.filter(|person| person.born.is_none() && person.died.is_none() && person.roles.is_empty());
    let bare = bare.map(|person| person.id.as_str()).filter(|id| !NEITHER.contains(id));
    let bare: Vec<_> = bare.collect();
    assert!(bare.is_empty(), "neither birth nor role: {bare:?}");
}

/// Of the notes on what ships only gaps and namesakes stand: neither can be mended without a source.
#[test]
fn nobody_is_described_by_an_office_that_ended_or_looked_up_before_it_began() {
    let actors = shipped();
    let files = [ActorFile { actors, ..ActorFile::default() }];
    let is_known = |said: &str| said.contains("nobody is on record") || said.contains("is the name of");
    let remarks = audit(&files, []).into_iter().map(|remark| remark.fault.message.en);
    let others: Vec<_> = remarks.filter(|said| !is_known(said)).collect();
    assert!(others.is_empty(), "\n{}\n", others.join("\n"));
}

#[test]
fn a_department_of_a_state_is_read_after_the_state() {
    for (text, is_read) in [
        ("बिहार शिक्षा विभाग ने आदेश दिया।", true),
        ("राजस्थान के स्वास्थ्य विभाग ने आदेश दिया।", true),
        ("झारखंड पुलिस ने जाँच की।", true),
        ("पाकिस्तान के शिक्षा विभाग ने आदेश दिया।", false),
    ] {
        let mut reader = Reader::new(Arc::new(Newsroom::shipped(Config::default())));
        let article = Article::parse(text, Format::Plain);
        let reading = reader.read(&article, text, DateHints::default());
        let kinds = reading.mentions.iter().map(|mention| reading.actor(mention).kind);
        assert_eq!(kinds.into_iter().any(|kind| kind == Kind::Organisation), is_read, "{text}");
    }
}

#[test]
fn a_state_with_a_hyphen_says_whose_town_is_meant() {
    let mut reader = Reader::new(Arc::new(Newsroom::shipped(Config::default())));
    for (text, id) in [("जम्मू-कश्मीर के डोडा में हिमपात हुआ।", "doda"), ("महाराष्ट्र के रायगढ़ में बारिश हुई।", "raigad")]
    {
        let article = Article::parse(text, Format::Plain);
        let reading = reader.read(&article, text, DateHints::default());
        assert!(reading.mentions.iter().any(|mention| reading.actor(mention).id == id), "{text}");
    }
}
