import type { Scope } from "@/lib/guard";
import type { ResultRule } from "@/modules/competition/domain/edition-rules";
import type { Round } from "@/modules/competition/domain/levels";
import type { EditionView } from "@/modules/competition/queries";
import { secretUntil } from "@/modules/review/domain/mark-secrecy";
import { freezeProblems, type FreezeProblem, type FreezeRequest } from "../domain/freeze";
import type { RankingScope } from "../policy";
import type { RankingQuery } from "../schema";
import { namedEdition, resultOf, type EditionResult } from "./edition-result";
import {
  frozenEntries, frozenRanking, liveStandings, RANKING_PER_PAGE, readingProgress,
  type FrozenEntry, type FrozenRanking, type LiveCursor, type LiveStanding, type ReadingProgress,
} from "./ranking";

type Listed<Row> = { rows: Row[]; next: string | null };

/** `secretUntil`: scoring goes on until then, and there is progress but no row. */
export type LiveRanking = Listed<LiveStanding> & { kind: "LIVE"; secretUntil: Date | null; progress: ReadingProgress; problems: FreezeProblem[] };
export type FinishedRanking = Listed<FrozenEntry> & { kind: "FROZEN"; frozen: FrozenRanking };

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
  { edition }: EditionResult,
  { frozen, query }: { frozen: FrozenRanking; query: RankingQuery },
): Promise<FinishedRanking> {
  const after = /^\d{1,9}$/.test(query.setelah ?? "") ? Number(query.setelah) : 0;
  const rows = await frozenEntries(scope, { edition, snapshotId: frozen.id }, { group: query.kelompok, category: query.kategori, portion: { after } });
  return { kind: "FROZEN", frozen, ...firstPage(rows, ({ place }) => String(place)) };
}

async function liveRanking(
  scope: Scope<"ranking", RankingScope>,
  found: EditionResult,
  { now, query }: { now: Date; query: RankingQuery },
): Promise<LiveRanking> {
  const { reads, closing, stage } = found;
  const secret = secretUntil(found.edition, reads.map((read) => read.stage.key), now);
  const [rows, ...progresses] = await Promise.all([
    secret ? [] : liveStandings(scope, found, { group: query.kelompok, category: query.kategori, portion: { after: cursorOf(query.setelah) } }),
    ...reads.map((read) => readingProgress(scope, found, read)),
  ]);
  const rounds = reads.map(({ round }, place) => roundOf(round, progresses[place] ?? NOTHING_READ));
  const stages = [closing, ...reads.map((read) => read.stage).filter(({ id }) => id !== closing.id)];
  const problems = freezeProblems({ stages, now, rounds });
  const progress = progresses[reads.findIndex((read) => read.stage.id === stage.id)] ?? NOTHING_READ;
  return { kind: "LIVE", secretUntil: secret, progress, problems, ...firstPage(rows, ({ mean, submissionId }) => `${mean}_${submissionId}`) };
}

const NOTHING_READ: ReadingProgress = { entrants: 0, short: [] };

function roundOf({ stage, scoring: { perSubmission } }: Round, { entrants, short }: ReadingProgress): FreezeRequest["rounds"][number] {
  // Entries that were read often enough matter only by being there.
  const complete = entrants > short.length ? [{ code: "", readings: perSubmission }] : [];
  return { stage: stage.key, perSubmission, entries: [...short, ...complete].map((entry) => ({ ...entry, hasEntered: true })) };
}

function cursorOf(text: string | undefined): LiveCursor | null {
  const [, mean, submissionId] = /^(\d{1,10}(?:\.\d{1,10})?)_([0-9a-f-]{36})$/.exec(text ?? "") ?? [];
  return mean && submissionId ? { mean, submissionId } : null;
}

function firstPage<Row>(rows: Row[], cursor: (row: Row) => string): Listed<Row> {
  const shown = rows.slice(0, RANKING_PER_PAGE);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > shown.length && last ? cursor(last) : null };
}
