import type { EditionRules, LocalizedText } from "@/modules/competition/domain/edition-rules";
import { shiftStages } from "@/modules/competition/domain/shift";
import { stageRows } from "@/modules/competition/domain/stages";

const DAY = 24 * 60 * 60 * 1000;

export type Place = {
  /** Key of the stage that `now` should fall into. */
  stage: string;
  now: Date;
  /** Days from now to its close, to half a day; negative: it has closed. Without: now is the middle of the stage. */
  closesInDays?: number;
};

export type Identity = { slug: string; code: string; name: LocalizedText };

/**
 * The same rules with the whole timetable moved by whole days so that `now` falls where it is wanted, under another name if
 * one is given. The distances between the stages stay. A stage that the rules do not have is a bug and throws.
 */
export function placedIn(rules: EditionRules, { stage, now, closesInDays }: Place, identity?: Identity): EditionRules {
  const row = stageRows(rules).find(({ key }) => key === stage);
  if (!row) throw new RangeError(`${rules.edition.slug} has no stage ${stage}`);

  const daysLeft = closesInDays ?? (row.closesAt.getTime() - row.opensAt.getTime()) / DAY / 2;
  const days = Math.round((now.getTime() - row.closesAt.getTime()) / DAY + daysLeft);
  return shiftStages({ ...rules, edition: { ...rules.edition, ...identity } }, days);
}
