import { Prisma } from "@/generated/prisma/client";
import { db, type Transaction } from "@/lib/db";
import type { LocalizedText, RubricRule } from "@/modules/competition/domain/edition-rules";
import { sectionsFor } from "@/modules/competition/domain/form-version";
import { rulesOfVersion } from "@/modules/competition/queries";
import { resultLabels } from "@/modules/submission/queries/eligibility";
import type { Marks, Remarks } from "../domain/scoring";
import type { SheetSubject } from "../policy";
import { scoringRuleOf } from "./stage";
import { originColumns, originJoins, originOf, tiesColumn, tiesOf, type OriginRow, type TiesRow } from "./ties";

/** One judge's sheet for one entry: what a policy must know, and the marks so far. Nothing in it is of another judge. */
export type Sheet = SheetSubject & {
  organizerId: string;
  assignmentId: string;
  stageId: string;
  stageKey: string;
  stageName: LocalizedText;
  rulesVersionId: string;
  rubric: RubricRule;
  resultKeys: string[];
  zone: string;
  submissionId: string;
  code: string;
  title: string;
  groupKey: string;
  categoryKey: string;
  skippedAt: Date | null;
  /** Counts every save; 0 before the first. */
  version: number;
  savedAt: Date | null;
  finishedAt: Date | null;
  weightedSum: number | null;
  marks: Marks;
  remarks: Remarks;
  remark: string;
};

type SheetRow = OriginRow & {
  organizerId: string; assignmentId: string; stageId: string; stageKey: string; judgeId: string; editionId: string;
  rulesVersionId: string; zone: string; contact: string; opensAt: Date; closesAt: Date; recusedAt: Date | null;
  skippedAt: Date | null; pactAcceptedAt: Date | null; code: string; title: string; groupKey: string; categoryKey: string;
  version: number; savedAt: Date | null; finishedAt: Date | null; weightedSum: number | null; remark: string;
  frozenResults: string[]; ties: TiesRow; scores: { criterion: string; mark: number; remark: string }[];
};

/** A judge's own sheet, in one query; null for an assignment that is not there or is somebody else's. */
export async function findSheet(assignmentId: string, judgeId: string, tx: Transaction = db): Promise<Sheet | null> {
  const [row] = await tx.$queryRaw<SheetRow[]>`
    select a."organizerId", a.id as "assignmentId", a."stageId", a."judgeId", a."recusedAt", a."skippedAt",
      st.key as "stageKey", st."opensAt", st."closesAt", st."editionId", e.zone,
      coalesce(nullif(o.contact, ''), og.name) as contact,
      (select v.id from "RulesVersion" v where v."editionId" = e.id order by v.number desc limit 1) as "rulesVersionId",
      (select p."acceptedAt" from "IntegrityPact" p
        where p."organizerId" = a."organizerId" and p."editionId" = e.id and p."judgeId" = a."judgeId") as "pactAcceptedAt",
      (select coalesce(json_agg(f."resultKey"), '[]') from "CurrentSnapshot" f
        where f."organizerId" = a."organizerId" and f."editionId" = e.id) as "frozenResults",
      s.code, s.title, s."groupKey", s."categoryKey", ${originColumns},
      coalesce(r.version, 0) as version, r."savedAt", r."finishedAt", r."weightedSum", coalesce(r.remark, '') as remark,
      (select coalesce(json_agg(json_build_object('criterion', c."criterionKey", 'mark', c.mark, 'remark', c.remark)), '[]')
        from "Score" c where c."organizerId" = a."organizerId" and c."assignmentId" = a.id) as scores,
      ${tiesColumn(Prisma.sql`a."judgeId"`, Prisma.sql`a."organizerId"`, Prisma.sql`e.id`)} as ties
    from "Assignment" a
    join "Stage" st on st."organizerId" = a."organizerId" and st.id = a."stageId"
    join "Edition" e on e.id = st."editionId"
    join "Organizer" o on o.id = a."organizerId" join "Agency" og on og.id = o."agencyId"
    join "Submission" s on s."organizerId" = a."organizerId" and s.id = a."submissionId"
    ${originJoins}
    left join "Review" r on r."organizerId" = a."organizerId" and r."assignmentId" = a.id
    where a.id = ${assignmentId}::uuid and a."judgeId" = ${judgeId}::uuid`;
  return row ? sheetOf(row) : null;
}

export type EntryText = {
  unitName: string;
  agencyName: string;
  groupName: LocalizedText;
  categoryName: LocalizedText;
  implementedSince: Date;
  /** What it has reached before: on record here, and as its writers say beside it. */
  earlierResults: string[];
  claimedResult: string;
  /** The innovation that it adapts; empty for an own creation. */
  sourceText: string;
  /** An https address, or "". */
  videoUrl: string;
  /** In the order of the form; a section without an answer has an empty body. */
  sections: { key: string; name: LocalizedText; question: LocalizedText; body: string }[];
};

/** The proposal as its readers see it. */
export async function entryTextOf(sheet: Pick<Sheet, "organizerId" | "submissionId" | "groupKey" | "categoryKey" | "rulesVersionId">): Promise<EntryText> {
  const { organizerId, submissionId, groupKey, categoryKey } = sheet;
  const [rules, { unit, agency, answers, innovationId, editionId, ...facts }] = await Promise.all([
    rulesOfVersion(sheet.rulesVersionId),
    db.submission.findUniqueOrThrow({
      where: { organizerId_id: { organizerId, id: submissionId } },
      select: {
        editionId: true, innovationId: true, implementedSince: true, claimedResult: true, sourceText: true, videoUrl: true,
        unit: { select: { name: true } },
        agency: { select: { name: true } },
        answers: { select: { sectionKey: true, body: true } },
      },
    }),
  ]);
  const onRecord = await resultLabels([innovationId], { editionId, organizerId, rules });
  const nameIn = (list: readonly { key: string; name: LocalizedText }[], wanted: string) =>
    list.find(({ key }) => key === wanted)?.name ?? { id: wanted, en: wanted };
  return {
    unitName: unit.name,
    agencyName: agency.name,
    groupName: nameIn(rules.groups, groupKey),
    categoryName: nameIn(rules.categories, categoryKey),
    ...facts,
    // What this very edition has published is no earlier result.
    earlierResults: (onRecord.get(innovationId) ?? []).filter((label) => !label.endsWith(`/${rules.edition.year}`)),
    sections: sectionsFor(rules, groupKey).map(({ key, name, question }) => ({
      key, name, question, body: answers.find(({ sectionKey }) => sectionKey === key)?.body ?? "",
    })),
  };
}

async function sheetOf(row: SheetRow): Promise<Sheet | null> {
  const { scores, ties, frozenResults, agencyPath, unitPath, provinceCode, ownerId, ...rest } = row;
  const rule = scoringRuleOf(await rulesOfVersion(row.rulesVersionId), row.stageKey);
  // A visit has assignments and no rubric: it has a page of its own.
  if (!rule) return null;
  return {
    ...rest,
    stageName: rule.name,
    role: rule.scoring.role,
    grounds: rule.scoring.avoid,
    rubric: rule.rubric,
    resultKeys: rule.resultKeys,
    frozen: frozenResults.some((key) => rule.resultKeys.includes(key)),
    ties: tiesOf(row.judgeId, ties),
    entry: originOf({ submissionId: row.submissionId, agencyPath, unitPath, provinceCode, ownerId }),
    marks: Object.fromEntries(scores.map(({ criterion, mark }) => [criterion, mark])),
    remarks: Object.fromEntries(scores.map(({ criterion, remark }) => [criterion, remark])),
  };
}
