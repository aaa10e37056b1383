/**
 * What a move of the timetable would do, before it is done. Our default: a move of more than one stage, and one that takes time
 * from people, is shown first, and done only as it was shown; where the dates have changed meanwhile it is another plan.
 */
import { ok, refuse, type Result } from "@/lib/result";
import { closesEarlier } from "./earlier-close";
import type { LocalizedText } from "./edition-rules";
import type { StageRow } from "./stages";
import { type AroundMove, movedTimetable, type StageMove } from "./timetable-change";

export type MovedStage<Stage extends StageRow = StageRow> = { before: Stage; after: Stage };

/** The stages that change, the one that was asked about first; `name` tells one plan from another. */
export type Plan<Stage extends StageRow = StageRow> = { moves: MovedStage<Stage>[]; isEarlier: boolean; name: string };

/** As many characters as the name of a plan can have: 40 stages with keys of 40. */
export const PLAN_NAME_MAX = 4_000;

/** In: the timetable, a move, and what it is judged by. Out: what would change, and whether it takes time from people. Refuses what `movedTimetable` refuses, and a shift that would bring another close forward unasked. */
export function plannedMove<Stage extends StageRow>(stages: readonly Stage[], move: StageMove, around: AroundMove): Result<Plan<Stage>> {
  const moved = movedTimetable(stages, move, around);
  if (!moved.ok) return moved;
  const moves = stages.map((before, place) => ({ before, after: moved.value[place]! })).filter(({ before, after }) => !isSame(before, after));
  const own = moves.find(({ before }) => before.key === move.key);
  const isEarlier = own !== undefined && takesTime(own, around.now);
  // What is agreed to by two people is the close of the stage that was asked about.
  const other = isEarlier ? undefined : moves.find((each) => takesTime(each, around.now));
  if (other) return refuse("competition.refused.shiftClosesEarlier", { stage: other.before.key });
  return ok({ moves, isEarlier, name: nameOf(moves, move) });
}

/** A plan as a form shows it before anything is done: texts in the reader's language. */
export type ShownPlan = { seen: string; work: string | null; rows: PlanRow[] };
export type PlanRow = { key: string; stage: string; before: string; after: string };

/** In: a plan, the reader's language, and how an instant is written. Out: one row a stage, its dates before and after. */
export function planRows({ moves }: Pick<Plan, "moves">, locale: keyof LocalizedText, written: (moment: Date) => string): PlanRow[] {
  const span = ({ opensAt, closesAt }: StageRow) => `${written(opensAt)} – ${written(closesAt)}`;
  return moves.map(({ before, after }) => ({ key: before.key, stage: before.name[locale], before: span(before), after: span(after) }));
}

const takesTime = ({ before, after }: MovedStage, now: Date) => closesEarlier(before, after.closesAt, now);
const isSame = (one: StageRow, other: StageRow) => text(one.opensAt) === text(other.opensAt) && text(one.closesAt) === text(other.closesAt);
const text = (moment: Date) => moment.getTime().toString(36);

/** An opening at the moment of saving is another one at each look; all else is as it was shown. */
function nameOf(moves: readonly MovedStage[], { key, opensAt }: StageMove): string {
  const dates = moves.map(({ before, after }) => [
    before.key, text(before.opensAt), text(before.closesAt), before.key === key && opensAt === null ? "now" : text(after.opensAt), text(after.closesAt),
  ].join(","));
  return dates.join(";");
}
