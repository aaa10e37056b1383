/**
 * Moves a timetable as a whole, for rehearsals and demonstrations of an edition that is long over. Our default: every
 * distance between two stages stays as it was.
 */
import type { EditionRules } from "./edition-rules";
import { addDays } from "./local-time";

/** The same rules with every stage `days` whole days later (negative: earlier). The rules given are left as they are. */
export function shiftStages(rules: EditionRules, days: number): EditionRules {
  return {
    ...rules,
    stages: rules.stages.map((stage) => ({
      ...stage,
      opensAt: addDays(stage.opensAt, days),
      closesAt: addDays(stage.closesAt, days),
    })),
  };
}
