"""Kinds of support and how far each discharges an obligation at no distance.

Source: the rule catalogue's matrix (section 3 of docs/evidence.md). The numbers are an editor's
estimates until a corpus measures them.
"""

from __future__ import annotations

from lint.model.typed import NamedTuple

STRENGTH: dict[str, dict[str, float]] = {
    "citation": {"who": 0.9, "by_whom": 0.9, "which_study": 0.95, "source": 0.95, "when": 0.5, "how_many": 0.6, "how_much": 0.6, "why": 0.7},
    "link": {"who": 0.7, "by_whom": 0.7, "which_study": 0.8, "source": 0.8, "when": 0.3, "how_many": 0.4, "how_much": 0.4, "why": 0.5},
    "bare link": {"who": 0.4, "by_whom": 0.4, "which_study": 0.4, "source": 0.4, "when": 0.1, "how_many": 0.2, "how_much": 0.2, "why": 0.3},
    "empty link": {},
    "named person": {"who": 0.95, "by_whom": 0.95, "which_study": 0.6, "source": 0.7, "why": 0.5, "why_anonymous": 0.95},
    "named organisation": {"who": 0.85, "by_whom": 0.85, "which_study": 0.8, "source": 0.8, "why": 0.5, "why_anonymous": 0.8},
    "named report": {"who": 0.85, "by_whom": 0.85, "which_study": 0.95, "source": 0.9, "how_many": 0.5, "why": 0.5},
    "class at an organisation": {"who": 0.6, "by_whom": 0.6, "which_study": 0.2, "source": 0.3, "why": 0.2},
    "qualified anonymity": {"who": 0.8, "by_whom": 0.8, "why_anonymous": 0.8},
    "partly qualified anonymity": {"who": 0.55, "by_whom": 0.55, "why_anonymous": 0.45},
    "enumeration": {"who": 0.9, "by_whom": 0.9, "how_many": 0.6, "which": 0.9},
    "count with a base": {"who": 0.3, "by_whom": 0.3, "which_study": 0.3, "source": 0.3, "how_many": 0.9, "how_much": 0.9},
    "share": {"how_many": 0.55, "how_much": 0.7},
    "date": {"which_study": 0.1, "when": 0.95},
    "version": {"when": 0.7},
    "year": {"when": 0.75},
    "day": {"when": 0.7},
    "from one figure to another": {"how_many": 0.7, "how_much": 0.95, "precision": 0.5},
    "ratio": {"how_many": 0.4, "how_much": 0.7},
    "rate": {"how_many": 0.85, "how_much": 0.6, "when": 0.5},
    "interval": {"how_much": 0.8, "precision": 0.9, "source": 0.2},
    "number with a unit": {"how_many": 0.5, "how_much": 0.7, "precision": 0.7},
    "quotation of a named speaker": {"who": 0.9, "by_whom": 0.9, "which_study": 0.3, "source": 0.6, "why": 0.2},
    "table or figure": {"who": 0.2, "by_whom": 0.2, "which_study": 0.5, "source": 0.5, "when": 0.2, "how_many": 0.8, "how_much": 0.8, "why": 0.5},
    "own method": {"who": 0.8, "by_whom": 0.8, "which_study": 0.8, "source": 0.8, "when": 0.3, "how_many": 0.6, "how_much": 0.6, "why": 0.5},
    "reference list": {"who": 0.1, "by_whom": 0.1, "which_study": 0.15, "source": 0.15},
}  # fmt: skip


class Support(NamedTuple):
    """Something found that may support a claim; flat span, and the number of its sentence."""

    kind: str
    start: int
    end: int
    sentence: int
