"""What a text tells of itself before it begins: author, date, section, title in its front matter."""

from __future__ import annotations

from lint.model.typed import Any
from lint.read.front_matter import length

_KEYS = ("title", "author", "authors", "date", "section", "category", "categories", "lang", "tags")
_ONE = {"authors": "author", "category": "section", "categories": "section", "tags": "tag"}
_LONGEST, _MOST = 200, 20


def told_in(text: str, name: str) -> tuple[tuple[str, str], ...]:
    """Return what a Markdown text's front matter tells, as (key, value); what cannot be read as such tells nothing."""
    if not text.startswith(("---", "+++", "\ufeff---", "\ufeff+++")):
        return ()
    first, *lines = text[: length(text)].lstrip("\ufeff").rstrip().splitlines()[:-1] or [""]
    block = "\n".join(lines)
    data = _toml(block) if first.startswith("+++") else _yaml(block)
    found: dict[str, str] = {}
    for key in _KEYS:
        value = _words(data.get(key)) if isinstance(data, dict) else ""
        if value:
            found.setdefault(_ONE.get(key, key), value[:_LONGEST])
    return tuple(found.items())


def _toml(block: str) -> Any:
    import tomllib

    try:
        return tomllib.loads(block)
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}


def _yaml(block: str) -> Any:
    try:
        import yaml
    except ImportError:  # the extra that reports need brings it
        return {}
    try:
        return yaml.safe_load(block)
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}


def _words(value: Any) -> str:
    """Return a value as words: the parts of a list by commas, the name of an author who is told in parts."""
    if isinstance(value, list):  # one level: what is nested deeper is no label, and may be a bomb of aliases
        return ", ".join(word for part in value[:_MOST] if (word := _word(part)))
    return _word(value)


def _word(value: Any) -> str:
    if isinstance(value, dict):
        value = value.get("name")
    if value is None or isinstance(value, bool | list | dict):
        return ""
    return " ".join(str(value).split())
