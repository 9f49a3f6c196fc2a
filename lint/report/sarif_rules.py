"""Rules as SARIF has them: what each asks, why, and what would answer."""

from __future__ import annotations

from lint.model.finding import Finding
from lint.model.rule import Example, RulePage
from lint.model.typed import Any
from lint.report.options import Options

LEVELS = {"error": "error", "warning": "warning", "suggestion": "note"}
_SEVERITIES = {"error": "error", "warning": "warning", "suggestion": "recommendation"}
_PRECISIONS = ((0.9, "very-high"), (0.8, "high"), (0.7, "medium"))
_EXAMPLES = 2


def rule_of(first: Finding, options: Options) -> dict[str, Any]:
    """Return the descriptor of the rule of a finding, with its page where it has one.

    ``precision`` and ``problem.severity`` are GitHub's words, which it sorts and filters by.
    """
    page = options.page(first.rule) if options.page else None
    severity = page.rule.severity if page else first.severity
    made: dict[str, Any] = {
        "id": first.rule,
        "name": "".join(part.capitalize() for part in first.rule.rpartition("/")[2].split("-")),
        "shortDescription": {"text": page.rule.summary if page else first.message or first.rule},
        "defaultConfiguration": {"level": LEVELS[severity]},
        "properties": {
            "tags": [first.group],
            "precision": _precision(page.rule.precision() if page else first.confidence),
            "problem.severity": _SEVERITIES[severity],
        },
    }
    if page:
        made["fullDescription"] = {"text": _one_line(page.why) or page.rule.summary or page.rule.id}
        made["help"] = {"text": _help(page), "markdown": _help_in_markdown(page)}
    else:  # GitHub takes no rule without these
        made["fullDescription"] = made["shortDescription"]
        made["help"] = {"text": first.question or first.message or first.rule}
    return made


def _precision(confidence: float) -> str:
    return next((word for least, word in _PRECISIONS if confidence >= least), "low")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _help(page: RulePage) -> str:
    parts = [page.rule.question, page.why.strip()]
    if page.rule.looked_for:
        parts.append(f"What would answer: {page.rule.looked_for}.")
    if page.false_alarms:
        parts.append(f"Known false alarms: {page.false_alarms}")
    return "\n\n".join(part for part in parts if part) or page.rule.id


def _help_in_markdown(page: RulePage) -> str:
    parts = [f"**{page.rule.question}**" if page.rule.question else "", page.why.strip()]
    if page.rule.looked_for:
        parts.append(f"**What would answer:** {page.rule.looked_for}.")
    for head, examples in (("Asked about", page.bad), ("Fine", page.good)):
        plain = [example for example in examples if example.format == "plain"]
        if plain:
            parts.append(f"**{head}:**")
            parts += [_quoted(example) for example in plain[:_EXAMPLES]]
    if page.false_alarms:
        parts.append(f"**Known false alarms:** {page.false_alarms}")
    return "\n\n".join(part for part in parts if part) or page.rule.id


def _quoted(example: Example) -> str:
    """Return an example as a quotation, the words that are asked about in bold."""
    text = example.text
    for start, end in reversed(example.spans):
        text = f"{text[:start]}**{text[start:end]}**{text[end:]}"
    return "\n".join(f"> {line}" for line in text.strip().splitlines())
