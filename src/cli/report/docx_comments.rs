//! For Word: which copies were written, and what is said in them.

use super::{Checked, Count, Report};
use crate::diagnostics::Diagnostic;
use crate::files::Comment;
use crate::newsroom::Locale;
use crate::text::printable;

pub struct DocxComments;

/// What is found, as comments: what is wrong, with the rule, then a fix in each paragraph.
pub fn comments(marks: &[Diagnostic], locale: Locale) -> Vec<Comment> {
    let fix = match locale {
        Locale::Hi => "सुधार",
        Locale::En => "fix",
    };
    let comment = |mark: &Diagnostic| {
        let said = format!("{} [{}]", mark.message.in_locale(locale), mark.code());
        let fixes = mark.fixes.iter().map(|one| format!("{fix}: {}", one.title.in_locale(locale)));
        Comment { span: mark.span, lines: std::iter::once(said).chain(fixes).collect() }
    };
    marks.iter().filter(|mark| mark.is_shown).map(comment).collect()
}

impl Report for DocxComments {
    fn article(&mut self, checked: &Checked) -> String {
        let Some(copy) = &checked.copy else { return String::new() };
        let count = checked.shown().count();
        let said = match checked.locale {
            Locale::Hi => format!("{}: {count} टिप्पणियाँ", copy.display()),
            Locale::En => format!("{}: {count} comments", copy.display()),
        };
        format!("{}\n", printable(&said))
    }

    fn end(&mut self, _: &Count) -> String {
        String::new()
    }
}
