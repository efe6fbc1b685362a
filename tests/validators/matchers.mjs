// Prints a script for pages: `matchers.apache` and `matchers.hypothesis` find the text of a note by its selectors, as the
// tools of these names do. Hypothesis ships its matcher within the source map of its client alone.
import { mkdtempSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const map = JSON.parse(readFileSync(join(here, "node_modules/hypothesis/build/scripts/annotator.bundle.js.map"), "utf8"));
const folder = mkdtempSync(join(tmpdir(), "matchers-"));
map.sources.forEach((source, n) => {
  const path = source.match(/src\/annotator\/anchoring\/[\w-]+\.ts$|node_modules\/approx-string-match\/.*\.js$/)?.[0];
  if (path) {
    const file = join(folder, path.replace("build/src/", ""));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, map.sourcesContent[n]);
  }
});
const entry = `
import { createCssSelectorMatcher, createTextQuoteSelectorMatcher } from "@apache-annotator/dom";
import { makeRefinable } from "@apache-annotator/selector";
import { anchor } from "./src/annotator/anchoring/html.ts";

const create = makeRefinable(one => (one.type === "CssSelector" ? createCssSelectorMatcher : createTextQuoteSelectorMatcher)(one));

export async function apache(selectors) {
  const found = [];
  for (const selector of selectors) {
    const ranges = [];
    for await (const range of create(selector)(document.body)) ranges.push(range);
    found.push(ranges);
  }
  return found;
}
export const hypothesis = selectors => anchor(document.body, selectors);
`;
const made = await build({
  stdin: { contents: entry, resolveDir: folder },
  nodePaths: [join(here, "node_modules"), join(folder, "node_modules")],
  bundle: true,
  format: "iife",
  globalName: "matchers",
  write: false,
  logLevel: "error",
});
process.stdout.write(made.outputFiles[0].text);
