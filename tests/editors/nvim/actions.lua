-- Run by tests/editors/nvim/run in an empty folder: every action that VS Code has, chosen in Neovim, and what becomes of
-- the files; and what is typed is what stands there.

local function wait(what, condition)
  local found
  vim.wait(10000, function()
    found = condition()
    return found
  end, 5)
  return assert(found, 'waited in vain for ' .. what)
end

local function text_of(name)
  local bufnr = vim.fn.bufnr(name)
  if bufnr >= 0 and vim.api.nvim_buf_is_loaded(bufnr) then
    return table.concat(vim.api.nvim_buf_get_lines(bufnr, 0, -1, false), '\n')
  end
  local file = io.open(name)
  local text = file and file:read('a') or ''
  if file then
    file:close()
  end
  return text
end

---Waits until a file, or its buffer, has a text.
local function has(name, part)
  wait(('“%s” in %s, which is\n%s'):format(part, name, text_of(name)), function()
    return text_of(name):find(part, 1, true)
  end)
end

local MIXED = 'मॉस्को शांत है। मास्को में बर्फ़ गिरी।\n\nमास्को ने कहा। बैठक अाज हुई। मॉस्को बोला, मॉस्को चुप है।'

vim.g.vartani = { cmd = { assert(vim.env.VARTANI), 'lsp' }, settings = { typingDelay = 0, lenses = true } }
vim.cmd('runtime! plugin/vartani.lua filetype.lua')
vim.cmd('syntax off')

---Opens an article in a folder of its own, as a repository of articles is, and waits for its marks.
local root = vim.fn.getcwd()
local function open(folder, name, text, marks)
  vim.fn.mkdir(root .. '/' .. folder .. '/.git', 'p')
  vim.cmd.cd(root .. '/' .. folder)
  vim.fn.writefile(vim.split(text, '\n'), name)
  vim.cmd.edit(name)
  wait('marks in ' .. folder, function()
    return #vim.diagnostic.get(0) >= marks
  end)
end

---Selects a part, or stands at its beginning, and chooses the action with a title there.
local chosen = {}
local function choose(title, part, is_caret)
  local row, column
  for number, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    local at = line:find(part, 1, true)
    if at and not row then
      row, column = number, at - 1
    end
  end
  vim.api.nvim_win_set_cursor(0, { assert(row, part .. ' is not in the article'), column })
  local offered = {}
  vim.lsp.buf.code_action({
    range = not is_caret and { start = { row, column }, ['end'] = { row, column + #part } } or nil,
    filter = function(action)
      offered[#offered + 1] = action.title
      return action.title == title
    end,
    apply = true,
  })
  wait('the offer “' .. title .. '”', function()
    return vim.tbl_contains(offered, title)
  end)
  chosen[#chosen + 1] = title
  return offered
end

-- In the article
open('fix', 'a.txt', MIXED, 3)
choose('“मॉस्को” लिखें', 'मास्को में')
has('a.txt', 'है। मॉस्को में बर्फ़ गिरी।')
-- The second of two fixes
local MEETING = 'नई दिल्ली, 12 मार्च 2025। बैठक शुक्रवार (13 मार्च) को होगी।'
open('second-fix', 'a.txt', MEETING, 1)
choose('तारीख़ बदलें: “14 मार्च”', 'शुक्रवार (13')
has('a.txt', 'शुक्रवार (14 मार्च)')
open('fix-all-alike', 'a.txt', MIXED, 3)
choose('पूरी ख़बर में “मॉस्को” लिखें', 'मास्को')
has('a.txt', 'है। मॉस्को में बर्फ़ गिरी।\n\nमॉस्को ने')
open('fix-all', 'a.txt', MIXED, 3)
choose('सभी पक्के सुधार करें', 'अाज')
has('a.txt', 'बैठक आज हुई')
open('ignore-here', 'a.md', MIXED, 3)
choose('यहाँ यह निशान न दिखाएँ (spelling/inconsistent)', 'मास्को में')
has('a.md', '<!-- vartani: ignore spelling/inconsistent -->\nमॉस्को शांत है')
open('ignore-in-article', 'a.md', MIXED, 3)
choose('पूरी ख़बर में ऐसे निशान न दिखाएँ (spelling/inconsistent)', 'मास्को में')
has('a.md', '<!-- vartani: off spelling/inconsistent -->\n')

-- For the newsroom, which has no vartani.toml yet
for folder, choice in pairs({
  prefer = { '“मॉस्को” तय करें, पूरे न्यूज़रूम के लिए', 'prefer = ["मॉस्को"]' },
  off = { 'नियम बंद करें, पूरे न्यूज़रूम में (spelling/inconsistent)', '"spelling/inconsistent" = "off"' },
  ['ignore-path'] = { 'यहाँ यह निशान न दिखाएँ (spelling/inconsistent)', 'text = "मास्को"' },
  ['ignore-path-whole'] = { 'पूरी ख़बर में ऐसे निशान न दिखाएँ (spelling/inconsistent)', '[[ignore]]' },
}) do
  open(folder, 'a.txt', MIXED, 3)
  choose(choice[1], 'मास्को में')
  has(root .. '/' .. folder .. '/vartani.toml', choice[2])
end

-- For the user, who has no dictionary yet
local SLIP = 'राज्य में स्थिती सामान्य है।'
local DICTIONARY = vim.env.XDG_CONFIG_HOME .. '/vartani/dictionary.txt'
open('dictionary', 'a.txt', SLIP, 1)
choose('“स्थिती” को अपने शब्दकोश में जोड़ें (vartani/dictionary.txt)', 'स्थिती')
has(DICTIONARY, 'स्थिती')

open('accept', 'a.txt', 'मेले में अतिथी आए।', 1)
choose('“अतिथी” को सही मानें, पूरे न्यूज़रूम में', 'अतिथी')
has(root .. '/accept/vartani.toml', 'accept = ["अतिथी"]')
open('keep-latin', 'a.txt', 'बैठक के बाद Putin मॉस्को लौटे।', 1)
choose('“Putin” को रोमन में रहने दें, पूरे न्यूज़रूम में', 'Putin')
has(root .. '/keep-latin/vartani.toml', 'keep-latin = ["Putin"]')

-- What a page would show is a comment in it
open('ignore-in-page', 'a.html', '<p>सचिव ने ने कहा।</p>', 1)
choose('यहाँ यह निशान न दिखाएँ (text/repeated-word)', 'ने ने')
has('a.html', '<!-- vartani: ignore text/repeated-word --></p>')

-- A name for the newsroom's own file, and no nonsense for it
local NAMES = 'बैठक में सुलोचना ठकरे आईं। सचिव ने ने कहा।'
open('name', 'a.txt', NAMES, 1)
choose('“सुलोचना ठकरे” को न्यूज़रूम के नामों में जोड़ें', 'सुलोचना ठकरे')
has(root .. '/name/vartani.toml', 'actors = ["actors.toml"]')
has(root .. '/name/actors.toml', 'name = "सुलोचना ठकरे"')
open('name-at-caret', 'a.txt', 'सोमदत्त घोषाल आए। सोमदत घोषाल ने कहा। सोमदत्त घोषाल बोले।', 1)
choose('“सोमदत्त” को न्यूज़रूम के नामों में जोड़ें', 'सोमदत ', true)
has(root .. '/name-at-caret/actors.toml', 'name = "सोमदत्त"')
open('no-name', 'a.txt', NAMES, 1)
local offered = choose('एक “ने” हटाएँ', 'ने ने')
for _, title in ipairs(offered) do
  assert(not title:find('न्यूज़रूम के नामों', 1, true), title)
end

-- The whole folder: an article that is not open too
vim.fn.mkdir('../folder', 'p')
vim.fn.writefile({ 'मास्को में धूप है।' }, '../folder/b.txt')
open('folder', 'a.txt', MIXED, 3)
choose('पूरे फ़ोल्डर में “मॉस्को” लिखें', 'मास्को में')
has('a.txt', 'है। मॉस्को में बर्फ़ गिरी।')
has(root .. '/folder/b.txt', 'मॉस्को में धूप')

-- The lens that keeps a spelling
open('lens', 'a.txt', MIXED, 3)
local function ask(method, params)
  local _, answer = next(vim.lsp.buf_request_sync(0, method, params, 10000) or {})
  return answer and answer.result
end
local lenses = ask('textDocument/codeLens', { textDocument = vim.lsp.util.make_text_document_params() })
local lens = assert(lenses and lenses[1], vim.inspect(lenses))
ask('workspace/executeCommand', { command = lens.command.command, arguments = lens.command.arguments })
wait('one spelling', function()
  local text = text_of('a.txt')
  return not (text:find('मॉस्को', 1, true) and text:find('मास्को', 1, true))
end)
chosen[#chosen + 1] = lens.command.title

-- A full name takes its short form along, and how many places that are is told
open('rename', 'a.txt', 'व्लादिमीर पुतिन आए। पुतिन ने कहा। मॉस्को शांत, मास्को चुप।', 1)
local told
local show = vim.lsp.handlers['window/showMessage']
vim.lsp.handlers['window/showMessage'] = function(error, result, ...)
  told = result.message
  return show(error, result, ...)
end
vim.api.nvim_win_set_cursor(0, { 1, 0 })
vim.lsp.buf.rename('व्लादिमीर पूतीन')
has('a.txt', 'व्लादिमीर पूतीन आए। पूतीन ने कहा।')
wait('how many', function()
  return told == 'पूरा नाम 1 बार बदला, और छोटा नाम 1 बार।'
end)
chosen[#chosen + 1] = 'rename'

-- What is typed is what stands there, letter by letter, with the list opened wherever it can
vim.cmd.cd(root)
vim.cmd.edit('typed.txt')
local typed = {}
for line in io.lines(vim.env.SENTENCES) do
  if line:sub(1, 1) ~= '#' and #typed < 40 then
    typed[#typed + 1] = line
  end
end
wait('the server at what is typed', function()
  return vim.bo.omnifunc ~= ''
end)
local function offers()
  local row, column = unpack(vim.api.nvim_win_get_cursor(0))
  local params = {
    textDocument = vim.lsp.util.make_text_document_params(),
    position = { line = row - 1, character = vim.str_utfindex(vim.api.nvim_get_current_line(), column) },
    context = { triggerKind = 1 },
  }
  -- Where what was typed is still on its way, the server has one ask again
  local list = wait('an answer', function()
    return ask('textDocument/completion', params)
  end)
  return vim.tbl_map(function(item)
    return item.label
  end, list.items)
end
vim.o.virtualedit = 'onemore'
for _, line in ipairs(typed) do
  vim.api.nvim_feedkeys('A' .. line, 'nx', true)
  vim.api.nvim_win_set_cursor(0, { vim.fn.line('.'), #line })
  assert(#offers() == 0, line)
  vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes('A<C-x><C-o><CR><Esc>', true, false, true), 'nx', false)
end
local stands = vim.api.nvim_buf_get_lines(0, 0, #typed, false)
assert(vim.deep_equal(stands, typed), vim.inspect(stands))
vim.api.nvim_set_current_line('jelen')
vim.api.nvim_win_set_cursor(0, { vim.fn.line('.'), #'jelen' })
assert(vim.tbl_contains(offers(), 'ज़ेलेंस्की'), 'what is typed in Latin letters is completed')

for _, other in ipairs(vim.lsp.get_clients()) do
  require('vartani').stop(other, true)
end
io.stdout:write(('Neovim %s: %d actions, %d lines typed\n'):format(tostring(vim.version()), #chosen, #typed))
