" What a user of Vim does with whosays by ALE; what was seen is written down as JSON.
set nocompatible encoding=utf-8 hidden nomore noswapfile undofile&
let g:ale_linters = {'markdown': ['whosays']}
let g:ale_lint_on_enter = 0
let g:ale_lint_on_text_changed = 'never'
let g:ale_hover_to_preview = 1
let g:ale_cursor_detail = 0
let g:whosays = {'ignore': [$RULE_OFF], 'delay': 0, 'pause': 0}
let g:seen = {'steps': []}
let g:events = 0
let g:known = 0
let g:last = reltime()

function! Heard() abort
    let g:events += 1
    let g:last = reltime()
endfunction

function! Quiet() abort
    return g:events > g:known && reltimefloat(reltime(g:last)) > 0.7
endfunction

function! WaitUntil(check, seconds) abort
    let l:start = reltime()
    while !a:check() && reltimefloat(reltime(l:start)) < a:seconds
        sleep 20m
    endwhile
endfunction

function! Text() abort
    return join(getline(1, '$'), "\n") . "\n"
endfunction

function! Step(name) abort
    ALELint
    call WaitUntil(function('Quiet'), 15)
    let g:known = g:events
    let l:shown = []
    for l:item in ale#engine#GetLoclist(bufnr(''))
        call add(l:shown, [l:item.code, l:item.lnum - 1, l:item.col - 1, l:item.end_lnum - 1, l:item.end_col,
        \   l:item.type, l:item.text])
    endfor
    call add(g:seen.steps, [a:name, Text(), l:shown])
    let &undolevels = &undolevels
endfunction

function! Go(words) abort
    call cursor(1, 1)
    if search(a:words) == 0
        throw 'not found: ' . a:words
    endif
endfunction

function! Act(words, title) abort
    call Go(a:words)
    let g:title = a:title
    let l:tick = b:changedtick
    ALECodeAction
    call WaitUntil({-> b:changedtick != l:tick}, 10)
    call Step(a:title)
endfunction

function! Anew() abort
    silent edit!
    ALELint
    call WaitUntil(function('Quiet'), 15)
    let g:known = g:events
endfunction

function! Session() abort
    execute 'edit' fnameescape($TEXT)
    setfiletype markdown
    call Step('opened')

    call Go('agree that')
    ALEHover
    call WaitUntil({-> winnr('$') > 1}, 10)
    wincmd P
    let g:seen.hover = Text()
    wincmd p
    pclose

    call append(0, ['🚀🚀 A 漢字 line above', '', 'Many 𝔘sers say so.', ''])
    call Step('lines above')
    %s/漢字/漢漢漢字🙂/
    call Step('astral characters before')
    normal! 3Gdd
    call Step('a line gone')
    undo
    call Step('undone')
    undo
    undo
    call Step('all undone')
    execute "normal! Go\<CR>Experts agree 🙂 that rents fall."
    call Step('typed at the end')
    %delete _
    call Step('empty')
    undo
    call Step('back')
    call Anew()
    call Act('due to', 'Write')
    call Anew()
    call Act('agree that', 'on this line')
    call Anew()
    call Act('agree that', 'in this paragraph')
    call Anew()
    call Act('agree that', 'Mark')
endfunction

try
    filetype on
    packadd ale
    runtime autoload/ale/util.vim
    " The user types the number of an action.
    function! ale#util#Input(message, value) abort
        for l:line in split(a:message, "\n")
            if stridx(l:line, g:title) >= 0
                return matchstr(l:line, '^\d\+')
            endif
        endfor
        return ''
    endfunction
    source $EDITORS/vim/whosays.vim
    autocmd User ALELintPost call Heard()
    call Session()
catch
    let g:seen.problem = v:exception . ' at ' . v:throwpoint
endtry
call writefile([json_encode(g:seen)], $SEEN)
qall!
