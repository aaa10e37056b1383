import { appendAudit } from "@/lib/audit";
import { databaseNow, inTransaction, type Transaction } from "@/lib/db";
import { ok, refuse, type Result } from "@/lib/result";
import { hasClosed, stageOf } from "@/modules/competition/domain/stages";
import { endedByRelease } from "@/modules/competition/domain/timetable-change";
import { editionById, type EditionView } from "@/modules/competition/queries";
import { countSelection, releaseProblems, type SelectionCounts } from "../domain/outcome";
import { lettersOfRelease, type Letter, type ToldProposal } from "../notices";
import { outcomeFor, selectionReleased } from "../queries/released";
import { selectionLedger } from "../queries/ledger";

const LETTERS_AT_ONCE = 1_000;

/**
 * Releases the outcome of an edition once: the record, the end of the stage, the letters to every agency and owner, and the
 * audit event exist together or not at all. A second release finds it done and changes nothing. Refuses with the first of `releaseProblems`.
 */
export function release({ editionId, actorId }: { editionId: string; actorId: string }): Promise<Result<null>> {
  return inTransaction(async (tx) => {
    // Waits for every selector who is in the middle of an act, and for filing; who comes later finds it released.
    await tx.$queryRaw`
      select id from "Stage" where "editionId" = ${editionId}::uuid and kind in ('REGISTRATION', 'ADMIN_SELECTION') order by id for update`;
    if (await selectionReleased(editionId, tx)) return ok(null);
    const edition = await editionById(editionId, tx);
    if (!edition) return refuse("common.errors.notFound");

    const ledger = await selectionLedger(editionId, tx);
    const at = await databaseNow(tx);
    const registration = stageOf(edition.stages, "REGISTRATION");
    const counts = countSelection(ledger, edition.rules.selection);
    const [problem] = releaseProblems(counts, registration === null || hasClosed(registration, at));
    if (problem) return refuse(`selection.release.problem.${problem.kind}`, { ...problem });

    await writeRelease(tx, { edition, counts, actorId, at });
    return ok(null);
  });
}

async function writeRelease(
  tx: Transaction,
  { edition, counts, actorId, at }: { edition: EditionView; counts: SelectionCounts; actorId: string; at: Date },
): Promise<void> {
  const { id: editionId, organizerId } = edition;
  const { passed, failed } = counts;
  await tx.selectionRelease.create({ data: { organizerId, editionId, releasedById: actorId, releasedAt: at, passed, failed } });
  const ended = await endStages(tx, { edition, actorId, at });
  await queue(tx, lettersOfRelease({
    editionName: edition.name.id, contact: edition.organizer.contact, proposals: await toldProposals(tx, editionId), admins: await adminsOf(tx, editionId),
  }));
  await appendAudit(tx, {
    actorId, action: "selection.release", subject: { type: "edition", id: editionId }, editionId, details: { passed, failed, ...ended },
  });
}

/** Nothing can be decided any more, so the stage is over, and what follows need not wait for its close; a change that everybody reads. */
async function endStages(tx: Transaction, { edition, actorId, at }: { edition: EditionView; actorId: string; at: Date }) {
  const { organizerId } = edition;
  const running = edition.stages.filter((stage) => stage.kind === "ADMIN_SELECTION" && endedByRelease(stage, at).closesAt < stage.closesAt);
  for (const stage of running) {
    await tx.stage.update({ where: { organizerId_id: { organizerId, id: stage.id } }, data: endedByRelease(stage, at) });
    await tx.stageChange.create({
      data: {
        organizerId, stageId: stage.id, opensBefore: stage.opensAt, closesBefore: stage.closesAt, reason: "", cause: "RELEASED", changedById: actorId,
        changedAt: at,
      },
    });
  }
  return running.length === 0 ? {} : { stage: running[0]!.key, from: running[0]!.closesAt.toISOString(), to: at.toISOString() };
}

async function queue(tx: Transaction, letters: Letter[]): Promise<void> {
  for (let start = 0; start < letters.length; start += LETTERS_AT_ONCE) {
    await tx.outboxMessage.createMany({ data: letters.slice(start, start + LETTERS_AT_ONCE) });
  }
}

async function toldProposals(tx: Transaction, editionId: string): Promise<ToldProposal[]> {
  const rows = await tx.$queryRaw<{ id: string; code: string; title: string; agencyId: string; ownerEmail: string | null }[]>`
    select s.id, s.code, s.title, s."agencyId", owner.email as "ownerEmail"
    from "Submission" s
    left join "User" owner on owner.id = s."ownerId" and owner."suspendedAt" is null
    where s."editionId" = ${editionId}::uuid and s.status = 'SUBMITTED' order by s.code`;
  const outcomes = await outcomeFor(rows.map(({ id }) => id), tx);
  return rows.flatMap(({ id, ...row }) => {
    const outcome = outcomes.get(id);
    return outcome ? [{ ...row, passed: outcome.passed, reasons: outcome.reasons.map((reason) => reason.id), note: outcome.note }] : [];
  });
}

async function adminsOf(tx: Transaction, editionId: string): Promise<{ agencyId: string; email: string }[]> {
  return tx.$queryRaw<{ agencyId: string; email: string }[]>`
    select distinct m."agencyId", u.email
    from "Membership" m join "User" u on u.id = m."userId" and u."suspendedAt" is null
    where m.role = 'AGENCY_ADMIN' and m."endedAt" is null
      and m."agencyId" in (select "agencyId" from "Submission" where "editionId" = ${editionId}::uuid and status = 'SUBMITTED')
    order by m."agencyId", u.email`;
}
