import { createHash } from "node:crypto";
import { db, type Transaction } from "@/lib/db";

/** Lower-case hexadecimal SHA-256 of the UTF-8 bytes of a text. */
export const sha256Of = (text: string): string => createHash("sha256").update(text).digest("hex");

/** The hash stored at the freeze and the one of the stored text as it is now; empty texts where there is no snapshot. */
export async function snapshotHashes(
  { organizerId, snapshotId }: { organizerId: string; snapshotId: string },
  tx: Transaction = db,
): Promise<{ stored: string; recomputed: string }> {
  const snapshot = await tx.rankingSnapshot.findUnique({
    where: { organizerId_id: { organizerId, id: snapshotId } },
    select: { sha256: true, body: true },
  });
  return snapshot ? { stored: snapshot.sha256, recomputed: sha256Of(snapshot.body) } : { stored: "", recomputed: "" };
}
