import { z } from "zod";
import { givenText, isReadable, lineOfText, longText } from "@/lib/plain-text";
import { MACHINE_CHECKS } from "@/modules/competition/domain/edition-rules";
import { normaliseCode } from "@/modules/submission/domain/codes";
import { CHECK_VERDICTS, SELECTION_OUTCOMES } from "./domain/outcome";
import type { QUEUE_STATES } from "./domain/queue";

export const NOTE_LENGTH = 4_000;
const MOST_CHECKS = 60;

const code = givenText(40, "common.errors.notFound").min(1, "common.errors.notFound").refine(isReadable, "common.errors.notFound");
const ruleKey = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/);
const perCheck = <Value extends z.ZodType>(value: Value) =>
  z.record(ruleKey, value).refine((given) => Object.keys(given).length <= MOST_CHECKS).default({});

export const takeNextSchema = z.strictObject({});

export const takeSchema = z.strictObject({ code });

/** The checklist as one form; a line may stay unanswered, but a note without an answer would have no place to be kept. */
export const checksSchema = z
  .strictObject({
    code,
    intent: z.enum(["stay", "decide"]),
    verdicts: perCheck(z.enum(CHECK_VERDICTS, "common.errors.invalid")),
    notes: perCheck(longText(NOTE_LENGTH)),
  })
  .superRefine(({ verdicts, notes }, context) => {
    for (const [key, note] of Object.entries(notes)) {
      if (note.trim() !== "" && !verdicts[key]) {
        context.addIssue({ code: "custom", path: ["verdicts", key], message: "selection.checklist.noteWithoutVerdict" });
      }
    }
  });

export const decideSchema = z
  .strictObject({
    code,
    outcome: z.enum(SELECTION_OUTCOMES, "selection.decision.outcomeMissing"),
    reasons: z.array(ruleKey).max(MOST_CHECKS).default([]),
    note: longText(NOTE_LENGTH).default(""),
  })
  // The domain refuses it too; said here, the refusal stands at the boxes it is about.
  .refine(({ outcome, reasons }) => outcome !== "FAIL" || reasons.length > 0, { path: ["reasons"], message: "selection.decision.reasonMissing" })
  .refine(({ outcome, note }) => outcome !== "FAIL" || note.trim() !== "", { path: ["note"], message: "selection.decision.noteMissing" });

/** The moment of the decision that the second reader had on the screen: another one must be read first. */
const decidedAt = z.iso.datetime("common.errors.invalid");

export const confirmSchema = z.strictObject({ code, decidedAt });

export const sendBackSchema = z.strictObject({
  code,
  decidedAt,
  note: longText(NOTE_LENGTH).refine((text) => text.trim() !== "", "selection.second.noteMissing"),
});

export const releaseSchema = z.strictObject({ editionCode: lineOfText(100) });

/** The parts of the queue in its address. */
export const QUEUE_WORDS = { belum: "FREE", saya: "MINE", dipegang: "HELD", kedua: "AWAITING_SECOND", selesai: "DONE" } as const satisfies Record<
  string,
  (typeof QUEUE_STATES)[number]
>;
export type QueueWord = keyof typeof QUEUE_WORDS;

/** What V1 understands of its address; a word that is not understood counts as not given. */
export const queueQuery = z.object({
  status: z.enum(Object.keys(QUEUE_WORDS) as [QueueWord, ...QueueWord[]]).catch("belum"),
  tanda: z.enum(MACHINE_CHECKS).optional().catch(undefined),
  halaman: z.coerce.number().int().min(1).max(1_000).catch(1),
  /** The proposal that an act of a moment ago was about. */
  putusan: givenText(40).transform(normaliseCode).nullable().catch(null),
});
export type QueueQuery = z.output<typeof queueQuery>;
