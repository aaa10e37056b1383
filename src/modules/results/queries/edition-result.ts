import { databaseNow } from "@/lib/db";
import { announcementOf } from "@/modules/competition/domain/announcement";
import type { ResultRule } from "@/modules/competition/domain/edition-rules";
import type { Round } from "@/modules/competition/domain/levels";
import { hasClosed } from "@/modules/competition/domain/stages";
import { editionBySlug, type EditionStage, type EditionView } from "@/modules/competition/queries";
import { decidingRound, roundsRead } from "../domain/entrants";

/** A round with the row of its stage. */
export type ReadRound = { round: Round; stage: EditionStage };

/** One result of an edition: the round whose entrants it ranks, what it reads, and the stage that must be over before. */
export type EditionResult = {
  edition: EditionView;
  result: ResultRule;
  round: Round;
  /** The row of the round's stage. */
  stage: EditionStage;
  /** Every round that counts or breaks ties, in the order of the timetable. */
  reads: ReadRound[];
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
  const rowOf = (key: string | undefined) => edition.stages.find((stage) => stage.key === key);
  const [stage, closing] = [rowOf(round?.stage.key), rowOf(result?.afterStage)];
  if (!result || !round || !stage || !closing) return null;
  const reads = roundsRead(edition.rules, result).flatMap((read) => {
    const row = rowOf(read.stage.key);
    return row ? [{ round: read, stage: row }] : [];
  });
  return { edition, result, round, stage, reads, closing };
}

/** The day on which the timetable announces a result; null where it names none, or one that has gone by. */
export async function announcementDue({ stages, rules }: EditionView, resultKey: string): Promise<Date | null> {
  const stage = announcementOf(stages, rules.results, resultKey);
  return stage && !hasClosed(stage, await databaseNow()) ? stage.opensAt : null;
}
