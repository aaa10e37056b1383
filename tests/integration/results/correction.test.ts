import { createHash } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { fetchAnonymously, moveStage, person, resultsWorld, review, reviewEverything, sendAs, setVersion, type ResultsWorld, type Staff } from "#tests/support/results-builders";
import { askAs } from "#tests/support/request";
import { db } from "@/lib/db";
import { compose, declareReady, freeze, moveEntry, publish, reopenPublished } from "@/modules/results/actions";
import { resultFile, resultPage } from "@/modules/results/endpoints";
import { loadDecision, loadInnovation, loadLibrary, loadPublishing } from "@/modules/results/loaders";
import { loadReceipt } from "@/modules/submission/loaders/writing";

const DECREE = { decreeNumber: "192 Tahun 2020", decreeDate: "2020-07-02" };
const CORRECTING = { decreeNumber: "201 Tahun 2020", decreeDate: "2020-07-20" };
const REASON = "Keberatan atas penilaian dikabulkan sidang pleno.";

/** Four general entries for a Top 3 and one of the special group, composed and ready. */
let world: ResultsWorld;
beforeEach(async () => {
  world = await resultsWorld([{}, {}, {}, {}, { group: "khusus" }]);
  await reviewEverything(world);
  await sendAs(world.secretary, freeze, world, { editionCode: world.edition.code });
  await sendAs(world.secretary, compose, world);
  await ready();
});

const ready = async (result = "top-99") => sendAs(world.secretary, declareReady, world, { result, version: await setVersion(world, result) });
const publishAs = async (who: Staff, fields: Record<string, string> = {}, result = "top-99") =>
  sendAs(who, publish, world, { result, version: await setVersion(world, result), decreeNumber: "", decreeDate: "", editionCode: world.edition.code, ...fields });
const reopen = async (fields: Record<string, string> = {}) =>
  sendAs(world.secretary, reopenPublished, world, { version: await setVersion(world), reason: REASON, editionCode: world.edition.code, ...fields });
async function exchange(out: number, into: number) {
  for (const [place, direction] of [[out, "OUT"], [into, "IN"]] as const)
    await sendAs(world.secretary, moveEntry, world, {
      version: await setVersion(world), code: world.entries[place]!.code, level: "top-99", direction, reason: "Putusan atas keberatan peserta",
    });
}
const refusal = (key: string) => ({ status: "refused", key });
const entry = (place: number) => world.entries[place]!;
const address = () => ({ slug: world.edition.slug, tahap: "top-99" });
const page = (query = "") => fetchAnonymously(resultPage, address(), { query });
const file = (berkas: string) => fetchAnonymously(resultFile, { ...address(), berkas });
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const publications = () => db.publication.findMany({ where: { editionId: world.edition.id, resultKey: "top-99" }, orderBy: { version: "asc" }, include: { files: true } });

describe("a provisional list", () => {
  it("goes back to composing with a reason, and a second provisional version follows that tells what changed and why", async () => {
    await publishAs(world.publisher);
    const before = (await page()).body;
    expect(await reopen({ reason: "salah" })).toMatchObject({ status: "invalid" });
    expect(await reopen({ editionCode: "KIPP" })).toMatchObject(refusal("results.problem.codeDiffers"));
    expect(await reopen()).toMatchObject({ status: "redirected" });
    expect((await page()).body).toBe(before);

    await exchange(2, 3);
    await ready();
    expect(await publishAs(world.publisher)).toMatchObject({ status: "redirected" });
    expect(await publications()).toMatchObject([{ version: 1, state: "PROVISIONAL", reason: "" }, { version: 2, state: "PROVISIONAL", reason: REASON }]);

    const now = (await page()).body;
    expect(now).toContain("Yang berubah dari versi 1");
    expect(now).toContain(REASON);
    for (const place of [2, 3]) expect(now).toContain(entry(place).title);
    expect(JSON.parse((await file("data.json")).body)).toMatchObject({
      version: 2, replaces: { version: 1, state: "PROVISIONAL", reason: REASON, entered: [{ code: entry(3).code }], left: [{ code: entry(2).code }], moved: [] },
    });
    expect(await publishAs(world.publisher)).toMatchObject(refusal("results.problem.alreadyProvisional"));
    expect(await publishAs(world.publisher, DECREE)).toMatchObject({ status: "redirected" });
    expect((await page()).body).toContain("Isi daftar sama dengan versi 2.");
  });

  it("goes back once, when two press at the same moment", async () => {
    await publishAs(world.publisher);
    const version = await setVersion(world);
    const both = await Promise.all([reopen({ version }), reopen({ version })]);
    expect(both.map(({ status }) => status).sort()).toEqual(["redirected", "refused"]);
    expect(await db.setReopening.count()).toBeGreaterThan(0);
    expect(await db.auditEvent.count({ where: { editionId: world.edition.id, action: "results.reopenPublished" } })).toBe(1);
  });

  it("stays readable as it was under its version, marked as replaced, with its very bytes under their listed name", async () => {
    await publishAs(world.publisher);
    const stored = (await publications())[0]!.files.find(({ kind }) => kind === "HTML_ID")!;
    expect((await page("?versi=1")).body).toBe(stored.body);
    await reopen();
    await exchange(2, 3);
    await ready();
    await publishAs(world.publisher);

    const old = await page("?versi=1");
    expect(old.status).toBe(200);
    expect(old.body).toContain("Versi 1 sudah diganti oleh versi 2");
    expect(old.body).toContain(REASON);
    expect(old.body).toContain("<title>DIGANTI: ");
    expect(old.body).toContain(entry(2).title);
    expect(old.headers.get("x-robots-tag")).toBe("noindex");
    expect((await file("id-v1.html")).body).toBe(stored.body);
    expect((await page("?versi=2")).body).not.toContain("sudah diganti");
  });
});

describe("a final list", () => {
  it("is corrected by decree, by its own composer and its own publisher, and what is shown elsewhere follows", async () => {
    await publishAs(world.publisher, DECREE);
    await reopen();
    await exchange(2, 3);
    await ready();
    expect(await publishAs(world.publisher)).toMatchObject(refusal("results.problem.correctionWithoutDecree"));
    expect(await publishAs(world.publisher, CORRECTING)).toMatchObject({ status: "redirected" });
    expect(await publications()).toMatchObject([{ version: 1, state: "FINAL" }, { version: 2, state: "FINAL", reason: REASON, decreeNumber: "201 Tahun 2020" }]);

    expect(await loadInnovation({ code: entry(2).innovationCode })).toBeNull();
    expect((await loadInnovation({ code: entry(3).innovationCode }))!.reached).toHaveLength(1);
    expect((await loadLibrary({ cari: entry(2).title })).library.total).toBe(0);
    askAs(world.owner.sessionId);
    expect((await loadReceipt({ code: entry(2).code })).subject.results).toMatchObject([{ key: "top-99", level: null }]);
    expect((await loadReceipt({ code: entry(3).code })).subject.results[0]!.level).not.toBeNull();
  });

  it("cannot be followed by anything while nobody gave it back", async () => {
    await publishAs(world.publisher, DECREE);
    expect(await publishAs(world.publisher, CORRECTING)).toMatchObject(refusal("results.problem.alreadyFinal"));
  });

  it("is not published by whoever gave it back", async () => {
    await publishAs(world.publisher, DECREE);
    await reopen();
    await ready();
    await db.membership.create({ data: { userId: world.secretary.userId, role: "PUBLISHER", editionId: world.edition.id } });
    const hat = await db.membership.findFirstOrThrow({ where: { userId: world.secretary.userId, role: "PUBLISHER" } });
    await db.session.updateMany({ where: { userId: world.secretary.userId }, data: { membershipId: hat.id } });
    expect(await publishAs(world.secretary, CORRECTING)).toMatchObject(refusal("results.problem.publisherComposed"));
  });
});

describe("a list that draws from another", () => {
  const TOP_45 = "top-45";
  async function composeTop45() {
    await reviewEverything(world, "presentasi", [0, 1, 2, 4].map(entry));
    await sendAs(world.secretary, freeze, world, { result: TOP_45, editionCode: world.edition.code });
    await sendAs(world.secretary, compose, world, { result: TOP_45 });
    await ready(TOP_45);
  }

  it("is not set by decree before the other, nor by a decree of an earlier day", async () => {
    await publishAs(world.publisher);
    await composeTop45();
    expect(await publishAs(world.publisher, CORRECTING, TOP_45)).toMatchObject(refusal("results.problem.sourceNotFinal"));
    askAs(world.publisher.sessionId);
    const { subject } = await loadPublishing({ slug: world.edition.slug, result: TOP_45 });
    expect(subject.publishable!.unusual.provisionalSources).toEqual(["top-99"]);
    expect(await publishAs(world.publisher, {}, TOP_45)).toMatchObject({ status: "redirected" });
    await publishAs(world.publisher, CORRECTING);
    expect(await publishAs(world.publisher, DECREE, TOP_45)).toMatchObject(refusal("results.problem.decreeBeforeSource"));
    expect(await publishAs(world.publisher, CORRECTING, TOP_45)).toMatchObject({ status: "redirected" });
  });

  it("keeps its entries: the earlier list cannot lose one that it names", async () => {
    await publishAs(world.publisher);
    await composeTop45();
    await publishAs(world.publisher, {}, TOP_45);
    await reopen({ reason: `${REASON} ${entry(0).code} keluar.` });
    await exchange(0, 3);
    await ready();
    expect(await publishAs(world.publisher)).toMatchObject(refusal("results.problem.leavingListed"));
  });

  it("asks for the code in the reason where an entry that is being judged leaves, and for another look at a set declared ready", async () => {
    await publishAs(world.publisher);
    await moveStage(world.edition.id, "presentasi", [-5, 5]);
    await review(world, { entry: entry(2), judge: 0, marks: 80, stage: "presentasi" });
    await reopen();
    await exchange(2, 3);
    await ready();
    expect(await publishAs(world.publisher)).toMatchObject(refusal("results.problem.leavingRead"));
  });

  it("goes back to drafting when the list below it changes", async () => {
    await publishAs(world.publisher);
    await composeTop45();
    await reopen({ reason: `${REASON} ${entry(2).code} keluar.` });
    await exchange(2, 3);
    await ready();
    expect(await publishAs(world.publisher)).toMatchObject({ status: "redirected" });
    expect(await db.decisionSet.findFirst({ where: { editionId: world.edition.id, resultKey: TOP_45 } })).toMatchObject({ status: "DRAFT" });
  });
});

describe("the files of every version", () => {
  it("are downloaded under the names in the list of hashes, and every hash is right", async () => {
    await publishAs(world.publisher);
    await reopen();
    await exchange(2, 3);
    await ready();
    await publishAs(world.publisher, DECREE);
    for (const version of [1, 2]) {
      const lines = (await file(`sha256sums-v${version}.txt`)).body.trimEnd().split("\n");
      expect(lines).toHaveLength(4);
      for (const line of lines) {
        const [hash, name] = line.split("  ");
        const downloaded = await file(name!);
        expect([name, downloaded.status, sha256(downloaded.body)]).toEqual([name, 200, hash]);
        expect(downloaded.headers.get("content-disposition")).toContain(`filename="${name}"`);
      }
    }
    expect((await file(`${world.edition.slug}-top-99-v2-SEMENTARA.csv`)).status).toBe(404);
    expect((await file("lomba-lain-v2.csv")).status).toBe(404);
  });

  it("carry the hash of the frozen ranking and the head of the audit chain at that moment", async () => {
    await publishAs(world.publisher);
    const [publication] = await publications();
    const snapshot = await db.rankingSnapshot.findFirstOrThrow({ where: { editionId: world.edition.id } });
    const head = await db.auditEvent.findUniqueOrThrow({ where: { seq: publication!.auditSeq! } });
    expect(publication).toMatchObject({ snapshotSha256: snapshot.sha256, auditHash: head.hash });
    for (const { body } of publication!.files) {
      expect(body).toContain(snapshot.sha256);
      expect(body).toContain(head.hash);
    }
  });
});

describe("nobody chooses who checks him", () => {
  async function invitedPublisher(invitedById: string, grantedById: string | null): Promise<Staff> {
    const invited = await person("PUBLISHER", { editionId: world.edition.id });
    await db.membership.updateMany({ where: { userId: invited.userId }, data: { grantedById } });
    await db.invitation.create({
      data: {
        tokenHash: `hash ${invited.userId}`, email: `${invited.userId}@contoh.test`, role: "PUBLISHER", editionId: world.edition.id, invitedById,
        expiresAt: new Date(), acceptedAt: new Date(), acceptedById: invited.userId,
      },
    });
    return invited;
  }

  it("refuses the publisher whom the composer has invited, and one with the role from the composer", async () => {
    const [invited, granted] = [await invitedPublisher(world.secretary.userId, null), await person("PUBLISHER", { editionId: world.edition.id })];
    await db.membership.updateMany({ where: { userId: granted.userId }, data: { grantedById: world.secretary.userId } });
    for (const who of [invited, granted]) expect(await publishAs(who)).toMatchObject(refusal("results.problem.publisherMadeByComposer"));
    expect(await publishAs(await invitedPublisher(world.otherPublisher.userId, world.otherPublisher.userId))).toMatchObject({ status: "redirected" });
  });

  it("refuses the account that the composer's invitation opened, whoever gave the role later", async () => {
    const opened = await person("PUBLISHER", { editionId: world.edition.id });
    await db.membership.updateMany({ where: { userId: opened.userId }, data: { grantedById: world.otherPublisher.userId } });
    await db.invitation.create({
      data: {
        tokenHash: `hash ${opened.userId}`, email: "x@contoh.test", role: "EVALUATOR", editionId: world.edition.id, invitedById: world.secretary.userId,
        expiresAt: new Date(), acceptedAt: new Date(0), acceptedById: opened.userId,
      },
    });
    expect(await publishAs(opened)).toMatchObject(refusal("results.problem.publisherMadeByComposer"));
  });

  it("refuses a publisher from a super admin of the composer's making, at however many removes", async () => {
    const [near, far, independent] = [await person("SUPER_ADMIN", {}), await person("SUPER_ADMIN", {}), await person("SUPER_ADMIN", {})];
    const isGranted = (userId: string, grantedById: string) => db.membership.updateMany({ where: { userId }, data: { grantedById } });
    await isGranted(near.userId, world.secretary.userId);
    await isGranted(far.userId, near.userId);
    const made = await invitedPublisher(far.userId, far.userId);
    expect(await publishAs(made)).toMatchObject(refusal("results.problem.publisherMadeByComposer"));

    await db.passwordLink.create({
      data: { tokenHash: `hash ${independent.userId}`, userId: independent.userId, madeById: near.userId, expiresAt: new Date(), usedAt: new Date() },
    });
    expect(await publishAs(await invitedPublisher(independent.userId, independent.userId))).toMatchObject(refusal("results.problem.publisherMadeByComposer"));
    await db.passwordLink.deleteMany({ where: { userId: independent.userId } });
    expect(await publishAs(await invitedPublisher(independent.userId, independent.userId))).toMatchObject({ status: "redirected" });
  });

  it("refuses whoever froze the ranking, though others composed", async () => {
    world = await resultsWorld([{}, {}, {}, {}, { group: "khusus" }]);
    await reviewEverything(world);
    const freezer = await person("SECRETARIAT", { editionId: world.edition.id });
    await sendAs(freezer, freeze, world, { editionCode: world.edition.code });
    await sendAs(world.secretary, compose, world);
    await ready();
    const hat = await db.membership.create({ data: { userId: freezer.userId, role: "PUBLISHER", editionId: world.edition.id } });
    await db.session.updateMany({ where: { userId: freezer.userId }, data: { membershipId: hat.id } });
    expect(await publishAs(freezer)).toMatchObject(refusal("results.problem.publisherFroze"));
  });
});

describe("the publisher's page", () => {
  it("tells who froze, who composed and since when this person publishes; the secretariat reads whose page it is", async () => {
    askAs(world.publisher.sessionId);
    const { subject } = await loadPublishing({ slug: world.edition.slug, result: "top-99" });
    expect(subject).toMatchObject({ signs: true, publishable: { set: { frozenBy: world.secretary.name }, unusual: { ties: [], missing: [] } } });
    expect(subject.publishable!.role.since).toBeInstanceOf(Date);
    askAs(world.secretary.sessionId);
    expect((await loadPublishing({ slug: world.edition.slug, result: "top-99" })).subject.signs).toBe(false);
    expect((await loadDecision({ slug: world.edition.slug, result: "top-99", query: {} })).subject.may.publish).toBe(false);
  });
});
