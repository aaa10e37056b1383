import { appendAudit, chainHead } from "@/lib/audit";
import { databaseNow, inTransaction, type Transaction } from "@/lib/db";
import { ok, refuse, type Result } from "@/lib/result";
import type { Zone } from "@/modules/competition/domain/edition-rules";
import { localDay } from "@/modules/competition/domain/local-time";
import { listedLevels, type ListedLevel } from "../domain/listed";
import { nextPublication, statusBefore } from "../domain/next-publication";
import { publicationProblems, type Decree } from "../domain/publication";
import { changesBetween, isUnchanged, type PublicationChanges } from "../domain/publication-changes";
import type { PublicationContent } from "../domain/published-data";
import { decreeProblems, drawingFrom, leavingProblems, sourcesOf } from "../domain/sources";
import { compositionOf, decisionSet, type DecisionSetRow, type PastPublication, type Reopening } from "../queries/decision";
import type { EditionResult } from "../queries/edition-result";
import { entryFacts, letterRecipients, type LetterRecipient } from "../queries/listed";
import { publisherRole } from "../queries/publisher";
import { sha256Of, snapshotHashes } from "../queries/snapshot-hash";
import { leavingEntries, publishedEntries, sourcesNow } from "../queries/versions";
import { lockResult } from "./lock";

type FileKind = "HTML_ID" | "HTML_EN" | "CSV" | "JSON";
type Letter = { recipient: string; subject: string; body: string };

export type PublishRequest = Pick<EditionResult, "edition" | "result"> & {
  /** Of the decision set that was looked at. */
  version: number;
  publisherId: string;
  typedCode: string;
  decree: Decree;
  /** What is written once the content is settled. */
  filesOf: (content: PublicationContent) => Record<FileKind, string>;
  lettersOf: (content: PublicationContent, recipients: readonly LetterRecipient[]) => Letter[];
};

export type Published = { id: string; version: number; hashes: Record<FileKind, string> };

/**
 * Publishes a decision set in one transaction: every check again, the frozen record, its files, the letters, and the audit
 * event that holds all hashes. Of two publishers at once exactly one succeeds.
 */
export async function publishSet(request: PublishRequest): Promise<Result<Published>> {
  return inTransaction(async (tx) => {
    await lockWithSources(tx, request);
    const set = await decisionSet(request, tx);
    if (!set) return refuse("results.decision.notBegun");
    const last = set.publications.at(-1) ?? null;
    if (set.version !== request.version) return refuse(last ? "results.publish.meanwhile" : "common.errors.changedMeanwhile");

    const next = nextPublication(last, request.decree, { reopened: set.reopening !== null });
    if (!next.ok) return next;
    const [unset] = decreeProblems(await sourcesNow(request, tx), request.decree);
    if (unset) return refuse(unset.key, unset.values);
    const publishedAt = await databaseNow(tx);
    const { composition } = await compositionOf(request, set, tx);
    const hashes = await snapshotHashes({ organizerId: request.edition.organizerId, snapshotId: set.snapshotId }, tx);
    const [problem] = publicationProblems({
      set: { status: statusBefore(set.status, last) },
      composition,
      typedCode: request.typedCode,
      editionCode: request.edition.code,
      composerIds: set.composerIds,
      freezerId: set.frozenById,
      publisherId: request.publisherId,
      publisherMadeBy: (await publisherRole({ userId: request.publisherId, editionId: request.edition.id }, tx)).madeBy,
      snapshotSha256: hashes.stored, recomputedSha256: hashes.recomputed,
      decree: request.decree,
      today: localDay(publishedAt, request.edition.zone as Zone),
    });
    if (problem) return refuse(problem.key, problem.values);

    const codes = composition.levels.flatMap((level) => level.codes);
    const facts = await entryFacts(request, codes, tx);
    if (facts.size !== codes.length) return refuse("results.problem.entryMissing", { missing: codes.length - facts.size });
    const levels = listedLevels(composition, facts, { rules: request.edition.rules, result: request.result });
    const replaces = last && (await replacedBy(tx, { request, last, reopening: set.reopening, levels }));
    if (replaces && !replaces.ok) return replaces;
    const content = contentOf(request, {
      ...next.value, publishedAt, levels, snapshotSha256: hashes.stored, auditHead: await chainHead(tx), replaces: replaces && replaces.value,
    });
    return ok(await storePublication(tx, { request, set, content }));
  });
}

/** In the order of the rules: the lists that this one draws from cannot change while it is published. */
async function lockWithSources(tx: Transaction, { edition, result }: PublishRequest): Promise<void> {
  for (const key of [...sourcesOf(edition.rules, result), result.key]) await lockResult(tx, edition.id, key);
}

type Replacing = { request: PublishRequest; last: PastPublication; reopening: Reopening | null; levels: readonly ListedLevel[] };

/**
 * What the new version changes. Refuses a change that no reason was given for, as when an earlier list has changed below this
 * one, and entries that cannot leave like this.
 */
async function replacedBy(tx: Transaction, { request, last, reopening, levels }: Replacing): Promise<Result<NonNullable<PublicationContent["replaces"]>>> {
  const { organizerId } = request.edition;
  const now = levels.flatMap((level) => level.entries.map((entry) => ({ ...entry, level: level.name })));
  const changes = changesBetween(await publishedEntries({ organizerId, publicationId: last.id }, tx), now);
  if (!reopening && !isUnchanged(changes)) return refuse("results.problem.changedWithoutReason", { version: last.version });
  const reason = reopening?.reason ?? "";
  const leaving = await leavingEntries(request, changes.left.map(({ code }) => code), tx);
  const [problem] = leavingProblems(leaving, reason);
  if (problem) return refuse(problem.key, problem.values);
  return ok({ version: last.version, state: last.state, reason, changes });
}

type Settled = Omit<PublicationContent, "edition" | "organizer" | "result" | "isDemo" | "decree" | "publishedAt"> & { publishedAt: Date };

function contentOf(
  { edition, result, decree }: PublishRequest,
  { publishedAt, ...rest }: Settled,
): PublicationContent {
  const { slug, code, year, name, organizer, isDemo } = edition;
  return {
    edition: { slug, code, year, name }, organizer: organizer.name, result: { key: result.key, name: result.name }, isDemo,
    decree: { number: decree.number.trim(), date: decree.date.trim() }, publishedAt: publishedAt.toISOString(), ...rest,
  };
}

type Storing = { request: PublishRequest; set: DecisionSetRow; content: PublicationContent };

async function storePublication(tx: Transaction, storing: Storing): Promise<Published> {
  const { request, set, content } = storing;
  const { edition, result, publisherId } = request;
  const key = { organizerId: edition.organizerId };
  const { version, state, decree, snapshotSha256, auditHead, replaces } = content;
  const { id } = await tx.publication.create({
    data: {
      ...key, editionId: edition.id, resultKey: result.key, setId: set.id, version, state, decreeNumber: decree.number,
      decreeDate: decree.date ? new Date(`${decree.date}T00:00:00Z`) : null, publishedById: publisherId, publishedAt: content.publishedAt,
      reason: replaces?.reason ?? "", snapshotSha256, auditSeq: auditHead?.seq ?? null, auditHash: auditHead?.hash ?? "",
    },
    select: { id: true },
  });
  await tx.publicationEntry.createMany({ data: entryRows(content).map((row) => ({ ...key, publicationId: id, ...row })) });

  const files = Object.entries(request.filesOf(content)) as [FileKind, string][];
  const hashes = Object.fromEntries(files.map(([kind, body]) => [kind, sha256Of(body)])) as Record<FileKind, string>;
  await tx.publicationFile.createMany({ data: files.map(([kind, body]) => ({ ...key, publicationId: id, kind, body, sha256: hashes[kind] })) });
  await tx.decisionSet.update({
    where: { organizerId_id: { ...key, id: set.id } },
    data: { status: "PUBLISHED", version: { increment: 1 } },
  });

  if (replaces && !isUnchanged(replaces.changes)) await returnDrawingSets(tx, request);

  const codes = content.levels.flatMap(({ entries }) => entries.map(({ code }) => code));
  const letters = request.lettersOf(content, await letterRecipients(request, codes, tx));
  await tx.outboxMessage.createMany({ data: letters });
  await appendAudit(tx, {
    actorId: publisherId, action: "results.publish", subject: { type: "publication", id }, editionId: edition.id,
    details: {
      result: result.key, version, state, decree, set: set.id, snapshotSha256, files: hashes, letters: letters.length,
      ...(replaces ? { replaces: replaces.version, reason: replaces.reason, ...countsOf(replaces.changes) } : {}),
      levels: content.levels.map(({ key: level, entries }) => ({ level, entries: entries.length })),
    },
  });
  return { id, version, hashes };
}

const countsOf = ({ entered, left, moved }: PublicationChanges) => ({ entered: entered.length, left: left.length, moved: moved.length });

/** A set that was declared ready on the list before must be looked at again: who may stand in it follows from this list. */
async function returnDrawingSets(tx: Transaction, { edition, result }: PublishRequest): Promise<void> {
  await tx.decisionSet.updateMany({
    where: {
      organizerId: edition.organizerId, editionId: edition.id, resultKey: { in: drawingFrom(edition.rules, result.key) }, status: "READY",
    },
    data: { status: "DRAFT", version: { increment: 1 } },
  });
}

function entryRows({ levels }: PublicationContent) {
  return levels
    .flatMap((level) => level.entries.map((entry) => ({ level, entry })))
    .map(({ level, entry }, index) => ({
      position: index + 1,
      code: entry.code,
      submissionId: entry.submissionId,
      innovationId: entry.innovationId,
      levelKey: level.key,
      levelNameId: level.name.id,
      levelNameEn: level.name.en,
      title: entry.title,
      unitName: entry.unitName,
      agencyName: entry.agencyName,
      province: entry.province,
      groupNameId: entry.group.id,
      groupNameEn: entry.group.en,
      categoryNameId: entry.category.id,
      categoryNameEn: entry.category.en,
    }));
}
