import { setTimeout as pause } from "node:timers/promises";
import { PrismaPg } from "@prisma/adapter-pg";
import { Prisma, PrismaClient } from "@/generated/prisma/client";
import { env } from "@/lib/env";
import { watchedPool } from "@/lib/watched-pool";
import { statementNames } from "@/lib/statement-names";

const kept = globalThis as typeof globalThis & { sinovikDb?: PrismaClient };

/** One client for the process; kept across reloads in development. */
function client(): PrismaClient {
  kept.sinovikDb ??= new PrismaClient({
    adapter: new PrismaPg(
      watchedPool({
        connectionString: env().DATABASE_URL,
        max: env().DATABASE_POOL,
        connectionTimeoutMillis: 5_000,
        statement_timeout: 15_000,
        // The client's own limit: the one above counts only while the server still works.
        query_timeout: 20_000,
        idle_in_transaction_session_timeout: 15_000,
        // Kept, so that others who take all connections of the server do not take those of the portal.
        min: env().DATABASE_POOL,
        keepAlive: true,
      }),
      { statementNameGenerator: statementNames(), disposeExternalPool: true },
    ),
  });
  return kept.sinovikDb;
}

/** The database, opened at first use so that a build without one can load every module. */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get: (_, property) => Reflect.get(client(), property),
});

export type Transaction = Prisma.TransactionClient;

const ATTEMPTS = 3;
const PAUSE_MILLISECONDS = 50;

/**
 * Runs one transaction, and runs it again when PostgreSQL asks for that (serialisation failure or deadlock): after a moment,
 * so that the one it met has ended.
 */
export async function inTransaction<Value>(work: (tx: Transaction) => Promise<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.$transaction(work, { timeout: 20_000, maxWait: 10_000 });
    } catch (error) {
      if (attempt >= ATTEMPTS || !asksForRetry(error)) throw error;
      await pause(PAUSE_MILLISECONDS * attempt);
    }
  }
}

/** The database's clock: the only one that decides. */
export async function databaseNow(tx: Transaction = db): Promise<Date> {
  const [row] = await tx.$queryRaw<{ now: Date }[]>`select clock_timestamp() as now`;
  if (!row) throw new Error("The database did not tell the time.");
  return row.now;
}

/** The client's own calls fail with a code of their own; a statement of ours with a general one that holds what the database said. */
function asksForRetry(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  if (error.code === "P2034") return true;
  const { cause } = (error.meta?.driverAdapterError ?? {}) as { cause?: { kind?: string } };
  return error.code === "P2010" && cause?.kind === "TransactionWriteConflict";
}
