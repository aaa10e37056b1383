/** What was typed, by the name of the field, to be shown again. */
export type Typed = Readonly<Record<string, string | string[]>>;

const SECRET = /password|token/i;

/**
 * In: a form as it was sent, and which fields are asked for (all). Out: its words by name, without the framework's own fields
 * and without secrets.
 */
export function typedIn(formData: FormData, only?: readonly string[]): Typed {
  const typed: Record<string, string | string[]> = {};
  for (const name of new Set(formData.keys())) {
    if (name.startsWith("$ACTION") || SECRET.test(name) || only?.includes(name) === false) continue;
    const values = formData.getAll(name).filter((value) => typeof value === "string");
    if (values.length > 0) typed[name] = values.length === 1 ? values[0]! : values;
  }
  return typed;
}
