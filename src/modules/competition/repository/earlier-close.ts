import { appendAudit } from "@/lib/audit";
import { databaseNow, inTransaction, type Transaction } from "@/lib/db";
import { ok, refuse, type Result } from "@/lib/result";
import { mayConfirmEarlierClose } from "../domain/earlier-close";
import { type AskedClose, type EditionView, undecidedCloses, workInStage } from "../queries";
import { datesIn, lockedPlan, type Shown, writeMoves } from "./timetable";

type Act = { edition: EditionView; requestId: string; actorId: string };

/** The second person's word: the stage closes earlier, with all that was asked to move along, if that is still what they saw. */
export async function confirmEarlierClose({ edition, requestId, actorId }: Act, seen: string): Promise<Result<{ did: "MOVED" } | Shown>> {
  return inTransaction(async (tx) => {
    const asked = await lockedRequest(tx, edition, requestId);
    if (!asked) return refuse("competition.refused.requestLapsed");
    const second = mayConfirmEarlierClose(asked, actorId);
    if (!second.ok) return second;
    const { stageKey: key, opensAt, closesAt, shifts, reason } = asked;
    const planned = await lockedPlan(tx, edition, { key, opensAt, closesAt, shifts });
    if (!planned.ok) return planned;
    const { plan, now } = planned.value;
    if (plan.name !== seen) return ok({ did: "SHOWN", plan, work: await workInStage(asked.stageId, tx), isAnother: true });
    await tx.earlierClose.update({
      where: { organizerId_id: { organizerId: edition.organizerId, id: asked.id } }, data: { confirmedById: actorId, confirmedAt: now },
    });
    await writeMoves(tx, { edition, plan, reason, changedById: actorId, now });
    await appendAudit(tx, {
      actorId, action: "competition.confirmEarlierClose", subject: { type: "stage", id: asked.stageId }, editionId: edition.id,
      details: { reason, stage: key, ...datesIn(plan) },
    });
    return ok({ did: "MOVED" });
  });
}

/** The request is taken back, by whoever made it or by whoever was asked to decide it. */
export async function withdrawEarlierClose({ edition, requestId, actorId }: Act): Promise<Result<null>> {
  return inTransaction(async (tx) => {
    const asked = await lockedRequest(tx, edition, requestId);
    if (!asked) return refuse("competition.refused.requestLapsed");
    await tx.earlierClose.update({
      where: { organizerId_id: { organizerId: edition.organizerId, id: asked.id } }, data: { withdrawnById: actorId, withdrawnAt: await databaseNow(tx) },
    });
    await appendAudit(tx, {
      actorId, action: "competition.withdrawEarlierClose", subject: { type: "stage", id: asked.stageId }, editionId: edition.id,
      details: { reason: asked.reason, stage: asked.stageKey },
    });
    return ok(null);
  });
}

/** Behind the lock of the timetable, so that of two people who press at once one finds it decided. */
async function lockedRequest(tx: Transaction, edition: EditionView, requestId: string): Promise<AskedClose | undefined> {
  await tx.$queryRaw`
    select id from "Stage" where "organizerId" = ${edition.organizerId}::uuid and "editionId" = ${edition.id}::uuid order by id for update`;
  return (await undecidedCloses(edition, await databaseNow(tx), tx)).find(({ id, stands }) => id === requestId && stands);
}
