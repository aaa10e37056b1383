import { Prisma } from "@/generated/prisma/client";
import { auditEvent } from "@/lib/audit";
import { databaseNow, db, inTransaction, type Transaction } from "@/lib/db";
import { ok, refuse, type Result } from "@/lib/result";
import { stageState } from "@/modules/competition/domain/stages";
import { changedCriteria, isAlreadyKept } from "../domain/hand-in";
import type { Marks, Remarks } from "../domain/scoring";
import { marksHash } from "../queries/hand-in-hashes";
import { findSheet, type Sheet } from "../queries/sheet";

export type Saved = { version: number; savedAt: Date };

export type DraftChange = {
  /** The version the judge's page was made from. */
  version: number;
  marks: Marks;
  remarks: Remarks;
  /** Criteria whose mark is taken back. */
  cleared: readonly string[];
  /** The remark on the whole; absent: as before. */
  remark?: string;
  skip: boolean;
};

export type HandIn = { version: number; marks: Marks; remarks: Remarks; remark?: string; weightedSum: number };

type Scores = { keys: string[]; marks: number[]; remarks: string[] };

/**
 * Keeps part of a sheet, in one statement that repeats everything it was decided on: the assignment still the judge's, the
 * stage open by the database's clock, no ranking frozen, the version unchanged, the sheet not handed in.
 */
export async function saveDraft(sheet: Sheet, change: DraftChange): Promise<Result<Saved>> {
  const { keys, marks, remarks } = scoresOf(change);
  const [saved] = await db.$queryRaw<Saved[]>`
    with ${receivedNow}, target as (
      select a."organizerId", a.id, receipt.at from "Assignment" a ${stageOf}, receipt
      where ${ownedBy(sheet)} and ${stillOpen(sheet)}
      for update of a
    ), review as (
      insert into "Review" ("organizerId", "assignmentId", version, remark, "savedAt")
      select "organizerId", id, ${change.version + 1}::int, ${change.remark ?? ""}, at from target
      on conflict ("organizerId", "assignmentId") do update
      set version = excluded.version, remark = coalesce(${change.remark ?? null}::text, "Review".remark), "savedAt" = excluded."savedAt"
      where "Review".version = ${change.version} and "Review"."finishedAt" is null
      returning "organizerId", "assignmentId", version, "savedAt"
    ), put_aside as (
      update "Assignment" a set "skippedAt" = case when ${change.skip}::boolean then clock_timestamp() end
      from review where a."organizerId" = review."organizerId" and a.id = review."assignmentId"
        and (a."skippedAt" is not null) <> ${change.skip}::boolean
    ), gone as (
      delete from "Score" c using review
      where c."organizerId" = review."organizerId" and c."assignmentId" = review."assignmentId"
        and c."criterionKey" = any(${[...change.cleared]}::text[])
    ), written as (${writeScores({ keys, marks, remarks })})
    select version, "savedAt" from review`;
  if (saved) return ok(saved);
  const isThere = (now: Sheet) => isAlreadyKept(now, change) && !(change.skip && now.skippedAt === null);
  return whyNot(sheet, change, { given: [...Object.keys(change.marks), ...change.cleared], isThere });
}

/**
 * Hands a sheet in: the marks replaced as a whole, the exact sum stored, the entry's standing computed anew from all its
 * finished readings. One transaction at READ COMMITTED: the first statement takes the locks (assignment, stage, standing),
 * so that the second one, with its own view, sees every reading that was handed in before. What the database received before
 * the close counts, however long it then waited for those locks.
 */
export async function finishReview(sheet: Sheet, handIn: HandIn): Promise<Result<Saved>> {
  const saved = await inTransaction(async (tx) => {
    const receivedAt = await lockForHandIn(tx, sheet);
    return writeHandIn(tx, { sheet, receivedAt }, handIn);
  }).catch(nothingIfRefused);
  if (saved) return ok(saved);
  return whyNot(sheet, handIn, { given: Object.keys(handIn.marks), isThere: (now) => now.finishedAt !== null && isAlreadyKept(now, handIn, true) });
}

/** Gives the instant at which the hand-in was received. */
async function lockForHandIn(tx: Transaction, sheet: Sheet): Promise<Date> {
  const [locked] = await tx.$queryRaw<{ at: Date }[]>`
    with ${receivedNow}, target as (
      select a."organizerId", a."stageId", a."submissionId", receipt.at from "Assignment" a ${stageOf}, receipt
      where ${ownedBy(sheet)} and ${stillOpen(sheet)}
      for update of a for share of st
    ), standing as (
      insert into "Standing" ("organizerId", "stageId", "submissionId", readings, "sumTotal", lowest, highest, mean)
      select "organizerId", "stageId", "submissionId", 0, 0, 0, 0, 0 from target
      on conflict ("organizerId", "stageId", "submissionId") do update set readings = "Standing".readings
      returning readings
    )
    select target.at from target, standing`;
  if (!locked) throw new ConditionsChanged();
  return locked.at;
}

async function writeHandIn(tx: Transaction, { sheet, receivedAt }: { sheet: Sheet; receivedAt: Date }, handIn: HandIn): Promise<Saved> {
  const { version, weightedSum } = handIn;
  const scores = scoresOf(handIn);
  const [row] = await tx.$queryRaw<Saved[]>`
    with receipt as (select ${receivedAt}::timestamptz as at), target as (
      select a."organizerId", a.id, a."stageId", a."submissionId", receipt.at from "Assignment" a ${stageOf}, receipt
      where ${ownedBy(sheet)} and ${stillOpen(sheet)}
    ), review as (
      insert into "Review" ("organizerId", "assignmentId", version, "finishedAt", "weightedSum", remark, "savedAt")
      select "organizerId", id, ${version + 1}::int, at, ${weightedSum}::int, ${handIn.remark ?? ""}, at from target
      on conflict ("organizerId", "assignmentId") do update
      set version = excluded.version, "finishedAt" = excluded."finishedAt", "weightedSum" = excluded."weightedSum",
        remark = coalesce(${handIn.remark ?? null}::text, "Review".remark), "savedAt" = excluded."savedAt"
      where "Review".version = ${version}
      returning "organizerId", "assignmentId", version, "savedAt"
    ), gone as (
      delete from "Score" c using review
      where c."organizerId" = review."organizerId" and c."assignmentId" = review."assignmentId"
        and c."criterionKey" <> all(${scores.keys}::text[])
    ), written as (${writeScores(scores)}),
    others as (
      select count(*)::int as readings, coalesce(sum(r."weightedSum"), 0)::bigint as total,
        min(r."weightedSum") as lowest, max(r."weightedSum") as highest
      from target t
      join "Assignment" a on a."organizerId" = t."organizerId" and a."stageId" = t."stageId" and a."submissionId" = t."submissionId"
        and a.id <> t.id and a."recusedAt" is null
      join "Review" r on r."organizerId" = a."organizerId" and r."assignmentId" = a.id and r."finishedAt" is not null
    ), standing as (
      update "Standing" d set readings = o.readings + 1, "sumTotal" = o.total + ${weightedSum}::int,
        lowest = least(o.lowest, ${weightedSum}::int), highest = greatest(o.highest, ${weightedSum}::int),
        mean = (o.total + ${weightedSum}::int)::numeric / (o.readings + 1)
      from others o, target t, review
      where d."organizerId" = t."organizerId" and d."stageId" = t."stageId" and d."submissionId" = t."submissionId"
    )
    select version, "savedAt", ${auditEvent(auditOf(sheet, handIn))} as event from review`;
  if (!row) throw new ConditionsChanged();
  return { version: row.version, savedAt: row.savedAt };
}

const stageOf = Prisma.sql`join "Stage" st on st."organizerId" = a."organizerId" and st.id = a."stageId"`;

const ownedBy = ({ organizerId, assignmentId, judgeId }: Sheet) => Prisma.sql`
  a."organizerId" = ${organizerId}::uuid and a.id = ${assignmentId}::uuid and a."judgeId" = ${judgeId}::uuid and a."recusedAt" is null`;

/** Read once for a whole statement, before it waits for anything. */
const receivedNow = Prisma.sql`receipt as materialized (select date_trunc('milliseconds', clock_timestamp()) as at)`;

const stillOpen = ({ organizerId, editionId, resultKeys }: Sheet) => Prisma.sql`
  receipt.at between st."opensAt" and st."closesAt"
  and not exists (select from "CurrentSnapshot" f where f."organizerId" = ${organizerId}::uuid
    and f."editionId" = ${editionId}::uuid and f."resultKey" = any(${resultKeys}::text[]))`;

const writeScores = ({ keys, marks, remarks }: Scores) => Prisma.sql`
  insert into "Score" ("organizerId", "assignmentId", "criterionKey", mark, remark)
  select review."organizerId", review."assignmentId", given.criterion, given.mark, given.remark
  from review, unnest(${keys}::text[], ${marks}::int[], ${remarks}::text[]) as given(criterion, mark, remark)
  on conflict ("organizerId", "assignmentId", "criterionKey") do update set mark = excluded.mark, remark = excluded.remark`;

function scoresOf({ marks, remarks }: { marks: Marks; remarks: Remarks }): Scores {
  const keys = Object.keys(marks);
  return { keys, marks: keys.map((key) => marks[key] ?? 0), remarks: keys.map((key) => remarks[key] ?? "") };
}

/** The trail says that and when, and can prove which marks they were; it does not tell them. */
function auditOf(sheet: Sheet, { marks, version }: HandIn) {
  return {
    actorId: sheet.judgeId,
    action: "review.finish",
    subject: { type: "assignment", id: sheet.assignmentId },
    editionId: sheet.editionId,
    details: { marksSha256: marksHash(marks), version: version + 1 },
  };
}

/** Thrown inside the transaction so that it leaves nothing behind, not even the locked standing. */
class ConditionsChanged extends Error {}

function nothingIfRefused(error: unknown): null {
  if (error instanceof ConditionsChanged) return null;
  throw error;
}

type Given = { version: number; marks: Marks };

type Asked = { given: readonly string[]; /** Whether a sheet holds it already: an earlier save arrived, and its answer was lost. */ isThere: (now: Sheet) => boolean };

/** Nothing was written: says what the world looks like now, of the criteria that were to be saved. */
async function whyNot(sheet: Sheet, { version, marks }: Given, { given, isThere }: Asked): Promise<Result<Saved>> {
  const [now, at] = await Promise.all([findSheet(sheet.assignmentId, sheet.judgeId), databaseNow()]);
  if (!now || now.recusedAt) return refuse("review.refused.recused");
  if (now.version === version && now.finishedAt) return refuse("review.refused.alreadyFinished");
  if (now.version === version) return refuse(closedBecause(now, at), { contact: now.contact });
  if (now.savedAt && isThere(now)) return ok({ version: now.version, savedAt: now.savedAt });
  const changed = changedCriteria(marks, now.marks, now.rubric).filter((key) => given.includes(key) && Object.hasOwn(now.marks, key));
  return {
    ...refuse("review.refused.changedMeanwhile", { count: changed.length }),
    details: {
      version: now.version, changed: changed.map((criterion) => ({ criterion, mark: now.marks[criterion] })),
      stored: { marks: now.marks, remarks: now.remarks, remark: now.remark },
    },
  };
}

function closedBecause(stage: Sheet, at: Date): string {
  if (stage.frozen) return "review.refused.frozen";
  return stageState(stage, at) === "UPCOMING" ? "review.refused.stageNotOpen" : "review.refused.stageClosed";
}
