//! `POST /v1/check`: what is found, and where it stands.

use serde_json::{Value, json};

use crate::client::{Server, WRONG_DAY};

/// The units of a text from `start` to `end`, as a client that counts in UTF-16 cuts it.
fn cut(text: &str, of: &Value) -> String {
    let units: Vec<u16> = text.encode_utf16().collect();
    let at = |name: &str| of[name].as_u64().unwrap() as usize;
    String::from_utf16(&units[at("start")..at("end")]).unwrap()
}

#[test]
fn a_wrong_day_is_marked_where_the_client_counts_it() {
    let server = Server::start(&[]);
    let answer = server.check(json!({ "text": WRONG_DAY, "locale": "en" }));
    assert_eq!(
        (&answer["offsets"], &answer["dateline"], &answer["faults"]),
        (&json!("utf-16"), &json!("2025-03-12"), &json!([]))
    );
    let [found] = answer["diagnostics"].as_array().unwrap().as_slice() else { panic!("{answer}") };
    assert_eq!((&found["rule"], &found["severity"]), (&json!("date/weekday"), &json!("warning")));
    assert_eq!(cut(WRONG_DAY, found), "बुधवार, 13 मार्च 2025");
    assert_eq!(found["text"], "बुधवार, 13 मार्च 2025");
    assert!(found["message"].as_str().unwrap().contains("Thursday"), "{found}");
    let edit = &found["fixes"][0]["edits"][0];
    assert_eq!((cut(WRONG_DAY, edit), &edit["insert"]), ("बुधवार".to_owned(), &json!("गुरुवार")));
}

#[test]
fn offsets_count_what_the_client_wants() {
    let server = Server::start(&[]);
    let start = |offsets: &str| {
        let answer = server.check(json!({ "text": WRONG_DAY, "offsets": offsets }));
        assert_eq!(answer["offsets"], offsets);
        answer["diagnostics"][0]["start"].as_u64().unwrap() as usize
    };
    let byte = WRONG_DAY.find("बुधवार").unwrap();
    let characters = WRONG_DAY[..byte].chars().count();
    assert_eq!((start("utf-8"), start("utf-32"), start("utf-16")), (byte, characters, characters + 1));
}

#[test]
fn a_day_a_format_and_a_name_are_heeded() {
    let server = Server::start(&[]);
    let rules = |request: Value| -> Vec<String> {
        let answer = server.check(request);
        let found = answer["diagnostics"].as_array().unwrap();
        found.iter().map(|found| found["rule"].as_str().unwrap().to_owned()).collect()
    };
    let text = "बैठक बुधवार, 13 मार्च को होगी।";
    assert_eq!(
        rules(json!({ "text": text, "dateline": "2025-03-12", "today": "2025-03-12" })),
        ["date/weekday"]
    );
    assert_eq!(rules(json!({ "text": text, "name": "desh/2025-03-12-baithak.txt" })), ["date/weekday"]);
    assert_eq!(rules(json!({ "text": text, "dateline": "2024-03-12", "today": "2024-03-12" })), [""; 0]);
    let html = "<p>बैठक <!-- बुधवार, 13 मार्च 2025 --> हुई।</p>";
    assert_eq!(rules(json!({ "text": html, "format": "html" })), [""; 0], "a comment is no text");
    assert_eq!(rules(json!({ "text": html, "name": "a.html" })), [""; 0]);
}

#[test]
fn messages_are_in_hindi_unless_somebody_wants_english() {
    let hindi = |server: &Server, request: Value| {
        server.check(request)["diagnostics"][0]["message"].as_str().unwrap().contains("गुरुवार")
    };
    let text = json!({ "text": WRONG_DAY });
    assert!(hindi(&Server::start(&[]), text.clone()));
    assert!(!hindi(&Server::start(&["--locale", "en"]), text.clone()));
    let of_newsroom = Server::of(&[("vartani.toml", "locale = \"en\"\n")], &[]);
    assert!(!hindi(&of_newsroom, text));
    assert!(hindi(&of_newsroom, json!({ "text": WRONG_DAY, "locale": "hi" })));
}

#[test]
fn what_is_no_question_is_refused_with_a_sentence() {
    let server = Server::start(&[]);
    let deep = "[".repeat(200_000);
    for (body, code) in [
        (&b"{"[..], "json"),
        (b"", "json"),
        (b"[]", "json"),
        (b"{\"text\": 7}", "json"),
        (b"{\"text\": \"a\", \"txet\": \"b\"}", "json"),
        (b"{\"text\": \"\xE0\xA4\"}", "json"),
        (b"{\"text\": \"\\ud83d\"}", "json"),
        (b"{\"text\": \"a\", \"locale\": \"fr\"}", "json"),
        (b"{\"text\": \"a\", \"offsets\": \"bytes\"}", "json"),
        (b"{\"text\": \"a\", \"dateline\": \"2025-02-30\"}", "date"),
        (b"{\"text\": \"a\", \"name\": \"../a.txt\"}", "name"),
        (b"{\"text\": \"a\", \"name\": \"/etc/passwd\"}", "name"),
        (deep.as_bytes(), "json"),
    ] {
        let answer = server.post(body);
        assert_eq!(
            answer.refused(),
            (400, code.to_owned()),
            "{}",
            String::from_utf8_lossy(&body[..body.len().min(60)])
        );
    }
    assert_eq!(server.check(json!({ "text": "" }))["diagnostics"], json!([]), "an empty text has no fault");
}
