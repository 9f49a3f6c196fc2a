"""Innocent contexts of causes, links, proofs, talk, labels and soft words: what is answered beside them, or not said at all.

Found by judging real prose. See ``exempt``.
"""

from __future__ import annotations

from collections.abc import Callable

from lint.match.exempt_hedges import sentence_span
from lint.model.context import Context, Match
from lint.model.pattern import pattern

_REACH = 70
_UNSURE = pattern(r"\b(?:may|might|could|will|would)\b")
_DISASTER = pattern(
    r"\b(?:wars?|invasion|coup|drought|volcano|eruption|earthquake|floods?|flooding|hurricane|cyclone|tsunami|famine|epidemic|pandemic"
    r"|embargo|blockade|upheavals?|(?:global|world|worldwide|international|financial|debt|euro-?zone|asian) (?:\w+ )?"
    r"(?:crisis|slowdown|recession|downturn|depression))\b"
)
_SUM = pattern(
    r" (?:\w+ ){0,3}(?:declines?|falls?|drops?|rises?|increases?|growth|performances?|weakness|losses|sales|output) (?:in|of|at|from)\b"
    r"|.{0,24}\bperformances? in "
)
_IN_NUMBERS = pattern(
    r"\b(?:exports?|imports?|trade|gdp|output|profits?|revenues?|sales|costs?|deficit|surplus)\b"
)
_SYSTEM = pattern(
    r" (?:[\w'-]+ ){0,5}(?:performance|accuracy|precision|recall|learning|results?|scores?|quality|efficiency|throughput|latency"
    r"|models?|pars(?:er|ing)|tagg(?:er|ing)|translation|classification|recognition|retrieval|extraction|generation|robustness"
    r"|agreement|baselines?|systems?|detection)\b"
)
_WAYS = pattern(r"\bways? (?:to|of|in)\b")
# The word that looks like the verb is a noun or an adjective: budget cuts, the increase, showed improved marks, 15 years lower.
_NO_VERB = pattern(
    r"(?:\b(?:the|an?|this|its|their|budget|tax|pay|price|job|spending|staff)"
    r" (?:cuts?|increases?|triggers?|boosts?|harms?|damages?|delays?|halves|doubles?)|\b(?:years?|points?|per ?cent|times|much|far) lower"
    r"|\b(?:showed|shown|shows|found|finds|reported|suggested|revealed) (?:an? )?[a-z]+ed|\b(?:significant|an?|with|and) (?:increase|decrease)s?"
    r"|\bcaused)$"
)
_BY_ITSELF = pattern(r" (?:with|during|after|over|as|throughout|in) |[.,;]")
_BENCH = pattern(
    r"\b(?:mice|mouse|rats?|rabbits?|monkeys?|dogs?|zebrafish|in vitro|in silico|micrometer|incubat\w+|plasma membrane|cultured?|assays?|injected"
    r"|docking|spectr\w+|plots|cultivars?|nanoparticles?|yeast|neurons?|osteoblasts?)\b"
)
_THING = pattern(
    r"\b(?:things?|troubles?|days?|times?|distinctions?|fears?|doubts?|storms?|conscience|pains?|ages?|eras?|world|orders?|worries|rumou?rs?"
    r"|ghosts?|ideas?|notions?|myths?|customs?|traditions?|empires?|[a-z]+(?:ness|ity|ism|tion|ment)s?) (?:[\w'-]+ ){0,6}$"
)
_SURVIVED = pattern(r"\b(?:nearly|almost|narrowly|could have|might have|would have|rather than) $")
_MEANS = pattern(r",? (?:means?|meaning|meant|i\.e\.|that is)\b")
_DIES = pattern(
    r"(?:pass(?:ed|es|ing)? away|no longer with us|laid to rest|lost (?:his|her|their) li(?:fe|ves))$"
)
_MARKS = "'\"\x91\x92\x93\x94‘’“”"
_SUSPECT = pattern(
    r"\b(?:people|men|man|woman|women|suspects?|youths?|boys?|girls?|teenagers?|workers?|witness(?:es)?|he|she|they|\d+|drivers?|officers?) $"
)
_VOTE = pattern(
    r"\b(?:elections?|seats?|races?|primar(?:y|ies)|polls?|match(?:es)?|finals?|tournaments?|votes?|titles?|cups?|constituenc(?:y|ies))\b"
    r"[^.;]{0,40}$"
)
_STATE_OF_DISPUTE = pattern(
    r"(?:is|are|was|were) (?:\w+ )?(?:controversial|contested)$|(?:was|were|been) (?:openly |often )?debated$|talks are \w+$"
)
_TALKERS = pattern(r"\b(?:press|media|newspaper|tabloid|city|market|parliamentary|congressional)\b")
_WHERE = pattern(
    r"(?: \w+)? (?:in|inside|within|before) (?:the )?(?:[\w'-]+ ){0,3}(?:circles|councils?|cabinet|white house|parliament|congress|senate|committee"
    r"|courts?|press)\b|(?: too)?,? (?:after|following|because|since|with)\b|[^.;]{0,40}, with "
)
_GRANTED = pattern(
    r"\b(?:as|while|when|the longer|the more) [^.,;]{0,60}$|\b(?:i|we) know (?:that )?(?:this|the|it|these)\b[^.;]{0,30}$"
)
_ASSUMED = pattern(
    r"\b(?:will|would|could|can|may|might|must|should|to)(?: (?:be|provide|offer|give|serve|stand))?(?: as)?(?: \w+)? $"
    r"|\b(?:hold on|need|needs|want|wants|lack|lacks|seek|await|demand|require|for|as|without|no) $"
)
_MISSING = pattern(
    r" (?:[\w'-]+ ){0,6}(?:remains? elusive|is lacking|are lacking|is missing|is still needed)\b"
)
_CLEAR_OF_ONESELF = pattern(r" (?:he|she|they|it) ")
_OPPONENTS = pattern(
    r"\b(?:critics|opponents|oppos(?:e|ed|es|ition)|reacted (?:\w+ )?against|labelled|condemn\w+|critici[sz]\w+|boos|booed|rejected by"
    r"|argued (?:\w+ )?against|objected|protest\w*|anti-semitic|raised concerns|vociferously)\b"
)
_OPPONENTS_NEXT = pattern(
    r".{0,60}\b(?:protests?|protested|critics|opponents|opposed|split|petition|objected|condemned)\b"
)
_REFEREED = pattern(
    r"\bcontroversial (?:goals?|penalt(?:y|ies)|tr(?:y|ies)|fashion|circumstances|decisions?|winner|equaliser|sending-off)\b"
)
_ON_THE_FIELD = pattern(
    r"\b(?:offside|foul\w*|dubious|free[- ]kick|handball|referee|linesman|penalty box|replays?|touchline)\b"
)
_EVENT = pattern(
    r" (?:[\w'-]+ ){0,6}(?:in|of|on) (?:\w+ )?(?:1[5-9]\d\d|20\d\d)\b| the (?:expir\w+|end|death|collapse|fall|independence|launch|break-?up)\b"
    r"|[^.;]{0,60} during the (?:game|match|debate|trial)\b"
)
_FOUND = pattern(r"\b(?:found|finds|shows?|showed|suggests?|suggested) that [^.;]{0,90}$")
_FOUND_NEXT = pattern(r"; (?:new )?(?:research|study|studies)\b|, the \w+ has (?:learned|learnt|found)\b| - ")
_ALLEGED_NEXT = pattern(r"(?:[\w'-]+ ){1,4}(?:is|are|was|were) (?:accused|charged|suspected|alleged)\b")
_SAID_TO_BE = pattern(
    r" (?:\w+ )?(?:speculation|reports?|rumou?rs?|talk|news|fears|concerns?|worries|expectations?|hopes)\b"
)
_NAMED_SPEAKER = pattern(
    r"(?:[A-Z][\w.'-]+|\b[Hh]e|\b[Ss]he) (?:also |has |had |then )?(?:\w+ed )?"
    r"(?:said|told|suggested|believes|thinks|hinted|added|warned|argued|feels|says)\b"
)
_HOW_IT_WOULD = pattern(
    r" on how\b| for (?:those|users|people|anyone)\b| (?:setting|trying|keeping|making)\b|[^.;]{0,50} through [a-z]+\b"
)
_EITHER_WAY = pattern(r"[^.;]{0,90}?, (?:but|it has|it still|nevertheless)\b")
_AUTHORS = pattern(
    r"\bas we (?:\w+ )?(?:argued?|discuss(?:ed)?|noted?|saw|seen|show(?:n|ed)?|indicated?|point(?:ed)? out|explain(?:ed)?|mentioned|said)\b"
    r"|\bwe (?:will )?(?:discuss|argued?|address|turn to|return to) (?:\w+ ){0,6}in (?:section|chapter|part|appendix)\b"
)


def text_before(context: Context, match: Match, reach: int = _REACH) -> str:
    """Return the sentence before a match, as far as ``reach`` characters."""
    start, _ = sentence_span(context, match)
    return context.flat.low[max(start, match.start - reach) : match.start]


def _next_sentence(context: Context, match: Match) -> tuple[int, int]:
    """Return the span of the next sentence of the same block; an empty one where there is none."""
    flat = context.flat
    after = flat.sentence_of(match.start) + 1
    if after == flat.block_sentences[flat.block_of(match.start)][1]:
        return match.end, match.end
    start, end = flat.sentences[after]
    return start, min(end, start + 400)


def plain_cause(context: Context, match: Match) -> float:
    """``May be due to`` leaves it open, a war or a drought is doubted by nobody, a sum falls with its parts."""
    low = context.flat.low
    said = low[match.start : match.end]
    if _UNSURE.search(said):
        return 0.0
    start, end = sentence_span(context, match)
    if _DISASTER.search(low, max(start, match.start - _REACH), min(end, match.end + _REACH)):
        return 0.0
    parts = _SUM.match(low, match.end, end) or (
        "contributed" in said and _SUM.search(low, max(start, match.start - 160), match.start)
    )
    return 0.0 if parts and _IN_NUMBERS.search(low, match.start, min(end, match.end + 40)) else 1.0


def of_a_system(context: Context, match: Match) -> float:
    """A parser shown to improve results was run, not watched; ``ways to cut`` and ``budget cuts`` are no causes."""
    low = context.flat.low
    said = low[match.start : match.end]
    _, end = sentence_span(context, match)
    measured = context.profile in {"science", "docs"} and (
        _SYSTEM.match(low, match.end, end) or "boost in" in low[match.end : match.end + 30]
    )
    if context.profile == "science" and _BENCH.search(low, max(match.start - 700, 0), match.end + 500):
        return 0.0
    alone = said.endswith(("increase", "decrease")) and _BY_ITSELF.match(low, match.end)
    if alone or low.endswith("to ", 0, match.start):
        return 0.0
    intransitive = said.startswith(("double in ", "increase in ", "decrease in ", "double by "))
    return 0.0 if measured or intransitive or _WAYS.search(said) or _NO_VERB.search(said) else 1.0


def not_a_death(context: Context, match: Match) -> float:
    """``The old fears have passed away``, ``nearly lost his life``: nobody died; a word in quotation marks is another's."""
    text = context.flat.text
    if text[match.start - 1 : match.start] in set(_MARKS) and text[match.end] in _MARKS:
        return 0.0
    if _MEANS.match(context.flat.low, match.end):
        return 0.0
    if not _DIES.match(context.flat.low[match.start : match.end]):
        return 1.0
    before = text_before(context, match)
    return 0.0 if _THING.search(before) or _SURVIVED.search(before) else 1.0


def talkers_told(context: Context, match: Match) -> float:
    """Who talks or where is told (``press speculation``, ``in party circles``); seats are contested, suspects questioned."""
    low = context.flat.low
    said, before = low[match.start : match.end], text_before(context, match)
    if said.endswith("questioned") and _SUSPECT.search(before):
        return 0.0
    if "contested" in said and _VOTE.search(before):
        return 0.0
    if said.endswith("making headlines") or (
        said.endswith(("controversial", "controversy", "controversies", "debate", "contentious"))
        and _OPPONENTS_NEXT.match(low, *_next_sentence(context, match))
    ):
        return 0.0
    if context.profile == "news" and _STATE_OF_DISPUTE.match(said):
        return 0.0
    told = (
        " to the " in said or _TALKERS.search(said) or _WHERE.match(low, match.end) or _GRANTED.search(before)
    )
    return 0.0 if told else 1.0


def not_offered(context: Context, match: Match) -> float:
    """A proof that is wanted, expected or held up by others, or somebody who leaves no doubt about their own mind."""
    low = context.flat.low
    said = low[match.start : match.end]
    if said.endswith("no doubt that"):
        return 0.0 if _CLEAR_OF_ONESELF.match(low, match.end) else 1.0
    if said.endswith("proven to") and low.startswith(" be equivalent", match.end):
        return 0.0
    if _MISSING.match(low, match.end) or (said.startswith("be ") and low.endswith("to ", 0, match.start)):
        return 0.0
    if "proof" not in said and "evidence" not in said:
        return 1.0
    return 0.0 if said == "final proof" or _ASSUMED.search(text_before(context, match)) else 1.0


def opponents_next(context: Context, match: Match) -> float:
    """Who objects follows in the sentence or the next; a goal is controversial where the offside is told."""
    low = context.flat.low
    _, end = sentence_span(context, match)
    if _REFEREED.match(low, match.start):
        near = _ON_THE_FIELD.search(low, max(match.start - 300, 0), match.end + 300)
        return 0.0 if near else 1.0
    told = _OPPONENTS.search(low, match.end, end) or _OPPONENTS.search(low, *_next_sentence(context, match))
    return 0.0 if told else 1.0


def event_dated(context: Context, match: Match) -> float:
    """``Weakened following the revolution of 1917`` tells when; ``fell amid reports that`` tells of what kind the link is."""
    low = context.flat.low
    start, end = sentence_span(context, match)
    if _FOUND.search(low, start, match.start) or _FOUND_NEXT.search(low, match.end, end):
        return 0.0
    if _ALLEGED_NEXT.match(low, *_next_sentence(context, match)):
        return 0.0
    if low.endswith("following", match.start, match.end) and _EVENT.match(low, match.end):
        return 0.0
    return 0.0 if low.endswith("amid", match.start, match.end) and _SAID_TO_BE.match(low, match.end) else 1.0


def speaker_named(context: Context, match: Match) -> float:
    """A named speaker holds it possible, or nothing hangs on it (``may or may not have, but``)."""
    start, end = sentence_span(context, match)
    if _NAMED_SPEAKER.search(context.flat.text, start, end):
        return 0.0
    if _HOW_IT_WOULD.match(context.flat.low, match.end):
        return 0.0
    either = " or " in context.flat.low[match.start : match.end]
    return 0.0 if either and _EITHER_WAY.match(context.flat.low, match.end) else 1.0


def authors_speak(context: Context, match: Match) -> float:
    """``As we argued in section 2``: the writers are its we; ``our society`` is the reader's and the writer's, outside a reference work."""
    if context.profile in {"general", "news"} and context.flat.low.startswith("our ", match.start):
        return 0.0
    ours: bool | None = context.kept.get("authors-speak")
    if ours is None:
        ours = context.kept["authors-speak"] = bool(_AUTHORS.search(context.flat.low))
    return 0.0 if ours else 1.0


EXEMPTIONS: dict[str, Callable[[Context, Match], float]] = {
    "plain-cause": plain_cause,
    "of-a-system": of_a_system,
    "not-a-death": not_a_death,
    "talkers-told": talkers_told,
    "not-offered": not_offered,
    "opponents-next": opponents_next,
    "event-dated": event_dated,
    "speaker-named": speaker_named,
    "authors-speak": authors_speak,
}
