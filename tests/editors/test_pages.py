"""The pages show the very files that are tested, and no file is left out."""

from __future__ import annotations

from pages import PAGES, ROOT, quoted


def test_what_the_pages_quote_is_what_the_files_hold() -> None:
    for page, path, text in quoted():
        assert text == (ROOT / path).read_text("utf-8"), f"{page.name}: python tests/editors/pages.py"


def test_every_file_is_quoted_and_every_page_linked() -> None:
    shown = {path for _, path, _ in quoted()}
    theirs = {"browser", "vscode", "zed"}
    files = {p.relative_to(ROOT).as_posix() for p in (ROOT / "editors").rglob("*") if p.is_file()}
    assert {f for f in files if f.split("/")[1] not in theirs} <= shown
    index = (PAGES / "README.md").read_text("utf-8")
    assert all(f"({page.name})" in index for page in PAGES.glob("*.md") if page.name != "README.md")
