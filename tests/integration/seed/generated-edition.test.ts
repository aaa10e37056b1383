import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { filedContent } from "@/modules/submission/domain/filed-content";
import { sha256 } from "@/modules/submission/repository/receipt";
import { loadEdition, loadPanelReadings, type LoadedEdition } from "../../../prisma/seed/load-edition";
import { publishResult } from "../../../prisma/seed/publish";
import { rulesFile } from "../../../prisma/seed/rules-file";

const rules = rulesFile("kipp-2020");
const load = (slug: string) =>
  loadEdition({
    rules: { ...rules, edition: { ...rules.edition, slug, code: slug.toUpperCase() } },
    count: 60, seed: 5, upTo: "EVALUATED", failing: 6, groupMix: { umum: 50, replikasi: 5, khusus: 5 }, evaluators: 12,
  });

let edition: LoadedEdition;
beforeAll(async () => {
  edition = await load("satu");
});

describe("a generated edition", () => {
  test("has the entries, decisions and readings asked for", async () => {
    expect(edition).toMatchObject({ passed: 54, readings: 108 });
    expect(await db.submission.count({ where: { editionId: edition.editionId, status: "SUBMITTED" } })).toBe(60);
    expect(await db.selectionRelease.findMany({ where: { editionId: edition.editionId }, select: { passed: true, failed: true } }))
      .toEqual([{ passed: 54, failed: 6 }]);
  });

  test("a fail was confirmed by a second selector who is not the first", async () => {
    const fails = await db.selectionDecision.findMany({ where: { editionId: edition.editionId, outcome: "FAIL" } });
    expect(fails).toHaveLength(6);
    expect(fails.filter(({ takenById, secondById }) => secondById === null || secondById === takenById)).toEqual([]);
  });

  test("every receipt carries the hash that the portal itself would take of the proposal", async () => {
    const items = await db.receiptItem.findMany({
      where: { submission: { editionId: edition.editionId } },
      include: { submission: { include: { unit: true, innovation: true, answers: true, statements: true, related: true, confirmed: true } } },
    });
    expect(items).toHaveLength(60);
    expect(items.filter(({ sha256: hash, submission }) => hash !== sha256(filedContent({
      ...submission, statements: submission.statements.map((each) => ({ ...each, statedBy: each.agreedByName })),
      confirmations: submission.confirmed.map((each) => ({ ...each, by: each.confirmedByName })), unitCode: submission.unit.code, innovationCode: submission.innovation.code })))).toEqual([]);
  });

  test("nobody's entry is read by a judge from its province", async () => {
    const clashes = await db.$queryRaw`
      select a.id from "Assignment" a join "Submission" s on s.id = a."submissionId" join "Agency" g on g.id = s."agencyId"
      join "JudgeTie" t on t."judgeId" = a."judgeId" and t.code = g."provinceCode" where s."editionId" = ${edition.editionId}::uuid`;
    expect(clashes).toEqual([]);
  });

  test("nothing in it happened before its stage opened or after it closed", async () => {
    const [row] = await db.$queryRaw<{ early: number; late: number }[]>`
      select count(*) filter (where s."submittedAt" < st."opensAt" or m."movedAt" < st."opensAt")::int as early,
        count(*) filter (where s."submittedAt" > st."closesAt" or m."movedAt" > st."closesAt")::int as late
      from "Submission" s join "Stage" st on st."editionId" = s."editionId" and st.kind = 'REGISTRATION'
      join "StatusMove" m on m."submissionId" = s.id where s."editionId" = ${edition.editionId}::uuid`;
    expect(row).toEqual({ early: 0, late: 0 });
  });

  test("goes through both results with the portal's own functions", async () => {
    const { slug, staff, editionId } = edition;
    const people = { composerId: staff.secretariat.id, publisherId: staff.publisher.id };
    const decree = { number: "", date: "" };
    expect(await publishResult({ slug, result: "top-99", ...people, decree })).toBe(54);
    expect(await loadPanelReadings({ editionId, seed: 5, panelists: 6 })).toBe(162);
    expect(await publishResult({ slug, result: "top-45", ...people, decree })).toBe(50);
  });
});
