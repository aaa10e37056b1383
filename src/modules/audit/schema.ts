import { z } from "zod";
import { lineOfText } from "@/lib/plain-text";
import { normaliseCode } from "@/modules/submission/domain/codes";

export const SEARCH_LENGTH = 100;
export const PIN_LENGTH = 90;

const searched = lineOfText(SEARCH_LENGTH).catch("");

/** What the address of the trail may say; anything unreadable counts as not said. */
export const auditQuerySchema = z.object({
  jenis: searched.default(""),
  /** A proposal, written as people write its code. */
  kode: searched.default("").transform((typed) => normaliseCode(typed) ?? typed),
  /** Part of a name, or an e-mail address. */
  oleh: searched.default(""),
  sebelum: z.string().regex(/^\d{1,18}$/).transform(BigInt).optional().catch(undefined),
  /** A head of the chain, copied from a receipt or a published file. */
  patokan: lineOfText(PIN_LENGTH).catch("").default(""),
  rantai: z.literal("1").optional().catch(undefined),
});
export type AuditQuery = z.infer<typeof auditQuerySchema>;
