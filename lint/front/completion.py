"""``whosays completion``: Tab in a shell offers commands, options, profiles, formats and names of rules.

The script of a shell is short: it asks whosays what to offer for the words so far, so that what it offers is what this
version and the packs of the settings have. A library would do it for the options, but not for these, and every install
would carry it.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence

from lint.front.arguments import parser
from lint.front.choices import UsageError
from lint.front.streams import say
from lint.model.typed import Any
from lint.read import FORMATS as TEXT_FORMATS

Offer = tuple[str, str]
"""What may stand there, and what it means. A value that begins with a colon is a word to the shell."""
FILES: Offer = (":files", "")
FOLDERS: Offer = (":folders", "")
_ASKING = "words"
"""What a script says in the place of the shell, before the words so far."""
_RULES = frozenset(("select", "extend_select", "ignore", "rule"))
_OF_FILES = frozenset(("paths", "path", "settings", "baseline", "output", "stdin_filename", "at"))
_OF_FOLDERS = frozenset(("packs", "folder", "into", "rules"))

_BASH = r"""# Completion of whosays for bash. In ~/.bashrc:  eval "$(whosays completion bash)"
_whosays() {
    local line
    COMPREPLY=()
    while IFS= read -r line; do
        case $line in
            :files) return ;;
            :folders) compopt +o default -o dirnames 2> /dev/null; return ;;
            *) COMPREPLY+=("${line%%$'\t'*}") ;;
        esac
    done < <("${COMP_WORDS[0]}" completion words "${COMP_WORDS[@]:1:COMP_CWORD}" 2> /dev/null)
}
complete -o default -F _whosays whosays
"""
_ZSH = r"""#compdef whosays
# Completion of whosays for zsh. In ~/.zshrc, after compinit:  eval "$(whosays completion zsh)"
_whosays() {
    local line
    local -a offered
    for line in "${(@f)$("${(Q)words[1]}" completion words "${(@Q)words[2,CURRENT]}" 2> /dev/null)}"; do
        case $line in
            :files) _files; return ;;
            :folders) _files -/; return ;;
            ?*) offered+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}") ;;
        esac
    done
    (( $#offered )) && _describe whosays offered
}
if [ "$funcstack[1]" = _whosays ]; then _whosays "$@"; else compdef _whosays whosays; fi
"""
_FISH = r"""# Completion of whosays for fish:  whosays completion fish > ~/.config/fish/completions/whosays.fish
function __whosays_offer
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    for line in ($words[1] completion words $words[2..-1] "$current" 2> /dev/null)
        switch $line
            case :files
                __fish_complete_path "$current"
            case :folders
                __fish_complete_directories "$current"
            case '*'
                echo $line
        end
    end
end
complete -c whosays -f -a '(__whosays_offer)'
"""
SCRIPTS = {"bash": _BASH, "zsh": _ZSH, "fish": _FISH}


def completion(args: argparse.Namespace) -> int:
    """Run the command: print the script of a shell, or answer such a script. Raises UsageError."""
    if args.shell == _ASKING:
        offers = offered(args.words)
        say("".join(f"{value}\t{_one_line(told)}\n" if told else f"{value}\n" for value, told in offers))
        return 0
    if args.shell not in SCRIPTS:
        which = f"no script for {args.shell!r}" if args.shell else "for which shell?"
        raise UsageError(f"completion: {which}; say one of {', '.join(SCRIPTS)}")
    say(SCRIPTS[args.shell])
    return 0


def _one_line(text: str) -> str:
    return " ".join(text.split()) if text else ""


def offered(words: Sequence[str]) -> list[Offer]:
    """Return what may stand in the place of the last of the words after ``whosays``."""
    *before, current = words or ("",)
    whole = parser()
    commands = next(a for a in whole._actions if isinstance(a, argparse._SubParsersAction))
    name = next((word for word in before if word in commands.choices), "")
    if not name:
        about = {action.dest: action.help or "" for action in commands._choices_actions}
        return _fitting(current, _options(whole) if current.startswith("-") else about.items())
    command: argparse.ArgumentParser = commands.choices[name]
    if current == "=" or before[-1] == "=":  # bash takes --profile=news apart
        option = before[-1] if current == "=" else before[-2]
        value = "" if current == "=" else current
        return _values(_option(command, option), value, "")
    if current.startswith("--") and "=" in current:
        option, _, value = current.partition("=")
        return _values(_option(command, option), value, f"{option}=")
    if (action := _option(command, before[-1])) and action.nargs is None:
        return _values(action, current, "")
    if current.startswith("-"):
        return _fitting(current, _options(command))
    return _values(_positional(command), current, "")


def _option(command: argparse.ArgumentParser, word: str) -> argparse.Action | None:
    return command._option_string_actions.get(word)


def _positional(command: argparse.ArgumentParser) -> argparse.Action | None:
    return next((action for action in command._actions if not action.option_strings), None)


def _options(command: argparse.ArgumentParser) -> Iterator[Offer]:
    """Yield the options in their long form."""
    for action in command._actions:
        if action.option_strings and action.help != argparse.SUPPRESS:
            yield action.option_strings[-1], (action.help or "").replace("%%", "%")


def _values(action: argparse.Action | None, current: str, before: str) -> list[Offer]:
    """Return what an option or a command takes; ``before`` stands in front of it in the same word."""
    if action is None:
        return []
    if action.choices:
        return _fitting(current, ((choice, "") for choice in action.choices), before)
    dest = action.dest
    if dest == "profile":
        from lint.load.profiles import about_profiles

        return _fitting(current, about_profiles(_packs()).items(), before)
    if dest in _RULES:
        done, comma, rest = current.rpartition(",") if dest != "rule" else ("", "", current)
        return _fitting(rest, _rules(rest), f"{before}{done}{comma}")
    if dest == "format_of":
        glob, equals, form = current.rpartition("=")
        return _fitting(form, ((f, "") for f in TEXT_FORMATS), f"{before}{glob}=") if equals else []
    if dest in _OF_FILES:
        return [FILES]
    return [FOLDERS] if dest in _OF_FOLDERS else []


def _fitting(current: str, offers: Iterable[Offer], before: str = "") -> list[Offer]:
    return [(f"{before}{value}", told) for value, told in offers if value.startswith(current)]


def _rules(current: str) -> Iterator[Offer]:
    """Yield groups and rules, these by their full name, or by the short one where that was begun."""
    from lint import api

    rules = sorted(api.rules(packs=_packs()), key=lambda rule: rule.id)
    groups = dict.fromkeys(rule.group for rule in rules)
    yield from ((group, "all rules of this group") for group in groups)
    if "/" in current or any(group.startswith(current) for group in groups):
        yield from ((rule.id, rule.summary) for rule in rules)
    if current and "/" not in current:
        yield from ((rule.name, rule.summary) for rule in rules)


def _packs() -> tuple[str, ...]:
    """Return the packs of the settings here; faulty settings offer nothing of theirs."""
    from lint.front.choices import packs_here

    nothing: Any = argparse.Namespace(rules=None)
    try:
        return packs_here(nothing)
    except ValueError:
        return ()
