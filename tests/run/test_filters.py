from __future__ import annotations

import re

from lint.model.finding import Finding
from lint.model.text import GLUE, HOLE, Block, Comment, Document, Span
from lint.run.filters import Kept, in_order, keep_confident, keep_unignored, keep_unsuppressed

KNOWN = ("attribution/bare-expert-claim", "attribution/vague-study", "hedging/double-hedge", "time/recent")
ACTIVE = KNOWN[:3]


def _document(text: str) -> Document:
    """Read a tiny Markdown: comments are holes, ``> `` is glue, blank lines part paragraphs."""
    prose = re.sub(r"<!--.*?-->", lambda m: HOLE * len(m.group()), text, flags=re.DOTALL)
    prose = re.sub(r"(?m)^> ", GLUE * 2, prose)
    comments = tuple(
        Comment(Span(*m.span()), m[1].strip()) for m in re.finditer(r"<!--(.*?)-->", text, re.DOTALL)
    )
    blocks = tuple(
        Block("paragraph", Span(*found.span()))
        for found in re.finditer(r"[^\n]+(?:\n[^\n]+)*", prose)
        if found.group().strip(f" \n{HOLE}{GLUE}")
    )
    return Document("a.md", "markdown", text, prose, blocks, comments=comments)


def _findings(text: str, rules: dict[str, str] | None = None) -> list[Finding]:
    """Find ``experts say``, or the words that ``rules`` maps to rules."""
    table = rules or {"experts say": KNOWN[0]}
    return [
        Finding(rule, Span(*m.span()), "warning", 0.8, "m", "q")
        for words, rule in table.items()
        for m in re.finditer(words, text)
    ]


def _kept(text: str, rules: dict[str, str] | None = None, narrowed: bool = False) -> Kept:
    return keep_unsuppressed(
        _findings(text, rules), _document(text), known_rules=KNOWN, active_rules=ACTIVE, narrowed=narrowed
    )


def _lines(text: str, rules: dict[str, str] | None = None) -> list[tuple[int, str]]:
    return [(text.count("\n", 0, f.span.start) + 1, f.rule) for f in _kept(text, rules).findings]


def test_without_comments_everything_stays() -> None:
    assert _lines("experts say\n\nstet experts say\n") == [(1, KNOWN[0]), (3, KNOWN[0])]


def test_on_a_line_of_its_own_the_next_block_stands() -> None:
    text = "experts say\n\n<!-- stet -->\n\nOne line\nand experts say.\n\nexperts say\n"
    assert _lines(text) == [(1, KNOWN[0]), (8, KNOWN[0])]
    assert _kept(text).suppressed == 1


def test_on_a_line_with_text_that_line_stands() -> None:
    text = "experts say <!-- stet: hedging, bare-expert-claim: so what -->\nexperts say\n"
    assert _lines(text) == [(2, KNOWN[0])]
    assert _lines("> <!-- stet -->\n> experts say\n") == [], "a quotation's mark is no text"


def test_stet_line_lets_only_the_next_line_stand() -> None:
    assert _lines("<!-- stet-line -->\nexperts say\nexperts say\n") == [(3, KNOWN[0])]


def test_ranges_nest_and_files_are_whole() -> None:
    text = (
        "<!-- stet-begin: hedging -->\nmay could\n\n"
        "<!-- stet-begin: attribution -->\nexperts say may could\n\n"
        "<!-- stet-end -->\nexperts say may could\n<!-- stet-end -->\n\nmay could\n"
    )
    table = {"experts say": KNOWN[0], "may could": KNOWN[2]}
    assert _lines(text, table) == [(8, KNOWN[0]), (11, KNOWN[2])]
    assert _lines("experts say\n\n<!-- stet-file: attribution/* -->\n\nexperts say\n") == []


def test_only_a_whole_file_lets_findings_about_the_document_stand() -> None:
    for word, left in (("stet", 2), ("stet-file", 0)):
        text = f"<!-- {word}: bare-expert-claim -->\n\nText.\n"
        about = Finding(KNOWN[0], Span(32, 33), "warning", 0.9, "m", "q", scope="document")
        kept = keep_unsuppressed([about], _document(text), known_rules=KNOWN, active_rules=ACTIVE)
        assert len(kept.findings) == left, word


def test_an_unused_one_is_a_finding_only_if_its_rule_was_active() -> None:
    unused = [(1, "suppression/unused-stet")]
    assert _lines("<!-- stet: vague-study -->\n\nText.\n") == unused
    assert _lines("<!-- stet -->\n\nText.\n") == unused
    assert _lines("<!-- stet: time/recent -->\n\nText.\n") == []
    assert _kept("<!-- stet: attribution -->\n\nText.\n", narrowed=True).findings == ()
    assert _lines("<!-- stet-file: unused-stet -->\n\n<!-- stet -->\n\nText.\n")[1:] == []


def test_a_misspelt_one_is_a_finding_with_a_suggestion() -> None:
    for written, says in {
        "stet: bare-expert-clam": "no rule 'bare-expert-clam'; did you mean 'bare-expert-claim'?",
        "stet: atribution/bare-expert-claim": "did you mean 'attribution/bare-expert-claim'?",
        "stet: the minister's own words": "a reason comes after the rule",
        "stet-fiel": "no stet comment 'stet-fiel'; did you mean 'stet-file'?",
        "stet this": "'stet' needs a colon before the names of rules",
    }.items():
        found = _kept(f"<!-- {written} -->\n\nText.\n").findings
        assert [says in f.message for f in found] == [True], written
        assert found[0].span == Span(0, len(f"<!-- {written} -->"))


def test_an_unclosed_one_reaches_to_the_end_and_says_so() -> None:
    assert _lines("<!-- stet-begin -->\n\nexperts say\n") == [(1, "suppression/unclosed-stet")]
    assert _lines("experts say\n\n<!-- stet-end -->\n")[1:] == [(3, "suppression/unclosed-stet")]


def test_other_comments_are_left_alone() -> None:
    for comment in ("stetson", "a stet here", "stetoscope: x", "todo: stet", ""):
        assert _lines(f"<!-- {comment} -->\n\nexperts say\n")[-1:] == [(3, KNOWN[0])], comment


def test_crlf_counts_as_one_line_end() -> None:
    assert _lines("<!-- stet-line -->\r\nexperts say\r\nexperts say\r\n") == [(3, KNOWN[0])]


def test_small_filters() -> None:
    unsure, sure = (
        f._replace(confidence=c) for f, c in zip(_findings("experts say " * 2), (0.4, 0.5), strict=True)
    )
    assert keep_confident([unsure, sure], 0.5) == (sure,)
    assert in_order([sure, unsure]) == (unsure, sure)
    assert keep_unignored([sure], ("attribution",)) == ()
