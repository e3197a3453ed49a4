//! What a rule says: findings and their fixes.

use std::sync::Arc;

use super::Edits;
use crate::newsroom::Message;
use crate::text::{Place, Span};

/// One occurrence of what a rule looks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule's code: `date/weekday`.
    pub rule: &'static str,
    /// The code of the newsroom's own pattern that is found, `style/NAME`; none of any other rule.
    pub pattern: Option<Arc<str>>,
    /// What is marked.
    pub place: Place,
    /// What is wrong, why, and what to do.
    pub message: Message,
    /// Other places that belong to it. Findings about one thing share them.
    pub related: Arc<Related>,
    /// Its fixes, the best first.
    pub fixes: Vec<Fix>,
    /// A doubt rather than a fault: reported as a hint whatever the rule's severity.
    pub is_question: bool,
    /// What is known only up to a day before the article's: reported as information at most.
    pub is_dated: bool,
}

/// A finding points to at most so many other places; the counts in its message are of all.
pub const MAX_RELATED: usize = 50;

/// Places that belong to a finding, and what is there.
pub type Related = Vec<(Place, Message)>;

/// Whether a fix may be made without a look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applicability {
    /// The meaning cannot change: `--fix` makes it.
    Safe,
    /// A person decides.
    Suggested,
}

impl Applicability {
    /// Safe where something is certain.
    pub fn safe_if(is_certain: bool) -> Applicability {
        if is_certain { Applicability::Safe } else { Applicability::Suggested }
    }

    /// Whether it is [`Safe`](Applicability::Safe).
    pub fn is_safe(self) -> bool {
        self == Applicability::Safe
    }
}

/// One fix of a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does, in the imperative.
    pub title: Message,
    /// Whether it may be made without a look.
    pub applicability: Applicability,
    /// What is replaced by what.
    pub edits: Edits,
}

impl Finding {
    /// A finding without related places or fixes.
    pub fn new(rule: &'static str, place: Place, message: Message) -> Finding {
        Finding {
            rule,
            pattern: None,
            place,
            message,
            related: Arc::default(),
            fixes: Vec::new(),
            is_question: false,
            is_dated: false,
        }
    }

    /// The code that is shown and written: that of the rule, or of the newsroom's own pattern.
    pub fn code(&self) -> &str {
        self.pattern.as_deref().unwrap_or(self.rule)
    }

    /// The same finding after blocks have got other numbers; `related` are its related places with these.
    #[must_use]
    pub fn renumbered(mut self, number_of: impl Fn(usize) -> usize, related: Arc<Related>) -> Finding {
        let renumber = |place: &mut Place| place.block = number_of(place.block);
        renumber(&mut self.place);
        self.fixes.iter_mut().for_each(|fix| fix.edits.renumber(renumber));
        Finding { related, ..self }
    }

    /// Moves places in a block to where they stand now. Returns whether that is known of each; where not, some may have moved.
    pub fn follow(&mut self, block: usize, place_now: impl Fn(Span) -> Option<Span>) -> bool {
        let mut is_known = true;
        let mut follow = |place: &mut Place| {
            if place.block == block {
                let now = place_now(place.span);
                is_known &= now.is_some();
                place.span = now.unwrap_or(place.span);
            }
        };
        follow(&mut self.place);
        if self.related.iter().any(|(place, _)| place.block == block) {
            Arc::make_mut(&mut self.related).iter_mut().for_each(|(place, _)| follow(place));
        }
        self.fixes.iter_mut().for_each(|fix| fix.edits.renumber(&mut follow));
        is_known
    }

    /// The same finding as that of one of the newsroom's own patterns.
    #[must_use]
    pub fn of_pattern(self, code: Arc<str>) -> Finding {
        Finding { pattern: Some(code), ..self }
    }

    /// With another place that belongs to it.
    #[must_use]
    pub fn relate(mut self, place: Place, message: Message) -> Finding {
        Arc::make_mut(&mut self.related).push((place, message));
        self
    }

    /// With a fix that replaces the marked text.
    #[must_use]
    pub fn replace_with(self, text: impl Into<String>, applicability: Applicability) -> Finding {
        let place = self.place;
        self.fix(place, text, applicability)
    }

    /// With a fix that edits a stretch of one block. The title shows the stretch as it will
    /// read, so that it is never a bare number.
    #[must_use]
    pub fn fix_within(
        mut self,
        shown: Place,
        prose: &str,
        edits: Vec<(Span, String)>,
        applicability: Applicability,
    ) -> Finding {
        let shown_as = edited(shown.span, prose, &edits);
        let title = Message::new(format!("“{shown_as}” लिखें"), format!("write “{shown_as}”"));
        let edits = edits.into_iter().map(|(span, text)| (Place { span, ..shown }, text)).collect();
        self.fixes.push(Fix { title, applicability, edits: Edits::Each(edits) });
        self
    }

    /// With a fix that may change the meaning, under a title of its own.
    #[must_use]
    pub fn fix_titled(mut self, title: Message, place: Place, text: impl Into<String>) -> Finding {
        self.fixes.push(Fix {
            title,
            applicability: Applicability::Suggested,
            edits: vec![(place, text.into())].into(),
        });
        self
    }

    /// With a fix that replaces another stretch.
    #[must_use]
    pub fn fix(mut self, place: Place, text: impl Into<String>, applicability: Applicability) -> Finding {
        let text = text.into();
        let title = Message::new(format!("“{text}” लिखें"), format!("write “{text}”"));
        self.fixes.push(Fix { title, applicability, edits: vec![(place, text)].into() });
        self
    }
}

/// A stretch of prose as it reads after some edits within it.
pub(super) fn edited(shown: Span, prose: &str, edits: &[(Span, String)]) -> String {
    let mut edits: Vec<_> = edits.iter().collect();
    edits.sort_by_key(|(span, _)| span.start);
    let (mut out, mut from) = (String::new(), shown.start);
    for (span, text) in edits {
        out.push_str(Span { start: from, end: span.start }.of(prose));
        out.push_str(text);
        from = span.end;
    }
    out.push_str(Span { start: from, end: shown.end }.of(prose));
    out
}
