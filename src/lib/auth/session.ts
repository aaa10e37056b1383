import { createHash, randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { db } from "@/lib/db";
import { env } from "@/lib/env";

const DAYS = 24 * 60 * 60;
export const SESSION_SECONDS = 7 * DAYS;

/** The database ends a session; the token that carries its id is no second clock, so it outlives every one. */
const TOKEN_SECONDS = 10 * 365 * DAYS;

const NAME = "next-auth.session-token";
const isSecure = () => env().NEXTAUTH_URL.startsWith("https://");
/** Under https no other host of the domain can set a cookie of this name. */
export const sessionCookieName = () => `${isSecure() ? "__Host-" : ""}${NAME}`;
/** As it was called until November 2026: whoever was signed in then stays so until their session ends. */
const earlierCookieName = () => (isSecure() ? `__Secure-${NAME}` : null);

export const hashOf = (secret: string) => createHash("sha256").update(secret).digest("hex");

/** Opens a session in the database, by its clock, and gives the id that only its holder knows. */
export async function openSession(userId: string): Promise<string> {
  const id = randomBytes(32).toString("base64url");
  await db.$executeRaw`
    insert into "Session" ("idHash", "userId", "createdAt", "expiresAt")
    values (${hashOf(id)}, ${userId}::uuid, clock_timestamp(), clock_timestamp() + make_interval(secs => ${SESSION_SECONDS}))`;
  return id;
}

export async function endSession(sessionId: string): Promise<void> {
  await db.$executeRaw`update "Session" set "endedAt" = clock_timestamp() where "idHash" = ${hashOf(sessionId)} and "endedAt" is null`;
}

/** An encrypted token, as next-auth makes them, that holds the session's id and nothing a right depends on. */
export async function sessionToken(userId: string, sessionId: string): Promise<string> {
  return encode({ token: { sub: userId, sid: sessionId }, secret: env().NEXTAUTH_SECRET, maxAge: TOKEN_SECONDS });
}

export async function writeSessionCookie(userId: string, sessionId: string): Promise<void> {
  const jar = await cookies();
  forgetEarlier(jar);
  jar.set(sessionCookieName(), await sessionToken(userId, sessionId), {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: isSecure(),
    maxAge: SESSION_SECONDS,
  });
}

export async function clearSessionCookie(): Promise<void> {
  const jar = await cookies();
  forgetEarlier(jar);
  // With its attributes: a browser takes no answer about a `__Host-` cookie that lacks them.
  jar.set(sessionCookieName(), "", { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure(), maxAge: 0 });
}

function forgetEarlier(jar: Awaited<ReturnType<typeof cookies>>): void {
  const earlier = earlierCookieName();
  if (earlier && jar.has(earlier)) jar.set(earlier, "", { httpOnly: true, sameSite: "lax", path: "/", secure: true, maxAge: 0 });
}

/** The session id in this request's cookie, or null when there is none or it cannot be read. */
export async function sessionIdOfRequest(): Promise<string | null> {
  const jar = await cookies();
  const earlier = earlierCookieName();
  const cookie = (jar.get(sessionCookieName()) ?? (earlier ? jar.get(earlier) : undefined))?.value;
  if (!cookie) return null;
  try {
    const token = await decode({ token: cookie, secret: env().NEXTAUTH_SECRET });
    return typeof token?.sid === "string" ? token.sid : null;
  } catch {
    return null; // Another secret, or tampered with: the same as no cookie.
  }
}
