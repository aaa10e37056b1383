/**
 * Moving the dates of a stage while an edition runs. Registration was extended in 2015, 2017, 2018, 2020 and 2023, so it must
 * be possible; what may not move is our default: an opening that people have already met, and a stage that a decision
 * already stands on. What the rules say of scoring and results must fit the moved timetable as it had to fit the first one.
 */
import { ok, refuse, type Result } from "@/lib/result";
import type { EditionRules } from "./edition-rules";
import { resultProblems } from "./result-problems";
import { hasClosed, stageProblems, withTimetable, type StageRow } from "./stages";

export type StageMove = { key: string; opensAt: Date; closesAt: Date };

type Around = {
  now: Date;
  /** Keys of stages that something published, released or frozen stands on. */
  settled: readonly string[];
  rules: EditionRules;
};

/**
 * In: the timetable, the move (instants; `closesAt` the last instant that counts), and what it is judged by. Out: the timetable
 * after it. Refuses an unknown or settled stage, a move that changes nothing, another opening for a stage that has opened, a
 * close that is past, and whatever the timetable as a whole or the results that are ranked by it do not allow. Refusals name
 * stages by their keys and instants as ISO texts.
 */
export function movedTimetable(stages: readonly StageRow[], move: StageMove, { now, settled, rules }: Around): Result<StageRow[]> {
  const stage = stages.find(({ key }) => key === move.key);
  if (!stage) return refuse("common.errors.notFound");
  if (settled.includes(stage.key)) return refuse("competition.refused.stageSettled", { stage: stage.key });
  const [movesOpening, movesClosing] = [!sameInstant(stage.opensAt, move.opensAt), !sameInstant(stage.closesAt, move.closesAt)];
  if (!movesOpening && !movesClosing) return refuse("competition.refused.stageUnchanged");
  if (movesOpening && stage.opensAt <= now) return refuse("competition.refused.stageStarted", { stage: stage.key });
  if (hasClosed(move, now)) return refuse("competition.refused.stageEndsInPast", { now: now.toISOString() });

  const moved = stages.map((each) => (each.key === move.key ? { ...each, opensAt: move.opensAt, closesAt: move.closesAt } : each));
  const [problem] = [...stageProblems(moved), ...resultProblems(withTimetable(rules, moved))];
  return problem ? refuse(problem.key, problem.values) : ok(moved);
}

const sameInstant = (one: Date, other: Date) => one.getTime() === other.getTime();
