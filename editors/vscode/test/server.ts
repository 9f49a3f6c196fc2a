/** An editor without windows: VS Code's own protocol packages against the real server, started as the extension does. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  ConfigurationRequest,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExecuteCommandRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type Range,
  RegistrationRequest,
  ShowMessageNotification,
  ShutdownRequest,
} from "vscode-languageserver-protocol/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Command } from "../src/command";
import { type Running, startServer } from "../src/process";
import { forServer } from "../src/settings";

function told(name: string): string {
  const value = process.env[name];
  assert.ok(value, `${name} must be set`);
  return value;
}

/** A Python with whosays and its server, one without whosays, and the command itself. */
export const PYTHON = told("WHOSAYS_PYTHON");
export const BARE_PYTHON = told("WHOSAYS_BARE_PYTHON");
export const WHOSAYS = told("WHOSAYS");
export const COMMAND: Command = { program: WHOSAYS, args: [], from: "path" };

/** One client with its server, and what the server said. */
export class Editor {
  readonly pushed: { uri: string; version?: number; diagnostics: Diagnostic[] }[] = [];
  readonly said: string[] = [];
  #wake: () => void = () => {};

  private constructor(
    readonly running: Running,
    readonly connection: ProtocolConnection,
  ) {}

  /** Start a server and shake hands. `settings` is the editor's section, as VS Code has it with all its defaults. */
  static async start(
    test: TestContext,
    capabilities: ClientCapabilities,
    settings: object,
    folder?: string,
  ): Promise<Editor> {
    const running = startServer(COMMAND, folder);
    test.after(() => running.process.kill());
    const { stdin, stdout } = running.process;
    assert.ok(stdin && stdout);
    const editor = new Editor(running, createProtocolConnection(stdout, stdin));
    const { connection } = editor;
    connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => forServer(settings)));
    connection.onRequest(RegistrationRequest.type, () => {});
    connection.onNotification(ShowMessageNotification.type, ({ message }) => void editor.said.push(message));
    connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      editor.pushed.push(params);
      editor.#wake();
    });
    connection.listen();
    const workspaceFolders = folder ? [{ uri: uriOf(folder), name: "texts" }] : null;
    await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: workspaceFolders?.[0]?.uri ?? null,
      workspaceFolders,
      capabilities: { ...capabilities, workspace: { configuration: true, workspaceFolders: true } },
      initializationOptions: forServer(settings),
    });
    await connection.sendNotification(InitializedNotification.type, {});
    return editor;
  }

  async open(text: TextDocument): Promise<void> {
    const { uri, languageId, version } = text;
    const textDocument = { uri, languageId, version, text: text.getText() };
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  }

  /** Make one change here and there. */
  async change(text: TextDocument, range: Range, newText: string): Promise<void> {
    const contentChanges = [{ range, text: newText }];
    TextDocument.update(text, contentChanges, text.version + 1);
    const textDocument = { uri: text.uri, version: text.version };
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument,
      contentChanges,
    });
  }

  /** Return the pushed diagnostics of a text as it is now, when they are what is expected: the last word comes late. */
  async pushedOf(text: TextDocument, expected: (found: Diagnostic[]) => boolean): Promise<Diagnostic[]> {
    while (true) {
      const last = this.pushed
        .filter(({ uri, version }) => uri === text.uri && version === text.version)
        .at(-1);
      if (last && expected(last.diagnostics)) {
        return last.diagnostics;
      }
      await new Promise<void>((wake) => {
        this.#wake = wake;
      });
    }
  }

  async pull(text: TextDocument): Promise<Diagnostic[]> {
    const asked = { textDocument: { uri: text.uri } };
    const report = await this.connection.sendRequest(DocumentDiagnosticRequest.type, asked);
    assert.equal(report.kind, "full");
    return report.kind === "full" ? report.items : [];
  }

  async actions(text: TextDocument, { range, ...rest }: Diagnostic): Promise<CodeAction[]> {
    const asked = { textDocument: { uri: text.uri }, range, context: { diagnostics: [{ range, ...rest }] } };
    return ((await this.connection.sendRequest(CodeActionRequest.type, asked)) ?? []) as CodeAction[];
  }

  async execute(command: string): Promise<unknown> {
    return this.connection.sendRequest(ExecuteCommandRequest.type, { command });
  }

  /** Say goodbye; the server must have ended well. */
  async stop(): Promise<void> {
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    assert.match(await this.running.ended, /ended \(0\)$/);
    this.connection.dispose();
  }
}

export function uriOf(path: string): string {
  return `file://${path}`;
}

/** A diagnostic by its place and rule, to be compared. */
export function placed(found: readonly Diagnostic[]): string[] {
  const at = ({ start, end }: Range) => `${start.line}:${start.character}-${end.line}:${end.character}`;
  return found.map(({ range, code }) => `${at(range)} ${code}`).sort();
}

/** What `whosays check` finds in a text, in the editor's units: UTF-16 from 0. */
export function fromCommandLine(text: string, name: string, profile: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), "whosays-check-"));
  try {
    writeFileSync(join(folder, name), text);
    const args = ["check", "--isolated", "--profile", profile, "--format", "json", "--exit-zero", name];
    const { files } = JSON.parse(execFileSync(WHOSAYS, args, { cwd: folder, encoding: "utf8" }));
    const lines = text.split(/\r\n|\n|\r/);
    const units = (place: { line: number; column: number }) =>
      `${place.line - 1}:${[...(lines[place.line - 1] ?? "")].slice(0, place.column - 1).join("").length}`;
    return files[0].findings
      .map((f: { rule: string; scope: string; start: never; end: never }) => {
        const end = f.scope === "document" ? f.start : f.end;
        return `${units(f.start)}-${units(end)} ${f.rule}`;
      })
      .sort();
  } finally {
    rmSync(folder, { recursive: true });
  }
}
