//! Lines and columns of a document.

use std::ops::Range;

use super::Edit;
use super::boundary::ceil_char_boundary;

/// Where the lines of a document begin. A line ends with `\n`, `\r\n` or `\r`.
#[derive(Clone, Debug)]
pub struct Lines {
    starts: Vec<u32>,
    /// Places not far from each other, in order, the first at the beginning: a column is counted from there, however
    /// long its line.
    marks: Vec<Mark>,
}

/// A place up to which the width of the text is known in advance.
#[derive(Clone, Copy, Debug, Default)]
struct Mark {
    offset: u32,
    before: Width,
}

/// Number of bytes between two marks of a text that was not edited.
const STRIDE: usize = 256;

/// How wide a stretch of text is, for whoever counts in something else than bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Width {
    /// Unicode scalar values.
    pub characters: u32,
    /// How many of them are outside the Basic Multilingual Plane: four bytes of UTF-8.
    pub supplementary: u32,
}

/// A place as people count it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// From 1.
    pub line: usize,
    /// In Unicode scalar values, from 1.
    pub column: usize,
}

impl Lines {
    /// Finds the lines of a document.
    pub fn of(text: &str) -> Lines {
        let mut lines = Lines { starts: vec![0], marks: vec![Mark::default()] };
        lines.starts.extend(starts(text, 0..text.len()));
        lines.add_marks(text, text.len());
        lines
    }

    /// The lines of a document after an edit, in a time that hardly grows with it.
    pub fn after(&self, edit: Edit, text: &str) -> Lines {
        let moved = |offset: u32| (offset as usize - edit.old_end + edit.new_end) as u32;
        // A line break just before the edit may have got, or lost, its other half
        let from = edit.start.saturating_sub(1);
        let kept = self.starts.partition_point(|&start| start as usize <= from);
        let behind = self.starts.partition_point(|&start| start as usize <= edit.old_end);
        let mut starts_now = Vec::with_capacity(self.starts.len() + 1);
        starts_now.extend_from_slice(&self.starts[..kept]);
        starts_now.extend(starts(text, from..edit.new_end));
        starts_now.extend(self.starts[behind..].iter().map(|&start| moved(start)));

        let kept = self.marks.partition_point(|mark| mark.offset as usize <= edit.start);
        let behind = self.marks.partition_point(|mark| mark.offset as usize <= edit.old_end);
        let mut lines = Lines { starts: starts_now, marks: Vec::with_capacity(self.marks.len() + 1) };
        lines.marks.extend_from_slice(&self.marks[..kept]);
        let Some(next) = self.marks.get(behind) else {
            lines.add_marks(text, text.len());
            return lines;
        };
        let (offset, old) = (moved(next.offset), next.before);
        lines.add_marks(text, offset as usize);
        let last = lines.marks[lines.marks.len() - 1];
        let new = last.before.and(Width::of(&text.as_bytes()[last.offset as usize..offset as usize]));
        lines.marks.extend(
            self.marks[behind..]
                .iter()
                .map(|mark| Mark { offset: moved(mark.offset), before: new.and(mark.before.without(old)) }),
        );
        lines
    }

    /// Marks places up to `end`, where the last is far behind.
    fn add_marks(&mut self, text: &str, end: usize) {
        let mut last = self.marks[self.marks.len() - 1];
        while last.offset as usize + 2 * STRIDE <= end {
            let stretch = last.offset as usize..last.offset as usize + STRIDE;
            let before = last.before.and(Width::of(&text.as_bytes()[stretch.clone()]));
            last = Mark { offset: stretch.end as u32, before };
            self.marks.push(last);
        }
    }

    /// The number of lines; a document that ends with a line break has an empty last line.
    pub fn count(&self) -> usize {
        self.starts.len()
    }

    /// The number of the line with byte `offset`, from 0.
    pub fn number(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start as usize <= offset) - 1
    }

    /// The bytes of a line, from 0, without what ends it.
    pub fn text<'a>(&self, text: &'a str, number: usize) -> &'a str {
        let start = self.start(number);
        let end = self.starts.get(number + 1).map_or(text.len(), |&next| next as usize);
        text[start..end].trim_end_matches(['\n', '\r'])
    }

    /// The offset at which a line, from 0, begins.
    pub fn start(&self, number: usize) -> usize {
        self.starts[number] as usize
    }

    /// The line and column of byte `offset` of `text`.
    pub fn position(&self, text: &str, offset: usize) -> Position {
        let number = self.number(offset);
        let column = self.width(text, self.start(number)..offset).characters;
        Position { line: number + 1, column: 1 + column as usize }
    }

    /// The width of a stretch of `text`, in a time that does not grow with it.
    pub fn width(&self, text: &str, stretch: Range<usize>) -> Width {
        if stretch.len() < STRIDE {
            return Width::of(&text.as_bytes()[stretch]);
        }
        let before = |offset: usize| {
            let mark = self.marks[self.marks.partition_point(|mark| mark.offset as usize <= offset) - 1];
            mark.before.and(Width::of(&text.as_bytes()[mark.offset as usize..offset]))
        };
        before(stretch.end).without(before(stretch.start))
    }

    /// A place in a line, not far before its end or the place that is sought, from which to count on: the text of
    /// the line before it is not wider than what `fits`. Returns its offset and that width.
    pub fn near(&self, text: &str, number: usize, fits: impl Fn(Width) -> bool) -> (usize, Width) {
        let start = self.start(number);
        let end = start + self.text(text, number).len();
        let up_to = |offset: usize| self.marks.partition_point(|mark| mark.offset as usize <= offset);
        let marks = &self.marks[up_to(start)..up_to(end).max(up_to(start))];
        let Some(first) = marks.first() else { return (start, Width::default()) };
        let ahead = Width::of(&text.as_bytes()[start..first.offset as usize]);
        let from_start = |mark: &Mark| ahead.and(mark.before.without(first.before));
        match marks.partition_point(|mark| fits(from_start(mark))) {
            0 => (start, Width::default()),
            // The character that a mark stands in the middle of is part of the width before it
            number => {
                let mark = &marks[number - 1];
                (ceil_char_boundary(text, mark.offset as usize), from_start(mark))
            }
        }
    }
}

/// Where lines begin behind the line breaks in a stretch of `text`.
fn starts(text: &str, stretch: Range<usize>) -> impl Iterator<Item = u32> + '_ {
    let bytes = text.as_bytes();
    let ends_here = move |at: &usize| bytes[*at] == b'\n' || bytes.get(at + 1) != Some(&b'\n');
    let ends = memchr::memchr2_iter(b'\n', b'\r', &bytes[stretch.clone()]).map(move |at| stretch.start + at);
    ends.filter(ends_here).map(|at| at as u32 + 1)
}

impl Width {
    /// The width of a stretch of UTF-8; a character counts where it begins.
    fn of(bytes: &[u8]) -> Width {
        const ONES: u64 = 0x0101_0101_0101_0101;
        let mut width = Width::default();
        // Eight bytes at once, each counted in a byte of its own, which has room for so many
        for part in bytes.chunks(8 * 255) {
            let (eights, rest) = part.as_chunks();
            let (mut begun, mut supplementary) = (0, 0);
            for eight in eights {
                let bits = u64::from_le_bytes(*eight);
                begun += (!(bits >> 7) | bits >> 6) & ONES;
                supplementary += bits >> 7 & bits >> 6 & bits >> 5 & bits >> 4 & ONES;
            }
            let count = |begins: fn(u8) -> bool| rest.iter().filter(|&&byte| begins(byte)).count() as u32;
            width.characters += sum_of_bytes(begun) + count(|byte| byte & 0xC0 != 0x80);
            width.supplementary += sum_of_bytes(supplementary) + count(|byte| byte >= 0xF0);
        }
        width
    }

    fn and(self, next: Width) -> Width {
        Width {
            characters: self.characters + next.characters,
            supplementary: self.supplementary + next.supplementary,
        }
    }

    fn without(self, before: Width) -> Width {
        Width {
            characters: self.characters - before.characters,
            supplementary: self.supplementary - before.supplementary,
        }
    }
}

fn sum_of_bytes(number: u64) -> u32 {
    number.to_le_bytes().into_iter().map(u32::from).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn a_stretch_is_as_wide_as_its_characters(text in "[a😀क\\n]{0,900}", copies in 1..5_usize) {
            let text = text.repeat(copies);
            let characters = text.chars().count() as u32;
            let supplementary = text.chars().filter(|c| c.len_utf8() == 4).count() as u32;
            proptest::prop_assert_eq!(Width::of(text.as_bytes()), Width { characters, supplementary });
        }
    }

    proptest::proptest! {
        #[test]
        fn lines_after_edits_are_those_of_a_new_text(
            edits in proptest::collection::vec((proptest::prelude::any::<proptest::sample::Index>(), 0..300_usize, "[a😀क\\n\\r]{0,40}", 0..40_usize), 1..12),
        ) {
            let mut text = String::new();
            let mut lines = Lines::of(&text);
            for (place, length, piece, copies) in edits {
                let start = super::super::boundary::floor_char_boundary(&text, place.index(text.len() + 1));
                let end = super::super::boundary::floor_char_boundary(&text, start + length);
                let old = text.clone();
                text.replace_range(start..end, &piece.repeat(copies));
                lines = lines.after(Edit::between(&old, &text), &text);
                let fresh = Lines::of(&text);
                proptest::prop_assert_eq!(&lines.starts, &fresh.starts);
                for at in (0..=text.len()).step_by(7) {
                    proptest::prop_assert_eq!(lines.width(&text, 0..at), fresh.width(&text, 0..at));
                }
                for line in 0..lines.count() {
                    let width = |width: Width| width.characters < 300;
                    let (at, ahead) = lines.near(&text, line, width);
                    proptest::prop_assert_eq!(ahead, Width::of(&text.as_bytes()[lines.start(line)..at]));
                }
                proptest::prop_assert!(lines.marks.windows(2).all(|two| two[0].offset < two[1].offset));
            }
        }
    }

    #[test]
    fn columns_count_characters_and_lines_end_in_three_ways() {
        let text = "क😀ख\r\nग\rघ\n";
        let lines = Lines::of(text);
        let at = |part: &str| {
            let position = lines.position(text, text.find(part).unwrap());
            (position.line, position.column)
        };
        assert_eq!([at("क"), at("ख"), at("ग"), at("घ")], [(1, 1), (1, 3), (2, 1), (3, 1)]);
        assert_eq!((lines.text(text, 0), lines.text(text, 3)), ("क😀ख", ""));
    }

    #[test]
    fn columns_of_a_long_line_count_every_character_before() {
        let line = "पुल😀 ".repeat(STRIDE);
        let text = format!("पहली\n{line}\nअंतिम");
        let lines = Lines::of(&text);
        for (column, (at, _)) in line.char_indices().enumerate().step_by(7) {
            let expected = Position { line: 2, column: column + 1 };
            assert_eq!(lines.position(&text, "पहली\n".len() + at), expected);
        }
        assert_eq!(lines.position(&text, text.len()), Position { line: 3, column: 6 });
    }
}
