//! What the article says: mentions of actors and times, its dateline, the spellings of its names.
//!
//! A [`Reader`] reads blocks one by one ([`BlockReading`], a pure function of the block) and then the
//! article as a whole ([`Reading`]): who is meant, which day is meant. It judges nothing; that is for
//! the rules.

mod actors;
mod article_reading;
mod block;
mod block_ids;
mod block_view;
mod changes;
pub(crate) mod clause;
mod counter;
pub(crate) mod dateline;
mod foreign_letters;
mod incremental;
mod name_use;
mod names;
mod namesakes;
pub(crate) mod other_time;
mod pieces;
pub(crate) mod quotation;
mod reader;
mod reader_pool;
mod repair;
mod shared_block;
pub mod spelling;
mod stated_date;
pub(crate) mod time;
mod title;
mod titled_part;
mod variants;
mod vocabulary;
mod word_index;

pub use actors::Mention;
pub use article_reading::Reading;
pub use block::BlockReading;
pub(crate) use block_ids::{BlockId, BlockIds};
pub use block_view::BlockView;
pub use changes::Changes;
pub use dateline::{DateHints, Dateline, DatelineSource, date_in_file_name};
pub use incremental::ReadingState;
pub use name_use::NameUse;
pub use pieces::Pieces;
pub use reader::Reader;
pub use reader_pool::{ReaderGuard, ReaderPool};
pub use repair::{Repair, is_known};
pub use shared_block::SharedBlock;
pub use time::TimeMention;
pub use title::{Title, TitleContext};
pub use variants::{Because, Spelling, Variants};
pub use vocabulary::{Joined, Vocabulary, Word, WordId};
pub use word_index::WordIndex;
