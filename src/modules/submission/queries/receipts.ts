import { db } from "@/lib/db";
import type { Scope } from "@/lib/guard";
import { zoneOf } from "@/modules/agencies/domain/zones";
import type { GroupRule, LocalizedText } from "@/modules/competition/domain/edition-rules";
import type { StageRow } from "@/modules/competition/domain/stages";
import { editionBySlug } from "@/modules/competition/queries";
import type { ContentFormat } from "../domain/filed-content";
import type { FilingAnswer } from "../domain/filing";
import { filingAnswerSchema } from "../schema/filing";

export type ReceiptRow = {
  number: string;
  filedAt: Date;
  filedBy: string;
  edition: { slug: string; name: LocalizedText; zone: string };
  count: number;
  /** How many of them left the competition later. */
  withdrawn: number;
  /** The clock on the wall of the agency. */
  localZone: string;
};

export type ReceiptPage = ReceiptRow & {
  agencyId: string;
  agencyName: string;
  /** Whose receipt it is. */
  organizerName: string;
  items: { code: string; title: string; groupKey: string; unitName: string; sha256: string; format: ContentFormat; /** ISO; null while it takes part. */ withdrawnAt: string | null }[];
  /** The groups of the edition, for their names. */
  groups: GroupRule[];
  stages: StageRow[];
  /** Of the audit chain when it was written, "number:hash"; null on older receipts. */
  auditHead: string | null;
};

/** Receipts shown on one page: more than one agency writes in ten years. */
const MOST_RECEIPTS = 200;

/** The receipts inside the scope, newest first. */
export async function receiptsIn({ filter }: Scope<"receipt", { agencyId: string | null }>): Promise<ReceiptRow[]> {
  if (filter.agencyId === null) return [];
  const rows = await db.$queryRaw<Located<ReceiptRow>[]>`
    select r.number, r."filedAt", u.name as "filedBy", a.code as "agencyCode",
      json_build_object('slug', e.slug, 'name', json_build_object('id', e."nameId", 'en', e."nameEn"), 'zone', e.zone) as edition,
      (select count(*)::int from "ReceiptItem" i where i."organizerId" = r."organizerId" and i."receiptId" = r.id) as count,
      (select count(*)::int from "ReceiptItem" i join "Submission" s on s."organizerId" = i."organizerId" and s.id = i."submissionId"
        where i."organizerId" = r."organizerId" and i."receiptId" = r.id and s.status = 'WITHDRAWN') as withdrawn
    from "Receipt" r join "Edition" e on e.id = r."editionId" join "User" u on u.id = r."filedById"
    join "Agency" a on a.id = r."agencyId"
    where r."agencyId" = ${filter.agencyId}::uuid
    order by r."filedAt" desc, r.number limit ${MOST_RECEIPTS}`;
  return rows.map(located);
}

type Located<Row> = Omit<Row, "localZone"> & { agencyCode: string };

const located = <Row extends { agencyCode: string; edition: { zone: string } }>(row: Row) => ({ ...row, localZone: zoneOf(row.agencyCode) ?? row.edition.zone });

/** One receipt with what it covers, or null when no receipt has this number. */
export async function receiptByNumber(number: string): Promise<ReceiptPage | null> {
  const [row] = await db.$queryRaw<Located<Omit<ReceiptPage, "organizerName" | "groups" | "stages">>[]>`
    select r.number, r."filedAt", u.name as "filedBy", r."agencyId", a.name as "agencyName", a.code as "agencyCode",
      r."auditSeq" || ':' || r."auditHash" as "auditHead",
      json_build_object('slug', e.slug, 'name', json_build_object('id', e."nameId", 'en', e."nameEn"), 'zone', e.zone) as edition,
      coalesce(json_array_length(listed.items), 0) as count, coalesce(listed.withdrawn, 0) as withdrawn, coalesce(listed.items, '[]'::json) as items
    from "Receipt" r join "Edition" e on e.id = r."editionId" join "User" u on u.id = r."filedById"
    join "Agency" a on a.id = r."agencyId"
    left join lateral (
      select json_agg(json_build_object('code', s.code, 'title', s.title, 'groupKey', s."groupKey",
        'unitName', n.name, 'sha256', i.sha256, 'format', i.format,
        'withdrawnAt', case when s.status = 'WITHDRAWN' then s."statusAt" end) order by s.code) as items,
        (count(*) filter (where s.status = 'WITHDRAWN'))::int as withdrawn
      from "ReceiptItem" i
      join "Submission" s on s."organizerId" = i."organizerId" and s.id = i."submissionId"
      join "Agency" n on n.id = s."unitId"
      where i."organizerId" = r."organizerId" and i."receiptId" = r.id
    ) listed on true
    where r.number = ${number}`;
  if (!row) return null;
  const edition = await editionBySlug(row.edition.slug);
  return { ...located(row), organizerName: edition?.organizer.name ?? "", groups: edition?.rules.groups ?? [], stages: edition?.stages ?? [] };
}

/** What a person's own request was answered, so that its result can be shown again; null when there was none. */
export async function filingAnswerOf(userId: string, key: string): Promise<FilingAnswer | null> {
  const row = await db.idempotencyKey.findUnique({ where: { userId_key: { userId, key } }, select: { response: true } });
  return filingAnswerSchema.safeParse(row?.response).data ?? null;
}
