"""The texts of a run, from its parts onto their pages: by this process, or shared among several."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

import pyarrow.parquet as pq

from lint.front.archive_folder import write_page
from lint.front.archive_gravest import Gravest
from lint.model.finding import Evidence, Finding, Related
from lint.model.text import Span
from lint.model.typed import TYPE_CHECKING, Any
from lint.report.site.facts import Known
from lint.report.site.frame import page_file
from lint.report.site.places import Places, file_of_text, page_of
from lint.report.site.text import text_page

if TYPE_CHECKING:
    from lint.load.workers import Workers

_WORTH_SHARING = 8
"""Parts from which on it is worth to start processes."""
_DEEP = Places("../../")


class PageDesk:
    """Where the pages of a part's texts are written. A task is the path of a part."""

    def __init__(self, told: tuple[str, list[tuple[int, int]]]) -> None:
        """Keep the folder of the pages, and which texts have an id that others before them have."""
        self._folder, again = told
        self._nth = dict(again)

    def answer(self, task: str) -> bytes:
        """Write the pages of a part's texts, and answer what is gravest among them."""
        gravest = Gravest()
        for known in texts_of([task], self._nth):
            gravest.take(known)
            write_page(self._folder, file_of_text(known.page), page_file(text_page(known, _DEEP), _DEEP))
        return json.dumps(gravest.plain()).encode("ascii")

    def finish(self) -> None:
        """Do nothing more: all is written."""


def write_texts(folder: str, parts: Sequence[str], again: Mapping[int, int], jobs: int) -> Gravest:
    """Write the pages of all texts into a folder. Raises OSError."""
    gravest = Gravest()
    told = folder, list(again.items())
    if jobs <= 1 or len(parts) < _WORTH_SHARING:
        for path in parts:
            gravest.add(*json.loads(PageDesk(told).answer(path)))
        return gravest
    from lint.load.workers import Workers  # imported late: it needs threads

    workers = Workers(PageDesk, told, jobs)
    try:
        for data in _shared(workers, parts, PageDesk(told)):
            gravest.add(*json.loads(data))
        workers.close()
    except BaseException:
        workers.kill()
        raise
    return gravest


def _shared(workers: Workers, parts: Sequence[str], desk: PageDesk) -> Iterator[bytes]:
    """Yield the answers in the order of the parts. What a process was killed at is done here, where a fault is told."""
    for number, path in enumerate(parts):
        workers.give([(number, path)])
    early: dict[int, bytes | None] = {}
    answers = workers.answers()
    for number, path in enumerate(parts):
        while number not in early and (answer := next(answers, None)):
            early[answer.number] = answer.data
        yield early.pop(number, None) or desk.answer(path)


def texts_of(parts: Sequence[str], again: Mapping[int, int]) -> Iterator[Known]:
    """Yield the texts of a run as its parts have them, one part at a time; ``again`` tells which are the nth of their id."""
    for path in parts:
        for row in pq.read_table(path).to_pylist():
            yield _known(row, again.get(row["document"], 1))


def _known(row: dict[str, Any], nth: int) -> Known:
    return Known(
        page_of(row["id"], nth),
        row["name"] or row["id"],
        dict(row["meta"] or ()),
        row["folder"] or "",
        row["profile"] or "",
        row["source"] or "",
        row["problem"] or "",
        tuple(row["notes"] or ()),
        row["words"] or 0,
        row["suppressed"] or 0,
        tuple(_finding(f) for f in row["findings"] or ()),
        tuple((s["start"], s["end"], s["score"]) for s in row["sentences"] or ()),
        row["readability"] or {},
        row["sourcing"] or {},
        row["scorecard"] or {},
    )


def _finding(f: dict[str, Any]) -> Finding:
    evidence = tuple(
        Evidence(e["kind"], Span(e["start"], e["end"]), e["text"], e["where"], e["strength"])
        for e in f["evidence"] or ()
    )
    related = tuple(Related(Span(r["start"], r["end"]), r["note"]) for r in f["related"] or ())
    return Finding(
        f["rule"], Span(f["start"], f["end"]), f["severity"], f["confidence"], f["message"], f["question"],
        tuple(f["missing"] or ()), f["looked_for"] or "", evidence, related, None, f["scope"],
    )  # fmt: skip
