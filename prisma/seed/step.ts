import { db, type Transaction } from "@/lib/db";

const LONGEST_STEP_MS = 10 * 60_000;

/** A part of the seed that is loaded whole or not at all, and never twice. What `load` gives is printed beside its name. */
export type Step = { marker: string; name: string; load: (tx: Transaction) => Promise<string> };

/** Loads a part unless its marker is there, and tells what came of it and how long it took. */
export async function once({ marker, name, load }: Step): Promise<void> {
  const start = performance.now();
  const outcome = await seedTransaction(async (tx) => {
    // The row is the lock too: a second seed waits here, then finds the part loaded.
    const claimed = await tx.$executeRaw`insert into "SeedMarker" (name) values (${marker}) on conflict do nothing`;
    return claimed === 0 ? null : load(tx);
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(outcome === null ? `${name}: loaded before` : `${name}: ${outcome} (${seconds} s)`);
}

export async function isLoaded(marker: string): Promise<boolean> {
  return (await db.seedMarker.findUnique({ where: { name: marker } })) !== null;
}

/** A transaction that may take as long as a bulk load does. */
export function seedTransaction<Value>(work: (tx: Transaction) => Promise<Value>): Promise<Value> {
  return db.$transaction(work, { timeout: LONGEST_STEP_MS, maxWait: 10_000 });
}
