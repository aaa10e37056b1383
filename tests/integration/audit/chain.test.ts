import { createHash, randomUUID } from "node:crypto";
import { asOwner } from "#tests/support/owner";
import { describe, expect, test } from "vitest";
import { askAs } from "#tests/support/request";
import { appendAudit, chainHead, recordDenial } from "@/lib/audit";
import { db, inTransaction } from "@/lib/db";
import { openSession } from "@/lib/auth/session";
import { loadChainCheck } from "@/modules/audit/loaders";
import { firstFault, type ChainedEvent, type ShownParts } from "@/modules/audit/domain/chain";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const event = (id: string) => ({ actorId: null, action: "test.event", subject: { type: "test", id }, details: { text: "“é” \u202e" } });

async function chain(): Promise<(ChainedEvent & ShownParts)[]> {
  return db.auditEvent.findMany({ orderBy: { seq: "asc" } });
}

/** As somebody who owns the database could. */
const behindTheTrigger = (...statements: string[]) =>
  asOwner('alter table "AuditEvent" disable trigger audit_only_grows', ...statements, 'alter table "AuditEvent" enable trigger audit_only_grows');

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
    await expect(tamper()).rejects.toThrow(/permission denied/);
  });

  test.each(['update "AuditEvent" set body = \'{}\' where seq = 1', 'delete from "AuditEvent" where seq = 1', 'truncate "AuditEvent"'])("not even by its owner while the trigger stands: %s", async (statement) => {
    await expect(asOwner(statement)).rejects.toThrow(/only grows/);
  });

  test.each([
    'alter table "AuditEvent" disable trigger audit_only_grows', 'update "AuditHead" set seq = 1', 'create table mine (id int)',
    'insert into "AuditEvent" (seq, at, action, "subjectType", "subjectId", body, "prevHash", hash) values (1000, \'\', \'a\', \'b\', \'c\', \'{}\', \'\', \'\')',
    'drop trigger publication_frozen on "Publication"', 'create or replace function append_audit_event(uuid, text, text, text, uuid, text) returns bigint language sql as \'select 1\'',
  ])("and the portal's role may not: %s", async (statement) => {
    await expect(db.$executeRawUnsafe(statement)).rejects.toThrow(/permission denied|must be owner/);
  });

  test.each([
    ["action", "another.event"], ["actorId", randomUUID()], ["subjectType", "another"], ["subjectId", "another"], ["editionId", randomUUID()],
  ])("names an event whose %s somebody changed behind the trigger's back", async (column, value) => {
    const before = await db.auditEvent.findUniqueOrThrow({ where: { seq: 4n } });
    const was = before[column as keyof typeof before];
    await behindTheTrigger(`update "AuditEvent" set "${column}" = '${value}' where seq = 4`);
    expect(firstFault(await chain(), null, sha256)).toEqual({ seq: 4n, fault: "SHOWN_OTHERWISE" });
    await behindTheTrigger(`update "AuditEvent" set "${column}" = ${was === null ? "null" : `'${was}'`} where seq = 4`);
    expect(firstFault(await chain(), null, sha256)).toBeNull();
  });

  test("names the first event that somebody changed behind the trigger's back", async () => {
    await behindTheTrigger(`update "AuditEvent" set body = '{"forged":true}' where seq = 3`);
    expect(firstFault(await chain(), null, sha256)).toEqual({ seq: 3n, fault: "ALTERED" });
  });
});

describe("the check of the trail", () => {
  const check = async (patokan?: string) => {
    const auditor = await db.user.create({ data: { email: `${randomUUID()}@contoh.test`, name: "Auditor", memberships: { create: { role: "AUDITOR" } } } });
    askAs(await openSession(auditor.id));
    return (await loadChainCheck({ patokan })).subject;
  };

  test("says cut, where the chain alone says whole, when its last events are gone", async () => {
    const { seq } = (await inTransaction(chainHead))!;
    await behindTheTrigger(`delete from "AuditEvent" where seq > ${seq - 2}`);
    expect((await check()).anchorFault).toMatchObject({ fault: "CUT", anchor: { seq: BigInt(seq), source: "HEAD" } });
    // Whoever owns both can hide it here, and not from what was noted outside.
    await asOwner(`update "AuditHead" set seq = ${seq - 2}, hash = (select hash from "AuditEvent" order by seq desc limit 1)`);
    expect((await check()).anchorFault).toBeNull();
    expect((await check(`${seq}:${"a".repeat(64)}`)).anchorFault).toMatchObject({ fault: "CUT", anchor: { source: "ASKED" } });
    expect((await check(`${seq - 3}:${"a".repeat(64)}`)).anchorFault).toMatchObject({ fault: "REWRITTEN" });
    const { hash } = (await chain()).at(-2)!;
    expect(await check(`${seq - 3}:${hash}`)).toMatchObject({ anchorFault: null, isUnreadable: false });
    expect(await check("not an anchor")).toMatchObject({ isUnreadable: true });
  });

  test("says cut where a receipt or a published list carries a head behind the end", async () => {
    const { seq, hash } = (await inTransaction(chainHead))!;
    const carry = (table: "Receipt" | "Publication", columns: string, values: string) =>
      asOwner("set session_replication_role = replica", `insert into "${table}" ("organizerId", id, "auditSeq", "auditHash", ${columns}) values (gen_random_uuid(), gen_random_uuid(), ${seq}, '${hash}', ${values})`);
    const takeAway = (table: "Receipt" | "Publication") => asOwner("set session_replication_role = replica", `delete from "${table}"`);
    const cut = async () => {
      await behindTheTrigger(`delete from "AuditEvent" where seq >= ${seq}`);
      await asOwner(`update "AuditHead" set seq = ${seq - 1}, hash = (select hash from "AuditEvent" order by seq desc limit 1)`);
    };
    await carry("Receipt", '"editionId", "agencyId", number, "filedAt", "filedById"', "gen_random_uuid(), gen_random_uuid(), 'TT-1', now(), gen_random_uuid()");
    expect(await check()).toMatchObject({ anchorFault: null, anchors: 2 });
    await cut();
    expect((await check()).anchorFault).toMatchObject({ fault: "CUT", anchor: { seq: BigInt(seq), source: "RECEIPT" } });
    await takeAway("Receipt");
    await carry("Publication", '"editionId", "resultKey", "setId", version, state, "publishedById"', "gen_random_uuid(), 'top-99', gen_random_uuid(), 1, 'PROVISIONAL', gen_random_uuid()");
    expect((await check()).anchorFault).toMatchObject({ fault: "CUT", anchor: { source: "PUBLISHED" } });
    await takeAway("Publication");
    expect((await check()).anchorFault).toBeNull();
  });

  test("says whether the portal's own role could change the log: here it cannot", async () => {
    expect(await check()).toMatchObject({ ownsTrail: false });
  });
});

test("of a hundred equal refusals of one person three stand in the trail, with their number", async () => {
  const [actorId, other] = [randomUUID(), randomUUID()];
  for (let n = 0; n < 100; n += 1) await recordDenial("accounts.invite", actorId, "common.errors.notAllowed");
  await recordDenial("accounts.invite", other, "common.errors.notAllowed");
  await recordDenial("results.publish", actorId, "common.errors.notAllowed");
  const events = await db.auditEvent.findMany({ where: { action: "access.denied" }, orderBy: { seq: "asc" } });
  const times = events.map(({ actorId: who, subjectId, body }) => [who === actorId, subjectId, JSON.parse(body).details.times]);
  expect(times).toEqual([
    [true, "accounts.invite", 1], [true, "accounts.invite", 10], [true, "accounts.invite", 100], [false, "accounts.invite", 1], [true, "results.publish", 1],
  ]);
});
