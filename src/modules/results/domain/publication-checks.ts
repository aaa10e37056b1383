/**
 * The check list a publisher reads before publishing: which of the conditions of `publicationProblems` are met. What the
 * publisher types (the code, the decree) is judged when it is sent and has no place here. Our default.
 */

import { publicationProblems, type PublicationRequest } from "./publication";

export const PUBLICATION_CHECKS = ["ready", "people", "hash", "composition", "entries"] as const;
export type PublicationCheck = { readonly check: (typeof PUBLICATION_CHECKS)[number]; readonly met: boolean };

const CHECK_OF_PROBLEM: Readonly<Record<string, PublicationCheck["check"]>> = {
  "results.problem.setNotReady": "ready",
  "results.problem.composerUnknown": "people",
  "results.problem.publisherComposed": "people",
  "results.problem.publisherFroze": "people",
  "results.problem.publisherMadeByComposer": "people",
  "results.problem.snapshotChanged": "hash",
};

/** The checks in their order; `entries` is met when every listed code (`listed`) has its facts (`known`). */
export function publicationChecks(
  request: Omit<PublicationRequest, "typedCode" | "decree" | "today">,
  { listed, known }: { listed: number; known: number },
): PublicationCheck[] {
  const problems = publicationProblems({ ...request, typedCode: request.editionCode, decree: { number: "", date: "" }, today: "" });
  const failed = new Set(problems.map(({ key }) => CHECK_OF_PROBLEM[key] ?? "composition"));
  if (listed === 0 || known !== listed) failed.add("entries");
  return PUBLICATION_CHECKS.map((check) => ({ check, met: !failed.has(check) }));
}
