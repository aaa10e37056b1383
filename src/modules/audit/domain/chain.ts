/**
 * The chain of the audit log: each event carries the SHA-256 of the event before it, so that a change or a gap is seen by
 * anybody who recomputes it. Our default, after the append-only logs of certificate transparency (RFC 6962).
 */

export type ChainedEvent = { seq: bigint; at: string; body: string; prevHash: string; hash: string };

/** What the log is searched by and shown with: copies of what the hashed body says. */
export type ShownParts = { action: string; actorId: string | null; subjectType: string; subjectId: string; editionId: string | null };

export type ChainFault = { seq: bigint; fault: "GAP" | "BROKEN_LINK" | "ALTERED" | "SHOWN_OTHERWISE" };

/** In: an event. Out: the text whose SHA-256 (hexadecimal) is its hash; the database writes the same. */
export function hashedText({ seq, at, body, prevHash }: Omit<ChainedEvent, "hash">): string {
  return `${prevHash}\n${seq}\n${at}\n${body}`;
}

/**
 * In: events in order, the one before them (null at the beginning of the log) and the function that hashes a text. Out: the
 * first fault, or null when every event follows from the one before and is shown as its hashed body says.
 */
export function firstFault(
  events: readonly (ChainedEvent & ShownParts)[],
  before: ChainedEvent | null,
  sha256: (text: string) => string,
): ChainFault | null {
  let previous = before;
  for (const event of events) {
    if (event.seq !== (previous?.seq ?? 0n) + 1n) return { seq: event.seq, fault: "GAP" };
    if (event.prevHash !== (previous?.hash ?? "")) return { seq: event.seq, fault: "BROKEN_LINK" };
    if (sha256(hashedText(event)) !== event.hash) return { seq: event.seq, fault: "ALTERED" };
    if (!isShownAsItSays(event)) return { seq: event.seq, fault: "SHOWN_OTHERWISE" };
    previous = event;
  }
  return null;
}

/** The body is canonical JSON (RFC 8785): its keys stand in the order of the alphabet, so that these parts are its two ends. */
function isShownAsItSays({ body, action, actorId, subjectType, subjectId, editionId }: ChainedEvent & ShownParts): boolean {
  const start = `{"action":${JSON.stringify(action)},"actor":${JSON.stringify(actorId)},"details":{`;
  const end = `},"edition":${JSON.stringify(editionId)},"subject":{"id":${JSON.stringify(subjectId)},"type":${JSON.stringify(subjectType)}}}`;
  return body.startsWith(start) && body.endsWith(end);
}
