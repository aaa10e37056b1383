import { db } from "@/lib/db";
import type { Scope } from "@/lib/guard";
import { hasClosed } from "@/modules/competition/domain/stages";
import { editionById } from "@/modules/competition/queries";
import type { DecisionStatus, PublicationState } from "../domain/publication";
import { resultStep, type ResultStep } from "../domain/result-step";
import type { RankingScope } from "../policy";
import { openRequest } from "./supersession";
import { standingVersion } from "./versions";

/** What else a desk says of a result: a request against its frozen ranking, and the version that is public although there is no list in force. */
export type ResultNote = { asked: { by: string; at: Date } | null; version: number | null };

type ResultSteps = { edition: { id: string }; steps: Record<string, ResultStep>; notes: Record<string, ResultNote> };

/** What every result of the edition waits for, by its key; null for somebody who runs none. */
export async function resultSteps({ filter }: Scope<"ranking", RankingScope>, now: Date): Promise<ResultSteps | null> {
  const edition = filter.kind === "EDITION" ? await editionById(filter.editionId) : null;
  if (!edition) return null;
  const rows = await db.$queryRaw<{ resultKey: string; setStatus: DecisionStatus | null; published: PublicationState | null }[]>`
    select r."resultKey", d.status::text as "setStatus", p.state::text as published
    from "CurrentSnapshot" r
    left join "DecisionSet" d on d."organizerId" = r."organizerId" and d."snapshotId" = r.id
    left join lateral (
      select state from "Publication" where "organizerId" = d."organizerId" and "setId" = d.id and d.status = 'PUBLISHED'
      order by version desc limit 1) p on true
    where r."organizerId" = ${edition.organizerId}::uuid and r."editionId" = ${edition.id}::uuid`;
  const steps = edition.rules.results.map(({ key, afterStage }) => {
    const row = rows.find(({ resultKey }) => resultKey === key);
    const stage = edition.stages.find((each) => each.key === afterStage);
    const progress = { hasClosed: !!stage && hasClosed(stage, now), isFrozen: !!row, setStatus: row?.setStatus ?? null, published: row?.published ?? null };
    return [key, resultStep(progress)] as const;
  });
  const notes = await Promise.all(edition.rules.results.map(async (result) => {
    const [open, published] = await Promise.all([openRequest({ edition, result }), standingVersion({ edition, result })]);
    return [result.key, { asked: open && { by: open.requestedBy, at: open.requestedAt }, version: published?.version ?? null }] as const;
  }));
  return { edition: { id: edition.id }, notes: Object.fromEntries(notes), steps: Object.fromEntries(steps) };
}
