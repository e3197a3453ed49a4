//! The ways in which two spellings of one word may differ: the table of classes.
//!
//! A class is a fact of Devanagari or of how foreign sounds are put into it. Each has a weight: how much
//! evidence against "one word" it is when it is seen at the beginning, in the middle or at the end; a
//! weight of [`NEVER`] says that there it tells two words apart. And each has a contrast: how much Hindi
//! itself relies on the difference to tell words apart, which counts when both words are known ones.

/// The weight of a difference that no spelling explains.
pub const NEVER: f32 = f32::INFINITY;

/// Where in a word a difference stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Position {
    /// The first sound; for a vowel written or not written, the first syllable.
    Initial,
    /// Neither the first nor the last sound.
    Medial,
    /// The last sound; for a vowel written or not written, the last syllable.
    Final,
}

impl Position {
    /// The word for it in reasons.
    pub fn id(self) -> &'static str {
        match self {
            Position::Initial => "initial",
            Position::Medial => "medial",
            Position::Final => "final",
        }
    }
}

/// How deep a difference goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// A reader cannot see it.
    SameLook,
    /// Schools of spelling differ: true of every word of Hindi.
    Orthographic,
    /// Ears and pens differ over a name or a loanword.
    Transliteration,
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// The class the row describes.
    pub class: Class,
    /// A stable short name, used in reasons.
    pub id: &'static str,
    /// How deep the difference goes.
    pub level: Level,
    /// The weight at the beginning, in the middle and at the end of a word.
    pub weight: [f32; 3],
    /// How far ordinary words rely on the difference at each of these places, from 0 (never) to 1 (always).
    pub contrast: [f32; 3],
    /// The letters that stand for each other, where one letter stands for one (vowels in their
    /// independent form).
    pub pairs: &'static [(char, char)],
    /// Two spellings that differ so.
    pub example: (&'static str, &'static str),
    /// What it is, in English.
    pub en: &'static str,
    /// What it is, in Hindi.
    pub hi: &'static str,
}

macro_rules! classes {
    ($( $class:ident $id:literal $level:ident [$i:expr, $m:expr, $f:expr] contrast [$ci:literal, $cm:literal, $cf:literal]
        pairs [$(($x:literal $y:literal)),*] like $a:literal / $b:literal
        en $en:literal hi $hi:literal; )*) => {
        /// A way in which two spellings of one word may differ; see [`CLASSES`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum Class {
            $( #[doc = $en] $class, )*
        }

        /// All classes with their weights, in the order of [`Class`].
        pub const CLASSES: &[Row] = &[$( Row {
            class: Class::$class,
            id: $id,
            level: Level::$level,
            weight: [$i, $m, $f],
            contrast: [$ci, $cm, $cf],
            pairs: &[$(($x, $y)),*],
            example: ($a, $b),
            en: $en,
            hi: $hi,
        } ),*];
    };
}

classes! {
    // What a reader cannot see.
    Joiner "joiner" SameLook [0.0, 0.0, 0.0] contrast [0.0, 0.0, 0.0] pairs [] like "दिल्ली" / "दिल्\u{200D}ली"
        en "An invisible joiner (ZWJ, ZWNJ) inside the word."
        hi "शब्द के भीतर अदृश्य जोड़क (ZWJ, ZWNJ)।";
    SameLook "same-look" SameLook [0.0, 0.0, 0.0] contrast [0.0, 0.0, 0.0] pairs [] like "ज\u{93C}मीन" / "\u{95B}मीन"
        en "Other characters that look the same: nukta built in or added, a vowel pieced together, a sign typed twice."
        hi "दिखने में एक, पर कोड अलग: जुड़ा या अलग नुक़्ता, टुकड़ों में लिखा स्वर, दोहराई मात्रा।";

    // What schools of spelling differ over.
    Joined "joined" Orthographic [0.0, 0.0, 0.0] contrast [0.0, 0.0, 0.0] pairs [] like "न्यू यॉर्क" / "न्यूयॉर्क"
        en "Words of one name written together or apart."
        hi "एक नाम के शब्द मिलाकर या अलग लिखे हुए।";
    Hyphen "hyphen" Orthographic [0.0, 0.0, 0.0] contrast [0.0, 0.0, 0.0] pairs [] like "गिनी-बिसाऊ" / "गिनी बिसाऊ"
        en "A hyphen, a space or dots between the words of one name."
        hi "नाम के शब्दों के बीच हाइफ़न, स्पेस या बिंदु।";
    MiddleName "middle-name" Orthographic [0.0, 0.0, 0.0] contrast [0.0, 0.0, 0.0] pairs [] like "डोनाल्ड जॉन ट्रंप" / "डोनाल्ड ट्रंप"
        en "A person's full name with middle names or without."
        hi "व्यक्ति का पूरा नाम, बीच के नाम के साथ या बिना।";
    NameOrder "name-order" Orthographic [0.0, 0.0, 0.0] contrast [0.0, 0.0, 0.0] pairs [] like "शी जिनपिंग" / "जिनपिंग शी"
        en "The name of a listed person with the surname first or last."
        hi "नामकोश में दर्ज व्यक्ति का नाम, उपनाम पहले या बाद में।";
    Nasal "nasal" Orthographic [0.0, 0.0, 0.0] contrast [0.0, 0.0, 0.0] pairs [] like "हिन्दी" / "हिंदी"
        en "Nasal letter of the same row or anusvara."
        hi "पंचमाक्षर या अनुस्वार।";
    Chandrabindu "chandrabindu" Orthographic [0.0, 0.0, 0.0] contrast [0.0, 0.0, 0.0] pairs [] like "चाँद" / "चांद"
        en "Chandrabindu or anusvara."
        hi "चंद्रबिंदु या केवल बिंदु।";
    Nukta "nukta" Orthographic [0.0, 0.0, 0.0] contrast [0.0, 0.0, 0.0] pairs [] like "ज़मीन" / "जमीन"
        en "With or without nukta."
        hi "नुक़्ते से या बिना नुक़्ते।";
    Glide "glide" Orthographic [0.0, 0.0, 0.0] contrast [0.0, 0.0, 0.0] pairs [] like "गये" / "गए"
        en "ये or ए, यी or ई after a vowel."
        hi "स्वर के बाद ये या ए, यी या ई।";
    Visarga "visarga" Orthographic [0.0, 0.0, 0.0] contrast [0.0, 0.0, 0.0] pairs [] like "दुःख" / "दुख"
        en "With or without visarga."
        hi "विसर्ग से या बिना विसर्ग।";
    Doubling "cluster-doubling" Orthographic [0.0, 0.0, 0.0] contrast [0.0, 0.0, 0.0] pairs [] like "कर्त्तव्य" / "कर्तव्य"
        en "A consonant doubled inside a cluster, after reph or before य or व."
        hi "संयुक्ताक्षर में व्यंजन का द्वित्व: रेफ के बाद, या य-व से पहले।";
    Halant "final-halant" Orthographic [0.0, 0.0, 0.0] contrast [0.0, 0.0, 0.0] pairs [] like "अर्थात्" / "अर्थात"
        en "A halant at the end of the word."
        hi "शब्द के अंत में हलंत।";
    ShriRi "shri-ri" Orthographic [0.0, 0.0, 0.0] contrast [0.0, 0.0, 0.0] pairs [] like "शृंखला" / "श्रृंखला"
        en "शृ with the र written a second time."
        hi "शृ में र दोबारा लिखा हुआ।";
    HMetathesis "h-order" Orthographic [0.05, 0.05, 0.05] contrast [0.0, 0.0, 0.0] pairs [] like "चिह्न" / "चिन्ह"
        en "ह before or after the nasal or semivowel it is joined to."
        hi "संयुक्त ह का क्रम: ह्न या न्ह, ह्म या म्ह।";
    NasalPlace "nasal-place" Orthographic [0.1, 0.05, NEVER] contrast [0.0, 0.0, 0.0]
        pairs [('ं' 'न'), ('ं' 'म'), ('ं' 'ण'), ('ं' 'ञ'), ('ं' 'ङ')] like "इन्वेस्ट" / "इंवेस्ट"
        en "Anusvara or a nasal consonant where the rows do not settle it."
        hi "जहाँ अगला अक्षर तय नहीं करता, वहाँ अनुस्वार या पंचमाक्षर।";
    NasalSchwa "nasal-schwa" Transliteration [0.2, 0.2, NEVER] contrast [0.8, 0.8, 1.0] pairs [] like "इंकार" / "इनकार"
        en "Anusvara or a nasal consonant with its inherent vowel."
        hi "अनुस्वार, या अ के साथ पूरा पंचमाक्षर।";
    HalfO "half-o" Orthographic [0.15, 0.15, 0.15] contrast [1.0, 1.0, 1.0] pairs [('ऑ' 'आ')] like "डॉलर" / "डालर"
        en "The open o of English with its own sign, or as आ."
        hi "अंग्रेज़ी का ऑ, या उसकी जगह आ।";

    // What ears and pens differ over: vowels.
    VowelLength "vowel-length" Transliteration [0.2, 0.2, 0.13] contrast [0.3, 0.7, 0.7] pairs [('इ' 'ई'), ('उ' 'ऊ')] like "पुतिन" / "पूतिन"
        en "Short or long i or u."
        hi "ह्रस्व या दीर्घ इ, उ।";
    RuLength "ru-length" Transliteration [0.1, 0.1, 0.1] contrast [0.1, 0.1, 0.1] pairs [] like "शुरुआत" / "शुरूआत"
        en "रु or रू: the two look so much alike that pens confuse them in any word."
        hi "रु या रू: दिखने में इतने मिलते हैं कि किसी भी शब्द में चूक हो जाती है।";
    HiatusLength "hiatus-length" Transliteration [0.1, 0.1, 0.15] contrast [0.8, 0.8, 0.8] pairs [] like "मोबाइल" / "मोबाईल"
        en "Short or long i or u after another vowel."
        hi "किसी स्वर के बाद ह्रस्व या दीर्घ इ, उ।";
    FrontVowel "e-ai" Transliteration [0.2, 0.2, 0.25] contrast [0.4, 0.7, 0.7] pairs [('ए' 'ऐ'), ('ए' 'ऍ'), ('ऐ' 'ऍ')] like "मेक्सिको" / "मैक्सिको"
        en "ए, ऐ or ऍ."
        hi "ए, ऐ या ऍ।";
    BackVowel "o-au" Transliteration [0.25, 0.2, 0.25] contrast [0.7, 0.7, 0.7] pairs [('ओ' 'औ')] like "राजौरी" / "राजोरी"
        en "ओ or औ."
        hi "ओ या औ।";
    OpenO "open-o" Transliteration [0.25, 0.25, 0.3] contrast [0.6, 0.6, 0.6] pairs [('ऑ' 'ओ'), ('ऑ' 'औ')] like "थॉमस" / "थोमस"
        en "ऑ, ओ or औ."
        hi "ऑ, ओ या औ।";
    SchwaLength "a-length" Transliteration [0.4, 0.35, NEVER] contrast [1.0, 1.0, 1.0] pairs [('अ' 'आ')] like "डोनल्ड" / "डोनाल्ड"
        en "अ or आ."
        hi "अ या आ।";
    Virama "schwa" Transliteration [0.35, 0.15, 0.25] contrast [1.0, 0.3, 0.5] pairs [] like "लातविया" / "लात्विया"
        en "Two consonants joined, or apart with the inherent vowel between them; and so before -उद्दीन, -उल्ला."
        hi "संयुक्त व्यंजन, या बीच में अ के साथ अलग-अलग; -उद्दीन, -उल्ला से पहले भी।";
    SchwaFront "a-e" Transliteration [0.45, 0.45, NEVER] contrast [0.6, 0.8, 1.0] pairs [('अ' 'ए'), ('अ' 'ऐ'), ('अ' 'ऍ'), ('अ' 'ऑ')] like "बाइडन" / "बाइडेन"
        en "The weak vowel of a foreign word as अ or as a full vowel."
        hi "विदेशी शब्द का दुर्बल स्वर: अ, या ए-ऐ।";
    Ash "aa-ai" Transliteration [0.5, 0.5, NEVER] contrast [1.0, 1.0, 1.0] pairs [('आ' 'ऐ'), ('आ' 'ऍ')] like "मैनहटन" / "मानहटन"
        en "The a of English man as आ or as ऐ."
        hi "अंग्रेज़ी man का स्वर: आ या ऐ।";
    AaE "aa-e" Transliteration [0.55, 0.5, NEVER] contrast [1.0, 1.0, 1.0] pairs [('आ' 'ए')] like "ग्रेनाडा" / "ग्रेनेडा"
        en "The a of a foreign word as आ or, as English says it, as ए."
        hi "विदेशी शब्द का a: आ, या अंग्रेज़ी की तरह ए।";
    MidVowel "i-e" Transliteration [0.5, 0.5, NEVER] contrast [1.0, 1.0, 1.0]
        pairs [('इ' 'ए'), ('ई' 'ए')] like "मैसिडोनिया" / "मैसेडोनिया"
        en "i or e."
        hi "इ या ए।";
    EnglishI "i-ai" Transliteration [0.6, 0.55, NEVER] contrast [1.0, 1.0, 1.0] pairs [] like "क्वारंटीन" / "क्वारंटाइन"
        en "The i of a foreign word as इ or, as English says it, as आइ."
        hi "विदेशी शब्द का i: इ-ई, या अंग्रेज़ी की तरह आइ।";
    MidBackVowel "u-o" Transliteration [0.5, 0.55, NEVER] contrast [1.0, 1.0, 1.0]
        pairs [('उ' 'ओ'), ('ऊ' 'ओ'), ('ऊ' 'औ')] like "सिंगापुर" / "सिंगापोर"
        en "u or o."
        hi "उ या ओ।";
    WeakBackVowel "a-o" Transliteration [0.55, 0.55, NEVER] contrast [1.0, 1.0, 1.0]
        pairs [('अ' 'ओ'), ('अ' 'उ'), ('अ' 'ऊ')] like "मोरक्को" / "मोरोक्को"
        en "The weak vowel of a foreign word as अ or as ओ, उ."
        hi "विदेशी शब्द का दुर्बल स्वर: अ, या ओ-उ।";
    WeakFrontVowel "a-i" Transliteration [0.5, 0.5, NEVER] contrast [1.0, 1.0, 1.0] pairs [('अ' 'इ')] like "फ़लस्तीन" / "फ़िलस्तीन"
        en "The weak vowel of a foreign word as अ or as इ."
        hi "विदेशी शब्द का दुर्बल स्वर: अ या इ।";
    LongO "aa-o" Transliteration [NEVER, 0.6, NEVER] contrast [1.0, 1.0, 1.0]
        pairs [('आ' 'ओ')] like "विस्कांसिन" / "विस्कोनसिन"
        en "The open o of English as आ or as ओ."
        hi "अंग्रेज़ी का ऑ, आ या ओ के रूप में।";
    PalatalO "e-o" Transliteration [NEVER, 0.3, NEVER] contrast [1.0, 1.0, 1.0] pairs [] like "गोर्बाचेव" / "गोर्बाचोव"
        en "ए or ओ after च, श or ज: one vowel in Russian, by letter or by ear."
        hi "च, श, ज के बाद ए या ओ: रूसी का एक ही स्वर, अक्षर से या कान से।";
    EGlide "e-y" Transliteration [0.25, 0.25, NEVER] contrast [0.7, 0.7, 1.0] pairs [] like "तैबा" / "तैयबा"
        en "ए or ऐ, alone or with य after it."
        hi "ए, ऐ अकेले, या बाद में य के साथ।";
    VowelBeforeH "vowel-before-h" Transliteration [0.15, 0.15, 0.3] contrast [0.6, 0.6, 0.6] pairs [] like "मुहम्मद" / "मोहम्मद"
        en "i or e, u or o before ह."
        hi "ह से पहले इ या ए, उ या ओ।";
    Diphthong "diphthong" Transliteration [0.3, 0.3, 0.35] contrast [0.6, 0.6, 1.0] pairs [] like "जमैका" / "जमाइका"
        en "ऐ or औ as one vowel or as two."
        hi "ऐ, औ एक स्वर के रूप में, या दो स्वरों में।";
    VocalicR "vocalic-r" Transliteration [0.1, 0.1, 0.2] contrast [0.2, 0.2, 0.2] pairs [] like "ऋतिक" / "रितिक"
        en "ऋ or र with a vowel."
        hi "ऋ या रि।";
    YGlide "y-glide" Transliteration [0.2, 0.1, 0.2] contrast [0.2, 0.2, 0.2] pairs [] like "इंडिया" / "इंडिआ"
        en "य between two vowels, written or not."
        hi "दो स्वरों के बीच का य, लिखा या छोड़ा हुआ।";
    IGlide "i-y" Transliteration [0.35, 0.3, 0.5] contrast [0.5, 0.5, 1.0] pairs [] like "इसराइल" / "इसरायल"
        en "इ or य beside another vowel."
        hi "दूसरे स्वर के साथ इ या य।";
    UGlide "u-v" Transliteration [0.35, 0.3, 0.35] contrast [0.5, 0.5, 0.5] pairs [] like "ग्वांगडोंग" / "गुआंगडोंग"
        en "उ or व beside another vowel."
        hi "दूसरे स्वर के साथ उ या व।";
    Yod "yod" Transliteration [0.3, 0.35, NEVER] contrast [0.8, 0.8, 0.8] pairs [] like "ट्यूनीशिया" / "टूनीशिया"
        en "य before u or o, at the beginning or after a consonant, heard or not."
        hi "आरंभ में या व्यंजन के बाद, उ-ओ से पहले का य, सुना या छोड़ा हुआ।";
    Prothesis "prothesis" Transliteration [0.25, NEVER, NEVER] contrast [1.0, 1.0, 1.0] pairs [] like "स्टूडियो" / "इस्टूडियो"
        en "A vowel put before an initial cluster with s."
        hi "आरंभिक स-संयुक्त से पहले जोड़ा हुआ स्वर।";

    // Consonants.
    Retroflex "retroflex" Transliteration [0.35, 0.3, 0.3] contrast [1.0, 1.0, 1.0]
        pairs [('ट' 'त'), ('ठ' 'थ'), ('ड' 'द'), ('ढ' 'ध')] like "कोर्डोबा" / "कोर्दोबा"
        en "Dental or retroflex."
        hi "दंत्य या मूर्धन्य।";
    SibilantRetroflex "sh-shh" Transliteration [0.1, 0.1, 0.1] contrast [0.3, 0.3, 0.3] pairs [('श' 'ष')] like "विशेष" / "विशेश"
        en "श or ष, which Hindi says alike."
        hi "श या ष, जो हिंदी में एक-से बोले जाते हैं।";
    Sibilant "s-sh" Transliteration [0.4, 0.35, 0.45] contrast [1.0, 1.0, 1.0] pairs [('स' 'श'), ('स' 'ष')] like "किन्शासा" / "किन्सासा"
        en "स or श."
        hi "स या श।";
    VB "v-b" Transliteration [0.5, 0.4, 0.4] contrast [1.0, 1.0, 1.0] pairs [('व' 'ब')] like "रवींद्र" / "रबींद्र"
        en "व or ब."
        hi "व या ब।";
    ZJh "z-jh" Transliteration [0.4, 0.35, 0.35] contrast [1.0, 1.0, 1.0] pairs [('ज' 'झ')] like "ब्रेज़नेव" / "ब्रेझनेव"
        en "ज़ (zh) as ज or as झ."
        hi "ज़ (zh) की जगह ज या झ।";
    ZS "z-s" Transliteration [NEVER, 0.33, 0.4] contrast [1.0, 1.0, 1.0] pairs [('ज' 'स')] like "गोंज़ालेज़" / "गोंज़ालेस"
        en "ज़ or स."
        hi "ज़ या स।";
    JY "j-y" Transliteration [0.45, NEVER, NEVER] contrast [1.0, 1.0, 1.0] pairs [('ज' 'य')] like "येरुशलम" / "जेरुशलम"
        en "ज or य at the beginning of a name."
        hi "नाम के आरंभ में ज या य।";
    Aspiration "aspiration" Transliteration [0.5, 0.4, 0.4] contrast [1.0, 1.0, 1.0]
        pairs [('क' 'ख'), ('ग' 'घ'), ('च' 'छ'), ('ट' 'ठ'), ('ड' 'ढ'), ('त' 'थ'), ('द' 'ध'), ('प' 'फ'), ('ब' 'भ')] like "अमपन" / "अमफन"
        en "With or without breath."
        hi "अल्पप्राण या महाप्राण।";
    AspirateSplit "aspirate-split" Transliteration [0.15, 0.2, NEVER] contrast [0.4, 0.4, 1.0] pairs [] like "व्हाट्सएप" / "वाट्सएप"
        en "ह joined to the consonant before it: written, left out or as an aspirate."
        hi "पिछले व्यंजन से जुड़ा ह: लिखा, छोड़ा, या महाप्राण के रूप में।";
    HLoss "h-loss" Transliteration [NEVER, 0.55, 0.45] contrast [1.0, 1.0, 0.6] pairs [] like "जोहानिसबर्ग" / "जोआनिसबर्ग"
        en "ह inside a word or after its last आ, heard or not."
        hi "शब्द के भीतर का या अंतिम आ के बाद का ह, सुना या छोड़ा हुआ।";
    Gemination "gemination" Transliteration [NEVER, 0.2, 0.3] contrast [1.0, 1.0, 1.0] pairs [] like "मैक्केन" / "मैकेन"
        en "A consonant doubled or single."
        hi "व्यंजन का द्वित्व, या अकेला व्यंजन।";
    NasalLoss "nasal-loss" Transliteration [NEVER, 0.4, NEVER] contrast [1.0, 1.0, 1.0] pairs [] like "कॉन्फ़्रेंस" / "कॉन्फ़्रेस"
        en "Anusvara inside a word, written or not."
        hi "शब्द के भीतर का अनुस्वार, लिखा या छोड़ा हुआ।";
    NasalTwice "nasal-twice" Transliteration [0.1, 0.1, 0.1] contrast [0.2, 0.2, 0.2] pairs [] like "संन्यास" / "सन्यास"
        en "Anusvara before a nasal consonant, written or not."
        hi "पंचमाक्षर से पहले का अनुस्वार, लिखा या छोड़ा हुआ।";
    NRetroflex "n-nn" Transliteration [NEVER, 0.15, 0.15] contrast [0.7, 0.7, 0.5] pairs [('न' 'ण')] like "नारायण" / "नारायन"
        en "न or ण."
        hi "न या ण।";
    LRetroflex "l-ll" Transliteration [0.1, 0.1, 0.1] contrast [0.1, 0.1, 0.1] pairs [('ल' 'ळ')] like "टिळक" / "टिलक"
        en "ल or the ळ of Marathi."
        hi "ल या मराठी का ळ।";
    Flap "r-rr" Transliteration [NEVER, 0.3, 0.35] contrast [1.0, 1.0, 1.0] pairs [] like "हापुड़" / "हापुर"
        en "ड़ or र."
        hi "ड़ या र।";
    XCluster "x-cluster" Transliteration [0.2, 0.2, 0.2] contrast [0.8, 0.8, 0.8] pairs [] like "लक्ज़मबर्ग" / "लग्ज़मबर्ग"
        en "The x of a foreign word: क्स, क्श, क्ज़, ग्ज़ or ख्स."
        hi "विदेशी x: क्स, क्श, क्ज़, ग्ज़ या ख्स।";
    Palatal "ty-ch" Transliteration [0.3, 0.3, 0.3] contrast [0.6, 0.6, 0.6] pairs [] like "इंस्टीट्यूट" / "इंस्टीच्यूट"
        en "ट्य or च."
        hi "ट्य या च।";
    Gya "jnya-gya" Transliteration [0.1, 0.15, 0.15] contrast [0.2, 0.2, 0.2] pairs [] like "ज्ञानेंद्र" / "ग्यानेंद्र"
        en "ज्ञ or ग्य, which Hindi says alike."
        hi "ज्ञ या ग्य, जो हिंदी में एक-से बोले जाते हैं।";
}

impl Class {
    /// The row of the table that describes the class.
    pub fn row(self) -> &'static Row {
        &CLASSES[self as usize]
    }

    /// The stable short name.
    pub fn id(self) -> &'static str {
        self.row().id
    }

    /// How far ordinary words rely on the difference at a position.
    pub fn contrast(self, position: Position) -> f32 {
        self.row().contrast[position as usize]
    }

    /// The weight of the difference at a position; [`NEVER`] where it tells two words apart.
    pub fn weight(self, position: Position) -> f32 {
        self.row().weight[position as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_stands_in_its_row_and_has_a_name_of_its_own() {
        let mut ids = std::collections::HashSet::new();
        for (at, row) in CLASSES.iter().enumerate() {
            assert_eq!(row.class as usize, at);
            assert!(ids.insert(row.id), "{} twice", row.id);
            assert!(row.en.ends_with('.') && row.hi.ends_with('।'), "{}", row.id);
            assert!(row.contrast.iter().all(|contrast| (0.0..=1.0).contains(contrast)));
        }
    }
}
