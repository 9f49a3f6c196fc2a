"""What is written to break a reader: the real command must end in bounded time and memory, with a report or one clear line.

To add a format: a row in ``FORMATS``. What nests in it stands there 10,000 levels deep, closed and never closed, and
in one line of a megabyte; long lines, NUL bytes and files that are too large come for every format by themselves.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from lint.read import CODE_SUFFIXES, READERS, SUFFIXES

ROOT = Path(__file__).parents[1]
LEVELS = 10_000
MEGABYTE = 1_000_000
SECONDS = 300
"""So long a run over all cases of a format may take on a busy machine: what hangs takes for ever."""
MEMORY = 2_000_000_000
PROSE = "Experts agree that the harbour of Halden will be sold."


class Format(NamedTuple):
    """What nests in a format, as (opening, closing), and how it writes prose and a whole file around it."""

    nests: tuple[tuple[str, str], ...]
    prose: str = "{}"
    file: str = "{}"


BRACKETS = (
    ("(", ")"),
    ("[", "]"),
    ("{", "}"),
    ('"', '"'),
    ("“", "”"),
    ("<", ">"),
    ("> ", ""),
    ("* ", ""),
    ("| ", ""),
)
"""What is tried in every format."""
ELEMENTS = (
    *(
        (f"<{name}>", f"</{name}>")
        for name in "div b p a q table svg select cite blockquote sup pre ul".split()
    ),
    *(
        ("<ul><li>", "</li></ul>"),
        ("<table><tr><td>", "</td></tr></table>"),
        ("<a href='", "'>"),
        ("<p ", ""),
    ),
    *(("<!-- ", " -->"), ("<!--", ""), ("&amp;", ""), ("&#", ";"), ("<![CDATA[", "]]>"), ("</", ">")),
)
CALLS = (
    ("f(", ")"),
    ("if (a) {", "}"),
    ("/* ", " */"),
    ("// ", ""),
    ("'", "'"),
    ("#if a\n", "#endif\n"),
    ("a ? ", " : b"),
)
FORMATS = {
    "plain": Format((("- ", ""), (".. ", ""), ("[1] ", ""), ("www.", ""), ("a@", ""), ("    ", ""), ("[a, p. 1", "]"))),
    "markdown": Format(
        (
            *ELEMENTS,
            *(("- ", ""), ("1. ", ""), ("# ", ""), ("*", "*"), ("_a ", "_"), ("**a ", "**"), ("~~", "~~"), ("`", "`")),
            *(("![", "](a)"), ("[a](", ")"), ("[a][", "]"), ("[^a]: ", ""), ("[^", "]"), ("[@", "]"), ("$", "$"), ("$$\n", "$$\n")),
            *(("::: a\n", ":::\n"), ("```{a}\n", "```\n"), (": ", ""), ("{{", "}}"), ("{/* ", " */}"), ("---\n", ""), ("|a", "|\n")),
        )
    ),
    "html": Format(ELEMENTS),
    "latex": Format(
        (
            *(("\\emph{", "}"), ("\\footnote{a ", "}"), ("\\section{", "}"), ("\\cite{", "}"), ("\\foo{", "}"), ("\\foo[", "]")),
            *(("\\begin{itemize}\\item ", "\\end{itemize}"), ("\\begin{a}", "\\end{a}"), ("\\begin{tabular}{l}", "\\end{tabular}")),
            *(("\\begin{equation}", "\\end{equation}"), ("$", "$"), ("$\\text{", "}$"), ("\\[", "\\]"), ("\\if a", "\\fi "), ("%", "")),
            *(("\\newcommand{\\a}{", "}"), ("\\def\\a{", "}"), ("\\iffalse ", "\\fi "), ("\\bibliography{", "}"), ("{\\tt ", "}")),
            *(("\\verb|", "|"), ("``", "''"), ("\\enquote{", "}"), ("\\item[", "]"), ("\\selectlanguage{german}", ""), ("<<>>=\n", "@\n")),
        )
    ),
    "rest": Format(
        (
            *(("- ", ""), ("1. ", ""), ("`", "`_"), ("`a <", ">`_"), ("**a", "**"), ("|a", "|"), (":a:`", "`"), ("``", "``"), ("_`", "`")),
            *((".. note:: ", ""), (".. [1] ", ""), (".. |a| replace:: ", ""), (".. _a: ", ""), ("[", "]_"), ("a_ ", ""), (":a: ", "")),
            *(("a::\n\n ", ""), ("+-", "+\n"), ("= ", ""), ("==\na\n==\n", "")),
        )
    ),
    "asciidoc": Format(
        (
            *((". ", ""), ("*a ", "*"), ("_a ", "_"), ("====\n", "\n====\n"), ("--\n", "\n--\n"), ("|===\n|", "\n|===\n"), ("a:: ", "")),
            *(("footnote:[", "]"), ("link:a[", "]"), ("<<a,", ">>"), ("[[", "]]"), ("ifdef::a[]\n", "endif::[]\n"), ("////\n", "\n////\n")),
            *(("pass:[", "]"), ("+++", "+++"), ("{a", "}"), ("'`", "`'"), ("== ", "\n"), ("image::a[", "]")),
        )
    ),
    "mediawiki": Format(
        (
            *ELEMENTS,
            *(("{{", "}}"), ("{{{", "}}}"), ("[[", "]]"), ("[[File:a|", "]]"), ("[http://a ", "]"), ("{|\n|", "\n|}\n"), ("'''a ", "'''")),
            *(("<ref>", "</ref>"), ("<ref name=a>", ""), ("<nowiki>", "</nowiki>"), (": ", ""), ("# ", ""), ("==", "==\n"), ("{{a|b=", "}}")),
        )
    ),
    "org": Format(
        (
            *(("- ", ""), ("* ", ""), ("/a ", "/"), ("[[a][", "]]"), ("[fn:a:", "]"), ("[cite:@", "]"), ("=", "="), ("{{{", "}}}")),
            *(("#+begin_quote\n", "#+end_quote\n"), ("#+begin_src\n", "#+end_src\n"), (":A:\n", ":END:\n"), ("\\begin{a}\n", "\\end{a}\n")),
        )
    ),
    "typst": Format(
        (
            *(("- ", ""), ("= ", ""), ("*a ", "*"), ("_a ", "_"), ("#[", "]"), ("#a[", "]"), ("#(", ")"), ("#{", "}"), ("$", "$"), ("`", "`")),
            *(("#footnote[", "]"), ("/* ", " */"), ("#let a = {", "}"), ("#if a [", "]"), ("@", ""), ('#a("', '")'), ("#a.b", "")),
        )
    ),
    "commit": Format(
        (("# ", ""), ("fixup! ", ""), ('Revert "', '"'), ("```\n", "```\n"), ("    ", ""), ("\na: ", ""), ("`", "`"), ("- ", "")),
    ),
    "email": Format(
        (
            ('Content-Type: multipart/mixed; boundary="b"\n\n--b\n', "\n--b--\n"),
            ("Content-Type: message/rfc822\n\n", ""),
            ("From: a\n", ""),
            ("On Monday, a wrote:\n", ""),
            ("-- \n", ""),
        )
    ),
    "notebook": Format(
        (("- ", ""), ("<b>", "</b>"), ("![", "](a)")),
        file='{{"cells": [{{"cell_type": "markdown", "metadata": {{}}, "source": [{}]}}], "metadata": {{}}, "nbformat": 4}}',
    ),
    "python": Format((*CALLS, ('"""', '"""'), ("if a:\n ", ""), ("lambda: ", ""), ("f'{", "}'"), ("@a\n", "")), "# {}"),
    "javascript": Format((*CALLS, ("`${", "}`"), ("<a>", "</a>"), ("() => ", ""), ("/[", "]/"), ("/** ", " */")), "// {}"),
    "typescript": Format((*CALLS, ("`${", "}`"), ("a<", ">"), ("() => ", ""), ("/** ", " */")), "// {}"),
    "tsx": Format((*CALLS, ("`${", "}`"), ("<a>", "</a>"), ("<a b={", "}/>")), "// {}"),
    "go": Format((*CALLS, ("func() {", "}"), ("`", "`"), ("[]", "")), "// {}"),
    "rust": Format((*CALLS, ('r#"', '"#'), ("//! ", ""), ("|a| ", ""), ("a::<", ">"), ("'a: ", "")), "// {}"),
    "java": Format((*CALLS, ("class A {", "}"), ("/** {@link ", "} */"), ('"""\n', '"""')), "// {}"),
    "c": Format((*CALLS, ("*", ""), ("/** ", " */"), ("struct {", "}")), "// {}"),
    "cpp": Format((*CALLS, ("a<", ">"), ('R"(', ')"'), ("[]{", "}"), ("namespace a {", "}")), "// {}"),
    "shell": Format((*CALLS, ("$(", ")"), ("`", "`"), ("if a; then ", "; fi"), ("<<a\n", "a\n"), ("${a:-", "}"), ("case a in b) ", ";; esac")), "# {}"),
}  # fmt: skip
"""By the name of the format; one that is not here is tried with what is tried in every format."""
SUFFIX = {
    form: suffix for table in (SUFFIXES, CODE_SUFFIXES) for suffix, form in reversed(table.items()) if suffix
} | {"commit": ".commit"}


def _cases(form: str) -> Iterator[tuple[str, str]]:
    """Yield (name, text) of everything that is tried in a format."""
    known = FORMATS.get(form, Format(()))
    prose = known.prose.format(PROSE)
    for number, (opening, closing) in enumerate((*BRACKETS, *known.nests)):
        yield f"closed-{number}", f"{opening * LEVELS}{prose}\n{closing * LEVELS}\n"
        yield f"unclosed-{number}", f"{prose}\n\n{opening * LEVELS}{prose}\n"
        yield f"closed-too-often-{number}", f"{closing * LEVELS}{prose}\n"
        yield f"apart-{number}", f"{prose}\n\n" + f"{opening}a\n" * (LEVELS // 10)
    yield "deep", "\n".join(f"{' ' * level}- {prose}" for level in range(1, 1_000))
    yield "long-line", known.prose.format("and the roofs of the houses " * (MEGABYTE // 28) + PROSE)
    yield "long-word", known.prose.format("a" * MEGABYTE)
    yield "signs", known.prose.format("".join(map(chr, range(33, 127))) * (MEGABYTE // 8 // 94))


def _written(form: str, folder: Path) -> list[str]:
    """Write the cases of a format into a folder, and return their names."""
    frame = FORMATS.get(form, Format(())).file
    for name, text in _cases(form):
        body = (
            ", ".join(json.dumps(line) for line in text.splitlines(keepends=True)) if frame != "{}" else text
        )
        (folder / f"{name}{SUFFIX[form]}").write_text(frame.format(body), "utf-8")
    (folder / f"nul{SUFFIX[form]}").write_bytes(PROSE.encode() + b"\n\0\n")
    return sorted(path.name for path in folder.iterdir())


def _limited() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _run(folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "lint.front.cli",
            "check",
            "--jobs",
            "1",
            "--no-cache",
            "--format-of",
            "*.commit=commit",
            *args,
        ],
        capture_output=True,
        encoding="utf-8",
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        timeout=SECONDS,
        preexec_fn=_limited,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr[-3000:]
    assert "please report" not in done.stderr, done.stderr[-3000:]  # what we do not foresee is told so
    return done


@pytest.mark.parametrize("form", READERS)
def test_hostile_texts_end_in_a_report_or_in_one_line_each(form: str, tmp_path: Path) -> None:
    names = _written(form, tmp_path)
    done = _run(tmp_path, "--format", "json", *names)
    assert done.returncode == 3, done.stderr[-3000:]  # of the NUL bytes
    report = json.loads(done.stdout)
    told = [problem["path"] for problem in report["problems"] if problem["status"]]
    assert f"nul{SUFFIX[form]}" in told
    assert sorted({file["path"] for file in report["files"]} | set(told)) == names
    assert len(done.stderr.splitlines()) <= 2 * len(names)


def test_files_that_are_too_large_are_refused_unread(tmp_path: Path) -> None:
    names = [f"large{SUFFIX[form]}" for form in READERS]
    for name in names:
        with (tmp_path / name).open("wb") as file:
            file.write(b"\n" + PROSE.encode())
            file.truncate(50_000_000)
    done = _run(tmp_path, *names)
    assert done.returncode == 3
    lines = done.stderr.splitlines()
    assert len(lines) == len(names)
    assert all("larger than 32 MB" in line for line in lines)


BOMBS = {
    "laughs": '<!DOCTYPE html [<!ENTITY a0 "Experts agree.">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 30))
    + "]><html><body><p>It is &a29; so.</p></body></html>",
    "itself": '<!DOCTYPE html [<!ENTITY a "&a;&a;">]><html><body><p>It is &a; so.</p></body></html>',
    "quadratic": f'<!DOCTYPE html [<!ENTITY a "{"a " * 50_000}">]><html><body><p>{"&a;" * 50_000}</p></body></html>',
    "file": '<!DOCTYPE html [<!ENTITY a SYSTEM "secret.txt">]><html><body><p>It is &a; so.</p></body></html>',
    "address": '<!DOCTYPE html SYSTEM "http://127.0.0.1:9/a.dtd" [<!ENTITY a SYSTEM "http://127.0.0.1:9/a">]><p>&a;</p>',
    "parameter": '<!DOCTYPE html [<!ENTITY % a SYSTEM "secret.txt"> %a;]><html><body><p>It is so.</p></body></html>',
}


def test_entities_are_neither_expanded_nor_fetched(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("Experts agree that this is secret.\n")
    for name, text in BOMBS.items():
        (tmp_path / f"{name}.xhtml").write_text(text, "utf-8")
    done = _run(tmp_path, "--format", "concise", *(f"{name}.xhtml" for name in BOMBS))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_every_row_is_of_a_format() -> None:
    assert set(FORMATS) <= set(READERS)
