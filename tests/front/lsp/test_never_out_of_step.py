"""Ten thousand random edits: after each batch the editor shows what a fresh check of the same text finds."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from editor import Client, Message

import lint
from lint.front.lsp.buffers import UTF8, UTF16, UTF32, Buffer
from lint.front.lsp.diagnostics import diagnostic_of_problem, diagnostics_of
from lint.model.settings import Settings

EDITS, BATCH = 10_000, 100
SEED = (Path(__file__).parents[2] / "gold" / "seed.txt").read_text("utf-8")
PIECES = (
    "a", " ", ".", "\n", "\r\n", "\n\n", "\r", "🙂", "漢", "\u0301", "\u2028", "\x0c", "> ", "- ", "# ", "```\n", "**", "`", "[1]",
    " experts agree ", "Many believe that", "<!-- stet -->", "<!-- stet-file: hedging -->", " (Moreau 2021)", "\n\n| a | b |\n|---|---|\n",
)  # fmt: skip


class Model:
    """A text as the editor has it, and how to change it at random."""

    def __init__(self, uri: str, text: str, encoding: str, seed: int) -> None:
        self.buffer = Buffer(uri, uri, "markdown", 0, text)
        self.first = text
        self.encoding = encoding
        self.rng = random.Random(seed)
        self.undone: list[tuple[int, int, str]] = []
        self.sent = 0

    def edit(self) -> Message:
        """Change the text and return the change in the protocol's words."""
        text, rng = self.buffer.text, self.rng
        kind = rng.random()
        if kind < 0.005 or len(text) > 30_000:
            new = rng.choice((self.first, "", self.first.replace("\n", "\r\n")))
            self.undone.clear()
            self.buffer._replace(0, len(text), new)
            return {"text": new}
        if kind < 0.15 and self.undone:
            start, end, new = self.undone.pop()
        else:
            start = rng.randint(0, len(text))
            end = min(len(text), start + (rng.randint(1, 30) if kind < 0.5 else 0))
            start, end = (self._whole(offset) for offset in (start, end))
            new = "".join(rng.choices(PIECES, k=rng.randint(0, 3)))
            self.undone.append((start, start + len(new), text[start:end]))
        if any(text[at - 1 : at + 1] == "\r\n" for at in (start, end)) or end > len(text):
            self.undone.clear()
            return {"range": self.buffer.range(0, 0, self.encoding), "text": ""}
        where = self.buffer.range(start, end, self.encoding)
        self.buffer._replace(start, end, new)
        return {"range": where, "text": new}

    def _whole(self, offset: int) -> int:
        return offset + 1 if self.buffer.text[offset - 1 : offset + 1] == "\r\n" else offset

    def fresh(self, settings: Settings) -> list[Message]:
        """Return what a check of the text says, in the protocol's words."""
        report = lint.check_text(self.buffer.text, name="text.md", settings=settings)
        said = diagnostics_of(self.buffer, report.findings, self.encoding)
        return said + [diagnostic_of_problem(problem) for problem in report.problems]


@pytest.mark.parametrize("encoding", [UTF8, UTF16, UTF32])
def test_the_editor_shows_what_a_fresh_check_finds(encoding: str) -> None:
    settings = Settings(profile="news")
    client = Client(profile="news")
    client.start(encoding)
    models = [
        Model(f"file:///nowhere/{number}/text.md", SEED * (1 + number * 3), encoding, number)
        for number in range(3)
    ]
    for model in models:
        client.open(model.buffer.uri, model.buffer.text)
    rng = random.Random(encoding)
    for _ in range(EDITS // BATCH // 3):
        touched = set()
        for _ in range(BATCH):
            model = rng.choice(models)
            model.sent += 1
            client.change(
                model.buffer.uri, model.sent, *(model.edit() for _ in range(rng.choice((1, 1, 1, 2))))
            )
            touched.add(model)
        for model in touched:
            wanted = model.fresh(settings)
            while client.shown.get(model.buffer.uri) != (model.sent, wanted):
                client.diagnostics(model.buffer.uri)  # of the changed paragraphs alone; the whole comes after
    assert client.stop() == 0
