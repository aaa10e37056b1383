import { createHash, randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { db } from "@/lib/db";
import { env } from "@/lib/env";

const DAYS = 24 * 60 * 60;
export const SESSION_SECONDS = 7 * DAYS;

const isSecure = () => env().NEXTAUTH_URL.startsWith("https://");
export const sessionCookieName = () => `${isSecure() ? "__Secure-" : ""}next-auth.session-token`;

export const hashOf = (secret: string) => createHash("sha256").update(secret).digest("hex");

/** Opens a session in the database and gives the id that only its holder knows. */
export async function openSession(userId: string): Promise<string> {
  const id = randomBytes(32).toString("base64url");
  await db.session.create({
    data: { idHash: hashOf(id), userId, expiresAt: new Date(Date.now() + SESSION_SECONDS * 1000) },
  });
  return id;
}

export async function endSession(sessionId: string): Promise<void> {
  await db.session.updateMany({ where: { idHash: hashOf(sessionId), endedAt: null }, data: { endedAt: new Date() } });
}

/** The cookie that next-auth reads too: an encrypted token that holds the session's id and nothing a right depends on. */
export async function sessionToken(userId: string, sessionId: string): Promise<string> {
  return encode({ token: { sub: userId, sid: sessionId }, secret: env().NEXTAUTH_SECRET, maxAge: SESSION_SECONDS });
}

export async function writeSessionCookie(userId: string, sessionId: string): Promise<void> {
  (await cookies()).set(sessionCookieName(), await sessionToken(userId, sessionId), {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: isSecure(),
    maxAge: SESSION_SECONDS,
  });
}

export async function clearSessionCookie(): Promise<void> {
  (await cookies()).delete(sessionCookieName());
}

/** The session id in this request's cookie, or null when there is none or it cannot be read. */
export async function sessionIdOfRequest(): Promise<string | null> {
  const cookie = (await cookies()).get(sessionCookieName())?.value;
  if (!cookie) return null;
  try {
    const token = await decode({ token: cookie, secret: env().NEXTAUTH_SECRET });
    return typeof token?.sid === "string" ? token.sid : null;
  } catch {
    return null; // Another secret, or tampered with: the same as no cookie.
  }
}
