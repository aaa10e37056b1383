import { appendAudit } from "@/lib/audit";
import { inTransaction } from "@/lib/db";
import type { EditionResult } from "../queries/edition-result";
import type { WholeRanking } from "../queries/whole-ranking";
import type { RankingQuery } from "../schema";

type Download = Pick<EditionResult, "edition" | "result"> & { ranking: WholeRanking; query: RankingQuery; file: string; actorId: string };

/** Scores that leave the portal before publication leave a trace: whose hands they went to, which, and how many. */
export async function recordDownload({ edition, result, ranking, query, file, actorId }: Download): Promise<void> {
  const { kelompok: group = null, kategori: category = null } = query;
  await inTransaction((tx) =>
    appendAudit(tx, {
      actorId, action: "results.downloadRanking", subject: { type: "edition", id: edition.id }, editionId: edition.id,
      details: { result: result.key, file, state: ranking.kind, entries: ranking.rows.length, group, category },
    }),
  );
}

type Taken = Pick<EditionResult, "edition" | "result"> & { version: number; sha256: string; actorId: string };

/** The same for the record of a frozen ranking, which holds every mean. */
export async function recordRecordTaken({ edition, result, version, sha256, actorId }: Taken): Promise<void> {
  await inTransaction((tx) =>
    appendAudit(tx, {
      actorId, action: "results.downloadRecord", subject: { type: "edition", id: edition.id }, editionId: edition.id,
      details: { result: result.key, version, sha256 },
    }),
  );
}
