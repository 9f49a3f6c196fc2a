"""The check ``variant-forms``: two spellings of one thing in one text, of which the rarer is reported."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from lint.match.phrase import replacement_fix
from lint.model.context import Context, Match
from lint.model.finding import Related
from lint.model.noted import noted_apart
from lint.model.pattern import pattern
from lint.model.rule import Rule

_KINDS = frozenset(("paragraph", "item", "note"))
_MOST = 20
"""Places of one form that are reported in one text; the sixth and later are folded into one finding anyway."""
_PART = frozenset("-_/@$#&.\\\x1a")
"""Signs that make a form part of something else: an address, a path, a name in code."""
_ROAD = pattern(r" ?(?:\d|Route\b|Highway\b|Hwy\b|\$)")
"""Behind US: a road or a currency, which have their own spelling."""
_ALSO = pattern(
    r"\b(?:known as|called|formerly|spelled|spelt|renamed|named|instead of|rather than|than|or|not) \S?$"
)
# A capital right behind a dotted form may make a name of it (U.S. Steel), but mostly does not (U.S. Senate).
_NAME_BEHIND = pattern(
    r" (?:Steel|Bank|News|Open|Airways|Grant|Foods|Cellular|Robotics|Women|Figure|Masters|Amateur)\b"
)


def variant_forms(context: Context, rule: Rule) -> Iterator[Match]:
    """Find the minority form of each set of which a text uses two; of two equals the later loses."""
    for used in _by_set(context, rule).values():
        if len(used) < 2:
            continue
        order = sorted(used, key=lambda form: (-len(used[form]), used[form][0]))
        major = order[0]
        for form in order[1:]:
            yield from _minority(context, rule, form, used[form], major, used[major])


def _by_set(context: Context, rule: Rule) -> dict[int, dict[str, list[int]]]:
    """Return set number → form → its places, in the writer's own words."""
    flat = context.flat
    sets = rule.data.get("sets", ())
    numbers = [number for number, forms in enumerate(sets) for _ in forms]
    written: dict[int, frozenset[str]] = {}
    found: dict[int, dict[str, list[int]]] = {}
    for start, end, index in noted_apart(context, rule):
        number = numbers[index]
        if number not in written:
            written[number] = _written(sets[number])
        forms = written[number]
        form = flat.text[start:end]
        if form not in forms or _is_name(context, start, form, forms) or not _counts(context, start, end):
            continue
        found.setdefault(number, {}).setdefault(form, []).append(start)
    return found


def _written(forms: Collection[str]) -> frozenset[str]:
    """Return the forms of a set that count: a capital that only opens the sentence makes no other form."""
    return frozenset(forms) | {f[0].upper() + f[1:] for f in forms}


def _counts(context: Context, start: int, end: int) -> bool:
    """Say whether a form stands in running prose, as a word of its own."""
    flat = context.flat
    text = flat.text
    if flat.document.blocks[flat.block_of(start)].kind not in _KINDS:
        return False
    if text[start - 1] in _PART or (text[end] in _PART and text[end] not in "-." and not text[end].isspace()):
        return False
    if text[end] == "." and text[end + 1].isalnum():
        return False
    if _ALSO.search(flat.low, max(start - 24, 0), start):
        return False
    if flat.low.startswith("u", start) and _ROAD.match(text, end):
        return False
    return not (text[end - 1] == "." and _NAME_BEHIND.match(text, end))


def _is_name(context: Context, start: int, form: str, forms: frozenset[str]) -> bool:
    """Say whether a capital makes a form part of a name: Lenox Healthcare, but not Healthcare at the start."""
    if form in forms and form[0].lower() + form[1:] not in forms:
        return False
    flat = context.flat
    return form[0].isupper() and flat.sentences[flat.sentence_of(start)].start != start


def _minority(
    context: Context, rule: Rule, form: str, places: list[int], major: str, majority: list[int]
) -> Iterator[Match]:
    flat = context.flat
    if form.lower() == major.lower() and form[1:] == major[1:]:
        return  # the capital of a sentence's first word
    message = f"{form!r} here, {major!r} {_times(len(majority))} elsewhere"
    related = (Related(flat.source_span(majority[0], majority[0] + len(major)), f"{major!r} here"),)
    for start in places[:_MOST]:
        end = start + len(form)
        fix = replacement_fix(context, start, end, major)
        yield Match(rule, start, end, message=message, related=related, fix=fix)


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


CHECKS = {"variant-forms": variant_forms}
