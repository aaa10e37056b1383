/**
 * Which entries are equal, what rank they have among those they compete with, and where a level's line runs.
 *
 * Source: that no code, no filing time and no order of a database decides who is in is our default: entries that nothing
 * separates stay together, and people decide (see public cases of sports results, where equal points got different places).
 */
import type { LevelRule } from "@/modules/competition/domain/edition-rules";
import type { Ranked, RankedEntry } from "./ranking";

/** Equal entries on both sides of a level's line: so many seats for all of these codes. */
export type TieAtTheLine = { readonly seats: number; readonly codes: readonly string[] };

/** Where the order of scores cuts a level. */
export type LevelLine = {
  /** As many as the level may hold: its size, or more where the rules let it grow by a tie. */
  readonly capacity: number;
  /** Those whom the order of scores alone brings in; nobody of a tie at the line. */
  readonly proposed: readonly string[];
  /** Left to people; null where scores decide. */
  readonly tie: TieAtTheLine | null;
};

/** Whether nothing separates an entry from the one shown above it; incomplete entries are equal to nobody. */
export function isEqualToAbove({ decidedBy, incomplete }: Pick<Ranked, "decidedBy" | "incomplete">): boolean {
  return !incomplete && (decidedBy === "EQUAL" || decidedBy === "CODE");
}

/** For each complete entry the place where its run of equals begins, by code: two entries are equal where it is the same. */
export function equalRuns(ranked: readonly Pick<RankedEntry, "code" | "place" | "decidedBy" | "incomplete">[]): Map<string, number> {
  const runs = new Map<string, number>();
  let begins = 0;
  for (const entry of [...ranked].sort((left, right) => left.place - right.place)) {
    if (entry.incomplete) continue;
    begins = isEqualToAbove(entry) ? begins : entry.place;
    runs.set(entry.code, begins);
  }
  return runs;
}

/**
 * The rank of each complete entry among those of some groups alone, by code; equals share it. For levels that are per group,
 * where the rank among all says little.
 */
export function ranksWithin(ranked: readonly RankedEntry[], groups: readonly string[]): Map<string, number> {
  const runs = equalRuns(ranked);
  const among = ranked.filter(({ code, group }) => runs.has(code) && groups.includes(group)).sort((left, right) => left.place - right.place);
  const ranks = new Map<string, number>();
  among.forEach(({ code }, index) => {
    const above = among[index - 1]?.code ?? "";
    ranks.set(code, runs.get(above) === runs.get(code) ? ranks.get(above)! : index + 1);
  });
  return ranks;
}

/**
 * In: the codes that may stand on a level, in the order of scores, and the runs of equals. Out: who is in by scores. A run
 * across the line comes in whole where the level may grow by that many (`growForTie`), and otherwise not at all.
 */
export function lineOf(
  codes: readonly string[],
  { size, growForTie = 0 }: Pick<LevelRule, "size" | "growForTie">,
  runs: ReadonlyMap<string, number>,
): LevelLine {
  const [lastIn, firstOut] = [codes[size - 1], codes[size]];
  if (lastIn === undefined || firstOut === undefined || runs.get(lastIn) !== runs.get(firstOut)) {
    return { capacity: size, proposed: codes.slice(0, size), tie: null };
  }
  const equals = codes.filter((code) => runs.get(code) === runs.get(lastIn));
  const above = codes.slice(0, codes.indexOf(equals[0]!));
  const whole = above.length + equals.length;
  if (whole - size <= growForTie) return { capacity: whole, proposed: [...above, ...equals], tie: null };
  return { capacity: size, proposed: above, tie: { seats: size - above.length, codes: equals } };
}
