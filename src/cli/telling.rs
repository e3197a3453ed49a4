//! What `check` says while it runs: the report, article after article, and what went wrong.

use super::baseline::Baseline;
use super::failure::Failure;
use super::output::{complain, print};
use super::progress::Progress;
use super::report::{Checked, Count, Report};
use crate::files::FileError;

/// So many bytes of the report are printed at once.
const PRINTED_AT_ONCE: usize = 1 << 16;

/// Says what was found.
pub struct Telling<'a> {
    pub report: Box<dyn Report + Send>,
    /// The baseline that findings go into instead of the report.
    pub to_write: Option<Baseline>,
    pub count: Count,
    pub progress: &'a Progress,
}

impl Telling<'_> {
    /// Says what was found in some articles, which are in order.
    ///
    /// # Errors
    /// It cannot be printed.
    pub fn tell(&mut self, articles: Vec<Result<Checked, FileError>>) -> Result<(), Failure> {
        let mut text = String::new();
        for checked in articles {
            match checked {
                Ok(checked) => {
                    self.count.trouble |= !checked.faults.is_empty();
                    if !checked.faults.is_empty() {
                        self.print(&mut text)?;
                        self.progress.suspend(|| checked.faults.iter().for_each(complain));
                    }
                    if let Some(baseline) = &mut self.to_write {
                        baseline.put(&checked.path, &checked.text, &checked.marks);
                        self.count.articles += 1;
                        continue;
                    }
                    self.count.add(&checked);
                    let of_article = self.report.article(&checked);
                    match text.is_empty() {
                        true => text = of_article,
                        false => text += &of_article,
                    }
                }
                Err(error) => {
                    self.count.trouble = true;
                    self.print(&mut text)?;
                    self.progress.suspend(|| complain(&error.message()));
                }
            }
            if text.len() > PRINTED_AT_ONCE {
                self.print(&mut text)?;
            }
        }
        self.print(&mut text)
    }

    fn print(&self, text: &mut String) -> Result<(), Failure> {
        if !text.is_empty() {
            self.progress.suspend(|| print(text))?;
            text.clear();
        }
        Ok(())
    }
}
