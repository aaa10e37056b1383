import type { LocalizedText } from "@/modules/competition/domain/edition-rules";
import { hasClosed } from "@/modules/competition/domain/stages";
import type { AssignmentScope } from "../policy";
import { judgeLoads, stageFigures } from "./board";
import { editionWithStages, visitStagesOf, type ReadingStage } from "./stage";

/** What one person holds in a stage that can still change: not finished, and finished, which stays. */
export type WorkInHand = { userId: string; name: string; role: string; stage: { key: string; name: LocalizedText }; left: number; finished: number; /** Still holds the role. */ active: boolean };

/** All that judges hold in an edition, in the order of its stages; closed and frozen stages are settled. */
export async function workInHand(scope: AssignmentScope, wanted: { slug: string }, now: Date): Promise<{ editionId: string; work: WorkInHand[] } | null> {
  const found = await editionWithStages(wanted);
  if (!found) return null;
  const open = [...found.stages, ...visitStagesOf(found.edition)].filter((stage: ReadingStage) => !stage.frozen && !hasClosed(stage, now));
  const work = await Promise.all(open.map(async (stage) => (await judgeLoads(scope, stage)).map(({ id, name, left, finished, active }) => ({
    userId: id, name, role: stage.scoring.role, stage: { key: stage.key, name: stage.name }, left, finished, active,
  }))));
  return { editionId: found.edition.id, work: work.flat().filter(({ left, finished }) => left > 0 || finished > 0) };
}

/** How many entries have too few judges, by the key of each scored stage that can still change; none where all have enough. */
export async function shortOfJudges(scope: AssignmentScope, editionId: string, now: Date): Promise<Record<string, number>> {
  const found = await editionWithStages({ id: editionId });
  const open = (found?.stages ?? []).filter((stage) => !stage.frozen && !hasClosed(stage, now));
  const counted = await Promise.all(open.map(async (stage) => [stage.key, (await stageFigures(scope, stage)).shortOfJudges] as const));
  return Object.fromEntries(counted.filter(([, short]) => short > 0));
}
