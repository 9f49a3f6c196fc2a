"""Links on a wiki's page: to its own pages, to files, to addresses."""

from __future__ import annotations

from lint.model.pattern import pattern
from lint.read.wiki_view import WikiView

_FILES = frozenset(("file", "image"))
_CATEGORY = "category"
_LANGUAGES = frozenset(
    """
    aa ab ace ady af ak als alt am ami an ang ann anp ar arc ary arz as ast atj av avk awa ay az azb ba ban bar bat-smg bbc bcl be
    be-tarask be-x-old bg bh bi bjn blk bm bn bo bpy br bs bug bxr ca cbk-zam cdo ce ceb ch cho chr chy ckb co cr crh cs csb cu cv cy da
    dag de dga din diq dsb dty dv dz ee el eml en eo es et eu ext fa fat ff fi fiu-vro fj fo fon fr frp frr fur fy ga gag gan gcr gd gl
    glk gn gom gor got gpe gu guc gur guw gv ha hak haw he hi hif ho hr hsb ht hu hy hyw hz ia id ie ig ii ik ilo inh io is it iu ja jam
    jbo jv ka kaa kab kbd kbp kcg kg ki kj kk kl km kn ko koi kr krc ks ksh ku kv kw ky la lad lb lbe lez lfn lg li lij lld lmo ln lo
    lrc lt ltg lv mad mai map-bms mdf mg mh mhr mi min mk ml mn mni mnw mr mrj ms mt mus mwl my myv mzn na nah nap nds nds-nl ne new ng
    nia nl nn no nov nqo nrm nso nv ny oc olo om or os pa pag pam pap pcd pcm pdc pfl pi pih pl pms pnb pnt ps pt pwn qu rm rmy rn ro
    roa-rup roa-tara ru rue rw sa sah sat sc scn sco sd se sg sh shi shn shy si simple sk skr sl sm smn sn so sq sr srn ss st stq su sv
    sw szl szy ta tay tcy te tet tg th ti tk tl tly tn to tpi tr trv ts tt tum tw ty tyv udm ug uk ur uz ve vec vep vi vls vo war wa wo
    wuu xal xh xmf yi yo za zea zh zh-classical zh-min-nan zh-yue zu
    """.split()
)
"""Prefixes of links to the same page in another language, which stand beside the page."""
_OPTION = pattern(
    r"\s*(?i:thumb(?:nail)?|frame(?:d|less)?|border|left|right|cent(?:er|re)|none|baseline|middle|sub|super|(?:text-)?top"
    r"|(?:text-)?bottom|\d*(?:x\d+)?\s*px|upright(?:[ =][\d.]*)?|(?:link|alt|page|lang|class|thumb|upright|thumbtime|start|end)\s*=[^|]*)\s*"
)
_FRAMED = pattern(r"\s*(?i:thumb(?:nail)?|framed?|(?:thumb|frame)\s*=[^|]*)\s*")
_FLOATS = pattern(r"\s*(?i:left|right|cent(?:er|re)|none)\s*")
_REST_OF_LINK = pattern(r"[^\[\]\n]{0,500}\]\]")
_ADDRESS = pattern(r"\[([^\]\[<>\"{}|\s]+)([ \t]*)")
_QUALIFIED = pattern(r"(?::?[\w -]{1,40}:)?([^(),]*?)(?:\s*\([^()]*\)|,.*)?")
_LONGEST_ACRONYM = 40
"""So far the end of a link that begins with capitals is looked for: the page it leads to explains them."""


def take_bracket(view: WikiView, sign: str, start: int, past: int) -> int:
    """Take what begins with a bracket."""
    if len(sign) < 3:
        return view.fill(start, past) if sign == "[[" else _external(view, start, past)
    piped = sign[-1] == "|"
    target = sign[2:-1] if piped else sign[2:-2]
    shown = start + 2
    if ":" in target:
        space = target.partition(":")[0].strip().lower()
        if space in _FILES:
            return _file(view, start, past)
        if space == _CATEGORY or space in _LANGUAGES:
            rest = _REST_OF_LINK.match(view.text, past, view.stop) if piped else None
            return view.fill(start, rest.end() if rest else past)
        if not space:
            shown += target.index(":") + 1
    if piped:
        if view.text.startswith("]]", past):
            found = _QUALIFIED.fullmatch(target)
            first, end = found.span(1) if found else (0, len(target))
            view.fill(start, start + 2 + first)
            view.put(start + 2 + first, start + 2 + end)
            return view.fill(start + 2 + end, past)
        if view.text[past : past + 2].isupper():
            end = view.text.find("]]", past, past + _LONGEST_ACRONYM)
            if end > 0:
                view.mark("gloss", past, end, target)
        return view.fill(start, past)
    view.fill(start, shown)
    view.put(shown, past - 2)
    if view.text[shown : shown + 2].isupper():
        view.mark("gloss", shown, past - 2, target)
    return view.fill(past - 2, past)


def _file(view: WikiView, start: int, past: int) -> int:
    end = view.pairs.past_link(start)
    if end < 0 or end > view.stop:
        return view.fill(start, past)
    view.mark("image", start, end)
    parts = view.pairs.parts(past, end - 2) if past < end else []
    text = view.text
    options = [text[first:last] for first, last in parts]
    captions = [part for part, option in zip(parts, options, strict=True) if not _OPTION.fullmatch(option)]
    if any(map(_FRAMED.fullmatch, options)):
        return view.apart(start, captions[-1] if captions else (end, end), end, view.home.kind)
    if view.first < 0 or any(map(_FLOATS.fullmatch, options)):
        return view.fill(start, end)
    return view.hole(start, end)


def _external(view: WikiView, start: int, past: int) -> int:
    found = _ADDRESS.match(view.text, start, view.stop)
    if not found:
        return view.put(start, past)
    if view.text.startswith("]", found.end()):
        view.mark("url", start, found.end() + 1, found[1])
        return view.fill(start, found.end() + 1)
    if found[2]:
        view.link = (found.end(), found[1])
        return view.fill(start, found.end())
    return view.put(start, past)


def take_closing(view: WikiView, sign: str, start: int, past: int) -> int:
    """Take the end of a link."""
    inner, target = view.link
    if sign == "]]":
        return view.fill(start, past)
    if inner < 0:
        return view.put(start, past)
    view.mark("link", inner, start, target)
    view.link = (-1, "")
    return view.fill(start, past)
