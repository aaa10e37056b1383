import { decode } from "next-auth/jwt";
import { beforeEach, expect, test, vi } from "vitest";

type Kept = { value: string; httpOnly?: boolean; secure?: boolean; path?: string; domain?: string; maxAge?: number };

const jar = vi.hoisted(() => new Map<string, Kept>());

vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => jar.get(name),
    has: (name: string) => jar.has(name),
    set: (name: string, value: string, options: object) => void jar.set(name, { value, ...options }),
  }),
}));

const SECRET = "a-secret-only-for-tests";
const HOST = "__Host-next-auth.session-token";
const EARLIER = "__Secure-next-auth.session-token";

/** The settings are read once, so each address has a module of its own. */
async function portalAt(address: string) {
  vi.resetModules();
  vi.stubEnv("NEXTAUTH_URL", address).stubEnv("NEXTAUTH_SECRET", SECRET).stubEnv("DATABASE_URL", "postgresql://nowhere");
  return import("./session");
}

beforeEach(() => jar.clear());

test("under https the cookie is one that no other host of the domain can set", async () => {
  const { writeSessionCookie, sessionIdOfRequest } = await portalAt("https://portal.example");
  await writeSessionCookie("user", "id");
  expect([...jar.keys()]).toEqual([HOST]);
  expect(jar.get(HOST)).toMatchObject({ httpOnly: true, secure: true, path: "/" });
  expect(jar.get(HOST)).not.toHaveProperty("domain");
  expect(await sessionIdOfRequest()).toBe("id");
});

test("who was signed in under the name before stays signed in, and loses that cookie with the next sign-in or sign-out", async () => {
  const { sessionToken, sessionIdOfRequest, writeSessionCookie, clearSessionCookie } = await portalAt("https://portal.example");
  jar.set(EARLIER, { value: await sessionToken("user", "earlier") });
  expect(await sessionIdOfRequest()).toBe("earlier");
  await writeSessionCookie("user", "new");
  expect(jar.get(EARLIER)).toMatchObject({ value: "", maxAge: 0, secure: true });
  expect(await sessionIdOfRequest()).toBe("new");
  await clearSessionCookie();
  expect(jar.get(HOST)).toMatchObject({ value: "", maxAge: 0, secure: true, path: "/" });
  expect(await sessionIdOfRequest()).toBeNull();
});

test("without https it has a plain name and reads no other", async () => {
  const { sessionToken, sessionIdOfRequest, writeSessionCookie } = await portalAt("http://localhost:3000");
  jar.set(EARLIER, { value: await sessionToken("user", "earlier") });
  expect(await sessionIdOfRequest()).toBeNull();
  await writeSessionCookie("user", "id");
  expect(jar.get("next-auth.session-token")).toMatchObject({ secure: false });
});

test("the token is no second clock: it outlives the session, which the database ends", async () => {
  const { sessionToken, SESSION_SECONDS } = await portalAt("http://localhost:3000");
  const token = await decode({ token: await sessionToken("user", "id"), secret: SECRET });
  expect((token as { exp: number }).exp - Date.now() / 1000).toBeGreaterThan(100 * SESSION_SECONDS);
});
