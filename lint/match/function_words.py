"""Closed classes of English words that readability rules count: grammar, not vocabulary to choose."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SUBORDINATORS = _words("""
    which who whom whose although though because since whereas while whilst unless until if when whenever
    where wherever whether
""")
"""Words that open a subordinate clause; ``that``, ``as``, ``after`` are too often something else."""

LITOTES = {
    "uncommon": "common",
    "unusual": "usual",
    "unlikely": "likely",
    "unreasonable": "reasonable",
    "unfair": "fair",
    "unimportant": "important",
    "unfamiliar": "familiar",
    "unaware": "aware",
    "unexpected": "expected",
    "unwelcome": "welcome",
    "unhelpful": "helpful",
    "unknown": "known",
    "unrelated": "related",
    "unreliable": "reliable",
    "unsuccessful": "successful",
    "unhappy": "happy",
    "unpleasant": "pleasant",
    "unfounded": "well founded",
    "unimpressed": "impressed",
    "unattractive": "attractive",
    "unintelligent": "intelligent",
    "unsympathetic": "sympathetic",
    "impossible": "possible",
    "improbable": "probable",
    "implausible": "plausible",
    "inconceivable": "conceivable",
    "inconsiderable": "considerable",
    "insignificant": "significant",
    "insubstantial": "substantial",
    "infrequent": "frequent",
    "infrequently": "often",
    "inconsistent": "consistent",
    "irrelevant": "relevant",
    "illogical": "logical",
    "dissimilar": "similar",
    "uncommonly": "commonly",
    "unreasonably": "reasonably",
}
"""Negated adjectives, with what ``not`` before them comes to."""

NEGATIVES = LITOTES.keys() | _words("""
    not no never none nothing nobody nowhere neither cannot without unless except fail fails failed
""")

BEINGS = _words("""
    is are was were be been being isn't aren't wasn't weren't
""")

PARTICIPLES = _words("""
    begun bent bitten blown bought bound broken brought built burnt cast caught chosen cut dealt done drawn
    driven eaten fed felt fought found forgotten forgiven frozen given grown heard held hidden hit hung hurt
    kept known laid led left lent lit lost made meant met mistaken overcome paid proven put read rebuilt
    rewritten ridden said seen sent set shaken shaped shot shown shut sold sought spent split spoken spread
    stolen struck stuck sung sworn swept taken taught thought thrown told torn understood undone upheld
    withdrawn woken won worn written
""")
"""Irregular past participles that a passive can have. ``come``, ``gone``, ``been`` take no object."""

NO_PARTICIPLES = _words("""
          indeed exceed proceed succeed hundred sacred naked wicked speed breed greed seeded kindred shed
    bleed     agreed interested located concerned related involved supposed scheduled based pleased tired
    bored     married excited worried surprised dedicated committed determined limited complicated
    sophisticated     advanced experienced prepared convinced delighted disappointed embarrassed frightened
    satisfied     qualified retired deceased crowded united detailed closed aged armed beloved gifted
    talented skilled     mixed isolated situated positioned composed comprised accustomed inclined entitled
    supposed bound     intended rated opposed confused ashamed divided deprecated required expected allowed
    needed
""")
"""Words in -ed that are no participles, and participles that describe a state, not an event."""
DEFINING = _words("""
    called named termed titled labelled labeled made considered defined derived formed caused used
    linked connected associated attached arranged stored measured listed described spoken divided
    represented born buried
""")
"""Participles of sentences that say what a thing is or is called; who calls it so is not the question."""
