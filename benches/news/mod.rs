//! News to measure with: real, where it is there, and generated.
//!
//! What reading costs depends on how many words are met for the first time, how many of them nobody knows, and how much there is
//! to mark. In generated news all that is as in real news, which `tests/generated_news.rs` holds: the words are drawn from the
//! lexicon as often as they are used, those that nobody knows are built from syllables or endings, and an article keeps to its
//! topic. The sentences mean nothing.

use std::collections::HashSet;
use std::path::Path;

/// Real articles, where the checkout has them beside it: documents as they are, single sentences joined until they are as
/// long as a short article.
pub fn real() -> Option<Vec<String>> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/eval/news-ccbysa.jsonl");
    let lines = std::fs::read_to_string(file).ok()?;
    let mut articles: Vec<String> = Vec::new();
    let mut last = String::new();
    for line in lines.lines() {
        let document: serde_json::Value = serde_json::from_str(line).ok()?;
        let (text, source) = (document["text"].as_str()?, document["source"].as_str()?);
        match articles.last_mut() {
            Some(article) if article.len() < SHORT && source == last => *article += text,
            _ => articles.push(text.to_owned()),
        }
        articles.last_mut()?.push('\n');
        source.clone_into(&mut last);
    }
    Some(articles)
}

/// Bytes of a short article.
const SHORT: usize = 4_000;

/// Generated articles without end, the same ones every time.
pub fn generated() -> impl Iterator<Item = String> {
    let mut news = News::default();
    std::iter::from_fn(move || Some(news.article()))
}

/// Of how many words in a thousand an article is generated that …
mod per_mille {
    /// … are new names, or words nobody knows.
    pub const UNKNOWN: usize = 122;
    /// … are of its topic.
    pub const TOPIC: usize = 390;
    /// … are misspelt.
    pub const MISSPELT: usize = 1;
    /// Of unknown words: are already in the article.
    pub const AGAIN: usize = 250;
    /// Of these: are written in another way.
    pub const RESPELT: usize = 150;
    /// Of the others: are names, not forms of words.
    pub const NAMES: usize = 600;
    /// Of sentences: end with a space before the danda.
    pub const SPACED: usize = 8;
    /// Of articles: are of a school that writes nukta and chandrabindu, though not always.
    pub const DOTTED: usize = 250;
    /// Of quotations: have other marks than the article.
    pub const OTHER_QUOTES: usize = 250;
    /// Of quotations: close with another mark than the one that opens them.
    pub const MISMATCHED: usize = 250;
    /// Of sentences: are followed by another in their paragraph.
    pub const GOES_ON: usize = 450;
}

/// Words for the topic of an article.
const TOPIC_WORDS: usize = 40;

/// As many of the most frequent words stand in the sentences themselves.
const FUNCTION_WORDS: usize = 150;

const ONSETS: &str = "क ख ग च ज ट ड त द न प फ ब म य र ल व श स ह प्र ब्र क्र ग्र स्ट क्ल ज़ फ़";
const VOWELS: &str = "ा ि ी ु ू े ो ै";
const CODAS: &str = "न र ल स म क ड";
const ENDINGS: &str = "ों ें ी ा े ता ते ती ना ने नी कर वाया ियों";
const ACTORS: [&str; 12] = [
    "प्रधानमंत्री नरेंद्र मोदी",
    "डोनाल्ड ट्रंप",
    "व्लादिमीर पुतिन",
    "राहुल गांधी",
    "अमित शाह",
    "ममता बनर्जी",
    "योगी आदित्यनाथ",
    "सुप्रीम कोर्ट",
    "संयुक्त राष्ट्र",
    "भाजपा",
    "कांग्रेस",
    "रिज़र्व बैंक",
];
const PLACES: &str =
    "दिल्ली मुंबई लखनऊ पटना भोपाल जयपुर लंदन मॉस्को बर्लिन टोक्यो पेरिस रांची देहरादून अमेरिका चीन रूस जर्मनी बिहार";
const DAYS: &str = "सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार";
const MONTHS: &str = "जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर";
const LATIN: &str = "BBC UN GDP IT FBI iPhone Google CEO TV NASA AI";
const QUOTES: [[&str; 2]; 3] = [["“", "”"], ["\"", "\""], ["‘", "’"]];

/// What generates news.
struct News {
    random: Random,
    sentences: Vec<&'static str>,
    /// Words with the sums of their frequencies up to here.
    words: Vec<(&'static str, f64)>,
    misspelt: Vec<&'static str>,
    /// Unknown words of articles before.
    before: Vec<String>,
    topic: Vec<&'static str>,
    /// Unknown words of this article.
    unknown: Vec<String>,
    /// Which quotation marks it has.
    quotes: usize,
    /// Whether it writes nukta and chandrabindu.
    dotted: bool,
}

impl Default for News {
    fn default() -> News {
        let lines = |file: &'static str| file.lines().filter(|line| !line.starts_with('#'));
        let rows =
            lines(include_str!("../../data/lexicon/wordfreq.tsv")).filter_map(|row| row.split_once('\t'));
        let misspelt: Vec<&str> = lines(include_str!("../../data/lexicon/misspellings.tsv"))
            .filter(|row| row.contains("\texact\t"))
            .filter_map(|row| row.split('\t').nth(2))
            .collect();
        let wrong: HashSet<&str> = misspelt.iter().copied().collect();
        let words = rows.filter(|(word, _)| word.chars().count() > 1 && word.chars().all(is_letter));
        let words = words.filter(|(word, _)| !wrong.contains(word));
        let mut sum = 0.0;
        let summed = words.skip(FUNCTION_WORDS).map(|(word, share)| {
            sum += share.parse::<f64>().expect("a share");
            (word, sum)
        });
        News {
            random: Random(7),
            words: summed.collect(),
            misspelt,
            sentences: lines(include_str!("sentences.txt")).collect(),
            before: Vec::new(),
            topic: Vec::new(),
            unknown: Vec::new(),
            quotes: 0,
            dotted: false,
        }
    }
}

/// Which share of the unknown words that are new in an article is new in all of them, after so many unknown words: the
/// curve bends as that of distinct words in papers does, whose number grows with about the power 0.55.
fn new_share(unknown: usize) -> f64 {
    0.85 * (1.0 + unknown as f64 / 6_800.0).powf(-0.3)
}

fn is_letter(c: char) -> bool {
    matches!(c, '\u{900}'..='\u{963}' | '\u{970}'..='\u{97F}')
}

impl News {
    /// An article of 3.6 to 11 KB, a paragraph a line.
    fn article(&mut self) -> String {
        self.before.append(&mut self.unknown);
        self.dotted = self.random.happens(per_mille::DOTTED);
        self.topic = (0..TOPIC_WORDS).map(|_| self.word()).collect();
        self.quotes = self.random.below(QUOTES.len());
        let bytes = 3_600 + self.random.early(7_000);
        let mut text = String::new();
        while text.len() < bytes {
            self.sentence(&mut text);
            text.push(if self.random.happens(per_mille::GOES_ON) { ' ' } else { '\n' });
        }
        text.pop();
        text.push('\n');
        text
    }

    fn sentence(&mut self, text: &mut String) {
        let sentence = self.sentences[self.random.below(self.sentences.len())];
        for c in sentence.chars() {
            match c {
                'A'..='Z' => self.fill(c, text),
                '।' if self.random.happens(per_mille::SPACED) => text.push_str(" ।"),
                c => text.push(c),
            }
        }
    }

    /// Writes what a capital letter stands for.
    fn fill(&mut self, slot: char, text: &mut String) {
        let random = &mut self.random;
        match slot {
            'N' => {
                for _ in 0..random.below(3) {
                    self.content(text);
                    text.push(' ');
                }
                self.content(text);
            }
            'P' => self.unknown(text),
            'Q' => self.quoted(1, "", text),
            'S' => self.quoted(8, "।", text),
            'A' => *text += ACTORS[random.below(ACTORS.len())],
            'L' => *text += random.one_of(PLACES),
            'D' => match random.below(3) {
                0 => *text += &format!("{} {}", 1 + random.below(28), random.one_of(MONTHS)),
                1 => *text += &(1950 + random.below(75)).to_string(),
                _ => *text += random.one_of(DAYS),
            },
            'M' => *text += &(2 + random.early(3_000)).to_string(),
            'X' => *text += random.one_of(LATIN),
            _ => self.content(text),
        }
    }

    /// Some words in quotation marks, most often those of the article.
    fn quoted(&mut self, words: usize, end: &str, text: &mut String) {
        let other = self.random.happens(per_mille::OTHER_QUOTES);
        let kind = self.quotes + usize::from(other);
        *text += QUOTES[kind % QUOTES.len()][0];
        self.content(text);
        for _ in 0..words {
            text.push(' ');
            self.content(text);
        }
        *text += end;
        let mismatched = self.random.happens(per_mille::MISMATCHED);
        *text += QUOTES[(kind + usize::from(mismatched)) % QUOTES.len()][1];
    }

    fn content(&mut self, text: &mut String) {
        let at = self.random.below(1_000);
        if at < per_mille::UNKNOWN {
            self.unknown(text);
        } else if at < per_mille::UNKNOWN + per_mille::TOPIC {
            *text += self.topic[self.random.early(self.topic.len())];
        } else if at < per_mille::UNKNOWN + per_mille::TOPIC + per_mille::MISSPELT {
            *text += self.misspelt[self.random.below(self.misspelt.len())];
        } else {
            *text += self.word();
        }
    }

    /// A word of the lexicon, as often as it is used, as the article's school of spelling writes.
    fn word(&mut self) -> &'static str {
        let sum = self.words.last().map_or(0.0, |last| last.1);
        loop {
            let at = sum * self.random.share();
            let word = self.words[self.words.partition_point(|(_, sum)| *sum <= at)].0;
            if self.dotted || !word.contains(['ँ', '\u{93C}', '\u{95B}', '\u{95E}']) {
                return word;
            }
        }
    }

    /// A word that nobody knows, perhaps one that was read before.
    fn unknown(&mut self, text: &mut String) {
        let random = &mut self.random;
        let word = if !self.unknown.is_empty() && random.happens(per_mille::AGAIN) {
            let word = self.unknown[random.below(self.unknown.len())].clone();
            if random.happens(per_mille::RESPELT) { respelt(&word) } else { word }
        } else if !self.before.is_empty() && random.share() > new_share(self.before.len()) {
            self.before[random.below(self.before.len())].clone()
        } else if random.happens(per_mille::NAMES) {
            self.name()
        } else {
            let stem = self.word().trim_end_matches(|c| !matches!(c, '\u{905}'..='\u{939}'));
            format!("{stem}{}", self.random.one_of(ENDINGS))
        };
        *text += &word;
        self.unknown.push(word);
    }

    fn name(&mut self) -> String {
        let random = &mut self.random;
        let mut name = String::new();
        for _ in 0..2 + random.early(3) {
            name += random.one_of(ONSETS);
            if random.happens(600) {
                name += random.one_of(VOWELS);
            }
        }
        if random.happens(600) {
            name += random.one_of(CODAS);
        }
        name
    }
}

/// The same name as another hand writes it.
fn respelt(name: &str) -> String {
    const HANDS: [[&str; 2]; 4] = [["ि", "ी"], ["ु", "ू"], ["े", "ै"], ["ज़", "ज"]];
    let mut hands = HANDS.iter().filter(|[one, _]| name.contains(one));
    hands.next().map_or_else(|| name.to_owned(), |[one, other]| name.replacen(one, other, 1))
}

/// The same numbers every time (xorshift).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// From 0 up to 1.
    fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn below(&mut self, end: usize) -> usize {
        (self.share() * end as f64) as usize
    }

    /// Below the end, and more often near the beginning.
    fn early(&mut self, end: usize) -> usize {
        (self.share() * self.share() * end as f64) as usize
    }

    fn happens(&mut self, per_mille: usize) -> bool {
        self.below(1_000) < per_mille
    }

    fn one_of(&mut self, words: &'static str) -> &'static str {
        let count = words.split(' ').count();
        words.split(' ').nth(self.below(count)).unwrap_or_default()
    }
}
