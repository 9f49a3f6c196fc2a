from __future__ import annotations

import time

import lint
from lint.model.finding import Report
from lint.model.settings import Settings
from lint.read import commit, format_of


def check(text: str) -> Report:
    return lint.check_text(text, name="COMMIT_EDITMSG", settings=Settings(profile="commit"))


def rules(text: str) -> list[str]:
    return [finding.rule for finding in check(text).findings]


def test_git_s_files_are_known_by_their_names() -> None:
    assert format_of(".git/COMMIT_EDITMSG") == "commit"
    assert format_of("C:\\a\\.git\\worktrees\\b\\MERGE_MSG") == "commit"
    assert format_of("COMMIT_EDITMSG.txt") == "plain"


def test_the_subject_is_a_heading_when_it_stands_alone() -> None:
    kinds = [b.kind for b in commit.read("# note\n\nfix: round it\n\nA body.\n").blocks]
    assert kinds == ["heading", "paragraph"]
    assert [b.kind for b in commit.read("Round it\nand more\n").blocks] == ["paragraph"]
    assert [b.kind for b in commit.read("fixup! Round it\n\nA body.\n").blocks] == ["paragraph"]
    assert commit.read("").blocks == ()


def test_a_claim_is_asked_about_across_lines_and_git_s_own_between_them() -> None:
    text = "Round it\n\nThe old way was wrong, as experts\n# git's\nagree that it was.\n"
    (finding,) = check(text).findings
    assert finding.rule == "attribution/unsupported-consensus"
    assert text[finding.span.start : finding.span.end].startswith("experts")


def test_telegrams_notes_and_the_commit_s_own_day_are_not_asked_about() -> None:
    for text in (
        "Update stuff, e.g. utilise the new parser now\n",
        "tests: currently skip what was recently broken\n\nCurrently it is not run. It's mostly OK!!\n",
        "Fix typo\n\nShould perhaps be revisited; might possibly be slow.\n\nSigned-off-by: Many Experts <a@example.com>\n",
        "Use \"quotes\" -- and 'these' ...\n\n- one thing\n- another thing , and so on\n",
        "Merge branch 'experts-agree' of example.com:experts/agree\n",
    ):
        assert rules(text) == [], text


def test_what_a_colleague_asks() -> None:
    assert rules("Round\n\nIt was decided that rounding is done here.\n") == ["agency/accountability-passive"]
    assert rules("Round\n\nThis obviously is the best way.\n") == ["certainty/booster-without-evidence"]


def test_stet_stands_in_git_s_own_lines() -> None:
    text = "Round it\n\n# stet: unsupported-consensus\nExperts agree that it is right.\n"
    report = check(text)
    assert report.findings == ()
    assert sum(file.suppressed for file in report.files) == 1


def test_line_ends_of_all_kinds() -> None:
    text = "feat: a\n\nExperts agree that it is right.\n# git\n\nSigned-off-by: Experts Agree\n"
    for end in ("\n", "\r\n", "\r"):
        assert rules(text.replace("\n", end)) == ["attribution/unsupported-consensus"]


def test_long_messages_are_read_in_time() -> None:
    for part in (
        "# a\nb\n",
        "a: b\n\n",
        "    a\n\n",
        "```\n",
        "`a",
        "; -- >8 --\n",
        "with '#' will be ",
        "-by: a\n c\n",
    ):
        start = time.process_time()
        commit.read("Subject\n\n" + part * (200_000 // len(part)))
        assert time.process_time() - start < 6, part
