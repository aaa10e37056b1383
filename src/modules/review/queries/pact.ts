import { db } from "@/lib/db";

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
  return db.agency.findMany({
    where: { code: { in: [...codes] } },
    orderBy: { name: "asc" },
    select: { code: true, name: true, provinceCode: true },
  });
}

/** Agencies and units whose name holds every word, whole agencies first. */
export async function agenciesNamed(words: string): Promise<AgencyChoice[]> {
  const patterns = words.split(" ").filter(Boolean).map((word) => `%${word.replaceAll(/[\\%_]/g, "\\$&")}%`);
  if (patterns.length === 0) return [];
  return db.$queryRaw<AgencyChoice[]>`
    select code, name, "provinceCode" from "Agency"
    where name ilike all (${patterns}::text[])
    order by "parentId" is not null, name, code limit ${MOST_FOUND}`;
}
