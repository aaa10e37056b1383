import canonicalize from "canonicalize";
import { appendAudit } from "@/lib/audit";
import { databaseNow, inTransaction, type Transaction } from "@/lib/db";
import { ok, refuse, type Result } from "@/lib/result";
import { toText } from "@/modules/review/domain/fraction";
import { handInHashes, marksHash } from "@/modules/review/queries/hand-in-hashes";
import { stageTotals } from "@/modules/review/queries/standings";
import { freezeProblems, snapshotDocument } from "../domain/freeze";
import { candidatesOf, type Candidate, type ReadStage } from "../domain/candidates";
import { rank, type RankedEntry } from "../domain/ranking";
import { stageStanding, storedStage, UNREAD } from "../domain/stage-standing";
import { earlierLevels } from "../queries/decision";
import { changedReadings, type CheckedReading } from "../domain/untouched-marks";
import type { EditionResult } from "../queries/edition-result";
import { lockResult } from "./lock";
import { sha256Of } from "../queries/snapshot-hash";

export type FreezeRequest = EditionResult & { frozenById: string; acknowledged: boolean };

export type FrozenSnapshot = { id: string; sha256: string; entries: number };

/**
 * Freezes the ranking of a result, once, and again after a freeze has been superseded: everything is computed from the single marks in the transaction that stores it, after
 * the stages that count have been locked and the database's clock has said that the stage is over.
 */
export async function freezeRanking(request: FreezeRequest): Promise<Result<FrozenSnapshot>> {
  return inTransaction(async (tx) => {
    const { edition, result } = request;
    await lockResult(tx, edition.id, result.key);
    const last = await tx.rankingSnapshot.findFirst({
      where: { organizerId: edition.organizerId, editionId: edition.id, resultKey: result.key },
      orderBy: { version: "desc" }, select: { sha256: true, version: true, supersession: { select: { confirmedAt: true } } },
    });
    if (last && !last.supersession) return refuse("results.freeze.alreadyFrozen", { sha256: last.sha256 });

    const stages = await lockStages(tx, request);
    const entries = await rankableEntries(tx, request);
    if (!entries.ok) return entries;
    const refusal = await firstProblem(tx, { ...request, stages }, entries.value);
    if (refusal) return refusal;
    return ok(await storeSnapshot(tx, { request, version: (last?.version ?? 0) + 1 }, entries.value));
  });
}

type LockedStage = { key: string; opensAt: Date; closesAt: Date };

/** The stage that the result waits for and those that it reads: a hand-in on its way holds its own, and nothing can come after this. */
function lockStages(tx: Transaction, { edition, closing, reads }: FreezeRequest): Promise<LockedStage[]> {
  return tx.$queryRaw<LockedStage[]>`
    select key, "opensAt", "closesAt" from "Stage" where "organizerId" = ${edition.organizerId}::uuid
      and id = any(${[closing, ...reads.map(({ stage }) => stage)].map(({ id }) => id)}::uuid[]) order by id for update`;
}

/** Refuses with the readings whose marks are not those handed in, and the codes whose stored sums are not what their marks give. */
async function rankableEntries(tx: Transaction, { edition, result, reads, round }: FreezeRequest): Promise<Result<Candidate[]>> {
  const disagreeing = new Set<string>();
  const checked: CheckedReading[] = [];
  const stages: ReadStage[] = [];
  for (const { round: read } of reads) {
    const entrants = (await stageTotals(edition.id, read.stage.key, tx)).map(({ readings, ...total }) => {
      const { standing, agrees } = stageStanding(readings.map(({ marks, weightedSum }) => ({ marks, storedSum: weightedSum })), read);
      if (!agrees) disagreeing.add(total.code);
      checked.push(...readings.map(({ assignmentId, marks }) => ({ code: total.code, assignmentId, sha256: marksHash(marks), handedIn: null })));
      return { ...total, standing };
    });
    stages.push({ stage: read.stage.key, isDeciding: read.stage.key === round.stage.key, entrants });
  }
  const touched = await touchedReadings(tx, checked, edition);
  if (touched.length > 0) return refuse("results.problem.marksDiffer", { count: touched.length, readings: named(touched.slice(0, 20)) });
  const candidates = candidatesOf(stages, result, await earlierLevels({ edition, result }, tx));
  const wrong = candidates.map(({ code }) => code).filter((code) => disagreeing.has(code));
  if (wrong.length > 0) return refuse("results.problem.storedSumDiffers", { count: wrong.length, codes: wrong.slice(0, 20).join(", ") });
  return ok(candidates);
}

async function touchedReadings(tx: Transaction, readings: readonly CheckedReading[], { isDemo }: { isDemo: boolean }): Promise<CheckedReading[]> {
  const hashes = await handInHashes(tx, readings.map(({ assignmentId }) => assignmentId));
  return changedReadings(readings.map((reading) => ({ ...reading, handedIn: hashes.get(reading.assignmentId) ?? null })), { isDemo });
}

const named = (readings: readonly CheckedReading[]) => readings.map(({ code, assignmentId }) => `${code} (${assignmentId})`).join(", ");

async function firstProblem(
  tx: Transaction,
  { reads, stages, acknowledged }: FreezeRequest & { stages: readonly LockedStage[] },
  entries: readonly Candidate[],
) {
  const rounds = reads.map(({ round: { stage, scoring } }) => ({
    stage: stage.key,
    perSubmission: scoring.perSubmission,
    entries: entries.map(({ code, entered, stages: standings }) => ({
      code, readings: standings[stage.key]?.readings ?? 0, hasEntered: entered.includes(stage.key),
    })),
  }));
  const problems = freezeProblems({ stages, now: await databaseNow(tx), rounds });
  const problem = problems.find(({ severity }) => severity === "BLOCKING" || !acknowledged);
  return problem ? refuse(problem.key, problem.values) : null;
}

async function storeSnapshot(tx: Transaction, { request, version }: { request: FreezeRequest; version: number }, entries: readonly Candidate[]): Promise<FrozenSnapshot> {
  const { edition, result, frozenById } = request;
  const ranked = rank(entries, result);
  const body = canonicalize(snapshotDocument({ editionCode: edition.code, rulesSha256: edition.rulesSha256, result, ranked })) ?? "";
  const sha256 = sha256Of(body);
  const { id } = await tx.rankingSnapshot.create({
    data: {
      organizerId: edition.organizerId, editionId: edition.id, resultKey: result.key, version, body, sha256, frozenById,
      frozenAt: await databaseNow(tx),
    },
    select: { id: true },
  });
  await storeEntries(tx, { request, snapshotId: id, ranked, idOf: new Map(entries.map((entry) => [entry.code, entry.submissionId])) });
  await appendAudit(tx, {
    actorId: frozenById, action: "results.freeze", subject: { type: "rankingSnapshot", id }, editionId: edition.id,
    details: { result: result.key, version, sha256, entries: ranked.length, acknowledged: request.acknowledged },
  });
  return { id, sha256, entries: ranked.length };
}

/** One statement with one parameter for all rows: thousands of them at the size of the national competition. */
async function storeEntries(
  tx: Transaction,
  { request, snapshotId, ranked, idOf }: { request: FreezeRequest; snapshotId: string; ranked: readonly RankedEntry[]; idOf: ReadonlyMap<string, string> },
): Promise<void> {
  const rows = ranked.map(({ place, rank: shared, code, group, total, decidedBy, stages }) => {
    const standing = stages[request.round.stage.key] ?? UNREAD;
    return {
      place, rank: shared, submissionId: idOf.get(code), code, groupKey: group, decidedBy, readings: standing.readings,
      total: total && toText(total), lowest: standing.lowest && toText(standing.lowest), highest: standing.highest && toText(standing.highest),
      stages: request.reads.map(({ stage }) => storedStage(stage.key, stages[stage.key] ?? UNREAD)),
    };
  });
  await tx.$executeRaw`
    insert into "RankingEntry" ("organizerId", "snapshotId", place, rank, "submissionId", code, "groupKey", total, readings, lowest, highest,
      "decidedBy", stages)
    select ${request.edition.organizerId}::uuid, ${snapshotId}::uuid, r.place, r.rank, r."submissionId", r.code, r."groupKey", r.total, r.readings,
      r.lowest, r.highest, r."decidedBy", r.stages
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(
      place int, rank int, "submissionId" uuid, code text, "groupKey" text, total text, readings int, lowest text, highest text, "decidedBy" text,
      stages jsonb)`;
}
