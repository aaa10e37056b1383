import { db } from "@/lib/db";
import { AGENCY_KINDS } from "@/modules/agencies/domain/agency-kinds";
import { hasClosed } from "@/modules/competition/domain/stages";
import { releaseProblems, type ReleaseProblem } from "../domain/outcome";
import { type SelectionSummary, summarise } from "../domain/queue";
import type { SelectionScope } from "../policy";
import { selectionLedger, type SelectionPlace } from "./ledger";

export type ReleaseDetails = { releasedAt: Date; releasedByName: string; passed: number; failed: number };

/** The recap of an edition: numbers alone, so that it is whole for every reader, and what keeps it from being released. */
export type SelectionRecap = SelectionSummary & { problems: ReleaseProblem[]; release: ReleaseDetails | null };

export async function selectionRecap({ filter }: SelectionScope, place: SelectionPlace, now: Date): Promise<SelectionRecap | null> {
  if (filter.editionId !== place.editionId) return null;
  const [ledger, release] = await Promise.all([selectionLedger(place.editionId), releaseOf(place.editionId)]);
  const registrationClosed = place.registration === null || hasClosed(place.registration, now);
  const summary = summarise(ledger, place.edition.rules.selection, AGENCY_KINDS);
  return { ...summary, problems: releaseProblems(summary.total, registrationClosed), release };
}

async function releaseOf(editionId: string): Promise<ReleaseDetails | null> {
  const row = await db.selectionRelease.findFirst({
    where: { editionId }, select: { releasedAt: true, releasedById: true, passed: true, failed: true },
  });
  if (!row) return null;
  const by = await db.user.findUnique({ where: { id: row.releasedById }, select: { name: true } });
  return { releasedAt: row.releasedAt, releasedByName: by?.name ?? "", passed: row.passed, failed: row.failed };
}
