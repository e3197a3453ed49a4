//! `check` of one article: it is read, its safe fixes are made or shown, and its marks are what the run asks for.

use super::arguments::{Check, Format};
use super::check_export::{faults, in_export};
use super::check_filter::Filter;
use super::cross_file::FirstReading;
use super::input_file::InputFile;
use super::report::{Checked, comments};
use super::rewrite::rewrite;
use crate::diagnostics::cross_file::{ArticleNames, ByConfig};
use crate::diagnostics::{Diagnostic, KeptFindings, Snapshot, apply_fixes};
use crate::files::export::{self, Export, Fields};
use crate::files::{Document, FileError, Problem, write_commented};
use crate::newsroom::{Config, Level, Locale, Severity};
use crate::reading::Reader;

/// What a run asks of every article.
pub struct Checker<'a> {
    pub arguments: &'a Check,
    pub filter: &'a Filter,
    /// What the articles of each newsroom say together.
    pub across: &'a ByConfig,
}

impl Checker<'_> {
    /// Marks an article, of which `first` is what is known already: what is not is read.
    ///
    /// # Errors
    /// It cannot be read, or not be fixed or commented as the run asks.
    pub fn check(
        &self,
        job: &InputFile,
        first: FirstReading,
        reader: &mut Reader,
    ) -> Result<Checked, FileError> {
        let FirstReading { kept, names } = first;
        if names.is_none() && kept.as_ref().is_some_and(KeptFindings::is_empty) {
            return Ok(self.checked(job, String::new(), Vec::new()));
        }
        let document = Document::read(&job.path, &job.name, self.arguments.reading.dateline)?;
        let is_to_be_fixed = self.arguments.fix || self.arguments.diff;
        if document.is_document && is_to_be_fixed {
            return Err(FileError::new(&job.name, Problem::NotFixableDocument));
        }
        let fields = Fields { prose: &self.arguments.json_field, ..Fields::default() };
        if let Some(kept) = kept.filter(|kept| kept.is_of(&document.text)) {
            let newsroom = job.newsroom.clone();
            let snapshot = kept.into_snapshot(document.text, document.format, newsroom);
            return Ok(self.marked(job, snapshot, &names.unwrap_or_default()));
        }
        match export::read(&job.name, &document.text, fields) {
            Some(_) if is_to_be_fixed => Err(FileError::new(&job.name, Problem::NotFixableExport)),
            Some(exported) => Ok(self.export(job, document, exported, reader)),
            None => self.article(job, document, reader),
        }
    }

    /// A feed or the JSON of a CMS.
    fn export(&self, job: &InputFile, document: Document, exported: Export, reader: &mut Reader) -> Checked {
        let Document { text, hints, .. } = document;
        let marks = self.filter.of(&job.name, &text, in_export(&exported, reader, hints));
        let faults = faults(&job.name, exported.faults);
        Checked { faults, ..self.checked(job, text, marks) }
    }

    fn article(
        &self,
        job: &InputFile,
        document: Document,
        reader: &mut Reader,
    ) -> Result<Checked, FileError> {
        let Document { text, format, hints, encoding, .. } = document;
        let mut snapshot = Snapshot::take(text, format, reader, hints);
        let unknown_offices = snapshot.unknown_offices.clone();
        let (mut fixed, mut fixes) = (None, 0);
        if self.arguments.fix || self.arguments.diff {
            let after = apply_fixes(&snapshot.text, snapshot.diagnostics().to_vec(), format, reader, hints);
            if self.arguments.fix && after.fixes > 0 {
                rewrite(&job.path, &snapshot.text, &after.text, encoding)?;
                fixes = after.fixes;
                snapshot = Snapshot::take(after.text, format, reader, hints);
            } else if self.arguments.diff {
                fixed = Some(after.text);
            }
        }
        let names = match self.across.contains_key(&job.config) {
            true => ArticleNames::with(&snapshot, reader.vocabulary()),
            false => ArticleNames::default(),
        };
        let checked = self.marked(job, snapshot, &names);
        let copy = match self.arguments.format {
            Format::DocxComments => {
                let comments = comments(&checked.marks, checked.locale);
                Some(write_commented(&job.path, &comments, self.arguments.overwrite)?)
            }
            _ => None,
        };
        Ok(Checked { unknown_offices, fixed, fixes, copy, ..checked })
    }

    /// What is reported of an article as it was read.
    fn marked(&self, job: &InputFile, mut snapshot: Snapshot, names: &ArticleNames) -> Checked {
        self.look_across(job, &mut snapshot, names);
        self.leave_out(job, &mut snapshot);
        let unknown_offices = std::mem::take(&mut snapshot.unknown_offices);
        let (text, marks) = snapshot.into_diagnostics();
        Checked { unknown_offices, ..self.checked(job, text, marks) }
    }

    /// Adds what the other articles of its newsroom spell in another way.
    fn look_across(&self, job: &InputFile, snapshot: &mut Snapshot, names: &ArticleNames) {
        if let Some(across) = self.across.get(&job.config) {
            let name = job.name.display().to_string();
            let found = across.found(&name, snapshot, names, self.arguments.across);
            snapshot.add(found);
        }
    }

    /// Leaves out what the baseline has, and what stands on lines that did not change.
    fn leave_out(&self, job: &InputFile, snapshot: &mut Snapshot) {
        if self.filter.is_empty() {
            return;
        }
        let text = std::mem::take(&mut snapshot.text);
        let mut wants = self.filter.wants(&job.name, &text);
        snapshot.retain(|found| wants(found.finding.code(), found.span));
        drop(wants);
        snapshot.text = text;
    }

    /// What is reported of an article in which nothing was changed.
    fn checked(&self, job: &InputFile, text: String, marks: Vec<Diagnostic>) -> Checked {
        let config = &job.newsroom.config;
        let least = fail_on(self.arguments, config);
        Checked {
            path: job.name.clone(),
            fails: least.is_some_and(|least| marks.iter().any(|mark| mark.severity >= least)),
            locale: locale(self.arguments, Some(config)),
            text,
            marks,
            unknown_offices: Default::default(),
            fixed: None,
            copy: None,
            fixes: 0,
            faults: Vec::new(),
        }
    }
}

/// The language that was asked for, or that of a newsroom.
pub fn locale(arguments: &Check, config: Option<&Config>) -> Locale {
    arguments.locale.asked().or(config.and_then(|config| config.locale)).unwrap_or_default()
}

/// The least severity that fails, as asked for or as a newsroom says; `None` for never.
fn fail_on(arguments: &Check, config: &Config) -> Option<Severity> {
    arguments.fail_on.or(config.fail_on).unwrap_or(Level::Warning).severity()
}
