" whosays in Vim by vim-lsp. Settings: let g:whosays = {'profile': 'news'}
autocmd User lsp_setup call lsp#register_server({
\   'name': 'whosays',
\   'cmd': {info -> ['whosays', 'lsp']},
\   'allowlist': ['asciidoc', 'html', 'mail', 'markdown', 'mediawiki', 'org', 'rst', 'tex', 'text', 'typst'],
\   'initialization_options': get(g:, 'whosays', {}),
\})
