import type { ResultRule } from "@/modules/competition/domain/edition-rules";
import type { Round } from "@/modules/competition/domain/levels";
import { editionBySlug, type EditionStage, type EditionView } from "@/modules/competition/queries";
import { decidingRound } from "../domain/entrants";

/** One result of an edition: the round whose entrants it ranks, and the stage that must be over before. */
export type EditionResult = {
  edition: EditionView;
  result: ResultRule;
  round: Round;
  /** The row of the round's stage. */
  stage: EditionStage;
  /** The row of the result's `afterStage`. */
  closing: EditionStage;
};

const SLUG = /^[a-z0-9-]{1,80}$/;

/** The edition an address names; whatever cannot be one is not asked for. */
export async function namedEdition(slug: string): Promise<EditionView | null> {
  return SLUG.test(slug) ? editionBySlug(slug) : null;
}

/** Null where there is no such edition or result. */
export async function editionResult(slug: string, resultKey: string): Promise<EditionResult | null> {
  const edition = await namedEdition(slug);
  return edition && resultOf(edition, resultKey);
}

export function resultOf(edition: EditionView, resultKey: string): EditionResult | null {
  const result = edition.rules.results.find(({ key }) => key === resultKey);
  const round = result && decidingRound(edition.rules, result);
  const stage = edition.stages.find(({ key }) => key === round?.stage.key);
  const closing = edition.stages.find(({ key }) => key === result?.afterStage);
  return result && round && stage && closing ? { edition, result, round, stage, closing } : null;
}
