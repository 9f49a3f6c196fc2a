"""Hold our reader of Typst against Typst's own parser: the visible words of each file, in order.

    python bench/typst_oracle.py PATHS… [--show 20]

It needs `pip install typst-syntax`, a binding to the parser of Typst's compiler. The words of the text in its tree, in the order
of the source, are compared with those of our view; raw text, formulas, strings, comments, labels and references are left out.
Prints how many files agree, and the first difference of those that do not. Nothing passes or fails.
"""

from __future__ import annotations

import re
from typing import Any

import typst_syntax
from wording import agreeing, arguments, difference, words, words_of

from lint.read import typst
from lint.read.typst_words import HIDDEN

_KINDS = typst_syntax.SyntaxKind
_NUMBER = re.compile(r"\$([+-]?[0-9][0-9.,]*[ ]?%?)\$")


def theirs(text: str) -> list[str]:
    """Return the words that Typst's parser sees."""
    pieces: list[str] = []
    todo: list[Any] = [typst_syntax.parse(text)]
    while todo:
        node = todo.pop()
        if isinstance(node, str):
            pieces.append(node)
            continue
        kind = node.kind()
        if kind in (_KINDS.TEXT, _KINDS.SMART_QUOTE):
            pieces.append(node.full_text())
        elif kind == _KINDS.ESCAPE:
            written = node.full_text()
            pieces.append(
                chr(int(written[3:-1], 16)) if written[1:2] == "u" and len(written) > 2 else written[1:]
            )
        elif kind in (_KINDS.EQUATION, _KINDS.RAW):
            number = _NUMBER.fullmatch(node.full_text())
            pieces.append(number[1] if number else " ")
        elif kind in (
            _KINDS.STAR,
            _KINDS.UNDERSCORE,
            _KINDS.LABEL,
            _KINDS.BLOCK_COMMENT,
            _KINDS.LINE_COMMENT,
        ):
            continue
        elif node.is_leaf() or kind == _KINDS.REF or _hidden(node):
            pieces.append(" ")
        else:
            todo += reversed(node.children())
    return words("".join(pieces))


def _hidden(node: Any) -> bool:
    """Say whether a node is a call of a function that shows nothing of what it is given."""
    return node.kind() == _KINDS.FUNC_CALL and node.children()[0].full_text().rpartition(".")[2] in HIDDEN


def main() -> None:
    """Compare, and print."""
    args = arguments(__doc__)
    files = [f for p in args.paths for f in ([p] if p.is_file() else sorted(p.rglob("*.typ")))]
    same = total = common = 0
    for file in files:
        text = file.read_text("utf-8", errors="replace")
        mine, other = words_of(typst.read(text, file.name)), theirs(text)
        total += len(other)
        same += mine == other
        common += agreeing(mine, other)
        if mine != other and args.show > 0:
            args.show -= 1
            print(f"{file.name}: …{difference(mine, other, 'Typst')}")
    print(f"{len(files)} files: {same} with the same words in order; {common} of {total} words")


if __name__ == "__main__":
    main()
