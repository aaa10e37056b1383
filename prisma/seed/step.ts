import { db, type Transaction } from "@/lib/db";

/** A wish that cannot be met, in one sentence. */
export class Refusal extends Error {}

const LONGEST_STEP_MS = 10 * 60_000;

/** A part of the seed. What `load` gives is printed beside its name. */
type Part<Load> = { marker: string; name: string; load: Load };

/** Loads a part whole or not at all, unless its marker is there. */
export async function once({ marker, name, load }: Part<(tx: Transaction) => Promise<string>>): Promise<void> {
  await timed(name, () =>
    seedTransaction(async (tx) => {
      // The row is the lock too: a second seed waits here, then finds the part loaded.
      const claimed = await tx.$executeRaw`insert into "SeedMarker" (name) values (${marker}) on conflict do nothing`;
      return claimed === 0 ? null : load(tx);
    }),
  );
}

/** The same for a part in several transactions of its own, which must stand being begun again where it was interrupted. */
export async function unlessLoaded({ marker, name, load }: Part<() => Promise<string>>): Promise<void> {
  await timed(name, async () => {
    if (await db.seedMarker.findUnique({ where: { name: marker } })) return null;
    const outcome = await load();
    await db.seedMarker.create({ data: { name: marker } });
    return outcome;
  });
}

async function timed(name: string, work: () => Promise<string | null>): Promise<void> {
  const start = performance.now();
  const outcome = await work();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(outcome === null ? `${name}: loaded before` : `${name}: ${outcome} (${seconds} s)`);
}

/** A transaction that may take as long as a bulk load does. */
export function seedTransaction<Value>(work: (tx: Transaction) => Promise<Value>): Promise<Value> {
  return db.$transaction(work, { timeout: LONGEST_STEP_MS, maxWait: 10_000 });
}
