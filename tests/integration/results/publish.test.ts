import { createHash } from "node:crypto";
import { parse } from "csv-parse/sync";
import { beforeEach, describe, expect, it } from "vitest";
import { countPublicChanges } from "#tests/support/public-changes";
import { askAs } from "#tests/support/request";
import { fetchAnonymously, resultsWorld, reviewEverything, sendAs, setVersion, type ResultsWorld, type Staff } from "#tests/support/results-builders";
import { db } from "@/lib/db";
import { compose, declareReady, freeze, publish, sendBackToDrafting } from "@/modules/results/actions";
import { resultFile, resultPage } from "@/modules/results/endpoints";
import { loadPublishing } from "@/modules/results/loaders";
import { loadReceipt, loadSubmission } from "@/modules/submission/loaders/writing";

const NASTY = '<script>alert("x")</script> <img src=x onerror=alert(1)> שלום \u202eterbalik';

let world: ResultsWorld;
beforeEach(async () => {
  world = await resultsWorld([{ title: NASTY }, { title: "=1+1" }, { title: "Layanan 🏥" }, {}, { group: "khusus" }]);
  await reviewEverything(world);
  await sendAs(world.secretary, freeze, world, { editionCode: world.edition.code });
  await sendAs(world.secretary, compose, world);
  await sendAs(world.secretary, declareReady, world, { version: await setVersion(world) });
});

const DECREE = { decreeNumber: "192 Tahun 2020", decreeDate: "2020-07-02" };

async function publishAs(who: Staff, fields: Record<string, string> = {}) {
  return sendAs(who, publish, world, {
    version: await setVersion(world), decreeNumber: "", decreeDate: "", editionCode: world.edition.code, ...fields,
  });
}
const publications = () => db.publication.findMany({ where: { editionId: world.edition.id }, orderBy: { version: "asc" }, include: { files: true, entries: { orderBy: { position: "asc" } } } });
const address = () => ({ slug: world.edition.slug, tahap: "top-99" });
const file = (berkas: string, options?: Parameters<typeof fetchAnonymously>[2]) => fetchAnonymously(resultFile, { ...address(), berkas }, options);
const page = (options?: Parameters<typeof fetchAnonymously>[2]) => fetchAnonymously(resultPage, address(), options);
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

describe("publishing a result", () => {
  it("freezes names and counts as they are, and shows the list as provisional without a decree", async () => {
    const told = countPublicChanges();
    expect(await publishAs(world.secretary)).toMatchObject({ status: "refused" });
    expect(told()).toBe(0);
    expect(await publishAs(world.publisher)).toEqual({ status: "redirected", to: `/kelola/${world.edition.slug}/terbitkan/top-99?versi=1` });
    expect(told()).toBe(1);
    const [publication] = await publications();
    expect(publication).toMatchObject({ version: 1, state: "PROVISIONAL", decreeNumber: "", decreeDate: null, publishedById: world.publisher.userId });
    expect(publication!.entries.map(({ levelKey, code }) => [levelKey, code]).sort()).toEqual([
      ["finalis-khusus", world.entries[4]!.code],
      ...[0, 1, 2].map((place) => ["top-99", world.entries[place]!.code]),
    ].sort());
    expect(publication!.entries[0]).toMatchObject({ unitName: "RSUD Andi Makkasau", agencyName: "Pemerintah Kota Parepare", province: "Sulawesi Selatan" });
    expect(await db.decisionSet.findFirst({ where: { editionId: world.edition.id } })).toMatchObject({ status: "PUBLISHED" });
    expect((await page()).body).toContain("Daftar sementara. Bukan penetapan.");
  });

  it("tells the authors of each proposal what it reached, and nobody before", async () => {
    const [best, , , , special] = world.entries;
    const reachedBy = async (code: string) => {
      askAs(world.owner.sessionId);
      const [hub, receipt] = await Promise.all([loadSubmission({ code }), loadReceipt({ code })]);
      expect(receipt.subject.results).toEqual(hub.subject.results);
      return hub.subject.results.map(({ key, level }) => [key, level?.id ?? null]);
    };
    expect(await reachedBy(best!.code)).toEqual([]);
    await publishAs(world.publisher);
    const levels = new Map((await publications())[0]!.entries.map(({ code, levelNameId }) => [code, levelNameId]));
    for (const { code } of [best!, world.entries[3]!, special!]) expect(await reachedBy(code)).toEqual([["top-99", levels.get(code) ?? null]]);
  });

  it("is refused to whoever composed the set or took part in it", async () => {
    await db.membership.create({ data: { userId: world.secretary.userId, role: "PUBLISHER", editionId: world.edition.id } });
    const hat = await db.membership.findFirstOrThrow({ where: { userId: world.secretary.userId, role: "PUBLISHER" } });
    await db.session.updateMany({ where: { userId: world.secretary.userId }, data: { membershipId: hat.id } });
    expect(await publishAs(world.secretary)).toMatchObject({ status: "refused", key: "results.problem.publisherComposed" });
    askAs(world.secretary.sessionId);
    const { subject } = await loadPublishing({ slug: world.edition.slug, result: "top-99" });
    expect(subject.publishable!.checks.filter(({ met }) => !met)).toEqual([{ check: "people", met: false }]);
    expect(await publications()).toEqual([]);
  });

  it("is refused with a wrong code, half a decree, or a date that does not exist", async () => {
    expect(await publishAs(world.publisher, { editionCode: world.edition.code.toLowerCase() })).toMatchObject({ status: "refused", key: "results.problem.codeDiffers" });
    expect(await publishAs(world.publisher, { decreeNumber: "192" })).toMatchObject({ status: "refused", key: "results.problem.decreeIncomplete" });
    expect(await publishAs(world.publisher, { decreeNumber: "192", decreeDate: "2020-02-30" })).toMatchObject({ status: "invalid" });
    expect(await publications()).toEqual([]);
  });

  it("is refused while the set is being composed", async () => {
    await sendAs(world.secretary, sendBackToDrafting, world, { version: await setVersion(world) });
    expect(await publishAs(world.publisher)).toMatchObject({ status: "refused", key: "results.problem.setNotReady" });
  });

  it("is refused to everybody but a publisher of the edition", async () => {
    for (const who of [world.secretary, world.judges[0]!, world.agencyAdmin]) expect(await publishAs(who)).toMatchObject({ status: "refused", key: "common.errors.notAllowed" });
    const other = await resultsWorld([{}]);
    expect(await publishAs(other.publisher)).toMatchObject({ status: "refused", key: "common.errors.notAllowed" });
  });

  it("succeeds for exactly one of two publishers at the same moment", async () => {
    const both = await Promise.all([publishAs(world.publisher), publishAs(world.otherPublisher)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["redirected", "refused"]);
    expect(both.find(({ status }) => status === "refused")).toMatchObject({ key: "results.publish.meanwhile" });
    expect(await publications()).toHaveLength(1);
  });

  it("follows a provisional list with the final one, keeps the earlier version, and ends there", async () => {
    await publishAs(world.publisher);
    const before = (await page()).body;
    expect(await publishAs(world.otherPublisher)).toMatchObject({ status: "refused", key: "results.problem.alreadyProvisional" });
    expect(await publishAs(world.otherPublisher, DECREE)).toMatchObject({ status: "redirected" });
    expect((await publications()).map(({ version, state }) => [version, state])).toEqual([[1, "PROVISIONAL"], [2, "FINAL"]]);

    const now = (await page()).body;
    expect(now).toContain("Ditetapkan dengan Keputusan Nomor 192 Tahun 2020 tanggal 2 Juli 2020.");
    expect(now).toContain(`/kompetisi/${world.edition.slug}/hasil/top-99?versi=1`);
    expect((await page({ query: "?versi=1" })).body).toContain("Versi 1 sudah diganti oleh versi 2");
    expect((await file("id-v1.html")).body).toBe(before);
    expect((await page({ query: "?versi=3" })).status).toBe(404);
    expect((await page({ query: "?versi=apa" })).status).toBe(404);
    expect(await publishAs(world.publisher, DECREE)).toMatchObject({ status: "refused", key: "results.problem.alreadyFinal" });
  });

  it("writes to the agency's admin and the owner, in the same transaction", async () => {
    const before = new Set((await db.outboxMessage.findMany({ select: { id: true } })).map(({ id }) => id));
    await publishAs(world.publisher);
    const letters = (await db.outboxMessage.findMany()).filter(({ id }) => !before.has(id));
    const emailOf = async ({ userId }: Staff) => (await db.user.findUniqueOrThrow({ where: { id: userId } })).email;
    const ours = [await emailOf(world.agencyAdmin), await emailOf(world.owner)];
    expect(letters.filter(({ recipient }) => ours.includes(recipient)).map(({ recipient }) => recipient).sort()).toEqual(ours.sort());
    expect(letters[0]!.body).toContain(`/kompetisi/${world.edition.slug}/hasil/top-99`);
    expect(letters[0]!.body).toContain(world.entries[2]!.code);
  });

  it("leaves one audit event that holds every hash", async () => {
    await publishAs(world.publisher);
    const [publication] = await publications();
    const event = await db.auditEvent.findFirstOrThrow({ where: { action: "results.publish", subjectId: publication!.id } });
    for (const { sha256: hash } of publication!.files) expect(event.body).toContain(hash);
    expect(publication!.files).toHaveLength(4);
  });

  it("cannot be changed afterwards, not even in the database", async () => {
    await publishAs(world.publisher);
    await expect(db.$executeRaw`update "Publication" set "decreeNumber" = 'x'`).rejects.toThrow(/permission denied/);
    await expect(db.$executeRaw`update "PublicationEntry" set title = 'x'`).rejects.toThrow(/permission denied/);
    await expect(db.$executeRaw`delete from "PublicationFile"`).rejects.toThrow(/permission denied/);
  });

  it("is not what a later change of a name would make it", async () => {
    await publishAs(world.publisher);
    const before = (await page()).body;
    await db.submission.updateMany({ where: { id: world.entries[2]!.id }, data: { title: "Judul sesudahnya" } });
    expect((await page()).body).toBe(before);
  });
});

describe("the published files", () => {
  beforeEach(async () => void (await publishAs(world.publisher, DECREE)));

  it("are the bytes that were hashed, in both languages and both formats", async () => {
    const hashes = Object.fromEntries((await publications())[0]!.files.map(({ kind, sha256: hash }) => [kind, hash]));
    const [indonesian, english, table, data] = [await page(), await page({ locale: "en" }), await file("data.csv"), await file("data.json")];
    expect([indonesian, english, table, data].map(({ body }) => sha256(body))).toEqual([hashes.HTML_ID, hashes.HTML_EN, hashes.CSV, hashes.JSON]);
    expect((await file("data-v1.csv")).body).toBe(table.body);
    const saved = `${world.edition.slug}-top-99-v1`;
    expect((await file("sha256sums.txt")).body).toContain(`${hashes.CSV}  ${saved}.csv\n${hashes.JSON}  ${saved}.json\n`);
    expect(indonesian.body).toContain(hashes.CSV);
    expect(english.body).toContain("Decided by Decree No. 192 Tahun 2020 of 2 July 2020.");
  });

  it("carry the headers of a public record", async () => {
    const { headers, status } = await page();
    expect(status).toBe(200);
    expect(Object.fromEntries(["content-type", "cache-control", "x-content-type-options", "content-security-policy"].map((name) => [name, headers.get(name)]))).toEqual({
      "content-type": "text/html; charset=utf-8",
      "cache-control": "public, max-age=0, s-maxage=10, stale-if-error=86400",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'",
    });
    expect((await file("data.csv")).headers.get("content-disposition")).toBe(`attachment; filename="${world.edition.slug}-top-99-v1.csv"`);
    const etag = headers.get("etag")!;
    const again = await resultPage(new Request("http://localhost/", { headers: { "if-none-match": etag } }), { params: Promise.resolve(address()) });
    expect(again.status).toBe(304);
  });

  it("show every title as text, in HTML, for a spreadsheet and as data", async () => {
    const html = (await page()).body;
    expect(html).toContain("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;");
    expect(html).not.toMatch(/<script|<img/i);
    const rows = parse((await file("data.csv")).body, { columns: true, bom: true }) as { title: string }[];
    expect(rows.map(({ title }) => title)).toContain("'=1+1");
    const data = JSON.parse((await file("data.json")).body) as { count: number; levels: { entries: { title: string }[] }[] };
    expect(data.count).toBe(4);
    expect(data.levels[0]!.entries.map(({ title }) => title)).toContain(NASTY);
  });

  it("have no other names", async () => {
    for (const berkas of ["data.xlsx", "data-v2.csv", "..%2fdata.csv", "index.html", "\u0000"]) expect((await file(berkas)).status).toBe(404);
  });
});
