import type { Scope } from "@/lib/guard";
import { autoComposition } from "../domain/composition";
import type { ListedLevel } from "../domain/listed";
import { statusBefore } from "../domain/next-publication";
import { countOf } from "../domain/published-data";
import type { PublicationChanges } from "../domain/publication-changes";
import { publicationChecks, type PublicationCheck } from "../domain/publication-checks";
import { tiesAtTheLines, underRead, type Reading, type TieAtTheLine } from "../domain/signing";
import { provisionalSources } from "../domain/sources";
import type { RankingScope } from "../policy";
import { compositionOf, earlierLevels, type DecisionSetRow, type PastPublication } from "./decision";
import { decisionView, type ComposedSet, type DecisionView } from "./decision-view";
import type { EditionResult } from "./edition-result";
import { letterRecipients } from "./listed";
import { publisherRole, type PublisherRole } from "./publisher";
import { frozenReadings, wasAcknowledged } from "./signing";
import { snapshotHashes } from "./snapshot-hash";
import { sourcesNow } from "./versions";

/** What is unusual in the list, and who answers for it. */
export type Unusual = {
  ties: TieAtTheLine[];
  missing: Reading[];
  acknowledged: boolean;
  /** Keys of the lists that this one draws from and that are not set by decree. */
  provisionalSources: string[];
};

/** What a publisher sees of a set that has been composed. */
export type PublishableSet = {
  set: DecisionSetRow;
  composed: ComposedSet;
  last: PastPublication | null;
  /** From the last publication; null before the first. */
  changes: PublicationChanges | null;
  levels: ListedLevel[];
  checks: PublicationCheck[];
  sha256: { stored: string; recomputed: string };
  role: PublisherRole;
  unusual: Unusual;
  letters: number;
};

/** `publishable` is null until a set is begun. */
export type PublishingView = DecisionView & { publishable: PublishableSet | null };

type Asked = { slug: string; result: string; publisherId: string };

/** The page before a publication, as this person would publish it. Null where there is no such edition or result. */
export async function publishingView(scope: Scope<"ranking", RankingScope>, { publisherId, ...asked }: Asked): Promise<PublishingView | null> {
  const found = await decisionView(scope, asked);
  if (!found) return null;
  return { ...found, publishable: found.composed && (await publishableSet(found, found.composed, publisherId)) };
}

async function publishableSet(found: EditionResult, composed: ComposedSet, publisherId: string): Promise<PublishableSet> {
  const { set } = composed;
  const { edition } = found;
  const { organizerId } = edition;
  const { composition } = await compositionOf(found, set);
  const codes = composition.levels.flatMap((level) => level.codes);
  const last = set.publications.at(-1) ?? null;
  const { listed: levels, changes } = composed;
  const [sha256, letters, role, unusual] = await Promise.all([
    snapshotHashes({ organizerId, snapshotId: set.snapshotId }),
    letterRecipients(found, codes),
    publisherRole({ userId: publisherId, editionId: edition.id }),
    unusualIn(found, set, codes),
  ]);
  const request = {
    set: { status: statusBefore(set.status, last) }, composition, editionCode: edition.code, composerIds: set.composerIds,
    freezerId: set.frozenById, publisherId, publisherMadeBy: role.madeBy, snapshotSha256: sha256.stored, recomputedSha256: sha256.recomputed,
  };
  return {
    set, composed, last, levels, changes, sha256, role, unusual,
    checks: publicationChecks(request, { listed: codes.length, known: countOf(levels) }),
    letters: letters.length,
  };
}

async function unusualIn(found: EditionResult, set: DecisionSetRow, codes: readonly string[]): Promise<Unusual> {
  const [{ ranked }, earlier, readings, acknowledged, sources] = await Promise.all([
    compositionOf(found, set), earlierLevels(found), frozenReadings(found, set.snapshotId), wasAcknowledged(set.snapshotId), sourcesNow(found),
  ]);
  return {
    ties: tiesAtTheLines(autoComposition(ranked, found.result, earlier).levels),
    missing: underRead(readings, codes), acknowledged, provisionalSources: provisionalSources(sources),
  };
}
