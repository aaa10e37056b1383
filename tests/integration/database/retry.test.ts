import { beforeAll, describe, expect, test } from "vitest";
import { db, inTransaction, type Transaction } from "@/lib/db";

const [FIRST, SECOND] = ["73.72", "33.02"] as const;

beforeAll(async () => {
  await db.agency.createMany({ data: [FIRST, SECOND].map((code) => ({ code, kind: "CITY" as const, name: code })) });
});

const lock = (tx: Transaction, code: string) => tx.$queryRaw`select id from "Agency" where code = ${code} for update`;
const write = (tx: Transaction, code: string) => tx.agency.update({ where: { code }, data: { name: "Pemerintah Kota" } });

describe("a transaction", () => {
  test.each([
    ["statements of our own", lock],
    ["calls of the client", write],
  ])("that meets another one in a circle, by %s, is run again, and both end", async (_, hold) => {
    let begun = 0;
    let bothHoldOne = () => {};
    const met = new Promise<void>((resolve) => { bothHoldOne = resolve; });
    const inOrder = ([one, other]: readonly [string, string]) => inTransaction(async (tx) => {
      await hold(tx, one);
      begun += 1;
      if (begun === 2) bothHoldOne();
      await met;
      await hold(tx, other);
      return one;
    });
    expect(await Promise.all([inOrder([FIRST, SECOND]), inOrder([SECOND, FIRST])])).toEqual([FIRST, SECOND]);
    expect(begun, "one of the two has begun anew").toBeGreaterThan(2);
  });

  test("that the database asks to repeat is repeated twice and no more", async () => {
    let begun = 0;
    const asked = inTransaction(async (tx) => {
      begun += 1;
      await tx.$executeRaw`do $$ begin raise exception 'again' using errcode = 'serialization_failure'; end $$`;
    });
    await expect(asked).rejects.toThrow("again");
    expect(begun).toBe(3);
  });

  test("that fails for another reason is not run again", async () => {
    let begun = 0;
    const asked = inTransaction(async (tx) => {
      begun += 1;
      await tx.$executeRaw`select 1 / 0`;
    });
    await expect(asked).rejects.toThrow("division by zero");
    expect(begun).toBe(1);
  });
});
