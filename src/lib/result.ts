/** A refusal carries a key of the message catalogue, never a sentence, and the values that the sentence needs. */
export type Refusal = { readonly key: string; readonly values?: Readonly<Record<string, string | number>> };

/** What is wrong with one box of a form. */
export type WrongBox = { readonly field: string; readonly because: Refusal };

/**
 * `details` travel with a refusal where the person needs more than a sentence, such as the text that somebody else saved; `boxes`
 * where it is about boxes of a form, which then names each.
 */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal; readonly details?: unknown; readonly boxes?: readonly WrongBox[] };

export const ok = <Value>(value: Value): Result<Value> => ({ ok: true, value });

export const refuse = (key: string, values?: Refusal["values"]): { ok: false; refusal: Refusal } => ({
  ok: false,
  refusal: values ? { key, values } : { key },
});
