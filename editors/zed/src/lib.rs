//! vartani in Zed: starts the program that is on the PATH, with the settings under `lsp.vartani`.

use zed_extension_api::settings::LspSettings;
use zed_extension_api::{Command, Extension, LanguageServerId, Result, Worktree, register_extension, serde_json};

struct Vartani;

impl Extension for Vartani {
    fn new() -> Self {
        Vartani
    }

    fn language_server_command(&mut self, _: &LanguageServerId, worktree: &Worktree) -> Result<Command> {
        let binary = LspSettings::for_worktree("vartani", worktree)?.binary;
        let path = binary.as_ref().and_then(|binary| binary.path.clone()).or_else(|| worktree.which("vartani"));
        let command = path.ok_or("vartani is not on the PATH: `pip install vartani`, or set lsp.vartani.binary.path")?;
        let args = binary.and_then(|binary| binary.arguments).unwrap_or_else(|| vec!["lsp".to_owned()]);
        Ok(Command { command, args, env: worktree.shell_env() })
    }

    fn language_server_initialization_options(
        &mut self,
        _: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<Option<serde_json::Value>> {
        Ok(LspSettings::for_worktree("vartani", worktree)?.settings)
    }

    fn language_server_workspace_configuration(
        &mut self,
        _: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<Option<serde_json::Value>> {
        let settings = LspSettings::for_worktree("vartani", worktree)?.settings;
        Ok(settings.map(|settings| serde_json::json!({ "vartani": settings })))
    }
}

register_extension!(Vartani);
