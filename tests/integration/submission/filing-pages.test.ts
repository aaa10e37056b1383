import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { openSession } from "@/lib/auth/session";
import { db } from "@/lib/db";
import { fileSubmissions } from "@/modules/submission/actions/filing";
import {
  loadAgencyDesk, loadAgencyList, loadAgencyReading, loadAgencyReceipt, loadAgencyReceipts, loadFiling,
} from "@/modules/submission/loaders/filing";
import { loadFiledList } from "@/modules/submission/loaders/organising";
import { closeRegistrationIn, filingWorld, type FilingWorld, proposal } from "../../support/filing-world";
import { press } from "../../support/press";
import { countQueries } from "../../support/query-count";
import { askAs } from "../../support/request";

let world: FilingWorld;
beforeAll(async () => {
  world = await filingWorld();
});

const DAY = 24 * 60 * 60 * 1000;
const NOT_FOUND = { digest: "NEXT_HTTP_ERROR_FALLBACK;404" };
const clear = () => db.submission.updateMany({ data: { status: "WITHDRAWN" } });
const query = (words: Record<string, unknown> = {}) => ({ query: { edisi: "kipp-2021", ...words } });

describe("the agency's desk", () => {
  test("counts who must act, what is used of each quota, and lists what waits longest first", async () => {
    await clear();
    const day = (date: number) => new Date(Date.UTC(2026, 0, date));
    await proposal(world, { status: "DRAFT" });
    const endorsed = await proposal(world, { status: "ENDORSED", statusAt: day(2) });
    const inReview = await proposal(world, { status: "AGENCY_REVIEW", statusAt: day(1) });
    await proposal(world, { status: "SUBMITTED" });
    askAs(world.admin.sessionId);

    const { subject: { desk } } = await loadAgencyDesk(query());

    expect(desk?.queue).toEqual({ agency: 2, innovator: 1, filed: 1, missed: 0 });
    expect(desk?.waiting.map(({ code }) => code)).toEqual([inReview.code, endorsed.code]);
    expect(desk?.quotas).toEqual([
      { groupKey: "umum", quota: 10, filed: 1, left: 9 }, { groupKey: "replikasi", quota: 5, filed: 0, left: 5 },
    ]);
    expect(desk?.coverage).toEqual({ total: 1, covered: 1, missing: [] });
  });

  test("names the units without a proposal, and shows another agency nothing of it", async () => {
    await clear();
    await proposal(world, { status: "DRAFT" });
    askAs(world.stranger.sessionId);

    const { subject: { desk } } = await loadAgencyDesk(query());

    expect(desk?.queue).toEqual({ agency: 0, innovator: 0, filed: 0, missed: 0 });
    expect(desk?.coverage).toEqual({ total: 1, covered: 0, missing: ["Dinas Kesehatan"] });
    expect(desk?.problems).toEqual([]);
  });

  test("after the close has nothing waiting for anybody, and counts what did not reach the organiser", async () => {
    await clear();
    const draft = await proposal(world, { status: "DRAFT" });
    const endorsed = await proposal(world, { status: "ENDORSED" });
    const filed = await proposal(world, { status: "SUBMITTED" });
    askAs(world.admin.sessionId);
    await closeRegistrationIn(world.edition.id, -1000);

    const { subject: { desk } } = await loadAgencyDesk(query());
    const { subject: { list } } = await loadAgencyList(query());
    await closeRegistrationIn(world.edition.id, DAY);

    expect(desk).toMatchObject({ queue: { agency: 0, innovator: 0, filed: 1, missed: 2 }, waiting: [] });
    const ballOf = (code: string) => list?.rows.find((row) => row.code === code)?.ball;
    expect([draft, endorsed, filed].map(({ code }) => ballOf(code))).toEqual(["NOBODY", "NOBODY", "ORGANIZER"]);
  });

  test("the same title twice is found by the machine check", async () => {
    await clear();
    const [one, two] = [await proposal(world, { title: "Kembar!" }), await proposal(world, { title: "kembar" })];
    askAs(world.admin.sessionId);
    const { subject: { desk } } = await loadAgencyDesk(query());
    const twice = (code: string) => desk?.problems.find((row) => row.code === code)?.shouldLook.find(({ kind }) => kind === "TITLE_TWICE");
    expect(twice(one.code)).toMatchObject({ code: two.code });
    expect(twice(two.code)).toMatchObject({ code: one.code });
  });

  test("what the machine finds is the same on the desk, in the list, where it is filed and where it is read", async () => {
    await clear();
    const { code } = await proposal(world, { title: "Tanpa video", status: "ENDORSED" });
    await db.submission.updateMany({ where: { code }, data: { videoUrl: "" } });
    askAs(world.admin.sessionId);
    const [read, listed, filed, desk] = [
      (await loadAgencyReading({ code, query: {} })).subject.completeness,
      (await loadAgencyList(query())).subject.list?.rows.find((row) => row.code === code),
      (await loadFiling(query())).subject.list?.endorsed.find((row) => row.code === code),
      (await loadAgencyDesk(query())).subject.desk?.problems.find((row) => row.code === code),
    ];
    expect(read.shouldLook).toContainEqual({ kind: "VIDEO_MISSING", section: null });
    for (const place of [listed, filed, desk]) expect(place).toMatchObject({ mustFix: read.mustFix, shouldLook: read.shouldLook });
  });

  test("an edition that does not exist, and a desk for who is no agency admin, are not found", async () => {
    askAs(world.admin.sessionId);
    await expect(loadAgencyDesk({ query: { edisi: "tiada" } })).rejects.toMatchObject(NOT_FOUND);
    askAs(world.innovator.sessionId);
    await expect(loadAgencyDesk(query())).rejects.toMatchObject(NOT_FOUND);
    await expect(loadAgencyReceipts({})).rejects.toMatchObject(NOT_FOUND);
  });
});

describe("the agency's list", () => {
  test("is filtered by status, unit and text, and sorted both ways", async () => {
    await clear();
    const a = await proposal(world, { title: "Arsip 100%", status: "DRAFT" });
    const b = await proposal(world, { title: "Bidan desa", status: "ENDORSED" });
    askAs(world.admin.sessionId);
    const codes = async (words: Record<string, unknown>) => (await loadAgencyList(query(words))).subject.list?.rows.map(({ code }) => code);

    expect(await codes({ status: "ENDORSED" })).toEqual([b.code]);
    expect(await codes({ cari: "ARSIP", status: "DRAFT" })).toEqual([a.code]);
    expect(await codes({ cari: b.code })).toEqual([b.code]);
    expect(await codes({ unit: "73.72/dinas-kesehatan", urut: "-judul", cari: "i", status: "ENDORSED" })).toEqual([b.code]);
    expect(await codes({ unit: "73.72/tiada" })).toEqual([]);
    const sorted = await codes({ urut: "judul" });
    expect(sorted).toEqual((await codes({ urut: "-judul" }))?.toReversed());
  });

  test("words in the address that mean nothing are as if not given, also unreadable ones", async () => {
    askAs(world.admin.sessionId);
    const all = (await loadAgencyList(query())).subject.list?.total;
    const odd = await loadAgencyList(query({ status: "KACAU", cari: "\u0000", urut: ["a", "b"], sesudah: "INV-2021-NOSUCH" }));
    expect(odd.subject.list?.total).toBe(all);
  });

  test("pages of fifty follow each other without a gap or a repetition", async () => {
    await clear();
    const at = new Date();
    for (let n = 0; n < 53; n += 1) await proposal(world, { status: "DRAFT", title: "Sama", statusAt: at });
    askAs(world.admin.sessionId);

    const first = (await loadAgencyList(query({ status: "DRAFT" }))).subject.list!;
    const second = (await loadAgencyList(query({ status: "DRAFT", sesudah: first.next! }))).subject.list!;

    expect([first.rows.length, second.rows.length, second.next, first.total]).toEqual([50, 3, null, 53]);
    expect(new Set([...first.rows, ...second.rows].map(({ code }) => code)).size).toBe(53);
  });
});

describe("a row that leaves its place while somebody turns the page", () => {
  test.each(["menunggu", "-menunggu", "judul", "-judul"])("takes no other row with it, sorted by %s", async (urut) => {
    await clear();
    for (let n = 0; n < 52; n += 1) await proposal(world, { status: "AGENCY_REVIEW", title: `Judul ${n % 7}` });
    askAs(world.admin.sessionId);
    const asked = { status: "AGENCY_REVIEW", urut };
    const first = (await loadAgencyList(query(asked))).subject.list!;
    await db.submission.update({ where: { code: first.rows.at(-1)!.code }, data: { status: "ENDORSED", statusAt: new Date() } });

    const second = (await loadAgencyList(query({ ...asked, sesudah: first.next! }))).subject.list!;

    const all = [...first.rows, ...second.rows].map(({ code }) => code);
    expect([second.rows.length, second.next, new Set(all).size]).toEqual([2, null, 52]);
  });

  test("fifty rows are one page with nothing after it", async () => {
    await clear();
    for (let n = 0; n < 50; n += 1) await proposal(world, { status: "DRAFT" });
    askAs(world.admin.sessionId);
    const { list } = (await loadAgencyList(query({ status: "DRAFT" }))).subject;
    expect([list?.rows.length, list?.next]).toEqual([50, null]);
  });
});

describe("the secretariat's list of what was filed", () => {
  test("offers a next page only where one follows", async () => {
    await clear();
    const secretary = await db.user.create({
      data: { email: "sekretariat@contoh.test", name: "Sekretaris", memberships: { create: { role: "SECRETARIAT", editionId: world.edition.id } } },
    });
    askAs(await openSession(secretary.id));
    const page = async (after?: string) => (await loadFiledList({ slug: "kipp-2021", query: { sesudah: after } })).subject.filed!;
    for (let n = 0; n < 50; n += 1) await proposal(world, { status: "SUBMITTED" });
    expect(await page()).toMatchObject({ rows: { length: 50 }, next: null });

    const { code } = await proposal(world, { status: "SUBMITTED" });

    const { rows, next } = await page();
    expect([rows.length, next]).toEqual([50, rows.at(-1)?.code]);
    expect(await page(next!)).toMatchObject({ rows: [{ code }], next: null });
  });
});

describe("after a decision", () => {
  test("the page says what was decided, with what waits longest beside it, and an old address says nothing", async () => {
    await clear();
    const { code } = await proposal(world, { status: "ENDORSED" });
    await proposal(world, { status: "AGENCY_REVIEW" });
    const longest = await proposal(world, { status: "AGENCY_REVIEW", statusAt: new Date(Date.UTC(2026, 0, 1)) });
    askAs(world.admin.sessionId);
    const decided = async (word: string, of = code) => (await loadAgencyReading({ code: of, query: { putusan: word } })).subject.decided;

    expect(await decided("disetujui")).toEqual({ by: "endorse", next: { code: longest.code, title: longest.title } });
    expect(await decided("dikembalikan")).toBeNull();
    expect(await decided("kacau")).toBeNull();
    expect((await decided("dibatalkan", longest.code))?.next?.code).not.toBe(longest.code);
  });
});

describe("the number of database statements", () => {
  test.each([
    ["desk", () => loadAgencyDesk(query())],
    ["list", () => loadAgencyList(query({ status: "ENDORSED" }))],
    ["filing page", () => loadFiling(query())],
  ] as const)("of the %s is the same for one and for three proposals", async (...[, load]) => {
    await clear();
    askAs(world.admin.sessionId);
    await proposal(world);
    await load();
    const withOne = await countQueries(load);
    await proposal(world);
    await proposal(world);
    expect(await countQueries(load)).toBe(withOne);
    expect(withOne).toBeGreaterThan(3);
  });
});

describe("one proposal and one receipt", () => {
  test("are read by their agency and not found by another, as if they did not exist", async () => {
    await clear();
    const { code } = await proposal(world);
    askAs(world.admin.sessionId);
    const key = randomUUID();
    const filed = await press(fileSubmissions, { edition: "kipp-2021", key, "codes[]": [code] });
    const number = filed.status === "redirected" ? (/TT-[^?]*/.exec(filed.to)?.[0] ?? "") : "";

    const { subject: reading } = await loadAgencyReading({ code, query: {} });
    expect([reading.code, reading.receipt?.number, reading.history.at(-1)?.to]).toEqual([code, number, "SUBMITTED"]);
    const { subject: receipt } = await loadAgencyReceipt({ number, query: { hasil: key } });
    expect(receipt.items.map((item) => [item.code, item.sha256])).toEqual([[code, reading.receipt?.sha256]]);
    expect(receipt.answer?.items.map(({ outcome }) => outcome)).toEqual(["FILED"]);
    expect((await loadAgencyReceipts({})).subject.receipts.map((row) => row.number)).toContain(number);

    askAs(world.colleague.sessionId);
    expect((await loadAgencyReceipt({ number, query: { hasil: key } })).subject.answer).toBeNull();

    for (const { sessionId } of [world.stranger, world.innovator]) {
      askAs(sessionId);
      await expect(loadAgencyReading({ code, query: {} })).rejects.toMatchObject(NOT_FOUND);
      await expect(loadAgencyReceipt({ number, query: {} })).rejects.toMatchObject(NOT_FOUND);
      await expect(loadAgencyReceipt({ number: "TT-2021-NOSUCH", query: {} })).rejects.toMatchObject(NOT_FOUND);
    }
    askAs(world.stranger.sessionId);
    expect((await loadAgencyReceipts({})).subject.receipts).toEqual([]);
    askAs(null);
    await expect(loadAgencyReading({ code, query: {} })).rejects.toMatchObject(NOT_FOUND);
  });

  test("an unreadable code or number is not found", async () => {
    askAs(world.admin.sessionId);
    await expect(loadAgencyReading({ code: "INV\u0000", query: {} })).rejects.toMatchObject(NOT_FOUND);
    await expect(loadAgencyReceipt({ number: "TT\u0000", query: {} })).rejects.toMatchObject(NOT_FOUND);
  });
});
