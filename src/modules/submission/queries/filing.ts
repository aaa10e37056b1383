import type { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db";
import type { AgencyKind } from "@/modules/agencies/domain/agency-kinds";
import { zoneOf } from "@/modules/agencies/domain/zones";
import type { GroupRule } from "@/modules/competition/domain/edition-rules";
import { kindOutside, takesPart } from "@/modules/competition/domain/participants";
import { stageOf } from "@/modules/competition/domain/stages";
import { withMove } from "@/modules/competition/domain/timetable-history";
import { allEditions, type EditionView } from "@/modules/competition/queries";
import { ballQueue, type BallQueue, type Coverage, coverageOf, editionToShow, worstFirst } from "../domain/agency-desk";
import { MOST_IN_BATCH, type QuotaLine, quotaLines } from "../domain/filing";
import { NOT_YET_FILED, type SubmissionStatus } from "../domain/lifecycle";
import type { Registration } from "../policy/writing";
import { type AgencyRow, agencyRows } from "./agency-rows";
import { type SubmissionScope, whereVisible } from "./writing";

export type OwnAgency = { id: string; code: string; name: string; kind: AgencyKind };

/** An edition with the only stage in which an agency acts. */
export type AgencyEdition = EditionView & {
  registration: NonNullable<Registration>;
  /** The clock on the wall of the agency. */
  localZone: string;
};

/** The agency of the scope, the editions it takes part in, and the one asked for. */
export type AgencyPlace = { agency: OwnAgency; editions: AgencyEdition[]; edition: AgencyEdition | null };

/**
 * Where an agency stands: null for a scope that is not an agency's, and for an edition it takes no part in. Without a slug
 * the edition is chosen by its registration; it is null when there is none at all.
 */
export async function agencyPlace(scope: SubmissionScope, { slug, now }: { slug?: string; now: Date }): Promise<AgencyPlace | null> {
  if (scope.filter.by !== "AGENCY") return null;
  const { agencyId } = scope.filter;
  const [agency, all, entered] = await Promise.all([
    db.agency.findUnique({ where: { id: agencyId }, select: { id: true, code: true, name: true, kind: true } }),
    allEditions(),
    db.submission.findMany({ where: { agencyId }, select: { editionId: true }, distinct: ["editionId"] }),
  ]);
  if (!agency) return null;

  const enteredIds = new Set(entered.map(({ editionId }) => editionId));
  const editions = all.flatMap((edition): AgencyEdition[] => {
    const registration = stageOf(edition.stages, "REGISTRATION");
    const isMine = enteredIds.has(edition.id) || takesPart(agency, edition.rules.participants);
    return registration && isMine ? [{ ...edition, registration: withMove(registration), localZone: zoneOf(agency.code) ?? edition.zone }] : [];
  });
  if (!slug) return { agency, editions, edition: editionToShow(editions, now) };
  const edition = editions.find((candidate) => candidate.slug === slug);
  return edition ? { agency, editions, edition } : null;
}

export type AgencyDesk = {
  queue: BallQueue;
  quotas: QuotaLine[];
  /** What the agency itself must do, longest waiting first. */
  waiting: AgencyRow[];
  /** Not yet filed and with something to fix or to look at, worst first. */
  problems: AgencyRow[];
  coverage: Coverage;
};

/** Rows on the desk; the list page holds the rest. */
const MOST_WAITING = 10;
const MOST_EXAMINED = 200;

/** What the admin's own page shows of one edition. */
export async function agencyDesk(scope: SubmissionScope, place: { agency: OwnAgency; edition: AgencyEdition; now: Date }): Promise<AgencyDesk> {
  const { agency, edition, now } = place;
  const [counts, open, units, withProposal, quotas] = await Promise.all([
    db.submission.groupBy({ by: ["status"], where: inEdition(scope, edition), _count: true }),
    agencyRows(scope, { edition, now, where: { status: { in: [...NOT_YET_FILED] } }, orderBy: [{ statusAt: "asc" }, { id: "asc" }], take: MOST_EXAMINED }),
    db.agency.findMany({ where: { parentId: agency.id }, select: { code: true, name: true }, orderBy: [{ name: "asc" }, { code: "asc" }] }),
    db.agency.findMany({ where: { unitSubmissions: { some: { AND: [inEdition(scope, edition), { status: { not: "WITHDRAWN" } }] } } }, select: { code: true } }),
    quotasOf(scope, edition),
  ]);
  return {
    queue: ballQueue(counts.map(({ status, _count }) => ({ status, count: _count })), edition.registration.closesAt, now),
    quotas,
    waiting: open.filter(({ ball }) => ball === "AGENCY").slice(0, MOST_WAITING),
    problems: worstFirst(open).slice(0, MOST_WAITING),
    coverage: coverageOf(units, withProposal.map(({ code }) => code)),
  };
}

/**
 * The quota lines of an agency in an edition. Left out where the agency has no part in it: a group entered by invitation, and one
 * for other kinds of agency.
 */
async function quotasOf(scope: SubmissionScope, edition: EditionView): Promise<QuotaLine[]> {
  const agencyId = scope.filter.by === "AGENCY" ? scope.filter.agencyId : null;
  const [agency, groups, invitations] = await Promise.all([
    agencyId === null ? null : db.agency.findUnique({ where: { id: agencyId }, select: { kind: true } }),
    db.submission.groupBy({ by: ["groupKey", "status"], where: inEdition(scope, edition), _count: true }),
    agencyId === null ? [] : db.groupInvitation.findMany({ where: { editionId: edition.id, agencyId }, select: { groupKey: true } }),
  ]);
  const filed = new Map(groups.filter(({ status }) => status === "SUBMITTED").map(({ groupKey, _count }) => [groupKey, _count]));
  const known = new Set([...groups, ...invitations].map(({ groupKey }) => groupKey));
  if (!agency) return [];
  const { kind } = agency;
  const isOpen = ({ byInvitation, kinds }: GroupRule) => !byInvitation && kindOutside({ kinds }, { agency: kind, unit: kind }) === null;
  const open = edition.rules.groups.filter((group) => known.has(group.key) || isOpen(group));
  return quotaLines({ ...edition.rules, groups: open }, kind, filed);
}

const MOST_NAMED = 1_000;

/** A proposal by name: what stays behind is told, not checked. */
export type NamedRow = { code: string; title: string; status: SubmissionStatus };

export type FilingList = { endorsed: AgencyRow[]; others: NamedRow[]; quotas: QuotaLine[] };

/** What an agency can file now, and what would stay behind. */
export async function filingList(scope: SubmissionScope, { edition, now }: { edition: EditionView; now: Date }): Promise<FilingList> {
  const unfinished = NOT_YET_FILED.filter((status) => status !== "ENDORSED");
  const [endorsed, others, quotas] = await Promise.all([
    agencyRows(scope, { edition, now, where: { status: "ENDORSED" }, orderBy: BY_TITLE, take: MOST_IN_BATCH }),
    db.submission.findMany({
      where: { AND: [inEdition(scope, edition), { status: { in: unfinished } }] },
      select: { code: true, title: true, status: true }, orderBy: BY_TITLE, take: MOST_NAMED,
    }),
    quotasOf(scope, edition),
  ]);
  return { endorsed, others, quotas };
}

const inEdition = (scope: SubmissionScope, edition: EditionView): Prisma.SubmissionWhereInput => ({
  AND: [whereVisible(scope), { editionId: edition.id }],
});

const BY_TITLE: Prisma.SubmissionOrderByWithRelationInput[] = [{ title: "asc" }, { id: "asc" }];
