/**
 * When marks, means, spreads and the order that follows from them may be read by those who run the edition. Source: our
 * default, after DOMjudge and HotCRP: whoever can move dates, judges and assignments reads no mark while it can still
 * change; until then there is progress. An edition may say otherwise (`organiserSeesMarks: WHILE_OPEN`).
 */
import type { EditionRules } from "@/modules/competition/domain/edition-rules";
import { hasClosed } from "@/modules/competition/domain/stages";

type Timed = { key: string; opensAt: Date; closesAt: Date };
export type SecretEdition = { rules: Pick<EditionRules, "organiserSeesMarks">; stages: readonly Timed[] };

/** In: an edition and the database's time. Out: the keys of the stages whose marks only their judges may read. */
export function secretStages({ rules, stages }: SecretEdition, now: Date): string[] {
  if (rules.organiserSeesMarks === "WHILE_OPEN") return [];
  return stages.filter((stage) => !hasClosed(stage, now)).map(({ key }) => key);
}

/** In: an edition, the stages that something is made of, and the time. Out: when the last of those still secret closes; null = it may be read. */
export function secretUntil(edition: SecretEdition, madeOf: readonly string[], now: Date): Date | null {
  const secret = secretStages(edition, now);
  const closings = edition.stages.filter(({ key }) => secret.includes(key) && madeOf.includes(key)).map(({ closesAt }) => closesAt.getTime());
  return closings.length > 0 ? new Date(Math.max(...closings)) : null;
}
