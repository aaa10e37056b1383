import { db, inTransaction, type Transaction } from "@/lib/db";
import { formatDeadline } from "@/lib/format";
import type { Locale } from "@/lib/paths";
import { ok, refuse, type Result } from "@/lib/result";
import { isOpen, stageOf } from "@/modules/competition/domain/stages";
import { editionBySlug, type EditionView } from "@/modules/competition/queries";
import { type FilingAnswer, filingAnswer, planFiling, quotaLines } from "../domain/filing";
import type { FilingSubject } from "../policy/filing";
import { filingAnswerSchema } from "../schema/filing";
import type { Batch, Candidate, FilingRequest } from "./filing-batch";
import { auditReceipt, sha256, writeReceipt } from "./receipt";

export type FoundFiling = FilingSubject & { edition: EditionView };

/**
 * In: what the form names, and who asks in which language. Out: the batch as the policy judges it; null when the edition or
 * the proposals do not exist, or the proposals are not all of one agency.
 */
export async function findFiling(
  { edition: slug, codes, key }: { edition: string; codes: string[]; key: string },
  { userId, locale }: { userId: string; locale: Locale },
): Promise<FoundFiling | null> {
  const edition = await editionBySlug(slug);
  const registration = edition && stageOf(edition.stages, "REGISTRATION");
  if (!registration) return null;

  const agencies = await db.submission.findMany({
    where: { editionId: edition.id, code: { in: codes } }, select: { agencyId: true }, distinct: ["agencyId"], take: 2,
  });
  const [agency, another] = agencies;
  if (!agency || another) return null;

  const answered = await db.idempotencyKey.count({ where: { userId, key } });
  const context = { locale, zone: edition.zone };
  const { opensAt, closesAt } = registration;
  return {
    agencyId: agency.agencyId, edition, registration, isAnswered: answered > 0,
    registrationText: { opensAt: formatDeadline(opensAt, context), closesAt: formatDeadline(closesAt, context) },
  };
}

/**
 * Files a batch in one transaction: whatever was filed, its receipt, its moves, its letters, the answer to this request and
 * the audit event exist together or not at all. Refuses `filing.refused.otherRequest` when the key was used for another
 * batch, and `filing.refused.closed` when registration is not open by the database's clock.
 */
export function fileBatch(request: FilingRequest): Promise<Result<FilingAnswer>> {
  return inTransaction(async (tx) => {
    await takeTurn(tx, "request", `${request.by.userId} ${request.key}`);
    const before = await answerBefore(tx, request);
    if (before) return before;

    const receivedAt = await receivedWhileOpen(tx, request);
    if (!receivedAt) return refuse("filing.refused.closed", { closesAt: request.closesAtText });

    await takeTurn(tx, "agency", `${request.edition.id} ${request.agencyId}`);
    return ok(await fileWhatMay({ request, tx, receivedAt }));
  });
}

/** Held to the end of the transaction: the same request, or two batches of one agency in one edition, follow each other. */
async function takeTurn(tx: Transaction, kind: "request" | "agency", name: string): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtext(${`filing-${kind}`}), hashtext(${name}))::text`;
}

async function answerBefore(tx: Transaction, request: FilingRequest): Promise<Result<FilingAnswer> | null> {
  const { by, key } = request;
  const row = await tx.idempotencyKey.findUnique({ where: { userId_key: { userId: by.userId, key } } });
  if (!row) return null;
  if (row.requestHash !== hashOfRequest(request)) return refuse("filing.refused.otherRequest");
  return ok(filingAnswerSchema.parse(row.response));
}

function hashOfRequest({ edition, agencyId, codes }: FilingRequest): string {
  return sha256({ door: "submission.file", edition: edition.id, agency: agencyId, codes });
}

/**
 * The instant at which the database received the batch, or null when registration was not open then. The row of the stage
 * stays locked, so that the close cannot be moved before the batch is in; the time is taken before waiting for that lock.
 */
async function receivedWhileOpen(tx: Transaction, { edition }: FilingRequest): Promise<Date | null> {
  const [stage] = await tx.$queryRaw<{ receivedAt: Date; opensAt: Date; closesAt: Date }[]>`
    with clock as materialized (select date_trunc('milliseconds', clock_timestamp()) as at)
    select clock.at as "receivedAt", s."opensAt", s."closesAt" from "Stage" s, clock
    where s."organizerId" = ${edition.organizerId}::uuid and s."editionId" = ${edition.id}::uuid and s.kind = 'REGISTRATION'
    for share of s`;
  return stage && isOpen(stage, stage.receivedAt) ? stage.receivedAt : null;
}

async function fileWhatMay(batch: Batch): Promise<FilingAnswer> {
  const { tx, request, receivedAt } = batch;
  const candidates = await candidatesOf(batch);
  const { kind } = await tx.agency.findUniqueOrThrow({ where: { id: request.agencyId }, select: { kind: true } });
  const quotas = quotaLines(request.edition.rules, kind, await filedByGroup(batch));
  const plan = planFiling({ codes: request.codes, candidates, quotas });

  const wanted = new Set(plan.filter(({ outcome }) => outcome === "FILE").map(({ code }) => code));
  const filed = await markSubmitted(batch, candidates.filter(({ code }) => wanted.has(code)));
  const receipt = filed.length > 0 ? await writeReceipt(batch, filed) : null;

  const receiptNumber = receipt?.number ?? null;
  const answer = filingAnswer({ plan, candidates, filed: filed.map(({ code }) => code), receiptNumber });
  await tx.idempotencyKey.create({
    data: {
      userId: request.by.userId, key: request.key, requestHash: hashOfRequest(request), response: answer, createdAt: receivedAt,
    },
  });
  if (receipt) await auditReceipt(batch, receipt);
  return answer;
}

async function candidatesOf({ tx, request }: Batch): Promise<Candidate[]> {
  const rows = await tx.submission.findMany({
    where: { editionId: request.edition.id, agencyId: request.agencyId, code: { in: request.codes } },
    select: {
      id: true, code: true, title: true, status: true, groupKey: true, version: true, ownerId: true,
      receipts: { select: { receipt: { select: { number: true } } }, orderBy: { receipt: { filedAt: "desc" } }, take: 1 },
    },
  });
  return rows.map(({ receipts, ...row }) => ({ ...row, receiptNumber: receipts[0]?.receipt.number ?? null }));
}

async function filedByGroup({ tx, request }: Batch): Promise<Map<string, number>> {
  const rows = await tx.submission.groupBy({
    by: ["groupKey"], where: { editionId: request.edition.id, agencyId: request.agencyId, status: "SUBMITTED" }, _count: true,
  });
  return new Map(rows.map(({ groupKey, _count }) => [groupKey, _count]));
}

/** Moves what is still as it was read; the others are told that they changed meanwhile. */
async function markSubmitted({ tx, request, receivedAt }: Batch, chosen: Candidate[]): Promise<Candidate[]> {
  if (chosen.length === 0) return [];
  const moved = await tx.$queryRaw<{ id: string }[]>`
    update "Submission" s
    set status = 'SUBMITTED', version = s.version + 1, "statusAt" = ${receivedAt}::timestamptz, "submittedAt" = ${receivedAt}::timestamptz
    from unnest(${chosen.map(({ id }) => id)}::uuid[], ${chosen.map(({ version }) => version)}::int[]) as seen(id, version)
    where s."organizerId" = ${request.edition.organizerId}::uuid and s.id = seen.id
      and s.version = seen.version and s.status = 'ENDORSED'
    returning s.id`;
  const ids = new Set(moved.map(({ id }) => id));
  const filed = chosen.filter(({ id }) => ids.has(id));
  await tx.statusMove.createMany({
    data: filed.map(({ id }) => ({
      organizerId: request.edition.organizerId, submissionId: id, from: "ENDORSED" as const, to: "SUBMITTED" as const,
      movedById: request.by.userId, movedAt: receivedAt,
    })),
  });
  return filed;
}
