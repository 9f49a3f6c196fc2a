"""Syllables by our rules and table against the CMU Pronouncing Dictionary; can write the table anew.

    python bench/syllables.py CMUDICT TEXT… [--test TEXT…] [--write]

CMUDICT is the dictionary's own file (``cmudict.dict``). Words are taken from the texts; the table gets the
words that the rules get wrong. ``--test`` gives texts from which no word was taken for the table.
"""

from __future__ import annotations

import argparse
import re
import textwrap
from collections import Counter
from pathlib import Path

from lint.match.syllables import by_rule, count_syllables

WORD = re.compile(r"[a-z]+(?:'[a-z]+)*")
TABLE = Path(__file__).parents[1] / "lint" / "match" / "syllable_table.py"


def spoken(path: Path) -> dict[str, int]:
    """Read the dictionary: word → syllables of its first pronunciation."""
    found: dict[str, int] = {}
    for line in path.read_text("utf-8").splitlines():
        word, *phones = line.split("#")[0].split()
        syllables = sum(p[-1].isdigit() for p in phones)
        if "(" not in word and syllables:  # *hm* and *sh* are said without a vowel
            found[word] = syllables
    return found


def words_of(paths: list[Path]) -> Counter[str]:
    """Count the words of texts."""
    counts: Counter[str] = Counter()
    for path in paths:
        text = path.read_text("utf-8", "replace").replace("\u2019", "'").lower()
        counts.update(WORD.findall(text))
    return counts


def score(counts: Counter[str], truth: dict[str, int], count) -> tuple[float, float]:
    """Return the share of known words and of their uses with exactly the right count."""
    known = {w: n for w, n in counts.items() if w in truth}
    right = {w: n for w, n in known.items() if count(w) == truth[w]}
    return len(right) / len(known), sum(right.values()) / sum(known.values())


def table(counts: Counter[str], truth: dict[str, int]) -> dict[int, list[str]]:
    """Return the words that the rules get wrong, by their true count."""
    wrong: dict[int, list[str]] = {}
    for word in sorted(counts):
        if word.isalpha() and word in truth and by_rule(word) != truth[word]:
            wrong.setdefault(truth[word], []).append(word)
    return wrong


def write(wrong: dict[int, list[str]]) -> None:
    """Put the table into its module, below the licence that stands there."""
    head = TABLE.read_text("utf-8").partition("EXCEPTIONS")[0]
    rows = []
    for number, words in sorted(wrong.items()):
        body = "\n".join(textwrap.wrap(" ".join(words), 108, break_long_words=False))
        rows.append(f'    {number}: """\n{body}\n""",\n')
    TABLE.write_text(f"{head}EXCEPTIONS = {{\n{''.join(rows)}}}\n", "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("dictionary", type=Path)
    parser.add_argument("texts", type=Path, nargs="+")
    parser.add_argument("--test", type=Path, nargs="*", default=[])
    parser.add_argument("--write", action="store_true")
    told = parser.parse_args()
    truth, counts = spoken(told.dictionary), words_of(told.texts)
    if told.write:
        write(table(counts, truth))
        print(f"wrote {TABLE}; run again to measure")
        return
    every = Counter(dict.fromkeys(truth, 1))
    for name, words in (("texts", counts), ("test", words_of(told.test)), ("whole dictionary", every)):
        if words:
            rules, both = score(words, truth, by_rule), score(words, truth, count_syllables)
            print(f"{name}: rules {rules[0]:.1%} of words, {rules[1]:.1%} of uses")
            print(f"{name}: with the table {both[0]:.1%} of words, {both[1]:.1%} of uses")


if __name__ == "__main__":
    main()
