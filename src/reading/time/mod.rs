//! What an article says about time: expressions read by a small grammar over tokens, then settled
//! against the dateline.

mod expression;
mod resolve;

pub use expression::{Part, TimeExpression, find};
pub use resolve::{Direction, TimeMention, resolve};
