" whosays in Vim by ALE. Put this file into ~/.vim/after/plugin/.
" Settings: let g:whosays = {'profile': 'news'} in your vimrc.

function! s:Root(buffer) abort
    for l:mark in ['whosays.toml', 'pyproject.toml']
        let l:found = ale#path#FindNearestFile(a:buffer, l:mark)
        if !empty(l:found)
            return fnamemodify(l:found, ':h')
        endif
    endfor
    let l:found = ale#path#FindNearestDirectory(a:buffer, '.git')
    return empty(l:found) ? expand('#' . a:buffer . ':p:h') : fnamemodify(l:found, ':h:h')
endfunction

" ALE counts columns in bytes and does not say so.
function! s:Options(buffer) abort
    return extend({'positionEncoding': 'utf-8'}, get(g:, 'whosays', {}))
endfunction

let s:kinds = ['asciidoc', 'html', 'mail', 'markdown', 'mediawiki', 'org', 'pandoc', 'plaintex', 'quarto', 'rmd', 'rst',
\   'tex', 'text', 'typst']
for s:kind in s:kinds
    call ale#linter#Define(s:kind, {
    \   'name': 'whosays',
    \   'lsp': 'stdio',
    \   'executable': 'whosays',
    \   'command': '%e lsp',
    \   'project_root': function('s:Root'),
    \   'initialization_options': function('s:Options'),
    \})
endfor

" By itself ALE asks nobody about plain text.
let g:ale_linters = extend({'text': ['whosays']}, get(g:, 'ale_linters', {}))
