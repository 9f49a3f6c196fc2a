"""The protocol by a client that others wrote (pytest-lsp), as its editors have it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_lsp
from editor import COMMAND
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

URI = "file:///nowhere/text.md"
TEXT = "🙂 Experts agree that rents fall.\n"
RULE = "attribution/unsupported-consensus"
WIDTHS = {"utf-8": 4, "utf-16": 2, "utf-32": 1}
"""Units of the emoji that stands before the claim."""
AGREED: dict[LanguageClient, str | None] = {}


@pytest_lsp.fixture(
    config=ClientServerConfig(server_command=COMMAND),
    params=["visual-studio-code", "neovim", "emacs"],
)
async def client(request: pytest.FixtureRequest, lsp_client: LanguageClient) -> AsyncIterator[None]:
    lsp_client.feature(types.CLIENT_REGISTER_CAPABILITY)(_registered)  # which this client does not have
    result = await lsp_client.initialize_session(
        types.InitializeParams(
            capabilities=client_capabilities(request.param),
            initialization_options={"delay": 0, "pause": 0, "profile": "news"},
        )
    )
    AGREED[lsp_client] = result.capabilities.position_encoding
    yield
    await lsp_client.shutdown_session()


def _registered(_: types.RegistrationParams) -> None:
    return None


def opened() -> types.DidOpenTextDocumentParams:
    return types.DidOpenTextDocumentParams(types.TextDocumentItem(URI, "markdown", 1, TEXT))


async def pulled(client: LanguageClient) -> types.RelatedFullDocumentDiagnosticReport:
    document = types.TextDocumentIdentifier(URI)
    report = await client.text_document_diagnostic_async(types.DocumentDiagnosticParams(document))
    assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
    return report


@pytest.mark.asyncio
async def test_diagnostics_are_pulled_and_pushed(client: LanguageClient) -> None:
    client.text_document_did_open(opened())
    report = await pulled(client)
    assert RULE in [item.code for item in report.items]
    again = await client.text_document_diagnostic_async(
        types.DocumentDiagnosticParams(types.TextDocumentIdentifier(URI), previous_result_id=report.result_id)
    )
    assert isinstance(again, types.RelatedUnchangedDocumentDiagnosticReport)


@pytest.mark.asyncio
async def test_positions_are_in_the_units_that_were_agreed_on(client: LanguageClient) -> None:
    client.text_document_did_open(opened())
    found = next(item for item in (await pulled(client)).items if item.code == RULE)
    encoding = AGREED[client]
    assert found.range.start.character == 1 + WIDTHS[getattr(encoding, "value", encoding) or "utf-16"]
