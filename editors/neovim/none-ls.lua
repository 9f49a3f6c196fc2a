-- whosays as a source of none-ls (null-ls), for those who want no language server of its own.
local null_ls = require('null-ls')
local severities = { error = 1, warning = 2, suggestion = 3 }

-- The byte at a column, from 1: the report counts characters, Neovim counts bytes.
local function byte_at(line, column)
  local left = column - 1
  for start in (line or ''):gmatch('()[^\128-\191]') do
    if left == 0 then
      return start
    end
    left = left - 1
  end
  return #(line or '') + 1
end

null_ls.register({
  name = 'whosays',
  method = null_ls.methods.DIAGNOSTICS,
  filetypes = { 'asciidoc', 'html', 'mail', 'markdown', 'mediawiki', 'org', 'rst', 'tex', 'text' },
  generator = null_ls.generator({
    command = 'whosays',
    args = { 'check', '--format', 'json', '--exit-zero', '--stdin-filename', '$FILENAME', '-' },
    to_stdin = true,
    format = 'json',
    ignore_stderr = true,
    check_exit_code = { 0, 3 },
    on_output = function(params)
      local made = {}
      for _, file in ipairs(params.output.files) do
        for _, finding in ipairs(file.findings) do
          local first = finding.start
          local last = finding.scope == 'document' and first or finding['end']
          table.insert(made, {
            row = first.line,
            col = byte_at(params.content[first.line], first.column),
            end_row = last.line,
            end_col = byte_at(params.content[last.line], last.column),
            code = finding.rule,
            severity = severities[finding.severity],
            source = 'whosays',
            message = finding.question ~= '' and finding.question or finding.message,
          })
        end
      end
      return made
    end,
  }),
})
