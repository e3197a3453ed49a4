//! `textDocument/codeAction` and `codeAction/resolve`: what can be done about marks.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use tower_lsp::lsp_types::{
    CodeAction, CodeActionKind, CodeActionOrCommand, Command, Diagnostic, Range, Url, WorkspaceEdit,
};

use super::edits::{Target, new_document, text_edits, workspace_edit};
use crate::diagnostics::{PlacedFinding, Snapshot};
use crate::files::ledger::Answer;
use crate::ide::actions::dictionary::words_to_add;
use crate::ide::actions::ignore::ignores;
use crate::ide::actions::new_name::new_name;
use crate::ide::actions::{
    Action, ActionKind, Change, MAX_ACTIONS, actions, as_menu, fix_all, in_the_folder,
};
use crate::ide::config_edit::StyleChange;
use crate::newsroom::Locale;
use crate::server::position::LineMapper;
use crate::text::Lines;

/// Whether actions of a kind are made while a document is saved.
pub fn is_for_save(kind: &CodeActionKind) -> bool {
    kind.as_str().split('.').next() == Some("source")
}

/// `source.fixAll.vartani`: all safe fixes.
pub const FIX_ALL: CodeActionKind = CodeActionKind::new("source.fixAll.vartani");

/// The command that tells what a writer did with marks, for `workspace/executeCommand`; its one argument is an [`AnsweredMarks`].
pub const ANSWER: &str = "vartani.answer";

/// What a writer did with marks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnsweredMarks {
    /// The article.
    pub uri: Url,
    /// The rules, one for each mark.
    pub rules: Vec<String>,
    /// What was done.
    pub answer: Answer,
}

impl AnsweredMarks {
    /// The argument of a command that a client sent.
    pub fn of(arguments: &[Value]) -> Option<AnsweredMarks> {
        serde_json::from_value(arguments.first()?.clone()).ok()
    }
}

/// The kinds of actions that the server announces.
pub const KINDS: [CodeActionKind; 2] = [CodeActionKind::QUICKFIX, FIX_ALL];

/// The newsroom's `vartani.toml`: the one in force, or the one to be made.
#[derive(Clone, Copy, Debug)]
pub struct House<'a> {
    /// Its text as the client last had it; `None` if there is no such file yet.
    pub text: Option<&'a str>,
    /// Where it is or shall be.
    pub target: Target<'a>,
}

/// What actions are made of besides the article.
#[derive(Clone, Copy)]
pub struct ActionContext<'a> {
    /// The article's document.
    pub target: Target<'a>,
    /// The newsroom's `vartani.toml`; `None` where none can be made, as for an untitled document.
    pub house: Option<House<'a>>,
    /// Whether there is a place for a dictionary of the user's own.
    pub has_dictionary: bool,
    /// The language of titles.
    pub locale: Locale,
    /// Edits are left out and made when one is chosen, for a client that resolves `edit`. Only such a client is
    /// offered what reaches into other files.
    pub lazily: bool,
    /// Whether the article stands in a folder that the client has open.
    pub is_in_folder: bool,
    /// The diagnostic that the client was sent for a mark.
    pub diagnostic: &'a dyn Fn(&PlacedFinding) -> Diagnostic,
}

/// What an action that is still without its edit carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unresolved {
    /// The article.
    pub uri: Url,
    /// The version it was offered for; of another one there is nothing to resolve.
    pub version: Option<i32>,
    /// The range it was offered for.
    range: Range,
    /// Its number among the actions of that range.
    number: usize,
}

impl Unresolved {
    /// What an action of ours carries; `None` for one that is complete, or somebody else's.
    pub fn of(action: &CodeAction) -> Option<Unresolved> {
        serde_json::from_value(action.data.clone()?).ok()
    }
}

/// What can be done about the marks that touch a range, of the kinds that the client wants (`context.only`).
pub fn code_action(
    snapshot: &Snapshot,
    page: LineMapper<'_>,
    range: Range,
    only: Option<&[CodeActionKind]>,
    context: &ActionContext<'_>,
) -> Vec<CodeActionOrCommand> {
    let wanted = |action: &Action| only.is_none_or(|only| only.iter().any(|only| is_of(action, only)));
    let offered = offered(snapshot, page, range, only, context).into_iter();
    let present = |(number, action): (usize, Action)| {
        let mut presented = without_edit(snapshot, &action, context);
        if context.lazily && !matches!(action.change, Change::House(_)) {
            let (uri, version) = (context.target.uri.clone(), context.target.version);
            presented.data = serde_json::to_value(Unresolved { uri, version, range, number }).ok();
        } else {
            presented.edit = Some(edit(page, &action.change, context)?);
        }
        Some(CodeActionOrCommand::CodeAction(presented))
    };
    offered.filter(|(_, action)| wanted(action)).filter_map(present).collect()
}

/// What an action does that was offered without its edit. `None` if the article is not as it was then.
pub fn chosen(
    snapshot: &Snapshot,
    page: LineMapper<'_>,
    asked: &Unresolved,
    context: &ActionContext<'_>,
) -> Option<Change> {
    if asked.uri != *context.target.uri || asked.version != context.target.version {
        return None;
    }
    let all = [CodeActionKind::EMPTY];
    let all = offered(snapshot, page, asked.range, Some(&all), context);
    all.into_iter().find(|(number, _)| *number == asked.number).map(|(_, action)| action.change)
}

/// The actions of a range, each with a number that does not depend on what the client wants: 0 is that of
/// the action for the whole article.
fn offered(
    snapshot: &Snapshot,
    page: LineMapper<'_>,
    range: Range,
    only: Option<&[CodeActionKind]>,
    context: &ActionContext<'_>,
) -> Vec<(usize, Action)> {
    let whole = || fix_all(snapshot).map(|action| (0, action));
    // A save waits for nothing but what it wants
    if only.is_some_and(|only| only.iter().all(is_for_save)) {
        return whole().into_iter().collect();
    }
    let span = page.span(range);
    let mut out = actions(snapshot, span);
    let path = context.house.and_then(|house| path_below(house.target.uri, context.target.uri));
    out.extend(ignores(snapshot, span, path.as_deref()));
    if context.lazily && context.is_in_folder {
        out.extend(in_the_folder(snapshot, span));
    }
    if context.lazily && context.house.is_some() && context.target.client.create {
        out.extend(new_name(snapshot, span));
    }
    if context.lazily && context.has_dictionary && context.target.client.create {
        out.extend(words_to_add(snapshot, span));
    }
    // What the client cannot do takes nobody's place in the menu
    out.retain(|action| match (&action.change, context.house) {
        (Change::House(change), Some(house)) => house_edit(page, change, house).is_some(),
        (Change::House(_), None) => false,
        _ => true,
    });
    let marks = snapshot.found.iter().filter(|found| found.span.touches(span)).count();
    let mut out: Vec<(usize, Action)> =
        as_menu(out, marks).into_iter().zip(1..).map(|(a, at)| (at, a)).collect();
    // Nobody who asks for nothing in particular, on a place without a mark, wants the whole article fixed
    if only.is_some() || (1..MAX_ACTIONS).contains(&out.len()) {
        let at = out.iter().position(|(_, action)| action.kind > ActionKind::FixAll).unwrap_or(out.len());
        out.splice(at..at, whole());
    }
    out
}

/// The path of an article from the folder of `vartani.toml`, with slashes.
fn path_below(house: &Url, article: &Url) -> Option<String> {
    let (house, article) = (house.to_file_path().ok()?, article.to_file_path().ok()?);
    let below = article.strip_prefix(house.parent()?).ok()?;
    let parts: Option<Vec<&str>> = below.iter().map(std::ffi::OsStr::to_str).collect();
    Some(parts?.join("/"))
}

/// Whether the action is of the kind, or of one below it: `source.fixAll.vartani` is a `source.fixAll`.
fn is_of(action: &Action, kind: &CodeActionKind) -> bool {
    let own = kind_of(action.kind);
    let rest = own.as_str().strip_prefix(kind.as_str());
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.') || kind.as_str().is_empty())
}

fn kind_of(kind: ActionKind) -> CodeActionKind {
    match kind {
        ActionKind::FixAll => FIX_ALL,
        _ => CodeActionKind::QUICKFIX,
    }
}

fn without_edit(snapshot: &Snapshot, action: &Action, context: &ActionContext<'_>) -> CodeAction {
    let marks = action.marks.iter().map(|&number| (context.diagnostic)(&snapshot.found[number]));
    let linked = action.kind == ActionKind::Fix;
    CodeAction {
        title: action.title.in_locale(context.locale).to_owned(),
        kind: Some(kind_of(action.kind)),
        diagnostics: linked.then(|| marks.collect()),
        is_preferred: action.is_preferred.then_some(true),
        command: answered(snapshot, action, context),
        ..CodeAction::default()
    }
}

/// The command by which the newsroom's ledger learns that an action was chosen; `None` where none is kept.
fn answered(snapshot: &Snapshot, action: &Action, context: &ActionContext<'_>) -> Option<Command> {
    snapshot.newsroom.config.ledger.file.as_ref()?;
    let answer = match (action.kind, &action.change) {
        (_, Change::Dictionary(_) | Change::House(StyleChange::Accept(_) | StyleChange::KeepLatin(_))) => {
            Answer::Right
        }
        (ActionKind::Fix, _) | (_, Change::House(StyleChange::Prefer { .. })) => Answer::Accepted,
        (ActionKind::IgnoreHere | ActionKind::IgnoreInArticle | ActionKind::RuleOff, _) => Answer::Ignored,
        // What is done to all safe fixes at once is no judgement of a rule
        _ => return None,
    };
    let rules = action.marks.iter().map(|&number| snapshot.found[number].finding.code().to_owned()).collect();
    let argument =
        serde_json::to_value(AnsweredMarks { uri: context.target.uri.clone(), rules, answer }).ok();
    Some(Command {
        title: action.title.in_locale(context.locale).to_owned(),
        command: ANSWER.to_owned(),
        arguments: Some(argument.into_iter().collect()),
    })
}

/// The edit of a change; `None` if it cannot be made or would change nothing.
pub fn edit(page: LineMapper<'_>, change: &Change, context: &ActionContext<'_>) -> Option<WorkspaceEdit> {
    match change {
        Change::Article(edits) => Some(workspace_edit(context.target, text_edits(page, edits))),
        Change::House(change) => house_edit(page, change, context.house?),
        // Somebody has to read other files first
        Change::Folder(_) | Change::Actor(_) | Change::Dictionary(_) => None,
    }
}

fn house_edit(page: LineMapper<'_>, change: &StyleChange, house: House<'_>) -> Option<WorkspaceEdit> {
    let Some(text) = house.text else { return new_document(house.target, change.apply("")?) };
    let lines = Lines::of(text);
    let page = LineMapper { text, lines: &lines, encoding: page.encoding };
    Some(workspace_edit(house.target, text_edits(page, &[change.edit(text)?])))
}

#[cfg(test)]
mod tests;
