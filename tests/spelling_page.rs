//! `docs/spelling-classes.md` is made from the tables the engine decides by, and is as new as they are.
//!
//! After a change of the tables: `UPDATE_EXPECT=1 cargo test --test spelling_page`.

use std::fmt::Write as _;

use expect_test::expect_file;
use vartani::reading::spelling::{CEILING, CLASSES, Level, NEVER, PER_SOUND, Row, VETOES};

#[test]
fn the_page_of_the_classes_is_current() {
    expect_file!["../docs/spelling-classes.md"].assert_eq(&page());
}

fn page() -> String {
    let mut page = format!(
        "# एक नाम, कितनी वर्तनियाँ · When two spellings are one name

<!-- Made from src/reading/spelling/ by `UPDATE_EXPECT=1 cargo test --test spelling_page`. Do not edit. -->

vartani दो शब्दों को ध्वनियों में बाँटती है, साथ रखती है, और हर अंतर को नीचे के किसी वर्ग में पहचानती है। वर्ग का भार बताता है कि शब्द के
आरंभ, मध्य या अंत में वह अंतर “एक ही नाम” के कितना विरुद्ध है; “–” यानी वहाँ वह शब्दों को अलग करता है। भारों का जोड़ शब्द की लंबाई
से तौला जाता है: हर ध्वनि {PER_SOUND} सहती है, पूरा शब्द ज़्यादा से ज़्यादा {CEILING}। जब शब्दकोश दोनों शब्दों को या एक को जानता है, तब
वही अंतर भारी हो जाते हैं जिन पर हिंदी अपने शब्द अलग करती है: यह “भेद” है, 0 (कभी नहीं) से 1 (हमेशा)।

`vartani compare A B` का आख़िरी खाना इन्हीं नामों में बताता है कि फ़ैसला किस आधार पर हुआ।

vartani parses two words into sounds, lays them side by side and gives every difference a class of these tables. The weight of a class
says how far the difference speaks against “one name” at the beginning, in the middle or at the end of a word; “–” means that there it
tells words apart. The sum is held against the length: each sound carries {PER_SOUND}, a whole word at most {CEILING}. Where the lexicon
knows both words, or one, the differences by which Hindi tells its words apart weigh more: that is the contrast, from 0 (never) to 1
(always).

The last column of `vartani compare A B` gives the grounds of a verdict in these names.
"
    );
    let levels = [
        (Level::SameLook, "दिखने में एक · What a reader cannot see", "हर शब्द में। In any word."),
        (Level::Orthographic, "वर्तनी के ढंग · Schools of spelling", "हर शब्द में। In any word."),
        (Level::Transliteration, "लिप्यंतरण · Ears and pens", "नामों और आगत शब्दों में। In names and loanwords."),
    ];
    for (level, heading, where_it_holds) in levels {
        let _ = write!(
            page,
            "\n## {heading}\n\n{where_it_holds}\n\n\
             | वर्ग · class | जैसे · like | आरंभ | मध्य | अंत | भेद · contrast | क्या · what |\n\
             | --- | --- | --- | --- | --- | --- | --- |\n"
        );
        CLASSES.iter().filter(|row| row.level == level).for_each(|row| class(&mut page, row));
    }
    page += "\n## जहाँ निशान नहीं लगता · What keeps it silent\n\n\
             | वजह · reason | जैसे · like | क्या · what |\n| --- | --- | --- |\n";
    for row in VETOES {
        let (a, b) = row.example;
        let _ = writeln!(page, "| `veto:{}` | {a}, {b} | {}<br>{} |", row.id, row.hi, row.en);
    }
    page += "\nनामकोश में किसी नाम की जो वर्तनियाँ दर्ज हैं, वे एक ही नाम हैं, कान जो भी कहे: तब वजह `actor:` और उस नाम की id है।\n\n\
             Spellings that an actor's entry lists for one name are one, whatever the ear says; the reason then is `actor:` and the id of\n\
             the actor.\n";
    page
}

fn class(page: &mut String, row: &Row) {
    let number = |value: f32| if value == NEVER { "–".to_owned() } else { value.to_string() };
    let [initial, medial, last] = row.weight.map(number);
    let contrast = row.contrast.map(number).join(" ");
    let (a, b) = row.example;
    let (a, b) = (shown(a), shown(b));
    let _ = writeln!(
        page,
        "| `{}` | {a}, {b} | {initial} | {medial} | {last} | {contrast} | {}<br>{} |",
        row.id, row.hi, row.en
    );
}

/// An example with its invisible characters made visible.
fn shown(word: &str) -> String {
    word.replace('\u{200D}', "&#x200D;").replace('\u{95B}', "&#x95B;")
}
