//! How long a second article waits while a first one, long and hostile, is being read.

use std::process::Stdio;
use std::time::{Duration, Instant};

use serde_json::json;
use tokio::io::BufReader;
use tokio::process::Command;

use crate::families::FAMILIES;
use crate::work::{answer, message, send};

/// Size of the first article in bytes.
const LONG: usize = 20 << 20;

const TRIES: usize = 20;

/// How long after the first article the second one is opened.
const PAUSE: Duration = Duration::from_millis(300);

const SECOND: &str =
    "नई दिल्ली, 12 मार्च 2025। प्रधानमंत्री नरेंद्र मोदी ने बुधवार को व्लादिमीर पुतिन से बात की। मॉस्को शांत है, मास्को चुप।";

#[test]
#[ignore = "prints times: cargo test --profile quick --all-features --test growth -- --ignored --nocapture second"]
fn a_second_article_while_the_first_is_read() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    for name in ["faults in one line", "words with bars", "one paragraph of news"] {
        let family = FAMILIES.iter().find(|family| family.name == name).expect("there is such a family");
        let text = (family.make)(LONG);
        let mut tries: Vec<Try> = (0..TRIES).map(|_| runtime.block_on(one_try(&text))).collect();
        for (what, of) in [("hover", (|one| one.hover) as fn(&Try) -> Duration), ("marks", |one| one.marks)] {
            tries.sort_by_key(of);
            let at = |hundredths: usize| {
                of(&tries[((TRIES * hundredths).div_ceil(100)).clamp(1, TRIES) - 1]).as_secs_f64() * 1000.0
            };
            let (p50, p99, max) = (at(50), at(99), at(100));
            println!("{name:24} {what}: p50 {p50:.1} ms, p99 {p99:.1} ms, max {max:.1} ms");
        }
        let unread = tries.iter().filter(|one| one.was_unread).count();
        println!("{name:24} the first was still being read in {unread} of {TRIES} tries");
    }
}

/// How long the second article waited for its answers.
struct Try {
    hover: Duration,
    marks: Duration,
    /// Whether the first one had no answer yet.
    was_unread: bool,
}

async fn one_try(long: &str) -> Try {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vartani"));
    command.arg("lsp").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).kill_on_drop(true);
    let mut server = command.spawn().expect("vartani starts");
    let mut to_server = server.stdin.take().expect("a pipe");
    let mut from_server = BufReader::new(server.stdout.take().expect("a pipe"));
    let open = |uri: &str, text: &str| {
        let document = json!({"uri": uri, "languageId": "plaintext", "version": 1, "text": text});
        json!({"method": "textDocument/didOpen", "params": {"textDocument": document}})
    };
    let marks = |id: i64, uri: &str| json!({"id": id, "method": "textDocument/diagnostic", "params": {"textDocument": {"uri": uri}}});
    let pulls = json!({"textDocument": {"diagnostic": {}}});
    send(&mut to_server, &[json!({"id": 1, "method": "initialize", "params": {"capabilities": pulls}})])
        .await;
    answer(&mut from_server, 1).await;
    let initialized = json!({"method": "initialized", "params": {}});
    send(&mut to_server, &[initialized, open("untitled:long", long), marks(2, "untitled:long")]).await;
    tokio::time::sleep(PAUSE).await;
    let hover = json!({"id": 3, "method": "textDocument/hover", "params": {
        "textDocument": {"uri": "untitled:second"}, "position": {"line": 0, "character": 45},
    }});
    let start = Instant::now();
    send(&mut to_server, &[open("untitled:second", SECOND), hover, marks(4, "untitled:second")]).await;
    let mut answered: [Option<Duration>; 5] = [None; 5];
    while answered[3].is_none() || answered[4].is_none() {
        let message = message(&mut from_server).await;
        let Some(id) = message["id"].as_u64().filter(|_| message["method"].is_null()) else { continue };
        assert!(message["error"].is_null(), "{message}");
        answered[id as usize] = Some(start.elapsed());
    }
    server.kill().await.expect("vartani can be stopped");
    let [_, _, long, hover, marks] = answered;
    Try { hover: hover.unwrap_or_default(), marks: marks.unwrap_or_default(), was_unread: long.is_none() }
}
