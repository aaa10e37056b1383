/**
 * What the portal can say by itself about a filed proposal, line by line of the edition's checklist: a suggestion with its
 * basis, never an answer. The selector answers.
 *
 * Source: the reasons for which KIPP 2018 failed proposals in administrative selection (too young, incomplete, perfunctory
 * answers, the same title twice). Our defaults: an answer that looks perfunctory is pointed out without a verdict, because
 * only a reader can tell; titles are compared within the whole edition.
 */
import type { EditionRules, MachineCheck, Zone } from "@/modules/competition/domain/edition-rules";
import { sectionsFor, statementsFor } from "@/modules/competition/domain/form-version";
import { comparableTitle, completeness, missingStatements, type Completeness } from "@/modules/submission/domain/completeness";
import { ageInMonths } from "@/modules/submission/domain/eligibility";

/** What a suggestion is taken from. Dates are at midnight UTC. */
export type CheckedSubmission = {
  title: string;
  signatory: string;
  groupKey: string;
  implementedSince: Date;
  /** Texts by the key of their section. */
  answers: Readonly<Record<string, string>>;
  /** Keys of the statements agreed to. */
  statements: readonly string[];
};

export type CheckContext = {
  /** When registration closes; null where the edition has none. */
  registrationClosesAt: Date | null;
  zone: Zone;
  /** Codes of other filed proposals of the edition with the same title. */
  sameTitle: readonly string[];
};

/** Why the machine thinks so: a key of the catalogue under `selection.basis`, with raw values (months, keys, codes, ISO dates). */
export type Basis = { key: BasisKey; values: Readonly<Record<string, string | number | readonly string[]>> };

export const BASIS_KEYS = [
  "ageReached", "ageTooYoung", "ageNoMinimum", "ageUnknown", "complete", "incomplete", "lengthsFine", "overLimit",
  "perfunctory", "titleUnique", "titleTwice", "statementsAll", "statementsMissing",
] as const;
export type BasisKey = (typeof BASIS_KEYS)[number];

/** `verdict` null: the machine points at something that only a reader can judge. */
export type Suggestion = { machine: MachineCheck; verdict: "MET" | "NOT_MET" | null; basis: Basis };

/**
 * In: a filed proposal, its edition's rules, and what is known around it. Out: one suggestion for each line of the checklist
 * that names a machine check, by the line's key; lines for people alone are absent.
 */
export function suggestions(submission: CheckedSubmission, rules: EditionRules, context: CheckContext): Record<string, Suggestion> {
  const found = completenessOf(submission, rules);
  const suggest: Record<MachineCheck, () => Omit<Suggestion, "machine">> = {
    AGE: () => ageOf(submission, rules, context),
    COMPLETENESS: () => completenessSuggestion(found),
    WORD_LIMITS: () => lengthSuggestion(found),
    DUPLICATE_TITLE: () => titleSuggestion(context.sameTitle),
    STATEMENTS: () => statementSuggestion(submission, rules),
  };
  return Object.fromEntries(
    rules.selection.checks.flatMap(({ key, machine }) => (machine ? [[key, { machine, ...suggest[machine]() }] as const] : [])),
  );
}

/** In: suggestions. Out: the machine checks that did not simply find the line met; a list is filtered by them. */
export function flagsOf(suggested: Readonly<Record<string, Suggestion>>): MachineCheck[] {
  return [...new Set(Object.values(suggested).filter(({ verdict }) => verdict !== "MET").map(({ machine }) => machine))];
}

/**
 * In: the titles of all filed proposals of an edition. Out: for each code that shares its title with others, the codes of
 * those others in order; titles without a letter or digit are never the same.
 */
export function titleTwins(filed: readonly { code: string; title: string }[]): Map<string, string[]> {
  const byTitle = new Map<string, string[]>();
  for (const { code, title } of filed) {
    const sought = comparableTitle(title);
    if (sought !== "") byTitle.set(sought, [...(byTitle.get(sought) ?? []), code]);
  }
  const twins = [...byTitle.values()].filter((codes) => codes.length > 1);
  return new Map(twins.flatMap((codes) => codes.map((code) => [code, codes.filter((other) => other !== code).sort()])));
}

function ageOf(submission: CheckedSubmission, rules: EditionRules, context: CheckContext): Omit<Suggestion, "machine"> {
  const minimumMonths = rules.groups.find(({ key }) => key === submission.groupKey)?.minimumAgeMonths ?? null;
  const { registrationClosesAt, zone } = context;
  const since = submission.implementedSince.toISOString().slice(0, "2024-05-03".length);
  if (minimumMonths === null) return { verdict: "MET", basis: { key: "ageNoMinimum", values: { since } } };
  if (!registrationClosesAt) return { verdict: null, basis: { key: "ageUnknown", values: { since, minimumMonths } } };

  const ageMonths = ageInMonths(submission.implementedSince, registrationClosesAt, zone);
  const values = { since, ageMonths, minimumMonths };
  return ageMonths >= minimumMonths
    ? { verdict: "MET", basis: { key: "ageReached", values } }
    : { verdict: "NOT_MET", basis: { key: "ageTooYoung", values } };
}

/** The same lists that the authors saw before sending; eligibility and titles are looked at on lines of their own, and a video is no line of any checklist. */
function completenessOf({ title, signatory, groupKey, answers }: CheckedSubmission, rules: EditionRules): Completeness {
  const written = Object.entries(answers).map(([key, body]) => [key, { body, isDone: true }] as const);
  return completeness({
    sections: sectionsFor(rules, groupKey), answers: Object.fromEntries(written), identity: { title, signatory, videoUrl: "" }, asksForVideo: false, unmet: [],
    sameTitle: [], related: [],
  });
}

function completenessSuggestion({ mustFix }: Completeness): Omit<Suggestion, "machine"> {
  const sections = mustFix.flatMap((problem) => (problem.kind === "SECTION_EMPTY" ? [problem.section] : []));
  const identity = mustFix.flatMap(({ kind }) => (kind === "TITLE_EMPTY" || kind === "SIGNATORY_EMPTY" ? [kind] : []));
  return sections.length + identity.length === 0
    ? { verdict: "MET", basis: { key: "complete", values: {} } }
    : { verdict: "NOT_MET", basis: { key: "incomplete", values: { sections, identity } } };
}

function lengthSuggestion({ mustFix, shouldLook }: Completeness): Omit<Suggestion, "machine"> {
  const over = mustFix.flatMap((problem) => (problem.kind === "SECTION_OVER_LIMIT" ? [problem.section] : []));
  if (over.length > 0) return { verdict: "NOT_MET", basis: { key: "overLimit", values: { sections: over } } };

  const short = shouldLook.flatMap((problem) => (problem.kind === "SECTION_PERFUNCTORY" ? [problem.section] : []));
  return short.length > 0
    ? { verdict: null, basis: { key: "perfunctory", values: { sections: short } } }
    : { verdict: "MET", basis: { key: "lengthsFine", values: {} } };
}

function titleSuggestion(sameTitle: readonly string[]): Omit<Suggestion, "machine"> {
  return sameTitle.length === 0
    ? { verdict: "MET", basis: { key: "titleUnique", values: {} } }
    : { verdict: "NOT_MET", basis: { key: "titleTwice", values: { codes: sameTitle } } };
}

function statementSuggestion({ statements, groupKey }: CheckedSubmission, rules: EditionRules): Omit<Suggestion, "machine"> {
  const asked = statementsFor(rules, groupKey);
  const missing = missingStatements(asked, statements).map(({ key }) => key);
  return missing.length === 0
    ? { verdict: "MET", basis: { key: "statementsAll", values: { count: asked.length } } }
    : { verdict: "NOT_MET", basis: { key: "statementsMissing", values: { statements: missing } } };
}
