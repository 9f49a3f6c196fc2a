import re
from collections.abc import Iterator
from functools import lru_cache

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lint.load.proselint_pack import load_proselint
from lint.match import proselint
from lint.match.repetition import find_repetitions
from lint.match.scan import Scanner, make_cues
from lint.model.context import Context, Match
from lint.model.ruleset import RuleSet
from lint.read import read
from lint.read.fold import fold


@lru_cache(maxsize=1)
def _rules() -> tuple[RuleSet, Scanner]:
    rules, found = load_proselint()
    triggers: dict[str, list[tuple[int, int]]] = {}
    for cue, number, index in found:
        triggers.setdefault(cue, []).append((number, index))
    texts = tuple(sorted(triggers))
    cues = make_cues(texts, (0,) * len(texts), tuple(tuple(triggers[t]) for t in texts))
    return RuleSet(tuple(rules), cues, {}, {}, {}, {}, {}), Scanner(cues)


def _matches(text: str, name: str = "a.txt") -> Iterator[tuple[str, str, Match]]:
    """Yield (path, source text, match)."""
    ruleset, scanner = _rules()
    flat = fold(read(text, name))
    context = Context(flat, scanner.scan(flat), ruleset)
    matches = [
        match
        for start, end, triggers in context.hits.fired
        for number, index in triggers
        if (match := proselint.judge(context, ruleset.rules[number], index, start, end))
    ]
    matches += proselint.find(context, [r for r in ruleset.rules if r.default])
    for match in matches:
        span = flat.source_span(match.start, match.end)
        yield match.rule.name, text[span.start : span.end], match


def _found(text: str, name: str = "a.txt") -> set[tuple[str, str]]:
    return {(path, words) for path, words, _ in _matches(text, name)}


@pytest.mark.parametrize(
    ("text", "path", "words"),
    [
        ("At the\nend of the  day, all was well.", "cliches.misc.garner", "At the\nend of the  day"),
        ("We would\n  of come.", "spelling.ve_of", "would\n  of"),
        ("He was, so to speak, ill.", "hedging", ", so to speak"),
        ("It was more than half of all cases.", "misc.illogic", "more than half of all"),
        ("He could have not succeeded.", "misc.composition", "not succeeded"),
        ("It cost $50 dollars.", "misc.currency", "$50 dollars"),
        ("Come at 9 am or so.", "dates_times.am_pm.lowercase_periods", "9 am"),
        ("Come at 12 p.m. sharp.", "dates_times.am_pm.midnight_noon", "12 p.m."),
        ("In the 1980's it rained.", "dates_times.dates.decade_apostrophes", "1980's"),
        ("A 3 x 4 grid.", "typography.symbols.multiplication", "3 x 4"),
        ("A newly-minted coin.", "misc.phrasal_adjectives.ly", "newly-"),
        ("Well... no.", "typography.symbols.ellipsis", "..."),
        ("One.   Two.", "typography.symbols.sentence_spacing", ".   T"),
        ("One.    Two.", "typography.symbols.sentence_spacing", ".    T"),
        ("What?! No.", "typography.punctuation.hyperbole", "What?!"),
        ('A "so called" man.', "typography.symbols.curly_quotes", '"so called"'),
        ("It was the the end.", "lexical_illusions", "the the"),
        ("It was in the in the end.", "lexical_illusions", "in the in the"),
        ("The copyright (C) is ours.", "typography.symbols.copyright", "(C)"),
        ("One.\n\nBut two.", "misc.but", "But"),
        ("We utilized it.", "misc.greylist", "utilize"),
        ("’Til then.", "spelling.misc", "’Til"),
    ],
)
def test_found(text: str, path: str, words: str) -> None:
    assert (path, words) in _found(text)


@pytest.mark.parametrize(
    "text",
    [
        "It was most awesome, saying so.",
        "He waited until 2015 amid rain, and 12 amps.",
        "He said “at the end of the day”.",
        'He said "at the end of the day, I left".',
        "She had had enough, and that that was so.",
        "A family-owned firm of an early-stage kind.",
        "The address 0x10 is free.",
        "The result. The ultimate.",
        "Twelve fixme and Todo.",
        "It went well, well enough. No, no more.",
        "It is true. True enough.",
        "It was very well done.",
        "At the very least this very page is the very thing.",
        "It failed over and over and over. Some 1 000 000 came from time to time to look.",
        "It is the most common; at most unique values count.",
        "One is one.\n\nOne more.",
        "He is a ne'er-do-well; a nom-de-nee.",
        "It is not very useful, isn’t very odd, may not seem\nvery clear and is never a very good one.",
        "The name is Ackermann (רפאל פלחי), or Ирина Цвета, and Łza Źle too.",
    ],
)
def test_innocent(text: str) -> None:
    assert _found(text) == set()


def test_code_and_addresses_are_no_prose() -> None:
    text = "Use `at the end of the day` or <https://a.org/very/very...>.\n\n```\nat the end of the day\n```\n"
    assert _found(text, "a.md") == set()


def test_through_emphasis() -> None:
    text = "At the **end** of the day, no."
    found = [m for path, _, m in _matches(text, "a.md") if path == "cliches.misc.garner"]
    assert [m.message for m in found] == ["'At the end of the day' is a cliché"]


@pytest.mark.parametrize(
    ("text", "path", "message", "to", "safe"),
    [
        ("Basicly so.", "spelling.ally_ly", "'basically' is the correct spelling.", "Basically", True),
        (
            "A GUI interface.",
            "redundancy.ras_syndrome",
            "Use 'GUI' instead of 'GUI interface'.",
            "GUI",
            False,
        ),
        ("A CPI index.", "redundancy.ras_syndrome", "Use 'CPI' instead of 'CPI index'.", "CPI", False),
        ("In january.", "misc.capitalization.months", "'January' is the preferred form.", "January", False),
    ],
)
def test_message_and_fix(text: str, path: str, message: str, to: str, safe: bool) -> None:
    match = next(m for p, _, m in _matches(text) if p == path)
    assert match.message.endswith(message)
    assert match.fix
    assert [e.replacement for e in match.fix.edits] == [to]
    assert match.fix.safe is safe
    assert match.weighed


@pytest.mark.parametrize("text", ["A squelch.", "Owing to the fact that so.", "Well... no."])
def test_a_choice_or_a_remark_is_no_fix(text: str) -> None:
    assert [m.fix for _, _, m in _matches(text)] == [None]


def test_no_fix_over_markup() -> None:
    assert [m.fix for _, _, m in _matches("*Could* of been.", "a.md")] == [None]


def test_the_rarer_spelling_is_reported() -> None:
    text = "The colour and colours collaborate with a color. The laboratory has labour."
    found = [(p, w) for p, w, _ in _matches(text) if p == "spelling.consistency"]
    assert found == [("spelling.consistency", "color")]


def test_the_first_spelling_is_reported_when_both_are_as_frequent() -> None:
    found = [w for p, w, _ in _matches("A centre and a center.") if p == "spelling.consistency"]
    assert found == ["centre"]


def test_the_rarer_gap_is_reported() -> None:
    text = "One is.  Two is.  Three is. Four."
    assert ("typography.punctuation.spacing", ". F") in _found(text)
    assert ("typography.punctuation.spacing", ".  F") in _found(
        text.replace(".  T", ". T").replace(". F", ".  F")
    )


def test_one_exclamation_too_many_is_enough() -> None:
    path = "typography.punctuation.exclamation"
    assert [w for p, w, _ in _matches("One! Two! Three!") if p == path] == ["o!"]
    assert [w for p, w, _ in _matches("One! “Two!” he said.") if p == path] == []


def test_restricted_words_are_found_when_asked_for() -> None:
    ruleset, scanner = _rules()
    flat = fold(read("The jacaranda is blue.", "a.txt"))
    context = Context(flat, scanner.scan(flat), ruleset)
    wanted = [r for r in ruleset.rules if r.name == "restricted.top1000"]
    assert [flat.text[m.start : m.end] for m in proselint.find(context, wanted)] == ["jacaranda"]


@settings(max_examples=400)
@example(["a", "b", "(a", "b", "a", "b"])
@given(st.lists(st.sampled_from(["a", "b", "ab", "a,", "(a", "b.", "\x93a"]), max_size=12))
def test_repetitions_are_those_of_the_plain_expression(words: list[str]) -> None:
    low = " \n " + " ".join(words) + " \n "
    slow = re.compile(r"(?<![\w'-])(\w+(?: \w+){0,3})(?: \1)+(?![\w'-])")
    assert find_repetitions(low) == [m.span() for m in slow.finditer(low)]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ab .,!?'\"\n-x1059mply(c)“”’\u2028\té", max_size=80))
def test_any_text_gives_exact_spans(text: str) -> None:
    for _, words, match in _matches(text):
        assert words
        assert "{" not in match.message


@pytest.mark.parametrize("name", ["a.html", "a.tex", "a.md", "a.rst"])
def test_what_is_laid_out_has_no_gaps(name: str) -> None:
    text = "One.  Two. Three. Four.   Five rose and fell twice.\n"
    assert not {path for path, _, _ in _matches(text, name)} & {
        "typography.punctuation.spacing",
        "typography.symbols.sentence_spacing",
    }


def test_what_the_printing_program_sets_is_no_finding() -> None:
    text = 'They "rose" and fell ...\n'
    signs = {"typography.symbols.ellipsis", "typography.symbols.curly_quotes"}
    assert {path for path, _, _ in _matches(text, "a.rst")} & signs == set()
    assert {path for path, _, _ in _matches(text, "a.tex")} & signs == signs
    assert {path for path, _, _ in _matches("They ``rose'' and fell \\ldots\n", "a.tex")} & signs == set()


def test_what_only_looks_like_another_form() -> None:
    assert not _found("An AN(C)OVA of the data.")
    assert not _found("They analyze factor analyses.")
    assert _found("They analyze it. She will analyse it.")


def test_words_of_other_letters_repeat_only_what_is_the_same() -> None:
    for text in ("It was она она there.", "In Łódź Łódź it rained.", "He said **это это** twice."):
        assert "lexical_illusions" in {path for path, *_ in _found(text)}, text
