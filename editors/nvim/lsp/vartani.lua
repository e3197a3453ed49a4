-- How Neovim starts vartani: found by `vim.lsp.enable('vartani')` (0.11 and later); plugin/vartani.lua starts
-- older ones from the same table. `vim.g.vartani` and `vim.lsp.config('vartani', …)` change it.
return require('vartani').config()
