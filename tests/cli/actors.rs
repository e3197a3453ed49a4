//! `vartani actors`: what is known, the newsroom's own names added and checked.

use std::fs;

use crate::folder::{Folder, field};

const NAMES: &str = "source = \"desk\"\n\n# the head of our village\n[asha-devi]\nkind = \"person\"   # a person\nname = \"आशा देवी\"\nlatin = \"Asha Devi\"\nborn = \"1970-05\"\nroles = [{ title = \"रामपुर की सरपंच\", en = \"head of Rampur\", from = \"2019\", to = \"2024-05\" }]\n";
const CONFIG: &str = "actors = [\"names.toml\"]\n";

fn desk() -> Folder {
    Folder::with(&[("vartani.toml", CONFIG), ("names.toml", NAMES)])
}

impl Folder {
    fn names(&self) -> String {
        fs::read_to_string(self.0.path().join("names.toml")).unwrap()
    }
}

#[test]
fn list_has_the_newsrooms_own_first_as_json_lines() {
    let said = desk().run(&["actors", "list", "--format", "json"]);
    assert_eq!(said.code, 0);
    let first = said.out.lines().next().unwrap();
    assert_eq!(
        first,
        "{\"id\":\"asha-devi\",\"kind\":\"person\",\"name\":\"आशा देवी\",\"latin\":\"Asha Devi\"}"
    );
    let lines = said.lines();
    assert!(field(&lines, "id").contains(&"vladimir-putin"));
    let places = desk().run(&["actors", "list", "--format", "json", "--kind", "place"]).lines();
    assert!(field(&places, "kind").iter().all(|kind| *kind == "place") && places.len() > 2000);
}

#[test]
fn list_shows_an_actor_of_ones_own_in_place_of_the_shipped() {
    let own = "[moscow]\nkind = \"place\"\nname = \"मास्को\"\nlatin = \"Moscow\"\n";
    let folder = Folder::with(&[("vartani.toml", CONFIG), ("names.toml", own)]);
    let lines = folder.run(&["actors", "list", "--format", "json"]).lines();
    let moscows: Vec<_> = lines.iter().filter(|line| line["id"] == "moscow").collect();
    assert_eq!(moscows.iter().map(|line| line["name"].as_str().unwrap()).collect::<Vec<_>>(), ["मास्को"]);
}

#[test]
fn show_finds_by_id_and_by_either_name_and_tells_the_day() {
    let folder = desk();
    for name in ["asha-devi", "आशा देवी", "Asha Devi", "asha devi"] {
        let said = folder.run(&["actors", "show", name]);
        assert_eq!(said.code, 0, "{name}: {}", said.err);
        assert!(said.out.starts_with("आशा देवी · Asha Devi\n"), "{}", said.out);
    }
    let on = |date: &str| folder.run(&["actors", "show", "asha-devi", "--date", date]).out;
    assert!(on("2020-01-01").contains("- 1 जनवरी 2020 को: रामपुर की सरपंच (2019 – मई 2024)"));
    assert!(on("2025-01-01").contains("- 1 जनवरी 2025 को: कोई पद दर्ज नहीं"));
}

#[test]
fn show_knows_the_term_of_the_day() {
    let said = Folder::with(&[]).run(&["actors", "show", "ट्रम्प", "--date", "2020-05-01", "--locale", "en"]);
    let term = "- On 1 May 2020: President of the United States (20 January 2017 – 20 January 2021)";
    assert!(said.out.contains(term), "{}", said.out);
}

#[test]
fn show_of_a_stranger_proposes_who_sounds_alike() {
    let said = desk().run(&["actors", "show", "Asha Devii"]);
    said.is_trouble(&["\"Asha Devii\"", "did you mean आशा देवी (Asha Devi, person: asha-devi)?"]);
    desk().run(&["actors", "show", "ज्ञ्क्ष"]).is_trouble(&["vartani actors list"]);
}

#[test]
fn check_tells_all_faults_at_once_and_notes_beside_them() {
    let folder = desk();
    let said = folder.run(&["actors", "check"]);
    assert_eq!((said.code, said.out.as_str()), (0, "1 actor: 0 faults, 0 notes\n"));
    let more = "[b]\nkind = \"person\"\nname = \"ब\"\nlatin = \"B\"\nborn = \"2025-02-30\"\n\n[gita]\nkind = \"person\"\nname = \"गीता देवी\"\nlatin = \"G\"\ndied = \"2001\"\nroles = [\n  { title = \"राष्ट्रपति\", en = \"p\", office = \"IN/president\", from = \"2019-01-01\", to = \"2019-02-01\" },\n]\n";
    folder.put("names.toml", NAMES.to_owned() + "\n" + more);
    let said = folder.run(&["actors", "check"]);
    assert_eq!(said.code, 1);
    let lines: Vec<&str> = said.out.lines().collect();
    assert!(lines[0].contains("names.toml:15:8: [b]: \"2025-02-30\" is no date"), "{}", lines[0]);
    assert!(lines[1].contains("names.toml:23:3: [gita]: \"राष्ट्रपति\" begins after the person died"));
    assert!(lines[2].contains("is held by [ram-nath-kovind] too"), "{}", lines[2]);
    assert_eq!(lines[3], "2 actors: 3 faults, 0 notes");
    let said = folder.run_in_hindi(&["actors", "check"]).out;
    for part in [
        "“2025-02-30” कोई तारीख़ नहीं है",
        "[gita]: “राष्ट्रपति” निधन के बाद शुरू होता है",
        "[ram-nath-kovind] के पास भी है",
        "2 नाम; ग़लतियाँ: 3, सूचनाएँ: 0",
    ] {
        assert!(said.contains(part), "“{part}” is not in: {said}");
    }
}

#[test]
fn check_takes_files_and_folders_and_tells_of_an_id_in_two() {
    let folder =
        Folder::with(&[("a/one.toml", NAMES), ("a/two.toml", NAMES), ("a/vartani.toml", "nonsense")]);
    let said = folder.run(&["actors", "check", "a"]);
    assert_eq!(said.code, 1);
    assert!(said.out.starts_with("a/two.toml:4:2: [asha-devi]: this id is taken already"), "{}", said.out);
    folder.run(&["actors", "check", "b.toml"]).is_trouble(&["b.toml", "no such file"]);
    folder.put("broken.toml", "[a\nkind");
    let broken = folder.run(&["actors", "check", "broken.toml"]);
    assert!(broken.code == 1 && broken.out.starts_with("broken.toml:1:"), "{}", broken.out);
}

#[test]
fn due_lists_offices_that_nobody_has_looked_up_for_long() {
    let own = "[asha-devi]\nkind = \"person\"\nname = \"आशा देवी\"\nlatin = \"Asha Devi\"\nroles = [{ title = \"सरपंच\", en = \"head\", from = \"2020\", checked = \"2026-11-01\", expected_end = \"2026-12\" }]\n";
    let folder = Folder::with(&[("vartani.toml", CONFIG), ("names.toml", own)]);
    let on = |date: &str| folder.run(&["actors", "due", "--on", date]).out;
    assert!(on("2026-12-01").starts_with("expected to end 2026-"), "{}", on("2026-12-01"));
    assert!(on("2026-12-01").contains("expected to end 2026-12-01\t-\tasha-devi\tसरपंच\n"));
    assert!(!on("2026-11-30").contains("asha-devi"));
    assert!(on("2026-11-30").contains("last checked "));
    assert_eq!(folder.run(&["actors", "due"]).code, 2, "there is no clock");
}

#[test]
fn what_ships_is_without_fault() {
    let data = concat!(env!("CARGO_MANIFEST_DIR"), "/data");
    for arguments in [
        &["actors", "check", "--shipped", "--faults-only"][..],
        &["actors", "check", "--faults-only", &format!("{data}/actors"), &format!("{data}/places")],
    ] {
        let said = Folder::with(&[]).run(arguments);
        assert_eq!((said.code, said.out.lines().count()), (0, 1), "{}", said.out);
    }
}

#[test]
fn add_appends_a_table_and_touches_nothing_else() {
    let folder = desk();
    let said = folder.run(&["actors", "add", "गीता ठाकुर", "--latin", "Gita Thakur"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert!(
        said.out.ends_with("names.toml:11: [gita-thakur] is added; fill in `hi` and `en`\n"),
        "{}",
        said.out
    );
    let table = "\n[gita-thakur]\nkind = \"person\"\nname = \"गीता ठाकुर\"\nlatin = \"Gita Thakur\"\nhi = \"\"\nen = \"\"\n";
    assert_eq!(folder.names(), NAMES.to_owned() + table);
    assert!(folder.run(&["actors", "show", "गीता ठाकुर"]).out.starts_with("गीता ठाकुर · Gita Thakur"));
    let again = folder.run(&["actors", "add", "गीता ठाकुर", "--latin", "Gita Thakur"]);
    again.is_trouble(&["names.toml", "[gita-thakur] is there already"]);
}

#[test]
fn add_writes_nothing_where_something_is_wrong() {
    let folder = desk();
    folder.put("names.toml", "[a\n");
    folder
        .run(&["actors", "add", "गीता", "--latin", "Gita"])
        .is_trouble(&["names.toml:1:", "nothing was written"]);
    assert_eq!(folder.names(), "[a\n");
    let nobodys = Folder::with(&[]);
    nobodys
        .run(&["actors", "add", "गीता", "--latin", "Gita"])
        .is_trouble(&["actors = [\"names.toml\"]", "--file"]);
    nobodys.run(&["actors", "add", "गीता", "--latin", "गीता"]).is_trouble(&["--id"]);
    let said = nobodys.run(&[
        "actors",
        "add",
        "रामपुर",
        "--latin",
        "Rampur",
        "--kind",
        "place",
        "--file",
        "names.toml",
    ]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(nobodys.names().starts_with("[rampur]\nkind = \"place\"\n"));
}

#[test]
fn check_without_actor_files_says_how_to_check_what_ships() {
    let said = Folder::with(&[]).run(&["actors", "check"]);
    assert_eq!(
        (said.code, said.out.as_str()),
        (0, "there are no actor files here; --shipped checks what ships\n")
    );
}

#[test]
fn a_patch_closes_and_adds_roles_of_an_actor_that_ships() {
    let patch = "[joe-biden]\npatch = true\nroles = [\n  { title = \"रामपुर के महापौर\", en = \"mayor of Rampur\", from = \"2025-02-01\", checked = \"2026-01-01\" },\n]\n";
    let folder = Folder::with(&[("vartani.toml", CONFIG), ("names.toml", patch)]);
    let said = folder.run(&["actors", "show", "joe-biden", "--date", "2025-03-12"]);
    assert!(said.out.starts_with("जो बाइडेन · Joe Biden"), "{}", said.out);
    assert!(said.out.contains("- 12 मार्च 2025 को: रामपुर के महापौर (1 फ़रवरी 2025 से)"), "{}", said.out);
    assert!(said.out.contains("अमेरिका के राष्ट्रपति"), "the roles of record stay: {}", said.out);
    assert_eq!(folder.run(&["actors", "check"]).out, "1 actor: 0 faults, 0 notes\n");
}

#[test]
fn a_patch_that_does_not_fit_is_said_with_file_and_line() {
    let role = "{ title = \"अमेरिका के राष्ट्रपति\", en = \"p\", office = \"US/president\", from = \"2021-01-20\", to = \"2025-01-20\" }";
    let nobody = "\n[nobody-at-all]\npatch = true\nborn = \"1970\"\n".to_owned();
    let twice = format!("\n[joe-biden]\npatch = true\nroles = [{role}, {role}]\n");
    let late = "\n[joe-biden]\npatch = true\nroles = [{ title = \"अमेरिका के राष्ट्रपति\", en = \"p\", office = \"US/president\", from = \"2024-01-01\" }]\n".to_owned();
    for (patch, sentence) in [
        (nobody, "names.toml:2:2: [nobody-at-all]: there is no such actor to patch"),
        (twice, "names.toml:2:2: [joe-biden]: two patches for \"अमेरिका के राष्ट्रपति\" from 2021-01-20"),
        (late, "names.toml:2:2: [joe-biden]: after the patch"),
    ] {
        let folder =
            Folder::with(&[("vartani.toml", CONFIG), ("names.toml", &patch), ("a.txt", "बैठक हुई।\n")]);
        let said = folder.run(&["actors", "check"]);
        assert!(said.code == 1 && said.out.contains(sentence), "{}", said.out);
        let said = folder.run(&["check", "a.txt"]);
        assert!(said.err.contains(sentence), "{}", said.err);
    }
}

#[test]
fn what_ships_is_a_file_of_its_own_too() {
    let folder = Folder::with(&[("a.txt", "नई दिल्ली, 12 मार्च 2025 (भाषा)। राष्ट्रपति जो बाइडेन ने कहा।\n")]);
    let said = folder.run(&["actors", "export"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let (file, _) = said.out.split_once(": ").unwrap();
    let name = file.rsplit('/').next().unwrap();
    assert!(name.starts_with("vartani-data-20") && name.ends_with(".bin"), "{file}");
    folder.put("vartani.toml", format!("actors = [\"{name}\", \"names.toml\"]\n"));
    folder.put("names.toml", NAMES);
    let said = folder.run(&["check", "--format", "json", "a.txt"]);
    assert_eq!((said.code, said.err.as_str(), said.lines().len()), (1, "", 1));
    assert!(folder.run(&["actors", "show", "asha-devi"]).out.starts_with("आशा देवी"));
    assert_eq!(folder.run(&["actors", "check"]).out, "1 actor: 0 faults, 0 notes\n");
    folder.put(name, "nonsense");
    folder.run(&["check", "a.txt"]).is_trouble(&[name, "no data file"]);
}

#[test]
fn after_init_add_works_at_once() {
    let folder = Folder::with(&[]);
    assert_eq!(folder.run(&["init"]).code, 0);
    let said = folder.run(&["actors", "add", "गीता ठाकुर", "--latin", "Gita Thakur"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert!(said.out.contains("names.toml is named under `actors`"), "{}", said.out);
    assert!(folder.run(&["actors", "show", "गीता ठाकुर"]).out.starts_with("गीता ठाकुर · Gita Thakur"));
}
