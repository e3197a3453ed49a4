//! `vartani try`: what a rule or a house style would mark in an archive, before anybody sees it.

mod arguments;
mod group;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use rayon::prelude::*;

use super::outcome::{self, Outcome};
use super::output::{complain, complain_of, complain_of_found, locale, print};
use super::rule_names::{no_rule, rules_called};
use crate::cli::survey::input::{Input, all_of};
use crate::diagnostics::{Diagnostic, Snapshot};
use crate::files::export::{self, Fields};
use crate::files::{self, Newsrooms, RuleChoice};
use crate::newsroom::patterns::FAMILY;
use crate::newsroom::{Config, Message, Newsroom, packs};
use crate::reading::dateline::date_in_file_name;
use crate::reading::{ReaderGuard, ReaderPool};
use crate::rules::PATTERN;
pub use arguments::{Form, Try};
use group::{Change, Groups, Mark};

/// What is read in folders.
const ENDINGS: &str = ".txt, .md, .html, .docx, .odt, .rss, .atom, .jsonl, .ndjson";

/// Number of articles that are read before the first marks are printed, and between those that follow.
const FIRST_BATCH: usize = 8;
const BATCH: usize = 256;

/// What is tried, and against what.
struct Trial {
    newsrooms: Mutex<Newsrooms>,
    /// The newsroom whose marks are no news.
    before: Option<Arc<Newsroom>>,
    /// The only code whose marks are meant.
    only: Option<String>,
}

pub fn run(arguments: &Try) -> outcome::Result {
    let trial = Trial::of(arguments)?;
    let is_article = |path: &Path| {
        files::is_document(path)
            || export::is_lines(path)
            || export::is_called_one(path, &arguments.json_field)
    };
    let found = files::find(&arguments.on, ENDINGS, is_article, |_, _| false);
    let mut is_trouble = complain_of_found(&found);
    let paths = newest_first(found.paths);
    let (readers, mut groups) = (ReaderPool::default(), Groups::new(arguments.format, arguments.locale()));
    let fields = Fields { prose: &arguments.json_field, desk: &[] };
    let (mut rest, mut size, mut articles) = (&paths[..], FIRST_BATCH, 0);
    while !rest.is_empty() {
        let (batch, after) = rest.split_at(size.min(rest.len()));
        rest = after;
        let read: Vec<_> = batch.par_iter().map(|path| (path, all_of(path, fields))).collect();
        let mut inputs: Vec<(&Path, Input)> = Vec::new();
        for (path, read) in read {
            let (found, faults) = read.unwrap_or_else(|error| (Vec::new(), vec![error.message()]));
            is_trouble |= !faults.is_empty();
            faults.iter().for_each(complain);
            inputs.extend(found.into_iter().map(|input| (path.as_path(), input)));
        }
        articles += inputs.len();
        while !inputs.is_empty() {
            let after = inputs.split_off(size.min(inputs.len()));
            let tried: Vec<Vec<Mark>> = inputs
                .par_iter()
                .map_init(|| readers.lend(), |lent, (path, input)| trial.marks(lent, path, input))
                .collect();
            for marks in tried {
                print(&groups.add(marks))?;
            }
            (inputs, size) = (after, BATCH);
        }
        size = BATCH;
    }
    is_trouble |= complain_of(&trial.newsrooms.lock().unwrap_or_else(PoisonError::into_inner).troubles());
    print(&groups.end(articles))?;
    Ok(match (is_trouble, groups.is_empty()) {
        (true, _) => Outcome::Trouble,
        (false, true) => Outcome::Done,
        (false, false) => Outcome::Findings,
    })
}

impl Trial {
    /// What the command line asks for.
    ///
    /// # Errors
    /// There is no such rule, or a configuration cannot be used.
    fn of(arguments: &Try) -> Result<Trial, super::failure::Failure> {
        let path = Path::new(&arguments.what);
        let pack = packs::find(&arguments.what).transpose()?;
        if pack.is_some() || path.is_file() {
            let before = match &arguments.against {
                Some(against) => newsroom(against)?,
                None => Arc::new(Newsroom::shipped(Config::default())),
            };
            newsroom(path)?;
            let newsrooms = Mutex::new(Newsrooms::new(Some(path)));
            return Ok(Trial { newsrooms, before: Some(before), only: None });
        }
        let is_own = arguments.what.starts_with(FAMILY) && arguments.what != PATTERN;
        let rules = if is_own { rules_called(PATTERN)? } else { rules_called(&arguments.what)? };
        let mut newsrooms = Newsrooms::new(None);
        // The archive need not lie in the newsroom
        if let Some(config) = newsrooms.config_of(Path::new(files::STDIN)) {
            newsrooms = Newsrooms::new(Some(&config));
        }
        newsrooms.choose(RuleChoice::of(&[rules], &[]));
        if is_own {
            let known = newsrooms.of(Path::new(files::STDIN));
            complain_of(&newsrooms.troubles());
            if known.is_none_or(|known| known.config.patterns.find(&arguments.what).is_none()) {
                return Err(no_rule(&arguments.what).into());
            }
        }
        let before = arguments.against.as_deref().map(newsroom).transpose()?;
        Ok(Trial { newsrooms: Mutex::new(newsrooms), before, only: is_own.then(|| arguments.what.clone()) })
    }

    /// What appears and what goes in an article of a file.
    fn marks(&self, lent: &mut ReaderGuard<'_>, file: &Path, input: &Input) -> Vec<Mark> {
        let Input { name, text, format, hints } = input;
        let (path, format, hints) = (Path::new(name), *format, *hints);
        let newsroom = self.newsrooms.lock().unwrap_or_else(PoisonError::into_inner).of(file);
        let Some(newsroom) = newsroom else { return Vec::new() };
        let of = |lent: &mut ReaderGuard<'_>, newsroom: &Arc<Newsroom>| {
            Snapshot::take(text.clone(), format, lent.of(newsroom), hints)
        };
        let after = of(lent, &newsroom);
        let before = self.before.as_ref().map(|before| of(lent, before));
        let key = |mark: &Diagnostic| (mark.span, mark.code().to_owned());
        let keys = |snapshot: Option<&Snapshot>| -> BTreeSet<_> {
            snapshot.into_iter().flat_map(|snapshot| snapshot.diagnostics().iter().map(key)).collect()
        };
        let is_meant = |mark: &&Diagnostic| self.only.as_ref().is_none_or(|only| mark.code() == only);
        let (known, now) = (keys(before.as_ref()), keys(Some(&after)));
        let new = after.diagnostics().iter().filter(is_meant).filter(|mark| !known.contains(&key(mark)));
        let mut out: Vec<Mark> = new.map(|mark| Mark::of(path, &after, mark, Change::Appears)).collect();
        if let Some(before) = &before {
            let gone = before.diagnostics().iter().filter(is_meant).filter(|mark| !now.contains(&key(mark)));
            out.extend(gone.map(|mark| Mark::of(path, before, mark, Change::Goes)));
        }
        out
    }
}

/// The newsroom of a configuration that is named.
///
/// # Errors
/// The configuration cannot be used; why has been said.
fn newsroom(config: &Path) -> Result<Arc<Newsroom>, Message> {
    let mut newsrooms = Newsrooms::new(Some(config));
    let newsroom = newsrooms.of(Path::new(files::STDIN));
    complain_of(&newsrooms.troubles());
    newsroom.ok_or_else(|| {
        let config = config.display();
        Message::new(
            format!("{config}: यह फ़ाइल नहीं चलेगी; ऊपर की ग़लतियाँ सुधारें"),
            format!("{config}: this file cannot be used; mend what is said above"),
        )
    })
}

/// Files by the day in their names, or else by when they were changed, the newest first.
fn newest_first(paths: Vec<PathBuf>) -> Vec<PathBuf> {
    let mut dated: Vec<(Date, PathBuf)> = paths.into_iter().map(|path| (day_of(&path), path)).collect();
    dated.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    dated.into_iter().map(|(_, path)| path).collect()
}

fn day_of(path: &Path) -> Date {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let changed = || {
        let moment = path.metadata().and_then(|found| found.modified()).ok()?;
        let seconds = moment.duration_since(SystemTime::UNIX_EPOCH).ok()?.as_secs();
        let moment = Timestamp::from_second(i64::try_from(seconds).ok()?).ok()?;
        Some(TimeZone::UTC.to_datetime(moment).date())
    };
    date_in_file_name(name).or_else(changed).unwrap_or(Date::MIN)
}

impl Try {
    fn locale(&self) -> crate::newsroom::Locale {
        self.locale.asked().unwrap_or_else(locale)
    }
}
