"""What an editor shows of a finding under the pointer: the question, the reckoning, the rule's page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lint import api
from lint.front.measures import in_words
from lint.model.finding import Finding
from lint.report import mending
from lint.report.console import judged
from lint.run.stet import SUPPRESSION_RULES

_ESCAPED = str.maketrans({c: f"\\{c}" for c in r"\`*_{}[]<>#|~"})


def hover_of(findings: Iterable[Finding], text: str, packs: tuple[str, ...] = ()) -> str:
    """Return Markdown about the findings at one place of a text, ``""`` for none."""
    return "\n\n---\n\n".join("\n\n".join(_paragraphs(finding, text, packs)) for finding in findings)


def _paragraphs(finding: Finding, text: str, packs: tuple[str, ...]) -> Iterator[str]:
    yield f"**{_plain(finding.question or finding.message)}**"
    if finding.question and finding.message != finding.question:
        yield _plain(finding.message)
    if finding.looked_for:
        yield "\n".join(_looked(finding))
    if finding.fix:
        yield f"Fix: {_plain(mending.in_words(finding.fix, text))}"
    yield from _page(finding.rule, packs)
    yield f"`{finding.rule}` · {finding.severity} · {finding.confidence:.2f}"


def _looked(finding: Finding) -> Iterator[str]:
    yield f"Looked for: {_plain(finding.looked_for)}"
    yield ""
    if not finding.evidence:
        yield "Seen: none of it nearby"
    for evidence in finding.evidence:
        yield f"- seen: {_plain(judged(evidence))}"


def _page(rule: str, packs: tuple[str, ...]) -> Iterator[str]:
    """Yield what the rule's own file says: why it asks, when it is wrong, how often it was right."""
    if rule in SUPPRESSION_RULES:
        yield _plain(SUPPRESSION_RULES[rule])
        return
    try:
        page = api.explain(rule, packs=packs)
    except (LookupError, ValueError):
        return
    for paragraph in page.why.strip().split("\n\n"):
        if paragraph:
            yield _plain(paragraph)
    if page.false_alarms:
        yield f"Known false alarms: {_plain(page.false_alarms)}"
    yield f"How often it is right: {_plain(next(in_words(page.rule)))}"


def _plain(text: str) -> str:
    """Return text as Markdown that shows just this text."""
    return " ".join(text.split()).translate(_ESCAPED)
