// People who have signed in already: what is measured is their work, not the hash of their passwords.
import { createHash, randomBytes } from "node:crypto";
import { encode } from "next-auth/jwt";

/**
 * @typedef {{userId: string, membershipId: string}} Hat
 */

/**
 * Opens a session for each hat.
 *
 * @param {import("pg").Pool} pool
 * @param {Hat[]} hats
 * @param {string} secret the portal's
 * @returns {Promise<string[]>} their cookies, as headers carry them
 */
export async function openSessions(pool, hats, secret) {
  const ids = hats.map(() => randomBytes(32).toString("base64url"));
  await pool.query(
    `insert into "Session" ("idHash", "userId", "membershipId", "expiresAt")
     select hash, person, hat, now() + interval '1 day' from unnest($1::text[], $2::uuid[], $3::uuid[]) as given(hash, person, hat)`,
    [ids.map((id) => createHash("sha256").update(id).digest("hex")), hats.map(({ userId }) => userId), hats.map(({ membershipId }) => membershipId)],
  );
  const tokens = await Promise.all(hats.map(({ userId }, place) => encode({ token: { sub: userId, sid: ids[place] }, secret })));
  return tokens.map((token) => `next-auth.session-token=${token}`);
}
