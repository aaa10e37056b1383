import { db } from "@/lib/db";
import type { Scope } from "@/lib/guard";
import { toText } from "@/modules/review/domain/fraction";
import { stageSums } from "@/modules/review/queries/standings";
import { candidatesOf, type Candidate } from "../domain/candidates";
import type { EarlierLevels } from "../domain/composition";
import { rank, type Ranked } from "../domain/ranking";
import { standingOfSums, storedStage, UNREAD } from "../domain/stage-standing";
import { ranksWithin } from "../domain/ties";
import type { RankingScope } from "../policy";
import { earlierLevels } from "./decision";
import type { EditionResult } from "./edition-result";
import type { RankedRow } from "./ranking";

export type LiveEntry = Candidate & Ranked;

/** The order that a freeze would give now, out of the stored sums of all stages that it would read. */
export type LiveOrder = { entries: LiveEntry[]; earlier: EarlierLevels };

export async function liveOrder({ filter }: Scope<"ranking", RankingScope>, found: EditionResult): Promise<LiveOrder> {
  const { edition, result, reads, round } = found;
  if (filter.kind !== "EDITION" || filter.editionId !== edition.id) return { entries: [], earlier: new Map() };
  const [earlier, ...stages] = await Promise.all([
    earlierLevels(found),
    ...reads.map(async ({ round: read, stage }) => {
      const criteria = result.tieBreaks.flatMap((tieBreak) => (tieBreak.by === "CRITERION" && tieBreak.stage === read.stage.key ? [tieBreak.criterion] : []));
      const totals = await stageSums({ organizerId: edition.organizerId, editionId: edition.id, id: stage.id, scoring: read.scoring }, criteria);
      const entrants = totals.map(({ sums, marks, ...entrant }) => ({ ...entrant, standing: standingOfSums(sums, marks, read) }));
      return { stage: read.stage.key, isDeciding: read.stage.key === round.stage.key, entrants };
    }),
  ]);
  return { entries: rank(candidatesOf(stages, result, earlier), result), earlier };
}

/** The rank of each entry among those who compete for its level, by code; empty where the result has one level for all. */
export function groupRanks({ entries }: Pick<LiveOrder, "entries">, { result }: Pick<EditionResult, "result">): Map<string, number> {
  if (result.levels.length < 2) return new Map();
  return new Map(result.levels.flatMap(({ groups }) => [...ranksWithin(entries, groups)]));
}

/** Rows of the live order as the page shows them, with names and categories. */
export async function liveRows(entries: readonly LiveEntry[], order: LiveOrder, found: EditionResult): Promise<RankedRow[]> {
  const ranks = groupRanks(order, found);
  const rows = await db.$queryRaw<{ id: string; title: string; agencyName: string; categoryKey: string }[]>`
    select s.id, s.title, g.name as "agencyName", s."categoryKey" from "Submission" s join "Agency" g on g.id = s."agencyId"
    where s."organizerId" = ${found.edition.organizerId}::uuid and s.id = any(${entries.map(({ submissionId }) => submissionId)}::uuid[])`;
  const named = new Map(rows.map(({ id, ...row }) => [id, row]));
  return entries.flatMap(({ submissionId, code, group, place, rank: shared, total, decidedBy, stages }) => {
    const facts = named.get(submissionId);
    return facts ? [{
      ...facts, code, groupKey: group, place, rank: shared, groupRank: ranks.get(code) ?? null, total: total && toText(total), decidedBy,
      stages: found.reads.map(({ stage }) => storedStage(stage.key, stages[stage.key] ?? UNREAD)),
    }] : [];
  });
}
