import { z } from "zod";
import { isReadable, longText } from "@/lib/plain-text";
import { seenVersion } from "@/lib/whole-number";
import { FILING_OBSTACLES, type FilingAnswer, MOST_IN_BATCH } from "../domain/filing";
import { SUBMISSION_STATUSES } from "../domain/lifecycle";

const NOTE_LENGTH = 5_000;

const name = (maximum: number) =>
  z.string().min(1, "common.errors.notFound").max(maximum, "common.errors.notFound").refine(isReadable, "common.errors.notFound");
const code = name(40);
const slug = name(100);

export const endorseSchema = z.strictObject({ code, version: seenVersion });

export const returnSchema = z.strictObject({ code, version: seenVersion, reason: longText(NOTE_LENGTH) });

/** The place of a note on the proposal as a whole; no section is called so. */
export const WHOLE = "_";

/** One note, filed under its section: each form on the page has a field of its own name. */
export const noteSchema = z.strictObject({
  code,
  notes: z
    .record(name(100), longText(NOTE_LENGTH).refine((text) => text.trim() !== "", "filing.note.empty"))
    .refine((notes) => Object.keys(notes).length === 1, "common.errors.invalid"),
});

export const removeNoteSchema = z.strictObject({ code, note: z.uuid("common.errors.notFound") });

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

const AGENCY_SORTS = ["menunggu", "-menunggu", "judul", "-judul"] as const;
export type AgencySort = (typeof AGENCY_SORTS)[number];

/** A word in an address that is not understood counts as not given, so that an old link still leads somewhere. */
const word = (maximum: number) => z.string().max(maximum).refine(isReadable).optional().catch(undefined);

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
