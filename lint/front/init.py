"""``whosays init``: settings, a hook and a baseline for a folder, guessed from what lies in it.

Nothing that is there is overwritten. Each file has a line that says what was done with it, and the last lines say how to go on.
"""

# os.path: paths stay as they were typed.
# ruff: noqa: PTH100, PTH110, PTH112, PTH118, PTH120, PTH123

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence

from lint import __version__
from lint.front import hook_entry
from lint.front.choices import UsageError, check_profile
from lint.front.first_settings import SCHEMA_FILE, settings_text
from lint.front.streams import complain, say
from lint.front.surveying import Part, Survey, in_words, survey
from lint.load.baseline import FILE_NAME as BASELINE
from lint.load.files import load_text, write_text
from lint.load.profiles import about_profiles
from lint.load.settings import FILE_NAME as SETTINGS
from lint.load.settings import SettingsFinder
from lint.model.finding import Problem
from lint.model.names import did_you_mean, nearest
from lint.model.typed import NamedTuple
from lint.read import SUFFIXES
from lint.report.totals import plural
from lint.report.visible import visible


class Plan(NamedTuple):
    """What is to be done: the profile of most texts, the parts of other kinds, and which files besides."""

    profile: str
    sections: tuple[Part, ...]
    hook: bool
    baseline: bool


class Done(NamedTuple):
    """What was done with one file: its path, in words, and whether it is new or changed."""

    path: str
    said: str
    new: bool = False


def init(args: Namespace) -> int:
    """Run the command. Raises UsageError and SettingsError."""
    folder = args.folder
    if not os.path.isdir(folder):
        raise UsageError(f"init: no folder {folder!r}; say `whosays init` in the folder of your texts")
    about = about_profiles(())
    if args.profile:
        check_profile(args.profile, tuple(about))
    seen = survey(folder)
    say("".join(f"{line}\n" for line in _told(folder, seen)))
    plan = _asked(_guessed(seen, args), about, args)
    done = [*_settings(folder, seen, plan, about, args)]
    if plan.hook:
        done.append(_hook(folder, seen, args))
    if plan.baseline and seen.texts:
        done.append(_baseline(folder, args))
    say("\n")
    wide = max((len(each.path) for each in done), default=0) + 2
    for each in done:
        say(f"{visible(each.path):{wide}}{visible(each.said)}\n")
    say("".join(f"{line}\n" for line in _next(folder, done, args)))
    return 0


def _told(folder: str, seen: Survey) -> Iterator[str]:
    """Yield what was seen."""
    if not seen.texts:
        yield f"No texts in {visible(folder)} yet. The settings are those of a fresh start."
        return
    about = "" if seen.exact else "about "
    yield f"{plural(seen.texts, 'text')} in {visible(folder)}, {about}{plural(seen.words, 'word')}: {', '.join(in_words(seen.formats))}"
    rows = [
        (
            p.glob.strip("/") or ("all else" if len(seen.parts) > 1 else "all"),
            p.profile,
            plural(p.texts, "text"),
            p.why,
        )
        for p in seen.parts
    ]
    wide = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for place, profile, texts, why in rows:
        yield f"  {visible(place):{wide[0]}}  {profile:{wide[1]}}  {texts:>{wide[2]}}  {visible(why)}".rstrip()


def _guessed(seen: Survey, args: Namespace) -> Plan:
    profile = args.profile or seen.profile
    sections = tuple(part for part in seen.parts if part.glob and part.profile != profile)
    in_git = _repository(args.folder) is not None
    return Plan(profile, sections, in_git and not args.no_hook, not args.no_baseline)


def _asked(plan: Plan, about: Mapping[str, str], args: Namespace) -> Plan:
    """Return the plan as the user wants it; nobody is asked with ``--yes``, in a dry run, or where nobody sits."""
    if args.yes or args.dry_run or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return plan
    say("\nPress Enter to take what stands in brackets.\n")
    profile = args.profile or _profile("What kind of text is most of it?", plan.profile, about)
    sections = []
    for part in plan.sections:
        kind = _profile(f"And {part.glob.strip('/')}?", part.profile, about)
        sections.append(part._replace(profile=kind))
    hook = plan.hook and _yes(f"Check each commit, by {hook_entry.FILE_NAME}?")
    baseline = plan.baseline and _yes("Set aside what is in the texts today, so that only new findings show?")
    return Plan(profile, tuple(part for part in sections if part.profile != profile), hook, baseline)


def _profile(question: str, guess: str, about: Mapping[str, str]) -> str:
    while True:
        said = _answer(f"{question} [{guess}] ") or guess
        if said in about:
            return said
        say("".join(f"  {name:14}{text}\n" for name, text in about.items()))
        say(f"There is no kind {visible(said)!r}{did_you_mean(nearest(said, about))}\n")


def _yes(question: str) -> bool:
    return _answer(f"{question} [Y/n] ").lower() not in {"n", "no"}


def _answer(question: str) -> str:
    """Return what the user types; the end of input stops everything, and nothing is written by then."""
    say(question)
    sys.stdout.flush()
    line = sys.stdin.readline()
    if not line:
        say("\n")
        raise UsageError("init: stopped; nothing was written")
    return line.strip()


def _settings(
    folder: str, seen: Survey, plan: Plan, about: Mapping[str, str], args: Namespace
) -> Iterator[Done]:
    """Yield what was done about settings. Raises UsageError where they cannot be written."""
    path = _inside(folder, SETTINGS)
    if there := SettingsFinder().file_for(_inside(folder, "text.md")):
        yield Done(there, "is there already and stays as it is; it holds for these texts")
        return
    text = settings_text(seen, plan.profile, plan.sections, about, schema=args.schema)
    kinds = ", ".join(f"{part.profile} for {part.glob.strip('/')}" for part in plan.sections)
    yield _new(path, text, f"profile {plan.profile}{f'; {kinds}' if kinds else ''}", args)
    if args.schema:
        from lint.front.settings_schema import schema_text  # imported late: few ask for it

        yield _new(_inside(folder, SCHEMA_FILE), schema_text(), "for editors that know JSON Schemas", args)


def _new(path: str, text: str, said: str, args: Namespace) -> Done:
    """Write a new file, or show it in a dry run; one that is there stays as it is. Raises UsageError."""
    if os.path.lexists(path):
        return Done(path, "is there already and stays as it is")
    if args.dry_run:
        say(
            f"\n--- {visible(path)} would be:\n{text if len(text) < 8000 else text[:400] + '…'}\n".rstrip(
                "\n"
            )
            + "\n"
        )
        return Done(path, f"would be written: {said}", new=True)
    try:
        with open(path, "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise UsageError(
            f"init: cannot write {path}: {error.strerror}; may you write in this folder?"
        ) from None
    return Done(path, f"written: {said}", new=True)


def _repository(folder: str) -> str | None:
    """Return the top folder of the repository that a folder lies in, as seen from here; None outside of one."""
    at = os.path.abspath(folder)
    while not os.path.exists(os.path.join(at, ".git")):
        outer = os.path.dirname(at)
        if outer == at:
            return None
        at = outer
    return os.path.relpath(at)


def _inside(folder: str, name: str) -> str:
    return os.path.normpath(os.path.join(folder, name))


def _hook(folder: str, seen: Survey, args: Namespace) -> Done:
    """Add the hook to the repository's configuration. Raises UsageError where it cannot be written."""
    path = _inside(_repository(folder) or folder, hook_entry.FILE_NAME)
    entry = _entry(args.repo or _address(), seen)
    before = ""
    if os.path.lexists(path):
        loaded = load_text(path)
        if isinstance(loaded, Problem) and loaded.status:
            return Done(path, f"stays as it is: {loaded.message}")
        before = "" if isinstance(loaded, Problem) else loaded
    if hook_entry.has_entry(before):
        return Done(path, "has a hook of whosays already")
    try:
        after = hook_entry.with_entry(before, entry)
    except hook_entry.NoPlaceError as error:
        say(f"\n--- to be added to {visible(path)}:\n{entry}")
        return Done(path, f"stays as it is, for {error}: add the lines above to it")
    if not before and not os.path.lexists(path):
        return _new(path, after, "a hook that checks the texts of each commit", args)
    if args.dry_run:
        say(f"\n--- to {visible(path)} would be added:\n{entry}")
        return Done(path, "would get the hook, after the others", new=True)
    if problem := write_text(path, before, after):
        raise UsageError(f"init: {problem}")
    return Done(path, "changed: the hook comes after the others", new=True)


def _address() -> str:
    """Return the address of the repository that this whosays was installed from, ``""`` where none is known."""
    import json
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        told = json.loads(distribution("whosays").read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        return ""
    return told.get("url", "") if "vcs_info" in told else ""


def _entry(address: str, seen: Survey) -> str:
    """Return the lines of the hook: of a repository with an address, else of the whosays that is installed."""
    if address:
        return f"- repo: {address}\n  rev: v{__version__}\n  hooks:\n    - id: whosays\n"
    suffixes = "|".join(sorted(suffix[1:].replace(".", "\\.") for suffix in _suffixes(seen)))
    return (
        "# The whosays that is installed here. For one that pre-commit installs by itself: whosays init --repo ADDRESS\n"
        "- repo: local\n"
        "  hooks:\n"
        "    - id: whosays\n"
        "      name: whosays\n"
        "      entry: whosays check --force-exclude --format concise\n"
        "      language: system\n"
        "      types: [text]\n"
        f"      files: (?i)\\.({suffixes})$\n"
        "      require_serial: true\n"
        "      stages: [pre-commit]\n"
    )


def _suffixes(seen: Survey) -> set[str]:
    """Return the suffixes of the formats that there are, or of the usual ones where there are no texts yet."""
    formats = seen.formats or {"markdown": 1, "rest": 1, "plain": 1}
    found = {suffix for suffix, form in SUFFIXES.items() if form in formats and suffix}
    return found | {glob.removeprefix("*") for glob in seen.templates}


def _baseline(folder: str, args: Namespace) -> Done:
    """Note what the texts have today, if there is anything. Raises UsageError and SettingsError."""
    path = _inside(folder, BASELINE)
    if os.path.lexists(path):
        return Done(path, "is there already and stays as it is; `whosays baseline` brings it up to date")
    if args.dry_run:
        return Done(path, "would note what a check finds today, if it finds anything", new=True)
    from lint.front.arguments import parser
    from lint.front.baseline import note

    noted = note(parser(("baseline",)).parse_args(["baseline", "--output", path, "--", folder]), empty=False)
    complain(noted.problems)
    if not noted.known:
        return Done(path, "not needed: a check finds nothing today")
    return Done(path, f"written: {plural(noted.known, 'finding')} that the texts have today", new=True)


def _next(folder: str, done: Sequence[Done], args: Namespace) -> Iterator[str]:
    """Yield how to go on."""
    if args.dry_run:
        yield "\nNothing was written. To do it: the same without --dry-run"
        return
    new = [each.path for each in done if each.new]
    yield "\nNext:"
    if new and _repository(folder) is not None:
        yield f"  git add {' '.join(map(_for_shell, new))}"
    if any(path.endswith(hook_entry.FILE_NAME) for path in new):
        yield "  pre-commit install    # or: prek install; from then on each commit is checked"
    where = "" if folder in {".", ""} else f" {_for_shell(folder)}"
    noted = any(each.path.endswith(BASELINE) and each.new for each in done)
    yield f"  whosays check{where}    # {'what is new since today: nothing yet' if noted else 'what there is to ask'}"
    if noted:
        yield f"  whosays check --no-baseline --statistics{where}    # what was set aside, by rule"


def _for_shell(path: str) -> str:
    from shlex import quote

    return quote(path)
