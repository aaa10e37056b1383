import { env } from "@/lib/env";
import { loader } from "@/lib/loader";
import type { Refusal } from "@/lib/result";
import type { Actor } from "@/modules/accounts/domain/roles";
import { widestGround } from "./domain/conflicts";
import { deskProgress, isInFilter, neighbours, nextEntry, perDayNeeded, stageToShow, type DeskFilter } from "./domain/desk";
import { secretStages } from "./domain/mark-secrecy";
import { assignmentsVisibleTo, judgeHatOf, mayAssign, mayDeclareTies, mayJudge, mayOpen, mayRecuse, mayScore, maySeeAssignments } from "./policy";
import { assignmentPreview, batchesOf, judgeLoads, latestRecusals, stageFigures } from "./queries/board";
import { deskRows } from "./queries/desk";
import { readersView } from "./queries/readers-view";
import { agenciesByCode, agenciesNamed, pactOf, provinces } from "./queries/pact";
import { entryTextOf, findSheet } from "./queries/sheet";
import { editionWithStages, visitStagesOf, type ReadingStage, type ScoringStage } from "./queries/stage";
import { findVisit, visitRows } from "./queries/visit";
import { shortOfJudges, workInHand } from "./queries/work-of-judges";
import { assignmentIdSchema, boardQuerySchema, deskQuerySchema, endedQuerySchema, readersQuerySchema, tieSearchSchema } from "./schema";

type Asked = { query: Record<string, string | string[] | undefined> };
type Context = { actor: Actor; now: Date };

const ROWS_PER_PAGE = 50;
const FILTERS: Record<string, DeskFilter> = { belum: "TODO", selesai: "FINISHED", dilewati: "SKIPPED" };

/** A judge's own list (N1). */
export const loadJudgeDesk = loader({
  name: "review.desk",
  kind: "desk",
  load: async ({ query }: Asked, { actor, now }: Context) => {
    const judging = judgeHatOf(actor);
    const found = judging && (await editionWithStages({ id: judging.editionId }));
    if (!found) return null;

    const asked = deskQuerySchema.parse(query);
    const stages = found.stages.filter(({ scoring }) => scoring.role === judging.role);
    const stage = stages.find(({ key }) => key === asked.tahap) ?? stageToShow(stages, now);
    const [pact, rows] = await Promise.all([
      pactOf({ organizerId: found.edition.organizerId, editionId: found.edition.id }, actor.userId),
      stage ? deskRows(assignmentsVisibleTo(actor), stage) : [],
    ]);
    const progress = deskProgress(rows.map(({ state }) => state));
    const shown = rows.filter(({ state }) => isInFilter(state, asked.tampil ? (FILTERS[asked.tampil] ?? null) : null));
    const pages = Math.max(1, Math.ceil(shown.length / ROWS_PER_PAGE));
    const page = Math.min(asked.halaman, pages);
    return {
      editionId: found.edition.id,
      edition: found.edition,
      stages,
      stage,
      hasVisits: visitStagesOf(found.edition).some(({ scoring }) => scoring.role === judging.role),
      pactAccepted: pact.acceptedAt !== null,
      progress,
      perDay: stage && perDayNeeded(progress.left, stage.closesAt, now),
      next: nextEntry(rows, null),
      filter: asked.tampil ?? null,
      takenAway: asked.diambil,
      left: rows.find(({ id }) => id === asked.dari) ?? null,
      // Nothing of an entry is shown before the pact.
      rows: pact.acceptedAt ? shown.slice((page - 1) * ROWS_PER_PAGE, page * ROWS_PER_PAGE) : [],
      found: shown.length,
      page,
      pages,
    };
  },
  policy: mayJudge,
});

/** The statement of a judge: pact and ties (N2). */
export const loadPact = loader({
  name: "review.pact",
  kind: "desk",
  load: async ({ query }: Asked, { actor }: Context) => {
    const judging = judgeHatOf(actor);
    const found = judging && (await editionWithStages({ id: judging.editionId }));
    if (!found) return null;

    const { id: editionId, organizerId } = found.edition;
    const search = tieSearchSchema.parse(query);
    const pact = await pactOf({ organizerId, editionId }, actor.userId);
    const grounds = widestGround(found.stages.flatMap(({ scoring }) => scoring.avoid));
    // Until something was looked up, what is stored stands.
    const isEdited = ["cari", "instansi", "provinsi"].some((name) => query[name] !== undefined);
    const chosen = isEdited ? { agencies: search.instansi, provinces: search.provinsi } : pact;
    const [all, chosenAgencies, matches] = await Promise.all([
      grounds === "PROVINCE" ? provinces() : [], agenciesByCode(chosen.agencies), agenciesNamed(search.cari),
    ]);
    return {
      editionId,
      edition: found.edition,
      pact,
      grounds,
      search: search.cari,
      affiliation: search.jabatan || pact.affiliation,
      provinces: all,
      chosenProvinces: all.filter(({ code }) => chosen.provinces.includes(code)),
      chosenAgencies,
      matches: matches.found.filter(({ code }) => !chosen.agencies.includes(code)),
      hasMoreMatches: matches.hasMore,
    };
  },
  policy: mayDeclareTies,
});

/** The scoring room: one entry, and one's own sheet for it (N3). */
export const loadScoringRoom = loader({
  name: "review.room",
  kind: "desk",
  load: async ({ assignmentId }: { assignmentId: string }, { actor, now }: Context) => {
    const id = assignmentIdSchema.safeParse(assignmentId);
    const sheet = id.success ? await findSheet(id.data, actor.userId) : null;
    if (!sheet) return null;

    const stage = { organizerId: sheet.organizerId, editionId: sheet.editionId, id: sheet.stageId, scoring: { role: sheet.role, avoid: sheet.grounds } };
    const [text, rows] = await Promise.all([entryTextOf(sheet), deskRows(assignmentsVisibleTo(actor), stage)]);
    return {
      ...sheet,
      text,
      rows,
      progress: deskProgress(rows.map(({ state }) => state)),
      place: { ...neighbours(rows, sheet.assignmentId), todo: nextEntry(rows, sheet.assignmentId) },
      scoring: mayScore(actor, sheet, now),
      recusal: mayRecuse(actor, sheet, now),
    };
  },
  policy: mayOpen,
});

/** Why an entry's address opens nothing for a judge, from the address alone: nothing of the entry is in the answer. */
export const loadClosedRoom = loader({
  name: "review.closedRoom",
  kind: "subject",
  load: async ({ assignmentId }: { assignmentId: string }, { actor }: Context) => {
    const judging = judgeHatOf(actor);
    if (!judging) return null;
    const id = assignmentIdSchema.safeParse(assignmentId);
    const sheet = id.success ? await findSheet(id.data, actor.userId) : null;
    const reading = sheet && mayOpen(actor, sheet);
    const because: Refusal = reading && !reading.allowed ? reading.because : { key: "review.refused.gone" };
    return { editionId: judging.editionId, because };
  },
  policy: mayJudge,
});

/** Who reads what in a stage, and what assigning now would do (O8). */
export const loadAssignmentBoard = loader({
  name: "review.assignments",
  kind: "subject",
  load: async ({ slug, query }: Asked & { slug: string }, { actor, now }: Context) => {
    const found = await editionWithStages({ slug });
    if (!found) return null;

    const asked = boardQuerySchema.parse(query);
    const { edition, stages } = found;
    const stage = stages.find(({ key }) => key === asked.tahap) ?? stageToShow(stages, now);
    const board = stage && maySeeAssignments(actor, { editionId: edition.id }).allowed ? await boardOf(stage, { ...asked, actor, code: edition.code }) : null;
    return {
      editionId: edition.id,
      edition,
      stages,
      visits: visitStagesOf(edition),
      stage,
      board,
      justDone: { made: asked.dibuat, removed: asked.ditarik },
      assigning: mayAssign(actor, { editionId: edition.id, stage }, now),
    };
  },
  policy: maySeeAssignments,
});

/** What the judges of an edition hold, beside the page where their roles are ended; and of whom a role has just ended. */
export const loadWorkInHand = loader({
  name: "review.workInHand",
  kind: "subject",
  load: async ({ slug, query }: { slug: string; query: unknown }, { actor, now }: Context) => {
    const found = await workInHand(assignmentsVisibleTo(actor), { slug }, now);
    const { berakhir } = endedQuerySchema.parse(query);
    return found && { ...found, slug, ended: found.work.filter(({ userId, active }) => userId === berakhir && !active) };
  },
  policy: maySeeAssignments,
});

/** How many entries are short of judges, for the desk of the secretariat. */
export const loadShortOfJudges = loader({
  name: "review.shortOfJudges",
  kind: "desk",
  load: async (_: object, { actor, now }: Context) => {
    const editionId = actor.hat?.editionId;
    return editionId ? { editionId, short: await shortOfJudges(assignmentsVisibleTo(actor), editionId, now) } : null;
  },
  policy: maySeeAssignments,
});

/** Who reads what: the entries of a stage, one judge's, or one entry's readers. */
export const loadReaders = loader({
  name: "review.readers",
  kind: "subject",
  load: async ({ slug, query }: Asked & { slug: string }, { actor, now }: Context) => {
    const found = await editionWithStages({ slug });
    const asked = readersQuerySchema.parse(query);
    const visits = found ? visitStagesOf(found.edition) : [];
    const visit = visits.find(({ key }) => key === asked.tahap) ?? null;
    const stage: ReadingStage | null = visit ?? (found && (found.stages.find(({ key }) => key === asked.tahap) ?? stageToShow(found.stages, now)));
    if (!found || !stage) return null;

    const { edition } = found;
    const secret = secretStages(edition, now).includes(stage.key);
    const view = await readersView(assignmentsVisibleTo(actor), stage, { query: asked, secret });
    return view && {
      editionId: edition.id,
      edition,
      stage,
      /** What the rules say of a visit; null for a stage that is scored. */
      visit: visit?.verdict ?? null,
      query: asked,
      view,
      /** For an address in words that leave the portal. */
      origin: env().NEXTAUTH_URL,
      justDone: { moved: asked.dialihkan, released: asked.dilepas, left: asked.tersisa, changed: asked.diubah === "1", returned: asked.diubah === "kembali", lifted: asked.dicabut ?? null },
      assigning: mayAssign(actor, { editionId: edition.id, stage }, now),
    };
  },
  policy: maySeeAssignments,
  look: ({ edition, view }) =>
    view.kind === "ENTRY" && view.verdicts.length > 0
      ? { action: "review.lookAtVerdicts", subject: { type: "submission", id: view.entry.id }, editionId: edition.id }
      : null,
});

/** What a verifier visits in the edition of the hat. */
export const loadVisits = loader({
  name: "review.visits",
  kind: "desk",
  load: async ({ query }: Asked, { actor }: Context) => {
    const judging = judgeHatOf(actor);
    const found = judging && (await editionWithStages({ id: judging.editionId }));
    if (!found) return null;
    const { edition } = found;
    const stages = visitStagesOf(edition).filter(({ scoring }) => scoring.role === judging.role);
    const pact = await pactOf({ organizerId: edition.organizerId, editionId: edition.id }, actor.userId);
    const visits = await Promise.all(stages.map(async (stage) => ({ stage, rows: pact.acceptedAt ? await visitRows(assignmentsVisibleTo(actor), stage) : [] })));
    return { editionId: edition.id, edition, visits, pactAccepted: pact.acceptedAt !== null, saved: query.tersimpan === "1" };
  },
  policy: mayJudge,
});

/** One visited entry with one's own sheet. */
export const loadVisit = loader({
  name: "review.visit",
  kind: "desk",
  load: async ({ assignmentId, query }: Asked & { assignmentId: string }, { actor, now }: Context) => {
    const id = assignmentIdSchema.safeParse(assignmentId);
    const sheet = id.success ? await findVisit(id.data, actor.userId) : null;
    if (!sheet) return null;
    return {
      ...sheet,
      text: await entryTextOf(sheet),
      saved: query.tersimpan === "1",
      scoring: mayScore(actor, sheet, now),
      recusal: mayRecuse(actor, sheet, now),
    };
  },
  policy: mayOpen,
});

async function boardOf(stage: ScoringStage, asked: { actor: Actor; code: string; susun?: string; benih?: string; tarik?: string }) {
  const scope = assignmentsVisibleTo(asked.actor);
  const [judges, figures, batches, recusals] = await Promise.all([judgeLoads(scope, stage), stageFigures(scope, stage), batchesOf(scope, stage), latestRecusals(scope, stage)]);
  const seed = asked.benih ?? `${asked.code}/${stage.key}/${batches.length + 1}`;
  const preview = asked.susun ? await assignmentPreview(scope, stage, seed) : null;
  const undoing = batches.find(({ batchId, removable }) => batchId === asked.tarik && removable > 0) ?? null;
  return { judges, figures, batches, recusals, seed, preview, undoing };
}
