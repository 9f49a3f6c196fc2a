"""Mistakes on the command line, each in one line that says what to do next: argparse shows every option there is."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence

from lint.model.names import did_you_mean, nearest

NOTHING = """\
usage: whosays COMMAND [OPTIONS]

  whosays init               to begin: looks at the texts here, asks what they are, writes settings
  whosays check article.md   asks about one text; without a name, about all texts in and below this folder
  whosays explain RULE       says why a rule asks, and what would answer
  whosays --help             lists all commands
"""
"""What is said to somebody who typed the command alone."""


def no_choice(action: argparse.Action, value: str) -> str:
    """Return what is wrong with a value that is none of an option's, or with the name of a command."""
    choices = [str(choice) for choice in action.choices or ()]
    tail, listed = did_you_mean(nearest(value, choices)), ", ".join(choices)
    if action.dest != "command":
        return f"no {value!r}{tail or f'; there are {listed}'}"
    if os.path.lexists(value) or (not tail and ("." in value or "/" in value)):
        return f"no command {value!r}; to ask about a text: whosays check {value}"
    return f"no command {value!r}{tail or '; `whosays --help` lists all'}"


def no_option(parser: argparse.ArgumentParser, rest: Sequence[str]) -> str:
    """Return what is wrong with arguments that nobody takes."""
    told = next((word for word in rest if word.startswith("-")), rest[0])
    if not told.startswith("-"):
        return f"{told!r} is one argument too many{_all(parser)}"
    name = told.partition("=")[0]
    near = nearest(name, parser._option_string_actions)
    return f"no option {name}" + (f"; did you mean {near}?" if near else _all(parser))


def line_for(parser: argparse.ArgumentParser, message: str) -> str:
    """Return the line for a mistake that argparse has found."""
    if message.endswith("are required: COMMAND"):
        return NOTHING
    said = message.removeprefix("argument ").removeprefix("COMMAND: ")
    said = said.replace(": expected one argument", " lacks its value")
    if missing := said.partition("arguments are required: ")[2]:
        said = f"{missing} is missing"
    tail = "" if ";" in said or "?" in said else _all(parser)
    return f"whosays: error: {said}{tail}\n"


def _all(parser: argparse.ArgumentParser) -> str:
    return f"; `{parser.prog} --help` shows what there is"
