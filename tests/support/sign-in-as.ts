import { createHash, randomBytes } from "node:crypto";
import type { BrowserContext } from "@playwright/test";
import { encode } from "next-auth/jwt";
import pg from "pg";

/** One connection for the journeys: they prepare what a person could not, such as another day. */
export const database = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 2 });

/** Opens a session for a person of the demonstration and puts its cookie into the browser: only one journey tests the sign-in page. */
export async function signInAs(context: BrowserContext, email: string, role?: string): Promise<void> {
  const person = await database.query<{ id: string }>('select id from "User" where email = $1', [email]);
  const userId = person.rows[0]?.id;
  if (!userId) throw new Error(`The demonstration has nobody with the address ${email}.`);
  const hat = await database.query<{ id: string }>(
    'select id from "Membership" where "userId" = $1 and "endedAt" is null and ($2::text is null or role::text = $2) order by "createdAt", id limit 1',
    [userId, role ?? null],
  );
  const sessionId = randomBytes(32).toString("base64url");
  await database.query(
    `insert into "Session" ("idHash", "userId", "membershipId", "expiresAt") values ($1, $2, $3, now() + interval '1 day')`,
    [createHash("sha256").update(sessionId).digest("hex"), userId, role ? hat.rows[0]?.id : null],
  );
  const secret = process.env.NEXTAUTH_SECRET;
  if (!secret) throw new Error("NEXTAUTH_SECRET must be the one the portal under test runs with.");
  const value = await encode({ token: { sub: userId, sid: sessionId }, secret });
  await context.addCookies([
    { name: "next-auth.session-token", value, url: process.env.BASE_URL, httpOnly: true, sameSite: "Lax" },
  ]);
}
