/**
 * Moving the dates of a stage while an edition runs. Registration was extended in 2015, 2017, 2018, 2020 and 2023, so it must
 * be possible; what may not move is our default: an opening that people have already met, and a stage that a decision
 * already stands on. A stage whose opening has passed while nothing could begin in it can open later after all: otherwise a
 * selection that is undecided when its stage closes could never be extended. What the rules say of scoring and results must
 * fit the moved timetable, as far as it fitted before.
 */
import { ok, refuse, type Result } from "@/lib/result";
import type { EditionRules, Zone } from "./edition-rules";
import { closingInstantOf, instantOf, localOf } from "./local-time";
import { resultProblems } from "./result-problems";
import type { RuleProblem } from "./rule-problem";
import { hasClosed, stageProblems, stageState, withTimetable, type StageRow } from "./stages";

/** `opensAt` null: it opens when the move is made. `shifts`: all that follow move with it. */
export type StageMove = { key: string; opensAt: Date | null; closesAt: Date; shifts: boolean };

/** The dates as a form sends them: local times to the minute; `opensNow` goes before `opensAt`. */
export type TypedDates = { opensAt: string; closesAt: string; opensNow: boolean; shifts: boolean };

/**
 * In: a stage and the dates typed for it. Out: the move that is meant. A time that reads like the present one means it, also
 * where that one lies within its minute, as after a release or an opening at once.
 */
export function moveAsTyped(stage: Pick<StageRow, "key" | "opensAt" | "closesAt">, { opensAt, closesAt, opensNow, shifts }: TypedDates, zone: Zone): StageMove {
  const meant = (typed: string, present: Date, instant: (local: string, zone: Zone) => Date) =>
    typed === localOf(present, zone) ? present : instant(typed, zone);
  return {
    key: stage.key, shifts,
    opensAt: opensNow ? null : meant(opensAt, stage.opensAt, instantOf),
    closesAt: meant(closesAt, stage.closesAt, closingInstantOf),
  };
}

/** What has become of the stages of an edition, by their keys. */
export type StageStanding = {
  /** Something published, released or frozen stands on them. */
  settled: readonly string[];
  /** People have met them: they are written in, read in, judged in, or something was published since they opened. */
  begun: readonly string[];
  /** The ranking that stood on them was superseded, so that they may run again beside those that followed. */
  reopened: readonly string[];
};

/** What a move is judged by. */
export type AroundMove = StageStanding & { now: Date; rules: EditionRules };

/**
 * In: the timetable, the move (instants; `closesAt` the last instant that counts), and what it is judged by. Out: the timetable
 * after it, in the same order. Refuses an unknown or settled stage, a move that changes nothing, another opening for a stage that
 * people have met, an opening or a close that is past, a shift of a stage that cannot be moved, and whatever the timetable as a
 * whole or the results that are ranked by it do not allow and did allow before. Refusals name stages by their keys and instants
 * as ISO texts.
 */
export function movedTimetable<Stage extends StageRow>(stages: readonly Stage[], move: StageMove, around: AroundMove): Result<Stage[]> {
  const { now } = around;
  const stage = stages.find(({ key }) => key === move.key);
  if (!stage) return refuse("common.errors.notFound");
  const dates = datesOf(stage, move, now);
  const own = movable(stage, dates, around);
  if (!own.ok) return own;

  const days = daysShifted(stage, move, now);
  const follow = stages.filter(({ position }) => position > stage.position);
  const stuck = days === 0 ? undefined : follow.find((each) => !movable(each, shifted(each, days), around).ok);
  if (stuck) return refuseShift(stuck, shifted(stuck, days), around);

  const moved = stages.map((each) => (each === stage ? { ...each, ...dates } : days !== 0 && follow.includes(each) ? { ...each, ...shifted(each, days) } : each));
  const [problem] = newProblems({ before: stages, after: moved }, around);
  return problem ? refuseProblem(problem, around) : ok(moved);
}

/**
 * In: a stage, its move, the time. Out: by how many whole days all that follow move, so that they keep their hours; as many as the close
 * moves, or the opening where the close stays, and rounded so that nothing comes closer than it was planned. 0 without a shift.
 */
export function daysShifted(stage: Dates, { opensAt, closesAt, shifts }: Omit<StageMove, "key">, now: Date): number {
  const isOpening = sameInstant(closesAt, stage.closesAt);
  const minutes = isOpening ? minuteOf(opensAt ?? now) - minuteOf(stage.opensAt) : minuteOf(closesAt) - minuteOf(stage.closesAt);
  return shifts ? Math.ceil(minutes / MINUTES_OF_DAY) + 0 : 0;
}

/** A stage whose opening alone is moved takes its close along when all that follow move too. */
function datesOf(stage: Dates, move: StageMove, now: Date): Dates {
  const days = sameInstant(stage.closesAt, move.closesAt) ? daysShifted(stage, move, now) : 0;
  return { opensAt: move.opensAt ?? now, closesAt: shifted(move, days).closesAt };
}

function movable(stage: StageRow, dates: Dates, { now, settled, begun }: AroundMove): Result<null> {
  if (settled.includes(stage.key)) return refuse("competition.refused.stageSettled", { stage: stage.key });
  const [movesOpening, movesClosing] = [!sameInstant(stage.opensAt, dates.opensAt), !sameInstant(stage.closesAt, dates.closesAt)];
  if (!movesOpening && !movesClosing) return refuse("competition.refused.stageUnchanged");
  if (movesOpening && stage.opensAt <= now && begun.includes(stage.key)) return refuse("competition.refused.stageStarted", { stage: stage.key });
  if (movesOpening && dates.opensAt < now) return refuse("competition.refused.stageOpensInPast", { now: now.toISOString() });
  return hasClosed(dates, now) ? refuse("competition.refused.stageEndsInPast", { now: now.toISOString() }) : ok(null);
}

function refuseShift(stage: StageRow, dates: Dates, { now, settled, begun }: AroundMove): Result<never> {
  const { key } = stage;
  if (settled.includes(key)) return refuse("competition.refused.shiftSettled", { stage: key });
  if (stage.opensAt <= now && begun.includes(key)) return refuse("competition.refused.shiftBegun", { stage: key });
  return refuse("competition.refused.shiftIntoPast", { stage: key, at: dates.opensAt.toISOString() });
}

type Dates = Pick<StageRow, "opensAt" | "closesAt">;
const DAY = 24 * 60 * 60 * 1000;
const MINUTES_OF_DAY = 24 * 60;
/** Dates are typed to the minute, so they are told apart by it. */
const minuteOf = (moment: Date) => Math.floor(moment.getTime() / 60_000);
const later = (moment: Date, days: number) => new Date(moment.getTime() + days * DAY);
const shifted = ({ opensAt, closesAt }: { opensAt: Date | null; closesAt: Date }, days: number): Dates =>
  ({ opensAt: later(opensAt ?? closesAt, days), closesAt: later(closesAt, days) });

/**
 * In: the dates of a stage and the moment its decisions were released. Out: the dates it has from then on: a stage that still
 * runs ends just before that moment, so that at the moment itself it has closed; one that has ended or not opened keeps its own.
 */
export function endedByRelease(stage: Dates, at: Date): Dates {
  const { opensAt, closesAt } = stage;
  return stageState(stage, at) === "OPEN" ? { opensAt, closesAt: new Date(at.getTime() - 1) } : { opensAt, closesAt };
}

type Timetables<Stage extends StageRow> = { before: readonly Stage[]; after: readonly Stage[] };

/** A fault that the dates did not bring cannot be cured by other dates, and keeps nobody from moving them. */
function newProblems<Stage extends StageRow>({ before, after }: Timetables<Stage>, { rules, begun, reopened }: AroundMove): RuleProblem[] {
  const problemsOf = (stages: readonly Stage[]) => [...stageProblems(stages), ...resultProblems(withTimetable(rules, stages))];
  const known = new Set(problemsOf(before).map(asText));
  const runsAgain = ({ key, values = {} }: RuleProblem) =>
    ORDER.some((name) => key.endsWith(name)) && begun.includes(String(values.stage)) && reopened.includes(String(values.other));
  return problemsOf(after).filter((problem) => !known.has(asText(problem)) && !runsAgain(problem));
}

const ORDER = [".stageOverlaps", ".entrantsNotYetKnown"] as const;
const asText = ({ key, path, values }: RuleProblem) => JSON.stringify([key, path, values]);

/** Another date for what follows is only asked for where what follows can still be moved. */
function refuseProblem({ key, values = {} }: RuleProblem, { settled, begun }: AroundMove): Result<never> {
  const isFixed = [...settled, ...begun].includes(String(values.stage));
  return isFixed && [...ORDER, ".stagesOutOfOrder"].some((name) => key.endsWith(name)) ? refuse("competition.refused.nextStageBegun", values) : refuse(key, values);
}

const sameInstant = (one: Date, other: Date) => one.getTime() === other.getTime();
