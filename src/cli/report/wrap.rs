//! Sentences as wide as the terminal.

use unicode_width::UnicodeWidthStr as _;

/// Breaks a sentence between words into lines of `columns` columns, of which `before` are taken on the first line and `margin`
/// on the others. A word that is wider than a line is left to the terminal.
pub fn wrap(sentence: &str, before: usize, margin: usize, columns: usize) -> Vec<String> {
    let (mut lines, mut line, mut column) = (Vec::new(), String::new(), before);
    for (at, word) in sentence.split(' ').enumerate() {
        let width = word.width();
        if at > 0 && column + 1 + width > columns {
            lines.push(std::mem::take(&mut line));
            column = margin;
        } else if at > 0 {
            line.push(' ');
            column += 1;
        }
        line.push_str(word);
        column += width;
    }
    lines.push(line);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_broken_between_words_where_it_would_be_too_wide() {
        let sentence = "कैलेंडर में 16 मार्च 2025 रविवार है, शनिवार नहीं।";
        let lines = wrap(sentence, 22, 2, 40);
        assert!(lines[0].width() <= 18 && lines[1..].iter().all(|line| line.width() <= 38), "{lines:?}");
        assert_eq!((lines.len(), lines.join(" ").as_str()), (2, sentence));
        assert_eq!(wrap(sentence, 0, 2, 140), [sentence]);
    }

    #[test]
    fn a_word_that_is_too_wide_stands_alone_and_whole() {
        let lines = wrap("देखें: https://example.org/a/long/path", 30, 2, 30);
        assert_eq!(lines, ["देखें:", "https://example.org/a/long/path"]);
        assert_eq!(wrap("", 3, 2, 40), [""]);
    }
}
