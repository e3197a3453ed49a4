//! The sums of a survey.

use std::sync::Arc;

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::article_counts::ArticleCounts;
use super::row::{Kind, Row};

/// What articles spell, how often, where and when, and what rules mark in them.
///
/// A mergeable fold: [`Counts::add`] adds an article and [`Counts::merge`] the sums of others, in any order and however the articles
/// are divided; [`Counts::rows`] is the same, byte for byte. Its size grows with what is told apart, not with the articles.
#[derive(Debug, Default)]
pub struct Counts {
    texts: Texts,
    sums: FxHashMap<Key, Sum>,
}

/// What is told apart, with numbers for texts.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
struct Key {
    kind: Kind,
    item: u32,
    word: u32,
    spelling: u32,
    month: u32,
    desk: u32,
}

#[derive(Clone, Debug, Default)]
struct Sum {
    uses: u64,
    articles: u64,
    first: Option<Date>,
    example: Option<Box<str>>,
}

/// Each distinct text once, by number.
#[derive(Debug, Default)]
struct Texts {
    numbers: FxHashMap<Arc<str>, u32>,
    texts: Vec<Arc<str>>,
}

/// Why a line is no sum of a survey.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowFault {
    /// `month` is neither empty nor like `2025-03`.
    Month,
    /// `first` is no day.
    First,
}

impl Counts {
    /// Whether nothing has been counted.
    pub fn is_empty(&self) -> bool {
        self.sums.is_empty()
    }

    /// Adds an article.
    pub fn add(&mut self, article: &ArticleCounts) {
        let date = article.date.map(|date| date.to_string()).unwrap_or_default();
        let month = self.texts.number(date.get(..7).unwrap_or_default());
        let (none, desk) = (self.texts.number(""), self.texts.number(&article.desk));
        for fact in &article.facts {
            let is_dated = !matches!(fact.key.kind, Kind::Unlisted | Kind::Word);
            let key = Key {
                kind: fact.key.kind,
                item: self.texts.number(&fact.key.item),
                word: self.texts.number(&fact.key.word),
                spelling: self.texts.number(&fact.key.spelling),
                month: if is_dated { month } else { none },
                desk: if is_dated { desk } else { none },
            };
            let example = (fact.key.kind != Kind::Article)
                .then(|| format!("{date}\t{}\t{}", article.name, fact.sentence).into());
            let sum = Sum { uses: fact.uses, articles: 1, first: article.date, example };
            self.sums.entry(key).or_default().add(sum);
        }
    }

    /// Adds the sums of other articles.
    pub fn merge(&mut self, other: Counts) {
        let numbers: Vec<u32> = other.texts.texts.iter().map(|text| self.texts.number(text)).collect();
        let here = |number: u32| numbers[number as usize];
        for (key, sum) in other.sums {
            let key = Key {
                kind: key.kind,
                item: here(key.item),
                word: here(key.word),
                spelling: here(key.spelling),
                month: here(key.month),
                desk: here(key.desk),
            };
            self.sums.entry(key).or_default().add(sum);
        }
    }

    /// Adds a line of the sums of other articles.
    ///
    /// # Errors
    /// It is none.
    pub fn add_row(&mut self, row: Row) -> Result<(), RowFault> {
        let is_month = row.month.is_empty() || format!("{}-01", row.month).parse::<Date>().is_ok();
        if !is_month {
            return Err(RowFault::Month);
        }
        let first = row.first.map(|first| first.parse()).transpose().map_err(|_| RowFault::First)?;
        let key = Key {
            kind: row.kind,
            item: self.texts.number(&row.item),
            word: self.texts.number(&row.word),
            spelling: self.texts.number(&row.spelling),
            month: self.texts.number(&row.month),
            desk: self.texts.number(&row.desk),
        };
        let example = row.example.map(String::into_boxed_str);
        self.sums.entry(key).or_default().add(Sum { uses: row.uses, articles: row.articles, first, example });
        Ok(())
    }

    /// The sums, in the order of their keys, byte by byte.
    pub fn rows(&self) -> impl Iterator<Item = Row> + '_ {
        let text = |number: u32| &*self.texts.texts[number as usize];
        let order = move |key: &Key| {
            let texts = [key.item, key.word, key.spelling, key.month, key.desk];
            (key.kind.word(), texts.map(text))
        };
        let mut sums: Vec<(&Key, &Sum)> = self.sums.iter().collect();
        sums.sort_unstable_by(|(a, _), (b, _)| order(a).cmp(&order(b)));
        sums.into_iter().map(move |(key, sum)| Row {
            kind: key.kind,
            item: text(key.item).to_owned(),
            word: text(key.word).to_owned(),
            spelling: text(key.spelling).to_owned(),
            month: text(key.month).to_owned(),
            desk: text(key.desk).to_owned(),
            uses: sum.uses,
            articles: sum.articles,
            first: sum.first.map(|first| first.to_string()),
            example: sum.example.as_deref().map(str::to_owned),
        })
    }
}

impl Sum {
    fn add(&mut self, other: Sum) {
        self.uses = self.uses.saturating_add(other.uses);
        self.articles = self.articles.saturating_add(other.articles);
        self.first = self.first.into_iter().chain(other.first).min();
        if other.example > self.example {
            self.example = other.example;
        }
    }
}

impl Texts {
    fn number(&mut self, text: &str) -> u32 {
        if let Some(&number) = self.numbers.get(text) {
            return number;
        }
        let (number, text): (u32, Arc<str>) = (self.texts.len() as u32, text.into());
        self.texts.push(text.clone());
        self.numbers.insert(text, number);
        number
    }
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use proptest::prelude::*;

    use super::*;
    use crate::diagnostics::Snapshot;
    use crate::newsroom::{Config, Newsroom};
    use crate::reading::{DateHints, Reader};
    use crate::text::Format;

    /// Articles with the same names and words in several spellings, months and desks, two of them with the same text.
    const ARTICLES: [(&str, &str); 6] = [
        ("क", "---\ndate: 2025-03-12\ndesk: विदेश\n---\nमॉस्को में हिन्दी के लेखक मिले। वे पटना गए।\n"),
        ("ख", "---\ndate: 2025-03-30\ndesk: विदेश\n---\nमास्को में हिंदी के लेखक मिले। मास्को में बर्फ़ गिरी।\n"),
        ("ग", "---\ndate: 2025-04-01\ndesk: खेल\n---\nडोनाल्ड ट्रम्प ने ने कहा कि भोंडवेकर आएँगे।\n"),
        ("घ", "डोनाल्ड ट्रंप बोले। भोडवेकर गये।\n"),
        ("च", "डोनाल्ड ट्रंप बोले। भोडवेकर गये।\n"),
        ("छ", ""),
    ];

    static COUNTED: LazyLock<Vec<ArticleCounts>> = LazyLock::new(|| {
        let mut reader = Reader::new(Arc::new(Newsroom::shipped(Config::default())));
        let count = |(name, text): &(&str, &str)| {
            let format = if text.starts_with('-') { Format::Markdown } else { Format::Plain };
            let snapshot = Snapshot::take((*text).to_owned(), format, &mut reader, DateHints::default());
            ArticleCounts::of(&snapshot, reader.vocabulary(), name, Some("शहर"))
        };
        ARTICLES.iter().map(count).collect()
    });

    fn of(articles: impl IntoIterator<Item = usize>) -> Counts {
        let mut counts = Counts::default();
        articles.into_iter().for_each(|article| counts.add(&COUNTED[article]));
        counts
    }

    fn rows(counts: &Counts) -> Vec<Row> {
        counts.rows().collect()
    }

    #[test]
    fn names_and_words_are_counted_by_month_and_desk() {
        let rows = rows(&of(0..ARTICLES.len()));
        let find = |kind, spelling: &str, month: &str| {
            let mut found =
                rows.iter().filter(|row| (row.kind, &*row.spelling, &*row.month) == (kind, spelling, month));
            let found: &Row = found.next().unwrap_or_else(|| panic!("{spelling} {month}"));
            (found.uses, found.articles, found.desk.as_str(), found.first.as_deref())
        };
        assert_eq!(find(Kind::Name, "मॉस्को", "2025-03"), (1, 1, "विदेश", Some("2025-03-12")));
        assert_eq!(find(Kind::Name, "मास्को", "2025-03"), (2, 1, "विदेश", Some("2025-03-30")));
        assert_eq!(
            find(Kind::Name, "डोनाल्ड ट्रंप", ""),
            (2, 2, "शहर", None),
            "a text that comes twice is counted twice"
        );
        assert_eq!(find(Kind::Orthography, "pancham", "2025-03"), (1, 1, "विदेश", Some("2025-03-12")));
        assert_eq!(find(Kind::Word, "गये", ""), (2, 2, "", None));
        assert_eq!(find(Kind::Unlisted, "भोंडवेकर", ""), (1, 1, "", Some("2025-04-01")));
        let marked = rows.iter().find(|row| row.item == "text/repeated-word").unwrap();
        assert_eq!(marked.example.as_deref(), Some("2025-04-01\tग\tडोनाल्ड ट्रम्प ⟦ने ने⟧ कहा कि भोंडवेकर आएँगे।"));
    }

    #[test]
    fn a_line_that_is_no_sum_is_refused() {
        let row = |month: &str, first: &str| Row {
            month: month.to_owned(),
            first: Some(first.to_owned()),
            ..Row::default()
        };
        let mut counts = Counts::default();
        assert_eq!(counts.add_row(row("2025-13", "2025-03-12")), Err(RowFault::Month));
        assert_eq!(counts.add_row(row("2025-03", "2025-02-30")), Err(RowFault::First));
        assert!(counts.is_empty());
    }

    proptest! {
        #[test]
        fn however_articles_are_divided_the_sums_are_the_same(
            articles in prop::collection::vec((0..ARTICLES.len(), 0..4_usize), 0..20),
            order in prop::sample::subsequence((0..4_usize).collect::<Vec<_>>(), 4).prop_shuffle(),
        ) {
            let whole = rows(&of(articles.iter().map(|(article, _)| *article)));
            let part = |wanted: usize| {
                of(articles.iter().rev().filter(|(_, part)| *part == wanted).map(|(article, _)| *article))
            };
            let (mut merged, mut added) = (Counts::default(), Counts::default());
            for number in order {
                merged.merge(part(number));
                part(number).rows().for_each(|row| added.add_row(row).unwrap());
            }
            prop_assert_eq!(&rows(&merged), &whole);
            prop_assert_eq!(&rows(&added), &whole);
        }
    }
}
