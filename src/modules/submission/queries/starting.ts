import { db } from "@/lib/db";
import type { AgencyKind, Zone } from "@/modules/competition/domain/edition-rules";
import { isOpen, stageOf } from "@/modules/competition/domain/stages";
import { allEditions, type EditionView } from "@/modules/competition/queries";
import { filingAgencyOf, rootOf } from "@/modules/agencies/domain/tree";
import type { StartSubject } from "../policy/writing";
import { resultLabels } from "./eligibility";

export type Place = { id: string; code: string; name: string };

/** An edition that takes proposals now. */
export type OpenEdition = Omit<EditionView, "zone"> & { zone: Zone; registration: { opensAt: Date; closesAt: Date } };

export type PastInnovation = { id: string; title: string; results: string[] };

/** What a unit needs to start in one edition. */
export type StartContext = StartSubject & {
  edition: OpenEdition;
  unit: Place;
  filingAgency: Place | null;
  /** Innovations of the same government or body that have reached something before. */
  pastInnovations: PastInnovation[];
};

export type StartPage = {
  unit: Place | null;
  editions: OpenEdition[];
  /** The edition asked for, or the only one. */
  chosen: StartContext | null;
};

/** Editions whose registration is open, the one that closes first in front. */
export async function openEditions(now: Date): Promise<OpenEdition[]> {
  const editions = await allEditions();
  const open = editions.flatMap((edition) => {
    const registration = stageOf(edition.stages, "REGISTRATION");
    return registration && isOpen(registration, now) ? [{ ...edition, zone: edition.zone as Zone, registration }] : [];
  });
  return open.toSorted((one, other) => one.registration.closesAt.getTime() - other.registration.closesAt.getTime());
}

export async function startPage(unitId: string | null, asked: { slug?: string; now: Date }): Promise<StartPage> {
  const [unit, editions] = await Promise.all([unitId ? placeOf(unitId) : null, openEditions(asked.now)]);
  const edition = asked.slug ? editions.find(({ slug }) => slug === asked.slug) : editions.length === 1 ? editions[0] : undefined;
  return { unit, editions, chosen: unit && edition ? await contextOf(unit, edition) : null };
}

/** The same for the act of starting; null where nothing of the kind is open. */
export async function startContext(unitId: string | null, asked: { slug: string; now: Date }): Promise<StartContext | null> {
  return (await startPage(unitId, asked)).chosen;
}

/** An innovation by its code, for what an adaptation names as its source. */
export async function innovationIdByCode(code: string): Promise<string | null> {
  const innovation = await db.innovation.findUnique({ where: { code }, select: { id: true } });
  return innovation?.id ?? null;
}

async function placeOf(id: string): Promise<Place | null> {
  return db.agency.findUnique({ where: { id }, select: { id: true, code: true, name: true } });
}

async function contextOf(unit: Place, edition: OpenEdition): Promise<StartContext> {
  const [filingAgency, pastInnovations] = await Promise.all([filingAgencyFor(unit, edition), pastInnovationsOf(unit, edition)]);
  return {
    edition, unit, filingAgency, pastInnovations,
    unitId: unit.id, filingAgencyId: filingAgency?.id ?? null, registration: edition.registration,
  };
}

async function filingAgencyFor(unit: Place, { rules }: OpenEdition): Promise<Place | null> {
  const code = filingAgencyOf(unit.code, rules.participants);
  const agency = code === null ? null : await db.agency.findUnique({ where: { code }, select: { id: true, code: true, name: true, kind: true } });
  if (!agency) return null;

  const { kinds } = rules.participants;
  const takesPart = kinds.length === 0 || kinds.includes(agency.kind satisfies AgencyKind);
  return takesPart ? { id: agency.id, code: agency.code, name: agency.name } : null;
}

async function pastInnovationsOf(unit: Place, edition: OpenEdition): Promise<PastInnovation[]> {
  const root = rootOf(unit.code);
  const innovations = await db.innovation.findMany({
    where: { agency: { OR: [{ code: root }, { code: { startsWith: `${root}/` } }] } },
    orderBy: [{ title: "asc" }, { id: "asc" }],
    select: { id: true, title: true },
  });
  const labels = await resultLabels(innovations.map(({ id }) => id), { ...edition, editionId: edition.id });
  return innovations.flatMap(({ id, title }) => {
    const results = labels.get(id) ?? [];
    return results.length > 0 ? [{ id, title, results }] : [];
  });
}
