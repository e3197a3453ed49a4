//! What fixed work may cost, in memory that is asked for and in instructions: `limits.tsv` has the numbers. A change that
//! costs more says so there.

use std::sync::Arc;

use vartani::diagnostics::{DocumentState, Snapshot};
use vartani::newsroom::{Config, Newsroom};
use vartani::reading::{DateHints, Reader};
use vartani::text::Format;

/// A work, by its name, and the most that it may cost.
pub struct Limit {
    pub work: &'static str,
    /// Bytes that are asked for, however soon they are given back.
    pub asked_for: u64,
    /// Instructions in a build for tests, counted by callgrind.
    pub instructions: u64,
}

/// The limits of `limits.tsv`.
pub fn limits() -> impl Iterator<Item = Limit> {
    let rows = include_str!("limits.tsv").lines().filter(|line| !line.starts_with('#'));
    rows.map(|row| {
        let mut cells = row.split('\t');
        let work = cells.next().expect("a name");
        let mut number = || cells.next().and_then(|cell| cell.parse().ok()).expect("a number");
        Limit { work, asked_for: number(), instructions: number() }
    })
}

/// Does a work.
pub fn run(work: &str) {
    let newsroom = Arc::new(Newsroom::shipped(Config::default()));
    let mut reader = Reader::new(newsroom);
    let hints = DateHints { given: "2025-03-12".parse().ok(), ..DateHints::default() };
    match work {
        "nothing" => {}
        "check 16 KB" => {
            Snapshot::take(varied_news(16 << 10), Format::Plain, &mut reader, hints).diagnostics();
        }
        "type 8 letters in 16 KB" => {
            let mut text = varied_news(16 << 10);
            let mut state = DocumentState::default();
            state.read(text.clone(), Format::Plain, &mut reader, hints);
            let mut at = text.find('\n').expect("paragraphs");
            for letter in "बैठक हुई".chars() {
                text.insert(at, letter);
                at += letter.len_utf8();
                state.read(text.clone(), Format::Plain, &mut reader, hints);
            }
        }
        other => panic!("there is no work {other:?}"),
    }
}

/// What news speaks of again and again.
const KNOWN: &[&str] = &[
    "प्रधानमंत्री नरेंद्र मोदी ने",
    "कहा कि",
    "नई दिल्ली में",
    "12 मार्च को",
    "सरकार की",
    "हिंदी और हिन्दी",
    "बुधवार को",
    "युद्धविराम के बाद",
    "राज्य के मुख्यमंत्री",
    "मॉस्को से लौटकर",
    "ज़मीन पर",
    "गये और गए",
    "पाँच लाख रुपये",
    "नगर निगम के अधिकारियों ने",
    "बताया कि",
    "अगले महीने तक",
];

/// Syllables of names that nobody has heard of.
const SYLLABLES: &[&str] = &["क", "रा", "मि", "नो", "गं", "ती", "शु", "ल", "वे", "हा", "टि", "बो"];

/// News in which, as in papers, a tenth of the words is met for the first time, and nobody knows half of these.
pub fn varied_news(bytes: usize) -> String {
    let mut state = 7_u32;
    let mut below = |limit: usize| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) as usize % limit
    };
    let mut text = String::new();
    let mut phrases = 0;
    while text.len() < bytes {
        match below(4) {
            0 => (0..2 + below(3)).for_each(|_| text += SYLLABLES[below(SYLLABLES.len())]),
            _ => text += KNOWN[below(KNOWN.len())],
        }
        phrases += 1;
        text += match phrases % 42 {
            0 => "।\n",
            at if at % 7 == 0 => "। ",
            _ => " ",
        };
    }
    text
}
