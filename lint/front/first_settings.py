"""The text of a first ``whosays.toml``, with comments for whoever never saw one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lint.front.surveying import Part, Survey
from lint.read import CODE_SUFFIXES

SCHEMA_FILE = "whosays.schema.json"


def settings_text(
    seen: Survey, profile: str, sections: Sequence[Part], about: Mapping[str, str], *, schema: bool
) -> str:
    """Return the file: the profile of most texts, then a section for each part of another kind."""
    return "".join(f"{line}\n" for line in _lines(seen, profile, sections, about, schema=schema))


def _lines(
    seen: Survey, profile: str, sections: Sequence[Part], about: Mapping[str, str], *, schema: bool
) -> Iterator[str]:
    if schema:
        yield f"#:schema ./{SCHEMA_FILE}"
    yield "# Settings of whosays, which asks of a text: who says so?"
    yield "# After a change: `whosays check` tries it, `whosays settings TEXT` shows what holds for one text and why."
    yield ""
    yield f"# The kind of text. It decides what is asked: {_listed(about)}."
    yield f"# {profile}: {about.get(profile, '')}".rstrip(": ")
    yield f'profile = "{profile}"'
    yield ""
    yield '# What you do not want to be asked, by a rule\'s name or a whole group: ["hedging/modal-stack", "readability"].'
    yield "ignore = []"
    yield ""
    yield '# Acronyms that your readers know, such as ["NATO", "WHO"].'
    yield "acronyms = []"
    yield ""
    yield "# What is not yours to edit, written as in .gitignore."
    yield f"exclude = [{', '.join(_quoted(glob) for glob in seen.excluded)}]"
    yield ""
    yield '# The mildest that makes a commit or a CI job fail: "suggestion", "warning", "error" or "never".'
    yield 'fail-on = "warning"'
    for part in sections:
        yield ""
        yield f"# {about.get(part.profile, '')}"
        yield "[[files]]"
        yield f"glob = {_quoted(part.glob)}"
        yield f'profile = "{part.profile}"'
    for glob, form in seen.templates.items():
        yield ""
        yield f"# Read as {form}, whatever the last suffix says."
        yield "[[files]]"
        yield f"glob = {_quoted(glob)}"
        yield f'format = "{form}"'
    yield from _programs(seen.program)


def _programs(suffix: str) -> Iterator[str]:
    """Yield how the comments of programs would be checked, as lines that are commented out."""
    if suffix:
        yield ""
        yield "# The comments of programs are checked where a section asks for them:"
        yield "# [[files]]"
        yield f'# glob = "*{suffix}"'
        yield f'# format = "{CODE_SUFFIXES[suffix]}"'


def _listed(about: Mapping[str, str]) -> str:
    names = list(about)
    return f"{', '.join(names[:-1])} or {names[-1]}" if len(names) > 1 else "".join(names)


def _quoted(text: str) -> str:
    """Return a TOML string: without escapes where there are none to be made."""
    if '"' not in text and "\\" not in text and text.isprintable():
        return f'"{text}"'
    import json

    return json.dumps(text)
