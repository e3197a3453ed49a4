//! What is on the page: letters, words, sentences and blocks of one document.
//!
//! The lowest floor of the house. It knows Devanagari as a script and documents as markup, but no
//! language, no name and no date. Every position is a byte offset (see [`Span`]). Reading any input
//! succeeds; the one thing refused is bytes that are no text ([`decode()`]).

mod akshara;
mod article;
pub(crate) mod boundary;
pub(crate) mod damage;
mod decode;
mod desk;
mod edit;
mod field;
pub(crate) mod fold;
pub(crate) mod legacy;
pub(crate) mod letter_bytes;
pub(crate) mod letters;
mod lines;
pub(crate) mod markup;
pub(crate) mod mojibake;
pub(crate) mod normal;
mod not_prose;
mod parse;
mod place;
mod printable;
mod prose;
mod sample;
mod sentence;
mod span;
mod stated;
mod token;
mod token_range;

pub use akshara::aksharas;
pub use article::{Article, Block, BlockBody, BlockKind};
pub use decode::{Encoding, NotText, decode};
pub use desk::{desk, is_name_of_desk};
pub use edit::Edit;
pub use field::Field;
pub use letters::devanagari_digits;
pub use lines::{Lines, Position, Width};
pub use markup::Format;
pub use place::Place;
pub use printable::printable;
pub use prose::Prose;
pub(crate) use sample::sample;
pub use sentence::sentences;
pub use span::Span;
pub use stated::{StatedDay, StatedKind, is_name_of_day};
pub use token::{Script, Token, TokenKind, tokens};
pub use token_range::TokenRange;
