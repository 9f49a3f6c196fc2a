from __future__ import annotations

import errno
import os
import stat
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lint import files as checking
from lint.load import cache_folder, fingerprint, results
from lint.load.files import TextFile
from lint.load.fingerprint import environment, forget
from lint.load.packed import packed, to_bytes
from lint.load.results import Results
from lint.model.finding import FileReport, Finding, Problem, Report
from lint.model.focus import Focus
from lint.model.settings import Settings
from lint.model.text import Span

REPORT = Report(
    (FileReport("a.md", "x", (Finding("g/r", Span(0, 1), "error", 0.9, "m", "q"),), {"n": 1}, {}),),
    (Problem("a.md", "a note", status=0),),
)
BLOB = to_bytes(((), packed(REPORT, "a.md")))
KEY = b"k" * 20


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("WHOSAYS_CACHE_DIR", str(tmp_path / "cache"))
    yield tmp_path / "cache"
    forget()


def entries(folder: Path) -> list[Path]:
    return sorted(p for p in (folder / results._FOLDER).glob("??/*") if p.is_file())


def test_what_is_kept_is_found_again(folder: Path) -> None:
    kept = Results()
    assert kept.find(KEY, "x", "a.md") is None
    kept.keep(KEY, BLOB)
    assert kept.find(KEY, "x", "a.md") == REPORT == Results().find(KEY, "x", "a.md")
    again = Results().find(KEY, "x", "b.md")
    assert again
    assert again.files[0].path == "b.md"
    assert Results(kept=False).find(KEY, "x", "a.md") is None


def test_the_folder_is_private_and_nobody_commits_it_or_backs_it_up(folder: Path) -> None:
    Results().keep(KEY, BLOB)
    for place in (folder, folder / results._FOLDER):
        assert (place / ".gitignore").read_text().endswith("\n*\n")
        assert (
            (place / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55\n")
        )
    if sys.platform != "win32":
        assert {stat.S_IMODE(p.stat().st_mode) for p in entries(folder)} == {0o600}
        assert {
            stat.S_IMODE(p.stat().st_mode) for p in (folder, *folder.glob("results*"), *folder.glob("*/??"))
        } == {0o700}


def test_a_folder_that_holds_other_things_is_not_hidden_from_git(folder: Path) -> None:
    folder.mkdir()
    (folder / "article.md").write_text("mine")
    Results().keep(KEY, BLOB)
    assert not (folder / ".gitignore").exists()
    assert (folder / results._FOLDER / ".gitignore").exists()


SETTINGS = st.builds(
    Settings,
    profile=st.sampled_from(["general", "news"]),
    select=st.lists(st.sampled_from(["a", "b", "a, b", "', '"]), max_size=2).map(tuple),
    ignore=st.lists(st.sampled_from(["a", "b"]), max_size=2).map(tuple),
    min_confidence=st.sampled_from([0.5, 0.3]),
    fail_on=st.sampled_from(["warning", "error"]),
    format=st.sampled_from(["", "markdown", "plain"]),
    acronyms=st.lists(st.sampled_from(["NATO", "WHO"]), max_size=1).map(tuple),
    today=st.sampled_from(["", "2026-11-24"]),
    repeats=st.sampled_from([0, 5]),
    score=st.booleans(),
    targets=st.sampled_from([(), (("long-sentence", (("warning", 30.0),)),)]),
)
FOCUS = st.builds(
    Focus,
    known=st.lists(st.tuples(st.sampled_from(["r 1", "r 2"]), st.integers(1, 2)), max_size=1).map(tuple),
    lines=st.sampled_from([None, (), ((1, 2),), ((1, 3),)]),
)
TEXTS = st.text(max_size=4) | st.sampled_from(["\0", "\ufeffa", "a", "a\n", "a\r\n", "a\n" * 9])
FILES = st.builds(
    TextFile, st.sampled_from(["a.md", "d/a.md", "a.txt", "a.html", "a.xhtml"]), SETTINGS, FOCUS
)


@given(one=FILES, other=FILES, a=TEXTS, b=TEXTS)
def test_no_difference_shares_a_key(one: TextFile, other: TextFile, a: str, b: str) -> None:
    kept = Results(kept=False)
    same = (a, one.settings, one.focus, Path(one.path).suffix) == (
        b,
        other.settings,
        other.focus,
        Path(other.path).suffix,
    )
    assert (kept.key_of(a, one) == kept.key_of(b, other)) == same


def test_every_setting_is_in_the_key() -> None:
    kept = Results(kept=False)
    keys = {kept.key_of("x", TextFile("a.md", Settings()))}
    for field, default in zip(Settings._fields, Settings(), strict=True):
        other = not default if isinstance(default, bool) else 7 if isinstance(default, int) else "x"
        keys.add(kept.key_of("x", TextFile("a.md", Settings()._replace(**{field: other}))))
    assert len(keys) == len(Settings._fields) + 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(data=st.data())
def test_a_damaged_entry_is_none(folder: Path, data: st.DataObject) -> None:
    kept = Results()
    kept.keep(KEY, BLOB)
    (path,) = entries(folder)
    whole = path.read_bytes()
    if data.draw(st.booleans()):
        damaged = whole[: data.draw(st.integers(0, len(whole) - 1))]
    else:
        bit = data.draw(st.integers(0, 8 * len(whole) - 1))
        damaged = bytearray(whole)
        damaged[bit // 8] ^= 1 << bit % 8
    path.write_bytes(damaged)
    assert kept.find(KEY, "x", "a.md") is None
    path.write_bytes(whole)
    assert kept.find(KEY, "x", "a.md") == REPORT


def test_an_entry_under_another_name_is_none(folder: Path) -> None:
    kept = Results()
    kept.keep(KEY, BLOB)
    (path,) = entries(folder)
    other = b"l" * 20
    Path(kept._path(other)).parent.mkdir(exist_ok=True)
    path.rename(kept._path(other))
    assert kept.find(other, "x", "a.md") is None


@pytest.mark.parametrize("value", [b"", b"x", (), ((), ()), ((), ((), ()), 1), (None, (((1, 2),), ()))])
def test_a_whole_entry_that_is_no_report_is_none(folder: Path, value: object) -> None:
    kept = Results()
    kept.keep(KEY, value if isinstance(value, bytes) else to_bytes(value))
    assert kept.find(KEY, "x", "a.md") is None or value == ((), ((), ()))


def test_a_folder_that_goes_meanwhile_is_made_again(folder: Path) -> None:
    import shutil

    kept = Results()
    kept.keep(KEY, BLOB)
    shutil.rmtree(folder)
    assert kept.find(KEY, "x", "a.md") is None
    kept.sweep()
    kept.keep(KEY, BLOB)
    assert kept.find(KEY, "x", "a.md") == REPORT


def test_a_folder_that_cannot_be_written_is_no_fault(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.write_text("a file stands where the folder should")
    kept = Results()
    kept.keep(KEY, BLOB)
    kept.sweep()
    assert kept.find(KEY, "x", "a.md") is None
    folder.unlink()
    Results().keep(KEY, BLOB)

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    for write in (full, lambda *_: 3):
        kept = Results()
        monkeypatch.setattr(cache_folder.os, "write", write)
        kept.keep(b"m" * 20, BLOB)
        monkeypatch.undo()
        monkeypatch.setenv("WHOSAYS_CACHE_DIR", str(folder))
        assert len(entries(folder)) == 1  # nor is anything left of the other
        assert kept.find(KEY, "x", "a.md") == REPORT


def test_what_is_not_used_for_long_goes_once_a_day(folder: Path) -> None:
    kept = Results()
    keys = [bytes([n]) * 20 for n in range(4)]
    for key in keys:
        kept.keep(key, BLOB)
    ages = (0, 2 * results._DAY, results.KEPT - 60, results.KEPT + 60)
    now = time.time()
    for key, age in zip(keys, ages, strict=True):
        os.utime(kept._path(key), (now - age, now - age))
    assert kept.find(keys[2], "x", "a.md") == REPORT  # which is a use
    kept.sweep()
    assert [Path(kept._path(key)).exists() for key in keys] == [True, True, True, False]
    assert now - Path(kept._path(keys[2])).stat().st_mtime < 60
    os.utime(kept._path(keys[1]), (1, 1))
    kept.sweep()
    assert Path(kept._path(keys[1])).exists()
    stamp = folder / results._FOLDER / results._SWEPT
    os.utime(stamp, (1, 1))
    Results().sweep()  # a run that kept nothing has nothing to make room for
    assert Path(kept._path(keys[1])).exists()
    kept.sweep()
    assert not Path(kept._path(keys[1])).exists()


def test_what_is_too_much_goes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Results()
    now = time.time()
    for n in range(6):
        kept.keep(bytes([n]) * 20, BLOB)
        os.utime(kept._path(bytes([n]) * 20), (now - n, now - n))
    part = Path(kept._path(KEY)).parent / "x.1-a.part"
    part.parent.mkdir(exist_ok=True)
    part.write_text("left by a run that was killed")
    os.utime(part, (now - 2 * results._DAY,) * 2)
    monkeypatch.setattr(results, "MOST", 3 * results._BLOCK)
    kept.sweep()
    assert [p.name[0] for p in entries(folder)] == ["0"] * 3
    kept.keep(KEY, b"x" * (results._LARGEST + 1))
    assert len(entries(folder)) == 3


def test_rules_code_and_libraries_are_in_the_key(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fingerprint, "_BEGAN", 2**63)
    pack = tmp_path / "pack" / "words"
    pack.mkdir(parents=True)
    rule = pack / "a.toml"
    rule.write_text("x = 1")
    packs = (str(pack.parent),)
    seen = {environment(), environment(packs)}
    for change in ("x = 2", "x = 3\n"):
        rule.write_text(change)
        forget()
        seen.add(environment(packs))
    assert len(seen) == 4
    rule.write_text("x = 1")  # the same content at another time is the same
    forget()
    assert environment(packs) in seen
    for path in folder.glob("code-*.bin"):  # and so it is where what is known of it is damaged
        path.write_bytes(path.read_bytes()[:-1] + b"?")
    forget()
    assert environment(packs) in seen
    site = tmp_path / "site-packages"
    (site / "sentencex-99.0.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(str(site))
    forget()
    assert environment(packs) not in seen


def test_a_result_that_depends_on_a_bibliography_holds_while_that_does(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    article, entries_of = tmp_path / "a.md", tmp_path / "refs.bib"
    article.write_text(
        "---\nbibliography: refs.bib\n---\n\nThe sea rose by a metre [@mori2020] in ten years.\n"
    )
    files = [TextFile("a.md", Settings(select=("broken-reference",)))]

    def asked(cache: bool) -> list[str]:
        report = checking.check_files(files, cache=cache)
        return [f.rule for f in report.findings] + [p.message for p in report.problems]

    seen = []
    for content in (
        None,
        "@book{mori2020, title={A}}",
        "@book{mori2021, title={A}}",
        "@book{mori2020, title={A}}",
        None,
    ):
        entries_of.unlink(missing_ok=True)
        if content:
            entries_of.write_text(content)
            os.utime(entries_of, (1_000_000, 1_000_000))  # its time tells nothing
        from lint.load import bibliographies

        bibliographies._keys_of.cache_clear()
        bibliographies._digests.clear()
        truth = asked(cache=False)
        assert asked(cache=True) == asked(cache=True) == truth
        seen.append(truth)
    assert seen[0] == seen[4] != seen[1] == seen[3] != seen[2]


def test_only_what_was_checked_is_kept(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.md").write_text("Experts agree.\n")
    (tmp_path / "empty.md").write_text("")
    (tmp_path / "bad.md").write_bytes(b"\xff\xfe\xfd")
    files = [TextFile(str(tmp_path / name), Settings()) for name in ("a.md", "empty.md", "bad.md", "none.md")]
    first = checking.check_files(files, cache=True)
    assert len(entries(folder)) == 1
    assert first == checking.check_files(files, cache=True) == checking.check_files(files)

    def fails(*_: object, **__: object) -> None:
        raise RuntimeError("a mistake of ours")

    from lint import texts

    monkeypatch.setattr(texts, "check_document", fails)
    (tmp_path / "b.md").write_text("Experts say.\n")
    report = checking.check_files([TextFile(str(tmp_path / "b.md"), Settings())], cache=True)
    assert "please report" in report.problems[0].message
    assert len(entries(folder)) == 1


def test_a_process_that_may_work_with_what_was_there_before_keeps_nothing(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that lives long has its rules in memory, whatever becomes of their files."""
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "a.toml").write_text("x = 1")
    monkeypatch.setattr(fingerprint, "_newest", 0)
    kept = Results()
    kept.key_of("x", TextFile("a.md", Settings(packs=(str(tmp_path / "pack"),))))
    kept.keep(KEY, BLOB)
    assert not kept.kept
    assert not folder.exists()
    with pytest.raises(OSError):
        environment((str(tmp_path / "none"),))
