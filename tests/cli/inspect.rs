//! `inspect`: what was understood of an article.

use serde_json::Value;

use crate::folder::{CLEAN, Folder};

#[test]
fn inspect_prints_what_was_understood_in_order() {
    let article = "नई दिल्ली, 12 मार्च 2025 (भाषा)। व्लादिमीर पुतिन ने बुधवार को कहा कि वार्ता 14-16 मार्च को होगी। \
                   नुगरोहो बोले। नुग्रोहो हँसे। नुगरोहो लौटे।\n";
    let folder = Folder::with(&[("a.txt", article)]);
    let said = folder.run(&["inspect", "a.txt"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let lines = said.lines();
    let expected = [
        serde_json::json!({"kind": "dateline", "place": "नई दिल्ली", "date": "2025-03-12", "source": "opening",
            "span": {"start": 0, "end": 50}}),
        serde_json::json!({"kind": "actor", "text": "नई दिल्ली", "span": {"start": 0, "end": 25},
            "id": "new-delhi", "name": "नई दिल्ली", "role": null}),
        serde_json::json!({"kind": "time", "text": "12 मार्च 2025", "span": {"start": 27, "end": 50}, "class": "date",
            "timex": "2025-03-12", "start": "2025-03-12", "end": "2025-03-13"}),
        serde_json::json!({"kind": "actor", "text": "व्लादिमीर पुतिन", "span": {"start": 69, "end": 112},
            "id": "vladimir-putin", "name": "व्लादिमीर पुतिन", "role": "रूस के राष्ट्रपति"}),
        serde_json::json!({"kind": "time", "text": "बुधवार", "span": {"start": 120, "end": 138}, "class": "weekday",
            "timex": "2025-03-12", "start": "2025-03-12", "end": "2025-03-13"}),
        serde_json::json!({"kind": "time", "text": "14-16 मार्च", "span": {"start": 182, "end": 203}, "class": "range",
            "timex": "2025-03-14/2025-03-16", "start": "2025-03-14", "end": "2025-03-17"}),
        serde_json::json!({"kind": "name", "text": "नुगरोहो", "span": {"start": 227, "end": 248},
            "preferred": "नुगरोहो", "variants": ["नुग्रोहो"]}),
        serde_json::json!({"kind": "name", "text": "नुग्रोहो", "span": {"start": 265, "end": 289},
            "preferred": "नुगरोहो", "variants": ["नुग्रोहो"]}),
        serde_json::json!({"kind": "name", "text": "नुगरोहो", "span": {"start": 306, "end": 327},
            "preferred": "नुगरोहो", "variants": ["नुग्रोहो"]}),
    ];
    for (line, expected) in lines.iter().zip(&expected) {
        assert_eq!(line, expected);
    }
    assert_eq!(lines.len(), expected.len());
}

#[test]
fn a_dateline_says_where_its_date_is_from() {
    let folder = Folder::with(&[
        ("plain.txt", CLEAN),
        ("2025-03-12.txt", CLEAN),
        ("front.md", "---\ndate: 2025-03-12\n---\n\nबारिश हुई।\n"),
    ]);
    let dateline = |arguments: &[&str]| folder.run(&[&["inspect"], arguments].concat()).lines()[0].clone();
    let unknown = serde_json::json!({"kind": "dateline", "place": null, "date": null, "source": null});
    assert_eq!(dateline(&["plain.txt"]), unknown);
    for (arguments, source) in [
        (&["2025-03-12.txt"][..], "file-name"),
        (&["front.md"], "front-matter"),
        (&["--dateline", "2025-03-12", "plain.txt"], "given"),
    ] {
        let line = dateline(arguments);
        assert_eq!((line["date"].as_str(), line["source"].as_str()), (Some("2025-03-12"), Some(source)));
    }
}

#[test]
fn the_day_is_the_first_that_the_document_gives_in_a_fixed_order() {
    let page = |head: &str, body: &str| format!("<html><head>{head}</head><body>{body}</body></html>");
    let published = r#"<meta property="article:published_time" content="2025-03-12T09:00:00+05:30">"#;
    let modified = r#"<meta property="article:modified_time" content="2025-04-01T09:00:00+05:30">"#;
    let json_ld = r#"<script type="application/ld+json">{"@type": "NewsArticle", "datePublished" : "2025-03-11T20:30:00Z"}</script>"#;
    let time = r#"<p><time datetime="2025-03-12">12 मार्च</time> बारिश हुई।</p>"#;
    let rain = "<p>बारिश हुई।</p>";
    let dated = "<p>नई दिल्ली, 13 मार्च 2025 (भाषा)। बारिश हुई।</p>";
    let front = |key: &str| format!("---\nlastmod: 2026-01-01\n{key}\n---\n\nबारिश हुई।\n");
    for (name, text, day, source, stated) in [
        ("a.md", front("pubDate: 2025-03-12"), "2025-03-12", "front-matter", "pubDate"),
        ("a.md", front("publishDate: 12 मार्च 2025"), "2025-03-12", "front-matter", "publishDate"),
        ("a.md", front("date: 12/03/2025"), "2025-03-12", "front-matter", "date"),
        ("a.md", front("published: '१२ मार्च २०२५'\ndate: 2025-03-13"), "2025-03-13", "front-matter", "date"),
        ("a.md", front("datePublished: 2025-03-11T20:30:00Z"), "2025-03-12", "front-matter", "datePublished"),
        (
            "a.md",
            "+++\ndate = 2025-03-12T08:00:00+05:30\n+++\n".to_owned(),
            "2025-03-12",
            "front-matter",
            "date",
        ),
        (
            "a.md",
            "{\n\"date\": \"2025-03-12\"\n}\n\nबारिश\n".to_owned(),
            "2025-03-12",
            "front-matter",
            "date",
        ),
        ("a.md", front("draft: true"), "2026-01-01", "modified", "lastmod"),
        ("2025-03-12.md", front("draft: true"), "2025-03-12", "file-name", ""),
        (
            "a.html",
            page(&[modified, published].concat(), dated),
            "2025-03-12",
            "metadata",
            "article:published_time",
        ),
        ("a.html", page(json_ld, rain), "2025-03-12", "metadata", "datePublished"),
        ("a.html", page("", &[time, dated].concat()), "2025-03-13", "opening", ""),
        ("a.html", page(modified, time), "2025-03-12", "time-element", "time"),
        ("a.html", page(modified, rain), "2025-04-01", "modified", "article:modified_time"),
        ("a.html", page(r#"<script>{"datePublished": "2025-03-11"}</script>"#, rain), "", "", ""),
    ] {
        let folder = Folder::with(&[(name, &text)]);
        let line = folder.run(&["inspect", name]).lines()[0].clone();
        let said = [&line["date"], &line["source"], &line["stated"]["name"]];
        assert_eq!(said.map(|value| value.as_str().unwrap_or_default()), [day, source, stated], "{text}");
    }
}

#[test]
fn a_time_without_a_dateline_keeps_its_gaps() {
    let folder = Folder::with(&[]);
    let said = folder.run_with(&["inspect", "-"], "परीक्षा 14 मार्च को और नतीजा मई 2024 में आया।\n");
    let times: Vec<_> = said.lines().into_iter().filter(|line| line["kind"] == "time").collect();
    let known = |line: &Value| [line["timex"].clone(), line["start"].clone(), line["end"].clone()];
    assert_eq!(known(&times[0]), [Value::from("XXXX-03-14"), Value::Null, Value::Null]);
    assert_eq!(
        known(&times[1]).map(|v| v.as_str().unwrap().to_owned()),
        ["2024-05", "2024-05-01", "2024-06-01"]
    );
}

/// Who is read in an article, by the ids.
fn actors(text: &str) -> Vec<String> {
    let folder = Folder::with(&[("a.txt", text)]);
    let lines = folder.run(&["inspect", "--dateline", "2025-03-12", "a.txt"]).lines();
    let actors = lines.iter().filter(|line| line["kind"] == "actor");
    actors.map(|line| line["id"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_namesake_is_not_taken_for_the_one_who_is_known() {
    for (text, meant) in [
        ("सूरत के व्यापारी हितेश मोदी ने कहा कि कर घटे। मोदी के अनुसार बाज़ार सुस्त है।", &[][..]),
        ("राजीव कुमार गुप्ता ने दुकान खोली।", &[]),
        ("मनमोहन सिंह राठौड़ ने खेत जोता।", &[]),
        ("राजनाथ सिंह चौहान ने पुरस्कार जीता।", &[]),
        ("भोपाल के रोहित शर्मा नाम के युवक ने नौकरी छोड़ दी।", &["bhopal"]),
        ("विराट कोहली नाम का बच्चा पहली कक्षा में है।", &[]),
        ("गौतम गंभीर ने कहा। गंभीर बीमारी से बच्चा बीमार था।", &["gautam-gambhir"]),
        ("भगवंत मान ने कहा। यह बात मान लीजिए।", &["bhagwant-mann"]),
        ("डोनाल्ड ट्रंप ने कहा। सुप्रीम कोर्ट ने फ़ैसला सुनाया।", &["donald-trump"]),
        ("उदयपुर सिंह ने दौड़ जीती। कानपुर यादव ने रन बनाए।", &[]),
        ("एक योगी ने गुफा में तप किया।", &[]),
        // The name goes on, with a surname that is in no list
        ("राहुल गांधी वाडकर ने दुकान खोली।", &[]),
        ("ममता बनर्जी घोष ने ट्यूशन पढ़ाया।", &[]),
        ("जुआन कार्लोस वैरेला ने नहर का दौरा किया।", &[]),
        ("सेंट थॉमस में जॉन हावर्ड ग्रिम्सबी की सेवाएँ याद की गईं।", &[]),
        ("संस्थान के डायरेक्टर विवेकानंद झा का कहना है कि दवा मिलेगी।", &[]),
        ("कंपनी के सीईओ आज़म अली ख़ान ने बताया कि काम शुरू हुआ।", &[]),
        ("डीएम नीतीश कुमार ने जाँच का आदेश दिया।", &[]),
        ("मेले में दुकानें देर रात तक गुलज़ार रहीं।", &[]),
        ("शिविर में मनप्रीत सिंह ने मरीज़ देखे।", &[]),
        // An age that the one who is known has not reached, or was of long ago
        ("86 वर्षीय शुभमन गिल ने कुआँ खुदवाया। शुभमन गिल के दो बेटे हैं।", &[]),
        ("19 वर्षीय राहुल गांधी ने दुकान खोली।\n\nराहुल गांधी ने कहा कि काम चलेगा।", &[]),
        // Who has to be introduced, there and further on
        ("किसान राहुल गांधी ने बताया कि फ़सल चौपट हो गई। राहुल गांधी के पास दो बीघा ज़मीन है।", &[]),
        ("गाँव बड़वार निवासी राजनाथ सिंह ने शिकायत की।\n\nराजनाथ सिंह ने ट्रैक्टर बेच दिया।", &[]),
        ("राजनाथ सिंह (35) पुत्र रामसिंह ने शिकायत की।", &[]),
        ("बड़वार गाँव के अमित शाह ने कुआँ खुदवाया।", &[]),
        ("मरने वाले की पहचान अक्षय कुमार (24) के रूप में हुई है।", &[]),
        ("एसपी अमित शाह ने बताया कि गश्त बढ़ेगी।", &[]),
        ("व्यापारी सुरेश गडकरी ने कहा।\n\nगडकरी के अनुसार बाज़ार सुस्त है।", &[]),
        // Two of a surname
        ("मुकेश अंबानी और अनिल अंबानी मिले।\n\nअंबानी ने निवेश की बात कही।", &["mukesh-ambani", "anil-ambani"]),
        ("बिल क्लिंटन और हिलेरी क्लिंटन आए। क्लिंटन ने भाषण दिया।", &["bill-clinton", "hillary-clinton"]),
        // Names that many people have
        ("राजीव कुमार ने कहा कि काम होगा।", &[]),
        ("विजय शर्मा ने शिकायत दर्ज कराई।", &[]),
        // What bears a name
        ("ओम बिरला ने बिड़ला मंदिर में पूजा की।", &["om-birla"]),
        // A part of a name that several may bear behind the title, or nobody who held the office
        ("मुख्यमंत्री मोहन ने बैठक बुलाई।", &[]),
        ("पूर्व मुख्यमंत्री रावत ने बयान दिया।", &[]),
        ("रूस के राष्ट्रपति इमैनुएल ने कहा।", &["russia"]),
        ("सीएम कुमार ने बैठक बुलाई। डिप्टी सीएम गहलोत ने भी।", &[]),
        ("शिवराज ने दुकान खोली। ठाकरे ने सामान तौला।", &[]),
        ("मंत्री नीतीश त्रिपाठी ने पर्यटन की बात की।", &[]),
        ("जौनपुर में वीरेंद्र पुतिन ने दुकान खोली।", &["jaunpur"]),
        // Words, in an article on the state with a town of the name
        ("बिहार में बैठक हुई। पैसा आवंटन किया गया था।", &["bihar"]),
        ("हिमाचल प्रदेश में सेब कम है। मंडी में भाव चढ़े।", &["himachal-pradesh"]),
        // Another country's, another state's
        ("पाकिस्तान के विदेश मंत्रालय ने विरोध जताया।\n\nविदेश मंत्रालय ने बयान दिया।", &["pakistan"]),
    ] {
        assert_eq!(actors(text), meant, "{text}");
    }
}

#[test]
fn who_is_known_is_still_found_beside_such_words() {
    for (text, id) in [
        ("प्रधानमंत्री नरेंद्र मोदी ने कहा।", "narendra-modi"),
        ("गौतम गंभीर ने कहा। गंभीर ने बताया।", "gautam-gambhir"),
        ("गुलज़ार ने नई नज़्म सुनाई।", "gulzar"),
        ("गृह मंत्री अमित शाह झझियाटोला के दौरे पर हैं।", "amit-shah"),
        ("36 वर्षीय विराट कोहली ने शतक जड़ा।", "virat-kohli"),
        ("राजनाथ सिंह मोदी सरकार में मंत्री हैं।", "rajnath-singh"),
        ("रोहित शर्मा ने शतक जड़ा।", "rohit-sharma"),
        ("भुवनेश्वर में बारिश हुई।", "bhubaneswar"),
        ("सुप्रीम कोर्ट ने कहा कि जाँच होगी।", "supreme-court-of-india"),
        ("चुनाव आयोग ने तारीख़ बताई।", "election-commission-of-india"),
        ("मायावती ने कहा कि बैठक होगी।", "mayawati"),
        ("मोदी सरकार ने फ़ैसला किया।", "narendra-modi"),
        ("ट्रंप प्रशासन ने फ़ैसला किया।", "donald-trump"),
        ("गहलोत सरकार ने फ़ैसला किया था।", "ashok-gehlot"),
        ("नरेंद्र मोदी और सुशील कुमार मोदी मिले। मोदी ने कहा।", "narendra-modi"),
        ("गृह मंत्रालय ने कहा कि जाँच होगी।", "ministry-of-home-affairs-india"),
        ("मुख्य चुनाव आयुक्त राजीव कुमार ने तारीख़ बताई।", "rajiv-kumar-cec"),
        ("श्रीनगर में हिमपात हुआ।", "srinagar"),
        ("उत्तराखंड के श्रीनगर में भूस्खलन हुआ।", "srinagar-garhwal"),
        ("बिहार के औरंगाबाद ज़िले में हादसा हुआ।", "aurangabad"),
        ("महाराष्ट्र में चुनाव हैं। औरंगाबाद में सभा हुई।", "chhatrapati-sambhajinagar"),
        ("उत्तराखंड के रामनगर में बाघ दिखा।", "ramnagar-uttarakhand"),
        ("छत्तीसगढ़ के बिलासपुर में हाई कोर्ट है।", "bilaspur"),
        ("हिमाचल प्रदेश के बिलासपुर में एम्स है।", "bilaspur-himachal"),
        // A title as papers shorten it, and behind it a part of the full name
        ("सीएम गहलोत ने कहा कि काम हुआ था।", "ashok-gehlot"),
        ("सीएम शिवराज ने कहा था कि काम होगा।", "shivraj-singh-chouhan"),
        ("पूर्व सीएम शिवराज सिंह ने खेत देखा।", "shivraj-singh-chouhan"),
        ("मुख्यमंत्री ठाकरे ने तब बैठक बुलाई थी।", "uddhav-thackeray"),
        ("डिप्टी सीएम केशव मौर्य ने सड़क देखी।", "keshav-prasad-maurya"),
        ("उप मुख्यमंत्री केशव ने सड़क देखी।", "keshav-prasad-maurya"),
        ("मुख्यमंत्री डॉ. यादव ने बैठक बुलाई।", "mohan-yadav"),
        ("उत्तराखंड में बैठक हुई। मुख्यमंत्री पुष्कर ने कहा।", "pushkar-singh-dhami"),
        ("राष्ट्रपति द्रौपदी ने पदक दिए।", "droupadi-murmu"),
        ("डायरेक्टर जनरल टेड्रोस अडेहनॉम ने टीके की बात की।", "tedros-adhanom-ghebreyesus"),
        // The own name in a spelling that no list has
        ("अध्यक्ष टेड्रॉस गेब्रीयेसस ने टीके की बात की।", "tedros-adhanom-ghebreyesus"),
        ("रूस में ब्लादिमिर पुतिन ने भाषण दिया।", "vladimir-putin"),
        ("फ़्रांस के राष्ट्रपति इमैनुएल ने कहा।", "emmanuel-macron"),
        ("बिहार में बाढ़ है। गया में पानी भर गया।", "gaya"),
        ("हिमाचल प्रदेश में बैठक हुई। मंडी ज़िले में पानी बरसा।", "mandi"),
    ] {
        assert!(actors(text).iter().any(|read| read == id), "{text}: {:?}", actors(text));
    }
}

#[test]
fn initials_are_read_in_every_printed_form() {
    for written in ["वीडी", "वी डी", "वी. डी.", "वी.डी.", "वी॰ डी॰", "वी॰डी॰", "वी०डी०"]
    {
        let text = format!("{written} सतीशन ने कहा।");
        let folder = Folder::with(&[("a.txt", text.as_str())]);
        let lines = folder.run(&["inspect", "a.txt"]).lines();
        let read: Vec<_> = lines.iter().filter(|line| line["kind"] == "actor").collect();
        assert_eq!(read.len(), 1, "{text}: {read:?}");
        assert_eq!(read[0]["text"], format!("{written} सतीशन").as_str());
        assert_eq!(read[0]["id"], "v-d-satheesan");
    }
}

#[test]
fn what_the_newsroom_skips_is_not_understood_either() {
    let folder = Folder::with(&[
        ("vartani.toml", "skip = ['(?m)^छपाई: .*$']\n"),
        ("a.txt", "छपाई: 12 अप्रैल 2025, नरेंद्र मोदी\n\nबैठक 14 अप्रैल 2025 को होगी।\n"),
    ]);
    let read = folder.run(&["inspect", "a.txt"]).lines();
    let texts: Vec<_> = read.iter().filter_map(|line| line["text"].as_str()).collect();
    assert_eq!(texts, ["14 अप्रैल 2025"]);
}

#[test]
fn every_actor_is_known_by_the_full_name_unless_it_is_a_word_or_shared() {
    use vartani::newsroom::{Config, Kind, Newsroom};

    let newsroom = Newsroom::shipped(Config::default());
    let wanted = |kind: Kind| !matches!(kind, Kind::Place | Kind::Work);
    // A name with a mark inside it (9/11 हमला) is not read yet
    let is_plain = |name: &str| !name.contains(['/', '\'']);
    let named = newsroom.actors().filter(|actor| wanted(actor.kind) && actor.names[0].alone);
    let named = named.filter(|actor| is_plain(actor.name()));
    let named: Vec<_> = named.map(|actor| (actor.id.clone(), actor.name().to_owned())).collect();
    let text: String = named.iter().map(|(_, name)| format!("{name} ने कहा कि काम होगा।\n\n")).collect();
    let read = actors(&text);
    let is_shared = |name: &str| named.iter().filter(|(_, other)| other == name).count() > 1;
    let lost: Vec<_> = named.iter().filter(|(id, name)| !read.contains(id) && !is_shared(name)).collect();
    assert!(lost.is_empty(), "{lost:?}");
}

#[test]
fn a_role_beyond_its_last_check_says_so() {
    const NAMES: &str = "[asha-devi]\nkind = \"person\"\nname = \"आशा देवी\"\nlatin = \"Asha Devi\"\n\
        roles = [{ title = \"सरपंच\", en = \"village head\", from = \"2020\", checked = \"2021-05-01\" }]\n";
    let folder = Folder::with(&[
        ("vartani.toml", "actors = [\"names.toml\"]\n"),
        ("names.toml", NAMES),
        ("a.txt", "आशा देवी ने कहा।\n"),
    ]);
    let of_day = |day| folder.run(&["inspect", "--dateline", day, "a.txt"]).lines()[1].clone();
    assert_eq!(
        (&of_day("2021-05-02")["role"], &of_day("2021-05-02")["known_until"]),
        (&"सरपंच".into(), &"2021-05-01".into())
    );
    assert_eq!(of_day("2021-05-01").get("known_until"), None);
}
