import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { env } from "@/lib/env";
import { loader } from "@/lib/loader";
import { askedAnchor, dailyAnchors, firstAnchorFault, type Anchor } from "./domain/anchors";
import { firstFault, type ChainedEvent, type ChainFault } from "./domain/chain";
import { auditVisibleTo, mayReadAudit } from "./policy";
import { auditChain, auditGuard, auditPage, carriedHeads } from "./queries";
import { auditQuerySchema } from "./schema";

export const loadAudit = loader({
  name: "audit.page",
  kind: "desk",
  load: async (address: Record<string, string | string[] | undefined>, { actor }) => {
    const query = auditQuerySchema.parse(address);
    return { query, page: await auditPage(auditVisibleTo(actor), query) };
  },
  policy: mayReadAudit,
});

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** The lines that the web server writes day by day where its operator can copy them away. */
async function dailyLines(): Promise<string> {
  const file = env().ANCHORS_FILE;
  return file ? readFile(file, "utf8").catch(() => "") : "";
}

/**
 * Recomputes the whole chain and compares it with its anchors: how many events it has, the last hash, the first fault of either,
 * how many anchors were compared, and whether the portal's own role could change the log.
 */
export const loadChainCheck = loader({
  name: "audit.chain",
  kind: "desk",
  load: async ({ patokan = "" }: { patokan?: string }, { actor }) => {
    const scope = auditVisibleTo(actor);
    // Before the events: what is appended meanwhile is in no anchor.
    const [{ head, ownsTrail }, carried] = await Promise.all([auditGuard(scope), carriedHeads(scope)]);
    const asked = askedAnchor(patokan);
    const beside: Anchor[] = head ? [{ seq: BigInt(head.seq), hash: head.hash, source: "HEAD" }] : [];
    const anchors = [...dailyAnchors(await dailyLines()), ...carried, ...(asked ? [asked] : []), ...beside];
    const wanted = new Set(anchors.map(({ seq }) => seq));
    const hashes = new Map<bigint, string>();
    let last: ChainedEvent | null = null;
    let fault: ChainFault | null = null;
    for await (const batch of auditChain(scope)) {
      fault ??= firstFault(batch, last, sha256);
      for (const { seq, hash } of batch) if (wanted.has(seq)) hashes.set(seq, hash);
      last = batch.at(-1) ?? last;
    }
    const events = last?.seq ?? 0n;
    const isUnreadable = patokan !== "" && !asked;
    return { events, lastHash: last?.hash ?? "", fault, anchorFault: firstAnchorFault(anchors, hashes, events), anchors: anchors.length, isUnreadable, ownsTrail };
  },
  policy: mayReadAudit,
});
