//! Which of the names that nobody has listed are spellings of one.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::choice::{Cell, Choice, SpellingUse};
use super::row::Row;
use crate::newsroom::Newsroom;
use crate::reading::{DateHints, Reader};
use crate::text::{Article, Format};

/// Maximum number of names that are compared: the most frequent.
const MAX_COMPARED: usize = 20_000;

/// The names that are written in several ways: all are read as if they were one article.
pub(super) fn find(mut rows: Vec<Row>, newsroom: &Arc<Newsroom>) -> Vec<Choice> {
    rows.sort_by_key(|row| Reverse(row.uses));
    rows.truncate(MAX_COMPARED);
    // Names in full come first, as in articles: a short name is understood after them
    rows.sort_by_key(|row| Reverse(row.spelling.matches(' ').count()));
    let document: String = rows.iter().flat_map(|row| [&*row.spelling, "\n"]).collect();
    let article = Article::parse(&document, Format::Plain);
    if article.blocks.len() != rows.len() {
        return Vec::new();
    }
    let mut reader = Reader::new(newsroom.clone());
    let reading = reader.read(&article, &document, DateHints::default());
    let choices = reading.variants.iter().map(|variants| {
        let spellings = variants.spellings.iter().map(|spelling| {
            // A name may have the word twice
            let of: BTreeMap<usize, &Row> =
                spelling.places.iter().map(|place| (place.block, &rows[place.block])).collect();
            SpellingUse {
                spelling: spelling.text.clone(),
                uses: of.values().map(|row| row.uses).sum(),
                articles: of.values().map(|row| row.articles).sum(),
                first: of.values().filter_map(|row| row.first.clone()).min(),
                cells: of.into_values().cloned().map(Cell::of).collect(),
            }
        });
        Choice::with(String::new(), variants.spellings[variants.kept].text.clone(), spellings.collect())
    });
    choices.collect()
}
