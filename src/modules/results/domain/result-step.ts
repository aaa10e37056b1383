/**
 * What a result waits for, so that a desk can say whose turn it is.
 *
 * Source: the order of acts from scores to a published list (rank, freeze, compose, declare ready, publish, decree).
 */
import type { DecisionStatus, PublicationState } from "./publication";

/** In the order in which a result goes through them. `DECREE` has a provisional list and waits for the decree's number. */
export const RESULT_STEPS = ["SCORE", "FREEZE", "COMPOSE", "DECLARE", "PUBLISH", "DECREE", "OVER"] as const;
export type ResultStep = (typeof RESULT_STEPS)[number];

type ResultProgress = {
  readonly hasClosed: boolean;
  readonly isFrozen: boolean;
  /** Null until a set is begun. */
  readonly setStatus: DecisionStatus | null;
  /** Of the last publication; null while there is none. */
  readonly published: PublicationState | null;
};

/** In: what has happened to a result, and whether the stage it follows has closed. Out: what it waits for. */
export function resultStep({ hasClosed, isFrozen, setStatus, published }: ResultProgress): ResultStep {
  if (published) return published === "FINAL" ? "OVER" : "DECREE";
  if (setStatus === "DRAFT") return "DECLARE";
  if (setStatus !== null) return "PUBLISH";
  if (isFrozen) return "COMPOSE";
  return hasClosed ? "FREEZE" : "SCORE";
}

/** The pages on which a result is worked, and those of them where each step is done. */
export const RESULT_PAGES = ["ranking", "decision", "publish"] as const;
export type ResultPage = (typeof RESULT_PAGES)[number];

const PAGE_OF: Record<ResultStep, ResultPage> = {
  SCORE: "ranking", FREEZE: "ranking", COMPOSE: "decision", DECLARE: "decision", PUBLISH: "publish", DECREE: "publish", OVER: "publish",
};

/** In: a page and what its result waits for. Out: whether the page's work is still to come, due now, or behind. */
export function pageState(page: ResultPage, step: ResultStep): "LATER" | "NOW" | "DONE" {
  const due = RESULT_PAGES.indexOf(PAGE_OF[step]);
  const place = RESULT_PAGES.indexOf(page);
  if (step === "OVER" || place < due) return "DONE";
  return place === due && step !== "SCORE" ? "NOW" : "LATER";
}
