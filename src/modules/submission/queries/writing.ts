import type { Prisma } from "@/generated/prisma/client";
import { db, type Transaction } from "@/lib/db";
import type { Scope } from "@/lib/guard";
import type { LocalizedText, Zone } from "@/modules/competition/domain/edition-rules";
import { sectionsFor } from "@/modules/competition/domain/form-version";
import { rulesOfVersion } from "@/modules/competition/queries";
import type { SubmissionStatus } from "../domain/lifecycle";
import type { DisplayStatus } from "../domain/visibility";
import type { Registration, SubmissionFilter, SubmissionSubject } from "../policy/writing";
import { displayStatuses } from "./standing";

export type SubmissionScope = Scope<"submission", SubmissionFilter>;

/** The condition that a scope stands for. */
export function whereVisible({ filter }: SubmissionScope): Prisma.SubmissionWhereInput {
  if (filter.by === "UNIT") return { unitId: filter.unitId };
  return filter.by === "AGENCY" ? { agencyId: filter.agencyId } : { id: { in: [] } };
}

const SUBJECT_COLUMNS = {
  organizerId: true, id: true, editionId: true, rulesVersionId: true, code: true, status: true, version: true, ownerId: true,
  unitId: true, agencyId: true,
  unit: { select: { code: true, name: true } },
  agency: { select: { code: true, name: true } },
  edition: { select: { stages: { where: { kind: "REGISTRATION" }, select: { opensAt: true, closesAt: true }, take: 1 } } },
} satisfies Prisma.SubmissionSelect;

type SubjectRow = Prisma.SubmissionGetPayload<{ select: typeof SUBJECT_COLUMNS }>;

/** What a policy must know of one visible proposal; null when there is none with this code. */
export async function findSubmission(scope: SubmissionScope, code: string): Promise<SubmissionSubject | null> {
  const row = await db.submission.findFirst({ where: { AND: [whereVisible(scope), { code }] }, select: SUBJECT_COLUMNS });
  return row && subjectOf(row);
}

export type SectionSubject = SubmissionSubject & { sectionKey: string; nextSectionKey: string | null };

/** One section of a visible proposal; null also when its group is not asked for it. */
export async function findSection(scope: SubmissionScope, asked: { code: string; section: string }): Promise<SectionSubject | null> {
  const row = await db.submission.findFirst({
    where: { AND: [whereVisible(scope), { code: asked.code }] }, select: { ...SUBJECT_COLUMNS, groupKey: true },
  });
  if (!row) return null;

  const { groupKey, ...subject } = row;
  const sections = sectionsFor(await rulesOfVersion(row.rulesVersionId), groupKey);
  const place = sections.findIndex(({ key }) => key === asked.section);
  if (place < 0) return null;
  return { ...subjectOf(subject), sectionKey: asked.section, nextSectionKey: sections[place + 1]?.key ?? null };
}

export function subjectOf({ unit, agency, edition, ...row }: SubjectRow): SubmissionSubject {
  return { ...row, unitCode: unit.code, agencyCode: agency.code, registration: edition.stages[0] ?? null };
}

export type SubmissionListRow = {
  code: string;
  title: string;
  status: SubmissionStatus;
  display: DisplayStatus;
  editionName: LocalizedText;
  zone: Zone;
  registration: Registration;
  lastSavedAt: Date;
};

/** A page of private lists never holds more. */
const MOST_ROWS = 50;

/** The visible proposals, newest first, each with the one status that may be shown. */
export async function submissionList(scope: SubmissionScope, now: Date): Promise<SubmissionListRow[]> {
  const rows = await db.submission.findMany({
    where: whereVisible(scope),
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST_ROWS,
    select: {
      ...SUBJECT_COLUMNS, title: true, groupKey: true, statusAt: true,
      edition: { select: { nameId: true, nameEn: true, zone: true, ...SUBJECT_COLUMNS.edition.select } },
    },
  });
  const [display, saved] = await Promise.all([displayStatuses(rows, now), lastSaved(rows.map(({ id }) => id))]);
  return rows.map(({ id, code, title, status, statusAt, edition }) => ({
    code, title, status,
    display: display.get(id) ?? status,
    editionName: { id: edition.nameId, en: edition.nameEn },
    zone: edition.zone as Zone,
    registration: edition.stages[0] ?? null,
    lastSavedAt: saved.get(id) ?? statusAt,
  }));
}

async function lastSaved(submissionIds: string[]): Promise<Map<string, Date>> {
  const groups = await db.answer.groupBy({
    by: ["submissionId"], where: { submissionId: { in: submissionIds } }, _max: { savedAt: true },
  });
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
