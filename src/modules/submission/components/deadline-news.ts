import { localised, type Locale, paths } from "@/lib/paths";

/** Whose close a page follows: a proposal's, by its code, or an edition's, by its address. */
export type DeadlineOwner = { code: string; isEdition?: boolean };

/** What the server said of the close of registration, and when the device asked and heard it. */
export type DeadlineTold = { code: string; now: number; closesAt: number; askedAt: number; cameAt: number };

type Answer = { now?: unknown; closesAt?: unknown };

const TOLD = "sinovik:deadline";
const ASKED = "sinovik:ask-deadline";

/** Passes on what came with an answer of the server; an answer without it says nothing. */
export function tellDeadline(code: string, answer: unknown, askedAt: number): void {
  const { now, closesAt } = (answer ?? {}) as Answer;
  if (typeof now !== "string" || typeof closesAt !== "string") return;
  const detail: DeadlineTold = { code, now: Date.parse(now), closesAt: Date.parse(closesAt), askedAt, cameAt: Date.now() };
  window.dispatchEvent(new CustomEvent(TOLD, { detail }));
}

/** Asks the server; without an answer the page goes on with what it knows. */
export async function askDeadline({ code, isEdition }: DeadlineOwner, locale: Locale): Promise<void> {
  const askedAt = Date.now();
  const body = JSON.stringify(isEdition ? { edition: code } : { code });
  const address = isEdition ? paths.registrationDeadline() : paths.deadline();
  const response = await fetch(localised(address, locale), { method: "POST", headers: { "content-type": "application/json" }, body }).catch(() => null);
  if (response?.ok) tellDeadline(code, await response.json().catch(() => null), askedAt);
}

/** Something was refused that the page held for open. */
export const wantDeadline = (code: string) => window.dispatchEvent(new CustomEvent(ASKED, { detail: code }));

export function onDeadlineTold(code: string, hear: (told: DeadlineTold) => void): () => void {
  return on(TOLD, (detail: DeadlineTold) => detail.code === code && hear(detail));
}

export const onDeadlineWanted = (code: string, hear: () => void) => on(ASKED, (detail: string) => detail === code && hear());

function on<Detail>(name: string, hear: (detail: Detail) => unknown): () => void {
  const stop = new AbortController();
  window.addEventListener(name, (event) => void hear((event as CustomEvent<Detail>).detail), { signal: stop.signal });
  return () => stop.abort();
}
