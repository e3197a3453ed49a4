//! Many articles, edited for long by a client that lies now and then: what is answered stays what a fresh read
//! answers, and memory stays flat.
//!
//! A short form by default; `tests/run --soak` runs the long one.

use std::time::Instant;

use serde_json::{Value, json};

use crate::client::{ARTICLE, Client};
use crate::page::{Change, Page};
use crate::random::PIECES;

/// Number of edits to one article before its marks are waited for.
const BATCH: usize = 10;

/// Every so many batches an article is compared with a fresh read.
const COMPARED: usize = 5;

/// Size in bytes from which an article begins anew.
const MAX_LENGTH: usize = 6000;

/// Memory in kilobytes that may come on top: allocators keep some for later.
const SLACK: usize = 48 << 10;

struct Article {
    uri: String,
    version: i32,
    page: Page,
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn edited_for_long_articles_are_read_like_fresh_ones_in_the_same_memory() {
    let number =
        |name: &str, short| std::env::var(name).map_or(short, |long| long.parse().expect("a number"));
    let (articles, edits) = (number("SOAK_ARTICLES", 12), number("SOAK_EDITS", 600));
    let mut client = Client::begun(json!({})).await;
    let mut random = Random(0x5EED);
    let mut open = Vec::new();
    for number in 0..articles {
        let page = Page { text: random.text(40), encoding: "utf-16" };
        let article = Article { uri: format!("untitled:article-{number}"), version: 1, page };
        client.open(&article.uri, 1, &article.page.text).await;
        open.push(article);
    }
    let (began, batches) = (Instant::now(), edits / BATCH);
    let (mut early, mut compared) = (None, 0);
    for batch in 0..batches {
        let article = &mut open[random.below(articles)];
        for _ in 0..BATCH {
            edit(&mut client, &mut random, article).await;
        }
        lie(&mut client, &mut random, article).await;
        let marks = client.marks(&article.uri, article.version).await;
        if batch % COMPARED == 0 {
            compared += 1;
            let fresh = format!("untitled:fresh-{batch}");
            client.open(&fresh, article.version, &article.page.text).await;
            let of_fresh = client.marks(&fresh, article.version).await;
            client.close(&fresh).await;
            let nameless = |marks: &Value, uri: &str| marks.to_string().replace(uri, "");
            assert_eq!(nameless(&marks, &article.uri), nameless(&of_fresh, &fresh), "batch {batch}");
        }
        client.forget();
        if batch == batches / 4 {
            early = memory();
        }
    }
    client.assert_alive().await;
    let late = memory();
    println!(
        "{articles} articles, {edits} edits in {:.0?}; {compared} compared with fresh reads; {early:?} kB after a quarter, {late:?} kB at the end",
        began.elapsed()
    );
    if let (Some(early), Some(late)) = (early, late) {
        assert!(late <= early + early / 4 + SLACK, "memory grows from {early} to {late} kB");
    }
}

/// An edit as writers make them, or one in a place that no document has.
async fn edit(client: &mut Client, random: &mut Random, article: &mut Article) {
    let is_long = article.page.text.len() > MAX_LENGTH;
    let lines = article.page.lines().len() as u32;
    let place = |random: &mut Random| match random.below(40) {
        0 => (u32::MAX, u32::MAX),
        1 => (0, 100_000),
        _ => (random.below(lines as usize) as u32, random.below(60) as u32),
    };
    let from = place(random);
    let to = match random.below(8) {
        0 => place(random),
        1..=3 => from,
        _ => (from.0, from.1.saturating_add(random.below(9) as u32)),
    };
    let change = match is_long || random.below(60) == 0 {
        true => Change { range: None, text: random.text(30) },
        false => Change { range: Some([from, to]), text: random.text(3) },
    };
    article.page.apply(&change);
    article.version += 1;
    client.change(&article.uri, article.version, json!([change.to_json()])).await;
}

/// Something that no client should say.
async fn lie(client: &mut Client, random: &mut Random, article: &mut Article) {
    let uri = &*article.uri;
    let nowhere = json!({"line": u32::MAX, "character": 7});
    match random.below(9) {
        0 => client.change(uri, article.version, json!([{"text": "यह पुराना है"}])).await,
        1 => client.change("untitled:nobody", 1, json!([{"text": ""}])).await,
        2 => client.open(uri, article.version, &article.page.text).await,
        3 => {
            client.close(uri).await;
            client.close(uri).await;
            client.open(uri, article.version, &article.page.text).await;
        }
        4 => client.raw(b"Content-Length: 7\r\n\r\n{\"a\": 1").await,
        5 => client.send(&json!({"jsonrpc": "2.0", "id": 4711, "result": [1, 2]})).await,
        6 => {
            let params = json!({"textDocument": {"uri": uri}, "position": nowhere});
            client.request("textDocument/hover", params).await;
            client.notify("$/cancelRequest", json!({"id": "nobody's"})).await;
        }
        7 => {
            let range = json!({"start": nowhere, "end": {"line": 0, "character": 0}});
            let params =
                json!({"textDocument": {"uri": uri}, "range": range, "context": {"diagnostics": []}});
            client.request("textDocument/codeAction", params).await;
            client
                .request("textDocument/inlayHint", json!({"textDocument": {"uri": "untitled:nobody"}}))
                .await;
        }
        _ => client.notify("textDocument/didSave", json!({"textDocument": {"uri": uri}})).await,
    }
    // Whatever was said, the next change counts
    article.version += 1;
    let change = Change { range: Some([(0, 0), (0, 0)]), text: ARTICLE.to_owned() };
    article.page.apply(&change);
    client.change(&article.uri, article.version, json!([change.to_json()])).await;
}

/// The memory of this process in kilobytes, where the system tells.
fn memory() -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.trim().strip_suffix(" kB")?.parse().ok()
}

/// An xorshift: the same edits every time.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end.max(1) as u64) as usize
    }

    /// Some pieces, one behind the other.
    fn text(&mut self, most: usize) -> String {
        (0..self.below(most)).map(|_| PIECES[self.below(PIECES.len())]).collect()
    }
}
