//! What says that two spellings are two words, however close they look: the table of vetoes.

use super::morphology::Derivation;

/// Why two spellings are two words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Veto {
    /// They differ in letters that no spelling exchanges.
    Letters,
    /// The differences weigh more than the length of the word carries.
    Weight,
    /// Both are words of Hindi, or one is and the other is too far from it.
    Ordinary,
    /// One is letters read out, the other is not the same letters: एनडी/एंडी.
    Initials,
    /// They are forms of one word, or one is made from the other.
    Derived(Derivation),
    /// A list knows them as two words.
    Listed,
    /// The gazetteers know them as names of different actors.
    Actors,
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct VetoRow {
    /// What the row describes.
    pub veto: Veto,
    /// A stable short name, used in reasons.
    pub id: &'static str,
    /// Two words it keeps apart.
    pub example: (&'static str, &'static str),
    /// What it is, in English.
    pub en: &'static str,
    /// What it is, in Hindi.
    pub hi: &'static str,
}

/// All vetoes.
pub const VETOES: &[VetoRow] = &[
    VetoRow {
        veto: Veto::Letters,
        id: "letters",
        example: ("ईरान", "इराक"),
        en: "They differ in letters that no class exchanges.",
        hi: "ऐसे अक्षरों का अंतर, जिन्हें कोई वर्ग एक नहीं मानता।",
    },
    VetoRow {
        veto: Veto::Weight,
        id: "weight",
        example: ("हसन", "हुसैन"),
        en: "The differences weigh more than the length of the word carries.",
        hi: "अंतरों का भार शब्द की लंबाई की सीमा से ज़्यादा है।",
    },
    VetoRow {
        veto: Veto::Ordinary,
        id: "ordinary-words",
        example: ("दिन", "दीन"),
        en: "Hindi knows both as words, or knows one and uses it too often for the other to be a slip.",
        hi: "हिंदी दोनों को शब्द के रूप में जानती है, या एक को इतना कि दूसरा उसकी चूक नहीं हो सकता।",
    },
    VetoRow {
        veto: Veto::Initials,
        id: "initials",
        example: ("एनडी", "एंडी"),
        en: "One is letters read out one by one, the other is not the same letters.",
        hi: "एक में अंग्रेज़ी अक्षरों के नाम हैं, दूसरे में वही अक्षर नहीं।",
    },
    VetoRow {
        veto: Veto::Derived(Derivation::Inflection),
        id: "inflection",
        example: ("लड़का", "लड़के"),
        en: "Two cases, numbers, genders, tenses or persons of one word.",
        hi: "एक ही शब्द के दो कारक, वचन, लिंग, काल या पुरुष।",
    },
    VetoRow {
        veto: Veto::Derived(Derivation::Derivation),
        id: "derivation",
        example: ("रूस", "रूसी"),
        en: "One is made from the other: ी, वाद, पन, ता, an honorific or a postposition joined to it, a verb's other grade.",
        hi: "एक से दूसरा बना है: ी, वाद, पन, ता, जुड़ा आदरसूचक या परसर्ग, क्रिया का दूसरा रूप।",
    },
    VetoRow {
        veto: Veto::Derived(Derivation::Contained),
        id: "contained",
        example: ("अंतर", "अंतरराष्ट्रीय"),
        en: "One begins with the other.",
        hi: "एक शब्द दूसरे के आरंभ में है।",
    },
    VetoRow {
        veto: Veto::Listed,
        id: "two-words",
        example: ("अवधि", "अवधी"),
        en: "A list, data/lexicon/distinct-words.tsv, has them as two words.",
        hi: "सूची data/lexicon/distinct-words.tsv में ये दो शब्द हैं।",
    },
    VetoRow {
        veto: Veto::Actors,
        id: "two-actors",
        example: ("नेवादा", "नवादा"),
        en: "The gazetteers know them as names of different actors.",
        hi: "नामकोश में ये दो अलग नाम हैं, एक की वर्तनियाँ नहीं।",
    },
];

impl Veto {
    /// The row of the table that describes the veto.
    pub fn row(self) -> &'static VetoRow {
        VETOES.iter().find(|row| row.veto == self).expect("every veto has a row")
    }

    /// The stable short name.
    pub fn id(self) -> &'static str {
        self.row().id
    }
}
