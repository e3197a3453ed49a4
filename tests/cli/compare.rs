//! `compare`: whether two spellings are one name.

use crate::folder::Folder;

#[test]
fn compare_answers_a_pair_in_five_columns() {
    let folder = Folder::with(&[]);
    let said = folder.run(&["compare", "मॉस्को", "मास्को"]);
    let columns: Vec<&str> = said.out.trim_end().split('\t').collect();
    assert_eq!((said.code, said.err.as_str(), columns.len()), (0, "", 5));
    assert_eq!(columns[..3], ["मॉस्को", "मास्को", "same"]);
    assert!((0.0..=1.0).contains(&columns[3].parse::<f32>().unwrap()));
    assert!(!columns[4].is_empty());
    let said = folder.run(&["compare", "ऑस्ट्रिया", "पेरिस"]);
    assert_eq!((said.code, said.out.split('\t').nth(2)), (0, Some("different")), "an answer is no failure");
}

#[test]
fn compare_answers_a_file_or_standard_input_line_by_line() {
    let pairs = "हिन्दी\tहिंदी\nदिन\tदीन\n";
    let folder = Folder::with(&[("pairs.tsv", pairs)]);
    let file = folder.run(&["compare", "--pairs", "pairs.tsv"]);
    let stdin = folder.run_with(&["compare", "--pairs", "-"], pairs);
    assert_eq!(file.out, stdin.out);
    let verdicts: Vec<_> = file.out.lines().map(|line| line.split('\t').nth(2).unwrap()).collect();
    assert_eq!(verdicts, ["same", "different"]);
}

#[test]
fn compare_answers_a_bad_line_in_its_place_and_tells_it() {
    let folder = Folder::with(&[]);
    let said = folder.run_with(&["compare", "--pairs", "-"], "क\tक\nअकेला\nख\tख\n");
    said.is_trouble(&["line 2", "tab"]);
    assert_eq!(said.out.lines().count(), 3);
    assert!(said.out.lines().nth(1).unwrap().starts_with("अकेला\t\tdifferent\t0.000\terror:"));
}

#[test]
fn compare_says_same_exactly_where_check_speaks_of_one_name() {
    for (a, b) in [("नुगरोहो", "नुग्रोहो"), ("टकाहाशी", "ताकाहाशी"), ("नुगरोहो", "नगाहो")]
    {
        let folder = Folder::with(&[("a.txt", &format!("{a} आए। {a} बोले। {b} लौटे।\n"))]);
        let same = folder.run(&["compare", a, b]).out.split('\t').nth(2) == Some("same");
        assert_eq!(folder.findings(&["a.txt"]).len(), usize::from(same), "{a} / {b}");
    }
}
