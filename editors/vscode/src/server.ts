/** The server as the editor has it: started when needed, begun anew when it may be found elsewhere, one word when it fails. */
import { commands, type ExtensionContext, type LogOutputChannel, Uri, window, workspace } from "vscode";
import { CloseAction, ErrorAction, LanguageClient } from "vscode-languageclient/node";
import { type Command, findCommand } from "./command";
import { type Running, startServer } from "./process";
import { selectedPython } from "./python";
import { forServer, selector } from "./settings";

const RESTARTS = 3;
const CALM = 180_000;

/** A client that says what goes wrong in the log only: `Server` tells the user, once. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

/** Keeps one server for the window. */
export class Server {
  #client: LanguageClient | undefined;
  #running: Running | undefined;
  #crashes: number[] = [];
  #turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly context: ExtensionContext,
    private readonly log: LogOutputChannel,
  ) {}

  /** The first folder of the workspace: there relative paths start. */
  get folder(): string | undefined {
    return workspace.workspaceFolders?.find(({ uri }) => uri.scheme === "file")?.uri.fsPath;
  }

  /** Return the command that runs whosays here. Throws Trouble. */
  async command(): Promise<Command> {
    const setting = workspace.getConfiguration("whosays").get<string>("path");
    const python = setting ? undefined : await selectedPython(workspace.workspaceFolders?.[0]?.uri);
    return findCommand({ setting, python, path: process.env["PATH"], folder: this.folder });
  }

  /** Start the server, if it does not run. */
  start(): Promise<void> {
    return this.#inTurn(() => (this.#client ? Promise.resolve() : this.#start()));
  }

  /** Stop the server, look for it again, and start it. */
  restart(): Promise<void> {
    this.#crashes = [];
    return this.#inTurn(async () => {
      await this.#stop();
      await this.#start();
    });
  }

  /** Stop the server. */
  stop(): Promise<void> {
    return this.#inTurn(() => this.#stop());
  }

  /** Have the server do one of its commands; undefined where there is no server. */
  async execute(command: string): Promise<unknown> {
    await this.start();
    return this.#client?.sendRequest("workspace/executeCommand", { command, arguments: [] });
  }

  /** Tell the user what is wrong, once, and where to read what to do. */
  async tell(trouble: unknown): Promise<void> {
    const said = trouble instanceof Error ? trouble.message : String(trouble);
    this.log.error(said);
    const [help, settings, log] = ["How to set it up", "Open settings", "Show log"];
    const chosen = await window.showErrorMessage(
      said.startsWith("whosays") ? said : `whosays: ${said}`,
      help,
      settings,
      log,
    );
    if (chosen === help) {
      const page = Uri.joinPath(this.context.extensionUri, "setup.md");
      await commands.executeCommand("markdown.showPreview", page);
    } else if (chosen === settings) {
      await commands.executeCommand("workbench.action.openSettings", "whosays.path");
    } else if (chosen === log) {
      this.log.show();
    }
  }

  /** Do one thing after the other: starts and stops must not cross. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#turn = this.#turn.then(work, work);
    return this.#turn;
  }

  async #start(): Promise<void> {
    try {
      const command = await this.command();
      this.log.info(`${[command.program, ...command.args, "lsp"].join(" ")} (from ${command.from})`);
      this.#client = this.#make(command);
      await this.#client.start();
    } catch (error) {
      const ended = this.#client && this.#running ? await this.#running.ended : error;
      this.#client = this.#running = undefined;
      void this.tell(ended); // the message stays until it is answered
    }
  }

  async #stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    try {
      await client?.dispose();
    } catch (error) {
      this.log.warn(`the server did not stop as asked: ${String(error)}`);
      this.#running?.process.kill();
    }
    this.#running = undefined;
  }

  #make(command: Command): LanguageClient {
    const section = () => forServer(workspace.getConfiguration().get("whosays"));
    const programs = workspace.getConfiguration("whosays").get<boolean>("programs", false);
    const start = async () => {
      this.#running = startServer(command, this.folder);
      return this.#running.process;
    };
    return new QuietClient("whosays", "whosays", start, {
      documentSelector: selector(programs),
      outputChannel: this.log,
      initializationOptions: section,
      synchronize: { configurationSection: "whosays" },
      diagnosticPullOptions: { onChange: true, onSave: false },
      middleware: { workspace: { configuration: (asked) => asked.items.map(section) } },
      initializationFailedHandler: () => false,
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => this.#closed(),
      },
    });
  }

  /** Start a server again that ended by itself, but not one that ends again and again. */
  async #closed(): Promise<{ action: CloseAction; handled: boolean }> {
    const now = Date.now();
    this.#crashes = [...this.#crashes.filter((then) => now - then < CALM), now];
    const running = this.#client?.initializeResult !== undefined;
    if (running && this.#crashes.length <= RESTARTS) {
      return { action: CloseAction.Restart, handled: true };
    }
    if (running) {
      this.#client = undefined;
      void this.#running?.ended.then((why) => this.tell(why));
    }
    return { action: CloseAction.DoNotRestart, handled: true };
  }
}
