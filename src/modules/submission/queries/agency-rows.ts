import type { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db";
import { sectionsFor } from "@/modules/competition/domain/form-version";
import type { Zone } from "@/modules/competition/domain/edition-rules";
import { stageOf } from "@/modules/competition/domain/stages";
import type { EditionView } from "@/modules/competition/queries";
import { comparableTitle, completeness, type Problem } from "../domain/completeness";
import { type Entrant, unmetRequirements } from "../domain/eligibility";
import { type BallHolder, NOT_YET_FILED, type SubmissionStatus } from "../domain/lifecycle";
import { relatedFinder } from "../domain/related";
import { ballNow, type DisplayStatus } from "../domain/visibility";
import { closeOf, resultLabels, sourceAsked, withClaim } from "./eligibility";
import { knownInnovations, toldApart } from "./related";
import { displayStatuses } from "./standing";
import { type SubmissionScope, whereVisible } from "./writing";

/** One proposal in a list of its agency, with what the machine checks found. */
export type AgencyRow = {
  code: string;
  title: string;
  status: SubmissionStatus;
  display: DisplayStatus;
  /** Who must act now. */
  ball: BallHolder;
  groupKey: string;
  unitCode: string;
  unitName: string;
  /** When the ball came to whoever has it now. */
  waitingSince: Date;
  mustFix: Problem[];
  shouldLook: Problem[];
};

export type RowsRequest = {
  edition: EditionView;
  now: Date;
  where?: Prisma.SubmissionWhereInput;
  orderBy: Prisma.SubmissionOrderByWithRelationInput[];
  take: number;
};

const COLUMNS = {
  organizerId: true, id: true, editionId: true, rulesVersionId: true, code: true, title: true, status: true, groupKey: true, statusAt: true,
  innovationId: true, agencyId: true, implementedSince: true, signatory: true, videoUrl: true, claimedResult: true, sourceText: true, sourceInnovationId: true, sourceAgency: true, sourceYear: true,
  unit: { select: { code: true, name: true, kind: true } }, agency: { select: { kind: true, code: true } },
  answers: { select: { sectionKey: true, body: true, isDone: true } },
} satisfies Prisma.SubmissionSelect;

type Row = Prisma.SubmissionGetPayload<{ select: typeof COLUMNS }>;

/** Visible proposals of an edition, checked: the number of statements does not depend on the number of rows. */
export async function agencyRows(scope: SubmissionScope, request: RowsRequest): Promise<AgencyRow[]> {
  const { edition, now, where = {}, orderBy, take } = request;
  const rows = await db.submission.findMany({
    where: { AND: [whereVisible(scope), { editionId: edition.id }, where] },
    select: COLUMNS, orderBy, take,
  });
  const [check, display] = await Promise.all([checkOf(rows, scope, edition), displayStatuses(rows, now)]);
  const closesAt = stageOf(edition.stages, "REGISTRATION")?.closesAt ?? null;
  return rows.map((row) => {
    const shown = { status: row.status, display: display.get(row.id) ?? row.status };
    return {
      code: row.code, title: row.title, ...shown, ball: ballNow(shown, closesAt, now), groupKey: row.groupKey,
      unitCode: row.unit.code, unitName: row.unit.name, waitingSince: row.statusAt, ...check(row),
    };
  });
}

type Check = (row: Row) => { mustFix: Problem[]; shouldLook: Problem[] };

async function checkOf(rows: Row[], scope: SubmissionScope, edition: EditionView): Promise<Check> {
  const innovations = rows.flatMap((row) => [row.innovationId, row.sourceInnovationId]).filter((id) => id !== null);
  const [labels, invitations, titles, related] = await Promise.all([
    resultLabels([...new Set(innovations)], { editionId: edition.id, organizerId: edition.organizerId, rules: edition.rules }),
    db.groupInvitation.findMany({
      where: { editionId: edition.id, agencyId: { in: [...new Set(rows.map(({ agencyId }) => agencyId))] } },
      select: { groupKey: true },
    }),
    codesByTitle(scope, edition),
    relatedOpenOf(rows.filter(({ status }) => NOT_YET_FILED.includes(status)), edition.id),
  ]);
  const invitedTo = invitations.map(({ groupKey }) => groupKey);
  return (row) => {
    const { mustFix, shouldLook } = completeness({
      sections: sectionsFor(edition.rules, row.groupKey),
      answers: Object.fromEntries(row.answers.map(({ sectionKey, ...answer }) => [sectionKey, answer])),
      identity: row,
      asksForVideo: edition.rules.form.video === true,
      unmet: unmetOf(row, { labels, invitedTo, edition }),
      sameTitle: (titles.get(comparableTitle(row.title)) ?? []).filter((code) => code !== row.code),
      related: related.get(row.id) ?? [],
    });
    return { mustFix, shouldLook };
  };
}

/** What the writers of each have not been told apart from yet, as `relatedTo` finds it; all rows are of one government or body. */
async function relatedOpenOf(rows: Row[], editionId: string): Promise<Map<string, { id: string; title: string }[]>> {
  const [first] = rows;
  if (!first) return new Map();
  const [known, told] = await Promise.all([knownInnovations({ unitCode: first.agency.code, editionId }), toldApart(rows.map(({ id }) => id))]);
  const find = relatedFinder(known);
  const apart = new Set(told.map(({ own, other }) => `${own} ${other}`));
  return new Map(rows.map(({ id, title, innovationId }) => {
    const near = new Set(find(title));
    return [id, known.filter((each) => near.has(each.id) && each.id !== innovationId && !apart.has(`${id} ${each.id}`))];
  }));
}

/** The proposals of the scope by their title as it counts in a comparison; withdrawn ones do not count. */
async function codesByTitle(scope: SubmissionScope, edition: EditionView): Promise<Map<string, string[]>> {
  const rows = await db.submission.findMany({
    where: { AND: [whereVisible(scope), { editionId: edition.id, status: { not: "WITHDRAWN" } }] },
    select: { code: true, title: true }, orderBy: { code: "asc" },
  });
  const codes = new Map<string, string[]>();
  for (const { code, title } of rows) {
    const key = comparableTitle(title);
    codes.set(key, [...(codes.get(key) ?? []), code]);
  }
  return codes;
}

function unmetOf(row: Row, known: { labels: Map<string, string[]>; invitedTo: string[]; edition: EditionView }) {
  const { labels, invitedTo, edition } = known;
  const registration = stageOf(edition.stages, "REGISTRATION");
  const group = edition.rules.groups.find(({ key }) => key === row.groupKey);
  if (!registration || !group) return [];

  const { innovationId, claimedResult, implementedSince } = row;
  const entrant: Entrant = {
    implementedSince, invitedTo, kinds: { agency: row.agency.kind, unit: row.unit.kind },
    pastResults: withClaim(labels.get(innovationId) ?? [], claimedResult),
    source: sourceAsked(row, labels),
  };
  return unmetRequirements(entrant, group, closeOf({ rules: edition.rules, closesAt: registration.closesAt, zone: edition.zone as Zone }));
}
