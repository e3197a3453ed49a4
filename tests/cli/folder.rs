//! A folder with articles, and what vartani says in it.

use std::fs;
use std::path::PathBuf;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

/// A folder with articles, and what vartani says in it.
pub struct Folder(pub TempDir);

/// What a run said and how it ended.
pub struct ArticleFacts {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Folder {
    pub fn with(files: &[(&str, &str)]) -> Folder {
        let folder = Folder(tempfile::tempdir().unwrap());
        for (name, text) in files {
            folder.put(name, text);
        }
        folder
    }

    pub fn put(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.0.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// Where what vartani keeps for later goes, in place of the user's own cache.
    pub fn cache(&self) -> PathBuf {
        self.0.path().join(".cache")
    }

    pub fn run(&self, arguments: &[&str]) -> ArticleFacts {
        self.run_with(arguments, "")
    }

    /// What is said to somebody whose system speaks Hindi.
    pub fn run_in_hindi(&self, arguments: &[&str]) -> ArticleFacts {
        self.run_in(Some("hi_IN.UTF-8"), arguments, "")
    }

    pub fn run_with(&self, arguments: &[&str], stdin: &str) -> ArticleFacts {
        self.run_in(None, arguments, stdin)
    }

    fn run_in(&self, locale: Option<&str>, arguments: &[&str], stdin: &str) -> ArticleFacts {
        let mut command = Command::new(assert_cmd::cargo::cargo_bin!("vartani"));
        command.current_dir(self.0.path()).env("RUST_BACKTRACE", "1").args(arguments);
        command.env("XDG_CACHE_HOME", self.cache());
        command.envs(locale.map(|locale| ("LC_ALL", locale)));
        let output = command.write_stdin(stdin).output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        let said = ArticleFacts {
            code: output.status.code().expect("it ends by itself"),
            out: text(output.stdout),
            err: text(output.stderr),
        };
        assert!(!said.err.contains("panicked"), "{arguments:?}: {}", said.err);
        assert!(!said.err.contains("stack backtrace"), "{arguments:?}: {}", said.err);
        said
    }

    /// `check --format json` with its lines read; the exit code is not looked at.
    pub fn findings(&self, arguments: &[&str]) -> Vec<Value> {
        self.run(&[&["check", "--format", "json"], arguments].concat()).lines()
    }
}

impl ArticleFacts {
    pub fn lines(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).expect("every line is JSON")).collect()
    }

    /// The one sentence on stderr.
    #[track_caller]
    pub fn sentence(&self) -> &str {
        let sentence = self.err.trim_end();
        assert!(sentence.starts_with("vartani: "), "{sentence}");
        assert_eq!(sentence.lines().count(), 1, "one sentence, not {sentence}");
        sentence
    }

    /// A usage, configuration or I/O error: exit code 2 and one sentence that holds all of `parts`.
    #[track_caller]
    pub fn is_trouble(&self, parts: &[&str]) {
        assert_eq!(self.code, 2, "{}{}", self.out, self.err);
        let sentence = self.sentence();
        for part in parts {
            assert!(sentence.contains(part), "“{part}” is not in: {sentence}");
        }
    }
}

/// The values of one field in all findings.
pub fn field<'a>(lines: &'a [Value], name: &str) -> Vec<&'a str> {
    lines.iter().map(|line| line[name].as_str().unwrap()).collect()
}

pub fn texts(lines: &[Value]) -> Vec<&str> {
    field(lines, "text")
}

pub fn rules(lines: &[Value]) -> Vec<&str> {
    field(lines, "rule")
}

/// The keys of an object in alphabetical order.
pub fn keys(object: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> = object.as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

pub const WRONG_DAY: &str = "सुनवाई 31 अप्रैल को होगी।\n";
pub const WRONG_WEEKDAY: &str = "बैठक बुधवार (13 मार्च 2025) को हुई।\n";
pub const CLEAN: &str = "मुंबई में दिन भर बारिश हुई और लोकल ट्रेनें देर से चलीं।\n";
