" whosays by :make, without a plugin. Put this file into ~/.vim/compiler/ and say :compiler whosays, then :make.

if exists('current_compiler')
    finish
endif
let current_compiler = 'whosays'

CompilerSet makeprg=whosays\ check\ --quiet\ --format\ concise\ %:S
CompilerSet errorformat=%f:%l:%c:\ %trror:\ %m,%f:%l:%c:\ %tarning:\ %m,%f:%l:%c:\ suggestion:\ %m,%-G%.%#

" The report counts characters, the list of errors counts bytes.
function! s:InBytes() abort
    if &makeprg !~# '^whosays '
        return
    endif
    let l:items = getqflist()
    for l:item in l:items
        let l:line = get(getbufline(l:item.bufnr, l:item.lnum), 0, '')
        if l:item.col > 1 && !empty(l:line)
            let l:item.col = max([byteidxcomp(l:line, l:item.col - 1), 0]) + 1
        endif
    endfor
    call setqflist(l:items, 'r')
endfunction

augroup whosays
    autocmd!
    autocmd QuickFixCmdPost make call s:InBytes()
augroup END
