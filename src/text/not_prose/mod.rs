//! Stretches inside running text that are no prose: addresses, hashtags, file names, shortcodes, tags.
//!
//! Every reader of markup hands its blocks through here, so that a link reads the same in plain text, Markdown and
//! HTML. A stretch that is found becomes one U+FFFC OBJECT REPLACEMENT CHARACTER: nothing in it is a word, a date or a
//! vote for a spelling, and nothing may be written into it.

mod addresses;
mod characters;
mod embedded;

use std::ops::Range;

use super::{Prose, Span};
pub(super) use characters::OBJECT;

/// The prose with an [`OBJECT`] for every stretch that is none; `None` if all of it is prose.
pub(super) fn without_addresses(prose: &Prose) -> Option<Prose> {
    let found = find(prose.text());
    if found.is_empty() {
        return None;
    }
    let mut masked = Prose::default();
    let mut copied = 0;
    for Range { start, end } in found {
        masked.push_from(prose, Span::new(copied, start));
        masked.push_decoded(OBJECT.encode_utf8(&mut [0; 3]), prose.to_source(Span::new(start, end)));
        copied = end;
    }
    masked.push_from(prose, Span::new(copied, prose.text().len()));
    Some(masked)
}

/// The stretches of a text that are no prose, in order and apart from each other. Linear in the text.
fn find(text: &str) -> Vec<Range<usize>> {
    if !text.bytes().any(|byte| IS_SIGN[usize::from(byte)]) {
        return Vec::new();
    }
    let embedded = embedded::find(text);
    let mut found = Vec::with_capacity(embedded.len());
    let mut done = 0;
    for stretch in embedded {
        addresses::find(text, done..stretch.start, &mut found);
        done = stretch.end;
        found.push(stretch);
    }
    addresses::find(text, done..text.len(), &mut found);
    found
}

/// By byte, whether it is one of the signs without which there is nothing but prose, or the first of ＃ and ＠, their
/// full-width forms.
const IS_SIGN: [bool; 256] = {
    let signs = b"@#._/\\{[]<$:\xEF";
    let mut table = [false; 256];
    let mut at = 0;
    while at < signs.len() {
        table[signs[at] as usize] = true;
        at += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with `⟨⟩` around what is no prose.
    fn marked(text: &str) -> String {
        let mut out = String::new();
        let mut done = 0;
        for Range { start, end } in find(text) {
            out += &format!("{}⟨{}⟩", &text[done..start], &text[start..end]);
            done = end;
        }
        out + &text[done..]
    }

    /// Checks texts whose stretches that are no prose are set in `⟨⟩`.
    fn check(texts: &[&str]) {
        for text in texts {
            assert_eq!(marked(&text.replace(['⟨', '⟩'], "")), *text);
        }
    }

    #[test]
    fn links_end_where_the_sentence_goes_on() {
        check(&[
            "देखें ⟨https://hi.wikipedia.org/wiki/मास्को⟩ और मॉस्को।",
            "खबर (⟨https://x.in/31-अप्रैल-2025⟩) पर है।",
            "पता:⟨http://समाचार.भारत/खेल?क=ख&ग=घ#अंत⟩। फिर पढ़ें।",
            "“⟨www.दैनिक-समाचार.com⟩” पर, ⟨x.in/31-अप्रैल-2025⟩, या ⟨मास्को.भारत⟩ पर।",
            "लेख ⟨https://hi.wikipedia.org/wiki/मॉस्को_(नदी)⟩ में है।",
            "⟨ftp://फ़ाइल.सर्वर.in/पुराना⟩ और ⟨mailto:संपर्क@मास्को.भारत⟩ लिखें",
            "साइट ⟨ndtv.in:8080/हिंदी⟩ खुली।",
            "ख़बर⟨https://t.co/मास्को⟩",
        ]);
    }

    #[test]
    fn addresses_handles_and_hashtags_are_names_of_their_own() {
        check(&[
            "लिखें ⟨संपर्क@मास्को.भारत⟩ पर।",
            "लिखें ⟨samachar.desk@example.co.in⟩, या ⟨@नई_दिल्ली⟩ को।",
            "⟨#हिन्दी_दिवस⟩ पर ⟨#बजट2025⟩, (⟨#जल-जीवन⟩) ⟨#IPL⟩ चला।",
            "⟨#एक⟩⟨#दो⟩ और ⟨@pmo.india⟩. अंत",
            "भुगतान ⟨किसान@upi⟩ पर करें।",
            "⟨＃हिन्दी⟩ और ⟨＠मास्को⟩ लिखा।",
        ]);
    }

    #[test]
    fn files_and_identifiers_are_no_words() {
        check(&[
            "फ़ाइल ⟨बजट-भाषण_31-अप्रैल.pdf⟩ देखें।",
            "चित्र ⟨./चित्र/मास्को⟩, ⟨../मास्को.png⟩ और ⟨C:\\समाचार\\मास्को⟩ में हैं।",
            "फ़ोल्डर ⟨/समाचार/मास्को/⟩ में ⟨हिन्दी_दिवस_2025⟩ है।",
        ]);
    }

    #[test]
    fn shortcodes_tags_and_targets_are_markup() {
        check(&[
            "⟨{{% note \"ने ने\" %}}⟩ मॉस्को में ⟨{{< figure title=\"मास्को\" >}}⟩ और ⟨{% include \"मास्को\" %}⟩ है।",
            "⟨[[मास्को|⟩मॉस्को]] और ⟨[[मास्को]]⟩ और ⟨[[चित्र:मास्को.jpg|अंगूठा|⟩मॉस्को]]",
            "⟨<Image alt={\"ने ने\"} style={{ a: 1 }} />⟩ और ⟨<Note शीर्षक=\"मास्को > ख\">⟩पाठ⟨</Note>⟩",
            "[पाठ]⟨(मास्को लेख)⟩ और टिप्पणी⟨[^मास्को]⟩ और ⟨[caption id=\"१\" text=\"मास्को\"]⟩चित्र",
            "शीर्षक ⟨{#मास्को}⟩ और ⟨{: .मास्को}⟩ और ⟨$$\\text{ने ने}$$⟩ और ⟨$\\frac{क}{ख}$⟩",
        ]);
    }

    #[test]
    fn ordinary_prose_stays_prose() {
        check(&[
            "और/या, मंत्री-सांसद, 12.5 और 3.5.2024, 12/05/2024।",
            "डॉ.शर्मा, बी.कॉम, एम.ए., ए.पी.जे. और प्रो.सिंह",
            "उन्होंने कहा:मैं नहीं जाऊँगा... फिर चुप...वह बोला।",
            "बैठक हुई.भारत ने कहा. वह गया.नेट पर देखा।",
            "सवाल # 1 और @ 5 रुपये, 10:30 बजे, 3:2 से।",
            "[पाठ] (कोष्ठक) {क} [ख] $5 से $10, 3 < 5 और <ख>",
            "_ज़ोर_ और *ज़ोर* तथा ।। और है।दूसरा",
            "कीमत 5 रु./किलो, 50 किमी/घंटा, खंड(क)/(ख)",
            "fnYyh ljdkj #i;s vkSj@;k /kkjk/kh d_f\"k x.kra=",
            "{{ बंद नहीं, [[ बंद नहीं, <Image बंद नहीं, $$ बंद नहीं",
        ]);
    }

    proptest::proptest! {
        #[test]
        fn any_text_has_its_stretches_in_order(text in "([कि्a1 .@#/:_{}\\[\\]()<>$\"|%\\\\\n]|://|\\.in|\\{\\{|\\}\\}|\\]\\(){0,40}") {
            let mut at = 0;
            for Range { start, end } in find(&text) {
                proptest::prop_assert!(start >= at && end > start);
                proptest::prop_assert!(text.get(start..end).is_some());
                at = end;
            }
        }
    }
}
