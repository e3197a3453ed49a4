//! What stands around a caret: the word, the name, the sentence, the paragraph.

use crate::diagnostics::Snapshot;
use crate::text::{Span, Token};

/// The stretches of the document around byte `offset`, from the smallest to the whole; each holds the one
/// before it and is larger.
pub fn around(snapshot: &Snapshot, offset: usize) -> Vec<Span> {
    let whole = Span::new(0, snapshot.text.len());
    let mut wider = Vec::new();
    if let Some((number, at)) = word_at(snapshot, offset) {
        let block = &snapshot.article.blocks[number];
        wider.push(block.to_document(block.tokens[at].span));
        let name = snapshot
            .mentions()
            .iter()
            .find(|mention| mention.block == number && mention.tokens.range().contains(&at));
        wider.extend(name.map(|name| block.to_document(name.span)));
        let sentence = block.sentences.iter().find(|sentence| sentence.contains(&at));
        wider.extend(sentence.map(|sentence| {
            let (first, last) = (block.tokens[sentence.start], block.tokens[sentence.end - 1]);
            block.to_document(first.span.to(last.span))
        }));
    }
    wider.extend(block_at(snapshot, offset).map(|number| snapshot.article.blocks[number].document_span()));
    wider.push(whole);
    let mut out: Vec<Span> = Vec::new();
    for span in wider {
        let holds = |inner: &Span| span.start <= inner.start && inner.end <= span.end && span != *inner;
        if out.last().is_none_or(holds) {
            out.push(span);
        }
    }
    out
}

/// The token at byte `offset`, as numbers of a block and of its tokens. Between two that touch a word is
/// chosen before a mark, else the one after.
pub(super) fn word_at(snapshot: &Snapshot, offset: usize) -> Option<(usize, usize)> {
    let number = block_at(snapshot, offset)?;
    let block = &snapshot.article.blocks[number];
    let span = |at: usize| block.to_document(block.tokens[at].span);
    let before = |token: &Token| (block.to_document(token.span).end as usize) < offset;
    let first = block.tokens.partition_point(before);
    let touching = (first..block.tokens.len()).take_while(|&at| span(at).start as usize <= offset);
    touching.max_by_key(|&at| (block.tokens[at].is_word(), at)).map(|at| (number, at))
}

/// The block at byte `offset`.
fn block_at(snapshot: &Snapshot, offset: usize) -> Option<usize> {
    let blocks = &snapshot.article.blocks;
    let number = blocks.partition_point(|block| block.start as usize <= offset).checked_sub(1)?;
    (offset <= blocks[number].document_span().end as usize).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::test_support::{at, markdown, plain};

    fn texts<'a>(snapshot: &'a Snapshot, part: &str) -> Vec<&'a str> {
        let spans = around(snapshot, at(&snapshot.text, part));
        spans.into_iter().map(|span| span.of(&snapshot.text)).collect()
    }

    #[test]
    fn a_caret_stands_in_a_word_a_name_a_sentence_a_paragraph_and_the_article() {
        let text = "शीर्षक\r\nबैठक 😀 हुई। व्लादिमीर पुतिन आए।\r\nअंत";
        assert_eq!(
            texts(&plain(text), "तिन"),
            ["पुतिन", "व्लादिमीर पुतिन", "व्लादिमीर पुतिन आए।", "बैठक 😀 हुई। व्लादिमीर पुतिन आए।", text]
        );
        assert_eq!(texts(&plain(text), "र्षक"), ["शीर्षक", text], "one word is a sentence and a paragraph");
        assert_eq!(texts(&plain(text), "।"), ["हुई", "बैठक 😀 हुई।", "बैठक 😀 हुई। व्लादिमीर पुतिन आए।", text]);
    }

    #[test]
    fn markup_is_part_of_what_it_is_inside_of() {
        let text = "# शीर्षक\n\n*बैठक* **हुई**। वे\nलौटे।\n";
        assert_eq!(texts(&markdown(text), "हुई"), ["हुई", "बैठक* **हुई**।", "बैठक* **हुई**। वे\nलौटे।", text]);
        assert_eq!(texts(&markdown(text), "# "), [text]);
    }

    #[test]
    fn every_stretch_holds_the_one_before() {
        let text = "😀\n\n“हम आएंगे।” उन्होंने कहा (12 मार्च)।\r\n\r\n";
        let snapshot = plain(text);
        for offset in (0..=text.len()).filter(|&at| text.is_char_boundary(at)) {
            let spans = around(&snapshot, offset);
            assert!(
                spans.windows(2).all(|p| p[1].start <= p[0].start && p[0].end <= p[1].end && p[0] != p[1])
            );
            assert_eq!(spans.last(), Some(&Span::new(0, text.len())));
        }
        assert_eq!(around(&plain(""), 0), [Span::new(0, 0)]);
    }
}
