-- The glue for nvim-lint and none-ls, with as much of these plugins as it touches; the command and its report are real.
local glue, seen = vim.env.EDITORS .. '/neovim', {}
local lint = { linters = {}, linters_by_ft = { markdown = { 'vale' } } }
local sources = {}
package.preload['lint'] = function() return lint end
package.preload['null-ls'] = function()
  return {
    methods = { DIAGNOSTICS = 'diagnostics' },
    generator = function(options) return options end,
    register = function(source) table.insert(sources, source) end,
  }
end

local ok, problem = xpcall(function()
  dofile(glue .. '/nvim-lint.lua')
  dofile(glue .. '/none-ls.lua')
  vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.TEXT))
  local lines = vim.api.nvim_buf_get_lines(0, 0, -1, true)
  local function output(command, args)
    local words = { command }
    for _, word in ipairs(args) do
      word = type(word) == 'function' and word() or word
      table.insert(words, word == '$FILENAME' and vim.api.nvim_buf_get_name(0) or word)
    end
    return vim.fn.system(words, table.concat(lines, '\n') .. '\n')
  end

  local linter = lint.linters.whosays
  seen.lint = linter.parser(output(linter.cmd, linter.args), vim.api.nvim_get_current_buf())
  seen.wrong = #linter.parser('whosays: error: no such profile', 0)
  seen.markdown = lint.linters_by_ft.markdown
  local options = sources[1].generator
  local report = vim.fn.json_decode(output(options.command, options.args))
  seen.null_ls = options.on_output({ output = report, content = lines })
end, debug.traceback)
seen.problem = not ok and problem or nil
local file = assert(io.open(vim.env.SEEN, 'w'))
file:write(vim.fn.json_encode(seen))
file:close()
vim.cmd('qall!')
