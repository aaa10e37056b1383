import { db } from "@/lib/db";
import type { Scope } from "@/lib/guard";
import { stageTotals } from "@/modules/review/queries/standings";
import { byCodeUnit } from "@/modules/review/domain/seeded-order";
import type { RankingScope } from "../policy";
import type { RankingQuery } from "../schema";
import { liveOrder } from "./live-ranking";
import { frozenEntries, type RankedRow } from "./ranking";
import { listedNow, type AskedRanking } from "./ranking-view";
import { sha256Of } from "./snapshot-hash";

/** Every entry of a ranking, in the order of the page; `sha256` of the frozen text, null while nothing is frozen. */
export type WholeRanking = { kind: "FROZEN" | "LIVE"; sha256: string | null; rows: RankedRow[] };

/** All that the page would show after one another under the same filters. */
export async function wholeRanking(
  scope: Scope<"ranking", RankingScope>,
  { frozen, ...found }: AskedRanking,
  { kelompok: group, kategori: category }: RankingQuery,
): Promise<WholeRanking> {
  if (!frozen) return { kind: "LIVE", sha256: null, rows: await listedNow(await liveOrder(scope, found), found, { group, category, after: null }) };
  const { edition, result } = found;
  const rows = await frozenEntries(scope, { edition, result, snapshotId: frozen.id }, { group, category, portion: "WHOLE" });
  return { kind: "FROZEN", sha256: frozen.sha256, rows };
}

/** One mark of one judge, as it was entered. */
export type MarkRow = { stage: string; code: string; judge: string; criterion: string; mark: number };

/**
 * Every mark that a ranking is made of, for the entries listed: by stage, entry, judge, criterion. Judges under a number of
 * their own, the same in every file of the edition and in no order that tells a name; by name where the rules say so.
 */
export async function wholeMarks({ edition, reads }: AskedRanking, { rows }: WholeRanking): Promise<MarkRow[]> {
  const listed = new Set(rows.map(({ code }) => code));
  const totals = [];
  for (const { stage } of reads)
    totals.push(...(await stageTotals(edition.id, stage.key)).filter(({ code }) => listed.has(code)).map((total) => ({ ...total, stage: stage.key })));
  const judges = [...new Set(totals.flatMap(({ readings }) => readings.map(({ judgeId }) => judgeId)))];
  const nameOf = edition.rules.judgesInFiles === "NAMES" ? await names(judges) : await pseudonyms(edition.id);
  return totals.flatMap(({ stage, code, readings }) =>
    readings.flatMap(({ judgeId, marks }) => Object.entries(marks).map(([criterion, mark]) => ({ stage, code, judge: nameOf.get(judgeId) ?? judgeId, criterion, mark }))));
}

async function names(ids: readonly string[]): Promise<Map<string, string>> {
  const people = await db.user.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } });
  return new Map(people.map(({ id, name }) => [id, name]));
}

/** Among all judges of the edition, so that a number stays the same from file to file. */
async function pseudonyms(editionId: string): Promise<Map<string, string>> {
  const assigned = await db.assignment.findMany({ where: { submission: { editionId } }, distinct: ["judgeId"], select: { judgeId: true } });
  const inOrder = assigned.map(({ judgeId }) => ({ judgeId, place: sha256Of(`${editionId} ${judgeId}`) })).sort((left, right) => byCodeUnit(left.place, right.place));
  return new Map(inOrder.map(({ judgeId }, index) => [judgeId, `J${String(index + 1).padStart(3, "0")}`]));
}
