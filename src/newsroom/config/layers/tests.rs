//! House styles of several files.

use super::*;
use crate::newsroom::{Level, Nasal, Sign};

/// A house style of files that are given by name; the first is the house style itself.
fn load(files: &[(&str, &str)]) -> Result<Config, Vec<(String, usize, usize, String)>> {
    let source = |name: &str| {
        files.iter().find(|(path, _)| *path == name).map(|(path, text)| Source::new(*path, *text))
    };
    let mut find =
        |_: &Source, name: &str| source(name).ok_or_else(|| Message::same(format!("{name} is not there")));
    let known = |code: &str| matches!(code, "date/weekday" | "text/digits");
    let read = Layers::load(source(files[0].0).unwrap(), &mut find).and_then(|layers| layers.config(&known));
    read.map_err(|faults| {
        let told = |(path, fault): FileFault| {
            (path.display().to_string(), fault.line, fault.column, fault.message.en)
        };
        faults.into_iter().map(told).collect()
    })
}

#[test]
fn what_the_file_says_itself_goes_before_what_it_extends() {
    let own = "extends = [\"खेल.toml\", \"घर.toml\"]\n[spelling]\nnasal = \"consistent\"\nprefer = [\"मास्को\"]\n[rules]\n\"date/weekday\" = \"error\"\n";
    let first = "[spelling]\nnukta = \"drop\"\nprefer = [\"मेसी\"]\n";
    let second = "[spelling]\nnasal = \"pancham\"\nnukta = \"keep\"\nprefer = [\"मॉस्को\"]\n[rules]\n\"date/weekday\" = \"off\"\n\"text/digits\" = \"hint\"\n";
    let config = load(&[("desk.toml", own), ("खेल.toml", first), ("घर.toml", second)]).unwrap();
    assert_eq!(config.spelling.nasal, Nasal::Consistent, "chosen, though it is what holds anyhow");
    assert_eq!(config.spelling.nukta, Sign::Drop, "of two files the first");
    assert_eq!(config.spelling.prefer, ["मास्को", "मेसी", "मॉस्को"]);
    assert_eq!(config.level("date/weekday"), Some(Level::Error));
    assert_eq!(config.level("text/digits"), Some(Level::Hint));
}

#[test]
fn a_rule_of_the_same_name_takes_the_place_of_the_other() {
    let rule = |name: &str, to: &str| {
        format!("[[pattern]]\nname = \"{name}\"\nwords = [\"सर्व\"]\nreplacement = \"{to}\"\n")
    };
    let own = format!("extends = \"house.toml\"\n{}", rule("सर्व", "सब"));
    let house = format!("{}{}", rule("सर्व", "सभी"), rule("अन्य", "समस्त"));
    let config = load(&[("vartani.toml", &own), ("house.toml", &house)]).unwrap();
    let rules: Vec<_> =
        config.patterns.iter().map(|rule| (&*rule.code, rule.replacement.as_deref())).collect();
    assert_eq!(rules, [("style/सर्व", Some("सब")), ("style/अन्य", Some("समस्त"))]);
}

#[test]
fn a_fault_is_told_in_the_file_that_has_it() {
    let own = "locale = \"hi\"\nextends = \"house.toml\"\n";
    let fault = |house: &str| load(&[("vartani.toml", own), ("house.toml", house)]).unwrap_err().remove(0);
    let (path, line, column, message) = fault("# पंक्ति\n[spelling]\nnukat = \"keep\"\n");
    assert_eq!((path.as_str(), line, column), ("house.toml", 3, 1));
    assert!(message.ends_with("did you mean `nukta`?"), "{message}");
    let (path, line, column, _) = fault("# पंक्ति\n[rules]\n\"date/wekday\" = \"off\"\n");
    assert_eq!((path.as_str(), line, column), ("house.toml", 3, 1));
    let (path, line, column, _) = fault("# पंक्ति\nskip = ['(']\n");
    assert_eq!((path.as_str(), line, column), ("house.toml", 2, 9));
    let (path, line, ..) = fault("locale = \n");
    assert_eq!((path.as_str(), line), ("house.toml", 1));
}

#[test]
fn a_bad_value_is_told_even_where_another_one_holds() {
    let own = "extends = \"house.toml\"\n[spelling]\nnukta = \"keep\"\n";
    let faults = load(&[("vartani.toml", own), ("house.toml", "[spelling]\nnukta = \"kep\"\n")]).unwrap_err();
    assert_eq!((faults[0].0.as_str(), faults[0].1, faults[0].2), ("house.toml", 2, 9));
}

#[test]
fn files_that_extend_each_other_are_a_fault_where_the_circle_closes() {
    let files = [
        ("a.toml", "extends = \"b.toml\"\n"),
        ("b.toml", "extends = \"c.toml\"\n"),
        ("c.toml", "# ग\nextends = \"b.toml\"\n"),
    ];
    let faults = load(&files).unwrap_err();
    assert_eq!((faults[0].0.as_str(), faults[0].1, faults[0].2), ("c.toml", 2, 11));
    assert!(faults[0].3.contains("b.toml → c.toml → …"), "{}", faults[0].3);
}

#[test]
fn a_file_that_is_reached_on_two_ways_counts_once() {
    let files = [
        ("a.toml", "extends = [\"b.toml\", \"c.toml\"]\n"),
        ("b.toml", "extends = \"c.toml\"\n"),
        ("c.toml", "[spelling]\naccept = [\"वर्तनी\"]\n"),
    ];
    assert_eq!(load(&files).unwrap().spelling.accept, ["वर्तनी"]);
}

#[test]
fn a_file_that_is_not_there_is_a_fault_where_it_is_named() {
    let faults = load(&[("vartani.toml", "extends = [\"vartani.toml.d\"]\n")]).unwrap_err();
    assert_eq!(faults, [("vartani.toml".to_owned(), 1, 12, "vartani.toml.d is not there".to_owned())]);
}

#[test]
fn an_override_goes_before_what_holds_for_all() {
    let text = "[spelling]\nnukta = \"keep\"\nnasal = \"anusvara\"\naccept = [\"वर्तनी\"]\n\
        [[overrides]]\npath = \"खेल/\"\nspelling = { nukta = \"drop\", accept = [\"आईपीएल\"] }\n\
        [[overrides]]\npath = [\"*.md\", \"*.txt\"]\nspelling.nukta = \"consistent\"\nrules.\"text/digits\" = \"off\"\n";
    let mut none = |_: &Source, _: &str| Err(Message::same(""));
    let layers = Layers::load(Source::new("vartani.toml", text), &mut none).unwrap();
    let base = layers.config(&|_: &str| true).unwrap();
    assert_eq!(base.overrides[1].path.get_ref().0, ["*.md", "*.txt"]);
    let config = layers.config_with(&[0, 1], &base);
    assert_eq!(
        (config.spelling.nukta, config.spelling.nasal),
        (Sign::Drop, Nasal::Anusvara),
        "the first holds"
    );
    assert_eq!(config.spelling.accept, ["आईपीएल", "वर्तनी"]);
    assert_eq!((config.level("text/digits"), base.level("text/digits")), (Some(Level::Off), None));
}

#[test]
fn every_misspelt_key_is_a_fault_wherever_it_is() {
    for (text, line, meant) in [
        ("extend = \"house.toml\"\n", 1, "extends"),
        ("[[overrides]]\npaht = \"a\"\n", 2, "path"),
        ("[[overrides]]\npath = \"a\"\n[overrides.spelling]\nnassal = \"pancham\"\n", 4, "nasal"),
        ("[[overrides]]\npath = \"a\"\n[overrides.dates]\n", 3, "date"),
        ("[sets.chunav]\nform = 2026-03-01\n", 2, "from"),
        ("[[sets.chunav.patern]]\nname = \"a\"\n", 1, "pattern"),
        ("[rules]\n\"date/weekday\" = { feilds = [\"body\"] }\n", 2, "fields"),
        ("[rules]\n\"date/weekday\" = { fields = [\"headlin\"] }\n", 2, "headline"),
    ] {
        let faults = load(&[("vartani.toml", text)]).unwrap_err();
        assert_eq!(faults[0].1, line, "{text}");
        assert!(faults[0].3.ends_with(&format!("did you mean `{meant}`?")), "{}", faults[0].3);
    }
}

#[test]
fn where_there_are_no_files_a_pack_is_followed_and_a_file_is_a_fault() {
    let config = Config::parse("extends = \"pack:daily\"\n", |_| true).unwrap();
    assert_eq!(config.spelling.nukta, Sign::Drop);
    let faults = Config::parse("# वेब\nextends = [\"pack:daily\", \"house.toml\"]\n", |_| true).unwrap_err();
    assert_eq!((faults[0].line, faults[0].column), (2, 26));
    assert!(faults[0].message.en.contains("\"house.toml\" cannot be read here"), "{}", faults[0].message.en);
}
