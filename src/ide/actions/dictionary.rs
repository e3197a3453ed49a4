//! Words that are right for one user in every newsroom, for that user's own dictionary.

use super::{Action, ActionKind, Change, MAX_MARKS};
use crate::diagnostics::Snapshot;
use crate::newsroom::Dictionary;
use crate::rules::{Message, Rule};
use crate::text::Span;

/// The words of the marks that touch a stretch of the document, each for the user's own dictionary.
pub fn words_to_add(snapshot: &Snapshot, range: Span) -> Vec<Action> {
    let marks = snapshot.diagnostics().iter().enumerate().filter(|(_, mark)| mark.span.touches(range));
    let mut out: Vec<Action> = Vec::new();
    for (number, mark) in marks.take(MAX_MARKS) {
        let word = mark.span.of(&snapshot.text);
        if !Rule::heeds_dictionary(mark.rule) || !Dictionary::may_have(word) {
            continue;
        }
        let change = Change::Dictionary(word.to_owned());
        match out.iter_mut().find(|action| action.change == change) {
            Some(offered) => offered.marks.push(number),
            None => out.push(Action {
                title: Message::new(
                    format!("“{word}” को अपने शब्दकोश में जोड़ें (vartani/dictionary.txt)"),
                    format!("add “{word}” to your own dictionary (vartani/dictionary.txt)"),
                ),
                kind: ActionKind::Dictionary,
                is_preferred: false,
                marks: vec![number],
                change,
            }),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::test_support::plain;

    fn words(text: &str) -> Vec<String> {
        let actions = words_to_add(&plain(text), Span::new(0, text.len())).into_iter();
        let word = |action: Action| match action.change {
            Change::Dictionary(word) => {
                assert!(action.title.hi.contains(&word) && action.title.en.contains(&word));
                word
            }
            change => panic!("{change:?} is no change of the dictionary"),
        };
        actions.map(word).collect()
    }

    #[test]
    fn a_word_is_offered_once_for_all_its_marks() {
        assert_eq!(words("राज्य में स्थिती सामान्य है। शहर की स्थिती भी। अतिथी आए।"), ["स्थिती", "अतिथी"]);
    }

    #[test]
    fn what_a_dictionary_says_nothing_about_is_not_offered() {
        for text in [
            "बैठक बुधवार (13 मार्च 2025) को हुई।",
            "मंत्री ने ने कहा।",
            "उन्होंने कहा की बैठक होगी।",
            "बैठक अाज हुई।",
            "सब ठीक है।",
        ] {
            assert_eq!(words(text), [""; 0], "{text}");
        }
    }
}
