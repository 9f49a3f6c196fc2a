"""Findings with fixes → the text as their edits leave it."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable

from lint.model.finding import Edit, Finding, Report
from lint.model.pattern import pattern
from lint.model.text import GLUE, HOLE, Document, Span
from lint.model.typed import NamedTuple

_MARKUP = pattern(r"[\"\\<>&{}\[\]#$%^_`~*|@=]")
"""Signs that mean something in one format or another, and would end a string of a notebook."""
_BREAK = pattern(r"\r\n|\r|\n")


class Edited(NamedTuple):
    """A text after one round of edits, and how many findings they mended."""

    text: str
    fixed: int


def edit_all(
    text: str, look: Callable[[str], tuple[Report, Document]], *, unsafe: bool, once: bool = False
) -> tuple[Edited, Report]:
    """Edit round by round until ``look`` finds nothing more to mend, or once; return what it last saw, too.

    Rounds that lead back to an earlier text end it.
    """
    seen = {text}
    fixed = 0
    while True:
        report, document = look(text)
        edited = edit_once(text, document.prose, report.findings, unsafe=unsafe, form=document.format)
        if not edited.fixed or edited.text in seen:
            return Edited(text, fixed), report
        text, fixed = edited.text, fixed + edited.fixed
        seen.add(text)
        if once:
            return Edited(text, fixed), look(text)[0]


def edit_once(
    text: str, prose: str, findings: Iterable[Finding], *, unsafe: bool = False, form: str = "plain"
) -> Edited:
    """Make the edits of all fixes that do not meet: the earlier and wider wins, the rest wait for a next round.

    A finding's edits are made together or not at all. One that would reach into markup (``prose`` has fillers
    there) is not made, whatever its rule says, nor one that would write what is markup in the format.
    Without ``unsafe``, only fixes that keep the claim are.
    """
    chosen: list[Edit] = []
    fixed = 0
    ready = [f.fix.edits for f in findings if f.fix and f.fix.edits and (unsafe or f.fix.safe)]
    for edits in sorted(ready, key=lambda edits: (edits[0].span.start, -edits[-1].span.end)):
        if any(_crosses(prose, e) or _meets(e, chosen) for e in edits):
            continue
        if form != "plain" and any(_MARKUP.search(e.replacement) for e in edits):
            continue
        for edit in edits:
            insort(chosen, edit)
        fixed += 1
    pieces: list[str] = []
    done = 0
    for (start, end), replacement in (_wrapped(text, edit) for edit in chosen):
        pieces += (text[done:start], replacement)
        done = end
    return Edited("".join((*pieces, text[done:])), fixed)


def _wrapped(text: str, edit: Edit) -> Edit:
    """Return the edit with the line break that it would take away, at its first space or at the one behind it."""
    (start, end), replacement = edit
    broken = _BREAK.search(text, start, end)
    if not broken or _BREAK.search(replacement):
        return edit
    if " " in replacement:
        return edit._replace(replacement=replacement.replace(" ", broken.group(), 1))
    if replacement and text[end : end + 1] == " ":
        return Edit(Span(start, end + 1), replacement + broken.group())
    return edit


def _crosses(prose: str, edit: Edit) -> bool:
    within = prose[edit.span.start : edit.span.end]
    return GLUE in within or HOLE in within


def _meets(edit: Edit, others: list[Edit]) -> bool:
    """Say whether two edits touch: what one leaves at its edge may be what the other was about."""
    at = bisect_left(others, edit)
    before, after = others[max(at - 1, 0) : at], others[at : at + 1]
    return any(o.span.end >= edit.span.start for o in before) or any(
        o.span.start <= edit.span.end for o in after
    )
