//! The line of an article that a finding stands in, cut to the width of the terminal, with the mark under its words.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr as _;

use crate::text::boundary::floor_char_boundary;
use crate::text::printable;

/// What stands in the place of text that is cut off.
const CUT: &str = "…";

/// Letters of Hindi with all their signs take less than so many bytes for a column.
const MAX_BYTES_A_COLUMN: usize = 9;

/// Two lines of one width: the text, and the mark below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceLine {
    pub text: String,
    pub mark: String,
}

/// A piece of text that stands together on the screen, with the columns it takes.
struct Cluster<'a> {
    text: &'a str,
    columns: usize,
    is_marked: bool,
}

/// Cuts a line between what people take for letters, so that it takes `columns` at most and the mark, which is a range
/// of its bytes, stands about in the middle. Of a mark that is wider the beginning is shown.
pub fn source_line(line: &str, mark: Range<usize>, columns: usize) -> SourceLine {
    let mark = mark.start..mark.end.max(mark.start + 1);
    let shown = around(line, &mark, columns);
    let clusters: Vec<Cluster<'_>> = line[shown.clone()]
        .grapheme_indices(true)
        .map(|(at, text)| (shown.start + at, text))
        .map(|(at, text)| Cluster {
            // A tab is as wide as the terminal likes
            text: if text == "\t" { " " } else { text },
            columns: if text == "\t" { 1 } else { text.width() },
            is_marked: at < mark.end && mark.start < at + text.len(),
        })
        .collect();
    let is_cut = shown.len() < line.len();
    let (from, to) = window(&clusters, columns, is_cut);
    let (mut text, mut under) = (String::new(), String::new());
    if from > 0 || shown.start > 0 {
        text.push_str(CUT);
        under.push(' ');
    }
    for cluster in &clusters[from..to] {
        text.push_str(cluster.text);
        under.extend(std::iter::repeat_n(if cluster.is_marked { '━' } else { ' ' }, cluster.columns));
    }
    if to < clusters.len() || shown.end < line.len() {
        text.push_str(CUT);
    }
    // A mark between two letters, or at the end of the line
    if !under.contains('━') {
        under.push('━');
    }
    SourceLine { text: printable(&text).into_owned(), mark: under.trim_end().to_owned() }
}

/// The part of a line that can be shown: more than enough on both sides of the mark, cut between words where there are any. A
/// line may be a whole article, and would be drawn anew for every mark.
fn around(line: &str, mark: &Range<usize>, columns: usize) -> Range<usize> {
    let reach = columns.saturating_mul(MAX_BYTES_A_COLUMN);
    let [earliest, before] =
        [2, 1].map(|reaches| floor_char_boundary(line, mark.start.saturating_sub(reaches * reach)));
    let end = mark.start + mark.len().min(reach);
    let [after, latest] =
        [1, 2].map(|reaches| floor_char_boundary(line, end.saturating_add(reaches * reach)));
    let start = line[earliest..before].rfind(' ').map_or(earliest, |at| earliest + at);
    start..line[after..latest].find(' ').map_or(latest, |at| after + at)
}

/// Which clusters are shown; `is_cut` tells that there are more.
fn window(clusters: &[Cluster<'_>], columns: usize, is_cut: bool) -> (usize, usize) {
    let width = |clusters: &[Cluster<'_>]| clusters.iter().map(|cluster| cluster.columns).sum::<usize>();
    if !is_cut && width(clusters) <= columns {
        return (0, clusters.len());
    }
    let room = columns.saturating_sub(2);
    let marked = clusters.iter().position(|cluster| cluster.is_marked).unwrap_or(clusters.len());
    let after = clusters[marked..].iter().take_while(|cluster| cluster.is_marked).count();
    let spare = room.saturating_sub(width(&clusters[marked..marked + after]));
    // Half of what is left goes before the mark, or more where there is little behind it
    let behind = width(&clusters[marked + after..]);
    let before = (spare / 2).max(spare.saturating_sub(behind));
    let mut from = marked;
    let mut taken = 0;
    while from > 0 && taken + clusters[from - 1].columns <= before {
        from -= 1;
        taken += clusters[from].columns;
    }
    let mut to = from;
    let mut taken = 0;
    while to < clusters.len() && taken + clusters[to].columns <= room {
        taken += clusters[to].columns;
        to += 1;
    }
    (from, to)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(line: &str, words: &str, columns: usize) -> SourceLine {
        let start = line.find(words).unwrap();
        source_line(line, start..start + words.len(), columns)
    }

    fn line(text: &str, mark: &str) -> SourceLine {
        SourceLine { text: text.to_owned(), mark: mark.to_owned() }
    }

    #[test]
    fn a_short_line_is_shown_whole_with_the_mark_below_its_words() {
        assert_eq!(
            of("पुल खुला।", "खुला", 40),
            line("पुल खुला।", &format!("{}{}", " ".repeat("पुल ".width()), "━".repeat("खुला".width())))
        );
    }

    #[test]
    fn a_long_line_is_cut_between_letters_on_both_sides() {
        let news = "राज्य सरकार ने किसानों के लिए नई योजना शुरू की और मंत्री ने इसकी जानकारी विधानसभा में दी।";
        for columns in 12..60 {
            let shown = of(news, "योजना", columns);
            assert!(shown.text.width() <= columns, "{columns}: {shown:?}");
            let middle = shown.text.trim_matches('…');
            assert!(news.contains(middle) && middle.contains("योजना"), "{columns}: {shown:?}");
            let start = news.find(middle).unwrap();
            let boundaries: Vec<usize> =
                news.grapheme_indices(true).map(|(at, _)| at).chain([news.len()]).collect();
            assert!(
                boundaries.contains(&start) && boundaries.contains(&(start + middle.len())),
                "{columns}: {shown:?}"
            );
            let before = &shown.text[..shown.text.find("योजना").unwrap()];
            assert_eq!(shown.mark, " ".repeat(before.width()) + &"━".repeat("योजना".width()), "{columns}");
        }
    }

    #[test]
    fn a_mark_wider_than_the_line_or_without_letters_is_still_seen() {
        let shown = of("बहुत लंबा नाम यहाँ", "बहुत लंबा नाम यहाँ", 8);
        assert!(shown.text.starts_with("बहुत") && shown.text.width() <= 8, "{shown:?}");
        assert_eq!(source_line("आया", 9..9, 40), line("आया", &format!("{}━", " ".repeat("आया".width()))));
        assert_eq!(source_line("", 0..0, 40), line("", "━"));
    }

    #[test]
    fn a_word_in_a_paragraph_is_shown_as_in_a_short_line() {
        let sentence = "राज्य सरकार ने किसानों के लिए नई योजना शुरू की और मंत्री ने इसकी जानकारी विधानसभा में दी। ";
        let paragraph = sentence.repeat(200) + "नौकरी योजनाए बंद होंगी। " + &sentence.repeat(200);
        let short = sentence.repeat(2) + "नौकरी योजनाए बंद होंगी। " + &sentence.repeat(2);
        assert_eq!(of(&paragraph, "योजनाए", 40), of(&short, "योजनाए", 40));
    }

    #[test]
    fn what_would_move_the_cursor_is_written_out() {
        assert_eq!(of("क\u{1b}[2Jख", "क", 40).text, "क\\u{1b}[2Jख");
    }
}
