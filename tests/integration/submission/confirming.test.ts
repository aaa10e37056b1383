import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "@/lib/db";
import { selectionReading } from "@/modules/selection/queries/reading";
import { fileSubmissions, review } from "@/modules/submission/actions/filing";
import { loadAgencyReading } from "@/modules/submission/loaders/filing";
import { press } from "../../support/press";
import { askAs } from "../../support/request";
import { draft, rinaADayBeforeTheClose, writingWorld, type WritingWorld } from "../../support/writing-world";

const BASIS = "Surat asli sudah dilihat";
let world: WritingWorld;
let code: string;

beforeAll(async () => {
  world = await writingWorld();
});
beforeEach(async () => {
  await rinaADayBeforeTheClose(world);
  const made = await draft(world, "AGENCY_REVIEW");
  ({ code } = made);
  await db.submissionStatement.create({
    data: {
      organizerId: made.organizerId, submissionId: made.id, key: "pelaksanaan", signer: "Wali Kota", agreedById: world.rina.userId, agreedByName: "Rina",
    },
  });
  askAs(world.admin.sessionId);
});

const current = () => db.submission.findUniqueOrThrow({ where: { code } });
const decide = async (by: string, change: Record<string, string | string[]> = {}) =>
  press(review, { code, version: String((await current()).version), decide: by, ...change });
const confirmations = async () => (await loadAgencyReading({ code, query: {} })).subject.confirmations;

test("the page tells who stated in whose name, and that nobody confirmed it yet", async () => {
  const { subject } = await loadAgencyReading({ code, query: {} });
  expect(subject.statementsGiven).toMatchObject([{ signer: "Wali Kota", agreedBy: "Rina" }]);
  expect(subject).toMatchObject({ confirmations: [], confirmationsAsked: ["SIGNATURES"] });
});

test("nothing is endorsed before the admin confirms by an own tick and says how they know; what was typed stays", async () => {
  expect(await decide("endorse", { basis: BASIS })).toMatchObject({ status: "refused", key: "filing.refused.notConfirmed", typed: { basis: BASIS } });
  expect(await decide("endorse", { "confirm[]": ["SIGNATURES"] })).toMatchObject({ status: "refused", key: "filing.refused.noBasis" });
  expect((await current()).status).toBe("AGENCY_REVIEW");
});

test("the confirmation stands with name, moment and words, before the selector and under the receipt; it falls with the endorsement", async () => {
  const confirm = { "confirm[]": ["SIGNATURES"], basis: BASIS };
  await decide("endorse", confirm);
  expect(await confirmations()).toEqual([{ kind: "SIGNATURES", basis: BASIS, confirmedByName: expect.any(String), confirmedAt: expect.any(Date) }]);
  await decide("unendorse");
  expect(await confirmations()).toEqual([]);
  await decide("endorse", confirm);
  await press(fileSubmissions, { edition: "kipp-2021", key: randomUUID(), "codes[]": [code] });
  const reading = await selectionReading(code);
  expect(reading?.confirmations).toMatchObject([{ kind: "SIGNATURES", basis: BASIS }]);
  expect(await db.receiptItem.findFirstOrThrow({ where: { submission: { code } } })).toMatchObject({ format: 3 });
});

test("another unit's innovation is marked, and endorsed only with that unit's word confirmed", async () => {
  const office = await db.agency.create({ data: { code: "73.72/dinas-sosial", kind: "AGENCY_UNIT", name: "Dinas Sosial" } });
  await db.innovation.update({ where: { id: (await current()).innovationId }, data: { agencyId: office.id } });
  const { subject } = await loadAgencyReading({ code, query: {} });
  expect(subject).toMatchObject({ owner: { name: "Dinas Sosial", belonging: "OTHER_UNIT" }, confirmationsAsked: ["SIGNATURES", "OTHER_UNIT"] });
  expect(await decide("endorse", { "confirm[]": ["SIGNATURES"], basis: BASIS })).toMatchObject({ key: "filing.refused.notConfirmed" });
  expect(await decide("endorse", { "confirm[]": ["SIGNATURES", "OTHER_UNIT"], basis: BASIS })).toMatchObject({ status: "redirected" });
  expect((await confirmations()).map(({ kind }) => kind)).toEqual(["SIGNATURES", "OTHER_UNIT"]);
});
