import { listedLevels, type ListedLevel } from "../domain/listed";
import { statusBefore } from "../domain/next-publication";
import { publicationChecks, type PublicationCheck } from "../domain/publication-checks";
import { compositionOf, decisionSet, type DecisionSetRow, type PastPublication } from "./decision";
import { editionResult, type EditionResult } from "./edition-result";
import { entryFacts, letterRecipients } from "./listed";
import { snapshotHashes } from "./snapshot-hash";

/** What a publisher sees of a set that has been composed. */
export type PublishableSet = {
  set: DecisionSetRow;
  last: PastPublication | null;
  levels: ListedLevel[];
  checks: PublicationCheck[];
  sha256: { stored: string; recomputed: string };
  letters: number;
};

/** `publishable` is null until a set is begun. */
export type PublishingView = EditionResult & { composerIds: string[]; publishable: PublishableSet | null };

/** The page before a publication, as this person would publish it. Null where there is no such edition or result. */
export async function publishingView({ slug, result, publisherId }: { slug: string; result: string; publisherId: string }): Promise<PublishingView | null> {
  const found = await editionResult(slug, result);
  if (!found) return null;
  const set = await decisionSet(found);
  if (!set) return { ...found, composerIds: [], publishable: null };
  return { ...found, composerIds: set.composerIds, publishable: await publishableSet(found, set, publisherId) };
}

async function publishableSet(found: EditionResult, set: DecisionSetRow, publisherId: string): Promise<PublishableSet> {
  const { edition, result } = found;
  const { composition } = await compositionOf(found, set);
  const codes = composition.levels.flatMap((level) => level.codes);
  const [facts, sha256, letters] = await Promise.all([
    entryFacts(found, codes),
    snapshotHashes({ organizerId: edition.organizerId, snapshotId: set.snapshotId }),
    letterRecipients(found, codes),
  ]);
  const last = set.publications.at(-1) ?? null;
  const request = {
    set: { status: statusBefore(set.status, last) }, composition, editionCode: edition.code, composerIds: set.composerIds,
    publisherId, snapshotSha256: sha256.stored, recomputedSha256: sha256.recomputed,
  };
  return {
    set,
    last,
    levels: listedLevels(composition, facts, { rules: edition.rules, result }),
    checks: publicationChecks(request, { listed: codes.length, known: facts.size }),
    sha256,
    letters: letters.length,
  };
}
