//! The house styles that ship, and the sentences in them and in a newsroom's own.

use crate::folder::{Folder, WRONG_DAY, texts};

const NO_NUKTA: &str = "सरकार ने जमीन का रिकॉर्ड जारी किया।\n";

#[test]
fn a_pack_holds_where_the_newsroom_says_nothing() {
    let folder = Folder::with(&[("a.txt", NO_NUKTA), ("vartani.toml", "extends = \"pack:broadcast\"\n")]);
    assert_eq!(texts(&folder.findings(&["a.txt"])), ["जमीन"]);
    folder.put("vartani.toml", "extends = \"pack:broadcast\"\nspelling.nukta = \"consistent\"\n");
    assert_eq!(texts(&folder.findings(&["a.txt"])), [""; 0]);
    assert_eq!(texts(&folder.findings(&["--config", "pack:broadcast", "a.txt"])), ["जमीन"]);
}

#[test]
fn a_pack_that_there_is_not_gets_a_sentence() {
    let folder = Folder::with(&[("a.txt", WRONG_DAY), ("vartani.toml", "# डेस्क\nextends = \"pack:dialy\"\n")]);
    let parts = ["vartani.toml:2:11:", "there is no pack `pack:dialy`", "did you mean `pack:daily`?"];
    folder.run(&["check", "a.txt"]).is_trouble(&parts);
    for command in
        [&["packs", "show", "xyz"][..], &["try", "pack:xyz", "--on", "a.txt"], &["packs", "test", "pack:xyz"]]
    {
        folder.run(command).is_trouble(&["there is no pack `pack:xyz`; there are broadcast, daily"]);
    }
}

#[test]
fn a_pack_of_a_newer_version_gets_a_sentence_whatever_else_is_new_in_it() {
    let newer = "[pack]\nversion = 2\ntitle = \"कल की शैली\"\nmood = \"calm\"\n";
    let folder = Folder::with(&[
        ("a.txt", WRONG_DAY),
        ("style.toml", newer),
        ("vartani.toml", "extends = \"style.toml\"\n"),
    ]);
    folder.run(&["check", "a.txt"]).is_trouble(&["style.toml:2:11:", "this pack is for a newer vartani"]);
}

#[test]
fn packs_are_listed_in_the_language_of_the_reader_and_printed_to_begin_from() {
    let folder = Folder::with(&[]);
    let (english, hindi) = (folder.run(&["packs"]), folder.run_in_hindi(&["packs"]));
    assert!(english.out.contains("pack:daily              Daily: no nukta\n"), "{}", english.out);
    assert!(hindi.out.contains("pack:daily              दैनिक: नुक़्ता नहीं\n"), "{}", hindi.out);
    let printed = folder.run(&["packs", "show", "daily"]).out;
    folder.put("vartani.toml", &printed);
    assert_eq!(folder.run(&["packs", "test", "vartani.toml"]).code, 0);
}

#[test]
fn the_sentences_of_a_newsroom_are_read_under_its_house_style() {
    let own = "extends = \"pack:daily\"\n[[pattern]]\nname = \"mritak\"\nwords = [\"मरने वाला\"]\nreplacement = \"मृतक\"\n\
        flags = [\"मरने वालों की सूची जारी हुई।\"]\n[examples]\nflags = [\"⟦ज़मीन⟧ बिकी।\"]\naccepts = [\"ज़मीन बिकी।\"]\n";
    let folder = Folder::with(&[("vartani.toml", own)]);
    let said = folder.run(&["packs", "test", "--locale", "en"]);
    assert_eq!(said.code, 1, "{}", said.err);
    assert!(said.out.starts_with("pack:broadcast: 8 sentences, all hold\n"), "{}", said.out);
    let faulty = "vartani.toml:9:12: `accepts`: `spelling/orthography` marks “ज़मीन” in this sentence\n";
    assert!(said.out.contains(faulty), "{}", said.out);
    assert!(said.out.ends_with("vartani.toml: 3 sentences, of which do not hold: 1\n"), "{}", said.out);
    folder.put("vartani.toml", own.replace("accepts = [\"ज़मीन", "accepts = [\"जमीन"));
    let said = folder.run(&["packs", "test", "vartani.toml"]);
    assert_eq!((said.code, said.out.as_str()), (0, "vartani.toml: 3 sentences, all hold\n"));
    folder.put("vartani.toml", "[examples]\nflag = []\n");
    folder
        .run(&["packs", "test", "vartani.toml"])
        .is_trouble(&["vartani.toml:2:1:", "did you mean `flags`?"]);
}

#[test]
fn a_pack_is_tried_on_an_archive() {
    let folder = Folder::with(&[("a/2025-03-10-a.txt", NO_NUKTA), ("a/2025-03-11-b.txt", WRONG_DAY)]);
    let said = folder.run(&["try", "pack:broadcast", "--on", "a", "--locale", "en"]);
    assert_eq!(said.code, 1, "{}", said.err);
    assert!(said.out.ends_with("2 articles read; marks that appear: 1, that go: 0\n"), "{}", said.out);
}
