import type { Scope } from "@/lib/guard";
import type { Refusal } from "@/lib/result";
import type { LevelRule } from "@/modules/competition/domain/edition-rules";
import { toText } from "@/modules/review/domain/fraction";
import { compositionProblems, type Composition, type LevelComposition } from "../domain/composition";
import { compositionCounts, cutLine, type Trait, type TraitCount } from "../domain/composition-view";
import type { RankedEntry } from "../domain/ranking";
import type { RankingScope } from "../policy";
import { composedEntries, compositionOf, decisionSet, type ComposedEntry, type DecisionSetRow } from "./decision";
import { editionResult, type EditionResult } from "./edition-result";
import { frozenRanking, type FrozenRanking } from "./ranking";

/** How many entries are shown on either side of the cut. */
const AROUND_CUT = 5;

/** An entry beside the level it may stand on. `total` exact, `n/d`. */
export type LevelRow = { code: string; rank: number; total: string | null; title: string; agencyName: string; isIn: boolean; isProposed: boolean };

export type LevelView = {
  level: LevelRule;
  entries: number;
  eligible: number;
  /** Exact points between the last entry that scores bring in and the first they leave out, `n/d`. */
  distance: string | null;
  aroundCut: LevelRow[];
  listed: LevelRow[];
  counts: Record<Trait, TraitCount[]>;
};

export type ComposedSet = { set: DecisionSetRow; levels: LevelView[]; problems: Refusal[]; titles: Record<string, string> };

/** `composed` is null until a set is begun, `frozen` until there is a ranking to begin it from. */
export type DecisionView = EditionResult & { frozen: FrozenRanking | null; composed: ComposedSet | null };

/** Null where there is no such edition or result. */
export async function decisionView(
  scope: Scope<"ranking", RankingScope>,
  { slug, result }: { slug: string; result: string },
): Promise<DecisionView | null> {
  const found = await editionResult(slug, result);
  if (!found) return null;
  const [frozen, set] = await Promise.all([frozenRanking(found), decisionSet(found)]);
  return { ...found, frozen, composed: set && (await composedSet(scope, found, set)) };
}

async function composedSet(scope: Scope<"ranking", RankingScope>, found: EditionResult, set: DecisionSetRow): Promise<ComposedSet> {
  const { composition, ranked } = await compositionOf(found, set);
  const entries = await composedEntries(scope, found, codesShown(composition, set));
  const ofRank = new Map(ranked.map((entry) => [entry.code, entry]));
  return {
    set,
    levels: composition.levels.map((level) => levelView(level, { found, entries, ofRank })),
    problems: compositionProblems(composition),
    titles: Object.fromEntries([...entries.values()].map(({ code, title }) => [code, title])),
  };
}

function codesShown({ levels }: Composition, set: DecisionSetRow): string[] {
  const shown = levels.flatMap((level) => [...level.codes, ...level.proposed, ...codesAroundCut(level)]);
  return [...new Set([...shown, ...set.moves.map(({ code }) => code)])];
}

function codesAroundCut({ eligible, size }: LevelComposition): string[] {
  return eligible.slice(Math.max(size - AROUND_CUT, 0), size + AROUND_CUT);
}

type Known = { found: EditionResult; entries: ReadonlyMap<string, ComposedEntry>; ofRank: ReadonlyMap<string, RankedEntry> };

function levelView(composed: LevelComposition, { found, entries, ofRank }: Known): LevelView {
  const rows = (codes: readonly string[]) => codes.flatMap((code) => rowOf(code, composed, { entries, ofRank }));
  const { distance } = cutLine(composed, [...ofRank.values()]);
  return {
    level: found.result.levels.find(({ key }) => key === composed.level)!,
    entries: composed.codes.length,
    eligible: composed.eligible.length,
    distance: distance && toText(distance),
    aroundCut: rows(codesAroundCut(composed)),
    listed: rows(composed.codes),
    counts: compositionCounts([composed], entries),
  };
}

function rowOf(code: string, { codes, proposed }: LevelComposition, { entries, ofRank }: Omit<Known, "found">): LevelRow[] {
  const ranked = ofRank.get(code);
  const entry = entries.get(code);
  if (!ranked || !entry) return [];
  const { title, agencyName } = entry;
  const total = ranked.total && toText(ranked.total);
  return [{ code, rank: ranked.rank, total, title, agencyName, isIn: codes.includes(code), isProposed: proposed.includes(code) }];
}
