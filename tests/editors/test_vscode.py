"""The extension for VS Code: it offers what the server takes, it is sound, it finds what the command finds, and it is packaged."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from node import need_packages, npm_run, pins

from lint import __version__
from lint.front.lsp import settings
from lint.front.lsp.tokens import TYPES

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "editors" / "vscode"
MANIFEST = json.loads((FOLDER / "package.json").read_text("utf-8"))
OFFERED = MANIFEST["contributes"]["configuration"]["properties"]


def test_it_offers_every_setting_that_the_server_takes() -> None:
    taken = {*settings._LISTS, *settings._ONE, *settings._OWN} - {"positionEncoding", "trace"}
    assert set(OFFERED) == {f"whosays.{key}" for key in taken} | {"whosays.trace.server"}
    assert all(row["markdownDescription"].endswith(".") for row in OFFERED.values())


def test_its_defaults_are_the_servers() -> None:
    defaults = {key.removeprefix("whosays."): row["default"] for key, row in OFFERED.items()}
    assert (defaults["delay"], defaults["pause"]) == (settings.DELAY * 1000, settings.PAUSE * 1000)
    told = settings.Wishes({key: value for key, value in defaults.items() if key in settings._ONE})
    assert not told.faults
    assert vars(told.options(["."])) == vars(settings.Wishes({}).options(["."]))
    plain = settings.Wishes({})
    assert (defaults["lenses"], defaults["workspace"]) == (plain.lenses, plain.workspace)
    assert OFFERED["whosays.profile"]["enum"][1:] == sorted(
        file.stem for file in (ROOT / "rules" / "profiles").glob("*.toml")
    )


def test_it_serves_every_language_that_the_server_knows() -> None:
    served = {event.removeprefix("onLanguage:") for event in MANIFEST["activationEvents"]}
    not_by_themselves = {"jupyter", "mail", "pandoc", "rst", "sh", "xhtml"}
    not_by_themselves |= {
        "adoc",
        "asciidoctor",
        "gfm",
        "gitcommit",
        "message",
        "mhtml",
        "plaintex",
    }  # Emacs and Vim say so
    assert served - {"plaintext"} == set(settings.LANGUAGES) - not_by_themselves


def test_it_names_every_kind_of_source_that_can_be_coloured() -> None:
    offered = MANIFEST["contributes"]
    assert [kind["id"] for kind in offered["semanticTokenTypes"]] == list(TYPES)
    assert [list(row["scopes"]) for row in offered["semanticTokenScopes"]] == [list(TYPES)]


def test_its_version_is_ours_and_its_pins_name_no_host() -> None:
    assert MANIFEST["version"] == pins(FOLDER)["version"] == __version__


@pytest.mark.skipif(sys.platform == "win32", reason="the programs it looks for are scripts of the shell")
def test_it_is_sound_finds_what_the_command_finds_and_is_packaged(tmp_path: Path) -> None:
    need_packages(FOLDER)
    npm_run("check", FOLDER)
    bare = tmp_path / "bare"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", bare], check=True)
    whosays = Path(sys.executable).with_name("whosays")
    told = {"WHOSAYS": whosays, "WHOSAYS_PYTHON": sys.executable, "WHOSAYS_BARE_PYTHON": bare / "bin/python"}
    npm_run("test", FOLDER, **{name: str(path) for name, path in told.items()})
    npm_run("package", FOLDER)
    with zipfile.ZipFile(FOLDER / f"whosays-{__version__}.vsix") as packed:
        names = {name.removeprefix("extension/") for name in packed.namelist()}
        bundle = packed.read("extension/out/extension.js").decode()
    wanted = {"package.json", "readme.md", "changelog.md", "LICENSE.txt", "setup.md", "out/extension.js"}
    assert names == wanted | {"extension.vsixmanifest", "[Content_Types].xml"}
    assert "whosays.checkWorkspace" in bundle
    assert 'require("vscode")' in bundle
    assert 'require("vscode-languageclient' not in bundle
