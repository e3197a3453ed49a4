//! Documents of Word and LibreOffice: read by paragraph and character, never changed, commented in a copy.

use std::fs;
use std::io::{Cursor, Read, Write};

use serde_json::Value;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::folder::{Folder, texts};

const TYPES: &str = r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#;
const RELATIONS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;

/// A Word document with this body.
fn docx(body: &str) -> Vec<u8> {
    let main = format!(
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>"
    );
    archive(&[("[Content_Types].xml", TYPES), ("_rels/.rels", RELATIONS), ("word/document.xml", &main)])
}

fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, text) in parts {
        writer.start_file(*name, options).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A part of a document.
fn part(bytes: &[u8], name: &str) -> String {
    let mut text = String::new();
    ZipArchive::new(Cursor::new(bytes)).unwrap().by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn folder(files: &[(&str, &[u8])]) -> Folder {
    let folder = Folder::with(&[]);
    files.iter().for_each(|(name, bytes)| folder.put(name, bytes));
    folder
}

fn fixture(name: &str) -> Vec<u8> {
    fs::read(format!("tests/documents/{name}")).unwrap()
}

/// Paragraph, character and words of every finding.
fn places(lines: &[Value]) -> Vec<(u64, u64, &str)> {
    let place =
        |line: &Value| (line["start"]["line"].as_u64().unwrap(), line["start"]["column"].as_u64().unwrap());
    lines.iter().zip(texts(lines)).map(|(line, text)| (place(line).0, place(line).1, text)).collect()
}

#[test]
fn a_document_of_libreoffice_is_marked_by_paragraph_and_character() {
    for name in ["libreoffice.docx", "libreoffice.odt"] {
        let folder = folder(&[(name, &fixture(name))]);
        let found = folder.findings(&["."]);
        let wanted = [(3, 8, "31 अप्रैल"), (5, 8, "ने ने"), (7, 12, "31 सितंबर")];
        assert_eq!(places(&found), wanted, "{name}: what is deleted is no text, notes come last");
    }
}

#[test]
fn a_document_of_python_docx_is_read_with_its_headline_list_and_table() {
    let folder = folder(&[("a.docx", &fixture("python-docx.docx"))]);
    let found = folder.findings(&["."]);
    let words: Vec<(u64, &str)> = places(&found).into_iter().map(|(line, _, text)| (line, text)).collect();
    assert_eq!(words, [(1, "मास्को"), (2, "बुधवार (13 मार्च)"), (3, "31 अप्रैल"), (5, "ने ने"), (7, "31 जून")]);
}

#[test]
fn what_is_deleted_moved_or_code_of_a_field_is_no_text() {
    let body = "<w:p><w:r><w:t>सुनवाई </w:t></w:r><w:del w:id=\"1\"><w:r><w:delText>31 जून</w:delText></w:r></w:del>\
        <w:moveFrom w:id=\"2\"><w:r><w:t>31 जून</w:t></w:r></w:moveFrom>\
        <w:r><w:instrText>31 जून</w:instrText></w:r>\
        <w:ins w:id=\"3\"><w:r><w:t>31 अप्रै</w:t></w:r><w:r><w:t>ल</w:t></w:r></w:ins>\
        <w:r><w:t> को होगी &amp; टली&#x964;</w:t></w:r></w:p>";
    let folder = folder(&[("a.docx", &docx(body))]);
    assert_eq!(places(&folder.findings(&["a.docx"])), [(1, 8, "31 अप्रैल")]);
}

#[test]
fn a_document_is_never_fixed() {
    let bytes = fixture("libreoffice.docx");
    let folder = folder(&[("a.docx", &bytes), ("b.txt", "अाज बैठक है।\n".as_bytes())]);
    for option in ["--fix", "--diff"] {
        folder.run(&["check", option, "a.docx"]).is_trouble(&["a.docx: ", "not changed", "docx-comments"]);
    }
    folder.run(&["check", "--fix", "."]);
    assert_eq!(fs::read(folder.0.path().join("a.docx")).unwrap(), bytes);
    assert_eq!(fs::read_to_string(folder.0.path().join("b.txt")).unwrap(), "आज बैठक है।\n", "the rest goes on");
}

#[test]
fn findings_become_comments_in_a_copy() {
    let body = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>सुनवाई 31 अप्रैल को &amp; मंत्री ने ने कहा।</w:t></w:r></w:p>";
    let bytes = docx(body);
    let folder = folder(&[("a.docx", &bytes)]);
    let said = folder.run(&["check", "--locale", "en", "--format", "docx-comments", "a.docx"]);
    assert_eq!((said.code, said.err.as_str(), said.out.as_str()), (1, "", "a.vartani.docx: 2 comments\n"));
    assert_eq!(fs::read(folder.0.path().join("a.docx")).unwrap(), bytes, "the document stays as it was");
    let copy = fs::read(folder.0.path().join("a.vartani.docx")).unwrap();
    let main = part(&copy, "word/document.xml");
    let open = "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">";
    let end =
        |id: u32| format!("<w:commentRangeEnd w:id=\"{id}\"/><w:r><w:commentReference w:id=\"{id}\"/></w:r>");
    assert!(main.contains(&format!(
        "{open}सुनवाई </w:t></w:r><w:commentRangeStart w:id=\"0\"/>{open}31 अप्रैल</w:t></w:r>{}{open} को &amp; मंत्री ",
        end(0)
    )), "{main}");
    assert!(
        main.contains(&format!("{open}ने ने</w:t></w:r>{}{open} कहा।</w:t></w:r></w:p>", end(1))),
        "{main}"
    );
    let comments = part(&copy, "word/comments.xml");
    assert!(
        comments.contains("there is no 31 April") && comments.contains("[text/repeated-word]"),
        "{comments}"
    );
    assert!(part(&copy, "[Content_Types].xml").contains("/word/comments.xml"));
    assert!(part(&copy, "word/_rels/document.xml.rels").contains("comments.xml"));

    // A copy is no article, and is not written over unless somebody says so
    assert_eq!(folder.findings(&["."]).len(), 2);
    let again = ["check", "--format", "docx-comments", "a.docx"];
    folder.run(&again).is_trouble(&["a.vartani.docx: ", "exists already", "--overwrite"]);
    assert_eq!(folder.run(&[&again[..], &["--overwrite"]].concat()).code, 1);
    folder.put("b.txt", "31 अप्रैल");
    folder.run(&["check", "--format", "docx-comments", "b.txt"]).is_trouble(&["b.txt: ", ".docx only"]);
}

#[test]
fn comments_that_are_there_stay_and_insertions_stay_whole() {
    let body = "<w:p><w:ins w:id=\"9\"><w:r><w:t>मंत्री ने ने कहा।</w:t></w:r></w:ins></w:p>";
    let main = format!("<w:document xmlns:w=\"u\"><w:body>{body}</w:body></w:document>");
    let known = "<w:comments xmlns:w=\"u\"><w:comment w:id=\"4\"><w:p/></w:comment></w:comments>";
    let bytes = archive(&[
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", RELATIONS),
        ("word/document.xml", &main),
        ("word/comments.xml", known),
    ]);
    let folder = folder(&[("a.docx", &bytes)]);
    assert_eq!(folder.run(&["check", "--format", "docx-comments", "."]).code, 1);
    let copy = fs::read(folder.0.path().join("a.vartani.docx")).unwrap();
    let comments = part(&copy, "word/comments.xml");
    assert!(comments.contains("w:id=\"4\"") && comments.contains("w:id=\"5\""), "{comments}");
    let main = part(&copy, "word/document.xml");
    assert!(main.contains("<w:commentRangeStart w:id=\"5\"/><w:ins w:id=\"9\"><w:r><w:t>मंत्री ने ने"), "{main}");
    assert!(main.contains("</w:ins><w:commentRangeEnd w:id=\"5\"/>"), "{main}");
}

#[test]
fn what_says_a_note_is_commented_at_its_number() {
    let folder = folder(&[("a.docx", &fixture("libreoffice.docx"))]);
    assert_eq!(folder.run(&["check", "--format", "docx-comments", "a.docx"]).code, 1);
    let copy = fs::read(folder.0.path().join("a.vartani.docx")).unwrap();
    let main = part(&copy, "word/document.xml");
    let at = main.find("<w:footnoteReference").unwrap();
    assert!(main[..at].rfind("<w:commentRangeStart").is_some_and(|start| at - start < 120), "{main}");
}

#[test]
fn what_is_broken_closed_or_too_big_is_said_and_the_rest_goes_on() {
    let whole = docx("<w:p><w:r><w:t>31 अप्रैल</w:t></w:r></w:p>");
    let bomb = docx(&"<w:p/>".repeat(12 << 20));
    assert!(bomb.len() < 1 << 20, "{}", bomb.len());
    let old = [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice(), &[0; 600]].concat();
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let locked = [&old[..], &name].concat();
    let unclosed = archive(&[("word/document.xml", "<w:document><w:p><w:r><w:t>31 जून</w:t>")]);
    let table = archive(&[("[Content_Types].xml", TYPES), ("word/document.xml", "<workbook/>")]);
    let closed = archive(&[
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("META-INF/manifest.xml", "<m:encryption-data/>"),
        ("content.xml", "?"),
    ]);
    for (name, bytes, parts) in [
        ("cut.docx", &whole[..whole.len() / 2], "cut short"),
        ("empty.docx", b"", "cut short"),
        ("unclosed.docx", &unclosed, "damaged"),
        ("bomb.docx", &bomb, "64 MB"),
        ("locked.docx", &locked, "password"),
        ("closed.odt", &closed, "password"),
        ("old.doc", &old, ".doc"),
        ("table.docx", &table, "no document"),
    ] {
        let folder = folder(&[(name, bytes), ("z.txt", "सुनवाई 31 अप्रैल को।\n".as_bytes())]);
        let said = folder.run(&["check", "--format", "json", name, "z.txt"]);
        said.is_trouble(&[name, parts]);
        assert_eq!(texts(&said.lines()), ["31 अप्रैल"], "{name}");
    }
}
