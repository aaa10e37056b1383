/**
 * Chance that can be repeated. Every generator takes a `Random` made from a seed, so the same seed gives the same bytes on
 * any machine: only 32-bit integer arithmetic, additions and divisions by powers of two are used, never `Math.log` or
 * `Math.cos`, whose last digit a machine may choose.
 */

/** The next number, at least 0 and below 1, in steps of 2⁻³². */
export type Random = () => number;

/** A stream of numbers from a seed (only its last 32 bits count). The method is mulberry32: one word of state, period 2³². */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A seed (0 to 2³² − 1) for one use, from the main seed and whatever names the use: `seedOf(20260101, "marks", code, 3)`. Two
 * uses then never share a stream, and adding one does not shift the others. FNV-1a with a final mix.
 */
export function seedOf(...parts: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const character of parts.join("\u001f")) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A whole number from `min` to `max`, both included. */
export function integerBetween(random: Random, min: number, max: number): number {
  return min + Math.floor(random() * (max - min + 1));
}

/** One element of a list, each equally likely. An empty list is a bug and throws. */
export function pick<Element>(random: Random, list: readonly Element[]): Element {
  const element = list[Math.floor(random() * list.length)];
  if (element === undefined) throw new RangeError("nothing to pick from");
  return element;
}

/** The list in another order; the list itself is left alone. */
export function shuffled<Element>(random: Random, list: readonly Element[]): Element[] {
  const keyed = list.map((element) => ({ element, key: random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ element }) => element);
}

/**
 * About a standard normal number (mean 0, standard deviation 1): the sum of twelve numbers minus six, which only adds and is
 * therefore exact everywhere. It never leaves −6 to 6 and its tails beyond 3 are a little thin.
 */
export function normal(random: Random): number {
  let sum = -6;
  for (let draw = 0; draw < 12; draw += 1) sum += random();
  return sum;
}
