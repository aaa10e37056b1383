import { appendAudit } from "@/lib/audit";
import { databaseNow, inTransaction, type Transaction } from "@/lib/db";
import { ok, type Result } from "@/lib/result";
import { withNotice } from "../domain/earlier-close";
import type { StageMove } from "../domain/timetable-change";
import { type MovedStage, plannedMove } from "../domain/timetable-plan";
import { type EditionPlan, type EditionStage, type EditionView, stageStanding, workInStage, type WorkInStage } from "../queries";

export type TimetableChange = { edition: EditionView; move: StageMove; reason: string; changedById: string };

/** What became of a move: done, asked of a second person, or only shown. */
export type Moving = { did: "MOVED" | "ASKED" } | Shown;

/** Nothing was done; `isAnother`: another plan had been seen, so that this one is new to whoever pressed. */
export type Shown = { did: "SHOWN"; plan: EditionPlan; work: WorkInStage | null; isAnother: boolean };

/** Locks the timetable, so that a filing or a hand-in under way is judged by the dates it began under, and plans by what they have become. */
export async function lockedPlan(tx: Transaction, edition: EditionView, move: StageMove): Promise<Result<{ plan: EditionPlan; now: Date }>> {
  const locked = await tx.$queryRaw<{ id: string; opensAt: Date; closesAt: Date }[]>`
    select id, "opensAt", "closesAt" from "Stage" where "organizerId" = ${edition.organizerId}::uuid and "editionId" = ${edition.id}::uuid
    order by id for update`;
  const stages = edition.stages.map((stage) => ({ ...stage, ...locked.find(({ id }) => id === stage.id) }));
  const now = await databaseNow(tx);
  const planned = plannedMove(stages, move, { now, rules: edition.rules, ...(await stageStanding(edition, tx)) });
  return planned.ok ? ok({ plan: planned.value, now }) : planned;
}

/** Moves a stage, or it and all that follow; what should be seen first is shown, and what takes time from people is asked of a second person. */
export async function moveStage({ edition, move, reason, changedById }: TimetableChange, seen?: string): Promise<Result<Moving>> {
  return inTransaction(async (tx) => {
    const planned = await lockedPlan(tx, edition, move);
    if (!planned.ok) return planned;
    const { plan, now } = planned.value;
    const [own] = plan.moves.filter(({ before }) => before.key === move.key);
    if (plan.isEarlier) {
      const noticed = withNotice(own!.after.closesAt, edition.rules, now);
      if (!noticed.ok) return noticed;
    }
    if ((plan.isEarlier || plan.moves.length > 1) && seen !== plan.name)
      return ok({ did: "SHOWN", plan, work: plan.isEarlier ? await workInStage(own!.before.id, tx) : null, isAnother: Boolean(seen) });
    if (plan.isEarlier) return ask(tx, { edition, move, reason, changedById }, { own: own!, now });
    await writeMoves(tx, { edition, plan, reason, changedById, now });
    await appendAudit(tx, {
      actorId: changedById, action: "competition.moveStage", subject: { type: "stage", id: own!.before.id }, editionId: edition.id,
      details: { reason, stage: move.key, ...datesIn(plan) },
    });
    return ok({ did: "MOVED" });
  });
}

type Writing = { edition: EditionView; plan: EditionPlan; reason: string; changedById: string; now: Date };

/** The new dates, each with what it was, for everybody to read. */
export async function writeMoves(tx: Transaction, { edition: { organizerId }, plan, reason, changedById, now }: Writing): Promise<void> {
  for (const { before, after } of plan.moves) {
    const { opensAt, closesAt } = after;
    await tx.stage.update({ where: { organizerId_id: { organizerId, id: before.id } }, data: { opensAt, closesAt } });
    await tx.stageChange.create({
      data: { organizerId, stageId: before.id, opensBefore: before.opensAt, closesBefore: before.closesAt, reason, changedById, changedAt: now },
    });
  }
}

/** The dates of a plan for the trail: of the stage itself, and of those that moved with it. */
export function datesIn({ moves: [own, ...others] }: EditionPlan): Record<string, unknown> {
  const dates = ({ opensAt, closesAt }: EditionStage) => [opensAt.toISOString(), closesAt.toISOString()];
  const line = ({ before, after }: MovedStage<EditionStage>) => ({ from: dates(before), to: dates(after) });
  return { ...line(own!), ...(others.length === 0 ? {} : { moved: Object.fromEntries(others.map((each) => [each.before.key, line(each)])) }) };
}

async function ask(tx: Transaction, { edition, move, reason, changedById }: TimetableChange, { own, now }: { own: MovedStage<EditionStage>; now: Date }): Promise<Result<Moving>> {
  const { organizerId } = edition;
  const { id: stageId, opensAt: opensBefore, closesAt: closesBefore } = own.before;
  const { closesAt } = own.after;
  const { opensAt } = move;
  // One question at a time: a new one takes the place of one that was not decided.
  await tx.earlierClose.updateMany({
    where: { organizerId, stageId, confirmedAt: null, withdrawnAt: null }, data: { withdrawnById: changedById, withdrawnAt: now },
  });
  await tx.earlierClose.create({
    data: { organizerId, stageId, opensBefore, closesBefore, opensAt, closesAt, shifts: move.shifts, reason, requestedById: changedById, requestedAt: now },
  });
  await appendAudit(tx, {
    actorId: changedById, action: "competition.requestEarlierClose", subject: { type: "stage", id: stageId }, editionId: edition.id,
    details: { reason, stage: move.key, from: closesBefore.toISOString(), to: closesAt.toISOString() },
  });
  return ok({ did: "ASKED" });
}
