import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { CODE_SPACE, codeFrom } from "@/modules/submission/domain/codes";
import { CURRENT_FORMAT, filedContent } from "@/modules/submission/domain/filed-content";
import { seedOf } from "../generate/random";
import type { EditionContext } from "./context";
import { CONFIRMED_BY_LETTER, type Entry } from "./entries";
import { agencyId, innovationOf } from "./reference";
import { groupedBy, idOf, insertRows } from "./rows";

/** One receipt for whatever an agency filed at one instant, with the hash of each proposal as the portal itself takes it. */
export async function writeReceipts({ tx, rules, organizerId, editionId }: EditionContext, filed: readonly Entry[]): Promise<void> {
  const numbers = receiptNumbers((await tx.receipt.findMany({ select: { number: true } })).map(({ number }) => number));
  const batches = [...groupedBy(filed, ({ submission, filed: at }) => `${submission.agencyCode} ${at.toISOString()}`)]
    .map(([key, entries]) => ({ id: idOf("receipt", rules.edition.slug, key), key, entries, first: entries[0]! }));

  await insertRows(tx, "Receipt", {
    rows: batches.map(({ id, key, first }) => ({
      organizerId, id, editionId, agencyId: agencyId(first.submission.agencyCode),
      number: numbers(`${rules.edition.slug} ${key}`, rules.edition.year), filedAt: first.filed, filedById: first.admin.id,
    })),
  });
  const innovations = await tx.innovation.findMany({ select: { id: true, code: true } });
  const codeOf = new Map(innovations.map(({ id, code }) => [id, code]));
  await insertRows(tx, "ReceiptItem", {
    rows: batches.flatMap(({ id, entries }) =>
      entries.map((entry) => ({
        organizerId, receiptId: id, submissionId: entry.id, format: CURRENT_FORMAT, sha256: hashOf(entry, codeOf.get(innovationOf(entry.submission)) ?? ""),
      }))),
  });
}

function receiptNumbers(taken: Iterable<string>): (key: string, year: number) => string {
  const given = new Set(taken);
  return (key, year) => {
    for (let draw = 0; ; draw += 1) {
      const number = codeFrom("TT", year, seedOf("receipt", key, draw) % CODE_SPACE);
      if (given.has(number)) continue;
      given.add(number);
      return number;
    }
  };
}

function hashOf({ submission, owner, admin }: Entry, innovationCode: string): string {
  const { code, title, group, category, unitCode, implementedSince, sourceText, sourceAgency, sourceYear, videoUrl, answers, statements } = submission;
  const content = filedContent({
    code, title, groupKey: group, categoryKey: category, unitCode, innovationCode,
    implementedSince: new Date(implementedSince), claimedResult: "", sourceText, sourceAgency, sourceYear, videoUrl, related: [],
    answers: Object.entries(answers).map(([sectionKey, body]) => ({ sectionKey, body })),
    statements: statements.map((statement) => ({ ...statement, statedBy: owner.name })),
    confirmations: statements.length > 0 ? [{ kind: "SIGNATURES", by: admin.name, basis: CONFIRMED_BY_LETTER }] : [],
  });
  return createHash("sha256").update(canonicalize(content) ?? "").digest("hex");
}
