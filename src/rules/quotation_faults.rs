//! What can be wrong with quotation marks, and how it is told: what `text/quotes` says of an article.

use std::sync::Arc;

use super::quotation_kinds::{QuotationFault as Fault, QuotationStyle as Style};
use super::{Applicability, Edits, Fact, Finding, Fix, Message, Place, Says};
use crate::reading::Reading;
use crate::reading::quotation::{Partner, QuotationMark, Side};
use crate::text::Span;

const CODE: &str = "text/quotes";

/// So many faults of one kind are one habit, and reported once.
const HABIT: usize = 6;

/// So many marks without a partner are reported once.
const MANY_LOOSE: usize = 20;

/// Maximum number of other places that a finding points to.
const MAX_RELATED: usize = 50;

/// Marks what the facts of an article say is wrong; `house` is the kind of marks that the newsroom has chosen.
pub(super) fn judge(reading: &Reading<'_>, facts: &[Fact], house: Option<Style>, out: &mut Vec<Finding>) {
    let of_style = |style: Style| {
        let facts = facts.iter().filter(move |fact| fact.says == Says::QuotationStyle(style));
        facts.map(|fact| fact.place)
    };
    let most =
        Style::ALL.into_iter().max_by_key(|&style| (of_style(style).count(), std::cmp::Reverse(style)));
    let kept = house.or(most.filter(|&style| of_style(style).next().is_some()));
    let mut marks = Marks::new(reading);
    for fault in Fault::ALL {
        let places: Vec<Place> =
            facts.iter().filter(|fact| fact.says == Says::Quotation(fault)).map(|fact| fact.place).collect();
        if fault == Fault::Mismatch {
            out.extend(places.into_iter().filter_map(|place| mismatch(&mut marks, place, kept)));
            continue;
        }
        let written = |place: &Place| written(reading, *place).trim();
        let mut places = places;
        places.sort_by(|a, b| written(a).cmp(written(b)).then(a.cmp(b)));
        let limit = if is_loose(fault) { MANY_LOOSE } else { HABIT };
        for alike in places.chunk_by(|a, b| written(a) == written(b)) {
            if alike.len() >= limit {
                out.push(finding(reading, fault, alike));
            } else {
                out.extend(alike.chunks(1).map(|one| finding(reading, fault, one)));
            }
        }
    }
    let Some(kept) = kept else { return };
    let odd: Vec<Place> = Style::ALL.into_iter().filter(|&style| style != kept).flat_map(of_style).collect();
    match house {
        Some(_) => {
            out.extend(odd.iter().filter_map(|&place| against_the_house(&mut marks, place, kept)));
        }
        None => out.extend(mixed(&mut marks, odd, of_style(kept).collect(), kept)),
    }
}

fn is_loose(fault: Fault) -> bool {
    matches!(fault, Fault::NeverClosed | Fault::NeverOpened)
}

fn written<'a>(reading: &'a Reading<'_>, place: Place) -> &'a str {
    place.span.of(reading.article.blocks[place.block].text())
}

/// One finding for faults of one kind with one mark.
fn finding(reading: &Reading<'_>, fault: Fault, alike: &[Place]) -> Finding {
    let mut first = alike[0];
    for place in alike {
        first = first.min(*place);
    }
    let mark = written(reading, first).trim();
    let (hi, en) = match fault {
        Fault::OpensBehind => (
            format!("खोलने वाला {mark} पिछले शब्द से चिपका है: स्पेस इसके पहले दें, बाद में नहीं।"),
            format!("the opening {mark} is attached to the word before it; put the space before it"),
        ),
        Fault::ClosesAhead => (
            format!("बंद करने वाला {mark} अगले शब्द से चिपका है: स्पेस इसके बाद दें, पहले नहीं।"),
            format!("the closing {mark} is attached to the next word; put the space after it"),
        ),
        Fault::LacksBefore => (
            format!("खोलने वाले {mark} से पहले स्पेस छूट गया है।"),
            format!("a space is missing before the opening {mark}"),
        ),
        Fault::LacksAfter => (
            format!("बंद करने वाले {mark} के बाद स्पेस छूट गया है।"),
            format!("a space is missing after the closing {mark}"),
        ),
        Fault::SpaceInsideOpen => (
            format!("खोलने वाले {mark} के बाद स्पेस है, हटाएँ।"),
            format!("there is a space after the opening {mark}; remove it"),
        ),
        Fault::SpaceInsideClose => (
            format!("बंद करने वाले {mark} से पहले स्पेस है, हटाएँ।"),
            format!("there is a space before the closing {mark}; remove it"),
        ),
        Fault::NeverClosed => (
            format!("{mark} से खुला उद्धरण कहीं बंद नहीं हुआ। बंद करने वाला चिह्न लगाएँ।"),
            format!("the quotation that {mark} opens is never closed"),
        ),
        _ => (
            format!("{mark} पर बंद हुआ उद्धरण कहीं खुला नहीं। खोलने वाला चिह्न लगाएँ।"),
            format!("the quotation that {mark} closes was never opened"),
        ),
    };
    let message = match alike.len() {
        1 => Message::new(hi, en),
        count => Message::new(
            format!("{hi} इस ख़बर में ऐसा {count} बार है।"),
            format!("{en} ({count} times in this article)"),
        ),
    };
    let mut finding = Finding::new(CODE, first, message);
    if alike.len() > 1 {
        let also = Message::new("यहाँ भी", "here too");
        let others = alike.iter().filter(|place| **place != first).take(MAX_RELATED);
        finding.related = Arc::new(others.map(|place| (*place, also.clone())).collect());
    }
    finding.fixes.extend(spacing_fix(fault, alike, |place| written(reading, place).trim().to_owned()));
    finding
}

/// The fix of spaces beside marks.
fn spacing_fix(fault: Fault, alike: &[Place], mark: impl Fn(Place) -> String) -> Option<Fix> {
    let (hi, en) = match fault {
        Fault::OpensBehind | Fault::ClosesAhead => {
            ("स्पेस चिह्न के दूसरी ओर करें", "move the space to the other side of the mark")
        }
        Fault::LacksBefore | Fault::LacksAfter => ("स्पेस जोड़ें", "add a space"),
        Fault::SpaceInsideOpen | Fault::SpaceInsideClose => ("स्पेस हटाएँ", "remove the space"),
        _ => return None,
    };
    let fixed = |place: &Place| {
        let mark = mark(*place);
        let text = match fault {
            Fault::OpensBehind | Fault::LacksBefore => format!(" {mark}"),
            Fault::ClosesAhead | Fault::LacksAfter => format!("{mark} "),
            _ => mark,
        };
        (*place, text)
    };
    let title = match alike.len() {
        1 => Message::new(hi, en),
        _ => Message::new(format!("सब जगह {hi}"), format!("{en} everywhere")),
    };
    Some(Fix { title, applicability: Applicability::Safe, edits: alike.iter().map(fixed).collect() })
}

/// The marks of the block that was asked for last.
struct Marks<'a> {
    reading: &'a Reading<'a>,
    block: Option<usize>,
    marks: Vec<(QuotationMark, Partner)>,
}

impl<'a> Marks<'a> {
    fn new(reading: &'a Reading<'_>) -> Marks<'a> {
        Marks { reading, block: None, marks: Vec::new() }
    }

    /// The pair of marks with one of them at a place: the one that opens, and the one that closes.
    fn pair_at(&mut self, place: Place) -> Option<(QuotationMark, QuotationMark)> {
        if self.block != Some(place.block) {
            (self.block, self.marks) = (Some(place.block), self.reading.quotation_marks(place.block));
        }
        let at = self.marks.partition_point(|(mark, _)| mark.span.start < place.span.start);
        let (mark, Partner::Mark(partner)) = *self.marks.get(at)? else { return None };
        let (other, _) = *self.marks.get(partner)?;
        Some(if mark.side == Side::Opens { (mark, other) } else { (other, mark) })
    }

    /// What would stand at the place of a mark in another kind.
    fn rewritten(&mut self, place: Place, style: Style) -> Option<&'static str> {
        let (open, _) = self.pair_at(place)?;
        let (left, right) = style.marks(true);
        Some(if open.span == place.span { left } else { right })
    }
}

/// A quotation that ends with another kind of mark than it begins with.
fn mismatch(marks: &mut Marks<'_>, place: Place, kept: Option<Style>) -> Option<Finding> {
    let (open, close) = marks.pair_at(place)?;
    let reading = marks.reading;
    let at = |mark: &QuotationMark| Place { block: place.block, span: mark.span };
    let (begins, ends) = (written(reading, at(&open)), written(reading, at(&close)));
    let message = Message::new(
        format!("उद्धरण {begins} से खुला और {ends} से बंद हुआ: दोनों चिह्न एक ही तरह के लगाएँ।"),
        format!("the quotation begins with {begins} and ends with {ends}; use marks of one kind"),
    );
    let is_double = open.form.is_double();
    // Two single marks stand for a double one
    let own = match Style::of(open.form) {
        Style::Doubled => Style::of(close.form),
        own => own,
    };
    let kept = kept.unwrap_or(own);
    let fix = |style: Style| {
        let (left, right) = style.marks(is_double);
        let edits = [(open.span, begins, left), (close.span, ends, right)];
        let edits = edits.into_iter().filter(|(_, old, new)| old != new);
        let edits =
            edits.map(|(span, _, new)| (Place { block: place.block, span }, new.to_owned())).collect();
        Fix { title: writes(left, right), applicability: Applicability::Suggested, edits }
    };
    // The mark that is of the other kind is the one to look at
    let shown = if begins == kept.marks(is_double).0 { &close } else { &open };
    let other = if shown.span == open.span { &close } else { &open };
    let mut finding =
        Finding::new(CODE, at(shown), message).relate(at(other), Message::new("इसका जोड़ीदार", "its partner"));
    finding.fixes.push(fix(kept));
    for style in [own, Style::of(close.form)] {
        if finding
            .fixes
            .iter()
            .all(|fix| fix.title != writes(style.marks(is_double).0, style.marks(is_double).1))
        {
            finding.fixes.push(fix(style));
        }
    }
    Some(finding)
}

fn writes(left: &str, right: &str) -> Message {
    Message::new(format!("{left} {right} लगाएँ"), format!("write {left} {right}"))
}

/// An article with two kinds of marks.
fn mixed(marks: &mut Marks<'_>, mut odd: Vec<Place>, most: Vec<Place>, kept: Style) -> Option<Finding> {
    odd.sort_unstable();
    let first = *odd.first()?;
    let (open, _) = marks.pair_at(first)?;
    let other = Style::of(open.form);
    let (few, many) = (odd.len() / 2, most.len() / 2);
    let message = Message::new(
        format!("यहाँ {}, पर इस ख़बर में {} भी हैं: एक ही रखें ({few} और {many} बार)।", other.shown(), kept.shown()),
        format!(
            "{} here, but {} too in this article: keep one ({few} and {many} times)",
            other.shown(),
            kept.shown()
        ),
    );
    let mut finding = Finding::new(CODE, first, message);
    finding.is_question = true;
    let here = Message::new("यहाँ भी", "here too");
    finding.related = Arc::new(
        odd[1..].iter().chain(most.first()).take(MAX_RELATED).map(|place| (*place, here.clone())).collect(),
    );
    let mut settle = |style: Style, places: &[Place]| {
        let mut texts: Vec<String> = Vec::new();
        let edit = |place: &Place| {
            let text = marks.rewritten(*place, style)?;
            let number = texts.iter().position(|known| *known == text).unwrap_or_else(|| {
                texts.push(text.to_owned());
                texts.len() - 1
            });
            Some((*place, number as u32))
        };
        let edits: Vec<(Place, u32)> = places.iter().filter_map(edit).collect();
        let count = edits.len();
        let title = Message::new(
            format!("सब जगह {} लगाएँ ({count} बदलाव)", style.shown()),
            format!("write {} everywhere ({count} changes)", style.shown()),
        );
        Fix { title, applicability: Applicability::Suggested, edits: Edits::Alike(edits, texts.into()) }
    };
    finding.fixes = vec![settle(kept, &odd), settle(other, &most)];
    Some(finding)
}

/// A pair of another kind than the newsroom has chosen, told at the mark that opens.
fn against_the_house(marks: &mut Marks<'_>, place: Place, wanted: Style) -> Option<Finding> {
    let (open, close) = marks.pair_at(place)?;
    if open.span != place.span {
        return None;
    }
    let (left, right) = wanted.marks(true);
    let message = Message::new(
        format!("“{left} {right}” लगाएँ: vartani.toml में यही तय हैं।"),
        format!("write {left} {right}: vartani.toml has decided on them"),
    );
    let mut finding = Finding::new(CODE, place, message);
    let at = |span: Span| Place { block: place.block, span };
    let edits = vec![(at(open.span), left.to_owned()), (at(close.span), right.to_owned())];
    finding.fixes.push(Fix {
        title: writes(left, right),
        applicability: Applicability::Suggested,
        edits: edits.into(),
    });
    Some(finding)
}
