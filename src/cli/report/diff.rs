//! A unified diff of the safe fixes, as `git apply` and `patch` take it.

use similar::udiff::UnifiedHunkHeader;
use similar::{ChangeTag, TextDiff};

use super::{Checked, Count, Report, in_repository};

/// So many lines are shown around a change.
const CONTEXT: usize = 3;

pub struct Diff;

impl Report for Diff {
    fn article(&mut self, checked: &Checked) -> String {
        match &checked.mended {
            Some(mended) if *mended != checked.text => {
                let path = in_repository(&checked.path);
                let path = path.trim_start_matches('/');
                format!("--- a/{path}\n+++ b/{path}\n{}", hunks(&checked.text, mended))
            }
            _ => String::new(),
        }
    }

    fn end(&mut self, _: &Count) -> String {
        String::new()
    }
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
