//! One spelling in all articles of a folder: what a writer has decided in one of them.

use crate::diagnostics::{Diagnostic, Snapshot};
use crate::ide::alike::{INCONSISTENT, alike};
use crate::rules::{Message, Rule, across};
use crate::text::{Span, normal};

/// A spelling that is to take the place of others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Respelling {
    /// The rule that advises it.
    pub rule: &'static str,
    /// What is written.
    pub from: Vec<String>,
    /// What is to be written.
    pub to: String,
}

impl Respelling {
    /// What a mark advises for its own words and those of the same name, if it is a matter of spelling that
    /// other articles may have too.
    pub fn of(snapshot: &Snapshot, mark: &Diagnostic) -> Option<Respelling> {
        let (_, to) = mark.fixes.first()?.edits.first()?;
        let written = |mark: &Diagnostic| mark.span.of(&snapshot.text).to_owned();
        if !Rule::is_spelling(mark.rule) {
            return None;
        }
        let alike = alike(snapshot, mark).map(|(_, mark)| written(mark));
        let mut from: Vec<String> = alike.chain([written(mark)]).collect();
        from.sort();
        from.dedup();
        Some(Respelling { rule: mark.rule, from, to: to.clone() })
    }

    /// What it does, in the imperative.
    pub fn title(&self) -> Message {
        Message::new(
            format!("पूरे फ़ोल्डर में “{}” लिखें", self.to),
            format!("write “{}” in the whole folder", self.to),
        )
    }

    /// Whether a document may have something to respell, for those who have not read it.
    pub fn may_concern(&self, text: &str) -> bool {
        self.from.iter().any(|from| text.contains(from.as_str()))
    }

    /// What to replace in an article, in order. A name is respelt where it stands as a word; of other marks only
    /// those that advise the same.
    pub fn edits(&self, snapshot: &Snapshot) -> Vec<(Span, String)> {
        if self.rule == INCONSISTENT || self.rule == across::CODE {
            return self.words(snapshot).map(|span| (span, self.to.clone())).collect();
        }
        let is_meant = |mark: &&Diagnostic| {
            mark.rule == self.rule && self.from.iter().any(|from| from == mark.span.of(&snapshot.text))
        };
        let fixes = snapshot.diagnostics().iter().filter(is_meant).filter_map(|mark| mark.fixes.first());
        let edits = fixes.filter(|fix| fix.edits.iter().all(|(_, text)| *text == self.to));
        edits.flat_map(|fix| fix.edits.iter().cloned()).collect()
    }

    fn words<'a>(&'a self, snapshot: &'a Snapshot) -> impl Iterator<Item = Span> + 'a {
        let looks: Vec<_> = self.from.iter().map(|from| normal::same_look(from)).collect();
        snapshot.article.blocks.iter().flat_map(move |block| {
            let looks = looks.clone();
            let is_meant = move |token: &&crate::text::Token| {
                token.is_devanagari() && looks.contains(&normal::same_look(block.word(**token)))
            };
            block.tokens.iter().filter(is_meant).filter_map(|token| block.to_editable(token.span))
        })
    }
}
