import { redirect, unstable_rethrow } from "next/navigation";
import { connection } from "next/server";
import type { z } from "zod";
import type { Outcome } from "@/lib/action";
import { presence } from "@/lib/auth/actor";
import { registerDoor } from "@/lib/door-register";
import { done, invalid, refused, type FormState } from "@/lib/form-state";
import { currentLocale } from "@/lib/locale";
import { localised } from "@/lib/paths";
import { readForm } from "@/lib/read-form";
import type { Result } from "@/lib/result";
import { reportFailure } from "@/lib/unexpected";

/** Written in the register where others name a policy: this door is meant for everybody. */
const ANYBODY = "anybody";

/** A page's read that needs nobody signed in: it can only see what is public, and is told the database's time. */
export function openLoader<Args, Subject>(definition: {
  name: string;
  load: (args: Args, now: Date) => Promise<Subject>;
}) {
  registerDoor({ kind: "open", name: definition.name, policy: ANYBODY });
  return async (args: Args): Promise<Subject> => definition.load(args, await openNow());
}

/** The time that came with the question who is here, which the frame of every page asks: nothing else of it is used. */
const openNow = async () => (await presence()).now;

/** A form that a stranger may send: sign-in and accepting an invitation. */
export function openAction<Schema extends z.ZodType>(definition: {
  name: string;
  input: Schema;
  execute: (input: z.output<Schema>) => Promise<Result<Outcome>>;
}) {
  const { name, input, execute } = definition;
  registerDoor({ kind: "open", name, policy: ANYBODY });

  return async function run(_previous: FormState, formData: FormData): Promise<FormState> {
    let outcome: Result<Outcome>;
    try {
      const parsed = input.safeParse(readForm(formData));
      if (!parsed.success) return await invalid(parsed.error, formData);
      outcome = await execute(parsed.data);
    } catch (error) {
      unstable_rethrow(error);
      outcome = { ok: false, refusal: reportFailure(name, error).because };
    }
    if (!outcome.ok) return refused(outcome.refusal, formData);
    const { redirectTo, message, details } = outcome.value;
    if (redirectTo) redirect(localised(redirectTo, await currentLocale()));
    return done(message, { details });
  };
}

/** A public file (a published list, its data): bytes and headers, the same for everybody. */
export function openFile<Params>(definition: {
  name: string;
  respond: (params: Params, request: Request) => Promise<Response>;
}) {
  registerDoor({ kind: "open", name: definition.name, policy: ANYBODY });
  return async (request: Request, context: { params: Promise<Params> }): Promise<Response> => {
    await connection(); // asked for by somebody: without parameters it would be made once, at the build
    return definition.respond(await context.params, request);
  };
}
