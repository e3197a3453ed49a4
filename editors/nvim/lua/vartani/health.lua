-- `:checkhealth vartani`: whether everything is there, and what to do where it is not.
local vartani = require('vartani')

local M = {}

---@param program string
local function check_program(program)
  local health = vim.health
  if vim.fn.executable(program) == 0 then
    health.error(('“%s” was not found / नहीं मिला'):format(program), {
      'Install vartani so that it is on PATH: cargo install --path . in a clone of it',
      "Or name it: vim.g.vartani = { cmd = { '/path/to/vartani', 'lsp' } }",
    })
    return
  end
  local ok, out = pcall(function()
    return vim.system({ program, '--version' }, { text = true }):wait(5000)
  end)
  local version = ok and out.code == 0 and vim.version.parse((out.stdout or ''):match('vartani%s+(%S+)') or '')
  if not version then
    health.error(('“%s” is there, but it is no vartani that runs / चलता नहीं'):format(vim.fn.exepath(program)), {
      ('Try it in a terminal: %s --version'):format(program),
    })
  elseif vim.version.lt(version, vartani.OLDEST_SERVER) then
    health.warn(('vartani %s is older than %s, for which this plugin is made'):format(version, vartani.OLDEST_SERVER))
  else
    health.ok(('vartani %s: %s'):format(version, vim.fn.exepath(program)))
  end
end

function M.check()
  local health = vim.health
  health.start('vartani')
  local by = vim.lsp.enable and 'vim.lsp.enable' or 'vim.lsp.start'
  health.ok(('Neovim %s, %s'):format(vim.version(), by))
  local config = vim.lsp.config and vim.lsp.config['vartani'] or vartani.config()
  if type(config.cmd) == 'table' then
    check_program(config.cmd[1])
  end

  health.start('vartani: open articles')
  local clients = vartani.clients()
  if #clients == 0 then
    health.info('no server runs; it starts with the first article: ' .. table.concat(config.filetypes, ', '))
  end
  for _, client in ipairs(clients) do
    local root = client.root_dir or 'no folder'
    health.ok(('server %d: %d open, %s'):format(client.id, vim.tbl_count(client.attached_buffers), root))
  end
  local dateline = clients[1] and vim.tbl_get(clients[1], 'settings', 'vartani', 'dateline')
  health.info('dateline: ' .. (dateline and dateline ~= '' and dateline or 'as the article says, else today'))
  health.info('inlay hints: ' .. (vartani.options().inlay_hints and 'on' or 'off (vim.g.vartani.inlay_hints)'))
end

return M
