use super::*;
use crate::newsroom::Config;
use crate::text::tokens;

fn config(text: &str) -> Result<Config, Vec<Fault>> {
    Config::parse(text, |rule| rule == "spelling/latin")
}

/// What the patterns of a file match in a sentence, with ⟦ and ⟧ around it, and what they would write.
fn found(toml: &str, sentence: &str) -> (String, Vec<Vec<String>>) {
    let patterns = config(toml).unwrap().patterns;
    let found = patterns.matches(sentence, &tokens(sentence), |_| true);
    let (mut out, mut done) = (String::new(), 0);
    for one in &found {
        out += &format!("{}⟦{}⟧", &sentence[done..one.span.start as usize], one.span.of(sentence));
        done = one.span.end as usize;
    }
    (out + &sentence[done..], found.into_iter().map(|one| one.replacements).collect())
}

fn marks(toml: &str, sentence: &str) -> String {
    found(toml, sentence).0
}

/// The first fault of a file: line, column and what is said.
fn fault(toml: &str) -> (usize, usize, String) {
    let fault = config(toml).unwrap_err().remove(0);
    (fault.line, fault.column, fault.message.en)
}

const HEAD: &str = "[[pattern]]\nname = \"a\"\nmessage = \"देखें\"\n";

fn regex(expression: &str) -> String {
    format!("{HEAD}regex = '{expression}'\n")
}

#[test]
fn the_edge_of_a_word_holds_in_devanagari() {
    let rat = regex(r"\bरत\b");
    assert_eq!(
        marks(&rat, "वह सेवा में रत रहा; रता, भारत, रतन और रति नहीं।"),
        "वह सेवा में ⟦रत⟧ रहा; रता, भारत, रतन और रति नहीं।"
    );
    let cha = regex(r"\bक\b");
    for word in [
        "कि",
        "की",
        "कु",
        "कृ",
        "के",
        "को",
        "कौ",
        "क्",
        "कं",
        "कँ",
        "कः",
        "कॉ",
        "क\u{093C}",
        "क्\u{200D}",
        "क्\u{200C}ष",
        "रक",
    ] {
        assert_eq!(marks(&cha, word), word);
    }
    let whole = regex(r"\b\w+णीय\b");
    assert_eq!(marks(&whole, "यह स्मरणीय और प्रेर\u{200D}णीय है।"), "यह ⟦स्मरणीय⟧ और ⟦प्रेर\u{200D}णीय⟧ है।");
}

#[test]
fn what_looks_the_same_is_the_same() {
    let shakti = regex("शक्ति");
    assert_eq!(marks(&shakti, "शक्\u{200D}ति और शक्\u{200C}ति"), "⟦शक्\u{200D}ति⟧ और ⟦शक्\u{200C}ति⟧");
    // Both ways to type ज़, in the expression and in the article
    for written in ["\u{095B}मीन", "ज\u{093C}मीन"] {
        for article in ["\u{095B}मीन पर", "ज\u{093C}मीन पर"] {
            let marked = marks(&regex(&format!("{written} पर")), article);
            assert_eq!(marked, format!("⟦{article}⟧"));
        }
    }
    // A letter with its nukta is one letter
    assert_eq!(marks(&regex("\\b[ज\u{095B}]मीन"), "जमीन, ज\u{093C}मीन"), "⟦जमीन⟧, ⟦ज\u{093C}मीन⟧");
    assert_eq!(marks(&regex("\\b.मीन\\b"), "ज\u{093C}मीन"), "⟦ज\u{093C}मीन⟧");
}

#[test]
fn words_are_found_in_all_their_forms_and_replaced_in_the_same() {
    let toml = "[[pattern]]\nname = \"a\"\nwords = [\"मरने वाला\"]\nreplacement = \"मृतक\"\n";
    let (marked, written) = found(toml, "मरने वालों की सूची में एक मरने वाला और दो मरने वाले हैं, मरने वालापन नहीं।");
    assert_eq!(marked, "⟦मरने वालों⟧ की सूची में एक ⟦मरने वाला⟧ और दो ⟦मरने वाले⟧ हैं, मरने वालापन नहीं।");
    assert_eq!(written, [["मृतकों"], ["मृतक"], ["मृतक"]]);
    let base = format!("{toml}inflect = false\n");
    assert_eq!(marks(&base, "मरने वालों में मरने वाला"), "मरने वालों में ⟦मरने वाला⟧");
}

#[test]
fn a_right_form_that_contains_the_wrong_one_stays() {
    let toml = "[[pattern]]\nname = \"server\"\nregex = 'सर्व'\nreplacement = \"सर्वर\"\n";
    assert_eq!(marks(toml, "सर्वर ठप, सर्व बंद"), "सर्वर ठप, ⟦सर्व⟧ बंद");
    let toml = "[[pattern]]\nname = \"delhi\"\nwords = [\"दिल्ली\"]\nreplacement = \"नई दिल्ली\"\n";
    assert_eq!(marks(toml, "नई दिल्ली में दिल्ली पुलिस"), "नई दिल्ली में ⟦दिल्ली⟧ पुलिस");
}

#[test]
fn of_two_patterns_that_meet_the_first_in_the_file_holds() {
    let phrase = "[[pattern]]\nname = \"long\"\nwords = [\"रेल मंत्री\"]\nmessage = \"देखें\"\n";
    let word = "[[pattern]]\nname = \"short\"\nregex = 'मंत्री जी|रेल'\nmessage = \"देखें\"\n";
    assert_eq!(marks(&format!("{phrase}{word}"), "रेल मंत्री जी ने रेल चलाई"), "⟦रेल मंत्री⟧ जी ने ⟦रेल⟧ चलाई");
    assert_eq!(marks(&format!("{word}{phrase}"), "रेल मंत्री जी ने रेल चलाई"), "⟦रेल⟧ ⟦मंत्री जी⟧ ने ⟦रेल⟧ चलाई");
}

#[test]
fn groups_are_written_where_the_replacement_names_them() {
    let toml = "[[pattern]]\nname = \"crore\"\nregex = '(\\d+) करोड रुपये'\nreplacement = \"$1 करोड़ रुपए\"\n";
    assert_eq!(found(toml, "कुल 40 करोड रुपये मिले").1, [["40 करोड\u{093C} रुपए"]]);
}

#[test]
fn examples_that_do_not_hold_are_faults_in_their_place() {
    let with = |more: &str| fault(&format!("{}{more}\n", regex(r"\bरत\b")));
    assert_eq!(with("flags = [\"सेवा में रत\", \"भारत\"]").0, 5);
    assert_eq!(
        with("flags = [\"भारत\"]"),
        (5, 10, "`flags`: `style/a` marks nothing in this sentence".into())
    );
    assert_eq!(
        with("flags = [\"⟦सेवा⟧ में रत\"]").2,
        "`flags`: `style/a` marks “रत” in this sentence, not what stands in ⟦…⟧"
    );
    assert_eq!(
        with("accepts = [\"सेवा में रत\"]"),
        (5, 12, "`accepts`: `style/a` marks “रत” in this sentence".into())
    );
    assert!(
        config(&format!("{}flags = [\"सेवा में ⟦रत⟧ रहा\"]\naccepts = [\"भारत\"]\n", regex(r"\bरत\b"))).is_ok()
    );
}

#[test]
fn what_cannot_be_used_is_a_fault_in_its_place() {
    assert_eq!(fault(&regex("(रत")), (4, 9, "not a regular expression: unclosed group".into()));
    assert!(fault(&regex("रत*|")).2.starts_with("this expression matches where nothing stands"));
    assert!(fault(&regex(r"(\w{1,100}){100}")).2.starts_with("this expression is too big"));
    assert!(fault(&regex(&format!("{}रत{}", "(".repeat(60), ")".repeat(60)))).2.contains("nest"));
    let said = |toml: &str| fault(toml).2;
    assert_eq!(said(HEAD), "write either `regex` or `words` in `[[pattern]]`");
    assert_eq!(
        said("[[pattern]]\nname = \"a\"\nregex = 'रत'\n"),
        "write `replacement` or `message` in `[[pattern]]`"
    );
    assert_eq!(
        said(&format!("{}since = \"कल\"\n", regex("रत"))),
        "\"कल\" is not a valid date; use YYYY-MM-DD"
    );
    assert!(said(&regex("रत").replace("\"a\"", "\"a b\"")).starts_with("`name`: \"a b\" will not do"));
    assert_eq!(fault(&regex("रत").repeat(2)).0, 6);
    assert!(said(&format!("{}replacement = \"$2\"\n", regex("(रत)"))).contains("there is no group `2`"));
    assert_eq!(
        said(
            "[[pattern]]\nname = \"a\"\nwords = [\"क्रम\"]\nreplacement = \"कर्म\"\n[[pattern]]\nname = \"b\"\nwords = [\"कर्म\"]\nreplacement = \"क्रम\"\n"
        ),
        "`replacement`: `style/b` marks “कर्म”; change one of the two"
    );
    assert_eq!(fault(&format!("{}colour = 1\n", regex("रत"))).0, 5);
    assert!(
        said(&format!("[rules]\n\"style/b\" = \"off\"\n{}", regex("रत")))
            .contains("there is no rule `style/b`")
    );
    assert!(config(&format!("[rules]\n\"style/a\" = \"off\"\n{}", regex("रत"))).is_ok());
}

#[test]
fn a_message_may_be_in_one_language_or_in_two() {
    let message = |said: &str| {
        let toml = format!("[[pattern]]\nname = \"a\"\nregex = 'रत'\nmessage = {said}\n");
        config(&toml).map(|config| config.patterns.get(0).unwrap().message.clone().unwrap())
    };
    assert_eq!(message("\"जाँच लें\"").unwrap(), Message::same("जाँच लें"));
    assert_eq!(message("{ hi = \"जाँच लें\", en = \"check\" }").unwrap(), Message::new("जाँच लें", "check"));
    assert_eq!(message("{ hi = \"जाँच लें\" }").unwrap().en, "जाँच लें");
    assert!(message("{ fr = \"non\" }").is_err() && message("{}").is_err() && message("7").is_err());
}
