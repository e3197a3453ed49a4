use super::*;
use crate::diagnostics::test_support::{at, edited, markdown, nth, of, plain};
use crate::newsroom::Config;
use crate::text::Format;

/// The article after the name at the beginning of `part` got another text.
fn renamed(snapshot: &Snapshot, part: &str, new: &str) -> String {
    let renaming = rename(snapshot, at(&snapshot.text, part), new).unwrap();
    assert_eq!(renaming.left, []);
    edited(&snapshot.text, &renaming.edits)
}

#[test]
fn all_spellings_of_a_form_get_the_new_one() {
    let text = "मॉस्को 😀 शांत है।\r\nमास्को में बर्फ़ गिरी, मोस्को चुप है।";
    for caret in ["मॉस्को", "मास्को", "मोस्को"] {
        assert_eq!(renamed(&plain(text), caret, "मास्को"), "मास्को 😀 शांत है।\r\nमास्को में बर्फ़ गिरी, मास्को चुप है।");
    }
}

#[test]
fn other_forms_and_other_actors_stay() {
    let text = "भारतीय जनता पार्टी की बैठक हुई। भाजपा तैयार है। बीजेपी और भाजपा एक हैं। कांग्रेस चुप है।";
    assert_eq!(
        renamed(&plain(text), "भाजपा", "पार्टी"),
        "भारतीय जनता पार्टी की बैठक हुई। पार्टी तैयार है। बीजेपी और पार्टी एक हैं। कांग्रेस चुप है।"
    );
}

#[test]
fn what_is_joined_stays_joined() {
    let text = "नरेंद्र मोदी आए। मोदीजी मुस्कराए। मोदी ने कहा।";
    assert_eq!(
        renamed(&plain(text), "मोदी ने", "प्रधानमंत्री"),
        "नरेंद्र मोदी आए। प्रधानमंत्रीजी मुस्कराए। प्रधानमंत्री ने कहा।"
    );
    assert_eq!(renamed(&plain(text), "मोदीजी", "प्रधानमंत्री"), renamed(&plain(text), "मोदी ने", "प्रधानमंत्री"));
    let text = "व्लादिमीर पुतिन आए। पुतिनने कहा।";
    assert_eq!(renamed(&plain(text), "पुतिनने", "पूतिन"), "व्लादिमीर पूतिन आए। पूतिनने कहा।");
}

#[test]
fn a_respelt_surname_is_respelt_in_the_full_name() {
    let text = "डोनाल्ड ट्रंप आए। ट्रंप लौटे। मेलानिया ट्रंप रुकीं।";
    assert_eq!(renamed(&plain(text), "ट्रंप लौटे", "ट्रम्प"), "डोनाल्ड ट्रम्प आए। ट्रम्प लौटे। मेलानिया ट्रंप रुकीं।");
    assert_eq!(
        renamed(&plain(text), "ट्रंप लौटे", "राष्ट्रपति"),
        "डोनाल्ड ट्रंप आए। राष्ट्रपति लौटे। मेलानिया ट्रंप रुकीं।",
        "another name is no part of the full one"
    );
}

#[test]
fn a_name_nobody_listed_is_renamed_where_the_ear_finds_it() {
    let text = "समुद्री आंधी अम्फान आई। अंफान से नुकसान हुआ।";
    assert_eq!(renamed(&plain(text), "अंफान", "अम्फन"), "समुद्री आंधी अम्फन आई। अम्फन से नुकसान हुआ।");
}

#[test]
fn markup_is_not_touched() {
    let text = "**व्लादिमीर** पुतिन और _व्लादिमीर\nपुतिन_ आए। [व्लादिमीर पुतिन](पुतिन.md) `व्लादिमीर पुतिन`";
    assert_eq!(
        renamed(&markdown(text), "व्लादिमीर", "ब्लादिमिर पूतिन"),
        "**ब्लादिमिर** पूतिन और _ब्लादिमिर\nपूतिन_ आए। [ब्लादिमिर पूतिन](पुतिन.md) `व्लादिमीर पुतिन`"
    );
    let snapshot = markdown(text);
    assert_eq!(
        rename(&snapshot, at(text, "व्लादिमीर"), "पुतिन"),
        Err(interwoven()),
        "two words cannot become one"
    );
    let elsewhere = rename(&snapshot, nth(text, "पुतिन", 2).start as usize, "पुतिन").unwrap();
    assert_eq!((elsewhere.edits.len(), elsewhere.left.len()), (1, 2));
    let html = "<p>पु&#x0924;िन आए। व्लादिमीर पुतिन बोले।</p>";
    let snapshot = of(html, Format::Html, Config::default());
    assert_eq!(prepare(&snapshot, at(html, "पु")), Err(interwoven()));
    assert_eq!(prepare(&snapshot, at(html, "व्ला")).unwrap().text, "व्लादिमीर पुतिन");
}

#[test]
fn only_a_name_is_renamed_and_only_to_one() {
    let text = "पुतिन 😀 लौटे।";
    let snapshot = plain(text);
    assert_eq!(prepare(&snapshot, at(text, "लौटे")), Err(no_name()));
    assert_eq!(
        prepare(&snapshot, 3).unwrap(),
        Renameable { span: nth(text, "पुतिन", 0), text: "पुतिन".into() }
    );
    assert_eq!(rename(&snapshot, at(text, "लौटे"), "क"), Err(no_name()));
    for bad in ["", "   ", "पु\nतिन", "पु\u{200B}तिन", "<b>", "पुतिन*", "िक", "12", "-पुतिन", "पुतिन।", "😀"]
    {
        assert!(rename(&snapshot, 0, bad).is_err(), "{bad:?}");
    }
    for good in ["व्लादिमीर  पुतिन ", "Putin", "जी-20", "ए.पी.जे. अब्दुल कलाम", "जनता दल (यूनाइटेड)", "पुति\u{200D}न"]
    {
        assert!(rename(&snapshot, 0, good).is_ok(), "{good:?}");
    }
    assert_eq!(rename(&snapshot, 0, " व्लादिमीर  पुतिन ").unwrap().edits[0].1, "व्लादिमीर पुतिन");
    assert_eq!(rename(&snapshot, 0, "पुतिन").unwrap(), Renaming::default(), "the same name changes nothing");
}

#[test]
fn the_short_form_goes_along_with_the_full_name() {
    let text = "व्लादिमीर पुतिन आए। पुतिन ने कहा। पूतिन लौटे, और व्लादिमीर पुतिन सोए। पुतिनने कहा।";
    assert_eq!(
        renamed(&plain(text), "व्लादिमीर", "व्लादिमीर पूतीन"),
        "व्लादिमीर पूतीन आए। पूतीन ने कहा। पूतीन लौटे, और व्लादिमीर पूतीन सोए। पूतीनने कहा।"
    );
    let renaming = rename(&plain(text), 0, "व्लादिमीर पूतीन").unwrap();
    assert_eq!((renaming.places, renaming.short_places), (2, 3));
    assert_eq!(renaming.summary().unwrap().hi, "पूरा नाम 2 बार बदला, और छोटा नाम 3 बार।");
    assert_eq!(
        renamed(&plain(text), "व्लादिमीर", "व्लादिमीर व्लादिमीरोविच पूतीन"),
        "व्लादिमीर व्लादिमीरोविच पूतीन आए। पूतीन ने कहा। पूतीन लौटे, और व्लादिमीर व्लादिमीरोविच पूतीन सोए। पूतीनने कहा।",
        "the surname is the last word"
    );
}

#[test]
fn a_short_form_stays_where_its_part_of_the_full_name_does() {
    let text = "व्लादिमीर पुतिन आए। पुतिन ने कहा। पूतिन लौटे।";
    assert_eq!(renamed(&plain(text), "व्लादिमीर", "ब्लादिमीर पुतिन"), text.replace("व्लादिमीर", "ब्लादिमीर"));
    assert_eq!(rename(&plain(text), 0, "ब्लादिमीर पुतिन").unwrap().summary(), None);
    let text = "भारतीय जनता पार्टी की बैठक हुई। भाजपा तैयार है।";
    assert_eq!(
        renamed(&plain(text), "भारतीय", "भाजपाई दल"),
        "भाजपाई दल की बैठक हुई। भाजपा तैयार है।",
        "an acronym is no part of the full name"
    );
    assert_eq!(rename(&plain(text), at(text, "भाजपा"), "दल").unwrap().short_places, 0);
}
