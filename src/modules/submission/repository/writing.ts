import { inTransaction, type Transaction } from "@/lib/db";
import { ok, refuse, type Result } from "@/lib/result";
import type { SubmissionSubject } from "../policy/writing";
import { lockSubmission, type StillAllowed } from "./locking";

export type AnswerSave = {
  submission: SubmissionSubject;
  stillAllowed: StillAllowed;
  sectionKey: string;
  body: string;
  /** The version the writer started from; 0 when the section was empty. */
  version: number;
  /** Undefined: as it was. */
  isDone?: boolean;
  actorId: string;
};

export type SavedAnswer = { version: number; savedAt: string };

/** What somebody else (or the same person in another window) saved meanwhile. */
export type OtherText = { body: string; version: number; savedAt: string; savedBy: string; isOwn: boolean };

/** Saves of one person within this time share a row of the history. */
const ONE_SITTING = 10 * 60 * 1000;

type Stored = { body: string; isDone: boolean; version: number; savedAt: Date; savedById: string };

/**
 * Saves one section. When it is no longer at the version the writer started from, nothing is written: the refusal
 * `submission.refused.savedMeanwhile` brings the other text along. A text that is already stored counts as saved, so that a
 * request whose answer was lost can be sent again.
 */
export function saveAnswer(save: AnswerSave): Promise<Result<SavedAnswer>> {
  return inTransaction(async (tx) => {
    const locked = await lockSubmission(tx, { ...save, lock: "share" });
    if (!locked.ok) return locked;

    const isFirst = await createAnswer(tx, save, locked.now);
    if (isFirst) return acknowledged(tx, save, { version: 1, now: locked.now });

    const stored = await lockedAnswer(tx, save);
    if (stored.body === save.body) return keepText(tx, save, stored);
    if (stored.version !== save.version) return conflictWith(tx, save, stored);
    await tx.answer.update({
      where: { organizerId_submissionId_sectionKey: keyOf(save) },
      data: { body: save.body, version: { increment: 1 }, savedAt: locked.now, savedById: save.actorId, ...doneOf(save) },
    });
    return acknowledged(tx, save, { version: stored.version + 1, now: locked.now });
  });
}

async function createAnswer(tx: Transaction, save: AnswerSave, now: Date): Promise<boolean> {
  if (save.version !== 0) return false;
  const { count } = await tx.answer.createMany({
    data: { ...keyOf(save), body: save.body, savedAt: now, savedById: save.actorId, ...doneOf(save) },
    skipDuplicates: true,
  });
  return count === 1;
}

async function lockedAnswer(tx: Transaction, save: AnswerSave): Promise<Stored> {
  const { organizerId, submissionId, sectionKey } = keyOf(save);
  const [stored] = await tx.$queryRaw<Stored[]>`
    select body, "isDone", version, "savedAt", "savedById" from "Answer"
    where "organizerId" = ${organizerId}::uuid and "submissionId" = ${submissionId}::uuid and "sectionKey" = ${sectionKey}
    for update`;
  return stored ?? { body: "", isDone: false, version: 0, savedAt: new Date(0), savedById: save.actorId };
}

/** The same words: only the writer's own mark may change, and nobody's text is touched. */
async function keepText(tx: Transaction, save: AnswerSave, stored: Stored): Promise<Result<SavedAnswer>> {
  if (stored.version > 0 && save.isDone !== undefined && save.isDone !== stored.isDone) {
    await tx.answer.update({ where: { organizerId_submissionId_sectionKey: keyOf(save) }, data: doneOf(save) });
  }
  return ok({ version: stored.version, savedAt: stored.savedAt.toISOString() });
}

async function conflictWith(tx: Transaction, save: AnswerSave, stored: Stored): Promise<Result<never>> {
  const writer = await tx.user.findUnique({ where: { id: stored.savedById }, select: { name: true } });
  const other: OtherText = {
    body: stored.body, version: stored.version, savedAt: stored.savedAt.toISOString(),
    savedBy: writer?.name ?? "", isOwn: stored.savedById === save.actorId,
  };
  return { ...refuse("submission.refused.savedMeanwhile"), details: { other } };
}

async function acknowledged(tx: Transaction, save: AnswerSave, { version, now }: { version: number; now: Date }): Promise<Result<SavedAnswer>> {
  await keepInHistory(tx, save, { version, now });
  return ok({ version, savedAt: now.toISOString() });
}

/**
 * Every text stays readable later. A row of the history holds the last text of one sitting of one person, under the time it
 * began; whoever writes next begins a row of their own.
 */
async function keepInHistory(tx: Transaction, save: AnswerSave, { version, now }: { version: number; now: Date }): Promise<void> {
  const key = keyOf(save);
  const latest = await tx.answerVersion.findFirst({ where: key, orderBy: { version: "desc" } });
  const isSameSitting = latest?.savedById === save.actorId && now.getTime() - latest.savedAt.getTime() < ONE_SITTING;
  if (latest && isSameSitting) {
    await tx.answerVersion.update({
      where: { organizerId_submissionId_sectionKey_version: { ...key, version: latest.version } },
      data: { version, body: save.body },
    });
  } else {
    await tx.answerVersion.create({ data: { ...key, version, body: save.body, savedAt: now, savedById: save.actorId } });
  }
}

const keyOf = ({ submission: { organizerId, id }, sectionKey }: AnswerSave) => ({ organizerId, submissionId: id, sectionKey });

const doneOf = ({ isDone }: AnswerSave): { isDone?: boolean } => (isDone === undefined ? {} : { isDone });
