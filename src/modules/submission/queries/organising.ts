import { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db";
import { holds } from "@/lib/search";
import type { LocalizedText, SectionRule } from "@/modules/competition/domain/edition-rules";
import { sectionsFor } from "@/modules/competition/domain/form-version";
import { rulesOfVersion } from "@/modules/competition/queries";
import type { FiledScope } from "../policy/organising";

export type FiledRow = {
  code: string;
  title: string;
  agencyName: string;
  unitName: string;
  groupKey: string;
  categoryKey: string;
  submittedAt: Date;
};

export type FiledRequest = { text: string; after: string };

/** One page; `next` is the code after which the following one begins, null where nothing follows. */
export type FiledPage = { rows: FiledRow[]; next: string | null };

const FILED_PER_PAGE = 50;

/** Filed proposals of the scope's edition by code, one page after `after`. */
export async function filedPage({ filter }: FiledScope, { text, after }: FiledRequest): Promise<FiledPage> {
  if (!filter.editionId) return { rows: [], next: null };
  const found = await db.$queryRaw<FiledRow[]>`
    select s.code, s.title, a.name as "agencyName", u.name as "unitName", s."groupKey", s."categoryKey", s."submittedAt"
    from "Submission" s join "Agency" a on a.id = s."agencyId" join "Agency" u on u.id = s."unitId"
    where s."editionId" = ${filter.editionId}::uuid and s.status = 'SUBMITTED' and s.code > ${after}
      and (${text} = '' or ${holds(Prisma.sql`s.title || ' ' || s.code || ' ' || a.name || ' ' || u.name`, text)})
    order by s.code limit ${FILED_PER_PAGE + 1}`;
  const rows = found.slice(0, FILED_PER_PAGE);
  return { rows, next: found.length > rows.length ? (rows.at(-1)?.code ?? null) : null };
}

/** A filed entry that left the competition: who said so last, when, and why. */
export type LeftRow = Pick<FiledRow, "code" | "title" | "agencyName" | "unitName"> & { leftAt: Date; leftBy: string; reason: string };

/** Those that left, by code, one page after `after`. */
export async function leftPage({ filter }: FiledScope, { text, after }: FiledRequest): Promise<{ rows: LeftRow[]; next: string | null }> {
  if (!filter.editionId) return { rows: [], next: null };
  const found = await db.$queryRaw<LeftRow[]>`
    select s.code, s.title, a.name as "agencyName", u.name as "unitName", m."movedAt" as "leftAt", p.name as "leftBy", m.reason
    from "Submission" s join "Agency" a on a.id = s."agencyId" join "Agency" u on u.id = s."unitId"
    join "StatusMove" m on m."organizerId" = s."organizerId" and m."submissionId" = s.id and m."from" = 'SUBMITTED' and m."to" = 'WITHDRAWN'
    join "User" p on p.id = m."movedById"
    where s."editionId" = ${filter.editionId}::uuid and s.status = 'WITHDRAWN' and s.code > ${after}
      and (${text} = '' or ${holds(Prisma.sql`s.title || ' ' || s.code || ' ' || a.name || ' ' || u.name`, text)})
    order by s.code limit ${FILED_PER_PAGE + 1}`;
  const rows = found.slice(0, FILED_PER_PAGE);
  return { rows, next: found.length > rows.length ? (rows.at(-1)?.code ?? null) : null };
}

export type EditionCounts = { filed: number; left: number; withAgency: number; withInnovator: number; agencies: number };

/** How many proposals are in whose hands; the organiser sees numbers only of what was not filed. */
export async function editionCounts({ filter }: FiledScope): Promise<EditionCounts> {
  const [row] = await db.$queryRaw<EditionCounts[]>`
    select count(*) filter (where status = 'SUBMITTED')::int as filed,
      count(*) filter (where status = 'WITHDRAWN' and exists (
        select from "ReceiptItem" i where i."organizerId" = "Submission"."organizerId" and i."submissionId" = "Submission".id))::int as left,
      count(*) filter (where status in ('AGENCY_REVIEW', 'ENDORSED'))::int as "withAgency",
      count(*) filter (where status in ('DRAFT', 'RETURNED'))::int as "withInnovator",
      count(distinct "agencyId") filter (where status = 'SUBMITTED')::int as agencies
    from "Submission" where "editionId" = ${filter.editionId}::uuid`;
  return row ?? { filed: 0, left: 0, withAgency: 0, withInnovator: 0, agencies: 0 };
}

export type FiledProposal = FiledRow & {
  id: string;
  organizerId: string;
  editionId: string;
  groupName: LocalizedText;
  categoryName: LocalizedText;
  implementedSince: Date;
  videoUrl: string;
  receiptNumber: string | null;
  zone: string;
  sections: { section: SectionRule; body: string }[];
};

type FiledOneRow = FiledRow & {
  id: string;
  organizerId: string;
  editionId: string;
  rulesVersionId: string;
  implementedSince: Date;
  videoUrl: string;
  receiptNumber: string | null;
  zone: string;
  answers: Record<string, string> | null;
};

/** One filed proposal with its whole text. */
export async function filedByCode({ filter }: FiledScope, code: string): Promise<FiledProposal | null> {
  if (!filter.editionId) return null;
  const [row] = await db.$queryRaw<FiledOneRow[]>`
    select s.id, s."organizerId", s."editionId", s."rulesVersionId", s.code, s.title, s."groupKey", s."categoryKey", s."submittedAt",
      s."implementedSince", s."videoUrl", a.name as "agencyName", u.name as "unitName", e.zone,
      (select r.number from "ReceiptItem" i join "Receipt" r on r."organizerId" = i."organizerId" and r.id = i."receiptId"
        where i."organizerId" = s."organizerId" and i."submissionId" = s.id order by r."filedAt" desc limit 1) as "receiptNumber",
      (select json_object_agg(w."sectionKey", w.body) from "Answer" w
        where w."organizerId" = s."organizerId" and w."submissionId" = s.id) as answers
    from "Submission" s join "Agency" a on a.id = s."agencyId" join "Agency" u on u.id = s."unitId" join "Edition" e on e.id = s."editionId"
    where s.code = ${code} and s."editionId" = ${filter.editionId}::uuid and s.status = 'SUBMITTED'`;
  if (!row) return null;
  const rules = await rulesOfVersion(row.rulesVersionId);
  const nameIn = (list: { key: string; name: LocalizedText }[], key: string) => list.find((each) => each.key === key)?.name ?? { id: key, en: key };
  return {
    ...row,
    groupName: nameIn(rules.groups, row.groupKey),
    categoryName: nameIn(rules.categories, row.categoryKey),
    sections: sectionsFor(rules, row.groupKey).map((section) => ({ section, body: row.answers?.[section.key] ?? "" })),
  };
}
