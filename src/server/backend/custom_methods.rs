//! Messages that `tower-lsp` has no method for: of the protocol, and our own.

use tower_lsp::lsp_types::{SetTraceParams, WorkDoneProgressCancelParams};

use super::Backend;

impl Backend {
    /// `$/setTrace`: how much the client wants to be told.
    pub async fn set_trace(&self, params: SetTraceParams) {
        self.session.log.set_trace(params.value);
    }

    /// `window/workDoneProgress/cancel`: the user has seen enough of it.
    pub async fn cancel_progress(&self, params: WorkDoneProgressCancelParams) {
        self.session.workspace.cancel(&params.token);
    }
}
