/**
 * Anchors of the trail: what its head was at some moment, noted outside of it. A chain alone cannot tell that its tail was cut
 * off, or that all of it was written anew; an anchor can. Our default, after the signed tree heads of certificate transparency
 * (RFC 6962).
 */

/**
 * Where a head was noted: beside the trail, in the daily line on the disk, on a receipt or a published list, or by the person who asks,
 * from a copy of one of these.
 */
export type AnchorSource = "HEAD" | "DAILY" | "RECEIPT" | "PUBLISHED" | "ASKED";
export type Anchor = { seq: bigint; hash: string; source: AnchorSource };
export type AnchorFault = { anchor: Anchor; fault: "CUT" | "REWRITTEN" };

const LINE = /^(\S+) (\d{1,18}) ([0-9a-f]{64})$/;
const TYPED = /^\s*(\d{1,18})\s*[:\s]\s*([0-9a-fA-F]{64})\s*$/;

/** In: the lines of the daily file, "moment number hash". Out: its anchors; what is no such line is none. */
export function dailyAnchors(text: string): Anchor[] {
  return text.split("\n").flatMap((line) => {
    const [, , seq, hash] = LINE.exec(line.trim()) ?? [];
    return seq && hash ? [{ seq: BigInt(seq), hash, source: "DAILY" as const }] : [];
  });
}

/** In: "number:hash" as somebody copied it from a receipt or a published file. Out: the anchor, or null when it is none. */
export function askedAnchor(typed: string): Anchor | null {
  const [, seq, hash] = TYPED.exec(typed) ?? [];
  return seq && hash ? { seq: BigInt(seq), hash: hash.toLowerCase(), source: "ASKED" } : null;
}

/**
 * In: the anchors, the hashes of the events that they name as the trail holds them now, and the last number. Out: the first
 * anchor that does not fit, or null. Number 0 is the head of an empty trail.
 */
export function firstAnchorFault(anchors: readonly Anchor[], hashes: ReadonlyMap<bigint, string>, last: bigint): AnchorFault | null {
  const inOrder = [...anchors].sort((a, b) => (a.seq < b.seq ? -1 : a.seq > b.seq ? 1 : 0));
  for (const anchor of inOrder) {
    if (anchor.seq === 0n) continue;
    if (anchor.seq > last) return { anchor, fault: "CUT" };
    if (hashes.get(anchor.seq) !== anchor.hash) return { anchor, fault: "REWRITTEN" };
  }
  return null;
}
