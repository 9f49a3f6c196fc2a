-- whosays for Neovim 0.11 and later. Put this file into ~/.config/nvim/lsp/ and say in init.lua:
--   vim.lsp.config('whosays', { settings = { whosays = { profile = 'news' } } }) -- if settings are wanted
--   vim.lsp.enable('whosays')
return {
  cmd = { 'whosays', 'lsp' },
  filetypes = {
    'asciidoc', 'html', 'mail', 'markdown', 'mediawiki', 'org', 'pandoc', 'plaintex', 'quarto', 'rmd', 'rst', 'tex',
    'text', 'typst',
  },
  root_markers = { 'whosays.toml', 'pyproject.toml', '.git' },
  settings = { whosays = {} },
  on_attach = function(client)
    vim.api.nvim_create_user_command('WhosaysCheckWorkspace', function()
      client:request('workspace/executeCommand', { command = 'whosays.checkWorkspace' })
    end, { desc = 'Check all files of the workspace' })
  end,
}
