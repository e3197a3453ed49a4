//! For people: the line with the mark, what is wrong, the other places, and the fix.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};
use std::io::IsTerminal as _;
use std::ops::Range;

use super::checked::{Checked, Count, Report};
use crate::cli::arguments::Colour;
use crate::diagnostics::Diagnostic;
use crate::newsroom::{Locale, Severity};
use crate::rules::offices_in_words;
use crate::text::{Field, Lines, Position, printable};

/// A finding shows at most so many other places of a sort.
const MAX_RELATED: usize = 6;

pub struct Human {
    renderer: Renderer,
    /// The language of the closing line.
    locale: Locale,
    /// Whether fixes are made.
    fix: bool,
}

impl Human {
    pub fn new(colour: Colour, locale: Locale, fix: bool) -> Human {
        let coloured = match colour {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto => std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none(),
        };
        let renderer = if coloured { Renderer::styled() } else { Renderer::plain() };
        Human { renderer: renderer.decor_style(DecorStyle::Unicode), locale, fix }
    }

    fn mark(&self, checked: &Checked, lines: &Lines, mark: &Diagnostic) -> String {
        let locale = checked.locale;
        let title = level(mark.severity, locale)
            .primary_title(printable(mark.message.in_locale(locale)))
            .id(mark.rule);
        let number = lines.number(mark.span.start as usize);
        let (start, text) = (lines.start(number), lines.text(&checked.text, number));
        let place = mark.span.start as usize - start..(mark.span.end as usize - start).min(text.len());
        let shown = around(text, &place);
        let Position { line, column } = lines.position(&checked.text, mark.span.start as usize);
        let path = printable(&checked.path.display().to_string()).into_owned();
        let place = place.start - shown.start..place.end.min(shown.end) - shown.start;
        let snippet = Snippet::source(&text[shown]).line_start(line).path(None::<String>);
        let mut group = title
            .element(Origin::path(path).line(line).char_column(column))
            .element(snippet.annotation(AnnotationKind::Primary.span(place)));
        if let Some(field) = field(mark.field, locale) {
            group = group.element(Level::NOTE.no_name().message(field));
        }
        for line in related(checked, lines, mark) {
            group = group.element(Level::NOTE.no_name().message(printable(&line).into_owned()));
        }
        for fix in &mark.fixes {
            let level = Level::HELP.with_name(say(locale, "सुधार", "fix"));
            group = group.element(level.message(printable(fix.title.in_locale(locale))));
        }
        self.renderer.render(&[group]) + "\n\n"
    }
}

impl Report for Human {
    fn article(&mut self, checked: &Checked) -> String {
        let lines = Lines::of(&checked.text);
        checked.shown().map(|mark| self.mark(checked, &lines, mark)).collect()
    }

    fn end(&mut self, count: &Count) -> String {
        let fixes = if self.fix { fixes(count, self.locale) + "\n" } else { String::new() };
        let unknown = offices_in_words(&count.unknown_offices);
        let unknown = unknown.map(|said| format!("{}\n", said.in_locale(self.locale))).unwrap_or_default();
        format!("{fixes}{}\n{unknown}", counted(count, self.locale))
    }

    fn is_for_people(&self) -> bool {
        true
    }
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

/// The part of a line that is shown of it. A line may be a whole article, of which nobody reads more, and which would be
/// drawn anew for every mark.
fn around(line: &str, mark: &Range<usize>) -> Range<usize> {
    const MAX_BEFORE: usize = 300;
    const MAX_LENGTH: usize = 1200;
    let boundary = |at: usize| (at..line.len()).find(|&at| line.is_char_boundary(at)).unwrap_or(line.len());
    let start = boundary(mark.start.saturating_sub(MAX_BEFORE));
    start..boundary(start + MAX_LENGTH)
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

/// A name for a severity, as a person reads it.
fn level(severity: Severity, locale: Locale) -> Level<'static> {
    let (level, hi, en) = match severity {
        Severity::Error => (Level::ERROR, "ग़लती", "error"),
        Severity::Warning => (Level::WARNING, "चेतावनी", "warning"),
        Severity::Information => (Level::INFO, "सूचना", "information"),
        Severity::Hint => (Level::NOTE, "संकेत", "hint"),
    };
    level.with_name(say(locale, hi, en))
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
