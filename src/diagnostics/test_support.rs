//! Snapshots for the tests of `diagnostics`, `ide` and `server`.

use std::sync::Arc;

use crate::diagnostics::Snapshot;
use crate::newsroom::{Actor, Config, Newsroom, actor_file};
use crate::reading::{DateHints, Reader};
use crate::text::{Format, Span};

/// A village head nobody else knows.
const OWN: &str = "[asha-devi]\nkind = \"person\"\nname = \"आशा देवी\"\nlatin = \"Asha Devi\"\n";

/// Plain text as it ships.
pub(crate) fn plain(text: &str) -> Snapshot {
    of(text, Format::Plain, Config::default())
}

/// Markdown as it ships.
pub(crate) fn markdown(text: &str) -> Snapshot {
    of(text, Format::Markdown, Config::default())
}

/// A document of a newsroom with a style and one actor of its own.
pub(crate) fn of(text: &str, format: Format, config: Config) -> Snapshot {
    let (own, faults): (Vec<Actor>, _) = actor_file::parse(OWN);
    assert_eq!(faults, []);
    let newsroom = Arc::new(Newsroom::shipped(config).with_actors(&own));
    let hints = DateHints { today: "2025-03-14".parse().ok(), ..DateHints::default() };
    Snapshot::take(text.into(), format, &mut Reader::new(newsroom), hints)
}

/// A snapshot of a text, read with what ships and the actors of a file.
pub(crate) fn snapshot(text: &str, actors: &str) -> Snapshot {
    snapshot_in(Config::default(), text, actors)
}

/// A snapshot of a text, read under a house style.
pub(crate) fn snapshot_in(config: Config, text: &str, actors: &str) -> Snapshot {
    let (actors, faults) = actor_file::parse(actors);
    assert_eq!(faults, []);
    let newsroom = Newsroom::shipped(config).with_actors(&actors);
    Snapshot::take(text.into(), Format::Plain, &mut Reader::new(Arc::new(newsroom)), DateHints::default())
}

/// The offset of a part of a text: of its beginning.
pub(crate) fn at(text: &str, part: &str) -> usize {
    text.find(part).unwrap_or_else(|| panic!("{part} is not in the text"))
}

/// Where a part stands in a text, counted from 0.
pub(crate) fn nth(text: &str, part: &str, n: usize) -> Span {
    let (start, _) = text.match_indices(part).nth(n).unwrap_or_else(|| panic!("no {part} number {n}"));
    Span::new(start, start + part.len())
}

/// The text with the edits made, in whatever order they come.
pub(crate) fn edited(text: &str, edits: &[(Span, String)]) -> String {
    let mut edits = edits.to_vec();
    edits.sort();
    super::apply_fixes::edited(text, &edits)
}
