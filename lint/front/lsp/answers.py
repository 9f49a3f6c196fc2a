"""What is answered to the editor's questions: what to show, what to say, what to do."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Iterable, Iterator

from lsprotocol import types

from lint import api
from lint.front.lsp.actions import FIX_ALL, QUICK, Asked, actions_of
from lint.front.lsp.desk import Open, on_bench
from lint.front.lsp.folders import Checked, Folders, below
from lint.front.lsp.hovers import hover_of
from lint.front.lsp.lenses import lenses_of
from lint.front.lsp.paths import place_of
from lint.front.lsp.tokens import TYPES, encoded
from lint.model.finding import Finding
from lint.model.text import Span
from lint.model.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lint.front.lsp.server import Server

ANSWERS: dict[str, tuple[str, Any]] = {
    types.TEXT_DOCUMENT_HOVER: ("hover", None),
    types.TEXT_DOCUMENT_CODE_ACTION: (
        "actions",
        types.CodeActionOptions(code_action_kinds=[QUICK, FIX_ALL]),
    ),
    types.TEXT_DOCUMENT_CODE_LENS: ("lenses", None),
    types.TEXT_DOCUMENT_DIAGNOSTIC: (
        "pull",
        types.DiagnosticOptions(
            inter_file_dependencies=False, workspace_diagnostics=True, identifier="whosays"
        ),
    ),
    types.WORKSPACE_DIAGNOSTIC: ("pull_all", None),
}
"""Which method answers each question, and what the editor is told about it."""
TOKENS: dict[str, tuple[str, Any]] = {
    types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL: (
        "tokens",
        types.SemanticTokensLegend(token_types=list(TYPES), token_modifiers=[]),
    ),
}
"""The same for who speaks where, which is offered only if the editor's first words ask for it."""
_LOOK_AGAIN = 2.0
"""Seconds between two looks at the files of a workspace while its editor waits for news."""


class Answers:
    """The answers of one server."""

    def __init__(self, server: Server) -> None:
        """Remember whose they are. Results are numbered anew in every run, so a run's name is part of their ids."""
        self._server = server
        self._folders = Folders(server.desk)
        self._run = uuid.uuid4().hex[:8]

    async def hover(self, params: types.HoverParams) -> dict[str, Any] | None:
        """Say what is known about the findings at a place."""
        held = await self._server.desk.known_of(params.text_document.uri)
        if not held or not held.known or not held.given:
            return None
        where = self._offset(held, params.position)
        findings = list(_touching(held.known.findings, Span(where, where)))
        said = hover_of(findings, held.buffer.text, held.given.settings.packs)
        if not said:
            return None
        span = findings[0].span
        place = held.buffer.range(*span, self._server.encoding)
        return {"contents": {"kind": "markdown", "value": said}, "range": place}

    async def actions(self, params: types.CodeActionParams) -> list[dict[str, Any]]:
        """Offer what can be done about the findings in a range."""
        held = await self._server.desk.known_of(params.text_document.uri)
        if not held or not held.known or not held.given:
            return []
        span = Span(self._offset(held, params.range.start), self._offset(held, params.range.end))
        desk = self._server.desk
        asked = Asked(
            held.buffer,
            held.known,
            held.given,
            tuple(str(getattr(kind, "value", kind)) for kind in params.context.only or ()),
            self._server.encoding,
            desk.standing.file_for(held.buffer.path),
            desk.folders[0] if desk.folders else "",
        )
        return actions_of(asked, _touching(held.known.findings, span))

    def _offset(self, held: Open, position: types.Position) -> int:
        return held.buffer.offset(position.line, position.character, self._server.encoding)

    async def lenses(self, params: types.CodeLensParams) -> list[dict[str, Any]]:
        """Give each section's readability and sourcing, where the settings ask for it."""
        if not self._server.desk.wishes.lenses:
            return []
        held = await self._server.desk.known_of(params.text_document.uri)
        if not held or not held.known:
            return []
        encoding = self._server.encoding
        return [
            {"range": held.buffer.range(at, at, encoding), "command": {"title": said, "command": ""}}
            for at, said in lenses_of(held.known)
        ]

    async def tokens(self, params: types.SemanticTokensParams) -> dict[str, Any]:
        """Give the attributions of a text by their rung of the ladder."""
        held = await self._server.desk.known_of(params.text_document.uri)
        if not held or not held.known or not held.given or not held.known.format:
            return {"data": []}
        text, given = held.buffer.text, held.given
        ladder = await on_bench(lambda: api.ladder(text, name=given.name, settings=given.settings))
        if held.buffer.text != text:  # the editor asks again
            return {"data": []}
        return {"data": encoded(held.buffer, ladder, self._server.encoding)}

    async def pull(self, params: types.DocumentDiagnosticParams) -> dict[str, Any]:
        """Give what is known of a text as it is now."""
        self._server.pulled()
        uri = params.text_document.uri
        held = await self._server.desk.known_of(uri)
        if not held:
            return {"kind": "full", "items": []}
        self._server.told[uri] = (held.buffer.version, held.number)
        return self._report(held, params.previous_result_id)

    def _report(self, held: Open, previous: str | None) -> dict[str, Any]:
        result = f"{self._run}-{held.number}-{held.buffer.version}"
        if previous == result:
            return {"kind": "unchanged", "resultId": result}
        return {"kind": "full", "resultId": result, "items": self._server.items(held)}

    async def pull_all(self, params: types.WorkspaceDiagnosticParams) -> dict[str, Any]:
        """Give what is known of the files of the workspace; while nothing is new, wait."""
        self._server.pulled()
        before = {place_of(previous.uri): previous for previous in params.previous_result_ids}
        while True:
            items = [item async for item in self._news(before)]
            if items or not before or self._server.ended:
                return {"items": items}
            await asyncio.sleep(_LOOK_AGAIN)

    async def _news(self, before: dict[str, types.PreviousResultId]) -> Any:
        """Yield a report for each file of which the editor does not have the last result."""
        there = set()
        async for checked in self._checked():
            there.add(place := place_of(checked.uri))
            result = f"{self._run}-{checked.number}"
            if place not in before or before[place].value != result:
                yield _file_report(checked.uri, result, checked.items)
        there.update(map(place_of, self._server.desk.opened))
        for uri in (*self._server.take_closed(), *(known.uri for known in before.values() if known.value)):
            if place_of(uri) not in there:
                yield _file_report(uri, "", [])

    async def _checked(self) -> Any:
        if not self._server.desk.wishes.workspace:
            return
        self._server.unshow()
        opened = [held.buffer.path for held in self._server.desk.opened.values()]
        for path in below(self._folders.files(), opened):
            if checked := await self._folders.check(path, self._server.encoding):
                yield checked

    async def check_workspace(self) -> dict[str, int]:
        """Check all files of the workspace, show how it goes, and push what is found in those that are not open."""
        opened = [held.buffer.path for held in self._server.desk.opened.values()]
        paths = below(self._folders.files(), opened)
        token = str(uuid.uuid4())
        progress = await self._begin(token, len(paths))
        found = 0
        try:
            for number, path in enumerate(paths, 1):
                if progress and progress.cancelled():
                    break
                if checked := await self._folders.check(path, self._server.encoding):
                    found += len(checked.items)
                    self._push(checked)
                if progress and (number % 10 == 0 or number == len(paths)):
                    told = types.WorkDoneProgressReport(
                        message=f"{number} of {len(paths)}", percentage=100 * number // len(paths)
                    )
                    self._server.work_done_progress.report(token, told)
        finally:
            if progress:
                self._server.work_done_progress.end(token, types.WorkDoneProgressEnd())
        return {"files": len(paths), "findings": found}

    async def _begin(self, token: str, files: int) -> Any:
        window = self._server.client_capabilities.window
        if not window or not window.work_done_progress or not files:
            return None
        await self._server.work_done_progress.create_async(token)
        begin = types.WorkDoneProgressBegin(
            title="whosays", message=f"{files} files", percentage=0, cancellable=True
        )
        self._server.work_done_progress.begin(token, begin)
        return self._server.work_done_progress.tokens.get(token)

    def _push(self, checked: Checked) -> None:
        if not self._server.pulls or not self._server.desk.wishes.workspace:
            self._server.show(checked.uri, checked.items)


def _touching(findings: Iterable[Finding], span: Span) -> Iterator[Finding]:
    """Yield the findings that a range touches; those about a text as a whole are at its first line."""
    for finding in findings:
        start, end = finding.span
        if (start <= span.end and end >= span.start) if finding.scope != "document" else span.start <= start:
            yield finding


def _file_report(uri: str, result: str, items: list[dict[str, Any]]) -> dict[str, Any]:
    report = {"kind": "full", "uri": uri, "version": None, "items": items}
    return report | ({"resultId": result} if result else {})
