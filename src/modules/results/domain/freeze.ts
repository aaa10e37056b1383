/**
 * When a ranking may be frozen, and the document it becomes.
 *
 * Source: a published list is a snapshot and never computed again on view. That every stage it rests on must have closed and
 * that missing readings must be acknowledged by a person before freezing is our default.
 */

import type { ResultRule } from "@/modules/competition/domain/edition-rules";
import { hasClosed, type StageRow } from "@/modules/competition/domain/stages";
import { toText, type Fraction } from "@/modules/review/domain/fraction";
import { byCodeUnit } from "@/modules/review/domain/seeded-order";
import type { Refusal } from "@/lib/result";
import type { DecidedBy, RankedEntry, StageStanding } from "./ranking";

/** `BLOCKING` cannot be overridden; `ACKNOWLEDGE` can, by a person who has read it. `codes` are the entries concerned. */
export type FreezeProblem = Refusal & { readonly severity: "BLOCKING" | "ACKNOWLEDGE"; readonly codes: readonly string[] };

export type FreezeRequest = {
  /** The stage that the result waits for, and those whose scores are read. */
  readonly stages: readonly Pick<StageRow, "key" | "opensAt" | "closesAt">[];
  readonly now: Date;
  /** Every round that is read, with the readings that each entry of the ranking has in it. */
  readonly rounds: readonly {
    readonly stage: string;
    readonly perSubmission: number;
    /** `hasEntered` false: never among those who are scored in this round. */
    readonly entries: readonly { readonly code: string; readonly readings: number; readonly hasEntered: boolean }[];
  }[];
};

/**
 * What speaks against freezing a ranking: a stage that has not closed, no entry (both blocking), and in each round entries
 * that never entered it, that nobody read, and with some but fewer than `perSubmission` readings (to be acknowledged, and the
 * first two to be decided on when the list is composed). Empty = nothing.
 */
export function freezeProblems({ stages, now, rounds }: FreezeRequest): FreezeProblem[] {
  return [
    ...stages.filter((stage) => !hasClosed(stage, now)).map(({ key }) => blocking("results.problem.stageNotClosed", { stage: key })),
    ...(rounds.some(({ entries }) => entries.length > 0) ? [] : [blocking("results.problem.noEntries")]),
    ...rounds.flatMap(({ entries, ...round }) => [
      ...toAcknowledge("results.problem.stageNotEntered", entries.filter(({ hasEntered }) => !hasEntered), round),
      ...toAcknowledge("results.problem.entriesUnread", entries.filter(({ hasEntered, readings }) => hasEntered && readings < 1 && readings < round.perSubmission), round),
      ...toAcknowledge("results.problem.entriesUnderRead", entries.filter(({ readings }) => readings >= 1 && readings < round.perSubmission), round),
    ]),
  ];
}

/**
 * A frozen ranking as plain data. Fractions are texts `n/d`; lists stand in a fixed order. In format 1 the code ended every
 * tie and `rank` ran from 1 to n; such texts are kept and proven by their hash as they are. From format 2 on equals share a rank.
 */
export type SnapshotDocument = {
  readonly format: 2;
  readonly edition: string;
  readonly rulesSha256: string;
  readonly result: Pick<ResultRule, "afterStage" | "combine" | "tieBreaks"> & {
    readonly key: string;
    readonly levels: { key: string; size: number; groups: string[]; from: string | null; growForTie: number }[];
  };
  readonly entries: SnapshotEntry[];
};

export type SnapshotEntry = {
  readonly rank: number;
  readonly code: string;
  readonly group: string;
  readonly total: string | null;
  readonly incomplete: boolean;
  readonly decidedBy: DecidedBy;
  /** Ascending by stage key. */
  readonly stages: {
    stage: string;
    points: string | null;
    readings: number;
    lowest: string | null;
    highest: string | null;
    /** Ascending by criterion key. */
    criteria: { criterion: string; mean: string }[];
  }[];
};

export type SnapshotContent = {
  readonly editionCode: string;
  readonly rulesSha256: string;
  readonly result: ResultRule;
  readonly ranked: readonly RankedEntry[];
};

/**
 * The document of a frozen ranking. It holds what the order follows from and nothing of when, by whom or on which machine it
 * was made, and its keys always stand in one order: the same scores under the same rules serialise to the same bytes.
 */
export function snapshotDocument({ editionCode, rulesSha256, result, ranked }: SnapshotContent): SnapshotDocument {
  return {
    format: 2,
    edition: editionCode,
    rulesSha256,
    result: {
      key: result.key,
      afterStage: result.afterStage,
      combine: result.combine.map(({ stage, weight }) => ({ stage, weight })),
      tieBreaks: result.tieBreaks.map(orderedTieBreak),
      levels: result.levels.map(({ key, size, groups, from, growForTie = 0 }) => ({ key, size, groups: [...groups], from, growForTie })),
    },
    entries: [...ranked].sort((left, right) => left.place - right.place).map(snapshotEntry),
  };
}

function blocking(key: string, values: Refusal["values"] = {}): FreezeProblem {
  return { key, values, severity: "BLOCKING", codes: [] };
}

type Entries = FreezeRequest["rounds"][number]["entries"];

function toAcknowledge(key: string, entries: Entries, round: { stage: string; perSubmission: number }): FreezeProblem[] {
  if (entries.length === 0) return [];
  const codes = entries.map(({ code }) => code).sort(byCodeUnit);
  return [{ key, values: { ...round, entries: codes.length }, severity: "ACKNOWLEDGE", codes }];
}

function orderedTieBreak(tieBreak: ResultRule["tieBreaks"][number]): ResultRule["tieBreaks"][number] {
  switch (tieBreak.by) {
    case "STAGE": return { by: "STAGE", stage: tieBreak.stage };
    case "CRITERION": return { by: "CRITERION", stage: tieBreak.stage, criterion: tieBreak.criterion };
    case "EARLIER_FILING": return { by: "EARLIER_FILING" };
  }
}

function snapshotEntry({ rank, code, group, total, incomplete, decidedBy, stages }: RankedEntry): SnapshotEntry {
  return { rank, code, group, total: textOf(total), incomplete, decidedBy, stages: byKey(stages).map(snapshotStage) };
}

function snapshotStage([stage, standing]: [string, StageStanding]): SnapshotEntry["stages"][number] {
  return {
    stage,
    points: textOf(standing.points),
    readings: standing.readings,
    lowest: textOf(standing.lowest),
    highest: textOf(standing.highest),
    criteria: byKey(standing.criteria).map(([criterion, mean]) => ({ criterion, mean: toText(mean) })),
  };
}

function byKey<Value>(record: Readonly<Record<string, Value>>): [string, Value][] {
  return Object.entries(record).sort(([left], [right]) => byCodeUnit(left, right));
}

function textOf(value: Fraction | null): string | null {
  return value && toText(value);
}
