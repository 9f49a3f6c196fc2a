/** The real server as VS Code meets it: pushed and pulled findings, edits, actions, settings, the workspace. */
import assert from "node:assert/strict";
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { TextDocument } from "vscode-languageserver-textdocument";
import { output } from "../src/command";
import { readRules } from "../src/rules";
import { COMMAND, Editor, fromCommandLine, placed, uriOf } from "./server";

const AGREED = "attribution/unsupported-consensus";
const WORDY = "readability/wordy-phrase";
const TEXT =
  "# Rents 𝒳 🏘\r\n\r\n🙂 漢字\u2028🏠 Experts agree that rents fall. 👩‍👩‍👧 It is due to the fact that few pay.\r\n\r\n" +
  "Many people think so.\r\n";
const PULL = { textDocument: { diagnostic: { dynamicRegistration: true } } };
// As VS Code has the section, with the defaults of package.json and the extension's own keys.
const SETTINGS = {
  path: "",
  programs: true,
  trace: { server: "off" },
  profile: "news",
  select: [],
  minConfidence: null,
  delay: 0,
  pause: 0,
  workspace: true,
};

function text(content = TEXT, uri = "untitled:Untitled-1"): TextDocument {
  return TextDocument.create(uri, "markdown", 1, content);
}

function wanted(of: TextDocument): string[] {
  return fromCommandLine(of.getText(), "text.md", "news");
}

for (const pulls of [false, true]) {
  test(`${pulls ? "pulled" : "pushed"} findings are the command's, before and after an edit and an action`, async (t) => {
    const editor = await Editor.start(t, pulls ? PULL : {}, SETTINGS);
    const written = text();
    const now = async () => {
      const same = JSON.stringify(wanted(written));
      const is = (found: Parameters<typeof placed>[0]) => JSON.stringify(placed(found)) === same;
      const found = pulls ? await editor.pull(written) : await editor.pushedOf(written, is);
      assert.deepEqual(placed(found), JSON.parse(same));
      return found;
    };
    await editor.open(written);
    const first = await now();
    const agreed = first.find(({ code }) => code === AGREED);
    assert.ok(agreed);
    assert.equal(written.getText(agreed.range), "Experts agree");
    assert.match(String(agreed.message), /^Who says that there is agreement/);

    // Type astral characters before the finding, in its line and above it.
    await editor.change(written, { start: agreed.range.start, end: agreed.range.start }, "🏠🏠 字 ");
    const top = { line: 0, character: 0 };
    await editor.change(written, { start: top, end: top }, "𝒳 people.\r\n\r\n");
    const second = await now();
    const moved = second.find(({ code }) => code === AGREED);
    assert.equal(moved && written.getText(moved.range), "Experts agree");

    const wordy = second.find(({ code }) => code === WORDY);
    assert.ok(wordy);
    const mend = (await editor.actions(written, wordy)).find(({ isPreferred }) => isPreferred);
    assert.equal(mend?.title, "Write “because”");
    const [edit, ...more] = mend?.edit?.changes?.[written.uri] ?? [];
    assert.ok(edit && more.length === 0);
    await editor.change(written, edit.range, edit.newText);
    assert.match(written.getText(), /👩‍👩‍👧 It is because few pay\.\r\n/);
    assert.ok(!(await now()).some(({ code }) => code === WORDY));
    assert.deepEqual(editor.said, []); // the extension's own settings are no mistakes
    await editor.stop();
  });
}

test("findings come pushed to a client that can pull and never does", async (t) => {
  const editor = await Editor.start(t, PULL, SETTINGS);
  const written = text();
  await editor.open(written);
  const found = await editor.pushedOf(written, (all) => all.some(({ code }) => code === AGREED));
  assert.deepEqual(placed(found), wanted(written));
  await editor.stop();
});

test("the workspace is checked in numbers, and its settings file holds", async (t) => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "whosays-workspace-")));
  writeFileSync(join(folder, "a.md"), "Experts agree that rents fall.\n");
  writeFileSync(join(folder, "b.md"), "Rents fell by 3 % in May, said Ana Moreau of Norbank.\n");
  writeFileSync(join(folder, "c.md"), "Experts agree that rents fall.\n");
  writeFileSync(join(folder, "whosays.toml"), 'select = ["unsupported-consensus"]\n');
  const editor = await Editor.start(t, {}, SETTINGS, folder);
  const open = text("Experts agree that rents fall.\n", uriOf(join(folder, "c.md")));
  await editor.open(open);
  assert.deepEqual(placed(await editor.pushedOf(open, () => true)), [`0:0-0:13 ${AGREED}`]);
  assert.deepEqual(await editor.execute("whosays.checkWorkspace"), { files: 2, findings: 1 });
  assert.ok(editor.pushed.some(({ uri, diagnostics }) => uri.endsWith("a.md") && diagnostics.length === 1));
  await editor.stop();
  rmSync(folder, { recursive: true });
});

test("every rule of a finding has a page", async (t) => {
  const rules = readRules(await output(COMMAND, ["rules", "--format", "json"]));
  const names = new Set(rules.map(({ rule }) => rule));
  const editor = await Editor.start(t, PULL, SETTINGS);
  const written = text();
  await editor.open(written);
  for (const { code } of await editor.pull(written)) {
    assert.ok(names.has(String(code)), String(code));
  }
  await editor.stop();
});
