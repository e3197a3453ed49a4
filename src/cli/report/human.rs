//! For people: the line with the mark, what is wrong, the other places, and the fix.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Level, Renderer, Snippet};
use std::io::IsTerminal as _;

use super::{Checked, Count, Report};
use crate::cli::arguments::Colour;
use crate::desk::{Lines, Mark};
use crate::newsroom::{Locale, Severity};
use crate::text::Span;

/// A finding shows at most so many other places.
const MOST_RELATED: usize = 6;

pub struct Human {
    renderer: Renderer,
    locale: Locale,
}

impl Human {
    pub fn new(colour: Colour, locale: Locale) -> Human {
        let coloured = match colour {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto => std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none(),
        };
        anstream::ColorChoice::write_global(if coloured {
            anstream::ColorChoice::AlwaysAnsi
        } else {
            anstream::ColorChoice::Never
        });
        let renderer = if coloured {
            Renderer::styled()
        } else {
            Renderer::plain()
        };
        Human {
            renderer: renderer.decor_style(DecorStyle::Unicode),
            locale,
        }
    }

    /// A name for a severity, as a person reads it.
    fn level(&self, severity: Severity) -> Level<'static> {
        let (level, hi, en) = match severity {
            Severity::Error => (Level::ERROR, "ग़लती", "error"),
            Severity::Warning => (Level::WARNING, "चेतावनी", "warning"),
            Severity::Information => (Level::INFO, "सूचना", "information"),
            Severity::Hint => (Level::NOTE, "संकेत", "hint"),
        };
        level.with_name(self.say(hi, en))
    }

    fn say<'a>(&self, hi: &'a str, en: &'a str) -> &'a str {
        match self.locale {
            Locale::Hi => hi,
            Locale::En => en,
        }
    }

    fn mark(&self, checked: &Checked, lines: &Lines, mark: &Mark) -> String {
        let title = self
            .level(mark.severity)
            .primary_title(mark.message.in_locale(self.locale))
            .id(mark.rule);
        let path = checked.path.display().to_string();
        let mut group = title.element(self.snippet(checked, lines, mark).path(path));
        let further = mark.related.len().saturating_sub(MOST_RELATED);
        if further > 0 {
            let text = self.say("और जगहें", "more places");
            group = group.element(Level::NOTE.no_name().message(format!("+{further} {text}")));
        }
        for fix in &mark.fixes {
            let level = Level::HELP.with_name(self.say("सुधार", "fix"));
            group = group.element(level.message(fix.title.in_locale(self.locale)));
        }
        self.renderer.render(&[group]) + "\n\n"
    }

    /// The lines with the mark and what belongs to it.
    fn snippet<'a>(
        &self,
        checked: &'a Checked,
        lines: &Lines,
        mark: &'a Mark,
    ) -> Snippet<'a, Annotation<'a>> {
        let shown: Vec<_> = mark.related.iter().take(MOST_RELATED).collect();
        let spans = || std::iter::once(mark.span).chain(shown.iter().map(|(span, _)| *span));
        let first = spans()
            .map(|span| lines.number(span.start as usize))
            .min()
            .unwrap_or_default();
        let last = spans()
            .map(|span| lines.number(span.end.saturating_sub(1).max(span.start) as usize))
            .max()
            .unwrap_or_default();
        let start = lines.start(first);
        let end = lines.start(last) + lines.text(&checked.text, last).len();
        let place = |span: Span| span.start as usize - start..(span.end as usize).min(end) - start;
        let related = shown.iter().map(|(span, message)| {
            AnnotationKind::Context
                .span(place(*span))
                .label(message.in_locale(self.locale))
        });
        Snippet::source(&checked.text[start..end])
            .line_start(first + 1)
            .annotation(AnnotationKind::Primary.span(place(mark.span)))
            .annotations(related)
    }
}

impl Report for Human {
    fn article(&mut self, checked: &Checked) -> String {
        let lines = Lines::of(&checked.text);
        checked
            .marks
            .iter()
            .map(|mark| self.mark(checked, &lines, mark))
            .collect()
    }

    fn end(&mut self, count: &Count) -> String {
        let [hints, information, warnings, errors] = count.marks;
        let articles = count.articles;
        match self.locale {
            Locale::Hi => format!(
                "{articles} लेख: {errors} ग़लतियाँ, {warnings} चेतावनियाँ, {information} सूचनाएँ, {hints} संकेत\n"
            ),
            Locale::En => format!(
                "{articles} articles: {errors} errors, {warnings} warnings, {information} information, {hints} hints\n"
            ),
        }
    }
}
