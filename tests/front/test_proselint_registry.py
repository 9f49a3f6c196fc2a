"""Our rules under proselint's own command."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from proselint import command_line
from proselint.config import DEFAULT
from proselint.log import log
from proselint.registry import CheckRegistry
from proselint.tools import LintFile

from lint.front.proselint import register_rules
from lint.model.settings import Settings

TEXT = "The price is high.\n\nMost of it, experts agree, is tax.\n"
RULE = "whosays.attribution.unsupported-consensus"


@pytest.fixture(autouse=True)
def _registry() -> Iterator[None]:
    """Leave proselint's registry, one for the whole process, as it was."""
    registry, before = CheckRegistry(), list(CheckRegistry().checks)
    registry.checks.clear()
    yield
    registry.checks[:] = before
    DEFAULT["checks"].pop("whosays", None)


def _run(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> tuple[int, list[dict[str, object]]]:
    """Run proselint's command as its ``main`` does, with JSON output."""
    out = io.StringIO()
    monkeypatch.setattr("proselint.log.stdout", out)
    parser = command_line.get_parser()
    given = parser.parse_args(["check", "--output-format", "json", *arguments])
    log.setup(verbose=given.verbose, fmt=given.output_format)
    log.collector.clear()
    status = command_line.proselint(given, parser)
    (found,) = json.loads(out.getvalue())["result"].values()
    return status, found["diagnostics"]


def test_its_command_shows_our_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.md").write_text(TEXT, "utf-8")
    assert register_rules() > 25
    status, found = _run([str(tmp_path / "a.md")], monkeypatch)
    assert status == 1
    ours = [f for f in found if f["check_path"] == RULE]
    assert [f["pos"] for f in ours] == [[3, 13]]
    assert [f["span"] for f in ours] == [[TEXT.index("experts") + 1, TEXT.index(", is") + 1]]
    assert "?" in str(ours[0]["message"])


def test_its_configuration_switches_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.md").write_text(TEXT, "utf-8")
    config = tmp_path / "proselintrc.json"
    register_rules()
    for key in ("whosays", "whosays.attribution", RULE):
        config.write_text(json.dumps({"checks": {key: False}}), "utf-8")
        _, found = _run(["--config", str(config), str(tmp_path / "a.md")], monkeypatch)
        assert RULE not in {f["check_path"] for f in found}
        CheckRegistry().checks[:] = [c for c in CheckRegistry().checks if c.path.startswith("whosays")]


def test_registering_twice_doubles_nothing() -> None:
    assert register_rules() == register_rules()
    found = [r.check_result.check_path for r in LintFile("a", TEXT).lint()]
    assert found.count(RULE) == 1


def test_registering_again_replaces_the_settings() -> None:
    register_rules()
    register_rules(Settings(ignore=("attribution",)))
    assert RULE not in {r.check_result.check_path for r in LintFile("a", TEXT).lint()}


def test_proselints_own_checks_stay_its_own() -> None:
    register_rules()
    paths = {c.path for c in CheckRegistry().checks}
    assert all(p.startswith("whosays.") for p in paths)
    assert not any("proselint" in p for p in paths)


def test_a_finding_at_the_very_end_and_an_empty_file(tmp_path: Path) -> None:
    register_rules()
    assert [
        r.pos for r in LintFile("a", "It is so, experts agree").lint() if r.check_result.check_path == RULE
    ] == [(1, 11)]
    (tmp_path / "empty.md").write_text("", "utf-8")
    assert LintFile(tmp_path / "empty.md").lint() == []


def test_what_is_said_about_stet_is_shown() -> None:
    register_rules()
    found = LintFile("a", "All is said <!-- stet: no-such-rule --> here.").lint()
    assert any(r.check_result.check_path.startswith("whosays.suppression.") for r in found)
