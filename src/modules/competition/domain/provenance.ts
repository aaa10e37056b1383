/**
 * Which parts of the rules are this portal's own defaults. Source: the notes of the rules themselves (`provenance`), which
 * name places as `findPath` reads them; that a note on a part covers all inside it is our default.
 */
import type { EditionRules, LocalizedText, ProvenanceMark } from "./edition-rules";
import { findPath, valueAt } from "./rules-path";

/**
 * In: the notes, and the place of a part that is shown. Out: `PROPOSED` when all of it or anything inside it is our default,
 * else `PROPOSED_HOUR` when an hour in it is, else null: what is sure, inferred or told by one source is not ours.
 */
export function ownPart(notes: EditionRules["provenance"], part: string): Extract<ProvenanceMark, "PROPOSED" | "PROPOSED_HOUR"> | null {
  const marks = notes.filter(({ path }) => isWithin(path, part) || isWithin(part, path)).map(({ mark }) => mark);
  return (["PROPOSED", "PROPOSED_HOUR"] as const).find((mark) => marks.includes(mark)) ?? null;
}

export type NamedPlace = { part: string; names: LocalizedText[]; field: string | null };

/**
 * In: the rules and a place in them, as its note writes it. Out: what a reader can be told of it: the part of the rules, the
 * names of the things on the way (a stage, a rubric and its criterion), and the field, where the place is one.
 */
export function namedPlace(rules: EditionRules, place: string): NamedPlace {
  const written = place.split(".");
  const steps = findPath(rules, place) ?? [];
  const things = steps.map((_, depth) => valueAt(rules, steps.slice(0, depth + 1)));
  const last = written.at(-1) ?? place;
  return {
    part: written[0] ?? place,
    names: things.flatMap((thing, depth) => (typeof steps[depth] === "number" ? nameOf(thing) : [])),
    field: written.length > 1 && typeof steps.at(-1) === "string" ? last : null,
  };
}

const nameOf = (thing: unknown): LocalizedText[] => {
  const name = valueAt(thing, ["name"]);
  return name === undefined ? [] : [name as LocalizedText];
};

const isWithin = (path: string, ancestor: string) => path === ancestor || path.startsWith(`${ancestor}.`);
