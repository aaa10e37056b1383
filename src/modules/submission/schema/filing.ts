import { z } from "zod";
import { givenText, isReadable, lineOfText, longText } from "@/lib/plain-text";
import { seenVersion } from "@/lib/whole-number";
import { CONFIRMATION_KINDS } from "../domain/confirmation";
import { FILING_OBSTACLES, type FilingAnswer, MOST_IN_BATCH } from "../domain/filing";
import { type Move, MOVES, SUBMISSION_STATUSES, type SubmissionStatus } from "../domain/lifecycle";

const NOTE_LENGTH = 5_000;
const BASIS_LENGTH = 200;

const name = (maximum: number) =>
  givenText(maximum, "common.errors.notFound").min(1, "common.errors.notFound").refine(isReadable, "common.errors.notFound");
const code = name(40);
const slug = name(100);

/** The moves that the page of a proposal offers its agency. */
const AGENCY_MOVES = ["endorse", "unendorse", "returnToInnovator"] as const satisfies Move[];
export type AgencyMoveName = (typeof AGENCY_MOVES)[number];

/** The one form of that page: every button sends all that was typed, and says itself what it is for. */
export const reviewSchema = z
  .strictObject({
    code,
    version: seenVersion,
    /** By place; an empty box is no note. */
    notes: z.record(name(100), longText(NOTE_LENGTH)).default({}),
    reason: longText(NOTE_LENGTH).default(""),
    confirm: z.array(z.enum(CONFIRMATION_KINDS, "common.errors.invalid")).default([]),
    basis: lineOfText(BASIS_LENGTH).default(""),
    decide: z.enum(AGENCY_MOVES).optional(),
    remove: z.uuid("common.errors.notFound").optional(),
    /** The place whose own button keeps the notes. */
    at: name(100).optional(),
  })
  .superRefine(({ notes, at }, context) => {
    const isEmpty = Object.values(notes).every((body) => body.trim() === "");
    if (at && isEmpty) context.addIssue({ code: "custom", path: ["notes", at], message: "filing.note.empty" });
  });

export const fileSchema = z.strictObject({
  edition: slug,
  /** Made with the check page: a form sent twice carries it twice. */
  key: z.uuid("common.errors.invalid"),
  codes: z.array(code).min(1, "filing.file.nothingChosen").max(MOST_IN_BATCH, "filing.file.tooMany"),
});

/** What became of each proposal of a batch, as it is kept to be told again. */
export const filingAnswerSchema: z.ZodType<FilingAnswer> = z.strictObject({
  receiptNumber: z.string().nullable(),
  items: z.array(
    z.strictObject({
      code: z.string(),
      title: z.string(),
      groupKey: z.string(),
      outcome: z.enum(["FILED", "ALREADY_FILED", "REFUSED"]),
      obstacle: z.enum(FILING_OBSTACLES).nullable(),
      receiptNumber: z.string().nullable(),
    }),
  ),
});

/** What an agency has just decided, in the address of the page that says so. */
export const DECIDED_WORDS = { endorse: "disetujui", unendorse: "dibatalkan", returnToInnovator: "dikembalikan" } as const;

/** What G4 understands of its address. */
export const readingQuery = z.object({ putusan: z.enum(DECIDED_WORDS).optional().catch(undefined) });

/** In: that address and where the proposal stands. Out: the move that led there; null for an old address. */
export function decidedIn({ putusan }: z.output<typeof readingQuery>, status: SubmissionStatus): AgencyMoveName | null {
  return AGENCY_MOVES.find((by) => DECIDED_WORDS[by] === putusan && MOVES[by].to === status) ?? null;
}

const AGENCY_SORTS = ["menunggu", "-menunggu", "judul", "-judul"] as const;
export type AgencySort = (typeof AGENCY_SORTS)[number];

/** A word in an address that is not understood counts as not given, so that an old link still leads somewhere. */
const word = (maximum: number) => givenText(maximum).refine(isReadable).optional().catch(undefined);

/** What G3 understands of its address. */
export const agencyListQuery = z.object({
  edisi: word(100),
  status: z.enum(SUBMISSION_STATUSES).optional().catch(undefined),
  unit: word(200),
  cari: word(200).transform((text) => text?.trim() || undefined),
  urut: z.enum(AGENCY_SORTS).catch("menunggu"),
  /** An id and the value its row was sorted by, which may be a title. */
  sesudah: word(500),
});
export type AgencyListQuery = z.infer<typeof agencyListQuery>;

/** What G5 understands of its address. */
export const filingQuery = z.object({
  edisi: word(100),
  langkah: z.enum(["pilih", "periksa"]).catch("pilih"),
  pilih: z
    .union([z.string().transform((only) => [only]), z.array(z.string())])
    .catch([])
    .transform((codes) => [...new Set(codes)].filter(isReadable).slice(0, MOST_IN_BATCH)),
  hasil: z.uuid().optional().catch(undefined),
});

/** What a receipt's page understands of its address: the request whose result is told beside it. */
export const receiptQuery = z.object({ hasil: z.uuid().optional().catch(undefined) });
