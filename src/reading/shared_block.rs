//! What is read of a block, as readings and snapshots of the article share it.

use std::ops::Deref;
use std::sync::Arc;

use super::actors::Mention;
use super::block::BlockReading;
use super::quotation::Neighbours;
use super::time::TimeMention;

/// What is read of a block: by itself, and by the article. It is the same as long as that is.
#[derive(Clone, Debug)]
pub struct SharedBlock {
    reading: Arc<BlockReading>,
    pub(super) resolved: Arc<ResolvedBlock>,
}

/// What the article has resolved of a block. Numbers of blocks in it mean nothing.
#[derive(Clone, Debug, Default)]
pub struct ResolvedBlock {
    pub(super) mentions: Vec<Mention>,
    pub(super) times: Vec<TimeMention>,
    pub(super) around: Neighbours,
}

impl SharedBlock {
    /// A block of which nothing is resolved.
    pub(super) fn new(reading: BlockReading) -> SharedBlock {
        SharedBlock { reading: Arc::new(reading), resolved: Arc::default() }
    }

    /// What the article has resolved of it, to be changed.
    pub(super) fn resolved_mut(&mut self) -> &mut ResolvedBlock {
        Arc::make_mut(&mut self.resolved)
    }

    /// Who is mentioned in it, if it has this number.
    pub(crate) fn mentions(&self, block: usize) -> impl Iterator<Item = Mention> + '_ {
        self.resolved.mentions.iter().map(move |mention| Mention { block, ..mention.clone() })
    }

    /// The times that it mentions, if it has this number.
    pub(crate) fn times(&self, block: usize) -> impl Iterator<Item = TimeMention> + '_ {
        self.resolved.times.iter().map(move |time| TimeMention { block, ..time.clone() })
    }
}

impl Deref for SharedBlock {
    type Target = BlockReading;

    fn deref(&self) -> &BlockReading {
        &self.reading
    }
}
