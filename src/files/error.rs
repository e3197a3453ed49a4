//! What can be wrong with a file, in one sentence that says what to do, in Hindi and in English.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::rules::Message;
use crate::text::NotText;

/// A file that cannot be read or written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileError {
    /// The file.
    pub path: PathBuf,
    /// What is wrong with it.
    pub problem: Problem,
}

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// It does not exist.
    Missing,
    /// It may not be read.
    Denied,
    /// It is a folder.
    Folder,
    /// It is a device, a pipe or a socket.
    NotRegular,
    /// It is longer than this many bytes.
    TooLong(u64),
    /// It is no data file of this form, or it is damaged.
    NotData,
    /// It is not text.
    NotText(NotText),
    /// It is an archive that is cut short or damaged.
    Damaged,
    /// It is encrypted.
    Encrypted,
    /// A part of it is longer than this many bytes when it is unpacked.
    Inflated(u64),
    /// It is an archive in which there is no document.
    NoDocument,
    /// `--fix` and `--diff` do not change what a word processor wrote.
    NotFixableDocument,
    /// `--fix` and `--diff` do not change exports.
    NotFixableExport,
    /// Comments can be written for Word documents only.
    NotCommentable,
    /// It is there already, and nobody has said that it may be replaced.
    Exists,
    /// The system cannot read it and says why.
    Unreadable(String),
    /// It is a folder that cannot be listed.
    Unlisted(Box<Problem>),
    /// It may not be written.
    ReadOnly,
    /// No file may be made in its folder.
    FolderReadOnly,
    /// Nothing can be written on its disk.
    DiskReadOnly,
    /// Its disk is full.
    DiskFull,
    /// Somebody else has written into it since it was read.
    Changed,
    /// `--fix` cannot write into what is not a regular file.
    NotFixable,
    /// The system cannot write it and says why.
    Unwritable(String),
    /// What was to be written into it could not be made; the sentence stands by itself.
    NothingToWrite(Message),
}

impl FileError {
    /// What is wrong with a file.
    pub fn new(path: &Path, problem: Problem) -> FileError {
        FileError { path: path.to_owned(), problem }
    }

    /// A file that the system does not read.
    pub fn reading(path: &Path, error: &io::Error) -> FileError {
        FileError::new(path, Problem::reading(error))
    }

    /// A file that the system does not write.
    pub fn writing(path: &Path, error: &io::Error) -> FileError {
        FileError::new(path, Problem::writing(error))
    }

    /// One sentence that begins with the file.
    pub fn message(&self) -> Message {
        let what = self.problem.message();
        match &self.problem {
            Problem::NothingToWrite(_) => what,
            Problem::NotText(NotText::NotUtf8 { line, .. } | NotText::Binary { line }) => {
                let place = format!("{}:{line}", self.path.display());
                Message::new(format!("{place}: {}", what.hi), format!("{place}: {}", what.en))
            }
            _ => {
                let path = self.path.display();
                Message::new(format!("{path}: {}", what.hi), format!("{path}: {}", what.en))
            }
        }
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().en)
    }
}

impl std::error::Error for FileError {}

/// What an error says: in both languages if it was made of a [`Message`].
pub fn told(error: &io::Error) -> Message {
    let made = error.get_ref().and_then(|inner| inner.downcast_ref::<Message>());
    made.cloned().unwrap_or_else(|| Message::same(error.to_string()))
}

impl Problem {
    /// Why the system does not read something.
    pub(super) fn reading(error: &io::Error) -> Problem {
        match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Problem::Missing,
            io::ErrorKind::PermissionDenied => Problem::Denied,
            io::ErrorKind::IsADirectory => Problem::Folder,
            _ => Problem::Unreadable(error.to_string()),
        }
    }

    fn writing(error: &io::Error) -> Problem {
        match error.kind() {
            io::ErrorKind::PermissionDenied => Problem::FolderReadOnly,
            io::ErrorKind::ReadOnlyFilesystem => Problem::DiskReadOnly,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Problem::DiskFull,
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Problem::Missing,
            io::ErrorKind::Other => Problem::NothingToWrite(told(error)),
            _ => Problem::Unwritable(error.to_string()),
        }
    }

    /// What is wrong and what to do, without the file.
    pub fn message(&self) -> Message {
        let (hi, en) = match self {
            Problem::Missing => {
                ("ऐसी कोई फ़ाइल या फ़ोल्डर नहीं है; पता जाँच लें", "there is no such file or folder; check the path")
            }
            Problem::Denied => {
                ("इसे पढ़ने की अनुमति नहीं है; अनुमतियाँ जाँच लें", "it may not be read; check its permissions")
            }
            Problem::Folder => ("यह फ़ोल्डर है; किसी फ़ाइल का नाम दें", "this is a folder; name a file"),
            Problem::NotRegular => (
                "यह साधारण फ़ाइल नहीं है (डिवाइस, पाइप या सॉकेट); इसे पढ़ा नहीं गया",
                "this is not a regular file (a device, pipe or socket); it was not read",
            ),
            Problem::Damaged => (
                "फ़ाइल अधूरी या ख़राब है; इसे Word या LibreOffice में खोलकर फिर सहेजें",
                "the file is cut short or damaged; open it in Word or LibreOffice and save it again",
            ),
            Problem::Encrypted => (
                "फ़ाइल पासवर्ड से बंद है; बिना पासवर्ड के सहेजें",
                "the file is protected by a password; save it without one",
            ),
            Problem::Inflated(limit) => {
                let limit = limit >> 20;
                return Message::new(
                    format!("खुलने पर {limit} MB से बड़ी है; इसे पढ़ा नहीं गया"),
                    format!("it is more than {limit} MB when unpacked; it was not read"),
                );
            }
            Problem::NoDocument => ("इस फ़ाइल में कोई दस्तावेज़ नहीं मिला", "there is no document in this file"),
            Problem::NotFixableDocument => (
                "Word और LibreOffice की फ़ाइलें बदली नहीं जातीं; --format docx-comments टिप्पणियों वाली प्रति लिखता है",
                "documents of Word and LibreOffice are not changed; --format docx-comments writes a copy with comments",
            ),
            Problem::NotFixableExport => (
                "फ़ीड और JSON की फ़ाइलें बदली नहीं जातीं; ख़बर CMS में सुधारें",
                "feeds and JSON exports are not changed; correct the article in the CMS",
            ),
            Problem::NotCommentable => {
                ("--format docx-comments केवल .docx के लिए है", "--format docx-comments is for .docx only")
            }
            Problem::Exists => (
                "यह फ़ाइल पहले से है; बदलनी हो तो --overwrite दें",
                "this file exists already; --overwrite replaces it",
            ),
            Problem::TooLong(limit) => return too_long(*limit),
            Problem::NotData => (
                "यह vartani की डेटा फ़ाइल नहीं है, अधूरी है या दूसरे संस्करण की है; इसे फिर से लाएँ",
                "this is no data file of this version of vartani, or it is damaged; fetch it again",
            ),
            Problem::NotText(what) => return not_text(*what),
            Problem::Unreadable(why) => {
                return Message::new(format!("पढ़ा नहीं जा सका: {why}"), format!("it cannot be read: {why}"));
            }
            Problem::Unlisted(why) => {
                let Message { hi, en } = why.message();
                return Message::new(
                    format!("{hi}; इसके भीतर कुछ नहीं पढ़ा गया"),
                    format!("{en}; nothing below it was read"),
                );
            }
            Problem::ReadOnly => {
                ("इसमें लिखने की अनुमति नहीं है; अनुमतियाँ जाँच लें", "it may not be written; check its permissions")
            }
            Problem::FolderReadOnly => {
                return unwritten(
                    "इसके फ़ोल्डर में लिखने की अनुमति नहीं है; अनुमतियाँ जाँच लें",
                    "its folder may not be written into; check the permissions",
                );
            }
            Problem::DiskReadOnly => {
                return unwritten("इस डिस्क पर कुछ लिखा नहीं जा सकता", "nothing can be written on this disk");
            }
            Problem::DiskFull => return unwritten("डिस्क भर गई है", "the disk is full"),
            Problem::Changed => {
                return unwritten(
                    "इस बीच किसी ने इसमें लिख दिया; --fix फिर से चलाएँ",
                    "somebody wrote into it meanwhile; run --fix again",
                );
            }
            Problem::NotFixable => (
                "यह साधारण फ़ाइल नहीं है, इसलिए --fix इसमें नहीं लिख सकता; --diff सुधार दिखाता है",
                "not a regular file; --fix cannot write to it; --diff shows the fixes",
            ),
            Problem::Unwritable(why) => {
                return unwritten(
                    &format!("लिखा नहीं जा सका: {why}"),
                    &format!("it cannot be written: {why}"),
                );
            }
            Problem::NothingToWrite(why) => return unwritten(&why.hi, &why.en),
        };
        Message::new(hi, en)
    }
}

fn unwritten(hi: &str, en: &str) -> Message {
    Message::new(format!("{hi}; कुछ नहीं लिखा गया"), format!("{en}; nothing was written"))
}

fn too_long(limit: u64) -> Message {
    let limit = limit >> 20;
    Message::new(
        format!("यह {limit} MB से बड़ी है; इसे पढ़ा नहीं गया"),
        format!("this is longer than {limit} MB; it was not read"),
    )
}

/// What a file is that is not text, and what to do.
fn not_text(what: NotText) -> Message {
    let (hi, en) = match what {
        NotText::Utf16 => (
            "यह बिना BOM का या टूटा UTF-16 है; UTF-8 में सहेजें",
            "this is UTF-16 without a byte order mark, or broken; save it as UTF-8",
        ),
        NotText::Utf32 => ("यह UTF-32 है; UTF-8 में सहेजें", "this is UTF-32; save it as UTF-8"),
        NotText::Word => (
            "यह Word की फ़ाइल (.docx) है; इसे .txt, .md या .html में सहेजें",
            "this is a Word document (.docx); save it as .txt, .md or .html",
        ),
        NotText::OpenDocument => (
            "यह LibreOffice की फ़ाइल (.odt) है; इसे .txt, .md या .html में सहेजें",
            "this is an OpenDocument file (.odt); save it as .txt, .md or .html",
        ),
        NotText::OldOffice => (
            "यह पुराने Office की फ़ाइल (.doc) है; इसे .txt, .md या .html में सहेजें",
            "this is an old Office document (.doc); save it as .txt, .md or .html",
        ),
        NotText::Rtf => (
            "यह RTF है; इसे .txt, .md या .html में सहेजें",
            "this is Rich Text (RTF); save it as .txt, .md or .html",
        ),
        NotText::Pdf => ("यह PDF है; इसका पाठ .txt में सहेजें", "this is a PDF; save its text as .txt"),
        NotText::Picture => ("यह चित्र है, पाठ नहीं", "this is a picture, not text"),
        NotText::Archive => {
            ("यह ज़िप जैसी फ़ाइल (archive) है, पाठ नहीं", "this is an archive or compressed file, not text")
        }
        NotText::Binary { .. } => ("यहाँ NUL बाइट है: यह पाठ नहीं है", "a NUL byte: this is not text"),
        NotText::NotUtf8 { .. } => (
            "यह UTF-8 नहीं है (पुराना फ़ॉन्ट या एनकोडिंग?); UTF-8 में सहेजें",
            "this is not UTF-8 (a legacy font or encoding?); save it as UTF-8",
        ),
    };
    Message::new(hi, en)
}
