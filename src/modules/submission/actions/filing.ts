"use server";

import { action, type Outcome } from "@/lib/action";
import { currentLocale } from "@/lib/locale";
import { paths, withQuery } from "@/lib/paths";
import { ok, refuse, type Result } from "@/lib/result";
import type { Actor } from "@/modules/accounts/domain/roles";
import { move, MOVES } from "../domain/lifecycle";
import { mayEndorse, mayFile, mayNote, mayReturn } from "../policy/filing";
import { addNote, type AgencyMove, findForReview, moveByAgency, removeNote, type ReviewedSubmission } from "../repository/agency-review";
import { fileBatch, findFiling } from "../repository/filing";
import { endorseSchema, fileSchema, noteSchema, removeNoteSchema, returnSchema, WHOLE } from "../schema/filing";

export const endorse = action({
  name: "submission.endorse",
  input: endorseSchema,
  load: ({ code }) => findForReview(code),
  policy: mayEndorse,
  execute: ({ subject, actor, input }) => moved({ subject, actor, input }, "endorse"),
});

export const unendorse = action({
  name: "submission.unendorse",
  input: endorseSchema,
  load: ({ code }) => findForReview(code),
  policy: mayEndorse,
  execute: ({ subject, actor, input }) => moved({ subject, actor, input }, "unendorse"),
});

export const returnToInnovator = action({
  name: "submission.returnToInnovator",
  input: returnSchema,
  load: ({ code }) => findForReview(code),
  policy: mayReturn,
  execute: ({ subject, actor, input }) => moved({ subject, actor, input }, "returnToInnovator", input.reason),
});

export const writeNote = action({
  name: "submission.writeNote",
  input: noteSchema,
  load: ({ code }) => findForReview(code),
  policy: mayNote,
  execute: async ({ subject, actor, input }) => {
    const [[place, body] = [WHOLE, ""]] = Object.entries(input.notes);
    const section = place === WHOLE ? null : place;
    if (section !== null && !subject.sectionKeys.includes(section)) return refuse("common.errors.invalid");

    const saved = await addNote({ submission: subject, section, body, actorId: actor.userId });
    if (!saved.ok) return saved;
    const redirectTo = paths.agencyNotes(subject.code, section, { written: saved.value });
    return ok({ staysHere: true, redirectTo, message: { key: "filing.read.noteSaved" } });
  },
});

export const takeNoteAway = action({
  name: "submission.takeNoteAway",
  input: removeNoteSchema,
  load: ({ code }) => findForReview(code),
  policy: mayNote,
  execute: async ({ subject, actor, input }) => {
    const removed = await removeNote({ submission: subject, noteId: input.note, actorId: actor.userId });
    if (!removed.ok) return removed;
    const redirectTo = paths.agencyNotes(subject.code, removed.value, { removed: input.note });
    return ok({ staysHere: true, redirectTo, message: { key: "filing.read.noteRemoved" } });
  },
});

export const fileSubmissions = action({
  name: "submission.file",
  input: fileSchema,
  load: async (input, { userId }) => findFiling(input, { userId, locale: await currentLocale() }),
  policy: mayFile,
  execute: async ({ subject, actor, input: { codes, key } }) => {
    const { edition, agencyId, registrationText } = subject;
    const filed = await fileBatch({ edition, agencyId, key, codes, by: actor, closesAtText: registrationText.closesAt });
    if (!filed.ok) return filed;

    const { receiptNumber } = filed.value;
    return ok({
      redirectTo: receiptNumber
        ? withQuery(paths.receipt(receiptNumber), { hasil: key })
        : withQuery(paths.fileSubmissions(), { edisi: edition.slug, hasil: key }),
    });
  },
});

type Press = { subject: ReviewedSubmission; actor: Actor; input: { version: number } };

/** A second press of the same button is no fault: what has already become true is shown. */
async function moved({ subject, actor, input }: Press, by: AgencyMove["by"], reason = ""): Promise<Result<Outcome>> {
  const done = ok({ redirectTo: paths.agencySubmission(subject.code) });
  if (subject.status === MOVES[by].to) return done;
  const next = move(subject.status, by);
  if (!next.ok) return next;

  const saved = await moveByAgency({ submission: subject, by, seenVersion: input.version, actorId: actor.userId, reason });
  return saved.ok ? done : saved;
}
