//! What changes an article only where the user has set it: linked names, and formatting.

use serde_json::{Value, json};

use crate::client::Client;
use crate::page::Page;

/// An article with a name at three places, and a namesake's.
fn article(name: &str) -> String {
    format!("😀 नरेंद्र {name} आए। {name} ने कहा। ललित मोदी चुप रहे।\nकल {name} लौटे।\n")
}

/// The ranges of a name of so many columns.
fn ranges(width: u32) -> Value {
    json!([range(0, 11, 11 + width), range(0, 16 + width, 16 + 2 * width), range(1, 3, 3 + width)])
}

fn on(uri: &str, text: &str, part: &str) -> Value {
    let page = Page { text: text.to_owned(), encoding: "utf-16" };
    json!({"textDocument": {"uri": uri}, "position": page.place(text.find(part).unwrap())})
}

async fn linked(client: &mut Client, text: &str, part: &str) -> Value {
    client.call("textDocument/linkedEditingRange", on("untitled:a", text, part)).await["result"].take()
}

fn range(line: u32, start: u32, end: u32) -> Value {
    json!({"start": {"line": line, "character": start}, "end": {"line": line, "character": end}})
}

#[tokio::test]
async fn names_are_linked_only_where_the_user_has_set_it() {
    let mut client = Client::new();
    let ours = client.begin(json!({}), json!({})).await;
    assert_eq!(ours["capabilities"]["linkedEditingRangeProvider"], true);
    let text = article("मोदी");
    client.open("untitled:a", 1, &text).await;
    assert_eq!(linked(&mut client, &text, "ोदी ने").await, Value::Null);
    let settings = json!({"settings": {"vartani": {"linkedEditing": true}}});
    client.notify("workspace/didChangeConfiguration", settings).await;
    let found = linked(&mut client, &text, "ोदी ने").await;
    assert_eq!(found["ranges"], ranges(4), "not the namesake's");
    assert_eq!(linked(&mut client, &text, " ने कहा").await, Value::Null, "whoever types there goes on");
    assert_eq!(linked(&mut client, &text, "हा।").await, Value::Null, "no name");
}

/// An editor writes each letter at every place, and asks again.
#[tokio::test]
async fn a_name_stays_linked_while_it_becomes_another_one() {
    let mut client = Client::new();
    client.begin(json!({}), json!({"linkedEditing": true})).await;
    client.open("untitled:a", 1, &article("मोदी")).await;
    linked(&mut client, &article("मोदी"), "ोदी ने").await;
    for (version, name) in (2..).zip(["मोद", "मो", "म", "मह", "महा"]) {
        let text = article(name);
        client.change("untitled:a", version, json!([{"text": text}])).await;
        let found = linked(&mut client, &text, " ने कहा").await;
        assert_eq!(found["ranges"], ranges(name.chars().count() as u32), "{name}");
    }
    let text = article("महा").replacen("महा ने", "महान ने", 1);
    client.change("untitled:a", 9, json!([{"text": text}])).await;
    assert_eq!(linked(&mut client, &text, " ने कहा").await, Value::Null, "the other places did not follow");
}

const WRONG: &str = "😀 बैठक अाज हुई।   \n\n\n\tमॉस्को शांत, मास्को चुप।\n";

async fn formatted(client: &mut Client) -> Value {
    let params = json!({"textDocument": {"uri": "untitled:a"},
        "options": {"tabSize": 4, "insertSpaces": true, "trimTrailingWhitespace": true}});
    client.call("textDocument/formatting", params).await["result"].take()
}

#[tokio::test]
async fn an_editor_that_formats_on_save_changes_nothing_unless_the_user_has_set_it() {
    let mut client = Client::new();
    let ours = client.begin(json!({}), json!({})).await;
    assert_eq!(ours["capabilities"].get("documentFormattingProvider"), None);
    client.open("untitled:a", 1, WRONG).await;
    assert_eq!(formatted(&mut client).await, Value::Null);

    let mut client = Client::new();
    let ours = client.begin(json!({}), json!({"formatting": true})).await;
    assert_eq!(ours["capabilities"]["documentFormattingProvider"], true);
    client.open("untitled:a", 1, WRONG).await;
    assert_eq!(formatted(&mut client).await, json!([{"range": range(0, 8, 11), "newText": "आज"}]));
}

#[tokio::test]
async fn a_client_that_can_be_told_later_is_told_when_the_setting_changes() {
    let mut client = Client::new();
    let can = json!({"textDocument": {"formatting": {"dynamicRegistration": true}}});
    let ours = client.begin(can, json!({})).await;
    assert_eq!(ours["capabilities"].get("documentFormattingProvider"), None);
    for (is_wanted, method) in [(true, "client/registerCapability"), (false, "client/unregisterCapability")] {
        let settings = json!({"settings": {"vartani": {"formatting": is_wanted}}});
        client.notify("workspace/didChangeConfiguration", settings.clone()).await;
        let told = client.asked_for(method).await;
        assert!(told["params"].to_string().contains("\"textDocument/formatting\""), "{told}");
        client.notify("workspace/didChangeConfiguration", settings).await;
    }
    client.assert_alive().await;
    assert_eq!(client.count_of(|message| message["method"] == "client/registerCapability"), 0, "told once");
}
