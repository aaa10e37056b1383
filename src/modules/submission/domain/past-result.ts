/**
 * Which innovation a proposal continues, from what its writers say of its earlier results, and back again for their form.
 *
 * Source: our default. An innovation with a result on record is chosen from a list; a result that is not on record here is
 * kept as a claim of the proposal; any other innovation is the proposal's own.
 */

/** The answer of a form: `none`, `other` with a result in words, or the id of an innovation with a result on record. */
export type PastResultAnswer = { pastResult: string; otherResult: string };

/** What is stored of it; `innovationId` null: an innovation of its own. */
export type PastResultChoice = { innovationId: string | null; claimedResult: string };

type Known = readonly { id: string }[];

/** In: the innovations with results, and the answer. Out: which of them goes on, and the claim beside it. */
export function choiceOf(known: Known, { pastResult, otherResult }: PastResultAnswer): PastResultChoice {
  return {
    innovationId: known.find(({ id }) => id === pastResult)?.id ?? null,
    claimedResult: pastResult === "other" ? otherResult : "",
  };
}

/** In: the innovations with results, and what is stored. Out: the answer that leads to it. */
export function answerOf(known: Known, { innovationId, claimedResult }: PastResultChoice): PastResultAnswer {
  if (claimedResult !== "") return { pastResult: "other", otherResult: claimedResult };
  return { pastResult: known.find(({ id }) => id === innovationId)?.id ?? "none", otherResult: "" };
}

/**
 * In: the innovations with results, the innovation of a proposal now, and the one chosen. Out: the one it belongs to from now
 * on; null when it must get one of its own, because the present one goes on with somebody else's history.
 */
export function innovationToKeep(known: Known, now: string, chosen: string | null): string | null {
  return chosen ?? (known.some(({ id }) => id === now) ? null : now);
}
