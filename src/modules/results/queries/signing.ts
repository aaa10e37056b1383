import { db } from "@/lib/db";
import type { SnapshotDocument } from "../domain/freeze";
import type { Reading } from "../domain/signing";
import type { EditionResult } from "./edition-result";

/** How often every entry of a frozen ranking was read in each stage that counts, out of the record itself. */
export async function frozenReadings(
  { edition, reads }: Pick<EditionResult, "edition" | "reads">,
  snapshotId: string,
): Promise<Reading[]> {
  const snapshot = await db.rankingSnapshot.findUnique({
    where: { organizerId_id: { organizerId: edition.organizerId, id: snapshotId } }, select: { body: true },
  });
  const { entries = [] } = JSON.parse(snapshot?.body ?? "{}") as Partial<Pick<SnapshotDocument, "entries">>;
  return entries.flatMap(({ code, stages }) =>
    reads.map(({ stage, round }) => ({
      code, stage: stage.key, readings: stages.find((each) => each.stage === stage.key)?.readings ?? 0, perSubmission: round.scoring.perSubmission,
    })),
  );
}

/** Whether whoever froze a ranking said to have read what was missing. */
export async function wasAcknowledged(snapshotId: string): Promise<boolean> {
  const event = await db.auditEvent.findFirst({
    where: { subjectType: "rankingSnapshot", subjectId: snapshotId, action: "results.freeze" }, select: { body: true },
  });
  const { details } = JSON.parse(event?.body ?? "{}") as { details?: { acknowledged?: boolean } };
  return details?.acknowledged === true;
}
