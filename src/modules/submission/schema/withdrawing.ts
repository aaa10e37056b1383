import { z } from "zod";
import { givenText, isReadable, longText } from "@/lib/plain-text";
import { seenVersion } from "@/lib/whole-number";
import { WITHDRAWAL_ANSWERS } from "../domain/withdrawal";

const REASON_LENGTH = 2_000;

const code = givenText(40, "common.errors.notFound").min(1, "common.errors.notFound").refine(isReadable, "common.errors.notFound");
const typedReason = longText(REASON_LENGTH).transform((text) => text.trim());
const reason = typedReason.refine((text) => text !== "", "submission.withdraw.reasonMissing");

export const withdrawSchema = z.strictObject({
  code, version: seenVersion, reason,
  /** It is for good, so a button alone is not enough. */
  understood: z.literal("yes", "submission.withdraw.notUnderstood"),
});

export const askWithdrawalSchema = z.strictObject({ code, version: seenVersion, reason });

export const answerWithdrawalSchema = z.strictObject({
  code, version: seenVersion, request: z.uuid("common.errors.notFound"),
  answer: z.enum(WITHDRAWAL_ANSWERS, "common.errors.invalid"),
  /** Needed only to decline. */
  reason: typedReason.default(""),
});
