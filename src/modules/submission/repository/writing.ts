import { Prisma } from "@/generated/prisma/client";
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

    const version = await writtenVersion(tx, save, locked.now);
    if (version !== null) return ok({ version, savedAt: locked.now.toISOString() });

    const stored = await lockedAnswer(tx, save);
    return stored.body === save.body ? keepText(tx, save, stored) : conflictWith(tx, save, stored);
  });
}

/**
 * Writes a new text and its history in one statement; null when the text is stored already or the section is at another
 * version. Every text stays readable later: a row of the history holds the last text of one sitting of one person, which
 * lasts ten minutes and ends when the proposal moves, under the time it began. Whoever writes next, or after a text that is not
 * there, begins a row of their own.
 */
async function writtenVersion(tx: Transaction, save: AnswerSave, now: Date): Promise<number | null> {
  const [saved] = await tx.$queryRaw<{ version: number }[]>`
    with saved as (${save.version === 0 ? firstText(save, now) : nextText(save, now)} returning *),
    same_sitting as (
      update "AnswerVersion" h set version = saved.version, body = saved.body from saved
      join "Submission" s on s."organizerId" = saved."organizerId" and s.id = saved."submissionId"
      where h."organizerId" = saved."organizerId" and h."submissionId" = saved."submissionId" and h."sectionKey" = saved."sectionKey"
        and h.version = saved.version - 1 and h."savedById" = saved."savedById" and h."savedAt" > saved."savedAt" - interval '10 minutes'
        and h."savedAt" >= s."statusAt"
      returning h.version
    ), new_sitting as (
      insert into "AnswerVersion" ("organizerId", "submissionId", "sectionKey", version, body, "savedAt", "savedById")
      select "organizerId", "submissionId", "sectionKey", version, body, "savedAt", "savedById" from saved
      where not exists (select from same_sitting)
    )
    select version from saved`;
  return saved?.version ?? null;
}

/** Of two first texts at once the second waits here and finds the place taken. */
function firstText(save: AnswerSave, now: Date): Prisma.Sql {
  const { organizerId, submissionId, sectionKey } = keyOf(save);
  return Prisma.sql`
    insert into "Answer" ("organizerId", "submissionId", "sectionKey", body, "isDone", "savedAt", "savedById")
    values (${organizerId}::uuid, ${submissionId}::uuid, ${sectionKey}, ${save.body}, ${save.isDone ?? false}::boolean,
      ${now}::timestamptz, ${save.actorId}::uuid)
    on conflict do nothing`;
}

/** Of two next texts at once the second waits here and finds another version. */
function nextText(save: AnswerSave, now: Date): Prisma.Sql {
  const { organizerId, submissionId, sectionKey } = keyOf(save);
  return Prisma.sql`
    update "Answer" set body = ${save.body}, version = version + 1, "isDone" = coalesce(${save.isDone ?? null}::boolean, "isDone"),
      "savedAt" = ${now}::timestamptz, "savedById" = ${save.actorId}::uuid
    where "organizerId" = ${organizerId}::uuid and "submissionId" = ${submissionId}::uuid and "sectionKey" = ${sectionKey}
      and version = ${save.version}::int and body <> ${save.body}`;
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

const keyOf = ({ submission: { organizerId, id }, sectionKey }: AnswerSave) => ({ organizerId, submissionId: id, sectionKey });

const doneOf = ({ isDone }: AnswerSave): { isDone?: boolean } => (isDone === undefined ? {} : { isDone });
