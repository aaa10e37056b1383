/**
 * What people decided on a ranking that counts no more, on the ranking in its place.
 *
 * Source: KIPP's plenary decides and keeps a record of it; that its word outlives a ranking frozen anew, until it says otherwise,
 * is our default.
 */
import { changesNothing, type Composition, type Move } from "./composition";
import { openDecisions, type Ruling } from "./open-decisions";

type Place = Pick<Move, "code" | "level" | "direction">;

/**
 * In: the moves of each earlier set in their order, oldest set first. Out: the last word on each entry and level. A set whose
 * own moves were taken back leaves the entry to its scores, whatever a set before it said.
 */
export function lastWords<M extends Place>(sets: readonly (readonly M[])[]): M[] {
  const words = new Map<string, M | null>();
  for (const moves of sets) {
    const own = new Map<string, M[]>();
    for (const move of moves) own.set(`${move.level} ${move.code}`, [...(own.get(`${move.level} ${move.code}`) ?? []), move]);
    // Every second move on the same place takes the one before back.
    for (const [place, made] of own) words.set(place, made.length % 2 === 1 ? made.at(-1)! : null);
  }
  return [...words.values()].filter((word) => word !== null);
}

/** Out: of these words those that a composition can take as moves; the others it has already, or cannot have. */
export function movesToCarry<M extends Move>(words: readonly M[], composition: Composition): M[] {
  return words.filter((word) => !changesNothing(word, composition));
}

/** Out: of earlier rulings those that still answer something the composition asks; what they do not name stays open. */
export function rulingsToCarry<R extends Ruling>(rulings: readonly R[], composition: Composition): R[] {
  const asked = openDecisions({ ...composition, rulings: [] });
  return rulings.filter((ruling) => asked.some((decision) => {
    if (decision.kind !== ruling.kind || decision.level !== ruling.level) return false;
    return decision.kind === "UNFILLED" ? decision.entries >= ruling.entries : decision.codes.some((code) => ruling.codes.includes(code));
  }));
}
