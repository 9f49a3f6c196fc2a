"""Which texts a run looks at, and what of them: baselines and what was changed."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterator

from lint.load.baseline import FILE_NAME, BaselineFinder
from lint.model.finding import Problem, Report
from lint.model.focus import Focus
from lint.model.typed import TYPE_CHECKING
from lint.report.totals import plural

if TYPE_CHECKING:
    from lint.load.changes import Changes


class Focusing:
    """The focus of each path, by the options of ``check``."""

    def __init__(self, args: Namespace) -> None:
        """Read the baseline that is named. Raises SettingsError."""
        self._baselines = BaselineFinder(
            fixed=args.baseline or "", none=args.no_baseline or (args.isolated and not args.baseline)
        )
        self._lines: bool = args.changed_lines
        self._changes: Changes | None = None
        if args.changed_since or args.changed_lines:
            from lint.load.changes import Changes  # imported late: it needs subprocess

            self._changes = Changes(args.changed_since or (args.hook and _of_hook()) or "HEAD")

    def takes(self, path: str) -> bool:
        """Say whether a file is to be looked at. Raises GitError."""
        return self._changes is None or self._changes.touches(path)

    def focus_of(self, path: str) -> Focus:
        """Return what of a file is to be shown. Raises SettingsError for a broken baseline, and GitError."""
        lines = self._changes.lines(path) if self._changes and self._lines else None
        return Focus(self._baselines.known_in(path), lines)


def _of_hook() -> str:
    """Return the revision since which a hook's runner looks at changes, ``""`` where it looks at what is staged.

    pre-commit and prek name both ends of what is pushed, and of ``run --from-ref … --to-ref …``.
    """
    first = os.environ.get("PRE_COMMIT_FROM_REF", "")
    return first and f"{first}...{os.environ.get('PRE_COMMIT_TO_REF', '')}"


def stale(report: Report) -> Iterator[Problem]:
    """Yield a note where a baseline knows what occurs no more."""
    gone = sum(len(file.gone) for file in report.files)
    if gone:
        what = f"{plural(gone, 'finding')} of {FILE_NAME} {'occur' if gone > 1 else 'occurs'} no more"
        yield Problem(
            "", f"{what}; `whosays baseline --prune` takes {'them' if gone > 1 else 'it'} out", status=0
        )
