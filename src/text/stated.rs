//! Days that a document gives of itself beside its text: in front matter, `<meta>`, JSON-LD, `<time>`.

use super::Span;

/// A day that a document gives of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatedDay {
    /// What the day is of.
    pub kind: StatedKind,
    /// Where in the order of trust the name stands among those of its kind; the lowest is the best.
    pub rank: u8,
    /// The name that it has in the document: `pubDate`, `article:published_time`.
    pub name: String,
    /// What is written, entities decoded.
    pub value: String,
    /// Where it stands in the document.
    pub span: Span,
}

/// What a day is of that a document gives of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StatedKind {
    /// The article's publication.
    Published,
    /// Something on the page: `<time datetime>`.
    Shown,
    /// The last change.
    Modified,
}

/// Names of the day of publication in front matter and in `<meta>`, in lower case and without `_`, `-` and `:`, in the
/// order of trust.
const PUBLISHED: [&str; 22] = [
    "date",
    "तारीख",
    "तारीख़",
    "तिथि",
    "दिनांक",
    "pubdate",
    "publishdate",
    "published",
    "datepublished",
    "articlepublishedtime",
    "ogpublishedtime",
    "publishedat",
    "publishedon",
    "publisheddate",
    "publishedtime",
    "publishtime",
    "publicationdate",
    "dc.date",
    "dc.date.issued",
    "parselypubdate",
    "datecreated",
    "created",
];

/// Names of the day of the last change.
const MODIFIED: [&str; 9] = [
    "lastmod",
    "datemodified",
    "modified",
    "updated",
    "lastmodified",
    "articlemodifiedtime",
    "ogupdatedtime",
    "updatedat",
    "lastbuilddate",
];

/// What a name says, and where it stands in the order of trust.
pub(super) fn kind_of(name: &str) -> Option<(StatedKind, u8)> {
    let name = plain_name(name);
    let rank_in = |names: &[&str]| names.iter().position(|known| *known == name).map(|at| at as u8);
    let published = rank_in(&PUBLISHED).map(|rank| (StatedKind::Published, rank));
    published.or_else(|| rank_in(&MODIFIED).map(|rank| (StatedKind::Modified, rank)))
}

/// A name in front matter or `<meta>` as it is looked up: in lower case, without `_`, `-` and `:`.
pub(super) fn plain_name(name: &str) -> String {
    name.trim().chars().filter(|c| !matches!(c, '_' | '-' | ':')).flat_map(char::to_lowercase).collect()
}

/// Whether a document calls a day of itself by this name: `pubDate`, `updated`.
pub fn is_name_of_day(name: &str) -> bool {
    kind_of(name).is_some()
}

impl StatedDay {
    /// What a name with a value says of the day; `None` if it says nothing of it.
    pub(super) fn of(name: &str, value: &str, span: Span) -> Option<StatedDay> {
        let (kind, rank) = kind_of(name)?;
        Some(StatedDay { kind, rank, name: name.trim().to_owned(), value: value.to_owned(), span })
    }
}

/// Maximum number of days that are kept of a document.
pub(super) const MAX_STATED: usize = 64;
