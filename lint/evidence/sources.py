"""Named people and bodies in the source slot: who speaks, not what is spoken of.

A name counts only as the subject of a reporting verb, after it in a tail (``, said Mei Tan``), after
``according to``, or as the possessor of a report. A name anywhere else is topic.
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.evidence.places import places
from lint.evidence.support import Support
from lint.model.context import Context
from lint.model.pattern import pattern

_CAP = r"[A-ZÀ-Þ](?:[\w'-]*[\w]|\.(?:[A-Z]\.)*)?"
_NAME = rf"{_CAP}(?:(?: | (?:of|for|the|de|da|van|von|der|bin|al|el|du|la|&|and the) (?:the )?){_CAP})*"
_ENDS_IN_NAME = pattern(rf"(?:^|[\s(\"\x93\x91\x97\x96-])({_NAME})('s(?: [a-z][a-z-]*)+)?,?$")
_APPOSITION = pattern(rf"(?:^|[\s(\"\x93])({_NAME}),? (?:[^,;:]|,(?= [A-Z])){{2,90}},$")
_AFTER = pattern(rf"(?: (?:the|a|an|our|its|former|[a-z-]+)){{0,5}},? ({_NAME})")
_ACCORDING = pattern(
    rf" (?:to )?(?:(?:the|a|an|its|their|his|her|data from|figures from|minutes seen by|[a-z'-]+) ){{0,5}}({_NAME})"
)
# Ito's (incident) study · study by the Ito group · a Polltrack poll
_POSSESSOR = pattern(rf"({_NAME})'s? (?:[\w-]+ ){{0,3}}$|({_NAME}) (?:[a-z-]+ )?$")
_PUBLISHER = pattern(
    rf" (?:published |released |conducted )?(?:by|from|in|of) (?:the )?(?:journal )?({_NAME})"
)
_PUBLISHED = (" by ", " from ", " in ", " of ", " published ", " released ", " conducted ")
_HELPING = frozenset("has have had also later then once recently himself herself repeatedly".split())
_AUXILIARY = pattern(
    r"(?: (?:has|have|had|also|later|then|once|recently|himself|herself|repeatedly|[a-z]+ly))+$"
)
# Words that begin a sentence with a capital and are nobody's name.
NOBODY = frozenset(
    "the a an this that these those some many most several few all both other others it he she they we"
    " i you one who if when while as but and so or for in on at by with from to of after before since"
    " because although though however therefore thus then there here what which where why how no not"
    " even also yet still now such each every any another more less first second finally according his"
    " her its their our my your do does did is are was were people everyone nobody critics experts".split()
)
_INDEFINITE = frozenset("some many most several few other various numerous countless certain more".split())
_AUXILIARIES = 20
"""Characters that "has repeatedly" and the like may take up between a one-word name and its verb."""
_REACH = 140
"""Characters before a verb in which its subject is looked for."""
CALENDAR = frozenset(
    "january february march april may june july august september october november december monday"
    " tuesday wednesday thursday friday saturday sunday".split()
)
_ORGANISATION = pattern(
    r"\b(?:Inc|Ltd|Corp|University|Institute|Council|Committee|Ministry|Department|Agency|Office|Bank|Group|Association"
    r"|Society|Union|Party|Court|Commission|Board|Centre|Center|Foundation|Times|Post|Herald|Courier|Journal|Review|News"
    r"|Guild|Service|Bureau|Authority|Federation|Trust|Reuters|AP|BBC|UN|EU|NATO|House|Government|Police|Company)\b"
)


def _is_name(context: Context, name: str, start: int) -> bool:
    """Say whether a capitalised phrase names somebody, given where it starts."""
    words = name.split(" ")
    first = words[0].lower().rstrip(".")
    if first in CALENDAR or (len(words) == 1 and first in NOBODY):
        return False
    flat = context.flat
    if words[-1].endswith("s") and _are_some(context, words, start):
        return False
    if flat.sentences[flat.sentence_of(start)].start < start:
        return True
    # A capital that only begins the sentence proves nothing: look for the class lexicons and for plurals.
    mask = context.bits("agent.*", "evidence.*", "opinion.*")
    if len(words) == 1 and context.hits.at(start, mask) >= start + len(words[0]):
        return False
    if len(words) == 1 and first in context.ruleset.words["determiner.*"]:
        return False
    if first in NOBODY:
        return len(words) > 2 or (len(words) == 2 and words[1].lower() not in NOBODY)
    if len(words) == 1 and first.endswith("s") and not first.endswith(("ss", "us", "is")):
        return f" {name}" in flat.text[:start].replace(". ", ".") or flat.text.count(f" {name} ") > 1
    return True


def _are_some(context: Context, words: list[str], start: int) -> bool:
    """Say whether a capitalised plural is a kind of people: ``Americans``, ``many Democrats``, ``Several Nordics``."""
    if len(words) == 2 and words[0].lower() in _INDEFINITE:
        return True
    if len(words) > 1:
        return False
    if context.hits.at(start, context.bits("metonym.group.pl", "agent.person.pl")) == start + len(words[0]):
        return True
    low = context.flat.low
    return low[low.rfind(" ", 0, start - 1) + 1 : start - 1] in _INDEFINITE


def _is_a_class(context: Context, at: int) -> bool:
    """Say whether a noun in the plural for people who go without names stands at a flat offset."""
    past = context.hits.at(at, context.bits("agent.*"))
    return past > at and context.flat.low[past - 1] == "s"


def _qualifies_a_class(context: Context, at: int) -> bool:
    """Say whether a name that ends at ``at`` only says whose officials they are (``according to Norland army officials``)."""
    low = context.flat.low
    for _ in range(3):
        if low[at] != " " or not low[at + 1].isalpha():
            return False
        if _is_a_class(context, at + 1):
            return True
        at = low.find(" ", at + 1)
        if at < 0:
            return False
    return False


def _kind(name: str) -> str:
    if _ORGANISATION.search(name) or (name.isupper() and len(name) > 1) or " of " in name:
        return "named organisation"
    return "named person"


def _subject(context: Context, start: int, sentence_start: int) -> Support | None:
    """Return the named subject of the verb at ``start``, if it has one."""
    sentence_start = max(sentence_start, start - 3 * _REACH)
    text = context.flat.text
    low = context.flat.low
    if text[sentence_start + 1 : start] == low[sentence_start + 1 : start] and text.find(
        " ", sentence_start
    ) < (start - _AUXILIARIES):
        return None
    before = text[sentence_start : start - 1]
    last = before[before.rfind(" ") + 1 :]
    if last in _HELPING or last.endswith("ly"):
        before = _AUXILIARY.sub("", before)
        last = before[before.rfind(" ") + 1 :]
    shapes = []
    # A name is the last thing before its verb, unless it owns something. Without a capital there is none.
    if last != last.lower() or "'s " in before[-_REACH:]:
        shapes.append(_ENDS_IN_NAME)
    if last.endswith(","):
        shapes.append(_APPOSITION)
    for shape in shapes:
        # The name that speaks stands close before the verb; looking from farther back costs its square.
        found = shape.search(before, max(len(before) - _REACH, 0))
        if found and found.group(1).endswith("'s") and found.end(1) == len(before):
            continue  # "Norland's claims": the verb is a noun, and the name its owner
        if found and found.lastindex == 2 and _is_a_class(context, start - 1 - len(last)):
            continue  # "Mei Tan's aides said": whose they are, not who they are
        if found and _is_name(context, found.group(1), sentence_start + found.start(1)):
            at = sentence_start + found.start(1)
            return Support(_kind(found.group(1)), at, at + len(found.group(1)), context.flat.sentence_of(at))
    return None


def _inverted(context: Context, start: int, end: int, sentence_end: int) -> Support | None:
    """Return the named speaker after a verb in a tail: ``, said Mei Tan``."""
    text = context.flat.text
    if text[start - 2] not in ",\"\x94?!'\x97\x96":
        return None
    found = _AFTER.match(text, end, sentence_end)
    if not found or found.group(1).split(" ")[0].lower() in NOBODY | CALENDAR:
        return None
    if _qualifies_a_class(context, found.end(1)):
        return None
    return Support(_kind(found.group(1)), found.start(1), found.end(1), context.flat.sentence_of(start))


def find_sources(context: Context, sentence: int) -> Iterator[Support]:
    """Yield the named sources of one sentence."""
    flat, where = context.flat, places(context)
    if sentence not in where.speaking:
        return
    start, end = flat.sentences[sentence]
    if sentence in where.verbs:
        verbs = where.speaks
        for at in where.verbs[sentence]:
            past = context.hits.at(at, verbs)
            if found := _subject(context, at, start) or _inverted(context, at, past, end):
                yield found
    text = flat.text
    for at in where.according.get(sentence, ()):
        found_name = _ACCORDING.match(text, at + 9, end)
        if found_name is None or _qualifies_a_class(context, found_name.end(1)):
            continue
        if found_name.group(1).split(" ")[0].lower() not in NOBODY | CALENDAR:
            name = found_name.group(1)
            yield Support(_kind(name), found_name.start(1), found_name.end(1), sentence)
    for at in where.reports.get(sentence, ()):
        yield from _named_report(context, at, start, end)


def _named_report(context: Context, at: int, start: int, end: int) -> Iterator[Support]:
    """Yield the named owner or publisher of the report whose noun stands at ``at``."""
    text = context.flat.text
    past = max(e for e, _ in context.hits.starting[at])
    low = context.flat.low
    before = max(start, at - 70)
    found = None
    if low.find("'s ", before, at) >= 0 or text[low.rfind(" ", 0, at - 1) + 1].isupper():
        found = _POSSESSOR.search(text, before, at)
    if not found and low.startswith(_PUBLISHED, past):
        found = _PUBLISHER.match(text, past, end)
    if found:
        group = found.lastindex or 1
        name = found.group(group)
        if name.split(" ")[0].lower() not in NOBODY | CALENDAR and _is_name(
            context, name, found.start(group)
        ):
            yield Support(
                "named report", found.start(group), max(found.end(), past), context.flat.sentence_of(at)
            )


def find_own_method(context: Context, sentence: int) -> Iterator[Support]:
    """Yield signs that the writer is the source: ``we surveyed``, ``our data``, ``in our test``."""
    for at in places(context).own.get(sentence, ()):
        if found := _OWN.match(context.flat.low, at):
            yield Support("own method", found.start(), found.end(), sentence)


_OWN = pattern(
    r"(?:we|i) (?:surveyed|interviewed|measured|analy[sz]ed|counted|sampled|reviewed|tested|benchmarked|examined|compared"
    r"|collected|asked|found|observed|show|ran|recorded|polled)\b"
    r"|(?:our|the present) (?:own )?(?:[\w-]+ )?(?:study|survey|analysis|experiments?|data|results?|benchmarks?|review|tests?"
    r"|interviews|sample|trial|measurements|findings|research)\b"
)
