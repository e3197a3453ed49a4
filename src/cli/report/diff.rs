//! A unified diff of the safe fixes, as `git apply` and `patch` take it.

use similar::udiff::UnifiedHunkHeader;
use similar::{ChangeTag, TextDiff};

use super::checked::{Checked, Count, Report, in_repository};

/// So many lines are shown around a change.
const CONTEXT: usize = 3;

pub struct Diff;

impl Report for Diff {
    fn article(&mut self, checked: &Checked) -> String {
        match &checked.fixed {
            Some(fixed) if *fixed != checked.text => {
                let path = in_repository(&checked.path);
                let path = path.trim_start_matches('/');
                let [before, after] = ["a/", "b/"].map(|side| quoted(&format!("{side}{path}")));
                format!("--- {before}\n+++ {after}\n{}", hunks(&checked.text, fixed))
            }
            _ => String::new(),
        }
    }

    fn end(&mut self, _: &Count) -> String {
        String::new()
    }
}

/// A path as `git` writes it in a diff: in quotation marks where it has characters that do not stay in their line.
fn quoted(path: &str) -> String {
    if !path.contains(|c: char| c.is_control() || matches!(c, '"' | '\\')) {
        return path.to_owned();
    }
    let mut out = String::from("\"");
    for c in path.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out += "\\n",
            '\t' => out += "\\t",
            c if c.is_control() => {
                let mut bytes = [0; 4];
                out.extend(c.encode_utf8(&mut bytes).bytes().map(|byte| format!("\\{byte:03o}")));
            }
            c => out.push(c),
        }
    }
    out + "\""
}

/// What changed. Only `\n` ends a line of a diff; a `\r` belongs to the line, whatever it is to an editor.
fn hunks(before: &str, after: &str) -> String {
    let [before, after]: [Vec<&str>; 2] = [before, after].map(|text| text.split_inclusive('\n').collect());
    let diff = TextDiff::from_slices(&before, &after);
    let mut out = String::new();
    for hunk in diff.grouped_ops(CONTEXT) {
        out += &format!("{}\n", UnifiedHunkHeader::new(&hunk));
        for change in hunk.iter().flat_map(|operation| diff.iter_changes(operation)) {
            out.push(match change.tag() {
                ChangeTag::Equal => ' ',
                ChangeTag::Delete => '-',
                ChangeTag::Insert => '+',
            });
            out += change.value();
            if !change.value().ends_with('\n') {
                out += "\n\\ No newline at end of file\n";
            }
        }
    }
    out
}
