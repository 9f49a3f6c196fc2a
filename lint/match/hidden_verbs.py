"""Light verbs with their forms, and the verb that each noun of an action hides."""

from __future__ import annotations

_LIGHT_FORMS = """
make makes made made making
take takes took taken taking
reach reaches reached reached reaching
conduct conducts conducted conducted conducting
perform performs performed performed performing
undertake undertakes undertook undertaken undertaking
carry_out carries_out carried_out carried_out carrying_out
provide provides provided provided providing
give gives gave given giving
offer offers offered offered offering
"""
FORMS = {
    form.replace("_", " "): (line.split()[0].replace("_", " "), number)
    for line in _LIGHT_FORMS.split("\n")
    for number, form in reversed(list(enumerate(line.split())))
}
"""Form → (lemma, number of the form: 0 base, 1 ``-s``, 2 past, 3 participle, 4 ``-ing``)."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_DONE = _words("assess analyse review investigate examine evaluate inspect compare calculate verify")
_TOLD = _words("explain describe suggest recommend indicate assess analyse")
LIGHT = {
    "make": _words("""
        decide assess announce recommend propose suggest compare distinguish contribute improve adjust commit
        assume calculate evaluate determine modify reduce
    """),
    "take": _words("decide"),
    "reach": _words("decide conclude agree"),
    "conduct": _DONE,
    "perform": _DONE,
    "undertake": _DONE,
    "carry out": _DONE,
    "provide": _TOLD,
    "give": _words("consider explain indicate recommend describe"),
    "offer": _TOLD,
}
"""Which hidden verbs each light verb carries without adding a meaning of its own."""

VERBS = {
    "decision": "decide",
    "assessment": "assess",
    "analysis": "analyse",
    "review": "review",
    "investigation": "investigate",
    "examination": "examine",
    "evaluation": "evaluate",
    "inspection": "inspect",
    "verification": "verify",
    "announcement": "announce",
    "recommendation": "recommend",
    "proposal": "propose",
    "suggestion": "suggest",
    "comparison": "compare",
    "distinction": "distinguish",
    "contribution": "contribute",
    "improvement": "improve",
    "adjustment": "adjust",
    "modification": "modify",
    "commitment": "commit",
    "assumption": "assume",
    "calculation": "calculate",
    "determination": "determine",
    "reduction": "reduce",
    "conclusion": "conclude",
    "agreement": "agree",
    "explanation": "explain",
    "description": "describe",
    "indication": "indicate",
    "consideration": "consider",
}
_DOUBLED = {"commit": "committ"}


def inflected(verb: str, form: int) -> str:
    """Return a regular verb in a form: 0 base, 1 ``-s``, 2 past, 3 participle, 4 ``-ing``."""
    if form == 0:
        return verb
    if form == 1:
        if verb.endswith("y"):
            return verb[:-1] + "ies"
        return verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s")
    stem = _DOUBLED.get(verb, verb)
    if form == 4:
        return (stem[:-1] if stem.endswith("e") and not stem.endswith("ee") else stem) + "ing"
    if stem.endswith("y"):
        return stem[:-1] + "ied"
    return stem + ("d" if stem.endswith("e") else "ed")
