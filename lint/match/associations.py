"""What to write for a cause where only an association was seen."""

from __future__ import annotations

from lint.match.phrase import replacement_fix
from lint.model.context import Context, Match
from lint.model.pattern import pattern

# The verb that makes it a cause, with its object where the sense turns on it.
_CAUSES = pattern(
    r"\b(?:cause|lead to|result in|trigger)(s|d|ed)?\b|\b(?:led to|caused|resulted in|triggered)\b|\b(?:leads to|results in)\b"
)
_LOWERS = pattern(
    r"\b(?:cut|cuts|lower|lowers|lowered|reduce|reduces|reduced|slash|slashes|slashed) (?:the|their|your)(?= (?:risks?|odds|chances?))"
)
_RAISES = pattern(
    r"\b(?:raise|raises|raised|increase|increases|increased|boost|boosts|boosted) (?:the|their|your)(?= (?:risks?|odds|chances?))"
)
_SINGULAR = pattern(r"^(?:\w+[^s]s|\w+ss|\w*s (?:to|in))(?: |$)")


def offer_association(context: Context, match: Match) -> Match:
    """Offer ``is associated with`` for the verb; the finding itself stays as it is."""
    low = context.flat.low
    for shape, told in ((_CAUSES, ""), (_LOWERS, " a lower"), (_RAISES, " a higher")):
        if found := shape.search(low, match.start, match.end):
            verb = found.group().split(" the")[0]
            be = (
                "was"
                if verb.endswith("ed") or verb.startswith("led")
                else "is"
                if _SINGULAR.match(verb)
                else "are"
            )
            text = f"{be} associated with{told}"
            fix = replacement_fix(context, found.start(), found.end(), text)
            return match._replace(agent=(0, 0), fix=fix)
    return match._replace(agent=(0, 0))
