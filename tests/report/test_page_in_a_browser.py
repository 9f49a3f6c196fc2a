"""The page in a real browser: nothing runs but its own script, it asks for nothing, filters and links do what they say."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from node import PATIENCE, need_packages, pins

import lint
from lint import api
from lint.model.finding import FileReport, Finding, Report
from lint.model.settings import Settings
from lint.model.text import Span
from lint.report import renderer
from lint.report.options import Options

FOLDER = Path(__file__).with_name("readers")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
EVIL = (
    "<script>window.ran = 1; alert(1)</script><img src=x onerror='window.ran = 2'></textarea></style></title>"
    '[x](javascript:alert(3)) <a href="javascript:alert(4)">WINTERFEST</a> \x1b[31m\u202e'
)


def report() -> Report:
    """A news article of many lines, and a text that wants to be markup."""
    body = "\n\n".join(
        f"Paragraph {n} tells of the bridge. Experts agree that tolls fall." for n in range(40)
    )
    text = f"# News\n\n{body}\n\nSome say so. It is due to the fact that few pay.\n"
    checked = lint.check_text(text, name="news.md", settings=Settings(profile="news", repeats=0))
    evil = f"---\ntitle: {EVIL}\n---\nBefore {EVIL} agree.\n"
    start = evil.rindex("<script>")
    span = Span(start, len(evil) - 2)
    found = Finding("hedging/evil", span, "warning", 0.8, EVIL, f"Who? {EVIL}", ("who",), EVIL)
    return checked + Report((FileReport(f"docs/{EVIL}.md", evil, (found,), {}, {}),))


def test_its_pins_name_no_host() -> None:
    assert pins(FOLDER)["name"] == "readers-of-whosays-reports"


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a browser saw of the page."""
    if not CHROMIUM:
        pytest.skip("Chromium is not installed")
    need_packages(FOLDER)
    folder = tmp_path_factory.mktemp("page")
    page = folder / "report.html"
    page.write_text(
        renderer("html")(
            report(), Options(page=lambda rule: api.explain(rule) if rule != "hedging/evil" else None)
        ),
        "utf-8",
    )
    kept = os.environ.get("WHOSAYS_SCREENSHOTS") or str(folder)
    done = subprocess.run(
        [shutil.which("node") or "node", "page.mjs", page.as_uri(), CHROMIUM, kept],
        cwd=FOLDER, capture_output=True, text=True, encoding="utf-8", timeout=PATIENCE, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_nothing_runs_and_nothing_is_asked_for(seen: dict[str, Any]) -> None:
    assert seen["complaints"] == seen["requests"] == seen["dialogs"] == []
    assert seen["ran"] is None


def test_it_fits_screens_and_is_for_everybody(seen: dict[str, Any]) -> None:
    for name, wide in seen["widths"].items():
        assert wide <= int(name.partition("-")[0])
    assert seen["axe"] == {name: [] for name in seen["widths"]}


def test_filters_choose(seen: dict[str, Any]) -> None:
    findings = report().findings
    assert seen["all"] == len(findings)
    agreed = sum(f.rule == "attribution/unsupported-consensus" for f in findings)
    assert seen["byRule"] == [agreed, f"{agreed} of {len(findings)} shown"]
    assert seen["byGroup"] == sum(f.group == "attribution" for f in findings) > agreed
    assert seen["again"] == [len(findings), ""]
    assert seen["withoutErrors"] == [sum(f.severity != "error" for f in findings), 0]
    assert len(seen["byWords"]) == 1


def test_links_lead_to_files_findings_and_lines(seen: dict[str, Any]) -> None:
    focused, top = seen["followed"]
    assert focused
    assert 0 <= top < 300
    assert seen["afterFollowing"] == seen["all"]
    assert 0 <= seen["line"] < 300
    assert seen["scrolled"] > 1000


def test_the_keyboard_and_paper_and_no_script_are_enough(seen: dict[str, Any]) -> None:
    assert seen["firstStop"] == ["To the questions", "16px"]
    assert seen["skippedTo"] == "#whosays-questions"
    assert seen["printedFilters"] is False
    assert seen["withoutScript"] == [seen["all"], False]
