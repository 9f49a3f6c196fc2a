/** What package.json offers is what the code knows. */
import assert from "node:assert/strict";
import { test } from "node:test";
import manifest from "../package.json";
import { forServer, PROGRAMS, SERVER_KEYS, selector, TEXTS } from "../src/settings";

const properties: Record<string, object> = manifest.contributes.configuration.properties;

test("the settings are the server's and the extension's own", () => {
  const own = ["path", "programs", "trace.server"];
  const offered = Object.keys(properties).map((key) => key.replace(/^whosays\./, ""));
  assert.deepEqual(offered.sort(), [...SERVER_KEYS, ...own].sort());
});

test("the server is told its own settings only", () => {
  const section = { path: "/x", programs: true, trace: { server: "off" }, profile: "news", pause: 0 };
  assert.deepEqual(forServer(section), { profile: "news", pause: 0 });
  for (const nothing of [undefined, null, "news"]) {
    assert.deepEqual(forServer(nothing), {});
  }
});

test("texts are served saved or not, programs where that is wished", () => {
  assert.equal(selector(false).length, 2 * TEXTS.length);
  assert.ok(selector(false).some(({ scheme, language }) => scheme === "untitled" && language === "org"));
  assert.ok(!selector(false).some(({ language }) => language === "python"));
  assert.ok(selector(true).some(({ language }) => language === "python"));
});

test("every language that is served wakes the extension", () => {
  const languages = [...TEXTS, ...PROGRAMS].map((language) => `onLanguage:${language}`);
  assert.deepEqual([...manifest.activationEvents].sort(), languages.sort());
});
