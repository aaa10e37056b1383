// Work that need not be repeated while its inputs are the same.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./process.mjs";

/**
 * @param {{stamp: string, inputs: string[], output: string, word?: () => string}} what paths from the root; `stamp` remembers the inputs, `output` is what the work makes, `word` is an input that is no file
 * @param {() => Promise<unknown>} work
 */
export async function whenChanged({ stamp, inputs, output, word }, work) {
  const wanted = hashOf(inputs, word?.());
  const stampFile = join(root, stamp);
  if (existsSync(join(root, output)) && existsSync(stampFile) && readFileSync(stampFile, "utf8") === wanted) return;
  await work();
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, wanted);
}

/** @param {string[]} paths @param {string} word */
function hashOf(paths, word = "") {
  const hash = createHash("sha256").update(process.version).update(word);
  for (const path of paths) addTo(hash, path);
  return hash.digest("hex");
}

/** What we generate is left out: it follows from the rest. @param {import("node:crypto").Hash} hash @param {string} path */
function addTo(hash, path) {
  const file = join(root, path);
  if (!existsSync(file) || path === join("src", "generated")) return;
  if (!statSync(file).isDirectory()) return void hash.update(path).update(readFileSync(file));
  for (const name of readdirSync(file).sort()) addTo(hash, join(path, name));
}
