import { db } from "@/lib/db";
import type { Scope } from "@/lib/guard";
import type { LocalizedText, RubricRule } from "@/modules/competition/domain/edition-rules";
import { roundsOf } from "@/modules/competition/domain/levels";
import type { RankingScope } from "../policy";
import { secretStages } from "@/modules/review/domain/mark-secrecy";
import { namedEdition } from "./edition-result";

/** What one judge has handed in. */
export type HandedIn = {
  weightedSum: number;
  /** The mark per criterion key, as entered. */
  marks: Readonly<Record<string, number>>;
  /** The remark per criterion key; only what says something. */
  remarks: Readonly<Record<string, string>>;
  remark: string;
};

/** One assignment of the proposal. Of a reading that does not count, not yet, or is still secret, there is nothing but its state. */
export type Reading = { id: string; judge: string } & (
  | ({ state: "HANDED_IN" } & HandedIn)
  | { state: "SECRET" | "UNFINISHED" | "RECUSED" }
);

/** The readings of one stage in which the proposal was given to judges. */
export type ReadRound = { key: string; name: LocalizedText; rubric: RubricRule; readings: Reading[] };

export type ProposalReadings = { edition: { id: string }; submissionId: string | null; rounds: ReadRound[] };

type Row = {
  id: string;
  submissionId: string;
  stage: string;
  judge: string;
  isRecused: boolean;
  isFinished: boolean;
  weightedSum: number | null;
  remark: string;
  scores: { criterion: string; mark: number; remark: string }[] | null;
};

/**
 * Who read a filed proposal and, of stages that are over, with which marks, by stage and by judge; null where there is no such
 * edition.
 */
export async function proposalReadings(
  scope: Scope<"ranking", RankingScope>,
  { slug, code, now }: { slug: string; code: string; now: Date },
): Promise<ProposalReadings | null> {
  const edition = await namedEdition(slug);
  if (!edition) return null;
  const rows = await readingsOf(scope, { slug, code, secret: secretStages(edition, now) });
  const rounds = roundsOf(edition.rules).map(({ stage, rubric }) => ({
    key: stage.key, name: stage.name, rubric, readings: rows.filter((row) => row.stage === stage.key).map(readingOf),
  }));
  return { edition, submissionId: rows[0]?.submissionId ?? null, rounds: rounds.filter(({ readings }) => readings.length > 0) };
}

type Wanted = { slug: string; code: string; secret: readonly string[] };

/** Marks are read only of what counts, handed in and not handed back, in a stage that is not secret any more. */
async function readingsOf({ filter }: Scope<"ranking", RankingScope>, { slug, code, secret }: Wanted): Promise<Row[]> {
  if (filter.kind !== "EDITION") return [];
  return db.$queryRaw<Row[]>`
    select a.id, a."submissionId", st.key as stage, u.name as judge, a."recusedAt" is not null as "isRecused", r."weightedSum",
      exists (select from "Review" f where f."organizerId" = a."organizerId" and f."assignmentId" = a.id and f."finishedAt" is not null) as "isFinished", coalesce(r.remark, '') as remark,
      (select json_agg(json_build_object('criterion', c."criterionKey", 'mark', c.mark, 'remark', c.remark)) from "Score" c
        where c."organizerId" = r."organizerId" and c."assignmentId" = r."assignmentId") as scores
    from "Submission" s
    join "Edition" e on e.id = s."editionId" and e.slug = ${slug}
    join "Assignment" a on a."organizerId" = s."organizerId" and a."submissionId" = s.id
    join "Stage" st on st."organizerId" = a."organizerId" and st.id = a."stageId"
    join "User" u on u.id = a."judgeId"
    left join "Review" r on r."organizerId" = a."organizerId" and r."assignmentId" = a.id and r."finishedAt" is not null
      and a."recusedAt" is null and st.key <> all(${[...secret]}::text[])
    where s.code = ${code} and s."editionId" = ${filter.editionId}::uuid and s.status = 'SUBMITTED'
    order by u.name, a.id`;
}

function readingOf({ id, judge, isRecused, isFinished, weightedSum, remark, scores }: Row): Reading {
  if (isRecused) return { id, judge, state: "RECUSED" };
  if (weightedSum === null) return { id, judge, state: isFinished ? "SECRET" : "UNFINISHED" };
  const said = (scores ?? []).filter((score) => score.remark.trim() !== "");
  return {
    id, judge, state: "HANDED_IN", weightedSum, remark,
    marks: Object.fromEntries((scores ?? []).map(({ criterion, mark }) => [criterion, mark])),
    remarks: Object.fromEntries(said.map(({ criterion, remark: words }) => [criterion, words])),
  };
}
