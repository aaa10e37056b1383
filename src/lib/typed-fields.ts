/** What was typed, by the name of the field, to be shown again. */
export type Typed = Readonly<Record<string, string | string[]>>;

/** Whose page the form stood on. */
export const WRITER_FIELD = "$writer";

const SECRET = /password|token/i;

/** Names that begin so are the framework's (`$ACTION…`) or tell about the form (whose it is, what stands above its boxes): nobody types in them. */
export const isTypedField = (name: string) => !name.startsWith("$");

/** In: a form as it was sent. Out: its texts by name, in the order of the form, read in one pass. Files never come this way. */
export function fieldsOf(form: Iterable<[string, FormDataEntryValue]>): Map<string, string[]> {
  const fields = new Map<string, string[]>();
  for (const [name, value] of form) {
    if (!isTypedField(name) || typeof value !== "string") continue;
    const known = fields.get(name);
    if (known) known.push(value);
    else fields.set(name, [value]);
  }
  return fields;
}

/**
 * In: a form as it was sent, and which fields are asked for (all). Out: its words by name, without the framework's own fields
 * and without secrets.
 */
export function typedIn(form: Iterable<[string, FormDataEntryValue]>, only?: readonly string[]): Typed {
  const typed: Record<string, string | string[]> = Object.create(null) as Record<string, string | string[]>;
  for (const [name, values] of fieldsOf(form)) {
    if (SECRET.test(name) || only?.includes(name) === false) continue;
    typed[name] = values.length === 1 ? values[0]! : values;
  }
  return { ...typed };
}
