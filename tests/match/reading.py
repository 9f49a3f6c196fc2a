"""Texts into contexts, for the tests of the readability checks."""

from functools import lru_cache
from pathlib import Path

from lint.load.easy_words import CLASS, load_easy_words
from lint.load.lexicons import load_lexicons
from lint.load.packs import load_rules
from lint.load.packs_folder import rules_folder
from lint.match.scan import Scanner
from lint.model.context import Context
from lint.read import read
from lint.read.fold import fold


@lru_cache(maxsize=1)
def rules():
    found = load_rules()
    lexicons = load_lexicons([Path(rules_folder(), "lexicons")], []).classes
    words = {name: frozenset(terms) for name, terms in lexicons.items()}
    found = found._replace(words={**words, CLASS: load_easy_words()})
    return found, Scanner(found.cues)


def context_of(text, *, name="text.txt", targets=None, acronyms=()):
    ruleset, scanner = rules()
    flat = fold(read(text, name))
    return Context(flat, scanner.scan(flat), ruleset, "general", targets or {}, acronyms)


def found(check, text, *, rule, **options):
    """Return (matched text, message) for each match of a check."""
    context = context_of(text, **options)
    the_rule = next(r for r in context.ruleset.rules if r.name == rule)
    return [(context.flat.text[m.start : m.end], m.message) for m in check(context, the_rule)]
