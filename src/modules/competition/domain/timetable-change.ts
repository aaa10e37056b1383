/**
 * Moving the dates of a stage while an edition runs. Registration was extended in 2015, 2017, 2018, 2020 and 2023, so it must
 * be possible; what may not move is our default: an opening that people have already met, and a stage that a decision
 * already stands on.
 */
import { ok, refuse, type Result } from "@/lib/result";
import { hasClosed, stageProblems, type StageRow } from "./stages";

export type StageMove = { key: string; opensAt: Date; closesAt: Date };

/**
 * In: the timetable, the move (instants; `closesAt` the last instant that counts), the time, and the keys of stages that
 * something published, released or frozen stands on. Out: the timetable after it. Refuses an unknown or settled stage, a move
 * that changes nothing, another opening for a stage that has opened, a close that is past, and whatever the timetable as a
 * whole does not allow.
 */
export function movedTimetable(
  stages: readonly StageRow[],
  move: StageMove,
  { now, settled }: { now: Date; settled: readonly string[] },
): Result<StageRow[]> {
  const stage = stages.find(({ key }) => key === move.key);
  if (!stage) return refuse("common.errors.notFound");
  if (settled.includes(stage.key)) return refuse("competition.refused.stageSettled", { stage: stage.name.id });
  const [movesOpening, movesClosing] = [!sameInstant(stage.opensAt, move.opensAt), !sameInstant(stage.closesAt, move.closesAt)];
  if (!movesOpening && !movesClosing) return refuse("competition.refused.stageUnchanged");
  if (movesOpening && stage.opensAt <= now) return refuse("competition.refused.stageStarted", { stage: stage.name.id });
  if (hasClosed(move, now)) return refuse("competition.refused.stageEndsInPast", { now: now.toISOString() });

  const moved = stages.map((each) => (each.key === move.key ? { ...each, opensAt: move.opensAt, closesAt: move.closesAt } : each));
  const [problem] = stageProblems(moved);
  return problem ? refuse(problem.key, problem.values) : ok(moved);
}

const sameInstant = (one: Date, other: Date) => one.getTime() === other.getTime();
