/**
 * Whether a proposal may leave its authors: nothing that must be fixed, every statement ticked, every other remark
 * acknowledged by name. Our default; the statements are those the edition asks for.
 */
import { refuse, type Result, ok } from "@/lib/result";
import type { StatementRule } from "@/modules/competition/domain/edition-rules";
import { missingStatements, problemId, type Completeness } from "./completeness";

export type Ticks = { statements: readonly string[]; acknowledged: readonly string[] };

/** In: what is missing, the edition's statements and what was ticked. Out: ok, or a refusal that says which of the three fails. */
export function readyToSend(
  { mustFix, shouldLook }: Pick<Completeness, "mustFix" | "shouldLook">,
  statements: readonly StatementRule[],
  { statements: agreed, acknowledged }: Ticks,
): Result<null> {
  if (mustFix.length > 0) return refuse("submission.send.mustFix", { count: mustFix.length });

  const unticked = missingStatements(statements, agreed).length;
  if (unticked > 0) return refuse("submission.send.statementsMissing", { count: unticked });

  const unseen = shouldLook.filter((problem) => !acknowledged.includes(problemId(problem))).length;
  return unseen > 0 ? refuse("submission.send.notAcknowledged", { count: unseen }) : ok(null);
}
