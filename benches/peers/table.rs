//! One table of all figures: what was measured, the goal, and the figure of each program.

use std::fmt::Write as _;

use serde_json::{Value, json};

/// A column of the table: what a program is to vartani.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Column {
    Vartani,
    /// `typos`, or `typos-lsp` for keystrokes: they look words up.
    Typos,
    Hunspell,
    Textlint,
    /// What nothing can be quicker than: `wc -m`, a server that does nothing.
    Limit,
}

const COLUMNS: [(&str, Column); 5] = [
    ("vartani", Column::Vartani),
    ("typos, typos-lsp", Column::Typos),
    ("hunspell hi", Column::Hunspell),
    ("textlint, prh", Column::Textlint),
    ("wc -m, an idle server", Column::Limit),
];

/// What vartani's figure should be.
#[derive(Clone, Copy)]
pub enum Goal {
    AtMost(f64),
    AtLeast(f64),
    /// At most so many times that of another program.
    Times(f64, Column),
}

/// A line of the table.
pub struct Row {
    what: String,
    goals: Vec<Goal>,
    figures: [Option<f64>; COLUMNS.len()],
}

impl Row {
    pub fn new(what: impl Into<String>, goals: &[Goal]) -> Row {
        Row { what: what.into(), goals: goals.to_vec(), figures: [None; COLUMNS.len()] }
    }

    pub fn with(mut self, column: Column, figure: Option<f64>) -> Row {
        self.figures[column as usize] = figure;
        self
    }

    pub fn of(&self, column: Column) -> Option<f64> {
        self.figures[column as usize]
    }

    /// A goal in words, and whether it is met; `None` where what it is about was not measured.
    fn judged(&self, goal: Goal) -> (String, Option<bool>) {
        let ours = self.of(Column::Vartani);
        match goal {
            Goal::AtMost(most) => (format!("≤ {most}"), ours.map(|ours| ours <= most)),
            Goal::AtLeast(least) => (format!("≥ {least}"), ours.map(|ours| ours >= least)),
            Goal::Times(most, column) => {
                let name = match column {
                    Column::Typos => "typos",
                    Column::Limit => "wc -m",
                    _ => COLUMNS[column as usize].0,
                };
                let met = ours.zip(self.of(column)).map(|(ours, theirs)| ours <= most * theirs);
                (format!("≤ {most} × {name}"), met)
            }
        }
    }

    fn markdown(&self) -> String {
        let goals: Vec<String> = self
            .goals
            .iter()
            .map(|goal| match self.judged(*goal) {
                (goal, Some(true)) => format!("{goal} ✓"),
                (goal, Some(false)) => format!("{goal} ✗"),
                (goal, None) => goal,
            })
            .collect();
        let mut line = format!("| {} | {} |", self.what, goals.join(", "));
        for (_, column) in COLUMNS {
            let _ = match (self.of(column), self.of(Column::Vartani)) {
                (None, _) => write!(line, " |"),
                (Some(figure), Some(ours)) if column != Column::Vartani => {
                    write!(line, " {} ({}×) |", short(figure), short(ours / figure))
                }
                (Some(figure), _) => write!(line, " {} |", short(figure)),
            };
        }
        line
    }

    fn json(&self) -> Value {
        let goals: Vec<Value> = self
            .goals
            .iter()
            .map(|goal| {
                let (goal, met) = self.judged(*goal);
                json!({"goal": goal, "met": met})
            })
            .collect();
        let mut row = json!({"measured": self.what, "goals": goals});
        for (name, column) in COLUMNS {
            row[name] = json!(self.of(column));
        }
        row
    }
}

/// A figure with about three digits that mean something.
fn short(figure: f64) -> String {
    match figure {
        100.0.. => format!("{figure:.0}"),
        10.0.. => format!("{figure:.1}"),
        _ => format!("{figure:.2}"),
    }
}

/// The table in Markdown.
pub fn markdown(rows: &[Row]) -> String {
    let names = COLUMNS.map(|(name, _)| name).join(" | ");
    let mut table =
        format!("| measured | goal | {names} |\n| --- | --- |{}\n", " ---: |".repeat(COLUMNS.len()));
    for row in rows {
        table += &row.markdown();
        table.push('\n');
    }
    table
}

pub fn json(rows: &[Row]) -> Value {
    rows.iter().map(Row::json).collect()
}
