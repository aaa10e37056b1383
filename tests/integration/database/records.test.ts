import { asOwner } from "#tests/support/owner";
import { describe, expect, test } from "vitest";
import { db } from "@/lib/db";

/** Records that are only ever followed by others. */
const RECORDS = [
  "AuditEvent", "DecisionMove", "Publication", "PublicationEntry", "PublicationFile", "RankingEntry", "RankingSnapshot", "Receipt", "ReceiptItem",
  "RulesVersion", "SelectionRelease", "SetReopening", "SnapshotSupersession", "StatusMove",
] as const;

const anyColumnOf = async (table: string) =>
  (await db.$queryRaw<{ column: string }[]>`
    select a.attname as column from pg_attribute a where a.attrelid = ${`"${table}"`}::regclass and a.attnum = 1`)[0]!.column;

describe.each(RECORDS)("%s", (table) => {
  test("is neither changed nor shortened by the portal's own role", async () => {
    const column = await anyColumnOf(table);
    await expect(db.$executeRawUnsafe(`update "${table}" set "${column}" = "${column}"`)).rejects.toThrow(/permission denied/);
    await expect(db.$executeRawUnsafe(`delete from "${table}"`)).rejects.toThrow(/permission denied/);
    await expect(db.$executeRawUnsafe(`truncate "${table}" cascade`)).rejects.toThrow(/permission denied/);
  });

  test("nor by its owner while the trigger stands", async () => {
    await expect(asOwner(`delete from "${table}"`)).rejects.toThrow(/only grows/);
  });
});

test("the change of a stage's dates is not written over either", async () => {
  await expect(db.$executeRaw`update "StageChange" set reason = ''`).rejects.toThrow(/permission denied/);
  await expect(asOwner(`update "StageChange" set reason = ''`)).rejects.toThrow(/only grows/);
});
