import { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db";
import { holds } from "@/lib/search";
import type { EditionView } from "@/modules/competition/queries";
import type { AgencyListQuery, AgencySort } from "../schema/filing";
import { type AgencyRow, agencyRows } from "./agency-rows";
import { type SubmissionScope, visibleInSql, whereVisible } from "./writing";

export type AgencyList = {
  rows: AgencyRow[];
  total: number;
  /** Where the next page begins; null on the last. */
  next: string | null;
  units: { code: string; name: string }[];
};

type ListRequest = { edition: EditionView; query: AgencyListQuery; now: Date };

const PAGE = 50;

/** One page of the agency's proposals in an edition. */
export async function agencyList(scope: SubmissionScope, { edition, query, now }: ListRequest): Promise<AgencyList> {
  const matching = matchingInSql(scope, edition, query);
  const [keys, [counted], units] = await Promise.all([
    pageKeys(matching, query),
    db.$queryRaw<{ total: number }[]>`select count(*)::int as total ${matching}`,
    db.agency.findMany({
      where: { unitSubmissions: { some: { AND: [whereVisible(scope), { editionId: edition.id }] } } },
      select: { code: true, name: true }, orderBy: [{ name: "asc" }, { code: "asc" }],
    }),
  ]);
  const shown = keys.slice(0, PAGE);
  const last = shown.at(-1);
  const ids = shown.map(({ id }) => id);
  return {
    rows: await agencyRows(scope, { edition, now, where: { id: { in: ids } }, orderBy: ORDERS[query.urut], take: PAGE }),
    total: counted?.total ?? 0,
    next: keys.length > shown.length && last ? `${last.id}_${last.value}` : null,
    units,
  };
}

type PageKey = { id: string; /** By which it is sorted. */ value: string };

/**
 * The keys of a page and of one row more. A page begins after a value and an id, not after a row: that row may have moved
 * or left the list since the page before was read, and then no other row is lost.
 */
async function pageKeys(matching: Prisma.Sql, { urut, sesudah = "" }: AgencyListQuery): Promise<PageKey[]> {
  const { key, type, pattern } = urut.endsWith("judul") ? BY_TITLE : BY_TIME;
  const [direction, beyond] = urut.startsWith("-") ? [Prisma.sql`desc`, Prisma.sql`<`] : [Prisma.sql`asc`, Prisma.sql`>`];
  const [, id, value] = pattern.exec(sesudah) ?? [];
  return db.$queryRaw<PageKey[]>`
    select s.id, ${key}::text as value ${matching}
      ${id ? Prisma.sql`and (${key}, s.id) ${beyond} (${value}::${type}, ${id}::uuid)` : Prisma.empty}
    order by ${key} ${direction}, s.id ${direction} limit ${PAGE + 1}`;
}

/** A moment counts in millionths of a second, as finely as it is stored. */
const BY_TIME = { key: Prisma.sql`(extract(epoch from s."statusAt") * 1000000)::bigint`, type: Prisma.sql`bigint`, pattern: afterOf("\\d{1,18}") };
const BY_TITLE = { key: Prisma.sql`s.title`, type: Prisma.sql`text`, pattern: afterOf(".*") };

function afterOf(value: string): RegExp {
  return new RegExp(`^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})_(${value})$`);
}

const ORDERS: Record<AgencySort, Prisma.SubmissionOrderByWithRelationInput[]> = {
  menunggu: [{ statusAt: "asc" }, { id: "asc" }],
  "-menunggu": [{ statusAt: "desc" }, { id: "desc" }],
  judul: [{ title: "asc" }, { id: "asc" }],
  "-judul": [{ title: "desc" }, { id: "desc" }],
};

/** The visible proposals of an edition that the words of the address ask for. */
function matchingInSql(scope: SubmissionScope, edition: EditionView, { status, unit, cari }: AgencyListQuery): Prisma.Sql {
  return Prisma.sql`
    from "Submission" s join "Agency" u on u.id = s."unitId"
    where ${visibleInSql(scope)} and s."organizerId" = ${edition.organizerId}::uuid and s."editionId" = ${edition.id}::uuid
      ${status ? Prisma.sql`and s.status = ${status}::"SubmissionStatus"` : Prisma.empty}
      ${unit ? Prisma.sql`and (u.code = ${unit} or starts_with(u.code, ${`${unit}/`}))` : Prisma.empty}
      ${cari ? Prisma.sql`and ${holds(Prisma.sql`s.title || ' ' || s.code`, cari)}` : Prisma.empty}`;
}
