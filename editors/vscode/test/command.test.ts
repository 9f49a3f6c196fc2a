/** How the command is found, with real programs: a Python without whosays, one with it, one that lacks the server. */
import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { delimiter, dirname, join, relative } from "node:path";
import { after, before, test } from "node:test";
import { type Command, findCommand, onPath, output, Trouble } from "../src/command";
import { startServer } from "../src/process";
import { checked, picks, readRules } from "../src/rules";
import { BARE_PYTHON, PYTHON, WHOSAYS } from "./server";

let folder: string;
let half: string;

before(() => {
  folder = mkdtempSync(join(tmpdir(), "whosays-vscode-"));
  // An interpreter that sees the package, and none of what the language server needs.
  half = join(folder, "half-python");
  const info = join(folder, "whosays-0.1.0.dist-info");
  mkdirSync(info);
  writeFileSync(join(info, "METADATA"), "Metadata-Version: 2.1\nName: whosays\nVersion: 0.1.0\n");
  writeFileSync(half, `#!/bin/sh\nPYTHONPATH='${folder}' exec '${BARE_PYTHON}' "$@"\n`);
  chmodSync(half, 0o755);
  symlinkSync(WHOSAYS, join(folder, "whosays"));
});
after(() => rmSync(folder, { recursive: true }));

const trouble = (says: RegExp) => (error: unknown) => error instanceof Trouble && says.test(error.message);

test("the setting comes first, and nothing else is tried", async () => {
  const found = await findCommand({ setting: WHOSAYS, python: PYTHON, path: folder });
  assert.deepEqual(found, { program: WHOSAYS, args: [], from: "setting" });
  await assert.rejects(
    findCommand({ setting: join(folder, "nowhere"), python: PYTHON, path: folder }),
    trouble(/^whosays\.path: there is no program .*nowhere$/),
  );
  await assert.rejects(findCommand({ setting: folder }), trouble(/there is no program/));
});

test("the setting may be relative to the folder, to the home or a name", async () => {
  for (const setting of ["./whosays", "$" + "{workspaceFolder}/whosays"]) {
    assert.equal((await findCommand({ setting, folder })).program, join(folder, "whosays"));
  }
  const home = `~/${relative(homedir(), join(folder, "whosays"))}`;
  assert.equal((await findCommand({ setting: home })).program, join(folder, "whosays"));
  const before = process.env["PATH"];
  process.env["PATH"] = [folder, before].join(delimiter);
  assert.equal((await findCommand({ setting: "whosays" })).program, join(folder, "whosays"));
  process.env["PATH"] = before;
});

test("then the selected Python, if it has whosays and its server", async () => {
  const found = await findCommand({ python: PYTHON, path: folder });
  assert.deepEqual(found, { program: PYTHON, args: ["-P", "-m", "lint.front.cli"], from: "python" });
});

test("a Python without it, or that is none, is passed over", async () => {
  for (const python of [BARE_PYTHON, half, join(folder, "no-python"), undefined]) {
    const found = await findCommand({ python, path: ["relative", folder].join(delimiter) });
    assert.deepEqual(found, { program: join(folder, "whosays"), args: [], from: "path" });
  }
});

test("where there is nothing, one line says where it was looked for and what to do", async () => {
  await assert.rejects(
    findCommand({ path: "" }),
    trouble(/^whosays was not found on the PATH\. Install it with pip install 'whosays\[lsp\]', or set/),
  );
  await assert.rejects(findCommand({ python: BARE_PYTHON, path: "" }), (error: Error) =>
    error.message.includes(`neither in the selected Python (${BARE_PYTHON}) nor`),
  );
  await assert.rejects(findCommand({ python: half, path: "" }), (error: Error) =>
    error.message.includes(`"${half}" -m pip install 'whosays[lsp]'`),
  );
});

test("a relative folder of the PATH is passed over: a workspace could be it", () => {
  assert.equal(onPath(relative(process.cwd(), folder)), undefined);
  assert.equal(onPath(dirname(WHOSAYS)), WHOSAYS);
});

test("why a server ended is told in a line", async () => {
  const lacking = join(folder, "lacking");
  writeFileSync(
    lacking,
    "#!/bin/sh\necho \"whosays: error: needs pygls: pip install 'whosays[lsp]'\" >&2; exit 2\n",
  );
  chmodSync(lacking, 0o755);
  const broken = join(folder, "broken");
  writeFileSync(broken, "#!/bin/sh\necho one >&2; echo two >&2; exit 7\n");
  chmodSync(broken, 0o755);
  const end = (program: string, from: Command["from"]) => startServer({ program, args: [], from }).ended;
  assert.match(
    await end(lacking, "path"),
    /has no language server\. Install it with pip install 'whosays\[lsp\]'$/,
  );
  assert.match(await end(lacking, "python"), /Install it with ".*lacking" -m pip install/);
  assert.match(await end(broken, "path"), /broken ended \(7\): two$/);
  assert.match(await end(join(folder, "gone"), "path"), /gone does not run: .*ENOENT/);
});

test("the catalogue can be picked from, the findings at hand first", async () => {
  const command = await findCommand({ setting: WHOSAYS });
  const rules = readRules(await output(command, ["rules", "--format", "json"], folder));
  assert.ok(rules.length > 100);
  const [first, second] = picks(rules, ["hedging/modal-stack"]);
  assert.equal(first?.label, "hedging/modal-stack");
  assert.equal(second?.label, rules[0]?.rule);
  assert.ok(first?.detail);
  assert.match(first?.description ?? "", /suggestion|warning|error/);
  assert.match(
    await output(command, ["explain", "--no-color", "hedging/modal-stack"]),
    /^hedging\/modal-stack\n/,
  );
  await assert.rejects(output(command, ["explain", "no-such-rule"]), trouble(/no-such-rule/));
  assert.throws(() => readRules("{}"), TypeError);
});

test("what a check of the workspace came to is said in numbers", () => {
  assert.equal(checked({ files: 1, findings: 1 }), "whosays: 1 finding in 1 file that is not open.");
  assert.equal(checked({ files: 3, findings: 0 }), "whosays: 0 findings in 3 files that are not open.");
});
