import { db, type Transaction } from "@/lib/db";
import { ok, refuse, type Result } from "@/lib/result";
import { type Actor, wears } from "@/modules/accounts/domain/roles";
import type { AgencyKind, EditionRules, LocalizedText } from "./domain/edition-rules";
import type { StageRow } from "./domain/stages";
import { decidableFrom } from "./domain/earlier-close";
import type { StageStanding } from "./domain/timetable-change";
import { type Plan, plannedMove } from "./domain/timetable-plan";
import type { StageChange } from "./domain/timetable-history";
import { readRules } from "./schema";

export type EditionStage = StageRow & { id: string; /** Each time its dates were moved, the earliest first, for everybody to read. */ changes: StageChange[] };

export type EditionPlan = Plan<EditionStage>;

/** An edition as every page and door needs it: who runs it, by which rules, with which timetable. */
export type EditionView = {
  id: string;
  organizerId: string;
  organizer: { name: string; agencyCode: string; contact: string };
  competitionSlug: string;
  slug: string;
  code: string;
  year: number;
  name: LocalizedText;
  zone: string;
  isDemo: boolean;
  rulesVersionId: string;
  rulesSha256: string;
  rules: EditionRules;
  stages: EditionStage[];
};

/** A version of rules never changes, so it is read once; the one asked for longest ago leaves when there are many. */
const rulesCache = new Map<string, EditionRules>();
const RULES_KEPT = 200;

export async function rulesOfVersion(id: string, tx: Transaction = db): Promise<EditionRules> {
  const rules = (await rulesOfVersions([id], tx)).get(id);
  if (!rules) throw new Error(`There is no version ${id} of any rules.`);
  return rules;
}

/** The rules of several versions; those that are not kept are read in one statement. */
async function rulesOfVersions(ids: readonly string[], tx: Transaction): Promise<ReadonlyMap<string, EditionRules>> {
  const missing = ids.filter((id) => !rulesCache.has(id));
  const read = missing.length === 0 ? [] : await tx.rulesVersion.findMany({ where: { id: { in: missing } }, select: { id: true, document: true } });
  // Checked by the schema before it was stored, and protected from change by a trigger.
  const fresh = new Map(read.map(({ id, document }) => [id, document as unknown as EditionRules]));
  const rules = new Map(ids.flatMap((id) => { const known = fresh.get(id) ?? rulesCache.get(id); return known ? [[id, known] as const] : []; }));
  for (const [id, known] of rules) keepRules(id, known);
  return rules;
}

function keepRules(id: string, rules: EditionRules): void {
  rulesCache.delete(id);
  rulesCache.set(id, rules);
  if (rulesCache.size > RULES_KEPT) rulesCache.delete(rulesCache.keys().next().value!);
}

type Stored<Kept> = { [Key in keyof Kept]: Kept[Key] extends Date ? string : Kept[Key] };
type StoredStage = Stored<Omit<EditionStage, "name" | "changes">> & { changes: Stored<StageChange>[] | null };

type EditionRow = Omit<EditionView, "rules" | "stages"> & { stages: StoredStage[] };

const COLUMNS = `
  e.id, e."organizerId", json_build_object('name', oa.name, 'agencyCode', oa.code, 'contact', o.contact) as organizer,
  c.slug as "competitionSlug", e.slug, e.code, e.year, json_build_object('id', e."nameId", 'en', e."nameEn") as name,
  e.zone, e."isDemo", r.id as "rulesVersionId", r.sha256 as "rulesSha256",
  (select json_agg(json_build_object('id', s.id, 'key', s.key, 'kind', s.kind, 'position', s.position,
     'opensAt', s."opensAt", 'closesAt', s."closesAt",
     'changes', (select json_agg(json_build_object('changedAt', g."changedAt", 'cause', g.cause, 'reason', g.reason,
         'opensBefore', g."opensBefore", 'closesBefore', g."closesBefore") order by g."changedAt", g.id)
       from "StageChange" g where g."organizerId" = s."organizerId" and g."stageId" = s.id)
     ) order by s.position)
   from "Stage" s where s."editionId" = e.id) as stages`;
const TABLES = `
  "Edition" e
  join "Organizer" o on o.id = e."organizerId"
  join "Agency" oa on oa.id = o."agencyId"
  join "Competition" c on c.id = e."competitionId"
  join lateral (select id, sha256 from "RulesVersion" where "editionId" = e.id order by number desc limit 1) r on true`;

export async function editionBySlug(slug: string, tx: Transaction = db): Promise<EditionView | null> {
  return first(await tx.$queryRawUnsafe<EditionRow[]>(`select ${COLUMNS} from ${TABLES} where e.slug = $1 and e."withdrawnAt" is null`, slug), tx);
}

export async function editionById(id: string, tx: Transaction = db): Promise<EditionView | null> {
  return first(await tx.$queryRawUnsafe<EditionRow[]>(`select ${COLUMNS} from ${TABLES} where e.id = $1::uuid`, id), tx);
}

/** Every edition, newest first: that a competition exists, by which rules and when, is public. */
export async function allEditions(tx: Transaction = db): Promise<EditionView[]> {
  return viewsOf(await tx.$queryRawUnsafe<EditionRow[]>(`select ${COLUMNS} from ${TABLES} where e."withdrawnAt" is null order by e.year desc, e."nameId"`), tx);
}

export type NamedEdition = { id: string; slug: string; name: LocalizedText };

/** The same by name and address alone, for lists that need no rules. */
export async function namedEditions(): Promise<NamedEdition[]> {
  const rows = await db.edition.findMany({
    where: { withdrawnAt: null }, orderBy: [{ year: "desc" }, { nameId: "asc" }], select: { id: true, slug: true, nameId: true, nameEn: true },
  });
  return rows.map(({ id, slug, nameId, nameEn }) => ({ id, slug, name: { id: nameId, en: nameEn } }));
}

type Facts = { released: boolean; frozen: string[]; superseded: string[]; begun: string[] };

/**
 * What has become of an edition's stages. Settled: registration and selection once the selection is released, and every stage that
 * counts for a result whose ranking is frozen. Begun: see the cases. Reopened: they count for a ranking that was superseded.
 */
export async function stageStanding({ id, organizerId, rules, stages }: EditionView, tx: Transaction = db): Promise<StageStanding> {
  const [facts] = await tx.$queryRaw<Facts[]>`
    select exists (select from "SelectionRelease" where "organizerId" = ${organizerId}::uuid and "editionId" = ${id}::uuid) as released,
      array(select "resultKey" from "CurrentSnapshot" where "organizerId" = ${organizerId}::uuid and "editionId" = ${id}::uuid) as frozen,
      array(select distinct "resultKey" from "RankingSnapshot" where "organizerId" = ${organizerId}::uuid and "editionId" = ${id}::uuid) as superseded,
      array(select s.key from "Stage" s where s."organizerId" = ${organizerId}::uuid and s."editionId" = ${id}::uuid and case
        when s.kind = 'REGISTRATION' then true
        when s.kind = 'ADMIN_SELECTION' then exists (
          select from "SelectionDecision" d where d."organizerId" = s."organizerId" and d."editionId" = s."editionId")
        when s.kind in ('EVALUATION', 'PRESENTATION', 'FIELD_VISIT') then exists (
          select from "Assignment" a where a."organizerId" = s."organizerId" and a."stageId" = s.id)
        else exists (
          select from "Publication" p where p."organizerId" = s."organizerId" and p."editionId" = s."editionId" and p."publishedAt" >= s."opensAt")
        end) as begun`;
  const { released, frozen, superseded, begun } = facts!;
  const countedFor = (isMeant: (resultKey: string) => boolean) =>
    rules.results.filter(({ key }) => isMeant(key)).flatMap(({ afterStage, combine }) => [afterStage, ...combine.map(({ stage }) => stage)]);
  const selected = released ? stages.filter(({ kind }) => kind === "REGISTRATION" || kind === "ADMIN_SELECTION").map(({ key }) => key) : [];
  return {
    settled: [...new Set([...selected, ...countedFor((key) => frozen.includes(key))])],
    begun,
    reopened: countedFor((key) => superseded.includes(key) && !frozen.includes(key)),
  };
}

/** Whose work a stage still holds: proposals that are not filed, undecided ones, readings that are not handed in. */
export type WorkInStage = { withInnovators: number; withAgencies: number; agencies: number; undecided: number; unread: number; judges: number };

/** The work that a close would end, by the stage's key: every edition's numbers alone, nothing of what is written. */
export async function workInStage(stageId: string, tx: Transaction = db): Promise<WorkInStage> {
  const [work] = await tx.$queryRaw<WorkInStage[]>`
    with stage as (select "organizerId", "editionId", id, kind from "Stage" where id = ${stageId}::uuid),
    written as (
      select s.status::text as status, s."agencyId" from "Submission" s join stage g on g."organizerId" = s."organizerId" and g."editionId" = s."editionId"
      where g.kind = 'REGISTRATION' and s.status in ('DRAFT', 'RETURNED', 'AGENCY_REVIEW', 'ENDORSED')),
    undecided as (
      select s.id from "Submission" s join stage g on g."organizerId" = s."organizerId" and g."editionId" = s."editionId"
      left join "SelectionDecision" d on d."organizerId" = s."organizerId" and d."submissionId" = s.id
      where g.kind = 'ADMIN_SELECTION' and s.status = 'SUBMITTED' and d.outcome is null),
    unread as (
      select a."judgeId" from "Assignment" a join stage g on g."organizerId" = a."organizerId" and g.id = a."stageId"
      left join "Review" r on r."organizerId" = a."organizerId" and r."assignmentId" = a.id
      where a."recusedAt" is null and r."finishedAt" is null)
    select (select count(*)::int from written where status in ('DRAFT', 'RETURNED')) as "withInnovators",
      (select count(*)::int from written where status in ('AGENCY_REVIEW', 'ENDORSED')) as "withAgencies",
      (select count(distinct "agencyId")::int from written) as agencies,
      (select count(*)::int from undecided) as undecided,
      (select count(*)::int from unread) as unread, (select count(distinct "judgeId")::int from unread) as judges`;
  return work!;
}

/** A close that one person asked for and another has not decided yet, with the work that it would end now. */
export type AskedClose = {
  id: string; stageId: string; stageKey: string; /** Null: when it is agreed to. */ opensAt: Date | null; closesAt: Date; shifts: boolean; reason: string;
  requestedById: string; requestedByName: string; requestedAt: Date;
};

type UndecidedClose = AskedClose & { /** Asked against the dates of now, with time for the notice. */ stands: boolean };

/** Those of an edition that were neither decided nor taken back; one that stands no longer has lapsed. */
export async function undecidedCloses({ id, organizerId, rules }: EditionView, now: Date, tx: Transaction = db): Promise<UndecidedClose[]> {
  return tx.$queryRaw<UndecidedClose[]>`
    select c.id, c."stageId", s.key as "stageKey", c."opensAt", c."closesAt", c.shifts, c.reason, c."requestedById", u.name as "requestedByName", c."requestedAt",
      c."opensBefore" = date_trunc('milliseconds', s."opensAt") and c."closesBefore" = date_trunc('milliseconds', s."closesAt")
        and c."closesAt" >= ${decidableFrom(rules, now)}::timestamptz as stands
    from "EarlierClose" c
    join "Stage" s on s."organizerId" = c."organizerId" and s.id = c."stageId"
    join "User" u on u.id = c."requestedById"
    where c."organizerId" = ${organizerId}::uuid and s."editionId" = ${id}::uuid and c."confirmedAt" is null and c."withdrawnAt" is null
    order by c."requestedAt", c.id`;
}

/** `plan`: what it would change; null where the dates of other stages no longer allow it. */
export type AskedCloseWithWork = AskedClose & { work: WorkInStage; plan: EditionPlan | null };

/** Those that stand, with the work that each would end now and all dates that it would change; and those that lapsed. */
export async function askedWithWork(edition: EditionView, { now, standing }: { now: Date; standing: StageStanding }): Promise<{ asked: AskedCloseWithWork[]; lapsed: AskedClose[] }> {
  const undecided = await undecidedCloses(edition, now);
  const asked = await Promise.all(undecided.filter(({ stands }) => stands).map(async (each) => {
    const planned = plannedMove(edition.stages, { ...each, key: each.stageKey }, { now, rules: edition.rules, ...standing });
    return { ...each, work: await workInStage(each.stageId), plan: planned.ok ? planned.value : null };
  }));
  return { asked, lapsed: undecided.filter(({ stands }) => !stands) };
}

/** The other people of the secretariat who can sign in, by name: each of them can be the second person. */
export async function otherSecretaries(editionId: string, userId: string): Promise<string[]> {
  const others = await db.user.findMany({
    where: { id: { not: userId }, suspendedAt: null, memberships: { some: { editionId, role: "SECRETARIAT", endedAt: null } } },
    select: { name: true }, orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return others.map(({ name }) => name);
}

/** An edition as those who prepare rules see it in their list. */
export type PreparedEdition = NamedEdition & { isWithdrawn: boolean; /** Nothing was ever filed: it can be taken back, and its rules replaced. */ isUnused: boolean };

/** The editions of an organiser, or all (null), those taken back included, newest first. */
export async function preparedEditions(organizerId: string | null): Promise<PreparedEdition[]> {
  const rows = await db.edition.findMany({
    where: organizerId === null ? {} : { organizerId }, orderBy: [{ year: "desc" }, { nameId: "asc" }],
    select: { id: true, slug: true, nameId: true, nameEn: true, withdrawnAt: true },
  });
  const used = await db.receipt.findMany({ where: { editionId: { in: rows.map(({ id }) => id) } }, distinct: ["editionId"], select: { editionId: true } });
  return rows.map(({ id, slug, nameId, nameEn, withdrawnAt }) => ({
    id, slug, name: { id: nameId, en: nameEn }, isWithdrawn: withdrawnAt !== null, isUnused: !used.some(({ editionId }) => editionId === id),
  }));
}

/** An edition by its slug, also one that was taken back. */
export async function anyEditionBySlug(slug: string): Promise<EditionView | null> {
  return first(await db.$queryRawUnsafe<EditionRow[]>(`select ${COLUMNS} from ${TABLES} where e.slug = $1`, slug), db);
}

const DRAFT = { id: true, organizerId: true, replacesId: true, title: true, text: true, version: true, updatedAt: true } as const;

export type EditionDraft = { id: string; organizerId: string | null; replacesId: string | null; title: string; text: string; version: number; updatedAt: Date };

/** A draft that is still being prepared; null for any other. */
export async function editionDraft(id: string): Promise<EditionDraft | null> {
  return db.editionDraft.findFirst({ where: { id, endedAt: null }, select: DRAFT });
}

/** What a draft's text says; null where it cannot be read. */
export function draftRules({ text }: Pick<EditionDraft, "text">): EditionRules | null {
  const read = readRules(text);
  return read.ok ? read.rules : null;
}

/** The drafts of an organiser's secretariat, or all (null), the latest first. */
export async function editionDrafts(organizerId: string | null): Promise<EditionDraft[]> {
  return db.editionDraft.findMany({
    where: { endedAt: null, ...(organizerId === null ? {} : { organizerId }) }, orderBy: [{ updatedAt: "desc" }, { id: "asc" }], select: DRAFT,
  });
}

/** Why an edition was taken back; null where it was not. */
export async function withdrawnReason(editionId: string, tx: Transaction = db): Promise<string | null> {
  const row = await tx.edition.findUnique({ where: { id: editionId }, select: { withdrawnAt: true, withdrawnReason: true } });
  return row?.withdrawnAt ? row.withdrawnReason : null;
}

/**
 * What somebody prepares: the organiser of their own edition, the draft, the edition whose rules it replaces, and whose rules it may
 * hold. A draft decides itself what it replaces; `replaces` names it for a new one.
 */
export async function preparationOf(actor: Actor, { draftId, replaces: slug }: { draftId: string | null; replaces: string }) {
  const draft = draftId === null ? null : await editionDraft(draftId);
  const own = wears(actor, "SECRETARIAT") && actor.hat?.editionId ? await editionById(actor.hat.editionId) : null;
  const replaces = draft ? draft.replacesId && (await editionById(draft.replacesId)) : slug ? await anyEditionBySlug(slug) : null;
  const belonging = {
    organizer: own?.organizer.agencyCode ?? null,
    replaces: replaces ? { slug: replaces.slug, code: replaces.code, organizer: replaces.organizer.agencyCode } : null,
  };
  return { ownOrganizerId: own?.organizerId ?? null, draft, replaces: replaces || null, belonging };
}

type Named = { agencies: readonly string[]; edition: { slug: string; code: string } | null };

/** Those of the codes that no agency has, and those of the edition's names that one bears already. */
export async function onRecord({ agencies, edition }: Named): Promise<{ unknown: string[]; taken: ("slug" | "code")[] }> {
  const known = await db.agency.findMany({ where: { code: { in: [...agencies] } }, select: { code: true } });
  const others = edition ? await db.edition.findMany({ where: { OR: [{ slug: edition.slug }, { code: edition.code }] }, select: { slug: true, code: true } }) : [];
  return {
    unknown: agencies.filter((code) => !known.some((agency) => agency.code === code)),
    taken: (["slug", "code"] as const).filter((name) => others.some((other) => other[name] === edition?.[name])),
  };
}

export type InvitedAgency = { groupKey: string; code: string; name: string };

/** The agencies that are invited to groups of an edition, by name. */
export async function invitedAgencies({ id, organizerId }: Pick<EditionView, "id" | "organizerId">): Promise<InvitedAgency[]> {
  const rows = await db.groupInvitation.findMany({
    where: { organizerId, editionId: id }, orderBy: [{ agency: { name: "asc" } }, { agency: { code: "asc" } }],
    select: { groupKey: true, agency: { select: { code: true, name: true } } },
  });
  return rows.map(({ groupKey, agency }) => ({ groupKey, ...agency }));
}

/** The name of an agency by its code; the code where there is none. */
export async function agencyName(code: string): Promise<string> {
  return (await db.agency.findUnique({ where: { code }, select: { name: true } }))?.name ?? code;
}

export type CalledAgency = { id: string; code: string; kind: AgencyKind; name: string };

/** As many as a sentence can name. */
const MOST_CALLED = 5;

/** The agency of a code or a whole name; a name that several bear is refused with their codes. */
export async function agencyCalled(words: string): Promise<Result<CalledAgency>> {
  const called = await db.agency.findMany({
    where: { OR: [{ code: { equals: words, mode: "insensitive" } }, { name: { equals: words, mode: "insensitive" } }] },
    orderBy: { code: "asc" }, take: MOST_CALLED, select: { id: true, code: true, kind: true, name: true },
  });
  const [agency] = called;
  if (!agency) return refuse("competition.refused.agencyUnknown", { agency: words });
  return called.length === 1 ? ok(agency) : refuse("competition.refused.agencyAmbiguous", { codes: called.map(({ code }) => code).join(", ") });
}

async function first(rows: EditionRow[], tx: Transaction): Promise<EditionView | null> {
  return (await viewsOf(rows.slice(0, 1), tx))[0] ?? null;
}

async function viewsOf(rows: EditionRow[], tx: Transaction): Promise<EditionView[]> {
  const rules = await rulesOfVersions(rows.map(({ rulesVersionId }) => rulesVersionId), tx);
  return rows.map((row) => viewOf(row, rules.get(row.rulesVersionId)!));
}

function viewOf(row: EditionRow, rules: EditionRules): EditionView {
  const nameOf = (key: string) => rules.stages.find((stage) => stage.key === key)?.name ?? { id: key, en: key };
  const stages = (row.stages ?? []).map((stage) => ({
    ...stage,
    name: nameOf(stage.key),
    opensAt: new Date(stage.opensAt),
    closesAt: new Date(stage.closesAt),
    changes: (stage.changes ?? []).map(({ changedAt, opensBefore, closesBefore, ...change }) => ({
      ...change, changedAt: new Date(changedAt), opensBefore: new Date(opensBefore), closesBefore: new Date(closesBefore),
    })),
  }));
  return { ...row, rules, stages };
}
