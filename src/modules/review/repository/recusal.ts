import { appendAudit } from "@/lib/audit";
import { databaseNow, inTransaction, type Transaction } from "@/lib/db";
import { ok, refuse, type Result } from "@/lib/result";
import { hasClosed } from "@/modules/competition/domain/stages";
import { conflictsBetween } from "../domain/conflicts";
import { tiesAndEntriesOf } from "../queries/judge-entries";
import type { Sheet } from "../queries/sheet";
import { editionWithStages, visitStagesOf, type ReadingStage } from "../queries/stage";
import { recomputeStandings } from "./standing";

/**
 * Takes an entry away from its judge, at once and in every stage of the edition that can still change: what one must not
 * judge today, one must not judge in the next stage either. What was handed in no longer counts.
 */
export async function recuse(sheet: RecusedSheet, reason: string): Promise<Result<void>> {
  return inTransaction(async (tx) => {
    const stages = await changeableStages(tx, sheet.editionId);
    const taking = { judgeId: sheet.judgeId, submissionIds: [sheet.submissionId], reason };
    // The stage of the sheet first: where that is refused, nothing has been written.
    const own = stages.find(({ id }) => id === sheet.stageId);
    if (!own || (await takeAway(tx, own, taking)).length === 0) return refuse("common.errors.changedMeanwhile");
    for (const stage of stages) if (stage !== own) await takeAway(tx, stage, taking);
    await appendAudit(tx, {
      actorId: sheet.judgeId,
      action: "review.recuse",
      subject: { type: "assignment", id: sheet.assignmentId },
      editionId: sheet.editionId,
      details: { reason },
    });
    return ok(undefined);
  });
}

/** The pair that is handed back, in a scored stage or in a visit. */
export type RecusedSheet = Pick<Sheet, "judgeId" | "editionId" | "stageId" | "submissionId" | "assignmentId">;

export type Declaration = {
  organizerId: string;
  editionId: string;
  judgeId: string;
  affiliation: string;
  agencies: readonly string[];
  provinces: readonly string[];
};

/** Stores the pact with the ties, and takes away what is in conflict with them; gives how many entries that were. */
export async function declareTies(declaration: Declaration): Promise<Result<{ takenAway: number }>> {
  return inTransaction(async (tx) => {
    if (await hasUnknownCode(tx, declaration)) return refuse("review.pact.agencyUnknown");
    await storePact(tx, declaration);

    let takenAway = 0;
    for (const stage of await changeableStages(tx, declaration.editionId)) {
      const submissionIds = await entriesInConflict(tx, stage, declaration.judgeId);
      takenAway += (await takeAway(tx, stage, { judgeId: declaration.judgeId, submissionIds, reason: "" })).length;
    }
    const { agencies, provinces, affiliation } = declaration;
    await appendAudit(tx, {
      actorId: declaration.judgeId,
      action: "review.declareTies",
      subject: { type: "edition", id: declaration.editionId },
      editionId: declaration.editionId,
      details: { affiliation, agencies: [...agencies], provinces: [...provinces], takenAway },
    });
    return ok({ takenAway });
  });
}

/**
 * A conflict may empty the list of a stage that has not closed and that no frozen ranking rests on. The stages stay locked, as
 * for a hand-in: a freeze waits for what is taken away, or this for the freeze, and then sees it.
 */
export async function changeableStages(tx: Transaction, editionId: string): Promise<ReadingStage[]> {
  await tx.$queryRaw`select id from "Stage" where "editionId" = ${editionId}::uuid order by id for share`;
  const [found, now] = [await editionWithStages({ id: editionId }, tx), await databaseNow(tx)];
  const stages: ReadingStage[] = found ? [...found.stages, ...visitStagesOf(found.edition)] : [];
  return stages.filter((stage) => !stage.frozen && !hasClosed(stage, now));
}

async function entriesInConflict(tx: Transaction, stage: ReadingStage, judgeId: string): Promise<string[]> {
  const { ties, entries } = await tiesAndEntriesOf(stage, judgeId, tx);
  return entries.filter((entry) => conflictsBetween(ties, entry, stage.scoring.avoid).length > 0).map(({ id }) => id);
}

type Taking = { judgeId: string; submissionIds: readonly string[]; reason: string };

async function takeAway(tx: Transaction, stage: ReadingStage, { judgeId, submissionIds, reason }: Taking) {
  if (submissionIds.length === 0) return [];
  const taken = await tx.$queryRaw<{ id: string; submissionId: string }[]>`
    update "Assignment" a set "recusedAt" = clock_timestamp(), "recusalReason" = ${reason}
    from (
      select id from "Assignment"
      where "organizerId" = ${stage.organizerId}::uuid and "stageId" = ${stage.id}::uuid and "judgeId" = ${judgeId}::uuid
        and "submissionId" = any(${[...submissionIds]}::uuid[]) and "recusedAt" is null
      order by id for update
    ) mine, "Stage" st
    where a."organizerId" = ${stage.organizerId}::uuid and a.id = mine.id
      and st."organizerId" = a."organizerId" and st.id = a."stageId" and clock_timestamp() <= st."closesAt"
    returning a.id, a."submissionId"`;
  await recomputeStandings(tx, {
    organizerId: stage.organizerId,
    stageId: stage.id,
    submissionIds: taken.map(({ submissionId }) => submissionId),
  });
  return taken;
}

async function storePact(tx: Transaction, declaration: Declaration): Promise<void> {
  const { organizerId, editionId, judgeId, affiliation, agencies, provinces } = declaration;
  const key = { organizerId, editionId, judgeId };
  await tx.integrityPact.upsert({
    where: { organizerId_editionId_judgeId: key },
    create: { ...key, affiliation },
    update: { affiliation },
  });
  await tx.judgeTie.deleteMany({ where: key });
  await tx.judgeTie.createMany({
    data: [
      ...agencies.map((code) => ({ ...key, code, isProvince: false })),
      ...provinces.map((code) => ({ ...key, code, isProvince: true })),
    ],
    skipDuplicates: true,
  });
}

async function hasUnknownCode(tx: Transaction, { agencies, provinces }: Declaration): Promise<boolean> {
  const codes = [...new Set([...agencies, ...provinces])];
  const known = await tx.agency.count({ where: { code: { in: codes } } });
  return known < codes.length;
}
