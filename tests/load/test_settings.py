from __future__ import annotations

from pathlib import Path

import pytest

from lint.load.settings import SettingsFinder
from lint.load.settings_keys import Known
from lint.model.settings import Settings

KNOWN = Known(
    ("attribution/bare-expert-claim", "hedging/double-hedge", "readability/long-sentence"),
    ("general", "news", "docs"),
    {"long-sentence": ("suggestion", "warning")},
)


@pytest.fixture(autouse=True)
def _inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _write(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, "utf-8")


def _faults(text: str, name: str = "whosays.toml") -> list[str]:
    _write(name, text)
    finder = SettingsFinder(KNOWN)
    finder.settings_for("a.md")
    assert {p.status for p in finder.problems} <= {2}
    return [str(p) for p in finder.problems]


def test_no_file_means_the_defaults() -> None:
    assert SettingsFinder().settings_for("a.md") == Settings()


def test_every_key_arrives() -> None:
    _write(
        "whosays.toml",
        'profile = "news"\nselect = ["attribution"]\nextend-select = ["hedging/*"]\n'
        'ignore = ["double-hedge"]\nmin-confidence = 0.7\nfail-on = "never"\nexclude = ["vendor/"]\n'
        'format = "plain"\nacronyms = ["NATO"]\n'
        "[targets.long-sentence]\nwarning = 30\n",
    )
    finder = SettingsFinder(KNOWN)
    assert finder.settings_for("a.md") == Settings(
        "news",
        ("attribution",),
        ("hedging/*",),
        ("double-hedge",),
        0.7,
        "never",
        "plain",
        ("vendor/",),
        (("long-sentence", (("warning", 30.0),)),),
        ("NATO",),
    )
    assert finder.problems == []


def test_the_nearest_file_wins_and_whosays_toml_goes_first() -> None:
    _write("pyproject.toml", '[tool.whosays]\nprofile = "news"\n')
    _write("a/whosays.toml", 'profile = "docs"\n')
    _write("a/pyproject.toml", '[tool.whosays]\nprofile = "news"\n')
    _write("b/pyproject.toml", "[tool.ruff]\nline-length = 9 # whosays has no table here\n")
    finder = SettingsFinder(KNOWN)
    assert [finder.settings_for(p).profile for p in ("x.md", "a/x.md", "a/deep/x.md", "b/x.md")] == [
        "news",
        "docs",
        "docs",
        "news",
    ]


def test_sections_add_and_replace_and_the_later_wins() -> None:
    _write(
        "whosays.toml",
        'ignore = ["hedging"]\n[targets.long-sentence]\nsuggestion = 20\n'
        '[[files]]\nglob = "docs/**"\nprofile = "docs"\nignore = ["attribution"]\n'
        '[[files]]\nglob = ["docs/news/*.md", "NEWS.md"]\nprofile = "news"\n'
        "[files.targets.long-sentence]\nwarning = 40\n",
    )
    finder = SettingsFinder(KNOWN)
    assert finder.settings_for("a.md") == Settings(
        ignore=("hedging",), targets=(("long-sentence", (("suggestion", 20.0),)),)
    )
    assert finder.settings_for("docs/a.md")[:4] == ("docs", (), (), ("hedging", "attribution"))
    both = finder.settings_for("docs/news/a.md")
    assert (both.profile, both.ignore) == ("news", ("hedging", "attribution"))
    assert both.targets == (("long-sentence", (("suggestion", 20.0), ("warning", 40.0))),)
    assert finder.settings_for("NEWS.md").profile == "news"


def test_exclude_is_relative_to_its_file() -> None:
    _write("docs/whosays.toml", 'exclude = ["/vendor/", "*.gen.md"]\n')
    finder = SettingsFinder(KNOWN)
    assert finder.excluded("docs/vendor/")
    assert finder.excluded("docs/vendor/a.md")
    assert finder.excluded("docs/x/y.gen.md")
    assert not finder.excluded("docs/x/vendor/a.md")
    assert not finder.excluded("vendor/a.md")


def test_isolated_and_fixed() -> None:
    _write("whosays.toml", 'profile = "docs"\n')
    _write("other.toml", 'profile = "news"\n[[files]]\nglob = "a/*"\nformat = "plain"\n')
    assert SettingsFinder(KNOWN, isolated=True).settings_for("a.md") == Settings()
    fixed = SettingsFinder(KNOWN, fixed="other.toml")
    assert fixed.settings_for("a/x.md") == Settings("news", format="plain")
    assert str(SettingsFinder(KNOWN, fixed="none.toml").problems[0]) == (
        "none.toml: settings not readable: No such file or directory"
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('proflie = "news"', "1: unknown key 'proflie'; did you mean 'profile'?"),
        ('\n\nprofile = "mews"', "3: no profile 'mews'; did you mean 'news'?"),
        ("profile = 3", "1: profile must be a string, not a number"),
        ('today = "24.11.2026"', '1: today must be a day such as "2026-11-24", not 24.11.2026'),
        ("today = 2026", '1: today must be a day such as "2026-11-24", not 2026'),
        ('fail-on = "warn"', "1: no severity 'warn'; did you mean 'warning'?"),
        ('format = "markdwon"', "1: no text format 'markdwon'; did you mean 'markdown'?"),
        ("min-confidence = 5", "1: min-confidence must be from 0 to 1, not 5"),
        ("min-confidence = true", "1: min-confidence must be a number from 0 to 1, not true or false"),
        ('ignore = "hedging"', '1: ignore must be a list of strings, such as ["…"]'),
        (
            'ignore = [\n  "hedging",\n  "hegding",\n]',
            "3: no rule, group or glob 'hegding'; did you mean 'hedging'?",
        ),
        (
            "[targets.long-sentense]\nwarning = 3",
            "1: no rule, group or glob 'long-sentense'; did you mean 'long-sentence'?",
        ),
        (
            "[targets.long-sentence]\nwaring = 3",
            "2: long-sentence has no target 'waring'; did you mean 'warning'?",
        ),
        ('[targets]\nlong-sentence.warning = "x"', "2: target 'warning' must be a number, not a string"),
        (
            '[[files]]\nglob="a"\n\n[[files]]\nglob="b"\nproflie="x"',
            "6: unknown key 'proflie'; did you mean 'profile'?",
        ),
        ('[[files]]\nprofile="news"', '1: this [[files]] section has no glob, such as glob = "docs/**"'),
        ("files = 3", "1: files must be a list of tables: [[files]]"),
        ('a = "x', "1: not valid TOML: Illegal character '\\n' (at line 1, column 7)"),
    ],
)
def test_a_mistake_has_its_line_and_a_suggestion(text: str, says: str) -> None:
    assert _faults(text + "\n") == [f"whosays.toml:{says}"]


def test_all_mistakes_of_all_files_are_kept() -> None:
    _write("a/whosays.toml", "profile = 3\nselct = []\n")
    _write("b/pyproject.toml", "[tool.whosays]\nfail-on = 1\n")
    finder = SettingsFinder(KNOWN)
    for path in ("a/x.md", "b/x.md", "a/y.md"):
        assert finder.settings_for(path) == Settings()
    assert [(p.path, p.line) for p in finder.problems] == [
        ("a/whosays.toml", 1), ("a/whosays.toml", 2), ("b/pyproject.toml", 2),
    ]  # fmt: skip


def test_settings_that_are_not_utf_8_say_so() -> None:
    Path("whosays.toml").write_bytes(b"# a\n# \xff\n")
    finder = SettingsFinder(KNOWN)
    finder.settings_for("a.md")
    assert str(finder.problems[0]) == "whosays.toml:2: settings are not UTF-8; save the file as UTF-8"
