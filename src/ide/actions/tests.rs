use super::*;
use crate::diagnostics::test_support::{at, edited, nth, of, plain};
use crate::ide::alike::INCONSISTENT;
use crate::newsroom::Config;
use crate::text::Format;

const TEXT: &str = "मॉस्को 😀 शांत है।\r\nमास्को में बर्फ़ गिरी।\r\nमॉस्को ने कहा। मोस्को चुप है। मॉस्को बोला।";

fn caret(text: &str, part: &str) -> Span {
    let at = at(text, part);
    Span::new(at, at)
}

fn titles(actions: &[Action]) -> Vec<&str> {
    actions.iter().map(|action| action.title.hi.as_str()).collect()
}

fn after(text: &str, action: &Action) -> String {
    match &action.change {
        Change::Article(edits) => edited(text, edits),
        change => panic!("{change:?} is no change of the article"),
    }
}

#[test]
fn a_mark_is_mended_alone_or_with_all_of_its_name() {
    let snapshot = plain(TEXT);
    let actions = actions(&snapshot, caret(TEXT, "मास्को"));
    assert_eq!(
        titles(&actions),
        [
            "“मॉस्को” लिखें",
            "पूरी ख़बर में “मॉस्को” लिखें",
            "“मॉस्को” तय करें, पूरे न्यूज़रूम के लिए",
            "“मास्को” तय करें, पूरे न्यूज़रूम के लिए",
            "“मोस्को” तय करें, पूरे न्यूज़रूम के लिए",
            "“मास्को” को सही मानें, पूरे न्यूज़रूम में",
            "नियम बंद करें, पूरे न्यूज़रूम में (spelling/inconsistent)",
        ]
    );
    assert_eq!(actions.iter().filter(|action| action.is_preferred).count(), 1);
    assert!(actions[0].is_preferred);
    assert_eq!(after(TEXT, &actions[0]), TEXT.replace("मास्को", "मॉस्को"));
    assert_eq!(after(TEXT, &actions[1]), TEXT.replace("मास्को", "मॉस्को").replace("मोस्को", "मॉस्को"));
    assert_eq!(actions[1].marks.len(), 2);
}

#[test]
fn a_spelling_is_decided_for_the_newsroom_from_any_of_its_places() {
    let snapshot = plain(TEXT);
    let actions = actions(&snapshot, caret(TEXT, "मॉस्को"));
    let changes: Vec<_> = actions.iter().map(|action| &action.change).collect();
    let prefer = |spelling: &str, others: [&str; 2]| {
        let others = others.map(str::to_owned).to_vec();
        Change::House(StyleChange::Prefer { spelling: spelling.into(), others })
    };
    assert_eq!(
        changes,
        [
            &prefer("मॉस्को", ["मास्को", "मोस्को"]),
            &prefer("मास्को", ["मॉस्को", "मोस्को"]),
            &prefer("मोस्को", ["मॉस्को", "मास्को"]),
        ],
        "there is no mark here, so there is nothing to mend"
    );
}

#[test]
fn what_is_decided_holds() {
    let toml = StyleChange::Prefer {
        spelling: "मास्को".into(), others: vec!["मॉस्को".into()]
    }
    .apply("")
    .unwrap();
    let config = Config::parse(&toml, |_| true).unwrap();
    let snapshot = of(TEXT, Format::Plain, config);
    assert_eq!(
        after(TEXT, &actions(&snapshot, caret(TEXT, "मोस्को"))[1]),
        TEXT.replace("मॉस्को", "मास्को").replace("मोस्को", "मास्को")
    );
    let toml = StyleChange::Accept("मास्को".into()).apply("").unwrap();
    let snapshot = of(TEXT, Format::Plain, Config::parse(&toml, |_| true).unwrap());
    assert_eq!(actions(&snapshot, caret(TEXT, "मास्को")), []);
    let toml = StyleChange::RuleOff(INCONSISTENT.into()).apply("").unwrap();
    let snapshot = of(TEXT, Format::Plain, Config::parse(&toml, |_| true).unwrap());
    assert_eq!(snapshot.diagnostics(), []);
}

#[test]
fn the_same_words_are_mended_everywhere() {
    let text = "उन्हें दु:ख है। हमें भी दु:ख है। बैठक अाज हुई।";
    let snapshot = plain(text);
    let actions = actions(&snapshot, caret(text, "दु:ख"));
    assert_eq!(titles(&actions)[..2], ["“दुःख” लिखें", "पूरी ख़बर में “दुःख” लिखें"]);
    assert_eq!(after(text, &actions[1]), "उन्हें दुःख है। हमें भी दुःख है। बैठक अाज हुई।");
}

#[test]
fn all_safe_fixes_leave_the_rest() {
    let text = "बैठक अाज हुई। मॉस्को शांत, मास्को चुप। उन्हें दु:ख है। 😀";
    let action = fix_all(&plain(text)).unwrap();
    assert_eq!(after(text, &action), "बैठक आज हुई। मॉस्को शांत, मास्को चुप। उन्हें दुःख है। 😀");
    assert_eq!(fix_all(&plain("मॉस्को शांत, मास्को चुप।")), None, "a choice is no safe fix");
}

#[test]
fn a_selection_has_the_actions_of_all_it_touches() {
    let text = "बैठक अाज हुई। उन्हें दु:ख है।";
    let found = actions(&plain(text), Span::new(0, text.len()));
    assert_eq!(titles(&found), ["“आज” लिखें", "“दुःख” लिखें", "नियम बंद करें, पूरे न्यूज़रूम में (spelling/encoding)"]);
    assert_eq!(found[2].marks, [0, 1]);
    let before = actions(&plain(text), Span::new(0, nth(text, "बैठक", 0).end as usize));
    assert_eq!(before, []);
}

#[test]
fn edits_that_overlap_are_made_in_turns() {
    let fix = |edits: &[(usize, usize, &str)]| DocumentFix {
        title: Message::new("", ""),
        applicability: crate::rules::Applicability::Safe,
        edits: edits.iter().map(|&(start, end, text)| (Span::new(start, end), text.to_owned())).collect(),
    };
    let fixes = [
        fix(&[(0, 3, "क"), (9, 12, "ख")]),
        fix(&[(6, 10, "ग")]),
        fix(&[(3, 6, "घ")]),
        fix(&[(12, 12, "!")]),
        fix(&[(12, 12, "?")]),
        fix(&[(1, 2, "ङ")]),
    ];
    let (marks, edits) = without_overlaps(fixes.iter().enumerate());
    assert_eq!(marks, [0, 2, 3]);
    assert_eq!(edits.iter().map(|(span, _)| span.start).collect::<Vec<_>>(), [0, 3, 9, 12]);
}

#[test]
fn a_full_name_is_respelt_with_its_short_form() {
    let text = "व्लादिमीर पुतिन आए। पुतिन बोले। व्लादिमीर पूतिन लौटे। पूतिन ने कहा।";
    let all = actions(&plain(text), caret(text, "पूतिन लौटे"));
    assert_eq!(titles(&all)[1], "पूरी ख़बर में “पुतिन” लिखें");
    assert_eq!(after(text, &all[1]), text.replace("पूतिन", "पुतिन"));
}
