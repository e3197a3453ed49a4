//! Whatever is typed, the server's document is the client's.

use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{Config, TestCaseError, TestError, TestRunner};
use serde_json::{Value, json};

use crate::client::Client;
use crate::page::{Change, Page};

const ENCODINGS: [&str; 3] = ["utf-8", "utf-16", "utf-32"];

/// Pieces that rules speak about, so that a word out of place shows, and pieces that are hard to count.
pub const PIECES: [&str; 22] = [
    "बुधवार (13 मार्च 2025) ",
    "बुधवार",
    " 13 मार्च ",
    "2025",
    "यह यह ",
    "ट्रंप ",
    "ट्रम्प ",
    "हिन्दी हिंदी ",
    "31 अप्रैल ",
    "नई दिल्ली, 12 मार्च (भाषा)। ",
    "कल ",
    "सोमवार को ",
    "😀",
    "🇮🇳",
    "𑀅",
    "\u{200d}",
    "\r\n",
    "\n",
    "\r",
    "\n\n",
    " ",
    "।",
];

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(select(&PIECES[..]), 0..12).prop_map(|pieces| pieces.concat())
}

/// Mostly a place in a small document, sometimes one that no document has.
fn place() -> impl Strategy<Value = (u32, u32)> {
    let number = |most: u32| prop_oneof![20 => 0..most, 1 => Just(u32::MAX), 1 => Just(10_000)];
    (number(8), number(60))
}

fn change() -> impl Strategy<Value = Change> {
    let range = prop_oneof![
        1 => Just(None),
        6 => place().prop_map(|at| Some([at, at])),
        8 => (place(), place()).prop_map(|(a, b)| Some([a, b])),
        8 => (place(), 0..9u32).prop_map(|(at, more)| Some([at, (at.0, at.1.saturating_add(more))])),
    ];
    (range, text()).prop_map(|(range, text)| Change { range, text })
}

/// A text, and messages of some changes each.
fn script() -> impl Strategy<Value = (String, Vec<Vec<Change>>)> {
    (text(), prop::collection::vec(prop::collection::vec(change(), 0..4), 1..12))
}

/// Diagnostics without the name of their document.
fn nameless(marks: &Value, uri: &str) -> String {
    marks.to_string().replace(uri, "")
}

#[test]
fn any_script_ends_in_the_text_and_the_marks_of_a_fresh_read() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let begun = |encoding| Client::begun(json!({"general": {"positionEncodings": [encoding]}}));
    let mut clients: Vec<Client> = ENCODINGS.map(|encoding| runtime.block_on(begun(encoding))).into();
    let clients = std::cell::RefCell::new(&mut clients);
    // Many more with PROPTEST_CASES
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(40);
    let mut runner = TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() });
    let count = std::cell::Cell::new(0);
    let outcome = runner.run(&script(), |(text, messages)| {
        count.set(count.get() + 1);
        for (client, encoding) in clients.borrow_mut().iter_mut().zip(ENCODINGS) {
            let page = Page { text: text.clone(), encoding };
            let (edited, fresh) = runtime.block_on(play(client, page, &messages, count.get()));
            if edited != fresh {
                return Err(TestCaseError::fail(format!("{encoding}: {edited}\nand fresh: {fresh}")));
            }
        }
        Ok(())
    });
    if let Err(TestError::Fail(reason, (text, messages))) = outcome {
        panic!("{reason}\n{text:?}\n{messages:#?}");
    }
}

/// Plays a script and compares: the marks of the text that the server then has with those of the text
/// that it should have. A mark at the end of each line shows where the server believes the lines to end.
async fn play(
    client: &mut Client,
    mut page: Page,
    messages: &[Vec<Change>],
    number: i32,
) -> (String, String) {
    let (edited, fresh) = (format!("untitled:edited-{number}"), format!("untitled:fresh-{number}"));
    client.open(&edited, 0, &page.text).await;
    let mut version = 0;
    for changes in messages {
        version += 1;
        changes.iter().for_each(|change| page.apply(change));
        let changes: Vec<Value> = changes.iter().map(Change::to_json).collect();
        client.change(&edited, version, json!(changes)).await;
        // Every other time the server is given a chance to read in between
        if version % 2 == 0 && (version as usize) < messages.len() {
            client.marks(&edited, version).await;
        }
    }
    for probe in [false, true] {
        if probe {
            version += 1;
            let at = |line: usize| Some([(line as u32, 9_999), (line as u32, 9_999)]);
            let probe = |line| Change { range: at(line), text: " एक एक".into() };
            let probes: Vec<Change> = (0..page.lines().len()).map(probe).collect();
            probes.iter().for_each(|change| page.apply(change));
            let probes: Vec<Value> = probes.iter().map(Change::to_json).collect();
            client.change(&edited, version, json!(probes)).await;
        }
        client.open(&fresh, version, &page.text).await;
        let of_edited = nameless(&client.marks(&edited, version).await, &edited);
        let of_fresh = nameless(&client.marks(&fresh, version).await, &fresh);
        if of_edited != of_fresh || probe {
            client.close(&edited).await;
            client.close(&fresh).await;
            return (of_edited, of_fresh);
        }
    }
    unreachable!("the probe is the last")
}
