//! The tables of a survey, made of its sums.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;
use serde::Serialize;

use super::choice::{Cell, Choice};
use super::counts::Counts;
use super::row::{Kind, Row};
use super::unlisted_variants;
use crate::newsroom::Newsroom;

/// What a person wants to see of an archive.
#[derive(Debug, Default, Serialize)]
pub struct Tables {
    /// The number of articles.
    pub articles: u64,
    /// The number of their words in Devanagari.
    pub words: u64,
    /// The months there are, `2025-03`, in order; the first is empty if some articles have no day.
    pub months: Vec<String>,
    /// The desks there are, in order; the first is empty if some articles have none.
    pub desks: Vec<String>,
    /// The articles by month and desk.
    pub by_month_and_desk: Vec<Cell>,
    /// Names that are written in more than one way, the most divided first.
    pub names: Vec<Choice>,
    /// Names of actors that are written in one way only.
    pub names_of_one_spelling: u64,
    /// Names and words that nobody has listed and that are written in more than one way.
    pub unlisted: Vec<Choice>,
    /// The schools of spelling, and the pairs of spellings of which both are used.
    pub orthography: Vec<Choice>,
    /// In which ways digits, dates and quotation marks are written, in the words of `vartani.toml`.
    pub habits: Vec<Choice>,
    /// Words that are written by both sides of a school, the most divided first.
    pub divided_words: Vec<Choice>,
    /// What rules mark, the most frequent first.
    pub rules: Vec<RuleMarks>,
    /// Names that are used first on the day that was asked for or later.
    pub new_names: Vec<NewName>,
}

/// What a rule marks.
#[derive(Debug, Serialize)]
pub struct RuleMarks {
    /// The code of the rule, or of the newsroom's own pattern.
    pub code: String,
    /// The number of marks.
    pub marks: u64,
    /// The number of articles that it marks.
    pub articles: u64,
    /// The same by month and desk.
    pub cells: Vec<Cell>,
}

/// A name that is used first on a day or later.
#[derive(Debug, Serialize)]
pub struct NewName {
    /// The id of the actor; `None` of a name that nobody has listed.
    pub actor: Option<String>,
    /// The name as it is preferred, or written.
    pub name: String,
    /// The first day.
    pub first: String,
    /// How often.
    pub uses: u64,
    /// An example: see [`Row::example`].
    pub example: Option<String>,
}

impl Tables {
    /// The tables of sums. Names that nobody has listed are compared as articles for `newsroom` are read; new names are those since
    /// the day that is given.
    pub fn of(counts: &Counts, newsroom: &Arc<Newsroom>, since: Option<Date>) -> Tables {
        let since = since.map(|since| since.to_string());
        let mut tables = Tables::default();
        let mut unlisted: Vec<Row> = Vec::new();
        let mut rows = counts.rows().peekable();
        while let Some(first) = rows.next() {
            let mut choice = vec![first];
            let is_same = |row: &Row, first: &Row| {
                (row.kind, &row.item, &row.word) == (first.kind, &first.item, &first.word)
            };
            if choice[0].kind == Kind::Unlisted {
                unlisted.append(&mut choice);
                continue;
            }
            while let Some(row) = rows.next_if(|row| is_same(row, &choice[0])) {
                choice.push(row);
            }
            tables.enter(choice, since.as_deref());
        }
        tables.new_names.extend(unlisted.iter().filter_map(|row| NewName::unlisted(row, since.as_deref()?)));
        tables.unlisted = unlisted_variants::find(unlisted, newsroom);
        tables.put_in_order();
        tables
    }

    /// Enters all lines of one item and word.
    fn enter(&mut self, rows: Vec<Row>, since: Option<&str>) {
        match rows[0].kind {
            Kind::Article => self.enter_articles(&rows),
            Kind::Habit => self.habits.push(Choice::of(rows)),
            Kind::Rule => self.rules.push(RuleMarks::of(rows)),
            Kind::Name => {
                self.new_names.extend(since.and_then(|since| NewName::of_actor(&rows, since)));
                match Choice::of(rows) {
                    choice if choice.spellings.len() > 1 => self.names.push(choice),
                    _ => self.names_of_one_spelling += 1,
                }
            }
            Kind::Orthography => {
                let choice = Choice::of(rows);
                let is_told = choice.word.is_empty() || choice.spellings.len() > 1;
                self.orthography.extend(Some(choice).filter(|_| is_told));
            }
            Kind::Word => {
                let choice = Choice::of(rows);
                self.divided_words.extend(Some(choice).filter(|choice| choice.spellings.len() > 1));
            }
            Kind::Unlisted => {}
        }
    }

    fn enter_articles(&mut self, rows: &[Row]) {
        let all = |of: fn(&Row) -> &String| -> Vec<String> {
            rows.iter().map(of).collect::<BTreeSet<_>>().into_iter().cloned().collect()
        };
        self.articles = rows.iter().map(|row| row.articles).sum();
        self.words = rows.iter().map(|row| row.uses).sum();
        (self.months, self.desks) = (all(|row| &row.month), all(|row| &row.desk));
        self.by_month_and_desk = rows.iter().cloned().map(Cell::of).collect();
    }

    fn put_in_order(&mut self) {
        for choices in [&mut self.names, &mut self.unlisted, &mut self.orthography, &mut self.divided_words] {
            // Stable: what is equal stays in the order of its keys
            choices.sort_by_key(|choice| Reverse((choice.other_uses(), choice.uses)));
        }
        self.rules.sort_by_key(|rule| Reverse(rule.marks));
        self.new_names
            .sort_by(|a, b| (Reverse(a.uses), &a.first, &a.name).cmp(&(Reverse(b.uses), &b.first, &b.name)));
    }
}

impl RuleMarks {
    fn of(rows: Vec<Row>) -> RuleMarks {
        RuleMarks {
            code: rows[0].item.clone(),
            marks: rows.iter().map(|row| row.uses).sum(),
            articles: rows.iter().map(|row| row.articles).sum(),
            cells: rows.into_iter().map(Cell::of).collect(),
        }
    }
}

impl NewName {
    fn of_actor(rows: &[Row], since: &str) -> Option<NewName> {
        let first = rows.iter().filter_map(|row| row.first.clone()).min()?;
        (first.as_str() >= since).then(|| NewName {
            actor: Some(rows[0].item.clone()),
            name: rows[0].word.clone(),
            first,
            uses: rows.iter().map(|row| row.uses).sum(),
            example: rows.iter().filter_map(|row| row.example.clone()).max(),
        })
    }

    fn unlisted(row: &Row, since: &str) -> Option<NewName> {
        let first = row.first.clone().filter(|first| first.as_str() >= since)?;
        let (name, example) = (row.spelling.clone(), row.example.clone());
        Some(NewName { actor: None, name, first, uses: row.uses, example })
    }
}
