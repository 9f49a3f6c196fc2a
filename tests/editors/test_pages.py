"""The pages show the very files that are tested, and no file is left out."""

from __future__ import annotations

import json
import re
import tomllib

from pages import PAGES, ROOT, quoted

from lint.front.lsp import settings


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


def test_every_setting_of_the_server_is_in_the_table() -> None:
    index = (PAGES / "README.md").read_text("utf-8")
    table = index[index.index("| key | meaning |") :]
    shown = set(re.findall(r"`(\w+)`", " ".join(re.findall(r"^\|([^|]*)\|", table, re.M))))
    of_vscode = {"path", "programs", "trace"}
    assert {*settings._OWN, *settings._LISTS, *settings._ONE} - of_vscode == shown


def test_settings_to_paste_can_be_read() -> None:
    for file in (ROOT / "editors").rglob("*"):
        if "vscode" in file.parts:
            continue
        if file.suffix == ".toml":
            tomllib.loads(file.read_text("utf-8"))
        elif file.suffix in (".json", ".sublime-settings"):
            json.loads(file.read_text("utf-8"))


def test_settings_to_paste_are_settings() -> None:
    given = json.loads((ROOT / "editors/jetbrains/whosays.json").read_text("utf-8"))
    sublime = json.loads((ROOT / "editors/sublime/LSP.sublime-settings").read_text("utf-8"))
    coc = json.loads((ROOT / "editors/vim/coc-settings.json").read_text("utf-8"))
    for data in (
        given,
        sublime["clients"]["whosays"]["initializationOptions"],
        coc["languageserver"]["whosays"]["initializationOptions"],
    ):
        assert settings.Wishes(data).faults == []
