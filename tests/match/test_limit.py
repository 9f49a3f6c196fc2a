import pytest
from reading import found

from lint.match import limit

WORD = "tree "


def sentence(words):
    return ("The " + WORD * (words - 1)).strip() + "."


@pytest.mark.parametrize(("words", "severity"), [(25, None), (26, ""), (35, ""), (36, "warning")])
def test_long_sentence_counts_and_grades(words, severity):
    from reading import context_of

    context = context_of(f"{sentence(4)} {sentence(words)}")
    rule = next(r for r in context.ruleset.rules if r.name == "long-sentence")
    matches = list(limit.long_sentence(context, rule))
    assert [m.severity for m in matches] == ([] if severity is None else [severity])
    assert [m.message for m in matches] == ([] if severity is None else [f"{words} words; the target is 25"])


def test_the_target_is_a_setting():
    targets = {"long-sentence": {"suggestion": 10}}
    assert found(limit.long_sentence, sentence(11), rule="long-sentence", targets=targets)[0][1].endswith(
        "is 10"
    )


def test_the_span_is_the_sentence_across_a_wrapped_line():
    text = f"Short one. {sentence(30)[:-1]}\n  and more of it. Short two."
    ((matched, _),) = found(limit.long_sentence, text, rule="long-sentence")
    assert matched.startswith("The tree")
    assert matched.endswith("and more of it.")


@pytest.mark.parametrize(
    "text",
    [
        f"\u201c{sentence(40)}\u201d",
        f"> {sentence(40)}",
        f"# {sentence(40)}",
        f"The fish ({'Arlen and Boyd ' * 12} 2004) come back.",
        f"Bring these: {'a long green tree, ' * 9}and a spade.",
    ],
    ids=["quotation", "quoted block", "heading", "reference", "list after a colon"],
)
def test_what_is_not_the_writers_long_sentence(text):
    assert found(limit.long_sentence, text, rule="long-sentence", name="a.md") == []


def test_abbreviations_and_decimals_end_no_sentence():
    text = f"The U.S. spent 3.5 million, e.g. on {WORD * 20}as Mr. Hale said."
    assert found(limit.long_sentence, text, rule="long-sentence")[0][1].startswith("31 words")


@pytest.mark.parametrize(
    ("sentences", "words", "hit"),
    [(3, 49, False), (3, 51, True), (7, 10, False), (7, 17, True), (6, 20, False)],
)
def test_long_paragraph(sentences, words, hit):
    text = " ".join([sentence(words)] * sentences)
    assert bool(found(limit.long_paragraph, text, rule="long-paragraph")) is hit


def test_rhythm_wants_four_long_ones_in_one_paragraph():
    three, four = " ".join([sentence(30)] * 3), " ".join([sentence(30)] * 4)
    assert found(limit.sentence_rhythm, f"{three}\n\n{sentence(30)}", rule="sentence-rhythm") == []
    assert [m for _, m in found(limit.sentence_rhythm, four, rule="sentence-rhythm")] == [
        "4 sentences in a row of more than 25 words"
    ]


def test_a_list_or_a_heading_breaks_the_wall():
    part = "\n\n".join([" ".join([sentence(20)] * 6)] * 2)
    check = limit.wall_of_text
    assert len(found(check, f"{part}\n\n{part}", rule="wall-of-text", name="a.md")) == 1
    assert found(check, f"{part}\n\n## More\n\n{part}", rule="wall-of-text", name="a.md") == []
    assert found(check, f"{part}\n\n- one\n- two\n\n{part}", rule="wall-of-text", name="a.md") == []
    assert found(check, f"{part}\n\n```\nls\n```\n\n{part}", rule="wall-of-text", name="a.md") == []


def test_headings_may_not_skip_a_level_but_may_go_back():
    text = "# A\n\nx\n\n## B\n\nx\n\n### C\n\nx\n\n# D\n\nx\n\n### E\n\nx\n"
    assert [m for _, m in found(limit.wall_of_text, text, rule="wall-of-text", name="a.md")] == [
        "heading level 3 follows level 1"
    ]
