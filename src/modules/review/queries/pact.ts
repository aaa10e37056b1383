import { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db";
import { holdsEvery } from "@/lib/search";

export type AgencyChoice = { code: string; name: string; provinceCode: string | null };

export type Pact = {
  acceptedAt: Date | null;
  affiliation: string;
  agencies: string[];
  provinces: string[];
};

const MOST_FOUND = 20;

/** What a judge has declared in an edition so far. */
export async function pactOf({ organizerId, editionId }: { organizerId: string; editionId: string }, judgeId: string): Promise<Pact> {
  const [pact, ties] = await Promise.all([
    db.integrityPact.findUnique({ where: { organizerId_editionId_judgeId: { organizerId, editionId, judgeId } } }),
    db.judgeTie.findMany({ where: { organizerId, editionId, judgeId }, orderBy: { code: "asc" } }),
  ]);
  return {
    acceptedAt: pact?.acceptedAt ?? null,
    affiliation: pact?.affiliation ?? "",
    agencies: ties.filter(({ isProvince }) => !isProvince).map(({ code }) => code),
    provinces: ties.filter(({ isProvince }) => isProvince).map(({ code }) => code),
  };
}

/** The provinces, by the name of their government. */
export async function provinces(): Promise<AgencyChoice[]> {
  return db.agency.findMany({ where: { kind: "PROVINCE" }, orderBy: { name: "asc" }, select: { code: true, name: true, provinceCode: true } });
}

export async function agenciesByCode(codes: readonly string[]): Promise<AgencyChoice[]> {
  return db.$queryRaw<AgencyChoice[]>`
    ${fullyNamed} select code, name, "provinceCode" from named where code = any(${[...codes]}::text[]) order by name, code`;
}

/** Agencies and units whose own name and those above it hold every word, whole agencies first; and whether there are more. */
export async function agenciesNamed(words: string): Promise<{ found: AgencyChoice[]; hasMore: boolean }> {
  if (words.trim() === "") return { found: [], hasMore: false };
  const rows = await db.$queryRaw<AgencyChoice[]>`
    ${fullyNamed} select code, name, "provinceCode" from named
    where ${holdsEvery(Prisma.sql`name`, words)} order by depth, name, code limit ${MOST_FOUND + 1}`;
  return { found: rows.slice(0, MOST_FOUND), hasMore: rows.length > MOST_FOUND };
}

/** Every agency by its name and all above it: "Dinas Kesehatan, Pemerintah Kabupaten Banyumas". */
const fullyNamed = Prisma.sql`
  with recursive named as (
    select id, code, name, "provinceCode", 0 as depth from "Agency" where "parentId" is null
    union all
    select a.id, a.code, a.name || ', ' || named.name, a."provinceCode", named.depth + 1
    from "Agency" a join named on named.id = a."parentId"
  )`;
