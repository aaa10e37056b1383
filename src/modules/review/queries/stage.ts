import { Prisma } from "@/generated/prisma/client";
import { db, type Transaction } from "@/lib/db";
import { groundsIn } from "@/modules/competition/domain/participants";
import type { EditionRules, LocalizedText, RubricRule, StageRule, VerdictRule } from "@/modules/competition/domain/edition-rules";
import { editionById, editionBySlug, type EditionView } from "@/modules/competition/queries";

export type ScoringRule = NonNullable<StageRule["scoring"]>;

/** A stage in which judges score, with its rules and its dates. */
export type ScoringStage = {
  organizerId: string;
  editionId: string;
  id: string;
  key: string;
  name: LocalizedText;
  opensAt: Date;
  closesAt: Date;
  scoring: ScoringRule;
  rubric: RubricRule;
  /** Results that this stage counts in. */
  resultKeys: string[];
  /** One of these results has a frozen ranking. */
  frozen: boolean;
  /** The rules of the edition keep people of agencies that take part from judging. */
  forbidsParticipants: boolean;
};

/** A stage in which entries are given to people to read: scored, or visited without points. */
export type ReadingStage = Omit<ScoringStage, "scoring" | "rubric"> & { scoring: Pick<ScoringRule, "role" | "perSubmission" | "avoid" | "entrants"> };

/** A visit: some entries of a list, and a verdict without points. */
export type VisitStage = ReadingStage & { verdict: VerdictRule };

/** What the rules say of a stage by its key; null where no judge scores in it. */
export function scoringRuleOf(rules: EditionRules, stageKey: string) {
  const rule = rules.stages.find(({ key }) => key === stageKey);
  const rubric = rules.rubrics.find(({ key }) => key === rule?.scoring?.rubric);
  if (!rule?.scoring || !rubric) return null;
  const resultKeys = rules.results.filter(({ combine }) => combine.some(({ stage }) => stage === stageKey)).map(({ key }) => key);
  const avoid = groundsIn(rules.participants, rule.scoring.avoid);
  return { name: rule.name, scoring: { ...rule.scoring, avoid }, rubric, resultKeys };
}

/** The scoring stages of an edition in the order of its timetable. */
async function scoringStagesOf({ id, organizerId, rules, stages }: EditionView, tx: Transaction = db): Promise<ScoringStage[]> {
  const snapshots = await tx.rankingSnapshot.findMany({ where: { organizerId, editionId: id, supersession: null }, select: { resultKey: true } });
  return stages.flatMap((stage) => {
    const rule = scoringRuleOf(rules, stage.key);
    if (!rule) return [];
    const frozen = snapshots.some(({ resultKey }) => rule.resultKeys.includes(resultKey));
    const { key, opensAt, closesAt } = stage;
    return [{ organizerId, editionId: id, id: stage.id, key, opensAt, closesAt, ...rule, frozen, forbidsParticipants: rules.participantsAsJudges === "FORBID" }];
  });
}

/** The visits of an edition in the order of its timetable; no ranking rests on them. */
export function visitStagesOf({ id, organizerId, rules, stages }: EditionView): VisitStage[] {
  return stages.flatMap((stage) => {
    const rule = rules.stages.find(({ key }) => key === stage.key);
    if (!rule?.verdict) return [];
    const { key, opensAt, closesAt } = stage;
    const verdict = { ...rule.verdict, avoid: groundsIn(rules.participants, rule.verdict.avoid) };
    const forbidsParticipants = rules.participantsAsJudges === "FORBID";
    return [{
      organizerId, editionId: id, id: stage.id, key, name: rule.name, opensAt, closesAt, scoring: verdict, verdict, resultKeys: [], frozen: false, forbidsParticipants,
    }];
  });
}

/** An edition with its scoring stages; null where there is no such edition. */
export async function editionWithStages(
  wanted: { slug: string } | { id: string },
  tx: Transaction = db,
): Promise<{ edition: EditionView; stages: ScoringStage[] } | null> {
  const edition = await ("slug" in wanted ? editionBySlug(wanted.slug, tx) : editionById(wanted.id, tx));
  return edition && { edition, stages: await scoringStagesOf(edition, tx) };
}

/** A scoring stage by the edition's address, as its doors need it; null where there is no such edition. */
export async function stageSubject(slug: string, stageKey: string) {
  const found = await editionWithStages({ slug });
  return found && { editionId: found.edition.id, slug, stage: found.stages.find(({ key }) => key === stageKey) ?? null };
}

/** The same of any stage in which entries are given to people, a visit too. */
export async function readingStageSubject(slug: string, stageKey: string): Promise<{ editionId: string; slug: string; stage: ReadingStage | null } | null> {
  const found = await editionWithStages({ slug });
  if (!found) return null;
  const stages: ReadingStage[] = [...found.stages, ...visitStagesOf(found.edition)];
  return { editionId: found.edition.id, slug, stage: stages.find(({ key }) => key === stageKey) ?? null };
}

/** A visit by the edition's address, as its doors need it. */
export async function visitSubject(slug: string, stageKey: string) {
  const edition = await editionBySlug(slug);
  return edition && { editionId: edition.id, slug, stage: visitStagesOf(edition).find(({ key }) => key === stageKey) ?? null };
}

/** A scoring stage of an edition by its key; null where there is none. */
export async function scoringStage(editionId: string, stageKey: string, tx: Transaction = db): Promise<ScoringStage | null> {
  const found = await editionWithStages({ id: editionId }, tx);
  return found?.stages.find(({ key }) => key === stageKey) ?? null;
}

/** An entrant of a stage by its code; null where it is none. */
export async function entrantByCode(stage: ReadingStage, code: string, tx: Transaction = db): Promise<{ id: string; code: string; title: string } | null> {
  const [entry] = await tx.$queryRaw<{ id: string; code: string; title: string }[]>`
    select s.id, s.code, s.title from (${entrantsOf(stage)}) entrant
    join "Submission" s on s."organizerId" = ${stage.organizerId}::uuid and s.id = entrant.id
    where s.code = ${code}`;
  return entry ?? null;
}

/**
 * The entries that are scored in a stage, as a query that gives one column `id`: those that passed selection, from its
 * release on, or those of the latest publication of an earlier result.
 */
export function entrantsOf(
  { organizerId, editionId, scoring }: Pick<ReadingStage, "organizerId" | "editionId"> & { scoring: Pick<ScoringRule, "entrants"> },
): Prisma.Sql {
  const { entrants } = scoring;
  if (entrants === "PASSED_ADMIN") {
    return Prisma.sql`
      select s.id from "Submission" s
      join "SelectionDecision" d on d."organizerId" = s."organizerId" and d."submissionId" = s.id
      where s."organizerId" = ${organizerId}::uuid and s."editionId" = ${editionId}::uuid and s.status = 'SUBMITTED'
        and d.outcome = 'PASS' and d."decidedAt" is not null
        and exists (select from "SelectionRelease" r where r."organizerId" = s."organizerId" and r."editionId" = s."editionId")`;
  }
  return Prisma.sql`
    select distinct e."submissionId" as id from "PublicationEntry" e
    join "Submission" s on s."organizerId" = e."organizerId" and s.id = e."submissionId" and s.status = 'SUBMITTED'
    where e."organizerId" = ${organizerId}::uuid and e."publicationId" = (
      select p.id from "Publication" p
      where p."organizerId" = ${organizerId}::uuid and p."editionId" = ${editionId}::uuid and p."resultKey" = ${entrants.result}
      order by p.version desc limit 1)`;
}
