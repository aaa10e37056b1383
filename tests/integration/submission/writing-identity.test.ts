import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { paths } from "@/lib/paths";
import { saveIdentity } from "@/modules/submission/actions/writing";
import { codeFrom } from "@/modules/submission/domain/codes";
import { loadIdentity, loadOwnSubmissions, loadSubmission } from "@/modules/submission/loaders/writing";
import { press } from "../../support/press";
import { draft, fillSections, rinaADayBeforeTheClose, titleLikeNoOther, writingWorld, type WritingWorld } from "../../support/writing-world";

let world: WritingWorld;
let champion: string;
let code: string;
let id: string;

beforeAll(async () => {
  world = await writingWorld();
  champion = (await db.innovation.create({ data: { code: codeFrom("INO", 2019, 901), title: "Juara", agencyId: world.own.unitId } })).id;
  const source = { scope: "national", title: "Juara", agencyName: "Parepare", province: "Sulawesi Selatan", source: "uji" };
  await db.pastResult.create({ data: { innovationId: champion, year: 2019, level: "Top 45", ...source } });
});
beforeEach(async () => {
  await rinaADayBeforeTheClose(world);
  await db.submission.updateMany({ data: { status: "WITHDRAWN" } });
  ({ code, id } = await draft(world));
  await fillSections(id);
});

const save = (change: Record<string, string> = {}) => press(saveIdentity, {
  code, version: "1", title: titleLikeNoOther(code), month: "3", year: "2016", category: "kesehatan", group: "umum", signatory: "Kepala", sourceText: "",
  pastResult: "none", otherResult: "", videoUrl: "https://video.example/a", ...change,
});
const current = () => db.submission.findUniqueOrThrow({ where: { code } });

describe("the earlier result of an innovation", () => {
  test("chosen by mistake as none it is put right: the proposal continues that innovation, and why it may not enter is said at once", async () => {
    expect(await save({ pastResult: champion })).toEqual({ status: "redirected", to: paths.checkAnswers(code) });
    expect(await current()).toMatchObject({ innovationId: champion, claimedResult: "", version: 2 });
    expect((await loadSubmission({ code })).subject.completeness.mustFix).toMatchObject([
      { kind: "NOT_ELIGIBLE", unmet: { reason: "BARRED_BY_RESULT", result: "Top 45/2019" } },
    ]);
  });

  test("chosen by mistake it is left again, with an innovation of the unit's own and no other row touched", async () => {
    await save({ pastResult: champion });
    expect(await save({ version: "2" })).toEqual({ status: "redirected", to: paths.submission(code) });

    const { innovationId } = await current();
    expect(innovationId).not.toBe(champion);
    expect(await db.innovation.findUniqueOrThrow({ where: { id: innovationId } })).toMatchObject({ title: titleLikeNoOther(code), agencyId: world.own.unitId });
    await save({ version: "3" });
    expect((await current()).innovationId).toBe(innovationId);
  });

  test("one that is not on record is kept as a claim, and shown again in the form", async () => {
    const { innovationId } = await current();
    await save({ pastResult: "other", otherResult: "Top 99 / 2016" });
    expect(await current()).toMatchObject({ innovationId, claimedResult: "Top 99/2016" });
    expect((await loadIdentity({ code })).subject).toMatchObject({ claimedResult: "Top 99/2016", pastInnovations: [{ id: champion }] });
  });

  test("without its words it is asked for at its field, and nothing changes", async () => {
    expect(await save({ pastResult: "other" })).toMatchObject({ status: "invalid", errors: [{ field: "otherResult" }] });
    expect((await current()).version).toBe(1);
  });

  test.each([
    ["AGENCY_REVIEW", "isWithAgency"], ["ENDORSED", "isEndorsed"], ["SUBMITTED", "isFiled"], ["WITHDRAWN", "isWithdrawn"],
  ] as const)("is not changed in %s, and the refusal says which of them it is", async (status, because) => {
    await db.submission.updateMany({ where: { id }, data: { status } });
    expect(await save({ pastResult: champion })).toMatchObject({ status: "refused", key: `submission.refused.${because}` });
    expect((await current()).innovationId).not.toBe(champion);
  });
});

describe("the video that the panel marks", () => {
  test.each(["http://video.example/a", "javascript:alert(1)", "https://orang@video.example/a"])("%s is refused at its field", async (videoUrl) => {
    expect(await save({ videoUrl })).toMatchObject({ status: "invalid", errors: [{ field: "videoUrl" }] });
  });

  test("is kept, and without one the check page points it out and lets it pass", async () => {
    await save({ videoUrl: " https://video.example/b " });
    expect((await current()).videoUrl).toBe("https://video.example/b");
    expect((await loadSubmission({ code })).subject.completeness.shouldLook).toEqual([]);

    await save({ version: "2", videoUrl: "" });
    const { mustFix, shouldLook } = (await loadSubmission({ code })).subject.completeness;
    expect([mustFix, shouldLook]).toEqual([[], [{ kind: "VIDEO_MISSING", section: null }]]);
  });
});

test("the audit event says what was changed, and what it was before", async () => {
  const before = await current();
  await save({ title: "Judul baru", pastResult: "other", otherResult: "Top 99/2016", signatory: before.signatory, videoUrl: before.videoUrl });
  const { body } = await db.auditEvent.findFirstOrThrow({ where: { action: "submission.saveIdentity", subjectId: id } });
  expect(JSON.parse(body)).toMatchObject({
    details: {
      code,
      changed: {
        title: { before: before.title, after: "Judul baru" },
        claimedResult: { before: "", after: "Top 99/2016" },
        implementedSince: { before: before.implementedSince.toISOString(), after: "2016-03-01T00:00:00.000Z" },
      },
    },
  });
  expect(body).not.toContain("signatory");
});

test("whoever came from the check goes back to it, also when nothing is wrong", async () => {
  expect(await save({ from: "periksa" })).toEqual({ status: "redirected", to: paths.checkAnswers(code) });
});

describe("when it was saved last", () => {
  test("saving the identity counts as much as saving a section, on its pages and in the list", async () => {
    await db.answer.updateMany({ where: { submissionId: id }, data: { savedAt: new Date("2021-02-01T00:00:00Z") } });
    await db.submission.updateMany({ where: { id }, data: { createdAt: new Date("2021-01-01T00:00:00Z") } });
    expect((await loadSubmission({ code })).subject.lastSavedAt).toEqual(new Date("2021-02-01T00:00:00Z"));

    await save({ title: "Lancar Jaya" });
    const { identityAt } = await current();
    expect((await loadSubmission({ code })).subject.lastSavedAt).toEqual(identityAt);
    const { submissions } = (await loadOwnSubmissions({ query: {} })).subject;
    expect(submissions.find((listed) => listed.code === code)?.lastSavedAt).toEqual(identityAt);
  });
});
