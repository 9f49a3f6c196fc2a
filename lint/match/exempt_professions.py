"""Caution that a profession requires of its writers, under its profile. See ``exempt``.

A word of likelihood on a declared scale, a requirement keyword, "alleged" before a verdict, a side effect and a
limitation of one's own study are hedged on purpose: the same words elsewhere are a writer's way out.
"""

from __future__ import annotations

from collections.abc import Callable
from re import Pattern

from lint.match.exempt_hedges import sentence_span
from lint.model.context import Context, Match
from lint.model.pattern import pattern

# The words of ICD 203, the PHIA yardstick, the IPCC's likelihood and NATO's bands.
_ON_A_SCALE = pattern(
    r"\b(?:almost no chance|remote chance|realistic possibility|roughly even (?:chance|odds)|even chance"
    r"|about as likely as not|more likely than not|(?:exceptionally|extremely|very|highly)? ?(?:un)?likely"
    r"|(?:highly )?(?:im)?probabl[ey]|(?:almost|nearly|virtually) certain(?:ly)?)\b"
)
_CONFIDENCE = pattern(r"\bconfiden(?:ce|t)\b")
_SCALE = pattern(
    r"\b(?:icd[ -]?203|phia|ipcc|yardstick|ajp-2\.1|words of estimative probability|likelihood scale"
    r"|scale of likelihood|probability scale|calibrated language)\b"
)
_CALIBRATED = frozenset(("risk", "science"))

_KEYWORD = pattern(r"\b(?:MUST|REQUIRED|SHALL|SHOULD|RECOMMENDED|MAY|OPTIONAL)\b")
_KEYWORDS_CITED = pattern(r"\b(?:rfc ?2119|rfc ?8174|bcp ?14)\b")
_ONLY_CAPITALS = pattern(r"\brfc ?8174\b")

_ACCUSED = pattern(
    r"\b(?:alleged(?:ly)?|alleges?|allegations?|accused|accusations?|accuses?|suspected|suspects?|charged|purported(?:ly)?"
    r"|reported(?:ly)?)\b"
)
_PROCEEDINGS = pattern(
    r"\b(?:police|prosecut\w+|court|tribunal|charged|charges|arrest\w*|indict\w*|trial|lawsuit|complaint|plaintiff|defendant"
    r"|claimant|respondent|detectives?|investigat(?:ors?|ion)|sued|suing|hearing|accused|suspect(?:s|ed)?)\b"
)
_VERDICT = pattern(
    r"\b(?:was|were|been|being|found) (?:convicted|guilty|sentenced)\b|\bpleaded guilty\b|\bpled guilty\b|\bverdict of guilty\b"
)
_BEFORE_A_VERDICT = frozenset(("news", "legal"))

_SIDE_EFFECT = pattern(
    r"\bside[- ]effects?\b|\b(?:adverse|undesirable) (?:effects?|events?|reactions?)\b|\ballergic\b|\boverdose\b"
    r"|\b(?:may|can|could|might) (?:also )?(?:cause|lead to|make you|feel|get|have|occur|affect|experience|become|develop)\b"
    r"|\b(?:ask|tell|see|call|consult|talk to) (?:a|your|the) (?:doctor|pharmacist|nurse|physician)\b|\bin rare cases\b"
    r"|\bup to 1 in \d|\bdos(?:e|es|age)\b"
)

_LIMITS = pattern(
    r"\blimitations?\b|\bthreats? to validity\b|\bcaveats?\b|\bweaknesses\b|\bfuture (?:work|research)\b|\buncertaint(?:y|ies)\b"
)
_OWN_LIMITS = pattern(
    r"\b(?:limitations? of (?:this|our|the present)|(?:this|our|the present) (?:study|trial|analysis|work|sample|data|review)"
    r" (?:is|was|are|were|has|have|had) (?:\w+ )?(?:limited|limitations?|limits)|limited by|cannot (?:rule out|exclude)"
    r"|could not (?:rule out|exclude)|we did not (?:measure|control|adjust|test))\b"
)


def _in_document(context: Context, key: str, sign: Pattern[str]) -> bool:
    """Say whether a sign stands anywhere in the text; looked for once."""
    found: bool | None = context.kept.get(key)
    if found is None:
        found = context.kept[key] = sign.search(context.flat.low) is not None
    return found


def calibrated(context: Context, match: Match) -> float:
    """A word of likelihood on a declared scale: the profile's, or one that the text names."""
    low = context.flat.low
    said = low[match.start : match.end]
    if not _ON_A_SCALE.search(said) or _CONFIDENCE.search(said):
        return 1.0  # a likelihood and a confidence in one breath are what the scales forbid
    declared = context.profile in _CALIBRATED or _in_document(context, "scale", _SCALE)
    return 0.0 if declared else 1.0


def requirement(context: Context, match: Match) -> float:
    """``MAY`` and ``SHOULD`` as RFC 2119 defines them: in capitals, in documentation or a text that cites it."""
    flat = context.flat
    cited = _in_document(context, "keywords", _KEYWORDS_CITED)
    if context.profile != "docs" and not cited:
        return 1.0
    if _KEYWORD.search(flat.text, match.start, match.end):
        start, end = sentence_span(context, match)
        return 1.0 if flat.text[start:end].isupper() else 0.0
    # RFC 2119 alone defines the words in any case; RFC 8174 restricts them to capitals.
    small = cited and not _in_document(context, "capitals", _ONLY_CAPITALS)
    return 0.3 if small and " may " in f" {flat.low[match.start : match.end]} " else 1.0


def presumed_innocent(context: Context, match: Match) -> float:
    """``Alleged`` and ``accused`` before a verdict, where police, a court or an accuser is spoken of."""
    if context.profile not in _BEFORE_A_VERDICT:
        return 1.0
    if not _ACCUSED.search(context.flat.low, match.start, match.end):
        return 1.0
    first, past = context.flat.blocks[context.flat.block_of(match.start)]
    if context.profile == "news" and not _PROCEEDINGS.search(context.flat.low, first, past):
        return 1.0
    return 1.0 if _in_document(context, "verdict", _VERDICT) else 0.0


def side_effect(context: Context, match: Match) -> float:
    """What a medicine may do, in a leaflet: the bare possibility is what has to be told."""
    if context.profile != "medical":
        return 1.0
    start, end = sentence_span(context, match)
    return 0.2 if _SIDE_EFFECT.search(context.flat.low, start, end) else 1.0


def limitation(context: Context, match: Match) -> float:
    """The limits of one's own study: under a heading that says so, or in a sentence that does."""
    if context.profile != "science":
        return 1.0
    start, end = sentence_span(context, match)
    if _OWN_LIMITS.search(context.flat.low, start, end):
        return 0.0
    return 0.0 if context.flat.block_of(match.start) in _limiting_blocks(context) else 1.0


def _limiting_blocks(context: Context) -> frozenset[int]:
    """Return the numbers of the blocks under a heading about limitations; found once."""
    found: frozenset[int] | None = context.kept.get("limiting")
    if found is None:
        flat, under, numbers = context.flat, 0, set()
        for number, block in enumerate(flat.document.blocks):
            if block.kind == "heading":
                level = block.level or 6
                if _LIMITS.search(flat.low, *flat.blocks[number]):
                    under = level
                elif level <= under:
                    under = 0
            elif under:
                numbers.add(number)
        found = context.kept["limiting"] = frozenset(numbers)
    return found


EXEMPTIONS: dict[str, Callable[[Context, Match], float]] = {
    "calibrated": calibrated,
    "requirement": requirement,
    "presumed-innocent": presumed_innocent,
    "side-effect": side_effect,
    "limitation": limitation,
}
