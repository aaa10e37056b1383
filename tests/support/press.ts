import { idle, type FormState } from "@/lib/form-state";

type Action = (previous: FormState, formData: FormData) => Promise<FormState>;

/** A form is sent: gives the state the page would show, or where it led. */
export async function press(action: Action, fields: Record<string, string | string[]>): Promise<FormState | { status: "redirected"; to: string }> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const each of [value].flat()) form.append(name, each);
  try {
    return await action(idle, form);
  } catch (error) {
    const to = redirectOf(error);
    if (to === null) throw error;
    return { status: "redirected", to };
  }
}

/** The framework redirects by throwing; the address stands in the digest. */
function redirectOf(error: unknown): string | null {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : "";
  return digest.startsWith("NEXT_REDIRECT;") ? (digest.split(";")[2] ?? null) : null;
}
