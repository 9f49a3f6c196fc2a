"""``--watch``: what is checked again when, and what a person sees of it, in a process of its own on a terminal."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import shutil
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pyte
import pytest

from lint.front import watch
from lint.front.arguments import parser
from lint.front.choices import UsageError
from lint.load.settings import SettingsError
from lint.prepare import forget

ROOT = Path(__file__).parents[2]
BAD = "Experts believe that prices will fall.\n"
CLEAN = "The bridge opened in 1932.\n"
WAIT = 30.0


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with a text that has a finding and one that has none."""
    monkeypatch.chdir(tmp_path)
    forget()  # in another test's folder there may have been packs of the same name
    (tmp_path / "bad.md").write_text(BAD)
    (tmp_path / "clean.md").write_text(CLEAN)
    return tmp_path


def _desk(*args: str) -> watch.Desk:
    return watch.Desk(parser().parse_args(["check", "--watch", *args]))


def _checked(desk: watch.Desk) -> tuple[str, ...]:
    return desk.look().checked


def test_only_what_changed_is_checked_again(folder: Path) -> None:
    desk = _desk()
    first = desk.look()
    assert first.checked == ("bad.md", "clean.md")
    assert _checked(desk) == ()
    (folder / "clean.md").write_text(CLEAN + BAD)
    look = desk.look()
    assert (look.checked, look.before, len(look.again.findings)) == (("clean.md",), 0, 1)
    assert [f.path for f in look.report.files] == ["bad.md", "clean.md"]
    assert len(look.report.findings) == 2
    assert look.report.files[0] is first.report.files[0]


def test_texts_come_and_go(folder: Path) -> None:
    desk = _desk()
    desk.look()
    (folder / "new" / "deep").mkdir(parents=True)
    (folder / "new" / "deep" / "a b é.md").write_text(BAD)
    (folder / "bad.md").rename(folder / "renamed.md")
    look = desk.look()
    assert look.gone == ("bad.md",)
    assert set(look.checked) == {"renamed.md", "new/deep/a b é.md"}
    shutil.rmtree(folder / "new")
    assert desk.look().gone == ("new/deep/a b é.md",)
    (folder / "renamed.md").unlink()
    (folder / "clean.md").unlink()
    assert [p.message for p in desk.look().report.problems] == [
        "no text files in this folder; a file that you name is read whatever its suffix"
    ]


def test_a_named_text_that_is_gone_for_a_while_comes_back(folder: Path) -> None:
    desk = _desk("bad.md")
    desk.look()
    (folder / "bad.md").unlink()
    assert "no such file" in desk.look().report.problems[0].message
    (folder / "bad.md").write_text(BAD)
    look = desk.look()
    assert (look.checked, len(look.report.findings), look.report.problems) == (("bad.md",), 1, ())


def test_settings_hold_as_soon_as_they_are_saved(folder: Path) -> None:
    (folder / "part").mkdir()
    (folder / "part" / "more.md").write_text(BAD)
    desk = _desk()
    assert len(desk.look().report.findings) == 2
    settings = folder / "part" / "whosays.toml"
    before = desk.stamps
    settings.write_text('ignore = ["attribution"]\n')
    assert desk.stamps_now() != before
    look = desk.look()
    assert (look.checked, len(look.report.findings)) == (("part/more.md",), 1)
    settings.write_text('ignroe = ["attribution"]\n')
    with pytest.raises(SettingsError, match="did you mean 'ignore'"):
        desk.look()
    desk.heed(())
    before = desk.stamps
    assert "part/whosays.toml" in {os.path.relpath(path) for path in before}
    assert desk.stamps_now() == before
    settings.write_text("")
    assert desk.stamps_now() != before
    assert desk.look().checked == ("part/more.md",)


def test_ignored_texts_go_and_a_baseline_is_heeded(folder: Path) -> None:
    (folder / ".git").mkdir()
    desk = _desk()
    desk.look()
    (folder / ".gitignore").write_text("clean.md\n")
    assert desk.stamps_now() != desk.stamps
    assert desk.look().gone == ("clean.md",)
    command = (sys.executable, "-m", "lint.front.cli", "baseline")
    subprocess.run(command, check=True, capture_output=True, env=os.environ | {"PYTHONPATH": str(ROOT)})
    look = desk.look()
    assert (look.checked, len(look.report.findings), look.report.files[0].known) == (("bad.md",), 0, 1)
    (folder / "whosays-baseline.json").write_text("{")
    with pytest.raises(SettingsError, match="not a baseline"):
        desk.look()


def test_a_pack_is_read_again(folder: Path) -> None:
    rule = folder / "house" / "words" / "bridge.toml"
    rule.parent.mkdir(parents=True)
    (folder / "whosays.toml").write_text('packs = ["house"]\n')
    text = (
        'kind = "phrase"\nsummary = "A bridge"\nquestion = "Which bridge?"\nobligation = ["which"]\nseverity = "warning"\n'
        'prior = 0.9\nwhy = "House style."\nphrases = ["bridge"]\n\n'
        '[[bad]]\ntext = "The >>bridge<< opened."\n[[bad]]\ntext = "A >>bridge<< fell."\n'
        '[[good]]\ntext = "The road opened."\nwhy = "no word"\n[[good]]\ntext = "The ship."\nwhy = "no word"\n'
    )
    rule.write_text(text)
    desk = _desk()
    assert "words/bridge" in {f.rule for f in desk.look().report.findings}
    rule.write_text(text.replace("bridge", "harbour"))
    assert desk.stamps_now() != desk.stamps
    look = desk.look()
    assert look.checked == ("bad.md", "clean.md")
    assert "words/bridge" not in {f.rule for f in look.report.findings}
    rule.write_text(text.replace('kind = "phrase"', 'kind = "phrases"'))
    with pytest.raises(ValueError, match="phrases") as caught:
        desk.look()
    desk.heed(caught.value.problems)  # type: ignore[attr-defined]
    before = desk.stamps
    rule.write_text(text)
    assert desk.stamps_now() != before
    assert "words/bridge" in {f.rule for f in desk.look().report.findings}


def test_a_bibliography_counts(folder: Path) -> None:
    (folder / "paper.md").write_text("---\nbibliography: refs.bib\n---\n\nIt fell by a third [@tan2020].\n")
    (folder / "refs.bib").write_text("@book{lee1999, title = {A}}\n")
    desk = _desk("--select", "broken-reference", "--profile", "science")
    assert len(desk.look().report.findings) == 1
    (folder / "refs.bib").write_text("@book{tan2020, title = {A}}\n")
    assert desk.stamps_now() != desk.stamps
    assert desk.look().report.findings == ()


def test_a_text_that_cannot_be_read_is_told_and_comes_back(folder: Path) -> None:
    desk = _desk()
    desk.look()
    (folder / "bad.md").write_bytes(b"\x00\x01")
    assert "binary file" in desk.look().again.problems[0].message
    assert len(desk.look().report.problems) == 1
    (folder / "bad.md").write_text(BAD)
    look = desk.look()
    assert (look.report.problems, len(look.report.findings)) == ((), 1)


def test_the_lines_of_a_change_are_watched_with_its_commits(folder: Path) -> None:
    git = ("git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
    for command in (("init",), ("add", "."), ("commit", "-m", "first")):
        subprocess.run((*git, *command), check=True, capture_output=True)
    desk = _desk("--changed-lines")
    assert desk.look().report.files == ()
    (folder / "bad.md").write_text(f"{BAD}\nCritics say it is wrong.\n")
    assert desk.stamps_now() != desk.stamps
    look = desk.look()
    assert [f.rule for f in look.report.findings] == ["attribution/ghost-critics"]
    subprocess.run((*git, "commit", "-am", "second"), check=True, capture_output=True)
    assert desk.stamps_now() != desk.stamps
    assert desk.look().report.findings == ()


def test_a_report_beside_the_texts_is_none_of_them(folder: Path) -> None:
    desk = _desk("--format", "markdown", "--output", "report.md")
    look = desk.look()
    watch._show(look, desk._args, first=True)
    assert "2 files" in (folder / "report.md").read_text()
    assert desk.look().checked == ()


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["--fix"], "only looks"),
        (["--diff"], "only looks"),
        (["-"], "not at stdin"),
        (["--format", "json"], "give any other --format an --output FILE"),
        (["--baseline", "a", "--no-baseline"], "give one of the two"),
    ],
)
def test_what_cannot_go_with_it_is_refused(args: list[str], says: str, folder: Path) -> None:
    with pytest.raises(UsageError, match=says):
        watch.watch(parser().parse_args(["check", "--watch", *args]))


class Screen:
    """A terminal with a command in it; ``written`` is all that it wrote."""

    def __init__(self, folder: Path, *args: str, terminal: bool = True) -> None:
        self._near, far = pty.openpty()
        fcntl.ioctl(far, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 90, 0, 0))
        self._screen = pyte.Screen(90, 24)
        self._stream = pyte.ByteStream(self._screen)
        self.written = b""
        env = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLUMNS", "FORCE_COLOR")}
        env |= {"PYTHONPATH": str(ROOT), "TERM": "xterm", "PYTHONUTF8": "1"}
        out = far if terminal else subprocess.PIPE
        self.process = subprocess.Popen(
            (sys.executable, "-m", "lint.front.cli", "check", "--watch", *args), cwd=folder, env=env,
            stdin=far, stdout=out, stderr=out if terminal else subprocess.STDOUT, start_new_session=True,
            preexec_fn=(lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0)),
        )  # fmt: skip
        os.close(far)
        self._source = self._near if terminal else self.process.stdout.fileno()  # type: ignore[union-attr]

    @property
    def shown(self) -> str:
        return "\n".join(line.rstrip() for line in self._screen.display).strip("\n")

    def until(self, part: str, start: int = 0) -> str:
        """Read until a part of a line was written after the place ``start``; return what was written there."""
        self._until(lambda: part in self.written[start:].decode("utf-8", "replace"), part)
        return self.written[start:].decode("utf-8", "replace")

    def _until(self, done: Callable[[], bool], what: str) -> None:
        end = time.monotonic() + WAIT
        while not done():
            assert time.monotonic() < end, f"{what!r} never came:\n{self.shown}"
            if select.select([self._source], [], [], 0.05)[0]:
                try:
                    data = os.read(self._source, 65536)
                except OSError:
                    data = b""
                assert data, f"{what!r} never came:\n{self.written.decode()}"
                self.written += data
                self._stream.feed(data)

    def interrupt(self) -> int:
        """Press Ctrl-C; return the exit status."""
        os.write(self._near, b"\x03")
        return self.process.wait(WAIT)

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self._near)


@pytest.fixture
def opened() -> Iterator[Callable[..., Screen]]:
    """Opens terminals, and closes them at the end."""
    screens: list[Screen] = []

    def open_one(folder: Path, *args: str, terminal: bool = True) -> Screen:
        screens.append(Screen(folder, *args, terminal=terminal))
        return screens[-1]

    yield open_one
    for screen in screens:
        screen.close()


def test_a_writer_sees_the_questions_of_what_is_saved(folder: Path, opened: Callable[..., Screen]) -> None:
    screen = opened(folder)
    screen.until("1 open question in 2 files; Ctrl-C ends")
    assert "Which experts?" in screen.shown

    at = len(screen.written)  # saved in place
    (folder / "clean.md").write_text("Critics say it is wrong.\n")
    screen.until("clean.md: 1 open question, 1 more; 2 open questions in 2 files", at)
    assert "Which critics?" in screen.shown
    assert "Which experts?" not in screen.shown, "the screen begins anew"

    at = len(screen.written)  # saved by way of another name, as editors do that keep a backup
    (folder / "clean.md").rename(folder / "clean.md~")
    (folder / ".clean.md.swp").write_text("x")
    (folder / "clean.md").write_text(CLEAN)
    screen.until("clean.md: 0 open questions, 1 fewer; 1 open question in 2 files", at)

    at = len(screen.written)
    (folder / "bad.md").unlink()
    screen.until("bad.md (gone): 0 open questions, 1 fewer; 0 open questions in 1 file", at)

    at = len(screen.written)
    (folder / "whosays.toml").write_text("profile = 3\n")
    text = screen.until("once this is mended, the check goes on", at)
    assert "whosays: error: whosays.toml:1: profile" in text
    at = len(screen.written)
    (folder / "whosays.toml").write_text('profile = "news"\n')
    screen.until("in 1 file; Ctrl-C ends", at)

    at = len(screen.written)
    (folder / "clean.md").unlink()
    (folder / "whosays.toml").unlink()
    (folder / "whosays.toml").mkdir()
    (folder / "clean.md").mkdir()
    screen.until("clean.md (gone)", at)

    assert screen.interrupt() == 130
    assert b"\x1b[3J" not in screen.written, "what was on the screen can be scrolled back to"
    assert b"Traceback" not in screen.written


def test_many_saved_at_once_are_one_report(folder: Path, opened: Callable[..., Screen]) -> None:
    screen = opened(folder, terminal=False)
    screen.until("1 open question in 2 files\n")
    at = len(screen.written)
    for number in range(40):
        (folder / f"{number:02}.md").write_text(BAD)
    text = screen.until("in 42 files", at)
    lines = [line for line in text.splitlines() if re.match(r"\d\d:\d\d:\d\d  ", line)]
    assert len(lines) < 20, lines  # far fewer than texts; on a busy machine the forty take their time
    assert "\x1b" not in screen.written.decode()
    screen.process.send_signal(signal.SIGINT)
    assert screen.process.wait(WAIT) == 130


def test_vim_saves_as_vim_does(folder: Path, opened: Callable[..., Screen]) -> None:
    vim = shutil.which("vim")
    if not vim:
        pytest.skip("vim is not installed here")
    screen = opened(folder, "--format", "concise")
    screen.until("1 open question in 2 files")
    for backup, word in (("yes", "Critics"), ("no", "Supporters")):
        at = len(screen.written)
        commands = (f"set backupcopy={backup} backup", f"%s/^.*/{word} say it is wrong./", "wq")
        given = [part for command in commands for part in ("-c", command)]
        subprocess.run((vim, "-Nu", "NONE", "-es", *given, "clean.md"), cwd=folder, check=True, timeout=60)
        screen.until("clean.md: 1 open question", at)
    assert screen.interrupt() == 130


def test_settings_that_are_wrong_at_the_beginning_end_it(folder: Path, opened: Callable[..., Screen]) -> None:
    (folder / "whosays.toml").write_text("profile = 3\n")
    screen = opened(folder)
    screen.until("whosays.toml:1: profile")
    assert screen.process.wait(WAIT) == 2
