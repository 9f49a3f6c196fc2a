"""The JSON Schema of settings files, for editors that complete and check them: ``whosays settings --schema``.

It is made of the keys, formats, profiles and rules that this whosays and the packs in use have. What is kept for
SchemaStore (docs/schemastore/) knows the built-in profiles and groups, and no rule by name: those come and go.
"""

from __future__ import annotations

from collections.abc import Sequence

from lint import api
from lint.load.profiles import about_profiles
from lint.load.settings_keys import EVERYWHERE, FAIL_ON, TOP
from lint.model.settings import Settings
from lint.model.typed import Any
from lint.read import FORMATS

ADDRESS = "https://json.schemastore.org/whosays.json"
"""What the schema is called, and where SchemaStore would show it."""
Schema = dict[str, Any]

_ABOUT = {
    "profile": ("kind of text", "Which profile to judge by: it turns rules on and sets their numbers"),
    "select": ("only rules", "Ask only these: names, groups or globs. Default: what the profile turns on"),
    "extend-select": (
        "further rules",
        "Ask these, too. A rule in preview is turned on by its own name alone",
    ),
    "ignore": ("rules left out", "Do not ask these: names, groups or globs. This has the last word"),
    "repeats": (
        "most repeats",
        "More findings than this of one rule on the same words become one with a count; 0 keeps them apart",
    ),
    "min-confidence": (
        "least confidence",
        "Show findings from this confidence on, from 0 (all) to 1; --strict is 0.3",
    ),
    "fail-on": ("failing severity", "The mildest severity that makes a check fail with exit status 1"),
    "format": (
        "text format",
        "Read texts in this format, whatever their suffix. In [[files]], folders are searched for them, too",
    ),
    "acronyms": ("known acronyms", "Acronyms that your readers know: nobody is asked to spell them out"),
    "today": (
        "day to read on",
        "The day to read on, such as 2026-11-24. Without it no date is called stale",
    ),
    "any-language": ("any language", "Check also what does not seem to be English"),
    "targets": ("numbers of rules", "The numbers that rules judge by, such as the words of a long sentence"),
    "exclude": (
        "paths left out",
        "Paths to leave out, written as in .gitignore, relative to this file",
    ),
    "packs": ("rule packs", "Folders with rules of your own, relative to this file"),
    "files": ("sections", "Settings for some files, over those above; where several fit, the later wins"),
    "glob": (
        "covered paths",
        "The files that the section is for, written as in .gitignore: one glob or a list",
    ),
}
_EXAMPLES: dict[str, list[Any]] = {
    "profile": ["news", "docs"],
    "select": [["attribution", "unsourced-statistic"]],
    "extend-select": [["readability"]],
    "ignore": [["hedging/modal-stack", "readability"]],
    "min-confidence": [0.6],
    "acronyms": [["NATO", "WHO"]],
    "today": ["2026-11-24"],
    "exclude": [["vendor/", "CHANGELOG.md"]],
    "packs": [["house-style/"]],
    "glob": ["docs/**", ["/README.md", "/docs/**"]],
}
_WIDTH = 80
_SHARE = {"type": "number", "minimum": 0, "maximum": 1}


def schema(packs: tuple[str, ...] = (), *, names: bool = True) -> Schema:
    """Return the schema, with the names of all rules or (``names``) only those of groups."""
    rules = api.rules(packs=packs) if names else ()
    groups = sorted({rule.group for rule in api.rules(packs=packs)})
    keys = {key: _said(key, _type_of(key, packs)) for key in (*TOP, "glob")}
    section = {"glob": keys.pop("glob"), **{key: keys[key] for key in EVERYWHERE}}
    keys["files"]["items"] = {
        "type": "object",
        "title": "section",
        "description": "Settings for the files that its glob covers",
        "required": ["glob"],
        "additionalProperties": False,
        "properties": section,
    }
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": ADDRESS,
        "title": "whosays settings",
        "description": "whosays.toml, or the table [tool.whosays] of pyproject.toml",
        "type": "object",
        "additionalProperties": False,
        "properties": keys,
        **_profiles_without_packs(api.profiles(packs=packs)),
        "definitions": {
            "profile": _profile(packs),
            "rule": _names("rule", "Name of a rule or a group, or a glob", groups, [r.id for r in rules]),
        },
    }


def schema_text(packs: tuple[str, ...] = (), *, names: bool = True) -> str:
    """Return the schema as it is written: as Prettier lays JSON out, with short lists on one line."""
    return _laid_out(schema(packs, names=names), 0, 0) + "\n"


def _laid_out(value: Any, depth: int, before: int) -> str:
    """Return a value as JSON; ``before`` is how many characters stand before it on its line and one after."""
    import json

    if not value or not isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    short = json.dumps(value, ensure_ascii=False)
    if (
        isinstance(value, list)
        and before + len(short) <= _WIDTH
        and not any(isinstance(i, dict) for i in value)
    ):
        return short
    inner, outer = "  " * (depth + 1), "  " * depth
    if isinstance(value, list):
        items = [f"{inner}{_laid_out(item, depth + 1, len(inner) + 1)}" for item in value]
        return "[\n" + ",\n".join(items) + f"\n{outer}]"
    heads = [f"{inner}{json.dumps(key)}: " for key in value]
    entries = [
        head + _laid_out(item, depth + 1, len(head) + 1)
        for head, item in zip(heads, value.values(), strict=True)
    ]
    return "{\n" + ",\n".join(entries) + f"\n{outer}}}"


def _said(key: str, form: Schema) -> Schema:
    title, description = _ABOUT[key]
    told: Schema = {"title": title, "description": description}
    default = getattr(Settings(), key.replace("-", "_"), None)
    if default not in (None, "", ()):
        told["default"] = default
    if key in _EXAMPLES:
        told["examples"] = _EXAMPLES[key]
    return {**told, **form}


def _type_of(key: str, packs: tuple[str, ...]) -> Schema:
    """Return what a key takes: the schema's side of the checks in ``settings_keys``."""
    strings = {"type": "array", "items": {"type": "string"}}
    forms: dict[str, Schema] = {
        "profile": {"allOf": [{"$ref": "#/definitions/profile"}]},
        "repeats": {"type": "integer", "minimum": 0},
        "min-confidence": _SHARE,
        "fail-on": {"type": "string", "enum": list(FAIL_ON)},
        "format": {"type": "string", "enum": list(FORMATS)},
        "today": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "format": "date"},
        "any-language": {"type": "boolean"},
        "targets": _targets(packs),
        "files": {"type": "array"},
        "glob": {"anyOf": [{"type": "string"}, strings]},
    }
    if key in {"select", "extend-select", "ignore"}:
        return {"type": "array", "items": {"$ref": "#/definitions/rule"}}
    return forms.get(key, strings)


def _targets(packs: tuple[str, ...]) -> Schema:
    """Return the numbers of each rule that has some; a rule may also be named in full or by a glob."""
    about = {rule.name: rule.summary for rule in api.rules(packs=packs)}
    known = {
        rule: {
            "type": "object",
            "title": "numbers of a rule",
            "description": about.get(rule, rule),
            "additionalProperties": False,
            "properties": {name: {"type": "number"} for name in names},
        }
        for rule, names in sorted(api.target_names(packs=packs).items())
    }
    more = {"type": "object", "additionalProperties": {"type": "number"}}
    return {"type": "object", "properties": known, "additionalProperties": more}


def _profile(packs: tuple[str, ...]) -> Schema:
    choices = [{"const": name, "description": said} for name, said in about_profiles(packs).items()]
    return {
        "title": "profile",
        "description": "Kind of text; packs may bring profiles of their own",
        "anyOf": [{"type": "string", "oneOf": choices}, {"type": "string"}],
    }


def _profiles_without_packs(profiles: Sequence[str]) -> Schema:
    """Return what holds where no pack can bring a profile: it is one of ours."""
    ours = {"profile": {"enum": list(profiles)}}
    # Other keys are allowed in so many words: Tombi takes silence about them for a no.
    section = {"type": "object", "properties": ours, "additionalProperties": True}
    keys = {**ours, "files": {"type": "array", "items": section}}
    return {
        "if": {"type": "object", "properties": {"packs": False}, "additionalProperties": True},
        "then": {"type": "object", "properties": keys, "additionalProperties": True},
    }


def _names(title: str, description: str, groups: Sequence[str], rules: Sequence[str]) -> Schema:
    """Return a string for which an editor may offer what there is."""
    offered = {"type": "string", "enum": ["all", *groups, *rules]}
    return {"title": title, "description": description, "anyOf": [offered, {"type": "string"}]}
