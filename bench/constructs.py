"""Draw the tables of ``docs/formats.md``: every construct of every format, and what is prose in it.

python bench/constructs.py            # writes them between the page's two markers
"""

from __future__ import annotations

import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "formats.md"
BEGIN, END = "<!-- constructs: begin -->", "<!-- constructs: end -->"


def drawn() -> str:
    """Return the tables, a section a format."""
    parts = []
    for path in sorted((ROOT / "tests" / "formats").glob("*.toml")):
        rows = ["| construct | prose | not prose | note |", "|---|---|---|---|"]
        for construct in tomllib.loads(path.read_text("utf-8"))["construct"]:
            seen, unseen = construct["text"].count("XQZV"), construct["text"].count("XQZN")
            note = construct.get("note", "")
            rows.append(f"| {construct['name']} | {_of(seen)} | {_of(unseen)} | {note} |")
        parts.append(f"### {path.stem}\n\n" + "\n".join(rows) + "\n")
    return "\n".join(parts)


def _of(count: int) -> str:
    return f"{count} of {count}" if count else ""


def page(text: str) -> str:
    """Return the page with its tables drawn anew."""
    before, rest = text.split(BEGIN)
    return f"{before}{BEGIN}\n\n{drawn()}\n{END}{rest.split(END)[1]}"


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text("utf-8")), "utf-8")
