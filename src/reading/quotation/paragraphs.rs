//! Quotations that run over several paragraphs: the first opens, the last closes, those between may open again.

use std::ops::Range;

use super::marks::{Family, Form, Neighbour, QuotationMark, Side};
use super::{Fate, Neighbours, Quotations};
use crate::text::BlockKind;

/// Maximum number of paragraphs of one quotation.
const MAX_PARAGRAPHS: usize = 12;

/// Maximum number of quotations within each other that run over paragraphs.
const MAX_NESTED: usize = 2;

/// A mark that waits for the paragraph in which it is closed.
struct Open {
    block: usize,
    /// Its index among the marks of the block without a partner.
    loose: usize,
    /// Its token.
    token: u32,
    /// How many paragraphs there were before its own.
    paragraph: usize,
}

/// How far a change reaches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::reading) struct Reach {
    /// The blocks that have to be looked at.
    pub looked_at: Range<usize>,
    /// Those of them of whose quotations the article may say something else now.
    pub changed: Range<usize>,
}

impl Reach {
    /// The reach of a change of some blocks, of so many.
    ///
    /// A mark may have its partner [`MAX_PARAGRAPHS`] away. What waits for its partner where the blocks that are looked at
    /// begin is not known, and waits no more after as many.
    pub fn of(changed: Range<usize>, blocks: usize, kind: impl Fn(usize) -> BlockKind) -> Reach {
        let is_paragraph =
            |number: &usize| matches!(kind(*number), BlockKind::Paragraph | BlockKind::ListItem);
        let mut ahead = (0..changed.start).rev().filter(is_paragraph).skip(MAX_PARAGRAPHS);
        let (start, first) = (ahead.next(), ahead.nth(MAX_PARAGRAPHS));
        let mut behind = (changed.end..blocks).filter(is_paragraph).skip(MAX_PARAGRAPHS);
        let (end, last) = (behind.next(), behind.nth(MAX_PARAGRAPHS));
        Reach {
            looked_at: first.unwrap_or(0)..last.map_or(blocks, |last| last + 1),
            changed: start.unwrap_or(0)..end.map_or(blocks, |end| end + 1),
        }
    }
}

/// What the article says of the quotations of each block. Costs a look at each block, and at the marks of those that
/// have some without a partner, or stand behind one.
pub(in crate::reading) fn resolve<'a>(
    blocks: impl Iterator<Item = (BlockKind, &'a Quotations)>,
) -> Vec<Neighbours> {
    let mut out: Vec<Neighbours> = Vec::new();
    let (mut double, mut single): (Vec<Open>, Vec<Open>) = (Vec::new(), Vec::new());
    let mut paragraph = 0;
    for (number, (kind, quotations)) in blocks.enumerate() {
        let alone = std::iter::repeat_n(Fate::Alone, quotations.loose.len());
        out.push(Neighbours { fates: alone.collect(), ..Neighbours::default() });
        match kind {
            BlockKind::Cell | BlockKind::Field(_) => continue,
            // A quotation goes on behind a caption, but not behind a headline
            BlockKind::Heading(_) => {
                double.clear();
                single.clear();
                continue;
            }
            BlockKind::Paragraph | BlockKind::ListItem => {}
        }
        paragraph += 1;
        if quotations.marks.is_empty() {
            continue;
        }
        for (family, waiting) in [(Family::Double, &mut double), (Family::Single, &mut single)] {
            Step { family, number, paragraph, quotations }.take(waiting, &mut out);
        }
    }
    out
}

/// The marks of one family in one paragraph.
struct Step<'a> {
    family: Family,
    number: usize,
    paragraph: usize,
    quotations: &'a Quotations,
}

impl Step<'_> {
    /// Matches the marks of the paragraph with those that wait, and leaves those that wait for the next.
    fn take(&self, waiting: &mut Vec<Open>, out: &mut [Neighbours]) {
        waiting.retain(|open| self.paragraph - open.paragraph <= MAX_PARAGRAPHS);
        let marks = &self.quotations.marks;
        let Some(first) = marks.iter().find(|mark| mark.family() == self.family) else { return };
        let mut rest: Vec<usize> =
            (0..self.quotations.loose.len()).filter(|&at| self.mark(at).family() == self.family).collect();
        if first.side == Side::Opens && first.token == 0 {
            // Each paragraph opens again; where one does not follow at once, the quotation was not closed
            if let Some(open) = waiting.pop().filter(|open| open.paragraph + 1 == self.paragraph) {
                open.quote_tail(out);
            }
            waiting.clear();
        }
        while let Some(open) =
            waiting.pop_if(|_| rest.first().is_some_and(|&at| self.mark(at).side == Side::Closes))
        {
            let close = rest.remove(0);
            open.quote_tail(out);
            out[open.block + 1..self.number].iter_mut().for_each(|one| one.edges.head = u32::MAX);
            let edges = &mut out[self.number].edges;
            edges.head = edges.head.max(self.mark(close).token);
            out[self.number].fates[close] = Fate::Across;
        }
        self.match_loose(&rest, waiting, &mut out[self.number]);
    }

    fn mark(&self, loose: usize) -> &QuotationMark {
        &self.quotations.marks[self.quotations.loose[loose] as usize]
    }

    /// Matches marks without a partner with each other, where one may have its space on the wrong side. Those that open
    /// wait for the next paragraph.
    fn match_loose(&self, rest: &[usize], waiting: &mut Vec<Open>, around: &mut Neighbours) {
        let mut at = 0;
        while let Some(&loose) = rest.get(at) {
            let mark = self.mark(loose);
            let next = rest.get(at + 1).map(|&next| self.mark(next)).filter(|next| next.side == mark.side);
            let is_pair = next.is_some_and(|next| match mark.side {
                // है," ये पहला मौक़ा है।"
                Side::Closes => {
                    is_free(mark.form) && mark.left == Neighbour::End && mark.right == Neighbour::Space
                }
                // "हम आएँगे, "उन्होंने कहा
                Side::Opens => is_free(next.form) && next.left == Neighbour::Space && next.is_after_end,
            });
            if is_pair && rest[at + 1] == loose + 1 {
                (around.fates[loose], around.fates[loose + 1]) = (Fate::WithNext, Fate::WithLast);
                at += 2;
                continue;
            }
            if mark.side == Side::Opens {
                if waiting.len() == MAX_NESTED {
                    waiting.remove(0);
                }
                let (block, token, paragraph) = (self.number, mark.token, self.paragraph);
                waiting.push(Open { block, loose, token, paragraph });
            }
            at += 1;
        }
    }
}

impl Open {
    /// The rest of its paragraph is quoted.
    fn quote_tail(&self, out: &mut [Neighbours]) {
        out[self.block].fates[self.loose] = Fate::Across;
        let edges = &mut out[self.block].edges;
        edges.tail = edges.tail.min(self.token);
    }
}

/// Whether a mark has no shape that tells its side.
fn is_free(form: Form) -> bool {
    form.lean().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Field, tokens};

    #[test]
    fn a_quotation_goes_on_behind_a_caption_and_ends_at_a_headline() {
        let of = |text: &str| super::super::find(text, &tokens(text));
        let (open, close) = (of("वे बोले, “पानी आया।"), of("फिर बिजली गई।”"));
        let between = of("बाढ़ का दृश्य");
        let fate = |kind: BlockKind| {
            let blocks = [(BlockKind::Paragraph, &open), (kind, &between), (BlockKind::Paragraph, &close)];
            resolve(blocks.into_iter())[0].fates[0]
        };
        assert_eq!(fate(BlockKind::Field(Field::Caption)), Fate::Across);
        assert_eq!(fate(BlockKind::Heading(2)), Fate::Alone);
    }
}
