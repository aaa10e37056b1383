"use server";

import { action, type Outcome } from "@/lib/action";
import { currentLocale } from "@/lib/locale";
import { paths, withQuery } from "@/lib/paths";
import { ok, refuse, type Result } from "@/lib/result";
import { type NotesOutcome, typedNotes, unsaidNotes, WHOLE } from "../domain/agency-notes";
import { confirmed } from "../domain/confirmation";
import { move, MOVES } from "../domain/lifecycle";
import { mayFile, mayReview } from "../policy/filing";
import { type AgencyMove, findForReview, keepNotes, moveByAgency, removeNote } from "../repository/agency-review";
import { fileBatch, findFiling } from "../repository/filing";
import { DECIDED_WORDS, fileSchema, reviewSchema } from "../schema/filing";

export const review = action({
  name: "submission.review",
  input: reviewSchema,
  load: ({ code }) => findForReview(code),
  policy: mayReview,
  execute: async ({ subject: submission, actor: { userId: actorId, name: actorName }, input }) => {
    const typed = typedNotes(input.notes, submission.sectionKeys);
    if (!typed.ok) return typed;
    const act = { submission, notes: typed.value, actorId };
    if (input.decide) return decided({ ...act, actorName }, input.decide, input);
    if (input.remove) return noteTakenAway(act, input.remove);
    return notesKept(act, input.at);
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

type Act = Pick<AgencyMove, "submission" | "notes" | "actorId">;
type Decided = { version: number; reason: string; confirm: readonly string[]; basis: string };

/** A second press of the same button is no fault: what has already become true is shown. */
async function decided(act: Act & { actorName: string }, by: AgencyMove["by"], typed: Decided): Promise<Result<Outcome>> {
  const { submission } = act;
  const { version: seenVersion, reason } = typed;
  const done = ok({ redirectTo: withQuery(paths.agencySubmission(submission.code), { putusan: DECIDED_WORDS[by] }) });
  if (submission.status === MOVES[by].to) return (await isSaid(act, reason.trim())) ? done : refuse("common.errors.changedMeanwhile");
  const next = move(submission.status, by);
  if (!next.ok) return next;

  if (by === "endorse") {
    const sure = confirmed(submission.confirmationsAsked, typed.confirm, typed.basis);
    if (!sure.ok) return sure;
  }
  const saved = await moveByAgency({ ...act, by, seenVersion, reason, basis: typed.basis });
  return saved.ok ? done : saved;
}

/** Whether nothing typed is lost when the move is already made: by a first press, or by somebody else who wrote other words. */
async function isSaid(act: Act, reason: string): Promise<boolean> {
  const { submission, notes, actorId } = act;
  if (submission.status !== "RETURNED") return (await keepNotes(act)).ok;
  return unsaidNotes(notes, actorId, submission.notes).length === 0 && (reason === "" || reason === submission.returned?.reason);
}

async function notesKept(act: Act, at = WHOLE): Promise<Result<Outcome>> {
  const kept = await keepNotes(act);
  return kept.ok ? saidAt(at, "kept") : kept;
}

async function noteTakenAway(act: Act, noteId: string): Promise<Result<Outcome>> {
  const removed = await removeNote({ ...act, noteId });
  return removed.ok ? saidAt(removed.value ?? WHOLE, "removed") : removed;
}

/** The page goes on where it was, with the reason as typed so far. */
function saidAt(place: string, what: NotesOutcome["what"]): Result<Outcome> {
  return ok({ staysHere: true, keepTyped: ["reason"], details: { place, what } satisfies NotesOutcome });
}
