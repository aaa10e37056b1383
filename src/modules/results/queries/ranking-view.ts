import type { Scope } from "@/lib/guard";
import type { ResultRule } from "@/modules/competition/domain/edition-rules";
import type { EditionView } from "@/modules/competition/queries";
import { toText } from "@/modules/review/domain/fraction";
import { secretUntil } from "@/modules/review/domain/mark-secrecy";
import { byCodeUnit } from "@/modules/review/domain/seeded-order";
import { autoComposition } from "../domain/composition";
import { cutLine } from "../domain/composition-view";
import { freezeProblems, type FreezeProblem } from "../domain/freeze";
import { greyZone, type GreyZone } from "../domain/grey-zone";
import type { RankingScope } from "../policy";
import type { RankingQuery } from "../schema";
import { namedEdition, resultOf, type EditionResult } from "./edition-result";
import { liveOrder, liveRows, type LiveOrder } from "./live-ranking";
import { frozenEntries, frozenRanking, RANKING_PER_PAGE, type FrozenRanking, type RankedRow, type RankingFilter } from "./ranking";

type Listed = { rows: RankedRow[]; next: string | null };

/** How many entries are ranked, and which of them the deciding stage has read less often than asked. */
export type ReadingProgress = { entrants: number; short: { code: string; readings: number }[] };

/** Where a level's line would run now; `distance` exact, `n/d`. */
export type LineNow = { level: string; distance: string | null; greyZone: GreyZone | null; tied: readonly string[]; incomplete: number };

/** `secretUntil`: scoring goes on until then, and there is progress but no row and no line. */
export type LiveRanking = Listed & { kind: "LIVE"; secretUntil: Date | null; progress: ReadingProgress; problems: FreezeProblem[]; lines: LineNow[] };
export type FinishedRanking = Listed & { kind: "FROZEN"; frozen: FrozenRanking };

/** The ranking page of one result: what stands now, or what was frozen. */
export type RankingView = EditionResult & { query: RankingQuery; ranking: LiveRanking | FinishedRanking };

type Asked = { slug: string; query: RankingQuery; now: Date };

/** Null where there is no such edition or result. */
export async function rankingView(scope: Scope<"ranking", RankingScope>, { slug, query, now }: Asked): Promise<RankingView | null> {
  const asked = await askedRanking({ slug, query, now });
  if (!asked) return null;
  const { frozen, ...found } = asked;
  const ranking = frozen ? await finishedRanking(scope, found, { frozen, query }) : await liveRanking(scope, found, { now, query });
  return { ...found, query, ranking };
}

/** The result that an address asks for, with its frozen ranking if there is one. */
export type AskedRanking = EditionResult & { frozen: FrozenRanking | null };

/** Null where there is no such edition or result. */
export async function askedRanking({ slug, query, now }: Asked): Promise<AskedRanking | null> {
  const edition = await namedEdition(slug);
  const found = edition && resultOf(edition, query.hasil ?? usualResult(edition, now)?.key ?? "");
  return found && { ...found, frozen: await frozenRanking(found) };
}

/** Where nothing was chosen: the last result whose scoring has begun, or the first. */
function usualResult(edition: EditionView, now: Date): ResultRule | undefined {
  const { results } = edition.rules;
  const begun = results.findLast(({ key }) => {
    const stage = resultOf(edition, key)?.stage;
    return stage !== undefined && stage.opensAt <= now;
  });
  return begun ?? results[0];
}

async function finishedRanking(
  scope: Scope<"ranking", RankingScope>,
  { edition, result }: EditionResult,
  { frozen, query }: { frozen: FrozenRanking; query: RankingQuery },
): Promise<FinishedRanking> {
  const filter = { group: query.kelompok, category: query.kategori, portion: { after: placeIn(query) } };
  return { kind: "FROZEN", frozen, ...firstPage(await frozenEntries(scope, { edition, result, snapshotId: frozen.id }, filter)) };
}

async function liveRanking(
  scope: Scope<"ranking", RankingScope>,
  found: EditionResult,
  { now, query }: { now: Date; query: RankingQuery },
): Promise<LiveRanking> {
  const { edition, reads, closing, round } = found;
  const secret = secretUntil(edition, reads.map((read) => read.stage.key), now);
  const order = await liveOrder(scope, found);
  const rounds = reads.map(({ round: { stage, scoring } }) => ({
    stage: stage.key,
    perSubmission: scoring.perSubmission,
    entries: order.entries.map(({ code, entered, stages }) => ({ code, readings: stages[stage.key]?.readings ?? 0, hasEntered: entered.includes(stage.key) })),
  }));
  const stages = [closing, ...reads.map((read) => read.stage).filter(({ id }) => id !== closing.id)];
  const deciding = rounds.find(({ stage }) => stage === round.stage.key);
  const short = (deciding?.entries ?? []).filter(({ readings }) => readings < round.scoring.perSubmission).map(({ code, readings }) => ({ code, readings }));
  const listed = secret ? [] : await listedNow(order, found, { group: query.kelompok, category: query.kategori, after: placeIn(query) });
  return {
    kind: "LIVE", secretUntil: secret, problems: freezeProblems({ stages, now, rounds }),
    progress: { entrants: order.entries.length, short: short.sort((left, right) => byCodeUnit(left.code, right.code)) },
    lines: secret ? [] : linesNow(order, found), ...firstPage(listed),
  };
}

/** Of the live order what a page or a file shows; `after` null for all. */
export async function listedNow(order: LiveOrder, found: EditionResult, { group, category, after }: RankingFilter & { after: number | null }): Promise<RankedRow[]> {
  const wanted = order.entries.filter((entry) => (after === null || entry.place > after) && (!group || entry.group === group));
  const isPage = after !== null && !category;
  const rows = await liveRows(isPage ? wanted.slice(0, RANKING_PER_PAGE + 1) : wanted, order, found);
  return rows.filter(({ categoryKey }) => !category || categoryKey === category);
}

function linesNow({ entries, earlier }: LiveOrder, { result }: EditionResult): LineNow[] {
  return autoComposition(entries, result, earlier).levels.map((level) => {
    const { distance } = cutLine(level, entries);
    return {
      level: level.level, distance: distance && toText(distance), greyZone: greyZone(level, entries, result.combine),
      tied: level.tie?.codes ?? [], incomplete: level.incomplete.length,
    };
  });
}

const placeIn = ({ setelah }: RankingQuery): number => (/^\d{1,9}$/.test(setelah ?? "") ? Number(setelah) : 0);

function firstPage(rows: RankedRow[]): Listed {
  const shown = rows.slice(0, RANKING_PER_PAGE);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > shown.length && last ? String(last.place) : null };
}
