/** The report, as the real command writes it for a folder. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { type Command, Trouble } from "../src/command";
import { report, reportArguments } from "../src/report";
import { WHOSAYS } from "./server";

const command: Command = { program: WHOSAYS, args: [], from: "path" };
let folder: string;

before(() => {
  folder = mkdtempSync(join(tmpdir(), "whosays-report-"));
  writeFileSync(join(folder, "rents 🙂.md"), "Experts agree that rents fall.\n");
  writeFileSync(join(folder, "fine.md"), "Rents fell by 3 % in 2021, said Ana Moreau of Norbank.\n");
});
after(() => rmSync(folder, { recursive: true }));

test("the command is told what the margin goes by", () => {
  const usual = ["check", "--jobs", "0", "--exit-zero", "--format", "markdown"];
  assert.deepEqual(reportArguments(undefined), usual);
  const given = {
    profile: "news",
    select: [],
    ignore: ["a", "b/c"],
    minConfidence: 0.4,
    rules: ["x"],
    lenses: true,
  };
  assert.deepEqual(reportArguments(given), [
    ...usual,
    "--ignore",
    "a,b/c",
    "--profile",
    "news",
    "--min-confidence",
    "0.4",
    "--rules",
    "x",
  ]);
});

test("all texts of the folder are in it, under the editor's settings", async () => {
  const text = await report(command, { select: ["unsupported-consensus"] }, folder);
  assert.match(text, /^## whosays: 1 finding in 2 files\n/);
  assert.match(text, /### rents 🙂\.md\n\n- 1:1 “Experts agree”/);
  const none = await report(command, { select: ["unsupported-consensus"], minConfidence: 0.99 }, folder);
  assert.match(none, /^## whosays: 0 findings in 2 files\n/);
});

test("a file that cannot be read is told in it, and a wrong setting instead of it", async () => {
  writeFileSync(join(folder, "broken.md"), Buffer.from([0x41, 0x00, 0xff, 0xfe]));
  const text = await report(command, { select: ["unsupported-consensus"] }, folder);
  assert.match(text, /^## whosays: 1 finding in 2 files\n/);
  assert.match(text, /\*\*broken\.md/);
  await assert.rejects(
    report(command, { profile: "no-such" }, folder),
    (error: unknown) => error instanceof Trouble && /no profile 'no-such'/.test(error.message),
  );
});
