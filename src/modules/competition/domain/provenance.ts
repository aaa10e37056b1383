/**
 * Which parts of the rules are this portal's own defaults. Source: the notes of the rules themselves (`provenance`), which
 * name places as `findPath` reads them; that a note on a part covers all inside it is our default.
 */
import type { EditionRules, ProvenanceMark } from "./edition-rules";

/**
 * In: the notes, and the place of a part that is shown. Out: `PROPOSED` when all of it or anything inside it is our default,
 * else `PROPOSED_HOUR` when an hour in it is, else null: what is sure, inferred or told by one source is not ours.
 */
export function ownPart(notes: EditionRules["provenance"], part: string): Extract<ProvenanceMark, "PROPOSED" | "PROPOSED_HOUR"> | null {
  const marks = notes.filter(({ path }) => isWithin(path, part) || isWithin(part, path)).map(({ mark }) => mark);
  return (["PROPOSED", "PROPOSED_HOUR"] as const).find((mark) => marks.includes(mark)) ?? null;
}

const isWithin = (path: string, ancestor: string) => path === ancestor || path.startsWith(`${ancestor}.`);
