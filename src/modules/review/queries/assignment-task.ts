import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { Prisma } from "@/generated/prisma/client";
import { db, type Transaction } from "@/lib/db";
import type { AssignmentTask, ExistingAssignment } from "../domain/assignment";
import type { EntryOrigin, JudgeTies } from "../domain/conflicts";
import { participates } from "@/modules/accounts/queries";
import { byCodeUnit } from "../domain/seeded-order";
import { activeJudges, isHeld } from "./active-judges";
import { entrantsOf, type ReadingStage } from "./stage";
import { originColumns, originJoins, originOf, tiesColumn, tiesOf, type OriginRow, type TiesRow } from "./ties";

/** Everything the assignment of a stage follows from, but the seed. */
export type AssignmentInputs = Omit<AssignmentTask, "seed" | "wanted" | "relieved"> & { readonly relieved: readonly string[] };

export async function assignmentInputs(stage: ReadingStage, tx: Transaction = db): Promise<AssignmentInputs> {
  const submissions = await entrantOrigins(stage, tx);
  const judges = await judgesOf(stage, tx);
  const existing = await existingOf(stage, tx);
  const relieved = await relievedIn(stage, tx);
  const { perSubmission, avoid } = stage.scoring;
  return { submissions, judges, perSubmission, existing, relieved, grounds: avoid };
}

/** SHA-256 of the inputs: a plan may be applied only to the world it was computed for. */
export function fingerprintOf(inputs: AssignmentInputs): string {
  return createHash("sha256").update(canonicalize(inputs) ?? "").digest("hex");
}

async function entrantOrigins(stage: ReadingStage, tx: Transaction): Promise<EntryOrigin[]> {
  const rows = await tx.$queryRaw<OriginRow[]>`
    select ${originColumns}
    from (${entrantsOf(stage)}) entrant
    join "Submission" s on s."organizerId" = ${stage.organizerId}::uuid and s.id = entrant.id
    ${originJoins}
    order by s.id`;
  return rows.map(originOf);
}

/** The people who hold the stage's role in the edition today. */
async function judgesOf({ organizerId, editionId, scoring, forbidsParticipants }: ReadingStage, tx: Transaction): Promise<JudgeTies[]> {
  const rows = await tx.$queryRaw<{ userId: string; ties: TiesRow; declaredSubmissionIds: string[] }[]>`
    select u.id as "userId",
      ${tiesColumn(Prisma.sql`u.id`, Prisma.sql`${organizerId}::uuid`, Prisma.sql`${editionId}::uuid`)} as ties,
      (select coalesce(json_agg(distinct a."submissionId"), '[]') from "Assignment" a
        join "Stage" st on st."organizerId" = a."organizerId" and st.id = a."stageId"
        where a."judgeId" = u.id and a."recusedAt" is not null and st."editionId" = ${editionId}::uuid) as "declaredSubmissionIds"
    from "User" u
    where u.id in (${activeJudges({ editionId, scoring })})
      and (not ${forbidsParticipants}::boolean or not exists (${participates(Prisma.sql`u.id`, Prisma.sql`${editionId}::uuid`)}))
    order by u.id`;
  return rows.map(({ userId, ties, declaredSubmissionIds }) => tiesOf(userId, sorted(ties), declaredSubmissionIds.toSorted(byCodeUnit)));
}

async function existingOf(stage: ReadingStage, tx: Transaction): Promise<ExistingAssignment[]> {
  return tx.$queryRaw<ExistingAssignment[]>`
    select a."submissionId", a."judgeId", a."recusedAt" is not null as recused, not ${isHeld(stage)} as lapsed
    from "Assignment" a left join "Review" r on r."organizerId" = a."organizerId" and r."assignmentId" = a.id
    where a."organizerId" = ${stage.organizerId}::uuid and a."stageId" = ${stage.id}::uuid
    order by a."submissionId", a."judgeId"`;
}

/** Those whose unread entries were handed over in this stage and who were given none since, which is done by hand alone. */
async function relievedIn({ organizerId, id }: ReadingStage, tx: Transaction): Promise<string[]> {
  const rows = await tx.$queryRaw<{ userId: string }[]>`
    select distinct relieved."userId" from (
      select e.body::json -> 'details' ->> 'from' as "userId", max(e.at::timestamptz) as at
      from "AuditEvent" e
      where e."subjectType" = 'stage' and e."subjectId" = ${id} and e.action = 'review.handOver'
      group by 1) relieved
    where not exists (
      select from "Assignment" a
      where a."organizerId" = ${organizerId}::uuid and a."stageId" = ${id}::uuid and a."judgeId" = relieved."userId"::uuid
        and a."recusedAt" is null and a."assignedAt" > relieved.at)
    order by 1`;
  return rows.map(({ userId }) => userId);
}

/** Lists that a query gives in no fixed order would make two readings of one world differ. */
function sorted({ own, declared, provinces }: TiesRow): TiesRow {
  return { own: own.toSorted(byCodeUnit), declared: declared.toSorted(byCodeUnit), provinces: provinces.toSorted(byCodeUnit) };
}
