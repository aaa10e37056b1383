import { appendAudit } from "@/lib/audit";
import { databaseNow, inTransaction } from "@/lib/db";
import { ok, type Result } from "@/lib/result";
import { movedTimetable, type StageMove } from "../domain/timetable-change";
import { type EditionView, stageStanding } from "../queries";

export type TimetableChange = { edition: EditionView; move: StageMove; reason: string; changedById: string };

/**
 * Moves the dates of one stage. All stages of the edition are locked first, so that a filing or a hand-in that is under way is
 * judged by the timetable it began under, and the change by what they have become.
 */
export async function moveStage({ edition, move, reason, changedById }: TimetableChange): Promise<Result<null>> {
  return inTransaction(async (tx) => {
    const locked = await tx.$queryRaw<{ id: string; opensAt: Date; closesAt: Date }[]>`
      select id, "opensAt", "closesAt" from "Stage" where "organizerId" = ${edition.organizerId}::uuid and "editionId" = ${edition.id}::uuid
      order by id for update`;
    const stages = edition.stages.map((stage) => ({ ...stage, ...locked.find(({ id }) => id === stage.id) }));
    const now = await databaseNow(tx);
    const moved = movedTimetable(stages, move, { now, rules: edition.rules, ...(await stageStanding(edition, tx)) });
    if (!moved.ok) return moved;

    const [before, after] = [stages, moved.value].map((timetable) => timetable.find(({ key }) => key === move.key)!) as [Dated, Dated];
    const key = { organizerId: edition.organizerId, id: before.id };
    await tx.stage.update({ where: { organizerId_id: key }, data: { opensAt: after.opensAt, closesAt: after.closesAt } });
    await tx.stageChange.create({
      data: {
        organizerId: key.organizerId, stageId: key.id, opensBefore: before.opensAt, closesBefore: before.closesAt, reason, changedById,
        changedAt: now,
      },
    });
    await appendAudit(tx, {
      actorId: changedById, action: "competition.moveStage", subject: { type: "stage", id: key.id }, editionId: edition.id,
      details: {
        reason, stage: move.key, from: [before.opensAt.toISOString(), before.closesAt.toISOString()],
        to: [after.opensAt.toISOString(), after.closesAt.toISOString()],
      },
    });
    return ok(null);
  });
}

type Dated = EditionView["stages"][number];
