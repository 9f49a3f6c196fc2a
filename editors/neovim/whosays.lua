-- whosays for Neovim 0.7 to 0.10. Paste this into init.lua, or put it beside it and say: dofile('/path/to/whosays.lua')
-- Settings: vim.g.whosays = { profile = 'news' } before it.
local filetypes = {
  'asciidoc', 'html', 'mail', 'markdown', 'mediawiki', 'org', 'pandoc', 'plaintex', 'quarto', 'rmd', 'rst', 'tex',
  'text', 'typst',
}
local marks = { 'whosays.toml', 'pyproject.toml', '.git' }
local started = {}

-- The folder, here or above, that holds one of the marks.
local function root_of(folder)
  for _, mark in ipairs(marks) do
    local here, below = folder, nil
    while here ~= below do
      if vim.loop.fs_stat(here .. '/' .. mark) then
        return here
      end
      here, below = vim.fn.fnamemodify(here, ':h'), here
    end
  end
  return folder
end

local function attach(buffer)
  if vim.bo[buffer].buftype ~= '' then -- a window that shows help or a hover is no text of yours
    return
  end
  local root = root_of(vim.fn.fnamemodify(vim.api.nvim_buf_get_name(buffer), ':p:h'))
  local settings = vim.g.whosays or vim.empty_dict()
  local config = {
    name = 'whosays',
    cmd = { 'whosays', 'lsp' },
    root_dir = root,
    init_options = settings, -- 0.7 is not asked for the others
    settings = { whosays = settings },
    on_exit = function()
      started[root] = nil
    end,
  }
  if vim.lsp.start then -- 0.8 and later
    vim.lsp.start(config, { bufnr = buffer })
  else
    started[root] = started[root] or vim.lsp.start_client(config)
    vim.lsp.buf_attach_client(buffer, started[root])
  end
end

vim.api.nvim_create_autocmd('FileType', {
  pattern = filetypes,
  desc = 'Start whosays',
  callback = function(event)
    attach(event.buf)
  end,
})

vim.api.nvim_create_user_command('WhosaysCheckWorkspace', function()
  vim.lsp.buf.execute_command({ command = 'whosays.checkWorkspace' })
end, { desc = 'Check all files of the workspace' })
