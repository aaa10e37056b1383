import { db, type Transaction } from "@/lib/db";
import type { Move } from "../domain/composition";
import type { Ruling } from "../domain/open-decisions";
import type { EditionResult } from "./edition-result";

type Place = Pick<EditionResult, "edition" | "result">;

export type StoredMove = Move & { id: string; movedById: string; movedAt: Date };
export type StoredRuling = Ruling & { reason: string; decidedById: string; decidedAt: Date };

/** The sets begun on rankings that count no more, oldest first; without the one on this snapshot. */
async function earlierSets({ edition, result }: Place, snapshotId: string, tx: Transaction): Promise<{ id: string }[]> {
  return tx.$queryRaw<{ id: string }[]>`
    select d.id from "DecisionSet" d
    join "RankingSnapshot" s on s."organizerId" = d."organizerId" and s.id = d."snapshotId"
    where d."organizerId" = ${edition.organizerId}::uuid and d."editionId" = ${edition.id}::uuid and d."resultKey" = ${result.key}
      and d."snapshotId" <> ${snapshotId}::uuid
    order by s.version`;
}

/** Their moves, each set's in the order they were made. */
export async function earlierMoves(place: Place, snapshotId: string, tx: Transaction = db): Promise<StoredMove[][]> {
  const { organizerId } = place.edition;
  const sets = await earlierSets(place, snapshotId, tx);
  if (sets.length === 0) return [];
  const moves = await tx.decisionMove.findMany({
    where: { organizerId, setId: { in: sets.map(({ id }) => id) } }, orderBy: [{ movedAt: "asc" }, { id: "asc" }],
  });
  return sets.map(({ id }) => moves.filter(({ setId }) => setId === id).map(({ levelKey, ...move }) => ({ ...move, level: levelKey })));
}

/** What the last of them ruled and did not withdraw. */
export async function earlierRulings(place: Place, snapshotId: string, tx: Transaction): Promise<StoredRuling[]> {
  const last = (await earlierSets(place, snapshotId, tx)).at(-1);
  if (!last) return [];
  const rulings = await tx.decisionRuling.findMany({
    where: { organizerId: place.edition.organizerId, setId: last.id, withdrawnAt: null }, orderBy: [{ decidedAt: "asc" }, { id: "asc" }],
  });
  return rulings.map(({ levelKey, ...ruling }) => ({ ...ruling, level: levelKey }));
}
