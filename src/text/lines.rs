//! Lines and columns of a document.

/// Where the lines of a document begin. A line ends with `\n`, `\r\n` or `\r`.
#[derive(Clone, Debug)]
pub struct Lines {
    starts: Vec<u32>,
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
        Lines { starts: std::iter::once(0).chain(ends.map(|at| at as u32 + 1)).collect() }
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
        Position { line: number + 1, column: 1 + text[self.start(number)..offset].chars().count() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
