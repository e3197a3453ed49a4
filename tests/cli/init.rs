//! `init`: the first `vartani.toml`.

use std::fs;
use std::path::Path;

use crate::folder::{Folder, WRONG_DAY, texts};

#[test]
fn init_writes_once_and_never_over_what_is_there() {
    let folder = Folder::with(&[("a.txt", WRONG_DAY)]);
    let said = folder.run(&["init"]);
    assert_eq!((said.code, said.err.as_str(), said.out.contains("vartani.toml")), (0, "", true));
    assert_eq!(texts(&folder.findings(&["a.txt"])), ["31 अप्रैल"], "the template changes nothing");
    folder.put("vartani.toml", "locale = \"en\"\n");
    folder.run(&["init"]).is_trouble(&["vartani.toml", "exists already"]);
    assert_eq!(fs::read_to_string(folder.0.path().join("vartani.toml")).unwrap(), "locale = \"en\"\n");
    folder.run(&["init", "ग़ायब"]).is_trouble(&["ग़ायब", "check the path"]);
    assert!(!Path::new(&folder.0.path().join("ग़ायब")).exists());
}
