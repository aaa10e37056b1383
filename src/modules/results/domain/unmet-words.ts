/**
 * Decisions of people that a composition does not follow. Our default: none of them is dropped in silence.
 */
import type { Composition, Move } from "./composition";

type Place = Pick<Move, "code" | "level" | "direction">;

/** Out: the words that the composition does not follow and that none of its own moves has answered. */
export function unmetWords<W extends Place>(words: readonly W[], { levels, moves }: Pick<Composition, "levels" | "moves">): W[] {
  return words.filter(({ code, level, direction }) => {
    const codes = levels.find((each) => each.level === level)?.codes ?? [];
    return codes.includes(code) !== (direction === "IN") && !moves.some((move) => move.code === code && move.level === level);
  });
}
