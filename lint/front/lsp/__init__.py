"""``whosays lsp``: the questions in the margin while one writes, through the language server protocol.

``buffers`` hold what the editor has, ``judging`` finds what to ask of it, ``desk`` decides when, ``diagnostics``, ``hovers``,
``actions`` and ``lenses`` say it in the protocol's words, ``server`` answers the editor and ``connections`` bring the
two together.
"""
