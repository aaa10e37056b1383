import type { Transaction } from "@/lib/db";

/** One lock for freezing, composing and publishing a result: each sees what the others have done. */
export async function lockResult(tx: Transaction, editionId: string, resultKey: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`result ${editionId} ${resultKey}`}, 0))`;
}
