import { createHash, randomBytes } from "node:crypto";
import canonicalize from "canonicalize";
import { appendAudit } from "@/lib/audit";
import { databaseNow, db, inTransaction, type Transaction } from "@/lib/db";
import { ok, refuse, type Result } from "@/lib/result";
import { codeFrom } from "../domain/codes";
import type { SettledAnswers } from "../domain/related";
import { mayStart } from "../policy/writing";
import type { SourceChoice } from "../queries/source";
import type { RelatedInnovation } from "../queries/related";
import { type StartContext, startedAs } from "../queries/starting";
import type { StartInput } from "../schema/writing";
import type { Actor } from "@/modules/accounts/domain/roles";
import { keepAnswers, standsAlone, takeTurn, toldOf } from "./related";

export type Start = {
  context: StartContext;
  input: StartInput;
  actor: Actor;
  groupKey: string;
  implementedSince: Date;
  /** The innovation that continues, or null for one not known here yet. */
  innovationId: string | null;
  claimedResult: string;
  source: SourceChoice;
  /** The related innovations that were asked about, and what was answered. */
  asked: RelatedInnovation[];
  settled: SettledAnswers;
};

const ATTEMPTS = 20;

/**
 * Creates the proposal, and the innovation where it is new, and answers with its code. The same form sent twice gives the same
 * proposal; the same key with other words is refused with `submission.refused.formUsed`.
 */
export function createSubmission(start: Start): Promise<Result<string>> {
  return inTransaction(async (tx) => {
    const { actor, context } = start;
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtext('submission-start'), hashtext(${`${actor.userId} ${start.input.key}`}))::text`;
    const before = await startedBefore(start, tx);
    if (before) return before;

    await takeTurn(tx, startedAs(context, start.input));
    const now = await lockedNow(tx, start);
    if (now.rulesVersionId !== context.edition.rulesVersionId) return refuse("common.errors.changedMeanwhile");
    const verdict = mayStart(actor, { ...context, registration: now.registration }, now.at);
    if (!verdict.allowed) return refuse(verdict.because.key, verdict.because.values);
    const alone = await standsAlone(tx, startedAs(context, start.input), start);
    if (!alone.ok) return alone;
    return ok(await write(tx, start, now.at));
  });
}

/** What the same form was answered when it was sent before; null when it never was. Refuses `submission.refused.formUsed` for other words. */
export async function startedBefore(start: Pick<Start, "input" | "groupKey" | "context" | "actor">, tx: Transaction = db): Promise<Result<string> | null> {
  const before = await tx.idempotencyKey.findUnique({ where: { userId_key: { userId: start.actor.userId, key: start.input.key } } });
  if (!before) return null;
  return before.requestHash === hashOf(start) ? ok(String(before.response)) : refuse("submission.refused.formUsed");
}

async function lockedNow(tx: Transaction, { context }: Start) {
  const at = await databaseNow(tx);
  const [registration] = await tx.$queryRaw<{ opensAt: Date; closesAt: Date }[]>`
    select "opensAt", "closesAt" from "Stage" where "editionId" = ${context.edition.id}::uuid and kind = 'REGISTRATION' for share`;
  // After the lock: rules are replaced while it is held.
  const latest = await tx.rulesVersion.findFirst({ where: { editionId: context.edition.id }, orderBy: { number: "desc" }, select: { id: true } });
  return { at, registration: registration ?? null, rulesVersionId: latest?.id };
}

async function write(tx: Transaction, start: Start, now: Date): Promise<string> {
  const { context, input, actor, groupKey } = start;
  const { edition, unit, filingAgency } = context;
  if (!filingAgency) throw new Error("A unit that no agency files for was let through.");

  const innovationId = start.innovationId ?? (await createInnovation(tx, { title: input.title, unitId: unit.id, year: edition.year }));
  const code = await unusedCode(tx, "INV", edition.year);
  const { id } = await tx.submission.create({
    data: {
      organizerId: edition.organizerId, editionId: edition.id, rulesVersionId: edition.rulesVersionId, innovationId, code,
      title: input.title, groupKey, categoryKey: input.category, unitId: unit.id, agencyId: filingAgency.id, ownerId: actor.userId,
      implementedSince: start.implementedSince, signatory: input.signatory, claimedResult: start.claimedResult,
      ...start.source.kept, createdAt: now, statusAt: now,
    },
    select: { id: true },
  });
  await keepAnswers(tx, { organizerId: edition.organizerId, submissionId: id, answeredById: actor.userId, answeredAt: now }, start);
  await tx.idempotencyKey.create({
    data: { userId: actor.userId, key: input.key, requestHash: hashOf(start), response: code, createdAt: now },
  });
  await appendAudit(tx, {
    actorId: actor.userId, action: "submission.start", subject: { type: "submission", id }, editionId: edition.id,
    details: { code, group: groupKey, unit: unit.code, agency: filingAgency.code, claimedResult: start.claimedResult, ...toldOf(start) },
  });
  return code;
}

/** An innovation that is not known here yet, for the first proposal that enters it; gives its id. */
export async function createInnovation(tx: Transaction, { title, unitId, year }: { title: string; unitId: string; year: number }): Promise<string> {
  const code = await unusedCode(tx, "INO", year);
  const { id } = await tx.innovation.create({ data: { code, title, agencyId: unitId }, select: { id: true } });
  return id;
}

/** Two random codes in 33 million are seldom the same; the unique column has the last word. */
async function unusedCode(tx: Transaction, prefix: "INV" | "INO", year: number): Promise<string> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const code = codeFrom(prefix, year, randomBytes(4));
    const taken = prefix === "INV" ? await tx.submission.count({ where: { code } }) : await tx.innovation.count({ where: { code } });
    if (taken === 0) return code;
  }
  throw new Error("No unused code was found.");
}

function hashOf({ input, groupKey, context }: Pick<Start, "input" | "groupKey" | "context">): string {
  const text = canonicalize({ ...input, step: "create", group: groupKey, edition: context.edition.id });
  return createHash("sha256").update(text ?? "").digest("hex");
}
