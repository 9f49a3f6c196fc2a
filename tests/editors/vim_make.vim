" The command's report in Vim's list of errors: by our :compiler, and by the line for any errorformat.
set nocompatible encoding=utf-8 nomore noswapfile
let g:seen = {}

function! Found() abort
    return map(filter(getqflist(), 'v:val.valid'), '[v:val.text, v:val.lnum - 1, v:val.col - 1, v:val.type]')
endfunction

try
    set runtimepath^=$EDITORS/vim
    execute 'edit' fnameescape($TEXT)
    compiler whosays
    silent make!
    let g:seen.make = Found()
    set errorformat=%f:%l:%c:\ %m
    cgetexpr systemlist('whosays check --quiet --format concise ' . shellescape($TEXT))
    let g:seen.any = Found()
    let g:seen.left = len(filter(getqflist(), '!v:val.valid'))
catch
    let g:seen.problem = v:exception . ' at ' . v:throwpoint
endtry
call writefile([json_encode(g:seen)], $SEEN)
qall!
