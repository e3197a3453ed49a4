//! `textDocument/prepareRename` and `textDocument/rename`: another text for a name in the whole article.

use tower_lsp::jsonrpc::{Error, ErrorCode};
use tower_lsp::lsp_types::{Position, PrepareRenameResponse, WorkspaceEdit};

use super::edits::{Target, text_edits, workspace_edit};
use crate::diagnostics::Snapshot;
use crate::ide::rename as ide;
use crate::newsroom::Locale;
use crate::rules::Message;
use crate::server::position::LineMapper;

/// `RequestFailed` of LSP 3.17: the request was in order, and there is a reason to tell why it cannot be done.
const REQUEST_FAILED: ErrorCode = ErrorCode::ServerError(-32803);

/// The name at a position.
///
/// # Errors
/// `RequestFailed` with a sentence for the writer, where there is nothing to rename.
pub fn prepare_rename(
    snapshot: &Snapshot,
    page: LineMapper<'_>,
    position: Position,
    locale: Locale,
) -> Result<PrepareRenameResponse, Error> {
    let name = ide::prepare(snapshot, page.offset(position)).map_err(|why| refusal(&why, locale))?;
    Ok(PrepareRenameResponse::RangeWithPlaceholder { range: page.range(name.span), placeholder: name.text })
}

/// The edits that rename what stands at a position, and a sentence on short forms that are renamed along.
///
/// # Errors
/// `RequestFailed` with a sentence for the writer, where there is nothing to rename or the new name is none.
pub fn rename(
    snapshot: &Snapshot,
    page: LineMapper<'_>,
    position: Position,
    new_name: &str,
    target: Target<'_>,
    locale: Locale,
) -> Result<(WorkspaceEdit, Option<String>), Error> {
    let renaming =
        ide::rename(snapshot, page.offset(position), new_name).map_err(|why| refusal(&why, locale))?;
    let summary = renaming.summary().map(|summary| summary.in_locale(locale).to_owned());
    Ok((workspace_edit(target, text_edits(page, &renaming.edits)), summary))
}

fn refusal(why: &Message, locale: Locale) -> Error {
    Error { code: REQUEST_FAILED, message: why.in_locale(locale).to_owned().into(), data: None }
}

#[cfg(test)]
mod tests {
    use tower_lsp::lsp_types::{DocumentChanges, OneOf, TextEdit};

    use super::*;
    use crate::diagnostics::test_support::plain;
    use crate::server::features::edits::EditSupport;
    use crate::server::features::sample::{ENCODINGS, on_line, page, uri};
    use crate::server::position::Encoding;

    #[test]
    fn the_edit_is_for_the_version_that_was_looked_at() {
        let snapshot = plain("😀 मॉस्को शांत है।\r\nकल 😀 मास्को में था।");
        let uri = uri();
        let client = EditSupport { document_changes: true, create: false };
        let target = Target { uri: &uri, version: Some(3), client };
        let columns = [[(5, 23), (12, 30)], [(3, 9), (6, 12)], [(2, 8), (5, 11)]];
        for (encoding, [first, second]) in ENCODINGS.into_iter().zip(columns) {
            let page = page(&snapshot, encoding);
            let caret = Position::new(1, second.0);
            assert_eq!(
                prepare_rename(&snapshot, page, caret, Locale::Hi).unwrap(),
                PrepareRenameResponse::RangeWithPlaceholder {
                    range: on_line(1, second.0, second.1),
                    placeholder: "मास्को".into()
                }
            );
            let (edit, summary) = rename(&snapshot, page, caret, "मोस्को", target, Locale::Hi).unwrap();
            assert_eq!(summary, None, "there are no short forms");
            let Some(DocumentChanges::Edits(documents)) = edit.document_changes else { panic!("no edits") };
            assert_eq!(documents[0].text_document.version, Some(3));
            let edit = |range| OneOf::Left(TextEdit { range, new_text: "मोस्को".into() });
            let ranges = [on_line(0, first.0, first.1), on_line(1, second.0, second.1)];
            assert_eq!(documents[0].edits, ranges.map(edit), "{encoding:?}");
        }
    }

    #[test]
    fn a_refusal_says_why() {
        let snapshot = plain("दिन भर बारिश हुई।");
        let page = page(&snapshot, Encoding::Utf16);
        let error = prepare_rename(&snapshot, page, Position::new(0, 1), Locale::Hi).unwrap_err();
        assert_eq!(error.code, ErrorCode::ServerError(-32803));
        assert!(error.message.contains("कोई नाम नहीं पहचानती"), "{}", error.message);
    }
}
