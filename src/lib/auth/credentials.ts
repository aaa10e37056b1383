import { availableParallelism } from "node:os";
import { hash, verify } from "@node-rs/argon2";
import { atMost } from "@/lib/at-most";
import { signInCounters, withinLimits } from "@/lib/auth/limits";
import { db } from "@/lib/db";
import { ok, refuse, type Result } from "@/lib/result";

/** OWASP's parameters for argon2id; the work runs in a thread of its own. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** One core is left to the pages, however many sign in at once. */
const inTurn = atMost(Math.max(1, availableParallelism() - 1));

export const hashPassword = (password: string) => inTurn(() => hash(password, COST));

/** A hash of nothing, so that an unknown address takes the same time as a known one. */
const DECOY = hash("no such person", COST);

/**
 * In: what was typed and where it came from. Out: the person's id. Known and unknown addresses, wrong passwords and
 * suspended accounts get one answer after the same work.
 */
export async function checkCredentials(typed: { email: string; password: string; source: string }): Promise<Result<string>> {
  const { email, password, source } = typed;
  return withinLimits(signInCounters({ email, source }), async () => {
    const user = await db.user.findUnique({ where: { email }, select: { id: true, passwordHash: true, suspendedAt: true } });
    const isRight = await inTurn(async () => verify(user?.passwordHash ?? (await DECOY), password));
    return user?.passwordHash && isRight && !user.suspendedAt ? ok(user.id) : refuse("accounts.signIn.wrong");
  });
}
