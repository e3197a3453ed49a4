//! The targets: bytes in, a panic if a promise is broken.

use std::io::Write as _;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use vartani::diagnostics::{Diagnostic, DocumentState, Snapshot, apply_fixes};
use vartani::newsroom::{Actor, Config, Gazetteer, Newsroom, actor_file, gazetteer};
use vartani::reading::spelling::compare as compare_spellings;
use vartani::reading::{DateHints, Reader};
use vartani::rules::Rule;
use vartani::text::Format;

/// A target.
pub type Target = fn(&[u8]);

/// All targets by name.
pub const TARGETS: [(&str, Target); 7] = [
    ("text", text),
    ("edits", edits),
    ("rpc", rpc),
    ("config", config),
    ("cache", cache),
    ("import", import),
    ("compare", compare),
];

/// Whatever takes longer hangs.
const LIMIT: Duration = Duration::from_secs(20);

/// An actor file in our own words.
pub const ACTORS: &str = include_str!("../seeds/config/actors.toml");

static NEWSROOM: LazyLock<Arc<Newsroom>> = LazyLock::new(|| Arc::new(Newsroom::shipped(Config::default())));

fn hints() -> DateHints {
    DateHints { given: "2025-03-12".parse().ok(), ..DateHints::default() }
}

/// A format by the first byte, and the rest as text.
fn document(data: &[u8]) -> (Format, String) {
    let Some((&first, rest)) = data.split_first() else { return (Format::Plain, String::new()) };
    let format = [Format::Plain, Format::Markdown, Format::Html][usize::from(first) % 3];
    (format, String::from_utf8_lossy(rest).into_owned())
}

/// A document is read, marked and mended.
pub fn text(data: &[u8]) {
    let (format, text) = document(data);
    let mut reader = Reader::new(NEWSROOM.clone());
    let snapshot = Snapshot::take(text.clone(), format, &mut reader, hints());
    let found = snapshot.diagnostics().to_vec();
    assert_places(&text, &found);
    let fixed = apply_fixes(&text, found, format, &mut reader, hints());
    assert_places(&fixed.text, &fixed.diagnostics);
    let again = apply_fixes(&fixed.text, fixed.diagnostics.clone(), format, &mut reader, hints());
    assert_eq!(again.text, fixed.text, "what is fixed stays as it is");
}

/// Every place is a place of the text, and no fix replaces a byte twice.
fn assert_places(text: &str, found: &[Diagnostic]) {
    for mark in found {
        let related = mark.related.iter().map(|(span, _)| span);
        let edits = mark.fixes.iter().flat_map(|fix| &fix.edits).map(|(span, _)| span);
        for span in related.chain(edits).chain([&mark.span]) {
            assert!(text.get(span.range()).is_some(), "{} has no place {span:?}", mark.rule);
        }
        for fix in &mark.fixes {
            let mut spans: Vec<_> = fix.edits.iter().map(|(span, _)| *span).collect();
            spans.sort();
            assert!(spans.windows(2).all(|two| two[0].end <= two[1].start), "{}: {spans:?}", mark.rule);
        }
    }
}

/// Pieces of news from which edits are made.
const PIECES: [&str; 24] = [
    "मॉस्को ",
    "मास्को ",
    "डोनाल्ड ट्रंप ",
    "ट्रम्प ",
    "बुधवार (13 मार्च 2025) ",
    "31 अप्रैल ",
    "ने ने ",
    "अाज ",
    "😀",
    "\n",
    "\r\n",
    "है। ",
    "नई दिल्ली, 12 मार्च (भाषा)। ",
    "राहुल गांधी ",
    "हिन्दी हिंदी ",
    "<!-- vartani: off -->",
    "72 वर्षीय पुतिन ",
    "तत्कालीन ",
    "“कल ” ",
    "युद्धविराम युद्ध विराम ",
    "| क | ख |\n|---|---|\n",
    "<p>",
    "```\n",
    "40 १२ ",
];

/// An article is edited; after each edit it is read like a fresh one. Four bytes are an edit: where, how much,
/// and what.
pub fn edits(data: &[u8]) {
    let Some((&first, script)) = data.split_first() else { return };
    let format = [Format::Plain, Format::Markdown, Format::Html][usize::from(first) % 3];
    let mut reader = Reader::new(NEWSROOM.clone());
    let (mut text, mut state) = (String::new(), DocumentState::default());
    for edit in script.chunks_exact(4).take(40) {
        let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let at = usize::from(u16::from_le_bytes([edit[0], edit[1]])) % starts.len();
        let end = (at + usize::from(edit[2] % 16)).min(starts.len() - 1);
        text.replace_range(starts[at]..starts[end], PIECES[usize::from(edit[3]) % PIECES.len()]);
        let after = state.read(text.clone(), format, &mut reader, hints());
        let fresh = Snapshot::take(text.clone(), format, &mut Reader::new(NEWSROOM.clone()), hints());
        assert_eq!(after.diagnostics(), fresh.diagnostics(), "{text:?}");
        assert_eq!(after.mentions(), fresh.mentions(), "{text:?}");
        assert_eq!(after.times(), fresh.times(), "{text:?}");
        assert_eq!(after.variants, fresh.variants, "{text:?}");
    }
}

/// A client says something and hangs up. With an even first byte the rest is sent as it is; else its lines are
/// the bodies of messages.
pub fn rpc(data: &[u8]) {
    let Some((&first, rest)) = data.split_first() else { return };
    let mut wire = Vec::new();
    if first % 2 == 0 {
        wire.extend_from_slice(rest);
    } else {
        for body in rest.split(|byte| *byte == b'\n') {
            write!(wire, "Content-Length: {}\r\n\r\n", body.len()).expect("memory");
            wire.extend_from_slice(body);
        }
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let (here, there) = tokio::io::duplex(1 << 16);
        let (input, output) = tokio::io::split(there);
        let server = tokio::spawn(vartani::server::serve(input, output));
        let (mut from_server, mut to_server) = tokio::io::split(here);
        let talk = async {
            let writing = async {
                let _ = to_server.write_all(&wire).await;
                let _ = to_server.shutdown().await;
            };
            let mut said = Vec::new();
            let reading = async {
                let mut part = [0; 4096];
                while let Ok(count @ 1..) = from_server.read(&mut part).await {
                    said.extend_from_slice(&part[..count]);
                }
            };
            tokio::join!(writing, reading);
        };
        tokio::time::timeout(LIMIT, talk).await.expect("the server hangs up when its client does");
        let ended = tokio::time::timeout(LIMIT, server).await.expect("the server ends");
        ended.expect("the server does not panic");
    });
    runtime.shutdown_timeout(LIMIT);
}

/// A configuration, and behind a form feed an actor file.
pub fn config(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let (config, actors) = text.split_once('\u{c}').unwrap_or((&text, &text));
    let parsed = Config::parse(config, |rule| Rule::find(rule).is_some());
    let (actors, faults) = actor_file::parse(actors);
    for fault in parsed.as_ref().err().into_iter().flatten().chain(&faults) {
        assert!(
            !fault.message.hi.is_empty()
                && !fault.message.en.is_empty()
                && fault.line > 0
                && fault.column > 0,
            "{fault:?}"
        );
    }
    let newsroom = Newsroom::shipped(parsed.unwrap_or_default()).with_actors(&actors);
    let words: Vec<&str> = actors.iter().flat_map(|actor| &actor.names).map(|name| &*name.text).collect();
    let article = format!("{} ने कहा कि हिन्दी हिंदी NATO मॉस्को मास्को 12 १२ [[x]]।", words.join(" "));
    let mut reader = Reader::new(Arc::new(newsroom));
    let snapshot = Snapshot::take(article.clone(), Format::Plain, &mut reader, hints());
    assert_places(&article, snapshot.diagnostics());
}

/// The actors of [`ACTORS`], compiled: what the cache has.
pub fn compiled() -> Vec<u8> {
    let actors: Vec<Actor> = actor_file::parse(ACTORS).0;
    gazetteer::compile(&actors)
}

/// A compiled gazetteer is refused or can be walked.
pub fn cache(data: &[u8]) {
    let Ok(opened) = Gazetteer::opened(Arc::new(data.to_vec())) else { return };
    let newsroom = Newsroom::shipped(Config::default()).with_gazetteer(opened);
    let mut reader = Reader::new(Arc::new(newsroom));
    let article = "आशा देवी ने गीता ठकरान से कहा। महापौर आशा देवी बुधवार को मिलेंगी।".to_owned();
    let snapshot = Snapshot::take(article, Format::Plain, &mut reader, hints());
    let newsroom = &snapshot.newsroom;
    for mention in snapshot.mentions() {
        assert!(!newsroom.actor(mention.actor).names.is_empty());
    }
    let typed = [newsroom.beginning("आश", 50), newsroom.sounding("aS", 50), newsroom.beginning("", 500)];
    for (_, name) in typed.iter().flatten() {
        assert!(!newsroom.actor(name.actor).names.is_empty());
    }
    assert!(newsroom.actors().all(|actor| !actor.name().is_empty()));
}

/// A table, results of Wikidata or names of CLDR, by the first byte.
pub fn import(data: &[u8]) {
    let Some((&first, rest)) = data.split_first() else { return };
    let format = ["tsv", "wikidata-json", "wikidata-csv", "cldr"][usize::from(first) % 4];
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).into_os_string();
    std::fs::write(path("vartani.toml"), "actors = [\"names.toml\"]\n").expect("a file");
    std::fs::write(path("names.toml"), ACTORS).expect("a file");
    std::fs::write(path("table"), rest).expect("a file");
    let mut arguments =
        ["vartani", "actors", "import", "--retrieved", "2025-06-30", "--source", "हमारी सूची, CC0"]
            .map(Into::into)
            .to_vec();
    arguments.extend([
        "--format".into(),
        format.into(),
        "--config".into(),
        path("vartani.toml"),
        path("table"),
    ]);
    vartani::cli::run_with(arguments);
    let text = std::fs::read_to_string(folder.path().join("names.toml")).expect("the file is still there");
    let (actors, faults) = actor_file::parse(&text);
    assert!(faults.is_empty() && !actors.is_empty(), "what is written can be read: {faults:?}\n{text}");
}

/// Pairs of names, a line each: comparing knows no order.
pub fn compare(data: &[u8]) {
    for line in String::from_utf8_lossy(data).lines().take(64) {
        let (a, b) = line.split_once('\t').unwrap_or((line, line));
        let (one, other) = (compare_spellings(a, b, &NEWSROOM), compare_spellings(b, a, &NEWSROOM));
        assert_eq!((one.same, one.score), (other.same, other.score), "{a:?} {b:?}");
        assert!((0.0..=1.0).contains(&one.score), "{a:?} {b:?}: {}", one.score);
        assert!(a != b || one.same, "{a:?} is itself");
    }
}
