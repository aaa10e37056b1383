import { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db";
import { holdsEvery } from "@/lib/search";
import type { PublicationState } from "../domain/publication";
import type { LibraryQuery } from "../schema";
import { LIBRARY_PER_PAGE } from "../domain/library-pages";



/**
 * Everything public that an innovation reached: results announced before this portal kept the record, and the last version of
 * each publication here. Titles and names come from these rows alone; what somebody writes now is not among them.
 */
const REACHED = Prisma.sql`
  select r."innovationId", r.year, r.level, r.scope, r.title, r."agencyName" as agency, '' as unit, r.province, false as "isHere", r.id::text as id
  from "PastResult" r
  union all
  select e."innovationId", ed.year, e."levelNameId", ed."nameId", e.title, e."agencyName", e."unitName", e.province, true, e."publicationId"::text
  from (select distinct on ("editionId", "resultKey") * from "Publication" order by "editionId", "resultKey", version desc) p
  join "Edition" ed on ed.id = p."editionId"
  join "PublicationEntry" e on e."organizerId" = p."organizerId" and e."publicationId" = p.id`;

export type LibraryEntry = {
  code: string;
  title: string;
  agency: string;
  unit: string;
  province: string;
  /** Newest first. */
  reached: { year: number; level: string }[];
};

export type Library = { entries: LibraryEntry[]; total: number };

/**
 * One page of the library: innovations with any row that fits every filter and names every word in its title, agency or unit;
 * newest result first, then by title.
 */
export async function libraryPage({ cari, tahun, predikat, provinsi, hal }: LibraryQuery): Promise<Library> {
  const rows = await db.$queryRaw<(LibraryEntry & { total: number })[]>`
    with reached as (${REACHED}),
    fitting as (
      select distinct "innovationId" from reached
      where ${holdsEvery(Prisma.sql`concat_ws(' ', title, agency, unit)`, cari ?? "")}
        and (${tahun ?? null}::int is null or year = ${tahun ?? null}::int)
        and (${predikat ?? null}::text is null or level = ${predikat ?? null})
        and (${provinsi ?? null}::text is null or province = ${provinsi ?? null})
    ),
    shown as (
      select r."innovationId", max(r.year) as newest,
        (array_agg(r.title order by r.year desc, r."isHere" desc, r.title))[1] as title,
        (array_agg(r.agency order by r.year desc, r."isHere" desc, r.title))[1] as agency,
        (array_agg(r.unit order by (r.unit = ''), r.year desc))[1] as unit,
        (array_agg(r.province order by (r.province = ''), r.year desc))[1] as province,
        json_agg(json_build_object('year', r.year, 'level', r.level) order by r.year desc, r.level) as reached
      from reached r join fitting on fitting."innovationId" = r."innovationId"
      group by r."innovationId"
    )
    select i.code, shown.title, shown.agency, shown.unit, shown.province, shown.reached, count(*) over ()::int as total
    from shown join "Innovation" i on i.id = shown."innovationId"
    order by shown.newest desc, shown.title, i.code
    limit ${LIBRARY_PER_PAGE} offset ${(hal - 1) * LIBRARY_PER_PAGE}`;
  return { entries: rows, total: rows[0]?.total ?? 0 };
}

export type LibraryChoices = { years: number[]; levels: string[]; provinces: string[]; innovations: number };

/** The values that a filter can have. */
export async function libraryChoices(): Promise<LibraryChoices> {
  const [row] = await db.$queryRaw<LibraryChoices[]>`
    with reached as (${REACHED})
    select coalesce(array_agg(distinct year), '{}') as years, coalesce(array_agg(distinct level), '{}') as levels,
      coalesce(array_agg(distinct province) filter (where province <> ''), '{}') as provinces,
      count(distinct "innovationId")::int as innovations
    from reached`;
  const { years, levels, provinces, innovations } = row ?? { years: [], levels: [], provinces: [], innovations: 0 };
  return { years: years.sort((a, b) => b - a), levels: levels.sort(byName), provinces: provinces.sort(byName), innovations };
}

const byName = (left: string, right: string) => left.localeCompare(right, "id", { numeric: true });

/** One result in the life of an innovation; `source` is where an earlier one was announced, `published` a list of this portal. */
export type ReachedResult = {
  year: number;
  title: string;
  agency: string;
  unit: string;
  province: string;
  level: { id: string; en: string };
  scope: string;
  source: string | null;
  published: null | {
    code: string; editionSlug: string; editionName: { id: string; en: string }; resultKey: string; state: PublicationState;
    publishedAt: string; isDemo: boolean;
  };
};

export type InnovationPage = { innovationId: string; code: string; reached: ReachedResult[] };

/** By the code of the innovation or of one of its published proposals; null for anything that is not public. */
export async function innovationPage(code: string): Promise<InnovationPage | null> {
  const [row] = await db.$queryRaw<InnovationPage[]>`
    with latest as (
      select distinct on ("editionId", "resultKey") * from "Publication" order by "editionId", "resultKey", version desc),
    published as (
      select e.*, p."editionId", p."resultKey", p.state, p."publishedAt" from latest p
      join "PublicationEntry" e on e."organizerId" = p."organizerId" and e."publicationId" = p.id),
    found as (
      select i.id, i.code from "Innovation" i
      where i.code = ${code} or i.id in (select "innovationId" from published where published.code = ${code}))
    select found.id as "innovationId", found.code, (
      select json_agg(item order by year desc, rank desc) from (
        select r.year, 0 as rank, json_build_object('year', r.year, 'title', r.title, 'agency', r."agencyName", 'unit', '',
          'province', r.province, 'level', json_build_object('id', r.level, 'en', r.level), 'scope', r.scope, 'source', r.source,
          'published', null) as item
        from "PastResult" r where r."innovationId" = found.id
        union all
        select ed.year, extract(epoch from e."publishedAt"), json_build_object('year', ed.year, 'title', e.title, 'agency', e."agencyName",
          'unit', e."unitName", 'province', e.province, 'level', json_build_object('id', e."levelNameId", 'en', e."levelNameEn"),
          'scope', '', 'source', null, 'published', json_build_object('code', e.code, 'editionSlug', ed.slug,
          'editionName', json_build_object('id', ed."nameId", 'en', ed."nameEn"), 'resultKey', e."resultKey", 'state', e.state,
          'publishedAt', e."publishedAt", 'isDemo', ed."isDemo"))
        from published e join "Edition" ed on ed.id = e."editionId" where e."innovationId" = found.id) line) as reached
    from found`;
  return row?.reached ? row : null;
}
