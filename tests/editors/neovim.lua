-- What a user of Neovim does with whosays, one thing after another; what was seen is written down as JSON.
local glue, text, seen = vim.env.EDITORS .. '/neovim', vim.env.TEXT, { steps = {} }
vim.lsp.set_log_level('error')

local function tell()
  local file = assert(io.open(vim.env.SEEN, 'w'))
  file:write((vim.json and vim.json.encode or vim.fn.json_encode)(seen))
  file:close()
end

local ok, problem = xpcall(function()
  vim.cmd('filetype on')
  local wishes = { ignore = { vim.env.RULE_OFF }, delay = 0, pause = 0 }
  if vim.lsp.config then
    vim.opt.runtimepath:prepend(glue)
    vim.lsp.config('whosays', { settings = { whosays = wishes } })
    vim.lsp.enable('whosays')
  else
    vim.g.whosays = wishes
    dofile(glue .. '/whosays.lua')
  end

  -- After each change diagnostics come by themselves; they are complete when no more come for a while.
  local events, known, last = 0, 0, vim.loop.now()
  vim.api.nvim_create_autocmd('DiagnosticChanged', { callback = function() events, last = events + 1, vim.loop.now() end })
  local version -- of the text that was judged, where it is told
  local push = vim.lsp.handlers['textDocument/publishDiagnostics']
  vim.lsp.handlers['textDocument/publishDiagnostics'] = function(problem, result, ...)
    version = result and result.version or version
    return push(problem, result, ...)
  end
  local function settle()
    vim.wait(15000, function()
      local now = (vim.lsp.util.buf_versions or {})[vim.api.nvim_get_current_buf()]
      return events > known and vim.loop.now() - last > 700 and (not version or not now or version == now)
    end, 20)
    known = events
  end

  local function lines() return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\n') .. '\n' end
  local function step(name)
    settle()
    local shown = {}
    for _, d in ipairs(vim.diagnostic.get(0)) do
      local code = d.code or (d.user_data and d.user_data.lsp and d.user_data.lsp.code)
      table.insert(shown, { code, d.lnum, d.col, d.end_lnum, d.end_col, d.severity, d.message, d.source })
    end
    table.insert(seen.steps, { name, lines(), shown })
    vim.cmd('let &g:undolevels = &g:undolevels') -- what follows can be undone by itself
  end

  vim.cmd('edit ' .. vim.fn.fnameescape(text))
  vim.wait(30000, function() return events > 0 end, 20)
  step('opened')

  local function go(words)
    vim.api.nvim_win_set_cursor(0, { 1, 0 })
    assert(vim.fn.search(words) > 0, words)
  end

  -- Hover
  go('agree that')
  vim.lsp.buf.hover()
  vim.wait(10000, function() return #vim.api.nvim_list_wins() > 1 end, 20)
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if window ~= vim.api.nvim_get_current_win() then
      seen.hover = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, true), '\n')
      vim.api.nvim_win_close(window, true)
    end
  end

  -- Edits, each by the ways of the editor
  vim.api.nvim_buf_set_lines(0, 0, 0, true, { '🚀🚀 A 漢字 line above', '', 'Many 𝔘sers say so.', '' })
  step('lines above')
  vim.cmd([[%s/漢字/漢漢漢字🙂/]])
  step('astral characters before')
  vim.cmd('normal! 3Gdd')
  step('a line gone')
  vim.cmd('undo')
  step('undone')
  vim.cmd('undo')
  vim.cmd('undo')
  step('all undone')
  vim.cmd('redo')
  vim.cmd('normal! GoExperts agree 🙂 that rents fall.')
  step('typed at the end')
  vim.cmd('silent %delete _')
  step('empty')
  vim.cmd('undo')
  step('back')
  vim.cmd('silent! edit!')
  step('read anew')

  -- Actions
  local function act(words, title)
    go(words)
    local titles, chosen = {}, nil
    vim.ui.select = function(items, _, choose)
      for _, item in ipairs(items) do
        local action = item.action or item[2]
        table.insert(titles, action.title)
        if not chosen and action.title:find(title, 1, true) then
          chosen = item
        end
      end
      choose(chosen)
    end
    local tick = vim.api.nvim_buf_get_changedtick(0)
    vim.lsp.buf.code_action()
    vim.wait(10000, function() return vim.api.nvim_buf_get_changedtick(0) ~= tick end, 20)
    step(title)
    return titles
  end
  seen.titles = act('due to', 'Write')
  act('agree that', 'on this line')
  vim.cmd('silent! edit!')
  settle()
  act('agree that', 'in this paragraph')
  vim.cmd('silent! edit!')
  settle()
  act('agree that', 'Mark')
end, debug.traceback)
seen.problem = not ok and problem or nil
tell()
vim.cmd('qall!')
