/**
 * Whether a proposal may leave its authors: it is as they saw it, nothing must be fixed, every statement is ticked and signed,
 * every other remark is acknowledged by name, and the reason of a return and every note of the agency that nothing answered
 * are answered for.
 *
 * Source: our default; the statements are those the edition asks for. Whoever ticks statements signs for all parts, so that a
 * part which somebody saved since is looked at first. What fails is told in one go, not one after the other.
 */
import { refuse, type Result, ok } from "@/lib/result";
import type { StatementRule } from "@/modules/competition/domain/edition-rules";
import { missingStatements, problemId, type Completeness } from "./completeness";
import { signersOf, type SignerNames } from "./signers";

/** What was on the page: the version of each section by its key, 0 for one without an answer. */
export type SeenParts = Readonly<Record<string, number | undefined>>;

type Versions = Readonly<Record<string, { version: number } | undefined>>;

/** In: the sections asked of the proposal and its answers. Out: the versions of all of them, as a page carries them. */
export function partsOf(sections: readonly { key: string }[], answers: Versions): Record<string, number> {
  return Object.fromEntries(sections.map(({ key }) => [key, answers[key]?.version ?? 0]));
}

/** In: what a page carried, the sections and their answers now. Out: the keys of the sections that are not as they were seen. */
export function partsChanged(seen: SeenParts, sections: readonly { key: string }[], answers: Versions): string[] {
  return Object.entries(partsOf(sections, answers)).flatMap(([key, version]) => (seen[key] === version ? [] : [key]));
}

export type Ticks = {
  statements: readonly string[];
  acknowledged: readonly string[];
  signers: SignerNames;
  /** Ids of the return and of notes that are answered for. */
  answered: readonly string[];
};

/** What a proposal asks of those who send it. */
export type Asked = Pick<Completeness, "mustFix" | "shouldLook"> & {
  statements: readonly StatementRule[];
  /** Ids of the return, where it gave a reason, and of the agency's notes that nothing answered. */
  toAnswer: readonly string[];
};

/**
 * In: what is asked and what was ticked. Out: ok. Refuses `submission.send.mustFix` when something must be fixed first, else
 * `submission.send.incomplete` with how many statements, signers, remarks and notes are missing.
 */
export function readyToSend({ mustFix, shouldLook, statements, toAnswer }: Asked, ticks: Ticks): Result<null> {
  if (mustFix.length > 0) return refuse("submission.send.mustFix", { count: mustFix.length });
  const missing = {
    statements: missingStatements(statements, ticks.statements).length,
    signers: signersOf(statements).filter(({ key }) => !ticks.signers[key]).length,
    remarks: shouldLook.filter((problem) => !ticks.acknowledged.includes(problemId(problem))).length,
    notes: toAnswer.filter((id) => !ticks.answered.includes(id)).length,
  };
  return Object.values(missing).some((count) => count > 0) ? refuse("submission.send.incomplete", missing) : ok(null);
}
