import { db } from "@/lib/db";

export const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const PATIENCE = 10_000;

/** Until so many transactions wait for a lock that another one holds. */
export async function untilWaiting(transactions = 1): Promise<void> {
  const waiting = () => db.$queryRaw<object[]>`
    select distinct l.pid from pg_locks l join pg_stat_activity a on a.pid = l.pid where not l.granted and a.datname = current_database()`;
  const end = Date.now() + PATIENCE;
  while ((await waiting()).length < transactions) {
    if (Date.now() > end) throw new Error(`Fewer than ${transactions} transactions wait for a lock.`);
    await pause(10);
  }
}
