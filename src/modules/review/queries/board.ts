import { byName } from "@/lib/by-name";
import { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db";
import { participates } from "@/modules/accounts/queries";
import { spreadAssignments } from "../domain/assignment";
import { avoidedConflicts, type AvoidedConflicts } from "../domain/avoided-conflicts";
import type { AssignmentScope } from "../policy";
import { activeJudges, isHeld } from "./active-judges";
import { assignmentInputs, fingerprintOf, type AssignmentInputs } from "./assignment-task";
import { entrantsOf, type ReadingStage, type ScoringStage } from "./stage";

export type JudgeLoad = {
  id: string;
  name: string;
  /** Holds the role today; others only keep what they were given. */
  active: boolean;
  pactAccepted: boolean;
  /** Own agencies that take part in the edition. */
  participates: string[];
  /** What the judge has read or still reads. */
  load: number;
  finished: number;
  /** Not finished, and of an active judge still to come. */
  left: number;
  recused: number;
  lastSavedAt: Date | null;
};

export type StageFigures = {
  entries: number;
  /** Entries with as many finished readings as the rules ask for. */
  readEnough: number;
  /** Entries to which too few judges are assigned. */
  shortOfJudges: number;
  readings: number;
};

export type AssignmentBatch = { batchId: string; at: Date; made: number; /** Without a review: what taking back would remove. */ removable: number };

/** Who reads how much in a stage; `named`, who was a judge once, also where nothing is left with them. */
export async function judgeLoads({ filter }: AssignmentScope, stage: ReadingStage, named: string | null = null): Promise<JudgeLoad[]> {
  if (filter.by !== "EDITION" || filter.editionId !== stage.editionId) return [];
  const loads = await db.$queryRaw<JudgeLoad[]>`
    with load as (
      select a."judgeId", count(*) filter (where a."recusedAt" is null and ${isHeld(stage)})::int as load,
        count(*) filter (where a."recusedAt" is null and r."finishedAt" is null)::int as "left",
        count(r."finishedAt") filter (where a."recusedAt" is null)::int as finished,
        count(a."recusedAt")::int as recused, max(r."savedAt") as "lastSavedAt"
      from "Assignment" a left join "Review" r on r."organizerId" = a."organizerId" and r."assignmentId" = a.id
      where a."organizerId" = ${stage.organizerId}::uuid and a."stageId" = ${stage.id}::uuid
      group by a."judgeId"
    ), role as (
      select distinct active."userId" from (${activeJudges(stage)}) active
    )
    select u.id, u.name, role."userId" is not null as active, p."acceptedAt" is not null as "pactAccepted",
      (select coalesce(json_agg(distinct place.name), '[]') from (${participates(Prisma.sql`u.id`, Prisma.sql`${stage.editionId}::uuid`)}) place) as participates,
      coalesce(load.load, 0) as load, coalesce(load."left", 0) as "left", coalesce(load.finished, 0) as finished, coalesce(load.recused, 0) as recused, load."lastSavedAt"
    from "User" u left join role on role."userId" = u.id left join load on load."judgeId" = u.id
    left join "IntegrityPact" p on p."organizerId" = ${stage.organizerId}::uuid and p."editionId" = ${stage.editionId}::uuid
      and p."judgeId" = u.id
    where role."userId" is not null or load."judgeId" is not null
      or (u.id = ${named}::uuid and exists (
        select from "Membership" m where m."userId" = u.id and m."editionId" = ${stage.editionId}::uuid and m.role in ('EVALUATOR', 'PANELIST')))
    order by u.id`;
  return loads.sort(byName);
}

export async function stageFigures({ filter }: AssignmentScope, stage: ScoringStage): Promise<StageFigures> {
  const none = { entries: 0, readEnough: 0, shortOfJudges: 0, readings: 0 };
  if (filter.by !== "EDITION" || filter.editionId !== stage.editionId) return none;
  const { perSubmission } = stage.scoring;
  const [row] = await db.$queryRaw<StageFigures[]>`
    with per_entry as (
      select entrant.id, count(a.id) filter (where a."recusedAt" is null and ${isHeld(stage)}) as judges,
        count(r."finishedAt") filter (where a."recusedAt" is null) as readings
      from (${entrantsOf(stage)}) entrant
      left join "Assignment" a on a."organizerId" = ${stage.organizerId}::uuid and a."stageId" = ${stage.id}::uuid
        and a."submissionId" = entrant.id
      left join "Review" r on r."organizerId" = a."organizerId" and r."assignmentId" = a.id
      group by entrant.id
    )
    select count(*)::int as entries, count(*) filter (where readings >= ${perSubmission})::int as "readEnough",
      count(*) filter (where judges < ${perSubmission})::int as "shortOfJudges", coalesce(sum(readings), 0)::int as readings
    from per_entry`;
  return row ?? none;
}

/** The acts that made the assignments of a stage, the latest first. */
export async function batchesOf({ filter }: AssignmentScope, stage: ScoringStage): Promise<AssignmentBatch[]> {
  if (filter.by !== "EDITION" || filter.editionId !== stage.editionId) return [];
  return db.$queryRaw<AssignmentBatch[]>`
    select a."batchId", min(a."assignedAt") as at, count(*)::int as made,
      count(*) filter (where r."assignmentId" is null and a."recusedAt" is null)::int as removable
    from "Assignment" a left join "Review" r on r."organizerId" = a."organizerId" and r."assignmentId" = a.id
    where a."organizerId" = ${stage.organizerId}::uuid and a."stageId" = ${stage.id}::uuid
    group by a."batchId" order by min(a."assignedAt") desc, a."batchId" limit 20`;
}

export type Recusal = { judgeId: string; judge: string; code: string; title: string; at: Date; /** The judge's words; empty where a declared agency or province took the entry. */ reason: string };

/** At most so many recusals are listed, the latest first. */
const RECUSALS_SHOWN = 20;

/** The latest entries that were handed back in a stage, for the secretariat that may have to lift one. */
export async function latestRecusals({ filter }: AssignmentScope, stage: ReadingStage): Promise<Recusal[]> {
  if (filter.by !== "EDITION" || filter.editionId !== stage.editionId) return [];
  return db.$queryRaw<Recusal[]>`
    select a."judgeId", u.name as judge, s.code, s.title, a."recusedAt" as at, a."recusalReason" as reason
    from "Assignment" a
    join "User" u on u.id = a."judgeId"
    join "Submission" s on s."organizerId" = a."organizerId" and s.id = a."submissionId"
    where a."organizerId" = ${stage.organizerId}::uuid and a."stageId" = ${stage.id}::uuid and a."recusedAt" is not null
    order by a."recusedAt" desc, s.code, u.name limit ${RECUSALS_SHOWN}`;
}

type NamedEntry = { submissionId: string; code: string; title: string };

export type AssignmentPreview = {
  seed: string;
  fingerprint: string;
  made: number;
  perSubmission: number;
  /** What each judge would read in the end, and how much of it is new. */
  loads: { judgeId: string; load: number; added: number }[];
  lightest: number;
  heaviest: number;
  shortages: (NamedEntry & { missing: number })[];
  avoided: AvoidedConflicts;
  /** Earlier assignments that are in conflict by what is known today. */
  conflicted: (NamedEntry & { judgeId: string })[];
  /** Groups of judges who share no entry; more than one cannot be compared. */
  parts: number;
  /** Judges of today who get nothing new, because what they had not read was handed over. */
  relieved: string[];
};

/** What assigning now would do; nothing is stored. The same seed and the same world give the same plan. */
export async function assignmentPreview({ filter }: AssignmentScope, stage: ScoringStage, seed: string): Promise<AssignmentPreview | null> {
  if (filter.by !== "EDITION" || filter.editionId !== stage.editionId) return null;
  const inputs = await assignmentInputs(stage);
  const plan = spreadAssignments({ ...inputs, seed });
  const named = await namesOf(stage, [...plan.shortages, ...plan.conflicted].map(({ submissionId }) => submissionId));
  const all = plan.loads.map(({ load }) => load);
  return {
    seed,
    fingerprint: fingerprintOf(inputs),
    made: plan.assignments.length,
    perSubmission: inputs.perSubmission,
    loads: loadsOf(plan.loads, inputs),
    lightest: all.length > 0 ? Math.min(...all) : 0,
    heaviest: Math.max(0, ...all),
    shortages: plan.shortages.map((shortage) => ({ ...named(shortage.submissionId), missing: shortage.missing })),
    avoided: avoidedConflicts(inputs),
    conflicted: plan.conflicted.map(({ submissionId, judgeId }) => ({ ...named(submissionId), judgeId })),
    parts: plan.parts.length,
    relieved: inputs.relieved.filter((id) => inputs.judges.some(({ userId }) => userId === id)),
  };
}

function loadsOf(loads: readonly { judgeId: string; load: number }[], { existing }: AssignmentInputs) {
  const before = new Map<string, number>();
  for (const { judgeId, recused, lapsed } of existing) if (!recused && !lapsed) before.set(judgeId, (before.get(judgeId) ?? 0) + 1);
  return loads.map(({ judgeId, load }) => ({ judgeId, load, added: load - (before.get(judgeId) ?? 0) }));
}

async function namesOf({ organizerId }: ScoringStage, ids: string[]): Promise<(submissionId: string) => NamedEntry> {
  const rows = await db.submission.findMany({ where: { organizerId, id: { in: ids } }, select: { id: true, code: true, title: true } });
  const byId = new Map(rows.map(({ id, code, title }) => [id, { submissionId: id, code, title }]));
  return (submissionId) => byId.get(submissionId) ?? { submissionId, code: submissionId, title: "" };
}
