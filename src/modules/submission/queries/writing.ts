import { Prisma } from "@/generated/prisma/client";
import { db, type Transaction } from "@/lib/db";
import type { Scope } from "@/lib/guard";
import { zoneOf } from "@/modules/agencies/domain/zones";
import type { LocalizedText, Zone } from "@/modules/competition/domain/edition-rules";
import { sectionsFor } from "@/modules/competition/domain/form-version";
import { rulesOfVersion } from "@/modules/competition/queries";
import { OPEN_FOR_WRITING, type SubmissionStatus } from "../domain/lifecycle";
import type { DisplayStatus } from "../domain/visibility";
import { closeMove } from "@/modules/competition/domain/timetable-history";
import type { Registration, SubmissionFilter, SubmissionSubject } from "../policy/writing";
import { displayStatuses, ofSubmissions } from "./standing";

export type SubmissionScope = Scope<"submission", SubmissionFilter>;

/** The condition that a scope stands for. */
export function whereVisible({ filter }: SubmissionScope): Prisma.SubmissionWhereInput {
  if (filter.by === "UNIT") return { unitId: filter.unitId };
  return filter.by === "AGENCY" ? { agencyId: filter.agencyId } : { id: { in: [] } };
}

/** The same for a statement written out, in which the proposal is `s`. */
export function visibleInSql({ filter }: SubmissionScope): Prisma.Sql {
  if (filter.by === "UNIT") return Prisma.sql`s."unitId" = ${filter.unitId}::uuid`;
  return filter.by === "AGENCY" ? Prisma.sql`s."agencyId" = ${filter.agencyId}::uuid` : Prisma.sql`false`;
}

type SubjectRow = Omit<SubmissionSubject, "registration"> & { groupKey: string; opensAt: Date | null; closesAt: Date | null; firstClosesAt: Date | null };

/** One statement: it stands before every save of somebody who writes. */
async function subjectRow(scope: SubmissionScope, code: string): Promise<SubjectRow | undefined> {
  const [row] = await db.$queryRaw<SubjectRow[]>`
    select s."organizerId", s.id, s."editionId", s."rulesVersionId", s.code, s.status::text as status, s.version, s."ownerId",
      not exists (select 1 from "Membership" m join "User" o on o.id = m."userId" where m."userId" = s."ownerId" and m."agencyId" = s."unitId"
        and m.role = 'INNOVATOR' and m."endedAt" is null and o."suspendedAt" is null) as "ownerGone",
      s."unitId", u.code as "unitCode", s."agencyId", a.code as "agencyCode", s."groupKey", g."opensAt", g."closesAt",
      (select c."closesBefore" from "StageChange" c where c."organizerId" = g."organizerId" and c."stageId" = g.id order by c."changedAt", c.id limit 1) as "firstClosesAt"
    from "Submission" s
    join "Agency" u on u.id = s."unitId"
    join "Agency" a on a.id = s."agencyId"
    left join "Stage" g on g."editionId" = s."editionId" and g.kind = 'REGISTRATION'
    where s.code = ${code} and ${visibleInSql(scope)}`;
  return row;
}

/** What a policy must know of one visible proposal; null when there is none with this code. */
export async function findSubmission(scope: SubmissionScope, code: string): Promise<SubmissionSubject | null> {
  const row = await subjectRow(scope, code);
  return row ? subjectOf(row) : null;
}

export type SectionSubject = SubmissionSubject & { sectionKey: string; nextSectionKey: string | null };

/** One section of a visible proposal; null also when its group is not asked for it. */
export async function findSection(scope: SubmissionScope, asked: { code: string; section: string }): Promise<SectionSubject | null> {
  const row = await subjectRow(scope, asked.code);
  if (!row) return null;

  const sections = sectionsFor(await rulesOfVersion(row.rulesVersionId), row.groupKey);
  const place = sections.findIndex(({ key }) => key === asked.section);
  if (place < 0) return null;
  return { ...subjectOf(row), sectionKey: asked.section, nextSectionKey: sections[place + 1]?.key ?? null };
}

function subjectOf({ groupKey: _, opensAt, closesAt, firstClosesAt, ...subject }: SubjectRow): SubmissionSubject {
  return { ...subject, registration: opensAt && closesAt && { opensAt, closesAt, moved: closeMove(closesAt, firstClosesAt) } };
}

export type SubmissionListRow = {
  code: string;
  title: string;
  status: SubmissionStatus;
  display: DisplayStatus;
  editionName: LocalizedText;
  zone: Zone;
  localZone: Zone;
  registration: Registration;
  lastSavedAt: Date;
  /** Who started it: a unit has several innovators. */
  ownerName: string;
};

/** Each is a card of its own, so a page of them is shorter than one of rows. */
const LIST_PAGE = 20;

/** One page of a list; a page after the last is the last. */
export type SubmissionPage = { submissions: SubmissionListRow[]; page: number; pages: number };

/** The visible proposals, those that wait for their authors first, then the newest, each with the one status that may be shown. */
export async function submissionList(scope: SubmissionScope, asked: { page: number; now: Date }): Promise<SubmissionPage> {
  const pages = Math.max(1, Math.ceil((await db.submission.count({ where: whereVisible(scope) })) / LIST_PAGE));
  const page = Math.min(asked.page, pages);
  return { submissions: await listRows(await onPage(scope, { page, now: asked.now }), asked.now), page, pages };
}

type Listed = { organizerId: string; id: string; ownerName: string };

/** Which proposals stand on a page, in order. */
function onPage(scope: SubmissionScope, { page, now }: { page: number; now: Date }): Promise<Listed[]> {
  return db.$queryRaw<Listed[]>`
    select s."organizerId", s.id, o.name as "ownerName" from "Submission" s
    join "User" o on o.id = s."ownerId"
    left join "Stage" g on g."editionId" = s."editionId" and g.kind = 'REGISTRATION'
    where ${visibleInSql(scope)}
    order by coalesce(s.status::text = any(${OPEN_FOR_WRITING}) and ${now}::timestamptz <= g."closesAt", false) desc, s."createdAt" desc, s.id desc
    limit ${LIST_PAGE} offset ${(page - 1) * LIST_PAGE}`;
}

const REGISTRATION = {
  opensAt: true, closesAt: true, changes: { orderBy: [{ changedAt: "asc" }, { id: "asc" }], take: 1, select: { closesBefore: true } },
} as const satisfies Prisma.StageSelect;

function registrationOf(stage: Prisma.StageGetPayload<{ select: typeof REGISTRATION }> | undefined): Registration {
  if (!stage) return null;
  const { opensAt, closesAt, changes } = stage;
  return { opensAt, closesAt, moved: closeMove(closesAt, changes[0]?.closesBefore) };
}

async function listRows(listed: readonly Listed[], now: Date): Promise<SubmissionListRow[]> {
  const found = await db.submission.findMany({
    where: { OR: listed.map(({ organizerId, id }) => ({ organizerId, id })) },
    select: {
      organizerId: true, id: true, editionId: true, rulesVersionId: true, code: true, title: true, groupKey: true, status: true,
      createdAt: true, identityAt: true,
      unit: { select: { code: true } },
      edition: {
        select: {
          nameId: true, nameEn: true, zone: true,
          stages: { where: { kind: "REGISTRATION" }, select: REGISTRATION, take: 1 },
        },
      },
    },
  });
  const rows = listed.flatMap(({ id, ownerName }) => found.filter((row) => row.id === id).map((row) => ({ ...row, ownerName })));
  const [display, saved] = await Promise.all([displayStatuses(rows, now), lastSaved(rows)]);
  return rows.map(({ id, code, title, status, createdAt, identityAt, ownerName, unit, edition }) => ({
    code, title, status, ownerName,
    display: display.get(id) ?? status,
    editionName: { id: edition.nameId, en: edition.nameEn },
    zone: edition.zone as Zone,
    localZone: zoneOf(unit.code) ?? (edition.zone as Zone),
    registration: registrationOf(edition.stages[0]),
    lastSavedAt: latestOf(createdAt, identityAt, saved.get(id)),
  }));
}

/** When something of a proposal was saved last: its start, its identity, its answers. */
export function latestOf(start: Date, ...saved: (Date | null | undefined)[]): Date {
  return new Date(Math.max(start.getTime(), ...saved.map((at) => at?.getTime() ?? 0)));
}

async function lastSaved(submissions: readonly { organizerId: string; id: string }[]): Promise<Map<string, Date>> {
  const groups = await db.answer.groupBy({ by: ["submissionId"], where: ofSubmissions(submissions), _max: { savedAt: true } });
  return new Map(groups.flatMap(({ submissionId, _max }) => (_max.savedAt ? [[submissionId, _max.savedAt]] : [])));
}

/** Addresses of those who admit and file for an agency. */
export async function agencyAdminAddresses(agencyId: string, tx: Transaction = db): Promise<string[]> {
  const users = await tx.user.findMany({
    where: { suspendedAt: null, memberships: { some: { agencyId, role: "AGENCY_ADMIN", endedAt: null } } },
    orderBy: { email: "asc" },
    select: { email: true },
  });
  return users.map(({ email }) => email);
}
