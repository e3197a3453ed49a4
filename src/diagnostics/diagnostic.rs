//! What is wrong in a document, and where.

use std::borrow::Cow;
use std::sync::Arc;

use crate::newsroom::Severity;
use crate::rules::{Applicability, Finding, Fix, Message, Place, ignore, unused_ignore};
use crate::text::{Article, Block, Field, Span};

/// A finding with all that belongs to it, placed in the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The code of the rule.
    pub rule: &'static str,
    /// The code of the newsroom's own pattern that is found, `style/NAME`; none of any other rule.
    pub pattern: Option<Arc<str>>,
    /// How grave it is in this newsroom.
    pub severity: Severity,
    /// What is wrong, why, and what to do.
    pub message: Message,
    /// The marked bytes of the document.
    pub span: Span,
    /// In which part of the article it stands.
    pub field: Field,
    /// Other places that belong to it.
    pub related: Vec<(Span, Message)>,
    /// Ways to fix it, the best first.
    pub fixes: Vec<DocumentFix>,
    /// Whether it is shown: at most [`MAX_SHOWN_PER_RULE`](super::MAX_SHOWN_PER_RULE) of one rule are.
    pub is_shown: bool,
}

impl Diagnostic {
    /// The code that is shown and written: that of the rule, or of the newsroom's own pattern.
    pub fn code(&self) -> &str {
        self.pattern.as_deref().unwrap_or(self.rule)
    }
}

/// One way to fix a diagnostic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentFix {
    /// What it does, in the imperative.
    pub title: Message,
    /// Whether the meaning cannot change.
    pub applicability: Applicability,
    /// Bytes of the document and what replaces them.
    pub edits: Vec<(Span, String)>,
}

/// A finding with its span in the document. It becomes a [`Diagnostic`] when somebody looks at it.
#[derive(Clone, Debug)]
pub struct PlacedFinding {
    /// The marked bytes of the document.
    pub span: Span,
    /// How grave it is in this newsroom.
    pub severity: Severity,
    /// What is found, with places in blocks.
    pub finding: Arc<Finding>,
    /// Whether it is shown: see [`Diagnostic::is_shown`].
    pub is_shown: bool,
    /// How many more of its rule are not shown, which the last that is shown tells.
    pub further: usize,
}

impl PlacedFinding {
    /// A finding that is shown, at a place in the document.
    pub(super) fn new(span: Span, severity: Severity, finding: Arc<Finding>) -> PlacedFinding {
        PlacedFinding { span, severity, finding, is_shown: true, further: 0 }
    }

    /// What is wrong, why, what to do, and how much more there is of it.
    pub fn message(&self) -> Cow<'_, Message> {
        match self.further {
            0 => Cow::Borrowed(&self.finding.message),
            further => Cow::Owned(Message::new(
                format!("{} इसी नियम के {further} निशान और हैं, यहाँ नहीं दिखाए गए।", self.finding.message.hi),
                format!("{}; {further} more marks of this rule are not shown here", self.finding.message.en),
            )),
        }
    }

    /// The order in which findings are reported.
    pub(super) fn order(&self) -> (Span, &str, &str) {
        (self.span, self.finding.code(), &self.finding.message.en)
    }

    /// In which part of the article it stands; what is wrong in a comment stands in none.
    fn field(&self, article: &Article) -> Field {
        match self.finding.rule {
            ignore::CODE | unused_ignore::CODE => Field::Body,
            _ => article.blocks.get(self.finding.place.block).map_or(Field::Body, Block::field),
        }
    }

    /// Other places that belong to it, in the document.
    pub fn related<'a>(&'a self, article: &'a Article) -> impl Iterator<Item = (Span, &'a Message)> {
        let related = self.finding.related.iter();
        related.map(|(place, message)| (article.blocks[place.block].to_document(place.span), message))
    }

    /// The finding with its related places and fixes placed in the document.
    pub fn diagnostic(&self, article: &Article) -> Diagnostic {
        let edit = |(place, text): (Place, &str)| {
            Some((article.blocks[place.block].to_replaceable(place.span, text)?, text.to_owned()))
        };
        let in_document = |fix: &Fix| {
            let edits = fix.edits.iter().map(edit).collect::<Option<_>>()?;
            Some(DocumentFix { title: fix.title.clone(), applicability: fix.applicability, edits })
        };
        // Nobody looks at the places that belong to what is not shown
        let related = self.related(article).filter(|_| self.is_shown);
        Diagnostic {
            rule: self.finding.rule,
            pattern: self.finding.pattern.clone(),
            severity: self.severity,
            message: self.message().into_owned(),
            span: self.span,
            field: self.field(article),
            related: related.map(|(span, message)| (span, message.clone())).collect(),
            fixes: self.finding.fixes.iter().filter_map(in_document).collect(),
            is_shown: self.is_shown,
        }
    }
}
