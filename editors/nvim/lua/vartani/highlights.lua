-- Colours for what the server knows: people, organisations, places, works and dates.
local M = {}

---Each group of ours, and the one it looks like until a colour scheme or the writer says otherwise.
local GROUPS = {
  VartaniPerson = 'Identifier',
  VartaniOrganisation = 'Type',
  VartaniPlace = 'Constant',
  VartaniWork = 'String',
  VartaniDate = 'Number',
}

local function define()
  for group, link in pairs(GROUPS) do
    vim.api.nvim_set_hl(0, group, { link = link, default = true })
    local kind = group:gsub('^Vartani', ''):lower()
    vim.api.nvim_set_hl(0, '@lsp.type.' .. kind, { link = group, default = true })
  end
end

function M.setup()
  define()
  vim.api.nvim_create_autocmd('ColorScheme', {
    group = vim.api.nvim_create_augroup('vartani_highlights', {}),
    callback = define,
  })
end

return M
