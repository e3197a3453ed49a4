//! Names that the articles of a newsroom spell in different ways.

use crate::folder::{Folder, rules, texts};

fn folder() -> Folder {
    Folder::with(&[
        ("a.txt", "वार्ता मॉस्को में होगी। अम्फान तट से टकराया।\n"),
        ("b.txt", "मॉस्को ने कहा। मॉस्को तैयार है।\n"),
        ("c.md", "**मास्को** में बर्फ़ गिरी। फिर मास्को शांत था। अम्फान से नुकसान हुआ।\n"),
        ("d.txt", "मास्को और मॉस्को में बैठक हुई।\n"),
        ("e.txt", "अंफान के बाद बारिश हुई। दिन भर। रूसी दल लौटा।\n"),
        ("f.txt", "दीन दुखियों की मदद रूस ने की।\n"),
    ])
}

#[test]
fn nothing_is_compared_across_articles_unless_asked_for() {
    let folder = folder();
    assert_eq!(rules(&folder.findings(&["."])), ["spelling/inconsistent"], "d.txt contradicts itself");
    folder.put("vartani.toml", "[rules]\n\"spelling/across\" = \"warning\"\n");
    let found = folder.findings(&["."]);
    assert_eq!(texts(&found), ["मास्को", "मास्को", "अंफान"], "{found:#?}");
    assert_eq!(found[0]["severity"], "warning");
    folder.put("vartani.toml", "[rules]\n\"spelling/across\" = \"off\"\n");
    assert_eq!(folder.findings(&["--across", "."]).len(), 1, "what the newsroom has switched off stays off");
}

#[test]
fn a_finding_names_the_other_articles_and_counts() {
    let folder = folder();
    let found = folder.findings(&["--across", "--locale", "en", "."]);
    let of = |path: &str| found.iter().find(|line| line["path"].as_str().unwrap().ends_with(path)).unwrap();
    let moscow = of("c.md");
    assert_eq!((&moscow["rule"], &moscow["severity"]), (&"spelling/across".into(), &"hint".into()));
    assert_eq!(
        moscow["message"],
        "“मास्को” is “मॉस्को” in other articles: ./a.txt (1×), ./b.txt (2×) and 1 more; \
         keep “मॉस्को”: more articles have it"
    );
    assert_eq!(moscow["related"].as_array().unwrap().len(), 1, "the second place in the article");
    let edits = moscow["fixes"][0]["edits"].as_array().unwrap();
    assert_eq!(edits.len(), 2, "{moscow}");
    assert!(edits.iter().all(|edit| edit["insert"] == "मॉस्को"));
    assert_eq!(of("e.txt")["text"], "अंफान");
    assert!(
        found.iter().all(|line| !line["path"].as_str().unwrap().ends_with("f.txt")),
        "दिन and दीन are two"
    );
    let hindi = folder.run(&["check", "--across", "--format", "json", "."]).out;
    assert!(hindi.contains("यहाँ “मास्को” है, दूसरी ख़बरों में “मॉस्को”: ./a.txt (1 बार)"), "{hindi}");
}

#[test]
fn the_newsrooms_choice_and_its_silence_hold() {
    let folder = folder();
    let config =
        "[spelling]\nprefer = [\"मास्को\"]\naccept = [\"अंफान\"]\n[rules]\n\"spelling/house\" = \"off\"\n";
    folder.put("vartani.toml", config);
    let found = folder.findings(&["--across", "."]);
    let wrong = texts(&found);
    assert!(wrong.len() > 2 && wrong.iter().all(|text| *text == "मॉस्को"), "{found:#?}");
    let place = |line: &serde_json::Value| format!("{} {}", line["path"], line["span"]);
    let mut places: Vec<String> = found.iter().map(place).collect();
    places.dedup();
    assert_eq!(places.len(), found.len(), "no place is marked twice: {found:#?}");
    folder.put("vartani.toml", "[[ignore]]\npath = \"c.md\"\nrule = \"spelling/across\"\n");
    assert_eq!(texts(&folder.findings(&["--across", "."])), ["मास्को", "अंफान"]);
}

#[test]
fn newsrooms_do_not_mix() {
    let folder = Folder::with(&[
        ("x/vartani.toml", ""),
        ("x/a.txt", "वार्ता मॉस्को में होगी।\n"),
        ("y/vartani.toml", ""),
        ("y/a.txt", "वार्ता मास्को में होगी।\n"),
    ]);
    assert_eq!(folder.findings(&["--across", "."]).len(), 0);
}

#[test]
fn the_report_is_the_same_at_any_number_of_threads() {
    let folder = Folder::with(&[]);
    let spellings = ["मॉस्को", "मास्को", "ट्रंप", "ट्रम्प", "अम्फान", "अंफान", "भोंडवेकर", "भोडवेकर"];
    for number in 0..600 {
        let words: Vec<&str> = (0..3).map(|at| spellings[(number * 7 + at * 3) % spellings.len()]).collect();
        folder
            .put(&format!("{number:03}.txt"), format!("{} ने {} से {} में कहा।\n", words[0], words[1], words[2]));
    }
    let run = |jobs: &str| folder.run(&["check", "--across", "--format", "json", "--jobs", jobs, "."]).out;
    let one = run("1");
    assert!(one.lines().filter(|line| line.contains("spelling/across")).count() > 100, "{}", one.len());
    assert_eq!(one, run("7"));
}

#[test]
fn standard_input_is_read_once() {
    let said = folder().run_with(&["check", "--across", "--format", "json", "-", "b.txt"], "मास्को चुप है।\n");
    assert_eq!((said.code, said.out.as_str()), (0, ""), "{}", said.err);
}
