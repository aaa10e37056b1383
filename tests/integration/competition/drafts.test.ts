import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { press } from "#tests/support/press";
import { askAs } from "#tests/support/request";
import { beforeAll, describe, expect, test } from "vitest";
import { openSession } from "@/lib/auth/session";
import { databaseNow, db } from "@/lib/db";
import { openEdition, prepareEdition, withdrawEdition } from "@/modules/competition/actions";
import { allEditions, editionBySlug, namedEditions } from "@/modules/competition/queries";
import { createEdition } from "@/modules/competition/repository/editions";
import { readRules } from "@/modules/competition/schema";
import { loadEdition } from "@/modules/results/loaders";
import { rulesChange } from "@/modules/submission/queries/proposal";

/** Rules before they are law: checked, kept, opened, replaced and taken back. The steps follow each other. */
const SLUG = "lomba-ambon-2031";
const RULES = readFileSync("tests/integration/whole-path/fourth-edition.yaml", "utf8");
const PAST = RULES.replaceAll("2031-", "2021-");

let superAdmin = "", secretary = "", organizerId = "", editionId = "";
const draft = randomUUID();

const check = (rules: string) => press(prepareEdition, { rules, draft: randomUUID(), version: "0", step: "check", replaces: "" });
const keep = (rules: string, more: object = {}) => press(prepareEdition, { rules, draft, version: "0", step: "keep", replaces: "", ...more });
const lines = (answer: Awaited<ReturnType<typeof check>>) =>
  ("details" in answer ? (answer.details as { path: string; quote: string }[]) : []).map(({ path, quote }) => [path, quote]);

beforeAll(async () => {
  await db.agency.createMany({ data: [{ code: "81.71", kind: "CITY", name: "Pemerintah Kota Ambon" }, { code: "33.02", kind: "REGENCY", name: "Pemerintah Kabupaten Banyumas" }] });
  const person = await db.user.create({ data: { email: "sistem@contoh.test", name: "Pengelola", memberships: { create: { role: "SUPER_ADMIN" } } } });
  superAdmin = await openSession(person.id);
});

describe("checking", () => {
  test("stores nothing, and tells each fault with its place and what stands in its line", async () => {
    askAs(superAdmin);
    const answer = await check(RULES.replace("weight: 50", "weight: 49"));
    expect(answer, "what they name is not looked up before they can be read").toMatchObject({ status: "refused", key: "competition.refused.checkedFirst" });
    expect(lines(answer)[0]).toEqual([expect.stringMatching(/^rubrics\..*\.criteria$/), "criteria:"]);
    expect(await check(RULES)).toMatchObject({ status: "done", message: expect.stringContaining("dapat dipakai"), details: [] });
    expect([await db.edition.count(), await db.editionDraft.count()]).toEqual([0, 0]);
  });

  test("only remarks that stages are past, where opening refuses them", async () => {
    askAs(superAdmin);
    const checked = await check(PAST);
    expect(checked, "the draft of it will say that it cannot be opened: so does this").toMatchObject({ status: "done", message: expect.stringContaining("belum dapat dibuka") });
    expect(lines(checked)[0]![0]).toMatch(/^stages\..*\.closesAt$/);
    expect(await press(openEdition, { rules: PAST })).toMatchObject({ status: "refused", key: "competition.refused.rules" });
    expect(await db.edition.count()).toBe(0);
  });

  test("names the agencies that nobody has registered, where they stand", async () => {
    askAs(superAdmin);
    const unknown = RULES.replace('agency: "81.71"', 'agency: "81.72"').replace('within: "81.71"', 'within: "81.99"');
    const found = [["organizer.agency", 'agency: "81.72"'], ["participants.within", 'within: "81.99"']];
    expect(lines(await check(unknown))).toEqual(found);
    expect(lines(await press(openEdition, { rules: unknown }))).toEqual(found);
  });

  test("does not hold for what the seed loads: an edition of the past", async () => {
    const read = readRules(PAST.replaceAll(SLUG, "lomba-lama").replace("LOMBA-AMBON-2031", "LAMA"));
    expect(read.ok && (await createEdition({ rules: read.rules, isDemo: false, createdById: null })).ok).toBe(true);
  });
});

describe("a draft", () => {
  test("is kept once however often the button is pressed, and no public page knows of it", async () => {
    askAs(superAdmin);
    expect(await keep(RULES)).toMatchObject({ status: "redirected", to: `/kelola/baru/${draft}` });
    expect(await keep(RULES)).toMatchObject({ status: "redirected" });
    expect(await db.editionDraft.count()).toBe(1);
    expect(await loadEdition({ slug: SLUG })).toBeNull();
    expect((await allEditions()).map(({ slug }) => slug)).not.toContain(SLUG);
  });

  test("that somebody else changed meanwhile is neither overwritten nor opened", async () => {
    askAs(superAdmin);
    expect(await keep(RULES.replace("LOMBA-AMBON-2031", "LAIN"))).toMatchObject({ status: "refused", key: "common.errors.changedMeanwhile" });
    expect(await keep(RULES, { version: "1" })).toMatchObject({ status: "redirected" });
    expect(await press(openEdition, { draft, version: "1" })).toMatchObject({ status: "refused", key: "common.errors.changedMeanwhile" });
    expect(await editionBySlug(SLUG)).toBeNull();
  });

  test("becomes an edition and is over", async () => {
    askAs(superAdmin);
    expect(await press(openEdition, { draft, version: "2" })).toMatchObject({ status: "redirected", to: `/kompetisi/${SLUG}` });
    const edition = (await editionBySlug(SLUG))!;
    [editionId, organizerId] = [edition.id, edition.organizerId];
    expect(await press(openEdition, { draft, version: "2" })).toMatchObject({ status: "refused", key: "common.errors.notFound" });
    const person = await db.user.create({
      data: { email: "sekretaris@contoh.test", name: "Sekretaris", memberships: { create: { role: "SECRETARIAT", editionId } } },
    });
    secretary = await openSession(person.id);
  });

  test("of a secretariat names its own organiser, and is opened by the super admin alone", async () => {
    const next = RULES.replaceAll("2031", "2032");
    const id = randomUUID();
    askAs(secretary);
    const answer = await check(next.replace('agency: "81.71"', 'agency: "33.02"'));
    expect(lines(answer)).toEqual([["organizer.agency", 'agency: "33.02"']]);
    expect(await keep(next, { draft: id })).toMatchObject({ status: "redirected" });
    expect(await db.editionDraft.findUnique({ where: { id } })).toMatchObject({ organizerId });
    expect(await press(openEdition, { draft: id, version: "1" })).toMatchObject({ status: "refused", key: "common.errors.notAllowed" });
  });
});

test("what happens to a draft is in the trail with its title", async () => {
  const id = randomUUID();
  askAs(superAdmin);
  expect(await keep(RULES, { draft: id })).toMatchObject({ status: "redirected" });
  const discard = { rules: "", draft: id, version: "1", step: "discard", replaces: "" };
  expect(await press(prepareEdition, discard), "asked once more").toMatchObject({ status: "invalid", errors: [{ field: "understood" }] });
  expect(await press(prepareEdition, { ...discard, understood: "yes" })).toMatchObject({ status: "redirected", to: "/kelola/baru?dibuang=1" });
  const events = await db.auditEvent.findMany({ where: { action: { in: ["competition.keepDraft", "competition.discardDraft"] }, body: { contains: id } } });
  expect(events.map(({ body }) => (JSON.parse(body) as { details: unknown }).details)).toEqual([1, 2].map(() => ({ title: "Lomba Layanan Kota Ambon 2031" })));
});

describe("an edition in which nothing was filed", () => {
  const other = randomUUID();
  const REASON = "Bobot dan pertanyaan diperbaiki.";
  let submissionId = "";

  test("gets other rules: a second version, proposals that know what is new, and a reason", async () => {
    submissionId = await begun();
    const changed = RULES.replace(/maxWords: \d+/, "maxWords: 77");
    askAs(superAdmin);
    expect(await keep(changed, { draft: other, replaces: SLUG })).toMatchObject({ status: "redirected" });
    expect(await press(openEdition, { draft: other, version: "1" })).toMatchObject({ status: "refused", key: "competition.refused.reasonMissing" });
    expect(await press(openEdition, { draft: other, version: "1", reason: REASON })).toMatchObject({ status: "redirected" });
    expect(await db.rulesVersion.findMany({ where: { editionId }, orderBy: { number: "asc" }, select: { number: true } })).toEqual([{ number: 1 }, { number: 2 }]);
    expect(await newsOf(submissionId)).toMatchObject({ withdrawn: null, news: [{ kind: "SECTION_CHANGED" }] });
    const [event] = await db.auditEvent.findMany({ where: { action: "competition.replaceRules", editionId } });
    expect(event!.body).toContain(REASON);
  });

  test("leaves its names to it: whoever copies its rules is told before opening them", async () => {
    askAs(superAdmin);
    const answer = await check(RULES);
    expect(answer).toMatchObject({ status: "refused", key: "competition.refused.checked" });
    expect(lines(answer).map(([path]) => path)).toEqual(["edition.slug", "edition.code"]);
    expect(lines(await check(RULES.replaceAll("2031", "2040")))).toEqual([]);
  });

  test("cannot become another edition by it", async () => {
    askAs(superAdmin);
    const answer = await press(prepareEdition, { rules: RULES.replaceAll("2031", "2040"), draft: randomUUID(), version: "0", step: "check", replaces: SLUG });
    expect(lines(answer).map(([path]) => path)).toEqual(["edition.slug", "edition.code"]);
  });

  test("closes registration no earlier than announced by it, nor undoes an extension", async () => {
    const opened = async (rules: string) => {
      const id = randomUUID();
      askAs(superAdmin);
      await keep(rules, { draft: id, replaces: SLUG });
      return press(openEdition, { draft: id, version: "1", reason: REASON });
    };
    const refused = { status: "refused", key: "competition.refused.rulesCloseEarlier" };
    const registration = { where: { editionId, kind: "REGISTRATION" } } as const;
    const { closesAt } = await db.stage.findFirstOrThrow(registration);
    expect(await opened(RULES.replace("closesAt: 2031-02-28T23:59", "closesAt: 2031-02-20T23:59"))).toMatchObject(refused);
    await db.stage.updateMany({ ...registration, data: { closesAt: new Date(closesAt.getTime() + 60_000) } });
    expect(await opened(RULES)).toMatchObject(refused);
    await db.stage.updateMany({ ...registration, data: { closesAt } });
    expect(await db.rulesVersion.count({ where: { editionId } })).toBe(2);
  });

  test("is taken back: gone for the public, told to those who write, and open again with other rules", async () => {
    askAs(superAdmin);
    expect(await press(withdrawEdition, { slug: SLUG, reason: "Dibuka karena keliru." })).toMatchObject({ status: "redirected" });
    expect([await loadEdition({ slug: SLUG }), (await namedEditions()).some(({ slug }) => slug === SLUG)]).toEqual([null, false]);
    expect(await newsOf(submissionId)).toMatchObject({ withdrawn: "Dibuka karena keliru." });
    const again = randomUUID();
    expect(await keep(RULES, { draft: again, replaces: SLUG })).toMatchObject({ status: "redirected" });
    expect(await press(openEdition, { draft: again, version: "1", reason: REASON })).toMatchObject({ status: "redirected" });
    expect(await loadEdition({ slug: SLUG })).not.toBeNull();
  });

  test("but not once something was filed", async () => {
    const person = await db.user.findFirstOrThrow();
    const agency = await db.agency.findFirstOrThrow();
    await db.receipt.create({ data: { organizerId, editionId, agencyId: agency.id, number: "TT-1", filedAt: await databaseNow(), filedById: person.id } });
    askAs(superAdmin);
    expect(await press(withdrawEdition, { slug: SLUG, reason: "Dibuka karena keliru." })).toMatchObject({ status: "refused", key: "competition.refused.alreadyFiled" });
    const late = randomUUID();
    expect(await keep(RULES, { draft: late, replaces: SLUG })).toMatchObject({ status: "redirected" });
    expect(await press(openEdition, { draft: late, version: "1", reason: REASON })).toMatchObject({ status: "refused", key: "competition.refused.alreadyFiled" });
    expect(await db.rulesVersion.count({ where: { editionId } })).toBe(3);
  });
});

/** A proposal begun under the rules as they are. */
async function begun(): Promise<string> {
  const edition = (await editionBySlug(SLUG))!;
  const unit = await db.agency.create({ data: { code: "81.71/dinas", kind: "AGENCY_UNIT", name: "Dinas" } });
  const person = await db.user.findFirstOrThrow();
  const innovation = await db.innovation.create({ data: { code: "INO-2031-00001F", title: "Satu", agencyId: unit.id } });
  const { id } = await db.submission.create({
    data: {
      organizerId, editionId, rulesVersionId: edition.rulesVersionId, innovationId: innovation.id, title: "Satu", code: "INV-2031-00001F",
      groupKey: edition.rules.groups[0]!.key, categoryKey: edition.rules.categories[0]!.key, unitId: unit.id, agencyId: unit.id, ownerId: person.id,
      implementedSince: new Date("2020-01-01"), signatory: "Kepala",
    },
  });
  return id;
}

async function newsOf(id: string) {
  const edition = await db.edition.findUniqueOrThrow({ where: { id: editionId }, include: { rules: { orderBy: { number: "desc" }, take: 1 } } });
  const row = await db.submission.findUniqueOrThrow({ where: { organizerId_id: { organizerId, id } } });
  return rulesChange({ ...row, rules: edition.rules[0]!.document } as unknown as Parameters<typeof rulesChange>[0]);
}
