//! `check` on input that is broken or built to hurt: a few sentences, in bounded time, and the rest is read.

use crate::folder::{Folder, rules, texts};

#[test]
fn of_a_thousand_quotations_that_are_never_closed_one_is_marked() {
    for mark in ["“", "\"", "‘", "''", "„"] {
        let said = format!("मंत्री ने कहा, {mark}काम होगा।");
        for between in ["\n", "\n\n", " "] {
            let folder = Folder::with(&[("a.txt", &vec![&*said; 1000].join(between))]);
            let found = folder.findings(&["a.txt"]);
            assert_eq!(rules(&found), ["text/quotes"], "{mark}{between:?}");
            assert!(found[0]["message"].as_str().unwrap().contains(" बार है।"), "{}", found[0]["message"]);
            assert_eq!(found[0]["related"].as_array().unwrap().len(), 50);
        }
    }
    let heap = "“".repeat(1000) + "काम होगा।\nसुनवाई 31 अप्रैल को।\n";
    let folder = Folder::with(&[("a.txt", &heap)]);
    assert_eq!(rules(&folder.findings(&["a.txt"])), ["text/quotes", "date/impossible"]);
}

#[test]
fn front_matter_that_is_none_is_passed_over_and_the_article_is_read() {
    for head in [
        "---\ntitle: \"मेला\n  - : [a\ndate: 2025-13-45\n---\n",
        "---\ntitle: मेला\n",
        "+++\ntitle = \"मेला\n= =\n+++\n",
        "{\n\"title\": ,\n}\n",
    ] {
        let folder = Folder::with(&[("a.md", &format!("{head}\nसुनवाई 31 अप्रैल को।\n"))]);
        assert_eq!(texts(&folder.findings(&["a.md"])), ["31 अप्रैल"], "{head}");
    }
}

#[test]
fn tags_within_tags_without_end_are_read_to_the_last() {
    let page = format!("<p>31 अप्रैल को मेला।</p>{}<p>सुनवाई 31 जून को।</p>", "<div>".repeat(100_000));
    let folder = Folder::with(&[("a.html", &page)]);
    assert_eq!(texts(&folder.findings(&["a.html"])), ["31 अप्रैल", "31 जून"]);
}
