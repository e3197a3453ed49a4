-- Run by tests/editors/nvim/run in an empty folder: every promise of editors/nvim, in the Neovim that runs it.

---What the writer was told.
local told = {}
vim.notify = function(text)
  table.insert(told, text)
end

---Waits until something is there, and returns it.
local function wait(what, condition, milliseconds)
  local found
  vim.wait(milliseconds or 10000, function()
    found = condition()
    return found
  end, 5)
  assert(found, 'waited in vain for ' .. what .. '; told: ' .. vim.inspect(told))
  return found
end

---The same value, or an error that shows both.
local function same(got, expected)
  assert(vim.deep_equal(got, expected), ('%s is not %s'):format(vim.inspect(got), vim.inspect(expected)))
end

---Waits for a sentence that holds all parts.
local function is_told(...)
  local parts = { ... }
  wait('“' .. table.concat(parts, '”, “') .. '”', function()
    return vim.iter(told):any(function(sentence)
      return vim.iter(parts):all(function(part)
        return sentence:find(part, 1, true)
      end)
    end)
  end)
end

local function lines()
  return vim.api.nvim_buf_get_lines(0, 0, -1, false)
end

---Opens a new article on disk.
local function open(name, text)
  vim.fn.writefile(vim.split(text, '\n'), name)
  vim.cmd.edit(name)
  return vim.api.nvim_get_current_buf()
end

local function client_of(bufnr)
  return vim.lsp.get_clients({ name = 'vartani', bufnr = bufnr })[1]
end

---The marks of a rule in the article, and the words under each.
local function marked(rule, bufnr)
  local words = {}
  for _, mark in ipairs(vim.diagnostic.get(bufnr or 0)) do
    if mark.code == rule then
      local text = vim.api.nvim_buf_get_text(bufnr or 0, mark.lnum, mark.col, mark.end_lnum, mark.end_col, {})
      table.insert(words, table.concat(text, '\n'))
    end
  end
  return words
end

---The caret before a word.
local function caret(word)
  for row, line in ipairs(lines()) do
    local at = line:find(word, 1, true)
    if at then
      vim.api.nvim_win_set_cursor(0, { row, at - 1 })
      return
    end
  end
  error(word .. ' is not in the article')
end

local function floating()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      return window
    end
  end
end

local function close_floats()
  while floating() do
    vim.api.nvim_win_close(floating(), true)
  end
end

-- Neovim without the program goes on, and says so once
vim.g.vartani = { cmd = { '/nowhere/vartani', 'lsp' }, settings = {} }
vim.cmd('runtime! plugin/vartani.lua filetype.lua')
vim.cmd('syntax off')
open('missing.txt', 'बैठक हुई।')
is_told('/nowhere/vartani', 'checkhealth vartani')
open('missing-2.txt', 'बैठक हुई।')
same(#told, 1)
vim.cmd('checkhealth vartani')
assert(table.concat(lines(), '\n'):find('/nowhere/vartani', 1, true), 'health names the program')

-- A program that dies at once is told, not raised
local function use(options)
  vim.g.vartani = options
  if vim.lsp.config then
    vim.lsp.config('vartani', require('vartani').config())
  end
end
use({ cmd = { 'sh', '-c', 'exit 3' } })
told = {}
open('dying.txt', 'बैठक हुई।')
is_told('exit 3', ':Vartani restart', ':Vartani log')

-- So is one that is older than the plugin
local answer =
  '{"jsonrpc":"2.0","id":1,"result":{"capabilities":{},"serverInfo":{"name":"vartani","version":"0.0.9"}}}'
use({ cmd = { 'sh', '-c', ("printf 'Content-Length: %d\\r\\n\\r\\n%%s' '%s'; exec sleep 60"):format(#answer, answer) } })
open('old.txt', 'बैठक हुई।')
is_told('0.0.9', require('vartani').OLDEST_SERVER)
require('vartani').stop(assert(client_of(0)), true)
vim.wait(1000, function()
  return client_of(0) == nil
end)

-- From here on with the real one
use({ cmd = { assert(vim.env.VARTANI), 'lsp' }, inlay_hints = true, settings = { typingDelay = 0 } })
told = {}
local article = open(
  'लेख.md',
  [[
# 😀 वार्ता

नई दिल्ली, 12 मार्च 2025 (संवाददाता)। व्लादिमीर पुतिन ने शुक्रवार को कहा कि वार्ता मॉस्को में होगी।
😀 मॉस्को शांत है, पर मास्को में बर्फ़ गिरी। बैठक अाज हुई। सुनवाई 31 अप्रैल को होगी।]]
)
wait('marks', function()
  return #vim.diagnostic.get(article) >= 3
end)
same(client_of(article).root_dir == nil, true)
same(marked('spelling/inconsistent'), { 'मास्को' })
same(marked('spelling/encoding'), { 'अाज' })
same(marked('date/impossible'), { '31 अप्रैल' })

-- Hover
caret('व्लादिमीर')
vim.lsp.buf.hover()
local card = wait('the card', floating)
local text = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(card), 0, -1, false), '\n')
assert(text:find('रूस के राष्ट्रपति', 1, true), text)
same(#vim.lsp.get_clients({ name = 'vartani', bufnr = vim.api.nvim_win_get_buf(card) }), 0)
close_floats()

-- The date that a weekday means
local function hint()
  for _, found in ipairs(vim.lsp.inlay_hint.get({ bufnr = article })) do
    local label = found.inlay_hint.label
    label = type(label) == 'string' and label or label[1].value
    if label:find('7 मार्च', 1, true) then
      return found.inlay_hint
    end
  end
end
local friday = wait('the date of Friday', hint)
local before = lines()[3]:sub(1, (lines()[3]:find('शुक्रवार', 1, true) or 0) + #'शुक्रवार' - 1)
same({ friday.position.line, friday.position.character }, { 2, #before })

-- Colours
local function token_type()
  local line = (lines()[3]:find('व्लादिमीर', 1, true) or 0) - 1
  local tokens = vim.lsp.semantic_tokens.get_at_pos(article, 2, line)
  return tokens and tokens[1] and tokens[1].type
end
same(wait('a colour', token_type), 'person')
same(vim.api.nvim_get_hl(0, { name = '@lsp.type.person' }).link, 'VartaniPerson')

-- A code action is applied
caret('मास्को')
vim.lsp.buf.code_action({
  filter = function(action)
    return action.title == '“मॉस्को” लिखें'
  end,
  apply = true,
})
wait('the spelling', function()
  return not lines()[4]:find('मास्को', 1, true)
end)
wait('the mark to go', function()
  return #marked('spelling/inconsistent') == 0
end)
vim.cmd('Vartani fix')
wait('the safe fix', function()
  return lines()[4]:find('बैठक आज हुई', 1, true)
end)

-- From a key to the mark: the last letter of a wrong date, with the delay for words being typed off
local times = {}
for _ = 1, 5 do
  vim.api.nvim_buf_set_lines(article, 4, -1, false, { 'परीक्षा 31 जू' })
  wait('calm', function()
    return #marked('date/impossible') == 1
  end)
  vim.wait(300)
  local start = vim.uv.hrtime()
  vim.api.nvim_buf_set_text(article, 4, #'परीक्षा 31 जू', 4, #'परीक्षा 31 जू', { 'न' })
  wait('the mark', function()
    return #marked('date/impossible') == 2
  end)
  table.insert(times, math.floor((vim.uv.hrtime() - start) / 1e6))
end
table.sort(times)
same(marked('date/impossible'), { '31 अप्रैल', '31 जून' })

-- Rename
caret('पुतिन')
vim.lsp.buf.rename('व्लादिमीर पूतिन')
wait('the new name', function()
  return lines()[3]:find('व्लादिमीर पूतिन', 1, true)
end)

-- What a rule is about
caret('31 अप्रैल')
vim.cmd('Vartani explain')
card = wait('the explanation', floating)
text = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(card), 0, -1, false), '\n')
assert(text:find('date/impossible', 1, true) and text:find('क्यों', 1, true), text)
close_floats()
vim.cmd('Vartani explain date/wochentag')
is_told('date/wochentag')
assert(vim.tbl_contains(vim.fn.getcompletion('Vartani explain date/', 'cmdline'), 'date/weekday'))
same(vim.fn.getcompletion('Vartani re', 'cmdline'), { 'restart' })

-- A scratch buffer, and the day on which its article is written
vim.cmd.enew()
vim.bo.filetype = 'text'
local scratch = vim.api.nvim_get_current_buf()
vim.api.nvim_buf_set_lines(scratch, 0, -1, false, { 'बैठक बुधवार (13 मार्च) को हुई। सुनवाई 31 जून को है।' })
wait('marks in a scratch buffer', function()
  return #marked('date/impossible', scratch) == 1
end)
same(#vim.lsp.get_clients({ name = 'vartani' }), 1)
vim.cmd('Vartani dateline 2025-03-14')
wait('the weekday', function()
  return vim.deep_equal(marked('date/weekday', scratch), { 'बुधवार (13 मार्च)' })
end)
vim.cmd('Vartani dateline 14 मार्च')
is_told('14 मार्च', '2025-03-12')
vim.cmd('Vartani dateline 2024-03-14')
wait('no mark: in 2024 it was a Wednesday', function()
  return #marked('date/weekday', scratch) == 0
end)
vim.cmd('Vartani dateline none')
vim.cmd.write('मसौदा.txt')
same(vim.fs.basename(vim.api.nvim_buf_get_name(scratch)), 'मसौदा.txt')
wait('the article to be saved', function()
  return not vim.bo.modified
end)
vim.cmd.enew()
vim.bo.filetype = 'markdown'
vim.api.nvim_buf_set_lines(0, 0, -1, false, { 'सुनवाई 31 जून को है।' })
wait('marks in another one', function()
  return #marked('date/impossible') == 1
end)
vim.ui.input = function(_, done)
  done('लिखा.md')
end
vim.cmd.write()
same({ vim.fs.basename(vim.api.nvim_buf_get_name(0)), vim.bo.modified }, { 'लिखा.md', false })
vim.cmd.buffer(scratch)
-- A buffer of another kind is left alone, unless one asks
vim.cmd.new()
vim.bo.buftype = 'nofile'
vim.bo.filetype = 'text'
vim.api.nvim_buf_set_lines(0, 0, -1, false, { 'सुनवाई 31 जून को है।' })
vim.wait(200)
same(client_of(0) == nil, true)
vim.cmd('Vartani start')
wait('marks where they were asked for', function()
  return #marked('date/impossible') == 1
end)
vim.cmd.close()

-- A folder
vim.fn.mkdir('राज्य')
vim.fn.writefile({ 'धूप निकली।', '😀 सुनवाई 31 अप्रैल को होगी।' }, 'राज्य/a.txt')
vim.cmd('Vartani check राज्य')
local found = wait('the list', function()
  local list = vim.fn.getqflist()
  return #list == 1 and list[1]
end)
same({ found.lnum, found.col, found.end_col }, { 2, #'😀 सुनवाई ' + 1, #'😀 सुनवाई 31 अप्रैल' + 1 })
vim.cmd.cclose()
vim.cmd('Vartani check ग़ायब')
is_told('ग़ायब')
vim.cmd.cclose()

-- The newsroom: its files, faults in vartani.toml, no server for other TOML
vim.fn.mkdir('desk')
vim.fn.writefile({}, 'desk/names.toml')
vim.fn.writefile({ '# actors = ["x"]', 'actors = [', '  "desk/names.toml",', ']', 'colour = 3' }, 'vartani.toml')
vim.cmd.edit('vartani.toml')
wait('the fault', function()
  return #vim.diagnostic.get(0) == 1 and vim.diagnostic.get(0)[1].lnum == 4
end)
vim.cmd.edit(article == 0 and '' or 'लेख.md')
vim.cmd('Vartani actors')
same(vim.fs.basename(vim.api.nvim_buf_get_name(0)), 'names.toml')
vim.wait(100)
same(client_of(0) == nil, true)

-- Neovim's own formatting makes safe fixes where that is set, and cannot be asked for where it is not
vim.cmd.buffer(scratch)
vim.api.nvim_buf_set_lines(scratch, 0, -1, false, { 'बैठक  अाज हुई।  ', '', '', 'सुनवाई 31 जून को है।' })
wait('the broken word', function()
  return #marked('spelling/encoding', scratch) == 1
end)
local function formats()
  return client_of(scratch):supports_method('textDocument/formatting', scratch)
end
if vim.fn.has('nvim-0.11') == 1 then
  same(formats(), false)
  local client = client_of(scratch)
  client.settings = vim.tbl_deep_extend('force', client.settings or {}, { vartani = { formatting = true } })
  client:notify('workspace/didChangeConfiguration', { settings = client.settings })
  wait('formatting', formats)
  vim.lsp.buf.format({ name = 'vartani', bufnr = scratch })
  -- The doubled space is a mark too; spaces at the end of a line, empty lines and what only a writer can decide stay
  same(lines(), { 'बैठक आज हुई।  ', '', '', 'सुनवाई 31 जून को है।' })
end

-- Restart, log, health
vim.cmd.buffer(scratch)
local old = client_of(scratch).id
vim.cmd('Vartani restart')
wait('another server', function()
  return client_of(scratch) and client_of(scratch).id ~= old
end)
wait('its marks', function()
  return #marked('date/impossible', scratch) == 1
end)
vim.cmd('Vartani log')
same(vim.fs.basename(vim.api.nvim_buf_get_name(0)), 'lsp.log')
vim.cmd('checkhealth vartani')
local health = table.concat(lines(), '\n')
assert(health:find(vim.env.VARTANI, 1, true) and not health:find('ERROR'), health)
vim.cmd('Vartani nonsense')
is_told('nonsense', 'restart')

-- A server that is killed is told, and the article stays
told = {}
vim.cmd.buffer(scratch)
for _, child in ipairs(vim.api.nvim_get_proc_children(vim.uv.os_getpid())) do
  vim.uv.kill(child, 'sigkill')
end
is_told('signal 9', ':Vartani restart')

-- Articles in UTF-16 and of six megabytes are opened like any other
told = {}
vim.cmd('Vartani restart')
wait('marks in all articles again', function()
  return #marked('date/impossible', scratch) == 1 and #marked('date/impossible', article) == 2
end)
local file = assert(io.open('utf-16.txt', 'wb'))
file:write('\255\254', vim.iconv('सुनवाई 31 अप्रैल को होगी।\n', 'utf-8', 'utf-16le'))
file:close()
vim.cmd.edit('utf-16.txt')
same(vim.bo.fileencoding, 'utf-16le')
wait('the mark in UTF-16', function()
  return vim.deep_equal(marked('date/impossible'), { '31 अप्रैल' })
end, 30000)

if vim.fn.has('nvim-0.11') == 1 then -- once is enough
  local line = 'सुनवाई सोमवार को होगी। बैठक मंगलवार को हुई। यह अनुच्छेद छह मेगाबाइट का लेख बनाता है।'
  vim.fn.writefile(vim.fn['repeat']({ line }, 28000), 'large.txt')
  vim.cmd.edit('large.txt')
  vim.api.nvim_buf_set_lines(0, 0, 0, false, { 'सुनवाई 31 अप्रैल को होगी।' })
  wait('the mark in the large article', function()
    return #marked('date/impossible') == 1
  end, 30000)
end

for _, client in ipairs(vim.lsp.get_clients()) do
  require('vartani').stop(client, true)
end
local version = tostring(vim.version())
io.stdout:write(('Neovim %s by %s: from the key to the mark %s ms (median of 5)\n'):format(
  version,
  vim.lsp.enable and 'vim.lsp.enable' or 'vim.lsp.start',
  times[3]
))
