//! Compiles `data/addresses/` into the lists that `text::not_prose` includes.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

/// One sorted list for each kind of ending.
pub fn compile(path: &Path) -> String {
    let mut out = String::new();
    for (name, kind) in [("DOMAINS", "domain"), ("FILE_ENDINGS", "file"), ("SENTENCE_ENDS", "end")] {
        let rows = crate::rows(path);
        let of_kind = rows.iter().filter(|row| row[1] == kind).map(|row| &row[0]);
        let endings = Vec::from_iter(of_kind.collect::<BTreeSet<_>>());
        assert!(!endings.is_empty(), "{}: there is no {kind}", path.display());
        let _ = writeln!(out, "static {name}: &[&str] = &{endings:?};");
    }
    out
}
