import { appendAudit } from "@/lib/audit";
import { inTransaction, type Transaction } from "@/lib/db";
import { ok, refuse, type Result } from "@/lib/result";
import { changesBetween } from "../domain/changes";
import { lockSubmission } from "./locking";
import type { AuthorMove } from "./sending";
import type { RelatedInnovation, RelatedSubject } from "../queries/related";
import type { SettledAnswers } from "../domain/related";
import { keepAnswers, standsAlone, takeTurn, toldOf } from "./related";
import { createInnovation } from "./starting";

export type IdentityChange = AuthorMove & {
  identity: {
    title: string;
    implementedSince: Date;
    categoryKey: string;
    groupKey: string;
    signatory: string;
    claimedResult: string;
    videoUrl: string;
    sourceText: string;
    sourceInnovationId: string | null;
    sourceAgency: string;
    sourceYear: number | null;
    /** Null: it gets an innovation of its own. */
    innovationId: string | null;
  };
  /** The year in which a new innovation is entered. */
  year: number;
  /** The related innovations that were asked about, and what was answered. */
  related: { subject: RelatedSubject; asked: RelatedInnovation[]; settled: SettledAnswers };
};

/** Changes what a proposal is called and entered as; the audit event says what it was before. */
export function saveIdentity({ identity, year, related, ...change }: IdentityChange): Promise<Result<null>> {
  return inTransaction(async (tx) => {
    await takeTurn(tx, related.subject);
    const locked = await lockSubmission(tx, { ...change, lock: "update" });
    if (!locked.ok) return locked;
    if (locked.submission.version !== change.version) return refuse("common.errors.changedMeanwhile");

    const { organizerId, id, editionId, code, unitId } = locked.submission;
    const before = await identityNow(tx, { organizerId, id });
    const alone = await standsAlone(tx, { ...related.subject, innovationId: before.innovationId }, { ...related, innovationId: identity.innovationId });
    if (!alone.ok) return alone;
    const innovationId = identity.innovationId ?? (await createInnovation(tx, { title: identity.title, unitId, year }));
    const after = { ...identity, innovationId };
    await tx.submission.update({ where: { organizerId_id: { organizerId, id } }, data: { ...after, ...(innovationId !== before.innovationId && { enteredTwice: false }), identityAt: locked.now, version: { increment: 1 } } });
    await keepAnswers(tx, { organizerId, submissionId: id, answeredById: change.actor.userId, answeredAt: locked.now }, related);
    await appendAudit(tx, {
      actorId: change.actor.userId, action: "submission.saveIdentity", subject: { type: "submission", id }, editionId,
      details: { code, changed: changesBetween(before, after), ...toldOf(related) },
    });
    return ok(null);
  });
}

function identityNow(tx: Transaction, key: { organizerId: string; id: string }) {
  return tx.submission.findUniqueOrThrow({
    where: { organizerId_id: key },
    select: {
      title: true, implementedSince: true, categoryKey: true, groupKey: true, signatory: true, claimedResult: true, sourceText: true,
      sourceInnovationId: true, sourceAgency: true, sourceYear: true, innovationId: true, videoUrl: true,
    },
  });
}
