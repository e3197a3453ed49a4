//! The sentences of a house style, read under it: what must be marked is, and nothing else.

use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;

use super::pipeline::diagnose;
use crate::newsroom::patterns::marked;
use crate::newsroom::{Message, Newsroom};
use crate::reading::{DateHints, Reader};
use crate::text::{Format, Span};

/// The sentences of a house style that do not hold under it, each with its place in the file.
pub fn failing_examples(newsroom: &Arc<Newsroom>) -> Vec<(Range<usize>, Message)> {
    let mut reader = Reader::new(newsroom.clone());
    let examples = &newsroom.config.examples;
    let mut out = Vec::new();
    let both = [("flags", &examples.flags), ("accepts", &examples.accepts)];
    for (key, sentence) in both.iter().flat_map(|(key, list)| list.iter().map(move |one| (*key, one))) {
        out.extend(fault(key, sentence, &mut reader).map(|message| (sentence.span(), message)));
    }
    out
}

fn fault(key: &str, sentence: &Spanned<String>, reader: &mut Reader) -> Option<Message> {
    let (text, wanted) = marked(sentence.get_ref());
    let found = diagnose(&text, Format::Plain, reader, DateHints::default());
    let spans: Vec<Span> = found.iter().map(|one| one.span).collect();
    if let Some(one) = found.iter().find(|one| !wanted.contains(&one.span)) {
        let (words, code) = (one.span.of(&text), one.code());
        return Some(Message::new(
            format!("`{key}`: `{code}` इस वाक्य में “{words}” पर निशान लगाता है"),
            format!("`{key}`: `{code}` marks “{words}” in this sentence"),
        ));
    }
    if key == "flags" && wanted.is_empty() {
        return Some(Message::new(
            "`flags`: जिन शब्दों पर निशान लगना है, उन्हें ⟦ और ⟧ के बीच लिखें",
            "`flags`: put the words that must be marked between ⟦ and ⟧",
        ));
    }
    let missed = wanted.into_iter().find(|span| !spans.contains(span))?;
    let words = missed.of(&text);
    Some(Message::new(
        format!("`{key}`: इस वाक्य में “{words}” पर कोई निशान नहीं लगता"),
        format!("`{key}`: nothing marks “{words}” in this sentence"),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::newsroom::packs::PACKS;
    use crate::newsroom::{Config, Fault};
    use crate::rules::Rule;

    fn told(text: &str) -> Vec<String> {
        let config = Config::parse(text, |code| Rule::find(code).is_some()).unwrap();
        let failing = failing_examples(&Arc::new(Newsroom::shipped(config)));
        let fault = |(place, message)| Fault::new(text, place, message);
        let said = |fault: Fault| format!("{}:{} {}", fault.line, fault.column, fault.message.en);
        failing.into_iter().map(fault).map(said).collect()
    }

    #[test]
    fn every_sentence_of_every_pack_holds() {
        for pack in PACKS {
            let text = pack.text;
            assert_eq!(told(text), [""; 0], "{}", pack.name);
            let config = Config::parse(text, |_| true).unwrap();
            assert!(config.pack.is_some(), "{} says what it is", pack.name);
            assert!(
                !config.examples.flags.is_empty() && !config.examples.accepts.is_empty(),
                "{}",
                pack.name
            );
        }
    }

    #[test]
    fn a_sentence_that_does_not_hold_is_told_with_its_place() {
        let text = "[spelling]\nnukta = \"keep\"\n[examples]\nflags = [\"⟦जमीन⟧ बिकी।\", \"⟦ज़मीन⟧ बिकी।\", \"जमीन बिकी।\"]\n\
            accepts = [\"ज़मीन बिकी।\", \"जमीन बिकी।\"]\n";
        assert_eq!(
            told(text),
            [
                "4:26 `flags`: nothing marks “ज़मीन” in this sentence",
                "4:43 `flags`: `spelling/orthography` marks “जमीन” in this sentence",
                "5:27 `accepts`: `spelling/orthography` marks “जमीन” in this sentence",
            ]
        );
    }
}
