import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { selectionReading } from "@/modules/selection/queries/reading";
import { withdraw } from "@/modules/submission/actions/withdrawing";
import { saveIdentity, startSubmission } from "@/modules/submission/actions/writing";
import { codeFrom } from "@/modules/submission/domain/codes";
import { loadAgencyList, loadAgencyReading } from "@/modules/submission/loaders/filing";
import { loadSubmission } from "@/modules/submission/loaders/writing";
import { press } from "../../support/press";
import { askAs } from "../../support/request";
import { rinaADayBeforeTheClose, titleLikeNoOther, writingWorld, type WritingWorld } from "../../support/writing-world";

const LANCAR = "Lancar HD (Layanan Antar Jemput Pasien Hemodialisa)";
const BECAUSE = "Yang ini mengantar obat, bukan pasien.";

let world: WritingWorld;
let winner: string;
let made = 700;

beforeAll(async () => {
  world = await writingWorld();
  winner = await innovation(LANCAR, world.own.unitId);
  await db.pastResult.create({
    data: { innovationId: winner, year: 2020, level: "Top 45", scope: "national", title: LANCAR, agencyName: "Parepare", province: "Sulawesi Selatan", source: "uji" },
  });
});
beforeEach(() => rinaADayBeforeTheClose(world));

async function innovation(title: string, agencyId: string): Promise<string> {
  return (await db.innovation.create({ data: { code: codeFrom("INO", 2020, made++), title, agencyId } })).id;
}

const start = (change: Record<string, string> = {}) => press(startSubmission, {
  edition: "kipp-2021", key: randomUUID(), step: "create", group: "umum", title: titleLikeNoOther(randomUUID()), month: "1", year: "2015",
  pastResult: "none", otherResult: "", origin: "OWN", sourceText: "", category: "kesehatan", signatory: "Kepala Dinas", ...change,
});
const codeOf = (state: unknown) => (state as { to: string }).to.split("/").at(-1) ?? "";
const started = async (change: Record<string, string> = {}) => codeOf(await start(change));
type Line = { id: string; question: string; about: string };
const linesOf = (state: unknown) => (state as { details: { related: Line[]; groups?: { key: string; reasons: string[] }[] } }).details;

describe("a title that reminds of a winner of the same government", () => {
  test.each([["the very same", LANCAR], ["its short name", "lancar hd"], ["with a letter wrong", "Lancer HD"]])("%s is asked about before any group is told", async (_, title) => {
    const { related, groups } = linesOf(await start({ step: "check", title }));
    expect(related).toEqual([{ id: winner, question: `Apakah ini ${LANCAR}, Top 45/2020?`, about: expect.stringMatching(/^Milik /) }]);
    expect(groups).toBeUndefined();
  });

  test("nothing is started before the question is answered, and what was typed stays", async () => {
    for (const answer of [{}, { [`same.${winner}`]: "no" }, { [`same.${winner}`]: "no", [`because.${winner}`]: "asdf" }]) {
      expect(await start({ title: LANCAR, ...answer })).toMatchObject({ status: "refused", key: "submission.refused.relatedOpen", typed: { title: LANCAR } });
    }
    expect(await db.submission.count({ where: { title: LANCAR } })).toBe(0);
  });

  test("the same: its result on record counts, and the general group is closed to it", async () => {
    const { groups } = linesOf(await start({ step: "check", title: LANCAR, [`same.${winner}`]: "yes" }));
    expect(groups?.find(({ key }) => key === "umum")?.reasons).toEqual(["Sudah pernah meraih Top 45/2020. Kelompok ini untuk inovasi yang belum meraihnya."]);
    expect(await start({ title: LANCAR, [`same.${winner}`]: "yes" })).toMatchObject({ status: "refused", key: "submission.refused.group" });
  });

  test("another: it may enter, and the answer is read by the agency and by the selector", async () => {
    const code = await started({ title: "Lancar HD Obat", [`same.${winner}`]: "no", [`because.${winner}`]: BECAUSE });
    const said = [{ askedAs: `${LANCAR}, Top 45/2020`, isSame: false, reason: BECAUSE, answeredBy: "Rina" }];
    expect((await loadSubmission({ code })).subject.completeness.mustFix.map(({ kind }) => kind)).not.toContain("RELATED_OPEN");
    askAs(world.admin.sessionId);
    expect((await loadAgencyReading({ code, query: {} })).subject.relatedSaid).toMatchObject(said);
    await db.submission.update({ where: { code }, data: { status: "SUBMITTED" } });
    expect((await selectionReading(code))?.related).toMatchObject(said);
    const [event] = await db.auditEvent.findMany({ where: { action: "submission.start" }, orderBy: { seq: "desc" }, take: 1 });
    expect(event?.body).toContain(BECAUSE);
  });
});

describe("one innovation enters an edition once", () => {
  test("under its own or another title, by whichever unit", async () => {
    const other = await innovation("Call Centre 112", world.own.unitId);
    const code = await started({ title: "Darurat Siaga 112 Kota", pastResult: "none" });
    await db.submission.update({ where: { code }, data: { innovationId: other } });
    const same = { [`same.${other}`]: "yes" };
    expect(linesOf(await start({ step: "check", title: "Eksistensi Call Centre 112" })).related).toMatchObject([{ id: other, about: expect.stringContaining(code) }]);
    expect(await start({ title: "Eksistensi Call Centre 112", ...same })).toMatchObject({ status: "refused", key: "submission.refused.alreadyEntered", because: expect.stringContaining(code) });
  });

  test("a second entry of one that is chosen from the list of results is refused, and open again once the first is withdrawn", async () => {
    const champion = await innovation("Kelas Malam Nelayan", world.own.unitId);
    await db.pastResult.create({
      data: { innovationId: champion, year: 2018, level: "Top 99", scope: "national", title: "Kelas Malam Nelayan", agencyName: "Parepare", province: "Sulawesi Selatan", source: "uji" },
    });
    const first = await started({ title: "Kelas Malam Nelayan", pastResult: champion });
    expect(await start({ title: "Sekolah Petang", pastResult: champion })).toMatchObject({ key: "submission.refused.alreadyEntered" });
    const { version } = await db.submission.findUniqueOrThrow({ where: { code: first } });
    await press(withdraw, { code: first, version: String(version), reason: "Unit ditutup.", understood: "yes" });
    expect(await start({ title: "Sekolah Petang", pastResult: champion })).toMatchObject({ status: "redirected" });
  });

  test("the same form again, when its own proposal is there already, leads to it and asks nothing", async () => {
    const form = { key: randomUUID(), title: "Gerobak Baca Dermaga" };
    expect(await start(form)).toEqual(await start(form));
  });

  test("two that are started at once with one title are one, and the other is told to look again", async () => {
    const title = "Perahu Pustaka Pulau";
    const states = await Promise.all([start({ title }), start({ title }), start({ title })]);
    expect(states.map(({ status }) => status).sort()).toEqual(["redirected", "refused", "refused"]);
    expect(states.find(({ status }) => status === "refused")).toMatchObject({ key: "submission.refused.relatedMeanwhile" });
  });

  test("the database keeps it where no door does", async () => {
    const code = await started();
    const { id: _, code: __, ...row } = await db.submission.findUniqueOrThrow({ where: { code } });
    await expect(db.submission.create({ data: { ...row, code: codeFrom("INV", 2021, 888_888) } })).rejects.toThrow();
    await db.submission.update({ where: { code }, data: { status: "WITHDRAWN" } });
    await db.submission.create({ data: { ...row, code: codeFrom("INV", 2021, 888_888) } });
  });
});

describe("a proposal that is renamed", () => {
  test("is asked likewise, keeps what was typed, and finds the question on its page", async () => {
    const code = await started();
    const bidan = await innovation("Bidan Menjemput Bola", world.own.unitId);
    await db.pastResult.create({
      data: { innovationId: bidan, year: 2017, level: "Top 99", scope: "national", title: "Bidan Menjemput Bola", agencyName: "Parepare", province: "Sulawesi Selatan", source: "uji" },
    });
    const save = async (change: Record<string, string>) => press(saveIdentity, {
      code, version: String((await db.submission.findUniqueOrThrow({ where: { code } })).version), title: "Bidan Jemput Bola", month: "1", year: "2015", category: "kesehatan",
      group: "umum", signatory: "Kepala", sourceText: "", pastResult: "none", otherResult: "", videoUrl: "", ...change,
    });
    expect(await save({})).toMatchObject({ status: "refused", key: "submission.refused.relatedOpen", typed: { title: "Bidan Jemput Bola" }, details: { related: [{ id: bidan }] } });
    expect(await save({ [`same.${bidan}`]: "yes" })).toMatchObject({ status: "redirected" });
    expect(await db.submission.findUniqueOrThrow({ where: { code } })).toMatchObject({ innovationId: bidan });
    expect(await save({ title: titleLikeNoOther(code) })).toMatchObject({ status: "redirected" });
    expect((await db.submission.findUniqueOrThrow({ where: { code } })).innovationId).not.toBe(bidan);
  });

  test("one that nobody was asked about yet says so to its writers and, alike, in the agency's list", async () => {
    const code = await started();
    await db.submission.update({ where: { code }, data: { title: "Lancar HD" } });
    const open = { kind: "RELATED_OPEN", section: null, id: winner, title: LANCAR };
    expect((await loadSubmission({ code })).subject.completeness.mustFix).toContainEqual(open);
    askAs(world.admin.sessionId);
    const { subject: { list } } = await loadAgencyList({ query: { edisi: "kipp-2021", cari: code } });
    expect(list?.rows[0]?.mustFix).toContainEqual(open);
  });
});

describe("the innovation that a replication adapts", () => {
  const adapt = (change: Record<string, string>) => start({ step: "check", origin: "ADAPTED", title: titleLikeNoOther(randomUUID()), ...change });
  const reasons = async (change: Record<string, string>) => linesOf(await adapt(change)).groups?.find(({ key }) => key === "replikasi")?.reasons;

  test.each([
    ["a few letters", { sourceText: "asdf" }],
    ["a few letters with agency and year", { sourceText: "asdf", sourceAgency: "Kota Lain", sourceYear: "2018" }],
    ["a code that is nobody's", { sourceText: "INO-ABCDEF", sourceAgency: "Kota Lain", sourceYear: "2018" }],
    ["a title alone", { sourceText: "Ojek Sayur Keliling" }],
  ])("%s is no source", async (_, given) => {
    expect(await reasons(given)).toEqual(["Inovasi asal tidak ada di pustaka. Tulis judul lengkapnya, instansi asal, dan tahunnya."]);
    expect(await start({ origin: "ADAPTED", group: "replikasi", ...given })).toMatchObject({ status: "refused", key: "submission.refused.group" });
  });

  test("described with agency and year it is taken as a claim, which is kept and shown as one", async () => {
    const given = { sourceText: "Ojek Sayur Keliling", sourceAgency: "Kota Lain", sourceYear: "2018" };
    expect(await reasons(given)).toEqual([]);
    expect(await reasons({ ...given, sourceYear: "2021" })).toEqual([expect.stringContaining("Inovasi yang diadaptasi harus pernah meraih")]);
    const code = await started({ origin: "ADAPTED", group: "replikasi", ...given });
    await db.submission.update({ where: { code }, data: { status: "SUBMITTED" } });
    expect(await selectionReading(code)).toMatchObject({ sourceText: given.sourceText, sourceAgency: "Kota Lain", sourceYear: 2018, sourceInnovationId: null });
  });

  test("what the library holds by its words is offered, and its results decide", async () => {
    const top = await innovation("Pos Gizi Terapung", world.other.id);
    const source = { scope: "national", title: "Pos Gizi Terapung", agencyName: "Banyumas", province: "Jawa Tengah", source: "uji" };
    await db.pastResult.create({ data: { innovationId: top, year: 2018, level: "Top 99", ...source } });
    const late = await innovation("Pos Gizi Menetap", world.other.id);
    await db.pastResult.create({ data: { innovationId: late, year: 2020, level: "Top 99", ...source } });

    const asked = await adapt({ sourceText: "pos gizi" });
    expect(asked).toMatchObject({ status: "done", details: { sources: [{ id: late }, { id: top, about: expect.stringContaining("Top 99/2018") }] } });
    expect(linesOf(asked).groups).toBeUndefined();
    expect(await start({ origin: "ADAPTED", group: "replikasi", sourceText: "pos gizi" })).toMatchObject({ key: "submission.refused.sourceOpen" });
    expect(await reasons({ sourceText: "pos gizi", source: top })).toEqual([]);
    expect(await reasons({ sourceText: "pos gizi", source: late })).toEqual([expect.stringContaining("Inovasi yang diadaptasi harus pernah meraih")]);
    expect(await reasons({ sourceText: "pos gizi", source: "described" })).toEqual([expect.stringContaining("tidak ada di pustaka")]);
    const code = await started({ origin: "ADAPTED", group: "replikasi", sourceText: "pos gizi", source: top });
    expect(await db.submission.findUniqueOrThrow({ where: { code } })).toMatchObject({ sourceInnovationId: top });
  });
});

test("who is not invited is told whom to ask", async () => {
  const { groups } = linesOf(await start({ step: "check" }));
  expect(groups?.find(({ key }) => key === "khusus")?.reasons.join(" ")).toContain("Sekretariat KIPP, kipp@panrb.example");
});

describe("an innovation of another place", () => {
  test("another government's is not in the list, and its id is not taken", async () => {
    const foreign = await innovation("Pasar Apung", world.other.unitId);
    const code = await started({ title: "Pasar Terapung Baru", pastResult: foreign });
    expect((await db.submission.findUniqueOrThrow({ where: { code } })).innovationId).not.toBe(foreign);
  });
});
