import type { Transaction } from "@/lib/db";
import type { EditionRules, StageKind } from "@/modules/competition/domain/edition-rules";
import type { AgencyRow } from "../generate/agencies";

/** The part of a stage in which something has happened: from its opening to its close or, so that two loads of one day agree, to this midnight (UTC). */
export type Period = { key: string; kind: StageKind; id: string; opensAt: Date; until: Date };

/** An edition while it is being loaded. */
export type EditionContext = {
  tx: Transaction;
  now: Date;
  rules: EditionRules;
  organizerId: string;
  editionId: string;
  rulesVersionId: string;
  periods: readonly Period[];
  /** By code. */
  agencies: ReadonlyMap<string, AgencyRow>;
  seed: number;
};

/** The stage of a kind; one that the edition lacks is a bug and throws. */
export function periodOf({ periods, rules }: EditionContext, kind: StageKind): Period {
  const period = periods.find((candidate) => candidate.kind === kind);
  if (!period) throw new RangeError(`${rules.edition.slug} has no ${kind}`);
  return period;
}

/** The instant at a share (0 to 1) of a period, to the second. */
export function momentIn({ opensAt, until }: Period, share: number): Date {
  const moment = opensAt.getTime() + share * (until.getTime() - opensAt.getTime());
  return new Date(Math.floor(moment / 1000) * 1000);
}
