/** whosays in VS Code: starts the server when a text is there for it, and adds the commands. */
import {
  commands,
  type Disposable,
  type ExtensionContext,
  languages,
  ProgressLocation,
  type TextDocument,
  type TextDocumentContentProvider,
  Uri,
  window,
  workspace,
} from "vscode";
import { output } from "./command";
import { onPythonChanged } from "./python";
import { report } from "./report";
import { checked, picks, readRules } from "./rules";
import { Server } from "./server";
import { selector } from "./settings";

const PAGE = "whosays-rule";
const REPORT = "whosays-report";
const NEW_START = ["whosays.path", "whosays.programs", "whosays.semanticTokens"];
let server: Server | undefined;
let written = "";

/** Begin: the server starts with the first text that it is for. */
export function activate(context: ExtensionContext): void {
  const log = window.createOutputChannel("whosays", { log: true });
  const kept = new Server(context, log);
  server = kept;
  context.subscriptions.push(
    log,
    workspace.registerTextDocumentContentProvider(PAGE, rulePages(kept)),
    workspace.registerTextDocumentContentProvider(REPORT, { provideTextDocumentContent: () => written }),
    register(kept, "whosays.check", () => checkWorkspace(kept)),
    register(kept, "whosays.explain", (rule) => explain(kept, rule)),
    register(kept, "whosays.openReport", () => openReport(kept)),
    register(kept, "whosays.restart", () => kept.restart()),
  );
  whenNeeded(context, kept);
}

/** End. */
export async function deactivate(): Promise<void> {
  await server?.stop();
}

/** Start the server with the first text for it; from then on, anew whenever it may have to be found elsewhere. */
function whenNeeded(context: ExtensionContext, kept: Server): void {
  const begin = () => {
    waiting.dispose();
    void kept.start();
    void onPythonChanged(() => void kept.restart()).then((it) => it && context.subscriptions.push(it));
    const changes = workspace.onDidChangeConfiguration((change) => {
      if (NEW_START.some((key) => change.affectsConfiguration(key))) {
        void kept.restart();
      }
    });
    context.subscriptions.push(changes);
  };
  const forUs = (text: TextDocument) => {
    const programs = workspace.getConfiguration("whosays").get<boolean>("programs", false);
    return languages.match(selector(programs), text) > 0;
  };
  const waiting: Disposable = workspace.onDidOpenTextDocument((text) => forUs(text) && begin());
  context.subscriptions.push(waiting);
  if (workspace.textDocuments.some(forUs)) {
    begin();
  }
}

function register(kept: Server, name: string, work: (argument?: unknown) => Promise<void>): Disposable {
  return commands.registerCommand(name, async (argument?: unknown) => {
    try {
      await work(argument);
    } catch (error) {
      void kept.tell(error);
    }
  });
}

async function checkWorkspace(kept: Server): Promise<void> {
  const result = await kept.execute("whosays.checkWorkspace");
  if (!result) {
    return; // there is no server, which has been said
  }
  const show = "Show problems";
  if ((await window.showInformationMessage(checked(result), show)) === show) {
    await commands.executeCommand("workbench.actions.view.problems");
  }
}

async function explain(kept: Server, given: unknown): Promise<void> {
  let rule = typeof given === "string" ? given : undefined;
  if (!rule) {
    const rules = readRules(await output(await kept.command(), ["rules", "--format", "json"], kept.folder));
    const options = { placeHolder: "Which rule?", matchOnDetail: true };
    rule = (await window.showQuickPick(picks(rules, rulesAtCursor()), options))?.label;
  }
  if (rule) {
    const page = await workspace.openTextDocument(Uri.from({ scheme: PAGE, path: `/${rule}` }));
    await window.showTextDocument(page, { preview: true });
  }
}

/** Return the rules of the findings on the line of the cursor. */
function rulesAtCursor(): string[] {
  const editor = window.activeTextEditor;
  if (!editor) {
    return [];
  }
  const { line } = editor.selection.active;
  return languages
    .getDiagnostics(editor.document.uri)
    .filter(({ source, range }) => source === "whosays" && range.start.line <= line && line <= range.end.line)
    .map(({ code }) => String(typeof code === "object" ? code.value : code));
}

function rulePages(kept: Server): TextDocumentContentProvider {
  return {
    provideTextDocumentContent: async ({ path }) =>
      output(await kept.command(), ["explain", "--no-color", path.slice(1)], kept.folder),
  };
}

/** Show the report on the workspace as a page; each time anew, for the texts have changed. */
async function openReport(kept: Server): Promise<void> {
  const { folder } = kept;
  if (!folder) {
    void window.showInformationMessage("whosays: open a folder to have a report on its texts.");
    return;
  }
  const where = { location: ProgressLocation.Notification, title: "whosays: reading all texts" };
  written = await window.withProgress(where, async () =>
    report(await kept.command(), workspace.getConfiguration().get("whosays"), folder),
  );
  const page = Uri.from({ scheme: REPORT, path: "/whosays report.md", query: String(Date.now()) });
  await commands.executeCommand("markdown.showPreview", page);
}
