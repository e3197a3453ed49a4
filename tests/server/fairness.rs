//! One article makes no other wait.

use serde_json::json;

use crate::client::{ARTICLE, Client};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_short_article_is_answered_while_a_long_one_is_read() {
    let mut client = Client::begun(json!({})).await;
    let paragraph = ARTICLE.trim_end();
    let long = format!("{paragraph} मॉस्को और मास्को में भी। ").repeat(4000);
    client.open("untitled:long", 1, &long).await;
    client.open("untitled:longer", 1, &long).await;
    for version in 1..=3 {
        client.open("untitled:short", version, ARTICLE).await;
        client.marks("untitled:short", version).await;
    }
    for long in ["untitled:long", "untitled:longer"] {
        assert_eq!(client.pushed_already(long), None, "{long} takes longer than three short ones");
    }
    let hover = json!({"textDocument": {"uri": "untitled:short"}, "position": {"line": 0, "character": 5}});
    assert!(client.call("textDocument/hover", hover).await["result"].is_object());
}
