"""Which bibliographies a text names, and where none can be told."""

import pytest

from lint.read import read


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("---\nbibliography: a.bib\n---\n", ["a.bib"]),
        ("---\ntitle: x\nbibliography: 'a b.bib' # ours\n---\n", ["a b.bib"]),
        ("---\nbibliography: [a.bib, \"b.json\"]\n---\n", ["a.bib", "b.json"]),
        ("---\nbibliography: [\n  a.bib,\n  b.bib]\n---\n", ["a.bib", "b.bib"]),
        ("---\r\nbibliography:\r\n- a.bib\r\n- b.bib\r\ncsl: x\r\n---\r\n", ["a.bib", "b.bib"]),
        ("---\nbibliography: \"`r x()`\"\n---\n", []),
        ("---\nbibliography: https://norbank.example.com/a.bib\n---\n", []),
        ("---\ntitle: x\n---\n\nbibliography: a.bib\n", []),
        ("bibliography: a.bib\n", []),
        ("Text.\n\n```{bibliography} a.bib b.bib\n```\n", ["a.bib", "b.bib"]),
        ("Text.\n\n```{bibliography}\n:all:\n```\n", []),
    ],
)  # fmt: skip
def test_markdown(text, names):
    assert [named.path for named in read(text, "a.md").bibliographies] == names


def test_references_of_its_own():
    text = "Text [@a].\n\n---\nreferences:\n- id: a\n  title: x\n\n- type: book\n  id: 'b c'\nlang: en\n---\n"
    (own,) = read(text, "a.md").bibliographies
    assert own.keys == ("a", "b")
    assert not read("References:\n\nreferences:\n- one\n- two\n", "a.md").bibliographies


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (r"\bibliography{a,b.bib}", ["a.bib", "b.bib"]),
        ("\\bibliography{a,\n  b}", ["a.bib", "b.bib"]),
        ("\\addbibresource{a.bib}\n\\begin{document}\nText.\n\\addbibresource[label=x]{b.bib}", ["a.bib", "b.bib"]),
        ("% \\bibliography{a}\n\\bibliography{b}", ["b.bib"]),
        (r"50\% \bibliography{a}", ["a.bib"]),
        (r"\bibliographystyle{plain}", []),
        (r"\bibliography{\jobname}", []),
        (r"\addbibresource[location=remote]{a.bib}", []),
        ("\\begin{verbatim}\n\\bibliography{a}\n\\end{verbatim}\n", []),
        ("\\begin{filecontents}{a.bib}\n@misc{a,}\n\\end{filecontents}\n\\bibliography{a}", []),
        (r"\newcites{web}{Web}\bibliographyweb{a}\bibliography{b}", ["a.bib", "b.bib"]),
    ],
)  # fmt: skip
def test_latex(text, names):
    assert [named.path for named in read(text, "a.tex").bibliographies] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (".. bibliography:: a.bib b.bib\n   :all:\n", ["a.bib", "b.bib"]),
        ("* x\n\n  .. bibliography:: a.bib\r\n", ["a.bib"]),
        (".. bibliography::\n", []),
        ("::\n\n  .. bibliography:: a.bib\n", []),
    ],
)
def test_rest(text, names):
    assert [named.path for named in read(text, "a.rst").bibliographies] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('#+bibliography: a.bib\n  #+BIBLIOGRAPHY: "b c.json"\r\nText.\n', ["a.bib", "b c.json"]),
        ("#+bibliography: a plain option:-d\n", []),
        ("#+bibliography: a.bib\n#+include: b.org\n", []),
        ("#+bibliography: a.bib\n\nbibliography:b.bib\n", []),
        ("#+begin_example\n#+bibliography: a.bib\n#+end_example\n", []),
    ],
)
def test_org(text, names):
    assert [named.path for named in read(text, "a.org").bibliographies] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('#bibliography("a.bib", title: "Sources")\n', ["a.bib"]),
        ('#bibliography(("a.bib", "b.yml"))\n', ["a.bib", "b.yml"]),
        ('#show: f.with(x: bibliography("a.bib"))\n', ["a.bib"]),
        ('#bibliography("a.bib")\n#include "b.typ"\n', []),
        ("#bibliography(path)\n", []),
        ('`#bibliography("a.bib")` // #bibliography("b.bib")\n', []),
    ],
)
def test_typst(text, names):
    assert [named.path for named in read(text, "a.typ").bibliographies] == names


def test_no_comment_is_a_key():
    (cited,) = (m for m in read("Text \\cite{a,% first\n  b}.", "a.tex").marks if m.kind == "citation")
    assert cited.target == "a; b"
