//! What blocks are called as long as they stand in the article, whatever is written before them.

use super::changes::Changes;

/// What a block is called as long as it stands in the article.
pub(crate) type BlockId = u32;

/// The blocks of an article by their ids.
#[derive(Clone, Debug, Default)]
pub(crate) struct BlockIds {
    /// The ids of the blocks, in order.
    ids: Vec<BlockId>,
    /// The ids of the blocks that were replaced last.
    gone: Vec<BlockId>,
    /// The number of the block with each id; of those that no block has anything.
    numbers: Vec<u32>,
    /// Ids that no block has. Those of blocks that were replaced last come to them with the next update.
    free: Vec<BlockId>,
    retired: Vec<BlockId>,
}

impl BlockIds {
    /// Gives ids to new blocks. Where as many take the place of others, they take their ids, too.
    pub fn update(&mut self, changes: &Changes) {
        self.free.append(&mut self.retired);
        let start = changes.read.start;
        self.gone.clear();
        self.gone.extend_from_slice(&self.ids[start..start + changes.replaced]);
        if !changes.moves_blocks() {
            return;
        }
        let new: Vec<BlockId> = changes.read.clone().map(|_| self.unused()).collect();
        self.retired.extend(self.ids.splice(start..start + changes.replaced, new));
        for number in start..self.ids.len() {
            self.numbers[self.ids[number] as usize] = number as u32;
        }
    }

    /// The ids of the blocks that were replaced last.
    pub fn gone(&self) -> &[BlockId] {
        &self.gone
    }

    /// The id of the block with a number.
    pub fn id(&self, number: usize) -> BlockId {
        self.ids[number]
    }

    /// The number of the block with an id.
    pub fn number(&self, id: BlockId) -> usize {
        self.numbers[id as usize] as usize
    }

    fn unused(&mut self) -> BlockId {
        self.free.pop().unwrap_or_else(|| {
            self.numbers.push(0);
            self.numbers.len() as u32 - 1
        })
    }
}
