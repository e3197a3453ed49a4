//! Pairs of spellings as they stand in newspapers: what is one name, and what is not.

use proptest::prelude::*;
use vartani::newsroom::{Config, Newsroom};
use vartani::reading::spelling::{CLASSES, Prepared, VETOES, compare, sound_keys};

#[track_caller]
fn same(pairs: &[(&str, &str)]) {
    let newsroom = Newsroom::shipped(Config::default());
    for (a, b) in pairs {
        let said = compare(a, b, &newsroom);
        assert!(said.same, "{a} / {b}: {:.2} {}", said.score, said.reason(&newsroom));
    }
}

#[track_caller]
fn different(pairs: &[(&str, &str)]) {
    let newsroom = Newsroom::shipped(Config::default());
    for (a, b) in pairs {
        let said = compare(a, b, &newsroom);
        assert!(!said.same, "{a} / {b}: {:.2} {}", said.score, said.reason(&newsroom));
    }
}

#[test]
fn schools_of_spelling_are_one_word_even_in_ordinary_words() {
    same(&[
        ("सम्बन्ध", "संबंध"),
        ("मुँह", "मुंह"),
        ("खायेंगे", "खाएंगे"),
        ("प्रायः", "प्राय"),
        ("वर्त्तमान", "वर्तमान"),
        ("तत्त्व", "तत्व"),
        ("चिह्न", "चिन्ह"),
        ("शृंगार", "श्रृंगार"),
        ("सड़क", "सडक"),
        ("ग़ज़ल", "गजल"),
        ("इनकार", "इन्कार"),
        ("स्वयंवर", "स्वयम्वर"),
        ("विद्वान्", "विद्वान"),
    ]);
}

#[test]
fn a_full_name_is_one_with_its_middle_name_and_with_the_surname_first() {
    same(&[
        ("डोनाल्ड जॉन ट्रंप", "डोनाल्ड ट्रंप"),
        ("डोनाल्ड ट्रम्प", "डोनल्ड जॉन ट्रंप"),
        ("नरेंद्र दामोदरदास मोदी", "नरेन्द्र मोदी"),
        ("शी जिनपिंग", "जिनपिंग शी"),
        ("ए.पी.जे. अब्दुल कलाम", "एपीजे अब्दुल कलाम"),
        ("ए पी जे", "ए.पी.जे."),
    ]);
    different(&[
        ("राम सिंह", "राम कुमार सिंह"),
        ("राहुल गांधी", "राजीव गांधी"),
        ("राहुल राजीव गांधी", "राजीव गांधी"),
        ("नरेंद्र मोदी", "नीरव दीपक मोदी"),
        ("जॉर्ज डब्ल्यू बुश", "जॉर्ज एच डब्ल्यू बुश"),
        ("उत्तर प्रदेश", "उत्तर मध्य प्रदेश"),
        ("राम कुमार", "कुमार राम"),
        ("भारत चीन", "चीन भारत"),
        ("नई दिल्ली", "नई पुरानी दिल्ली"),
    ]);
}

#[test]
fn one_name_from_two_desks() {
    same(&[
        ("अम्फान", "अंफान"),
        ("ज़ेलेंस्की", "जेलेन्सकी"),
        ("व्लादिमीर", "व्लादिमिर"),
        ("मॉस्को", "मास्को"),
        ("वॉशिंगटन", "वाशिंगटन"),
        ("ब्लिंकन", "ब्लिंकेन"),
        ("बाइडन", "बाइडेन"),
        ("नेतन्याहू", "नेतान्याहु"),
        ("तेल अवीव", "तेल अविव"),
        ("हैरिस", "हेरिस"),
    ]);
    same(&[
        ("क्रेमलिन", "क्रेम्लिन"),
        ("लुहान्स्क", "लुहांस्क"),
        ("डोनेत्स्क", "दोनेत्स्क"),
        ("ज़पोरिज़्ज़िया", "ज़ापोरिज़्ज़िया"),
        ("इस्तांबुल", "इस्ताम्बूल"),
        ("मर्केल", "मार्केल"),
    ]);
    same(&[
        ("मोहम्मद", "मुहम्मद"),
        ("ख़ामेनेई", "खामनेई"),
        ("चंद्रबाबू", "चन्द्रबाबु"),
        ("रवीन्द्रनाथ", "रविंद्रनाथ"),
        ("तेजस्वी", "तेजस्वि"),
        ("व्हाट्सऐप", "वाट्सएप"),
        ("ट्विटर", "टि्वटर"),
        ("ब्लॉक", "ब्लाक"),
        ("अज़हरुद्दीन", "अज़हरउद्दीन"),
        ("सैयद", "सैय्यद"),
        ("धनखड़", "धनखर"),
        ("ख़ामेनेई", "खामेनी"),
        ("डब्ल्यूएचओ", "डब्लूएचओ"),
        ("अब्दुल्लाह", "अब्दुल्ला"),
        ("गिलानी", "गीलानी"),
    ]);
}

#[test]
fn lists_know_one_word_where_the_ear_hears_two() {
    same(&[
        ("कोराना", "कोरोना"),
        ("नोबल", "नोबेल"),
        ("कलेक्टर", "कलक्टर"),
        ("जेनरेटर", "जनरेटर"),
        ("चारागाह", "चरागाह"),
        ("नाटो", "नेटो"),
    ]);
    different(&[("कमरा", "कैमरा"), ("करना", "कोराना"), ("पटल", "पटेल"), ("विकट", "विकेट")]);
}

#[test]
fn the_weak_last_vowel_of_a_loanword_is_written_in_two_ways() {
    same(&[("होटल", "होटेल"), ("चैनल", "चैनेल"), ("गार्डन", "गार्डेन"), ("कैप्टन", "कैप्टेन"), ("मॉडल", "मॉडेल")]);
    different(&[("अजय", "अजेय"), ("सहज", "सहेज"), ("नकल", "नकेल"), ("पाटकर", "पाटेकर"), ("बहाल", "बेहाल")]);
}

#[test]
fn the_gazetteers_have_the_last_word() {
    let newsroom = Newsroom::shipped(Config::default());
    let said = compare("इज़राइल", "इसराइल", &newsroom);
    assert!(said.same);
    assert!(said.reason(&newsroom).to_string().starts_with("actor:israel"));
    same(&[("असम", "आसाम"), ("न्यू यॉर्क", "न्यूयार्क")]);
    // two names of one city are no spellings of each other
    different(&[("मुंबई", "बंबई"), ("ऑस्ट्रिया", "ऑस्ट्रेलिया"), ("माली", "मलावी")]);
}

#[test]
fn one_name_of_several_words() {
    same(&[
        ("डोनल्ड ट्रम्प", "डोनाल्ड ट्रंप"),
        ("न्यू यॉर्क", "न्यूयार्क"),
        ("गिनी-बिसाऊ", "गिनी बिसाउ"),
        ("ए.पी.जे.", "ए पी जे"),
        ("ए.पी.जे. अब्दुल कलाम", "एपीजे अब्दुल कलाम"),
        ("संघर्षविराम", "संघर्ष विराम"),
        ("संघर्ष-विराम", "संघर्ष विराम"),
        ("कोविड-19", "कोविड 19"),
    ]);
    different(&[
        ("डोनाल्ड ट्रंप", "डोनाल्ड टस्क"),
        ("राहुल गांधी", "राजीव गांधी"),
        ("नई दिल्ली", "दिल्ली"),
        ("अमित शाह", "अमिता शाह"),
        ("कोविड-19", "कोविड-20"),
    ]);
}

#[test]
fn forms_of_one_word_are_not_spellings_of_it() {
    different(&[
        ("घोड़ा", "घोड़े"),
        ("घोड़ी", "घोड़ियों"),
        ("किताब", "किताबें"),
        ("किताबें", "किताबों"),
        ("चिट्ठियां", "चिट्ठियों"),
        ("बोला", "बोली"),
        ("बोले", "बोलें"),
        ("पढ़ना", "पढ़ाना"),
        ("निकलते", "निकालते"),
        ("चीन", "चीनी"),
        ("अमेरिका", "अमेरिकी"),
        ("यूक्रेन", "यूक्रेनी"),
        ("समाज", "समाजवाद"),
        ("समाजवाद", "समाजवादी"),
        ("बच्चा", "बचपन"),
        ("सुनील", "सुनीला"),
        ("अशोक", "अशोका"),
        ("मोदी", "मोदीजी"),
        ("पुतिन", "पुतिनको"),
        ("टिनटिन", "टिनटिनी"),
        ("ज़ोरबा", "ज़ोरबे"),
        ("संभव", "असंभव"),
        ("स्थिर", "अस्थिर"),
    ]);
}

#[test]
fn words_that_one_sound_tells_apart() {
    different(&[
        ("दिन", "दीन"),
        ("शिला", "शीला"),
        ("कल", "काल"),
        ("बल", "बाल"),
        ("कम", "काम"),
        ("और", "ओर"),
        ("में", "मैं"),
        ("मेला", "मैला"),
        ("शेर", "सैर"),
        ("सुना", "सूना"),
        ("पिता", "पीता"),
        ("लुट", "लूट"),
        ("बेल", "बैल"),
        ("कोन", "कौन"),
        ("डाल", "दाल"),
        ("मोटी", "मोती"),
        ("पाठ", "पाट"),
        ("खाना", "काना"),
        ("शाम", "साम"),
        ("पता", "पत्ता"),
        ("बचा", "बच्चा"),
        ("हाल", "हॉल"),
        ("काफी", "कॉफी"),
        ("बाल", "बॉल"),
        ("करता", "कर्ता"),
        ("बनकर", "बंकर"),
        ("किस्से", "किससे"),
        ("खींचा", "खिंचा"),
        ("मंत्रालय", "मंत्रालयी"),
        ("प्रवाह", "परवाह"),
        ("अक्षर", "अक्सर"),
        ("ग्रह", "गृह"),
        ("समान", "सम्मान"),
        ("वन", "बन"),
        ("हंस", "हम"),
        ("आमिर", "अमीर"),
    ]);
}

#[test]
fn strangers() {
    different(&[
        ("ऑस्ट्रिया", "ऑस्ट्रेलिया"),
        ("ईरान", "इराक"),
        ("नाइजर", "नाइजीरिया"),
        ("स्लोवाकिया", "स्लोवेनिया"),
        ("पुतिन", "पुतान"),
        ("ओबामा", "ओसामा"),
        ("बीजेपी", "बीएसपी"),
        ("एनडी", "एंडी"),
        ("एनडी", "एनडीए"),
        ("राम", "NATO"),
        ("NATO", "TASS"),
        ("", "राम"),
        ("-", "."),
    ]);
}

/// Words of any shape: real letters in any order, joiners, signs where none belong, other scripts.
fn any_word() -> impl Strategy<Value = String> {
    prop_oneof![
        "[\u{0900}-\u{097F}\u{200C}\u{200D}]{0,14}",
        "([क-ह]\u{094D}?[ा-ौ]?[ंँ]?){1,7}",
        "\\PC{0,10}",
        "[कखतथदधपबमनयरलवसह][ािीुूेैोौ]?([कतदपमनयरलवसह][ािीुूेैोौ्]?){0,4}( [करमस][ाीे]?)?",
    ]
}

/// A word and the same with some letters changed as the table says they may be.
fn word_and_variant() -> impl Strategy<Value = (String, String)> {
    const NAMES: [&str; 12] = [
        "ज़ेलेंस्की",
        "किर्गिस्तान",
        "वोलोदिमिर",
        "मैक्रों",
        "बेलारूस",
        "अम्फान",
        "जोहानिसबर्ग",
        "तुर्कमेनिस्तान",
        "एस्टोनिया",
        "ग्वाटेमाला",
        "इज़राइल",
        "मोहम्मद",
    ];
    (0..NAMES.len(), proptest::collection::vec((0usize..40, 0usize..200), 1..4)).prop_map(
        |(name, changes)| {
            let mut letters: Vec<char> = NAMES[name].chars().collect();
            let pairs: Vec<(char, char)> = CLASSES.iter().flat_map(|row| row.pairs).copied().collect();
            for (at, pair) in changes {
                let (x, y) = pairs[pair % pairs.len()];
                let at = at % letters.len();
                for (from, to) in [(x, y), (y, x), (matra(x), matra(y)), (matra(y), matra(x))] {
                    if letters[at] == from && from != to {
                        letters[at] = to;
                        break;
                    }
                }
            }
            (NAMES[name].to_owned(), letters.into_iter().collect())
        },
    )
}

/// The sign of a vowel; other letters stay.
fn matra(c: char) -> char {
    const SIGNS: [(char, char); 11] = [
        ('आ', 'ा'),
        ('इ', 'ि'),
        ('ई', 'ी'),
        ('उ', 'ु'),
        ('ऊ', 'ू'),
        ('ए', 'े'),
        ('ऐ', 'ै'),
        ('ओ', 'ो'),
        ('औ', 'ौ'),
        ('ऑ', 'ॉ'),
        ('ऍ', 'ॅ'),
    ];
    SIGNS.iter().find(|(vowel, _)| *vowel == c).map_or(c, |(_, sign)| *sign)
}

fn check(a: &str, b: &str) -> Result<(), TestCaseError> {
    let newsroom = Newsroom::shipped(Config::default());
    let said = compare(a, b, &newsroom);
    prop_assert_eq!(&said, &compare(b, a, &newsroom), "{} / {}", a, b);
    prop_assert_eq!(&said, &Prepared::new(a, &newsroom).compare(&Prepared::new(b, &newsroom)));
    prop_assert!((0.0..=1.0).contains(&said.score));
    prop_assert_eq!(said.same, said.veto.is_none());
    prop_assert_eq!(said.same, said.score >= 0.5);
    prop_assert!(compare(a, a, &newsroom).same);
    let (keys_a, keys_b) = (sound_keys(a), sound_keys(b));
    prop_assert!((1..=2).contains(&keys_a.len()));
    if said.same {
        prop_assert!(keys_a.iter().any(|key| keys_b.contains(key)), "{} / {}: {:?}", a, b, said);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_two_strings_are_judged_alike_both_ways(a in any_word(), b in any_word()) {
        check(&a, &b)?;
    }

    #[test]
    fn what_is_called_one_shares_a_key((a, b) in word_and_variant()) {
        check(&a, &b)?;
    }
}

#[test]
fn names_of_several_words_of_other_lengths_are_judged_alike_both_ways() {
    for (a, b) in [("व स", "ब सा"), ("वीर सिंह", "बीर सिंघा"), ("रमेश व चंद", "रमेशा ब चंद")]
    {
        check(a, b).unwrap();
    }
}

#[test]
fn the_examples_of_the_table_are_one_word() {
    let newsroom = Newsroom::shipped(Config::default());
    for row in CLASSES {
        let (a, b) = row.example;
        let said = compare(a, b, &newsroom);
        let reason = said.reason(&newsroom).to_string();
        assert!(said.same, "{}: {a} / {b}: {:.2} {reason}", row.id, said.score);
        assert!(reason.contains(row.id), "{}: {a} / {b}: {reason}", row.id);
    }
}

#[test]
fn the_examples_of_the_vetoes_are_two_words() {
    let newsroom = Newsroom::shipped(Config::default());
    for row in VETOES {
        let (a, b) = row.example;
        let reason = compare(a, b, &newsroom).reason(&newsroom).to_string();
        assert_eq!(reason.split(':').nth(1), Some(row.id), "{a} / {b}: {reason}");
    }
}

#[test]
fn names_that_are_one_or_two_are_found_by_their_sound() {
    let list = include_str!("../data/lexicon/one-or-two.tsv");
    for row in list.lines().filter(|line| !line.starts_with('#')).skip(1) {
        let columns: Vec<&str> = row.split('\t').collect();
        let [a, b, ..] = columns[..] else { panic!("{row}") };
        let (one, other) = (sound_keys(a), sound_keys(b));
        assert!(one.iter().any(|key| other.contains(key)), "{a} / {b}");
    }
    same(&[("अजीत", "अजित"), ("सुजीत", "सुजित")]);
}

/// What it costs is counted in `tests/growth`.
#[test]
fn a_word_of_ten_thousand_letters_has_one_answer() {
    let newsroom = Newsroom::shipped(Config::default());
    for unit in ["क", "ा", "क्", "त्त", "का", "एन", "ए ", "-", "ं", "ि्", "x"] {
        let long = unit.repeat(10_000);
        for other in [format!("{long}ा"), format!("म{long}"), format!("{long}{long}"), unit.repeat(9_999)]
        {
            let said = compare(&long, &other, &newsroom);
            assert_eq!(said, compare(&other, &long, &newsroom));
        }
    }
}
