import { z } from "zod";
import { givenText, isReadable, lineOfText, longText } from "@/lib/plain-text";
import { seenVersion, wholeNumber } from "@/lib/whole-number";
import { isVideoUrl, VIDEO_LENGTH } from "../domain/video";

/** A section is never longer than this, whatever its limit in words: far beyond any limit, and safe to store and show. */
const MOST_CHARACTERS = 60_000;
const TITLE_LENGTH = 400;
const SIGNATORY_LENGTH = 200;
const SOURCE_LENGTH = 1_000;

const EARLIEST_YEAR = 1945;
const LATEST_YEAR = 2100;

const name = (maximum: number) =>
  givenText(maximum, "common.errors.notFound").min(1, "common.errors.notFound").refine(isReadable, "common.errors.notFound");
const code = name(40);
const key = givenText(40, "common.errors.invalid").min(1, "common.errors.required").refine(isReadable, "common.errors.invalid");

/** What an open page asks for its deadline by. */
export const deadlineSchema = z.strictObject({ code });

/** The same where no proposal is written yet, or many are filed. */
export const registrationSchema = z.strictObject({ edition: givenText(100) });

const month = wholeNumber("submission.start.month.required").refine((value) => value >= 1 && value <= 12, "submission.start.month.required");
const year = wholeNumber("submission.start.year.invalid").refine(
  (value) => value >= EARLIEST_YEAR && value <= LATEST_YEAR, "submission.start.year.outOfRange");
const title = filled(lineOfText(TITLE_LENGTH, 0, "submission.start.title.tooLong"), "submission.start.title.required");
const signatory = filled(lineOfText(SIGNATORY_LENGTH, 0, "submission.start.signatory.tooLong"), "submission.start.signatory.required");
const sourceText = lineOfText(SOURCE_LENGTH, 0, "submission.start.sourceText.tooLong");

/** Whoever came from the check goes back to it; anything else counts as not said. */
export const cameFrom = z.literal("periksa").optional().catch(undefined);

const ORIGINS = ["OWN", "ADAPTED"] as const;

/** An earlier result as people write it: `Top 45/2019`, also with spaces around the stroke. */
const claimedResult = lineOfText(80, 0, "submission.start.otherResult.tooLong").refine((text) => text === "" || /^\S.*\/\s*(19|20)\d{2}$/.test(text), "submission.start.otherResult.form")
  .transform((text) => text.replace(/\s*\/\s*/, "/"));

const videoUrl = lineOfText(VIDEO_LENGTH).refine((text) => text === "" || isVideoUrl(text), "submission.identity.videoForm").default("");

/** `none`, `other` with the result in words, or the id of an innovation with an earlier result. */
const earlierResult = {
  pastResult: z.union([z.enum(["none", "other"]), z.uuid()], "submission.start.pastResult.required"),
  otherResult: claimedResult,
};

const REASON_LENGTH = 500;

/** By the id of the innovation asked about: whether it is the same, and why not. */
const relatedAnswers = {
  same: z.record(z.uuid("common.errors.invalid"), z.enum(["yes", "no"], "common.errors.invalid")).default({}),
  because: z.record(z.uuid("common.errors.invalid"), lineOfText(REASON_LENGTH, 0, "submission.related.tooLong")).default({}),
};

const sourceYear = z.union([
  z.literal("").transform(() => null),
  wholeNumber("submission.start.sourceYear.invalid").refine((value) => value >= EARLIEST_YEAR && value <= LATEST_YEAR, "submission.start.sourceYear.invalid"),
], "submission.start.sourceYear.invalid").default(null);

/** The innovation that is adapted: in words, whose, of which year; or which of those found, or none of them. */
const sourceFields = {
  sourceText,
  sourceAgency: lineOfText(SIGNATORY_LENGTH, 0, "submission.start.sourceAgency.tooLong").default(""),
  sourceYear,
  source: z.union([z.literal("described"), z.literal(""), z.uuid()], "common.errors.invalid").default(""),
};

/** The issue of another result without its words, at the field for them. */
const otherResultMissing = ({ pastResult, otherResult }: { pastResult: string; otherResult: string }) =>
  pastResult === "other" && otherResult === ""
    ? [{ code: "custom" as const, path: ["otherResult"], message: "submission.start.otherResult.required" }]
    : [];

export const startSchema = z
  .strictObject({
    edition: name(100),
    /** Made with the page: a form sent twice carries it twice. */
    key: z.uuid("common.errors.invalid"),
    step: z.enum(["check", "create"], "common.errors.invalid"),
    title, month, year,
    ...earlierResult,
    ...relatedAnswers,
    origin: z.enum(ORIGINS, "submission.start.origin.required"),
    ...sourceFields,
    category: z.string("submission.start.category.required").min(1, "submission.start.category.required").pipe(key),
    signatory,
    group: key.optional(),
  })
  .superRefine((answers, context) => {
    for (const issue of otherResultMissing(answers)) context.addIssue(issue);
    if (answers.origin === "ADAPTED" && answers.sourceText === "") {
      context.addIssue({ code: "custom", path: ["sourceText"], message: "submission.start.sourceText.required" });
    }
  });
export type StartInput = z.output<typeof startSchema>;

export const identitySchema = z
  .strictObject({
    code, version: seenVersion, title, month, year, ...earlierResult, ...relatedAnswers, ...sourceFields, videoUrl,
    category: key, group: key, signatory, from: cameFrom,
  })
  .superRefine((answers, context) => {
    for (const issue of otherResultMissing(answers)) context.addIssue(issue);
  });

const body = longText(MOST_CHARACTERS);

/** Words of one section, from the page of one writer. */
const written = { code, version: seenVersion, body, section: name(40), writerId: z.uuid("common.errors.invalid") };

export const sectionSchema = z.strictObject({
  ...written,
  from: cameFrom,
  /** The writer's own word that the section is finished; absent when not answered. */
  finished: z.enum(["yes", "no"], "common.errors.invalid").optional(),
});

export const autosaveSchema = z.strictObject(written);

export const sendSchema = z.strictObject({
  code, version: seenVersion,
  statements: z.array(key).max(20, "common.errors.invalid").default([]),
  /** The version of each section that was on the page. */
  seen: z.record(key, seenVersion).default({}),
  /** One name for each office that signs, by the key of its first statement; an empty one is missing, and told with all else that is. */
  signers: z.record(key, lineOfText(SIGNATORY_LENGTH, 0, "submission.start.signatory.tooLong")).default({}),
  /** Notes of the agency that are answered for, by id. */
  answered: z.array(z.uuid("common.errors.invalid")).max(500, "common.errors.invalid").default([]),
  acknowledged: z.array(givenText(120, "common.errors.invalid")).max(500, "common.errors.invalid").default([]),
});

export const recallSchema = z.strictObject({ code, version: seenVersion });

/** What S1 understands of its address. */
export const listQuery = z.object({ halaman: z.coerce.number().int().min(1).max(1_000).catch(1) });

/** What S2 understands of its address. */
export const startQuery = z.object({ edisi: givenText(100).refine(isReadable).optional().catch(undefined) });

function filled(line: ReturnType<typeof lineOfText>, message: string) {
  return line.refine((text) => text !== "", message);
}
