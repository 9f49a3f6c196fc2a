"""Prints the manual page, made of the parser of the command line: it is no measurement.

    python bench/manpage.py > whosays.1

Each wheel makes its own (``hatch_build.py``) and installs it, so that ``man whosays`` finds it beside the command.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from lint import __version__
from lint.front.arguments import parser

_ABOUT = """\
Experts agree \\- but which experts?
.B whosays
finds claims that owe their reader something: who said it, which study, when, how many.
Then it looks for what would answer: a citation, a named source, a date, a count.
Only what stays open is shown, as a question at its place.
It works offline and changes no text unasked.
.PP
Begin with
.BR "whosays init" ,
which writes settings and more, guessed from what lies in the folder.
.B whosays check
asks about the texts in and below the current folder."""
_ENDS = (
    ("EXIT STATUS", "status", (
        ("0", "Nothing at or above the failing severity"),
        ("1", "Findings"),
        ("2", "Wrong usage or settings; nothing was checked"),
        ("3", "Something could not be checked: missing, unreadable, not text"),
    )),
    ("ENVIRONMENT", "name", (
        ("NO_COLOR", "Turns colours off"),
        ("FORCE_COLOR", "Turns colours on, also where no terminal is"),
        ("COLUMNS", "The width of the report"),
        ("WHOSAYS_CACHE_DIR", "Where compiled rules are kept"),
        ("WHOSAYS_TRACEBACK", "Set to 1, shows where an internal error happened"),
    )),
    ("FILES", "name", (
        ("whosays.toml", "Settings; the nearest above each text holds. Also [tool.whosays] in pyproject.toml"),
        ("whosays-baseline.json", "Findings that are known and not shown"),
        (".pre-commit-config.yaml", "Where pre-commit and prek look for hooks"),
    )),
    ("EXAMPLES", "command", (
        ("whosays init", "Begin: look at the texts here, ask what they are, write settings, a hook and a baseline"),
        ("whosays check --profile news article.md", "Ask about one text as a newsroom would"),
        ("whosays check --statistics docs/", "Count findings by rule"),
        ("whosays explain bare-expert-claim", "Show why a rule asks, and what would answer"),
        ("whosays settings docs/guide.md", "Show what holds for a text, and which line says so"),
    )),
)  # fmt: skip


def page() -> str:
    """Return the page in the man macros."""
    return "".join(f"{line}\n" for line in _lines())


def _lines() -> Iterator[str]:
    whole = parser()
    commands = next(a for a in whole._actions if isinstance(a, argparse._SubParsersAction))
    yield '.\\" Made by bench/manpage.py; change that, or the parser'
    yield f'.TH WHOSAYS 1 "" "whosays {__version__}" "User Commands"'
    yield ".SH NAME"
    yield "whosays \\- the editorial linter that asks: who says?"
    yield ".SH SYNOPSIS"
    yield ".B whosays"
    yield ".RI [ options ]"
    yield ".I command"
    yield ".RI [ arguments ]"
    yield ".SH DESCRIPTION"
    yield _ABOUT
    yield ".SH COMMANDS"
    for choice in commands._choices_actions:
        yield f".SS {_text(f'whosays {choice.dest}')}"
        yield f"{_sentence(choice.help or '')}"
        for action in commands.choices[choice.dest]._actions:
            yield from _entry(action)
    for title, _, entries in _ENDS:
        yield f".SH {title}"
        for name, told in entries:
            yield ".TP"
            yield f".B {_text(name)}"
            yield _sentence(told)
    yield ".SH SEE ALSO"
    yield ".BR git (1)"


def _entry(action: argparse.Action) -> Iterator[str]:
    if argparse.SUPPRESS in (action.help, action.dest) or isinstance(action, argparse._HelpAction):
        return
    metavar = action.metavar or "|".join(action.choices or ()) or action.dest.upper()
    value = f" \\fI{_text(str(metavar))}\\fR" if action.nargs != 0 else ""
    yield ".TP"
    if action.option_strings:
        yield ", ".join(f"\\fB{_text(option)}\\fR" for option in action.option_strings) + value
    else:
        yield value.strip()
    yield _sentence((action.help or "").replace("%%", "%"))


def _sentence(text: str) -> str:
    """Return a text as a sentence, whatever its first character: a point or a quote there would be a request."""
    shown = _text(text[:1].upper() + text[1:])
    return f"\\&{shown}." if shown[:1] in {".", "'"} else f"{shown}."


def _text(text: str) -> str:
    return (
        text.replace("\\", "\\e")
        .replace("-", "\\-")
        .replace("'", "\\(aq")
        .replace("…", "...")
        .replace("`", "\\(ga")
    )


if __name__ == "__main__":
    print(page(), end="")
