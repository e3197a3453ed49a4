//! `vartani actors import`: names from elsewhere into the newsroom's file, as a whole or not at all.

use std::fs;

use crate::folder::{ArticleFacts, Folder};

const CONFIG: &str = "actors = [\"names.toml\"]\n";
const OWN: &str = "# ours\n\n[asha-devi]\nkind = \"person\"\nname = \"आशा देवी\"\nlatin = \"Asha Devi\"   # as she writes it\nborn = \"1970-05\"\n";

fn desk() -> Folder {
    Folder::with(&[("vartani.toml", CONFIG), ("names.toml", OWN)])
}

impl Folder {
    fn import(&self, file: &str, more: &[&str]) -> ArticleFacts {
        self.run(&[&["actors", "import", file, "--retrieved", "2025-06-30"], more].concat())
    }

    fn own(&self) -> String {
        fs::read_to_string(self.0.path().join("names.toml")).unwrap()
    }
}

/// Results as the query service writes them: one line a variable.
fn results(rows: &[&[(&str, &str)]]) -> String {
    let cell = |(name, value): &(&str, &str)| {
        format!(
            "      \"{name}\" : {{\n        \"type\" : \"literal\",\n        \"value\" : \"{value}\"\n      }}"
        )
    };
    let row = |cells: &&[(&str, &str)]| {
        format!("    {{\n{}\n    }}", cells.iter().map(cell).collect::<Vec<_>>().join(",\n"))
    };
    let rows = rows.iter().map(row).collect::<Vec<_>>().join(",\n");
    format!(
        "{{\n  \"head\" : {{ \"vars\" : [ \"item\" ] }},\n  \"results\" : {{\n    \"bindings\" : [\n{rows}\n    ]\n  }}\n}}\n"
    )
}

const ITEM: (&str, &str) = ("item", "http://www.wikidata.org/entity/Q900001");
const GITA: [(&str, &str); 4] =
    [ITEM, ("nameHi", "गीता ठकरान"), ("nameEn", "Gita Thakran"), ("born", "1961-04-02T00:00:00Z")];

#[test]
fn results_of_wikidata_become_tables_with_their_provenance() {
    let folder = desk();
    let role = |from, to| {
        [("titleHi", "रामपुर की महापौर"), ("titleEn", "mayor of Rampur"), ("from", from), ("to", to)]
    };
    let first = [&GITA[..], &role("2010-01-01T00:00:00Z", "2015-03-04T00:00:00Z")].concat();
    let second = [&GITA[..], &role("2018-07-09T00:00:00Z", "2020-01-05T00:00:00Z")].concat();
    folder.put("query.json", results(&[&first, &second]));
    let said = folder.import("query.json", &[]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert!(
        said.out
            .ends_with("names.toml: 1 actors added, 0 updated; 0 known already, 0 in conflict, 0 left out\n"),
        "{}",
        said.out
    );
    let table = "\n[gita-thakran]\nkind = \"person\"\nname = \"गीता ठकरान\"\nlatin = \"Gita Thakran\"\nhi = \"\"\nen = \"\"\nqid = \"Q900001\"\nborn = \"1961-04-02\"\nsource = \"Wikidata (CC0), Q900001, retrieved 2025-06-30\"\nas_of = \"2025-06-30\"\nroles = [\n  { title = \"रामपुर की महापौर\", en = \"mayor of Rampur\", from = \"2010\", to = \"2015-03-04\" },\n  { title = \"रामपुर की महापौर\", en = \"mayor of Rampur\", from = \"2018-07-09\", to = \"2020-01-05\" },\n]\n";
    assert_eq!(folder.own(), OWN.to_owned() + table, "what was there is untouched");
    assert_eq!(folder.run(&["actors", "check"]).code, 0);
    let again = folder.import("query.json", &[]);
    assert!(again.out.contains("0 actors added, 0 updated; 1 known already"), "{}", again.out);
    assert_eq!(folder.own(), OWN.to_owned() + table);
}

#[test]
fn csv_of_wikidata_says_the_same() {
    let folder = desk();
    folder.put(
        "query.csv",
        "item,nameHi,nameEn,descriptionHi,born,bornPrecision\r\nhttp://www.wikidata.org/entity/Q900001,गीता ठकरान,Gita Thakran,\"लेखिका, \"\"दीदी\"\"\",1961-04-01T00:00:00Z,10\r\n",
    );
    let said = folder.import("query.csv", &[]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(
        folder.own().contains("born = \"1961-04\"\n") && folder.own().contains("लेखिका, \"दीदी\""),
        "{}",
        folder.own()
    );
}

#[test]
fn what_was_written_by_hand_is_kept_and_conflicts_are_told() {
    let folder = desk();
    let asha = |qid: &'static str, born: &'static str| {
        [("item", qid), ("nameHi", "आशा देवी"), ("nameEn", "Asha Devi"), ("born", born)]
    };
    folder.put(
        "query.json",
        results(&[&asha("http://www.wikidata.org/entity/Q900002", "1970-05-09T00:00:00Z")]),
    );
    let said = folder.import("query.json", &[]);
    assert!(
        said.out.starts_with("conflict: result 1: [asha-devi] in names.toml has the name आशा देवी and no qid"),
        "{}",
        said.out
    );
    assert_eq!(folder.own(), OWN);
    let with_item = OWN.to_owned() + "qid = \"Q900002\"\n";
    folder.put("names.toml", &with_item);
    let said = folder.import("query.json", &[]);
    assert!(said.out.contains("1 known already"), "the days agree: {}", said.out);
    folder.put(
        "query.json",
        results(&[&asha("http://www.wikidata.org/entity/Q900002", "1971-05-09T00:00:00Z")]),
    );
    let said = folder.import("query.json", &[]);
    assert!(said.out.contains("was kept: born is 1970-05 here and 1971-05-09 in the import"), "{}", said.out);
    assert_eq!(folder.own(), with_item);
}

#[test]
fn rows_of_one_actor_follow_each_other_and_namesakes_are_told_apart_by_their_birth() {
    let folder = desk();
    let one = |qid: &'static str, latin: &'static str, born: &'static str| {
        [("item", qid), ("nameHi", "रमा ठकरान"), ("nameEn", latin), ("born", born)]
    };
    let first = one("http://www.wikidata.org/entity/Q900011", "Rama Thakran", "1951-02-03T00:00:00Z");
    let namesake = one("http://www.wikidata.org/entity/Q900012", "Rama Thakran", "1982-02-03T00:00:00Z");
    let nobody_knows = one("http://www.wikidata.org/entity/Q900013", "Rama Thakran", "");
    folder.put("query.json", results(&[&first, &namesake, &nobody_knows, &first]));
    let said = folder.import("query.json", &[]);
    assert!(
        said.out.contains("left out: result 3: an earlier row has the name रमा ठकरान too\n"),
        "{}",
        said.out
    );
    assert!(said.out.contains("left out: result 4: रमा ठकरान is in an earlier row; sort the rows by item\n"));
    assert!(
        said.out.ends_with("2 actors added, 0 updated; 0 known already, 0 in conflict, 2 left out\n"),
        "{}",
        said.out
    );
    let own = folder.own();
    assert!(own.contains("\n[rama-thakran]\n") && own.contains("\n[rama-thakran-q900012]\n"), "{own}");
}

#[test]
fn who_ships_is_not_added_again() {
    let folder = desk();
    let putin = [ITEM, ("nameHi", "व्लादिमीर पुतिन"), ("nameEn", "Vladimir Putin")];
    folder.put("query.json", results(&[&putin]));
    assert!(folder.import("query.json", &[]).out.contains("0 actors added, 0 updated; 1 known already"));
}

#[test]
fn an_import_cut_off_in_the_middle_writes_nothing_and_says_the_line() {
    let folder = desk();
    let other = [
        ("item", "http://www.wikidata.org/entity/Q900003"),
        ("nameHi", "सीता ठकरान"),
        ("nameEn", "Sita Thakran"),
    ];
    let whole = results(&[&GITA, &other]);
    let cut = &whole[..whole.find("Q900003").unwrap() + 3];
    folder.put("query.json", cut);
    let line = cut.lines().count();
    folder
        .import("query.json", &[])
        .is_trouble(&[&format!("query.json:{line}: the file ends in the middle"), "nothing was written"]);
    for (cut, line) in
        [("गीता ठकरान,Gita Thakran\r\nसीता ठक", 3), ("गीता ठकरान,Gita Thakran\r\nसीता ठकरान,Sita Th", 3)]
    {
        folder.put("query.csv", format!("nameHi,nameEn\r\n{cut}"));
        folder.import("query.csv", &[]).is_trouble(&[&format!("query.csv:{line}: "), "nothing was written"]);
    }
    folder.put("query.json", "{\"head\": {}}");
    folder.import("query.json", &[]).is_trouble(&["query.json:1: there is no \"results\""]);
    assert_eq!(folder.own(), OWN);
    assert_eq!(fs::read_dir(folder.0.path()).unwrap().count(), 4, "nothing is left beside the files");
}

#[test]
fn a_table_needs_a_source_and_names_its_columns() {
    let folder = desk();
    folder.put("names.tsv", "# ours\nid\tkind\tname\tlatin\talso\nrampur-khurd\tplace\tरामपुर खुर्द\tRampur Khurd\tखुर्द;छोटा रामपुर\n\tperson\tRam\tRam\t\n");
    folder.import("names.tsv", &[]).is_trouble(&["--source"]);
    let said = folder.import("names.tsv", &["--source", "ज़िला प्रशासन"]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(said.out.starts_with("left out: line 4: there is no Hindi name\n"), "{}", said.out);
    let own = folder.own();
    assert!(
        own.contains("[rampur-khurd]\nkind = \"place\"\n")
            && own.contains("also = [\"खुर्द\", \"छोटा रामपुर\"]"),
        "{own}"
    );
    assert!(own.contains("source = \"ज़िला प्रशासन, retrieved 2025-06-30\""), "{own}");
    folder.put("names.tsv", "नाम\tlatin\n");
    folder.import("names.tsv", &["--source", "x"]).is_trouble(&["names.tsv:1: no column is called \"name\""]);
    folder.import("nowhere.tsv", &["--source", "x"]).is_trouble(&["nowhere.tsv", "no such file"]);
    folder.import("names.txt", &[]).is_trouble(&["--format"]);
}

#[test]
fn countries_of_cldr_come_with_their_english_names() {
    let folder = desk();
    let file = |language: &str, name: &str, short: &str| {
        format!(
            "{{\"main\": {{\"{language}\": {{\"identity\": {{}}, \"localeDisplayNames\": {{\"territories\": {{\"001\": \"w\", \"QO\": \"{name}\", \"QO-alt-short\": \"{short}\"}}}}}}}}}}"
        )
    };
    folder.put("hi.json", file("hi", "दूरस्थ ओशिआनिया", "ओशिआनिया दूर"));
    folder.put("en.json", file("en", "Outlying Oceania", "Outlying"));
    folder.import("hi.json", &["--format", "cldr"]).is_trouble(&["--english"]);
    let said = folder.import("hi.json", &["--format", "cldr", "--english", "en.json"]);
    assert_eq!(said.code, 0, "{}", said.err);
    let own = folder.own();
    assert!(own.contains("[outlying-oceania]\nkind = \"place\"\nname = \"दूरस्थ ओशिआनिया\"\n"), "{own}");
    assert!(own.contains("also = [\"ओशिआनिया दूर\"]"), "{own}");
}

#[test]
fn a_broken_file_of_ones_own_is_not_written_to() {
    let folder = desk();
    folder.put("names.toml", "[a\n");
    folder.put("query.json", results(&[&GITA]));
    folder.import("query.json", &[]).is_trouble(&["names.toml:1:", "fix this first"]);
    assert_eq!(folder.own(), "[a\n");
}

#[test]
fn what_an_import_adds_to_what_ships_is_a_patch() {
    let folder = desk();
    let table = "name\tlatin\tborn\ttitle\ttitle_en\tfrom\tto\n\
        जो बाइडेन\tJoe Biden\t1942-11-20\tरामपुर के महापौर\tmayor of Rampur\t2025-02-01\t2025-06-01\n";
    folder.put("more.tsv", table);
    let said = folder.import("more.tsv", &["--source", "the town's register, CC0"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert!(
        said.out.contains("updated: [joe-biden]: \"रामपुर के महापौर\" (2025-02-01 to 2025-06-01)"),
        "{}",
        said.out
    );
    assert!(
        said.out.ends_with("0 actors added, 1 updated; 0 known already, 0 in conflict, 0 left out\n"),
        "{}",
        said.out
    );
    assert!(folder.own().contains("[joe-biden]\npatch = true\nroles = [\n"), "{}", folder.own());
    assert_eq!(folder.run(&["actors", "check", "--faults-only"]).code, 0);
    let again = folder.import("more.tsv", &["--source", "the town's register, CC0"]);
    assert!(again.out.contains("0 actors added, 0 updated; 1 known already, 0 in conflict"), "{}", again.out);
    let before = folder.own();
    folder.put("more.tsv", table.replace("2025-02-01\t2025-06-01", "1999-02-01\t1999-06-01"));
    let more = folder.import("more.tsv", &["--source", "the town's register, CC0"]);
    assert!(more.out.contains("a patch of it is there already"), "{}", more.out);
    assert_eq!(folder.own(), before);
}

#[test]
fn imported_roles_have_the_office_that_their_title_names() {
    let folder = desk();
    let table = "name\tlatin\tborn\ttitle\ttitle_en\tfrom\tto\n\
        गीता ठकरान\tGita Thakran\t1901\tउत्तर प्रदेश की मुख्यमंत्री\tChief Minister\t1931-01-01\t1932-01-01\n\
        सीता ठकरान\tSita Thakran\t1971\tउत्तर प्रदेश की मुख्यमंत्री\tChief Minister\t2023-01-01\t2023-02-01\n";
    folder.put("more.tsv", table);
    let said = folder.import("more.tsv", &["--source", "a test"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let own = folder.own();
    assert_eq!(own.matches("office = \"IN-UP/chief-minister\"").count(), 1, "the other's is held: {own}");
    assert_eq!(folder.run(&["actors", "check", "--faults-only"]).code, 0);
}

#[test]
fn rows_of_one_name_with_two_births_are_told() {
    let folder = desk();
    let table = "name\tlatin\tborn\n\
        जो बाइडेन\tJoe Biden\t1942-11-20\nजो बाइडेन\tJoe Biden\t1943-11-20\n\
        गीता ठकरान\tGita Thakran\t1961\nगीता ठकरान\tGita Thakran\t1962\n";
    folder.put("more.tsv", table);
    let said = folder.import("more.tsv", &["--source", "a test"]);
    assert_eq!(said.code, 0, "{}", said.err);
    for told in [
        "line 3",
        "born is 1942-11-20 here and 1943-11-20 in the import",
        "line 5: an earlier row has the name",
    ] {
        assert!(said.out.contains(told), "{told}: {}", said.out);
    }
    assert!(
        said.out.ends_with("1 actors added, 0 updated; 1 known already, 1 in conflict, 1 left out\n"),
        "{}",
        said.out
    );
}

#[test]
fn of_many_rows_that_add_nothing_the_first_thousand_are_told() {
    let folder = desk();
    let rows: String = (0..20_000).map(|n| format!("Name {n}\tName {n}\nजो बाइडेन\tJoe Biden\n")).collect();
    folder.put("more.tsv", format!("name\tlatin\n{rows}गीता ठकरान\tGita Thakran\n"));
    let said = folder.import("more.tsv", &["--source", "a test"]);
    assert!(
        said.out.ends_with("1 actors added, 0 updated; 20000 known already, 0 in conflict, 20000 left out\n"),
        "{}",
        said.out.lines().last().unwrap_or_default()
    );
    assert!(said.out.lines().count() < 1100, "the first thousand are told one by one");
    assert!(said.out.contains("and 19000 more lines"));
}
