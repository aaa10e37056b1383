import { z } from "zod";
import { givenText, lineOfText, longText } from "@/lib/plain-text";
import { seenVersion } from "@/lib/whole-number";
import { LEAST_REASON_LENGTH, isReason } from "./domain/composition";
import { RULING_KINDS } from "./domain/open-decisions";

const key = givenText(40).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "common.errors.notFound");
const slug = key;
const submissionCode = z
  .string()
  .transform((text) => text.trim().toUpperCase())
  .pipe(givenText(30, "results.move.code.invalid").min(1, "results.move.code.required").regex(/^[A-Z0-9-]+$/, "results.move.code.invalid"));

const CODE_LENGTH = 60;

/** A result of an edition, as every form of this module names it. */
const ofResult = { slug, result: key };

export const freezeSchema = z.strictObject({
  ...ofResult,
  /** Compared letter by letter, never corrected. */
  editionCode: lineOfText(CODE_LENGTH),
  /** Ticked by a person who has read what is missing. */
  acknowledged: z.literal("yes").optional(),
});

export const composeSchema = z.strictObject(ofResult);

const REASON_LENGTH = { most: 1_000 } as const;

const reason = longText(REASON_LENGTH.most)
  .transform((text) => text.trim())
  .refine(isReason, { message: "results.move.reason.tooShort", params: { least: LEAST_REASON_LENGTH } });

export const moveSchema = z.strictObject({
  ...ofResult,
  version: seenVersion,
  code: submissionCode,
  level: key,
  direction: z.enum(["IN", "OUT"], "common.errors.required"),
  reason,
});

/** A published list goes back to its composers; everybody will read why. */
export const reopenSchema = z.strictObject({
  ...ofResult,
  version: seenVersion,
  reason: longText(REASON_LENGTH.most).transform((text) => text.trim()).refine(isReason, { message: "results.reopen.reason.tooShort", params: { least: LEAST_REASON_LENGTH } }),
  /** Compared letter by letter, never corrected. */
  editionCode: lineOfText(CODE_LENGTH),
});

export const rulingSchema = z.strictObject({ ...ofResult, version: seenVersion, kind: z.enum(RULING_KINDS), level: key, reason });

export const withdrawRulingSchema = z.strictObject({ ...ofResult, version: seenVersion, ruling: z.uuid("common.errors.notFound") });
/** Why a frozen ranking should count no more. */
export const supersessionSchema = z.strictObject({
  ...ofResult,
  reason: longText(REASON_LENGTH.most).transform((text) => text.trim()).refine(isReason, { message: "results.supersede.reason.tooShort", params: { least: LEAST_REASON_LENGTH } }),
});

/** Compared letter by letter, never corrected. */
export const confirmedResultSchema = z.strictObject({ ...ofResult, editionCode: lineOfText(CODE_LENGTH) });

/** Which frozen ranking a record is asked for. */
export const recordQuerySchema = z.object({ hasil: key.catch(""), versi: z.coerce.number().int().min(1).max(10_000).catch(0) });

export const stepSchema = z.strictObject({ ...ofResult, version: seenVersion });

/** Letters, digits and the marks that numbers of decrees have. */
const DECREE_NUMBER = /^[\p{L}\p{N} ./,()–-]*$/u;
const DECREE_NUMBER_LENGTH = 100;

/** A day that exists, `2020-07-02`; empty while there is no decree. */
const day = z
  .string()
  .trim()
  .refine((text) => text === "" || isDay(text), "results.publish.decreeDate.invalid");

export const publishSchema = z.strictObject({
  ...ofResult,
  version: seenVersion,
  decreeNumber: lineOfText(DECREE_NUMBER_LENGTH).refine((text) => DECREE_NUMBER.test(text), "results.publish.decreeNumber.invalid"),
  decreeDate: day,
  /** Compared letter by letter, never corrected. */
  editionCode: lineOfText(CODE_LENGTH),
});

/** What the address of the ranking page may say; anything unreadable counts as not said. */
export const rankingQuerySchema = z.object({
  hasil: key.optional().catch(undefined),
  kelompok: key.optional().catch(undefined),
  kategori: key.optional().catch(undefined),
  setelah: givenText(80).regex(/^[0-9.]+(_[0-9a-f-]{36})?$/).optional().catch(undefined),
});
export type RankingQuery = z.infer<typeof rankingQuerySchema>;

/** A move that a link on the page prepares; it still needs its reason. */
export const preparedMoveSchema = z.object({
  kode: givenText(30).optional().catch(undefined),
  tingkat: key.optional().catch(undefined),
  arah: z.enum(["IN", "OUT"]).optional().catch(undefined),
});
export type PreparedMove = z.infer<typeof preparedMoveSchema>;

/** A filter left at "all" comes as an empty text. */
const oneLine = lineOfText(200).transform((text) => text || undefined).optional().catch(undefined);

/** Search and filters of the library. */
export const libraryQuerySchema = z.object({
  cari: oneLine,
  tahun: z.coerce.number().int().min(1900).max(2999).optional().catch(undefined),
  predikat: oneLine,
  provinsi: oneLine,
  hal: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type LibraryQuery = z.infer<typeof libraryQuerySchema>;

/** An earlier version of a published list; 0 stands for an address that asks for none that can be. */
export const versionQuerySchema = z.coerce.number().int().min(1).max(10_000).catch(0);

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) && text >= "1945-08-17";
}
