"""Hold our reader of LaTeX against Pandoc's: the visible words of each file.

    python bench/latex_oracle.py PATHS… [--show 20] [--most 40]

Pandoc reads each file and writes plain text; its words (code, formulas and citations left out) are compared with those
of our view, as a bag, for floats and notes stand elsewhere on its page. Prints the share of Pandoc's words that we
have and of ours that it has, over all files that Pandoc can read, the words that most differ, and the files that
agree least. Pandoc gives many files up, and expands what a file defines; nothing passes or fails.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lint.read import latex
from lint.read.fold import fold

_WORD = re.compile(r"[^\W\d_]{2,}")
_SUFFIXES = (".tex", ".ltx", ".rnw")
_CHUNK = re.compile(r"^<<[^\r\n]*>>=.*?^@(?=\s)[^\r\n]*", re.MULTILINE | re.DOTALL)
"""Code of Sweave's, of which Pandoc does not know."""
_FEW = 100
"""Words of a file from which on it is shown."""
_UNSEEN = frozenset(("Code", "CodeBlock", "Math", "RawInline", "RawBlock", "Cite"))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument(
        "--show", type=int, default=20, metavar="N", help="files to show, those that agree least"
    )
    parser.add_argument("--most", type=int, default=40, metavar="N", help="words to show on each side")
    args = parser.parse_args()
    missed: Counter[str] = Counter()
    extra: Counter[str] = Counter()
    told: list[tuple[float, float, Path, list[str], list[str]]] = []
    theirs_in_all = ours_in_all = both_in_all = unread = 0
    for path in sorted(found for given in args.paths for found in files_below(given)):
        text = path.read_text("utf-8", errors="replace")
        theirs = pandoc_words(_CHUNK.sub("\n", text))
        if theirs is None:
            unread += 1
            continue
        ours = our_words(text)
        both = (theirs & ours).total()
        theirs_in_all, ours_in_all, both_in_all = (
            theirs_in_all + theirs.total(),
            ours_in_all + ours.total(),
            both_in_all + both,
        )
        missed += theirs - ours
        extra += ours - theirs
        share = both / max(theirs.total(), 1), both / max(ours.total(), 1)
        if theirs.total() < _FEW:
            continue
        told.append((*share, path, *(_commonest(c, 8) for c in (theirs - ours, ours - theirs))))
    print(f"{len(told)} files of {_FEW} words or more, and {unread} files that Pandoc gives up")
    print(f"of Pandoc's {theirs_in_all:,} words we have {both_in_all / max(theirs_in_all, 1):.2%}")
    print(f"of our {ours_in_all:,} words Pandoc has {both_in_all / max(ours_in_all, 1):.2%}")
    print("missed:", ", ".join(_commonest(missed, args.most)))
    print("extra:", ", ".join(_commonest(extra, args.most)))
    for recall, precision, path, lacks, has in sorted(told, key=lambda row: row[0] + row[1])[: args.show]:
        print(
            f"{recall:7.1%} {precision:7.1%}  {path}\n    missed: {', '.join(lacks)}\n    extra: {', '.join(has)}"
        )


def files_below(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
    else:
        yield from (found for found in path.rglob("*") if found.suffix.lower() in _SUFFIXES)


def our_words(text: str) -> Counter[str]:
    """Return the words of our view, without those of the list of references, which Pandoc has in its own way."""
    flat = fold(latex.read(text))
    return Counter(
        word.lower() for start, end in flat.blocks for word in _WORD.findall(flat.text, start, end)
    )


def pandoc_words(text: str) -> Counter[str] | None:
    """Return the words that Pandoc shows, or None where it cannot read the text."""
    try:
        done = subprocess.run(
            ["pandoc", "-f", "latex", "-t", "json"],
            input=text,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return None
    if done.returncode:
        return None
    read = json.loads(done.stdout)
    head = [read["meta"].get(name, {}).get("c", []) for name in ("title", "abstract")]
    return Counter(word.lower() for word in _WORD.findall("".join(_shown([*head, read["blocks"]]))))


def _shown(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for item in node:
            yield from _shown(item)
    elif isinstance(node, dict) and node.get("t") not in _UNSEEN:
        kind, content = node.get("t"), node.get("c")
        if kind == "Str":
            yield content
        elif kind in ("Space", "SoftBreak", "LineBreak"):
            yield " "
        elif kind == "Header":
            yield "\n"
            yield from _shown(content[2])
            yield "\n"
        elif kind == "Link" and (
            content[0][2] or content[0][1] or content[2][0].endswith("".join(_shown(content[1])))
        ):
            yield " "  # a reference to a label, or an address
        elif kind in ("Link", "Span", "Div", "Image"):  # an image has its caption
            yield from _shown(content[1])
        elif kind in ("Para", "Plain"):
            yield from _shown(content)
            yield "\n"
        else:
            yield from _shown(content)
            yield " "


def _commonest(words: Counter[str], most: int) -> list[str]:
    return [f"{word} {count}" if count > 1 else word for word, count in words.most_common(most)]


if __name__ == "__main__":
    main()
