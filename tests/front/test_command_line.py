from __future__ import annotations

import io
import os
import subprocess
import sys
from argparse import Namespace
from pathlib import Path

import pytest

from lint.front import check, cli, streams
from lint.front.choices import listed
from lint.front.explain import marked, render_page
from lint.front.progress import Progress
from lint.model.finding import FileReport, Finding, Problem, Report
from lint.model.rule import Example, Rule, RulePage
from lint.model.text import Span
from lint.report.paint import Paint


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def _report(*severities: str, problems: tuple[Problem, ...] = ()) -> Report:
    findings = tuple(Finding("g/r", Span(0, 1), s, 0.9, "m", "q") for s in severities)
    return Report((FileReport("a.md", "x", findings, {}, {}),), problems)


@pytest.mark.parametrize(
    ("severities", "fail_on", "status"),
    [
        ((), "suggestion", 0),
        (("suggestion",), "warning", 0),
        (("suggestion",), "suggestion", 1),
        (("suggestion", "error"), "warning", 1),
        (("error",), "error", 1),
        (("warning",), "error", 0),
        (("error",), "never", 0),
    ],
)
def test_the_status_is_by_severity(severities: tuple[str, ...], fail_on: str, status: int) -> None:
    assert check.status(_report(*severities), {"a.md": fail_on}) == status


def test_problems_win_over_findings_and_notes_do_not() -> None:
    problem, note = Problem("b.md", "gone"), Problem("b.md", "empty", status=0)
    assert check.status(_report("error", problems=(note, problem)), {}) == 3
    assert check.status(_report(problems=(note,)), {}) == 0


def test_lists_take_commas_and_may_be_repeated() -> None:
    assert listed(["a, b", "c,,"]) == ("a", "b", "c")
    assert listed(None) == ()


def test_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    assert streams.wants_color(Terminal(), refused=False)
    assert not streams.wants_color(Terminal(), refused=True)
    assert not streams.wants_color(io.StringIO(), refused=False)
    monkeypatch.setenv("TERM", "dumb")
    assert not streams.wants_color(Terminal(), refused=False)
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert streams.wants_color(io.StringIO(), refused=False)
    monkeypatch.setenv("NO_COLOR", "1")
    assert not streams.wants_color(Terminal(), refused=False)


def test_the_width_is_within_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    for told, width in (("", 100), ("72", 72), ("3", 40), ("9999", 160), ("x", 100)):
        monkeypatch.setenv("COLUMNS", told)
        assert streams.columns(io.StringIO()) == width


def test_progress_is_for_people_who_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    for stream, drawn in ((Terminal(), True), (io.StringIO(), False)):
        monkeypatch.setattr(sys, "stderr", stream)
        now[0] = 0.0
        progress = Progress()
        progress(1, 1000)
        assert stream.getvalue() == ""
        now[0] = 2.0
        progress(500, 1000)
        assert ("\r[############............] 500/1,000 files" in stream.getvalue()) == drawn
        progress.clear()
        assert stream.getvalue().endswith("\r\x1b[K") == drawn


def _raising(error: BaseException) -> object:
    def command(args: Namespace) -> int:
        raise error

    return command


@pytest.mark.parametrize(
    ("error", "status", "says"),
    [
        (KeyboardInterrupt(), 130, ""),
        (TypeError("no\nway"), 3, "whosays: internal error: TypeError: no; set WHOSAYS_TRACEBACK=1"),
        (ValueError("odd"), 3, "whosays: internal error: ValueError: odd"),
    ],
)
def test_no_traceback_reaches_people(
    error: BaseException,
    status: int,
    says: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(cli, "_command", _raising(error))
    assert cli.main(["rules"]) == status
    assert capsys.readouterr().err.startswith(says)


def test_usage_errors_are_returned(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", "--no-such"]) == 2
    assert cli.main(["--version"]) == 0


def test_a_reader_that_leaves_early_causes_no_noise(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Experts believe that prices will fall.\n\n" * 3000, "utf-8")
    command = f"{sys.executable} -m lint.front.cli check --format concise a.md | head -n 1"
    root = str(Path(__file__).parents[2])
    done = subprocess.run(
        command,
        shell=True,
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((root, os.environ.get("PYTHONPATH", "")))},
        timeout=60,
        check=False,
    )
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


def test_help_imports_nothing_heavy() -> None:
    root = str(Path(__file__).parents[2])
    code = (
        "import sys; from lint.front import cli; cli.main(['--version']); print(sorted(sys.modules.keys() & "
        "{'json', 'tomllib', 'pathspec', 'lint.api', 'rich', 'pyromark', 'textstat', 'asyncio'}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=root, check=True, timeout=60
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_page_shows_the_spans_of_its_examples() -> None:
    bad = Example("Experts say so. Critics say no.", ((0, 11), (16, 27)))
    assert marked(bad) == ">>Experts say<< so. >>Critics say<< no."
    rule = Rule(
        "attribution/x", "frame", "Sum.", "Which?", ("who", "by_whom"), "warning", 0.8, "", (), (), False, {}
    )
    page = RulePage(
        rule, "Because\nof it.", ("WP:X",), (bad,), (Example("Fine.", (), "named"),), "Rarely.", "Name."
    )
    shown = "\n".join(render_page(page, Paint(False), 80))
    for part in (
        "attribution/x",
        "question:   Which?",
        "owes:       who, by whom",
        "measured:   not measured: 0.80 is an editor's estimate",
        "default:    off: select it by name",
        "  Because of it.",
        "  - >>Experts say<< so. >>Critics say<< no.",
        "    (named)",
        "False alarms",
        "  WP:X",
    ):
        assert part in shown
