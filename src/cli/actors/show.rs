//! `vartani actors show`: the card on an actor, as editors show it on hover.

use clap::Args;
use jiff::civil::Date;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::newsroom_here::{ConfigOption, latin};
use crate::cli::options::{LocaleOption, date};
use crate::cli::outcome::{self, Outcome};
use crate::cli::output::{print, print_line};
use crate::ide;
use crate::newsroom::{Actor, ActorRef, Message, Newsroom, gazetteer, sound};
use crate::text::printable;

#[derive(Args, Debug)]
pub struct Show {
    /// An id, or a name in Hindi or Latin letters
    name: String,
    /// The day to show roles for
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    date: Option<Date>,
    #[command(flatten)]
    config: ConfigOption,
    #[command(flatten)]
    locale: LocaleOption,
}

/// So many namesakes get a card each; of more there is a list.
const MAX_CARDS: usize = 3;

/// So many names that sound alike are proposed.
const MAX_PROPOSED: usize = 3;

pub fn run(arguments: &Show) -> outcome::Result {
    let Some((newsroom, trouble)) = arguments.config.newsroom() else { return Ok(Outcome::Trouble) };
    let found = called(&newsroom, &arguments.name);
    if found.is_empty() {
        return Err(nobody(&newsroom, &arguments.name).into());
    }
    let locale = arguments.locale.asked().or(newsroom.config.locale).unwrap_or_default();
    if found.len() > MAX_CARDS {
        for actor in found.iter().map(|actor| newsroom.actor(*actor)) {
            print_line(&said(actor))?;
        }
    } else {
        let card = |actor: &ActorRef| plain(&ide::profile(&newsroom, *actor, arguments.date, locale));
        print(&found.iter().map(card).collect::<Vec<_>>().join("\n"))?;
    }
    Ok(if trouble { Outcome::Trouble } else { Outcome::Done })
}

/// Who has this id or answers to this name; those first whom the name means by itself.
fn called(newsroom: &Newsroom, name: &str) -> Vec<ActorRef> {
    if let Some(actor) = newsroom.find(name) {
        return vec![actor];
    }
    let key = gazetteer::key(name).to_lowercase();
    let mut names = newsroom.names(&newsroom.walk(&newsroom.start(), &key));
    names.sort_by_key(|name| !name.alone);
    let mut actors: Vec<ActorRef> = Vec::new();
    for name in names {
        if !actors.contains(&name.actor) {
            actors.push(name.actor);
        }
    }
    actors
}

/// What is said of a name that nobody has.
fn nobody(newsroom: &Newsroom, name: &str) -> Message {
    let mut near: Vec<String> = Vec::new();
    for (_, name) in newsroom.sounding(&sound::key(name), MAX_PROPOSED) {
        let actor = said(newsroom.actor(name.actor));
        if !near.contains(&actor) {
            near.push(actor);
        }
    }
    let hint = match &near[..] {
        [] => {
            Message::new("`vartani actors list` में सब हैं", "`vartani actors list` lists those that are known")
        }
        near => {
            let near = near.join(", ");
            Message::new(format!("क्या यह चाहिए: {near}?"), format!("did you mean {near}?"))
        }
    };
    Message::new(
        format!("“{name}” नाम से कुछ नहीं मिला; {}", hint.hi),
        format!("nobody and nothing is known as \"{name}\"; {}", hint.en),
    )
}

fn said(actor: &Actor) -> String {
    format!("{} ({}, {}: {})", actor.name(), latin(actor), actor.kind.word(), actor.id)
}

/// Markdown as a terminal shows it.
fn plain(markdown: &str) -> String {
    let mut out = String::new();
    for event in Parser::new(markdown) {
        match event {
            Event::Text(text) | Event::Code(text) => out.push_str(&printable(&text)),
            Event::Start(Tag::Item) => out.push_str("- "),
            Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Item) => out.push('\n'),
            Event::End(TagEnd::Heading(_) | TagEnd::Paragraph | TagEnd::List(_)) => {
                out.truncate(out.trim_end().len());
                out.push_str("\n\n");
            }
            _ => {}
        }
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn markdown_is_read_as_a_terminal_shows_it() {
        let card =
            "### आशा देवी · Asha\n\nव्यक्ति  \nजन्म: 1970\n\n- **आज:** सरपंच\n- पहले: पंच\n\n---\nस्रोत: जद \\(यू\\)";
        assert_eq!(
            plain(card),
            "आशा देवी · Asha\n\nव्यक्ति\nजन्म: 1970\n\n- आज: सरपंच\n- पहले: पंच\n\nस्रोत: जद (यू)\n"
        );
    }
}
