import { db, type Transaction } from "@/lib/db";
import type { Scope } from "@/lib/guard";
import { applyMoves, autoComposition, type Composition, type EarlierLevels, type Move } from "../domain/composition";
import type { EntryTraits } from "../domain/composition-view";
import { earlierResults } from "../domain/entrants";
import type { DecisionStatus, PublicationState } from "../domain/publication";
import type { ResultRule } from "@/modules/competition/domain/edition-rules";
import type { Ruling } from "../domain/open-decisions";
import { lastWords } from "../domain/carried";
import { exactOf, missingStages, type DecidedBy, type RankedEntry } from "../domain/ranking";
import { standingsOf, type StoredStage } from "../domain/stage-standing";
import type { RankingScope } from "../policy";
import { doubtedCodes, visitDoubts } from "./visit-doubts";
import { editionResult, type EditionResult } from "./edition-result";
import { earlierMoves } from "./earlier-sets";
import { pastSnapshots, type PastSnapshot } from "./supersession";
import { publisherRole } from "./publisher";

/** A ruling as it was made, and whether it still stands. */
export type MadeRuling = Ruling & { id: string; reason: string; decidedBy: string; decidedAt: Date; withdrawnBy: string | null; withdrawnAt: Date | null };

export type MadeMove = Move & { id: string; movedById: string; movedBy: string; movedAt: Date };

export type PastPublication = {
  id: string; version: number; state: PublicationState; publishedAt: Date; decreeNumber: string; decreeDate: Date | null; reason: string;
};

/** The last publication was given back to the composers: why, when and by whom. */
export type Reopening = { publicationId: string; reason: string; reopenedAt: Date; reopenedById: string; reopenedBy: string; cancelled: Cancelled | null };

/** Two persons had the ranking below it frozen anew. */
type Cancelled = Pick<PastSnapshot, "requestedBy" | "confirmedBy" | "confirmedAt">;

/** A decision set as stored, with everybody who took part in it. */
export type DecisionSetRow = {
  id: string;
  snapshotId: string;
  status: DecisionStatus;
  version: number;
  createdBy: string;
  createdAt: Date;
  composedBy: string | null;
  composedAt: Date | null;
  composerIds: string[];
  frozenById: string;
  frozenBy: string;
  moves: MadeMove[];
  /** In the order they were made, withdrawn ones too. */
  rulings: MadeRuling[];
  /** Every version of the result, oldest first. */
  publications: PastPublication[];
  /** What was decided last on rankings that count no more; oldest set first, and none of this set. */
  earlier: MadeMove[];
  /** Null where the last publication stands as it is. */
  reopening: Reopening | null;
};

type Place = Pick<EditionResult, "edition" | "result">;

/** The set on the ranking that counts; null until one is begun. Inside a transaction it is read as it stands there. */
export async function decisionSet({ edition, result }: Place, tx: Transaction = db): Promise<DecisionSetRow | null> {
  const ofResult = { organizerId: edition.organizerId, editionId: edition.id, resultKey: result.key };
  const set = await tx.decisionSet.findFirst({ where: { ...ofResult, snapshot: { supersession: null } } });
  if (!set) return null;
  // Not as relations of the set: those are read side by side, and a transaction has one connection.
  const ofSet = { organizerId: set.organizerId, setId: set.id };
  const moves = await tx.decisionMove.findMany({ where: ofSet, orderBy: [{ movedAt: "asc" }, { id: "asc" }] });
  const publications = await tx.publication.findMany({
    where: ofResult, orderBy: { version: "asc" },
    select: { id: true, version: true, state: true, publishedAt: true, decreeNumber: true, decreeDate: true, reason: true, setId: true },
  });
  const reopenings = await tx.setReopening.findMany({ where: ofSet });
  const cancelled = await cancelledBefore({ edition, result }, { set, last: publications.at(-1) }, tx);
  const { frozenById } = await tx.rankingSnapshot.findUniqueOrThrow({
    where: { organizerId_id: { organizerId: set.organizerId, id: set.snapshotId } }, select: { frozenById: true },
  });
  const earlier = lastWords(await earlierMoves({ edition, result }, set.snapshotId, tx));
  const rulings = await tx.decisionRuling.findMany({ where: ofSet, orderBy: [{ decidedAt: "asc" }, { id: "asc" }] });
  const { createdById, composedById } = set;
  const composerIds = [...new Set([
    createdById, ...(composedById ? [composedById] : []), ...moves.map(({ movedById }) => movedById),
    ...reopenings.map(({ reopenedById }) => reopenedById),
    ...rulings.flatMap(({ decidedById, withdrawnById }) => (withdrawnById ? [decidedById, withdrawnById] : [decidedById])),
  ])];
  const people = await tx.user.findMany({ where: { id: { in: [...composerIds, frozenById, ...earlier.map(({ movedById }) => movedById)] } }, select: { id: true, name: true } });
  const nameOf = nameAmong(people);
  return {
    ...set,
    createdBy: nameOf(createdById), composedBy: composedById && nameOf(composedById), composerIds,
    moves: moves.map(({ levelKey, ...move }) => ({ ...move, level: levelKey, movedBy: nameOf(move.movedById) })),
    earlier: earlier.map((move) => ({ ...move, movedBy: nameOf(move.movedById) })),
    frozenById, frozenBy: nameOf(frozenById),
    rulings: rulings.map(({ levelKey, decidedById, withdrawnById, ...ruling }) => ({
      ...ruling, level: levelKey, decidedBy: nameOf(decidedById), withdrawnBy: withdrawnById && nameOf(withdrawnById),
    })),
    publications,
    reopening: ofLast(reopenings.map((reopening) => ({ ...reopening, cancelled, reopenedBy: nameOf(reopening.reopenedById) })), publications),
  };
}

const nameAmong = (people: readonly { id: string; name: string }[]) => (id: string) => people.find((person) => person.id === id)?.name ?? "";

/** Who had the ranking frozen anew that the last publication was decided on; null where this set made it. */
async function cancelledBefore(place: Place, { set, last }: { set: { id: string }; last: { setId: string } | undefined }, tx: Transaction): Promise<Cancelled | null> {
  if (!last || last.setId === set.id) return null;
  const [past] = await pastSnapshots(place, tx);
  return past ?? null;
}

function ofLast(reopenings: readonly Reopening[], publications: readonly PastPublication[]): Reopening | null {
  return reopenings.find(({ publicationId }) => publicationId === publications.at(-1)?.id) ?? null;
}

/** The frozen order as the rules of composition take it, with what each entry reached in the stages. */
export async function rankedEntries(
  { organizerId, snapshotId, combine }: { organizerId: string; snapshotId: string; combine: ResultRule["combine"] },
  tx: Transaction = db,
): Promise<RankedEntry[]> {
  const rows = await tx.$queryRaw<
    { place: number; rank: number; code: string; groupKey: string; total: string | null; decidedBy: DecidedBy; stages: StoredStage[] }[]
  >`
    select place, rank, code, "groupKey", total, "decidedBy", stages from "RankingEntry"
    where "organizerId" = ${organizerId}::uuid and "snapshotId" = ${snapshotId}::uuid order by place`;
  return rows.map(({ place, rank, code, groupKey, total, decidedBy, stages: stored }) => {
    const [value, stages] = [exactOf(total), standingsOf(stored)];
    const missing = missingStages({ stages }, combine);
    return { place, rank, code, group: groupKey, filedAt: 0, stages, total: value, incomplete: value === null, missing, decidedBy };
  });
}

/** The levels each code reached in the last publications of the results before this one. */
export async function earlierLevels({ edition, result }: Place, tx: Transaction = db): Promise<EarlierLevels> {
  const keys = earlierResults(edition.rules, result.key).map(({ key }) => key);
  if (keys.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ code: string; levels: string[] }[]>`
    select e.code, array_agg(e."levelKey") as levels
    from (
      select distinct on (p."resultKey") p."organizerId", p.id from "Publication" p
      where p."organizerId" = ${edition.organizerId}::uuid and p."editionId" = ${edition.id}::uuid and p."resultKey" = any(${keys})
      order by p."resultKey", p.version desc) latest
    join "PublicationEntry" e on e."organizerId" = latest."organizerId" and e."publicationId" = latest.id
    group by e.code`;
  return new Map(rows.map(({ code, levels }) => [code, levels]));
}

/** What the order of scores gives after the moves and rulings of the set. */
export async function compositionOf(place: Place, set: DecisionSetRow, tx: Transaction = db): Promise<{ composition: Composition; ranked: RankedEntry[] }> {
  const { organizerId } = place.edition;
  const ranked = await rankedEntries({ organizerId, snapshotId: set.snapshotId, combine: place.result.combine }, tx);
  const composition = autoComposition(ranked, place.result, await earlierLevels(place, tx));
  const doubted = doubtedCodes(await visitDoubts(place, tx));
  return { composition: { ...applyMoves(composition, set.moves), doubted, earlier: set.earlier, rulings: set.rulings.filter(({ withdrawnAt }) => withdrawnAt === null) }, ranked };
}

/** An entry as the composer reads it. */
export type ComposedEntry = EntryTraits & { code: string; title: string; agencyName: string };

/** Titles and traits of the entries with these codes. */
export async function composedEntries(
  { filter }: Scope<"ranking", RankingScope>,
  { edition }: Pick<EditionResult, "edition">,
  codes: readonly string[],
): Promise<Map<string, ComposedEntry>> {
  if (filter.kind !== "EDITION" || filter.editionId !== edition.id || codes.length === 0) return new Map();
  const rows = await db.$queryRaw<ComposedEntry[]>`
    select s.code, s.title, g.name as "agencyName", s."categoryKey" as category, s."groupKey" as "group", g.kind::text as "agencyKind",
      p.name as province
    from "Submission" s
    join "Agency" g on g.id = s."agencyId"
    left join "Agency" p on p.code = g."provinceCode"
    where s."organizerId" = ${edition.organizerId}::uuid and s."editionId" = ${edition.id}::uuid and s.code = any(${[...codes]})`;
  return new Map(rows.map((row) => [row.code, row]));
}

/** A result with everybody who froze or composed it, and those who made this person a publisher; null where there is none. */
export async function publishingSubject(
  slug: string,
  resultKey: string,
  publisherId: string,
): Promise<(EditionResult & { composerIds: string[]; freezerId: string | null; publisherMadeBy: string[] }) | null> {
  const found = await editionResult(slug, resultKey);
  if (!found) return null;
  const [set, { madeBy }] = await Promise.all([decisionSet(found), publisherRole({ userId: publisherId, editionId: found.edition.id })]);
  return { ...found, composerIds: set?.composerIds ?? [], freezerId: set?.frozenById ?? null, publisherMadeBy: madeBy };
}
