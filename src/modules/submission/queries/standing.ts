import { db } from "@/lib/db";
import { levelsFor } from "@/modules/competition/domain/levels";
import { currentStage } from "@/modules/competition/domain/stages";
import { editionById, rulesOfVersion } from "@/modules/competition/queries";
import type { SubmissionStatus } from "../domain/lifecycle";
import { displayStatus, type DisplayStatus, type PublishedLevel } from "../domain/visibility";

type Shown = { organizerId: string; id: string; editionId: string; rulesVersionId: string; groupKey: string; status: SubmissionStatus };

/** For each proposal the one status that may be shown outside; only released and published facts are read. */
export async function displayStatuses(submissions: readonly Shown[], now: Date): Promise<Map<string, DisplayStatus>> {
  const filed = submissions.filter(({ status }) => status === "SUBMITTED");
  if (filed.length === 0) return new Map(submissions.map(({ id, status }) => [id, status]));

  const editionIds = [...new Set(filed.map(({ editionId }) => editionId))];
  const [outcomes, released, editions, levels] = await Promise.all([
    releasedOutcomes(filed),
    releasedEditions(editionIds),
    Promise.all(editionIds.map((id) => editionById(id))),
    publishedLevels(filed),
  ]);
  const stagesByEdition = new Map(editions.map((edition) => [edition?.id, edition?.stages ?? []]));
  return new Map(
    submissions.map(({ id, editionId, status }) => [
      id,
      displayStatus({
        status,
        selectionReleased: released.has(editionId),
        passed: outcomes.get(id) ?? null,
        currentStageKind: currentStage(stagesByEdition.get(editionId) ?? [], now)?.kind ?? null,
        publishedLevels: levels.get(id) ?? [],
      }),
    ]),
  );
}

/** The rows of these proposals by their whole key: an index that begins with the organiser is of no use without it. */
export function ofSubmissions(submissions: readonly Pick<Shown, "organizerId" | "id">[]) {
  return {
    organizerId: { in: [...new Set(submissions.map(({ organizerId }) => organizerId))] },
    submissionId: { in: submissions.map(({ id }) => id) },
  };
}

async function releasedEditions(editionIds: string[]): Promise<Set<string>> {
  const rows = await db.selectionRelease.findMany({ where: { editionId: { in: editionIds } }, select: { editionId: true } });
  return new Set(rows.map(({ editionId }) => editionId));
}

/** Passed or not, of released editions only: what is still secret is not even read. */
async function releasedOutcomes(filed: readonly Shown[]): Promise<Map<string, boolean>> {
  const released = await releasedEditions(filed.map(({ editionId }) => editionId));
  const decided = filed.filter(({ editionId }) => released.has(editionId));
  const rows = await db.selectionDecision.findMany({ where: ofSubmissions(decided), select: { submissionId: true, outcome: true } });
  return new Map(rows.flatMap(({ submissionId, outcome }) => (outcome ? [[submissionId, outcome === "PASS"]] : [])));
}

async function publishedLevels(filed: readonly Shown[]): Promise<Map<string, PublishedLevel[]>> {
  const publications = await db.publication.findMany({
    where: { editionId: { in: filed.map(({ editionId }) => editionId) } },
    orderBy: { version: "asc" },
    select: { id: true, editionId: true, resultKey: true },
  });
  if (publications.length === 0) return new Map();

  const latest = new Map(publications.map(({ id, editionId, resultKey }) => [`${editionId}/${resultKey}`, id]));
  const entries = await db.publicationEntry.findMany({
    where: { publicationId: { in: [...latest.values()] }, ...ofSubmissions(filed) },
    select: { publicationId: true, submissionId: true, levelNameId: true },
  });
  const reached = new Map(entries.map(({ publicationId, submissionId, levelNameId }) => [`${publicationId}/${submissionId}`, levelNameId]));
  const found = await Promise.all(filed.map(async (each) => [each.id, await levelsOf(each, latest, reached)] as const));
  return new Map(found);
}

async function levelsOf(submission: Shown, latest: ReadonlyMap<string, string>, reached: ReadonlyMap<string, string>): Promise<PublishedLevel[]> {
  const { results } = await rulesOfVersion(submission.rulesVersionId);
  const competed = results.filter((result) => levelsFor(result, submission.groupKey).length > 0);
  return competed.flatMap(({ key }, index) => {
    const publicationId = latest.get(`${submission.editionId}/${key}`);
    if (!publicationId) return [];
    return [{ level: reached.get(`${publicationId}/${submission.id}`) ?? null, isLast: index === competed.length - 1 }];
  });
}
