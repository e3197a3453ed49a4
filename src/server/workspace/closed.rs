//! What is kept of an article that is not open.

use std::collections::BTreeMap;
use std::sync::Arc;

use tower_lsp::lsp_types::{Diagnostic, Url};

use crate::newsroom::Newsroom;
use crate::server::features::workspace_symbol::Symbol;

/// What is known of closed articles, by address.
pub type Overview = BTreeMap<Url, Arc<Closed>>;

/// What is known of an article that is not open.
#[derive(Clone, Debug)]
pub struct Closed {
    /// Another one where anything that is known has changed.
    pub id: String,
    /// What is marked in it.
    pub diagnostics: Box<[Diagnostic]>,
    /// What it names.
    pub symbols: Box<[Symbol]>,
    /// The newsroom that it was read for.
    pub newsroom: Arc<Newsroom>,
}
