-- How Neovim looks in the picture.
vim.g.vartani = { cmd = { vim.env.VARTANI, 'lsp' }, inlay_hints = true, settings = { typingDelay = 0 } }
vim.opt.termguicolors = true
vim.opt.number = true
vim.opt.laststatus = 0
vim.opt.ruler = false
vim.opt.signcolumn = 'no'
vim.opt.fillchars = { eob = ' ' }
vim.diagnostic.config({
  virtual_lines = {
    -- One is enough to see what they are
    format = function(mark)
      return mark.code == 'date/weekday' and mark.message or nil
    end,
  },
})
vim.api.nvim_set_hl(0, 'LspInlayHint', { fg = '#8a8f9c' })
vim.api.nvim_set_hl(0, 'DiagnosticUnderlineWarn', { underline = true, fg = '#fce094' })
vim.api.nvim_set_hl(0, 'DiagnosticUnderlineError', { underline = true, fg = '#ffc0b9' })
