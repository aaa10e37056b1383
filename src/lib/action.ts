import { refresh } from "next/cache";
import { unstable_rethrow, redirect } from "next/navigation";
import type { z } from "zod";
import { recordDenial } from "@/lib/audit";
import { presence } from "@/lib/auth/actor";
import { registerDoor } from "@/lib/door-register";
import { done, invalid, refused, type FormState, wrongBoxes } from "@/lib/form-state";
import type { Verdict } from "@/lib/guard";
import { currentLocale, currentPath, isFromScript } from "@/lib/locale";
import { anewAt, localised } from "@/lib/paths";
import { tellPublicChange } from "@/lib/public-change";
import { readForm } from "@/lib/read-form";
import { type Refusal, type Result } from "@/lib/result";
import { typedIn, WRITER_FIELD } from "@/lib/typed-fields";
import { reportFailure } from "@/lib/unexpected";
import type { Actor } from "@/modules/accounts/domain/roles";

/** Where a form leads when it succeeded: another page, or a message on this one; `keepTyped` when the form, or some of its fields, go on. */
export type Outcome = {
  redirectTo?: string;
  /**
   * The form stands on the page that it has changed. Where a script runs, the page is shown anew in its place, and what was
   * typed in its other forms is kept; without one, `redirectTo` or the answer to the form is a new page anyway.
   */
  staysHere?: boolean;
  message?: Refusal;
  details?: unknown;
  keepTyped?: true | readonly string[];
  /** Strangers see the same as before although the act could change it. */
  keepsPublic?: boolean;
  /** Nothing was done: the form shows what it would do, and says so. */
  isOnlyShown?: true;
};

export type ActionContext<Input, Subject> = { input: Input; subject: Subject; actor: Actor; now: Date };

type ActionDefinition<Schema extends z.ZodType, Subject> = {
  name: string;
  input: Schema;
  /** Whose page sends the form: meanwhile somebody else may have signed in in the same browser, and must not carry it. */
  sentBy?: (input: z.output<Schema>) => string;
  /** Whether its success changes what strangers see: a release, a publication, a timetable, rules. */
  changesPublic?: boolean;
  load: (input: z.output<Schema>, actor: Actor) => Promise<Subject | null>;
  policy: (actor: Actor, subject: Subject, now: Date) => Verdict;
  execute: (context: ActionContext<z.output<Schema>, Subject>) => Promise<Result<Outcome>>;
};

/** The door for forms: a declaration in, a server action out. */
export function action<Schema extends z.ZodType, Subject>(definition: ActionDefinition<Schema, Subject>) {
  const { name, input, sentBy, changesPublic, load, policy, execute } = definition;
  registerDoor({ kind: "action", name, policy: policy.name, probe: { load, policy } });

  return async function run(_previous: FormState, formData: FormData): Promise<FormState> {
    let outcome: Result<Outcome>;
    try {
      const { actor, now } = await presence();
      if (!actor) return await refused({ key: "common.errors.signedOut" }, formData);

      const writer = formData.get(WRITER_FIELD);
      if (writer !== null && writer !== actor.userId) return await refused({ key: "common.errors.otherPerson" }, formData);
      const parsed = input.safeParse(readForm(formData));
      if (!parsed.success) return await invalid(parsed.error, formData);
      if (sentBy && sentBy(parsed.data) !== actor.userId) return await refused({ key: "common.errors.otherPerson" }, formData);

      const subject = await load(parsed.data, actor);
      if (subject === null) return await refused({ key: "common.errors.notFound" }, formData);

      const verdict = policy(actor, subject, now);
      if (!verdict.allowed) {
        await recordDenial(name, actor.userId, verdict.because.key);
        return await refused(verdict.because, formData);
      }
      outcome = await execute({ input: parsed.data, subject, actor, now });
    } catch (error) {
      unstable_rethrow(error);
      outcome = { ok: false, refusal: reportFailure(name, error).because };
    }
    if (!outcome.ok && outcome.boxes) return wrongBoxes(outcome.boxes, formData);
    if (!outcome.ok) return refused(outcome.refusal, formData, outcome.details);
    const { redirectTo, staysHere, message, details, keepTyped, keepsPublic, isOnlyShown } = outcome.value;
    if (changesPublic && !keepsPublic && !isOnlyShown) tellPublicChange();
    const isScripted = await isFromScript();
    // Without it the frame of the page stays the one of the page before: its menu and its language links.
    if (isScripted && (staysHere || redirectTo)) refresh();
    if (redirectTo && !(staysHere && isScripted)) {
      const address = isScripted ? anewAt(redirectTo, await currentPath(), new Date()) : redirectTo;
      redirect(localised(address, await currentLocale()));
    }
    return done(message, { details, typed: keepTyped && typedIn(formData, keepTyped === true ? undefined : keepTyped), isOnlyShown });
  };
}
