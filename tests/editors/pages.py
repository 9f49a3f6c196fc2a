"""What the pages of docs/editors quote: each link to a file of editors/ that stands before a block of code.

``python tests/editors/pages.py`` writes the files into the pages anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "docs" / "editors"
_QUOTED = re.compile(
    r"\]\(\.\./\.\./(editors/(?!vscode|zed)[^)\s]+)\)(?:(?!\]\(\.\./\.\./editors/)[^`]|`(?!``))*?\n```[a-z]*\n(.*?)^```$",
    re.M | re.S,
)


def quoted() -> Iterator[tuple[Path, str, str]]:
    """Yield page, path of the file, and the text that the page gives as this file's."""
    for page in sorted(PAGES.glob("*.md")):
        for found in _QUOTED.finditer(page.read_text("utf-8")):
            yield page, found[1], found[2]


def _written(found: re.Match[str]) -> str:
    start, end = found.span(2)
    return (
        found[0][: start - found.start()]
        + (ROOT / found[1]).read_text("utf-8")
        + found[0][end - found.start() :]
    )


if __name__ == "__main__":
    for page in PAGES.glob("*.md"):
        page.write_text(_QUOTED.sub(_written, page.read_text("utf-8")), "utf-8")
