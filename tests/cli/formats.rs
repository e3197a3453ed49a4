//! `check --format github`, `gitlab` and `sarif`: what services of the web make of a report.

use serde_json::{Value, json};

use crate::folder::{CLEAN, Folder, WRONG_DAY};

/// A byte order mark, an emoji before the first fault, Windows line ends, a space and a comma in the name.
const NAME: &str = "राज्य, 1/लेख 1%.txt";
const TEXT: &str = "\u{FEFF}😀 सुनवाई 31 अप्रैल को होगी।\r\nबैठक अाज हुई।\r\n";

fn folder() -> Folder {
    Folder::with(&[(NAME, TEXT), ("साफ़.txt", CLEAN)])
}

#[test]
fn github_gets_an_annotation_a_finding_with_what_ends_a_property_escaped() {
    let said = folder().run(&["check", "--format", "github", "--locale", "en", "."]);
    assert_eq!((said.code, said.err.as_str()), (1, ""));
    let file = "file=राज्य%2C 1/लेख 1%25.txt";
    let lines: Vec<&str> = said.out.lines().collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(
        lines[0],
        format!(
            "::error {file},line=1,endLine=1,col=11,endColumn=20,title=date/impossible::\
             there is no 31 April: the month has 30 days; check the date"
        )
    );
    assert!(lines[1].starts_with(&format!(
        "::warning {file},line=2,endLine=2,col=6,endColumn=9,title=spelling/encoding::"
    )));
}

#[test]
fn github_gets_a_finding_over_two_lines_without_columns() {
    let folder = Folder::with(&[("a.html", "<p>सुनवाई 31\nअप्रैल को होगी।</p>\n")]);
    let said = folder.run(&["check", "--format", "github", "a.html"]);
    assert!(
        said.out.starts_with("::error file=a.html,line=1,endLine=2,title=date/impossible::"),
        "{}",
        said.out
    );
    assert_eq!(said.out.lines().count(), 1);
}

#[test]
fn gitlab_gets_one_list_in_which_no_two_findings_are_taken_for_one() {
    let folder = folder();
    folder.put("दो.txt", WRONG_DAY.repeat(2));
    let said = folder.run(&["check", "--format", "gitlab", "."]);
    assert_eq!((said.code, said.err.as_str()), (1, ""));
    let list: Vec<Value> = serde_json::from_str(&said.out).unwrap();
    let place = |at: usize| {
        (
            list[at]["location"]["path"].as_str().unwrap(),
            list[at]["location"]["lines"]["begin"].as_u64().unwrap(),
        )
    };
    assert_eq!([place(0), place(1)], [("दो.txt", 1), ("दो.txt", 2)]);
    assert_eq!([place(2), place(3)], [(NAME, 1), (NAME, 2)]);
    assert_eq!(list[2]["check_name"], "date/impossible");
    assert_eq!((&list[2]["severity"], &list[3]["severity"]), (&json!("critical"), &json!("major")));
    assert_ne!(list[0]["fingerprint"], list[1]["fingerprint"]);
    // Lines above a finding do not make it another one
    folder.put("दो.txt", format!("{CLEAN}{}", WRONG_DAY.repeat(2)));
    let moved: Vec<Value> =
        serde_json::from_str(&folder.run(&["check", "--format", "gitlab", "."]).out).unwrap();
    assert_eq!(moved[0]["fingerprint"], list[0]["fingerprint"]);
    assert_eq!(folder.run(&["check", "--format", "gitlab", "साफ़.txt"]).out, "[]\n");
}

fn sarif(folder: &Folder, arguments: &[&str]) -> Value {
    let said = folder.run(&[&["check", "--format", "sarif"], arguments].concat());
    let log: Value = serde_json::from_str(&said.out).expect("one JSON document");
    assert_eq!((log["version"].as_str(), log["runs"].as_array().unwrap().len()), (Some("2.1.0"), 1));
    log["runs"][0].clone()
}

#[test]
fn sarif_counts_columns_in_utf_16_without_the_byte_order_mark() {
    let run = sarif(&folder(), &["--locale", "en", "."]);
    assert_eq!((&run["columnKind"], &run["language"]), (&json!("utf16CodeUnits"), &json!("en")));
    let result = &run["results"][0];
    assert_eq!((&result["ruleId"], &result["level"]), (&json!("date/impossible"), &json!("error")));
    assert_eq!(result["message"]["text"], "there is no 31 April: the month has 30 days; check the date");
    let place = &result["locations"][0]["physicalLocation"];
    // Two code units for the emoji, a space, six for the word and a space stand before it
    let region = json!({"startLine": 1, "startColumn": 11, "endLine": 1, "endColumn": 20,
        "snippet": {"text": "31 अप्रैल"}});
    assert_eq!(place["region"], region);
    assert_eq!(
        place["artifactLocation"]["uri"],
        "%E0%A4%B0%E0%A4%BE%E0%A4%9C%E0%A5%8D%E0%A4%AF%2C%201/%E0%A4%B2%E0%A5%87%E0%A4%96%201%25.txt"
    );
    let replacement = &result["fixes"][0]["artifactChanges"][0]["replacements"][0];
    let deleted = json!({"startLine": 1, "startColumn": 11, "endLine": 1, "endColumn": 13});
    assert_eq!(
        (&replacement["deletedRegion"], &replacement["insertedContent"]["text"]),
        (&deleted, &json!("30"))
    );
}

#[test]
fn sarif_names_every_rule_and_the_other_places_of_a_name() {
    let folder = Folder::with(&[("a.txt", "मॉस्को शांत है। मॉस्को तैयार है। मास्को चुप है।\n")]);
    let run = sarif(&folder, &["a.txt"]);
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    assert_eq!(rules.len(), folder.run(&["rules"]).out.lines().count());
    let result = &run["results"][0];
    assert_eq!(rules[result["ruleIndex"].as_u64().unwrap() as usize]["id"], "spelling/inconsistent");
    let related = result["relatedLocations"].as_array().unwrap();
    let columns: Vec<_> = related
        .iter()
        .map(|place| place["physicalLocation"]["region"]["startColumn"].as_u64().unwrap())
        .collect();
    assert_eq!(columns, [1, 17]);
    assert_eq!(related[0]["message"]["text"], "यहाँ “मॉस्को”");
}

#[test]
fn sarif_says_whether_everything_could_be_read() {
    let folder = folder();
    let successful =
        |arguments: &[&str]| sarif(&folder, arguments)["invocations"][0]["executionSuccessful"].clone();
    assert_eq!(successful(&["."]), true);
    assert_eq!(successful(&[".", "ग़ायब.txt"]), false);
}

#[test]
fn a_path_below_this_folder_is_told_from_it_however_it_was_given() {
    let folder = Folder::with(&[("a/b.txt", WRONG_DAY)]);
    let whole = folder.0.path().canonicalize().unwrap().join("a/b.txt");
    for path in ["a/b.txt", "./a/b.txt", ".", whole.to_str().unwrap()] {
        let result = sarif(&folder, &[path])["results"][0].clone();
        assert_eq!(
            result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], "a/b.txt",
            "{path}"
        );
    }
}

#[test]
fn concise_is_a_line_a_finding() {
    let said = folder().run(&["check", "--format", "concise", "--locale", "en", "."]);
    let lines: Vec<&str> = said.out.lines().collect();
    assert_eq!(lines.len(), 2);
    assert!(
        lines[0].starts_with(&format!("./{NAME}:1:11: error[date/impossible] there is no 31 April")),
        "{}",
        lines[0]
    );
}

#[test]
fn rdjson_counts_columns_in_bytes_and_has_the_fixes() {
    let said = folder().run(&["check", "--format", "rdjson", "--locale", "en", "."]);
    let report: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(report["source"]["name"], "vartani");
    let found = &report["diagnostics"][1];
    assert_eq!(found["location"]["path"], NAME);
    let column = "बैठक ".len() + 1;
    let range =
        json!({"start": {"line": 2, "column": column}, "end": {"line": 2, "column": column + "अाज".len()}});
    assert_eq!(found["location"]["range"], range);
    assert_eq!(
        (&found["severity"], &found["code"]["value"]),
        (&json!("WARNING"), &json!("spelling/encoding"))
    );
    assert_eq!(found["suggestions"], json!([{"range": range, "text": "आज"}]));
}

#[test]
fn reports_in_xml_are_whole_and_escape_names() {
    let folder = Folder::with(&[("<&\">.txt", TEXT), ("साफ़.txt", CLEAN)]);
    let said = folder.run(&["check", "--format", "junit", "--locale", "en", "."]);
    assert!(said.out.contains("<testsuites name=\"vartani\" tests=\"3\" failures=\"2\">"), "{}", said.out);
    assert!(said.out.contains("<testcase classname=\"साफ़.txt\" name=\"vartani\"/>"), "{}", said.out);
    assert!(
        said.out
            .contains("<testsuite name=\"&lt;&amp;&quot;&gt;.txt\" tests=\"2\" failures=\"2\" errors=\"0\">")
    );
    let said = folder.run(&["check", "--format", "checkstyle", "--locale", "en", "."]);
    assert!(said.out.contains("<file name=\"&lt;&amp;&quot;&gt;.txt\">"), "{}", said.out);
    let error = "<error line=\"1\" column=\"11\" severity=\"error\" message=\"there is no 31 April";
    assert!(
        said.out.contains(error) && said.out.contains("source=\"vartani.date.impossible\"/>"),
        "{}",
        said.out
    );
    assert!(!said.out.contains("साफ़"), "an article without findings is no news");
}
