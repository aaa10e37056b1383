import { createHash, randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { appendAudit, chainHead } from "@/lib/audit";
import { db, inTransaction, type Transaction } from "@/lib/db";
import { firstFault, type ChainedEvent, type ShownParts } from "@/modules/audit/domain/chain";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const event = (id: string) => ({ actorId: null, action: "test.event", subject: { type: "test", id }, details: { text: "“é” \u202e" } });

async function chain(): Promise<(ChainedEvent & ShownParts)[]> {
  return db.auditEvent.findMany({ orderBy: { seq: "asc" } });
}

/** As somebody who owns the database could. */
async function behindTheTrigger(tamper: (tx: Transaction) => Promise<unknown>): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`alter table "AuditEvent" disable trigger audit_only_grows`;
    await tamper(tx);
    await tx.$executeRaw`alter table "AuditEvent" enable trigger audit_only_grows`;
  });
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

  test("tells its head, with what the same transaction appended", async () => {
    const [last] = (await chain()).slice(-1);
    expect(await inTransaction(chainHead)).toEqual({ seq: Number(last!.seq), hash: last!.hash });
    const within = await inTransaction(async (tx) => {
      await appendAudit(tx, event("within"));
      return chainHead(tx);
    });
    expect(within).toEqual({ seq: Number(last!.seq) + 1, hash: (await chain()).at(-1)!.hash });
  });

  test.each([
    ["changed", () => db.$executeRaw`update "AuditEvent" set body = '{}' where seq = 1`],
    ["deleted", () => db.$executeRaw`delete from "AuditEvent" where seq = 1`],
    ["emptied", () => db.$executeRaw`truncate "AuditEvent"`],
  ])("cannot be %s", async (_, tamper) => {
    await expect(tamper()).rejects.toThrow(/only grows/);
  });

  test.each([
    ["action", "another.event"], ["actorId", randomUUID()], ["subjectType", "another"], ["subjectId", "another"], ["editionId", randomUUID()],
  ])("names an event whose %s somebody changed behind the trigger's back", async (column, value) => {
    const before = await db.auditEvent.findUniqueOrThrow({ where: { seq: 4n } });
    await behindTheTrigger((tx) => tx.auditEvent.update({ where: { seq: 4n }, data: { [column]: value } }));
    expect(firstFault(await chain(), null, sha256)).toEqual({ seq: 4n, fault: "SHOWN_OTHERWISE" });
    await behindTheTrigger((tx) => tx.auditEvent.update({ where: { seq: 4n }, data: before }));
    expect(firstFault(await chain(), null, sha256)).toBeNull();
  });

  test("names the first event that somebody changed behind the trigger's back", async () => {
    await behindTheTrigger((tx) => tx.$executeRaw`update "AuditEvent" set body = '{"forged":true}' where seq = 3`);
    expect(firstFault(await chain(), null, sha256)).toEqual({ seq: 3n, fault: "ALTERED" });
  });
});
