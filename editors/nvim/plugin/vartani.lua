-- Everything that happens without being asked for: the server for articles, colours, the command.
if vim.g.loaded_vartani then
  return
end
vim.g.loaded_vartani = true

if vim.fn.has('nvim-0.10') == 0 then
  vim.notify('vartani: Neovim 0.10 या बाद का चाहिए', vim.log.levels.WARN)
  return
end

require('vartani.highlights').setup()
require('vartani.scratch').setup()
require('vartani').setup()

vim.api.nvim_create_user_command('Vartani', function(args)
  require('vartani.commands').run(args.fargs)
end, {
  nargs = '+',
  desc = 'वर्तनी: restart, log, fix, check, dateline, actors, explain, start',
  complete = function(typed, line)
    return require('vartani.commands').complete(typed, line)
  end,
})
