"""The scorecard on a terminal."""

from lint.report.paint import Paint
from lint.report.scorecard import render_score

SCORE = {
    "attributions": {"named": 48, "role": 1, "unnamed": 0, "impersonal": 3},
    "claims": {"total": 20, "supported": 11},
    "statistics": {"total": 0, "supported": 0},
    "per_1000_words": {"citations": 4.2, "hedges": 11.0, "boosters": 0.2},
    "usual": {"hedges": [0.5, 8.4], "boosters": [1.0, 3.2]},
    "readability": {"grade": 13.42, "target": 11},
}
EXPECTED = """\
Scorecard of a.txt
  Attributions                      52
    named person or body            48   92% ████████████████████████
    role or class at a body          1    2% █
    unnamed people                   0    0%
    passive, or nobody at all        3    6% ██

  Claims that could be checked      20   11 with support near them, 9 without
  Statistics                         0

  Per 1,000 words                 here   usual
    citations                      4.2
    hedges                        11.0   0.5 to 8.4  more than usual
    boosters                       0.2   1 to 3.2  fewer than usual
  Reading grade                   13.4   target 11  harder than the target
"""


def test_it_reads_as_a_table() -> None:
    assert "\n".join(render_score("a.txt", SCORE, Paint(False))) + "\n" == EXPECTED


def test_without_attributions_there_is_no_share() -> None:
    none = SCORE | {"attributions": dict.fromkeys(SCORE["attributions"], 0)}
    assert "%" not in "".join(render_score("a.txt", none, Paint(False)))
