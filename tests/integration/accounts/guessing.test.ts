import { beforeAll, describe, expect, test } from "vitest";
import { checkCredentials, hashPassword } from "@/lib/auth/credentials";
import { db } from "@/lib/db";

const PASSWORD = "kata sandi yang panjang";
let passwordHash = "";

beforeAll(async () => {
  passwordHash = await hashPassword(PASSWORD);
});

const somebody = (email: string) => db.user.create({ data: { email, name: "Sasaran", passwordHash } });
const attempt = (email: string, source: string, password = "salah") => checkCredentials({ email, password, source });
const notes = (subjectId: string) => db.auditEvent.count({ where: { action: "accounts.signInLimit", subjectId } });
const TOO_MANY = { ok: false, refusal: { key: "accounts.signIn.tooMany" } };

async function times(many: number, act: () => Promise<unknown>): Promise<void> {
  for (let done = 0; done < many; done += 1) await act();
}

describe("guessing at one address", () => {
  test("after ten wrong passwords even the right one has to wait, and the log tells it once", async () => {
    await somebody("sasaran@contoh.test");
    await times(12, () => attempt("sasaran@contoh.test", "192.0.2.1"));
    expect(await attempt("sasaran@contoh.test", "192.0.2.1", PASSWORD)).toMatchObject(TOO_MANY);
    expect(await notes("sasaran@contoh.test 192.0.2.1")).toBe(1);
  });

  test("keeps neither its owner out who comes from elsewhere, nor others who come from there", async () => {
    await somebody("pemilik@contoh.test");
    await somebody("rekan@contoh.test");
    await times(12, () => attempt("pemilik@contoh.test", "192.0.2.3"));
    expect((await attempt("pemilik@contoh.test", "198.51.100.4", PASSWORD)).ok).toBe(true);
    expect((await attempt("rekan@contoh.test", "192.0.2.3", PASSWORD)).ok).toBe(true);
    expect(await attempt("pemilik@contoh.test", "192.0.2.3", PASSWORD)).toMatchObject(TOO_MANY);
  });

  test("many at once are exactly ten, and the rest count for nothing else", async () => {
    const answers = await Promise.all(Array.from({ length: 25 }, () => attempt("serentak@contoh.test", "192.0.2.2")));
    const tried = answers.filter((answer) => !answer.ok && answer.refusal.key === "accounts.signIn.wrong");
    expect(tried).toHaveLength(10);
    expect(await notes("serentak@contoh.test 192.0.2.2")).toBe(1);
    expect(await db.rateLimiterFlexible.findUnique({ where: { key: "sign-in-address:serentak@contoh.test" } })).toMatchObject({ points: 10 });
  });

  test("from many networks together ends too, after two hundred", async () => {
    await somebody("ramai@contoh.test");
    const key = "sign-in-address:ramai@contoh.test";
    await attempt("ramai@contoh.test", "203.0.113.1");
    await db.rateLimiterFlexible.update({ where: { key }, data: { points: 199 } });
    await attempt("ramai@contoh.test", "203.0.113.2");
    expect(await attempt("ramai@contoh.test", "198.51.100.5", PASSWORD)).toMatchObject(TOO_MANY);
    expect(await notes("ramai@contoh.test")).toBe(1);
  });

  test("that nobody has is stopped in the same way", async () => {
    await times(10, () => attempt("tiada@contoh.test", "192.0.2.6"));
    expect(await attempt("tiada@contoh.test", "192.0.2.6")).toMatchObject(TOO_MANY);
  });
});

test("guessing at many addresses from one network ends after sixty", async () => {
  const answers = await Promise.all(Array.from({ length: 70 }, (_, person) => attempt(`orang-${person}@contoh.test`, "192.0.2.7")));
  expect(answers.filter((answer) => !answer.ok && answer.refusal.key === "accounts.signIn.wrong")).toHaveLength(60);
});

test("signing in with the right password uses nothing up", async () => {
  await somebody("rajin@contoh.test");
  await times(3, () => attempt("rajin@contoh.test", "192.0.2.8", PASSWORD));
  const counted = await db.rateLimiterFlexible.findMany({ where: { OR: [{ key: { contains: "rajin@" } }, { key: { contains: "192.0.2.8" } }] }, orderBy: { key: "asc" } });
  expect(counted.map(({ key, points }) => ({ key, points }))).toEqual(
    ["sign-in-address:rajin@contoh.test", "sign-in-source:192.0.2.8"].map((key) => ({ key, points: 0 })),
  );
});
