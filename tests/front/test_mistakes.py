from __future__ import annotations

from pathlib import Path

import pytest

from lint.front import cli
from lint.model.finding import FileReport, Finding, Report
from lint.model.text import Span
from lint.report import renderer
from lint.report.options import Options


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("chek", "no command 'chek'; did you mean 'check'?"),
        ("frobnicate", "no command 'frobnicate'; `whosays --help` lists all"),
        ("article.md", "no command 'article.md'; to ask about a text: whosays check article.md"),
        ("docs", "no command 'docs'; to ask about a text: whosays check docs"),
        ("check --proflie news", "no option --proflie; did you mean --profile?"),
        ("check --proflie=news", "no option --proflie; did you mean --profile?"),
        ("check -x", "no option -x; `whosays check --help` shows what there is"),
        ("explain a b", "'b' is one argument too many; `whosays explain --help` shows what there is"),
        ("check --format sarf", "--format: no 'sarf'; did you mean 'sarif'?"),
        ("check --fail-on x", "--fail-on: no 'x'; there are suggestion, warning, error, never"),
        ("check --profile", "--profile lacks its value; `whosays check --help` shows what there is"),
        (
            "check --jobs x",
            "--jobs: 'x' is not a number of processes; `whosays check --help` shows what there is",
        ),
        ("new-rule", "GROUP/NAME is missing; `whosays new-rule --help` shows what there is"),
    ],
)
def test_a_mistake_is_one_line_with_the_next_step(
    line: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("docs").mkdir()
    assert cli.main(line.split()) == 2
    told = capsys.readouterr()
    assert told.err == f"whosays: error: {says}\n"
    assert told.out == ""


def test_the_command_alone_says_how_to_begin(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([]) == 2
    told = capsys.readouterr().err
    assert told.startswith("usage: whosays COMMAND")
    assert "whosays init " in told


def test_a_first_run_with_very_many_findings_says_how_to_go_on() -> None:
    def shown(number: int, known: int = 0) -> str:
        finding = Finding("time/x", Span(0, 4), "warning", 0.8, "m", "q")
        file = FileReport("a.md", "Some", (finding,) * number, {}, {}, 300, known=known)
        return renderer("console")(Report((file,)), Options())

    assert "So many at once?" in shown(201).splitlines()[-1]
    assert "So many" not in shown(200)
    assert "So many" not in shown(201, known=1)
