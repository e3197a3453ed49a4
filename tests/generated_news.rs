//! What is measured on generated news says something of real news: what reading costs depends on is alike in both.

use std::collections::HashSet;
use std::sync::Arc;

use vartani::diagnostics::diagnose;
use vartani::newsroom::{Config, Newsroom};
use vartani::reading::{DateHints, Reader};
use vartani::text::{Format, tokens};

#[allow(dead_code)]
#[path = "../benches/news/mod.rs"]
mod news;

/// What the cost of reading depends on, and how it is in real news: 252 share-alike articles (105,000 words), measured on
/// 2026-11-28. 200,000 words are what the curve of the others leads to.
const REAL: [(&str, f64); 10] = [
    ("distinct words in 10,000", 2_660.0),
    ("distinct words in 50,000", 7_920.0),
    ("distinct words in 100,000", 12_030.0),
    ("distinct words in 200,000", 18_200.0),
    ("words in 100 that the lexicon lacks", 6.8),
    ("distinct words in the first 100 of an article", 71.0),
    ("letters of a word", 4.1),
    ("words of a paragraph", 31.0),
    ("bytes of an article", 5_700.0),
    ("findings in 1,000 words", 10.7),
];

/// So much may generated news differ from real news.
const TOLERANCE: f64 = 0.15;

#[test]
fn generated_news_is_as_real_news() {
    let mut words = 0;
    let enough = |article: &String| {
        let before = words;
        words += article.split_whitespace().count();
        before < 215_000
    };
    let articles: Vec<String> = news::generated().take_while(enough).collect();
    assert_eq!(alike(&measure(&articles)), Vec::<String>::new());
}

#[test]
fn real_news_is_as_it_says_here() {
    let Some(real) = news::real() else {
        eprintln!("skipped: ../shared/eval/news-ccbysa.jsonl is not there");
        return;
    };
    // Not first all of one source, then all of another
    let articles: Vec<String> = (0..real.len()).map(|at| real[at * 97 % real.len()].clone()).collect();
    assert_eq!(alike(&measure(&articles)), Vec::<String>::new());
}

#[test]
fn it_is_the_same_every_time() {
    assert!(news::generated().take(20).eq(news::generated().take(20)));
}

/// What differs from real news; what is measured on more text than there is is left out.
fn alike(measured: &[(&'static str, f64)]) -> Vec<String> {
    println!("{measured:#?}");
    let real = |what: &str| REAL.iter().find(|(name, _)| *name == what).expect("a figure of real news").1;
    let differs = |(what, figure): &(&str, f64)| (figure / real(what) - 1.0).abs() > TOLERANCE;
    measured.iter().filter(|one| differs(one)).map(|(what, figure)| format!("{what}: {figure}")).collect()
}

fn measure(articles: &[String]) -> Vec<(&'static str, f64)> {
    /// Words in which findings are counted.
    const CHECKED: usize = 60_000;
    const BEGINNING: usize = 100;
    let newsroom = Arc::new(Newsroom::shipped(Config::default()));
    let mut reader = Reader::new(newsroom.clone());
    let (mut seen, mut measured) = (HashSet::new(), Vec::new());
    let (mut words, mut unknown, mut letters, mut beginnings) = (0, 0, 0, 0);
    let (mut findings, mut checked) = (0, 0);
    for article in articles {
        let before = words;
        let mut beginning = HashSet::new();
        for word in
            tokens(article).iter().filter(|token| token.is_devanagari()).map(|token| token.span.of(article))
        {
            words += 1;
            letters += word.chars().count();
            unknown += usize::from(newsroom.lexicon.per_million(word) == 0.0);
            seen.insert(word);
            if words - before <= BEGINNING {
                beginning.insert(word);
            }
            let what = match words {
                10_000 => "distinct words in 10,000",
                50_000 => "distinct words in 50,000",
                100_000 => "distinct words in 100,000",
                200_000 => "distinct words in 200,000",
                _ => continue,
            };
            measured.push((what, seen.len() as f64));
        }
        beginnings += beginning.len();
        if before < CHECKED {
            findings += diagnose(article, Format::Plain, &mut reader, DateHints::default()).len();
            checked = words;
        }
    }
    let share = |of: usize, among: usize| of as f64 / among as f64;
    measured.extend([
        ("words in 100 that the lexicon lacks", 100.0 * share(unknown, words)),
        ("distinct words in the first 100 of an article", share(beginnings, articles.len())),
        ("letters of a word", share(letters, words)),
        ("words of a paragraph", share(words, articles.iter().map(|article| article.lines().count()).sum())),
        ("bytes of an article", share(articles.iter().map(String::len).sum(), articles.len())),
        ("findings in 1,000 words", 1000.0 * share(findings, checked)),
    ]);
    measured
}
