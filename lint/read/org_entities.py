r"""Org's entities: what ``\name`` stands for."""

from __future__ import annotations

from functools import lru_cache

_OWN = {
    **dict.fromkeys(
        "arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf limsup ln log max"
        " min Pr sec sin sinh sup tan tanh".split(),
        "",
    ),
    "AA": "Å", "Amacr": "Ã", "EUR": "€", "S": "§", "USD": "$", "amacr": "ã", "asciicirc": "^", "cdot": "⋅",
    "cdots": "⋯", "circ": "∘", "dag": "†", "ddag": "‡", "diamond": "◆", "dots": "…", "equal": "=", "exists": "∃",
    "gets": "←", "infty": "∞", "land": "∧", "lor": "∨", "neg": "¬", "neq": "≠", "odot": "ʘ", "partial": "∂", "phi": "ɸ",
    "preceq": "≼", "sad": "☹", "setminus": "⧵", "shy": "\u00ad", "simeq": "≅", "slash": "/", "smiley": "☺", "star": "⋆",
    "succeq": "≽", "tilde": "~", "to": "→", "under": "_", "varphi": "φ", "vbar": "|", "vert": "|",
}  # fmt: skip
"""Those that HTML does not have, or has otherwise; "" for those that show their own name."""


@lru_cache(512)
def entity(name: str) -> str:
    """Return what an entity shows, or ``""`` if there is none of this name."""
    from html.entities import html5  # imported late, as few texts have any

    if name in _OWN:
        return _OWN[name] or name
    seen = html5.get(f"{name};", "")
    return " " if seen == "\xa0" or seen.isspace() else seen
