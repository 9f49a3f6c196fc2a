"""Each format is read by a parser that is not ours, and words that have a meaning in it come through unharmed."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from markdown_it import MarkdownIt
from node import PATIENCE, need_packages

import lint
from lint import api
from lint.model.finding import Edit, Evidence, FileReport, Finding, Fix, LetOff, Problem, Related, Report
from lint.model.settings import Settings
from lint.model.text import Span
from lint.report import renderer
from lint.report.limit import keep_gravest
from lint.report.options import Options
from lint.report.visible import visible

FOLDER = Path(__file__).with_name("readers")
SCHEMA = FOLDER / "node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"
HOSTILE = (
    "<b>&amp;</b> ]]> <!-- --> <![CDATA[",
    "::error file=a::x %0A %25 %3A",
    "##vso[task.complete]; ]x[ %5D %AZP25",
    "##teamcity[x 'y' |n |']",
    "line\none\r\ntwo\rthree\ttab",
    "\x1b[31mred\x1b[0m \x07\x08\x7f\x9b",
    'it\'s "so" `code` | pipe | *b* _i_ ~~s~~ $x$',
    "@someone #12 [x](javascript:alert) ![i](u) <https://example.org>",
    "=cmd() +1 -1 @sum",
    "'=quoted",
    "turned \u202eabc\u202c and \u2066x\u2069",
    "漢字 👩‍🔬 é ﷽ \u2028 \u0085 end",
    "{0} {{}} %s %(x)s \\ \\n",
    "[a](1) [b](2)",
)


@cache
def report(number: int) -> Report:
    """A report in which text, path, question, fix, reason and problem hold one hostile string."""
    evil = HOSTILE[number]
    text = f"---\ntitle: {evil}\n---\nBefore {evil} after.\n"
    at = text.rindex(evil)
    span = Span(at, at + len(evil))
    f = Finding(
        "hedging/x", span, "error", 0.8, f"Said {evil}", f"Who? {evil}", ("who",), evil,
        (Evidence("link", span, evil, "same sentence", 0.2),), (Related(Span(0, 3), evil),),
        Fix((Edit(span, f"new {evil}"),), True, evil),
    )  # fmt: skip
    mild = f._replace(severity="suggestion", question="", fix=None, evidence=(), related=())
    file = FileReport(f"docs/{evil}.md", text, (f, mild), {}, {}, let_off=(LetOff(f, "stet", evil),))
    return Report((file, FileReport("b.md", "x", (), {}, {})), (Problem(f"c{evil}", evil, 3),))


def rendered(name: str, number: int) -> str:
    return renderer(name)(report(number), Options())


def said(number: int) -> str:
    """What a line of a report says of the finding: nothing that a terminal would obey is left."""
    return visible(f"Who? {HOSTILE[number]} Said {HOSTILE[number]}")


every = pytest.mark.parametrize("number", range(len(HOSTILE)))


def node(script: str, told: object) -> str:
    need_packages(FOLDER)
    done = subprocess.run(
        [shutil.which("node") or "node", script], input=json.dumps(told), cwd=FOLDER,
        capture_output=True, text=True, encoding="utf-8", timeout=PATIENCE, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def others() -> list[Any]:
    """What other parsers make of the reports, one after the other."""
    names = ("junit", "checkstyle", "azure")
    return [
        json.loads(node("others.mjs", {name: rendered(name, number) for name in names}))
        for number in range(len(HOSTILE))
    ]


@every
def test_junit(others: list[Any], number: int) -> None:
    suites = others[number]["junit"]
    assert (suites["tests"], suites["failures"], suites["errors"]) == (4, 2, 1)
    first, clean, broken = suites["testsuite"]
    assert first["name"] == visible(f"docs/{HOSTILE[number]}.md")
    failure = first["testcase"][0]["failure"][0]
    assert failure["message"] == said(number)
    assert visible(HOSTILE[number]) in failure["inner"]
    assert "failure" not in clean["testcase"][0]
    assert broken["testcase"][0]["error"][0]["message"] == visible(HOSTILE[number])


@every
def test_checkstyle(others: list[Any], number: int) -> None:
    first, clean, broken = others[number]["checkstyle"]["checkstyle"]["file"]
    assert first["$"]["name"] == visible(f"docs/{HOSTILE[number]}.md")
    assert [error["$"]["severity"] for error in first["error"]] == ["error", "info"]
    assert first["error"][0]["$"]["message"] == said(number)
    assert "error" not in clean
    assert broken["error"][0]["$"]["message"] == visible(HOSTILE[number])


@every
def test_azure(others: list[Any], number: int) -> None:
    first, mild, broken = others[number]["azure"]
    assert {told["command"] for told in (first, mild, broken)} == {"task.logissue"}
    assert first["message"] == said(number)
    # A blank at the end of a property is lost with Azure; paths of ours end in a suffix.
    assert first["properties"]["sourcepath"] == f"docs/{HOSTILE[number]}.md"
    assert broken["message"] == visible(HOSTILE[number])


@pytest.fixture(scope="module")
def written() -> list[str]:
    """What GitHub's own library writes of the same findings, one command a line."""
    told: list[Any] = []
    for number, evil in enumerate(HOSTILE):
        path = f"docs/{evil}.md"
        file = report(number).files[0]
        start = file.text[: file.findings[0].span.start].count("\n") + 1
        told.append(["error", {"title": "hedging/x (0.80)", "file": path, "startLine": start}, said(number)])
    return node("commands.mjs", told).split("\n")


def _command(line: str) -> tuple[str, dict[str, str], str]:
    """Take a command apart as GitHub's runner does."""
    found = re.fullmatch(r"::([a-z]+)(?: ([^\r\n]*?))?::(.*)", line)
    assert found
    pairs = dict(part.split("=", 1) for part in (found[2] or "").split(",") if part)
    plain = {
        key: v.replace("%0D", "\r")
        .replace("%0A", "\n")
        .replace("%3A", ":")
        .replace("%2C", ",")
        .replace("%25", "%")
        for key, v in pairs.items()
    }
    data = found[3].replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")
    return found[1], plain, data


@every
def test_github(written: list[str], number: int) -> None:
    lines = rendered("github", number).split("\n")
    (line,) = [one for one in lines if one.startswith("::error file=docs")]
    ours, theirs = line, written[number]
    level, place, message = _command(ours)
    assert message == said(number)
    assert place["file"] == f"docs/{HOSTILE[number]}.md"
    assert (level, message) == (_command(theirs)[0], _command(theirs)[2])
    assert ours.rpartition("title=")[2].partition("::")[2] == theirs.rpartition("line=")[2].partition("::")[2]
    for key in ("file", "title"):
        assert (
            re.search(f"{key}=([^,]*?)(?:,|::)", ours)[1] == re.search(f"{key}=([^,]*?)(?:,|::)", theirs)[1]
        )  # type: ignore[index]


@every
def test_sarif(number: int) -> None:
    need_packages(FOLDER)
    schema = json.loads(SCHEMA.read_text("utf-8"))
    checker = jsonschema.Draft7Validator(schema)
    for whole in (report(number), keep_gravest(report(number), 1)):
        told = json.loads(renderer("sarif")(whole, Options()))
        assert [error.message for error in checker.iter_errors(told)] == []
    told = json.loads(rendered("sarif", number))["runs"][0]
    first, *_ = told["results"]
    evil = HOSTILE[number]
    assert first["locations"][0]["physicalLocation"]["region"]["snippet"]["text"] == evil
    unmarked = (
        re.sub(r"\\([\\\[\]])", r"\1", first["message"]["text"]) if "](" in evil else first["message"]["text"]
    )
    assert unmarked == f"Who? {evil}\nSaid {evil}"
    (change,) = first["fixes"][0]["artifactChanges"]
    assert change["replacements"][0]["insertedContent"]["text"] == f"new {evil}"
    (stood,) = [r for r in told["results"] if "suppressions" in r]
    assert stood["suppressions"][0]["justification"] == evil


def test_sarif_of_a_real_check() -> None:
    need_packages(FOLDER)
    text = "<!-- stet: all: a quotation -->\nSome say so.\n\nExperts agree that it is due to the fact that few pay.\n"
    settings = Settings(profile="news", traced=True)
    told = json.loads(
        renderer("sarif")(lint.check_text(text, name="a.md", settings=settings), Options(page=api.explain))
    )
    jsonschema.Draft7Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(told)
    assert told["runs"][0]["results"]


QUALITY = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./)"},
                    "lines": {
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}
"""What GitLab's documentation asks of a report."""


@every
def test_gitlab(number: int) -> None:
    told = json.loads(rendered("gitlab", number))
    jsonschema.Draft202012Validator(QUALITY).validate(told)
    assert told[0]["description"] == said(number)
    assert told[0]["location"]["path"] == f"docs/{HOSTILE[number]}.md"
    assert len({issue["fingerprint"] for issue in told}) == len(told)


@every
def test_csv(number: int) -> None:
    rows = list(csv.DictReader(io.StringIO(rendered("csv", number), newline="")))

    def plain(cell: str) -> str:
        return cell[1:] if re.match(r"'+[=+\-@\t\r＝＋－＠]", cell) else cell

    assert plain(rows[0]["text"]) == HOSTILE[number]
    assert plain(rows[0]["question"]) == f"Who? {HOSTILE[number]}"
    assert not [cell for row in rows for cell in row.values() if cell[:1] in "=+-@\t\r" and cell]


@every
def test_markdown(number: int) -> None:
    parser = MarkdownIt("gfm-like", {"html": True, "linkify": False})
    tokens = parser.parse(rendered("markdown", number))
    inline = [token for token in tokens if token.type == "inline"]
    kinds = {child.type for token in inline for child in token.children or ()}
    assert kinds <= {"text", "text_special", "html_inline", "strong_open", "strong_close"}
    told = [
        "".join(child.content for child in token.children or () if child.type in ("text", "text_special"))
        for token in inline
    ]
    hidden = {c.content for token in inline for c in token.children or () if c.type == "html_inline"}
    assert hidden <= {"<!-- -->"}
    assert f"docs/{_squeezed(HOSTILE[number])}.md" in told
    assert any(" ".join(said(number).split()) in line for line in told)
    assert [token.type for token in tokens if token.type == "table_open"] == ["table_open"]
    assert not re.search(r"(?<!\\)@\w", rendered("markdown", number))


def _squeezed(text: str) -> str:
    return visible(" ".join(text.split()))


@every
@pytest.mark.parametrize(
    "name",
    [
        "console",
        "concise",
        "github",
        "gitlab",
        "azure",
        "teamcity",
        "junit",
        "checkstyle",
        "markdown",
        "html",
    ],
)
def test_nothing_commands_a_terminal(name: str, number: int) -> None:
    text = rendered(name, number)
    controls = {c for c in text if unicodedata.category(c) == "Cc" and c not in "\n"}
    if name in ("github", "gitlab", "azure"):  # a path is told as it is, or by JSON's escapes
        text = text.replace(f"docs/{HOSTILE[number]}.md", "")
    assert controls <= ({*HOSTILE[number]} if name in ("github", "azure") else set())


@pytest.mark.parametrize(
    "name",
    [
        "sarif",
        "gitlab",
        "rdjson",
        "json",
        "csv",
        "html",
        "markdown",
        "junit",
        "checkstyle",
        "github",
        "azure",
        "teamcity",
        "concise",
    ],
)
def test_a_name_that_is_no_utf8_and_a_line_of_a_megabyte(name: str) -> None:
    text = "word " * 200_000 + "experts agree " + "word " * 10
    start = text.index("experts")
    f = Finding("hedging/x", Span(start, start + 13), "warning", 0.8, "m", "Who?", ("who",))
    made = renderer(name)(Report((FileReport("a\udcff.md", text, (f,) * 40, {}, {}),)), Options())
    assert made.encode("utf-8", "backslashreplace")
    assert len(made) < 200_000
