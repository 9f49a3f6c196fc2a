# whosays in Kakoune by kakoune-lsp 17 or later. Paste this into kakrc, after the line: eval %sh{kak-lsp}

hook -group lsp-filetype-whosays global BufSetOption filetype=(?:asciidoc|html|latex|mail|markdown|org|restructuredtext) %{
    set-option buffer lsp_servers %{
        [whosays]
        command = "whosays"
        args = ["lsp"]
        root_globs = ["whosays.toml", "pyproject.toml", ".git", ".hg"]
        settings_section = "whosays"
        [whosays.settings.whosays]
        # profile = "news"
    }
}

hook global WinSetOption filetype=(?:asciidoc|html|latex|mail|markdown|org|restructuredtext) %{
    lsp-enable-window
}
