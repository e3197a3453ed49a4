-- Articles without a file. The protocol knows an article by its address, and Neovim has one and the same for all
-- buffers without a name, so that marks and edits would land in others. They get a name here, and with it a `:w`
-- that asks where to write, as it would for a buffer without a name.
local vartani = require('vartani')

local M = {}

local SCHEME = 'vartani-scratch://'

local count = 0

---Gives a buffer without a name one.
---@param bufnr integer
function M.name(bufnr)
  if vim.api.nvim_buf_get_name(bufnr) == '' then
    count = count + 1
    vim.api.nvim_buf_set_name(bufnr, SCHEME .. count)
  end
end

function M.setup()
  local group = vim.api.nvim_create_augroup('vartani_scratch', {})
  vim.api.nvim_create_autocmd('BufWriteCmd', {
    group = group,
    pattern = SCHEME .. '*',
    callback = function()
      local prompt = vartani.say('किस फ़ाइल में लिखें? ', 'Write into which file? ')
      vim.ui.input({ prompt = prompt, completion = 'file' }, function(name)
        if name and name ~= '' then
          vim.cmd.saveas(vim.fn.fnameescape(name))
        end
      end)
    end,
  })
  -- `:w NAME` names a buffer that had no name before
  vim.api.nvim_create_autocmd('BufWritePost', {
    group = group,
    callback = function(event)
      if vim.startswith(vim.api.nvim_buf_get_name(event.buf), SCHEME) then
        vim.api.nvim_buf_set_name(event.buf, event.file)
        -- Neovim marks it as changed once more after this
        vim.schedule(function()
          vim.bo[event.buf].modified = false
        end)
      end
    end,
  })
end

return M
