"""``whosays new-rule``: the file of a new rule, with everything in it that a rule needs."""

from __future__ import annotations

import os
from argparse import Namespace
from pathlib import Path

from lint import api
from lint.front.choices import UsageError, packs_here, packs_joined
from lint.front.streams import say
from lint.load.stubs import STUBS
from lint.model.pattern import pattern
from lint.model.rule import Rule

_NAME = pattern(r"([a-z][a-z0-9]*(?:-[a-z0-9]+)*)/([a-z][a-z0-9]*(?:-[a-z0-9]+)*)")
_TAKEN = frozenset(("lexicons", "profiles", "proselint", "suppression"))


def new_rule(args: Namespace) -> int:
    """Run the command. Raises UsageError where the name is none, or taken, or no pack is known to write into."""
    group, name = _named(args.name)
    settled = packs_here(args)
    if not args.into and not settled:
        raise UsageError("new-rule: into which pack? Say --into FOLDER, such as --into house-style")
    pack = os.path.normpath(args.into) if args.into else settled[0]
    packs = packs_joined(settled, [pack] if os.path.isdir(pack) else [])  # noqa: PTH112
    path = Path(pack, group, f"{name}.toml")
    if path.exists():
        raise UsageError(f"new-rule: {path} is there already, and stays as it is")
    for rule in _known(packs):
        if name == rule.name:
            raise UsageError(f"new-rule: there is a rule {rule.id} already; another name keeps the two apart")
    _write(path, STUBS[args.kind].format(name=name, group=group, pack=pack))
    say(f"{path} is written; its examples pass as they are.\n")
    say(f"Put your own words in, then try it: whosays test {pack}\n")
    if pack not in settled:
        say(f'To use the pack in every check, add to whosays.toml: packs = ["{pack}"]\n')
    return 0


def _known(packs: tuple[str, ...]) -> tuple[Rule, ...]:
    """Return the rules that there are; those of packs only where these are sound, for a pack is made in steps."""
    try:
        return api.rules(packs=packs)
    except ValueError:
        return api.rules()


def _named(told: str) -> tuple[str, str]:
    """Return the group and the name. Raises UsageError."""
    found = _NAME.fullmatch(told)
    if not found:
        raise UsageError(
            f"new-rule: {told!r} is no name of a rule; say GROUP/NAME in small letters, such as words/empty-phrase"
        )
    group, name = found.groups()
    if group in _TAKEN:
        raise UsageError(f"new-rule: {group!r} cannot be a group of yours; such as words/{name}")
    return group, name


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise UsageError(f"new-rule: cannot write {path}: {error.strerror}") from None
