//! `vartani survey`: what an archive spells, where and when.

use std::fs;

use crate::folder::Folder;

/// An archive of three desks: front matter, days in names of files, and JSON Lines.
fn archive() -> Folder {
    let lines = "{\"id\": \"n1\", \"date\": \"2025-03-14\", \"desk\": \"खेल\", \"text\": \"सिडनी की टीम ऑस्ट्रेलिया से आई।\"}\n\
        {\"id\": 2, \"date\": \"2025-04-02\", \"section\": \"खेल\", \"title\": \"आस्ट्रेलिया हारा\", \"body\": \"<p>आस्ट्रेलिया ने ने हार मानी।</p>\"}\n";
    Folder::with(&[
        ("news/विदेश/2025/2025-03-10-a.txt", "मॉस्को में बैठक हुई। मॉस्को शांत है।\n"),
        ("news/विदेश/2025/2025-04-12-b.txt", "मास्को में बर्फ़ गिरी।\n"),
        (
            "news/2025/c.md",
            "---\ndate: 2025-04-20\nsection: शहर\n---\nहिन्दी के लेखक पटना गये। हिंदी दिवस पर सभा हुई।\n",
        ),
        ("news/lines.jsonl", lines),
    ])
}

/// The lines of `--format csv` that hold all of `parts`.
fn lines_with<'a>(csv: &'a str, parts: &[&str]) -> Vec<&'a str> {
    csv.lines().filter(|line| parts.iter().all(|part| line.contains(part))).collect()
}

#[test]
fn spellings_are_counted_by_month_and_desk() {
    let said = archive().run(&["survey", "--format", "csv", "news"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let head = said.out.lines().next().unwrap();
    assert_eq!(head, "kind,item,word,spelling,month,desk,uses,articles,first,example");
    let one = |parts: &[&str]| {
        let found = lines_with(&said.out, parts);
        assert_eq!(found.len(), 1, "{parts:?}\n{}", said.out);
        found[0].to_owned()
    };
    assert!(one(&["name,", ",मॉस्को,2025-03,"]).contains(",विदेश,2,1,2025-03-10,"));
    assert!(one(&["name,", ",मास्को,2025-04,"]).contains(",विदेश,1,1,2025-04-12,"));
    assert!(one(&["name,", ",ऑस्ट्रेलिया,2025-03,"]).contains(",खेल,1,1,2025-03-14,2025-03-14\tn1\t"));
    assert!(one(&["name,", ",आस्ट्रेलिया,2025-04,"]).contains(",खेल,2,1,2025-04-02,2025-04-02\t2\t"));
    assert!(one(&["orthography,nasal,,pancham,2025-04,शहर,"]).contains(",1,1,2025-04-20,"));
    assert!(one(&["rule,text/repeated-word,"]).contains(",2025-04,खेल,1,1,"));
    assert_eq!(lines_with(&said.out, &["article,"]).len(), 5, "{}", said.out);
}

#[test]
fn people_see_what_is_divided() {
    let folder = archive();
    let said = folder.run(&["survey", "--locale", "en", "--since", "2025-04-01", "news"]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(said.out.starts_with("articles: 5, words: "), "{}", said.out);
    for part in [
        "(2025-03 – 2025-04)",
        "मॉस्को 2 (66 %), मास्को 1 (33 %)  [moscow]",
        "आस्ट्रेलिया 2 (66 %), ऑस्ट्रेलिया 1 (33 %)  [australia]",
        "anusvara 2 (66 %), a half nasal letter 1 (33 %)  [nasal]",
        "1        1  text/repeated-word",
        "New names since 2025-04-01",
    ] {
        assert!(said.out.contains(part), "{part}\n{}", said.out);
    }
    assert!(!said.out.contains("2025-03-10"), "Moscow is not new");
    let hindi = folder.run(&["survey", "--locale", "hi", "news"]);
    assert!(hindi.out.contains("नाम, जो कई तरह लिखे गए"), "{}", hindi.out);
}

#[test]
fn sums_of_parts_give_the_tables_of_the_whole() {
    let line = |id: usize| {
        let (month, text) = [
            (3, "मॉस्को में हिन्दी के लेखक मिले।"),
            (4, "मास्को में हिंदी दिवस मना। भोंडवेकर आए।"),
            (4, "मास्को में ने ने बर्फ़ गिरी। भोडवेकर गये।"),
        ][id % 3];
        format!(
            "{{\"id\": {id}, \"date\": \"2025-0{month}-1{id}\", \"desk\": \"{}\", \"text\": \"{text}\"}}\n",
            id % 2
        )
    };
    let lines = |ids: &[usize]| -> String { ids.iter().map(|id| line(*id)).collect() };
    let folder = Folder::with(&[
        ("whole.jsonl", &lines(&[0, 1, 2, 3, 4, 5, 6])),
        ("one/a.jsonl", &lines(&[5, 0])),
        ("one/b.jsonl", &lines(&[3])),
        ("two.jsonl", &lines(&[6, 4, 2, 1])),
    ]);
    for (name, path) in [("one.sums", "one"), ("two.sums", "two.jsonl")] {
        let said = folder.run(&["survey", "--counts", "--out", name, path]);
        assert_eq!((said.code, said.out.as_str()), (0, ""), "{}", said.err);
    }
    let tables = |format: &str, paths: &[&str]| {
        let said = folder.run(&[&["survey", "--format", format, "--since", "2025-04-01"], paths].concat());
        assert_eq!((said.code, said.err.as_str()), (0, ""));
        said.out
    };
    for format in ["csv", "json", "table", "html"] {
        let whole = tables(format, &["whole.jsonl"]);
        assert!(whole.contains("भोंडवेकर"), "{format}");
        assert_eq!(tables(format, &["--merge", "two.sums", "one.sums"]), whole, "{format}");
    }
    // Twice the sums are twice the numbers, and files may be joined end to end
    let sums = fs::read_to_string(folder.0.path().join("one.sums")).unwrap();
    assert!(sums.starts_with("{\"survey\":1,\"vartani\":"), "{sums}");
    let twice = folder.run_with(&["survey", "--format", "csv", "--merge", "-"], &format!("{sums}{sums}")).out;
    assert!(twice.contains("name,moscow,मॉस्को,मॉस्को,2025-03,0,2,2,2025-03-10,"), "{twice}");
}

#[test]
fn a_program_may_send_its_articles_line_by_line() {
    let folder = archive();
    let lines = fs::read_to_string(folder.0.path().join("news/lines.jsonl")).unwrap();
    let piped = folder.run_with(&["survey", "--counts", "-"], &lines).out;
    assert_eq!(piped, folder.run(&["survey", "--counts", "news/lines.jsonl"]).out);
    let nothing = folder.run_with(&["survey", "--counts", "-"], "");
    assert_eq!((nothing.code, nothing.out.lines().count()), (0, 1), "a part may be empty");
    let text = "{\"prose\": {\"raw\": \"मॉस्को शांत है।\"}, \"ed\": \"विदेश\"}\n";
    let named = folder.run_with(
        &["survey", "--format", "csv", "--json-field", "prose.raw", "--desk-field", "ed", "-"],
        text,
    );
    assert!(named.out.contains("name,moscow,मॉस्को,मॉस्को,,विदेश,1,1,,"), "{}{}", named.out, named.err);
}

#[test]
fn what_cannot_be_read_is_counted_and_named_and_the_rest_is_surveyed() {
    let folder = archive();
    folder.put("news/broken.docx", b"PK\x03\x04 broken");
    folder.put(
        "news/more.jsonl",
        b"{\"text\": \"\xff\"}\n{]\n{\"date\": \"2025-03-01\"}\n{\"text\": \"ok\"}\n",
    );
    let said = folder.run(&["survey", "--locale", "en", "news"]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(said.out.starts_with("articles: 6,"), "{}", said.out);
    let err: Vec<&str> = said.err.lines().collect();
    assert_eq!(err.len(), 5, "{}", said.err);
    for (line, part) in
        [(0, "broken.docx: "), (1, "more.jsonl:1: "), (2, "more.jsonl:2: "), (3, "more.jsonl:3: ")]
    {
        assert!(err[line].contains(part), "{}", said.err);
    }
    assert_eq!(err[4], "vartani: could not be read: 4; all others were counted");
    assert_eq!(folder.run(&["survey", "--strict", "news"]).code, 2);
    let none = Folder::with(&[("a.jsonl", "{]\n")]);
    assert_eq!(none.run(&["survey", "a.jsonl"]).code, 2, "nothing was read");
    assert_eq!(none.run(&["survey", "missing"]).code, 2);
}

#[test]
fn an_article_that_comes_twice_is_told() {
    let folder = Folder::with(&[("a.txt", "मॉस्को शांत है।\n"), ("b.txt", "मॉस्को शांत है।\n")]);
    let said = folder.run(&["survey", "--locale", "en", "--format", "csv", "."]);
    assert_eq!(said.err, "vartani: articles with the same text as another: 1; they were counted, too\n");
    assert!(said.out.contains("name,moscow,मॉस्को,मॉस्को,,,2,2,,"), "{}", said.out);
}

#[test]
fn what_is_no_file_of_sums_is_refused_with_its_line() {
    let head = "{\"survey\":1,\"vartani\":\"0.1.0\",\"data\":\"2025-01-01\"}\n";
    let row = "{\"kind\":\"article\",\"item\":\"\",\"word\":\"\",\"spelling\":\"\",\"month\":\"2025-3\",\"desk\":\"\",\"uses\":1,\"articles\":1,\"first\":null,\"example\":null}\n";
    let newer = head.replace("\"survey\":1", "\"survey\":2");
    for (text, parts) in [
        ("{\"text\": \"नमस्ते\"}\n", ["a:1: ", "not a line of `vartani survey --counts`"]),
        (&*format!("{head}{{}}\n"), ["a:2: ", "not a line"]),
        (&*format!("{head}{row}"), ["a:2: ", "`month` must be like 2025-03"]),
        (&newer, ["a:1: ", "newer than this"]),
    ] {
        Folder::with(&[("a", text)]).run(&["survey", "--merge", "a"]).is_trouble(&parts);
    }
}

#[test]
fn a_page_is_written_as_a_whole_and_holds_everything() {
    let folder = archive();
    folder.put("news/2025/evil.txt", "</script><script>alert(1)</script> मॉस्को <!-- शांत है।\n");
    let page = |name: &str| fs::read_to_string(folder.0.path().join(name)).unwrap();
    let said = folder.run(&["survey", "--format", "html", "--out", "page.html", "news"]);
    assert_eq!((said.code, said.out.as_str()), (0, ""), "{}", said.err);
    let before = page("page.html");
    assert!(before.starts_with("<!doctype html>") && before.contains("मास्को"));
    assert!(!before.contains("<script>alert"), "what an article holds is no script of the page");
    for from_elsewhere in ["src=\"http", "href=\"http", "url(http", "@import"] {
        assert!(!before.contains(from_elsewhere), "{from_elsewhere}");
    }
    folder
        .run(&["survey", "--format", "html", "--out", "missing/page.html", "news"])
        .is_trouble(&["missing"]);
    folder.run(&["survey", "--out", "page.html", "--merge", "missing"]).is_trouble(&["missing"]);
    assert_eq!(page("page.html"), before, "it stays as it was");
}
