from __future__ import annotations

import asyncio
import json
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from lsprotocol import types
from pygls.lsp.client import LanguageClient

from lint.front import cli
from lint.front.choices import known_names
from lint.front.settings_schema import schema
from lint.load.settings import SettingsError, read_settings
from lint.load.settings_keys import EVERYWHERE, TOP

ROOT = Path(__file__).parents[2]
STORE = ROOT / "docs" / "schemastore"
KNOWN = known_names(())
OURS_ALONE = ("no rule, group or glob", "no folder", "not valid TOML", "not UTF-8")
"""Mistakes that no schema can tell: names of rules may be those of packs, and folders lie on a disk."""


@pytest.fixture(scope="module")
def whole() -> dict[str, Any]:
    return schema()


def _plain(value: Any) -> Any:
    """Return TOML's data as a TOML language server hands it to a schema: dates are strings."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value if isinstance(value, str | bool | int | float) else value.isoformat()


def _faults(path: Path) -> list[str]:
    try:
        read_settings(str(path), KNOWN)
    except SettingsError as error:
        return [problem.message for problem in error.problems]
    return []


def _settings_of_cases() -> list[Any]:
    """Return every settings file of the tests of the command, sound and faulty."""
    found = []
    for case in sorted((ROOT / "tests" / "cli").glob("*.toml")):
        files = tomllib.loads(case.read_text("utf-8")).get("files", {})
        for name, text in files.items():
            if Path(name).name in {"whosays.toml", "pyproject.toml"} and isinstance(text, str):
                found.append(pytest.param(name, text, id=f"{case.stem}-{name.replace('/', '-')}"))
    return found


def test_the_schema_is_one_and_knows_every_key(whole: dict[str, Any]) -> None:
    Draft7Validator.check_schema(whole)
    properties = whole["properties"]
    assert properties.keys() == TOP.keys()
    assert properties["files"]["items"]["properties"].keys() == {"glob", *EVERYWHERE}
    for form in (*properties.values(), *properties["files"]["items"]["properties"].values()):
        assert form["title"][0].islower()
        assert form["description"].rstrip(".:") == form["description"]


def test_defaults_and_examples_are_sound(whole: dict[str, Any]) -> None:
    for key, form in whole["properties"].items():
        for value in (*form.get("examples", ()), *([form["default"]] if "default" in form else ())):
            assert not list(Draft7Validator(whole).iter_errors({key: value})), key


@pytest.mark.parametrize(("name", "text"), _settings_of_cases())
def test_it_says_what_whosays_says(name: str, text: str, whole: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / Path(name).name
    path.write_text(text, "utf-8")
    (tmp_path / "house").mkdir()
    faults = _faults(path)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    if path.name == "pyproject.toml":
        data = data.get("tool", {}).get("whosays", {})
    errors = [error.message for error in Draft7Validator(whole).iter_errors(_plain(data))]
    if not [
        fault for fault in faults if not fault.startswith(OURS_ALONE) and "packs: no folder" not in fault
    ]:
        assert not errors
    else:
        assert errors, faults


@pytest.mark.parametrize(
    "text",
    [
        "proflie = 1", 'profile = "mews"', "profile = 3", 'today = "24.11.2026"', "today = 2026", 'fail-on = "warn"',
        'format = "markdwon"', "min-confidence = 5", "min-confidence = true", 'ignore = "hedging"', "ignore = [1]",
        "[targets.long-sentence]\nwaring = 3", '[targets]\nlong-sentence.warning = "x"', "targets = 1",
        '[[files]]\nglob="b"\nproflie="x"', '[[files]]\nprofile="news"', "files = 3", "repeats = -1", "repeats = 1.5",
        "any-language = 1", '[[files]]\nglob = 1', '[[files]]\nglob = "a"\nexclude = ["b"]', 'exclude = "a"', "packs = 1",
    ],
)  # fmt: skip
def test_what_is_wrong_is_wrong_to_both(text: str, whole: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "whosays.toml"
    path.write_text(text, "utf-8")
    assert _faults(path)
    assert list(Draft7Validator(whole).iter_errors(_plain(tomllib.loads(text))))


def _without_choices(value: Any) -> Any:
    """Return a schema without what may be chosen: profiles, formats, groups, numbers of rules."""
    if isinstance(value, dict):
        kept = {k: v for k, v in value.items() if k not in {"enum", "oneOf"}}
        if value.get("title") == "numbers of rules":
            kept.pop("properties")
        return {key: _without_choices(item) for key, item in kept.items()}
    return [_without_choices(item) for item in value] if isinstance(value, list) else value


def _choices(value: Any) -> set[str]:
    if isinstance(value, dict):
        return {str(c) for c in value.get("enum", ())}.union(*map(_choices, value.values()))
    return set().union(*map(_choices, value)) if isinstance(value, list) else set()


def test_what_is_kept_for_schemastore_is_fresh() -> None:
    """It may lag behind in what can be chosen until a release; ``python bench/schemastore.py`` makes it anew."""
    kept = json.loads((STORE / "whosays.json").read_text("utf-8"))
    made = schema(names=False)
    assert _without_choices(kept) == _without_choices(made), "python bench/schemastore.py makes it anew"
    assert _choices(kept) <= _choices(made), "python bench/schemastore.py makes it anew"
    entry = json.loads((STORE / "catalog-entry.json").read_text("utf-8"))
    assert entry["url"] == kept["$id"]


@pytest.mark.parametrize("path", sorted(STORE.glob("*test/*.toml")), ids=lambda p: p.stem)
def test_what_is_kept_for_schemastore_is_tested(path: Path) -> None:
    kept = json.loads((STORE / "whosays.json").read_text("utf-8"))
    errors = list(Draft7Validator(kept).iter_errors(_plain(tomllib.loads(path.read_text("utf-8")))))
    assert bool(errors) == (path.parent.name == "negative_test")
    if path.stem != "packs":  # its pack is not there
        assert bool(_faults(path)) == bool(errors)


def test_packs_bring_their_rules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main(["new-rule", "words/long-now", "--into", "mine"]) == 0
    capsys.readouterr()
    assert cli.main(["settings", "--schema", "--rules", "mine"]) == 0
    said = json.loads(capsys.readouterr().out)
    offered = said["definitions"]["rule"]["anyOf"][0]["enum"]
    assert {"words", "words/long-now", "attribution", "attribution/bare-expert-claim"} <= set(offered)


def _tool(name: str) -> str:
    return shutil.which(name, path=str(Path(sys.executable).parent)) or pytest.skip(f"{name} is not there")


_SOUND = '#:schema ./whosays.schema.json\n\nprofile = "news"\nignore = ["hedging"]\n\n[[files]]\nglob = "docs/**"\nprofile = "docs"\n'


@pytest.mark.parametrize("tool", [("taplo", "check", "--no-auto-config"), ("tombi", "lint", "--offline")])
def test_checkers_of_toml_go_by_it(tool: tuple[str, ...], whole: dict[str, Any], tmp_path: Path) -> None:
    command = (_tool(tool[0]), *tool[1:], "whosays.toml")
    (tmp_path / "whosays.schema.json").write_text(json.dumps(whole), "utf-8")
    for text, status in ((_SOUND, 0), (_SOUND.replace("news", "mews"), 1), (f"{_SOUND}proflie = 1\n", 1)):
        (tmp_path / "whosays.toml").write_text(text, "utf-8")
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
        assert done.returncode == status, done.stdout + done.stderr
    assert "proflie" in done.stdout + done.stderr


async def test_an_editor_offers_what_there_is(whole: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "whosays.schema.json").write_text(json.dumps(whole), "utf-8")
    path = tmp_path / "whosays.toml"
    path.write_text(_SOUND.replace('"hedging"', '""').replace("\n\n", "\nf\n", 1), "utf-8")
    client = LanguageClient("tests", "1")
    await client.start_io(_tool("tombi"), "lsp", "--offline")
    here = types.TextDocumentIdentifier(path.as_uri())
    await client.initialize_async(
        types.InitializeParams(types.ClientCapabilities(), root_uri=tmp_path.as_uri())
    )
    client.initialized(types.InitializedParams())
    document = types.TextDocumentItem(here.uri, "toml", 1, path.read_text("utf-8"))
    client.text_document_did_open(types.DidOpenTextDocumentParams(document))

    async def offered(line: int, character: int) -> set[str]:
        """Return what is offered as soon as anything is: the server reads the schema when it comes to it."""
        place = types.CompletionParams(here, types.Position(line, character))
        for _ in range(200):
            found = await client.text_document_completion_async(place)
            if items := found.items if isinstance(found, types.CompletionList) else found:
                return {item.label.strip('"') for item in items}
            await asyncio.sleep(0.1)
        return set()

    for _ in range(100):  # the server reads the schema when it gets round to it
        if await offered(1, 1):
            break
        await asyncio.sleep(0.2)
    assert {"fail-on", "format", "files"} <= await offered(1, 1)
    assert {"hedging", "attribution/bare-expert-claim"} <= await offered(3, 11)
    hover = await client.text_document_hover_async(types.HoverParams(here, types.Position(2, 2)))
    assert hover
    assert "News and feature writing" in str(hover.contents)
    await client.shutdown_async(None)
    client.exit(None)
    await client.stop()
