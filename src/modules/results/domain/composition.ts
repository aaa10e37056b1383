/**
 * Who stands on which level: the order of scores first, then single moves by people, each with its reason.
 *
 * Source: KIPP's plenary decides on the Top list with an eye to representation and keeps a record of it; a level of a later
 * result takes only those an earlier level named (`from`). That a reason has at least ten characters is our default.
 */

import type { LevelRule, ResultRule } from "@/modules/competition/domain/edition-rules";
import type { Refusal } from "@/lib/result";
import type { RankedEntry } from "./ranking";
import { openDecisions, type OpenDecision, type Ruling } from "./open-decisions";
import { equalRuns, lineOf, type LevelLine } from "./ties";

export const LEAST_REASON_LENGTH = 10;

/** One step away from the order of scores: an entry into a level or out of it. */
export type Move = {
  readonly code: string;
  readonly level: string;
  readonly direction: "IN" | "OUT";
  readonly reason: string;
};

/** One level; every list holds codes in the order they are shown. */
export type LevelComposition = LevelLine & {
  readonly level: string;
  readonly size: number;
  /** Those whom scores may bring in: of its groups, with a complete total, and named by its `from` level where it has one. */
  readonly eligible: readonly string[];
  /** As those, but without a complete total: only people bring them in. */
  readonly incomplete: readonly string[];
  /** After the moves. */
  readonly codes: readonly string[];
};

export type Composition = {
  /** Every ranked code. */
  readonly ranked: readonly string[];
  readonly levels: readonly LevelComposition[];
  /** In the order they were made. */
  readonly moves: readonly Move[];
  /** Decisions about what is missing, without those that were withdrawn. */
  readonly rulings: readonly Ruling[];
  /** Codes that a visit doubts or disqualifies; absent where nothing was visited. */
  readonly doubted?: readonly string[];
  /** What people decided last on rankings that count no more. */
  readonly earlier?: readonly Pick<Move, "code" | "level" | "direction">[];
};

/** The levels each code reached in earlier results of the edition. */
export type EarlierLevels = ReadonlyMap<string, readonly string[]>;

/**
 * What the order of scores alone gives: per level the first `size` eligible entries, and no entry on two levels. Equal entries
 * across the line come in together where the level may grow by them, and else wait for people: nobody of them is in.
 */
export function autoComposition(
  ranked: readonly RankedEntry[],
  result: Pick<ResultRule, "levels">,
  earlier: EarlierLevels,
): Composition {
  const inOrder = [...ranked].sort((left, right) => left.place - right.place);
  const runs = equalRuns(inOrder);
  const placed = new Set<string>();
  const levels = result.levels.map((level) => {
    const candidates = inOrder.filter((entry) => mayStandOn(entry, level, earlier));
    const eligible = candidates.filter((entry) => !entry.incomplete).map(({ code }) => code);
    const incomplete = candidates.filter((entry) => entry.incomplete).map(({ code }) => code);
    const line = lineOf(eligible.filter((code) => !placed.has(code)), level, runs);
    line.proposed.forEach((code) => placed.add(code));
    return { level: level.key, size: level.size, ...line, eligible, incomplete, codes: line.proposed };
  });
  return { ranked: inOrder.map(({ code }) => code), levels, moves: [], rulings: [] };
}

/**
 * The composition after further moves, on top of those it has. A move that cannot be (an unknown entry or level, an entry that
 * is not eligible) changes nothing here; `compositionProblems` names it.
 */
export function applyMoves(composition: Composition, moves: readonly Move[]): Composition {
  return moves.reduce(applyMove, composition);
}

/**
 * Everything that keeps a composition from being decided, in this order: moves that name an unknown entry or level, bring in an
 * entry that may not stand there, change nothing, or have no reason of at least ten characters; levels with more entries than
 * they may hold, or fewer although enough are eligible; what waits for a decision of people; entries on two levels. Empty = none.
 */
export function compositionProblems(composition: Composition): Refusal[] {
  let standing = withoutMoves(composition);
  const ofMoves = composition.moves.flatMap((move) => {
    const before = standing;
    standing = applyMove(before, move);
    return moveProblems(move, before);
  });
  return [
    ...ofMoves,
    ...composition.levels.flatMap(sizeProblems),
    ...openDecisions(composition).flatMap(undecided),
    ...codesOnTwoLevels(composition).map((code) => ({ key: "results.problem.onTwoLevels", values: { code } })),
  ];
}

function mayStandOn(entry: RankedEntry, { groups, from }: LevelRule, earlier: EarlierLevels): boolean {
  if (!groups.includes(entry.group)) return false;
  return from === null || (earlier.get(entry.code)?.includes(from) ?? false);
}

function withoutMoves(composition: Composition): Composition {
  return { ...composition, moves: [], levels: composition.levels.map((level) => ({ ...level, codes: level.proposed })) };
}

function applyMove(composition: Composition, move: Move): Composition {
  const levels = composition.levels.map((level) =>
    level.level === move.level ? { ...level, codes: codesAfter(level, move) } : level,
  );
  return { ...composition, levels, moves: [...composition.moves, move] };
}

function codesAfter({ eligible, incomplete, codes }: LevelComposition, { code, direction }: Move): readonly string[] {
  if (direction === "OUT") return codes.filter((present) => present !== code);
  const wanted = new Set([...codes, code]);
  return [...eligible, ...incomplete].filter((candidate) => wanted.has(candidate));
}

function moveProblems(move: Move, before: Composition): Refusal[] {
  const values = { code: move.code, level: move.level };
  const reason = isReason(move.reason) ? [] : [{ key: "results.problem.moveWithoutReason", values: { ...values, least: LEAST_REASON_LENGTH } }];
  const fault = faultOf(move, before);
  return fault ? [{ key: fault, values }, ...reason] : reason;
}

function faultOf({ code, level: levelKey, direction }: Move, { ranked, levels }: Composition): string | null {
  const level = levels.find((candidate) => candidate.level === levelKey);
  if (!level) return "results.problem.moveUnknownLevel";
  if (!ranked.includes(code)) return "results.problem.moveUnknownEntry";
  if (direction === "IN" && !level.eligible.includes(code) && !level.incomplete.includes(code)) return "results.problem.moveNotEligible";
  return level.codes.includes(code) === (direction === "IN") ? "results.problem.moveWithoutEffect" : null;
}

/** Whether this move, made now, would change nothing or bring in what may not stand there. */
export function changesNothing(move: Move, composition: Composition): boolean {
  return faultOf(move, composition) !== null;
}

/** Whether a text says enough to be a move's reason. Counted as people count: characters, not code units, and no padding with spaces. */
export function isReason(reason: string): boolean {
  return [...reason.trim().replace(/\s+/gu, " ")].length >= LEAST_REASON_LENGTH;
}

function sizeProblems({ level, size, capacity, tie, eligible, codes }: LevelComposition): Refusal[] {
  const values = { level, size: capacity, entries: codes.length };
  if (codes.length > capacity) return [{ key: "results.problem.levelTooLarge", values }];
  const isTied = tie !== null && tie.codes.filter((code) => !codes.includes(code)).length > size - codes.length;
  if (codes.length < size && eligible.length >= size && !isTied) return [{ key: "results.problem.levelTooSmall", values: { ...values, size } }];
  return [];
}

function undecided(decision: OpenDecision): Refusal[] {
  if (decision.settled) return [];
  const { level } = decision;
  switch (decision.kind) {
    case "TIE": return [{ key: "results.problem.tieAtLine", values: { level, seats: decision.seats, entries: decision.codes.length, codes: decision.codes.join(", ") } }];
    case "MISSING": return [{ key: "results.problem.missingUndecided", values: { level, entries: decision.codes.length, codes: named(decision.codes) } }];
    case "VERDICT": return [{ key: "results.problem.verdictUndecided", values: { level, entries: decision.codes.length, codes: named(decision.codes) } }];
    case "CARRIED": return [{ key: "results.problem.carriedUndecided", values: { level, entries: decision.codes.length, codes: named(decision.codes) } }];
    case "UNFILLED": return [{ key: "results.problem.levelUnfilled", values: { level, size: decision.size, entries: decision.entries } }];
  }
}

const MOST_NAMED = 20;
const named = (codes: readonly string[]): string => `${codes.slice(0, MOST_NAMED).join(", ")}${codes.length > MOST_NAMED ? ", …" : ""}`;

function codesOnTwoLevels({ levels }: Composition): string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const code of levels.flatMap(({ codes }) => codes)) (seen.has(code) ? twice : seen).add(code);
  return [...twice];
}
