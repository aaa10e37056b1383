import type { Scope } from "@/lib/guard";
import type { Refusal } from "@/lib/result";
import type { LevelRule } from "@/modules/competition/domain/edition-rules";
import { toText } from "@/modules/review/domain/fraction";
import { compositionProblems, type Composition, type LevelComposition } from "../domain/composition";
import { compositionCounts, cutLine, type Trait, type TraitCount } from "../domain/composition-view";
import { greyZone, type GreyZone } from "../domain/grey-zone";
import { listedLevels, type ListedLevel } from "../domain/listed";
import { changesBetween, type PublicationChanges } from "../domain/publication-changes";
import { openDecisions, type OpenDecision } from "../domain/open-decisions";
import type { RankedEntry } from "../domain/ranking";
import { ranksWithin } from "../domain/ties";
import type { RankingScope } from "../policy";
import { composedEntries, compositionOf, decisionSet, type ComposedEntry, type DecisionSetRow } from "./decision";
import type { GivenVerdict } from "@/modules/review/queries/visit";
import { entryFacts } from "./listed";
import { publishedEntries, standingVersion, type StandingVersion } from "./versions";
import { visitDoubts } from "./visit-doubts";
import { editionResult, type EditionResult } from "./edition-result";
import { frozenRanking, type FrozenRanking } from "./ranking";

/** How many entries are shown on either side of the cut. */
const AROUND_CUT = 5;

/**
 * An entry beside the level it may stand on. `total` exact, `n/d`; `groupRank` among those who compete for the level; both null
 * where a reading is missing, and `missing` names the stages.
 */
export type LevelRow = {
  code: string;
  rank: number | null;
  groupRank: number | null;
  total: string | null;
  title: string;
  agencyName: string;
  isIn: boolean;
  isProposed: boolean;
  /** One of those whom nothing separates at the line. */
  isTied: boolean;
  missing: readonly string[];
};

/** A decision that the level asks of people, with the entries it is about. */
export type LevelDecision = { decision: OpenDecision; rows: LevelRow[] };

export type LevelView = {
  level: LevelRule;
  entries: number;
  eligible: number;
  /** Exact points between the last entry that scores bring in and the first they leave out, `n/d`. */
  distance: string | null;
  aroundCut: LevelRow[];
  decisions: LevelDecision[];
  /** How far a total could move with other readers, in exact points; null where that is not known. */
  greyZone: GreyZone | null;
  listed: LevelRow[];
  counts: Record<Trait, TraitCount[]>;
};

export type ComposedSet = { set: DecisionSetRow; levels: LevelView[]; /** What visits said against entries. */ doubts: GivenVerdict[]; problems: Refusal[]; titles: Record<string, string>; listed: ListedLevel[];
  /** From the last published version; null before the first. */
  changes: PublicationChanges | null };

/** `composed` is null until a set is begun, `frozen` until there is a ranking to begin it from. */
export type DecisionView = EditionResult & { frozen: FrozenRanking | null; published: StandingVersion | null; composed: ComposedSet | null };

/** Null where there is no such edition or result. */
export async function decisionView(
  scope: Scope<"ranking", RankingScope>,
  { slug, result }: { slug: string; result: string },
): Promise<DecisionView | null> {
  const found = await editionResult(slug, result);
  if (!found) return null;
  const [frozen, set, published] = await Promise.all([frozenRanking(found), decisionSet(found), standingVersion(found)]);
  return { ...found, frozen, published, composed: set && (await composedSet(scope, found, set)) };
}

async function composedSet(scope: Scope<"ranking", RankingScope>, found: EditionResult, set: DecisionSetRow): Promise<ComposedSet> {
  const { composition, ranked } = await compositionOf(found, set);
  const entries = await composedEntries(scope, found, codesShown(composition, set));
  const facts = await entryFacts(found, composition.levels.flatMap(({ codes }) => codes));
  const listed = listedLevels(composition, facts, { rules: found.edition.rules, result: found.result });
  const ofRank = new Map(ranked.map((entry) => [entry.code, entry]));
  return {
    set,
    doubts: await visitDoubts(found),
    levels: composition.levels.map((level) => levelView(level, { found, entries, ofRank, decisions: openDecisions(composition) })),
    problems: compositionProblems(composition),
    listed,
    changes: await changesFromLast(found, set, listed),
    titles: Object.fromEntries([...entries.values()].map(({ code, title }) => [code, title])),
  };
}

async function changesFromLast({ edition }: EditionResult, { publications }: DecisionSetRow, listed: readonly ListedLevel[]): Promise<PublicationChanges | null> {
  const last = publications.at(-1);
  if (!last) return null;
  const now = listed.flatMap((level) => level.entries.map((entry) => ({ ...entry, level: level.name })));
  return changesBetween(await publishedEntries({ organizerId: edition.organizerId, publicationId: last.id }), now);
}

function codesShown({ levels }: Composition, set: DecisionSetRow): string[] {
  const shown = levels.flatMap((level) => [...level.codes, ...level.proposed, ...level.incomplete, ...codesAroundCut(level)]);
  return [...new Set([...shown, ...[...set.moves, ...set.earlier].map(({ code }) => code)])];
}

/** Five on either side of the line, and every one of the equals that stand across it. */
function codesAroundCut({ eligible, capacity, tie }: LevelComposition): string[] {
  const near = new Set([...eligible.slice(Math.max(capacity - AROUND_CUT, 0), capacity + AROUND_CUT), ...(tie?.codes ?? [])]);
  return eligible.filter((code) => near.has(code));
}

type Known = {
  found: EditionResult; entries: ReadonlyMap<string, ComposedEntry>; ofRank: ReadonlyMap<string, RankedEntry>; decisions: readonly OpenDecision[];
};

function levelView(composed: LevelComposition, { found, entries, ofRank, decisions }: Known): LevelView {
  const level = found.result.levels.find(({ key }) => key === composed.level)!;
  const ranked = [...ofRank.values()];
  const groupRanks = ranksWithin(ranked, level.groups);
  const rows = (codes: readonly string[]) => codes.flatMap((code) => rowOf(code, composed, { entries, ofRank, groupRanks }));
  const { distance } = cutLine(composed, ranked);
  return {
    level,
    entries: composed.codes.length,
    eligible: composed.eligible.length,
    distance: distance && toText(distance),
    aroundCut: rows(codesAroundCut(composed)),
    decisions: decisions
      .filter((decision) => decision.level === composed.level)
      .map((decision) => ({ decision, rows: decision.kind === "UNFILLED" ? [] : rows(decision.codes) })),
    greyZone: greyZone(composed, ranked, found.result.combine),
    listed: rows(composed.codes),
    counts: compositionCounts([composed], entries),
  };
}

type Ranks = Omit<Known, "found" | "decisions"> & { groupRanks: ReadonlyMap<string, number> };

function rowOf(code: string, { codes, proposed, tie }: LevelComposition, { entries, ofRank, groupRanks }: Ranks): LevelRow[] {
  const ranked = ofRank.get(code);
  const entry = entries.get(code);
  if (!ranked || !entry) return [];
  const { title, agencyName } = entry;
  const { incomplete, missing } = ranked;
  return [{
    code, title, agencyName, missing, rank: incomplete ? null : ranked.rank, groupRank: groupRanks.get(code) ?? null,
    total: ranked.total && toText(ranked.total), isIn: codes.includes(code), isProposed: proposed.includes(code),
    isTied: tie?.codes.includes(code) ?? false,
  }];
}
