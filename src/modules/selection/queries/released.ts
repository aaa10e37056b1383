import { db, type Transaction } from "@/lib/db";
import type { LocalizedText } from "@/modules/competition/domain/edition-rules";
import { rulesOfVersion } from "@/modules/competition/queries";
import type { SelectionOutcome } from "../domain/outcome";

/** What an agency may know of its proposal once selection has been released. */
export type ReleasedOutcome = { passed: boolean; reasons: LocalizedText[]; note: string; releasedAt: Date };

/** Whether the outcome of an edition's administrative selection is out. */
export async function selectionReleased(editionId: string, tx: Transaction = db): Promise<boolean> {
  return (await tx.selectionRelease.count({ where: { editionId } })) > 0;
}

/** The outcome of proposals by their ids; those of an edition that is not released are absent, and not even read. */
export async function outcomeFor(submissionIds: string[], tx: Transaction = db): Promise<Map<string, ReleasedOutcome>> {
  const rows = await tx.$queryRaw<{ id: string; rulesVersionId: string; outcome: SelectionOutcome; reasonKeys: string[]; note: string; releasedAt: Date }[]>`
    select s.id, s."rulesVersionId", d.outcome::text as outcome, coalesce(d."reasonKeys", '{}') as "reasonKeys", d.note, r."releasedAt"
    from "Submission" s
    join "SelectionRelease" r on r."organizerId" = s."organizerId" and r."editionId" = s."editionId"
    join "SelectionDecision" d on d."organizerId" = s."organizerId" and d."submissionId" = s.id
    where s.id = any(${submissionIds}::uuid[]) and s.status = 'SUBMITTED' and d.outcome is not null`;
  const known = new Map<string, ReleasedOutcome>();
  // One after the other: in a transaction there is one connection. The rules are mostly the same, and kept.
  for (const { id, rulesVersionId, outcome, reasonKeys, note, releasedAt } of rows) {
    const { selection } = await rulesOfVersion(rulesVersionId, tx);
    const reasons = selection.reasons.filter(({ key }) => reasonKeys.includes(key)).map(({ text }) => text);
    known.set(id, { passed: outcome === "PASS", reasons, note, releasedAt });
  }
  return known;
}
