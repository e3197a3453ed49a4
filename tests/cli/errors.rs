//! Bad input: a sentence that says what is wrong and what to do, never a backtrace.

use std::fs;

use crate::folder::{CLEAN, Folder, WRONG_DAY, field, texts};

#[test]
fn a_file_that_is_not_there_is_one_sentence() {
    let folder = Folder::with(&[("a.txt", WRONG_DAY)]);
    folder.run(&["check", "ग़ायब.txt"]).is_trouble(&["ग़ायब.txt", "no such file", "check the path"]);
    folder.run(&["check", "a.txt/b.txt"]).is_trouble(&["a.txt/b.txt", "no such file", "check the path"]);
    folder.run(&["inspect", "ग़ायब.txt"]).is_trouble(&["ग़ायब.txt", "no such file", "check the path"]);
    folder.run(&["compare", "--pairs", "pairs.tsv"]).is_trouble(&["pairs.tsv", "no such file"]);
    folder.run(&["check", "--config", "x.toml", "a.txt"]).is_trouble(&["x.toml", "no such file"]);
    folder.run(&["inspect", "."]).is_trouble(&["this is a folder", "name a file"]);
}

#[test]
#[cfg(unix)]
fn a_file_that_may_not_be_read_is_one_sentence() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = Folder::with(&[("a.txt", WRONG_DAY), ("b.txt", WRONG_DAY)]);
    let path = folder.0.path().join("a.txt");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(&path).is_ok() {
        return; // root reads everything
    }
    let said = folder.run(&["check", "--format", "json", "."]);
    said.is_trouble(&["a.txt", "permissions"]);
    assert_eq!(field(&said.lines(), "path"), ["./b.txt"]);
}

#[test]
fn a_time_zone_that_nobody_knows_is_said_with_its_place() {
    let folder = Folder::with(&[("a.txt", WRONG_DAY)]);
    folder.put("vartani.toml", "locale = \"hi\"\ntime-zone = \"Asia/Dilli\"\n");
    folder.run(&["check", "a.txt"]).is_trouble(&["vartani.toml:2:13", "Asia/Dilli", "Asia/Kolkata"]);
    folder.put("vartani.toml", "time-zone = \"Asia/Kathmandu\"\n");
    assert_eq!(texts(&folder.findings(&["a.txt"])).len(), 1);
}

#[test]
fn a_file_that_is_not_utf_8_is_one_sentence_with_its_line() {
    let folder = Folder::with(&[("b.txt", WRONG_DAY)]);
    folder.put("a.txt", b"\xe0\xa4\xaa\xe0\xa4\xb9\xe0\xa4\xb2\xe0\xa4\xbe\nd` \xe0\xa4 x\n");
    let said = folder.run(&["check", "--format", "json", "."]);
    said.is_trouble(&["a.txt:2", "not UTF-8", "save it as UTF-8"]);
    assert_eq!(field(&said.lines(), "path"), ["./b.txt"]);
    folder.run(&["inspect", "a.txt"]).is_trouble(&["a.txt:2", "not UTF-8"]);
}

#[test]
fn a_file_in_utf_16_with_a_mark_is_read_and_written_back_as_it_was() {
    let text = "\u{FEFF}बैठक अाज हुई। सुनवाई 31 अप्रैल को होगी।\r\n";
    let written: [fn(&str) -> Vec<u8>; 2] = [
        |text| text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        |text| text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
    ];
    for write in written {
        let folder = Folder::with(&[]);
        folder.put("a.txt", write(text));
        assert_eq!(texts(&folder.findings(&["a.txt"])), ["अाज", "31 अप्रैल"]);
        let said = folder.run(&["check", "--fix", "--format", "json", "a.txt"]);
        assert_eq!((said.code, said.err.as_str(), texts(&said.lines())), (1, "", vec!["31 अप्रैल"]));
        assert_eq!(fs::read(folder.0.path().join("a.txt")).unwrap(), write(&text.replace("अाज", "आज")));
    }
}

#[test]
fn what_is_no_text_is_called_by_its_name() {
    let folder = Folder::with(&[("b.txt", WRONG_DAY)]);
    let text = "सुनवाई 31 अप्रैल को होगी।";
    for (bytes, name, advice) in [
        (text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>(), "UTF-16", "save it as UTF-8"),
        (text.encode_utf16().flat_map(u16::to_be_bytes).collect(), "UTF-16", "save it as UTF-8"),
        (text.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect(), "UTF-32", "save it as UTF-8"),
        (
            b"PK\x03\x04\x14\0\x06\0 [Content_Types].xml word/document.xml".into(),
            "cut short",
            "save it again",
        ),
        (b"%PDF-1.7\n\0".into(), "PDF", "save its text"),
        (b"{\\rtf1\\ansi }".into(), "RTF", "save it as .txt"),
        (b"\x89PNG\r\n\x1a\n\0".into(), "picture", "not text"),
    ] {
        folder.put("a.txt", bytes);
        let said = folder.run(&["check", "--format", "json", "a.txt", "b.txt"]);
        said.is_trouble(&["a.txt: ", name, advice]);
        assert_eq!(field(&said.lines(), "path"), ["b.txt"]);
    }
    folder.put("a.txt", "एक\nदो\0".as_bytes());
    folder.run(&["check", "a.txt"]).is_trouble(&["a.txt:2: ", "NUL", "not text"]);
}

#[test]
fn a_folder_in_which_nothing_was_read_is_said_with_what_was_passed_over() {
    let folder =
        Folder::with(&[("desk/a.doc", ""), ("desk/b.doc", ""), ("desk/c.pdf", ""), ("b.txt", CLEAN)]);
    fs::create_dir(folder.0.path().join("empty")).unwrap();
    let said = folder.run(&["check", "desk"]);
    said.is_trouble(&["desk: nothing to read", ".txt, .md, .html", "2 .doc, 1 .pdf", "save these as .docx"]);
    folder.run(&["check", "empty", "b.txt"]).is_trouble(&["empty: nothing to read"]);
    folder.run(&["actors", "check", "empty"]).is_trouble(&["empty: nothing to read", ".toml"]);
    folder.put("vartani.toml", "exclude = [\"*.txt\"]\n");
    folder.put("empty/a.txt", CLEAN);
    folder.run(&["check", "empty"]).is_trouble(&["empty: nothing to read", "`exclude`"]);
    fs::remove_file(folder.0.path().join("vartani.toml")).unwrap();
    assert_eq!(folder.run(&["check", "."]).code, 0);
}

#[test]
fn what_goes_wrong_is_said_in_the_language_asked_for() {
    let folder = Folder::with(&[("a.txt", CLEAN)]);
    folder.run(&["check", "--locale", "hi", "ग़ायब.txt"]).is_trouble(&[
        "ग़ायब.txt: ",
        "ऐसी कोई फ़ाइल",
        "पता जाँच लें",
    ]);
    folder.run(&["check", "--locale", "en", "ग़ायब.txt"]).is_trouble(&["no such file"]);
}

#[test]
fn a_byte_order_mark_and_an_empty_file_are_no_trouble() {
    let folder = Folder::with(&[("empty.txt", ""), ("mark.txt", "\u{FEFF}सुनवाई 31 अप्रैल को होगी।")]);
    let said = folder.run(&["check", "--format", "json", "empty.txt", "mark.txt"]);
    assert_eq!((said.code, said.err.as_str(), texts(&said.lines())), (1, "", vec!["31 अप्रैल"]));
    assert_eq!(said.lines()[0]["span"]["start"], 22, "bytes count from the beginning of the file");
}

#[test]
fn a_fault_in_the_configuration_has_line_and_column() {
    for (config, place, word) in [
        ("locale = \"hi\"\ncolour = \"red\"\n", "vartani.toml:2:1:", "colour"),
        ("[spelling]\nprefers = []\n", "vartani.toml:2:1:", "prefers"),
        ("fail-on = \"loud\"\n", "vartani.toml:1:11:", "loud"),
        ("[rules]\n\"text/quotes\" = \"loud\"\n", "vartani.toml:2:17:", "loud"),
        ("[rules]\n\"text/qoutes\" = \"off\"\n", "vartani.toml:2:1:", "text/qoutes"),
        ("skip = [\"ठीक\", \"[\"]\n", "vartani.toml:1:16:", "skip"),
        ("[spelling\n", "vartani.toml:1:10:", ""),
    ] {
        let folder = Folder::with(&[("a.txt", CLEAN), ("vartani.toml", config)]);
        folder.run(&["check", "a.txt"]).is_trouble(&[place, word]);
        folder.run(&["inspect", "a.txt"]).is_trouble(&[place, word]);
    }
}

#[test]
fn somebody_whose_system_speaks_hindi_is_told_in_hindi() {
    let table = "name\tlatin\nआशा\tAsha\tफिर\n";
    let folder = Folder::with(&[
        ("a.txt", CLEAN),
        ("names.toml", "[asha]\nkind = \"person\"\nage = 7\n"),
        ("t.tsv", table),
    ]);
    folder.put("good.toml", "[asha]\nkind = \"person\"\nname = \"आशा देवी\"\nlatin = \"Asha\"\n");
    folder.put("pairs.tsv", "मॉस्को\n");
    for (config, place, hindi) in [
        ("colour = \"red\"\n", "vartani.toml:1:1: ", "`colour` यहाँ नहीं चलता; ये चलते हैं: `"),
        ("fail-on = \"loud\"\n", "vartani.toml:1:11: ", "“loud” कोई दर्जा नहीं है"),
        ("[rules]\n\"text/qoutes\" = \"off\"\n", "vartani.toml:2:1: ", "नाम का कोई नियम नहीं है"),
        ("skip = [\"(\"]\n", "vartani.toml:1:9: ", "`skip`: यह regex"),
        ("time-zone = \"Asia/Dilli\"\n", "vartani.toml:1:13: ", "“Asia/Dilli” कोई जानी हुई घड़ी नहीं है"),
        ("exclude = [\"[पुराने\"]\n", "vartani.toml:1:12: ", ".gitignore जैसा पैटर्न नहीं है"),
        ("[spelling\n", "vartani.toml:1:10: ", "TOML की लिखावट ग़लत है"),
        ("actors = [\"/etc/passwd\"]\n", "vartani.toml:1:11: ", "पूरा पता है, इसलिए नहीं पढ़ा गया"),
        ("actors = [\"names.toml\"]\n", "names.toml:3:1: ", "`age` यहाँ नहीं चलता"),
    ] {
        folder.put("vartani.toml", config);
        let said = folder.run_in_hindi(&["check", "a.txt"]);
        said.is_trouble(&[place, hindi]);
    }
    folder.put("vartani.toml", "actors = [\"good.toml\"]\n");
    let import = ["actors", "import", "--retrieved", "2025-06-30", "--source", "हमारी सूची, CC0"];
    for (arguments, hindi) in [
        (&["actors", "add", "आशा देवी", "--latin", "Asha"][..], "good.toml: [asha] पहले से है"),
        (&["actors", "add", "आशा", "--latin", "Asha", "--id", "आशा"], "“आशा” id नहीं हो सकता"),
        (&["actors", "show", "झझझ"], "“झझझ” नाम से कुछ नहीं मिला"),
        (&["explain", "text/qoutes"], "क्या text/quotes चाहिए?"),
        (&["compare", "--pairs", "pairs.tsv"], "पंक्ति 1: टैब नहीं है"),
        (&[&import[..], &["t.tsv"]].concat(), "t.tsv:2: पंक्ति में 2 खाने चाहिए, 3 हैं"),
        (&[&import[..], &["a.txt"]].concat(), "a.txt: फ़ाइल के नाम से पता नहीं चलता"),
    ] {
        let said = folder.run_in_hindi(arguments);
        assert!(said.code == 2 && said.err.contains(hindi), "{arguments:?}: {}", said.err);
        assert_eq!(said.err.lines().count(), 1, "{}", said.err);
    }
}

#[test]
fn a_pattern_that_is_none_is_told_where_it_stands() {
    let config = "locale = \"hi\"\nexclude = [\"states/\", \"[पुराने\"]\n";
    let folder = Folder::with(&[("a.txt", WRONG_DAY), ("vartani.toml", config)]);
    for arguments in [&["check", "a.txt"][..], &["check", "."], &["inspect", "a.txt"]] {
        let said = folder.run(arguments);
        said.is_trouble(&["vartani.toml:2:23: ", "`exclude`", "\"[पुराने\"", "check its brackets"]);
        assert!(!said.err.contains('!'), "{}", said.err);
    }
    folder.put("vartani.toml", "exclude = [\"[\", \"{\", \"ठीक\"]\n");
    let said = folder.run(&["check", "."]);
    assert_eq!((said.code, said.err.lines().count()), (2, 2), "{}", said.err);
    assert!(said.err.contains("vartani.toml:1:12: ") && said.err.contains("vartani.toml:1:17: "));
    folder.put("vartani.toml", "exclude = \"states/\"\n");
    folder.run(&["check", "."]).is_trouble(&["vartani.toml:1:11: "]);
}

#[test]
fn a_configuration_or_actor_file_that_is_not_utf_8_is_one_sentence_with_its_line() {
    let folder = Folder::with(&[("a.txt", WRONG_DAY)]);
    folder.put("vartani.toml", b"locale = \"hi\"\n# \xe0\xa4 x\n");
    for arguments in [&["check", "a.txt"][..], &["check", "."], &["inspect", "a.txt"]] {
        folder.run(arguments).is_trouble(&["vartani.toml:2: ", "not UTF-8", "save it as UTF-8"]);
    }
    folder.put("vartani.toml", "actors = [\"हमारे.toml\"]\n");
    folder.put("हमारे.toml", b"\n\n# \xe0\xa4 x\n");
    let said = folder.run(&["check", "--format", "json", "."]);
    said.is_trouble(&["हमारे.toml:3: ", "not UTF-8", "save it as UTF-8", "vartani.toml"]);
    assert_eq!(texts(&said.lines()), ["31 अप्रैल"], "the article is checked");
}

#[test]
fn a_broken_newsroom_is_told_once_however_its_articles_are_named() {
    let folder =
        Folder::with(&[("a.txt", WRONG_DAY), ("खेल/b.txt", WRONG_DAY), ("vartani.toml", "locale = \"fr\"\n")]);
    for arguments in [&["check", "."][..], &["check", ".", "खेल"], &["check", "a.txt", "खेल", "./खेल/b.txt"]]
    {
        folder.run(arguments).is_trouble(&["vartani.toml:1:10:", "fr"]);
    }
    folder.put("x.toml", "colour = 3\n");
    folder.run(&["check", "--config", "x.toml", ".", "खेल"]).is_trouble(&["x.toml:1:1:", "colour"]);
}

#[test]
fn a_broken_newsroom_does_not_stop_the_others() {
    let folder = Folder::with(&[
        ("टूटा/a.txt", WRONG_DAY),
        ("टूटा/b.txt", WRONG_DAY),
        ("टूटा/vartani.toml", "locale = \"fr\"\n"),
        ("ठीक/a.txt", WRONG_DAY),
    ]);
    let said = folder.run(&["check", "--format", "json", "टूटा/a.txt", "टूटा/b.txt", "ठीक/a.txt"]);
    said.is_trouble(&["vartani.toml:1:10:", "fr"]);
    assert_eq!(field(&said.lines(), "path"), ["ठीक/a.txt"]);
}

#[test]
fn an_actor_file_that_is_missing_or_broken_is_told_and_the_article_is_checked() {
    let folder = Folder::with(&[("a.txt", WRONG_DAY), ("vartani.toml", "actors = [\"हमारे.toml\"]\n")]);
    let said = folder.run(&["check", "--format", "json", "a.txt"]);
    said.is_trouble(&["हमारे.toml", "no such file", "check the path", "vartani.toml"]);
    assert_eq!(texts(&said.lines()), ["31 अप्रैल"]);

    folder
        .put("हमारे.toml", "[asha]\nkind = \"person\"\nname = \"आशा देवी\"\nlatin = \"Asha Devi\"\nage = 7\n");
    let said = folder.run(&["check", "--format", "json", "a.txt"]);
    said.is_trouble(&["हमारे.toml:5:1:", "asha", "age"]);
    assert_eq!(texts(&said.lines()), ["31 अप्रैल"]);

    folder.put("हमारे.toml", "[asha\n");
    folder.run(&["check", "a.txt"]).is_trouble(&["हमारे.toml:1:"]);
}

#[test]
fn bad_arguments_are_exit_code_2_and_say_what_to_write() {
    let folder = Folder::with(&[("a.txt", CLEAN)]);
    for (arguments, part) in [
        (&["check", "--dateline", "2025-02-30", "a.txt"][..], "2025-03-12"),
        (&["inspect", "--dateline", "12 मार्च", "a.txt"], "2025-03-12"),
        (&["check", "--fail-on", "loud", "a.txt"], "never"),
        (&["check", "--format", "xml", "a.txt"], "json"),
        (&["check", "--jobs", "0", "a.txt"], "--jobs"),
        (&["check"], "PATHS"),
        (&["compare", "हिंदी"], "2 values"),
        (&["chek", "a.txt"], "check"),
        (&[], "check"),
    ] {
        let said = folder.run(arguments);
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{arguments:?}");
        assert!(said.err.contains(part), "{arguments:?}: {}", said.err);
    }
    let said = folder.run(&["--version"]);
    assert_eq!((said.code, said.out.starts_with("vartani ")), (0, true));
    assert!(said.out.contains("known to 20"), "the day of the data: {}", said.out);
    assert_eq!(folder.run(&["--help"]).code, 0);
}
