//! A document as the protocol describes it, written as plainly as can be: the model that the server is
//! compared with.

use serde_json::{Value, json};

/// A document and what its columns count: `utf-8`, `utf-16` or `utf-32`.
#[derive(Clone, Debug)]
pub struct Page {
    pub text: String,
    pub encoding: &'static str,
}

/// A change as a client sends it. Without places it is the whole text.
#[derive(Clone, Debug)]
pub struct Change {
    pub range: Option<[(u32, u32); 2]>,
    pub text: String,
}

impl Change {
    pub fn to_json(&self) -> Value {
        let place = |(line, character): (u32, u32)| json!({"line": line, "character": character});
        match self.range {
            Some([a, b]) => json!({"range": {"start": place(a), "end": place(b)}, "text": self.text}),
            None => json!({"text": self.text}),
        }
    }
}

impl Page {
    /// How many columns a text is wide.
    pub fn width(&self, text: &str) -> usize {
        match self.encoding {
            "utf-8" => text.len(),
            "utf-16" => text.encode_utf16().count(),
            _ => text.chars().count(),
        }
    }

    /// The lines, each as the bytes where it begins and ends, without what ends it.
    pub fn lines(&self) -> Vec<(usize, usize)> {
        let (mut lines, mut start) = (Vec::new(), 0);
        let mut rest = self.text.char_indices().peekable();
        while let Some((at, c)) = rest.next() {
            if c == '\r' && rest.peek().is_some_and(|&(_, next)| next == '\n') {
                rest.next();
                lines.push((start, at));
                start = at + 2;
            } else if c == '\r' || c == '\n' {
                lines.push((start, at));
                start = at + 1;
            }
        }
        lines.push((start, self.text.len()));
        lines
    }

    /// The byte of a place: one past the end of its line is the end of the line, one inside of a
    /// character its beginning, one past the last line the end.
    pub fn byte(&self, (line, column): (u32, u32)) -> usize {
        let Some(&(start, end)) = self.lines().get(line as usize) else { return self.text.len() };
        let fits = |at: &usize| self.width(&self.text[start..*at]) <= column as usize;
        let boundaries = (start..=end).filter(|&at| self.text.is_char_boundary(at));
        boundaries.take_while(fits).last().unwrap_or(start)
    }

    /// The place of a byte, as the protocol writes it.
    pub fn place(&self, byte: usize) -> Value {
        let lines = self.lines();
        let line = lines.iter().rposition(|&(start, _)| start <= byte).unwrap_or(0);
        json!({"line": line, "character": self.width(&self.text[lines[line].0..byte])})
    }

    /// The range of the first time that a part stands in the text.
    pub fn range(&self, part: &str) -> Value {
        let start = self.text.find(part).expect("the part is in the text");
        json!({"start": self.place(start), "end": self.place(start + part.len())})
    }

    pub fn apply(&mut self, change: &Change) {
        let Some([a, b]) = change.range else {
            self.text = change.text.clone();
            return;
        };
        let (a, b) = (self.byte(a), self.byte(b));
        self.text.replace_range(a.min(b)..a.max(b), &change.text);
    }
}
