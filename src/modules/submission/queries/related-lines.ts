import { sentence } from "@/lib/form-state";
import { refuse, type Result } from "@/lib/result";
import type { Continuation, RelatedInnovation } from "./related";
import type { SourceChoice } from "./source";

/** One question about a related innovation, in the reader's language. */
export type RelatedLine = { id: string; question: string; about: string };

/** In: the innovations asked about. Out: what their writers are asked, with whose each is and where it takes part already. */
export function relatedLines(asked: readonly RelatedInnovation[]): Promise<RelatedLine[]> {
  return Promise.all(asked.map(async ({ id, title, results, ownerName, entry }) => ({
    id,
    question: await sentence(results.length > 0
      ? { key: "submission.related.winner", values: { title, results: results.join(", ") } }
      : { key: "submission.related.question", values: { title } }),
    about: await sentence(entry
      ? { key: "submission.related.entered", values: { owner: ownerName, code: entry.code, unit: entry.unitName } }
      : { key: "submission.related.owner", values: { owner: ownerName } }),
  })));
}

/** What the page of a form is told to ask; `sources` only where something is adapted. */
export async function askedDetails({ asked }: Continuation, { found, isOpen }: SourceChoice) {
  return { related: await relatedLines(asked), ...(found.length > 0 && { sources: found, sourceOpen: isOpen }) };
}

/** Nothing is kept before every question is answered; the questions come along. */
export async function stillOpen(continuation: Continuation, source: SourceChoice): Promise<Result<never>> {
  const { open } = continuation.settled;
  const refusal = open.length > 0 ? refuse("submission.refused.relatedOpen", { count: open.length }) : refuse("submission.refused.sourceOpen");
  return { ...refusal, details: await askedDetails(continuation, source) };
}
