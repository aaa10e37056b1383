/**
 * How far a proposal is: what each section still needs, what keeps the whole from being sent, and what deserves a second
 * look. The task list, the check page and the refusal of sending all read the same lists.
 *
 * Source: the reasons for which KIPP 2018 failed proposals in administrative selection (too young, incomplete, perfunctory
 * answers, the same title twice). Our defaults: an answer is perfunctory under 25 words or 15 % of its limit, yet never
 * above half of it; the share done counts required sections alike.
 */
import type { SectionRule, StatementRule } from "@/modules/competition/domain/edition-rules";
import type { Unmet } from "./eligibility";
import { countWords } from "./word-count";

export const SECTION_STATES = ["EMPTY", "STARTED", "DONE", "OVER_LIMIT"] as const;
export type SectionState = (typeof SECTION_STATES)[number];

/** The words of the task list. */
export const TASK_STATES = ["NOT_STARTED", "IN_PROGRESS", "DONE", "HAS_PROBLEM", "HAS_NOTE", "CANNOT_START", "CAN_START"] as const;
export type TaskState = (typeof TASK_STATES)[number];

export type WrittenAnswer = { body: string; isDone: boolean };

export type WrittenIdentity = {
  title: string;
  signatory: string;
  /** An https address, or "". */
  videoUrl: string;
};

export type Writing = {
  /** The sections asked of the proposal's group, in the order of the form. */
  sections: readonly SectionRule[];
  answers: Readonly<Record<string, WrittenAnswer | undefined>>;
  identity: WrittenIdentity;
  /** The edition's form asks for a video. */
  asksForVideo: boolean;
  /** What keeps the innovation from its group, by `eligibility`. */
  unmet: readonly Unmet[];
  /** Codes of other proposals of the same agency and edition with the same title. */
  sameTitle: readonly string[];
  /** Related innovations that its writers have not told apart from it yet. */
  related: readonly { id: string; title: string }[];
};

export type SectionProgress = { key: string; words: number; maxWords: number; required: boolean; state: SectionState };

/** A problem, with the section it belongs to (null: the proposal's identity) and the values of its sentence. */
export type Problem =
  | { kind: "TITLE_EMPTY" | "SIGNATORY_EMPTY" | "VIDEO_MISSING"; section: null }
  | { kind: "NOT_ELIGIBLE"; section: null; unmet: Unmet }
  | { kind: "SECTION_EMPTY"; section: string }
  | { kind: "SECTION_OVER_LIMIT"; section: string; words: number; maxWords: number }
  | { kind: "SECTION_PERFUNCTORY"; section: string; words: number; expected: number }
  | { kind: "SECTION_NOT_DONE"; section: string }
  | { kind: "RELATED_OPEN"; section: null; id: string; title: string }
  | { kind: "TITLE_TWICE"; section: null; code: string };

export type Completeness = {
  sections: SectionProgress[];
  /** Share of the required sections that are done, in whole percent from 0 to 100. */
  percent: number;
  identity: TaskState;
  /** These keep the proposal from being sent. */
  mustFix: Problem[];
  /** These are acknowledged one by one. */
  shouldLook: Problem[];
};

/** In: everything written so far. Out: what is done, what must be fixed and what deserves a look, in the order of the form. */
export function completeness(writing: Writing): Completeness {
  const sections = writing.sections.map((section) => sectionProgress(section, writing.answers[section.key]));
  const identityProblems = problemsOfIdentity(writing);
  return {
    sections,
    percent: percentDone(sections),
    identity: identityProblems.length > 0 ? "HAS_PROBLEM" : "DONE",
    mustFix: [...identityProblems, ...sections.flatMap(mustFixOfSection)],
    shouldLook: [
      ...(writing.asksForVideo && writing.identity.videoUrl === "" ? [{ kind: "VIDEO_MISSING", section: null } as const] : []),
      ...writing.sameTitle.map((code) => ({ kind: "TITLE_TWICE", section: null, code }) as const),
      ...sections.flatMap(shouldLookOfSection),
    ],
  };
}

/**
 * In: a section's rule and its answer, if any. Out: its words and state. Over the limit outranks the writer's own word that
 * it is done, and an answer without a word is empty whatever was ticked.
 */
export function sectionProgress({ key, maxWords, required }: SectionRule, answer?: WrittenAnswer): SectionProgress {
  const words = countWords(answer?.body ?? "");
  return { key, words, maxWords, required, state: stateOf(words, maxWords, answer?.isDone ?? false) };
}

/** The word of the task list for a section. */
export const TASK_OF_SECTION: Readonly<Record<SectionState, TaskState>> = {
  EMPTY: "NOT_STARTED",
  STARTED: "IN_PROGRESS",
  DONE: "DONE",
  OVER_LIMIT: "HAS_PROBLEM",
};

/** The word of the task list for the check: what must be fixed is its problem, until the proposal has been sent. */
export function taskOfChecking({ mustFix }: Pick<Completeness, "mustFix">, isSent: boolean): TaskState {
  if (isSent) return "DONE";
  return mustFix.length > 0 ? "HAS_PROBLEM" : "CAN_START";
}

/** The word of the task list for sending: it cannot start while anything must be fixed, and is done once it has been sent. */
export function taskOfSending({ mustFix }: Pick<Completeness, "mustFix">, isSent: boolean): TaskState {
  if (isSent) return "DONE";
  return mustFix.length > 0 ? "CANNOT_START" : "CAN_START";
}

/** The required section whose answer would raise the share done: the first that is not done; null when all are. */
export function nextSection(sections: readonly SectionProgress[]): SectionProgress | null {
  return sections.find(({ required, state }) => required && state !== "DONE") ?? null;
}

/** A name for one problem that stays the same while the problem does, for acknowledging it. */
export function problemId(problem: Problem): string {
  const about = problem.kind === "TITLE_TWICE" ? problem.code : problem.kind === "RELATED_OPEN" ? problem.id : (problem.section ?? "identity");
  return `${problem.kind}:${about}`;
}

/** Statements that have not been agreed to. In: the edition's statements and the keys ticked. */
export function missingStatements(statements: readonly StatementRule[], agreed: readonly string[]): StatementRule[] {
  return statements.filter(({ key }) => !agreed.includes(key));
}

/** A title as it counts when two are compared: letters and digits only, in lower case, accents and full-width forms folded. */
export function comparableTitle(title: string): string {
  return title.normalize("NFKD").replace(/\p{Mark}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

/** Fewest words of an answer that does not look perfunctory: a whole number from 0. In: the section's limit in words. */
export function expectedWords(maxWords: number): number {
  return Math.min(Math.floor(maxWords / 2), Math.max(FEWEST_WORDS, Math.ceil(maxWords * FEWEST_SHARE)));
}

const FEWEST_WORDS = 25;
const FEWEST_SHARE = 0.15;

function stateOf(words: number, maxWords: number, isDone: boolean): SectionState {
  if (words === 0) return "EMPTY";
  if (words > maxWords) return "OVER_LIMIT";
  return isDone ? "DONE" : "STARTED";
}

function percentDone(sections: readonly SectionProgress[]): number {
  const required = sections.filter((section) => section.required);
  const done = required.filter(({ state }) => state === "DONE").length;
  return required.length === 0 ? 100 : Math.floor((100 * done) / required.length);
}

function problemsOfIdentity({ identity, unmet, related }: Writing): Problem[] {
  return [
    ...(comparableTitle(identity.title) === "" ? [{ kind: "TITLE_EMPTY", section: null } as const] : []),
    ...(identity.signatory === "" ? [{ kind: "SIGNATORY_EMPTY", section: null } as const] : []),
    ...unmet.map((each) => ({ kind: "NOT_ELIGIBLE", section: null, unmet: each }) as const),
    ...related.map(({ id, title }) => ({ kind: "RELATED_OPEN", section: null, id, title }) as const),
  ];
}

function mustFixOfSection({ key, words, maxWords, required, state }: SectionProgress): Problem[] {
  if (state === "EMPTY" && required) return [{ kind: "SECTION_EMPTY", section: key }];
  return state === "OVER_LIMIT" ? [{ kind: "SECTION_OVER_LIMIT", section: key, words, maxWords }] : [];
}

function shouldLookOfSection({ key, words, maxWords, state }: SectionProgress): Problem[] {
  if (state === "EMPTY" || state === "OVER_LIMIT") return [];

  const expected = expectedWords(maxWords);
  const problems: Problem[] = words < expected ? [{ kind: "SECTION_PERFUNCTORY", section: key, words, expected }] : [];
  return state === "STARTED" ? [...problems, { kind: "SECTION_NOT_DONE", section: key }] : problems;
}
