import { appendAudit } from "@/lib/audit";
import { inTransaction, type Transaction } from "@/lib/db";
import { ok, refuse, type Result } from "@/lib/result";
import { stageState } from "@/modules/competition/domain/stages";
import type { SelectionSubject } from "../policy";
import { selectionReleased } from "../queries/released";

export type Act = { tx: Transaction; at: Date };

/**
 * One act of a selector, in a transaction that repeats what its policy looked at: the stage is open by the database's clock
 * and nothing has been released. The stage's row stays locked, so that the release waits for the act, or the act for it.
 */
export function whileSelecting<Value>(editionId: string, act: (given: Act) => Promise<Result<Value>>): Promise<Result<Value>> {
  return inTransaction(async (tx) => {
    const [stage] = await tx.$queryRaw<{ at: Date; opensAt: Date; closesAt: Date }[]>`
      with clock as materialized (select date_trunc('milliseconds', clock_timestamp()) as at)
      select clock.at, s."opensAt", s."closesAt" from "Stage" s, clock
      where s."editionId" = ${editionId}::uuid and s.kind = 'ADMIN_SELECTION'
      order by s.position limit 1 for share of s`;
    // Before the clock: a release ends the stage, and nobody is to ask for more time then.
    if (await selectionReleased(editionId, tx)) return refuse("selection.refused.released");
    const state = stage ? stageState(stage, stage.at) : "UPCOMING";
    if (!stage || state !== "OPEN") return refuse(state === "CLOSED" ? "selection.refused.stageClosed" : "selection.refused.stageNotOpen");
    return act({ tx, at: stage.at });
  });
}

/** Locks a proposal that this selector holds and has not decided; false when that is no longer so. */
export async function lockHeld(tx: Transaction, { organizerId, id }: SelectionSubject, actorId: string): Promise<boolean> {
  const held = await tx.$queryRaw<object[]>`
    select 1 from "SelectionDecision"
    where "organizerId" = ${organizerId}::uuid and "submissionId" = ${id}::uuid and "takenById" = ${actorId}::uuid and outcome is null
    for update`;
  return held.length > 0;
}

/** The audit event of an act on one proposal; last in its transaction. */
export async function recordAct(
  tx: Transaction,
  { subject, actorId, act, details = {} }: { subject: Pick<SelectionSubject, "id" | "code" | "editionId">; actorId: string; act: string; details?: Record<string, unknown> },
): Promise<Result<null>> {
  const { id, code, editionId } = subject;
  await appendAudit(tx, { actorId, action: `selection.${act}`, subject: { type: "submission", id }, editionId, details: { code, ...details } });
  return ok(null);
}
