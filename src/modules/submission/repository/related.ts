import type { Transaction } from "@/lib/db";
import { ok, refuse, type Result } from "@/lib/result";
import { rootOf } from "@/modules/agencies/domain/tree";
import type { SettledAnswers } from "../domain/related";
import { knownInnovations, type RelatedInnovation, type RelatedSubject, relatedTo } from "../queries/related";

/** What was asked about, and what was answered. */
type Asked = { asked: readonly RelatedInnovation[]; settled: SettledAnswers };

/** Held to the end: of two proposals of one government that enter an edition at once, the second sees the first. Before any lock of rows. */
export async function takeTurn(tx: Transaction, { editionId, unitCode }: RelatedSubject): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtext('submission-enters'), hashtext(${`${editionId} ${rootOf(unitCode)}`}))::text`;
}

/**
 * Once the turn is taken: whether the innovation is in the edition by no other proposal, and nothing has come up that was not
 * asked about. Refuses `submission.refused.alreadyEntered` and `submission.refused.relatedMeanwhile`.
 */
export async function standsAlone(
  tx: Transaction, subject: RelatedSubject, { innovationId, settled, asked }: Asked & { innovationId: string | null },
): Promise<Result<null>> {
  if (innovationId !== null && innovationId !== subject.innovationId) {
    const known = (await knownInnovations(subject, tx)).find(({ id }) => id === innovationId);
    const { title, entryCode, entryUnit, entryId } = known ?? {};
    if (title && entryCode && entryUnit && entryId !== subject.submissionId) return refuse("submission.refused.alreadyEntered", { title, code: entryCode, unit: entryUnit });
  }
  const settledIds = new Set([...settled.answered.map(({ id }) => id), ...asked.filter(({ id }) => id === innovationId).map(({ id }) => id)]);
  const now = await relatedTo({ ...subject, innovationId: innovationId ?? subject.innovationId }, tx);
  return now.every(({ id }) => settledIds.has(id)) ? ok(null) : refuse("submission.refused.relatedMeanwhile");
}

type Answering = { organizerId: string; submissionId: string; answeredById: string; answeredAt: Date };

/** Keeps the answers with what was asked; a later answer about the same innovation replaces the earlier one. */
export async function keepAnswers(tx: Transaction, answering: Answering, { asked, settled }: Asked): Promise<void> {
  if (settled.answered.length === 0) return;
  const { organizerId, submissionId } = answering;
  await tx.relatedAnswer.deleteMany({ where: { organizerId, submissionId, innovationId: { in: settled.answered.map(({ id }) => id) } } });
  await tx.relatedAnswer.createMany({
    data: settled.answered.map(({ id, isSame, reason }) => ({ ...answering, innovationId: id, isSame, reason, askedAs: askedAs(asked, id) })),
  });
}

/** The answers as the trail tells of them; nothing where nothing was asked. */
export function toldOf({ asked, settled }: Asked) {
  return settled.answered.length === 0
    ? {}
    : { related: settled.answered.map(({ id, isSame, reason }) => ({ innovation: askedAs(asked, id), isSame, reason })) };
}

function askedAs(asked: readonly RelatedInnovation[], sought: string): string {
  const found = asked.find(({ id }) => id === sought);
  return found ? [found.title, ...found.results].join(", ") : "";
}
