"""Hold the comments that one expression finds against those that the grammar of the language finds.

    python bench/comments_differential.py PATHS… [--show 20]

For each format that ``lint/read/lexed.py`` knows: files that were read, those whose comments are the same, and for the
others what was found by one side alone. Files that the grammar has errors in are counted apart: in them the parser guesses.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from lint.model.text import ReadError, Span
from lint.read import format_of
from lint.read.languages import _parsed, _ready
from lint.read.lexed import find_comments, is_lexed
from lint.read.offsets import CodePoints


def by_grammar(text: str, form: str) -> tuple[list[Span], bool]:
    """Return the comments that the grammar finds, without a line end in them, and whether it has errors."""
    parser, cursor = _ready(form)
    data = text.encode("utf-8", "surrogatepass")
    root = _parsed(parser, form, data).root_node
    at = CodePoints(text).at
    spans = [
        (at(node.start_byte), at(node.end_byte)) for nodes in cursor.captures(root).values() for node in nodes
    ]
    return sorted(trimmed(text, start, end) for start, end in spans), root.has_error


def trimmed(text: str, start: int, end: int) -> Span:
    return Span(start, start + len(text[start:end].rstrip("\r\n")))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument(
        "--show", type=int, default=20, metavar="N", help="differences to show of each format"
    )
    args = parser.parse_args()
    counts: Counter[tuple[str, str]] = Counter()
    for path in sorted(f for p in args.paths for f in ([p] if p.is_file() else p.rglob("*")) if f.is_file()):
        form = format_of(path.name)
        if not is_lexed(form):
            continue
        try:
            text = path.read_bytes().decode("utf-8")
            theirs, broken = by_grammar(text, form)
        except (UnicodeDecodeError, ReadError):
            continue
        ours = [trimmed(text, *span) for span in find_comments(text, form)]
        counts[form, "files"] += 1
        counts[form, "comments"] += len(theirs)
        if ours == theirs:
            counts[form, "the same"] += 1
            continue
        counts[form, "different, and the grammar has errors" if broken else "different"] += 1
        for side, spans in (("ours", set(ours) - set(theirs)), ("theirs", set(theirs) - set(ours))):
            for start, end in sorted(spans):
                counts[form, f"{side} alone"] += 1
                line = text[text.rfind("\n", 0, start) + 1 : start]
                if line.lstrip().startswith("#"):
                    counts[form, f"{side} alone, in a line of the preprocessor"] += 1
                elif not broken and counts[form, "shown"] < args.show:
                    counts[form, "shown"] += 1
                    print(
                        f"{form} {side} {path}:{text.count(chr(10), 0, start) + 1} {line[-40:]!r} {text[start:end][:80]!r}"
                    )
    for (form, what), count in sorted(counts.items()):
        if what != "shown":
            print(f"{form:6} {what:50} {count:8,}")


if __name__ == "__main__":
    main()
