// What is too heavy for each change; the last line counts the parts that held.
import { join } from "node:path";
import { command } from "../lib/command.mjs";
import { runNode } from "../lib/process.mjs";
import { Tally } from "../lib/test-tally.mjs";

await command(async () => {
  const tally = new Tally();
  const faults = [join("scripts", "nightly", "fault-run.mjs"), ...process.argv.slice(2)];
  await tally.check("faults", () => runNode(faults, { show: true }));
  await tally.check("an upgrade under open pages", () => runNode([join("scripts", "nightly", "upgrade-run.mjs")], { show: true }));
  const national = [join("scripts", "test.mjs"), "--only=nightly,bench"];
  await tally.check("national sizes and the answers that the bench expects", () => runNode(national, { show: true }));
  const pages = [join("scripts", "test.mjs"), "--only=e2e", "--", "all-pages-accessible", "nothing-leaks"];
  await tally.check("every page in both languages, and every public address before a result is published", () => runNode(pages, { show: true, env: { SINOVIK_NIGHTLY: "1" } }));
  const journeys = [join("scripts", "test.mjs"), "--only=e2e"];
  await tally.check("the journeys on a slow line", () => runNode(journeys, { show: true, env: { SINOVIK_SLOW_LINE: "800" } }));
  console.log(String(tally));
  return tally.failed > 0 ? 1 : 0;
}, { signalCode: 1 });
