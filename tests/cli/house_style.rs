//! House styles of several files, for some files and for some days.

use std::fs;

use assert_cmd::Command;

use crate::folder::{Folder, WRONG_DAY, field, rules, texts};

const NUKTA: &str = "सरकार ने जमीन का रिकॉर्ड जारी किया।\n";

#[test]
fn a_shared_file_holds_for_every_desk_that_extends_it() {
    let folder = Folder::with(&[
        ("vartani.toml", "extends = \"style/house.toml\"\n"),
        ("style/house.toml", "[spelling]\nnukta = \"keep\"\n[rules]\n\"date/impossible\" = \"off\"\n"),
        ("a.txt", NUKTA),
        ("b.txt", WRONG_DAY),
    ]);
    let found = folder.findings(&["."]);
    assert_eq!((rules(&found), texts(&found)), (vec!["spelling/orthography"], vec!["जमीन"]));
    folder.put("vartani.toml", "extends = \"style/house.toml\"\n[spelling]\nnukta = \"consistent\"\n");
    assert_eq!(folder.findings(&["."]).len(), 0, "what the desk says itself holds");
}

#[test]
fn a_shared_file_names_actors_from_where_it_is() {
    let folder = Folder::with(&[
        ("vartani.toml", "extends = \"style/house.toml\"\n"),
        ("style/house.toml", "actors = [\"names.toml\", \"../more.toml\"]\n"),
        ("style/names.toml", "[asha-devi]\nkind = \"person\"\nname = \"आशा देवी\"\nlatin = \"Asha Devi\"\n"),
        ("more.toml", "[usha-devi]\nkind = \"person\"\nname = \"उषा देवी\"\nlatin = \"Usha Devi\"\n"),
        ("a.txt", "सरपंच Asha Devi और Usha Devi ने गाँव के चौपाल पर बैठक बुलाई।\n"),
    ]);
    let said = folder.run(&["check", "--format", "json", "a.txt"]);
    assert_eq!((said.err.as_str(), texts(&said.lines())), ("", vec!["Asha Devi", "Usha Devi"]));
}

#[test]
fn what_is_wrong_in_a_shared_file_is_told_with_its_name_and_line() {
    let folder = Folder::with(&[("vartani.toml", "extends = \"style/house.toml\"\n"), ("a.txt", WRONG_DAY)]);
    for (house, parts) in [
        ("# पंक्ति\n[spelling]\nnukat = \"keep\"\n", ["style/house.toml:3:1:", "did you mean `nukta`?"]),
        ("[rules]\n\"date/wekday\" = \"off\"\n", ["style/house.toml:2:1:", "did you mean `date/weekday`?"]),
        ("\nextends = \"../vartani.toml\"\n", ["style/house.toml:2:11:", "leads back to the same file"]),
        ("extends = \"../../vartani.toml\"\n", ["style/house.toml:1:11:", "leads out of this folder"]),
        ("exclude = [\"{a\"]\n", ["style/house.toml:1:12:", "no pattern"]),
        ("time-zone = \"Asia/Kolkatta\"\n", ["style/house.toml:1:13:", "is not known"]),
        ("actors = [\"/etc/names.toml\"]\n", ["style/house.toml:1:11:", "is an absolute path"]),
    ] {
        folder.put("style/house.toml", house);
        folder.run(&["check", "a.txt"]).is_trouble(&parts);
    }
}

#[test]
fn a_file_that_cannot_be_extended_is_told_where_it_is_named() {
    let folder = Folder::with(&[("desk/a.txt", WRONG_DAY), ("house.toml", "")]);
    for (name, reason) in [
        ("house.toml", "there is no such file"),
        ("../house.toml", "leads out of this folder"),
        ("/dev/zero", "is an absolute path"),
        ("..\\\\house.toml", "there is no such file"),
    ] {
        folder.put("desk/vartani.toml", format!("# डेस्क\nextends = \"{name}\"\n"));
        folder.run(&["check", "desk"]).is_trouble(&["desk/vartani.toml:2:11: `extends`: ", reason]);
    }
}

#[test]
fn the_user_may_allow_a_folder_of_shared_files() {
    let folder = Folder::with(&[
        ("desk/vartani.toml", "extends = \"../style/house.toml\"\n"),
        ("desk/a.txt", NUKTA),
        ("style/house.toml", "[spelling]\nnukta = \"keep\"\n"),
    ]);
    let allowed = folder.0.path().join("style").canonicalize().unwrap();
    folder.put("user/vartani/config.toml", format!("actor-folders = [\"{}\"]\n", allowed.display()));
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("vartani"));
    command.current_dir(folder.0.path()).env("XDG_CONFIG_HOME", folder.0.path().join("user"));
    let said = command.args(["check", "--format", "json", "desk"]).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&said.stderr), "");
    assert!(String::from_utf8_lossy(&said.stdout).contains("ज़मीन"));
}

#[test]
fn some_files_do_it_otherwise() {
    let folder = Folder::with(&[
        (
            "vartani.toml",
            "[spelling]\nnukta = \"keep\"\n[[overrides]]\npath = \"खेल/\"\nspelling = { nukta = \"drop\" }\n\
             rules = { \"date/impossible\" = \"off\" }\n[[overrides]]\npath = [\"*.md\", \"*.html\"]\n\
             [overrides.rules]\n\"date/impossible\" = \"hint\"\n",
        ),
        ("a.txt", WRONG_DAY),
        ("b.md", WRONG_DAY),
        ("c.txt", NUKTA),
        ("खेल/a.md", WRONG_DAY),
        ("खेल/c.txt", NUKTA),
        ("खेल/d.txt", "सरकार ने ज़मीन का रिकॉर्ड जारी किया।\n"),
    ]);
    let found = folder.findings(&["."]);
    let told: Vec<_> = field(&found, "path").into_iter().zip(field(&found, "severity")).collect();
    let wanted =
        [("./a.txt", "error"), ("./b.md", "hint"), ("./c.txt", "information"), ("./खेल/d.txt", "information")];
    assert_eq!(told, wanted);
    let said = folder.findings(&["--select", "spelling/orthography", "खेल"]);
    assert_eq!(texts(&said), ["ज़मीन"], "the command line and the folder both hold");
    folder.put("vartani.toml", "[[overrides]]\npath = \"{खेल\"\n");
    folder.run(&["check", "."]).is_trouble(&["vartani.toml:2:8:", "`path`"]);
}

#[test]
fn rules_of_a_set_hold_for_articles_of_its_days() {
    let folder = Folder::with(&[
        (
            "vartani.toml",
            "[sets.\"चुनाव\"]\nfrom = 2026-03-01\nto = 2026-04-30\nrules = { \"date/impossible\" = \"off\" }\n\
             [[sets.\"चुनाव\".pattern]]\nname = \"jeet\"\nwords = [\"प्रचंड जीत\"]\nmessage = \"नतीजों से पहले यह न लिखें\"\n",
        ),
        ("text.txt", "पार्टी को प्रचंड जीत की उम्मीद है, मतदान 31 अप्रैल को है।\n"),
    ]);
    let on = |day: &str| rules(&folder.findings(&["--dateline", day, "text.txt"])).join(" ");
    assert_eq!(on("2026-02-28"), "date/impossible");
    assert_eq!(on("2026-03-01"), "style/jeet");
    assert_eq!(on("2026-04-30"), "style/jeet");
    assert_eq!(on("2026-05-01"), "date/impossible");
    assert_eq!(rules(&folder.findings(&["text.txt"])), ["date/impossible"], "of no day");
    let text = fs::read_to_string(folder.0.path().join("vartani.toml")).unwrap();
    folder.put("house.toml", &text);
    folder.put("vartani.toml", "extends = \"house.toml\"\nsets.\"चुनाव\".enabled = false\n");
    assert_eq!(on("2026-03-01"), "date/impossible", "switched off by name");
    folder.put("vartani.toml", text.replace("2026-04-30", "2026-02-30"));
    folder.run(&["check", "text.txt"]).is_trouble(&["vartani.toml:3:"]);
    folder.put("vartani.toml", text.replace("2026-04-30", "2025-04-30"));
    folder.run(&["check", "text.txt"]).is_trouble(&["vartani.toml:3:6:", "2025-04-30 is before 2026-03-01"]);
}

#[test]
fn a_rule_looks_only_where_the_newsroom_wants_it() {
    let text = "---\ntitle: परीक्षा 31 अप्रैल को\n---\nपरीक्षा 31 जून को होगी।\n";
    let folder = Folder::with(&[("a.md", text)]);
    let set = |value: &str| {
        folder.put("vartani.toml", format!("[rules]\n\"date/impossible\" = {value}\n"));
        let found = folder.findings(&["a.md"]);
        let all = field(&found, "text").into_iter().zip(field(&found, "severity"));
        all.map(|(text, severity)| format!("{text} {severity}")).collect::<Vec<_>>()
    };
    assert_eq!(set("\"error\""), ["31 अप्रैल error", "31 जून error"]);
    assert_eq!(set("{ fields = [\"headline\"] }"), ["31 अप्रैल error"]);
    assert_eq!(set("{ fields = [\"body\"], severity = \"warning\" }"), ["31 जून warning"]);
}
