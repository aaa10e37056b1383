import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { moveToAnotherDatabase, runCompetition, type Outcome } from "#tests/support/competition-twice";

/** All that passed in 2020, by group, and sixty evaluators as in the national seed. */
const NATIONAL = { count: 2250, seed: 2020, groupMix: { umum: 2126, replikasi: 33, khusus: 91 }, evaluators: 60, panelists: 9 };

/** SHA-256 of the two snapshots, so that another machine proves the same. Whoever changes rules, generator or ranking on purpose records them anew. */
const RECORDED = {
  "top-99": "991e628d8d5d59045be32dac03c9ff4d634550f8de905c47069a690703172cac",
  "top-45": "29427ce5c43059327466f8d6a1494e0e101e525e8097acb65ec6f665bf7987c3",
};

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const snapshots = (outcome: Outcome) => ({ "top-99": sha256(outcome["top-99"].body), "top-45": sha256(outcome["top-45"].body) });
const stored = (outcome: Outcome) => ({ "top-99": outcome["top-99"].sha256, "top-45": outcome["top-45"].sha256 });
/** All columns but the last two: the head of the audit chain belongs to one database and one moment. */
const withoutHead = (table: string) => table.replace(/,[^,\r\n]*,[^,\r\n]*(?=\r\n|$)/g, "");
const tables = (outcome: Outcome) => [outcome["top-99"].table, outcome["top-45"].table].map(withoutHead).map(sha256);
const ranked = ({ body }: { body: string }) => (JSON.parse(body) as { entries: unknown[] }).entries.length;

test("the national competition run in two databases gives the same Top 99 and Top 45, byte for byte, and those recorded here", { timeout: 300_000 }, async () => {
  const one = await runCompetition(NATIONAL);
  await moveToAnotherDatabase();
  const other = await runCompetition(NATIONAL);

  expect([ranked(one["top-99"]), ranked(one["top-45"])]).toEqual([2250, 114]);
  expect([one["top-99"].published, one["top-45"].published]).toEqual([99 + 15, 45 + 5]);
  expect(snapshots(other)).toEqual(snapshots(one));
  expect(tables(other)).toEqual(tables(one));
  expect([stored(one), stored(other)]).toEqual([snapshots(one), snapshots(one)]);
  expect(snapshots(one)).toEqual(RECORDED);
});
