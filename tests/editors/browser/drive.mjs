// Types into the page as a writer would, looks, and does what is offered. Prints what was shown; keeps screenshots.
// node drive.mjs PAGE CHROMIUM FOLDER
import { strict as assert } from "node:assert";
import { join } from "node:path";
import { chromium } from "playwright-core";

const [page, program, folder] = process.argv.slice(2);
const QUIET = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";
const browser = await chromium.launch({ executablePath: program, args: QUIET.split(" ") });
const tab = await browser.newPage({ viewport: { width: 900, height: 620 } });
const complaints = [];
tab.on("console", (message) => ["error", "warning"].includes(message.type()) && complaints.push(message.text()));
tab.on("pageerror", (error) => complaints.push(String(error)));
tab.setDefaultTimeout(60_000);

/** Wait until a rule is shown with its offers, or no more; return all that is shown. */
async function until(rule, there) {
  const asked = ([name, wanted]) => {
    const found = window.shown().found.filter((one) => one.rule === name);
    return wanted ? found.some(({ offers }) => offers.length) : !found.length;
  };
  await tab.waitForFunction(asked, [rule, there]);
  return tab.evaluate(() => window.shown());
}

const AGREED = "attribution/unsupported-consensus";
const WORDY = "readability/wordy-phrase";
try {
  await tab.goto(page);
  await tab.click(".cm-content");
  await tab.keyboard.type("# Rents\n\n");
  await tab.keyboard.insertText("🏠 漢字 ");
  await tab.keyboard.type("Experts agree that rents fall. It is due to the fact that few pay.");
  const typed = await until(AGREED, true);
  const underlined = await tab.locator(".cm-lintRange-error").allTextContents();
  await tab.locator(".cm-lintRange-error").first().hover();
  await tab.waitForSelector(".cm-tooltip-lint");
  await tab.waitForSelector(".cm-lsp-hover-tooltip");
  await tab.screenshot({ path: join(folder, "hover.png") });

  // What stands before the finding grows; the underline keeps to its words.
  await tab.keyboard.press("Control+Home");
  await tab.keyboard.insertText("👩‍👩‍👧 ");
  await tab.waitForFunction((name) => window.shown().text.startsWith("👩") && window.shown().found.some(({ rule }) => rule === name), AGREED);
  await tab.waitForTimeout(1500); // the client tells of changes after half a second
  const moved = await until(AGREED, true);

  await tab.locator(".cm-lintRange-info", { hasText: "due to the fact that" }).first().hover();
  const button = tab.locator(".cm-diagnosticAction", { hasText: "Write “because”" });
  await button.click();
  const mended = await until(WORDY, false);
  await tab.mouse.move(5, 5);
  await tab.screenshot({ path: join(folder, "mended.png") });
  assert.deepEqual(complaints, []);
  console.log(JSON.stringify({ typed, underlined, moved, mended }));
} catch (error) {
  await tab.screenshot({ path: join(folder, "failed.png") });
  console.error(JSON.stringify(await tab.evaluate(() => window.shown?.()).catch(String)), complaints);
  throw error;
} finally {
  await browser.close();
}
