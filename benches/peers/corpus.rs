//! What is measured on: a folder that is named, else real news beside the checkout, else generated news.

use std::path::{Path, PathBuf};

#[path = "../news/mod.rs"]
mod news;

/// Articles, and what they are.
pub struct Corpus {
    /// In words to print: which news, and how much of it.
    pub what: String,
    articles: Vec<String>,
}

impl Corpus {
    /// Of the text files of a folder, or of what there is.
    pub fn open(folder: Option<&Path>) -> Corpus {
        let (kind, articles) = match (folder, news::real()) {
            (Some(folder), _) => ("real news of the folder that was named", texts(folder)),
            (None, Some(real)) => ("real news", real),
            (None, None) => ("generated news", news::generated().take(250).collect()),
        };
        let bytes: usize = articles.iter().map(String::len).sum();
        assert!(bytes > 0, "the folder has .txt files");
        let more = if kind == "generated news" {
            ""
        } else {
            "; what takes more of it is filled up with generated news"
        };
        let what = format!("{kind}: {} articles, {:.1} MB{more}", articles.len(), bytes as f64 / 1e6);
        Corpus { what, articles }
    }

    /// All articles, one after another, then generated ones without end.
    fn endless(&self) -> impl Iterator<Item = String> {
        self.articles.iter().cloned().chain(news::generated())
    }

    /// A text of about so many bytes, which ends with a paragraph.
    pub fn text(&self, bytes: usize) -> String {
        let mut text = String::new();
        let articles = self.endless();
        for paragraph in articles.flat_map(|article| article.lines().map(str::to_owned).collect::<Vec<_>>()) {
            text += &paragraph;
            text.push('\n');
            if text.len() >= bytes {
                break;
            }
        }
        text
    }

    /// So many articles.
    pub fn articles(&self, count: usize) -> Vec<String> {
        self.endless().take(count).collect()
    }

    /// Writes all articles into a folder, or as many as are asked for.
    pub fn write(&self, folder: &Path, articles: Option<usize>) -> Folder {
        let mut written = Folder { path: folder.to_owned(), files: Vec::new(), bytes: 0 };
        for (number, article) in self.endless().take(articles.unwrap_or(self.articles.len())).enumerate() {
            let file = folder.join(format!("{number:05}.txt"));
            std::fs::write(&file, &article).expect("a file");
            written.files.push(file);
            written.bytes += article.len();
        }
        written
    }
}

/// Articles on disk.
pub struct Folder {
    pub path: PathBuf,
    pub files: Vec<PathBuf>,
    pub bytes: usize,
}

/// The text files of a folder.
fn texts(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path());
    let mut files: Vec<PathBuf> =
        entries.filter(|path| path.extension().is_some_and(|end| end == "txt")).collect();
    files.sort();
    files.iter().map(|file| std::fs::read_to_string(file).expect("text in UTF-8")).collect()
}
