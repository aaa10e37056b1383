/**
 * Who stands on which level: the order of scores first, then single moves by people, each with its reason.
 *
 * Source: KIPP's plenary decides on the Top list with an eye to representation and keeps a record of it; a level of a later
 * result takes only those an earlier level named (`from`). That a reason has at least ten characters is our default.
 */

import type { LevelRule, ResultRule } from "@/modules/competition/domain/edition-rules";
import type { Refusal } from "@/lib/result";
import type { RankedEntry } from "./ranking";

export const LEAST_REASON_LENGTH = 10;

/** One step away from the order of scores: an entry into a level or out of it. */
export type Move = {
  readonly code: string;
  readonly level: string;
  readonly direction: "IN" | "OUT";
  readonly reason: string;
};

/** One level; every list holds codes in the order of rank. */
export type LevelComposition = {
  readonly level: string;
  readonly size: number;
  /** Those who may stand here: of its groups, with a complete total, and named by its `from` level where it has one. */
  readonly eligible: readonly string[];
  /** The order of scores alone: the first `size` of them. */
  readonly proposed: readonly string[];
  /** After the moves. */
  readonly codes: readonly string[];
};

export type Composition = {
  /** Every ranked code. */
  readonly ranked: readonly string[];
  readonly levels: readonly LevelComposition[];
  /** In the order they were made. */
  readonly moves: readonly Move[];
};

/** The levels each code reached in earlier results of the edition. */
export type EarlierLevels = ReadonlyMap<string, readonly string[]>;

/** What the order of scores alone gives: per level the first `size` eligible entries, and no entry on two levels. */
export function autoComposition(
  ranked: readonly RankedEntry[],
  result: Pick<ResultRule, "levels">,
  earlier: EarlierLevels,
): Composition {
  const inOrder = [...ranked].sort((left, right) => left.rank - right.rank);
  const placed = new Set<string>();
  const levels = result.levels.map((level) => {
    const eligible = inOrder.filter((entry) => isEligible(entry, level, earlier)).map(({ code }) => code);
    const proposed = eligible.filter((code) => !placed.has(code)).slice(0, level.size);
    proposed.forEach((code) => placed.add(code));
    return { level: level.key, size: level.size, eligible, proposed, codes: proposed };
  });
  return { ranked: inOrder.map(({ code }) => code), levels, moves: [] };
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
 * entry that is not eligible, change nothing, or have no reason of at least ten characters; levels with more entries than
 * their size, or fewer although enough are eligible; entries on two levels. Empty = none.
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
    ...codesOnTwoLevels(composition).map((code) => ({ key: "results.problem.onTwoLevels", values: { code } })),
  ];
}

function isEligible(entry: RankedEntry, { groups, from }: LevelRule, earlier: EarlierLevels): boolean {
  if (entry.incomplete || !groups.includes(entry.group)) return false;
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

function codesAfter({ eligible, codes }: LevelComposition, { code, direction }: Move): readonly string[] {
  if (direction === "OUT") return codes.filter((present) => present !== code);
  const wanted = new Set([...codes, code]);
  return eligible.filter((candidate) => wanted.has(candidate));
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
  if (direction === "IN" && !level.eligible.includes(code)) return "results.problem.moveNotEligible";
  return level.codes.includes(code) === (direction === "IN") ? "results.problem.moveWithoutEffect" : null;
}

/** Whether a text says enough to be a move's reason. Counted as people count: characters, not code units, and no padding with spaces. */
export function isReason(reason: string): boolean {
  return [...reason.trim().replace(/\s+/gu, " ")].length >= LEAST_REASON_LENGTH;
}

function sizeProblems({ level, size, eligible, codes }: LevelComposition): Refusal[] {
  const values = { level, size, entries: codes.length };
  if (codes.length > size) return [{ key: "results.problem.levelTooLarge", values }];
  if (codes.length < size && eligible.length >= size) return [{ key: "results.problem.levelTooSmall", values }];
  return [];
}

function codesOnTwoLevels({ levels }: Composition): string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const code of levels.flatMap(({ codes }) => codes)) (seen.has(code) ? twice : seen).add(code);
  return [...twice];
}
