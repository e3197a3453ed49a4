//! The card on a name that the article spells in more than one way: the evidence, and which to keep.

use super::Card;
use crate::diagnostics::Snapshot;
use crate::ide::wording::{escape, say};
use crate::newsroom::Locale;
use crate::reading::Variants;
use crate::rules::why_kept;
use crate::text::Span;

/// The card on the spelling at a byte of the document.
pub(super) fn card(snapshot: &Snapshot, offset: usize, locale: Locale) -> Option<Card> {
    let variants = snapshot.variants_at(offset)?;
    let heading = say(locale, "एक नाम, कई वर्तनियाँ", "One name, several spellings");
    let markdown = format!("**{heading}**\n\n{}", evidence(variants, locale));
    Some(Card { span: span_at(snapshot, variants, offset)?, markdown })
}

fn span_at(snapshot: &Snapshot, variants: &Variants, offset: usize) -> Option<Span> {
    let places = variants.spellings.iter().flat_map(|spelling| &spelling.places);
    places.map(|place| snapshot.span_of(*place)).find(|span| span.touches_caret(offset))
}

/// The spellings with their counts, the one to keep in bold, and why that one.
pub(super) fn evidence(variants: &Variants, locale: Locale) -> String {
    let line = |(number, spelling): (usize, &crate::reading::Spelling)| {
        let text = escape(&spelling.text);
        let text = if number == variants.kept { format!("**{text}**") } else { text };
        let count = spelling.places.len();
        match locale {
            Locale::Hi => format!("- {text}: {count} बार\n"),
            Locale::En => format!("- {text}: {count}×\n"),
        }
    };
    let lines: String = variants.spellings.iter().enumerate().map(line).collect();
    let kept = &variants.spellings[variants.kept];
    let (text, why) = (escape(&kept.text), why_kept(variants));
    match locale {
        Locale::Hi => format!("{lines}\n“{text}” रखें ({})।", why.hi),
        Locale::En => format!("{lines}\nKeep “{text}” ({}).", why.en),
    }
}

#[cfg(test)]
mod tests {
    use crate::diagnostics::test_support::{at, snapshot};
    use crate::newsroom::Locale;

    const TEXT: &str = "धुलेश्वर में अम्फान से नुक़सान हुआ। अंफान के बाद अम्फान की चर्चा रही।";

    #[test]
    fn an_unknown_name_shows_its_spellings() {
        let snapshot = snapshot(TEXT, "");
        let card = super::super::hover(&snapshot, at(TEXT, "अंफान"), Locale::Hi).unwrap();
        assert_eq!(card.span.of(TEXT), "अंफान");
        assert_eq!(
            card.markdown,
            "**एक नाम, कई वर्तनियाँ**\n\n- **अम्फान**: 2 बार\n- अंफान: 1 बार\n\n\
             “अम्फान” रखें (यही ज़्यादा बार आया)।"
        );
    }

    #[test]
    fn a_word_with_nothing_behind_it_has_no_card() {
        let snapshot = snapshot(TEXT, "");
        assert_eq!(super::super::hover(&snapshot, at(TEXT, "नुक़सान"), Locale::Hi), None);
    }
}
