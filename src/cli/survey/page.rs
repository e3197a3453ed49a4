//! The tables as one page of HTML that works from a file, without a network.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::Survey;
use crate::cli::output::locale;
use crate::diagnostics::survey::{
    Cell, Choice, NewName, RuleMarks, SpellingUse, Tables, school_title, side_title,
};
use crate::newsroom::{Locale, Message, Newsroom};
use crate::rules::Rule;

/// The page: its scripts and styles are in it. `editors/survey/build.mjs` makes it of what is there.
const PAGE: &str = include_str!("page.html");

/// Where the tables stand in the page.
const MARK: &str = "/*survey*/ null";

/// Maximum number of lines of a table that are written into a page.
const MAX_IN_TABLE: usize = 1000;

/// Maximum number of sentences of one spelling, and of one rule, that are written into a page: the newest.
const MAX_OF_SPELLING: usize = 6;
const MAX_OF_RULE: usize = 100;

/// Writes the page.
///
/// # Errors
/// It cannot be written.
pub fn write(
    tables: &Tables,
    arguments: &Survey,
    newsroom: &Newsroom,
    out: &mut dyn Write,
) -> io::Result<()> {
    let asked = arguments.locale.asked().or(newsroom.config.locale).unwrap_or_else(locale);
    let page = Page { tables };
    let data = json!({
        "vartani": env!("CARGO_PKG_VERSION"),
        "locale": if asked == Locale::Hi { "hi" } else { "en" },
        "since": arguments.since.map(|since| since.to_string()),
        "articles": tables.articles,
        "words": tables.words,
        "months": tables.months,
        "desks": tables.desks,
        "cells": page.cells(&tables.by_month_and_desk),
        "orthography": page.choices(&tables.orthography),
        "names": page.choices(&tables.names),
        "unlisted": page.choices(&tables.unlisted),
        "dividedWords": page.choices(&tables.divided_words),
        "habits": page.choices(&tables.habits),
        "rules": tables.rules.iter().take(MAX_IN_TABLE).map(|rule| page.rule(rule)).collect::<Vec<_>>(),
        "newNames": tables.new_names.iter().take(MAX_IN_TABLE).map(new_name).collect::<Vec<_>>(),
        "omitted": page.omitted(),
    });
    // No `</script>` and no comment of HTML may stand in a script
    let data = serde_json::to_string(&data)?.replace('<', "\\u003c");
    let (before, after) = PAGE.split_once(MARK).unwrap_or((PAGE, ""));
    out.write_all(before.as_bytes())?;
    out.write_all(data.as_bytes())?;
    out.write_all(after.as_bytes())
}

/// Tables as the scripts of the page read them: months and desks by number.
struct Page<'a> {
    tables: &'a Tables,
}

impl Page<'_> {
    /// How many lines of tables are left out.
    fn omitted(&self) -> usize {
        let tables = self.tables;
        let lengths = [
            tables.names.len(),
            tables.unlisted.len(),
            tables.orthography.len(),
            tables.divided_words.len(),
            tables.rules.len(),
            tables.new_names.len(),
        ];
        lengths.iter().map(|length| length.saturating_sub(MAX_IN_TABLE)).sum()
    }

    fn choices(&self, choices: &[Choice]) -> Vec<Value> {
        let choice = |choice: &Choice| {
            let spellings = choice.spellings.iter().map(|spelling| self.spelling(&choice.item, spelling));
            json!({
                "item": choice.item,
                "title": school_title(&choice.item).as_ref().map(title),
                "word": choice.word,
                "uses": choice.uses,
                "other": choice.other_uses(),
                "spellings": spellings.collect::<Vec<_>>(),
            })
        };
        choices.iter().take(MAX_IN_TABLE).map(choice).collect()
    }

    fn spelling(&self, item: &str, spelling: &SpellingUse) -> Value {
        json!({
            "spelling": spelling.spelling,
            "title": side_title(item, &spelling.spelling).as_ref().map(title),
            "uses": spelling.uses,
            "articles": spelling.articles,
            "first": spelling.first,
            "cells": self.cells(&spelling.cells),
            "examples": examples(&spelling.cells, MAX_OF_SPELLING),
        })
    }

    fn rule(&self, rule: &RuleMarks) -> Value {
        let summary = Rule::find(&rule.code).map(|known| {
            let summary = |locale| known.summary(locale).to_owned();
            Message::new(summary(Locale::Hi), summary(Locale::En))
        });
        json!({
            "code": rule.code,
            "title": summary.as_ref().map(title),
            "marks": rule.marks,
            "articles": rule.articles,
            "cells": self.cells(&rule.cells),
            "examples": examples(&rule.cells, MAX_OF_RULE),
        })
    }

    /// Month, desk, uses and articles of each cell.
    fn cells(&self, cells: &[Cell]) -> Vec<[u64; 4]> {
        let number = |all: &[String], one: &String| all.binary_search(one).unwrap_or_default() as u64;
        let cell = |cell: &Cell| {
            let (month, desk) =
                (number(&self.tables.months, &cell.month), number(&self.tables.desks, &cell.desk));
            [month, desk, cell.uses, cell.articles]
        };
        cells.iter().map(cell).collect()
    }
}

fn title(title: &Message) -> Value {
    json!({ "hi": title.hi, "en": title.en })
}

/// The newest examples, each as day, article and sentence.
fn examples(cells: &[Cell], most: usize) -> Vec<Vec<&str>> {
    let mut examples: Vec<&str> = cells.iter().filter_map(|cell| cell.example.as_deref()).collect();
    examples.sort_unstable_by(|a, b| b.cmp(a));
    examples.dedup();
    examples.into_iter().take(most).map(|example| example.splitn(3, '\t').collect()).collect()
}

fn new_name(new: &NewName) -> Value {
    let example = new.example.as_deref().map(|example| example.splitn(3, '\t').collect::<Vec<_>>());
    json!({
        "actor": new.actor, "name": new.name, "first": new.first, "uses": new.uses, "example": example,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_has_one_place_for_the_tables() {
        assert_eq!(PAGE.matches(MARK).count(), 1);
    }
}
