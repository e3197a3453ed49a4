//! The dateline: place and date the article is written from. Every relative date hangs on it.

use jiff::civil::Date;

use super::BlockReading;
use super::time::{CalendarDate, TimeExpression, resolve};
use super::{BlockView, Vocabulary, stated_date};
use crate::text::{Article, Place, Span, StatedKind, Token, TokenKind};

/// Place and date an article is written from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dateline {
    /// The place, as printed.
    pub place: Option<String>,
    /// The date.
    pub date: Option<Date>,
    /// Where the date is from; `None` without a date.
    pub source: Option<DatelineSource>,
    /// What of the document gives the date beside its text: the name it has there, and where.
    pub stated: Option<(String, Span)>,
    /// The dateline in the article.
    pub written: Option<Place>,
}

/// Where a dateline's date is from, in the order of trust.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DatelineSource {
    /// The day of publication in the front matter: `date:`, `pubDate:`.
    FrontMatter,
    /// The day of publication in `<meta>` or JSON-LD: `article:published_time`, `datePublished`.
    Metadata,
    /// The opening of the article: `नई दिल्ली, 12 मार्च (भाषा)`.
    Opening,
    /// The first `<time datetime>` on the page.
    TimeElement,
    /// The command line or a setting.
    Given,
    /// An ISO date in the name of the file.
    FileName,
    /// The day of the last change: `lastmod:`, `article:modified_time`.
    Modified,
    /// The day on which the article is being written.
    Today,
}

/// What is known of an article's date besides its text.
#[derive(Clone, Copy, Debug, Default)]
pub struct DateHints {
    /// Given on the command line or by a setting.
    pub given: Option<Date>,
    /// From the name of the file.
    pub file_name: Option<Date>,
    /// The day the article is being written, in an editor.
    pub today: Option<Date>,
}

/// The openings of this many blocks are looked at: headline, strap line, byline, first paragraph.
const OPENINGS: usize = 5;

/// A date, where it is from, and the number of the stated day that it is.
type Known = (Date, DatelineSource, Option<usize>);

impl Dateline {
    /// Finds the dateline of an article: the first date in the order of [`DatelineSource`].
    pub fn find(
        article: &Article,
        document: &str,
        readings: &[impl AsRef<BlockReading>],
        vocabulary: &Vocabulary,
        hints: DateHints,
    ) -> Dateline {
        let stated = |kind| stated(article, kind);
        let published = stated(StatedKind::Published).or_else(|| unparsed(article, document));
        let with = |source| move |date| (date, source, None);
        let fallback: Option<Known> = stated(StatedKind::Shown)
            .or(hints.given.map(with(DatelineSource::Given)))
            .or(hints.file_name.map(with(DatelineSource::FileName)))
            .or_else(|| stated(StatedKind::Modified))
            .or(hints.today.map(with(DatelineSource::Today)));
        let near = published.or(fallback).map(|known| known.0);
        let blocks = article.blocks.iter().zip(readings).enumerate();
        let blocks = blocks.filter(|(_, (block, _))| !block.is_beside_text()).take(OPENINGS);
        let mut opening = blocks.filter_map(|(number, (block, reading))| {
            let reading = reading.as_ref();
            let view = reading.view(block, vocabulary);
            Opening::find(&view, reading).map(|opening| (number, opening.dated(near), opening))
        });
        let opening = opening.next();
        let printed = opening.as_ref().and_then(|(_, date, _)| date.map(with(DatelineSource::Opening)));
        let known = published.or(printed).or(fallback);
        let stated = known.and_then(|known| known.2).map(|number| &article.stated[number]);
        Dateline {
            place: opening
                .as_ref()
                .map(|(number, _, opening)| opening.place.of(article.blocks[*number].text()).to_owned()),
            date: known.map(|known| known.0),
            source: known.map(|known| known.1),
            stated: stated.map(|stated| (stated.name.clone(), stated.span)),
            written: opening.map(|(block, _, opening)| Place { block, span: opening.span }),
        }
    }
}

/// The best day of a kind that a document states.
fn stated(article: &Article, kind: StatedKind) -> Option<Known> {
    let all = article.stated.iter().enumerate().filter(|(_, stated)| stated.kind == kind);
    let mut all: Vec<_> = all.collect();
    all.sort_by_key(|(_, stated)| stated.rank);
    let source = match kind {
        StatedKind::Published if article.front_matter.is_some() => DatelineSource::FrontMatter,
        StatedKind::Published => DatelineSource::Metadata,
        StatedKind::Shown => DatelineSource::TimeElement,
        StatedKind::Modified => DatelineSource::Modified,
    };
    all.into_iter()
        .find_map(|(number, stated)| Some((stated_date::read(&stated.value)?, source, Some(number))))
}

/// The line `date:` of front matter that does not parse.
fn unparsed(article: &Article, document: &str) -> Option<Known> {
    let text = article.front_matter.filter(|_| article.stated.is_empty())?.of(document);
    Some((date_in_lines(text)?, DatelineSource::FrontMatter, None))
}

/// `place, day month` at the beginning of a block, closed by a mark.
struct Opening {
    place: Span,
    span: Span,
    date: TimeExpression,
}

/// A dateline's place has at most so many words: नई दिल्ली, सैन फ़्रांसिस्को (अमेरिका).
const PLACE_TOKENS: usize = 6;

impl Opening {
    fn find(view: &BlockView<'_>, reading: &BlockReading) -> Option<Opening> {
        let date =
            *reading.times.first().filter(|time| time.date().is_some_and(CalendarDate::is_day_of_month))?;
        let (start, end) = (date.tokens.start(), date.tokens.end());
        let tokens = &view.block.tokens;
        let separated = start
            .checked_sub(1)
            .is_some_and(|i| matches!(tokens[i].kind, TokenKind::Mark(',' | '(' | '/' | '-' | '–')));
        let is_enclosed = view.is_mark(start.checked_sub(1)?, '(');
        let closes = |t: &Token| match t.kind {
            TokenKind::Mark(')') => true,
            TokenKind::Mark('(' | ':' | '-' | '–' | '—' | '।' | '.' | '|') => !is_enclosed,
            _ => false,
        };
        // रमेश (24 नवंबर 1947 – 3 मार्च 2011): the days of a life
        let goes_on = reading.times.get(1).is_some_and(|next| next.tokens.start() == end + 1);
        let is_of_sentence = is_enclosed && tokens.get(end + 1).is_some_and(|next| next.is_word());
        let closed = tokens.get(end).is_some_and(closes) && !goes_on && !is_of_sentence;
        let place = tokens.get(..start.checked_sub(1)?)?;
        let only_words = !place.is_empty()
            && place.len() <= PLACE_TOKENS
            && place.iter().all(|t| t.is_word() || t.is_mark('/'));
        (separated && closed && only_words).then(|| {
            let place = place[0].span.to(place[place.len() - 1].span);
            Opening { place, span: place.to(date.span), date }
        })
    }

    fn dated(&self, near: Option<Date>) -> Option<Date> {
        resolve(0, &TimeExpression { direction: None, ..self.date }, near).date
    }
}

/// The value of `date` among lines of front matter, if it begins with an ISO date.
fn date_in_lines(text: &str) -> Option<Date> {
    text.lines().find_map(|line| {
        let (key, value) = line.split_once([':', '='])?;
        if !matches!(key.trim().trim_matches('"'), "date" | "Date" | "तारीख" | "तिथि") {
            return None;
        }
        value.trim().trim_matches(['"', '\'']).get(..10)?.parse().ok()
    })
}

/// The ISO date in the name of a file: `2025-03-12-kremlin.txt`.
pub fn date_in_file_name(name: &str) -> Option<Date> {
    let starts = name.char_indices().map(|(at, _)| at);
    starts.filter_map(|at| name.get(at..at + 10)).find_map(|part| {
        let iso = part
            .bytes()
            .enumerate()
            .all(|(i, b)| if matches!(i, 4 | 7) { b == b'-' } else { b.is_ascii_digit() });
        iso.then(|| part.parse().ok()).flatten()
    })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::newsroom::{Config, Newsroom};
    use crate::reading::Reader;
    use crate::text::Format;

    fn opening(text: &str) -> Option<(String, String)> {
        let mut reader = Reader::new(Arc::new(Newsroom::shipped(Config::default())));
        let article = Article::parse(text, Format::Plain);
        let Dateline { place, date, .. } = reader.read(&article, text, DateHints::default()).dateline;
        Some((place?, date?.to_string()))
    }

    #[test]
    fn an_opening_gives_place_and_date() {
        for text in [
            "नई दिल्ली, 12 मार्च 2025 (भाषा)। बैठक हुई।",
            "नई दिल्ली, बुधवार, 12 मार्च 2025 (भाषा)। बैठक हुई।",
            "नई दिल्ली (12 मार्च 2025): बैठक हुई।",
            "नई दिल्ली, 12 मार्च 2025 – बैठक हुई।",
        ] {
            assert_eq!(opening(text), Some(("नई दिल्ली".into(), "2025-03-12".into())), "{text}");
        }
    }

    #[test]
    fn the_days_of_a_life_are_no_dateline() {
        for text in [
            "भजन लाल ( ६ अक्टूबर १९३० – ३ जून २०११ ) मुख्यमंत्री रहे।",
            "भजन लाल (6 अक्टूबर 1930) मुख्यमंत्री रहे।",
            "आप भी आएँ, 30 सितंबर को मेला है।",
        ] {
            assert_eq!(opening(text), None, "{text}");
        }
    }
}
