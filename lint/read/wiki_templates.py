"""Templates on a wiki's page: what is known of those that many wikis share, and what their place says of the others."""

from __future__ import annotations

from lint.model.pattern import pattern
from lint.read import wiki_words as words
from lint.read.wiki_lines import begin_line
from lint.read.wiki_view import FLOW, WikiView

_NAME = pattern(
    r"\{\{\s*(?:(?i:template|subst|safesubst|msg):)?((?:[^|{}\[\]<>\n]|\n(?!\|)){0,120})(?:<!--)?"
)
_ALONE = pattern(r"[ \t\r]*(?:\n|\Z|\{\{|<!--|\[\[(?i:file|image|category):|\{\||__[A-Z])")
_ENDS_WORD = frozenset(".,;:!?)\"'”’»>}]")
_FUNCTIONS = frozenset(("lc", "uc", "lcfirst", "ucfirst", "formatnum", "nowrap"))
_PLAIN_NUMBER = pattern(r"\s*[\d.,]+\s*")
_UNIT = pattern(r"[A-Za-z°µ²³/%.]{1,20}")


def take_braces(view: WikiView, token: str, start: int, past: int) -> int:
    """Take what begins with two braces or more."""
    pair = view.pairs.braces.get(start)
    if pair is None or pair[1] > view.stop:
        return view.hole(start, past)
    first, end, width = pair
    if first > start:
        view.hole(start, first)
    if width == 3:
        return view.hole(first, end)
    found = _NAME.match(view.text, first, end - 2)
    name = " ".join(found[1].replace("_", " ").split()).lower() if found else ""
    return _template(view, name, first, end, found.end() if found else first + 2)


def _template(view: WikiView, name: str, start: int, end: int, after: int) -> int:
    if name in words.CITED:
        view.mark("citation", start, end, _argument_list(view, after, end))
        return view.fill(start, end)
    if name in words.GAPS:
        return _gap(view, words.GAPS[name], start, end)
    if words.CITING.fullmatch(name) or name in words.CITATIONS:
        view.mark("citation", start, end, name)
        return _opaque(view, start, end)
    if name in words.SIGNS:
        seen = words.SIGNS[name]
        return view.spell(start, end, seen) if seen else view.fill(start, end)
    reader = _READERS.get(name)
    if reader:
        return reader(view, name, start, end)
    kind, colon, rest = name.partition(":")
    if colon and kind in _FUNCTIONS and view.text[after - len(rest) : after].strip():
        at = view.text.index(":", start) + 1
        view.fill(start, at)
        view.within(at, end - 2)
        return view.fill(end - 2, end)
    if words.UNSEEN.fullmatch(name):
        return _unseen(view, start, end)
    return _opaque(view, start, end)


def _unseen(view: WikiView, start: int, end: int) -> int:
    if _is_alone(view, start, end):
        view.flush(start)
    return view.fill(start, end)


def _opaque(view: WikiView, start: int, end: int) -> int:
    """Take a template of which only its place is known: a block of its own, a remark, or a word."""
    if _is_alone(view, start, end):
        view.flush(start)
        view.fill(start, end)
        return begin_line(view, end) if view.text[end : end + 2] == "{|" else end
    before = view.text[start - 1 : start]
    if view.first >= 0 and before in _ENDS_WORD:
        return view.fill(start, end)
    return view.hole(start, end)


def _is_alone(view: WikiView, start: int, end: int) -> bool:
    """Say whether a template has its lines to itself, as an infobox does."""
    if view.tokens is not FLOW:
        return False
    line = view.text[max(start - 60, 0) : start].rpartition("\n")[2]
    if view.first >= 0 and line.strip():
        return False
    return "\n" in view.text[start:end] or bool(_ALONE.match(view.text, end, view.stop))


def _argument_list(view: WikiView, after: int, end: int) -> str:
    return " ".join(view.text[after : end - 2].replace("|", " ").split())[:200]


def _gap(view: WikiView, seen: str, start: int, end: int) -> int:
    """Show what is missing, as the page does."""
    return view.spell(start, end, seen if len(seen) <= end - start else words.SHORTER.get(seen, "[tk]"))


def _arguments(view: WikiView, start: int, end: int) -> dict[str, tuple[int, int]]:
    bar = view.text.find("|", start, end)
    return view.pairs.arguments(bar + 1, end - 2) if bar >= 0 else {}


def _chosen(
    view: WikiView, names: tuple[str, ...], start: int, end: int
) -> tuple[dict[str, tuple[int, int]], tuple[int, int]]:
    found = _arguments(view, start, end)
    return found, next((found[name] for name in names if name in found), (-1, -1))


def _show(view: WikiView, name: str, start: int, end: int) -> int:
    found, (first, past) = _chosen(view, words.SHOWN[name], start, end)
    if first < 0:
        return _opaque(view, start, end)
    view.fill(start, first)
    if name in words.EXPLAINED and "2" in found:
        view.mark("gloss", first, past, view.text[slice(*found["2"])])
    if name in ("plainlist", "flatlist"):
        view.read(first, past)
    else:
        view.within(first, past)
    return view.fill(past, end)


def _span(view: WikiView, name: str, start: int, end: int) -> int:
    _, (first, past) = _chosen(view, ("1", "text"), start, end)
    if first < 0:
        return _gap(view, words.SPANS[name], start, end)
    view.fill(start, first)
    view.within(first, past)
    return view.spell(past, end, words.SPANS[name])


def _note(view: WikiView, name: str, start: int, end: int) -> int:
    found, inner = _chosen(view, ("1", "text", "content"), start, end)
    label = view.text[slice(*found["name"])].strip("\"'") if "name" in found else ""
    if not view.listing:
        view.mark("note-ref", start, inner[0] if inner[0] >= 0 else end, label)
    if inner[0] < 0:
        return view.fill(start, end)
    view.mark("note", *inner, label)
    return view.apart(start, inner, end, "note")


def _quote(view: WikiView, name: str, start: int, end: int) -> int:
    _, inner = _chosen(view, words.QUOTES[name], start, end)
    return view.quotation(start, [inner] if inner[0] >= 0 else [], end)


def _list_of_notes(view: WikiView, name: str, start: int, end: int) -> int:
    """Take the list of a page's notes, which may hold their texts."""
    view.flush(start)
    inner = _arguments(view, start, end).get("refs")
    if not inner:
        return view.fill(start, end)
    listing, view.listing = view.listing, True
    view.apart(start, inner, end, "note")
    view.listing = listing
    return end


def _led(view: WikiView, name: str, start: int, end: int) -> int:
    found, (first, past) = _chosen(view, ("1",), start, end)
    lead = words.LED[name]
    if first < 0 or len(lead) > first - start or past > view.stop:
        return view.hole(start, end)
    if name in ("as of", "asof") and "lc" in found:
        lead = lead.lower()
    view.spell(start, first, lead)
    view.within(first, past)
    return view.fill(past, end)


def _converted(view: WikiView, name: str, start: int, end: int) -> int:
    """Show a quantity as it was given, with its unit; the other one is not known."""
    found, (first, past) = _chosen(view, ("1",), start, end)
    if first < 0 or not view.text[first:past].strip():
        return view.hole(start, end)
    view.fill(start, first)
    view.within(first, past)
    unit = found.get("2", (-1, -1))
    word = view.text[slice(*unit)]
    if word in words.RANGES or not _UNIT.fullmatch(word):
        return view.hole(past, end)
    view.spell(past, past + 1, " ")
    view.fill(past + 1, unit[0])
    view.put(*unit)
    return view.fill(unit[1], end)


_READERS = {
    **dict.fromkeys(words.SHOWN, _show),
    **dict.fromkeys(words.SPANS, _span),
    **dict.fromkeys(words.NOTES, _note),
    **dict.fromkeys(words.QUOTES, _quote),
    **dict.fromkeys(words.LED, _led),
    **dict.fromkeys(words.CONVERTED, _converted),
    **dict.fromkeys(("reflist", "notelist", "refs", "notes", "references"), _list_of_notes),
}
