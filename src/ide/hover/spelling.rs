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
fn evidence(variants: &Variants, locale: Locale) -> String {
    let kept = &variants.spellings[variants.kept].text;
    let counted = variants.spellings.iter().map(|spelling| (&*spelling.text, spelling.places.len()));
    format!("{}\n\n{}", counts(counted, Some(kept), locale), why(variants, locale))
}

/// Forms with their counts, that to keep in bold: `**मॉस्को** 2 बार, मास्को 1 बार`.
pub(super) fn counts<'a>(
    forms: impl Iterator<Item = (&'a str, usize)>,
    kept: Option<&str>,
    locale: Locale,
) -> String {
    let form = |(text, count): (&str, usize)| {
        let shown = escape(text);
        let shown = if kept == Some(text) { format!("**{shown}**") } else { shown };
        format!("{shown} {count}{}", say(locale, " बार", "×"))
    };
    forms.map(form).collect::<Vec<_>>().join(", ")
}

/// Which spelling to keep, and why.
pub(super) fn why(variants: &Variants, locale: Locale) -> String {
    let (text, why) = (escape(&variants.spellings[variants.kept].text), why_kept(variants));
    match locale {
        Locale::Hi => format!("“{text}” रखें ({})।", why.hi),
        Locale::En => format!("Keep “{text}” ({}).", why.en),
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
            "**एक नाम, कई वर्तनियाँ**\n\n**अम्फान** 2 बार, अंफान 1 बार\n\n\
             “अम्फान” रखें (यही ज़्यादा बार आया)।"
        );
    }

    #[test]
    fn a_word_with_nothing_behind_it_has_no_card() {
        let snapshot = snapshot(TEXT, "");
        assert_eq!(super::super::hover(&snapshot, at(TEXT, "नुक़सान"), Locale::Hi), None);
    }
}
