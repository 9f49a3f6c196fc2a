// Bundles the extension into out/extension.js, and with --tests each test into out/test/.
import { readdirSync } from "node:fs";
import { build } from "esbuild";

const usual = { bundle: true, platform: "node", target: "node20", logLevel: "warning" };
if (process.argv.includes("--tests")) {
  const tests = readdirSync("test").filter((name) => name.endsWith(".test.ts"));
  const entryPoints = tests.map((name) => `test/${name}`);
  await build({ ...usual, entryPoints, outdir: "out/test", format: "cjs", sourcemap: "inline" });
} else {
  const entryPoints = ["src/extension.ts"];
  await build({
    ...usual,
    entryPoints,
    outfile: "out/extension.js",
    format: "cjs",
    external: ["vscode"],
    minify: true,
  });
}
