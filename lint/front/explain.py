"""``whosays explain``: a rule's page for people."""

from __future__ import annotations

import sys
import textwrap
from argparse import Namespace
from collections.abc import Iterator

from lint import api
from lint.front.choices import UsageError, packs_here
from lint.front.measures import in_words
from lint.front.streams import columns, say, wants_color
from lint.model.measured import LEAST
from lint.model.names import did_you_mean, matching, nearest_rule
from lint.model.rule import Example, Rule, RulePage
from lint.report.paint import Paint
from lint.report.visible import visible
from lint.run.stet import SUPPRESSION_RULES


def explain(args: Namespace) -> int:
    """Run the command. Raises UsageError for a name that no rule has."""
    if args.at:
        from lint.front.explain_at import explain_at  # imported late: a page needs none of it

        return explain_at(args)
    if not args.rule:
        raise UsageError("explain: name a rule, or a place with --at FILE:LINE")
    if args.rule == "exemptions":
        say("".join(f"{line}\n" for line in _exemptions(min(columns(sys.stdout), 100))))
        return 0
    about = matching((args.rule,), SUPPRESSION_RULES)
    if len(about) == 1:  # they have no rule file, so no page either
        rule = next(iter(about))
        say(f"{rule}\n\n{SUPPRESSION_RULES[rule]}\n")
        return 0
    packs = packs_here(args)
    try:
        page = api.explain(args.rule, packs=packs)
    except LookupError:
        tail = did_you_mean(nearest_rule(args.rule, (rule.id for rule in api.rules(packs=packs))))
        raise UsageError(f"no rule {args.rule!r}{tail or '; see `whosays rules`'}") from None
    paint = Paint(wants_color(sys.stdout, refused=args.no_color))
    wide = min(columns(sys.stdout), 100)
    say("".join(f"{line}\n" for line in render_page(page, paint, wide)))
    return 0


def _exemptions(wide: int) -> Iterator[str]:
    """Yield the exemptions that a rule may name, each with what it stands for."""
    from lint.match.exempt import ALWAYS, EXEMPTIONS

    yield "Innocent contexts that a rule may name under exempt; those with a star always count."
    yield ""
    longest = max(map(len, EXEMPTIONS)) + 4
    for name, exempt in sorted(EXEMPTIONS.items()):
        meaning = (exempt.__doc__ or "").partition("\n")[0]
        star = "*" if name in ALWAYS else " "
        yield from _wrapped(meaning, wide, f"{star} {name}".ljust(longest))


def render_page(page: RulePage, paint: Paint, wide: int) -> Iterator[str]:
    """Yield the lines of a page, wrapped to ``wide`` columns."""
    rule = page.rule
    yield paint("heading", rule.id)
    yield ""
    yield from _wrapped(rule.summary, wide)
    yield ""
    facts = (
        ("question", rule.question),
        ("kind", rule.kind),
        ("owes", ", ".join(o.replace("_", " ") for o in rule.obligation)),
        ("severity", rule.severity),
        *zip(("measured", *[""] * 20), in_words(rule), strict=False),
        ("looked for", rule.looked_for),
        ("yields to", ", ".join(rule.yields_to)),
        ("default", _default(rule)),
    )
    for label, text in facts:
        if text:
            yield from _wrapped(text, wide, f"{label + ':' if label else '':<12}")
    yield from _section("Why", page.why, paint, wide)
    yield from _examples("Asked of", page.bad, paint, wide)
    yield from _examples("Not asked of", page.good, paint, wide)
    yield from _section("False alarms", page.false_alarms, paint, wide)
    yield from _section("Mending it", page.fix_note, paint, wide)
    yield from _section("See", ", ".join(page.see), paint, wide)


def _default(rule: Rule) -> str:
    """Say why a rule is not on unasked; nothing for one that is."""
    if rule.in_preview():
        return f"off, in preview: right less often than {LEAST:.0%}; select it by its own name"
    return "" if rule.default else "off: select it by name"


def _section(title: str, text: str, paint: Paint, wide: int) -> Iterator[str]:
    if text.strip():
        yield ""
        yield paint("place", title)
        for paragraph in text.strip().split("\n\n"):
            yield from _wrapped(paragraph, wide, "  ")


def _examples(title: str, examples: tuple[Example, ...], paint: Paint, wide: int) -> Iterator[str]:
    if not examples:
        return
    yield ""
    yield paint("place", title)
    for example in examples:
        yield from _wrapped(marked(example), wide, "  - ")
        if example.why:
            yield from _wrapped(f"({example.why})", wide, "    ")


def marked(example: Example) -> str:
    """Return an example's text with ``>>`` and ``<<`` around each span, as rule files write it."""
    text = example.text
    for start, end in sorted(example.spans, reverse=True):
        text = f"{text[:start]}>>{text[start:end]}<<{text[end:]}"
    return text


def _wrapped(text: str, wide: int, lead: str = "") -> list[str]:
    clean = visible(" ".join(text.split()))
    indent = " " * len(lead)
    return textwrap.wrap(clean, wide, initial_indent=lead, subsequent_indent=indent, break_on_hyphens=False)
