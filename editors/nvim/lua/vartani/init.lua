-- The server for articles: how it is started, and what the writer is told when it cannot be.
local M = {}

---What can be set as `vim.g.vartani`.
---@class vartani.Options
---@field cmd string[] how the server is started
---@field filetypes string[] what articles are
---@field inlay_hints boolean whether the dates that weekdays mean stand between the words
---@field settings table what the server may be told: locale, dateline, typingDelay, hints

---@type vartani.Options
local defaults = {
  cmd = { 'vartani', 'lsp' },
  filetypes = { 'text', 'markdown', 'html' },
  inlay_hints = false,
  settings = {},
}

---The first version of the server that this plugin was tried with.
M.OLDEST_SERVER = '0.1.0'

local ROOT_MARKERS = { 'vartani.toml', '.git' }

---Types of tokens that are vartani's own. Servers tell them only to editors that say they know them.
local TOKEN_TYPES = { 'person', 'organisation', 'place', 'work', 'date', 'programme', 'event' }

---@return vartani.Options
function M.options()
  return vim.tbl_deep_extend('force', defaults, vim.g.vartani or {})
end

---The sentence in the language of the writer.
---@param hi string
---@param en string
---@return string
function M.say(hi, en)
  return M.options().settings.locale == 'en' and en or hi
end

---@param hi string
---@param en string
---@param level? integer
function M.tell(hi, en, level)
  vim.notify('vartani: ' .. M.say(hi, en), level or vim.log.levels.WARN)
end

---@param bufnr integer
---@return boolean
local function is_article(bufnr)
  local filetype = vim.bo[bufnr].filetype
  if filetype == 'toml' then
    return vim.fs.basename(vim.api.nvim_buf_get_name(bufnr)) == 'vartani.toml'
  end
  return vim.tbl_contains(M.options().filetypes, filetype)
end

---@param bufnr integer
---@return string?
local function root_of(bufnr)
  return vim.fs.root(bufnr, ROOT_MARKERS)
end

local told_missing = false

---Whether the program is there; if not, says so once.
---@param cmd string[]|function
---@return boolean
local function is_installed(cmd)
  if type(cmd) ~= 'table' or vim.fn.executable(cmd[1]) == 1 then
    return true
  end
  if not told_missing then
    told_missing = true
    M.tell(
      ('“%s” नहीं मिला, जाँच बंद है। vartani इंस्टॉल करें या vim.g.vartani में cmd लिखें (:checkhealth vartani)।'):format(cmd[1]),
      ('“%s” was not found, so articles are not checked. Install vartani, or set cmd in vim.g.vartani; see :checkhealth vartani.'):format(cmd[1])
    )
  end
  return false
end

---Lets the server send its marks. Neovim could ask for them, but does not ask again for those of open articles when
---the server says that they have changed, say with the dateline.
---@param params lsp.InitializeParams
local function before_init(params)
  params.capabilities.textDocument.diagnostic = nil
end

---@param result lsp.InitializeResult
local function on_init(_, result)
  local info = result.serverInfo
  local version = vim.version.parse(info and info.version or '')
  if version and vim.version.lt(version, M.OLDEST_SERVER) then
    M.tell(
      ('vartani %s पुरानी है; इस प्लगइन को %s या उससे नई चाहिए।'):format(info.version, M.OLDEST_SERVER),
      ('vartani %s is old; this plugin is for %s or later.'):format(info.version, M.OLDEST_SERVER)
    )
  end
end

---@param code integer
---@param signal integer
local function on_exit(code, signal)
  -- Neovim ends servers with a signal, and those that answer end with 0
  if vim.v.exiting ~= vim.NIL or (code == 0 and (signal == 0 or signal == 15)) then
    return
  end
  local why = signal ~= 0 and ('signal %d'):format(signal) or ('exit %d'):format(code)
  vim.schedule(function()
    M.tell(
      ('vartani बंद हो गई (%s)। लिखते रहें; :Vartani restart से फिर चलाएँ, वजह :Vartani log में है।'):format(why),
      ('vartani stopped (%s). You can go on; :Vartani restart starts it again, :Vartani log says why.'):format(why)
    )
  end)
end

---@param bufnr integer
local function on_attach(_, bufnr)
  if M.options().inlay_hints then
    vim.lsp.inlay_hint.enable(true, { bufnr = bufnr })
  end
end

---The table for |vim.lsp.config()|.
---@return vim.lsp.Config
function M.config()
  local options = M.options()
  local types = vim.lsp.protocol.make_client_capabilities().textDocument.semanticTokens.tokenTypes
  return {
    cmd = options.cmd,
    filetypes = vim.list_extend({ 'toml' }, options.filetypes),
    root_dir = function(bufnr, on_dir)
      if is_article(bufnr) then
        on_dir(root_of(bufnr))
      end
    end,
    settings = { vartani = options.settings },
    capabilities = {
      -- Neovim 0.10 counts in UTF-16, and wrongly so where a line has more bytes than UTF-16 code units
      general = { positionEncodings = { 'utf-8', 'utf-16' } },
      textDocument = { semanticTokens = { tokenTypes = vim.list_extend(vim.deepcopy(types), TOKEN_TYPES) } },
    },
    before_init = before_init,
    on_init = on_init,
    on_exit = on_exit,
    on_attach = on_attach,
  }
end

---Calls a method of a client. Before 0.11 clients had functions instead.
---@param client vim.lsp.Client
---@param method string
function M.call(client, method, ...)
  if vim.fn.has('nvim-0.11') == 1 then
    return client[method](client, ...)
  end
  return client[method](...)
end

---@param client vim.lsp.Client
---@param force? boolean
function M.stop(client, force)
  M.call(client, 'stop', force)
end

---The servers that run.
---@return vim.lsp.Client[]
function M.clients()
  return vim.lsp.get_clients({ name = 'vartani' })
end

---The open articles.
---@return integer[]
function M.articles()
  return vim.tbl_filter(function(bufnr)
    return vim.api.nvim_buf_is_loaded(bufnr) and vim.bo[bufnr].buftype == '' and is_article(bufnr)
  end, vim.api.nvim_list_bufs())
end

---Starts the server for a buffer, whatever it is, or attaches the one that runs.
---@param bufnr integer
function M.start(bufnr)
  -- What `vim.lsp.config('vartani', …)` added holds here too
  local config = vim.lsp.config and vim.lsp.config['vartani'] or M.config()
  if not is_installed(config.cmd) then
    return
  end
  require('vartani.scratch').name(bufnr)
  local started = vim.tbl_extend('force', config, { name = 'vartani' })
  started.root_dir = root_of(bufnr)
  if not vim.lsp.config then
    local all = vim.lsp.protocol.make_client_capabilities()
    started.capabilities = vim.tbl_deep_extend('force', all, config.capabilities)
  end
  vim.lsp.start(started, {
    bufnr = bufnr,
    -- By itself Neovim 0.10 starts a server for every article that is in no folder of ours
    reuse_client = function(client, other)
      return client.name == other.name
        and client.root_dir == other.root_dir
        and not M.call(client, 'is_stopped')
    end,
  })
end

---Lets articles be checked as they are opened.
function M.setup()
  local has_enable = vim.lsp.enable ~= nil
  vim.api.nvim_create_autocmd('FileType', {
    group = vim.api.nvim_create_augroup('vartani', {}),
    pattern = M.config().filetypes,
    callback = function(event)
      -- What has a buftype is no article: hover cards are Markdown too
      if vim.bo[event.buf].buftype ~= '' or not is_article(event.buf) then
        return
      end
      if not has_enable then
        M.start(event.buf)
      elseif is_installed(vim.lsp.config['vartani'].cmd) then
        require('vartani.scratch').name(event.buf)
      end
    end,
  })
  if has_enable then
    vim.lsp.enable('vartani')
  end
end

return M
