//! Files with every fault that an audit finds, and with what it leaves alone.

use super::*;

/// What is said of a file: line, whether it is a note, and the message.
fn said(text: &str) -> Vec<(usize, bool, String)> {
    let files = [ActorFile::of_actors(text.to_owned())];
    audit(&files, []).into_iter().map(|r| (r.fault.line, r.is_note, r.fault.message.en)).collect()
}

fn person(id: &str, name: &str, more: &str) -> String {
    format!("[{id}]\nkind = \"person\"\nname = \"{name}\"\nlatin = \"X\"\n{more}\n")
}

#[test]
fn two_holders_of_one_office_on_one_day() {
    let one = person(
        "a",
        "आशा देवी",
        "roles = [{ title = \"राष्ट्रपति\", en = \"p\", office = \"IN/president\", from = \"2019\" }]",
    );
    let other = person(
        "b",
        "गीता देवी",
        "roles = [\n  { title = \"राष्ट्रपति\", en = \"p\", office = \"IN/president\", from = \"2022-07-25\" },\n]",
    );
    let found = said(&format!("{one}{other}"));
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].0, found[0].1), (11, false));
    assert!(found[0].2.contains("is held by [a] too (2019 to open)"), "{}", found[0].2);
}

#[test]
fn the_day_of_the_handover_is_no_overlap_and_a_gap_is_a_note() {
    let role = |from: &str, to: &str| {
        format!(
            "roles = [{{ title = \"राज्यपाल\", en = \"g\", office = \"IN-BR/governor\", from = \"{from}\", to = \"{to}\" }}]"
        )
    };
    let first = person("a", "आशा देवी", &role("2019-01-01", "2020-01-01"));
    let next = person("b", "गीता देवी", &role("2020-01-01", "2021-01-01"));
    let late = person("c", "सीता देवी", &role("2021-03", "2022-01-01"));
    assert_eq!(said(&format!("{first}{next}")), []);
    let found = said(&format!("{first}{next}{late}"));
    assert_eq!(found.len(), 1);
    assert!(found[0].1, "a gap is no fault");
    assert!(found[0].2.contains("from 2021-01-01 to 2021-03"), "{}", found[0].2);
}

#[test]
fn offices_are_where_and_what() {
    let office = |office: &str| {
        let more =
            format!("roles = [{{ title = \"t\", en = \"t\", office = \"{office}\", from = \"2020\" }}]");
        said(&person("a", "आशा देवी", &more)).len()
    };
    assert_eq!(["IN/president", "PK-PB/chief-minister", "a/head"].map(office), [0, 0, 0]);
    assert_eq!(["president", "IN/", "India/president", "b/head", "IN/Home Minister"].map(office), [1; 5]);
}

#[test]
fn a_life_and_its_roles() {
    let of = |life: &str, role: &str| {
        let more = format!("{life}\nroles = [{{ title = \"सरपंच\", en = \"h\", {role} }}]");
        said(&person("a", "आशा देवी", &more)).into_iter().map(|(.., message)| message).collect::<Vec<_>>()
    };
    assert_eq!(
        of("born = \"1980\"", "from = \"1975\", to = \"1979\""),
        ["[a]: \"सरपंच\" begins before the person was born"]
    );
    assert_eq!(
        of("died = \"2020-05-01\"", "from = \"2019\""),
        ["[a]: \"सरपंच\" has no end, but the person died on 2020-05-01; write `to`"]
    );
    assert_eq!(
        of("died = \"2020-05-01\"", "from = \"2019\", to = \"2020-05-02\""),
        [""; 0],
        "died in office"
    );
    assert_eq!(of("died = \"2020-05-01\"", "from = \"2019\", to = \"2021\"").len(), 1);
}

#[test]
fn nobody_holds_an_office_twice_at_once() {
    let more = "roles = [\n  { title = \"सरपंच\", en = \"h\", from = \"2019\", to = \"2022\" },\n  { title = \"सरपंच\", en = \"h\", from = \"2021\" },\n]";
    let found = said(&person("a", "आशा देवी", more));
    assert_eq!(found.iter().map(|(line, ..)| *line).collect::<Vec<_>>(), [7]);
}

#[test]
fn who_held_an_office_is_not_described_by_it() {
    let of = |hi: &str, role: &str| {
        let role = format!("roles = [{{ title = \"रामपुर के सरपंच\", en = \"h\", {role} }}]");
        said(&person("a", "आशा देवी", &format!("hi = \"{hi}\"\n{role}")))
    };
    let ended = "from = \"2019\", to = \"2024-05\"";
    for still in ["रामपुर के सरपंच", "किसान नेता, रामपुर के सरपंच"]
    {
        let found = of(still, ended);
        assert_eq!(found.len(), 1, "{still}");
        assert!(found[0].1, "a note");
        assert!(found[0].2.contains("which ended on 2024-05"), "{}", found[0].2);
    }
    for right in ["रामपुर के पूर्व सरपंच", "किसान नेता", "2024 तक रामपुर के सरपंच"]
    {
        assert_eq!(of(right, ended), [], "{right}");
    }
    assert_eq!(of("रामपुर के सरपंच", "from = \"2019\""), [], "held today");
    let again =
        "from = \"2019\", to = \"2024-05\" }, { title = \"रामपुर के सरपंच\", en = \"h\", from = \"2025\"";
    assert_eq!(of("रामपुर के सरपंच", again), [], "held again");
}

#[test]
fn nobody_looks_a_role_up_before_it_begins() {
    let of = |head: &str, role: &str| {
        let more = format!("roles = [{{ title = \"सरपंच\", en = \"h\", {role} }}]");
        said(&format!("{head}{}", person("a", "आशा देवी", &more)))
    };
    let found = of("", "from = \"2026-01-05\", checked = \"2026-01-01\"");
    assert_eq!(found.len(), 1);
    assert!(found[0].1, "a note");
    assert!(found[0].2.contains("`checked` on 2026-01-01, before it begins on 2026-01-05"), "{}", found[0].2);
    assert_eq!(of("", "from = \"2026-01\", checked = \"2026-01-20\""), []);
    assert_eq!(of("as_of = \"2025-06-30\"\n", "from = \"2026-01-05\""), [], "the day of the whole file");
}

#[test]
fn names_that_two_answer_to() {
    let short = |id: &str, name: &str, more: &str| person(id, name, &format!("short = \"देवी\"\n{more}"));
    let both_alone = short("a", "आशा देवी", "alone = true") + &short("b", "गीता देवी", "alone = true");
    assert_eq!(said(&both_alone).len(), 1);
    let one_alone = short("a", "आशा देवी", "alone = true") + &short("b", "गीता देवी", "");
    assert_eq!(said(&one_alone), [], "the other is meant in company");
    let twins = person("a", "आशा देवी", "") + &person("b", "आशा देवी", "");
    assert!(said(&twins)[0].2.contains("if they are one"), "{:?}", said(&twins));
    let namesakes = person("a", "आशा देवी", "born = \"1960\"") + &person("b", "आशा देवी", "born = \"1991\"");
    assert_eq!(said(&namesakes).iter().map(|(_, note, _)| *note).collect::<Vec<_>>(), [true]);
    let variant = person("a", "आशा देवी", "") + &person("b", "आषा देवी", "spellings = { \"आषा\" = [\"आशा\"] }");
    assert_eq!(said(&variant).len(), 1, "a spelling of one is the name of the other");
}

#[test]
fn an_id_is_taken_once_and_what_is_known_is_built_on() {
    let files = [person("a", "आशा देवी", ""), person("a", "गीता देवी", "")].map(ActorFile::of_actors);
    let remarks = audit(&files, []);
    assert_eq!(remarks.iter().map(|r| (r.file, r.fault.line)).collect::<Vec<_>>(), [(1, 1)]);
    let replaced = audit(&files[..1], &files[1].actors);
    assert_eq!(replaced, [], "an actor of one's own takes the place of the one that is known");
}

#[test]
fn all_faults_come_at_once_by_line() {
    let bad_form = "[c]\nkind = \"person\"\nname = \"ग\"\nlatin = \"C\"\nborn = \"2025-04-31\"\n";
    let text = person("A b", "आशा देवी", "").replace("[A b]", "[\"A b\"]") + bad_form;
    assert_eq!(said(&text).iter().map(|(line, ..)| *line).collect::<Vec<_>>(), [1, 10]);
}
