import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dailyAnchors } from "../../src/modules/audit/domain/anchors.ts";
import { noteHead } from "./daily-anchor.mjs";

test("the head of the trail is noted once for each state of it, in lines that the auditor's check reads", async () => {
  const folder = await mkdtemp(join(tmpdir(), "anchor-test-"));
  const file = join(folder, "anchors/of-a-database");
  let head = { seq: "0", hash: "" };
  /** @type {string[]} */
  const told = [];
  const note = () => noteHead({ file, readHead: async () => head, tell: (message) => told.push(message) });
  await note();
  head = { seq: "7", hash: "a".repeat(64) };
  await note();
  await note();
  head = { seq: "9", hash: "b".repeat(64) };
  await note();
  const anchors = dailyAnchors(await readFile(file, "utf8"));
  expect(anchors).toEqual([{ seq: 7n, hash: "a".repeat(64), source: "DAILY" }, { seq: 9n, hash: "b".repeat(64), source: "DAILY" }]);
  expect(told).toHaveLength(2);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  await rm(folder, { recursive: true });
});
