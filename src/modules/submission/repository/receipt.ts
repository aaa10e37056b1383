import { createHash, randomBytes } from "node:crypto";
import canonicalize from "canonicalize";
import type { Prisma } from "@/generated/prisma/client";
import { appendAudit, chainHead } from "@/lib/audit";
import { codeFrom } from "../domain/codes";
import { CURRENT_FORMAT, filedContent, type HashedProposal } from "../domain/filed-content";
import { lettersOfFiling } from "../notices/filing";
import type { Batch, Candidate } from "./filing-batch";

export type WrittenReceipt = { id: string; number: string; items: { submissionId: string; code: string; sha256: string }[] };

/** The receipt of what has just been filed, with the hash of each proposal, and the letters that tell of it. */
export async function writeReceipt(batch: Batch, filed: Candidate[]): Promise<WrittenReceipt> {
  const { tx, request, receivedAt } = batch;
  const { agencyId, by } = request;
  const { id: editionId, organizerId } = request.edition;
  const number = await unusedNumber(batch);
  const head = await chainHead(tx);
  const { id } = await tx.receipt.create({
    data: { organizerId, editionId, agencyId, number, filedAt: receivedAt, filedById: by.userId, auditSeq: head?.seq ?? null, auditHash: head?.hash ?? null },
    select: { id: true },
  });
  const items = await hashedItems(batch, filed);
  await tx.receiptItem.createMany({
    data: items.map((item) => ({ organizerId, receiptId: id, submissionId: item.submissionId, sha256: item.sha256, format: CURRENT_FORMAT })),
  });
  await tx.outboxMessage.createMany({ data: await letters(batch, { number, filed, head: head ? `${head.seq}:${head.hash}` : "–" }) });
  return { id, number, items };
}

const ATTEMPTS = 20;

/** A number that no receipt has: two in 33 million are seldom the same, and the unique column has the last word. */
async function unusedNumber({ tx, request }: Batch): Promise<string> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const number = codeFrom("TT", request.edition.year, randomBytes(4));
    if ((await tx.receipt.count({ where: { number } })) === 0) return number;
  }
  throw new Error("No unused receipt number was found.");
}

type FiledRow = HashedProposal & { id: string };

/**
 * Read after the move: the row is locked, and nobody can write into a proposal that has been filed. In one statement, because
 * relations would be read side by side on the one connection of a transaction.
 */
async function hashedItems({ tx, request }: Batch, filed: Candidate[]): Promise<WrittenReceipt["items"]> {
  const rows = await tx.$queryRaw<FiledRow[]>`
    select s.id, s.code, s.title, s."groupKey", s."categoryKey", u.code as "unitCode", i.code as "innovationCode",
      s."implementedSince", s."claimedResult", s."sourceText", s."sourceAgency", s."sourceYear", s."videoUrl",
      (select coalesce(json_agg(json_build_object('askedAs', r."askedAs", 'isSame', r."isSame", 'reason', r.reason)), '[]') from "RelatedAnswer" r
        where r."organizerId" = s."organizerId" and r."submissionId" = s.id) as related,
      (select coalesce(json_agg(json_build_object('sectionKey', w."sectionKey", 'body', w.body)), '[]') from "Answer" w
        where w."organizerId" = s."organizerId" and w."submissionId" = s.id) as answers,
      (select coalesce(json_agg(json_build_object('key', t.key, 'signer', t.signer, 'statedBy', t."agreedByName")), '[]') from "SubmissionStatement" t
        where t."organizerId" = s."organizerId" and t."submissionId" = s.id) as statements,
      (select coalesce(json_agg(json_build_object('kind', c.kind, 'by', c."confirmedByName", 'basis', c.basis)), '[]') from "AgencyConfirmation" c
        where c."organizerId" = s."organizerId" and c."submissionId" = s.id) as confirmations
    from "Submission" s join "Agency" u on u.id = s."unitId" join "Innovation" i on i.id = s."innovationId"
    where s."organizerId" = ${request.edition.organizerId}::uuid and s.id = any(${filed.map(({ id }) => id)}::uuid[])
    order by s.code`;
  return rows.map((row) => ({ submissionId: row.id, code: row.code, sha256: sha256(filedContent(row)) }));
}

async function letters(batch: Batch, { number, filed, head }: { number: string; filed: Candidate[]; head: string }): Promise<Prisma.OutboxMessageCreateManyInput[]> {
  const { tx, request, receivedAt } = batch;
  const owners = await tx.user.findMany({
    where: { id: { in: filed.map(({ ownerId }) => ownerId) }, suspendedAt: null }, select: { id: true, email: true },
  });
  return lettersOfFiling({
    number, head, filedAt: receivedAt, zone: request.edition.zone, editionName: request.edition.name.id, adminEmail: request.by.email,
    proposals: filed.map(({ code, title, ownerId }) => ({
      code, title, ownerEmail: owners.find(({ id }) => id === ownerId)?.email ?? null,
    })),
  });
}

/** One event for the whole batch; last, because the chain is locked to the commit. */
export async function auditReceipt({ tx, request }: Batch, receipt: WrittenReceipt): Promise<void> {
  await appendAudit(tx, {
    actorId: request.by.userId,
    action: "submission.file",
    subject: { type: "receipt", id: receipt.id },
    editionId: request.edition.id,
    details: {
      number: receipt.number, agency: request.agencyId,
      items: receipt.items.map((item) => ({ code: item.code, sha256: item.sha256 })),
    },
  });
}

/** Hex SHA-256 of the canonical JSON of plain data. */
export function sha256(content: unknown): string {
  const text = canonicalize(content);
  if (!text) throw new Error("Only plain data can be hashed.");
  return createHash("sha256").update(text).digest("hex");
}
