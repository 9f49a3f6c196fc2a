"""The server as an editor meets it, in a process of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from editor import Client, Message, applied

import lint
from lint.front.lsp.buffers import units_of
from lint.model.settings import Settings

URI = "file:///nowhere/text.md"
TEXT = "# Rents\n\n🙂 漢字 Experts agree that rents fall. It is due to the fact that few pay.\n"
CUE = "Experts agree"
RULE = "attribution/unsupported-consensus"


@pytest.fixture
def client() -> Iterator[Client]:
    started = Client(profile="news")
    yield started
    started.process.kill()
    started.process.communicate()


def of_rule(diagnostics: list[Message], rule: str = RULE) -> Message:
    return next(d for d in diagnostics if d["code"] == rule)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_a_finding_lies_where_the_editor_counts_it(client: Client, encoding: str) -> None:
    capabilities = client.start(encoding)
    assert capabilities["positionEncoding"] == encoding
    client.open(URI, TEXT)
    found = of_rule(client.diagnostics(URI))
    line = TEXT.split("\n")[2]
    start = units_of(line[: line.index(CUE)], encoding)
    assert found["range"]["start"] == {"line": 2, "character": start}
    assert found["range"]["end"] == {"line": 2, "character": start + len(CUE)}
    assert found["severity"] == 1
    assert found["source"] == "whosays"
    assert found["message"].startswith("Who says that there is agreement")
    assert found["codeDescription"]["href"].startswith("file:///")
    assert 0 < found["data"]["confidence"] < 1


@pytest.mark.parametrize(
    ("wished", "counted"), [("utf-8", "utf-8"), ("utf-32", "utf-32"), ("bytes", "utf-16")]
)
def test_an_editor_that_does_not_say_how_it_counts_can_be_told(wished: str, counted: str) -> None:
    client = Client(profile="news", positionEncoding=wished)
    result = client.request(
        "initialize", processId=None, rootUri=None, capabilities={}, initializationOptions=client.options
    )
    assert result["capabilities"]["positionEncoding"] == counted
    client.notify("initialized")
    client.open(URI, TEXT)
    line = TEXT.split("\n")[2]
    start = of_rule(client.diagnostics(URI))["range"]["start"]["character"]
    assert start == units_of(line[: line.index(CUE)], counted)
    client.request("textDocument/codeLens", textDocument={"uri": URI})  # pygls is there now
    said = [m["params"]["message"] for m in client.seen if m.get("method") == "window/showMessage"]
    assert any("positionEncoding must be one of" in message for message in said) == (wished == "bytes")
    assert client.stop() == 0


def test_what_an_editor_begins_with_holds_where_its_settings_say_nothing() -> None:
    client = Client(profile="news", ignore=[RULE])
    client.configuration = {"select": ["attribution"]}
    client.start(workspace={"configuration": True})
    client.open(URI, TEXT)
    client.notify("workspace/didChangeConfiguration", settings=None)
    found = ["readability/wordy-phrase"]
    while "readability/wordy-phrase" in found:
        found = [d["code"] for d in client.diagnostics(URI)]
        assert RULE not in found
    assert client.stop() == 0


def test_an_editor_that_says_how_it_counts_is_believed() -> None:
    client = Client(positionEncoding="utf-8")
    assert client.start("utf-32")["positionEncoding"] == "utf-32"
    assert client.stop() == 0


def test_what_is_published_is_what_a_check_finds(client: Client) -> None:
    client.start("utf-32")
    client.open(URI, TEXT)
    report = lint.check_text(TEXT, name="text.md", settings=Settings(profile="news"))
    wanted = sorted(f.rule for f in report.findings)
    assert sorted(d["code"] for d in client.diagnostics(URI)) == wanted


def test_a_change_is_judged_and_a_closed_text_forgotten(client: Client) -> None:
    client.start("utf-32")
    client.open(URI, TEXT)
    client.diagnostics(URI)
    start = TEXT.split("\n")[2].index(CUE)
    where = {"start": {"line": 2, "character": start}, "end": {"line": 2, "character": start + len(CUE)}}
    client.change(URI, 1, {"range": where, "text": "Ana Moreau of Norbank said in 2021"})
    assert RULE not in [d["code"] for d in client.diagnostics(URI, 1)]
    client.notify("textDocument/didClose", textDocument={"uri": URI})
    assert client.diagnostics(URI) == []


def test_related_places_are_told(client: Client) -> None:
    client.start()
    client.open(URI, (Path(__file__).parents[2] / "gold" / "seed.txt").read_text("utf-8"))
    found = client.diagnostics(URI)
    related = [d["relatedInformation"] for d in found if "relatedInformation" in d]
    assert related
    assert all(r["location"]["uri"] == URI for one in related for r in one)


def test_what_is_to_go_fades_and_the_offer_names_it(client: Client) -> None:
    client.start("utf-32")
    text = "It goes without saying that rents fall.\n"
    client.open(URI, text)
    found = of_rule(client.diagnostics(URI), "certainty/presupposed-truth")
    assert found["tags"] == [1]
    fix = client.actions(URI, found["range"])[0]
    assert fix["title"] == "Delete “It goes without saying that” (check the meaning)"
    assert applied(text, fix["edit"]["changes"][URI]) == "Rents fall.\n"
    where = found["range"]["start"]
    hover = client.request("textDocument/hover", textDocument={"uri": URI}, position=where)
    assert (
        "Fix: “It goes without saying that rents” → “Rents” (check the meaning)" in hover["contents"]["value"]
    )


def test_hover_tells_the_reckoning_and_the_rule(client: Client) -> None:
    client.start("utf-32")
    client.open(URI, TEXT)
    where = of_rule(client.diagnostics(URI))["range"]["start"]
    hover = client.request("textDocument/hover", textDocument={"uri": URI}, position=where)
    said = hover["contents"]["value"]
    assert hover["contents"]["kind"] == "markdown"
    assert "Looked for:" in said
    assert "Seen: none of it nearby" in said
    assert "How often it is right:" in said
    assert f"`{RULE}`" in said
    nothing = {"line": 1, "character": 0}
    assert client.request("textDocument/hover", textDocument={"uri": URI}, position=nothing) is None


@pytest.mark.parametrize("title", ["on this line", "in this paragraph", "in this file"])
def test_stet_lets_a_finding_stand(client: Client, title: str) -> None:
    client.start("utf-32")
    client.open(URI, TEXT)
    found = of_rule(client.diagnostics(URI))
    made = next(a for a in client.actions(URI, found["range"]) if title in a["title"])
    assert made["kind"] == "quickfix"
    assert made["diagnostics"][0]["code"] == RULE
    after = applied(TEXT, made["edit"]["changes"][URI])
    report = lint.check_text(after, name="text.md", settings=Settings(profile="news"))
    assert RULE not in [f.rule for f in report.findings]
    assert "suppression" not in "".join(f.rule for f in report.findings)
    assert sum(file.suppressed for file in report.files) == 1


def test_a_fix_and_all_fixes(client: Client) -> None:
    client.start("utf-32")
    client.open(URI, TEXT)
    found = of_rule(client.diagnostics(URI), "readability/wordy-phrase")
    fix = client.actions(URI, found["range"])[0]
    assert fix["isPreferred"]
    once = applied(TEXT, fix["edit"]["changes"][URI])
    assert once == TEXT.replace("due to the fact that", "because")
    everything = client.actions(URI, found["range"], "source.fixAll")
    assert [a["kind"] for a in everything] == ["source.fixAll.whosays"]
    assert applied(TEXT, everything[0]["edit"]["changes"][URI]) == once


def test_a_missing_source_is_marked(client: Client) -> None:
    client.start("utf-32")
    client.open(URI, TEXT)
    found = of_rule(client.diagnostics(URI))
    made = next(a for a in client.actions(URI, found["range"]) if a["title"].startswith("Mark"))
    assert "rents fall. [citation needed] It is" in applied(TEXT, made["edit"]["changes"][URI])


def test_a_rule_is_turned_off_in_the_settings(client: Client, tmp_path: Path) -> None:
    client.start("utf-32", root=tmp_path)
    uri = (tmp_path / "text.md").as_uri()
    client.open(uri, TEXT)
    found = of_rule(client.diagnostics(uri))
    made = next(a for a in client.actions(uri, found["range"]) if a["title"].startswith("Turn"))
    ((address, edits),) = made["edit"]["changes"].items()
    settings = tmp_path / "whosays.toml"
    assert address == settings.as_uri()
    settings.write_text(applied("", edits), "utf-8")
    client.notify("workspace/didChangeWatchedFiles", changes=[{"uri": address, "type": 1}])
    assert RULE not in [d["code"] for d in client.diagnostics(uri)]


def test_faulty_settings_are_shown_and_the_server_serves_on(client: Client, tmp_path: Path) -> None:
    settings = tmp_path / "whosays.toml"
    settings.write_text('profil = "news"\n', "utf-8")
    client.start(root=tmp_path)
    uri = (tmp_path / "text.md").as_uri()
    client.open(uri, TEXT)
    shown = client.diagnostics(settings.as_uri())
    assert "did you mean 'profile'" in shown[0]["message"]
    assert shown[0]["range"]["start"]["line"] == 0
    assert RULE in [d["code"] for d in client.diagnostics(uri)]
    assert any(m.get("method") == "window/showMessage" for m in client.seen)
    settings.write_text('profile = "news"\n', "utf-8")
    client.notify("textDocument/didSave", textDocument={"uri": settings.as_uri()})
    assert client.diagnostics(settings.as_uri()) == []


def test_the_editors_settings_hold_and_their_mistakes_are_told(client: Client) -> None:
    client.configuration = {"ignore": [RULE], "profil": "x"}
    client.start(workspace={"configuration": True})
    client.open(URI, TEXT)
    client.notify("workspace/didChangeConfiguration", settings=None)
    while RULE in [d["code"] for d in client.diagnostics(URI)]:
        pass
    said = [m["params"]["message"] for m in client.seen if m.get("method") == "window/showMessage"]
    assert "whosays: no setting whosays.profil; did you mean 'profile'?" in said


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("restructuredtext", ".. code::\n\n   experts agree\n\nExperts agree that rents fall.\n"),
        ("latex", "\\begin{verbatim}experts agree\\end{verbatim}\n\nExperts agree that rents fall.\n"),
        ("markdown", "    experts agree\n\nExperts agree that rents fall.\n"),
    ],
)
def test_a_text_without_a_file_is_read_by_its_language(client: Client, language: str, text: str) -> None:
    client.start("utf-32")
    client.open("untitled:Untitled-1", text, language)
    found = [
        d["range"]["start"]["line"] for d in client.diagnostics("untitled:Untitled-1") if d["code"] == RULE
    ]
    assert found == [text[: text.index("Experts")].count("\n")]


def test_a_text_that_cannot_be_read_says_so(client: Client) -> None:
    client.start()
    client.open("file:///nowhere/x.ipynb", '{"cells": ', "jupyter")
    (told,) = client.diagnostics("file:///nowhere/x.ipynb")
    assert "notebook" in told["message"]


def test_lenses_are_given_where_they_are_wanted() -> None:
    client = Client(profile="news", lenses=True)
    client.start()
    client.open(URI, (Path(__file__).parents[2] / "gold" / "seed.txt").read_text("utf-8"))
    titles = [
        lens["command"]["title"]
        for lens in client.request("textDocument/codeLens", textDocument={"uri": URI})
    ]
    assert titles[0].startswith("417 words · reading grade")
    assert client.stop() == 0
