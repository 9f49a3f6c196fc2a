"""Places as SARIF has them: the address of a file, and regions of it."""

from __future__ import annotations

from urllib.parse import quote

from lint.model.lines import LineIndex
from lint.model.text import Span
from lint.model.typed import Any

_BOM = "\ufeff"


class Places:
    """The places of one text; ``number`` is that of its file in the run."""

    def __init__(self, path: str, text: str, number: int) -> None:
        """Index the text once."""
        self.text = text
        self.artifact = location(path) | {"index": number}
        self._index = LineIndex(text)
        self._skipped = text.startswith(_BOM)  # readers of SARIF do not count a byte order mark

    def place(self, span: Span, *, whole: bool = False) -> dict[str, Any]:
        """Return the location of a span, with its words; of what is about the whole text, the location of its start."""
        if whole:
            return {
                "artifactLocation": self.artifact,
                "region": self.region(Span(span.start, span.start)),
            }
        region = self.region(span) | {"snippet": {"text": self.text[slice(*span)]}}
        return {"artifactLocation": self.artifact, "region": region}

    def region(self, span: Span) -> dict[str, Any]:
        """Return lines and columns from 1, the end exclusive."""
        (line, column), (end, past) = (self._index.position(offset) for offset in span)
        return {
            "startLine": line,
            "startColumn": self._seen(line, column),
            "endLine": end,
            "endColumn": self._seen(end, past),
        }

    def _seen(self, line: int, column: int) -> int:
        return max(column - 1, 1) if self._skipped and line == 1 else column


def location(path: str) -> dict[str, Any]:
    """Return the address of a file: relative to the folder of the run where the path is, absolute where it is."""
    clean = path.replace("\\", "/").removeprefix("./")
    if clean.startswith("/"):
        return {"uri": f"file://{quote(clean, errors='surrogatepass')}"}
    if clean[1:3] == ":/" and clean[0].isalpha():  # a drive
        return {"uri": f"file:///{clean[:2]}{quote(clean[2:], errors='surrogatepass')}"}
    return {"uri": quote(clean, errors="surrogatepass"), "uriBaseId": "%SRCROOT%"}
