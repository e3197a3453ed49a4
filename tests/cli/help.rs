//! Help and usage errors, in Hindi where the system or the command line speaks Hindi.

use super::folder::Folder;

#[test]
fn help_is_in_hindi_in_a_hindi_environment() {
    let said = Folder::with(&[]).run_in_hindi(&["check", "--help"]);
    assert_eq!(said.code, 0);
    for part in [
        "ख़बरों पर निशान लगाएँ",
        "प्रयोग: vartani check [विकल्प] <PATHS>...",
        "पक्के सुधार कर दें",
        "- human: पढ़ने के लिए",
    ] {
        assert!(said.out.contains(part), "“{part}” is not in: {}", said.out);
    }
    for part in ["Usage", "Options", "Print help", "default:", "possible values"] {
        assert!(!said.out.contains(part), "“{part}” is in: {}", said.out);
    }
    let said = Folder::with(&[]).run(&["check", "--help", "--locale", "hi"]);
    assert!(said.out.contains("प्रयोग: vartani check"), "{}", said.out);
    let said = Folder::with(&[]).run(&["check", "--help"]);
    assert!(said.out.contains("Usage: vartani check [OPTIONS] <PATHS>..."), "{}", said.out);
}

#[test]
fn usage_errors_are_in_hindi_in_a_hindi_environment() {
    for (arguments, sentence) in [
        (&["chek"][..], "vartani: “chek” नाम की कोई कमांड नहीं है; क्या आपका मतलब “check” था?"),
        (&["check", "--fixx", "a.txt"], "vartani: “--fixx” यहाँ नहीं चलता; क्या आपका मतलब “--fix” था?"),
        (&["check"], "vartani: यह नहीं दिया गया: <PATHS>..."),
        (&["check", "--diff", "--fix", "a.txt"], "vartani: “--diff” और “--fix” साथ नहीं चलते"),
        (
            &["check", "--dateline", "31 अप्रैल", "a.txt"],
            "vartani: --dateline <YYYY-MM-DD>: “31 अप्रैल” कोई तारीख़ नहीं है; 2025-03-12 की तरह लिखें",
        ),
        (
            &["check", "--color", "लाल", "a.txt"],
            "vartani: “--color <COLOR>” का मान “लाल” नहीं हो सकता; इनमें से दें: auto, always, never",
        ),
        (
            &["check", "--ignore", "date/weekdays", "a.txt"],
            "vartani: --ignore <RULE,…>: “date/weekdays” नाम का कोई नियम नहीं है; क्या date/weekday चाहिए?",
        ),
        (&["check", "--jobs", "0", "a.txt"], "vartani: “--jobs <JOBS>” का मान “0” नहीं हो सकता"),
    ] {
        let said = Folder::with(&[]).run_in_hindi(arguments);
        assert_eq!((said.code, said.out.as_str()), (2, ""));
        assert_eq!(said.err.lines().next(), Some(sentence));
    }
    let said = Folder::with(&[]).run_in_hindi(&["check", "--fxi"]);
    assert!(said.err.contains("प्रयोग: vartani check"), "{}", said.err);
    let said = Folder::with(&[]).run_in_hindi(&["check", "\u{1b}[2J--fxi", "--\u{1b}x"]);
    assert!(said.code == 2 && !said.err.contains('\u{1b}'), "{:?}", said.err);
    let said = Folder::with(&[]).run(&["check", "--fxi"]);
    assert!(said.err.starts_with("error: unexpected argument '--fxi' found"), "{}", said.err);
}
