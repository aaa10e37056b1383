import { judgesFreeFor, PAIR_STATES, type PairState } from "../domain/readers";
import type { AssignmentScope } from "../policy";
import { assignmentInputs } from "./assignment-task";
import { judgeLoads, type JudgeLoad } from "./board";
import {
  declaredTies, ENTRIES_PER_PAGE, entryReaders, readingLines, type DeclaredTie, type EntryReaders, type ReadingFilter, type ReadingLine,
} from "./readings";
import { givenVerdicts, type GivenVerdict } from "./visit";
import { entrantByCode, type ReadingStage } from "./stage";

/** What an address of "who reads what" asks for. */
export type ReadersQuery = {
  juri?: string | undefined; entri?: string | undefined; tampil?: ReadingFilter | undefined; keadaan?: PairState | undefined;
  cari: string; setelah: string; halaman: number;
};

export type EntriesView = { kind: "ENTRIES"; entries: EntryReaders[]; next: string | null };
export type JudgeView = {
  kind: "JUDGE"; judge: JudgeLoad; counts: Record<PairState, number>; lines: ReadingLine[]; page: number; pages: number; ties: DeclaredTie[];
};
export type EntryView = { kind: "ENTRY"; entry: { id: string; code: string; title: string }; lines: ReadingLine[]; /** Judges who may newly read it. */ free: JudgeLoad[]; /** Of a visit that is over. */ verdicts: GivenVerdict[] };
export type ReadersView = { judges: JudgeLoad[] } & (EntriesView | JudgeView | EntryView);

/** Who reads what in a stage: the entries, one judge's, or one entry's; null where there is no such judge or entry. */
export async function readersView(scope: AssignmentScope, stage: ReadingStage, { query, secret }: { query: ReadersQuery; secret: boolean }): Promise<ReadersView | null> {
  const judges = await judgeLoads(scope, stage, query.juri ?? null);
  const view = query.juri ? await judgeView(scope, stage, { judges, query }) : query.entri ? await entryView(scope, stage, { judges, code: query.entri, secret }) : await entriesView(scope, stage, query);
  return view && { judges, ...view };
}

async function entriesView(scope: AssignmentScope, stage: ReadingStage, { tampil, cari, setelah }: ReadersQuery): Promise<EntriesView> {
  // Only some entries of the list are visited: what is short of verifiers is asked of these alone.
  const chosen = "verdict" in stage && tampil !== undefined;
  const found = await entryReaders(scope, stage, { filter: tampil ?? null, chosen, words: cari, after: setelah });
  const entries = found.slice(0, ENTRIES_PER_PAGE);
  return { kind: "ENTRIES", entries, next: found.length > entries.length ? (entries.at(-1)?.code ?? null) : null };
}

type Judges = { judges: readonly JudgeLoad[] };

async function judgeView(scope: AssignmentScope, stage: ReadingStage, { judges, query }: Judges & { query: ReadersQuery }): Promise<JudgeView | null> {
  const judge = judges.find(({ id }) => id === query.juri);
  if (!judge) return null;
  const [all, ties] = await Promise.all([readingLines(scope, stage, { judgeId: judge.id }), declaredTies(scope, stage, judge.id)]);
  const counts = Object.fromEntries(PAIR_STATES.map((state) => [state, all.filter((line) => line.state === state).length])) as Record<PairState, number>;
  const shown = query.keadaan ? all.filter(({ state }) => state === query.keadaan) : all;
  const pages = Math.max(1, Math.ceil(shown.length / ENTRIES_PER_PAGE));
  const page = Math.min(query.halaman, pages);
  return { kind: "JUDGE", judge, counts, lines: shown.slice((page - 1) * ENTRIES_PER_PAGE, page * ENTRIES_PER_PAGE), page, pages, ties };
}

async function entryView(scope: AssignmentScope, stage: ReadingStage, { judges, code, secret }: Judges & { code: string; secret: boolean }): Promise<EntryView | null> {
  const entry = await entrantByCode(stage, code);
  if (!entry) return null;
  const [lines, inputs, verdicts] = await Promise.all([
    readingLines(scope, stage, { submissionId: entry.id }), assignmentInputs(stage),
    secret ? [] : givenVerdicts({ organizerId: stage.organizerId, id: stage.editionId }, { stages: [stage.key], code }),
  ]);
  const free = new Set(judgesFreeFor(inputs, entry.id));
  return { kind: "ENTRY", entry, verdicts: lines.length > 0 ? verdicts : [], lines, free: judges.filter(({ id }) => free.has(id)) };
}
