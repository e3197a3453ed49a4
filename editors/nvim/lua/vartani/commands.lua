-- `:Vartani VERB`: what a writer asks of vartani besides what every language server does.
local vartani = require('vartani')

local M = {}

---The program beside the server, for what is no matter of the protocol.
---@return string
local function program()
  local config = vim.lsp.config and vim.lsp.config['vartani'] or vartani.config()
  return type(config.cmd) == 'table' and config.cmd[1] or 'vartani'
end

---Runs the program; what it printed goes to `done`, unless it cannot run.
---@param args string[]
---@param done fun(out: vim.SystemCompleted)
local function run(args, done)
  local locale = vartani.options().settings.locale
  local command = vim.list_extend({ program() }, args)
  if locale then
    vim.list_extend(command, { '--locale', locale })
  end
  local ok, why = pcall(vim.system, command, { text = true }, vim.schedule_wrap(done))
  if not ok then
    vartani.tell(
      ('“%s” नहीं चला: %s। :checkhealth vartani देखें।'):format(program(), why),
      ('“%s” did not run: %s. See :checkhealth vartani.'):format(program(), why)
    )
  end
end

---@param out vim.SystemCompleted
local function complain(out)
  local sentence = vim.trim(out.stderr or ''):gsub('^vartani: ', '')
  vartani.tell(sentence, sentence)
end

---@type table<string, { run: fun(argument?: string), complete?: fun(): string[] }>
local verbs = {}

verbs.start = {
  run = function()
    vartani.start(vim.api.nvim_get_current_buf())
  end,
}

verbs.restart = {
  run = function()
    local buffers = vartani.articles()
    for _, client in ipairs(vartani.clients()) do
      vim.list_extend(buffers, vim.tbl_keys(client.attached_buffers))
      vartani.stop(client)
    end
    local waited = 0
    local timer = assert(vim.uv.new_timer())
    timer:start(0, 50, vim.schedule_wrap(function()
      if timer:is_closing() then
        return
      end
      waited = waited + 50
      if #vartani.clients() > 0 and waited < 3000 then
        return
      end
      timer:close()
      for _, client in ipairs(vartani.clients()) do
        vartani.stop(client, true)
      end
      for _, bufnr in ipairs(buffers) do
        if vim.api.nvim_buf_is_loaded(bufnr) then
          vartani.start(bufnr)
        end
      end
    end))
  end,
}

verbs.log = {
  run = function()
    local path = vim.lsp.log and vim.lsp.log.get_filename and vim.lsp.log.get_filename() or vim.lsp.get_log_path()
    vim.cmd.tabedit(vim.fn.fnameescape(path))
    vim.cmd.normal({ 'G', bang = true })
  end,
}

verbs.fix = {
  run = function()
    vim.lsp.buf.code_action({ context = { only = { 'source.fixAll' }, diagnostics = {} }, apply = true })
  end,
}

---Where a finding stands, for the quickfix list, which counts columns in bytes.
---@param finding table
---@param lines string[]
---@return table
local function to_quickfix(finding, lines)
  local function column(place)
    local line = (lines[place.line] or ''):gsub('\r$', '')
    local byte = vim.fn.byteidxcomp(line, place.column - 1)
    return math.max(byte, 0) + 1 - (place.line == 1 and vim.startswith(line, '\239\187\191') and 3 or 0)
  end
  local types = { error = 'E', warning = 'W', information = 'I', hint = 'N' }
  return {
    filename = finding.path,
    lnum = finding.start.line,
    end_lnum = finding['end'].line,
    col = column(finding.start),
    end_col = column(finding['end']),
    type = types[finding.severity],
    text = ('%s [%s]'):format(finding.message, finding.rule),
  }
end

verbs.check = {
  complete = function()
    return vim.fn.getcompletion('', 'dir')
  end,
  run = function(folder)
    folder = vim.fs.normalize(folder or vim.fn.getcwd())
    run({ 'check', '--format', 'json', folder }, function(out)
      if out.code > 1 then
        complain(out)
      end
      local items, path, lines = {}, nil, {}
      for line in vim.gsplit(out.stdout or '', '\n', { trimempty = true }) do
        local finding = vim.json.decode(line)
        if finding.path ~= path then
          path, lines = finding.path, vim.fn.readfile(finding.path)
        end
        table.insert(items, to_quickfix(finding, lines))
      end
      vim.fn.setqflist({}, ' ', { title = 'vartani check ' .. folder, items = items })
      if #items == 0 and out.code == 0 then
        vartani.tell('कुछ नहीं मिला।', 'nothing was found.', vim.log.levels.INFO)
        return
      end
      vim.cmd.copen()
    end)
  end,
}

---@param day string a day as 2025-03-12, or nothing for none
local function set_dateline(day)
  if day ~= '' and not day:match('^%d%d%d%d%-%d%d%-%d%d$') then
    vartani.tell(
      ('“%s” तारीख़ नहीं है; 2025-03-12 की तरह लिखें।'):format(day),
      ('“%s” is no date; write it as 2025-03-12.'):format(day)
    )
    return
  end
  for _, client in ipairs(vartani.clients()) do
    client.settings = vim.tbl_deep_extend('force', client.settings or {}, { vartani = { dateline = day } })
    local params = { settings = client.settings }
    vartani.call(client, 'notify', 'workspace/didChangeConfiguration', params)
  end
end

verbs.dateline = {
  complete = function()
    return { os.date('%Y-%m-%d'), 'none' }
  end,
  run = function(day)
    if day then
      set_dateline(day == 'none' and '' or day)
      return
    end
    local prompt = vartani.say('ख़बर किस तारीख़ की है? ', 'On which day is the article written? ')
    vim.ui.input({ prompt = prompt, default = os.date('%Y-%m-%d') }, function(answer)
      if answer then
        set_dateline(vim.trim(answer))
      end
    end)
  end,
}

---The files that `actors` names in a configuration.
---@param config string the path of a vartani.toml
---@return string[]
local function actor_files(config)
  local text = '\n' .. table.concat(vim.fn.readfile(config), '\n')
  text = text:gsub('\n%s*#[^\n]*', '')
  local list = text:match('\n%s*actors%s*=%s*(%b[])') or ''
  local files = {}
  for quoted in list:gmatch('["\']([^"\'\n]+)["\']') do
    table.insert(files, vim.fs.joinpath(vim.fs.dirname(config), quoted))
  end
  return files
end

verbs.actors = {
  run = function()
    local from = vim.fs.dirname(vim.api.nvim_buf_get_name(0))
    local config = vim.fs.find('vartani.toml', { upward = true, path = from ~= '' and from or vim.fn.getcwd() })[1]
    local files = config and actor_files(config) or {}
    if #files == 0 then
      vartani.tell(
        'इस न्यूज़रूम की नामों की फ़ाइल नहीं है; vartani.toml में actors = ["desk/names.toml"] लिखें।',
        'this newsroom has no actor file of its own; write actors = ["desk/names.toml"] in vartani.toml.'
      )
    elseif #files == 1 then
      vim.cmd.edit(vim.fn.fnameescape(files[1]))
    else
      vim.ui.select(files, { prompt = vartani.say('कौन-सी फ़ाइल?', 'Which file?') }, function(file)
        if file then
          vim.cmd.edit(vim.fn.fnameescape(file))
        end
      end)
    end
  end,
}

---The rule of a mark on the caret's line, that under the caret first.
---@return string?
local function rule_here()
  local row, column = unpack(vim.api.nvim_win_get_cursor(0))
  local best
  for _, mark in ipairs(vim.diagnostic.get(0, { lnum = row - 1 })) do
    if mark.source == 'vartani' then
      if mark.col <= column and column < mark.end_col then
        return mark.code
      end
      best = best or mark.code
    end
  end
  return best
end

verbs.explain = {
  complete = function()
    local ok, out = pcall(function()
      return vim.system({ program(), 'rules' }, { text = true }):wait(2000)
    end)
    local rules = {}
    for rule in (ok and out.stdout or ''):gmatch('([^\n%s]+)[^\n]*\n') do
      table.insert(rules, rule)
    end
    return rules
  end,
  run = function(rule)
    rule = rule or rule_here()
    if not rule then
      vartani.tell('यहाँ कोई निशान नहीं है; नियम का नाम लिखें।', 'there is no mark here; name a rule.')
      return
    end
    run({ 'explain', rule }, function(out)
      if out.code ~= 0 then
        complain(out)
        return
      end
      local lines = vim.split(vim.trim(out.stdout), '\n')
      vim.lsp.util.open_floating_preview(lines, 'markdown', { border = 'rounded', focus_id = 'vartani' })
    end)
  end,
}

---@param words string[]
function M.run(words)
  local verb = verbs[words[1]]
  if not verb then
    local all = table.concat(M.complete('', 'Vartani '), ', ')
    vartani.tell(
      ('“%s” कोई कमांड नहीं; ये हैं: %s।'):format(words[1], all),
      ('“%s” is not known; there are: %s.'):format(words[1], all)
    )
    return
  end
  verb.run(words[2] and table.concat(words, ' ', 2) or nil)
end

---@param typed string
---@param line string
---@return string[]
function M.complete(typed, line)
  local name = line:match('^%S+%s+(%S+)%s')
  local all = name and verbs[name] and verbs[name].complete and verbs[name].complete() or {}
  if not name then
    all = vim.tbl_keys(verbs)
    table.sort(all)
  end
  return vim.tbl_filter(function(word)
    return vim.startswith(word, typed)
  end, all)
end

return M
