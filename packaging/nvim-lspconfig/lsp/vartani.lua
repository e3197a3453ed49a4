---@brief
---
--- https://github.com/vartani/vartani
---
--- `vartani`, a language server for Hindi news copy: names, dates and titles that agree with themselves and with the facts
---
--- ```sh
--- pip install vartani
--- ```
---
--- Settings are those of the section `vartani`, as `settings = { vartani = { locale = 'en' } }`.

---@type vim.lsp.Config
return {
  cmd = { 'vartani', 'lsp' },
  filetypes = { 'text', 'markdown', 'html' },
  root_markers = { 'vartani.toml', '.git' },
}
