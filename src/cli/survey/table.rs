//! The tables as text: for people, and as CSV.

use std::fmt::Write as _;
use std::io::{self, Write};

use jiff::civil::Date;

use crate::diagnostics::survey::{Choice, Counts, RuleMarks, Tables, side_title};
use crate::newsroom::Locale;
use crate::text::printable;

/// Maximum number of lines of a table for people.
const MAX_LINES: usize = 40;

/// Maximum number of spellings of one thing in a line for people.
const MAX_SPELLINGS: usize = 6;

/// The sums, one a line, under the names of their columns.
///
/// # Errors
/// They cannot be written.
pub fn csv(counts: &Counts, out: &mut dyn Write) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    for row in counts.rows() {
        writer.serialize(row).map_err(io::Error::other)?;
    }
    writer.flush()
}

/// What is divided, what is marked and what is new.
pub fn for_people(tables: &Tables, since: Option<Date>, locale: Locale) -> String {
    let mut out = String::new();
    let said = |hi, en| if locale == Locale::Hi { hi } else { en };
    let span = match (tables.months.iter().find(|month| !month.is_empty()), tables.months.last()) {
        (Some(first), Some(last)) if first != last => format!(" ({first} – {last})"),
        (Some(only), _) => format!(" ({only})"),
        _ => String::new(),
    };
    let (articles, words) = (tables.articles, tables.words);
    let _ = match locale {
        Locale::Hi => writeln!(out, "ख़बरें: {articles}, शब्द: {words}{span}"),
        Locale::En => writeln!(out, "articles: {articles}, words: {words}{span}"),
    };
    let mut section = |title: &str, lines: Vec<String>, locale| put(&mut out, title, lines, locale);
    section(said("वर्तनी के ढंग", "Schools of spelling"), choices(&tables.orthography, locale), locale);
    section(
        said("नाम, जो कई तरह लिखे गए", "Names in several spellings"),
        choices(&tables.names, locale),
        locale,
    );
    section(
        said("सूची से बाहर के नाम और शब्द, जो कई तरह लिखे गए", "Unlisted names and words in several spellings"),
        choices(&tables.unlisted, locale),
        locale,
    );
    section(
        said("शब्द, जो दो ढंग से लिखे गए", "Words in several spellings"),
        choices(&tables.divided_words, locale),
        locale,
    );
    let rule = |rule: &RuleMarks| format!("{:>8} {:>8}  {}", rule.marks, rule.articles, rule.code);
    let head = said("नियमों के निशान (निशान, ख़बरें)", "Marks of rules (marks, articles)");
    section(head, tables.rules.iter().map(rule).collect(), locale);
    if let Some(since) = since {
        let title = match locale {
            Locale::Hi => format!("नए नाम, {since} से"),
            Locale::En => format!("New names since {since}"),
        };
        let new = tables.new_names.iter().map(|new| {
            let actor = new.actor.as_ref().map(|actor| format!(" ({actor})")).unwrap_or_default();
            format!("{:>8}  {}  {}{actor}", new.uses, new.first, new.name)
        });
        section(&title, new.collect(), locale);
    }
    out
}

fn put(out: &mut String, title: &str, lines: Vec<String>, locale: Locale) {
    if lines.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n{title}");
    for line in lines.iter().take(MAX_LINES) {
        let _ = writeln!(out, "{}", printable(line));
    }
    let more = lines.len().saturating_sub(MAX_LINES);
    if more > 0 {
        let _ = match locale {
            Locale::Hi => writeln!(out, "     और {more}; पूरी सूची --format json या html में"),
            Locale::En => writeln!(out, "     {more} more; all of them with --format json or html"),
        };
    }
}

/// A line for each choice: how often, which, and the spellings with their shares.
fn choices(choices: &[Choice], locale: Locale) -> Vec<String> {
    let line = |choice: &Choice| {
        let spellings = choice.spellings.iter().take(MAX_SPELLINGS).map(|spelling| {
            let share = 100 * spelling.uses / choice.uses.max(1);
            let title = side_title(&choice.item, &spelling.spelling);
            let title = title.as_ref().map_or(&*spelling.spelling, |title| title.in_locale(locale));
            format!("{title} {} ({share} %)", spelling.uses)
        });
        let spellings: Vec<String> = spellings.collect();
        let item = if choice.item.is_empty() { String::new() } else { format!("  [{}]", choice.item) };
        format!("{:>8}  {}{item}", choice.uses, spellings.join(", "))
    };
    choices.iter().map(line).collect()
}
