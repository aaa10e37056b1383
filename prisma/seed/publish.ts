import { db } from "@/lib/db";
import type { Result } from "@/lib/result";
import { publicationFiles } from "@/modules/results/notices/publication-files";
import { openDecisions } from "@/modules/results/domain/open-decisions";
import { compositionOf, decisionSet } from "@/modules/results/queries/decision";
import { editionResult, type EditionResult } from "@/modules/results/queries/edition-result";
import { sha256Of } from "@/modules/results/queries/snapshot-hash";
import { beginSet, markReady, recordRuling } from "@/modules/results/repository/decision";
import { freezeRanking } from "@/modules/results/repository/freeze";
import { publishSet } from "@/modules/results/repository/publish";

export type PublishLoad = {
  slug: string;
  result: string;
  composerId: string;
  publisherId: string;
  decree: { number: string; date: string };
};

/**
 * Freezes, composes by the order of scores and publishes one result with the portal's own functions, so that what is shown is
 * what the portal makes. Each step is taken only if it has not been; out: how many entries are public.
 */
export async function publishResult({ slug, result, composerId, publisherId, decree }: PublishLoad): Promise<number> {
  const place = await editionResult(slug, result);
  if (!place) throw new RangeError(`${slug} has no result ${result}`);

  if (!(await isFrozen(place))) demand(await freezeRanking({ ...place, frozenById: composerId, acknowledged: false }));
  if (!(await decisionSet(place))) demand(await beginSet({ ...place, actorId: composerId }));
  await leaveUnfilled(place, composerId);
  const begun = (await decisionSet(place))!;
  if (begun.status === "DRAFT") demand(await markReady({ ...place, version: begun.version, actorId: composerId }));
  const ready = (await decisionSet(place))!;
  if (ready.publications.length === 0) {
    demand(await publishSet({
      ...place, version: ready.version, publisherId, typedCode: place.edition.code, decree,
      filesOf: (content) => publicationFiles(content, { zone: place.edition.zone, hash: sha256Of }),
      // Invented people wait for no letters.
      lettersOf: () => [],
    }));
  }
  return db.publicationEntry.count({ where: { publication: { editionId: place.edition.id, resultKey: result } } });
}

/** A small edition has fewer entries than its levels have places: that is decided, as by people. */
async function leaveUnfilled(place: EditionResult, actorId: string): Promise<void> {
  for (const { key: level } of place.result.levels) {
    const set = (await decisionSet(place))!;
    const { composition } = await compositionOf(place, set);
    const isOpen = openDecisions(composition).some((open) => open.kind === "UNFILLED" && open.level === level && !open.settled);
    if (set.status === "DRAFT" && isOpen)
      demand(await recordRuling({ ...place, version: set.version, actorId }, { kind: "UNFILLED", level, reason: "Entri yang memenuhi syarat lebih sedikit daripada tempatnya." }));
  }
}

async function isFrozen({ edition, result }: EditionResult): Promise<boolean> {
  return (await db.rankingSnapshot.count({ where: { editionId: edition.id, resultKey: result.key } })) > 0;
}

function demand(result: Result<unknown>): void {
  if (!result.ok) throw new Error(`The demonstration was refused: ${result.refusal.key} ${JSON.stringify(result.refusal.values ?? {})}`);
}
