//! Marks stand where the client counts them.

use serde_json::json;

use crate::client::{Client, WRONG, shows_all};
use crate::page::Page;

#[tokio::test]
async fn a_mark_stands_right_behind_devanagari_and_emoji_in_every_encoding() {
    let text = format!("प्रधानमंत्री 😀🇮🇳 ने कहा।\r\nमौसम\rअच्छा 🌦️ है। बैठक {WRONG} को हुई 😀। 𑀅 यह यह\n");
    for encoding in ["utf-8", "utf-16", "utf-32"] {
        let page = Page { text: text.clone(), encoding };
        let mut client = Client::begun(json!({"general": {"positionEncodings": [encoding]}})).await;
        client.open("untitled:a", 7, &text).await;
        let marks = client.marks("untitled:a", 7).await;
        for (code, part) in [("date/weekday", WRONG), ("text/repeated-word", "यह यह")] {
            let mark = marks.as_array().unwrap().iter().find(|mark| mark["code"] == code);
            assert_eq!(mark.unwrap()["range"], page.range(part), "{encoding} {code}");
        }
    }
}

#[tokio::test]
async fn a_mark_of_a_name_points_to_the_other_spellings() {
    let text = "😀 ट्रंप आए। 😀\nट्रंप गए। 😀 ट्रम्प फिर आए।\n";
    let page = Page { text: text.to_owned(), encoding: "utf-16" };
    let mut client = Client::begun(shows_all()).await;
    client.open("untitled:a", 1, text).await;
    let marks = client.marks("untitled:a", 1).await;
    assert_eq!(
        (&marks[0]["code"], &marks[0]["source"]),
        (&json!("spelling/inconsistent"), &json!("vartani"))
    );
    assert_eq!(marks[0]["range"], page.range("ट्रम्प"));
    let related = marks[0]["relatedInformation"].as_array().unwrap();
    assert_eq!(related[0]["location"], json!({"uri": "untitled:a", "range": page.range("ट्रंप")}));
    assert_eq!(related.len(), 2, "{marks}");
}
