//! HTML.
use crate::text::Article;

pub(super) fn parse(text: &str) -> Article {
    super::plain::parse(text)
}
