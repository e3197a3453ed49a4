//! The part of LanguageTool's API: what its clients send, and what they must be told.

use serde_json::{Value, json};

use crate::client::{Answer, Server, WRONG_DAY};

/// A form with these values, encoded as browsers and LibreOffice do.
fn form(values: &[(&str, &str)]) -> Vec<u8> {
    let encoded = |value: &str| value.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
    let pairs: Vec<String> =
        values.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect();
    pairs.join("&").into_bytes()
}

/// `POST /v2/check`, with the token in the address, as a client is told to that knows nothing but an address.
fn post(server: &Server, values: &[(&str, &str)]) -> Answer {
    let head = "POST /TOKEN/v2/check HTTP/1.1\nHost: HOST\nContent-Type: application/x-www-form-urlencoded\n";
    server.send(head, &form(values))
}

fn matches(server: &Server, values: &[(&str, &str)]) -> Vec<Value> {
    let answer = post(server, values);
    assert_eq!(answer.status, 200, "{answer:?}");
    answer.json()["matches"].as_array().unwrap().clone()
}

/// The words at an offset, as a client that counts in UTF-16 cuts them.
fn cut(text: &str, of: &Value) -> String {
    let units: Vec<u16> = text.encode_utf16().collect();
    let (offset, length) = (of["offset"].as_u64().unwrap() as usize, of["length"].as_u64().unwrap() as usize);
    String::from_utf16(&units[offset..offset + length]).unwrap()
}

#[test]
fn a_wrong_day_is_a_match_with_its_replacements() {
    let server = Server::start(&["--locale", "en"]);
    let answer = post(
        &server,
        &[("text", WRONG_DAY), ("language", "hi-IN"), ("motherTongue", "en"), ("level", "picky")],
    );
    let answer = answer.json();
    assert_eq!(
        (&answer["language"]["code"], &answer["software"]["apiVersion"]),
        (&json!("hi-IN"), &json!(1))
    );
    let [found] = answer["matches"].as_array().unwrap().as_slice() else { panic!("{answer}") };
    assert_eq!(cut(WRONG_DAY, found), "बुधवार, 13 मार्च 2025");
    assert_eq!(cut(found["context"]["text"].as_str().unwrap(), &found["context"]), "बुधवार, 13 मार्च 2025");
    assert_eq!(found["sentence"], "😀 बैठक बुधवार, 13 मार्च 2025 को होगी।");
    assert_eq!(found["replacements"][0]["value"], "गुरुवार, 13 मार्च 2025");
    assert_eq!(
        (&found["rule"]["id"], &found["rule"]["category"]["id"]),
        (&json!("date/weekday"), &json!("date"))
    );
    assert!(found["message"].as_str().unwrap().contains("Thursday"), "{found}");
}

#[test]
fn what_a_client_does_not_want_to_hear_of_is_left_out() {
    let server = Server::start(&[]);
    let text = ("text", "बैठक बुधवार, 13 मार्च 2025 को होगी। सुनवाई 31 अप्रैल को होगी।");
    let rules = |values: &[(&str, &str)]| -> Vec<String> {
        let found = matches(&server, &[&[text, ("language", "hi")], values].concat());
        found.iter().map(|found| found["rule"]["id"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(rules(&[]), ["date/weekday", "date/impossible"]);
    assert_eq!(rules(&[("disabledRules", "date/weekday,text/danda")]), ["date/impossible"]);
    assert_eq!(rules(&[("enabledOnly", "true"), ("enabledRules", "date/weekday")]), ["date/weekday"]);
    assert_eq!(rules(&[("disabledCategories", "date")]), [""; 0]);
}

#[test]
fn markup_that_a_client_names_is_not_read_and_counts_all_the_same() {
    let server = Server::start(&[]);
    let data = json!({ "annotation": [
        { "markup": "<p>" },
        { "text": "बैठक " },
        { "markup": "<b>" },
        { "text": "बुधवार, 13 मार्च 2025" },
        { "markup": "</b>" },
        { "text": " को होगी।" },
        { "markup": "</p><p>", "interpretAs": "\n\n" },
        { "text": "सुनवाई 31 अप्रैल को होगी।" },
    ] });
    let sent = "<p>बैठक <b>बुधवार, 13 मार्च 2025</b> को होगी।</p><p>सुनवाई 31 अप्रैल को होगी।";
    let found = matches(&server, &[("data", &data.to_string()), ("language", "auto")]);
    let words: Vec<String> = found.iter().map(|found| cut(sent, found)).collect();
    assert_eq!(words, ["बुधवार, 13 मार्च 2025", "31 अप्रैल"]);
    assert_eq!(found[0]["replacements"][0]["value"], "गुरुवार, 13 मार्च 2025");
}

#[test]
fn libreoffice_sends_the_text_as_it_is_and_is_understood() {
    let server = Server::start(&[]);
    let head = "POST /TOKEN/v2/check HTTP/1.1\nHost: HOST\nContent-Type: application/x-www-form-urlencoded\n";
    let text = "राम & श्याम को 5% मिला, 2+2 की तरह। बैठक बुधवार, 13 मार्च 2025 को होगी।";
    let answer = server.send(head, format!("text={text}&language=hi-IN").as_bytes()).json();
    assert_eq!(cut(text, &answer["matches"][0]), "बुधवार, 13 मार्च 2025");
}

#[test]
fn languages_and_the_longest_text_are_told() {
    let server = Server::start(&[]);
    let get = |path: &str| server.send(&format!("GET /TOKEN{path} HTTP/1.1\nHost: HOST\n"), b"");
    let languages = get("/v2/languages").json();
    let codes: Vec<&str> =
        languages.as_array().unwrap().iter().map(|one| one["longCode"].as_str().unwrap()).collect();
    assert_eq!(codes, ["hi-IN", "hi"]);
    assert_eq!(get("/v2/maxtextlength").body, "500000");
    let query = String::from_utf8(form(&[("language", "hi"), ("text", WRONG_DAY)])).unwrap();
    assert_eq!(get(&format!("/v2/check?{query}")).json()["matches"].as_array().unwrap().len(), 1);
}

#[test]
fn what_is_no_question_is_refused_as_languagetool_does() {
    let server = Server::start(&["--locale", "en"]);
    for (values, told) in [
        (&[("text", "राम"), ("language", "en-US")][..], "'en-US' is not a language code"),
        (&[("text", "राम")], "Missing 'language'"),
        (&[("language", "hi")], "Missing 'text'"),
        (&[("language", "hi"), ("text", "राम"), ("data", "{}")], "only one"),
        (&[("language", "hi"), ("data", "{\"annotation\": 7}")], "JSON"),
        (&[("language", "hi"), ("text", "राम"), ("enabledOnly", "true")], "enabledOnly"),
    ] {
        let answer = post(&server, values);
        assert_eq!(answer.status, 400, "{told}");
        assert!(answer.body.starts_with("Error: ") && answer.body.contains(told), "{}", answer.body);
    }
    let long = "आ ".repeat(250_001);
    assert_eq!(post(&server, &[("text", &long), ("language", "hi")]).status, 413);
    let head = "POST /v2/check HTTP/1.1\nHost: HOST\nContent-Type: application/x-www-form-urlencoded\n";
    let answer = server.send(head, &form(&[("text", "राम"), ("language", "hi")]));
    assert_eq!((answer.status, &answer.body[..7]), (401, "Error: "), "not without the token");
    // Bytes that are no text are read as the sign for that, and end nothing
    let head = "POST /TOKEN/v2/check HTTP/1.1\nHost: HOST\nContent-Type: application/x-www-form-urlencoded\n";
    assert_eq!(server.send(head, b"language=hi&text=%E0%A4%FF").status, 200);
    assert_eq!(server.send(head, b"%%%&=&&&language").status, 400);
}
