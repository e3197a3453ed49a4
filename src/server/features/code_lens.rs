//! `textDocument/codeLens`: how often a name stands in each of its spellings, and a click that makes them one.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use tower_lsp::lsp_types::{CodeLens, Command, Url, WorkspaceEdit};

use super::edits::{Target, text_edits, workspace_edit};
use crate::diagnostics::Snapshot;
use crate::ide::code_lens::{keep, lenses};
use crate::newsroom::Locale;
use crate::server::position::LineMapper;

/// The command of a lens, for `workspace/executeCommand`; its one argument is a [`Keep`].
pub const KEEP: &str = "vartani.keepSpelling";

/// What the command of a lens is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Keep {
    /// The article.
    pub uri: Url,
    /// The spelling to keep.
    pub spelling: String,
}

impl Keep {
    /// The argument of a command that a client sent.
    pub fn of(arguments: &[Value]) -> Option<Keep> {
        serde_json::from_value(arguments.first()?.clone()).ok()
    }
}

/// The lenses of an article.
pub fn code_lens(snapshot: &Snapshot, page: LineMapper<'_>, uri: &Url, locale: Locale) -> Vec<CodeLens> {
    let lens = |lens: crate::ide::code_lens::Lens| {
        let argument = serde_json::to_value(Keep { uri: uri.clone(), spelling: lens.kept }).ok();
        let command = Command {
            title: lens.title.in_locale(locale).to_owned(),
            command: KEEP.to_owned(),
            arguments: Some(argument.into_iter().collect()),
        };
        CodeLens { range: page.range(lens.span), command: Some(command), data: None }
    };
    lenses(snapshot).into_iter().map(lens).collect()
}

/// The edit that the command of a lens asks for; `None` if the article has changed and there is nothing to do.
pub fn keep_spelling(
    snapshot: &Snapshot,
    page: LineMapper<'_>,
    spelling: &str,
    target: Target<'_>,
) -> Option<WorkspaceEdit> {
    Some(workspace_edit(target, text_edits(page, &keep(snapshot, spelling)?)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::test_support::plain;
    use crate::server::features::edits::EditSupport;
    use crate::server::features::sample::{ENCODINGS, on_line, page, uri};

    #[test]
    fn a_lens_stands_over_the_first_use_and_its_command_makes_the_edit() {
        let snapshot = plain("😀😀 मॉस्को शांत है। मॉस्को ने कहा।\r\n😀 मास्को में बर्फ़ गिरी।");
        let columns = [[(9, 27), (5, 23)], [(5, 11), (3, 9)], [(3, 9), (2, 8)]];
        for (encoding, [first, other]) in ENCODINGS.into_iter().zip(columns) {
            let page = page(&snapshot, encoding);
            let found = code_lens(&snapshot, page, &uri(), Locale::Hi);
            assert_eq!(found.len(), 1);
            assert_eq!(found[0].range, on_line(0, first.0, first.1), "{encoding:?}");
            let command = found[0].command.as_ref().unwrap();
            assert!(command.title.starts_with("मॉस्को: 2, मास्को: 1"), "{}", command.title);
            assert_eq!(command.command, KEEP);
            let asked = Keep::of(command.arguments.as_deref().unwrap()).unwrap();
            assert_eq!(asked, Keep { uri: uri(), spelling: "मॉस्को".into() });
            let uri = uri();
            let target = Target { uri: &uri, version: Some(1), client: EditSupport::default() };
            let edit = keep_spelling(&snapshot, page, &asked.spelling, target).unwrap();
            assert_eq!(edit.changes.unwrap()[&uri][0].range, on_line(1, other.0, other.1), "{encoding:?}");
        }
    }

    #[test]
    fn a_command_of_somebody_else_is_not_taken() {
        assert_eq!(Keep::of(&[]), None);
        assert_eq!(Keep::of(&[serde_json::json!({ "uri": 3 })]), None);
    }
}
