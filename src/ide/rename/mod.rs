//! Another text for one form of a name, in the whole article.
//!
//! All spellings of the form are replaced (ट्रंप and ट्रम्प are one), and with a full name the short ones that are part
//! of it: with व्लादिमीर पूतिन for व्लादिमीर पुतिन, पुतिन becomes पूतिन. Other forms of the name stay. What is joined to a name
//! stays joined. Markup is never touched.

mod short_forms;

use crate::diagnostics::Snapshot;
use crate::ide::references::{honoured, honoured_at, is_mentioned};
use crate::newsroom::{Kind, NameRef};
use crate::reading::spelling::compare;
use crate::reading::{Mention, Variants};
use crate::rules::Message;
use crate::text::letters::{NUKTA, VIRAMA, is_joiner, is_matra, is_modifier};
use crate::text::{Block, Place, Span, TokenKind, tokens};

/// A name that can be renamed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renameable {
    /// Where it stands in the document.
    pub span: Span,
    /// What it is now, without markup.
    pub text: String,
}

/// What a new name changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Renaming {
    /// Stretches of the document and what replaces them, in order.
    pub edits: Vec<(Span, String)>,
    /// Where the name is interwoven with markup so that it cannot be replaced: left as it is.
    pub left: Vec<Span>,
    /// The number of places where the form itself gets another text.
    pub places: usize,
    /// The number of places where a short form does that is part of it.
    pub short_places: usize,
}

impl Renaming {
    /// What is told of short forms that are renamed along; `None` where there are none.
    pub fn summary(&self) -> Option<Message> {
        let (full, short) = (self.places, self.short_places);
        (short > 0).then(|| {
            Message::new(
                format!("पूरा नाम {full} बार बदला, और छोटा नाम {short} बार।"),
                format!("renamed the full name in {full} places and its short form in {short}"),
            )
        })
    }
}

/// The name at byte `offset`.
///
/// # Errors
/// A sentence for the writer, if there is no name or markup stands in its way.
pub fn prepare(snapshot: &Snapshot, offset: usize) -> Result<Renameable, Message> {
    let (place, _) = named_at(snapshot, offset).ok_or_else(no_name)?;
    let block = &snapshot.article.blocks[place.block];
    let text = place.span.of(block.text()).to_owned();
    if replace(block, place.span, &text).is_none() {
        return Err(interwoven());
    }
    Ok(Renameable { span: block.to_document(place.span), text })
}

/// The edits that give the name at byte `offset` the text `new`, wherever the article has it in this form.
///
/// # Errors
/// A sentence for the writer, if there is no name at `offset` or `new` is none.
pub fn rename(snapshot: &Snapshot, offset: usize, new: &str) -> Result<Renaming, Message> {
    let (here, named) = named_at(snapshot, offset).ok_or_else(no_name)?;
    let new = checked(new)?;
    let of_form = match named {
        Named::Form(mention) => {
            let mut places = places_of_form(snapshot, mention);
            places.extend(inside_longer_forms(snapshot, mention, &new));
            places
        }
        Named::Heard(variants) => variants.spellings.iter().flat_map(|s| s.places.clone()).collect(),
    };
    let mut places: Vec<(Place, bool, &str)> =
        of_form.into_iter().map(|place| (place, false, &*new)).collect();
    let short_forms = match named {
        Named::Form(mention) => short_forms::along(snapshot, mention, &new),
        Named::Heard(_) => Vec::new(),
    };
    for form in &short_forms {
        places.extend(
            places_of_form(snapshot, form.mention).into_iter().map(|place| (place, true, &*form.new)),
        );
    }
    places.sort();
    places.dedup_by_key(|(place, ..)| *place);
    let mut out = Renaming::default();
    for (place, is_short, new) in places {
        let block = &snapshot.article.blocks[place.block];
        match replace(block, place.span, new) {
            Some(edits) => {
                let before = out.edits.len();
                out.edits.extend(edits.into_iter().filter(|(span, text)| span.of(&snapshot.text) != text));
                let count = if is_short { &mut out.short_places } else { &mut out.places };
                *count += usize::from(out.edits.len() > before);
            }
            None if place == here => return Err(interwoven()),
            None => out.left.push(block.to_document(place.span)),
        }
    }
    Ok(out)
}

/// What a caret stands on.
enum Named<'a> {
    /// A form of the name of an actor.
    Form(&'a Mention),
    /// A name that nobody has listed.
    Heard(&'a Variants),
}

fn named_at(snapshot: &Snapshot, offset: usize) -> Option<(Place, Named<'_>)> {
    if let Some(mention) = snapshot.mention_at(offset) {
        return Some((place_of(mention), Named::Form(mention)));
    }
    let touched = |place: &Place| snapshot.span_of(*place).touches_caret(offset);
    if let Some((mention, _)) = honoured_at(snapshot, offset) {
        let place =
            honoured(snapshot, |other| is_same_form(snapshot, other, mention)).into_iter().find(touched)?;
        return Some((place, Named::Form(mention)));
    }
    let variants = snapshot.variants_at(offset)?;
    let place = variants.spellings.iter().flat_map(|s| s.places.iter().copied()).find(touched)?;
    // An unlisted spelling of a name that the article also has in a listed one
    let texts = || variants.spellings.iter().map(|spelling| spelling.text.as_str());
    let listed = snapshot.mentions().iter().find(|mention| {
        Some(mention.actor) == variants.actor && texts().any(|text| text == snapshot.words_of(mention))
    });
    Some((place, listed.map_or(Named::Heard(variants), Named::Form)))
}

fn place_of(mention: &Mention) -> Place {
    Place { block: mention.block, span: mention.span }
}

fn is_same_form(snapshot: &Snapshot, one: &Mention, other: &Mention) -> bool {
    (one.actor, one.form, one.latin) == (other.actor, other.form, other.latin)
        && (one.form != NameRef::PART || snapshot.words_of(one) == snapshot.words_of(other))
}

/// Where the article has a form of a name, in any spelling.
fn places_of_form(snapshot: &Snapshot, mention: &Mention) -> Vec<Place> {
    let of_form = || snapshot.mentions().iter().filter(|other| is_same_form(snapshot, other, mention));
    let mut out: Vec<Place> = of_form().map(place_of).collect();
    out.extend(honoured(snapshot, |other| is_same_form(snapshot, other, mention)));
    for variants in snapshot.variants.iter().filter(|variants| variants.actor == Some(mention.actor)) {
        let is_of_form = |text: &str| of_form().any(|other| snapshot.words_of(other) == text);
        if variants.spellings.iter().any(|spelling| is_of_form(&spelling.text)) {
            let places = variants.spellings.iter().flat_map(|spelling| spelling.places.iter().copied());
            out.extend(places.filter(|place| !is_mentioned(snapshot, *place)));
        }
    }
    out
}

/// Where a person's one-word name is part of a longer form, if the new name is only another spelling of it:
/// with ट्रम्प for ट्रंप, डोनाल्ड ट्रंप becomes डोनाल्ड ट्रम्प.
fn inside_longer_forms(snapshot: &Snapshot, mention: &Mention, new: &str) -> Vec<Place> {
    let actor = snapshot.newsroom.actor(mention.actor);
    let Some(form) = actor.names.get(mention.form as usize).map(|name| name.text.as_str()) else {
        return Vec::new();
    };
    let respelt = || compare(form, new, &snapshot.newsroom).same;
    if mention.latin || actor.kind != Kind::Person || form.contains(' ') || !respelt() {
        return Vec::new();
    }
    let longer = snapshot.mentions().iter().filter(|other| other.actor == mention.actor && !other.latin);
    let word_in = |other: &Mention| {
        let tokens = &snapshot.article.blocks[other.block].tokens;
        let words = other.tokens.range().filter(|&at| tokens[at].is_word());
        let preferred = actor.names.get(other.form as usize)?.text.split([' ', '-']);
        let is_as_long = other.form != mention.form && words.clone().count() == preferred.clone().count();
        let (at, _) = words.zip(preferred).find(|(_, word)| *word == form).filter(|_| is_as_long)?;
        Some(Place { block: other.block, span: tokens[at].span })
    };
    longer.filter_map(word_in).collect()
}

/// The edits that replace a stretch of prose: as a whole, or, where markup or a line break stands inside,
/// word by word. `None` if neither can be done.
fn replace(block: &Block, span: Span, new: &str) -> Option<Vec<(Span, String)>> {
    if let Some(place) = block.to_editable(span) {
        return Some(vec![(place, new.to_owned())]);
    }
    let old = span.of(block.text());
    let words: Vec<Span> = old
        .split_whitespace()
        .map(|word| {
            let start = span.start as usize + (word.as_ptr() as usize - old.as_ptr() as usize);
            Span::new(start, start + word.len())
        })
        .collect();
    let new: Vec<&str> = new.split(' ').collect();
    if words.len() < 2 || words.len() != new.len() {
        return None;
    }
    let edit = |(word, new): (&Span, &str)| Some((block.to_editable(*word)?, new.to_owned()));
    words.iter().zip(new).map(edit).collect()
}

/// Marks that names have.
const MARKS_OF_NAMES: &[char] = &['-', '–', '.', '(', ')', '\'', '’', ','];

/// A new name with single spaces.
fn checked(new: &str) -> Result<String, Message> {
    let name = new.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    if name.is_empty() {
        return Err(Message::new("नया नाम ख़ाली है।", "the new name is empty"));
    }
    let parts = tokens(&name);
    let shown: usize = parts.iter().map(|token| token.span.len()).sum();
    if shown + name.matches(' ').count() != name.len() {
        return Err(Message::new(
            "नए नाम में नई पंक्ति (Enter) या कोई अदृश्य अक्षर है।",
            "the new name has a line break or an invisible character",
        ));
    }
    let stranger = parts.iter().find_map(|token| match token.kind {
        TokenKind::Mark(c) if !MARKS_OF_NAMES.contains(&c) => Some(c),
        _ => None,
    });
    if let Some(c) = stranger {
        return Err(Message::new(format!("नाम में “{c}” नहीं हो सकता।"), format!("a name has no “{c}”")));
    }
    let first = name.chars().next().unwrap_or_default();
    let hangs = is_matra(first) || is_modifier(first) || is_joiner(first) || matches!(first, VIRAMA | NUKTA);
    if hangs || !parts.iter().any(|token| token.is_word()) || !parts[0].is_word() {
        return Err(Message::new("नाम किसी अक्षर से शुरू होना चाहिए।", "a name begins with a letter"));
    }
    Ok(name)
}

fn no_name() -> Message {
    Message::new(
        "vartani यहाँ कोई नाम नहीं पहचानती। कर्सर नाम पर रखकर फिर करें।",
        "no known name here; put the caret on one",
    )
}

fn interwoven() -> Message {
    Message::new(
        "इस नाम के बीच में HTML/Markdown है; इसे हाथ से बदलें।",
        "there is markup inside this name; change it by hand",
    )
}

#[cfg(test)]
mod tests;
