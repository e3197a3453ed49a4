//! `vartani inspect`: what was understood of an article, as JSON Lines in order of appearance.

use super::arguments::Inspect;
use super::outcome::{self, Outcome};
use super::output::{complain_of, print};
use crate::diagnostics::Snapshot;
use crate::files::{Document, Newsrooms};
use crate::ide::inspect::lines;
use crate::reading::Reader;

pub fn run(arguments: &Inspect) -> outcome::Result {
    let mut newsrooms = Newsrooms::new(arguments.reading.config.as_deref());
    let name = arguments.reading.name_of(&arguments.path);
    let newsroom = newsrooms.of(name);
    let trouble = complain_of(&newsrooms.troubles());
    let Some(newsroom) = newsroom else {
        return Ok(Outcome::Trouble);
    };
    let document = Document::read(&arguments.path, name, arguments.reading.dateline)?;
    let Document { text, format, hints, .. } = document;
    let read = Snapshot::take(text, format, &mut Reader::new(newsroom), hints);
    for line in &lines(&read) {
        print(&(serde_json::to_string(line).expect("strings and numbers") + "\n"))?;
    }
    Ok(if trouble { Outcome::Trouble } else { Outcome::Done })
}
