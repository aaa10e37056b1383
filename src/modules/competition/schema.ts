import { stringify } from "yaml";
import { z } from "zod";
import { givenText, lineOfText, longText } from "@/lib/plain-text";

import { seenVersion } from "@/lib/whole-number";
import { parseWithLines } from "@/lib/yaml-lines";

import {
  AGENCY_KINDS, CONFLICT_GROUNDS, type EditionRules, MACHINE_CHECKS, PROVENANCE_MARKS, STAGE_KINDS, ZONES,
} from "./domain/edition-rules";
import { MOST_WORDS } from "./domain/form-version";
import { isLocalTime } from "./domain/local-time";
import { type Belonging, belongingProblems, begunStages, namedAgencies, narrowedGrounds, pastStages } from "./domain/opening-problems";
import { problemAt, RULE_PROBLEMS, type RulePath, type RuleProblem, type RuleProblemName } from "./domain/rule-problem";
import { valueAt, writtenPath } from "./domain/rules-path";
import { rulesProblems } from "./domain/rules-problems";
import { PLAN_NAME_MAX } from "./domain/timetable-plan";

/** The messages of this schema are names of `RULE_PROBLEMS`, so that every refusal has its sentence. */
const named = (name: RuleProblemName) => name;

const CONTROL_CHARACTERS = /[\u0000-\u0008\u000B-\u001F\u007F\u2028\u2029\u202A-\u202E\u2066-\u2069]/;
const text = (most: number) =>
  givenText(most).refine((value) => value.trim() !== "", named("textEmpty"))
    .refine((value) => !CONTROL_CHARACTERS.test(value) && value.isWellFormed(), named("formatText"));
const key = givenText(40).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, named("formatKey"));
const code = givenText(40).regex(/^[A-Z0-9]+(-[A-Z0-9]+)*$/, named("formatCode"));
const localTime = z.string().refine(isLocalTime, named("formatLocalTime"));
const earlierResult = text(80).regex(/^\S.*\/(19|20)\d{2}$/, named("formatEarlierResult"));
const localized = (most: number) => z.strictObject({ id: text(most), en: text(most) });
const name = localized(200);
const passage = localized(2000);
const points = z.int().min(1).max(100);
const mark = z.int().min(0).max(1000);
const listOf = <Entry extends z.ZodType>(entry: Entry, least: number, most: number) =>
  z.array(entry).min(least).max(most);

const agencyKinds = listOf(z.enum(AGENCY_KINDS), 0, AGENCY_KINDS.length);

const group = z.strictObject({
  key, name, description: passage,
  kinds: agencyKinds.optional(),
  unitKinds: agencyKinds.optional(),
  minimumAgeMonths: z.int().min(0).max(600).nullable(),
  quotaPerAgency: z.int().min(1).max(10_000).nullable(),
  byInvitation: z.boolean(),
  barredBy: listOf(earlierResult, 0, 100),
  requiresOneOf: listOf(earlierResult, 0, 100),
  atMostBefore: z.strictObject({ level: text(80), times: z.int().min(0).max(100) }).nullable(),
  source: z.strictObject({ required: z.boolean(), oneOf: listOf(earlierResult, 0, 100) }),
});

const section = z.strictObject({
  key, name, question: passage, guidance: passage,
  maxWords: z.int().min(1).max(MOST_WORDS),
  required: z.boolean(),
  groups: listOf(key, 1, 20).nullable(),
});

const selection = z.strictObject({
  checks: listOf(
    z.strictObject({ key, text: passage, machine: z.enum(MACHINE_CHECKS).nullable(), reason: key }), 1, 40,
  ),
  reasons: listOf(z.strictObject({ key, text: passage }), 1, 40),
  secondReaderForFail: z.boolean(),
});

const criterion = z.strictObject({
  key, name, description: passage, weight: points,
  sections: listOf(key, 0, 60),
  anchors: listOf(z.strictObject({ mark, text: passage }), 0, 20),
});

const rubric = z.strictObject({
  key, name,
  scale: z.strictObject({ min: mark, max: mark }),
  remarkBelow: mark.nullable(),
  remarkAbove: mark.nullable(),
  criteria: listOf(criterion, 1, 40),
});

const scoring = z.strictObject({
  role: z.enum(["EVALUATOR", "PANELIST"]),
  rubric: key,
  perSubmission: z.int().min(1).max(50),
  avoid: listOf(z.enum(CONFLICT_GROUNDS), 0, CONFLICT_GROUNDS.length),
  combineJudges: z.enum(["MEAN", "MEDIAN"]),
  entrants: z.union([z.literal("PASSED_ADMIN"), z.strictObject({ result: key })]),
});

const verdict = z.strictObject({
  role: scoring.shape.role,
  perSubmission: scoring.shape.perSubmission,
  avoid: scoring.shape.avoid,
  entrants: scoring.shape.entrants,
  questions: listOf(z.strictObject({ key, text: passage }), 0, 40),
});

const stage = z.strictObject({
  key, kind: z.enum(STAGE_KINDS), name, opensAt: localTime, closesAt: localTime, scoring: scoring.nullable(), verdict: verdict.optional(),
});

const tieBreak = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("STAGE"), stage: key }),
  z.strictObject({ by: z.literal("CRITERION"), stage: key, criterion: key }),
  z.strictObject({ by: z.literal("EARLIER_FILING") }),
]);

const result = z.strictObject({
  key, name, afterStage: key,
  combine: listOf(z.strictObject({ stage: key, weight: points }), 1, 20),
  levels: listOf(
    z.strictObject({
      key, name, size: z.int().min(1).max(10_000), groups: listOf(key, 1, 20), from: key.nullable(), growForTie: z.int().min(0).max(1000).optional(),
    }),
    1, 20,
  ),
  tieBreaks: listOf(tieBreak, 0, 20),
});

/** One rules file. Whether its parts fit one another is asked of `rulesProblems`, in `readRules`. */
export const editionRulesSchema = z.strictObject({
  format: z.literal(1),
  edition: z.strictObject({
    slug: key, code, name, year: z.int().min(1990).max(2100), theme: localized(500).nullable(),
    legalBasis: listOf(text(300), 0, 20), zone: z.enum(ZONES),
  }),
  competition: z.strictObject({ slug: key, name }),
  organizer: z.strictObject({ agency: text(200), contact: text(300).optional() }),
  participants: z.strictObject({
    within: text(200).nullable(),
    kinds: agencyKinds,
    quotas: listOf(z.strictObject({ kinds: agencyKinds, most: z.int().min(1).max(10_000) }), 0, AGENCY_KINDS.length).optional(),
  }),
  groups: listOf(group, 1, 20),
  categories: listOf(z.strictObject({ key, name }), 1, 60),
  form: z.strictObject({ version: key, video: z.boolean().optional(), sections: listOf(section, 1, 60) }),
  statements: listOf(z.strictObject({ key, text: passage, signer: name, groups: listOf(key, 1, 20).nullable().optional() }), 0, 20),
  selection,
  rubrics: listOf(rubric, 1, 20),
  stages: listOf(stage, 1, 40),
  results: listOf(result, 1, 20),
  participantsAsJudges: z.enum(["WARN", "FORBID"]).optional(),
  organiserSeesMarks: z.enum(["AFTER_CLOSE", "WHILE_OPEN"]).optional(),
  earlierCloseNoticeHours: z.int().min(0).max(720).optional(),
  judgesInFiles: z.enum(["PSEUDONYMS", "NAMES"]).optional(),
  provenance: listOf(z.strictObject({ path: text(200), mark: z.enum(PROVENANCE_MARKS), note: text(500) }), 0, 400),
}) satisfies z.ZodType<EditionRules>;

/** One fault of a rules file, in the words of the catalogue. */
export type RulesFileProblem = {
  /** Counted from 1. */
  line: number;
  /** As `writtenPath` writes it; empty for a fault of the text as such. */
  path: string;
  key: RuleProblem["key"];
  values: RuleProblem["values"];
};

/** What a maker of rules is told: what must be put right before they can be opened, and what only needs a look. */
export type RulesReview = { rules: EditionRules | null; problems: QuotedProblem[]; remarks: QuotedProblem[] };

/** With the line as it stands in the text, so that nobody has to count. */
export type QuotedProblem = RulesFileProblem & { quote: string };

export type RulesReading = { ok: true; rules: EditionRules } | { ok: false; problems: RulesFileProblem[] };

/**
 * The text of a rules file from stored rules, as `readRules` reads it: keys in the order of the schema, because the database
 * keeps none, and every text in one line and written out, because references are refused.
 */
export function rulesText(rules: EditionRules): string {
  return stringify(editionRulesSchema.parse(rules), { lineWidth: 0, aliasDuplicateObjects: false });
}

/** As many as a person can work through before reading again. */
const MOST_PROBLEMS = 50;

/** A text of rules that was read once, for all that is asked of it; `placed` puts problems into its lines, where it has any. */
export type ReadRules = { source: string; reading: RulesReading; placed: (problems: readonly RuleProblem[]) => RulesFileProblem[] };

/**
 * Reads a rules file in YAML or JSON: either rules an edition can run under, or what is wrong and in which line (for an
 * unknown key its own line, for a missing one the line of the part it is missing from), at most 50 in order of lines.
 */
export const readRules = (source: string): RulesReading => openRules(source).reading;

/** The same, with what else a maker of rules asks of the text. */
export function openRules(source: string): ReadRules {
  const read = parseWithLines(source);
  if (!read.ok) {
    const faults = read.faults.map(({ line, name, values }) => ({ line, path: "", key: problemAt([], name).key, values }));
    return { source, reading: refusal(faults), placed: () => [] };
  }
  const placed = (problems: readonly RuleProblem[]) =>
    problems.map(({ path, key, values }) => ({ line: read.lineOf(path), path: writtenPath(read.value, path), key, values }));
  const shaped = editionRulesSchema.safeParse(read.value);
  const problems = shaped.success ? rulesProblems(shaped.data) : problemsOfShape(shaped.error.issues, read.value);
  const isFine = shaped.success && problems.length === 0;
  return { source, placed, reading: isFine ? { ok: true, rules: shaped.data } : refusal(placed(problems.slice(0, MOST_PROBLEMS))) };
}

/**
 * Looks at rules for whoever prepares them. Stages of the past are problems where the rules are to be opened now, and remarks where
 * they are only checked.
 */
export function reviewRules({ source, reading, placed }: ReadRules, { now, opens, ...belonging }: Belonging & { now: Date; opens: boolean }): RulesReview {
  const lines = source.split(/\r?\n/);
  const quoted = (problems: RulesFileProblem[]) =>
    problems.map((problem) => ({ ...problem, quote: (lines[problem.line - 1] ?? "").trim().slice(0, LONGEST_QUOTE) }));
  if (!reading.ok) return { rules: null, problems: quoted(reading.problems), remarks: [] };

  const { rules } = reading;
  const past = pastStages(rules, now);
  return {
    rules,
    problems: quoted(placed([...belongingProblems(rules, belonging), ...(opens ? past : [])])),
    remarks: quoted(placed([...(opens ? [] : past), ...begunStages(rules, now), ...narrowedGrounds(rules)])),
  };
}

const LONGEST_QUOTE = 160;

/** What a text names that is on record or not: agencies by their codes, and the edition itself; nothing where it cannot be read. */
export const namedIn = ({ reading }: ReadRules) =>
  reading.ok ? { agencies: namedAgencies(reading.rules), edition: reading.rules.edition } : { agencies: [], edition: null };

/** The name that a text gives its edition, as far as it can be read. */
export function titleIn(source: string): string {
  const read = parseWithLines(source);
  const title = read.ok ? valueAt(read.value, ["edition", "name", "id"]) : null;
  return typeof title === "string" ? title.slice(0, 200) : "";
}

function refusal(problems: RulesFileProblem[]): RulesReading {
  return { ok: false, problems: problems.toSorted((one, other) => one.line - other.line).slice(0, MOST_PROBLEMS) };
}

type Issue = z.core.$ZodIssue;

function problemsOfShape(issues: readonly Issue[], raw: unknown): RuleProblem[] {
  return issues.flatMap((issue) => problemsOfIssue(issue, raw));
}

function problemsOfIssue(issue: Issue, raw: unknown): RuleProblem[] {
  const path = issue.path.map((step) => (typeof step === "number" ? step : String(step)));
  if (valueAt(raw, path) === undefined && path.length > 0) {
    return [problemAt(path, "missingKey", { name: String(path.at(-1)) })];
  }
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.slice(0, MOST_PROBLEMS).map((name) => unknownKeyProblem([...path, name], name));
    case "invalid_type":
      return [problemAt(path, "wrongType", { expected: issue.expected })];
    case "invalid_value":
      return [problemAt(path, "notOneOf", { allowed: issue.values.join(", ") })];
    case "too_small":
      return [problemAt(path, TOO_SMALL[issue.origin] ?? "numberTooLow", { least: Number(issue.minimum) })];
    case "too_big":
      return [problemAt(path, TOO_BIG[issue.origin] ?? "numberTooHigh", { most: Number(issue.maximum) })];
    case "invalid_union":
      return problemsOfUnion(issue, path, raw);
    default:
      return [problemAt(path, isProblemName(issue.message) ? issue.message : "wrongShape")];
  }
}

/** Keys that rules of real competitions would need and that this portal cannot follow yet; each has a sentence on what to do instead. */
const NOT_YET: readonly { part: string; key: RegExp; name: RuleProblemName }[] = [
  { part: "levels", key: /^pass(Mark|ingGrade)$/i, name: "notYetPassMark" },
  { part: "levels", key: /^categor(y|ies)$/, name: "notYetLevelPerCategory" },
  { part: "scoring", key: /^thirdReader/, name: "notYetThirdReader" },
];

function unknownKeyProblem(path: RulePath, name: string): RuleProblem {
  const known = NOT_YET.find(({ part, key: pattern }) => path.includes(part) && pattern.test(name));
  return problemAt(path, known?.name ?? "unknownKey", { name });
}

const TOO_SMALL: Record<string, RuleProblemName> = { array: "listTooShort" };
const TOO_BIG: Record<string, RuleProblemName> = { array: "listTooLong", string: "textTooLong" };

/** Where a value may have several forms, the faults of the form that it comes closest to. */
function problemsOfUnion(issue: z.core.$ZodIssueInvalidUnion, path: RulePath, raw: unknown): RuleProblem[] {
  const closest = issue.errors.find((branch) =>
    branch.every((inner) => inner.path.length > 0 || inner.code === "unrecognized_keys"),
  );
  if (!closest) return [problemAt(path, "wrongShape")];
  return closest.flatMap((inner) => problemsOfIssue({ ...inner, path: [...path, ...inner.path] }, raw));
}

function isProblemName(message: string): message is RuleProblemName {
  return (RULE_PROBLEMS as readonly string[]).includes(message);
}

/**
 * The longest file of ours has 45,000 characters, 1,100 lines and 1,800 such signs. Reading costs time for each entry, in
 * which the portal answers nobody else.
 */
const RULES = { characters: 200_000, lines: 5_000, signs: 10_000 } as const;
const isNoHeap = (text: string) => text.split("\n").length <= RULES.lines && (text.match(/[,:-]/g)?.length ?? 0) <= RULES.signs;

const rulesSource = longText(RULES.characters)
  .refine(isNoHeap, { message: "competition.new.tooManyEntries", params: { lines: RULES.lines, signs: RULES.signs } });
const draftId = z.uuid("common.errors.notFound");

/** The form that opens an edition: the text of a rules file, or a draft as it was seen; a reason where it replaces rules. */
export const newEditionSchema = z
  .strictObject({ rules: rulesSource.optional(), draft: draftId.optional(), version: seenVersion.optional(), reason: lineOfText(500).optional() })
  .refine(({ rules, draft }) => (rules === undefined) !== (draft === undefined), "common.errors.invalid");

/** The form that prepares rules: check alone, or keep as a draft. Its id is made with the page, so that pressing twice keeps one. */
export const preparedRulesSchema = z.strictObject({
  rules: rulesSource, draft: draftId, version: seenVersion, step: z.enum(["check", "keep", "discard"], "common.errors.invalid"),
  /** The slug of the edition whose rules these are to replace. */
  replaces: givenText(100).default(""),
  understood: z.literal("yes").optional(),
}).refine(({ step, understood }) => step !== "discard" || understood === "yes", { error: "competition.draft.notUnderstood", path: ["understood"] });

/** The form that takes an opened edition back. */
export const withdrawEditionSchema = z.strictObject({ slug: givenText(100), reason: lineOfText(500, 10) });

const localMoment = z.string().refine(isLocalTime, "competition.timetable.momentInvalid");

/** The form that invites an agency, by its code or name, to a group of an edition. */
export const inviteToGroupSchema = z.strictObject({ slug: givenText(100), group: givenText(100), agency: lineOfText(200, 1) });

/** The button that takes such an invitation back. */
export const withdrawGroupInvitationSchema = z.strictObject({
  slug: givenText(100), group: givenText(100), agencyCode: givenText(300),
});

const planName = givenText(PLAN_NAME_MAX);

/** The form that moves the dates of one stage, in the edition's own zone. */
export const moveStageSchema = z.strictObject({
  slug: givenText(100).min(1),
  stageKey: givenText(100).min(1),
  opensAt: localMoment,
  closesAt: localMoment,
  /** Ticked: it opens when the change is saved, and `opensAt` is left aside. */
  opensNow: z.literal("on").optional(),
  /** Ticked: all that follow move with it. */
  shifts: z.literal("on").optional(),
  /** The plan that was shown; another one is shown first. */
  seen: planName.optional(),
  reason: lineOfText(500, 10),
});

/** The button that withdraws a request to close earlier. */
export const earlierCloseSchema = z.strictObject({ slug: givenText(100).min(1), request: z.uuid("common.errors.notFound") });

/** The button that agrees to it. */
export const confirmEarlierCloseSchema = earlierCloseSchema.extend({ /** The plan that the second person saw. */ seen: planName });
