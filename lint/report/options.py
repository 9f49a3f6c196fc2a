"""How a report is to look."""

from __future__ import annotations

from lint.model.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from lint.model.rule import RulePage

    Page = Callable[[str], RulePage | None]


class Options(NamedTuple):
    """Choices of form.

    ``width`` is the number of terminal columns; ``quiet`` leaves out all but findings; ``page`` gives the page of a rule,
    for formats that tell of rules; ``statistics`` asks for findings by rule; ``let_off`` is false where a format that
    has a place for it shall not tell what a stet or a baseline lets stand.
    """

    color: bool = False
    quiet: bool = False
    width: int = 100
    page: Page | None = None
    statistics: bool = False
    let_off: bool = True
