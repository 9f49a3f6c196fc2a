"""Compare what our HTML reader shows with what the tree of an HTML5 parser has: the visible words, in order.

    python bench/html_oracle.py PATHS… [--most 2000] [--show 20]

Needs selectolax (lexbor), a development dependency. Both leave out the same elements, as ``lint/read/elements.py``
has them; where text is, what is open, and what ends where it is left to the two to find out. A word is what stands
between two signs; where words touch across inline elements they are one. Nothing here passes or fails.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from lint.model.text import GLUE, HOLE
from lint.read import front_matter
from lint.read.elements import BLOCKS, HIDDEN, VOID, hides
from lint.read.masks import templates_masked
from lint.read.page import lay_out
from lint.read.view import spelled_out, trimmed_blocks

_WORD = re.compile(r"[^\W_]+")
_UNSEEN = re.compile(f"[\u00ad\u200b\u200c\u200d\u2060{GLUE}]")
_SECTIONS = frozenset("article aside blockquote figure main section td".split())


def our_words(text: str, name: str) -> list[str]:
    """Return the words of the blocks that our reader lays out."""
    prose, spelled, layout = lay_out(text, templates_masked(text), name)
    seen = spelled_out(prose, spelled)
    words: list[str] = []
    for block in trimmed_blocks(seen, layout.blocks):
        words += _WORD.findall(_UNSEEN.sub("", seen[slice(*block.span)]).replace(HOLE, " "))
    return words


def tree_words(text: str) -> list[str]:
    """Return the words of the tree's text nodes, without what is hidden or in another language."""
    base = front_matter.length(text)
    root = LexborHTMLParser(templates_masked(text)[base:]).root
    return _WORD.findall("".join(_shown(root))) if root else []


def _shown(root: LexborNode) -> Iterator[str]:
    """Yield the visible text in order, a space for what stands between words; without recursion."""
    work: list[tuple[LexborNode | str, bool, bool]] = [(root, False, False)]
    while work:
        node, foreign, sectioned = work.pop()
        if isinstance(node, str):
            yield node
            continue
        tag = node.tag or ""
        if tag == "-text":
            text = node.text_content or ""
            yield " " if foreign else _UNSEEN.sub("", text).replace(HOLE, " ")
            continue
        if tag.startswith(("-", "!", "_")):
            continue
        own = {key: value or "" for key, value in node.attributes.items()}
        lang = (own.get("lang") or own.get("xml:lang") or "").lower()
        if lang:
            foreign = not re.match(r"en(?:[-_]|$)", lang)
        hidden = (
            HOLE if tag == "nav" or (tag == "footer" and not sectioned) else HIDDEN.get(tag) or hides(own)
        )
        apart = tag in BLOCKS or tag in ("br", "hr") or hidden == HOLE or VOID.get(tag) == HOLE
        if apart:
            yield " "
        if hidden:
            continue
        sectioned = sectioned or tag in _SECTIONS
        if apart:
            work.append((" ", False, False))
        children = list(node.iter(include_text=True))
        work += [(child, foreign, sectioned) for child in reversed(children)]


def main() -> None:
    """Compare, and print what differs."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--most", type=int, default=2000, help="files of each path")
    parser.add_argument("--show", type=int, default=20, help="differences to print")
    args = parser.parse_args()
    shown = 0
    for path in args.paths:
        files = [path] if path.is_file() else sorted(f for f in path.rglob("*") if is_page(f))
        step = max(1, -(-len(files) // args.most))
        same = read = words = differing = 0
        for file in files[::step]:
            try:
                text = file.read_text("utf-8")
            except UnicodeDecodeError:
                continue
            ours, tree = our_words(text, file.name), tree_words(text)
            read += 1
            words += len(tree)
            if ours == tree:
                same += 1
                continue
            matcher = SequenceMatcher(None, ours, tree, autojunk=False) if len(ours) < 6000 else None
            for kind, a, b, c, d in matcher.get_opcodes() if matcher else []:
                if kind != "equal":
                    differing += max(b - a, d - c)
                    if shown < args.show:
                        shown += 1
                        print(
                            f"{file}: ours {ours[max(a - 3, 0) : b + 3][:14]} tree {tree[max(c - 3, 0) : d + 3][:14]}"
                        )
        print(f"{path}: {same} of {read} files the same ({words} words; {differing} differ)")


def is_page(file: Path) -> bool:
    """Say whether a file is a page."""
    return file.suffix in {".html", ".htm", ".xhtml"} and file.is_file()


if __name__ == "__main__":
    main()
