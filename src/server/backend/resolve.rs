//! What is left out of an answer at first, and made when somebody wants it.

use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::lsp_types::{CodeAction, InlayHint};

use super::Backend;
use crate::ide::actions::Change;
use crate::server::features::{code_action, inlay_hint};
use crate::server::workspace::edits::{add_actor, add_word, respell};

impl Backend {
    /// An action with its edit, which is made when the action is chosen.
    pub(super) async fn resolved_action(&self, mut action: CodeAction) -> Result<CodeAction> {
        let Some(asked) = code_action::Unresolved::of(&action) else { return Ok(action) };
        let uri = &asked.uri;
        let shot = self.session.shot(uri).await?;
        let (page, house) = (self.session.page(&shot), self.session.house(uri).await);
        let change = self.session.with_action_context(uri, &shot, house.as_ref(), true, |context| {
            code_action::chosen(&shot.snapshot, page, &asked, context)
        });
        action.edit = match change.ok_or_else(Error::content_modified)? {
            Change::Folder(respelling) => respell(&self.session, uri, &respelling).await,
            Change::Actor(actor) => add_actor(&self.session, uri, &actor).await,
            Change::Dictionary(word) => add_word(&self.session, &word).await,
            change => self.session.with_action_context(uri, &shot, house.as_ref(), true, |context| {
                code_action::edit(page, &change, context)
            }),
        };
        action.data = None;
        Ok(action)
    }

    /// A hint with its tooltip, which is made when somebody points at the hint.
    pub(super) async fn resolved_hint(&self, mut hint: InlayHint) -> Result<InlayHint> {
        let Some(asked) = inlay_hint::Unresolved::of(&hint) else { return Ok(hint) };
        let shot = self.session.shot(&asked.uri).await?;
        if shot.version != asked.version {
            return Err(Error::content_modified());
        }
        let (choice, locale) = (self.session.settings().hints.into(), self.session.locale(Some(&shot)));
        hint.tooltip = inlay_hint::tooltip(&shot.snapshot, &hint, &asked, choice, locale);
        Ok(hint)
    }
}
