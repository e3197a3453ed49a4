//! Compiles `data/encoding/`: the glyphs of fonts from the time before Unicode.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

/// The statics that `text::legacy` includes.
pub fn compile(folder: &Path) -> String {
    let mut out = String::new();
    for (name, file) in [("KRUTI_DEV", "kruti-dev-010.tsv"), ("CHANAKYA", "chanakya.tsv")] {
        let path = folder.join(file);
        let text = crate::read(&path);
        // A glyph may be typed as #, so a comment is a # with a space
        let rows = text.lines().filter(|line| !line.starts_with("# ")).skip(1);
        let mut glyphs = BTreeMap::new();
        for row in rows {
            let Some((code, letters)) = row.split_once('\t') else {
                panic!("{}: {row:?} is no code with its letters", path.display());
            };
            let twin = glyphs.insert(code, letters);
            assert!(twin.is_none(), "{}: {code:?} stands twice", path.display());
        }
        let _ = writeln!(out, "static {name}: &[(&str, &str)] = &[");
        for (code, letters) in glyphs {
            let _ = writeln!(out, "    ({code:?}, {letters:?}),");
        }
        out.push_str("];\n");
    }
    out
}
