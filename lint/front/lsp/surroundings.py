"""What lies around the texts: the editor's settings, the settings files, the folders of the workspace."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from lsprotocol import types
from pygls.uris import from_fs_path

from lint.front.lsp.answers import TOKENS
from lint.front.lsp.diagnostics import diagnostic_of_problem
from lint.front.lsp.paths import path_of_uri
from lint.front.lsp.settings import SECTION, WATCHED, Wishes, plain
from lint.model.finding import Problem
from lint.model.typed import TYPE_CHECKING, Any
from lint.prepare import forget

if TYPE_CHECKING:
    from lint.front.lsp.server import Server

SURROUNDINGS = {
    types.INITIALIZE: "initialize",
    types.INITIALIZED: "initialized",
    types.WORKSPACE_DID_CHANGE_CONFIGURATION: "configured",
    types.WORKSPACE_DID_CHANGE_WATCHED_FILES: "files_changed",
    types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS: "folders_changed",
    types.TEXT_DOCUMENT_DID_SAVE: "saved",
}
"""Which method takes each message."""


class Surroundings:
    """Keeps the server's settings as the editor and the files have them."""

    def __init__(self, server: Server) -> None:
        """Know of nothing yet."""
        self._server = server
        self.asked = False
        self._said: set[str] = set()
        self._faulty: set[str] = set()
        self._begun: dict[str, Any] = {}

    def initialize(self, params: types.InitializeParams) -> None:
        """Take the folders and the options that the editor begins with."""
        named = [folder.uri for folder in params.workspace_folders or ()] or [params.root_uri or ""]
        folders = [path_of_uri(uri) for uri in named if uri] or [params.root_path]
        self._server.desk.folders = [folder for folder in folders if folder]
        if params.initialization_options is not None:
            self._begun = plain(params.initialization_options)
            self.wish({})
        if self._server.desk.wishes.tokens:
            self._server.register(TOKENS)

    async def initialized(self, _: types.InitializedParams) -> None:
        """Ask to be told of changes to settings files, and for the editor's settings."""
        told = self._server.client_capabilities.workspace
        watched = told and told.did_change_watched_files
        if watched and watched.dynamic_registration:
            watchers = [types.FileSystemWatcher(glob_pattern=f"**/{name}") for name in (*WATCHED, "*.toml")]
            options = types.DidChangeWatchedFilesRegistrationOptions(watchers=watchers)
            wanted = types.Registration("whosays", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
            self._server.client_register_capability(types.RegistrationParams([wanted]))
        if told and told.configuration and not self.asked:
            await self._ask()

    async def configured(self, params: types.DidChangeConfigurationParams) -> None:
        """Take the editor's settings as they are now."""
        told = self._server.client_capabilities.workspace
        if told and told.configuration:
            await self._ask()
            return
        given = params.settings
        inner = given.get(SECTION) if isinstance(given, dict) else getattr(given, SECTION, None)
        self.wish(inner if inner is not None else given)
        self._server.desk.settings_changed()

    async def _ask(self) -> None:
        item = types.ConfigurationItem(section=SECTION)
        given = await self._server.workspace_configuration_async(types.ConfigurationParams([item]))
        if given and given[0] is not None:
            self.wish(given[0])
            self._server.desk.settings_changed()

    def wish(self, given: Any) -> None:
        """Take what the editor says of our section; what it began with holds where this says nothing."""
        wishes = Wishes(self._begun | plain(given))
        self._server.desk.wishes = wishes
        for message in wishes.faults:
            self._say(message)

    def files_changed(self, params: types.DidChangeWatchedFilesParams) -> None:
        """Read the settings anew, if one of their files was changed."""
        self._look_at([change.uri for change in params.changes])

    def saved(self, params: types.DidSaveTextDocumentParams) -> None:
        """Read the settings anew, if it was one of their files: not every editor watches files."""
        self._look_at([params.text_document.uri])

    def _look_at(self, uris: list[str]) -> None:
        """Read settings anew if a file of theirs was changed, and rules if one of a pack was."""
        packs = tuple(f"{folder}/" for folder in self._server.desk.packs())
        ours = [uri for uri in uris if (path := path_of_uri(uri)) and path.startswith(packs)] if packs else []
        if ours:
            forget()
        if ours or any(uri.endswith(WATCHED) for uri in uris):
            self._anew()

    def folders_changed(self, params: types.DidChangeWorkspaceFoldersParams) -> None:
        """Take the workspace's folders as they are now."""
        gone = {path_of_uri(folder.uri) for folder in params.event.removed}
        came = [path_of_uri(folder.uri) for folder in params.event.added]
        kept = [folder for folder in self._server.desk.folders if folder not in gone]
        self._server.desk.folders = [*kept, *(folder for folder in came if folder and folder not in kept)]
        self._anew()

    def _anew(self) -> None:
        self._said.clear()
        self._server.desk.settings_changed()
        self.show_faults()

    def show_faults(self) -> None:
        """Show the mistakes in settings and rules, each in its file, and say each once."""
        problems = list(self._server.desk.standing.problems.values())
        by_file: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for problem in problems:
            self._say(str(problem))
            if uri := _file_of(problem):
                by_file[uri].append(diagnostic_of_problem(problem))
        for uri in self._faulty | by_file.keys():
            items = by_file.get(uri, [])
            self._server.protocol.send("textDocument/publishDiagnostics", {"uri": uri, "diagnostics": items})
        self._faulty = set(by_file)

    def say_again(self) -> None:
        """Say what was said when nobody was to hear it."""
        said, self._said = sorted(self._said), set()
        for message in said:
            self._say(message)

    def _say(self, message: str) -> None:
        if message not in self._said:
            self._said.add(message)
            params = types.ShowMessageParams(type=types.MessageType.Warning, message=f"whosays: {message}")
            self._server.window_show_message(params)


def _file_of(problem: Problem) -> str:
    """Return the address of the file in which a mistake was made, if it was in one."""
    return from_fs_path(str(Path(problem.path).absolute())) or "" if problem.path else ""
