//! Big actor files are compiled once and then opened from the cache.

use std::fs;
use std::path::PathBuf;

use crate::folder::Folder;

/// A file of more than a megabyte, with one name of its own.
fn names(own: &str) -> String {
    let letter = |n: usize| char::from_u32('क' as u32 + n as u32 % 30).unwrap();
    let entry = |n: usize| {
        let name: String = [n, n / 30, n / 900].map(letter).iter().collect();
        let hi = "एक गढ़ा हुआ नाम, जो केवल जगह भरता है और किसी का नहीं है";
        format!("[p{n}]\nkind = \"person\"\nname = \"गढ़ा {name}\"\nlatin = \"P {n}\"\nhi = \"{hi}\"\n\n")
    };
    let mut text = format!("[own]\nkind = \"person\"\nname = \"{own}\"\nlatin = \"Own\"\n\n");
    text.extend((0..6000).map(entry));
    assert!(text.len() > 1 << 20);
    text
}

impl Folder {
    /// What is kept in the cache.
    fn kept(&self) -> Vec<PathBuf> {
        let folder = fs::read_dir(self.cache().join("vartani"));
        folder.map_or(Vec::new(), |entries| entries.map(|entry| entry.unwrap().path()).collect())
    }
}

#[test]
fn a_big_actor_file_is_kept_compiled_until_it_changes() {
    let folder = Folder::with(&[
        ("vartani.toml", "actors = [\"names.toml\"]\n"),
        ("names.toml", &names("विक्रम जोशी")),
    ]);
    let show = |name: &str| folder.run(&["actors", "show", name]).code;
    assert_eq!(show("विक्रम जोशी"), 0);
    let kept = folder.kept();
    assert_eq!(kept.len(), 1);
    let written = fs::metadata(&kept[0]).unwrap().modified().unwrap();
    assert_eq!((show("विक्रम जोशी"), show("गढ़ा ककक")), (0, 0));
    assert_eq!(fs::metadata(&kept[0]).unwrap().modified().unwrap(), written, "it was only opened");

    folder.put("names.toml", names("विक्रम जोशीला"));
    assert_eq!((show("विक्रम जोशी"), show("विक्रम जोशीला")), (2, 0));
    let anew = folder.kept();
    assert!(anew.len() == 1 && anew != kept, "the older one is gone");

    fs::write(&anew[0], "cut off").unwrap();
    assert_eq!(show("विक्रम जोशीला"), 0, "what is no gazetteer is made anew");
    assert!(fs::metadata(&anew[0]).unwrap().len() > 1000);
}

#[test]
fn a_change_that_size_and_time_do_not_show_is_seen() {
    let folder = Folder::with(&[
        ("vartani.toml", "actors = [\"names.toml\"]\n"),
        ("names.toml", &names("विक्रम जोशी")),
    ]);
    let show = |name: &str| folder.run(&["actors", "show", name]).code;
    assert_eq!(show("विक्रम जोशी"), 0);
    let path = folder.0.path().join("names.toml");
    let time = fs::metadata(&path).unwrap().modified().unwrap();
    folder.put("names.toml", names("विक्रम जोशा"));
    fs::File::options().write(true).open(&path).unwrap().set_modified(time).unwrap();
    assert_eq!((show("विक्रम जोशी"), show("विक्रम जोशा")), (2, 0));
}

#[test]
fn a_compiled_file_that_was_tampered_with_is_made_anew() {
    let folder = Folder::with(&[
        ("vartani.toml", "actors = [\"names.toml\"]\n"),
        ("names.toml", &names("विक्रम जोशी")),
    ]);
    let show = |name: &str| folder.run(&["actors", "show", name]).code;
    assert_eq!(show("विक्रम जोशी"), 0);
    let kept = folder.kept().remove(0);
    let sound = fs::read(&kept).unwrap();
    let step = sound.len() / 7;
    for at in (40..sound.len()).step_by(step) {
        let mut bytes = sound.clone();
        bytes[at..(at + 64).min(sound.len())].fill(0xA5);
        fs::write(&kept, bytes).unwrap();
        assert_eq!((show("विक्रम जोशी"), show("गढ़ा ककक")), (0, 0), "{at}");
        assert!(fs::read(&kept).unwrap() == sound, "{at}: it is as it was");
    }
    fs::write(&kept, &sound[..sound.len() / 2]).unwrap();
    assert_eq!(show("विक्रम जोशी"), 0, "cut off");
}

#[test]
fn a_compiled_file_with_a_right_digest_and_hostile_bytes_ends_nothing() {
    let folder = Folder::with(&[
        ("vartani.toml", "actors = [\"names.toml\"]\n"),
        ("names.toml", &names("विक्रम जोशी")),
        ("a.txt", "विक्रम जोशी ने गढ़ा ककक से कहा कि गढ़ा खकक आएँगे।\n"),
    ]);
    assert!(folder.run(&["check", "a.txt"]).code <= 1);
    let kept = folder.kept().remove(0);
    let sound = fs::read(&kept).unwrap();
    let content = &sound[..sound.len() - blake3::OUT_LEN];
    let part = content.len() / 6;
    for (number, value) in [(0, 0xFF), (1, 0x41), (2, 0x88), (4, 0xFF), (5, 0xFF)] {
        let mut bytes = content.to_vec();
        bytes[32 + number * part..(number + 1) * part].fill(value);
        bytes.extend_from_slice(blake3::hash(&bytes).as_bytes());
        fs::write(&kept, bytes).unwrap();
        let run = folder.run(&["check", "a.txt"]);
        assert!(run.code <= 1 && run.err.is_empty(), "{number}: {} {}", run.code, run.err);
    }
}

#[test]
fn a_small_or_broken_actor_file_is_not_kept() {
    let folder = Folder::with(&[
        ("vartani.toml", "actors = [\"names.toml\"]\n"),
        ("names.toml", "[a]\nkind = \"place\"\nname = \"रामपुर\"\nlatin = \"R\"\n"),
    ]);
    assert_eq!(folder.run(&["actors", "show", "रामपुर"]).code, 0);
    folder.put("names.toml", names("विक्रम जोशी") + "[b]\nkind = \"place\"\n");
    for _ in 0..2 {
        let said = folder.run(&["actors", "show", "विक्रम जोशी"]);
        assert!(said.code == 2 && said.err.contains("[b]:"), "the fault is told every time: {}", said.err);
    }
    assert_eq!(folder.kept(), [""; 0].map(PathBuf::from));
}
