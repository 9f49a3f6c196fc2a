"""One text: check it, mend it, and tell how each finding came about.

``check_text`` is pure and is what the command, the hook, the server and a batch worker all call.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial

from lint.evidence.sourcing import measure as measure_sourcing
from lint.match import readability
from lint.model.context import Context
from lint.model.finding import FileReport, Finding, Fixed, Problem, Report, SentenceScore, notes_of
from lint.model.focus import Focus
from lint.model.settings import Settings
from lint.model.text import Document, ReadError, Span
from lint.model.typed import TYPE_CHECKING, Any
from lint.prepare import Prepared, context_of, prepared_for
from lint.run.engine import Judge, find_all, find_one
from lint.run.fixes import edit_all
from lint.run.repeats import fold_repeats
from lint.run.shown import Names, Shown, keep_shown

if TYPE_CHECKING:
    from lint.run.reckoning import Reckoning

_EVERYTHING = Focus()
_OF_WHOLE = frozenset(("limit", "structure"))  # kinds of rules that count or compare over a whole text


def check_text(
    text: str,
    *,
    name: str = "<text>",
    settings: Settings = Settings(),  # noqa: B008
    focus: Focus = Focus(),  # noqa: B008
    path: str = "",
) -> Report:
    """Check one text.

    Args:
        text: The text as the file has it, with its own line ends and BOM.
        name: What to call it; its suffix gives the format unless ``settings.format`` does.
        settings: Which rules, which profile, how sure.
        focus: What to leave out of what is found: a baseline's findings, lines that were not changed.
        path: Where the text lies on the disk: the bibliographies that it names are read, and nothing else.
            Without it no file is looked at.

    Returns:
        A report of one file: findings in order of position, readability and sourcing; a report with
        one problem where the text's reader gives it up, or is not installed.
    """
    try:
        return check_document(text, name=name, settings=settings, focus=focus, path=path)[0]
    except ReadError as error:
        return Report((), (Problem(name, str(error), error.line),))


def check_document(
    text: str,
    *,
    name: str,
    settings: Settings,
    focus: Focus = _EVERYTHING,
    path: str = "",
    judge: Judge = find_one,
) -> tuple[Report, Document]:
    """Check one text as ``check_text`` does, and return also how it was read.

    ``judge`` makes findings of matches; one that raises ends the check, as where its result is of no use any more.
    Raises ReadError where the text's reader gives it up.
    """
    prepared = prepared_for(settings)
    context = context_of(text, name, prepared, settings, path)
    findings = find_all(context, prepared.live, judge)
    shown, suppressed, let_off = _shown(findings, context, prepared, settings)
    known, gone = 0, tuple[str, ...]()
    if focus != _EVERYTHING:
        from lint.run.focus import keep_in_focus  # imported late: most runs show all

        in_focus = keep_in_focus(shown, findings, context.flat, focus, prepared.active, let_off)
        shown, known, gone, let_off = in_focus
    if settings.traced:
        from lint.run.focus import with_keys  # imported late, as above

        shown, let_off = with_keys(shown, let_off, context.flat)
    measures = readability.measure(context)
    words = measures.get("words", 0)
    report = FileReport(
        name,
        text,
        fold_repeats(shown, text, settings.repeats),
        measures,
        measure_sourcing(context),
        words if isinstance(words, int) else 0,
        suppressed,
        _scored(context, measures) if settings.score else None,
        _sentences(context, findings) if settings.sentences else None,
        known=known,
        gone=gone,
        cells=context.flat.document.cells,
        let_off=let_off if settings.traced else (),
    )
    document = context.flat.document
    return Report((report,), (*notes_of(document), *context.entries.problems)), document


def check_part(
    text: str, *, name: str, settings: Settings, focus: Focus = _EVERYTHING, judge: Judge = find_one
) -> tuple[tuple[Finding, ...], Document]:
    """Find what there is to ask of a part of a text, without what only the whole shows, and return how it was read.

    No file is looked at and nothing is measured. ``judge`` and errors are as for ``check_document``.
    """
    prepared = prepared_for(settings)
    context = context_of(text, name, prepared, settings)
    rules = prepared.ruleset.rules
    findings = find_all(context, frozenset(n for n in prepared.live if rules[n].kind not in _OF_WHOLE), judge)
    shown = _shown(findings, context, prepared, settings).findings
    if focus != _EVERYTHING:
        from lint.run.focus import keep_in_focus  # imported late, as above

        shown = keep_in_focus(shown, findings, context.flat, focus, prepared.active).findings
    return shown, context.flat.document


def fingerprints(text: str, *, name: str, settings: Settings, path: str = "") -> Counter[str] | Problem:
    """Return the fingerprints of what ``check_text`` shows of a text, for a baseline, or why it cannot be read."""
    from lint.run.focus import fingerprint

    prepared = prepared_for(settings)
    try:
        context = context_of(text, name, prepared, settings, path)
    except ReadError as error:
        return Problem(name, str(error), error.line)
    shown = _shown(find_all(context, prepared.live), context, prepared, settings).findings
    return Counter(fingerprint(finding, context.flat) for finding in shown)


def fix_text(
    text: str,
    *,
    name: str = "<text>",
    settings: Settings = Settings(),  # noqa: B008
    unsafe: bool = False,
    focus: Focus = Focus(),  # noqa: B008
    path: str = "",
) -> Fixed:
    """Mend what can be mended in one text.

    Args:
        text: The text as the file has it, with its own line ends and BOM.
        name: What to call it, as for ``check_text``.
        settings: What is found is what is mended.
        unsafe: Make also the edits that may change what the text claims.
        focus: What is left out is not mended. With lines, which are the given text's, there is one round.
        path: As for ``check_text``.

    Returns:
        The text in which nothing more is to be mended, how many were, and the report on what is left.
    """
    each = settings._replace(repeats=0)  # every finding has its own edits
    look = partial(check_document, name=name, settings=each, focus=focus, path=path)
    try:
        (after, count), left = edit_all(text, look, unsafe=unsafe, once=focus.lines is not None)
    except ReadError as error:
        return Fixed(text, text, 0, Report((), (Problem(name, str(error), error.line),)))
    files = tuple(
        file._replace(findings=fold_repeats(file.findings, after, settings.repeats), fixed=count)
        for file in left.files
    )
    return Fixed(text, after, count, Report(files, left.problems))


def _scored(context: Context, measures: dict[str, object]) -> dict[str, Any]:
    from lint.run.scorecard import score  # imported late: few runs ask for it

    return score(context, measures)


def _sentences(context: Context, findings: Sequence[Finding]) -> tuple[SentenceScore, ...]:
    from lint.load.scores import genre_of, load_scores  # imported late, as above
    from lint.run.sentence_score import score_sentences

    return score_sentences(context.flat, findings, load_scores(genre_of(context.profile)))


def _shown(findings: Sequence[Finding], context: Context, prepared: Prepared, settings: Settings) -> Shown:
    names = prepared.known, prepared.active, prepared.ruleset.yields
    return keep_shown(findings, context.flat.document, Names(*names), settings)


def ladder(text: str, *, name: str, settings: Settings) -> tuple[tuple[Span, str], ...]:
    """Return the attributions of a text in order: their spans in code points, and their rung as the scorecard has it.

    Raises ReadError where the text's reader gives it up.
    """
    from lint.run.scorecard import rungs  # imported late: few runs ask for it

    prepared = prepared_for(settings)
    context = context_of(text, name, prepared, settings)
    find_all(context, prepared.live)  # what the rules find tells of those who are not named
    return tuple((context.flat.source_span(start, end), rung) for start, end, rung in rungs(context))


def reckon(
    text: str,
    span: tuple[int, int],
    *,
    name: str = "<text>",
    settings: Settings = Settings(),  # noqa: B008
    path: str = "",
) -> tuple[Reckoning, ...]:
    """Return the whole reckoning of every match in a part of a text (offsets in code points), the surest first.

    Raises ReadError where the text's reader gives it up.
    """
    from lint.run.reckoning import Ledger, with_verdicts  # imported late: only ``explain --at`` asks

    prepared = prepared_for(settings)
    context = context_of(text, name, prepared, settings, path)
    ledger = Ledger(Span(*span))
    findings = find_all(context, prepared.live, ledger)
    shown = _shown(findings, context, prepared, settings).findings
    shown = fold_repeats(shown, text, settings.repeats)
    return with_verdicts(ledger.entries, findings, shown, settings.min_confidence, prepared.ruleset.yields)
