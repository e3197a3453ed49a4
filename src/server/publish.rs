//! What the client is told of documents: their marks, and the faults of configurations and actor files.

use std::sync::PoisonError;
use std::sync::atomic::Ordering;
use std::time::Duration;

use tower_lsp::lsp_types::notification::{Notification as _, PublishDiagnostics};
use tower_lsp::lsp_types::{Diagnostic, DiagnosticSeverity, MessageType, Url};

use super::analysis::queue::Troubled;
use super::documents::{DocumentSnapshot, is_article};
use super::features::diagnostics::{Mark, SOURCE, diagnostics};
use super::json;
use super::position::LineMapper;
use super::session::Session;
use super::workspace::overview::of_closed;
use super::written::WrittenMessage;
use crate::files::Trouble;
use crate::newsroom::Locale;
use crate::rules::offices_in_words;
use crate::text::boundary::floor_char_boundary;
use crate::text::{Lines, Span};

/// The diagnostics of a document, and whether some were held back because somebody is typing there.
pub fn held_diagnostics<'a>(
    session: &Session,
    uri: &'a Url,
    shot: &'a DocumentSnapshot,
) -> (impl Iterator<Item = Mark<'a>>, Option<Duration>) {
    let delay = Duration::from_millis(session.settings().typing_delay);
    // Who asks for marks and cannot be told to ask again would never see what is held back
    let may_wait = !session.capabilities().pulls || session.capabilities().refreshes_diagnostics;
    let typing = session.documents.typed(uri).filter(|(_, when)| may_wait && when.elapsed() < delay);
    let held = typing.map(|(caret, _)| word_at(&shot.snapshot.text, caret));
    let found = &shot.snapshot.found;
    let is_held = held.is_some_and(|held| found.iter().any(|found| found.span.touches(held)));
    let wait = typing.filter(|_| is_held).map(|(_, when)| delay.saturating_sub(when.elapsed()));
    (
        diagnostics(
            &shot.snapshot,
            session.page(shot),
            uri,
            session.locale(Some(shot)),
            held,
            session.capabilities().diagnostics,
        ),
        wait,
    )
}

/// Tells the client of the marks of a document, if it does not ask for them.
pub async fn publish(session: &Session, uri: &Url) {
    if session.capabilities().pulls || !is_article(uri) {
        return;
    }
    let Some((epoch, snapshots)) = session.documents.watch(uri) else { return };
    let Some(shot) = snapshots.borrow().clone().filter(|shot| shot.epoch == epoch) else { return };
    let (marks, wait) = held_diagnostics(session, uri, &shot);
    if let Some(wait) = wait {
        session.queue.read_after(uri.clone(), wait + Duration::from_millis(1));
    }
    // A long article has hundreds of marks, and this is sent at every keystroke
    let number = session.written.keep(notification(uri, marks, shot.version));
    session.client.send_notification::<WrittenMessage>(number).await;
}

/// The notification `textDocument/publishDiagnostics` as it is sent.
fn notification<'a>(uri: &Url, marks: impl Iterator<Item = Mark<'a>>, version: i32) -> Vec<u8> {
    let mut body =
        format!(r#"{{"jsonrpc":"2.0","method":"{}","params":{{"uri":"#, PublishDiagnostics::METHOD)
            .into_bytes();
    json::string(uri.as_str(), &mut body);
    body.extend_from_slice(b",\"diagnostics\":[");
    for (number, mark) in marks.enumerate() {
        body.extend_from_slice(if number == 0 { b"" } else { b"," });
        mark.write(&mut body);
    }
    body.extend_from_slice(format!("],\"version\":{version}}}}}").as_bytes());
    body
}

/// Tells the client, once, how many offices of a document could not be judged on its day.
pub fn tell_unknown_offices(session: &Session, uri: &Url) {
    let Some((_, snapshots)) = session.documents.watch(uri) else { return };
    let Some(shot) = snapshots.borrow().clone() else { return };
    let Some(sentence) = offices_in_words(&shot.snapshot.unknown_offices) else { return };
    if !session.has_told_unknown.swap(true, Ordering::AcqRel) {
        let said = sentence.in_locale(session.locale(Some(&shot))).to_owned();
        let client = session.client.clone();
        session.log.send(async move { client.log_message(MessageType::INFO, said).await });
    }
}

/// Takes away the marks of a document that is closed, or leaves those that are shown of closed ones.
pub async fn publish_closed(session: &Session, uri: &Url) {
    if !session.capabilities().pulls && is_article(uri) {
        session.client.publish_diagnostics(uri.clone(), of_closed(session, uri), None).await;
    }
}

/// Marks the faults of configurations and actor files inside those files.
pub async fn tell_troubles(session: &Session, files: Vec<Troubled>) {
    let locale = session.locale(None);
    for Troubled { path, text, troubles } in files {
        let Ok(uri) = Url::from_file_path(&path) else { continue };
        session.troubled.lock().unwrap_or_else(PoisonError::into_inner).push(path);
        let lines = Lines::of(&text);
        let page = LineMapper { text: &text, lines: &lines, encoding: session.capabilities().encoding };
        let marks = troubles.iter().map(|trouble| mark_of(trouble, page, locale)).collect();
        session.client.publish_diagnostics(uri, marks, None).await;
    }
}

/// Takes away the marks in configurations and actor files, before they are read again.
pub async fn clear_troubles(session: &Session) {
    let files = std::mem::take(&mut *session.troubled.lock().unwrap_or_else(PoisonError::into_inner));
    for uri in files.iter().filter_map(|path| Url::from_file_path(path).ok()) {
        session.client.publish_diagnostics(uri, Vec::new(), None).await;
    }
}

/// The word that a caret touches.
fn word_at(text: &str, caret: usize) -> Span {
    let caret = floor_char_boundary(text, caret);
    let is_end = |c: char| c.is_whitespace();
    let start =
        text[..caret].rfind(is_end).map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
    let end = text[caret..].find(is_end).map_or(text.len(), |at| caret + at);
    Span::new(start, end)
}

/// A fault in a file of the newsroom as a diagnostic of that file, which may have changed since.
fn mark_of(trouble: &Trouble, page: LineMapper<'_>, locale: Locale) -> Diagnostic {
    let place = trouble.fault().map_or(0..0, |fault| fault.place.clone());
    let (start, end) =
        (floor_char_boundary(page.text, place.start), floor_char_boundary(page.text, place.end));
    Diagnostic {
        range: page.range(Span::new(start, end.max(start))),
        severity: Some(DiagnosticSeverity::ERROR),
        source: Some(SOURCE.to_owned()),
        message: trouble.message().in_locale(locale).to_owned(),
        ..Diagnostic::default()
    }
}
