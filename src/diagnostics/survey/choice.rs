//! Things that are written in several ways, with how often, where and when.

use std::cmp::Reverse;

use serde::Serialize;

use super::row::Row;

/// A thing that is written in several ways.
#[derive(Debug, Serialize)]
pub struct Choice {
    /// As [`Row::item`].
    pub item: String,
    /// As [`Row::word`].
    pub word: String,
    /// How often it is written.
    pub uses: u64,
    /// The ways, the most frequent first.
    pub spellings: Vec<SpellingUse>,
}

/// One of the ways in which a thing is written.
#[derive(Debug, Default, Serialize)]
pub struct SpellingUse {
    /// How it is written.
    pub spelling: String,
    /// How often.
    pub uses: u64,
    /// In how many articles.
    pub articles: u64,
    /// The first day, if any is known.
    pub first: Option<String>,
    /// The same by month and desk, where they are told apart.
    pub cells: Vec<Cell>,
}

/// What is counted in a month at a desk.
#[derive(Clone, Debug, Serialize)]
pub struct Cell {
    /// As [`Row::month`].
    pub month: String,
    /// As [`Row::desk`].
    pub desk: String,
    /// How often.
    pub uses: u64,
    /// In how many articles.
    pub articles: u64,
    /// As [`Row::example`].
    pub example: Option<String>,
}

impl Choice {
    /// All lines of one item and word, which are in order.
    pub(super) fn of(rows: Vec<Row>) -> Choice {
        let (item, word) = (rows[0].item.clone(), rows[0].word.clone());
        let mut spellings: Vec<SpellingUse> = Vec::new();
        for row in rows {
            if spellings.last().is_none_or(|last| last.spelling != row.spelling) {
                spellings.push(SpellingUse { spelling: row.spelling.clone(), ..SpellingUse::default() });
            }
            if let Some(last) = spellings.last_mut() {
                last.add(row);
            }
        }
        Choice::with(item, word, spellings)
    }

    /// A choice between spellings.
    pub(super) fn with(item: String, word: String, mut spellings: Vec<SpellingUse>) -> Choice {
        spellings.sort_by_key(|spelling| Reverse(spelling.uses));
        Choice { item, word, uses: spellings.iter().map(|spelling| spelling.uses).sum(), spellings }
    }

    /// How often it is written in another way than it mostly is.
    pub fn other_uses(&self) -> u64 {
        self.uses - self.spellings.first().map_or(0, |most| most.uses)
    }
}

impl SpellingUse {
    fn add(&mut self, row: Row) {
        self.uses += row.uses;
        self.articles += row.articles;
        self.first = self.first.take().into_iter().chain(row.first.clone()).min();
        self.cells.push(Cell::of(row));
    }
}

impl Cell {
    pub(super) fn of(row: Row) -> Cell {
        let Row { month, desk, uses, articles, example, .. } = row;
        Cell { month, desk, uses, articles, example }
    }
}
