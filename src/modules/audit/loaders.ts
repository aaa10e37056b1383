import { createHash } from "node:crypto";
import { loader } from "@/lib/loader";
import { firstFault, type ChainedEvent, type ChainFault } from "./domain/chain";
import { auditVisibleTo, mayReadAudit } from "./policy";
import { auditChain, auditPage } from "./queries";
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

/** Recomputes the whole chain: how many events it has, the last hash, and the first fault if there is one. */
export const loadChainCheck = loader({
  name: "audit.chain",
  kind: "desk",
  load: async (_: object, { actor }) => {
    let last: ChainedEvent | null = null;
    let fault: ChainFault | null = null;
    for await (const batch of auditChain(auditVisibleTo(actor))) {
      fault ??= firstFault(batch, last, (text) => createHash("sha256").update(text).digest("hex"));
      last = batch.at(-1) ?? last;
    }
    return { events: last?.seq ?? 0n, lastHash: last?.hash ?? "", fault };
  },
  policy: mayReadAudit,
});
