//! What a writer can do about the marks at a place: mend one, mend all like it, or decide for the newsroom.

use crate::diagnostics::apply_fixes::{safe_fixes, without_overlaps};
use crate::diagnostics::{Diagnostic, DocumentFix, Snapshot};
use crate::ide::alike::{INCONSISTENT, alike};
use crate::ide::config_edit::StyleChange;
use crate::ide::respell_workspace::Respelling;
use crate::newsroom::new_actor::NewActor;
use crate::reading::Variants;
use crate::rules::{Message, Rule};
use crate::text::Span;

/// Something that a writer can choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// What it does, in the imperative.
    pub title: Message,
    /// What sort of action it is.
    pub kind: ActionKind,
    /// Whether it is what most writers want.
    pub is_preferred: bool,
    /// The marks that it takes away, as numbers of [`Snapshot::diagnostics`]. An action for the newsroom names
    /// those it was offered for.
    pub marks: Vec<usize>,
    /// What it changes.
    pub change: Change,
}

/// What sort of action it is, in the order of menus: from what a writer wants most to what changes most for others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ActionKind {
    /// Mends one mark, or all like it.
    Fix,
    /// Hides one mark.
    IgnoreHere,
    /// Adds a word to the user's own dictionary.
    Dictionary,
    /// Hides the marks of a rule in the article.
    IgnoreInArticle,
    /// Decides on a spelling or a name for the newsroom.
    House,
    /// All safe fixes.
    FixAll,
    /// Switches a rule off for the newsroom.
    RuleOff,
}

/// What an action changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Stretches of the document and what replaces them, in order, none overlapping.
    Article(Vec<(Span, String)>),
    /// The newsroom's `vartani.toml`.
    House(StyleChange),
    /// All articles of the folder.
    Folder(Respelling),
    /// The newsroom's first actor file, which gets a table.
    Actor(Box<NewActor>),
    /// The user's own dictionary, which gets a word.
    Dictionary(String),
}

/// Of a large selection only the first marks are looked at: nobody reads a longer list.
const MAX_MARKS: usize = 50;

/// What can be done about the marks that touch a stretch of the document.
pub fn actions(snapshot: &Snapshot, range: Span) -> Vec<Action> {
    let marks = snapshot.diagnostics().iter().enumerate().filter(|(_, mark)| mark.span.touches(range));
    let marks: Vec<(usize, &Diagnostic)> = marks.take(MAX_MARKS).collect();
    let mut out = Vec::new();
    for &(number, mark) in &marks {
        out.extend(mark.fixes.iter().enumerate().map(|(at, fix)| one(number, fix, at == 0)));
    }
    for &(_, mark) in &marks {
        let all = everywhere(snapshot, mark);
        if !out.contains(&all) && all.marks.len() > 1 {
            out.push(all);
        }
    }
    out.extend(for_the_newsroom(snapshot, &marks, range));
    out
}

/// The spellings that the marks at a stretch of the document advise, for all articles of the folder.
pub fn in_the_folder(snapshot: &Snapshot, range: Span) -> Vec<Action> {
    let marks = snapshot.diagnostics().iter().enumerate().filter(|(_, mark)| mark.span.touches(range));
    let mut out: Vec<Action> = Vec::new();
    for (number, mark) in marks.take(MAX_MARKS) {
        let Some(respelling) = Respelling::of(snapshot, mark) else { continue };
        let (title, change) = (respelling.title(), Change::Folder(respelling));
        if out.iter().all(|offered| offered.change != change) {
            let kind = ActionKind::Fix;
            out.push(Action { title, kind, is_preferred: false, marks: vec![number], change });
        }
    }
    out
}

/// All safe fixes of the article, if there are any.
pub fn fix_all(snapshot: &Snapshot) -> Option<Action> {
    let (marks, edits) = safe_fixes(snapshot.diagnostics());
    let title = Message::new("सभी पक्के सुधार करें", "apply all safe fixes");
    let change = Change::Article(edits);
    (!marks.is_empty()).then_some(Action {
        title,
        kind: ActionKind::FixAll,
        is_preferred: false,
        marks,
        change,
    })
}

/// The first fix of all marks like this one: of one name, or of one rule and the same words.
pub fn everywhere(snapshot: &Snapshot, mark: &Diagnostic) -> Action {
    let alike = alike(snapshot, mark);
    let (marks, edits) = without_overlaps(alike.filter_map(|(n, other)| Some((n, other.fixes.first()?))));
    let title = mark.fixes.first().map_or_else(|| Message::new("", ""), |fix| fix.title.clone());
    let title = Message::new(format!("पूरी ख़बर में {}", title.hi), format!("{} in the whole article", title.en));
    Action { title, kind: ActionKind::Fix, is_preferred: false, marks, change: Change::Article(edits) }
}

fn one(number: usize, fix: &DocumentFix, is_first: bool) -> Action {
    let mut edits = fix.edits.clone();
    edits.sort();
    Action {
        title: fix.title.clone(),
        kind: ActionKind::Fix,
        is_preferred: is_first,
        marks: vec![number],
        change: Change::Article(edits),
    }
}

/// What the writer can decide for all articles, where the caret is on a name in several spellings or on a mark.
fn for_the_newsroom(snapshot: &Snapshot, marks: &[(usize, &Diagnostic)], range: Span) -> Vec<Action> {
    let mut out: Vec<Action> = Vec::new();
    let mut offer = |title: Message, change: StyleChange, marks: Vec<usize>| {
        let kind = match change {
            StyleChange::RuleOff(_) => ActionKind::RuleOff,
            _ => ActionKind::House,
        };
        let change = Change::House(change);
        match out.iter_mut().find(|action| action.change == change) {
            Some(offered) => offered.marks.extend(marks),
            None => out.push(Action { title, kind, is_preferred: false, marks, change }),
        }
    };
    for variants in touching_variants(snapshot, range) {
        let spans = || marks.iter().filter(|(_, mark)| mark.rule == INCONSISTENT);
        for (title, change) in preferences(variants) {
            offer(title, change, spans().map(|(number, _)| *number).collect());
        }
    }
    for &(number, mark) in marks {
        if let Some((title, change)) = as_it_is(mark.rule, mark.span.of(&snapshot.text)) {
            offer(title, change, vec![number]);
        }
    }
    for &(number, mark) in marks {
        let title = Message::new(
            format!("नियम बंद करें, पूरे न्यूज़रूम में ({})", mark.code()),
            format!("switch off the rule for the newsroom ({})", mark.code()),
        );
        offer(title, StyleChange::RuleOff(mark.code().to_owned()), vec![number]);
    }
    out
}

/// Maximum number of actions for one mark: nobody reads a longer menu.
pub const MAX_ACTIONS: usize = 7;

/// Number of fixes that are offered whatever else there is.
const SURE_FIXES: usize = 2;

/// Actions for `marks` marks in the order of a menu, without what is too much: what a writer needs least goes first.
pub fn as_menu(mut actions: Vec<Action>, marks: usize) -> Vec<Action> {
    actions.sort_by_key(|action| action.kind);
    let is_preference = |action: &Action| matches!(action.change, Change::House(StyleChange::Prefer { .. }));
    while actions.len() > MAX_ACTIONS * marks.max(1) {
        let preferred = actions.iter().position(is_preference);
        let need = |at: usize, action: &Action| match (&action.change, action.kind) {
            (Change::House(StyleChange::Prefer { .. }), _) if Some(at) != preferred => Some(0),
            (Change::House(StyleChange::Accept(_) | StyleChange::KeepLatin(_)), _) => Some(1),
            // Which of its spellings a name has is no matter of a dictionary
            (Change::Dictionary(_), _) if preferred.is_some() => Some(2),
            // A word that is spelt wrongly is hardly a name
            (Change::Actor(_), _) => Some(if preferred.is_some() { 3 } else { 0 }),
            (Change::Article(_), ActionKind::Fix) if at >= SURE_FIXES && action.marks.len() == 1 => Some(4),
            (Change::Folder(_), _) => Some(5),
            _ => None,
        };
        let least = actions.iter().enumerate().filter_map(|(at, action)| Some((need(at, action)?, at)));
        let Some((_, at)) = least.min_by_key(|&(need, at)| (need, std::cmp::Reverse(at))) else { break };
        actions.remove(at);
    }
    actions
}

fn touching_variants(snapshot: &Snapshot, range: Span) -> impl Iterator<Item = &Variants> {
    snapshot.variants.iter().map(|variants| &**variants).filter(move |variants| {
        let mut places = variants.spellings.iter().flat_map(|spelling| &spelling.places);
        places.any(|place| snapshot.span_of(*place).touches(range))
    })
}

/// Maximum number of spellings of one name that are offered as the newsroom's.
const MAX_PREFERENCES: usize = 8;

/// Each of the spellings as the newsroom's, the one that the article keeps first.
fn preferences(variants: &Variants) -> impl Iterator<Item = (Message, StyleChange)> + '_ {
    let spellings = &variants.spellings;
    let rest = (0..spellings.len()).filter(|&at| at != variants.kept);
    std::iter::once(variants.kept).chain(rest).take(MAX_PREFERENCES).map(|at| {
        let spelling = spellings[at].text.clone();
        let others = spellings.iter().map(|s| s.text.clone()).filter(|other| *other != spelling);
        let title = Message::new(
            format!("“{spelling}” तय करें, पूरे न्यूज़रूम के लिए"),
            format!("prefer “{spelling}” for the newsroom"),
        );
        (title, StyleChange::Prefer { others: others.collect(), spelling })
    })
}

/// How the newsroom can let the words of a mark stand, where they are a matter of spelling.
fn as_it_is(rule: &str, text: &str) -> Option<(Message, StyleChange)> {
    let (hi, en, word) = (
        format!("“{text}” को सही मानें, पूरे न्यूज़रूम में"),
        format!("accept “{text}” in the whole newsroom"),
        text.to_owned(),
    );
    match rule {
        // Wrong letters, and right words in a wrong place
        "spelling/encoding" | "spelling/confused" => None,
        "spelling/latin" => Some((
            Message::new(
                format!("“{text}” को रोमन में रहने दें, पूरे न्यूज़रूम में"),
                format!("keep “{text}” in Latin letters"),
            ),
            StyleChange::KeepLatin(word),
        )),
        "actor/name-form" => Some((Message::new(hi, en), StyleChange::Accept(word))),
        _ if Rule::is_spelling(rule) => Some((Message::new(hi, en), StyleChange::Accept(word))),
        _ => None,
    }
}

pub(crate) mod dictionary;
pub(crate) mod ignore;
pub(crate) mod new_name;
#[cfg(test)]
mod tests;
