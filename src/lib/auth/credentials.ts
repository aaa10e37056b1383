import { hash, verify } from "@node-rs/argon2";
import { RateLimiterPrisma } from "rate-limiter-flexible";
import { appendAudit } from "@/lib/audit";
import { db, inTransaction } from "@/lib/db";
import { ok, refuse, type Result } from "@/lib/result";

/** OWASP's parameters for argon2id; the work runs in a thread of its own. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string) => hash(password, COST);

/** A hash of nothing, so that an unknown address takes the same time as a known one. */
const DECOY = hash("no such person", COST);

const MINUTES = 60;
const BLOCK_MINUTES = 15;
const limiter = (keyPrefix: string, points: number) =>
  new RateLimiterPrisma({ storeClient: db, keyPrefix, points, duration: BLOCK_MINUTES * MINUTES, blockDuration: BLOCK_MINUTES * MINUTES, tableName: "rateLimiterFlexible" });

/** Wrong passwords, per address and per address and network: the owner is slowed down, not a whole office. */
const perAddress = limiter("sign-in-address", 10);
const perSource = limiter("sign-in-source", 60);

/**
 * In: what was typed and where it came from. Out: the person's id. Known and unknown addresses, wrong passwords and
 * suspended accounts get one answer after the same work.
 */
export async function checkCredentials(typed: { email: string; password: string; source: string }): Promise<Result<string>> {
  const { email, password, source } = typed;
  const wait = await tooMany(email, source);
  if (wait > 0) return refuse("accounts.signIn.tooMany", { minutes: Math.ceil(wait / MINUTES) });

  // Before the work, so that of many guesses at once no more are made than of as many in turn.
  const within = await Promise.all([count(perAddress, email), count(perSource, source)]);
  if (within.includes(false)) return refuse("accounts.signIn.tooMany", { minutes: BLOCK_MINUTES });

  const user = await db.user.findUnique({ where: { email }, select: { id: true, passwordHash: true, suspendedAt: true } });
  const isRight = await verify(user?.passwordHash ?? (await DECOY), password);
  if (user?.passwordHash && isRight && !user.suspendedAt) {
    await Promise.all([perAddress.delete(email), perSource.reward(source)]);
    return ok(user.id);
  }
  return refuse("accounts.signIn.wrong");
}

/** Seconds to wait, 0 when another attempt is allowed. */
async function tooMany(email: string, source: string): Promise<number> {
  const states = await Promise.all([perAddress.get(email), perSource.get(source)]);
  const blocked = states.filter((state, index) => state !== null && state.consumedPoints >= [perAddress, perSource][index]!.points);
  return Math.max(0, ...blocked.map((state) => (state?.msBeforeNext ?? 0) / 1000));
}

/** Whether this attempt is within the limit. */
async function count(counter: RateLimiterPrisma, key: string): Promise<boolean> {
  try {
    const { remainingPoints } = await counter.consume(key);
    if (remainingPoints === 0) await noteAttack(key);
    return true;
  } catch (overLimit) {
    if (overLimit instanceof Error) throw overLimit;
    return false;
  }
}

/** The moment a limit is reached is worth a line in the audit log; the attempts after it are not. */
const noteAttack = (key: string) =>
  inTransaction((tx) =>
    appendAudit(tx, { actorId: null, action: "accounts.signInLimit", subject: { type: "attempts", id: key.slice(0, 80) } }),
  );
