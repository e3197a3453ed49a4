//! The card on a name of which the article does not say whose it is: all whom it may mean.

use super::Card;
use crate::diagnostics::Snapshot;
use crate::ide::wording::{description, escape, house_spelling, say};
use crate::newsroom::{ActorRef, Locale};

/// So many candidates are told.
const MOST: usize = 6;

/// The card on the unsettled name at a byte of the document.
pub(super) fn card(snapshot: &Snapshot, offset: usize, locale: Locale) -> Option<Card> {
    let (block, name) = snapshot.name_at(offset)?;
    let newsroom = &snapshot.newsroom;
    let mut actors: Vec<ActorRef> = Vec::new();
    for candidate in &name.names {
        if !actors.contains(&candidate.actor) {
            actors.push(candidate.actor);
        }
    }
    let written = escape(name.span.of(snapshot.article.blocks[block].text()));
    let (hi, en) = (
        format!("“{written}” कौन? ख़बर से साफ़ नहीं। पूरा नाम या पद लिखें। हो सकता है:"),
        format!("Who is “{written}”? The article does not say. Give the full name or a title. It may be:"),
    );
    let mut markdown = say(locale, &hi, &en).to_owned() + "\n";
    for actor in actors.iter().take(MOST).map(|actor| newsroom.actor(*actor)) {
        markdown += &format!("\n- **{}**", escape(&house_spelling(actor, actor.name(), newsroom)));
        let what = [actor.latin.first().map_or("", String::as_str), description(actor, locale)];
        for part in what.iter().filter(|part| !part.is_empty()) {
            markdown += &format!(" · {}", escape(part));
        }
    }
    if let Some(more) = actors.len().checked_sub(MOST).filter(|more| *more > 0) {
        let (hi, en) = (format!("… और {more} नाम"), format!("… and {more} more"));
        markdown += &format!("\n- {}", say(locale, &hi, &en));
    }
    Some(Card { span: snapshot.span(block, name.span), markdown })
}

#[cfg(test)]
mod tests {
    use crate::diagnostics::test_support::{at, snapshot};
    use crate::ide::hover;
    use crate::newsroom::Locale;

    const TWO: &str = "[asha-thakre]\nkind = \"person\"\nname = \"आशा ठकरे\"\nshort = \"ठकरे\"\nlatin = \"Asha Thakre\"\nhi = \"रामपुर की सरपंच\"\n\n\
                       [gita-thakre]\nkind = \"person\"\nname = \"गीता ठकरे\"\nshort = \"ठकरे\"\nlatin = \"Gita Thakre\"\nhi = \"काल्पनिक लेखिका\"\n";

    #[test]
    fn an_open_name_shows_all_whom_it_may_mean() {
        let text = "बैठक में ठकरे भी आईं।";
        let snapshot = snapshot(text, TWO);
        assert!(snapshot.mentions().is_empty());
        let card = hover(&snapshot, at(text, "ठकरे"), Locale::Hi).unwrap();
        assert_eq!(card.span.of(text), "ठकरे");
        assert_eq!(
            card.markdown,
            "“ठकरे” कौन? ख़बर से साफ़ नहीं। पूरा नाम या पद लिखें। हो सकता है:\n\n\
             - **आशा ठकरे** · Asha Thakre · रामपुर की सरपंच\n- **गीता ठकरे** · Gita Thakre · काल्पनिक लेखिका"
        );
    }

    #[test]
    fn a_full_name_or_who_it_is_settles_it() {
        let whose = |text: &str| {
            let snapshot = snapshot(text, TWO);
            let card = hover(&snapshot, at(text, "ठकरे"), Locale::Hi).unwrap().markdown;
            card.lines().next().unwrap_or_default().to_owned()
        };
        assert!(whose("ठकरे आईं। गीता ठकरे ने किताब पढ़ी।").contains("गीता ठकरे"));
        assert!(whose("काल्पनिक लेखिका ठकरे ने किताब पढ़ी।").contains("गीता ठकरे"));
        assert!(whose("ठकरे बोलीं। आशा ठकरे और गीता ठकरे आईं।").contains("साफ़ नहीं"), "two of the name are there");
    }
}
