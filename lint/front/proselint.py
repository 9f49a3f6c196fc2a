"""Our rules in proselint's registry, so that proselint's own command runs them.

Its checks are callables over a text that it has padded with a line end on either side; it has no plugins of
its own, so whoever starts it registers ours first::

    from proselint.command_line import main
    from lint.front.proselint import register_rules

    register_rules()
    main()
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from lint.api import check_text, rules
from lint.model.finding import Finding
from lint.model.settings import Settings
from lint.model.typed import Any

_ROOT = "whosays"
_STET = "suppression"
"""The group of what is said about ``stet`` comments: no rule, but findings all the same."""


def register_rules(settings: Settings | None = None) -> int:
    """Register each of our rules that is on as a check of proselint's; return how many.

    proselint's own checks are left to proselint. A rule's path is ``whosays.<group>.<rule>``; proselint's
    configuration can switch off all (``"whosays": false``), a group (``"whosays.hedging": false``) or a rule.
    Registering again replaces what was registered: findings are never doubled.

    Args:
        settings: Which rules, which profile, how sure; ``format`` (``markdown`` unless told) says how to
            read, for proselint does not tell its checks the name of a file.
    """
    from proselint.config import DEFAULT
    from proselint.registry import CheckRegistry

    settings = settings or Settings()
    settings = settings._replace(ignore=(*settings.ignore, "proselint"), format=settings.format or "markdown")
    paths = [_path(rule.id) for rule in rules(settings)] + [_path(_STET)]
    registry = CheckRegistry()
    registry.checks[:] = [c for c in registry.checks if not c.matches_partial(_ROOT)]
    registry.register_many(tuple(_check(path, settings) for path in paths))
    DEFAULT["checks"].setdefault(_ROOT, True)
    return len(paths)


def _path(rule_id: str) -> str:
    return f"{_ROOT}.{rule_id.replace('/', '.')}"


def _check(path: str, settings: Settings) -> Any:
    """Return a check of proselint's that yields our findings of one path."""
    from proselint.registry.checks import Check, CheckFlags

    # What stands in quotations is for us to judge: proselint's own filter knows it less well.
    return Check(_finder(settings), path=path, message="{}", flags=CheckFlags(allow_quotes=True))


def _finder(settings: Settings) -> Callable[[str, Any], Iterator[Any]]:
    def find(text: str, check: Any) -> Iterator[Any]:
        for finding in _findings(text, settings):
            if check.path in (_path(finding.rule), _path(finding.group)):
                yield _result(finding, text)

    return find


@lru_cache(maxsize=1)
def _findings(padded: str, settings: Settings) -> tuple[Finding, ...]:
    """Return our findings in a text that proselint padded; all our checks of one text share one pass."""
    return check_text(padded[1:-1], settings=settings).findings


def _result(finding: Finding, padded: str) -> Any:
    """Return a finding as proselint has it: spans count from the line end that it put in front."""
    from proselint.registry.checks import CheckResult

    start, end = finding.span.start + 1, finding.span.end + 1
    edits = finding.fix.edits if finding.fix else ()
    whole = len(edits) == 1 and edits[0].span == finding.span
    message = f"{finding.message.rstrip('.')}. {finding.question}".strip()
    return CheckResult(
        _path(finding.rule), message, (start, min(end, len(padded))), edits[0].replacement if whole else None
    )
