//! The card on an actor: who it is, and who it was on the day of the article.

use jiff::civil::Date;

use super::{Card, spelling};
use crate::diagnostics::Snapshot;
use crate::ide::wording::{date, description, escape, house_spelling, kind, last_known, partial, say};
use crate::newsroom::{Actor, ActorRef, Form, Locale, Newsroom, Role};
use crate::text::letters::is_devanagari;

/// The card on the actor mentioned at a byte of the document.
pub(super) fn card(snapshot: &Snapshot, offset: usize, locale: Locale) -> Option<Card> {
    let mention = snapshot.mention_at(offset)?;
    let newsroom = &snapshot.newsroom;
    let actor = newsroom.actor(mention.actor);
    let markdown = paragraphs([
        heading(newsroom, actor, locale),
        roles(actor, snapshot.dateline.date, locale),
        in_article(snapshot, mention.actor, locale),
        origin(actor, locale),
    ]);
    Some(Card { span: snapshot.span(mention.block, mention.span), markdown })
}

/// Who an actor is, and was on a day, in Markdown: the card without an article around it.
pub fn profile(newsroom: &Newsroom, actor: ActorRef, day: Option<Date>, locale: Locale) -> String {
    let actor = newsroom.actor(actor);
    let roles = match day {
        Some(_) => roles(actor, day, locale),
        None => {
            let all = actor.roles.iter().map(|role| format!("- {}", dated(role, locale)));
            all.collect::<Vec<_>>().join("\n")
        }
    };
    paragraphs([heading(newsroom, actor, locale), roles, origin(actor, locale)])
}

fn paragraphs<const N: usize>(parts: [String; N]) -> String {
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("\n\n")
}

/// The names; who or what; the days of birth and death.
fn heading(newsroom: &Newsroom, actor: &Actor, locale: Locale) -> String {
    let printed = |name: &str| escape(&house_spelling(actor, name, newsroom));
    let mut lines = format!("### {}", printed(actor.name()));
    if let Some(latin) = actor.latin.first() {
        lines += &format!(" · {}", escape(latin));
    }
    let what = [kind(actor.kind, locale), description(actor, locale)];
    let what: Vec<String> = what.iter().filter(|text| !text.is_empty()).map(|text| escape(text)).collect();
    lines += &format!("\n\n{}", what.join(" · "));
    if let Some(short) = actor.names.iter().find(|name| name.form == Form::Short) {
        lines += &format!("  \n{} {}", say(locale, "छोटा रूप:", "Short form:"), printed(&short.text));
    }
    if let Some(born) = actor.born {
        lines += &format!("  \n{} {}", say(locale, "जन्म:", "Born:"), partial(born, locale));
    }
    if let Some(died) = actor.died {
        lines += &format!("  \n{} {}", say(locale, "निधन:", "Died:"), partial(died, locale));
    }
    lines
}

/// When a role was held, seen from a day.
#[derive(Clone, Copy, PartialEq, Eq)]
enum When {
    Before,
    Held,
    /// The record is not exact enough to say.
    Unclear,
    After,
}

fn when(role: &Role, day: Date) -> When {
    if role.held_on(day) {
        When::Held
    } else if role.to.is_some_and(|to| to.latest() <= day) {
        When::Before
    } else if role.from.earliest() > day {
        When::After
    } else {
        When::Unclear
    }
}

/// The roles on the day of the article, the one before and the one after.
fn roles(actor: &Actor, day: Option<Date>, locale: Locale) -> String {
    let Some(day) = day else {
        let (hi, en) =
            ("आख़िरी दर्ज पद (ख़बर की तारीख़ नहीं मिली):", "Last known role (the article has no date):");
        return actor
            .roles
            .last()
            .map_or(String::new(), |role| format!("{} {}", say(locale, hi, en), dated(role, locale)));
    };
    let of = |wanted: When| actor.roles.iter().filter(move |role| when(role, day) == wanted);
    let mut lines = Vec::new();
    let on_the_day = match locale {
        Locale::Hi => format!("{} को:", date(day, locale)),
        Locale::En => format!("On {}:", date(day, locale)),
    };
    for role in of(When::Held) {
        let when =
            last_known(role, day, locale).map_or_else(|| on_the_day.clone(), |known| format!("{known}:"));
        lines.push(format!("- **{when}** {}", dated(role, locale)));
    }
    for role in of(When::Unclear) {
        let unsure = say(locale, "(पक्का नहीं)", "(not certain)");
        lines.push(format!("- **{on_the_day}** {} {unsure}", dated(role, locale)));
    }
    if lines.is_empty() && !actor.roles.is_empty() {
        let (hi, en) = ("कोई पद दर्ज नहीं", "no office on record");
        lines.push(format!("- **{on_the_day}** {}", say(locale, hi, en)));
    }
    if let Some(role) = of(When::Before).max_by_key(|role| role.to) {
        lines.push(format!("- {} {}", say(locale, "पहले:", "Before:"), dated(role, locale)));
    }
    if let Some(role) = of(When::After).min_by_key(|role| role.from) {
        lines.push(format!("- {} {}", say(locale, "बाद में:", "After:"), dated(role, locale)));
    }
    lines.join("\n")
}

/// A role with its dates: `रूस के राष्ट्रपति (7 मई 2012 से)`.
fn dated(role: &Role, locale: Locale) -> String {
    escape(&role.in_words(locale))
}

/// The forms in which the article names the actor, with counts, and the evidence on their spelling.
fn in_article(snapshot: &Snapshot, actor: ActorRef, locale: Locale) -> String {
    let mut forms: Vec<(&str, usize)> = Vec::new();
    for mention in snapshot.mentions().iter().filter(|mention| mention.actor == actor) {
        let written = mention.span.of(snapshot.article.blocks[mention.block].text());
        match forms.iter_mut().find(|(form, _)| *form == written) {
            Some((_, count)) => *count += 1,
            None => forms.push((written, 1)),
        }
    }
    let variants: Vec<_> =
        snapshot.variants.iter().filter(|variants| variants.actor == Some(actor)).collect();
    let kept = variants.first().map(|variants| &*variants.spellings[variants.kept].text);
    let forms = spelling::counts(forms.into_iter(), kept, locale);
    let mut out = format!("{} {forms}", say(locale, "इस ख़बर में:", "In this article:"));
    for variants in variants {
        out += &format!("\n\n{}", spelling::why(variants, locale));
    }
    out
}

/// Where the record is from.
fn origin(actor: &Actor, locale: Locale) -> String {
    let mut parts = Vec::new();
    if !actor.source.is_empty() {
        parts.push(format!("{} {}", say(locale, "स्रोत:", "Source:"), escape(source(&actor.source, locale))));
    }
    if let Some(known) = actor.roles.iter().filter_map(Role::known_until).max() {
        let known = date(known, locale);
        parts.push(match locale {
            Locale::Hi => format!("जानकारी {known} तक"),
            Locale::En => format!("known up to {known}"),
        });
    }
    if parts.is_empty() { String::new() } else { format!("---\n{}", parts.join(" · ")) }
}

/// A source in one language, where it has one in Hindi before one in English: `सार्वजनिक अभिलेख · public record`.
fn source(source: &str, locale: Locale) -> &str {
    let is_hindi = |text: &str| text.chars().any(is_devanagari);
    match source.split_once(" · ") {
        Some((hi, en)) if is_hindi(hi) && !is_hindi(en) => say(locale, hi, en),
        _ => source,
    }
}

#[cfg(test)]
mod tests {
    use crate::diagnostics::test_support::{at, snapshot, snapshot_in};
    use crate::newsroom::{Config, Locale};

    const ACTORS: &str = r#"
source = "ग्राम पंचायत का रजिस्टर"
as_of = "2025-06-30"

[sulochana-thakre]
kind = "person"
name = "सुलोचना ठकरे"
short = "ठकरे"
alone = true
latin = "Sulochana Thakre"
spellings = { "ठकरे" = ["ठाकरे"] }
hi = "काल्पनिक सरपंच"
en = "a village head who does not exist"
born = "1970-05"
roles = [
  { title = "उपसरपंच", en = "deputy village head", from = "2015-01-10", to = "2020-02-01" },
  { title = "सरपंच", en = "village head", from = "2020-02-01", to = "2025-03-01" },
  { title = "ज़िला पंचायत सदस्य", en = "member of the district council", from = "2025-04" },
]
"#;

    fn card(date: &str, locale: Locale) -> String {
        let text = format!("उज्जैन, {date} (भाषा)। सुलोचना ठकरे ने कहा। ठाकरे ने बताया। ठकरे लौटीं।");
        let snapshot = snapshot(&text, ACTORS);
        let card = super::super::hover(&snapshot, at(&text, "ठकरे"), locale).unwrap();
        assert_eq!(card.span.of(&text), "सुलोचना ठकरे");
        card.markdown
    }

    #[test]
    fn the_role_is_that_of_the_articles_day() {
        assert_eq!(
            card("12 जनवरी 2025", Locale::Hi),
            "### सुलोचना ठकरे · Sulochana Thakre\n\nव्यक्ति · काल्पनिक सरपंच  \nछोटा रूप: ठकरे  \nजन्म: मई 1970\n\n\
             - **12 जनवरी 2025 को:** सरपंच (1 फ़रवरी 2020 – 1 मार्च 2025)\n\
             - पहले: उपसरपंच (10 जनवरी 2015 – 1 फ़रवरी 2020)\n\
             - बाद में: ज़िला पंचायत सदस्य (अप्रैल 2025 से)\n\n\
             इस ख़बर में: सुलोचना ठकरे 1 बार, ठाकरे 1 बार, **ठकरे** 1 बार\n\n“ठकरे” रखें (नामों की फ़ाइल में यही है)।\n\n\
             ---\nस्रोत: ग्राम पंचायत का रजिस्टर · जानकारी 30 जून 2025 तक"
        );
    }

    #[test]
    fn a_source_in_both_languages_is_told_in_one() {
        let actors = ACTORS.replace("ग्राम पंचायत का रजिस्टर", "पंचायत का रजिस्टर · register of the council");
        let text = "सुलोचना ठकरे ने कहा।";
        let told = |locale| super::super::hover(&snapshot(text, &actors), 0, locale).unwrap().markdown;
        assert!(told(Locale::Hi).contains("स्रोत: पंचायत का रजिस्टर · जानकारी"), "{}", told(Locale::Hi));
        assert!(told(Locale::En).contains("Source: register of the council · known"), "{}", told(Locale::En));
    }

    #[test]
    fn english_by_locale() {
        let card = card("12 जनवरी 2025", Locale::En);
        assert!(card.contains("person · a village head who does not exist"), "{card}");
        assert!(card.contains("- **On 12 January 2025:** village head (1 February 2020 – 1 March 2025)"));
        assert!(card.contains("- After: member of the district council (since April 2025)"), "{card}");
    }

    #[test]
    fn between_offices_there_is_none_and_doubt_is_said() {
        let between = card("15 मार्च 2025", Locale::Hi);
        assert!(between.contains("**15 मार्च 2025 को:** कोई पद दर्ज नहीं"), "{between}");
        let that_month = card("12 अप्रैल 2025", Locale::Hi);
        assert!(
            that_month.contains("**12 अप्रैल 2025 को:** ज़िला पंचायत सदस्य (अप्रैल 2025 से) (पक्का नहीं)"),
            "{that_month}"
        );
    }

    #[test]
    fn beyond_as_of_the_card_does_not_pretend_to_know() {
        let doubt = "**30 जून 2025 तक की जानकारी में:** ज़िला पंचायत सदस्य";
        assert!(card("12 सितंबर 2025", Locale::Hi).contains(doubt));
        assert!(card("12 सितंबर 2025", Locale::En).contains("**Last known, as of 30 June 2025:** member"));
        assert!(card("12 जून 2025", Locale::Hi).contains("**12 जून 2025 को:** ज़िला पंचायत सदस्य"));
    }

    #[test]
    fn the_house_spells_the_heading() {
        let config = Config::parse("[spelling]\nprefer = [\"ठाकरे\"]\n", |_| true).unwrap();
        let text = "सुलोचना ठकरे ने कहा।";
        let card = super::super::hover(&snapshot_in(config, text, ACTORS), 0, Locale::Hi).unwrap();
        assert!(card.markdown.starts_with("### सुलोचना ठाकरे · "), "{}", card.markdown);
        assert!(card.markdown.contains("आख़िरी दर्ज पद (ख़बर की तारीख़ नहीं मिली): ज़िला पंचायत सदस्य"));
    }
}
