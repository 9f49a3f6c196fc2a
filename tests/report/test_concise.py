from __future__ import annotations

from lint.model.finding import Report
from lint.report import renderer
from lint.report.options import Options


def test_one_line_a_finding(report: Report) -> None:
    assert renderer("concise")(report, Options()).splitlines() == [
        "docs/a.md:1:1: error: no source [sourcing/no-source] (0.90)",
        "docs/a.md:2:19: warning: “experts believe” names nobody [attribution/bare-expert-claim] (0.87)",
    ]
    assert renderer("concise")(Report(), Options()) == ""
