import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { appendAudit } from "@/lib/audit";
import { db, inTransaction } from "@/lib/db";
import { firstFault, type ChainedEvent } from "@/modules/audit/domain/chain";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const event = (id: string) => ({ actorId: null, action: "test.event", subject: { type: "test", id }, details: { text: "“é” \u202e" } });

async function chain(): Promise<ChainedEvent[]> {
  return db.auditEvent.findMany({ orderBy: { seq: "asc" }, select: { seq: true, at: true, body: true, prevHash: true, hash: true } });
}

describe("the audit log", () => {
  test("chains what forty transactions write at once, without a gap", async () => {
    await Promise.all(Array.from({ length: 40 }, (_, index) => inTransaction((tx) => appendAudit(tx, event(String(index))))));
    const events = await chain();
    expect(events).toHaveLength(40);
    expect(firstFault(events, null, sha256)).toBeNull();
  });

  test("keeps nothing of a transaction that failed", async () => {
    const before = (await chain()).length;
    await expect(
      inTransaction(async (tx) => {
        await appendAudit(tx, event("lost"));
        throw new Error("rolled back");
      }),
    ).rejects.toThrow("rolled back");
    await inTransaction((tx) => appendAudit(tx, event("after")));
    const events = await chain();
    expect(events).toHaveLength(before + 1);
    expect(firstFault(events, null, sha256)).toBeNull();
  });

  test.each([
    ["changed", () => db.$executeRaw`update "AuditEvent" set body = '{}' where seq = 1`],
    ["deleted", () => db.$executeRaw`delete from "AuditEvent" where seq = 1`],
    ["emptied", () => db.$executeRaw`truncate "AuditEvent"`],
  ])("cannot be %s", async (_, tamper) => {
    await expect(tamper()).rejects.toThrow(/only grows/);
  });

  test("names the first event that somebody changed behind the trigger's back", async () => {
    await db.$executeRaw`alter table "AuditEvent" disable trigger audit_only_grows`;
    await db.$executeRaw`update "AuditEvent" set body = '{"forged":true}' where seq = 3`;
    await db.$executeRaw`alter table "AuditEvent" enable trigger audit_only_grows`;
    expect(firstFault(await chain(), null, sha256)).toEqual({ seq: 3n, fault: "ALTERED" });
  });
});
