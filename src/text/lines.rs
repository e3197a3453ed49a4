//! Lines and columns of a document.

use std::ops::Range;

use super::boundary::ceil_char_boundary;

/// Where the lines of a document begin. A line ends with `\n`, `\r\n` or `\r`.
#[derive(Clone, Debug)]
pub struct Lines {
    starts: Vec<u32>,
    /// The width of the text before each [`STRIDE`]: a column is counted from there, however long its line.
    before: Vec<Width>,
}

/// Number of bytes between two places up to which the width of the text is known in advance.
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
        let bytes = text.as_bytes();
        let ends_here = |at: &usize| bytes[*at] == b'\n' || bytes.get(at + 1) != Some(&b'\n');
        let ends = memchr::memchr2_iter(b'\n', b'\r', bytes).filter(ends_here);
        let widths = bytes.chunks(STRIDE).scan(Width::default(), |sum, stride| {
            *sum = sum.and(Width::of(stride));
            Some(*sum)
        });
        Lines {
            starts: std::iter::once(0).chain(ends.map(|at| at as u32 + 1)).collect(),
            before: std::iter::once(Width::default()).chain(widths).collect(),
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
            let stride = offset / STRIDE;
            self.before[stride].and(Width::of(&text.as_bytes()[stride * STRIDE..offset]))
        };
        before(stretch.end).without(before(stretch.start))
    }

    /// A place in a line, not far before its end or the place that is sought, from which to count on: the text of
    /// the line before it is not wider than what `fits`. Returns its offset and that width.
    pub fn near(&self, text: &str, number: usize, fits: impl Fn(Width) -> bool) -> (usize, Width) {
        let start = self.start(number);
        let end = start + self.text(text, number).len();
        let first = start / STRIDE + 1;
        let Some(strides) = self.before.get(first..=end / STRIDE).filter(|strides| !strides.is_empty())
        else {
            return (start, Width::default());
        };
        let ahead = self.width(text, start..first * STRIDE);
        let from_start = |width: &Width| ahead.and(width.without(strides[0]));
        match strides.partition_point(|width| fits(from_start(width))) {
            0 => (start, Width::default()),
            // The character that a stride begins in the middle of is part of the width before it
            number => {
                (ceil_char_boundary(text, (first + number - 1) * STRIDE), from_start(&strides[number - 1]))
            }
        }
    }
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
