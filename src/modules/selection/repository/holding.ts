import { Prisma } from "@/generated/prisma/client";
import type { Transaction } from "@/lib/db";
import { ok, refuse, type Result } from "@/lib/result";
import { HOLD_HOURS, isFree, lastTouch, type Handling } from "../domain/queue";
import type { SelectionFilter, SelectionSubject } from "../policy";
import { type Act, lockHeld, recordAct, whileSelecting } from "./window";

type Candidate = { organizerId: string; id: string; code: string; editionId: string };

/** How often the next one may turn out to have been taken in the same instant. */
const ATTEMPTS = 200;

/**
 * Gives a selector the oldest proposal that is free and that the person has no stake in. Two who ask at once never get the
 * same one: each locks a row that the other then skips. Refuses `selection.refused.nothingLeft`.
 */
export function takeNext({ editionId, userId, ownAgencies }: SelectionFilter & { editionId: string }): Promise<Result<{ code: string }>> {
  return whileSelecting(editionId, async (act) => {
    const lost: string[] = [];
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const candidate = await lockCandidate(act.tx, { editionId, userId, ownAgencies, lost });
      if (!candidate) return refuse("selection.refused.nothingLeft");
      if (await hold(act, candidate, userId)) {
        await recordAct(act.tx, { subject: candidate, actorId: userId, act: "take" });
        return ok({ code: candidate.code });
      }
      lost.push(candidate.id);
    }
    return refuse("common.errors.changedMeanwhile");
  });
}

/** Takes this one, if it is free; refuses `selection.refused.taken`. To take what one holds already is no fault. */
export function take(subject: SelectionSubject, userId: string): Promise<Result<null>> {
  const { organizerId, id, editionId } = subject;
  return whileSelecting(editionId, async (act) => {
    const [row] = await act.tx.$queryRaw<Candidate[]>`
      select "organizerId", id, code, "editionId" from "Submission"
      where "organizerId" = ${organizerId}::uuid and id = ${id}::uuid and status = 'SUBMITTED' for no key update`;
    if (!row) return refuse("common.errors.changedMeanwhile");
    if (await lockHeld(act.tx, subject, userId)) return ok(null);
    if (!(await hold(act, row, userId))) return refuse("selection.refused.taken");
    return recordAct(act.tx, { subject, actorId: userId, act: "take" });
  });
}

/**
 * Puts an undecided proposal back; the answers stay for the case that the same selector takes it again. What a second reader
 * wrote stays too, for whoever takes it next.
 */
export function giveBack(subject: SelectionSubject, userId: string): Promise<Result<null>> {
  const own = { organizerId: subject.organizerId, submissionId: subject.id, takenById: userId, outcome: null };
  return whileSelecting(subject.editionId, async ({ tx }) => {
    const kept = await tx.selectionDecision.updateMany({ where: { ...own, secondById: { not: null } }, data: { takenById: null } });
    const gone = await tx.selectionDecision.deleteMany({ where: own });
    if (kept.count + gone.count === 0) return refuse("selection.refused.notYours");
    return recordAct(tx, { subject, actorId: userId, act: "giveBack" });
  });
}

/**
 * The statement looks at decisions as they were when it began; whether the one it found is still free is asked again by
 * `hold`, once its row is locked. The lock leaves the key alone: a holder who has locked the decision and writes a line of the
 * checklist asks for the key of the proposal, and must not wait for somebody who waits for that decision.
 */
async function lockCandidate(
  tx: Transaction,
  { editionId, userId, ownAgencies, lost }: { editionId: string; userId: string; ownAgencies: string[]; lost: string[] },
): Promise<Candidate | null> {
  const related = (code: Prisma.Sql) =>
    Prisma.sql`(${code} = own.code or starts_with(${code}, own.code || '/') or starts_with(own.code, ${code} || '/'))`;
  const [row] = await tx.$queryRaw<Candidate[]>`
    select s."organizerId", s.id, s.code, s."editionId"
    from "Submission" s
    join "Agency" a on a.id = s."agencyId"
    join "Agency" u on u.id = s."unitId"
    left join "SelectionDecision" d on d."organizerId" = s."organizerId" and d."submissionId" = s.id
    where s."editionId" = ${editionId}::uuid and s.status = 'SUBMITTED' and s."ownerId" <> ${userId}::uuid
      and s.id <> all(${lost}::uuid[])
      and (d."takenById" is null or (d.outcome is null and d."takenById" <> ${userId}::uuid
        and greatest(d."takenAt", d."secondAt", (
          select max(c."checkedAt") from "SelectionCheck" c
          where c."organizerId" = d."organizerId" and c."submissionId" = d."submissionId" and c."checkedById" = d."takenById"))
          <= clock_timestamp() - make_interval(hours => ${HOLD_HOURS}::int)))
      and not exists (
        select from unnest(${ownAgencies}::text[]) as own(code)
        where ${related(Prisma.sql`a.code`)} or ${related(Prisma.sql`u.code`)})
    order by coalesce(s."submittedAt", s."statusAt"), s.code
    limit 1 for no key update of s skip locked`;
  return row ?? null;
}

/** Writes the name of the holder if the proposal, whose row is locked, is still free; false when it is not. */
async function hold({ tx, at }: Act, { organizerId, id, editionId }: Candidate, userId: string): Promise<boolean> {
  const handling = await handlingOf(tx, { organizerId, id });
  if (handling && !isFree(handling, at)) return false;

  const fresh = { takenById: userId, takenAt: at };
  await tx.selectionDecision.upsert({
    where: { organizerId_submissionId: { organizerId, submissionId: id } },
    create: { organizerId, submissionId: id, editionId, ...fresh },
    update: fresh,
  });
  // What another person answered is not this selector's judgement.
  await tx.selectionCheck.deleteMany({ where: { organizerId, submissionId: id, checkedById: { not: userId } } });
  return true;
}

/** Two statements: the second sees the answers that a holder saved while the first waited for the row. */
async function handlingOf(tx: Transaction, { organizerId, id }: Pick<Candidate, "organizerId" | "id">): Promise<Handling | null> {
  const [held] = await tx.$queryRaw<(Omit<Handling, "touchedAt"> & { takenAt: Date; secondAt: Date | null })[]>`
    select "takenById", outcome::text as outcome, "secondById", "takenAt", "secondAt" from "SelectionDecision"
    where "organizerId" = ${organizerId}::uuid and "submissionId" = ${id}::uuid for update`;
  if (!held) return null;
  const { takenAt, secondAt, ...standing } = held;
  const { _max } = await tx.selectionCheck.aggregate({
    where: { organizerId, submissionId: id, checkedById: held.takenById ?? undefined }, _max: { checkedAt: true },
  });
  return { ...standing, touchedAt: lastTouch([takenAt, secondAt, _max.checkedAt]) };
}
