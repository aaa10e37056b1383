/**
 * What an event tells beside who did what to what: a reason, a code, the dates before and after. Our default: everything that
 * was recorded is shown, each part by its own name, so that nothing in the trail is kept from the auditor.
 */

export type EventFact = { name: string; text: string };

/**
 * In: the recorded body of an event. Out: its details as texts, in the order recorded; empty parts are left out, and a body that
 * somebody has broken tells nothing, which is for the check of the chain to say.
 */
export function eventFacts(body: string): EventFact[] {
  return Object.entries(detailsOf(body)).map(([name, value]) => ({ name, text: textOf(value) })).filter(({ text }) => text !== "");
}

function detailsOf(body: string): Record<string, unknown> {
  try {
    return (JSON.parse(body) as { details?: Record<string, unknown> }).details ?? {};
  } catch {
    return {};
  }
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(", ");
  if (value === null) return "";
  return typeof value === "object" ? Object.entries(value).map(([name, part]) => `${name}: ${textOf(part)}`).join("; ") : String(value);
}
