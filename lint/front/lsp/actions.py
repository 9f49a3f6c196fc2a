"""What an editor offers to do about a finding: mend it, let it stand, mark the source as missing, turn the rule off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import accumulate
from pathlib import Path

from lint import api
from lint.front.lsp import written
from lint.front.lsp.buffers import Buffer
from lint.front.lsp.diagnostics import deletes, diagnostics_of, owes_source
from lint.front.lsp.judging import Given, Judged
from lint.load.settings import FILE_NAME
from lint.model.finding import Finding
from lint.model.text import Block
from lint.model.typed import Any, NamedTuple
from lint.run.stet import SUPPRESSION_RULES

QUICK, FIX_ALL = "quickfix", "source.fixAll.whosays"
_LINES = 2_000
Action = dict[str, Any]


class Asked(NamedTuple):
    """What the editor asks about: a text, what is known of it, and which kinds of actions are wanted (none: all)."""

    buffer: Buffer
    known: Judged
    given: Given
    kinds: tuple[str, ...]
    encoding: str
    settings_file: str
    folder: str

    def wants(self, kind: str) -> bool:
        """Say whether actions of a kind, such as ``source.fixAll``, are wanted."""
        return not self.kinds or any(kind == k or kind.startswith(f"{k}.") for k in self.kinds)


def actions_of(asked: Asked, findings: Iterable[Finding]) -> list[Action]:
    """Return the actions for findings of a text, the likeliest first, and the one that mends the whole text."""
    actions: list[Action] = []
    if asked.wants(QUICK):
        offered = [offer for finding in findings for offer in _offers(asked, finding)]
        actions += [_action(asked, offer) for offer in sorted(offered, key=lambda offer: offer.rank)]
    if asked.wants(FIX_ALL) and (made := _fix_all(asked)):
        actions.append(made)
    return actions


Changes = dict[str, list[dict[str, Any]]]
_MEND, _MARK, _STET, _OFF = range(4)


class _Offer(NamedTuple):
    """Something to do about a finding: those of lower rank are shown first."""

    rank: int
    finding: Finding
    title: str
    changes: Changes
    preferred: bool = False


def _action(asked: Asked, offer: _Offer) -> Action:
    about = diagnostics_of(asked.buffer, (offer.finding,), asked.encoding)
    made = {"title": offer.title, "kind": QUICK, "diagnostics": about, "edit": {"changes": offer.changes}}
    return made | ({"isPreferred": True} if offer.preferred else {})


def _offers(asked: Asked, finding: Finding) -> Iterator[_Offer]:
    """Yield what can be done about one finding."""
    text, form, rule = asked.buffer.text, asked.known.format, finding.rule
    if finding.fix and finding.fix.edits:
        care = "" if finding.fix.safe else " (check the meaning)"
        edits = [_edit(asked, *e.span, e.replacement) for e in finding.fix.edits]
        changes = {asked.buffer.uri: edits}
        yield _Offer(_MEND, finding, _fix_title(finding, text) + care, changes, finding.fix.safe)
    if owes_source(finding):
        mark = written.missing_source(text, form, finding.span.end, asked.known.blocks)
        yield _Offer(_MARK, finding, "Mark: a source is missing here", _inserted(asked, mark))
    if rule in SUPPRESSION_RULES:
        return
    for where, made in _stets(asked, finding):
        if made:
            yield _Offer(_STET, finding, f"Stet: let {rule} stand {where}", _inserted(asked, made))
    if off := _ignored(asked, rule):
        yield _Offer(_OFF, finding, f"Turn {rule} off in the settings", off)


def _stets(asked: Asked, finding: Finding) -> Iterator[tuple[str, written.Insertion | None]]:
    text, form, rule = asked.buffer.text, asked.known.format, finding.rule
    if finding.scope != "document":
        yield "on this line", written.stet_beside(text, form, rule, finding.span.start)
        if block := _block_of(asked.known.blocks, finding.span.start):
            yield "in this paragraph", written.stet_above(text, form, rule, block)
    yield "in this file", written.stet_file(text, form, rule)


def _fix_title(finding: Finding, text: str) -> str:
    edits = finding.fix.edits if finding.fix else ()
    if len(edits) > 1:
        return f"Mend it in {len(edits)} places"
    (edit,) = edits
    words = " ".join(text[edit.span.start : edit.span.end - len(edit.replacement)].split())
    return f"Delete “{words}”" if deletes(finding, text) else f"Write “{edit.replacement}”"


def _block_of(blocks: Iterable[Block], offset: int) -> Block | None:
    """Return the innermost block at an offset."""
    holding = [block for block in blocks if block.span.start <= offset < block.span.end]
    return max(holding, key=lambda block: block.span.start, default=None)


def _edit(asked: Asked, start: int, end: int, text: str) -> dict[str, Any]:
    return {"range": asked.buffer.range(start, end, asked.encoding), "newText": text}


def _inserted(asked: Asked, made: written.Insertion) -> Changes:
    return {asked.buffer.uri: [_edit(asked, made.offset, made.offset, made.text)]}


def _ignored(asked: Asked, rule: str) -> Changes | None:
    """Return the change to the settings file that holds, or to a new one in the workspace's folder."""
    path = Path(asked.settings_file or Path(asked.folder or ".", FILE_NAME)).absolute()
    if not asked.settings_file and not asked.folder:
        return None
    try:
        text = path.read_text("utf-8") if path.exists() else ""
    except (OSError, UnicodeDecodeError):
        return None
    made = written.ignoring(text, rule, project=path.name == "pyproject.toml")
    settings = Buffer(path.as_uri(), str(path), "toml", 0, text)
    return {settings.uri: [_edit(asked._replace(buffer=settings), made.offset, made.offset, made.text)]}


def _fix_all(asked: Asked) -> Action | None:
    """Return the edits that mend all that can be mended safely, as the command's ``--fix`` does."""
    text = asked.buffer.text
    fixed = api.fix_text(text, name=asked.given.name, settings=asked.given.settings, focus=asked.given.focus)
    if fixed.after == text:
        return None
    edits = [_edit(asked, *place) for place in differences(text, fixed.after)]
    title = f"Mend all that is safe to mend ({fixed.mended})"
    return {"title": title, "kind": FIX_ALL, "edit": {"changes": {asked.buffer.uri: edits}}}


def differences(before: str, after: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, replacement) for each stretch of lines that differs, so that marks elsewhere stay in place."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    same = 0
    while same < min(len(old), len(new)) and old[same] == new[same]:
        same += 1
    tail = 0
    while tail < min(len(old), len(new)) - same and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    starts = [0, *accumulate(map(len, old))]
    old, new = old[same : len(old) - tail], new[same : len(new) - tail]
    if len(old) > _LINES:  # the comparison takes the square of the lines
        yield starts[same], starts[same + len(old)], "".join(new)
        return
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what != "equal":
            yield starts[same + a], starts[same + b], "".join(new[c:d])
