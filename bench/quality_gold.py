"""The seed article and three passages beside what an editor marked in them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lint import api
from lint.model.finding import Finding
from lint.model.lines import LineIndex
from lint.model.settings import Settings

GOLD = Path(__file__).parents[1] / "tests" / "gold"
FLAWED = ("p02_library_sale", "p04_bundler")
SOURCED = "p07_reef_recruitment"
_DOCUMENT = {"SRC001": "sourcing/no-sources", "SRC003": "sourcing/vague-attribution-ratio"}
_PROFILES = {"academic": "science"}


class Passage:
    """A passage, what an editor marked in it and what we find."""

    def __init__(self, text: str, gold: dict[str, Any], profile: str, form: str) -> None:
        """Check the text under its profile."""
        self.gold = gold
        self._lines = LineIndex(text)
        settings = Settings(profile=_PROFILES.get(profile, profile), format=form)
        self.findings = api.check_text(text, name="gold", settings=settings).findings

    def missed(self) -> int:
        """Count the required spans that no finding overlaps."""
        return sum(not self._hit(entry) for entry in self.required)

    @property
    def required(self) -> list[dict[str, Any]]:
        """The spans that an editor insists on."""
        return [entry for entry in self.gold["findings"] if entry["required"]]

    def naive(self) -> int:
        """Count the spans that only a naive tool would flag, and that we flag."""
        return sum(
            any(self._on(f, entry) and not self._marked(f) for f in self.findings)
            for entry in self.gold["naive_false_positives"]
        )

    def extra(self) -> int:
        """Count the findings at places that no editor marked."""
        return sum(f.scope == "span" and not self._marked(f) for f in self.findings)

    def _hit(self, entry: dict[str, Any]) -> bool:
        return any(self._on(f, entry) for f in self.findings)

    def _marked(self, finding: Finding) -> bool:
        return any(self._on(finding, entry) for entry in self.gold["findings"])

    def _on(self, finding: Finding, entry: dict[str, Any]) -> bool:
        start = self._lines.offset(entry["line"], entry["column"])
        end = self._lines.offset(entry["line"], entry["end_column"])
        return finding.scope == "span" and finding.span.start < end and start < finding.span.end


def passages(corpora: Path) -> Iterator[tuple[str, str, float]]:
    """Yield the measures of the gold texts, which lie in the repository."""
    del corpora
    seed = Passage(
        (GOLD / "seed.txt").read_text("utf-8"), json.loads((GOLD / "seed.json").read_text("utf-8")), "news", "plain"
    )  # fmt: skip
    required = len(seed.required)
    yield "seed.required", f"The seed article, of {required} required spans: found", required - seed.missed()
    rules = {f.rule for f in seed.findings}
    wanted = [e["code"] for e in seed.gold["document_findings"] if e["required"]]
    lost = sum(_DOCUMENT.get(code, "") not in rules for code in wanted)
    yield "seed.document", f"The seed article, of {len(wanted)} required document findings: missed", lost
    yield "seed.naive", "The seed article: naive false alarms", seed.naive()
    yield "seed.extra", "The seed article: findings that no editor marked", seed.extra()
    missed = every = 0
    for name in FLAWED:
        passage = _passage(name)
        missed += passage.missed()
        every += len(passage.required)
    yield "flawed.required", f"Flawed passages, {every} required spans: share found", 1 - missed / every
    attributed = sum(f.group == "attribution" for f in _passage(SOURCED).findings)
    yield "sourced.attribution", "The well-sourced passage: attribution findings", attributed


def _passage(name: str) -> Passage:
    gold = json.loads((GOLD / f"{name}.json").read_text("utf-8"))
    form = gold["format"] if gold["format"] in {"plain", "markdown"} else "plain"
    return Passage(gold["text"], gold, gold["profile"], form)
