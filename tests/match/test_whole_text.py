"""Checks that compare places of one text, beyond their rules' own examples."""

import time

import pytest

from lint import api
from lint.model.settings import Settings

WHOLE = (
    "adversative-chain",
    "repeated-phrase",
    "voice-shift",
    "unclear-this",
    "false-balance-pair",
    "conclusion-contradicts-body",
    "allegation-without-reply",
    "variant-forms",
    "certainty-drift",
    "broken-reference",
    "unsourced-paragraph",
    "single-source-dependence",
)
REPORT = (
    "The ministry published the turnout on Monday. Polls close at eight in the evening, and the first counts come from"
    " the northern districts, where most towns vote by machine. The commission will meet on Tuesday to hear complaints."
    " Two parties have asked for a second count in the capital. The court has until Friday to answer. "
)


def found(rule, text, name="a.txt", **settings):
    wanted = Settings(
        measured=False, profile="news", extend_select=(rule,), ignore=("proselint",), **settings
    )
    (file,) = api.check_text(text, name=name, settings=wanted).files
    return [f for f in file.findings if f.rule.endswith("/" + rule)]


def words(rule, text, name="a.txt"):
    return [text[slice(*f.span)] for f in found(rule, text, name)]


def related(rule, text, name="a.txt"):
    return [[text[slice(*r.span)] for r in f.related] for f in found(rule, text, name)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("However, a. Then b came. But c went. However, d stayed.", ["However"]),
        ("However, a. Then b came. But c went.", []),
        ("But a came. But b came. But c came. But d came.", ["But"]),
        ("However, a. " + "So it went on and on. " * 40 + "However, b. However, c.", []),
        ('"However, a." "However, b." "However, c."', []),
    ],
)
def test_turns(text, expected):
    assert words("adversative-chain", text) == expected


def test_a_heading_ends_a_chain():
    text = "However, it fell.\n\nBut it rose.\n\n# Later\n\nHowever, it fell again.\n"
    assert words("adversative-chain", text, "a.md") == []


def test_turns_name_the_turns_before():
    text = "However, a. Then b came. But c went. However, d stayed."
    assert related("adversative-chain", text) == [["However", "But"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The old mill on the river has been empty since the fire. It rains. Now the old mill on the river has been"
            " empty since the fire.",
            ["the old mill on the river has been empty since the fire"],
        ),
        ("The old mill on the river burned. The old mill on the river was sold.", []),
        (
            "It was on the one and of the other and so on to it. It was on the one and of the other and so on to it.",
            [],
        ),
    ],
)
def test_repeated_words(text, expected):
    assert words("repeated-phrase", text) == expected


def test_what_code_parts_is_not_compared():
    text = (
        "The method `a` returns the number of open files as a whole. It rains.\n\n"
        "The method `b` returns the number of open files as a half.\n"
    )
    assert words("repeated-phrase", text, "a.md") == []


def test_a_run_ends_where_a_sentence_goes_another_way():
    text = (
        "The council wants to close the old swimming pool on the hill. The mayor swims.\n\n"
        "Now the council wants to close the old swimming pool on the hill. The children swim.\n"
    )
    assert words("repeated-phrase", text) == ["the council wants to close the old swimming pool on the hill"]


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        ("It is our President who must sign.", ["our President who must sign"]),
        ("We can conclude that it is over.", []),
        ("\x93It is our President,\x94 she said.".replace("\x93", "“").replace("\x94", "”"), []),
        ("Our President left. We left. We came back. We sang. I slept.", []),
    ],
)
def test_voices(tail, expected):
    assert words("voice-shift", REPORT + tail) == expected


def test_an_opinion_may_have_a_voice():
    assert words("voice-shift", "Opinion. " + REPORT + "It is our President who must sign.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The US won. The US sang. The U.S. team left.", ["U.S."]),
        ("The U.S. won. The US sang. U.S. teams left.", ["US"]),
        ("The US won. It gave us a song.", []),
        ("The US won. See u.s.example.org for more of the U.S.-made cars.", ["U.S."]),
        ("Myanmar, formerly known as Burma, is large. Myanmar is old.", []),
        ("Health care is dear. Lenox Healthcare was sold. Health care is a right.", []),
        ("It grew while it rained. Whilst it snowed it slept. It ate while it slept.", ["Whilst"]),
    ],
)
def test_variants(text, expected):
    assert words("variant-forms", text) == expected


def test_a_variant_can_be_mended():
    text = "The US won. The US sang. The U.S. team left."
    (finding,) = found("variant-forms", text)
    assert finding.fix.edits[0].replacement == "US"
    assert not finding.fix.safe


def test_many_variants_are_one_finding():
    text = "The US won. " * 20 + "The U.S. lost. " * 9
    (finding,) = found("variant-forms", text)
    assert "(9 times in this text)" in finding.message


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some argue that it helps. Others argue that it harms.", ["Others argue that it harms"]),
        ("Supporters say it is safe. Critics say it is dear.", ["Critics say it is dear"]),
        (
            "Critics, including Mei Tan and Jan Roth, say it is dear. Supporters say it is safe, said Lena Falk.",
            [],
        ),
        ("Some experts expect growth. In the valley it rained. Most experts expect a slump.", []),
        ("Some birds sing. Others sleep.", []),
    ],
)
def test_camps(text, expected):
    assert words("false-balance-pair", text) == expected


def test_a_camp_names_the_other():
    text = "Some argue that it helps. Others argue that it harms."
    assert related("false-balance-pair", text) == [["Some argue"]]


def test_a_contradiction_names_what_it_denies():
    text = (
        "The merger of the two banks could lead to higher rents in the valley. Shops prepare.\n\n"
        "In short, the merger of the banks will not change rents in the valley.\n"
    )
    assert words("conclusion-contradicts-body", text) == ["will not change"]
    assert related("conclusion-contradicts-body", text) == [["could lead to"]]


@pytest.mark.parametrize(
    "last",
    [
        "In short, the merger of the banks will not change rents, said Mei Tan.",
        "Although rents rise, the merger of the banks will not change them.",
        "The weather of the coast will not change.",
    ],
)
def test_what_is_resolved_is_no_contradiction(last):
    text = f"The merger of the two banks could lead to higher rents in the valley. Shops prepare.\n\nIt rained. {last}"
    assert words("conclusion-contradicts-body", text) == []


def test_drift_names_the_weaker_claim():
    text = "The merger may harm small shops in the valley. It rained.\n\nLater the merger will harm the small shops.\n"
    assert words("certainty-drift", text) == ["will harm"]
    assert related("certainty-drift", text) == [["may harm"]]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Two clerks accused Paul Ray of taking bribes.", 1),
        ("Two clerks accused Paul Ray of taking bribes. He rejected that.", 0),
        ("Two clerks accused Paul Ray of taking bribes. They accused Paul Ray of theft, too.", 1),
        ("Velta is under criminal investigation.", 1),
        ("Two clerks accused the weather of cheating.", 0),
        ('"They accused Paul Ray of theft," she said.', 0),
    ],
)
def test_accusations(text, count):
    assert len(found("allegation-without-reply", text)) == count


@pytest.mark.parametrize(
    "piece",
    [
        "However, it rose. But it fell. ",
        "some say, others say, critics say and supporters say that it ",
        "it will not change, it could lead to growth of the old mill, ",
        "the old mill may be sold and the old mill will be sold and ",
        "Critics accused Paul Ray of theft, ",
        "US U.S. US U.S. ",
        "our President, we love our country, ",
        "the same words stand here again and again without end, ",
        "5% and 6 million doubled. ",
        "[1] [^2] [3]_ ",
        "[a](#b) ",
        "# a\n\n",
        "[" * 8,
        "Mei Tan said. ",
        "This means that it is so and so, but not so, while it is. ",
    ],
)
def test_a_long_text_takes_linear_time(piece):
    settings = Settings(measured=False, profile="news", select=WHOLE)

    def spent(size):
        text = piece * (size // len(piece))
        started = time.perf_counter()
        api.check_text(text, name="a.md", settings=settings)
        return time.perf_counter() - started

    spent(1_000)
    assert spent(100_000) < 6
