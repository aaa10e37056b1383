import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { selectionReading } from "@/modules/selection/queries/reading";
import { startSubmission } from "@/modules/submission/actions/writing";
import { codeFrom, isCode } from "@/modules/submission/domain/codes";
import { loadAgencyList } from "@/modules/submission/loaders/filing";
import { loadSubmission } from "@/modules/submission/loaders/writing";
import { closeRegistrationIn } from "../../support/filing-world";
import { press } from "../../support/press";
import { askAs } from "../../support/request";
import { rinaADayBeforeTheClose, titleLikeNoOther, writingWorld, type WritingWorld } from "../../support/writing-world";

const DAY = 24 * 60 * 60 * 1000;
let world: WritingWorld;

beforeAll(async () => {
  world = await writingWorld();
});
beforeEach(() => rinaADayBeforeTheClose(world));

const answers = (change: Record<string, string> = {}) => ({
  edition: "kipp-2021", key: randomUUID(), step: "check", title: titleLikeNoOther(randomUUID()), month: "1", year: "2015", pastResult: "none", otherResult: "",
  origin: "OWN", sourceText: "", category: "kesehatan", signatory: "Kepala Dinas", ...change,
});
const start = (change: Record<string, string> = {}) => press(startSubmission, answers(change));
const count = () => db.submission.count();

type Outcome = { key: string; reasons: string[] };
async function outcomes(change: Record<string, string>): Promise<Record<string, string[]>> {
  const state = await start(change);
  const groups = (state as { details: { groups: Outcome[] } }).details.groups;
  return Object.fromEntries(groups.map(({ key, reasons }) => [key, reasons]));
}

describe("checking before starting", () => {
  test("the answer names each group with what keeps the innovation from it, and creates nothing", async () => {
    const before = await count();
    const groups = await outcomes({});
    expect(groups.umum).toEqual([]);
    expect(groups.replikasi).toEqual(["Kelompok ini untuk adaptasi. Sebutkan inovasi yang diadaptasi."]);
    expect(groups.khusus?.some((reason) => reason.includes("diundang"))).toBe(true);
    expect(await count()).toBe(before);
  });

  test("what was typed stays on the page for the second step", async () => {
    expect(await start({ title: "  Lancar   sekali " })).toMatchObject({ status: "done", typed: { title: "  Lancar   sekali ", year: "2015" } });
  });

  test("an innovation that is too young is told its age, the rule and from when it may enter", async () => {
    const { closesAt } = await db.stage.findFirstOrThrow({ where: { editionId: world.edition.id, kind: "REGISTRATION" } });
    const since = new Date(closesAt.getTime() - 480 * DAY);
    const { umum } = await outcomes({ month: String(since.getUTCMonth() + 1), year: String(since.getUTCFullYear()) });
    const from = new Intl.DateTimeFormat("id", { month: "long", year: "numeric", timeZone: "UTC" }).format(new Date(Date.UTC(since.getUTCFullYear() + 2, since.getUTCMonth(), 1)));
    expect(umum).toHaveLength(1);
    expect(umum?.[0]).toMatch(/^Baru berjalan 1 tahun (\d bulan )?saat pendaftaran ditutup\. Syaratnya paling sedikit 2 tahun\./);
    expect(umum?.[0]).toContain(`Bisa ikut mulai ${from}.`);
  });

  test("an earlier result of the agency's own innovation counts, and so does one that is only claimed", async () => {
    const { id } = await db.innovation.create({ data: { code: codeFrom("INO", 2019, 900), title: "Juara", agencyId: world.own.unitId } });
    await db.pastResult.create({
      data: { innovationId: id, year: 2019, level: "Top 45", scope: "national", title: "Juara", agencyName: "Parepare", province: "Sulawesi Selatan", source: "uji" },
    });
    const reason = ["Sudah pernah meraih Top 45/2019. Kelompok ini untuk inovasi yang belum meraihnya."];
    expect((await outcomes({ pastResult: id })).umum).toEqual(reason);
    expect((await outcomes({ pastResult: "other", otherResult: "Top 45 / 2019" })).umum).toEqual(reason);
  });

  test("what cannot be is told with what is expected, and each field that is too long by its name", async () => {
    const said = async (fields: Record<string, string>) => ((await start(fields)) as { errors: { text: string }[] }).errors.map(({ text }) => text);
    for (const year of ["1800", "9999"]) expect(await said({ year })).toEqual(["Isi tahun mulai diterapkan, dari 1945 sampai tahun ini."]);
    expect(await said({ title: "a".repeat(401), signatory: "b".repeat(201) })).toEqual([
      "Judul inovasi paling banyak 400 karakter.", "Nama penanda tangan paling banyak 200 karakter.",
    ]);
    expect(await start({ year: String(new Date().getUTCFullYear() + 1) })).toMatchObject({ key: "submission.refused.startStillToCome" });
  });

  test("what is missing is said in its own words, not in general ones", async () => {
    const state = await start({ title: "", month: "", year: "", category: "" });
    expect((state as { errors: { text: string }[] }).errors.map(({ text }) => text)).toEqual([
      "Isi judul inovasi.", "Pilih bulan mulai diterapkan.", "Isi tahun dengan empat angka, misalnya 2019.", "Pilih kategori.",
    ]);
  });

  test.each<[string, Record<string, string>, string]>([
    ["no title", { title: "   " }, "title"],
    ["no month", { month: "" }, "month"],
    ["a thirteenth month", { month: "13" }, "month"],
    ["a year that is no year", { year: "abcd" }, "year"],
    ["another result without its name", { pastResult: "other" }, "otherResult"],
    ["another result in another form", { pastResult: "other", otherResult: "juara dunia" }, "otherResult"],
    ["an adaptation without its source", { origin: "ADAPTED" }, "sourceText"],
    ["no category", { category: "" }, "category"],
    ["no signatory", { signatory: "" }, "signatory"],
    ["a title of 401 characters", { title: "a".repeat(401) }, "title"],
    ["a title of nothing that can be seen", { title: "\u0000\u200b\u202e" }, "title"],
  ])("%s is said at its field", async (_, change, field) => {
    expect(await start(change)).toMatchObject({ status: "invalid", errors: expect.arrayContaining([expect.objectContaining({ field })]) });
  });
});

describe("starting", () => {
  const create = (change: Record<string, string> = {}) => start({ step: "create", group: "umum", ...change });
  const codeOf = (state: unknown) => (state as { to: string }).to.split("/").at(-1) ?? "";

  test("a proposal with its own code and a new innovation belong to the unit, and the audit trail tells of it", async () => {
    const state = await create({ title: "Layanan 👩🏽‍⚕️ <script>alert(1)</script>" });

    const code = codeOf(state);
    expect(isCode(code)).toBe(true);
    const made = await db.submission.findUniqueOrThrow({ where: { code }, include: { innovation: true } });
    expect(made).toMatchObject({
      status: "DRAFT", title: "Layanan 👩🏽‍⚕️ <script>alert(1)</script>", groupKey: "umum", unitId: world.own.unitId, agencyId: world.own.id,
      ownerId: world.rina.userId, implementedSince: new Date("2015-01-01T00:00:00Z"),
    });
    expect(isCode(made.innovation.code)).toBe(true);
    expect(await db.auditEvent.count({ where: { action: "submission.start", subjectId: made.id } })).toBe(1);
  });

  test("a result that is only claimed stays with the proposal: the selector reads it", async () => {
    const code = codeOf(await create({ pastResult: "other", otherResult: "Top 99 / 2016" }));
    await db.submission.update({ where: { code }, data: { status: "SUBMITTED" } });
    expect((await selectionReading(code))?.claimedResult).toBe("Top 99/2016");
  });

  test("a result that was typed before choosing that there is none is not kept", async () => {
    const code = codeOf(await create({ pastResult: "none", otherResult: "Top 99/2016" }));
    expect(await db.submission.findUniqueOrThrow({ where: { code } })).toMatchObject({ claimedResult: "" });
  });

  test("a claimed result counts again whenever the proposal is checked, for its authors and for their agency", async () => {
    const code = codeOf(await create());
    const isEligible = async () => {
      askAs(world.rina.sessionId);
      const { subject } = await loadSubmission({ code });
      askAs(world.admin.sessionId);
      const { subject: { list } } = await loadAgencyList({ query: { edisi: "kipp-2021" } });
      const row = list?.rows.find((each) => each.code === code);
      return [subject.completeness.mustFix, row?.mustFix].map((problems) => problems?.every(({ kind }) => kind !== "NOT_ELIGIBLE"));
    };
    expect(await isEligible()).toEqual([true, true]);
    await db.submission.update({ where: { code }, data: { claimedResult: "Top 45/2019" } });
    expect(await isEligible()).toEqual([false, false]);
  });

  test("the same form sent twice, even at once, makes one proposal", async () => {
    const before = await count();
    const key = randomUUID();
    const form = { key, title: "Antrean Satu Kali" };
    const states = await Promise.all([create(form), create(form), create(form)]);
    expect(new Set(states.map((state) => (state as { to: string }).to)).size).toBe(1);
    expect(await count()).toBe(before + 1);
    expect(await create({ key, title: "Lain" })).toMatchObject({ status: "refused", key: "submission.refused.formUsed" });
  });

  test.each<[string, Record<string, string>, string]>([
    ["a group that may not be entered", { group: "khusus" }, "submission.refused.group"],
    ["a group that does not exist", { group: "lain" }, "submission.refused.group"],
    ["a category of another edition", { category: "lain" }, "submission.refused.category"],
    ["an edition that does not exist", { edition: "kipp-1999" }, "common.errors.notFound"],
  ])("%s is refused", async (_, change, key) => {
    const before = await count();
    expect(await create(change)).toMatchObject({ status: "refused", key });
    expect(await count()).toBe(before);
  });

  test("after the close nothing is started, and the answers come back", async () => {
    await closeRegistrationIn(world.edition.id, -1_000);
    expect(await create({ title: "Lancar" })).toMatchObject({ status: "refused", key: "submission.refused.registrationClosed", typed: { title: "Lancar" } });
  });

  test("only an innovator starts, for the own unit", async () => {
    askAs(world.admin.sessionId);
    expect(await create()).toMatchObject({ status: "refused", key: "common.errors.notFound" });
  });
});
