/** The server's process: how it is started, and what its end means. */
import { type ChildProcess, spawn } from "node:child_process";
import { type Command, INSTALL, withoutServer } from "./command";

const KEPT = 4_000;

/** A running server. `ended` is why it ended: one line that says what to do. */
export interface Running {
  readonly process: ChildProcess;
  readonly ended: Promise<string>;
}

/** Start a server that speaks on its standard streams. `folder` is where relative paths of its settings start. */
export function startServer(command: Command, folder?: string): Running {
  const server = spawn(command.program, [...command.args, "lsp"], {
    cwd: folder,
    env: { ...process.env, PYTHONUTF8: "1" },
  });
  let said = "";
  server.stderr.setEncoding("utf8").on("data", (more: string) => {
    said = (said + more).slice(-KEPT);
  });
  const ended = new Promise<string>((tell) => {
    server.on("error", (error) => tell(`${command.program} does not run: ${error.message}`));
    server.on("close", (status, signal) => tell(whyEnded(command, said, status ?? signal)));
  });
  return { process: server, ended };
}

function whyEnded(command: Command, said: string, status: number | string | null): string {
  if (said.includes("whosays[lsp]")) {
    const install = command.from === "python" ? `"${command.program}" -m ${INSTALL}` : INSTALL;
    return withoutServer(command.program, install);
  }
  const last = said.trim().split("\n").at(-1);
  return `The language server ${command.program} ended (${status})${last ? `: ${last}` : ""}`;
}
