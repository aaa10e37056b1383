import type { SubmissionStatus } from "@/modules/submission/domain/lifecycle";
import { randomFrom, seedOf } from "../generate/random";
import type { GeneratedSubmission } from "../generate/submissions";
import { paragraphs } from "../generate/text";
import type { EditionContext } from "./context";
import { momentIn, periodOf } from "./context";
import type { Person } from "./people";
import { writeReceipts } from "./receipts";
import { agencyId, innovationCodes, innovationOf } from "./reference";
import { idOf, insertRows, rowsOf } from "./rows";

/** A generated submission and how far it has come. */
export type Plan = { submission: GeneratedSubmission; status: SubmissionStatus };

/** A submission as it stands in the database. */
export type Entry = Plan & {
  id: string;
  owner: Person;
  admin: Person;
  /** Began, was sent to the agency, was judged there, was filed: instants, each meaningful only if it came so far. */
  began: Date;
  sent: Date;
  judged: Date;
  filed: Date;
};

export type PeopleOfAgencies = { writerOf: (unitCode: string) => Person; adminOf: (agencyCode: string) => Person };

/** What led to each status. */
const WAY: Record<SubmissionStatus, readonly SubmissionStatus[]> = {
  DRAFT: ["DRAFT"],
  AGENCY_REVIEW: ["DRAFT", "AGENCY_REVIEW"],
  RETURNED: ["DRAFT", "AGENCY_REVIEW", "RETURNED"],
  ENDORSED: ["DRAFT", "AGENCY_REVIEW", "ENDORSED"],
  SUBMITTED: ["DRAFT", "AGENCY_REVIEW", "ENDORSED", "SUBMITTED"],
  WITHDRAWN: ["DRAFT", "AGENCY_REVIEW", "WITHDRAWN"],
};
export const CONFIRMED_BY_LETTER = "Surat asli sudah dilihat.";
const RETURN_REASON = "Mohon lengkapi data dampak sebelum dan sesudah inovasi, lalu kirim kembali.";
const NOTE = "Angka ini belum menyebutkan tahun dan sumber datanya.";

/** Writes submissions with their answers, statements, notes, moves and receipts. */
export async function writeEntries(context: EditionContext, plans: readonly Plan[], people: PeopleOfAgencies): Promise<Entry[]> {
  const entries = plans.map((plan) => entryOf(context, plan, people));
  await writeInnovations(context, entries);
  await insertRows(context.tx, "Submission", { rows: entries.map((entry) => submissionRow(context, entry)) });
  await insertRows(context.tx, "Answer", { rows: rowsOf(entries, (entry) => answerRows(context, entry)) });
  const stillWritten = entries.filter(({ status }) => status !== "SUBMITTED");
  await insertRows(context.tx, "AnswerVersion", { rows: rowsOf(stillWritten, (entry) => versionRows(context, entry)) });
  await insertRows(context.tx, "SubmissionStatement", { rows: rowsOf(entries, (entry) => statementRows(context, entry)) });
  await insertRows(context.tx, "AgencyConfirmation", { rows: rowsOf(entries, (entry) => confirmationRows(context, entry)) });
  await insertRows(context.tx, "SubmissionNote", { rows: rowsOf(entries, (entry) => noteRows(context, entry)) });
  await insertRows(context.tx, "StatusMove", { rows: rowsOf(entries, (entry) => moveRows(context, entry)) });
  await inviteToGroups(context, entries);
  await writeReceipts(context, entries.filter(({ status }) => status === "SUBMITTED"));
  return entries;
}

function entryOf(context: EditionContext, plan: Plan, { writerOf, adminOf }: PeopleOfAgencies): Entry {
  const { submission } = plan;
  const registration = periodOf(context, "REGISTRATION");
  const rule = context.rules.stages.find(({ key }) => key === registration.key)!;
  const minutes = (Date.parse(`${rule.closesAt}Z`) - Date.parse(`${rule.opensAt}Z`)) / 60_000;
  // An agency files what it has at the end of a day: one receipt for each of its days.
  const share = submission.filedAfterMinutes / minutes;
  const days = Math.ceil((registration.until.getTime() - registration.opensAt.getTime()) / 86_400_000);
  const day = Math.floor(share * days);
  return {
    ...plan,
    id: idOf("submission", context.rules.edition.slug, submission.code),
    owner: writerOf(submission.unitCode),
    admin: adminOf(submission.agencyCode),
    began: momentIn(registration, share * 0.4),
    sent: momentIn(registration, share * 0.8),
    judged: momentIn(registration, share * 0.9),
    filed: momentIn(registration, Math.min((day + 0.9) / days, 0.999)),
  };
}

async function writeInnovations({ tx, rules }: EditionContext, entries: readonly Entry[]): Promise<void> {
  const known = await tx.innovation.findMany({ select: { id: true, code: true } });
  const ids = new Set(known.map(({ id }) => id));
  const codes = innovationCodes(known.map(({ code }) => code));
  await insertRows(tx, "Innovation", {
    rows: entries.filter((entry) => !ids.has(innovationOf(entry.submission))).map((entry) => ({
      id: innovationOf(entry.submission),
      code: codes(entry.submission.innovation ?? entry.submission.code, rules.edition.year),
      title: entry.submission.title,
      agencyId: agencyId(entry.submission.unitCode),
    })),
  });
}

function submissionRow({ organizerId, editionId, rulesVersionId }: EditionContext, entry: Entry) {
  const { id, status, submission, owner, began, filed } = entry;
  return {
    organizerId, id, editionId, rulesVersionId, innovationId: innovationOf(entry.submission), status,
    code: submission.code, title: submission.title, groupKey: submission.group, categoryKey: submission.category,
    unitId: agencyId(submission.unitCode), agencyId: agencyId(submission.agencyCode), ownerId: owner.id,
    implementedSince: new Date(submission.implementedSince), signatory: submission.signatory, sourceText: submission.sourceText, sourceAgency: submission.sourceAgency, sourceYear: submission.sourceYear, videoUrl: submission.videoUrl,
    version: WAY[status].length, createdAt: began, statusAt: movedAt(entry, status),
    submittedAt: status === "SUBMITTED" ? filed : null,
  };
}

/** A draft is half written: its first sections are done, the next is begun. */
function answerRows({ organizerId }: EditionContext, { id, submission, status, owner, began, sent }: Entry) {
  const answers = Object.entries(submission.answers);
  const done = status === "DRAFT" ? Math.floor(answers.length / 2) : answers.length;
  return answers.slice(0, done + 1).map(([sectionKey, body], place) => ({
    organizerId, submissionId: id, sectionKey,
    body: place < done ? body : body.slice(0, body.indexOf(".") + 1),
    isDone: place < done,
    savedAt: new Date(began.getTime() + Math.floor(((sent.getTime() - began.getTime()) * place) / answers.length)),
    savedById: owner.id,
  }));
}

/** What is written over later must be found in the history, as if it had been saved through the portal. */
function versionRows(context: EditionContext, entry: Entry) {
  return answerRows(context, entry).map(({ isDone: _, ...text }) => ({ ...text, version: 1 }));
}

function statementRows({ organizerId }: EditionContext, { id, submission, status, owner, sent }: Entry) {
  return status === "DRAFT" ? [] : submission.statements.map((statement) => ({
    organizerId, submissionId: id, ...statement, agreedAt: sent, agreedById: owner.id, agreedByName: owner.name,
  }));
}

/** What an agency endorsed it has vouched for. */
function confirmationRows({ organizerId }: EditionContext, { id, submission, status, admin, judged }: Entry) {
  const isEndorsed = status === "ENDORSED" || status === "SUBMITTED";
  return !isEndorsed || submission.statements.length === 0 ? [] : [{
    organizerId, submissionId: id, kind: "SIGNATURES" as const, basis: CONFIRMED_BY_LETTER, confirmedById: admin.id, confirmedByName: admin.name, confirmedAt: judged,
  }];
}

/** What was sent back carries a word on the whole and one on a section. */
function noteRows({ organizerId, seed }: EditionContext, { id, submission, status, admin, judged }: Entry) {
  if (status !== "RETURNED") return [];
  const wordy = paragraphs(randomFrom(seedOf(seed, "note", submission.code)), 18);
  const section = Object.keys(submission.answers).at(3) ?? null;
  return [[null, wordy] as const, [section, NOTE] as const].map(([sectionKey, body]) => ({
    organizerId, id: idOf("note", id, sectionKey ?? ""), submissionId: id, sectionKey, body, writtenById: admin.id, writtenAt: judged,
  }));
}

function moveRows({ organizerId }: EditionContext, entry: Entry) {
  return WAY[entry.status].slice(1).map((to, place) => ({
    organizerId, id: idOf("move", entry.id, place), submissionId: entry.id, from: WAY[entry.status][place]!, to,
    reason: to === "RETURNED" ? RETURN_REASON : "",
    movedById: to === "AGENCY_REVIEW" || to === "WITHDRAWN" ? entry.owner.id : entry.admin.id,
    movedAt: movedAt(entry, to),
  }));
}

function movedAt({ began, sent, judged, filed }: Entry, to: SubmissionStatus): Date {
  if (to === "DRAFT") return began;
  if (to === "AGENCY_REVIEW") return sent;
  return to === "SUBMITTED" ? filed : judged;
}

async function inviteToGroups({ tx, rules, organizerId, editionId }: EditionContext, entries: readonly Entry[]): Promise<void> {
  const invited = new Set(rules.groups.filter(({ byInvitation }) => byInvitation).map(({ key }) => key));
  await insertRows(tx, "GroupInvitation", {
    rows: entries.filter(({ submission }) => invited.has(submission.group)).map(({ submission }) => ({
      organizerId, editionId, agencyId: agencyId(submission.agencyCode), groupKey: submission.group,
    })),
    skipKnown: true,
  });
}
