//! `textDocument/semanticTokens/*`: actors and dates in colour.
//!
//! A client that knows our own types colours people unlike places; any other gets standard types.

use rustc_hash::FxHashMap;
use tower_lsp::lsp_types::{
    Range, SemanticToken, SemanticTokenModifier, SemanticTokenType, SemanticTokens, SemanticTokensDelta,
    SemanticTokensEdit, SemanticTokensFullDeltaResult, SemanticTokensLegend, Url,
};

use super::cursor::Cursor;
use crate::diagnostics::Snapshot;
use crate::ide::semantic_tokens::{Class, Highlight, highlights};
use crate::newsroom::Kind;
use crate::server::position::LineMapper;

/// Our types in the order of the legend, each with the standard type for a client that does not know it.
const TYPES: [(Class, &str, SemanticTokenType); 7] = [
    (Class::Actor(Kind::Person), "person", SemanticTokenType::CLASS),
    (Class::Actor(Kind::Organisation), "organisation", SemanticTokenType::NAMESPACE),
    (Class::Actor(Kind::Place), "place", SemanticTokenType::ENUM_MEMBER),
    (Class::Actor(Kind::Work), "work", SemanticTokenType::STRING),
    (Class::Date, "date", SemanticTokenType::NUMBER),
    (Class::Actor(Kind::Programme), "programme", SemanticTokenType::INTERFACE),
    (Class::Actor(Kind::Event), "event", SemanticTokenType::EVENT),
];

/// Our own types.
pub const OWN: [SemanticTokenType; 7] = [
    SemanticTokenType::new("person"),
    SemanticTokenType::new("organisation"),
    SemanticTokenType::new("place"),
    SemanticTokenType::new("work"),
    SemanticTokenType::new("date"),
    SemanticTokenType::new("programme"),
    SemanticTokenType::new("event"),
];

/// What the numbers in tokens mean, for a client that knows these types (`semanticTokens.tokenTypes` of its
/// capabilities). The numbers are the same for every client.
pub fn legend(known: &[SemanticTokenType]) -> SemanticTokensLegend {
    let name = |(_, own, standard): &(Class, &'static str, SemanticTokenType)| {
        let own = SemanticTokenType::new(own);
        if known.contains(&own) { own } else { standard.clone() }
    };
    SemanticTokensLegend {
        token_types: TYPES.iter().map(name).collect(),
        token_modifiers: vec![SemanticTokenModifier::DECLARATION, SemanticTokenModifier::DEPRECATED],
    }
}

/// The tokens of an article, or of what touches a range of it, as the protocol counts them.
pub fn tokens(snapshot: &Snapshot, page: LineMapper<'_>, range: Option<Range>) -> Vec<SemanticToken> {
    let (mut cursor, mut before) = (Cursor::new(page), (0, 0));
    let encode = |highlight: Highlight| {
        let start = cursor.position(highlight.span.start as usize);
        let same_line = start.line == before.0;
        let token = SemanticToken {
            delta_line: start.line - before.0,
            delta_start: if same_line { start.character - before.1 } else { start.character },
            length: page.encoding.width(highlight.span.of(page.text)) as u32,
            token_type: TYPES.iter().position(|(class, ..)| *class == highlight.class).unwrap_or(0) as u32,
            token_modifiers_bitset: u32::from(highlight.is_first) | u32::from(highlight.is_avoided) << 1,
        };
        before = (start.line, start.character);
        token
    };
    highlights(snapshot, range.map(|range| page.span(range))).into_iter().map(encode).collect()
}

/// What each open article was answered last, so that the next answer can be short.
#[derive(Debug, Default)]
pub struct Answered {
    count: u64,
    last: FxHashMap<Url, (String, Vec<SemanticToken>)>,
}

impl Answered {
    /// The answer to `full`.
    pub fn full(&mut self, uri: &Url, tokens: Vec<SemanticToken>) -> SemanticTokens {
        let result_id = Some(self.remember(uri, tokens.clone()));
        SemanticTokens { result_id, data: tokens }
    }

    /// The answer to `full/delta`: what changed since the answer `previous`, if that was the last one.
    pub fn delta(
        &mut self,
        uri: &Url,
        previous: &str,
        tokens: Vec<SemanticToken>,
    ) -> SemanticTokensFullDeltaResult {
        let Some((_, old)) = self.last.remove(uri).filter(|(id, _)| id == previous) else {
            return SemanticTokensFullDeltaResult::Tokens(self.full(uri, tokens));
        };
        let edits = difference(&old, &tokens);
        let result_id = Some(self.remember(uri, tokens));
        SemanticTokensFullDeltaResult::TokensDelta(SemanticTokensDelta { result_id, edits })
    }

    /// Forgets an article that was closed.
    pub fn forget(&mut self, uri: &Url) {
        self.last.remove(uri);
    }

    fn remember(&mut self, uri: &Url, tokens: Vec<SemanticToken>) -> String {
        self.count += 1;
        let id = self.count.to_string();
        self.last.insert(uri.clone(), (id.clone(), tokens));
        id
    }
}

/// A token is five numbers.
const NUMBERS: u32 = 5;

/// The one edit that makes `new` of `old`; none if they are the same.
fn difference(old: &[SemanticToken], new: &[SemanticToken]) -> Vec<SemanticTokensEdit> {
    let start = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let (rest_old, rest_new) = (&old[start..], &new[start..]);
    let end = rest_old.iter().rev().zip(rest_new.iter().rev()).take_while(|(a, b)| a == b).count();
    let (deleted, added) = (rest_old.len() - end, &rest_new[..rest_new.len() - end]);
    if deleted == 0 && added.is_empty() {
        return Vec::new();
    }
    vec![SemanticTokensEdit {
        start: start as u32 * NUMBERS,
        delete_count: deleted as u32 * NUMBERS,
        data: (!added.is_empty()).then(|| added.to_vec()),
    }]
}

#[cfg(test)]
mod tests {
    use tower_lsp::lsp_types::Position;

    use super::*;
    use crate::diagnostics::test_support::plain;
    use crate::server::features::sample::{ENCODINGS, page, uri};
    use crate::server::position::Encoding;

    const TEXT: &str = "😀 पुतिन, 12 मार्च को 😀 रूस में।\r\n\r\n😀😀 भाजपा चुप है, पुतिन भी।";

    /// Line, column, length, type and modifiers of each token.
    fn absolute(tokens: &[SemanticToken]) -> Vec<[u32; 5]> {
        let (mut line, mut column) = (0, 0);
        let place = |token: &SemanticToken| {
            column = if token.delta_line == 0 { column + token.delta_start } else { token.delta_start };
            line += token.delta_line;
            [line, column, token.length, token.token_type, token.token_modifiers_bitset]
        };
        tokens.iter().map(place).collect()
    }

    fn numbers(tokens: &[SemanticToken]) -> Vec<u32> {
        let five = |t: &SemanticToken| {
            [t.delta_line, t.delta_start, t.length, t.token_type, t.token_modifiers_bitset]
        };
        tokens.iter().flat_map(five).collect()
    }

    #[test]
    fn columns_and_lengths_are_what_the_client_counts() {
        let snapshot = plain(TEXT);
        for (encoding, columns) in ENCODINGS.into_iter().zip([
            [(5, 15), (22, 18), (53, 9), (9, 15), (43, 15)],
            [(3, 5), (10, 8), (25, 3), (5, 5), (19, 5)],
            [(2, 5), (9, 8), (23, 3), (3, 5), (17, 5)],
        ]) {
            let found = absolute(&tokens(&snapshot, page(&snapshot, encoding), None));
            // Person, date, place, organisation, and the person again
            let kinds = [(0, 0, 1), (0, 4, 0), (0, 2, 1), (2, 1, 1), (2, 0, 0)];
            let expected: Vec<_> = columns
                .iter()
                .zip(kinds)
                .map(|(&(column, length), (line, kind, first))| [line, column, length, kind, first])
                .collect();
            assert_eq!(found, expected, "{encoding:?}");
        }
    }

    #[test]
    fn a_range_counts_from_the_beginning_of_the_document() {
        let snapshot = plain(TEXT);
        let page = page(&snapshot, Encoding::Utf16);
        let range = Range { start: Position::new(1, 0), end: Position::new(9, 0) };
        let found = absolute(&tokens(&snapshot, page, Some(range)));
        assert_eq!(found, absolute(&tokens(&snapshot, page, None))[3..]);
    }

    #[test]
    fn a_delta_is_one_small_edit() {
        let of = |text: &str| {
            let snapshot = plain(text);
            tokens(&snapshot, page(&snapshot, Encoding::Utf16), None)
        };
        let texts = [
            "",
            "रूस",
            TEXT,
            "😀 पुतिन, 13 मई को 😀 रूस में।\r\n\r\nभाजपा चुप है, पुतिन भी।",
            "पुतिन\n\n\nरूस चीन जापान",
        ];
        for before in texts {
            for after in texts {
                let mut answered = Answered::default();
                let full = answered.full(&uri(), of(before));
                let delta = answered.delta(&uri(), full.result_id.as_deref().unwrap(), of(after));
                let SemanticTokensFullDeltaResult::TokensDelta(delta) = delta else { panic!("{delta:?}") };
                assert_ne!(delta.result_id, full.result_id);
                assert_eq!(delta.edits.is_empty(), before == after);
                let mut made = numbers(&full.data);
                for edit in &delta.edits {
                    let (start, end) = (edit.start as usize, (edit.start + edit.delete_count) as usize);
                    made.splice(start..end, numbers(edit.data.as_deref().unwrap_or_default()));
                }
                assert_eq!(made, numbers(&of(after)), "{before:?} to {after:?}");
            }
        }
        let edits = difference(&of("रूस, चीन, जापान"), &of("रूस, भारत, जापान"));
        assert_eq!((edits[0].start, edits[0].delete_count), (5, 10), "the name and the distance after it");
    }

    #[test]
    fn a_delta_to_an_answer_that_is_not_known_is_full() {
        let mut answered = Answered::default();
        let first = answered.full(&uri(), Vec::new()).result_id.unwrap();
        answered.full(&uri(), Vec::new());
        let old = answered.delta(&uri(), &first, Vec::new());
        assert!(matches!(old, SemanticTokensFullDeltaResult::Tokens(_)), "{old:?}");
        answered.forget(&uri());
        assert!(matches!(answered.delta(&uri(), "3", Vec::new()), SemanticTokensFullDeltaResult::Tokens(_)));
    }

    #[test]
    fn a_client_gets_types_that_it_knows() {
        let names = |known: &[SemanticTokenType]| {
            let types = legend(known).token_types;
            types.iter().map(|name| name.as_str().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(
            names(&[SemanticTokenType::CLASS]),
            ["class", "namespace", "enumMember", "string", "number", "interface", "event"]
        );
        let own = ["person", "place"].map(SemanticTokenType::new);
        assert_eq!(names(&own), ["person", "namespace", "place", "string", "number", "interface", "event"]);
    }
}
