// Reads the page as people do: on wide and narrow screens, by light and dark, on paper, with the keyboard. Prints what it saw.
// node page.mjs PAGE CHROMIUM FOLDER
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { chromium } from "playwright-core";

const [page, program, folder] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const QUIET = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";
const browser = await chromium.launch({ executablePath: program, args: QUIET.split(" ") });
const seen = { complaints: [], requests: [], dialogs: [], widths: {}, axe: {} };

async function open(address, options) {
  const tab = await (await browser.newContext(options)).newPage();
  tab.on("console", (message) => ["error", "warning"].includes(message.type()) && seen.complaints.push(message.text()));
  tab.on("pageerror", (error) => seen.complaints.push(String(error)));
  tab.on("request", (request) => request.url().startsWith("file:") || seen.requests.push(request.url()));
  tab.on("dialog", (dialog) => { seen.dialogs.push(dialog.message()); dialog.dismiss(); });
  tab.setDefaultTimeout(60_000);
  await tab.goto(address);
  return tab;
}

/** Let axe judge: over the debugger's line, for the page's policy lets no script in. */
async function judged(tab) {
  await tab.evaluate(axe + ";0");
  const found = await tab.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(" | ")}`);
}

try {
  for (const [width, height] of [[1280, 900], [390, 844]]) {
    for (const colorScheme of ["light", "dark"]) {
      const tab = await open(page, { viewport: { width, height }, colorScheme });
      const name = `${width}-${colorScheme}`;
      await tab.screenshot({ path: join(folder, `page-${name}.png`) });
      seen.widths[name] = await tab.evaluate(() => document.documentElement.scrollWidth);
      seen.axe[name] = await judged(tab);
      await tab.context().close();
    }
  }

  const tab = await open(page, { viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
  const shown = () => tab.locator(".finding:visible").count();
  const told = () => tab.locator(".filters output").textContent();
  const settled = () => tab.waitForTimeout(300);
  seen.all = await shown();
  await tab.getByLabel("Rule").selectOption("attribution/unsupported-consensus");
  await settled();
  seen.byRule = [await shown(), await told()];
  await tab.getByLabel("Rule").selectOption("attribution");
  await settled();
  seen.byGroup = await shown();
  await tab.getByRole("button", { name: "Show all" }).click();
  await settled();
  seen.again = [await shown(), await told()];
  await tab.getByLabel("errors").uncheck();
  await settled();
  seen.withoutErrors = [await shown(), await tab.locator(".finding.error:visible").count()];
  await tab.getByLabel("errors").check();
  await tab.getByLabel("Words or path").fill("WINTERFEST");
  await settled();
  seen.byWords = await tab.locator(".finding:visible").evaluateAll((all) => all.map((one) => one.id));

  // A link to what a filter hides shows it.
  const hidden = await tab.locator(".finding:not(:visible)").first().getAttribute("id");
  await tab.evaluate((id) => { location.hash = `#${id}`; }, hidden);
  await settled();
  seen.followed = await tab.evaluate((id) => [document.activeElement.id === id, document.getElementById(id).getBoundingClientRect().top], hidden);
  seen.afterFollowing = await shown();

  // The keyboard alone: the first stop leads to the questions, the next ones to the files.
  await tab.goto(page);
  await tab.keyboard.press("Tab");
  seen.firstStop = await tab.evaluate(() => [document.activeElement.textContent, getComputedStyle(document.activeElement).left]);
  await tab.keyboard.press("Enter");
  seen.skippedTo = await tab.evaluate(() => location.hash);
  await tab.pdf({ path: join(folder, "page.pdf"), format: "A4" });
  await tab.emulateMedia({ media: "print" });
  seen.printedFilters = await tab.locator(".filters").isVisible();
  await tab.context().close();

  const deep = await open(`${page}#${encodeURI("docs/<script>alert(1)<")}`, { viewport: { width: 1280, height: 900 } });
  await deep.context().close();
  const line = await open(`${page}#news.md:61`, { viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
  await settled2(line);
  seen.line = await line.evaluate(() => document.getElementById("news.md:61").getBoundingClientRect().top);
  seen.scrolled = await line.evaluate(() => scrollY);
  await line.context().close();

  const plain = await open(page, { viewport: { width: 1280, height: 900 }, javaScriptEnabled: false });
  seen.withoutScript = [await plain.locator(".finding:visible").count(), await plain.locator(".filters").isVisible()];
  seen.ran = await (await open(page, {})).evaluate(() => window.ran ?? null);
  console.log(JSON.stringify(seen));
} finally {
  await browser.close();
}

function settled2(tab) {
  return tab.waitForTimeout(300);
}
