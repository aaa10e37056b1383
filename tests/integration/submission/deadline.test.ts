import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { databaseNow, db } from "@/lib/db";
import { autosave, deadline, registration } from "@/modules/submission/endpoints";
import { loadAgencyReading } from "@/modules/submission/loaders/filing";
import { loadSection } from "@/modules/submission/loaders/writing";
import { ask } from "../../support/ask";
import { closeRegistrationIn } from "../../support/filing-world";
import { askAs } from "../../support/request";
import { draft, rinaADayBeforeTheClose, writingWorld, type WritingWorld } from "../../support/writing-world";

const DAY = 24 * 60 * 60 * 1000;

let world: WritingWorld;
let code: string;
beforeAll(async () => {
  world = await writingWorld();
});
beforeEach(async () => {
  await db.stageChange.deleteMany();
  await rinaADayBeforeTheClose(world);
  ({ code } = await draft(world));
});

async function move(milliseconds: number): Promise<{ before: Date; after: Date }> {
  const stage = await db.stage.findFirstOrThrow({ where: { editionId: world.edition.id, kind: "REGISTRATION" } });
  const after = await closeRegistrationIn(world.edition.id, milliseconds);
  const { organizerId, id: stageId, opensAt: opensBefore, closesAt: closesBefore } = stage;
  await db.stageChange.create({ data: { organizerId, stageId, opensBefore, closesBefore, reason: "Surat B/1.", changedById: world.admin.userId, changedAt: await databaseNow() } });
  return { before: closesBefore, after };
}

describe("a page that is open while the deadline moves", () => {
  test("hears the new closing time, and the server's time, with its next save", async () => {
    const { after } = await move(5 * DAY);
    const before = await databaseNow();
    const { body } = await ask(autosave, { writerId: world.rina.userId, code, section: "ringkasan", body: "Masih sempat.", version: 1 }) as unknown as { body: { deadline: { now: string; closesAt: string } } };
    expect(body.deadline.closesAt).toBe(after.toISOString());
    expect(new Date(body.deadline.now).getTime()).toBeGreaterThanOrEqual(before.getTime());
  });

  test("hears it when it asks, also after the close, and whoever reads for the agency too", async () => {
    const { after } = await move(-DAY);
    const answer = { status: 200, body: { now: expect.any(String), closesAt: after.toISOString() } };
    expect(await ask(deadline, { code })).toEqual(answer);
    askAs(world.admin.sessionId);
    expect(await ask(deadline, { code })).toEqual(answer);
  });

  test("hears it where no proposal is written yet, or several are filed, by its edition", async () => {
    const { after } = await move(3 * DAY);
    const answer = { status: 200, body: { now: expect.any(String), closesAt: after.toISOString() } };
    for (const { sessionId } of [world.rina, world.admin]) {
      askAs(sessionId);
      expect(await ask(registration, { edition: world.edition.slug })).toEqual(answer);
    }
    expect(await ask(registration, { edition: "tidak-ada" })).toMatchObject({ status: 404 });
  });

  test("strangers hear nothing", async () => {
    askAs(world.foreigner.sessionId);
    expect(await ask(deadline, { code })).toMatchObject({ status: 404 });
    askAs(world.stranger.sessionId);
    expect(await ask(deadline, { code })).toMatchObject({ status: 404 });
  });
});

test("a page that is opened later knows the first closing time, and the zone of its agency", async () => {
  expect((await loadSection({ code, section: "ringkasan" })).subject.registration?.moved ?? null).toBeNull();
  const { before } = await move(3 * DAY);
  await move(6 * DAY);
  expect((await loadSection({ code, section: "ringkasan" })).subject.registration?.moved?.from).toEqual(before);
  askAs(world.admin.sessionId);
  const { subject } = await loadAgencyReading({ code, query: {} });
  expect(subject.registration?.moved?.from).toEqual(before);
  expect(subject.localZone, "Parepare").toBe("Asia/Makassar");
});
