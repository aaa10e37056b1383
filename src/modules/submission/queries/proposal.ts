import { db, type Transaction } from "@/lib/db";
import { zoneOf } from "@/modules/agencies/domain/zones";
import type { EditionRules, LocalizedText, SectionRule, Zone } from "@/modules/competition/domain/edition-rules";
import { sectionsFor } from "@/modules/competition/domain/form-version";
import type { EntryKinds } from "@/modules/competition/domain/participants";
import { rulesNews, type RulesNews } from "@/modules/competition/domain/rules-news";
import { rulesOfVersion, withdrawnReason } from "@/modules/competition/queries";
import { completeness, type Completeness } from "../domain/completeness";
import { ageInMonths, unmetRequirements } from "../domain/eligibility";
import type { ContentFormat } from "../domain/filed-content";
import { MOVES, NOT_YET_FILED } from "../domain/lifecycle";
import { openNotes, type Return } from "../domain/returned";
import type { SignerNames } from "../domain/signers";
import type { DisplayStatus } from "../domain/visibility";
import type { SubmissionSubject } from "../policy/writing";
import { closeOf, entrantOf, sameTitles } from "./eligibility";
import { type RelatedInnovation, relatedTo } from "./related";
import { displayStatuses } from "./standing";
import { findSubmission, latestOf, type SubmissionScope } from "./writing";

export type StoredAnswer = { body: string; isDone: boolean; version: number; savedAt: Date; savedById: string };

export type Note = {
  id: string;
  sectionKey: string | null;
  body: string;
  writtenAt: Date;
  /** When the authors said of it that it is done or not needed; null: never. */
  answeredAt: Date | null;
  /** It came with the last return, and not with one before. */
  isOfLastReturn: boolean;
};

/** One proposal as its authors and its agency read it. */
export type Proposal = SubmissionSubject & {
  title: string;
  groupKey: string;
  categoryKey: string;
  innovationId: string;
  implementedSince: Date;
  signatory: string;
  claimedResult: string;
  /** An https address, or "". */
  videoUrl: string;
  sourceText: string;
  sourceInnovationId: string | null;
  sourceAgency: string;
  sourceYear: number | null;
  createdAt: Date;
  identityAt: Date | null;
  statusAt: Date;
  submittedAt: Date | null;
  unitName: string;
  agencyName: string;
  editionName: LocalizedText;
  editionSlug: string;
  zone: Zone;
  /** Where its unit is: the clock on the wall of those who write it. */
  localZone: Zone;
  rules: EditionRules;
  /** The sections asked of its group, in the order of the form. */
  sections: SectionRule[];
  answers: Record<string, StoredAnswer>;
  lastSavedAt: Date;
};

export type CheckedProposal = Proposal & {
  completeness: Completeness;
  /** What its agency and its unit are. */
  kinds: EntryKinds;
  /** Related innovations that its writers have not told apart from it yet. */
  related: RelatedInnovation[];
  /** Whole months from the start to the close of registration; null without a registration. */
  ageMonths: number | null;
};

/** One visible proposal with its texts; null when there is none with this code. */
export async function proposalByCode(scope: SubmissionScope, code: string): Promise<Proposal | null> {
  const subject = await findSubmission(scope, code);
  return subject && proposalOf(subject);
}

/** The same with what is missing. */
export async function checkedProposalByCode(scope: SubmissionScope, code: string): Promise<CheckedProposal | null> {
  const proposal = await proposalByCode(scope, code);
  return proposal && checked(proposal);
}

/** A proposal already found, read again (in a transaction: as it is there). */
export async function checkedProposalOf(subject: SubmissionSubject, tx: Transaction = db): Promise<CheckedProposal> {
  return checked(await proposalOf(subject, tx), tx);
}

/** The status that may be shown of one proposal. */
export async function displayStatusOf(proposal: Proposal, now: Date): Promise<DisplayStatus> {
  return (await displayStatuses([proposal], now)).get(proposal.id) ?? proposal.status;
}

export type SectionPage = Proposal & {
  section: SectionRule;
  /** Place among the sections, from 1. */
  place: number;
  answer: StoredAnswer | null;
  /** Who saved it last; null for a section nobody has written in. */
  savedBy: string | null;
  /** How many texts its history holds. */
  texts: number;
  notes: Note[];
};

/** One section of a visible proposal; null also when its group is not asked for it. */
export async function answerOf(scope: SubmissionScope, asked: { code: string; section: string }): Promise<SectionPage | null> {
  const proposal = await proposalByCode(scope, asked.code);
  const index = proposal?.sections.findIndex(({ key }) => key === asked.section) ?? -1;
  const section = proposal?.sections[index];
  if (!proposal || !section) return null;

  const answer = proposal.answers[section.key] ?? null;
  const { organizerId, id: submissionId } = proposal;
  const [writer, texts, notes] = await Promise.all([
    answer && db.user.findUnique({ where: { id: answer.savedById }, select: { name: true } }),
    db.answerVersion.count({ where: { organizerId, submissionId, sectionKey: section.key } }),
    notesOf(proposal),
  ]);
  return {
    ...proposal, section, place: index + 1, answer, savedBy: writer?.name ?? null, texts,
    notes: notes.filter(({ sectionKey }) => sectionKey === section.key),
  };
}

/** What the agency's reader wrote for the authors, latest first. A note belongs to them once the proposal came back with it. */
export async function notesOf({ organizerId, id }: Pick<Proposal, "organizerId" | "id">, tx: Transaction = db): Promise<Note[]> {
  const [returned, before] = await tx.statusMove.findMany({
    where: { organizerId, submissionId: id, to: "RETURNED" }, orderBy: { movedAt: "desc" }, take: 2, select: { movedAt: true },
  });
  if (!returned) return [];
  const notes = await tx.submissionNote.findMany({
    where: { organizerId, submissionId: id, writtenAt: { lte: returned.movedAt } },
    orderBy: [{ writtenAt: "desc" }, { id: "desc" }],
    select: { id: true, sectionKey: true, body: true, writtenAt: true, answeredAt: true },
  });
  return notes.map((note) => ({ ...note, isOfLastReturn: !before || note.writtenAt > before.movedAt }));
}

/** The notes of the last return that nothing answered; none of a proposal that is not back with its authors. */
export async function unansweredNotes(proposal: Proposal, tx: Transaction = db): Promise<Note[]> {
  const returned = proposal.status === "RETURNED" ? await lastReturn(proposal, tx) : null;
  if (!returned) return [];
  const notes = await notesOf(proposal, tx);
  return openNotes(notes.filter(({ isOfLastReturn }) => isOfLastReturn), proposal, returned.movedAt);
}

/** Why it came back last: the reason and its time; null when it never did. */
export async function lastReturn(
  { organizerId, id }: Pick<Proposal, "organizerId" | "id">,
  tx: Transaction = db,
): Promise<Return | null> {
  return tx.statusMove.findFirst({
    where: { organizerId, submissionId: id, to: "RETURNED" },
    orderBy: { movedAt: "desc" },
    select: { id: true, reason: true, movedAt: true },
  });
}

/** When its authors sent it to the agency last; null when they never did. */
export async function lastSent({ organizerId, id }: Pick<Proposal, "organizerId" | "id">): Promise<Date | null> {
  const { from, to } = MOVES.sendToAgency;
  const sent = await db.statusMove.findFirst({
    where: { organizerId, submissionId: id, from: { in: [...from] }, to },
    orderBy: { movedAt: "desc" },
    select: { movedAt: true },
  });
  return sent?.movedAt ?? null;
}

/** What became of the edition while the proposal was being written: `news` null where its rules are those it was begun under. */
export async function rulesChange({ organizerId, id, editionId, status, rules, groupKey, categoryKey }: Proposal): Promise<RulesChange> {
  const isOpen = status === "DRAFT" || status === "RETURNED";
  const row = isOpen ? await db.submission.findUnique({ where: { organizerId_id: { organizerId, id } }, select: { begunUnderId: true } }) : null;
  const before = row?.begunUnderId ? await rulesOfVersion(row.begunUnderId) : null;
  return { news: before && rulesNews(before, rules, { groupKey, categoryKey }), withdrawn: isOpen ? await withdrawnReason(editionId) : null };
}

export type RulesChange = { news: RulesNews[] | null; withdrawn: string | null };

/** Who signed each statement when it was last sent, by the key of the statement. */
export async function signersBefore({ organizerId, id }: Pick<Proposal, "organizerId" | "id">): Promise<SignerNames> {
  const given = await db.submissionStatement.findMany({ where: { organizerId, submissionId: id }, select: { key: true, signer: true } });
  return Object.fromEntries(given.map(({ key, signer }) => [key, signer]));
}

export type FiledReceipt = { number: string; filedAt: Date; sha256: string; format: ContentFormat; /** Of the audit chain, "number:hash"; null on older receipts. */ auditHead: string | null };

/** The receipt of the organiser; null until it is filed. */
export async function receiptOf({ organizerId, id }: Pick<Proposal, "organizerId" | "id">): Promise<FiledReceipt | null> {
  const item = await db.receiptItem.findFirst({
    where: { organizerId, submissionId: id },
    orderBy: { receipt: { filedAt: "desc" } },
    select: { sha256: true, format: true, receipt: { select: { number: true, filedAt: true, auditSeq: true, auditHash: true } } },
  });
  if (!item) return null;
  const { auditSeq, auditHash, ...receipt } = item.receipt;
  return { ...receipt, sha256: item.sha256, format: item.format as ContentFormat, auditHead: auditSeq === null ? null : `${auditSeq}:${auditHash}` };
}

type ProposalRow = Omit<Proposal, keyof SubmissionSubject | "editionName" | "localZone" | "rules" | "sections" | "answers" | "lastSavedAt">
  & { nameId: string; nameEn: string };

/** One statement after the other, each without relations, which would be read side by side: in a transaction there is one connection. */
async function proposalOf(subject: SubmissionSubject, tx: Transaction = db): Promise<Proposal> {
  const { organizerId, id } = subject;
  const rules = await rulesOfVersion(subject.rulesVersionId, tx);
  const { nameId, nameEn, ...row } = await proposalRow(subject, tx);
  const answers = await tx.answer.findMany({
    where: { organizerId, submissionId: id },
    select: { sectionKey: true, body: true, isDone: true, version: true, savedAt: true, savedById: true },
  });
  return {
    ...subject,
    ...row,
    editionName: { id: nameId, en: nameEn },
    localZone: zoneOf(subject.unitCode) ?? row.zone,
    rules,
    sections: sectionsFor(rules, row.groupKey),
    answers: Object.fromEntries(answers.map(({ sectionKey, ...answer }) => [sectionKey, answer])),
    lastSavedAt: latestOf(row.createdAt, row.identityAt, ...answers.map(({ savedAt }) => savedAt)),
  };
}

async function proposalRow({ organizerId, id }: SubmissionSubject, tx: Transaction): Promise<ProposalRow> {
  const [row] = await tx.$queryRaw<ProposalRow[]>`
    select s.title, s."groupKey", s."categoryKey", s."innovationId", s."implementedSince", s.signatory, s."claimedResult", s."videoUrl", s."sourceText",
      s."sourceInnovationId", s."sourceAgency", s."sourceYear", s."createdAt", s."identityAt", s."statusAt", s."submittedAt", u.name as "unitName", a.name as "agencyName",
      e."nameId", e."nameEn", e.slug as "editionSlug", e.zone
    from "Submission" s
    join "Agency" u on u.id = s."unitId"
    join "Agency" a on a.id = s."agencyId"
    join "Edition" e on e.id = s."editionId"
    where s."organizerId" = ${organizerId}::uuid and s.id = ${id}::uuid`;
  if (!row) throw new Error("A proposal that was found is gone.");
  return row;
}

async function checked(proposal: Proposal, tx: Transaction = db): Promise<CheckedProposal> {
  const { registration, rules, zone, implementedSince } = proposal;
  // One after the other: in a transaction there is one connection.
  const entrant = await entrantOf(proposal, proposal, tx);
  const sameTitle = await sameTitles(proposal, tx);
  const group = rules.groups.find(({ key }) => key === proposal.groupKey);
  const unmet = group && registration ? unmetRequirements(entrant, group, closeOf({ rules, closesAt: registration.closesAt, zone })) : [];
  const related = NOT_YET_FILED.includes(proposal.status) ? await relatedTo({ ...proposal, submissionId: proposal.id }, tx) : [];
  const { sections, answers, title, signatory, videoUrl } = proposal;
  const identity = { title, signatory, videoUrl };
  return {
    ...proposal,
    kinds: entrant.kinds,
    completeness: completeness({ sections, answers, identity, asksForVideo: rules.form.video === true, unmet, sameTitle, related }),
    related,
    ageMonths: registration && ageInMonths(implementedSince, registration.closesAt, zone),
  };
}
