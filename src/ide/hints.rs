//! What an editor may show between the words: the date that a weekday means, who somebody is.

use rustc_hash::FxHashSet;

use crate::diagnostics::Snapshot;
use crate::ide::hover::day_lines;
use crate::ide::wording::{counted_from, date, full_date, last_known, say};
use crate::newsroom::calendar::Unit;
use crate::newsroom::{Kind, Locale};
use crate::reading::time::Meaning;
use crate::reading::{Mention, TimeMention};
use crate::text::Span;

/// Which hints are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HintChoice {
    /// Dates after weekdays and other expressions that leave the date open.
    pub dates: bool,
    /// The year of every date that lacks it, not only of those in another year than the article's.
    pub years: bool,
    /// What to tell of a person at the first mention.
    pub people: People,
}

/// What hints tell of a person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum People {
    /// Nothing.
    #[default]
    Nothing,
    /// The role on the article's date.
    Role,
    /// The name in Latin letters.
    Latin,
}

impl Default for HintChoice {
    fn default() -> HintChoice {
        HintChoice { dates: true, years: false, people: People::Nothing }
    }
}

/// Words that an editor shows after a word without their being in the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// The byte of the document after which it is shown.
    pub at: usize,
    /// What is shown.
    pub label: String,
    /// More, for those who point at it.
    pub tooltip: String,
    /// What to insert there for those who want it in the text.
    pub insert: Option<String>,
}

/// The hints in a stretch of the document, in order.
pub fn hints(snapshot: &Snapshot, within: Span, choice: HintChoice, locale: Locale) -> Vec<Hint> {
    let is_within = |hint: &Hint| (within.start as usize..=within.end as usize).contains(&hint.at);
    let mut out: Vec<Hint> = Vec::new();
    if choice.dates {
        let times = snapshot.times().iter().filter(|time| may_be_within(snapshot, time.block, within));
        out.extend(times.filter_map(|time| of_time(snapshot, time, choice.years, locale)).filter(is_within));
    }
    if choice.people != People::Nothing {
        let mut met = FxHashSet::default();
        let first = snapshot.mentions().iter().filter(|mention| met.insert(mention.actor));
        let first = first.filter(|mention| may_be_within(snapshot, mention.block, within));
        out.extend(
            first.filter_map(|mention| of_person(snapshot, mention, choice.people, locale)).filter(is_within),
        );
    }
    out.sort_by_key(|hint| hint.at);
    out
}

/// Whether the block is not wholly before or behind the stretch.
fn may_be_within(snapshot: &Snapshot, block: usize, within: Span) -> bool {
    let blocks = &snapshot.article.blocks;
    blocks[block].start <= within.end && blocks.get(block + 1).is_none_or(|next| next.start >= within.start)
}

/// Whether an expression leaves open which days are meant: बुधवार, 12 मार्च, परसों; not पिछले साल, which
/// every reader can tell.
fn is_open(time: &TimeMention) -> bool {
    let by_days = match &time.expression.meaning {
        Meaning::Date(date) => date.day.is_some() || date.weekday.is_some() || date.nth.is_some(),
        Meaning::Range(from, _) => from.day.is_some() || from.weekday.is_some(),
        Meaning::Near(_) | Meaning::Observance(_) => true,
        Meaning::Offset(offset) => {
            offset.length.iter().flatten().all(|measure| matches!(measure.unit, Unit::Day | Unit::Week))
        }
        _ => false,
    };
    by_days && !time.expression.has_year()
}

/// The date of an expression that does not give its year.
fn of_time(snapshot: &Snapshot, time: &TimeMention, all_years: bool, locale: Locale) -> Option<Hint> {
    let (first, end) = (time.start.filter(|_| is_open(time))?, time.end?);
    let last = end.yesterday().ok()?;
    // Day and month stand there already
    let lacks_year_only = time.expression.dates().any(|date| date.month.is_some());
    // The article's own year goes without saying
    let is_own_year = snapshot.dateline.date.is_some_and(|date| date.year() == last.year());
    if lacks_year_only && is_own_year && !all_years {
        return None;
    }
    let label = |locale| {
        if lacks_year_only {
            last.year().to_string()
        } else if first == last {
            date(first, locale)
        } else {
            format!("{} – {}", date(first, locale), date(last, locale))
        }
    };
    let mut lines = if first == last {
        vec![full_date(first, locale)]
    } else {
        vec![format!("{} – {}", full_date(first, locale), full_date(last, locale))]
    };
    if first == last {
        lines.extend(day_lines(snapshot, first, locale));
    }
    lines.extend(counted_from(&snapshot.dateline, locale));
    let printed = label(Locale::Hi);
    let insert = if lacks_year_only { format!(" {printed}") } else { format!(" ({printed})") };
    Some(Hint {
        at: snapshot.span(time.block, time.expression.span).end as usize,
        label: label(locale),
        tooltip: lines.join("\n"),
        insert: Some(insert),
    })
}

/// Who a person is, unless the article says it in the words before the name.
fn of_person(snapshot: &Snapshot, mention: &Mention, people: People, locale: Locale) -> Option<Hint> {
    let actor = snapshot.newsroom.actor(mention.actor);
    let role = snapshot.dateline.date.and_then(|day| Some((actor.role_on(day)?, day)));
    let title = role.map(|(role, _)| say(locale, &role.title, &role.en));
    let latin = actor.latin.first().map(String::as_str);
    let (label, tooltip) = match people {
        People::Latin if !mention.latin => (latin?, title.unwrap_or_default()),
        People::Role => (title?, latin.unwrap_or_default()),
        _ => return None,
    };
    let prose = snapshot.article.blocks[mention.block].text();
    let said = people == People::Role
        && role.is_some_and(|(role, _)| {
            let before = prose[..mention.span.start as usize].trim_end();
            role.title.rsplit(' ').next().is_some_and(|last_word| before.ends_with(last_word))
        });
    if actor.kind != Kind::Person || said {
        return None;
    }
    let doubt = role.and_then(|(role, day)| last_known(role, day, locale));
    let tooltip: Vec<&str> =
        [Some(tooltip), doubt.as_deref()].into_iter().flatten().filter(|line| !line.is_empty()).collect();
    Some(Hint {
        at: snapshot.span(mention.block, mention.span).end as usize,
        label: label.to_owned(),
        tooltip: tooltip.join("\n"),
        insert: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::test_support::{at, snapshot};

    const ACTORS: &str = r#"
as_of = "2025-06-30"

[sulochana-thakre]
kind = "person"
name = "सुलोचना ठकरे"
short = "ठकरे"
alone = true
latin = "Sulochana Thakre"
roles = [{ title = "ग्राम पंचायत की सरपंच", en = "village head", from = "2020-02-01" }]
"#;

    /// The article with its hints in brackets.
    fn with_hints(text: &str, choice: HintChoice, locale: Locale) -> String {
        let snapshot = snapshot(text, ACTORS);
        let mut out = text.to_owned();
        for hint in hints(&snapshot, Span::new(0, text.len()), choice, locale).iter().rev() {
            out.insert_str(hint.at, &format!("[{}]", hint.label));
        }
        out
    }

    const DATES: HintChoice = HintChoice { dates: true, years: true, people: People::Nothing };
    const ROLES: HintChoice = HintChoice { dates: false, years: false, people: People::Role };

    #[test]
    fn an_open_date_is_settled_and_a_full_one_left_alone() {
        let text = "उज्जैन, 15 मार्च 2025 (भाषा)। बैठक बुधवार को हुई। अगली बैठक 20 मार्च को होगी और मेला 22-25 मार्च तक चलेगा। \
                    बुधवार का बाज़ार मशहूर है।";
        assert_eq!(
            with_hints(text, DATES, Locale::Hi),
            "उज्जैन, 15 मार्च 2025 (भाषा)। बैठक बुधवार[12 मार्च 2025] को हुई। अगली बैठक 20 मार्च[2025] को होगी \
             और मेला 22-25 मार्च[2025] तक चलेगा। बुधवार का बाज़ार मशहूर है।"
        );
        assert!(with_hints(text, DATES, Locale::En).contains("बुधवार[12 March 2025]"));
    }

    #[test]
    fn the_year_is_told_where_it_is_not_the_articles_own() {
        let text = "उज्जैन, 15 मार्च 2025 (भाषा)। बैठक 20 मार्च को होगी। पिछली बैठक 20 दिसंबर को हुई थी।";
        assert_eq!(
            with_hints(text, HintChoice::default(), Locale::Hi),
            "उज्जैन, 15 मार्च 2025 (भाषा)। बैठक 20 मार्च को होगी। पिछली बैठक 20 दिसंबर[2024] को हुई थी।"
        );
    }

    #[test]
    fn days_told_from_the_dateline_are_settled_and_longer_stretches_left_alone() {
        let text = "उज्जैन, 12 मार्च 2025 (भाषा)। मेला परसों शुरू होगा। समिति अगले मंगलवार को बैठेगी। \
                    पिछले साल बारिश हुई थी। वे दो साल पहले और तीन दिन पहले आए थे।";
        assert_eq!(
            with_hints(text, DATES, Locale::Hi),
            "उज्जैन, 12 मार्च 2025 (भाषा)। मेला परसों[14 मार्च 2025] शुरू होगा। समिति अगले मंगलवार[18 मार्च 2025] \
             को बैठेगी। पिछले साल बारिश हुई थी। वे दो साल पहले और तीन दिन पहले[9 मार्च 2025] आए थे।"
        );
    }

    #[test]
    fn a_hint_can_be_taken_into_the_text() {
        let text = "उज्जैन, 15 मार्च 2025 (भाषा)। बैठक बुधवार को हुई।";
        let snapshot = snapshot(text, "");
        let hints = hints(&snapshot, Span::new(0, text.len()), DATES, Locale::En);
        assert_eq!(hints[0].insert.as_deref(), Some(" (12 मार्च 2025)"), "the article is Hindi");
        assert!(hints[0].tooltip.starts_with("Wednesday, 12 March 2025\n3 days before the dateline"));
        assert!(
            hints[0].tooltip.ends_with("\ncounted from 15 March 2025 (dateline: the article's opening)"),
            "{:?}",
            hints[0]
        );
    }

    #[test]
    fn a_person_is_introduced_once() {
        let text = "उज्जैन, 15 मार्च 2025 (भाषा)। सुलोचना ठकरे ने कहा। ठकरे उज्जैन लौटीं।";
        assert_eq!(
            with_hints(text, ROLES, Locale::Hi),
            "उज्जैन, 15 मार्च 2025 (भाषा)। सुलोचना ठकरे[ग्राम पंचायत की सरपंच] ने कहा। ठकरे उज्जैन लौटीं।"
        );
        let latin = HintChoice { people: People::Latin, ..ROLES };
        assert!(with_hints(text, latin, Locale::Hi).contains("सुलोचना ठकरे[Sulochana Thakre] ने"));
        assert_eq!(with_hints(text, HintChoice::default(), Locale::Hi), text, "roles are off by default");
    }

    #[test]
    fn what_the_article_says_is_not_said_again() {
        let text = "उज्जैन, 15 मार्च 2025 (भाषा)। सरपंच सुलोचना ठकरे ने कहा।";
        assert_eq!(with_hints(text, ROLES, Locale::Hi), text);
        let undated = "सुलोचना ठकरे ने कहा।";
        assert_eq!(with_hints(undated, ROLES, Locale::Hi), undated, "without a date no role is known");
    }

    #[test]
    fn a_role_beyond_the_record_is_doubted() {
        let text = "उज्जैन, 15 सितंबर 2025 (भाषा)। सुलोचना ठकरे ने कहा।";
        let hints = hints(&snapshot(text, ACTORS), Span::new(0, text.len()), ROLES, Locale::Hi);
        assert!(hints[0].tooltip.contains("30 जून 2025 तक"), "{:?}", hints[0]);
    }

    #[test]
    fn only_the_stretch_asked_for_is_looked_at() {
        let text = "उज्जैन, 15 मार्च 2025 (भाषा)। सुलोचना ठकरे बुधवार को आईं।\n\nसुलोचना ठकरे गुरुवार को बैठक में थीं।\n\nवे शुक्रवार को लौटीं।";
        let snapshot = snapshot(text, ACTORS);
        let second = Span::new(at(text, "सुलोचना ठकरे गुरुवार"), at(text, "\n\nवे"));
        let both = HintChoice { people: People::Role, ..DATES };
        let labels: Vec<_> =
            hints(&snapshot, second, both, Locale::Hi).into_iter().map(|h| h.label).collect();
        assert_eq!(labels, ["13 मार्च 2025"], "the first mention is elsewhere");
    }
}
