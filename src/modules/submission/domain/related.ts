/**
 * Which innovations of the same government or body a title may stand for, and what follows from the writers' answers.
 *
 * Source: KIPP bars earlier winners and fails the same title used twice; writers change a word and begin anew. How near two
 * titles must be is our default: seven tenths of their trigrams in common, or the shorter one within the longer, after
 * words that say nothing are left out. The name before brackets or a colon, and what stands in them, count as titles too.
 */
import { isWithin } from "@/modules/agencies/domain/tree";
import { ok, refuse, type Result } from "@/lib/result";
import { comparableTitle } from "./completeness";

export type Titled = { id: string; titles: readonly string[] };

const ENOUGH_IN_COMMON = 0.7;
const ENOUGH_WITHIN = 0.9;
const FEWEST_LETTERS = 3;
const FEWEST_LETTERS_WITHIN = 8;

/** Words of titles that say nothing of the one innovation. */
const EMPTY_WORDS = new Set(
  ("aplikasi bagi berbasis dan dari dengan di digital elektronik informasi inovasi kabupaten ke kota layanan masyarakat melalui oleh online " +
    "pada pelayanan program publik secara sistem terpadu untuk yang").split(" "),
);

/** One way to read a title; `inner` is what stands in its brackets. */
type Reading = { words: string[]; trigrams: ReadonlySet<string>; inner: boolean };

/**
 * In: innovations with all their titles. Out: a finder that gives the ids of those which a title may stand for, in their order.
 * It reads each title once, so that a list of many proposals costs little.
 */
export function relatedFinder(known: readonly Titled[]): (title: string) => string[] {
  const readings = known.flatMap(({ id, titles }) => titles.flatMap((title) => readingsOf(title).map((reading) => ({ id, ...reading }))));
  const byTrigram = new Map<string, number[]>();
  readings.forEach(({ trigrams }, place) => {
    for (const trigram of trigrams) byTrigram.set(trigram, [...(byTrigram.get(trigram) ?? []), place]);
  });
  return (title) => {
    const found = new Set<string>();
    for (const sought of readingsOf(title)) {
      for (const [place, common] of commonTrigrams(sought, byTrigram)) {
        const reading = readings[place];
        if (reading && isNear(sought, reading, common)) found.add(reading.id);
      }
    }
    return known.flatMap(({ id }) => (found.has(id) ? [id] : []));
  };
}

function commonTrigrams({ trigrams }: Reading, byTrigram: ReadonlyMap<string, number[]>): Map<number, number> {
  const common = new Map<number, number>();
  for (const trigram of trigrams) for (const place of byTrigram.get(trigram) ?? []) common.set(place, (common.get(place) ?? 0) + 1);
  return common;
}

function isNear(one: Reading, other: Reading, common: number): boolean {
  if (one.inner && other.inner) return false;
  if ((2 * common) / (one.trigrams.size + other.trigrams.size) >= ENOUGH_IN_COMMON) return true;
  const shorter = one.trigrams.size <= other.trigrams.size ? one : other;
  const isName = shorter.words.length > 1 && shorter.words.join("").length >= FEWEST_LETTERS_WITHIN;
  return isName && common / shorter.trigrams.size >= ENOUGH_WITHIN;
}

function readingsOf(title: string): Reading[] {
  const whole = readingOf(title, false);
  const inner = [...title.matchAll(/[([]([^)\]]+)[)\]]/g)].map((match) => readingOf(match[1] ?? "", true));
  const outer = readingOf(title.split(/[([:]|\s[-–—]\s/, 1)[0] ?? "", false);
  const parts = [outer, ...inner].filter(({ words }) => words.join("").length >= FEWEST_LETTERS && words.join(" ") !== whole.words.join(" "));
  return whole.words.length > 0 ? [whole, ...parts] : [];
}

function readingOf(text: string, inner: boolean): Reading {
  const all = comparableTitle(text).split(" ").filter(Boolean);
  const telling = all.filter((word) => !EMPTY_WORDS.has(word));
  const words = telling.length > 0 ? telling : all;
  return { words, trigrams: new Set(words.flatMap(trigramsOf)), inner };
}

/** A word with its edges, so that its beginning weighs more than its middle and the order of words nothing. */
function trigramsOf(word: string): string[] {
  const padded = [..."  ", ...word, " "];
  return padded.slice(2).map((_, place) => padded.slice(place, place + 3).join(""));
}

/** A question that the writers are asked, and what they answered so far. */
export type RelatedAnswers = { same: Readonly<Record<string, "yes" | "no" | undefined>>; because: Readonly<Record<string, string | undefined>> };

export type SettledAnswers = {
  /** The innovation that goes on; null: none of them. */
  sameId: string | null;
  /** Each question with its answer; the reason is empty where it is the same. */
  answered: { id: string; isSame: boolean; reason: string }[];
  /** Ids of the questions that nothing answered. */
  open: string[];
};

/** Shorter ones explain nothing. Our default. */
export const SHORTEST_REASON = 10;

/**
 * In: the ids asked about and the answers of the form. Out: what is settled and what is open; a no without a reason is open.
 * Refuses `submission.refused.twoSame` when a proposal is said to be the same as two.
 */
export function settleRelated(asked: readonly string[], { same, because }: RelatedAnswers): Result<SettledAnswers> {
  const yes = asked.filter((id) => same[id] === "yes");
  if (yes.length > 1) return refuse("submission.refused.twoSame");
  const reasonOf = (id: string) => (because[id] ?? "").trim();
  const isAnswered = (id: string) => same[id] === "yes" || (same[id] === "no" && reasonOf(id).length >= SHORTEST_REASON);
  return ok({
    sameId: yes[0] ?? null,
    answered: asked.filter(isAnswered).map((id) => (same[id] === "yes" ? { id, isSame: true, reason: "" } : { id, isSame: false, reason: reasonOf(id) })),
    open: asked.filter((id) => !isAnswered(id)),
  });
}

export type Belonging = "OWN" | "OTHER_UNIT" | "OTHER_AGENCY";

/**
 * In: the paths of the unit that an innovation belongs to (null: nobody's), of the unit that enters it and of the agency that
 * files. Out: whose it is. What belongs to the government itself, or to a part of the unit, is the unit's own; what belongs
 * elsewhere under the filing agency needs that agency's word; the rest is another agency's. Our default.
 */
export function belongingOf(owner: string | null, unit: string, filingAgency: string): Belonging {
  if (owner === null || isWithin(unit, owner) || isWithin(owner, unit)) return "OWN";
  return isWithin(owner, filingAgency) ? "OTHER_UNIT" : "OTHER_AGENCY";
}
