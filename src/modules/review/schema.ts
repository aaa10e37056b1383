import { z } from "zod";
import { givenText, lineOfText, longText } from "@/lib/plain-text";
import { seenVersion, wholeNumber } from "@/lib/whole-number";
import { SAVE_INTENTS } from "./domain/hand-in";
import { PAIR_STATES } from "./domain/readers";
import { codesIn, VERDICTS } from "./domain/verdict";

export const REMARK_LENGTH = 4_000;
export const AFFILIATION_LENGTH = 300;
export const REASON_LENGTH = 1_000;
export const SEARCH_LENGTH = 100;
export const SEED_LENGTH = 100;
export const CODES_LENGTH = 6_000;
const MOST_TIES = 60;
const MOST_CRITERIA = 60;

const criterionKey = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/);
const perCriterion = <Value extends z.ZodType>(value: Value) =>
  z.record(criterionKey, value).refine((given) => Object.keys(given).length <= MOST_CRITERIA);

/** What a box of a form holds: nothing, or a whole number. Whether it lies on the scale is the rubric's to say. */
const typedMark = z
  .string()
  .transform((text) => text.trim())
  .pipe(z.string().regex(/^(\d{1,6})?$/, "review.mark.notWhole"))
  .transform((text) => (text === "" ? null : Number(text)));

export const assignmentIdSchema = z.uuid();

/** The sheet as one form: works without any script. */
export const saveSheetSchema = z.strictObject({
  assignmentId: assignmentIdSchema,
  version: seenVersion,
  intent: z.enum(SAVE_INTENTS),
  marks: perCriterion(typedMark),
  remarks: perCriterion(longText(REMARK_LENGTH)).default({}),
  /** The mark that was asked about and is meant, by criterion. */
  sure: perCriterion(wholeNumber()).default({}),
  remark: longText(REMARK_LENGTH).default(""),
  /** What another tab saved meanwhile may be replaced. */
  overwrite: z.literal("1").optional(),
});

/** The same from a script: one criterion while typing, or the whole sheet with `finish`. A mark of null is taken back. */
export const saveMarksSchema = z.strictObject({
  assignmentId: assignmentIdSchema,
  /** Whose page it was typed in; pages from before an update do not say. */
  writerId: z.uuid().optional(),
  version: seenVersion,
  finish: z.boolean().default(false),
  marks: perCriterion(z.number().nullable()).default({}),
  remarks: perCriterion(longText(REMARK_LENGTH)).default({}),
  sure: perCriterion(z.number()).default({}),
  remark: longText(REMARK_LENGTH).optional(),
});

export const recuseSchema = z.strictObject({
  assignmentId: assignmentIdSchema,
  reason: lineOfText(REASON_LENGTH).pipe(z.string().min(5, "review.recusal.reasonMissing")),
  /** Asked once more: it takes effect at once, and only others can undo it. */
  understood: z.literal("yes", "review.recusal.understoodMissing"),
});

const agencyCode = z.string().regex(/^[A-Za-z0-9.-]{1,80}(\/[a-z0-9-]{1,120}){0,6}$/);
const provinceCode = z.string().regex(/^\d{2}$/);

const chosenTies = {
  agencies: z.array(agencyCode).max(MOST_TIES).default([]),
  /** The list that adds a province may stand at none. */
  provinces: z.array(provinceCode.or(z.literal(""))).max(MOST_TIES).default([]).transform((codes) => codes.filter(Boolean)),
};

/** One form: agencies are looked up as often as needed, and then the statement is given. */
export const acceptPactSchema = z.discriminatedUnion("intent", [
  z.strictObject({
    intent: z.literal("look"),
    ...chosenTies,
    search: lineOfText(SEARCH_LENGTH).default(""),
    affiliation: lineOfText(AFFILIATION_LENGTH).default(""),
    agreed: z.literal("1").optional(),
  }),
  z.strictObject({
    intent: z.literal("sign"),
    ...chosenTies,
    search: z.string().optional(),
    affiliation: lineOfText(AFFILIATION_LENGTH).pipe(z.string().min(3, "review.pact.affiliationMissing")),
    agreed: z.literal("1", "review.pact.agreementMissing"),
  }),
]);

/** The address of the statement's page while agencies are being looked up; whatever does not fit is left out. */
export const tieSearchSchema = z.object({
  cari: lineOfText(SEARCH_LENGTH).catch(""),
  jabatan: lineOfText(AFFILIATION_LENGTH).catch(""),
  instansi: listOf(agencyCode),
  provinsi: listOf(provinceCode),
});

const stageKey = givenText(64).min(1);
const slug = givenText(100).min(1);

export const applyAssignmentsSchema = z.strictObject({
  slug,
  stage: stageKey,
  seed: lineOfText(SEED_LENGTH, 1),
  /** Of everything the plan was computed from, as it was shown. */
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
});

export const undoAssignmentsSchema = z.strictObject({ slug, stage: stageKey, batchId: z.uuid() });

const reasonOfOrganiser = lineOfText(REASON_LENGTH).pipe(z.string().min(5, "review.readers.reasonMissing"));
const nobodyOrPerson = z.literal("").transform(() => null).or(z.uuid()).default(null);
const entryCode = givenText(40).min(1);

/** All that one judge has not read; without `to` it is spread over all others. */
export const handOverSchema = z.strictObject({ slug, stage: stageKey, from: z.uuid(), to: nobodyOrPerson, reason: reasonOfOrganiser });

/** Another reader for one, one more (`from` empty), or one less (`to` empty). */
export const changeReaderSchema = z
  .strictObject({ slug, stage: stageKey, code: entryCode, from: nobodyOrPerson, to: nobodyOrPerson, reason: reasonOfOrganiser })
  .refine(({ from, to }) => from !== null || to !== null, { path: ["to"], error: "review.readers.change.nothingChosen" });

export const liftRecusalSchema = z.strictObject({ slug, stage: stageKey, code: entryCode, judge: z.uuid(), reason: reasonOfOrganiser });

/** A declared tie as the form names it: `I:` an agency, `P:` a province. */
export const removeTieSchema = z.strictObject({
  slug, stage: stageKey, judge: z.uuid(), reason: reasonOfOrganiser,
  tie: givenText(300).regex(/^[IP]:./).transform((text) => ({ isProvince: text.startsWith("P:"), code: text.slice(2) })),
});

/** The entries of a list that are visited, by their codes. */
export const chooseVisitedSchema = z.strictObject({
  slug, stage: stageKey, reason: reasonOfOrganiser,
  codes: longText(CODES_LENGTH).transform(codesIn).refine((codes) => codes.length > 0, "review.visit.choose.codesMissing"),
});

/** What a visit says of an entry. */
export const giveVerdictSchema = z.strictObject({
  assignmentId: assignmentIdSchema,
  version: seenVersion,
  intent: z.enum(["finish", "stay"]),
  outcome: z.enum(VERDICTS).nullable().default(null),
  reason: longText(REMARK_LENGTH).default(""),
  notes: perCriterion(longText(REMARK_LENGTH)).default({}),
});

const count = z.coerce.number().int().min(0).max(1_000_000).catch(0);

/** The address of "who reads what": a judge, an entry, or a part of the entries; and what was just done. */
export const readersQuerySchema = z.object({
  tahap: stageKey.optional().catch(undefined),
  juri: z.uuid().optional().catch(undefined),
  entri: entryCode.optional().catch(undefined),
  tampil: z.enum(["kurang", "belum", "lengkap", "dipilih"]).optional().catch(undefined),
  keadaan: z.enum(PAIR_STATES).optional().catch(undefined),
  cari: lineOfText(SEARCH_LENGTH).catch(""),
  setelah: givenText(40).catch(""),
  halaman: z.coerce.number().int().min(1).max(1_000).catch(1),
  dialihkan: count,
  dilepas: count,
  tersisa: count,
  diubah: z.enum(["1", "kembali"]).optional().catch(undefined),
  dicabut: z.coerce.number().int().min(0).max(1_000_000).optional().catch(undefined),
});

/** The address of the page of people, after somebody's role has ended. */
export const endedQuerySchema = z.object({ berakhir: z.uuid().optional().catch(undefined) }).catch({});

/** The address of the assignment board. */
export const boardQuerySchema = z.object({
  tahap: stageKey.optional().catch(undefined),
  susun: z.literal("1").optional().catch(undefined),
  benih: lineOfText(SEED_LENGTH, 1).optional().catch(undefined),
  /** The act that is about to be taken back: asked about first. */
  tarik: z.uuid().optional().catch(undefined),
  /** How many assignments were just made, or taken back. */
  dibuat: z.coerce.number().int().min(0).max(1_000_000).catch(0),
  ditarik: z.coerce.number().int().min(0).max(1_000_000).catch(0),
});

const flag = z.literal("1").optional().catch(undefined);

/** The address of a scoring room: what has just happened to this sheet, and which entry the judge comes from. */
export const roomQuerySchema = z.object({
  periksa: flag,
  tersimpan: flag,
  /** The marks that were asked about and are meant, as `criterion.mark`. */
  yakin: givenText(6_000).catch("").transform((text) => Object.fromEntries(
    text.split(" ").map((pair) => pair.split(".")).flatMap(([key, mark]) => (/^\d{1,6}$/.test(mark ?? "") ? [[key ?? "", Number(mark)]] : [])),
  )),
  dari: assignmentIdSchema.optional().catch(undefined),
});

/** The address of a judge's list. */
export const deskQuerySchema = z.object({
  tahap: stageKey.optional().catch(undefined),
  tampil: z.enum(["belum", "selesai", "dilewati"]).optional().catch(undefined),
  halaman: z.coerce.number().int().min(1).max(1_000).catch(1),
  /** How many entries a declaration has just taken away. */
  diambil: z.coerce.number().int().min(0).max(10_000).catch(0),
  /** The entry the judge comes from. */
  dari: assignmentIdSchema.optional().catch(undefined),
});

export type AcceptPact = z.output<typeof acceptPactSchema>;
export type SaveSheet = z.output<typeof saveSheetSchema>;
export type SaveMarks = z.output<typeof saveMarksSchema>;

/** In an address a list of one is a plain text, and a stranger may write anything: unfit members are left out. */
function listOf(member: z.ZodType<string, string>) {
  return z
    .unknown()
    .default([])
    .transform((value) => [...new Set([value].flat().filter((each) => member.safeParse(each).success) as string[])].slice(0, MOST_TIES));
}
