import { db, type Transaction } from "@/lib/db";
import type { EditionResult } from "./edition-result";
import { publisherRole } from "./publisher";

type Place = Pick<EditionResult, "edition" | "result">;

/** Somebody holds that the ranking that counts rests on an error. */
export type OpenRequest = { id: string; snapshotId: string; reason: string; requestedById: string; requestedBy: string; requestedAt: Date };

/** A frozen ranking that counts no more, and why. */
export type PastSnapshot = {
  version: number; sha256: string; frozenAt: Date; frozenBy: string; reason: string; requestedBy: string; confirmedBy: string; confirmedAt: Date;
};

/** The open request against the ranking that counts; null while nobody asks for a new one. */
export async function openRequest({ edition, result }: Place, tx: Transaction = db): Promise<OpenRequest | null> {
  const [row] = await tx.$queryRaw<OpenRequest[]>`
    select q.id, q."snapshotId", q.reason, q."requestedById", u.name as "requestedBy", q."requestedAt"
    from "CurrentSnapshot" s
    join "SupersessionRequest" q on q."organizerId" = s."organizerId" and q."snapshotId" = s.id and q."withdrawnAt" is null
    join "User" u on u.id = q."requestedById"
    where s."organizerId" = ${edition.organizerId}::uuid and s."editionId" = ${edition.id}::uuid and s."resultKey" = ${result.key}
    order by q."requestedAt" limit 1`;
  return row ?? null;
}

/** Newest first. */
export async function pastSnapshots({ edition, result }: Place, tx: Transaction = db): Promise<PastSnapshot[]> {
  return tx.$queryRaw<PastSnapshot[]>`
    select s.version, s.sha256, s."frozenAt", f.name as "frozenBy", q.reason, a.name as "requestedBy", b.name as "confirmedBy", x."confirmedAt"
    from "RankingSnapshot" s
    join "SnapshotSupersession" x on x."organizerId" = s."organizerId" and x."snapshotId" = s.id
    join "SupersessionRequest" q on q."organizerId" = x."organizerId" and q.id = x."requestId"
    join "User" f on f.id = s."frozenById" join "User" a on a.id = q."requestedById" join "User" b on b.id = x."confirmedById"
    where s."organizerId" = ${edition.organizerId}::uuid and s."editionId" = ${edition.id}::uuid and s."resultKey" = ${result.key}
    order by s.version desc`;
}

/** Who of the edition's secretariat and publishers, other than whoever asked and those of their making, may confirm a request. */
export async function couldConfirm({ edition }: Pick<Place, "edition">, requestedById: string): Promise<string[]> {
  const people = await db.user.findMany({
    where: {
      id: { not: requestedById }, suspendedAt: null,
      memberships: { some: { editionId: edition.id, role: { in: ["SECRETARIAT", "PUBLISHER"] }, endedAt: null } },
    },
    select: { id: true, name: true }, orderBy: { name: "asc" },
  });
  const made = await Promise.all(people.map(({ id }) => publisherRole({ userId: id, editionId: edition.id })));
  return people.filter((_, place) => !made[place]!.madeBy.includes(requestedById)).map(({ name }) => name);
}

/** Both, and whether this person is the one who asks. */
export async function supersessionOf(place: Place, userId: string): Promise<{ supersession: { open: OpenRequest | null; others: string[]; past: PastSnapshot[] }; isOwnRequest: boolean }> {
  const [open, past] = await Promise.all([openRequest(place), pastSnapshots(place)]);
  const others = open ? await couldConfirm(place, open.requestedById) : [];
  return { supersession: { open, others, past }, isOwnRequest: open?.requestedById === userId };
}

/** The text of a frozen ranking, byte for byte as it was hashed; null where that version does not exist. */
export async function snapshotText({ edition, result }: Place, version: number): Promise<{ body: string; sha256: string } | null> {
  return db.rankingSnapshot.findFirst({
    where: { organizerId: edition.organizerId, editionId: edition.id, resultKey: result.key, version }, select: { body: true, sha256: true },
  });
}
