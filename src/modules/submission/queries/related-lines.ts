import { sentence } from "@/lib/form-state";
import { refuse, type Result } from "@/lib/result";
import type { Continuation, RelatedInnovation } from "./related";

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

/** Nothing is kept before every question is answered; the questions come along. */
export async function relatedStillOpen({ asked, settled: { open } }: Continuation): Promise<Result<never>> {
  return { ...refuse("submission.refused.relatedOpen", { count: open.length }), details: { related: await relatedLines(asked) } };
}
