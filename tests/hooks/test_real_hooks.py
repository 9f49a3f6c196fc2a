"""Hooks as users have them: what is committed is checked, and nothing else is in the way."""

from __future__ import annotations

from runners import VERSIONS, Scratch

BAD = "# Rates\n\nThe currency is overvalued, analysts believe.\n"
ASKED = "warning: An unnamed class of experts says something [attribution/bare-expert-claim]"
GOOD = "# Rates\n\nThe currency is overvalued, said Mei Tan, a strategist at Norbank.\n"
FIXABLE = "# Rates\n\nThe bank closed in order to save money.\n"


def test_a_bad_article_is_refused_with_its_lines_and_a_fixed_one_goes_in(scratch: Scratch) -> None:
    scratch.hook("whosays")
    scratch.stage("a.md", BAD)
    status, told = scratch.commit()
    assert status == 1
    assert f"a.md:3:29: {ASKED}" in told
    assert "\x1b" not in told
    scratch.stage("a.md", GOOD)
    status, told = scratch.commit()
    assert status == 0, told
    assert scratch.git("log", "--format=%s").stdout.startswith("Say more\nBegin\n")


def test_all_files_and_arguments(scratch: Scratch) -> None:
    scratch.write("whosays.toml", 'exclude = ["old/"]\n[[files]]\nglob = "*.inc"\nformat = "markdown"\n')
    for name in ("a.md", "old/b.md", "naïve folder/ein Text.org", "c.inc", "d.css", "e.py", "Makefile"):
        scratch.write(name, BAD)
    scratch.hook(
        "whosays\n        files: ''",
        "whosays\n        alias: json\n        args: [--format, json, --profile, fiction]",
    )
    done = scratch.run("run", "--all-files", "whosays")
    told = done.stdout + done.stderr
    asked = {line.strip().partition(":")[0] for line in told.splitlines() if ASKED in line}
    assert asked == {"a.md", "naïve folder/ein Text.org", "c.inc"}, told
    assert done.returncode == 1
    done = scratch.run("run", "--all-files", "json", "--verbose")
    assert done.returncode == 0, done.stdout
    assert '"path": "a.md"' in done.stdout
    assert "old/b.md" not in done.stdout


def test_what_is_staged_is_checked_and_not_what_lies_beside_it(scratch: Scratch) -> None:
    scratch.stage("a.md", GOOD)
    scratch.hook("whosays", "whosays-changed")
    scratch.stage("a.md", GOOD + "\nMore.\n")
    scratch.write("a.md", GOOD + "\nMore. The currency is overvalued, analysts believe.\n")
    status, told = scratch.commit()
    assert status == 0, told
    scratch.git("add", "a.md")
    scratch.write("a.md", GOOD)
    status, told = scratch.commit()
    assert status == 1
    assert told.count(f"a.md:5:35: {ASKED}") == 2
    assert (scratch.folder / "a.md").read_text("utf-8") == GOOD


def test_only_changed_lines(scratch: Scratch) -> None:
    old = BAD + "\n" + "A line that nobody changes.\n" * 9
    scratch.stage("a text.md", old)
    scratch.stage("docs/ü.md", old)
    scratch.hook("whosays-changed")
    scratch.stage("a text.md", old + "\nOne more.\n")
    scratch.git("mv", "docs/ü.md", "docs/ö.md")
    scratch.stage("docs/ö.md", old + "\nMany experts agree that rents fall.\n")
    status, told = scratch.commit("--", "a text.md")  # a commit of some paths has an index of its own
    assert status == 0, told
    status, told = scratch.commit()
    assert status == 1
    assert "docs/ö.md:15:1: " in told, told
    assert "ö.md:3:" not in told
    assert scratch.commit("--no-verify")[0] == 0
    done = scratch.run("run", "--from-ref", "HEAD~1", "--to-ref", "HEAD")
    assert "docs/ö.md:15:1: " in done.stdout
    assert "ö.md:3:" not in done.stdout
    assert "a text" not in done.stdout


def test_what_is_pushed(scratch: Scratch) -> None:
    scratch.stage("a.md", BAD)
    scratch.hook("whosays-changed", types=("pre-push",))
    scratch.git("init", "--quiet", "--bare", "../there.git")
    scratch.git("remote", "add", "origin", "../there.git")
    scratch.git("push", "--quiet", "--no-verify", "origin", "HEAD:main")
    scratch.git("fetch", "--quiet", "origin")
    scratch.stage("a.md", BAD + "\nMore.\n")
    scratch.git("commit", "--quiet", "--message", "More")
    push = (*scratch.before, "git", "push", "origin", "HEAD:main")
    assert scratch.home.ask(scratch.folder, *push).returncode == 0
    scratch.stage("a.md", BAD + "\nMore. Many experts agree that rents fall.\n")
    scratch.git("commit", "--quiet", "--message", "Yet more")
    done = scratch.home.ask(scratch.folder, *push)
    told = done.stdout + done.stderr
    assert done.returncode == 1
    assert "a.md:5:7: " in told
    assert "a.md:3:" not in told


def test_the_first_commit(scratch: Scratch) -> None:
    scratch.write(".pre-commit-config.yaml", scratch.home.config("whosays-changed"))
    assert scratch.run("install").returncode == 0
    scratch.stage("a.md", BAD)
    scratch.git("add", "--all")
    status, told = scratch.commit()
    assert (status, f"a.md:3:29: {ASKED}" in told) == (1, True), told


def test_a_rename_and_names_that_are_no_words(scratch: Scratch) -> None:
    scratch.stage("a.md", GOOD)
    scratch.hook("whosays")
    scratch.git("mv", "a.md", "b.md")
    assert scratch.commit()[0] == 0
    names = ("Ein Aufsatz – über Zinsen.md", "-x.md", 'it\'s "here".md', "日本.txt")
    for name in names:
        scratch.stage(name, BAD.replace("# Rates\n", "") if name.endswith("txt") else BAD)
    status, told = scratch.commit()
    assert status == 1
    assert told.count(ASKED) == len(names)
    assert "Ein Aufsatz – über Zinsen.md:3:29: " in told
    assert "-x.md:3:29: " in told


def test_fixing(scratch: Scratch) -> None:
    scratch.hook("whosays-fix")
    scratch.stage("a.md", FIXABLE)
    status, told = scratch.commit()
    assert status == 1
    assert "files were modified by this hook" in told
    mended = (scratch.folder / "a.md").read_text("utf-8")
    assert mended == FIXABLE.replace("in order to", "to")
    scratch.git("add", "a.md")
    assert scratch.commit()[0] == 0
    scratch.stage("a.md", mended + FIXABLE)
    scratch.write("a.md", mended + FIXABLE + "\nThis line is not staged.\n")
    assert scratch.commit()[0] == 1
    assert (scratch.folder / "a.md").read_text("utf-8").endswith("This line is not staged.\n")


MESSAGE = """fix(rates): round as the bank does

The old way was slower by half a second in the run of 3 May, and
# experts agree that this line is git's
nobody remembers why it was chosen.

Signed-off-by: Experts Agree <ada@example.com>
"""


def test_commit_messages(scratch: Scratch) -> None:
    scratch.hook("whosays", "whosays-commit-msg", types=("pre-commit", "commit-msg"))
    scratch.stage("a.md", GOOD)
    status, told = scratch.commit(
        message="Round the rates\n\nExperts agree that this is right, and it is\nfar faster.\n"
    )
    assert status == 1
    assert "COMMIT_EDITMSG:3:1: error: " in told
    assert "unsupported-consensus" in told
    for message in ("fixup! Experts agree that it is right", MESSAGE):
        status, told = scratch.commit("--allow-empty", message=message)
        assert status == 0, told
    editor = {
        "GIT_EDITOR": 'printf \'Round\\n\\nExperts agree that it is right.\\n\' | cat - "$1" >> x; cat x > "$1"; :'
    }
    scratch.stage("b.md", GOOD)
    done = scratch.home.ask(scratch.folder, *scratch.before, "git", "commit", "--verbose", **editor)
    assert done.returncode == 1
    assert "COMMIT_EDITMSG:3:1: error: " in done.stdout + done.stderr


def test_a_submodule_and_a_worktree(scratch: Scratch) -> None:
    inner = Scratch(scratch.home, scratch.runner, scratch.folder.parent / "inner", scratch.before)
    inner.stage("a.md", BAD)
    inner.git("commit", "--quiet", "--message", "Begin")
    scratch.hook("whosays", "whosays-changed")
    scratch.git("submodule", "--quiet", "add", str(inner.folder), "part")
    status, told = scratch.commit()
    assert status == 0, told  # a submodule's texts are its own
    part = Scratch(scratch.home, scratch.runner, scratch.folder / "part", scratch.before)
    part.hook("whosays-changed", "whosays-commit-msg", types=("pre-commit", "commit-msg"))
    part.stage("docs/b.md", BAD)
    part.stage("a.md", BAD + "\nMore.\n")
    status, told = part.commit()
    assert status == 1
    assert told.count(ASKED) == 1
    assert f"docs/b.md:3:29: {ASKED}" in told
    part.stage("docs/b.md", GOOD)
    status, told = part.commit(message="Say more\n\nExperts agree that it is right.")
    assert "COMMIT_EDITMSG:3:1: error: " in told
    scratch.git("worktree", "add", "--quiet", "../tree")
    tree = Scratch(scratch.home, scratch.runner, scratch.folder.parent / "tree", scratch.before)
    tree.stage("docs/b.md", BAD)
    status, told = tree.commit()
    assert (status, told.count(f"docs/b.md:3:29: {ASKED}")) == (1, 2), told


def test_five_hundred_files_at_once(scratch: Scratch) -> None:
    scratch.hook("whosays", "whosays-changed")
    for number in range(500):
        scratch.write(f"part{number % 20}/{number:03}.md", BAD if number == 250 else GOOD)
    scratch.git("add", "--all")
    status, told = scratch.commit()
    assert status == 1
    assert told.count(ASKED) == 2
    assert "part10/250.md:3:29: " in told


def test_a_newer_version(scratch: Scratch) -> None:
    scratch.hook("whosays")
    scratch.stage("a.md", BAD)
    assert f"whosays {VERSIONS[0]}" in scratch.commit()[1]
    done = scratch.run("autoupdate")
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"rev: {VERSIONS[1]}" in (scratch.folder / ".pre-commit-config.yaml").read_text("utf-8")
    scratch.git("add", "--all")
    status, told = scratch.commit()
    assert (status, f"whosays {VERSIONS[1]}" in told) == (1, True), told


def test_the_whosays_that_is_installed(scratch: Scratch) -> None:
    scratch.hook("whosays-system")
    scratch.stage("a.md", BAD)
    status, told = scratch.commit()
    assert (status, f"a.md:3:29: {ASKED}" in told) == (1, True), told


def test_try_repo(home: object, runner: str, tmp_path: object) -> None:
    scratch = Scratch(home, runner, tmp_path / "work")  # type: ignore[arg-type, operator]
    scratch.stage("a.md", BAD)
    done = scratch.run("try-repo", str(scratch.home.hooks), "whosays", "--ref", VERSIONS[0], "--all-files")
    assert done.returncode == 1
    assert f"a.md:3:29: {ASKED}" in done.stdout
