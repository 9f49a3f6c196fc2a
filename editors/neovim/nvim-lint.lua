-- whosays as a linter of nvim-lint, for those who want no language server. It is run by require('lint').try_lint().
local lint = require('lint')
local levels = vim.diagnostic.severity
local severities = { error = levels.ERROR, warning = levels.WARN, suggestion = levels.INFO }

-- Bytes before a column: the report counts characters, Neovim counts bytes.
local function bytes_before(line, column)
  local left = column - 1
  for start in (line or ''):gmatch('()[^\128-\191]') do
    if left == 0 then
      return start - 1
    end
    left = left - 1
  end
  return #(line or '')
end

lint.linters.whosays = {
  cmd = 'whosays',
  stdin = true,
  args = {
    'check', '--format', 'json', '--exit-zero', '--stdin-filename',
    function() return vim.api.nvim_buf_get_name(0) end,
    '-',
  },
  ignore_exitcode = true,
  parser = function(output, buffer)
    local made = {}
    if not vim.startswith(output, '{') then -- wrong settings, say
      return made
    end
    local lines = vim.api.nvim_buf_get_lines(buffer, 0, -1, false)
    for _, file in ipairs(vim.fn.json_decode(output).files) do
      for _, finding in ipairs(file.findings) do
        local first = finding.start
        local last = finding.scope == 'document' and first or finding['end']
        table.insert(made, {
          lnum = first.line - 1,
          col = bytes_before(lines[first.line], first.column),
          end_lnum = last.line - 1,
          end_col = bytes_before(lines[last.line], last.column),
          code = finding.rule,
          severity = severities[finding.severity],
          source = 'whosays',
          message = finding.question ~= '' and finding.question or finding.message,
        })
      end
    end
    return made
  end,
}

for _, kind in ipairs({ 'asciidoc', 'html', 'mail', 'markdown', 'mediawiki', 'org', 'rst', 'tex', 'text' }) do
  lint.linters_by_ft[kind] = vim.list_extend(vim.deepcopy(lint.linters_by_ft[kind] or {}), { 'whosays' })
end
