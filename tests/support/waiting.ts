import { db } from "@/lib/db";

export const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Until so many transactions wait for a lock that another one holds. */
export async function untilWaiting(transactions = 1): Promise<void> {
  const waiting = () => db.$queryRaw<object[]>`
    select distinct l.pid from pg_locks l join pg_stat_activity a on a.pid = l.pid where not l.granted and a.datname = current_database()`;
  while ((await waiting()).length < transactions) await pause(10);
}
