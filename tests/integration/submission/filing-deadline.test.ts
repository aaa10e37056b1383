import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { databaseNow, db } from "@/lib/db";
import { editionBySlug } from "@/modules/competition/queries";
import { fileSubmissions } from "@/modules/submission/actions/filing";
import { fileBatch } from "@/modules/submission/repository/filing";
import { closeRegistrationIn, filingWorld, type FilingWorld, proposal } from "../../support/filing-world";
import { press } from "../../support/press";
import { askAs } from "../../support/request";

const DAY = 24 * 60 * 60 * 1000;

let world: FilingWorld;
beforeAll(async () => {
  world = await filingWorld();
});

const file = (codes: string[], key: string = randomUUID()) =>
  press(fileSubmissions, { edition: "kipp-2021", key, "codes[]": codes });

/** Past the door, straight to the transaction: what decides when the page was opened in time. */
async function fileInTransaction(code: string) {
  const edition = await editionBySlug("kipp-2021");
  return fileBatch({
    edition: edition!, agencyId: world.own.id, by: { ...world.admin, name: "Orang" }, key: randomUUID(), codes: [code], closesAtText: "x",
  });
}

describe("the close of registration", () => {
  test("after it nothing is filed, the refusal names the time with its zone, and the selection is handed back", async () => {
    const { code, id } = await proposal(world);
    const closesAt = await closeRegistrationIn(world.edition.id, -1_000);
    askAs(world.admin.sessionId);

    const answer = await file([code]);

    expect(answer).toMatchObject({ status: "refused", key: "filing.refused.closed", typed: { "codes[]": code } });
    const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "Asia/Jakarta" }).format(closesAt);
    expect(answer).toMatchObject({ because: expect.stringContaining(`pukul ${clock.replace(":", ".")} WIB`) });
    expect((await db.submission.findUniqueOrThrow({ where: { code } })).status).toBe("ENDORSED");
    expect(await db.statusMove.count({ where: { submissionId: id } })).toBe(0);
    expect(await db.receipt.count()).toBe(0);
  });

  test("before it opens nothing is filed either", async () => {
    const { code } = await proposal(world);
    await closeRegistrationIn(world.edition.id, 60 * DAY);
    askAs(world.admin.sessionId);
    expect(await file([code])).toMatchObject({ status: "refused", key: "filing.refused.notOpen" });
  });

  test("one second before it a batch is filed, one second after it is not, by the database's clock", async () => {
    const [early, late] = [await proposal(world), await proposal(world)];
    const closesAt = await closeRegistrationIn(world.edition.id, 1_000);
    expect((await fileInTransaction(early.code)).ok).toBe(true);

    while ((await databaseNow()) < new Date(closesAt.getTime() + 1_000)) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await fileInTransaction(late.code)).toEqual({ ok: false, refusal: { key: "filing.refused.closed", values: { closesAt: "x" } } });

    const filed = await db.submission.findUniqueOrThrow({ where: { code: early.code } });
    expect(filed.submittedAt! <= closesAt).toBe(true);
    expect((await db.submission.findUniqueOrThrow({ where: { code: late.code } })).status).toBe("ENDORSED");
  });

  test("around the close every batch is filed exactly when it was received in time, and never after", async () => {
    const proposals = [];
    for (let n = 0; n < 8; n += 1) proposals.push(await proposal(world, { groupKey: "khusus" }));
    const closesAt = await closeRegistrationIn(world.edition.id, 250);

    const results = await Promise.all(proposals.map(async ({ code }, place) => {
      await new Promise((resolve) => setTimeout(resolve, place * 70));
      return fileInTransaction(code);
    }));

    const rows = await Promise.all(proposals.map(({ code }) => db.submission.findUniqueOrThrow({ where: { code } })));
    rows.forEach((row, place) => {
      expect(row.status).toBe(results[place]?.ok ? "SUBMITTED" : "ENDORSED");
      if (row.submittedAt) expect(row.submittedAt <= closesAt).toBe(true);
    });
    expect(results[0]?.ok).toBe(true);
    expect(results.at(-1)?.ok).toBe(false);
  });

  test("a form that was answered in time gets the same answer when it is sent again after the close", async () => {
    const { code } = await proposal(world, { groupKey: "khusus" });
    await closeRegistrationIn(world.edition.id, DAY);
    askAs(world.admin.sessionId);
    const key = randomUUID();
    const first = await file([code], key);
    await closeRegistrationIn(world.edition.id, -1_000);

    expect(first.status).toBe("redirected");
    expect(await file([code], key)).toEqual(first);
  });

  test("an extension counts at once for a page that was opened before it", async () => {
    const { code } = await proposal(world, { groupKey: "khusus" });
    await closeRegistrationIn(world.edition.id, -1_000);
    askAs(world.admin.sessionId);
    const key = randomUUID();
    expect((await file([code], key)).status).toBe("refused");

    await closeRegistrationIn(world.edition.id, DAY);
    expect((await file([code], key)).status).toBe("redirected");
  });
});
