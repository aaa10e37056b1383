import { RateLimiterPrisma } from "rate-limiter-flexible";
import { appendAudit } from "@/lib/audit";
import { db, inTransaction } from "@/lib/db";
import { refuse, type Result } from "@/lib/result";

const MINUTES = 60;
const BLOCK_MINUTES = 15;

const counter = (keyPrefix: string, points: number) =>
  new RateLimiterPrisma({ storeClient: db, keyPrefix, points, duration: BLOCK_MINUTES * MINUTES, blockDuration: BLOCK_MINUTES * MINUTES, tableName: "rateLimiterFlexible" });

/** Wrong passwords for one address out of one network: few, and they keep nobody out who comes from elsewhere. */
const guesses = counter("sign-in-guess", 10);
/** For one address, wherever they come from: so many only when many networks guess together. */
const perAddress = counter("sign-in-address", 200);
/** Out of one network, whatever they are for: an office shares one. */
const perSource = counter("sign-in-source", 60);
/** Links with a secret that opened nothing, out of one network. */
const links = counter("link-source", 60);

type Counted = { counter: RateLimiterPrisma; key: string; onSuccess: "forget" | "uncount" };

/** What one attempt at signing in counts for, the narrowest first; the owner's success forgets only what nobody else counted. */
export const signInCounters = ({ email, source }: { email: string; source: string }): Counted[] => [
  { counter: guesses, key: `${email} ${source}`, onSuccess: "forget" },
  { counter: perSource, key: source, onSuccess: "uncount" },
  { counter: perAddress, key: email, onSuccess: "uncount" },
];

export const linkCounters = (source: string): Counted[] => [{ counter: links, key: source, onSuccess: "uncount" }];

/**
 * Does the work of one attempt within its limits. It is counted before the work, so that of many guesses at once no more are
 * made than of as many in turn; a success does not stay counted.
 */
export async function withinLimits<Value>(counted: Counted[], work: () => Promise<Result<Value>>): Promise<Result<Value>> {
  const wait = await secondsToWait(counted);
  if (wait > 0) return tooMany(Math.ceil(wait / MINUTES));
  for (const each of counted) if (!(await count(each))) return tooMany(BLOCK_MINUTES);

  const outcome = await work();
  if (outcome.ok)
    await Promise.all(counted.map(({ counter, key, onSuccess }) => (onSuccess === "forget" ? counter.delete(key) : counter.reward(key))));
  return outcome;
}

const tooMany = (minutes: number) => refuse("accounts.signIn.tooMany", { minutes });

/** 0 when another attempt is allowed. */
async function secondsToWait(counted: Counted[]): Promise<number> {
  const waits = counted.map(async ({ counter, key }) => {
    const state = await counter.get(key);
    return state && state.consumedPoints >= counter.points ? state.msBeforeNext / 1000 : 0;
  });
  return Math.max(...(await Promise.all(waits)));
}

/** Whether this attempt is within the limit. One that was refused counts for no wider limit, or it would lock the owner out. */
async function count({ counter, key }: Counted): Promise<boolean> {
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
