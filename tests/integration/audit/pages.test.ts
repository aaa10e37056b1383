import { expect, test } from "vitest";
import { appendAudit } from "@/lib/audit";
import { openSession } from "@/lib/auth/session";
import { db, inTransaction } from "@/lib/db";
import { loadAudit } from "@/modules/audit/loaders";
import { askAs } from "../../support/request";

const write = (id: number) =>
  inTransaction((tx) => appendAudit(tx, { actorId: null, action: "test.event", subject: { type: "test", id: String(id) } }));

test("the audit log is read in pages of fifty, and offers an older page only where one follows", async () => {
  const auditor = await db.user.create({
    data: { email: "auditor@contoh.test", name: "Auditor", memberships: { create: { role: "AUDITOR" } } },
  });
  askAs(await openSession(auditor.id));
  const page = async (before?: bigint) => (await loadAudit({ sebelum: before?.toString(), jenis: "test." })).subject.page;
  for (let n = 1; n <= 50; n += 1) await write(n);
  expect(await page()).toMatchObject({ rows: { length: 50 }, next: null });

  await write(51);

  const { rows, next } = await page();
  expect([rows.length, next]).toEqual([50, rows.at(-1)?.seq]);
  expect(await page(next!)).toMatchObject({ rows: [{ subjectId: "1" }], next: null });
});
