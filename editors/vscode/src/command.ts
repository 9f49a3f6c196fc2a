/** Where `whosays` is: the setting `whosays.path`, else the selected Python, else the PATH. */
import { execFile } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, isAbsolute, join, resolve } from "node:path";
import { promisify } from "node:util";

/** What runs whosays: `program`, then `args`, then whosays' own arguments. `from` says where it was found. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly from: "setting" | "python" | "path";
}

/** Where to look. `python` is the selected interpreter, `path` the PATH, `folder` what relative settings start from. */
export interface Places {
  readonly setting?: string | undefined;
  readonly python?: string | undefined;
  readonly path?: string | undefined;
  readonly folder?: string | undefined;
}

/** Why whosays cannot run here: one line that says what to do. */
export class Trouble extends Error {
  override readonly name = "Trouble";

  /** `printed` is what a command wrote to its standard output all the same. */
  constructor(
    message: string,
    readonly printed?: string,
  ) {
    super(message);
  }
}

/** What `whosays[lsp]` is installed with, in the words of the command's own message. */
export const INSTALL = "pip install 'whosays[lsp]'";

// -P keeps the current folder out of the import path: a workspace may have a folder `lint` of its own.
const MODULE = ["-P", "-m", "lint.front.cli"];
const ASK = `
import importlib.metadata, importlib.util, json
print(json.dumps([importlib.metadata.version("whosays"), importlib.util.find_spec("pygls") is not None]))
`;
const PATIENCE = 30_000;
const run = promisify(execFile);

/** Return the first command that can serve an editor. Throws Trouble. */
export async function findCommand(places: Places): Promise<Command> {
  if (places.setting?.trim()) {
    return fromSetting(places.setting.trim(), places.folder);
  }
  const lacking: string[] = [];
  if (places.python) {
    const has = await whosaysIn(places.python, places.folder);
    if (has === "server") {
      return { program: places.python, args: MODULE, from: "python" };
    }
    if (has === "command") {
      lacking.push(places.python);
    }
  }
  const found = onPath(places.path ?? "");
  if (found) {
    return { program: found, args: [], from: "path" };
  }
  const [python] = lacking;
  if (python) {
    throw new Trouble(withoutServer(python, `"${python}" -m ${INSTALL}`));
  }
  const where = places.python ? `neither in the selected Python (${places.python}) nor` : "not";
  throw new Trouble(
    `whosays was ${where} found on the PATH. Install it with ${INSTALL}, or set whosays.path.`,
  );
}

/** Say that a whosays has no language server, and how it gets one. */
export function withoutServer(program: string, install: string = INSTALL): string {
  return `The whosays of ${program} has no language server. Install it with ${install}`;
}

function fromSetting(setting: string, folder: string | undefined): Command {
  const base = folder ?? homedir();
  const spelled = setting.replace(/^~(?=$|[\\/])/, homedir()).replaceAll("$" + "{workspaceFolder}", base);
  const named =
    isAbsolute(spelled) || /[\\/]/.test(spelled)
      ? resolve(base, spelled)
      : onPath(process.env["PATH"] ?? "", spelled);
  if (!named || !isProgram(named)) {
    throw new Trouble(`whosays.path: there is no program ${named ?? spelled}`);
  }
  return { program: named, args: [], from: "setting" };
}

/** Say what of whosays a Python has. One that is too old for it, or does not run, has nothing. */
async function whosaysIn(
  python: string,
  folder: string | undefined,
): Promise<"server" | "command" | "nothing"> {
  try {
    const { stdout } = await run(python, ["-P", "-c", ASK], { timeout: PATIENCE, cwd: folder });
    const [, server] = JSON.parse(stdout) as [string, boolean];
    return server ? "server" : "command";
  } catch {
    return "nothing";
  }
}

/** Return the first program of that name on a PATH; relative folders in it are passed over, as a workspace could be one. */
export function onPath(path: string, name = "whosays"): string | undefined {
  const file = process.platform === "win32" && !name.endsWith(".exe") ? `${name}.exe` : name;
  return path
    .split(delimiter)
    .filter(isAbsolute)
    .map((folder) => join(folder, file))
    .find(isProgram);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** Return what one of whosays' other commands prints. Throws Trouble with the first line of what it complains of. */
export async function output(
  command: Command,
  args: readonly string[],
  folder?: string,
  timeout = PATIENCE,
): Promise<string> {
  const env = { ...process.env, NO_COLOR: "1", COLUMNS: "80", PYTHONUTF8: "1" };
  try {
    const options = { timeout, cwd: folder, env, maxBuffer: 64_000_000 };
    return (await run(command.program, [...command.args, ...args], options)).stdout;
  } catch (error) {
    const { stderr, stdout } = error as { stderr?: string; stdout?: string };
    const said = stderr?.trim().split("\n")[0];
    throw new Trouble(said || `whosays ${args.join(" ")}: ${(error as Error).message}`, stdout);
  }
}
