"""Keeping what is not English out: its words would be taken for English ones.

A paragraph is told by its function words, which no text of its length does without. That needs no model and no
download, and costs English texts a few searches.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from types import MappingProxyType

from lint.model.pattern import pattern
from lint.model.text import GLUE, HOLE, Block, Document
from lint.read.view import Edit, fill, spelled_out, standing

_WORDS = MappingProxyType(
    {
        "German": (
            "der die das und nicht ist ein eine einen mit für auf dem den von zu im des sich auch werden wird "
            "wie bei oder aus sind als noch nach über zum zur dass aber nur"
        ),
        "French": (
            "le la les des et est une un dans pour qui que pas sur avec au par plus ce du en il elle sont "
            "cette nous vous aux mais ou ne se ses été leur d l qu"
        ),
        "Spanish": (
            "el la los las de y en que un una por con para del se es no su al lo como más pero sus le ya o "
            "este sí porque esta entre cuando muy sin sobre también"
        ),
        "Portuguese": (
            "o a os as de e em que um uma por com para do da não se na no é dos das mais ao como mas sua ou "
            "quando muito nos já também pelo pela"
        ),
        "Italian": (
            "il lo la i gli le di e che in un una per con non del della è sono si da al dei nel alla più come "
            "anche ma dal delle degli questo"
        ),
        "Dutch": (
            "de het een en van ik te dat die in niet zijn is op aan met voor er als maar om hem dan zou of "
            "wat mijn bij ook naar heeft worden wordt door over"
        ),
        "Swedish": (
            "och att det i en som är på av för med till den inte om ett har de jag men var sig så vi från "
            "eller nu kan hade under också"
        ),
        "Danish or Norwegian": (
            "og at det i en som er på af av for med til den ikke om et har de jeg men var sig seg så vi fra "
            "eller kan hadde havde også efter etter"
        ),
        "Polish": (
            "i w na z do się nie to że jest o jak po co za od przez przy dla był ale tylko może oraz jego jej "
            "są być które który która lub"
        ),
        "Czech or Slovak": (
            "a v na se je že to s z do si o jako ale za by pro po jsou byl jeho nebo od již které který která "
            "při aby sa som ako nie alebo"
        ),
        "Turkish": "bir ve bu da de için ile olarak çok daha gibi o ne kadar olan ise değil sonra ancak her mi var",
        "Finnish": "ja on ei se että oli joka kun mutta niin myös hän ovat mitä tai jos kuin sen ole vain siitä",
        "Hungarian": "a az és hogy nem is egy ez ki meg csak de van már mint vagy ha volt azt azonban",
        "Romanian": "și de la în cu pe nu o un că din este care se mai pentru prin sau fost sunt ca după",
    }
)
_LANGUAGES = MappingProxyType({name: frozenset(words.split()) for name, words in _WORDS.items()})
_ENGLISH = frozenset(
    """
    the of and to in is that for it as was with be by on not he his but at are this have from or had an they which one you
    were all her she there would their we him been has when who will no more if out so can said what its about into than
    them only other some could these may then do any my now such like our over me even most a i
    """.split()
)
_EVERYWHERE = (" the ", " of ", " and ", " to ", " with ")
"""English words of which a paragraph that has one needs no further look."""
_KNOWN = frozenset().union(*_LANGUAGES.values())
_FOREIGN = _KNOWN - _ENGLISH
_LONG = 40
"""Characters of a block from which on it is looked at."""
_WORD = pattern(r"[^\W\d_]+")
_OTHER_LETTER = pattern(r"[\u0370-\u1cff\u1f00-\u1fff\u2c00-\u2c5f\u2d00-\ud7ff\uf900-\ufaff\uff66-\uffdc]")
_ASCII = bytes(range(128))
_LEAST = 8
"""Words of a paragraph from which on its language can be told; a shorter one goes with those around it."""
_SHARE = 0.15
_REACH = 6
"""Most short blocks in a row that go with the paragraphs around them."""
_SCRIPTED = 4
_TOLD = pattern(r"^:?(?:lang|language|locale)\s*[:=]\s*[\"']?([A-Za-z]{2,3})\b", 0)
_TOLD_IN_ORG = pattern(r"^#\+LANGUAGE:[ \t]*([A-Za-z]{2,3})(?![A-Za-z])", 10)
_TOLD_IN_TYPST = pattern(r"#set\s{1,9}text\([^()]{0,500}?\blang:\s{0,9}\"([A-Za-z]{2,3})\"")
_SCRIPT = "another script"


def keep_english(document: Document) -> Document:
    """Return the document without its blocks in other languages, and a note of what was left out."""
    told = _told(document)
    if told and told != "en":
        return _without(document, dict.fromkeys(range(len(document.blocks)), f"the language {told!r}"))
    prose = spelled_out(document.prose, document.spelled) if document.spelled else document.prose
    suspects = _suspects(prose, document.blocks, _SCRIPTED if _has_other_letters(document, prose) else _LONG)
    verdicts = {n: v for n in suspects if (v := _language(_own(prose, document.blocks, n)))}
    return _without(document, _joined(verdicts, document.blocks)) if verdicts else document


def _has_other_letters(document: Document, prose: str) -> bool:
    if not document.spelled:  # the text has no fillers to pass over
        text = document.text
        if text.isascii():
            return False
        wide = text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")
        if not _OTHER_LETTER.search(wide):
            return False
    return _OTHER_LETTER.search(prose) is not None


def _suspects(prose: str, blocks: tuple[Block, ...], least: int) -> list[int]:
    """Return the numbers of the blocks that have no English word that stands in nearly all paragraphs."""
    find = prose.find
    the, of, and_, to, with_ = _EVERYWHERE
    around = {
        n for n, ((_, (_, end), _, _), (_, (start, _), _, _)) in enumerate(pairwise(blocks)) if start < end
    }
    return [
        number
        for number, (_, (start, end), _, _) in enumerate(blocks)
        if number in around
        or (
            end - start >= least
            and find(the, start, end) < 0
            and find(of, start, end) < 0
            and find(and_, start, end) < 0
            and find(to, start, end) < 0
            and find(with_, start, end) < 0
        )
    ]


def _told(document: Document) -> str:
    """Return the language that the metadata before the first block names, or ``""``."""
    if document.format == "org":
        named = _TOLD_IN_ORG.search(document.text) if "#+" in document.text else None
        return named[1].lower() if named else ""
    if document.format == "typst":
        named = _TOLD_IN_TYPST.search(document.text) if "lang:" in document.text else None
        return named[1].lower() if named else ""
    entries = document.format == "asciidoc" and ":lang:" in document.text  # they stand below the title, too
    if not entries and not document.text.startswith(("---", "+++", "\ufeff")):
        return ""
    end = document.blocks[0].span.start if document.blocks and not entries else len(document.text)
    for line in document.text[: min(end, 4_000)].splitlines():
        if found := _TOLD.match(line):
            return found[1].lower()
    return ""


def _joined(verdicts: dict[int, str], blocks: tuple[Block, ...]) -> dict[int, str]:
    """Return the verdicts with those on short blocks between two blocks of other languages."""
    found = dict(verdicts)
    for number in verdicts:
        after = number + 1
        while (
            after < len(blocks)
            and after - number < _REACH
            and blocks[after].span.end - blocks[after].span.start < _LONG
        ):
            after += 1
        if after in verdicts or after == len(blocks):
            found |= dict.fromkeys(range(number + 1, after), verdicts[number])
    first = min(verdicts)
    if all(blocks[n].span.end - blocks[n].span.start < _LONG for n in range(first)) and first < _REACH:
        found |= dict.fromkeys(range(first), verdicts[first])
    return found


def _own(prose: str, blocks: tuple[Block, ...], number: int) -> str:
    """Return what a block shows without the notes that are written in it."""
    start, end = blocks[number].span
    pieces: list[str] = []
    inner = number + 1
    while inner < len(blocks) and blocks[inner].span.start < end:
        first, past = blocks[inner].span
        if first >= start:
            pieces.append(prose[start:first])
            start = past
        inner += 1
    pieces.append(prose[start:end])
    return "".join(pieces).replace(GLUE, "").lower()


def _language(text: str) -> str:
    """Return the language of a paragraph in small letters, or ``""`` where it is English or too short to tell."""
    if not text.isascii():
        letters = sum(map(str.isalpha, text))
        if letters and len(_OTHER_LETTER.findall(text)) * 2 > letters:
            return _SCRIPT
    if _FOREIGN.isdisjoint(text.split()):
        return ""
    found = _WORD.findall(text.replace(HOLE, " "))
    total = len(found)
    if total < _LEAST:
        return ""
    english = sum(map(_ENGLISH.__contains__, found))
    if sum(map(_KNOWN.__contains__, found)) < max(_SHARE * total, 2 * english + 1):
        return ""  # no language has more of them
    words = Counter(found)
    count, name = max(
        (sum(words[w] for w in known if w in words), name) for name, known in _LANGUAGES.items()
    )
    distinct = sum(len(word) > 1 and word in words for word in _LANGUAGES[name])
    return name if count >= _SHARE * total and count > 2 * english and distinct > 1 else ""


def _without(document: Document, found: dict[int, str]) -> Document:
    blocks = document.blocks
    edits: list[Edit] = []
    past = 0  # where the blocks before that are kept end
    for number, (_, (start, end), _, _) in enumerate(blocks):
        if number not in found:
            past = max(past, end)
            continue
        filler = GLUE if start < past else HOLE  # a note leaves no gap in the sentence that it is written in
        inner = number + 1
        while inner < len(blocks) and (first := blocks[inner].span.start) < end:
            if inner not in found and len(_WORD.findall(_own(document.prose, blocks, inner))) < _LEAST:
                found[inner] = found[number]  # one too short to tell goes with the sentence
            if inner not in found and first >= start:
                edits.append((start, first, filler))
                start = blocks[inner].span.end
            inner += 1
        edits.append((start, end, filler))
    prose = fill(document.prose, edits)
    names = sorted(set(found.values()))
    many = (
        f"{len(found)} of {len(blocks)} paragraphs are"
        if len(found) > 1
        else f"1 of {len(blocks)} paragraphs is"
    )
    return document._replace(
        prose=prose,
        blocks=tuple(block for number, block in enumerate(blocks) if number not in found),
        spelled=standing(prose, document.spelled),
        note=f"{document.note}; " * bool(document.note)
        + f"{many} not in English ({', '.join(names)}) and not checked",
    )
