//! News to measure with, and what to say of the machine.

/// News of about so many bytes: paragraphs with names and numbers varied, so that a long text is not one
/// paragraph said again and again.
pub fn article(bytes: usize) -> String {
    const PARAGRAPHS: [&str; 6] = [
        "नगर निगम के अधिकारियों ने बुधवार को बताया कि बारिश के कारण शहर के कई इलाकों में पानी भर गया और यातायात प्रभावित हुआ।",
        "प्रधानमंत्री नरेंद्र मोदी ने कहा कि सरकार किसानों की आय बढ़ाने के लिए नई योजना पर काम कर रही है और इसका लाभ जल्द मिलेगा।",
        "मॉस्को और वॉशिंगटन के बीच बातचीत 12 मार्च को होगी, जिसमें यूक्रेन संकट के साथ व्यापार के मुद्दों पर भी चर्चा की जाएगी।",
        "विद्यालय के प्रधानाचार्य ने छात्रों को पुस्तकालय का महत्व समझाया और कहा कि पढ़ने की आदत जीवन भर साथ देती है।",
        "खिलाड़ियों ने अंतिम ओवर में शानदार प्रदर्शन किया और टीम को जीत दिलाई, दर्शकों ने देर रात तक जश्न मनाया।",
        "अस्पताल के चिकित्सकों का कहना है कि मौसम बदलने से मरीज़ों की संख्या बढ़ी है, इसलिए सावधानी बरतना ज़रूरी है।",
    ];
    const SYLLABLES: [&str; 12] = ["का", "रि", "मो", "ने", "टू", "शा", "वे", "लि", "दो", "गु", "पा", "स"];
    let mut text = String::new();
    for number in 0usize.. {
        if text.len() >= bytes {
            break;
        }
        let mut name = String::new();
        let mut rest = number.wrapping_mul(2_654_435_761) % 1_000_003;
        for _ in 0..4 {
            name.push_str(SYLLABLES[rest % SYLLABLES.len()]);
            rest /= SYLLABLES.len();
        }
        text.push_str(&format!("{} {name} ने यह जानकारी दी। ", PARAGRAPHS[number % PARAGRAPHS.len()]));
        if number % 3 == 2 {
            text.push('\n');
        }
    }
    text
}

/// How busy the machine is, in a line to print below a table (Linux).
pub fn load() -> String {
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    format!("{cores} cores, load average {}", load.split(' ').next().unwrap_or("unknown"))
}
