// Opens a report as a reader does, from a disk and without a net, and prints what was shown; keeps screenshots.
// node drive.mjs REPORT ONE_FILE CHROMIUM FOLDER TEXT PLACE HOSTILE
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [report, oneFile, program, folder, text, place, hostile] = process.argv.slice(2);
const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const QUIET = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";
const browser = await chromium.launch({ executablePath: program, args: QUIET.split(" ") });
const complaints = [], asked = [], wide = [], faults = [], ran = [];
const seen = {};

async function open(options) {
  const context = await browser.newContext({ offline: true, viewport: { width: 1280, height: 900 }, ...options });
  const tab = await context.newPage();
  tab.on("console", (message) => complaints.push(message.text()));
  tab.on("pageerror", (error) => complaints.push(String(error)));
  tab.on("dialog", (dialog) => { ran.push(dialog.message()); dialog.dismiss(); });
  tab.on("request", (request) => request.url().startsWith("file:") || asked.push(request.url()));
  tab.setDefaultTimeout(15_000);
  return tab;
}
const at = (page) => pathToFileURL(join(report, page.split("#")[0])).href + (page.includes("#") ? `#${page.split("#")[1]}` : "");
const inside = (tab, query) => tab.locator(query).first().evaluate((node) => {
  const box = node.getBoundingClientRect();
  return box.top >= 0 && box.bottom <= innerHeight && box.height > 0;
});
const count = (tab, query) => tab.locator(query).count();
const shown = (tab) => tab.locator("#texts-shown").evaluate((out) => out.value);
const titles = (tab) => tab.locator("#texts-table tbody th a").allTextContents();
const until = async (tab, wanted) => tab.waitForFunction((told) => document.getElementById("texts-shown").value.includes(told), wanted);

/** Run axe in the page: through the debugger, as the page's policy lets no script in. */
async function check(tab, page) {
  await tab.evaluate(AXE);
  const { violations } = await tab.evaluate(() => axe.run(document, { resultTypes: ["violations"], preload: false }));
  for (const { id, nodes } of violations) faults.push(`${page}: ${id}: ${nodes[0].html.slice(0, 150)}`);
}

try {
  const pages = { index: "index.html", texts: "texts.html", text, rules: "rules.html", rule: "rules/attribution/unsupported-consensus.html", hostile };
  for (const [width, colorScheme] of [[1280, "light"], [390, "dark"], [640, "light"]]) {
    const tab = await open({ viewport: { width, height: 844 }, colorScheme, reducedMotion: "reduce" });
    for (const [name, page] of Object.entries(pages)) {
      await tab.goto(at(page));
      if (name === "texts") await until(tab, " to ");
      if (await tab.evaluate(() => document.documentElement.scrollWidth > innerWidth)) wide.push(`${name} at ${width}`);
      if (width !== 640) await check(tab, `${name} at ${width}`);
      await tab.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true });
      if (name === "hostile") ran.push(...await tab.evaluate(() => [window.ran, ...document.querySelectorAll("img, textarea, iframe, [onerror], [style], a[href^='javascript']")].filter(Boolean).map(String)));
    }
    await tab.context().close();
  }

  const tab = await open({ reducedMotion: "reduce" });
  await tab.goto(at("index.html"));
  seen.headline = await tab.locator("h1").textContent();
  seen.tables = await tab.locator("main table").evaluateAll((tables) => tables.map((table) => ({
    caption: table.caption.textContent,
    rows: [...table.tBodies[0].rows].map((row) => [...row.cells].map((cell) => cell.textContent)),
    bars: [...table.tBodies[0].rows].map((row) => [...row.querySelectorAll("rect")].map((bar) => Number(bar.getAttribute("width")))),
  })));
  seen.trend = await tab.locator(".trend svg").first().getAttribute("aria-label");
  const spot = tab.locator(".spots a").first();
  const words = (await spot.textContent()).slice(1, -1);
  await spot.click();
  seen.spot = [words, await tab.locator(":target .line").textContent(), await inside(tab, ":target")];

  await tab.goto(at("texts.html"));
  await until(tab, " of ");
  await tab.waitForFunction(() => !document.getElementById("texts-shown").value.includes("reading"));
  seen.first = await titles(tab);
  seen.shown = await shown(tab);
  await tab.click("th[data-key=words] button");
  seen.longest = await titles(tab);
  await tab.click("th[data-key=title] button");
  seen.byTitle = await titles(tab);
  await tab.fill("[name=author]", "ada");
  await until(tab, "(of ");
  seen.byAuthor = [await titles(tab), await shown(tab), new URL(tab.url()).hash];
  await tab.reload();
  await until(tab, "(of ");
  seen.reloaded = await titles(tab);
  await tab.click("button[type=reset]");
  await tab.fill("[name=sought]", "bridge");
  await tab.fill("[name=least]", "1");
  await until(tab, "(of ");
  seen.sought = await titles(tab);

  await tab.goto(at(`${text}#${place}`));
  seen.place = [await tab.locator("mark.on").allTextContents(), await inside(tab, "mark.on"), await tab.locator(".steps output").textContent()];
  await tab.keyboard.press("j");
  seen.next = [await tab.locator(".steps output").textContent(), await inside(tab, ".note.on"), await tab.locator(".note.on").evaluate((note) => note === document.activeElement)];
  await tab.keyboard.press("k");
  await tab.keyboard.press("h");
  seen.cool = await tab.locator("[data-heat]").getAttribute("aria-pressed");
  await tab.goto("about:blank");
  await tab.goto(at(`${text}#L8`));
  seen.line = [await tab.locator(":target .no").textContent(), await inside(tab, ":target")];
  await tab.click(".back a");
  seen.back = new URL(tab.url()).pathname.split("/").pop();
  await tab.goto(at(text));
  await writeFile(join(folder, "text.pdf"), await tab.pdf({ format: "A4" }));
  await tab.goto(at("index.html"));
  const printed = await tab.pdf({ format: "A4" });
  await writeFile(join(folder, "index.pdf"), printed);
  seen.printed = printed.length;

  const one = await open({ reducedMotion: "reduce" });
  await one.goto(pathToFileURL(oneFile).href);
  seen.oneFile = [await one.title(), await count(one, ".view:visible")];
  await check(one, "one file");
  await one.click(".ways a:text-is('Texts')");
  await one.fill("[name=sought]", "who says the bridge");
  await until(one, "(of ");
  await one.click("#texts-table tbody a");
  await one.waitForFunction(() => !document.title.startsWith("Texts"));
  await one.keyboard.press("j");
  seen.oneText = [await one.title(), await count(one, ".view:visible"), await one.locator(".note.on:visible").count()];
  ran.push(...await one.evaluate(() => [window.ran, ...document.querySelectorAll("img, textarea, iframe, [onerror], [style]")].filter(Boolean).map(String)));

  const bare = await open({ javaScriptEnabled: false });
  await bare.goto(at("texts.html"));
  seen.bare = [await count(bare, "#texts-table tbody tr"), await bare.locator(".sieve").isVisible()];
  console.log(JSON.stringify({ ...seen, complaints, asked, wide, faults, ran }));
} finally {
  await browser.close();
}
