"""Diagnostics that are asked for, the files of a workspace, several folders, and who speaks where."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from editor import Client, Message

URI = "file:///nowhere/text.md"
CLAIM = "Experts agree that rents fall.\n"
RULE = "attribution/unsupported-consensus"
PULLING = {"textDocument": {"diagnostic": {}}, "workspace": {"diagnostics": {"refreshSupport": True}}}


@pytest.fixture
def client() -> Iterator[Client]:
    started = Client(profile="news")
    yield started
    started.process.kill()
    started.process.wait()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "one.md").write_text(CLAIM, "utf-8")
    (tmp_path / "two.txt").write_text("Rents fell by 3 % in 2021, said Ana Moreau of Norbank.\n", "utf-8")
    (tmp_path / "code.py").write_text("# experts agree\n", "utf-8")
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "three.md").write_text(CLAIM, "utf-8")
    (tmp_path / "whosays.toml").write_text('exclude = ["old/"]\n', "utf-8")
    return tmp_path


def codes(items: list[Message]) -> list[str]:
    return [item["code"] for item in items]


def test_whoever_asks_is_answered_and_not_told(client: Client) -> None:
    client.start(**PULLING)
    client.open(URI, CLAIM)
    report = client.request("textDocument/diagnostic", textDocument={"uri": URI})
    assert report["kind"] == "full"
    assert RULE in codes(report["items"])
    again = client.request(
        "textDocument/diagnostic", textDocument={"uri": URI}, previousResultId=report["resultId"]
    )
    assert again == {"kind": "unchanged", "resultId": report["resultId"]}
    client.change(URI, 1, {"text": "Rents fell.\n"})
    report = client.request("textDocument/diagnostic", textDocument={"uri": URI})
    assert RULE not in codes(report["items"])
    time.sleep(1.5)  # longer than a client that never asks is waited for
    client.request("textDocument/diagnostic", textDocument={"uri": URI})
    assert URI not in client.shown


def test_whoever_could_ask_and_never_does_is_told(client: Client) -> None:
    client.start(**PULLING)
    client.open(URI, CLAIM)
    assert RULE in codes(client.diagnostics(URI))
    client.request("textDocument/diagnostic", textDocument={"uri": URI})
    assert client.shown[URI][1] == []  # what was pushed would show twice


def test_what_a_look_at_the_whole_adds_is_announced() -> None:
    client = Client(profile="news", pause=300)
    client.start(**PULLING)
    many = "Rents fell in 2021, said Ana Moreau of Norbank.\n\n" * 400 + CLAIM
    client.open(URI, many)
    assert RULE in codes(client.request("textDocument/diagnostic", textDocument={"uri": URI})["items"])
    top = {"line": 0, "character": 0}
    client.change(URI, 1, {"range": {"start": top, "end": top}, "text": "```\n"})  # all of it is code now
    assert RULE in codes(client.request("textDocument/diagnostic", textDocument={"uri": URI})["items"])
    client.wait(lambda m: m.get("method") == "workspace/diagnostic/refresh")
    assert RULE not in codes(client.request("textDocument/diagnostic", textDocument={"uri": URI})["items"])
    assert client.stop() == 0


def test_the_workspace_is_checked_as_the_command_would(client: Client, folder: Path) -> None:
    client.start(root=folder, **PULLING)
    report = client.request("workspace/diagnostic", previousResultIds=[])
    found = {item["uri"]: codes(item["items"]) for item in report["items"]}
    assert RULE in found[(folder / "one.md").as_uri()]
    assert found[(folder / "two.txt").as_uri()] == []
    assert len(found) == 2  # no programs, nothing excluded
    known = [{"uri": item["uri"], "value": item["resultId"]} for item in report["items"]]
    (folder / "two.txt").write_text(CLAIM, "utf-8")
    (folder / "one.md").unlink()
    report = client.request("workspace/diagnostic", previousResultIds=known)
    found = {item["uri"]: codes(item["items"]) for item in report["items"]}
    assert RULE in found[(folder / "two.txt").as_uri()]
    assert found[(folder / "one.md").as_uri()] == []


def test_an_address_may_be_spelled_otherwise(client: Client, folder: Path) -> None:
    client.start(root=folder, **PULLING)
    report = client.request("workspace/diagnostic", previousResultIds=[])
    known = [
        {"uri": item["uri"].replace("one", "%6Fne"), "value": item["resultId"]} for item in report["items"]
    ]
    (folder / "two.txt").write_text(CLAIM, "utf-8")
    report = client.request("workspace/diagnostic", previousResultIds=known)
    assert [item["uri"] for item in report["items"]] == [(folder / "two.txt").as_uri()]


def test_while_nothing_is_new_the_editor_waits(client: Client, folder: Path) -> None:
    client.start(root=folder, **PULLING)
    report = client.request("workspace/diagnostic", previousResultIds=[])
    known = [{"uri": item["uri"], "value": item["resultId"]} for item in report["items"]]
    client.send({"id": 500, "method": "workspace/diagnostic", "params": {"previousResultIds": known}})
    assert client.request("no/such")["error"]  # others are answered meanwhile
    (folder / "one.md").write_text("Rents fell.\n", "utf-8")
    news = client.wait(lambda m: m.get("id") == 500)["result"]["items"]
    assert [item["uri"] for item in news] == [(folder / "one.md").as_uri()]


def test_the_command_pushes_and_shows_how_it_goes(client: Client, folder: Path) -> None:
    client.start(root=folder, window={"workDoneProgress": True})
    done = client.request("workspace/executeCommand", command="whosays.checkWorkspace")
    assert done["files"] == 2
    assert RULE in codes(client.shown[(folder / "one.md").as_uri()][1])
    kinds = [m["params"]["value"]["kind"] for m in client.seen if m.get("method") == "$/progress"]
    assert kinds == ["begin", "report", "end"]
    unknown = client.request("workspace/executeCommand", command="whosays.noSuch")
    assert "error" in unknown


def test_what_is_not_asked_for_is_taken_back_and_pushed_only_on_command(client: Client, folder: Path) -> None:
    client.start(root=folder, **PULLING)
    report = client.request("workspace/diagnostic", previousResultIds=[])
    known = [{"uri": item["uri"], "value": item["resultId"]} for item in report["items"]]
    client.notify("workspace/didChangeConfiguration", settings={"whosays": {"workspace": False, "delay": 0}})
    report = client.request("workspace/diagnostic", previousResultIds=known)
    assert [item["items"] for item in report["items"]] == [[], []]
    one = (folder / "one.md").as_uri()
    assert one not in client.shown
    assert client.request("workspace/executeCommand", command="whosays.checkWorkspace")["files"] == 2
    assert RULE in codes(client.shown[one][1])
    client.open(one, CLAIM)  # from here on it is asked for
    pulled = client.request("textDocument/diagnostic", textDocument={"uri": one})
    assert RULE in codes(pulled["items"])
    assert client.shown[one][1] == []


def test_a_text_that_is_closed_is_forgotten_where_only_open_ones_are_wanted(
    client: Client, folder: Path
) -> None:
    client.options["workspace"] = False
    client.start(root=folder, **PULLING)
    one = (folder / "one.md").as_uri()
    client.open(one, CLAIM)
    client.request("textDocument/diagnostic", textDocument={"uri": one})
    other = [{"uri": (folder / "old" / "three.md").as_uri(), "value": ""}]
    client.send({"id": 500, "method": "workspace/diagnostic", "params": {"previousResultIds": other}})
    client.notify("textDocument/didClose", textDocument={"uri": one})
    news = client.wait(lambda m: m.get("id") == 500)["result"]["items"]
    assert [(item["uri"], item["items"]) for item in news] == [(one, [])]


def test_each_folder_has_its_own_settings(client: Client, tmp_path: Path) -> None:
    uris = []
    for name, settings in (("a", f'ignore = ["{RULE}"]'), ("b", "")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "whosays.toml").write_text(settings, "utf-8")
        uris.append((tmp_path / name / "text.md").as_uri())
    folders = [{"uri": (tmp_path / name).as_uri(), "name": name} for name in ("a", "b")]
    client.request(
        "initialize", processId=None, rootUri=None, capabilities={}, workspaceFolders=folders,
        initializationOptions=client.options,
    )  # fmt: skip
    client.notify("initialized")
    for uri in uris:
        client.open(uri, CLAIM)
    assert RULE not in codes(client.diagnostics(uris[0]))
    assert RULE in codes(client.diagnostics(uris[1]))


PACK = """
kind = "phrase"
summary = "A word of the house"
question = "Says who?"
severity = "warning"
prior = 0.9
why = "Ours."
phrases = ["{word}"]

[[bad]]
text = "It is >>{word}<< again."

[[bad]]
text = "The >>{word}<< is here."

[[good]]
text = "It is not."

[[good]]
text = "It was."
"""


def test_rules_of_ones_own_are_read_again_when_they_change(client: Client, tmp_path: Path) -> None:
    rule = tmp_path / "house" / "words" / "ours.toml"
    rule.parent.mkdir(parents=True)
    rule.write_text(PACK.format(word="frumious"), "utf-8")
    (tmp_path / "whosays.toml").write_text('packs = ["house"]\nextend-select = ["words/ours"]\n', "utf-8")
    client.start(root=tmp_path)
    uri = (tmp_path / "text.md").as_uri()
    client.open(uri, "The frumious one and the slithy one.\n")
    (found,) = [d for d in client.diagnostics(uri) if d["code"] == "words/ours"]
    assert found["range"]["start"]["character"] == 4
    rule.write_text(PACK.format(word="slithy"), "utf-8")
    client.notify("textDocument/didSave", textDocument={"uri": rule.as_uri()})
    while (
        found["range"]["start"]["character"] != 25
    ):  # the first text is judged by the greeting and by the server
        (found,) = [d for d in client.diagnostics(uri) if d["code"] == "words/ours"]
    rule.write_text("kind = 5\n", "utf-8")
    client.notify("workspace/didChangeWatchedFiles", changes=[{"uri": rule.as_uri(), "type": 2}])
    assert client.diagnostics(rule.as_uri())  # what is wrong with it, in its place
    assert client.diagnostics(uri) is not None  # and the server serves on


def test_who_speaks_where() -> None:
    client = Client(profile="news", semanticTokens=True)
    legend = client.start("utf-32")["semanticTokensProvider"]["legend"]["tokenTypes"]
    assert legend == ["namedSource", "roleSource", "unnamedSource", "impersonalSource"]
    text = "🙂 Ana Moreau of Norbank said rents fell.\n\nExperts agree that it is so. Others\nexperts say it is not.\n"
    client.open(URI, text)
    data = client.request("textDocument/semanticTokens/full", textDocument={"uri": URI})["data"]
    rows, line, column, found = text.split("\n"), 0, 0, []
    for at in range(0, len(data), 5):
        down, ahead, width, kind, _ = data[at : at + 5]
        line, column = line + down, ahead if down else column + ahead
        found.append((rows[line][column : column + width], legend[kind]))
    assert ("Experts agree", "unnamedSource") in found
    assert found[0][1] == "namedSource"
    assert "Ana Moreau" in found[0][0]
    assert client.stop() == 0


def test_unasked_nobody_is_coloured(client: Client) -> None:
    capabilities: dict[str, Any] = client.start()
    assert "semanticTokensProvider" not in capabilities
