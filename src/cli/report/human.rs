//! For people: the line with the mark, what is wrong, the other places, and the fix.

use std::io::IsTerminal as _;

use anstyle::{AnsiColor, Style};
use unicode_width::UnicodeWidthStr as _;

use super::checked::{Checked, Count, Report};
use super::source_line::source_line;
use super::statistics::Tally;
use super::wrap::wrap;
use crate::cli::arguments::{Check, Colour};
use crate::diagnostics::Diagnostic;
use crate::newsroom::{Locale, Severity};
use crate::rules::offices_in_words;
use crate::text::{Field, Lines, Position, printable};

/// The lines that frame the text.
const GUTTER: Style = AnsiColor::BrightBlue.on_default().bold();

/// What the lines of a message begin with after the first.
const CONTINUED: &str = "  ";

/// A finding shows at most so many other places of a sort.
const MAX_RELATED: usize = 6;

/// A run over so many articles with findings ends with a table of the rules.
const MANY: usize = 10;

pub struct Human {
    is_coloured: bool,
    /// How many columns a line may take.
    columns: usize,
    /// Whether sentences are broken there, too: not in a log, where one can be searched for.
    wraps: bool,
    /// The language of the closing line.
    locale: Locale,
    /// Whether fixes are made.
    fix: bool,
    /// Whether the closing lines are left out.
    is_quiet: bool,
    tally: Tally,
}

impl Human {
    pub fn new(arguments: &Check, locale: Locale) -> Human {
        let is_coloured = match arguments.color {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto => std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none(),
        };
        let tally = Tally::default();
        let columns = columns();
        Human {
            is_coloured,
            columns: columns.unwrap_or(IN_A_LOG).max(NARROWEST),
            wraps: columns.is_some(),
            locale,
            fix: arguments.fix,
            is_quiet: arguments.quiet,
            tally,
        }
    }

    /// Text in a style, where the report is coloured.
    fn styled(&self, style: Style, text: &str) -> String {
        if self.is_coloured { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }

    /// The lines of a sentence, see [`wrap`].
    fn wrapped(&self, sentence: &str, before: usize, margin: usize) -> Vec<String> {
        if self.wraps { wrap(sentence, before, margin, self.columns) } else { vec![sentence.to_owned()] }
    }

    fn mark(&self, checked: &Checked, lines: &Lines, mark: &Diagnostic) -> String {
        let locale = checked.locale;
        let (colour, level) = level(mark.severity, locale);
        let number = lines.number(mark.span.start as usize);
        let (start, text) = (lines.start(number), lines.text(&checked.text, number));
        let place = mark.span.start as usize - start..(mark.span.end as usize - start).min(text.len());
        let Position { line, column } = lines.position(&checked.text, mark.span.start as usize);
        let gutter = line.to_string();
        let margin = " ".repeat(gutter.len());
        let source = source_line(text, place, self.columns.saturating_sub(gutter.len() + 3));
        let path = checked.path.display().to_string();

        let head = format!("{level}[{}]", mark.code());
        let mut out = self.styled(colour, &head);
        let message = printable(mark.message.in_locale(locale));
        let message =
            self.wrapped(&message, head.width() + 2, CONTINUED.width()).join(&format!("\n{CONTINUED}"));
        out += &self.styled(Style::new().bold(), &format!(": {message}"));
        let mut row = |before: &str, drawn: &str, behind: &str| {
            out.push('\n');
            out += before;
            out += &self.styled(GUTTER, drawn);
            out += behind;
        };
        row(&margin, " ╭▸ ", &format!("{}:{line}:{column}", printable(&path)));
        row(&margin, " │", "");
        row("", &format!("{gutter} │ "), &source.text);
        row(&margin, " │ ", &self.styled(colour, &source.mark));
        let mut notes: Vec<String> = field(mark.field, locale).map(str::to_owned).into_iter().collect();
        notes.extend(related(checked, lines, mark));
        let fix = say(locale, "सुधार", "fix");
        notes.extend(mark.fixes.iter().map(|one| format!("{fix}: {}", one.title.in_locale(locale))));
        if !notes.is_empty() {
            row(&margin, " │", "");
        }
        for (at, note) in notes.iter().enumerate() {
            let (drawn, below) = if at + 1 < notes.len() { (" ├ ", " │   ") } else { (" ╰ ", "     ") };
            let taken = [drawn, below].map(|drawn| margin.width() + drawn.width());
            let lines = self.wrapped(&printable(note), taken[0], taken[1]);
            for (at, line) in lines.iter().enumerate() {
                row(&margin, if at == 0 { drawn } else { below }, line);
            }
        }
        out + "\n\n"
    }
}

impl Report for Human {
    fn article(&mut self, checked: &Checked) -> String {
        self.tally.add(checked);
        let lines = Lines::of(&checked.text);
        checked.shown().map(|mark| self.mark(checked, &lines, mark)).collect()
    }

    fn end(&mut self, count: &Count) -> String {
        if self.is_quiet {
            return String::new();
        }
        let table = match self.tally.articles() >= MANY {
            true => self.tally.by_rule(self.locale) + "\n",
            false => String::new(),
        };
        let fixes = if self.fix { fixes(count, self.locale) + "\n" } else { String::new() };
        let unknown = offices_in_words(&count.unknown_offices);
        let unknown = unknown.map(|said| format!("{}\n", said.in_locale(self.locale))).unwrap_or_default();
        format!("{table}{fixes}{}\n{unknown}", counted(count, self.locale))
    }

    fn is_for_people(&self) -> bool {
        true
    }
}

/// As many columns as a log shows well.
const IN_A_LOG: usize = 140;

/// Minimum number of columns.
const NARROWEST: usize = 40;

/// The columns of the terminal, if there is one.
fn columns() -> Option<usize> {
    let asked = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    asked.or_else(|| terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)))
}

/// Where in the article a mark stands that is not in the running text.
fn field(field: Field, locale: Locale) -> Option<&'static str> {
    let (hi, en) = match field {
        Field::Body => return None,
        Field::Headline => ("शीर्षक में", "in the headline"),
        Field::Standfirst => ("उपशीर्षक में", "in the standfirst"),
        Field::Description => ("सारांश में", "in the description"),
        Field::Caption => ("चित्र के कैप्शन में", "in a caption"),
        Field::ImageText => ("चित्र के alt में", "in the alt text of a picture"),
    };
    Some(say(locale, hi, en))
}

/// How many articles and marks there are, without what there is none of.
fn counted(count: &Count, locale: Locale) -> String {
    if count.articles == 0 {
        return say(locale, "कोई ख़बर नहीं जाँची गई।", "no article was checked").to_owned();
    }
    let [hints, information, warnings, errors] = count.marks;
    let counted = match locale {
        Locale::Hi => [
            (count.articles, "ख़बर", "ख़बरें"),
            (errors, "ग़लती", "ग़लतियाँ"),
            (warnings, "चेतावनी", "चेतावनियाँ"),
            (information, "सूचना", "सूचनाएँ"),
            (hints, "संकेत", "संकेत"),
        ],
        Locale::En => [
            (count.articles, "article", "articles"),
            (errors, "error", "errors"),
            (warnings, "warning", "warnings"),
            (information, "information", "information"),
            (hints, "hint", "hints"),
        ],
    };
    let of = |(number, one, many)| format!("{number} {}", if number == 1 { one } else { many });
    let [articles, marks @ ..] = counted;
    let marks: Vec<String> = marks.into_iter().filter(|mark| mark.0 > 0).map(of).collect();
    let none = || say(locale, "कोई निशान नहीं", "no marks").to_owned();
    format!("{}: {}", of(articles), if marks.is_empty() { none() } else { marks.join(", ") })
}

/// What was fixed, in a sentence.
fn fixes(count: &Count, locale: Locale) -> String {
    let Count { fixes, fixed, .. } = *count;
    match (locale, fixes) {
        (Locale::Hi, 0) => "कोई पक्का सुधार नहीं मिला; बाक़ी निशान आप देखें।".to_owned(),
        (Locale::Hi, 1) => "1 पक्का सुधार हुआ।".to_owned(),
        (Locale::Hi, _) => {
            format!("{fixed} {} में {fixes} पक्के सुधार हुए।", if fixed == 1 { "ख़बर" } else { "ख़बरों" })
        }
        (Locale::En, 0) => "no safe fixes found".to_owned(),
        (Locale::En, 1) => "1 safe fix made".to_owned(),
        (Locale::En, _) => {
            format!("{fixes} safe fixes made in {fixed} {}", if fixed == 1 { "article" } else { "articles" })
        }
    }
}

/// How a severity is shown, and its name, as a person reads it.
fn level(severity: Severity, locale: Locale) -> (Style, &'static str) {
    let (colour, hi, en) = match severity {
        Severity::Error => (AnsiColor::BrightRed, "ग़लती", "error"),
        Severity::Warning => (AnsiColor::Yellow, "चेतावनी", "warning"),
        Severity::Information => (AnsiColor::BrightBlue, "सूचना", "information"),
        Severity::Hint => (AnsiColor::BrightGreen, "संकेत", "hint"),
    };
    (colour.on_default().bold(), say(locale, hi, en))
}

fn say<'a>(locale: Locale, hi: &'a str, en: &'a str) -> &'a str {
    match locale {
        Locale::Hi => hi,
        Locale::En => en,
    }
}

/// The other places, one line for those of whom the same is said: `यहाँ “मॉस्को”: 2:519, 6:215`.
fn related(checked: &Checked, lines: &Lines, mark: &Diagnostic) -> Vec<String> {
    let mut said: Vec<(&str, Vec<String>)> = Vec::new();
    for (span, message) in &mark.related {
        let Position { line, column } = lines.position(&checked.text, span.start as usize);
        let (message, place) = (message.in_locale(checked.locale), format!("{line}:{column}"));
        match said.iter_mut().find(|(text, _)| *text == message) {
            Some((_, places)) => places.push(place),
            None => said.push((message, vec![place])),
        }
    }
    let line = |(message, places): (&str, Vec<String>)| {
        let further = places.len().saturating_sub(MAX_RELATED);
        let more = if further > 0 { format!(", +{further}") } else { String::new() };
        format!("{message}: {}{more}", places[..places.len() - further].join(", "))
    };
    said.into_iter().map(line).collect()
}
