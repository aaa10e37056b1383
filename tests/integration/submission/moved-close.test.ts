import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db";
import { loadAgencyDesk, loadAgencyReading } from "@/modules/submission/loaders/filing";
import { loadOwnSubmissions, loadSection, loadStart } from "@/modules/submission/loaders/writing";
import { askAs } from "../../support/request";
import { draft, rinaADayBeforeTheClose, writingWorld, type WritingWorld } from "../../support/writing-world";

const DAY = 24 * 60 * 60 * 1000;
let world: WritingWorld;
let first: Date;
let code = "";

beforeAll(async () => {
  world = await writingWorld();
  ({ code } = await draft(world));
  await rinaADayBeforeTheClose(world);
  const { organizerId, id: stageId, opensAt, closesAt } = await db.stage.findFirstOrThrow({ where: { editionId: world.edition.id, kind: "REGISTRATION" } });
  first = new Date(closesAt.getTime() - 5 * DAY);
  for (const [index, closesBefore] of [first, new Date(first.getTime() + DAY)].entries())
    await db.stageChange.create({
      data: { organizerId, stageId, opensBefore: opensAt, closesBefore, reason: "Gangguan listrik.", changedById: world.rina.userId, changedAt: new Date(Date.now() - 1000 + index) },
    });
});

test("a close that was extended twice is said to be extended, with the first date, wherever one works towards it", async () => {
  askAs(world.rina.sessionId);
  const moved = { kind: "EXTENDED", from: first };
  expect((await loadOwnSubmissions({ query: {} })).subject.submissions[0]?.registration).toMatchObject({ moved });
  expect((await loadSection({ code, section: "ringkasan" })).subject.registration).toMatchObject({ moved });
  expect((await loadStart({ query: {} })).subject.editions[0]?.registration).toMatchObject({ moved });

  askAs(world.admin.sessionId);
  expect((await loadAgencyDesk({ query: {} })).subject.edition?.registration).toMatchObject({ moved });
  expect((await loadAgencyReading({ code, query: {} })).subject.registration).toMatchObject({ moved });
});
