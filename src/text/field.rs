//! The parts of an article: its running text, and what is told of it elsewhere in the document.

use serde::Deserialize;

/// Which part of an article a block is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Field {
    /// Running text, with the headings in it.
    #[default]
    Body,
    /// The headline: `title` of front matter, `<title>`, `og:title`, a heading of level 1.
    Headline,
    /// The line under the headline: `subtitle`.
    Standfirst,
    /// What lists and search engines show: `description`, `summary`, `excerpt`, `og:description`.
    Description,
    /// The line under a picture: `<figcaption>`, `caption`.
    Caption,
    /// What is read out instead of a picture: `alt`.
    #[serde(rename = "alt")]
    ImageText,
}

/// The keys of front matter that hold prose, in lower case and without `_` and `-`.
const KEYS: [(&str, Field); 21] = [
    ("title", Field::Headline),
    ("headline", Field::Headline),
    ("seotitle", Field::Headline),
    ("metatitle", Field::Headline),
    ("ogtitle", Field::Headline),
    ("linktitle", Field::Headline),
    ("शीर्षक", Field::Headline),
    ("subtitle", Field::Standfirst),
    ("subheadline", Field::Standfirst),
    ("standfirst", Field::Standfirst),
    ("deck", Field::Standfirst),
    ("lead", Field::Standfirst),
    ("description", Field::Description),
    ("metadescription", Field::Description),
    ("seodescription", Field::Description),
    ("ogdescription", Field::Description),
    ("summary", Field::Description),
    ("excerpt", Field::Description),
    ("abstract", Field::Description),
    ("caption", Field::Caption),
    ("alt", Field::ImageText),
];

/// The names of `<meta>` whose content is prose, in lower case.
const META: [(&str, Field); 8] = [
    ("og:title", Field::Headline),
    ("twitter:title", Field::Headline),
    ("title", Field::Headline),
    ("description", Field::Description),
    ("og:description", Field::Description),
    ("twitter:description", Field::Description),
    ("og:image:alt", Field::ImageText),
    ("twitter:image:alt", Field::ImageText),
];

impl Field {
    /// The name of the field in reports for programs.
    pub fn name(self) -> &'static str {
        match self {
            Field::Body => "body",
            Field::Headline => "headline",
            Field::Standfirst => "standfirst",
            Field::Description => "description",
            Field::Caption => "caption",
            Field::ImageText => "alt",
        }
    }

    /// The field that a key of front matter names; of tables within it only what belongs to a picture.
    pub(super) fn of_key(key: &str, is_nested: bool) -> Option<Field> {
        let key: String =
            key.chars().filter(|c| !matches!(c, '_' | '-')).flat_map(char::to_lowercase).collect();
        let field = KEYS.iter().find(|(name, _)| *name == key)?.1;
        let is_of_picture = matches!(field, Field::Caption | Field::ImageText);
        (is_of_picture || !is_nested).then_some(field)
    }

    /// The field that a `<meta>` of a name, or of a property, holds.
    pub(super) fn of_meta(name: &str) -> Option<Field> {
        META.iter().find(|(known, _)| known.eq_ignore_ascii_case(name.trim())).map(|(_, field)| *field)
    }
}

/// Whether a character may mean something else than itself in YAML, TOML, JSON or an attribute of HTML.
pub(super) fn is_syntax(c: char) -> bool {
    c.is_ascii_control() || "\"'\\:#[]{},&*!|>%@`<-?~=".contains(c)
}
