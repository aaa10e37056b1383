/**
 * Where an edition stands. Nothing of it is stored: it follows from the timetable and the time.
 * Source of the order of the stages: the competitions of 2014 to 2025 (registration, administrative selection, scoring
 * of proposals, presentation, announcement, award). That two of them never overlap is our default: in 2022 selection
 * began two days after registration had closed, and nobody may be judged while others still write.
 */
import type { EditionRules, LocalizedText, StageKind } from "./edition-rules";
import { closingInstantOf, instantOf, localOf } from "./local-time";
import { problemAt, type RuleProblem } from "./rule-problem";

/** A stage with its instants; `position` counts from 0 in the order of the timetable. */
export type StageRow = {
  key: string;
  kind: StageKind;
  name: LocalizedText;
  opensAt: Date;
  closesAt: Date;
  position: number;
};

export type StageState = "UPCOMING" | "OPEN" | "CLOSED";

/** Which kinds must have closed before a stage of this kind opens. */
const OPENS_AFTER: Record<StageKind, readonly StageKind[]> = {
  REGISTRATION: [],
  ADMIN_SELECTION: ["REGISTRATION"],
  EVALUATION: ["REGISTRATION", "ADMIN_SELECTION"],
  PRESENTATION: ["REGISTRATION", "ADMIN_SELECTION", "EVALUATION"],
  FIELD_VISIT: ["REGISTRATION", "ADMIN_SELECTION", "EVALUATION"],
  ANNOUNCEMENT: ["REGISTRATION"],
  AWARD: ["REGISTRATION", "ADMIN_SELECTION", "EVALUATION"],
};

/** The timetable of the rules as rows with instants. */
export function stageRows(rules: Pick<EditionRules, "stages" | "edition">): StageRow[] {
  return rules.stages.map(({ key, kind, name, opensAt, closesAt }, position) => ({
    key,
    kind,
    name,
    opensAt: instantOf(opensAt, rules.edition.zone),
    closesAt: closingInstantOf(closesAt, rules.edition.zone),
    position,
  }));
}

/** The rules with the timetable as it stands now; a stage without a row keeps the dates it was written with. */
export function withTimetable(rules: EditionRules, rows: readonly StageRow[]): EditionRules {
  const { zone } = rules.edition;
  const stages = rules.stages.map((stage) => {
    const row = rows.find(({ key }) => key === stage.key);
    return row ? { ...stage, opensAt: localOf(row.opensAt, zone), closesAt: localOf(row.closesAt, zone) } : stage;
  });
  return { ...rules, stages };
}

/** The open stage, the later one in the timetable where two are open; null before, between and after the stages. */
export function currentStage<Stage extends StageRow>(stages: readonly Stage[], now: Date): Stage | null {
  return inOrder(stages).findLast((stage) => isOpen(stage, now)) ?? null;
}

/** The first stage in the timetable that has not opened yet; null when all have. */
export function nextStage<Stage extends StageRow>(stages: readonly Stage[], now: Date): Stage | null {
  return inOrder(stages).find((stage) => stageState(stage, now) === "UPCOMING") ?? null;
}

/** In: a timetable and the time. Out: what follows registration and has not closed yet, in order. */
export function stagesAhead<Stage extends StageRow>(stages: readonly Stage[], now: Date): Stage[] {
  return inOrder(stages).filter((stage) => stage.kind !== "REGISTRATION" && !hasClosed(stage, now));
}

/** The first stage of a kind; null where the edition has none. */
export function stageOf<Stage extends StageRow>(stages: readonly Stage[], kind: StageKind): Stage | null {
  return inOrder(stages).find((stage) => stage.kind === kind) ?? null;
}

/** Both ends belong to the stage: what arrives at the closing instant itself still counts. */
export function isOpen(stage: Pick<StageRow, "opensAt" | "closesAt">, now: Date): boolean {
  return stageState(stage, now) === "OPEN";
}

/** True from the first instant after the closing one. */
export function hasClosed(stage: Pick<StageRow, "opensAt" | "closesAt">, now: Date): boolean {
  return stageState(stage, now) === "CLOSED";
}

/** Where a stage stands at `now`; see `isOpen` for its two ends. */
export function stageState(stage: Pick<StageRow, "opensAt" | "closesAt">, now: Date): StageState {
  if (now < stage.opensAt) return "UPCOMING";
  return now <= stage.closesAt ? "OPEN" : "CLOSED";
}

/**
 * What is wrong with a timetable, empty when nothing is: not exactly one registration, a stage that closes before it
 * opens, stages not in the order of their opening, or one that opens before what it builds on has closed. Paths lead to
 * `stages.<place in the list>.opensAt` or `closesAt`.
 */
export function stageProblems(stages: readonly StageRow[]): RuleProblem[] {
  const registrations = stages.filter((stage) => stage.kind === "REGISTRATION").length;
  return [
    ...(registrations === 1 ? [] : [problemAt(["stages"], "oneRegistration", { count: registrations })]),
    ...stages.flatMap((stage, place) => problemsOfStage(stages, stage, place)),
  ];
}

function problemsOfStage(stages: readonly StageRow[], stage: StageRow, place: number): RuleProblem[] {
  if (stage.closesAt <= stage.opensAt) {
    return [problemAt(["stages", place, "closesAt"], "stageEndsBeforeStart", { stage: stage.key })];
  }
  const opening = ["stages", place, "opensAt"] as const;
  const stillOpen = stages.find(
    (other, otherPlace) => buildsOn(stage, other, otherPlace < place) && stage.opensAt <= other.closesAt,
  );
  if (stillOpen) return [problemAt(opening, "stageOverlaps", { stage: stage.key, other: stillOpen.key })];

  const before = stages[place - 1];
  return before && stage.opensAt < before.opensAt
    ? [problemAt(opening, "stagesOutOfOrder", { stage: stage.key, other: before.key })]
    : [];
}

function buildsOn(stage: StageRow, other: StageRow, otherIsEarlier: boolean): boolean {
  return OPENS_AFTER[stage.kind].includes(other.kind) || (stage.kind === other.kind && otherIsEarlier);
}

function inOrder<Stage extends StageRow>(stages: readonly Stage[]): Stage[] {
  return stages.toSorted((one, other) => one.position - other.position);
}
