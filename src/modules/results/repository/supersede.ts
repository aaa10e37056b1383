import { appendAudit } from "@/lib/audit";
import { databaseNow, inTransaction, type Transaction } from "@/lib/db";
import { ok, refuse, type Result } from "@/lib/result";
import type { EditionResult } from "../queries/edition-result";
import { publisherRole } from "../queries/publisher";
import { openRequest, type OpenRequest } from "../queries/supersession";
import { lockResult } from "./lock";

type Act = Pick<EditionResult, "edition" | "result"> & { actorId: string };

/** One person's word that the ranking that counts rests on an error. Nothing follows from it alone. */
export async function requestSupersession(act: Act, reason: string): Promise<Result<null>> {
  return inTransaction(async (tx) => {
    const { edition, result, actorId } = act;
    await lockResult(tx, edition.id, result.key);
    const snapshot = await tx.rankingSnapshot.findFirst({
      where: { organizerId: edition.organizerId, editionId: edition.id, resultKey: result.key, supersession: null }, select: { id: true },
    });
    if (!snapshot) return refuse("results.decision.notFrozen");
    if (await openRequest(act, tx)) return refuse("results.supersede.requestedAlready");
    await tx.supersessionRequest.create({
      data: { organizerId: edition.organizerId, snapshotId: snapshot.id, reason, requestedById: actorId, requestedAt: await databaseNow(tx) },
    });
    await note(tx, act, { action: "results.requestSupersession", snapshotId: snapshot.id, reason });
    return ok(null);
  });
}

/** Another person's word: the ranking counts no more, and may be frozen anew. It stays, with all that was made from it. */
export async function confirmSupersession(act: Act): Promise<Result<null>> {
  return onRequest(act, async (tx, { id, snapshotId, requestedById, reason }) => {
    const { madeBy } = await publisherRole({ userId: act.actorId, editionId: act.edition.id }, tx);
    if (requestedById === act.actorId || madeBy.includes(requestedById)) return refuse("results.supersede.twoPeople");
    await tx.snapshotSupersession.create({
      data: { organizerId: act.edition.organizerId, snapshotId, requestId: id, confirmedById: act.actorId, confirmedAt: await databaseNow(tx) },
    });
    await note(tx, act, { action: "results.confirmSupersession", snapshotId, reason });
    return ok(null);
  });
}

/** The request is taken back, by whoever made it or by whoever was asked to confirm it. */
export async function withdrawSupersession(act: Act): Promise<Result<null>> {
  return onRequest(act, async (tx, { id, snapshotId, reason }) => {
    await tx.supersessionRequest.update({
      where: { organizerId_id: { organizerId: act.edition.organizerId, id } }, data: { withdrawnAt: await databaseNow(tx) },
    });
    await note(tx, act, { action: "results.withdrawSupersession", snapshotId, reason });
    return ok(null);
  });
}

async function onRequest(act: Act, work: (tx: Transaction, request: OpenRequest) => Promise<Result<null>>): Promise<Result<null>> {
  return inTransaction(async (tx) => {
    await lockResult(tx, act.edition.id, act.result.key);
    const request = await openRequest(act, tx);
    return request ? work(tx, request) : refuse("results.supersede.noRequest");
  });
}

async function note(
  tx: Transaction,
  { edition, result, actorId }: Act,
  { action, snapshotId, reason }: { action: string; snapshotId: string; reason: string },
): Promise<void> {
  await appendAudit(tx, {
    actorId, action, subject: { type: "rankingSnapshot", id: snapshotId }, editionId: edition.id, details: { result: result.key, reason },
  });
}
