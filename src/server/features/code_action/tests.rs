use tower_lsp::lsp_types::{
    DocumentChangeOperation, DocumentChanges, OneOf, Position, ResourceOp, TextDocumentEdit, TextEdit,
};

use super::*;
use crate::diagnostics::test_support::plain;
use crate::server::features::edits::EditSupport;
use crate::server::features::sample::{ENCODINGS, on_line, page, uri};
use crate::server::position::Encoding;

const TEXT: &str = "मॉस्को 😀 में बैठक हुई।\r\n😀 मास्को चुप है। मास्को अाज बोला। मॉस्को ने कहा। मॉस्को।";
const BOTH: EditSupport = EditSupport { document_changes: true, create: true };

fn diagnostic(found: &PlacedFinding) -> Diagnostic {
    Diagnostic { message: format!("{} {}", found.finding.rule, found.span.start), ..Diagnostic::default() }
}

fn toml() -> Url {
    Url::parse("file:///context/vartani.toml").unwrap()
}

/// The actions at a column of the second line.
fn ask(
    column: u32,
    only: Option<&[CodeActionKind]>,
    toml: Option<&str>,
    client: EditSupport,
    lazily: bool,
) -> Vec<CodeAction> {
    let (uri, toml_uri) = (uri(), self::toml());
    let house = House { text: toml, target: Target { uri: &toml_uri, version: None, client } };
    let target = Target { uri: &uri, version: Some(7), client };
    let context = ActionContext {
        target,
        house: Some(house),
        has_dictionary: true,
        locale: Locale::En,
        lazily,
        is_in_folder: true,
        diagnostic: &diagnostic,
    };
    let snapshot = plain(TEXT);
    let page = page(&snapshot, Encoding::Utf16);
    let range = on_line(1, column, column);
    let found = code_action(&snapshot, page, range, only, &context).into_iter();
    found
        .map(|action| match action {
            CodeActionOrCommand::CodeAction(mut action) if Unresolved::of(&action).is_some() => {
                assert!(lazily && action.edit.is_none());
                let asked = Unresolved::of(&action).unwrap();
                let change = chosen(&snapshot, page, &asked, &context).unwrap();
                action.edit = edit(page, &change, &context);
                action
            }
            CodeActionOrCommand::CodeAction(action) => action,
            CodeActionOrCommand::Command(command) => panic!("{command:?}"),
        })
        .collect()
}

/// What actions are for where no newsroom is open.
fn without_newsroom(uri: &Url) -> ActionContext<'_> {
    ActionContext {
        target: Target { uri, version: Some(7), client: BOTH },
        house: None,
        has_dictionary: true,
        locale: Locale::Hi,
        lazily: false,
        is_in_folder: false,
        diagnostic: &diagnostic,
    }
}

fn titles(actions: &[CodeAction]) -> Vec<&str> {
    actions.iter().map(|action| action.title.as_str()).collect()
}

/// The edits of a document of `version`.
fn document_edits(action: &CodeAction, of: &Url, version: Option<i32>) -> Vec<TextEdit> {
    match action.edit.as_ref().unwrap().document_changes.as_ref().unwrap() {
        DocumentChanges::Edits(documents) => edits_of(&documents[0], of, version),
        DocumentChanges::Operations(_) => panic!("no file is made"),
    }
}

fn edits_of(document: &TextDocumentEdit, of: &Url, version: Option<i32>) -> Vec<TextEdit> {
    assert_eq!((&document.text_document.uri, document.text_document.version), (of, version));
    let plain = |edit: &OneOf<TextEdit, _>| match edit {
        OneOf::Left(edit) => edit.clone(),
        OneOf::Right(_) => panic!("no annotations"),
    };
    document.edits.iter().map(plain).collect()
}

#[test]
fn a_fix_is_versioned_and_linked_to_its_diagnostic() {
    for lazily in [false, true] {
        let found = ask(4, None, Some(""), BOTH, lazily);
        let edit =
            |start, end| TextEdit { range: on_line(1, start, end), new_text: "मॉस्को".into() };
        assert_eq!(found[0].title, "write “मॉस्को”");
        assert_eq!((found[0].is_preferred, &found[0].kind), (Some(true), &Some(CodeActionKind::QUICKFIX)));
        assert_eq!(document_edits(&found[0], &uri(), Some(7)), [edit(3, 9)]);
        assert_eq!(found[1].title, "write “मॉस्को” in the whole article");
        assert_eq!(document_edits(&found[1], &uri(), Some(7)), [edit(3, 9), edit(18, 24)]);
        let linked = |at: usize| found[at].diagnostics.as_ref().unwrap().len();
        assert_eq!((linked(0), linked(1)), (1, 2));
        assert!(found[0].diagnostics.as_ref().unwrap()[0].message.starts_with("spelling/inconsistent"));
    }
}

#[test]
fn a_client_without_document_changes_gets_plain_ones() {
    let found = ask(4, None, Some(""), EditSupport::default(), false);
    let changes = found[0].edit.as_ref().unwrap().changes.as_ref().unwrap();
    assert_eq!(changes[&uri()].len(), 1);
}

#[test]
fn only_the_kinds_that_are_wanted_are_offered() {
    let only = |kind: &'static str| ask(4, Some(&[CodeActionKind::new(kind)]), Some(""), BOTH, false);
    for kind in ["source", "source.fixAll", "source.fixAll.vartani"] {
        let found = only(kind);
        assert_eq!(titles(&found), ["apply all safe fixes"], "{kind}");
        let edits = document_edits(&found[0], &uri(), Some(7));
        assert_eq!(edits, [TextEdit { range: on_line(1, 25, 28), new_text: "आज".into() }]);
    }
    assert!(only("quickfix").iter().all(|action| action.kind == Some(CodeActionKind::QUICKFIX)));
    for kind in ["source.fixAll.eslint", "source.fix", "sourc", "refactor", "quickfix.other"] {
        assert_eq!(only(kind), [], "{kind}");
    }
    assert_eq!(ask(15, None, Some(""), BOTH, false), [], "no mark, no offer");
    assert_eq!(ask(15, Some(&[FIX_ALL]), Some(""), BOTH, false).len(), 1, "as on saving");
}

#[test]
fn a_choice_for_the_newsroom_edits_its_file() {
    let text = "# 😀 पसंद\n[spelling]\nprefer = [\"ट्रंप\"]\n";
    let found = ask(4, None, Some(text), BOTH, true);
    let prefer = found.iter().find(|a| a.title == "prefer “मॉस्को” for the newsroom").unwrap();
    let expected = TextEdit { range: on_line(2, 17, 17), new_text: ", \"मॉस्को\"".into() };
    assert_eq!(document_edits(prefer, &toml(), None), [expected]);
    assert_eq!(prefer.diagnostics, None, "it is no fix of one mark");
}

#[test]
fn without_a_file_one_is_made() {
    let found = ask(4, None, None, BOTH, false);
    let accept = found.iter().find(|a| a.title == "accept “मास्को” in the whole newsroom").unwrap();
    match accept.edit.as_ref().unwrap().document_changes.as_ref().unwrap() {
        DocumentChanges::Operations(operations) => match &operations[..] {
            [
                DocumentChangeOperation::Op(ResourceOp::Create(create)),
                DocumentChangeOperation::Edit(fill),
            ] => {
                assert_eq!(create.uri, toml());
                let new_text = "[spelling]\naccept = [\"मास्को\"]\n".to_owned();
                assert_eq!(edits_of(fill, &toml(), None), [TextEdit { range: Range::default(), new_text }]);
            }
            other => panic!("{other:?}"),
        },
        DocumentChanges::Edits(edits) => panic!("{edits:?}"),
    }
    let silent = EditSupport { document_changes: false, create: true };
    let accept = ask(4, None, None, silent, false)
        .into_iter()
        .find(|a| a.title == "accept “मास्को” in the whole newsroom")
        .unwrap();
    assert!(
        accept.edit.unwrap().document_changes.is_some(),
        "as Neovim, which announces no document changes"
    );
    let cannot = EditSupport { document_changes: true, create: false };
    assert_eq!(titles(&ask(4, None, None, cannot, false)).len(), 3, "two fixes and all safe ones");
    let broken = ask(4, None, Some("[spelling"), BOTH, false);
    assert_eq!(titles(&broken).len(), 3, "a broken file is not touched");
}

#[test]
fn columns_are_what_the_client_counts() {
    let snapshot = plain(TEXT);
    let uri = uri();
    let context = without_newsroom(&uri);
    for (encoding, (start, end)) in ENCODINGS.into_iter().zip([(5, 23), (3, 9), (2, 8)]) {
        let page = page(&snapshot, encoding);
        let range = Range { start: Position::new(1, end), end: Position::new(1, end) };
        let found = code_action(&snapshot, page, range, None, &context);
        let CodeActionOrCommand::CodeAction(first) = &found[0] else { panic!("{found:?}") };
        let expected = TextEdit { range: on_line(1, start, end), new_text: "मॉस्को".into() };
        assert_eq!(document_edits(first, &uri, Some(7)), [expected], "{encoding:?}");
    }
}

#[test]
fn an_action_of_another_version_is_not_resolved() {
    let snapshot = plain(TEXT);
    let uri = uri();
    let context = ActionContext { lazily: true, ..without_newsroom(&uri) };
    let page = page(&snapshot, Encoding::Utf16);
    let found = code_action(&snapshot, page, on_line(1, 4, 4), None, &context);
    let CodeActionOrCommand::CodeAction(first) = &found[0] else { panic!("{found:?}") };
    let later = ActionContext { target: Target { version: Some(8), ..context.target }, ..context };
    let asked = Unresolved::of(first).unwrap();
    assert_eq!(chosen(&snapshot, page, &asked, &later), None);
    assert_eq!(Unresolved::of(&CodeAction::default()), None);
}
