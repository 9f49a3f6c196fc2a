"""The easy words of the Dale–Chall formula, from textstat's own list, without importing textstat."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

CLASS = "easy.word"
"""The name under which ``RuleSet.words`` has them."""


def load_easy_words() -> frozenset[str]:
    """Read the list (about 2,900 lower-case words, ``mr`` without its stop); empty where textstat is not installed.

    ``find_spec`` finds a package without running it: textstat takes half a second to import.
    """
    spec = find_spec("textstat")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        path = Path(folder, "resources", "en", "easy_words.txt")
        if path.is_file():
            return frozenset(word.rstrip(".") for word in path.read_text("utf-8").split())
    return frozenset()
