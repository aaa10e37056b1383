/**
 * What scores leave to people: equal entries at a level's line, entries that lack a reading, a level that cannot be filled,
 * entries on it that a visit doubts or disqualifies, and what was decided on an earlier ranking and is not followed on this one.
 * Each keeps a set from being declared ready until it has been decided.
 *
 * Source: KIPP's plenary decides and keeps a record; that silence decides nothing is our default.
 */
import { unmetWords } from "./unmet-words";
import type { Composition, LevelComposition } from "./composition";

export const RULING_KINDS = ["MISSING", "UNFILLED", "VERDICT", "CARRIED"] as const;
export type RulingKind = (typeof RULING_KINDS)[number];

/** A recorded decision: entries that lack a reading stay out, a level stays as small as it is, doubted entries stay on it, or entries stand as the new ranking has them. */
export type Ruling = {
  readonly kind: RulingKind;
  readonly level: string;
  /** All but `UNFILLED`: the entries that were named when it was decided. */
  readonly codes: readonly string[];
  /** `UNFILLED`: how many stood on the level when it was decided. */
  readonly entries: number;
};

/** `settled`: decided by people, by moves (a tie) or by a ruling. `codes` in the order they are shown. */
export type OpenDecision = { readonly level: string; readonly settled: boolean } & (
  | { readonly kind: "TIE"; readonly seats: number; readonly codes: readonly string[] }
  | { readonly kind: "MISSING" | "VERDICT" | "CARRIED"; readonly codes: readonly string[] }
  | { readonly kind: "UNFILLED"; readonly entries: number; readonly size: number }
);

type Asked = Pick<Composition, "levels" | "rulings" | "doubted" | "earlier" | "moves">;

/** Every decision that a composition asks of people, level by level; the settled ones too. */
export function openDecisions(asked: Asked): OpenDecision[] {
  const { levels, rulings, doubted } = asked;
  return levels.flatMap((level) => [
    ...tieDecision(level), ...missingDecision(level, rulings), ...unfilledDecision(level, rulings), ...verdictDecision(level, { rulings, doubted }),
    ...carriedDecision(level, asked),
  ]);
}

/** What a ruling made now would cover; null where the level asks for none of this kind. */
export function rulingOn(composition: Asked, { kind, level }: Pick<Ruling, "kind" | "level">): Ruling | null {
  const asked = openDecisions(composition).find((decision) => decision.kind === kind && decision.level === level && !decision.settled);
  if (!asked || asked.kind === "TIE") return null;
  return { kind, level, codes: asked.kind === "UNFILLED" ? [] : asked.codes, entries: asked.kind === "UNFILLED" ? asked.entries : 0 };
}

/** Nobody of a tie is in by scores: as long as a seat is free and more equals wait than there are seats, it is open. */
function tieDecision({ level, tie, size, codes }: LevelComposition): OpenDecision[] {
  if (!tie) return [];
  const waiting = tie.codes.filter((code) => !codes.includes(code));
  const free = size - codes.length;
  return [{ kind: "TIE", level, ...tie, settled: free <= 0 || waiting.length <= free }];
}

/** Entries that lack a reading and were not brought in by people. */
function missingDecision({ level, incomplete, codes }: LevelComposition, rulings: readonly Ruling[]): OpenDecision[] {
  const left = incomplete.filter((code) => !codes.includes(code));
  if (left.length === 0) return [];
  const ruled = new Set(rulings.filter((ruling) => ruling.kind === "MISSING" && ruling.level === level).flatMap((ruling) => ruling.codes));
  return [{ kind: "MISSING", level, codes: left, settled: left.every((code) => ruled.has(code)) }];
}

/** Fewer than the size, and not enough complete entries to fill it. */
function unfilledDecision({ level, size, eligible, codes }: LevelComposition, rulings: readonly Ruling[]): OpenDecision[] {
  if (codes.length >= size || eligible.length >= size) return [];
  const settled = rulings.some((ruling) => ruling.kind === "UNFILLED" && ruling.level === level && codes.length >= ruling.entries);
  return [{ kind: "UNFILLED", level, entries: codes.length, size, settled }];
}

/** Entries on the level that a visit doubts or disqualifies: taken out by moves, or kept by a ruling that names them. */
function verdictDecision({ level, codes }: LevelComposition, { rulings, doubted = [] }: Pick<Composition, "rulings" | "doubted">): OpenDecision[] {
  const on = codes.filter((code) => doubted.includes(code));
  if (on.length === 0) return [];
  const ruled = new Set(rulings.filter((ruling) => ruling.kind === "VERDICT" && ruling.level === level).flatMap((ruling) => ruling.codes));
  return [{ kind: "VERDICT", level, codes: on, settled: on.every((code) => ruled.has(code)) }];
}

/** Entries that people had moved on an earlier ranking and that stand otherwise on this one. */
function carriedDecision({ level }: LevelComposition, asked: Asked): OpenDecision[] {
  const codes = unmetWords(asked.earlier ?? [], asked).filter((word) => word.level === level).map(({ code }) => code);
  if (codes.length === 0) return [];
  const ruled = new Set(asked.rulings.filter((ruling) => ruling.kind === "CARRIED" && ruling.level === level).flatMap((ruling) => ruling.codes));
  return [{ kind: "CARRIED", level, codes, settled: codes.every((code) => ruled.has(code)) }];
}
