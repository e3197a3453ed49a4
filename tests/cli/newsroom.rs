//! The newsroom's choices: `vartani.toml`, actor files, and which of them is in force.

use crate::folder::{Folder, WRONG_DAY, WRONG_WEEKDAY, field, rules, texts};

#[test]
fn the_newsroom_decides_once_for_all() {
    let text = "मॉस्को शांत है। मॉस्को तैयार है। मास्को चुप है।\n";
    let folder = Folder::with(&[("a.txt", text)]);
    assert_eq!(texts(&folder.findings(&["a.txt"])), ["मास्को"], "the majority decides");
    folder.put("vartani.toml", "[spelling]\nprefer = [\"मास्को\"]\n");
    let found = folder.findings(&["a.txt"]);
    assert_eq!(texts(&found), ["मॉस्को", "मॉस्को"]);
    assert_eq!(found[0]["fixes"][0]["edits"][0]["insert"], "मास्को");
    folder.put("vartani.toml", "[spelling]\naccept = [\"मास्को\"]\n");
    assert_eq!(texts(&folder.findings(&["a.txt"])), [""; 0]);
}

#[test]
fn a_newsrooms_own_actors_outweigh_the_majority_and_those_that_ship() {
    let own = "[moscow]\nkind = \"place\"\nname = \"मास्को\"\nalone = true\nlatin = \"Moscow\"\n";
    let text = "मॉस्को शांत है। मॉस्को तैयार है। मास्को चुप है। वार्ता Moscow में है।\n";
    let folder = Folder::with(&[
        ("a.txt", text),
        ("नाम/हमारे.toml", own),
        ("vartani.toml", "actors = [\"नाम/हमारे.toml\"]\n"),
    ]);
    let found = folder.findings(&["--locale", "en", "a.txt"]);
    assert_eq!(texts(&found), ["मॉस्को", "मॉस्को", "Moscow"]);
    assert!(found[0]["message"].as_str().unwrap().contains("your actor file has it"));
    assert_eq!(found[2]["fixes"][0]["edits"][0]["insert"], "मास्को");
}

#[test]
fn a_newsrooms_own_actor_is_known_to_nobody_else() {
    let own = "[asha-devi]\nkind = \"person\"\nname = \"आशा देवी\"\nlatin = \"Asha Devi\"\n";
    let text = "सरपंच Asha Devi ने गाँव के चौपाल पर बैठक बुलाई।\n";
    let folder = Folder::with(&[
        ("a/a.txt", text),
        ("b/a.txt", text),
        ("a/own.toml", own),
        ("a/vartani.toml", "actors = [\"own.toml\"]\n"),
    ]);
    let found = folder.findings(&["."]);
    assert_eq!((field(&found, "path"), texts(&found)), (vec!["./a/a.txt"], vec!["Asha Devi"]));
}

#[test]
fn what_stays_in_latin_letters_is_left_alone() {
    let folder = Folder::with(&[("a.txt", "Kyiv ने प्रस्ताव का समर्थन किया। Moscow ने इससे इनकार किया।\n")]);
    assert_eq!(texts(&folder.findings(&["a.txt"])), ["Kyiv", "Moscow"]);
    folder.put("vartani.toml", "[spelling]\nkeep-latin = [\"Kyiv\"]\n");
    assert_eq!(texts(&folder.findings(&["a.txt"])), ["Moscow"]);
}

#[test]
fn a_rule_can_be_off_or_graver_or_calmer() {
    let folder = Folder::with(&[("a.txt", WRONG_WEEKDAY)]);
    for (level, severity, code) in [
        ("error", "error", 1),
        ("warning", "warning", 1),
        ("information", "information", 0),
        ("hint", "hint", 0),
    ] {
        folder.put("vartani.toml", format!("[rules]\n\"date/weekday\" = \"{level}\"\n"));
        let said = folder.run(&["check", "--format", "json", "a.txt"]);
        assert_eq!((field(&said.lines(), "severity"), said.code), (vec![severity], code));
    }
    folder.put("vartani.toml", "[rules]\n\"date/weekday\" = \"off\"\n");
    let said = folder.run(&["check", "--format", "json", "a.txt"]);
    assert_eq!((said.code, said.out.as_str()), (0, ""));
}

#[test]
fn the_newsroom_says_what_fails_and_the_command_line_overrules_it() {
    let folder = Folder::with(&[("a.txt", WRONG_WEEKDAY), ("vartani.toml", "fail-on = \"error\"\n")]);
    assert_eq!(folder.run(&["check", "a.txt"]).code, 0);
    assert_eq!(folder.run(&["check", "--fail-on", "warning", "a.txt"]).code, 1);
    folder.put("vartani.toml", "fail-on = \"never\"\n");
    let said = folder.run(&["check", "--format", "json", "a.txt"]);
    assert_eq!((said.code, said.err.as_str(), rules(&said.lines())), (0, "", vec!["date/weekday"]));
    assert_eq!(folder.run(&["check", "--fail-on", "warning", "a.txt"]).code, 1);
    folder.put("vartani.toml", "fail-on = \"off\"\n");
    folder.run(&["check", "a.txt"]).is_trouble(&["vartani.toml:1:11:", "off", "error or never"]);
}

#[test]
fn each_newsroom_says_what_fails_in_its_own_articles() {
    let folder = Folder::with(&[
        ("क/vartani.toml", "fail-on = \"never\"\n"),
        ("क/a.txt", WRONG_DAY),
        ("ख/vartani.toml", "fail-on = \"error\"\n"),
        ("ख/a.txt", WRONG_WEEKDAY),
    ]);
    assert_eq!(
        folder.run(&["check", "."]).code,
        0,
        "an error where nothing fails, a warning where errors do"
    );
    assert_eq!(folder.run(&["check", "--fail-on", "error", "."]).code, 1, "the command line holds for all");
    folder.put("ग/a.txt", WRONG_WEEKDAY);
    assert_eq!(folder.run(&["check", "."]).code, 1, "a newsroom without a choice fails from warning on");
}

#[test]
fn each_newsroom_speaks_its_own_language() {
    let folder = Folder::with(&[
        ("क/vartani.toml", "locale = \"en\"\n"),
        ("क/a.txt", WRONG_DAY),
        ("ख/vartani.toml", "locale = \"hi\"\n"),
        ("ख/a.txt", WRONG_DAY),
    ]);
    let hindi = |arguments: &[&str]| -> Vec<bool> {
        let found = folder.findings(arguments);
        field(&found, "message").iter().map(|message| message.contains("कैलेंडर में नहीं है")).collect()
    };
    assert_eq!(hindi(&["ख", "क"]), [false, true]);
    assert_eq!(hindi(&["--locale", "hi", "."]), [true, true]);
    assert_eq!(hindi(&["--locale", "en", "."]), [false, false]);

    let out = |arguments: &[&str]| folder.run(&[&["check"], arguments].concat()).out;
    let both = out(&["ख", "क"]);
    assert!(both.contains("error[date/impossible]") && both.contains("ग़लती[date/impossible]"), "{both}");
    assert!(both.contains("fix: ") && both.contains("सुधार: "), "{both}");
    assert!(both.ends_with("2 articles: 2 errors\n"), "{both}");
    assert!(out(&["ख"]).ends_with("1 ख़बर: 1 ग़लती\n"));
    assert!(out(&["--locale", "hi", "."]).contains("2 ख़बरें: "), "the count is in the language asked for");
}

#[test]
fn the_newsroom_speaks_hindi_unless_it_says_otherwise() {
    let folder = Folder::with(&[("a.txt", WRONG_DAY)]);
    let message = |arguments: &[&str]| folder.findings(arguments)[0]["message"].as_str().unwrap().to_owned();
    assert!(message(&["a.txt"]).contains("कैलेंडर में नहीं है"));
    folder.put("vartani.toml", "locale = \"en\"\n");
    assert!(message(&["a.txt"]).starts_with("there is no 31 April"));
    assert!(message(&["--locale", "hi", "a.txt"]).contains("कैलेंडर में नहीं है"));
}

#[test]
fn the_nearest_configuration_upwards_is_in_force() {
    let folder = Folder::with(&[
        ("vartani.toml", "[rules]\n\"date/impossible\" = \"off\"\n"),
        ("a.txt", WRONG_DAY),
        ("राज्य/बिहार/a.txt", WRONG_DAY),
        ("खेल/vartani.toml", "[rules]\n\"date/impossible\" = \"hint\"\n"),
        ("खेल/क्रिकेट/a.txt", WRONG_DAY),
    ]);
    let found = folder.findings(&["."]);
    assert_eq!(field(&found, "path"), ["./खेल/क्रिकेट/a.txt"], "the upper one is off");
    assert_eq!(field(&found, "severity"), ["hint"]);
}

#[test]
fn a_configuration_on_the_command_line_is_the_only_one() {
    let folder = Folder::with(&[
        ("vartani.toml", "[rules]\n\"date/impossible\" = \"off\"\n"),
        ("सख़्त.toml", "[rules]\n\"date/impossible\" = \"warning\"\n"),
        ("a.txt", WRONG_DAY),
    ]);
    assert_eq!(field(&folder.findings(&["--config", "सख़्त.toml", "a.txt"]), "severity"), ["warning"]);
}

#[test]
fn a_folder_gives_its_articles_but_not_what_is_excluded_or_ignored() {
    let folder = Folder::with(&[
        ("vartani.toml", "exclude = [\"states/\", \"*.tmp.txt\"]\n"),
        (".gitignore", "old/\n"),
        (".ignore", "notes.md\n"),
        ("a.txt", WRONG_DAY),
        ("b.md", WRONG_DAY),
        ("c.html", "<p>सुनवाई 31 अप्रैल को होगी।</p>"),
        ("d.tmp.txt", WRONG_DAY),
        ("states/e.txt", WRONG_DAY),
        ("old/f.txt", WRONG_DAY),
        ("notes.md", WRONG_DAY),
        ("table.csv", WRONG_DAY),
        (".hidden/g.txt", WRONG_DAY),
    ]);
    assert_eq!(field(&folder.findings(&["."]), "path"), ["./a.txt", "./b.md", "./c.html"]);
    assert_eq!(field(&folder.findings(&["old/f.txt", "table.csv"]), "path"), ["old/f.txt", "table.csv"]);
}

#[test]
fn what_is_excluded_is_told_from_the_folder_of_the_configuration() {
    let folder = Folder::with(&[
        ("desk/vartani.toml", "exclude = [\"/states\", \"राज्य/*/पुराने/\"]\n"),
        ("desk/a.txt", WRONG_DAY),
        ("desk/states/a.txt", WRONG_DAY),
        ("desk/खेल/states/a.txt", WRONG_DAY),
        ("desk/राज्य/बिहार/पुराने/a.txt", WRONG_DAY),
        ("desk/राज्य/बिहार/a.txt", WRONG_DAY),
        ("states/a.txt", WRONG_DAY),
    ]);
    let paths = |arguments: &[&str]| -> Vec<String> {
        field(&folder.findings(arguments), "path").into_iter().map(str::to_owned).collect()
    };
    let desk = ["a.txt", "खेल/states/a.txt", "राज्य/बिहार/a.txt"];
    let under = |root: &str| desk.map(|path| format!("{root}{path}"));
    assert_eq!(paths(&["desk"]), under("desk/"));
    assert_eq!(paths(&["states/../desk"]), under("states/../desk/"));
    let whole = folder.0.path().join("desk");
    assert_eq!(paths(&[whole.to_str().unwrap()]), under(&format!("{}/", whole.display())));
    assert_eq!(paths(&["."]), [&under("./desk/")[..], &["./states/a.txt".to_owned()]].concat());
    assert_eq!(paths(&["desk/राज्य/बिहार"]), ["desk/राज्य/बिहार/a.txt"]);
    assert_eq!(paths(&["desk/states"]), [""; 0], "a folder that is excluded has no articles");
    assert_eq!(paths(&["desk/states/a.txt"]), ["desk/states/a.txt"], "a file that is named is read");
}

#[test]
fn each_newsroom_excludes_for_itself() {
    let folder = Folder::with(&[
        ("vartani.toml", "exclude = [\"*.tmp.txt\", \"!रखें.tmp.txt\", \"पुराना/\"]\n"),
        ("a.tmp.txt", WRONG_DAY),
        ("रखें.tmp.txt", WRONG_DAY),
        ("खेल/vartani.toml", "exclude = [\"b.txt\"]\n"),
        ("खेल/a.tmp.txt", WRONG_DAY),
        ("खेल/b.txt", WRONG_DAY),
        ("पुराना/vartani.toml", ""),
        ("पुराना/c.txt", WRONG_DAY),
    ]);
    assert_eq!(field(&folder.findings(&["."]), "path"), ["./खेल/a.tmp.txt", "./रखें.tmp.txt"]);
    folder.put("पसंद.toml", "exclude = [\"खेल/\"]\n");
    assert_eq!(
        field(&folder.findings(&["--config", "पसंद.toml", "."]), "path"),
        ["./a.tmp.txt", "./पुराना/c.txt", "./रखें.tmp.txt"]
    );
}

#[test]
fn what_the_newsroom_skips_is_not_marked() {
    let text = "सुनवाई [[31 अप्रैल]] को, परीक्षा 31 जून को है।\n";
    let folder = Folder::with(&[("a.txt", text), ("vartani.toml", "skip = ['\\[\\[.*?\\]\\]']\n")]);
    assert_eq!(texts(&folder.findings(&["a.txt"])), ["31 जून"]);
}

#[test]
fn the_dateline_comes_from_front_matter_opening_option_or_file_name_in_that_order() {
    let weekday = "बैठक बुधवार (13 मार्च) को होगी।\n";
    let folder = Folder::with(&[
        ("plain.txt", weekday),
        ("2025-03-12-baithak.txt", weekday),
        ("front.md", &format!("---\ndate: 2024-03-12\n---\n\n{weekday}")),
    ]);
    let count = |arguments: &[&str]| folder.findings(arguments).len();
    assert_eq!(count(&["plain.txt"]), 0, "no dateline, no opinion");
    assert_eq!(count(&["2025-03-12-baithak.txt"]), 1, "13 March 2025 is a Thursday");
    assert_eq!(count(&["--dateline", "2025-03-12", "plain.txt"]), 1);
    assert_eq!(
        count(&["--dateline", "2024-03-12", "2025-03-12-baithak.txt"]),
        0,
        "in 2024 it was a Wednesday"
    );
    assert_eq!(count(&["--dateline", "2025-03-12", "front.md"]), 0, "the article itself knows best");
}

#[test]
fn what_is_excluded_is_read_where_it_is_named_unless_that_is_forced() {
    let folder = Folder::with(&[
        ("vartani.toml", "exclude = [\"पुराना/\"]\n"),
        ("पुराना/a.txt", WRONG_DAY),
        ("b.txt", WRONG_DAY),
    ]);
    let both = ["पुराना/a.txt", "b.txt"];
    assert_eq!(field(&folder.findings(&both), "path").len(), 2);
    assert_eq!(field(&folder.findings(&["--force-exclude", both[0], both[1]]), "path"), ["b.txt"]);
    let said = folder.run(&["check", "--force-exclude", both[0]]);
    assert_eq!((said.code, said.err.as_str()), (0, ""), "a hook may name nothing else");
}

#[test]
fn standard_input_goes_by_the_name_that_is_given_for_it() {
    let folder = Folder::with(&[
        ("vartani.toml", "exclude = [\"पुराना/\"]\n"),
        ("खेल/vartani.toml", "[rules]\n\"date/impossible\" = \"off\"\n"),
    ]);
    let run = |name: &str, text: &str| {
        let said = folder.run_with(&["check", "--format", "json", "-", "--stdin-filename", name], text);
        assert_eq!(said.err, "");
        said.lines()
    };
    let html = "<p>सुनवाई <code>31 अप्रैल</code> को।</p>";
    assert_eq!(run("a.txt", html).len(), 1);
    assert_eq!(run("a.html", html).len(), 0, "the format");
    assert_eq!(field(&run("समाचार/a.txt", WRONG_DAY), "path"), ["समाचार/a.txt"]);
    assert_eq!(run("खेल/a.txt", WRONG_DAY).len(), 0, "the configuration");
    assert_eq!(run("पुराना/a.txt", WRONG_DAY).len(), 0, "what is excluded");
    assert_eq!(run("2025-03-12.txt", "बैठक बुधवार (13 मार्च) को होगी।").len(), 1, "the date");
    let said = folder.run_with(&["inspect", "-", "--stdin-filename", "2025-03-12.txt"], "बारिश हुई।");
    assert_eq!(said.lines()[0]["date"], "2025-03-12");
}
