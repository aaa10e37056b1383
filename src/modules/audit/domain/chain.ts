/**
 * The chain of the audit log: each event carries the SHA-256 of the event before it, so that a change or a gap is seen by
 * anybody who recomputes it. Our default, after the append-only logs of certificate transparency (RFC 6962).
 */

export type ChainedEvent = { seq: bigint; at: string; body: string; prevHash: string; hash: string };

export type ChainFault = { seq: bigint; fault: "GAP" | "BROKEN_LINK" | "ALTERED" };

/** In: an event. Out: the text whose SHA-256 (hexadecimal) is its hash; the database writes the same. */
export function hashedText({ seq, at, body, prevHash }: Omit<ChainedEvent, "hash">): string {
  return `${prevHash}\n${seq}\n${at}\n${body}`;
}

/**
 * In: events in order, the one before them (null at the beginning of the log) and the function that hashes a text. Out: the
 * first fault, or null when every event follows from the one before.
 */
export function firstFault(
  events: readonly ChainedEvent[],
  before: ChainedEvent | null,
  sha256: (text: string) => string,
): ChainFault | null {
  let previous = before;
  for (const event of events) {
    if (event.seq !== (previous?.seq ?? 0n) + 1n) return { seq: event.seq, fault: "GAP" };
    if (event.prevHash !== (previous?.hash ?? "")) return { seq: event.seq, fault: "BROKEN_LINK" };
    if (sha256(hashedText(event)) !== event.hash) return { seq: event.seq, fault: "ALTERED" };
    previous = event;
  }
  return null;
}
