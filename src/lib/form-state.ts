import type { z } from "zod";
import { getTranslations } from "next-intl/server";
import { tellOutcome } from "@/lib/form-outcome";
import type { Refusal, WrongBox } from "@/lib/result";
import { type Typed, typedIn } from "@/lib/typed-fields";

export type FieldError = { field: string; text: string };

/**
 * The four things that can have become of a form. Texts are already in the reader's language. `answers` is the id under which
 * the web server waits to see the form again, where it was sent without a script.
 */
export type FormState =
  | { status: "idle" }
  | { status: "invalid"; title: string; titlePrefix: string; errors: FieldError[]; typed: Typed; answers?: string }
  | {
      status: "refused"; title: string; titlePrefix: string; because: string; key: string; typed: Typed; details?: unknown; answers?: string;
    }
  /** `typed` only where the form goes on with what was typed, as in a step that checks before it acts. */
  | { status: "done"; message: string | null; details?: unknown; typed?: Typed; /** Nothing was done yet. */ isOnlyShown?: true | undefined };

export const idle: FormState = { status: "idle" };

/** The text of a catalogue key that is only known at run time. */
export async function sentence({ key, values }: Refusal): Promise<string> {
  const t = await getTranslations();
  const known = key as Parameters<typeof t.has>[0];
  return t.has(known) ? t(known as never, values as never) : t("common.errors.unexpected");
}

export async function invalid(error: z.ZodError, formData: FormData): Promise<FormState> {
  const errors: FieldError[] = [];
  for (const issue of error.issues) {
    const field = issue.path.join(".");
    if (errors.some((known) => known.field === field)) continue;
    errors.push({ field, text: await sentence(refusalOfIssue(issue)) });
  }
  return namingBoxes(errors, formData);
}

/** The same for what only the rules behind the form know to be wrong. */
export async function wrongBoxes(boxes: readonly WrongBox[], formData: FormData): Promise<FormState> {
  return namingBoxes(await Promise.all(boxes.map(async ({ field, because }) => ({ field, text: await sentence(because) }))), formData);
}

async function namingBoxes(errors: FieldError[], formData: FormData): Promise<FormState> {
  const title = await sentence({ key: "common.errors.summaryTitle", values: { count: errors.length } });
  const answers = await tellOutcome({ outcome: "refused", title, because: errors.map(({ text }) => text), key: "invalid" });
  return { status: "invalid", title, titlePrefix: await titlePrefix(), errors, typed: typedIn(formData), answers };
}

export async function refused(because: Refusal, formData: FormData, details?: unknown): Promise<FormState> {
  const title = await sentence({ key: "common.errors.refusedTitle" });
  const text = await sentence(because);
  const answers = await tellOutcome({ outcome: "refused", title, because: [text], key: because.key });
  return { status: "refused", title, titlePrefix: await titlePrefix(), because: text, key: because.key, typed: typedIn(formData), details, answers };
}

export async function done(message?: Refusal, more: Pick<Extract<FormState, { status: "done" }>, "details" | "typed" | "isOnlyShown"> = {}): Promise<FormState> {
  await tellOutcome({ outcome: "done" });
  return { status: "done", message: message ? await sentence(message) : null, ...more };
}

/** A schema's own message is a key; zod's standard ones are mapped to the few sentences that fit every field. */
export function refusalOfIssue(issue: z.core.$ZodIssue): Refusal {
  if (/^[a-z]+(\.[A-Za-z0-9]+)+$/.test(issue.message)) {
    const { params } = issue as { params?: Refusal["values"] };
    return { key: issue.message, values: issue.code === "too_big" ? { maximum: Number(issue.maximum) } : params };
  }
  if (issue.code === "unrecognized_keys") return { key: "common.errors.unknownField" };
  if (issue.code === "too_big") return { key: "common.errors.tooLong", values: { maximum: Number(issue.maximum) } };
  if (issue.code === "too_small") return tooSmall(issue);
  return { key: "common.errors.invalid" };
}

/** An empty box is one thing, a text that is too short another. */
function tooSmall({ origin, minimum }: z.core.$ZodIssueTooSmall): Refusal {
  if (origin === "string" && minimum > 1) return { key: "common.errors.tooShort", values: { minimum: Number(minimum) } };
  return { key: "common.errors.required" };
}

const titlePrefix = () => sentence({ key: "common.page.errorPrefix" });
